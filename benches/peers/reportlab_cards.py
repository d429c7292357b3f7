"""The cards by reportlab: fonts subset by it, the picture embedded once, pages compressed, QR by its own encoder."""

import sys

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

import cards

data, output, paper, with_qr = sys.argv[1:]
(width, height), places = cards.SHEETS[paper]
pdfmetrics.registerFont(TTFont("R", cards.REGULAR))
pdfmetrics.registerFont(TTFont("B", cards.BOLD))
canvas = Canvas(output, pagesize=(width * mm, height * mm), pageCompression=1)


def text(x, y, size, face, colour, words):
    canvas.setFont(face, size)
    canvas.setFillColorRGB(*(channel / 255 for channel in colour))
    canvas.drawString(x * mm, (height - y) * mm, words)


def qr(x, y, number):
    code = QRCode(None, QRErrorCorrectLevel.H)
    code.addData(number)
    code.make()
    left, top, side = cards.QR_GROUND
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect((x + left) * mm, (height - y - top - side) * mm, side * mm, side * mm, stroke=0, fill=1)
    left, top, side = cards.QR
    module = side / len(code.modules)
    canvas.setFillColorRGB(*(channel / 255 for channel in cards.INK))
    path = canvas.beginPath()
    for row, column, count in cards.runs(code.modules):
        bottom = height - y - top - (row + 1) * module
        path.rect((x + left + column * module) * mm, bottom * mm, count * module * mm, module * mm)
    canvas.drawPath(path, stroke=0, fill=1)


rows = cards.read(data)
for first in range(0, len(rows), len(places)):
    canvas.setLineWidth(0.25)
    for x1, y1, x2, y2 in cards.crop_marks(places):
        canvas.line(x1 * mm, (height - y1) * mm, x2 * mm, (height - y2) * mm)
    for (x, y), row in zip(places, rows[first:]):
        canvas.drawImage(cards.ARTWORK, x * mm, (height - y - cards.HEIGHT) * mm, cards.WIDTH * mm, cards.HEIGHT * mm)
        if with_qr == "qr":
            qr(x, y, row["kpj"])
        for dx, dy, size, bold, colour, words in cards.FIXED:
            text(x + dx, y + dy, size, "B" if bold else "R", colour, words)
        for dx, dy, size, column in cards.VALUES:
            if column == "name":
                wide = pdfmetrics.stringWidth(row[column], "B", size) / mm
                size = min(size, size * cards.NAME_WIDTH / wide)
            text(x + dx, y + dy, size, "B", cards.INK, row[column])
    canvas.showPage()
canvas.save()
