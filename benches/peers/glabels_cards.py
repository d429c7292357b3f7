"""Writes the cards as a gLabels document that merges the data, and runs glabels-3-batch over it."""

import pathlib
import subprocess
import sys

import cards

data, output, paper, with_qr = sys.argv[1:]
(width, height), places = cards.SHEETS[paper]
MATRIX = 'a0="1" a1="0" a2="0" a3="1" a4="0" a5="0"'


def place(x, y, w, h):
    return f'x="{x}mm" y="{y}mm" w="{w}mm" h="{h}mm" {MATRIX}'


def text(x, baseline, points, bold, colour, inner):
    weight = "Bold" if bold else "Regular"
    colour = "0x%02x%02x%02xff" % colour
    top = baseline - points * 1.069 * 25.4 / 72  # it places the top of the line: ascent 1.069 em
    box = place(round(x - 1.06, 3), round(top - 1.06, 3), cards.WIDTH - x, 12)
    shrink = 'auto_shrink="True"' if "name" in inner else ""
    return (
        f'<Object-text {box} justify="Left" valign="Top" {shrink}>'
        f'<Span font_family="Cetak Sans" font_size="{points}" font_weight="{weight}" font_italic="False"'
        f' color="{colour}" line_spacing="1">{inner}</Span></Object-text>'
    )


objects = [f'<Object-image {place(0, 0, cards.WIDTH, cards.HEIGHT)} src="{cards.ARTWORK}"/>']
if with_qr == "qr":
    ground, code = cards.QR_GROUND, cards.QR
    objects.append(f'<Object-box {place(*ground, ground[2])} line_width="0" fill_color="0xffffffff"/>')
    objects.append(
        f'<Object-barcode {place(*code, code[2])} backend="libqrencode" style="IEC18004" text="False"'
        ' checksum="True" color="0x0b2638ff" field="kpj"/>'
    )
objects += [text(x, y, size, bold, colour, words) for x, y, size, bold, colour, words in cards.FIXED]
objects += [text(x, y, size, True, cards.INK, f'<Field name="{column}"/>') for x, y, size, column in cards.VALUES]
(x0, y0), (nx, ny) = places[0], (1, 1) if len(places) == 1 else (2, 5)
document = f"""<?xml version="1.0"?>
<Glabels-document xmlns="http://glabels.org/xmlns/3.0/">
  <Template brand="Cetak" part="{paper}" size="Other" width="{width}mm" height="{height}mm" description="cards">
    <Label-rectangle id="0" width="{cards.WIDTH}mm" height="{cards.HEIGHT}mm" round="0" x_waste="0" y_waste="0">
      <Layout nx="{nx}" ny="{ny}" x0="{x0}mm" y0="{y0}mm" dx="89.6mm" dy="55.98mm"/>
    </Label-rectangle>
  </Template>
  <Objects id="0" rotate="False">{"".join(objects)}</Objects>
  <Merge type="Text/Comma/Line1Keys" src="{data}"/>
</Glabels-document>
"""
path = pathlib.Path(output).with_suffix(".glabels")
path.write_text(document, encoding="utf-8")
crop = ["-C"] if len(places) > 1 else []
subprocess.run(["glabels-3-batch", *crop, "-o", output, str(path)], check=True, stdout=subprocess.DEVNULL)
