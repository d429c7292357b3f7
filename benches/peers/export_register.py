"""Writes the rows that benches/register.rs exports with another library, and prints the seconds that it took."""

import sys
import time
from datetime import date

ROWS = [
    (date(2020, 1 + n % 12, 1 + n % 28), str(10_000_000 + n % 2_000), f"PT CONTOH {n % 2_000} MAJU", 1 + n % 40)
    for n in range(100_000)
]
TITLES = ("Tanggal", "NPP", "Nama perusahaan", "Jumlah KPJ tenaga kerja")


def by_openpyxl(out):
    import openpyxl
    from openpyxl.cell import WriteOnlyCell

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Register")
    sheet.append(TITLES)
    for day, *rest in ROWS:
        cell = WriteOnlyCell(sheet, day)
        cell.number_format = "dd-mm-yyyy"
        sheet.append([cell, *rest])
    book.save(out)


def by_xlsxwriter(out):
    import xlsxwriter

    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    sheet = book.add_worksheet("Register")
    dated = book.add_format({"num_format": "dd-mm-yyyy"})
    sheet.write_row(0, 0, TITLES)
    for at, (day, npp, company, cards) in enumerate(ROWS, 1):
        sheet.write_datetime(at, 0, day, dated)
        sheet.write_string(at, 1, npp)
        sheet.write_string(at, 2, company)
        sheet.write_number(at, 3, cards)
    book.close()


write = {"openpyxl": by_openpyxl, "XlsxWriter": by_xlsxwriter}[sys.argv[1]]
begin = time.perf_counter()
write(sys.argv[2])
print(f"{time.perf_counter() - begin:.3f}")
