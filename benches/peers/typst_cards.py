"""Runs typst over cards.typ, which reads the data itself."""

import pathlib
import sys

import typst

import cards

data, output, paper, _ = sys.argv[1:]
inputs = {"paper": paper, "data": data}
compiler = typst.Compiler(str(cards.HERE / "cards.typ"), root="/", font_paths=[str(cards.FONTS)], sys_inputs=inputs)
pathlib.Path(output).write_bytes(compiler.compile(format="pdf"))
