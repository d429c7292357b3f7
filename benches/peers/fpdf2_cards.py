"""The cards by fpdf2: fonts subset by it, the picture embedded once, QR by the package qrcode as its manual shows."""

import sys

import qrcode
from fpdf import FPDF

import cards

data, output, paper, with_qr = sys.argv[1:]
size, places = cards.SHEETS[paper]
pdf = FPDF(unit="mm", format=size)
pdf.set_auto_page_break(False)
pdf.add_font("Cetak", "", cards.REGULAR)
pdf.add_font("Cetak", "B", cards.BOLD)


def text(x, y, points, bold, colour, words):
    pdf.set_font("Cetak", "B" if bold else "", points)
    pdf.set_text_color(*colour)
    pdf.text(x, y, words)


def qr(x, y, number):
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_H, border=0)
    code.add_data(number)
    code.make(fit=True)
    left, top, side = cards.QR_GROUND
    pdf.set_fill_color(255, 255, 255)
    pdf.rect(x + left, y + top, side, side, style="F")
    left, top, side = cards.QR
    module = side / len(code.modules)
    pdf.set_fill_color(*cards.INK)
    for row, column, count in cards.runs(code.modules):
        pdf.rect(x + left + column * module, y + top + row * module, count * module, module, style="F")


rows = cards.read(data)
for first in range(0, len(rows), len(places)):
    pdf.add_page()
    pdf.set_line_width(0.088)
    for line in cards.crop_marks(places):
        pdf.line(*line)
    for (x, y), row in zip(places, rows[first:]):
        pdf.image(cards.ARTWORK, x, y, cards.WIDTH, cards.HEIGHT)
        if with_qr == "qr":
            qr(x, y, row["kpj"])
        for dx, dy, points, bold, colour, words in cards.FIXED:
            text(x + dx, y + dy, points, bold, colour, words)
        for dx, dy, points, column in cards.VALUES:
            if column == "name":
                pdf.set_font("Cetak", "B", points)
                points = min(points, points * cards.NAME_WIDTH / pdf.get_string_width(row[column]))
            text(x + dx, y + dy, points, True, cards.INK, row[column])
pdf.output(output)
