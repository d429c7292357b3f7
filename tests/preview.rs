//! What is looked at is what is issued, and what the file itself says.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod office;

use cetak_kpj::document::preview::{Pages, PreviewError};
use cetak_kpj::domain::CheckedList;
use cetak_kpj::import::ReadOptions;
use cetak_kpj::progress::Silent;
use cetak_kpj::workflow::check::{Request, examine};
use cetak_kpj::workflow::issue::{Choices, Outcome, Particulars, issue};
use cetak_kpj::workflow::preview::{Documents, draft};
use cetak_kpj::workflow::{Archive, register};
use chrono::NaiveDate;
use office::{Office, files_below, pdf_text};
use std::fs;
use std::path::Path;
use std::process::Command;

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();

struct Case {
    office: Office,
    archive: Archive,
    list: CheckedList,
    particulars: Particulars,
    choices: Choices,
}

fn case(rows: &str, choices: Choices) -> Case {
    let office = Office::new();
    let file = office.sample("list.xlsx", &["--rows", rows, "--dirty"]);
    let archive = Archive::open(Path::new(&office.path("data"))).unwrap();
    let request = Request { file: Path::new(&file), options: &ReadOptions::default(), kpj_from: None, on: TODAY };
    let list = examine(Some(&archive), request, &Silent).unwrap().list;
    let particulars = Particulars {
        npp: cetak_kpj::domain::Npp::parse("24101780").ok(),
        company: Some("PT Contoh Maju".into()),
        ..Particulars::on(TODAY)
    };
    Case { office, archive, list, particulars, choices }
}

impl Case {
    fn draft(&self) -> Documents {
        draft(&self.archive, &self.list, &self.particulars, &self.choices, &Silent).unwrap()
    }
}

#[test]
fn a_draft_is_what_issuing_makes_but_for_the_number_and_writes_nothing() {
    let choices = Choices { accept_warnings: true, skip_rejected: true, ..Choices::default() };
    let mut case = case("30", choices);
    let draft = case.draft();
    assert_eq!(files_below(&case.office.path("data/documents")).len(), 1, "the lock alone");
    assert!(register::list(&case.archive, &register::Filter::default()).unwrap().is_empty());

    let Outcome::Issued(issued) =
        issue(&mut case.archive, &case.list, &case.particulars, &case.choices, &Silent).unwrap()
    else {
        panic!("refused");
    };
    assert!(draft.cards == fs::read(&issued.files.cards).unwrap(), "the cards are equal to the last byte");
    let path = case.office.path("draft.pdf");
    fs::write(&path, &draft.receipt).unwrap();
    let words = |text: String| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (drafted, made) = (words(pdf_text(&path)), words(pdf_text(issued.files.receipt.to_str().unwrap())));
    // the draft has no number yet, and so no code
    let alone: Vec<_> = drafted.iter().filter(|word| !made.contains(word)).collect();
    assert!(!alone.is_empty() && alone.iter().all(|word| *word == "DRAF"), "{alone:?}");
    assert!(made.iter().any(|word| word == "0001/2026"));
}

/// Width, height and red-green-blue bytes of a page, as poppler draws it.
fn poppler(folder: &str, pdf: &str, page: usize, dpi: u32) -> (usize, usize, Vec<u8>) {
    let (page, dpi) = ((page + 1).to_string(), dpi.to_string());
    let out = format!("{folder}/page");
    let arguments = ["-r", &dpi, "-f", &page, "-l", &page, "-singlefile", pdf, &out];
    assert!(Command::new("pdftoppm").args(arguments).status().unwrap().success());
    let bytes = fs::read(format!("{out}.ppm")).unwrap();
    let header: Vec<_> = bytes.splitn(4, u8::is_ascii_whitespace).collect();
    let number = |at: usize| std::str::from_utf8(header[at]).unwrap().parse::<usize>().unwrap();
    let pixels = &header[3][header[3].iter().position(|byte| *byte == b'\n').unwrap() + 1..];
    (number(1), number(2), pixels.to_vec())
}

#[test]
fn pages_look_as_another_program_draws_the_same_file() {
    let case = case("5", Choices { skip_rejected: true, ..Choices::default() });
    let draft = case.draft();
    for (name, bytes, page) in [("cards", draft.cards, 1), ("receipt", draft.receipt, 0)] {
        let path = case.office.path(&format!("{name}.pdf"));
        fs::write(&path, &bytes).unwrap();
        let pages = Pages::read(bytes).unwrap();
        let picture = pages.draw(page, 150.0).unwrap();
        let (width, height, expected) = poppler(&case.office.path(""), &path, page, 150);
        let (wide, high) = (picture.width as usize, picture.height as usize);
        assert!(wide.abs_diff(width) <= 1 && high.abs_diff(height) <= 1, "{name}: {wide}x{high}, {width}x{height}");
        // in squares of eight pixels: where there is ink for one there is ink for the other
        let grey = |x: usize, y: usize, bytes: &[u8], stride: usize, size: usize| {
            let sum: usize =
                (0..64).map(|n| usize::from(bytes[((y * 8 + n / 8) * stride + x * 8 + n % 8) * size])).sum();
            sum / 64
        };
        let (mut worst, mut inked) = (0, 0);
        for (x, y) in (0..height / 8 - 1).flat_map(|y| (0..width / 8 - 1).map(move |x| (x, y))) {
            let (ours, theirs) = (grey(x, y, &picture.rgba, wide, 4), grey(x, y, &expected, width, 3));
            worst = worst.max(ours.abs_diff(theirs));
            inked += usize::from(theirs < 200);
        }
        assert!(worst < 64 && inked > 20, "{name}: {worst} {inked}");
    }
}

#[test]
fn what_is_no_whole_pdf_is_refused_or_drawn_but_never_a_crash() {
    assert_eq!(Pages::read(Vec::new()).unwrap_err(), PreviewError::Damaged);
    assert_eq!(Pages::read(b"PK\x03\x04 a workbook".to_vec()).unwrap_err(), PreviewError::Damaged);
    assert_eq!(Pages::read(vec![0; Pages::LONGEST + 1]).unwrap_err(), PreviewError::TooLarge);
    let whole = case("3", Choices { skip_rejected: true, ..Choices::default() }).draft().cards;
    let pages = Pages::read(whole.clone()).unwrap();
    assert_eq!(pages.draw(99, 96.0).unwrap_err(), PreviewError::NoSuchPage(99));
    let large = pages.draw(0, 1_000_000.0).unwrap();
    assert!(large.rgba.len() <= 65_000_000, "{}", large.rgba.len());
    for step in 1..60 {
        let mut cut = whole.clone();
        cut.truncate(whole.len() * step / 60);
        let mut holed = whole.clone();
        let hole = whole.len() * step / 60;
        holed[hole..(hole + 9).min(whole.len())].fill(b'9');
        for bytes in [cut, holed] {
            if let Ok(pages) = Pages::read(bytes) {
                for page in 0..pages.count().min(3) {
                    let _ = pages.draw(page, 20.0);
                }
            }
        }
    }
}
