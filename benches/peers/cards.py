"""What every peer draws: one card, in millimetres from its top left corner, and how cards lie on paper."""

import csv
import pathlib

HERE = pathlib.Path(__file__).parent
ARTWORK = str(HERE / "card.png")
FONTS = HERE.parent.parent / "assets" / "fonts"
REGULAR, BOLD = str(FONTS / "CetakSans-Regular.ttf"), str(FONTS / "CetakSans-Bold.ttf")

WIDTH, HEIGHT = 85.60, 53.98
WHITE, INK, LABEL = (255, 255, 255), (0x0B, 0x26, 0x38), (0x0A, 0x6B, 0x66)
# x, baseline, points, bold, colour, words
FIXED = [
    (6, 6.5, 7, False, WHITE, "KARTU PESERTA"),
    (6, 11.1, 11.5, True, WHITE, "BPJS KETENAGAKERJAAN"),
    (6, 20.6, 6.5, False, LABEL, "No. KPJ"),
    (6, 41.6, 5.8, False, LABEL, "NIK"),
    (40.5, 41.6, 5.8, False, LABEL, "Tanggal lahir"),
]
# x, baseline, points, column
VALUES = [(6, 27.6, 20, "kpj"), (6, 35.7, 12.5, "name"), (6, 45.4, 9, "nik"), (40.5, 45.4, 9, "birth")]
NAME_WIDTH = 73.6
# the modules of the code; its white ground is 4 modules wider on each side
QR = (65.5, 18.0, 11.0)
QR_GROUND = (63.4, 15.9, 15.2)

SHEETS = {
    "card": ((WIDTH, HEIGHT), [(0.0, 0.0)]),
    "a4": ((210.0, 297.0), [(17.4 + column * 89.6, 9.55 + row * 55.98) for row in range(5) for column in range(2)]),
}


def crop_marks(places):
    """Lines outside the block of cards, in line with every edge."""
    if len(places) == 1:
        return []
    xs = sorted({x + add for x, _ in places for add in (0, WIDTH)})
    ys = sorted({y + add for _, y in places for add in (0, HEIGHT)})
    lines = [(x, edge + off, x, edge + off + 4.5) for x in xs for edge, off in ((ys[0], -6), (ys[-1], 1.5))]
    return lines + [(edge + off, y, edge + off + 4.5, y) for y in ys for edge, off in ((xs[0], -6), (xs[-1], 1.5))]


def read(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def runs(matrix):
    """Dark modules of a code side by side: row, first column, how many."""
    for row, modules in enumerate(matrix):
        column = 0
        while column < len(modules):
            begin = column
            while column < len(modules) and modules[column]:
                column += 1
            if column > begin:
                yield row, begin, column - begin
            column += 1
