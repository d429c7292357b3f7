//! Marks read back from the file by programs that did not write it.

use super::*;
use crate::document::{
    font::fonts,
    layout::{
        Colour, Fill, Page, Size, Symbol, Text,
        symbol::{code128, qr},
    },
};
use std::{path::Path, process::Command};

const INK: Colour = Colour(0x0B, 0x26, 0x38);

/// One page of given marks.
struct OnePage(Size, Vec<Mark>);

impl Plan for OnePage {
    fn size(&self) -> Size {
        self.0
    }

    fn pages(&self) -> usize {
        1
    }

    fn page(&self, _: usize) -> Page {
        Page { marks: self.1.clone(), done: 1 }
    }

    fn has_cards(&self) -> bool {
        false
    }
}

/// Writes the page, and gives what a program says of it.
fn shown(size: Size, marks: Vec<Mark>, look: impl FnOnce(&Path) -> String) -> String {
    let about = About {
        title: "Marks".into(),
        author: String::new(),
        date: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap_or_default(),
    };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("marks.pdf");
    let mut file = std::fs::File::create(&path).unwrap();
    write(&OnePage(size, marks), &about, fonts().unwrap(), &mut file, &|_| Ok(())).unwrap();
    assert!(tool("qpdf", &["--check"], &[&path]).contains("No syntax or stream encoding errors"));
    look(&path)
}

fn tool(program: &str, arguments: &[&str], files: &[&Path]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .args(files)
        .output()
        .unwrap_or_else(|error| panic!("{program} is needed (poppler-utils, qpdf, zbar-tools): {error}"));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{program}: {text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

/// The page as a printer with 300 dpi sees it.
fn printed(pdf: &Path) -> std::path::PathBuf {
    tool("pdftoppm", &["-r", "300", "-gray", "-singlefile"], &[pdf, &pdf.with_extension("")]);
    pdf.with_extension("pgm")
}

fn text(x: f64, baseline: f64, text: &str) -> Mark {
    let colour = Colour(0x0A, 0x6B, 0x66);
    Mark::Text(Text { x, baseline, size: 9.0, face: Face::Bold, colour, tracking: 0.0, text: text.into() })
}

#[test]
fn symbols_printed_with_300_dpi_are_read_by_a_scanner() {
    let square = |side| Size { width: side, height: side };
    let long = "KPJ 24123456782 · JOSÉ D'ÁVILA · https://contoh.example/kartu?nomor=24123456782";
    let symbol = |at, size, modules| Mark::Symbol(Symbol { at, size, colour: INK, modules });
    let marks = vec![
        // a colour and texts around them, so that no drawing state leaks into a symbol or out of it
        Mark::Fill(Fill { at: (0.0, 0.0), size: Size::CARD, colour: Colour(0xFD, 0xFE, 0xFE) }),
        text(6.0, 4.0, "before"),
        symbol((6.0, 6.0), square(9.0), qr("24123456782").unwrap()),
        symbol((20.0, 6.0), square(9.0), qr("3599012501990001").unwrap()),
        symbol((50.0, 6.0), square(26.0), qr(long).unwrap()),
        text(6.0, 20.0, "between"),
        symbol((6.0, 40.0), Size { width: 32.0, height: 8.0 }, code128("08012345677").unwrap()),
        symbol((50.0, 40.0), Size { width: 28.0, height: 8.0 }, code128("240000").unwrap()),
        text(6.0, 52.0, "after"),
    ];
    let read = shown(Size::CARD, marks, |pdf| {
        let words = tool("pdftotext", &["-raw"], &[pdf, Path::new("-")]);
        assert_eq!(words.split_whitespace().collect::<Vec<_>>(), ["before", "between", "after"]);
        tool("zbarimg", &["-q", "--nodbus"], &[&printed(pdf)])
    });
    let mut read: Vec<&str> = read.lines().collect();
    read.sort_unstable();
    let long = format!("QR-Code:{long}");
    let expected =
        ["CODE-128:08012345677", "CODE-128:240000", "QR-Code:24123456782", "QR-Code:3599012501990001", &long];
    assert_eq!(read, expected);
}
