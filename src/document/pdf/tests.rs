//! Marks read back from the file by programs that did not write it.

use super::*;
use crate::document::{
    Face, Image, ImageError,
    font::fonts,
    layout::{
        Colour, Fill, Mark, Page, Size, Symbol, Text,
        symbol::{code128, qr},
    },
};
use std::{collections::BTreeSet, path::Path, process::Command, sync::Arc};

const INK: Colour = Colour(0x0B, 0x26, 0x38);

/// Pages of given marks.
struct Pages(Size, Vec<Vec<Mark>>);

impl Plan for Pages {
    fn size(&self) -> Size {
        self.0
    }

    fn pages(&self) -> usize {
        self.1.len()
    }

    fn page(&self, index: usize) -> Page {
        Page { marks: self.1[index].clone(), done: index + 1 }
    }

    fn has_cards(&self) -> bool {
        false
    }
}

fn about() -> About {
    let date = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap_or_default();
    About { title: "Marks".into(), author: String::new(), date }
}

/// Writes the page, and gives what a program says of it.
fn shown(size: Size, marks: Vec<Mark>, look: impl FnOnce(&Path) -> String) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("marks.pdf");
    let mut file = std::fs::File::create(&path).unwrap();
    write(&Pages(size, vec![marks]), &about(), fonts().unwrap(), &mut file, &|_| Ok(())).unwrap();
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

/// A picture of two halves across, as PNG: the first half of one colour, the second of another.
fn png(colour: png::ColorType, halves: [&[u8]; 2]) -> Vec<u8> {
    const SIDE: u32 = 60;
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, SIDE, SIDE);
    encoder.set_color(colour);
    if colour == png::ColorType::Indexed {
        encoder.set_palette(vec![255, 0, 0, 0, 0, 255]);
    }
    let mut writer = encoder.write_header().unwrap();
    let line: Vec<u8> = (0..SIDE).flat_map(|x| halves[usize::from(x >= SIDE / 2)]).copied().collect();
    writer.write_image_data(&line.repeat(SIDE as usize)).unwrap();
    drop(writer);
    file
}

/// The colours of a printed page at places in millimetres.
fn colours(pdf: &Path, places: &[(usize, usize)]) -> Vec<[u8; 3]> {
    tool("pdftoppm", &["-r", "127", "-singlefile"], &[pdf, &pdf.with_extension("")]);
    let file = std::fs::read(pdf.with_extension("ppm")).unwrap();
    // "P6", width, height, 255 in three lines
    let head: usize = file.split_inclusive(|byte| *byte == b'\n').take(3).map(<[u8]>::len).sum();
    let line = file[..head].split(u8::is_ascii_whitespace).nth(1).unwrap();
    let width: usize = std::str::from_utf8(line).unwrap().parse().unwrap();
    let at = |(x, y): &(usize, usize)| head + 3 * (y * 5 * width + x * 5);
    places.iter().map(|place| file[at(place)..at(place) + 3].try_into().unwrap()).collect()
}

#[test]
fn pictures_stand_where_they_are_planned_in_their_colours_and_once_in_the_file() {
    use png::ColorType::{Grayscale, Indexed, Rgb, Rgba};
    const WHITE: [u8; 3] = [255, 255, 255];
    let (red, blue): ([u8; 3], [u8; 3]) = ([255, 0, 0], [0, 0, 255]);
    let picture = |file: &[u8]| Arc::new(Image::read(file).unwrap());
    let jpeg = picture(include_bytes!("../../../tests/pictures/halves.jpg"));
    let rgb = picture(&png(Rgb, [&red, &blue]));
    let clear = picture(&png(Rgba, [&[255, 0, 0, 255], &[0, 0, 255, 0]]));
    let grey = picture(&png(Grayscale, [&[0x40], &[0xC0]]));
    let palette = picture(&png(Indexed, [&[0], &[1]]));
    let size = Size { width: 20.0, height: 10.0 };
    let image = |image: &Arc<Image>, at| Mark::Image { image: image.clone(), at, size };
    let mut marks: Vec<Mark> = [&jpeg, &rgb, &clear, &grey, &palette]
        .into_iter()
        .zip(0..)
        .map(|(picture, n)| image(picture, (2.0, f64::from(n) * 10.0)))
        .collect();
    marks.extend([image(&picture(&png(Rgb, [&red, &blue])), (40.0, 0.0)), image(&jpeg, (40.0, 20.0))]);
    let list = shown(Size { width: 85.6, height: 53.98 }, marks, |pdf| {
        let found = colours(pdf, &[(3, 1), (21, 9), (1, 5), (23, 5), (41, 9), (59, 1)]);
        // a JPEG's colours are near
        assert!(found[0][0] > 250 && found[0][2] < 5 && found[1][0] < 5 && found[1][2] > 250, "{found:?}");
        assert_eq!(found[2..], [WHITE, WHITE, red, blue]);
        let pngs = [(3, 11), (21, 19), (3, 21), (21, 29), (3, 31), (21, 39), (3, 41), (21, 49)];
        assert_eq!(colours(pdf, &pngs), [red, blue, red, WHITE, [0x40; 3], [0xC0; 3], red, blue]);
        tool("pdfimages", &["-list"], &[pdf])
    });
    // page, number, kind, ..., object: a picture shown twice is one object, a mask has its picture's number
    let rows: Vec<Vec<&str>> = list.lines().skip(2).map(|row| row.split_whitespace().collect()).collect();
    let objects: BTreeSet<&str> = rows.iter().map(|row| row[10]).collect();
    assert_eq!((rows.len(), objects.len()), (8, 5), "{list}");
    assert_eq!(rows.iter().filter(|row| row[8] == "jpeg").count(), 2, "{list}");
}

#[test]
fn a_picture_that_cannot_be_printed_is_refused_when_it_is_read() {
    let jpeg: &[u8] = include_bytes!("../../../tests/pictures/halves.jpg");
    let whole = png(png::ColorType::Rgb, [&[1, 2, 3], &[4, 5, 6]]);
    let refused = |file: &[u8]| Image::read(file).unwrap_err();
    for file in [jpeg, &whole] {
        for part in [file.len() / 2, file.len() - 12, 30, 9] {
            assert!(matches!(refused(&file[..part]), ImageError::Damaged(_)), "{part} of {}", file.len());
        }
    }
    let mut flipped = whole.clone();
    flipped[60] ^= 0x10;
    assert!(matches!(refused(&flipped), ImageError::Damaged(_)));
    for file in [b"%PDF-1.7".as_slice(), b"GIF89a", b""] {
        assert_eq!(refused(file), ImageError::NotAPicture);
    }
    assert_eq!(refused(&vec![0; (16 << 20) + 1]), ImageError::TooLarge { bytes: (16 << 20) + 1 });
    // a header that promises 16 gigapixels, with a checksum that holds
    let mut large = whole[..33].to_vec();
    large[16..24].copy_from_slice(&[0, 2, 0, 0, 0, 2, 0, 0]);
    let mut checksum = flate2::Crc::new();
    checksum.update(&large[12..29]);
    large[29..33].copy_from_slice(&checksum.sum().to_be_bytes());
    assert_eq!(refused(&large), ImageError::TooManyPixels { width: 131_072, height: 131_072 });
    let cmyk: &[u8] = include_bytes!("../../../tests/pictures/press.jpg");
    assert_eq!(refused(cmyk), ImageError::Cmyk);
}

#[test]
fn the_bytes_are_the_same_with_any_number_of_threads() {
    let image = Arc::new(Image::read(&png(png::ColorType::Rgb, [&[1, 2, 3], &[4, 5, 6]])).unwrap());
    let size = Size { width: 4.0, height: 4.0 };
    let page = |n: u32| {
        let character = char::from_u32(u32::from('A') + n % 26).unwrap();
        let picture = Mark::Image { image: image.clone(), at: (1.0, 1.0), size };
        let first = vec![text(6.0, 10.0, &format!("{character} {n}")); 9];
        first.into_iter().chain((n == 2900).then_some(picture)).collect()
    };
    let pages = Pages(Size::CARD, (0..3000).map(page).collect());
    let written = |threads| {
        let mut bytes = Vec::new();
        let mut heard = Vec::new();
        let hear = std::cell::RefCell::new(&mut heard);
        let report = |done| {
            hear.borrow_mut().push(done);
            Ok(())
        };
        write_with(threads, &pages, &about(), fonts().unwrap(), &mut bytes, &report).unwrap();
        assert!(heard.is_sorted() && heard.last() == Some(&3000), "{heard:?}");
        bytes
    };
    let alone = written(1);
    for threads in [2, 3, 8] {
        assert!(written(threads) == alone, "{threads} threads");
    }
}
