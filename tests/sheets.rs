//! Where cards lie on paper, as a program that did not write the file finds them: fronts, backs behind them, and the
//! same for a printer that prints a little off.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod office;

use cetak_kpj::document::{CardsDocument, calibrated, template::Template, write_cards};
use cetak_kpj::domain::{Calibration, Identity, Kpj, Nik, Npp, Paper, Settings, SheetOrder, SheetSettings, Worker};
use cetak_kpj::progress::Silent;
use chrono::NaiveDate;
use office::Office;
use serde_json::json;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The KPJ on the front at the left, on the back at the right.
const TWO_SIDED: &str = r##"
[background]
colour = "#EEF6F4"

[[field]]
kind = "kpj"
x = 6
y = 20
width = 60
size = 14
[[field]]
kind = "name"
x = 6
y = 32
width = 73
height = 8
size = 11
smallest = 5
lines = 3
[[field]]
kind = "nik"
x = 6
y = 40
width = 40
size = 9
[[symbol]]
kind = "code128"
x = 40
y = 42
width = 40
height = 8

[back]
[[back.shape]]
kind = "rect"
x = 0
y = 0
width = 85.6
height = 53.98
fill = "#DDEEFF"
[[back.field]]
kind = "kpj"
x = 79.6
y = 20
width = 60
size = 14
align = "right"
"##;

fn cards(count: u32, paper: Paper, start_at: usize, order: SheetOrder) -> Vec<u8> {
    let template = Template::parse("dua sisi", TWO_SIDED, &[]).unwrap();
    let people: Vec<Worker> = (0..count)
        .map(|n| Worker {
            kpj: Kpj::synthetic(2_400_000_001 + u64::from(n)).unwrap(),
            identity: Identity::Nik(Nik::parse("3599012501990001").unwrap()),
            name: "SITI AMINAH".into(),
            birth_date: None,
            sex: None,
            membership_date: None,
        })
        .collect();
    let workers: Vec<&Worker> = people.iter().collect();
    let document = CardsDocument {
        workers: &workers,
        company: "PT Contoh Maju",
        npp: &Npp::parse("24101780").unwrap(),
        date: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
        paper,
        start_at,
        template: &template,
        settings: &Settings { sheet: SheetSettings { order, ..SheetSettings::default() }, ..Settings::default() },
    };
    let mut bytes = Vec::new();
    write_cards(&document, &mut bytes, &Silent).unwrap();
    bytes
}

/// The words of each page with their left, upper and right edges, mm.
fn words(pdf: &[u8]) -> Vec<Vec<(String, [f64; 3])>> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cards.pdf");
    fs::write(&path, pdf).unwrap();
    let report = Command::new("qpdf").arg("--check").arg(&path).output().unwrap();
    assert!(report.status.success(), "{}", String::from_utf8_lossy(&report.stdout));
    let output = Command::new("pdftotext").arg("-bbox").arg(&path).arg("-").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let word = |line: &str| {
        let edge = |key: &str| {
            let (_, rest) = line.split_once(&format!("{key}=\"")).unwrap();
            rest.split_once('"').unwrap().0.parse::<f64>().unwrap() * 25.4 / 72.0
        };
        let (_, text) = line.split_once("\">").unwrap();
        (text.trim_end_matches("</word>").to_owned(), [edge("xMin"), edge("yMin"), edge("xMax")])
    };
    let page = |page: &str| page.lines().filter(|line| line.contains("<word ")).map(word).collect();
    text.split("<page ").skip(1).map(page).collect()
}

fn numbers(page: &[(String, [f64; 3])]) -> Vec<(String, [f64; 3])> {
    page.iter().filter(|(word, _)| word.len() == 11 && word.starts_with("24")).cloned().collect()
}

#[test]
fn turned_over_its_long_edge_each_back_lies_behind_its_front() {
    for (paper, width, pages) in [(Paper::A4, 210.0, 4), (Paper::F4, 215.0, 4), (Paper::Card, 85.6, 24)] {
        let start_at = if paper == Paper::Card { 1 } else { 4 };
        let pages_found = words(&cards(12, paper, start_at, SheetOrder::Rows));
        assert_eq!(pages_found.len(), pages, "{paper:?}");
        let mut seen = Vec::new();
        for pair in pages_found.chunks(2) {
            let (fronts, backs) = (numbers(&pair[0]), numbers(&pair[1]));
            assert_eq!(fronts.len(), backs.len());
            for (number, [left, top, _]) in fronts {
                let (_, [_, back_top, back_right]) = backs.iter().find(|(back, _)| *back == number).unwrap();
                // 6 mm from the left edge of the front; on the back 6 mm from the right edge, which is the same edge
                assert!((width - back_right - left).abs() < 0.1 && (back_top - top).abs() < 0.1, "{number} {paper:?}");
                seen.push(number);
            }
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 12, "{paper:?}");
    }
}

#[test]
fn a_used_sheet_is_begun_where_its_cards_begin_and_piles_keep_the_order() {
    let order = |stack| if stack { SheetOrder::Stack } else { SheetOrder::Rows };
    for stack in [false, true] {
        let pages: Vec<_> = words(&cards(12, Paper::A4, 9, order(stack))).into_iter().step_by(2).collect();
        let counts: Vec<usize> = pages.iter().map(|page| numbers(page).len()).collect();
        assert_eq!(counts, [2, 10], "two places were left");
        let first = numbers(&pages[0]);
        assert!(first.iter().all(|(_, [_, top, _])| *top > 230.0), "in the last row");
        // piles: places 1 to 8 hold the cards 1 to 8, place 9 the cards 9 and 10, place 10 the cards 11 and 12
        let sequence = |number: &str| number[..10].parse::<u64>().unwrap() - 2_400_000_000;
        let sheets = [&numbers(&pages[0]), &numbers(&pages[1])].map(|page| {
            let mut page: Vec<u64> = page.iter().map(|(number, _)| sequence(number)).collect();
            page.sort_unstable();
            page
        });
        if stack {
            assert_eq!(sheets, [vec![9, 11], vec![1, 2, 3, 4, 5, 6, 7, 8, 10, 12]]);
        } else {
            assert_eq!(sheets, [vec![1, 2], (3..=12).collect()]);
        }
    }
}

#[test]
fn a_correction_for_a_printer_moves_every_word_as_it_says_and_leaves_the_document_alone() {
    let issued = cards(12, Paper::A4, 1, SheetOrder::Rows);
    assert_eq!(calibrated(&issued, Calibration::default()).unwrap(), issued);
    let calibration = Calibration::new((1.3, -2.4), (1.004, 0.992)).unwrap();
    let corrected = calibrated(&issued, calibration).unwrap();
    let (before, after) = (words(&issued), words(&corrected));
    assert_eq!(before.len(), after.len());
    for ((word, [left, top, right]), (same, [new_left, new_top, new_right])) in
        before.iter().flatten().zip(after.iter().flatten())
    {
        assert_eq!(word, same);
        for (expected, found) in
            [(left * 1.004 + 1.3, new_left), (right * 1.004 + 1.3, new_right), (top * 0.992 - 2.4, new_top)]
        {
            assert!((expected - found).abs() < 0.1, "{word}: {expected} {found}");
        }
    }
    // once more on top: what was corrected is a document like any other
    assert_eq!(words(&calibrated(&corrected, calibration).unwrap()).len(), before.len());
    assert!(calibrated(b"%PDF-1.7 no", calibration).is_err());
}

#[test]
fn a_printer_is_measured_corrected_and_forgotten() {
    let office = Office::new();
    let page = office.path("page.pdf");
    for paper in ["card", "a4", "f4"] {
        office.ok(&["calibration", "page", &page, "--printer", "Zebra 1", "--paper", paper]);
        let found = words(&fs::read(&page).unwrap());
        assert!(found[0].iter().any(|(word, _)| word == "Zebra"), "{paper}");
    }
    let set = ["calibration", "set", "--printer", "Zebra 1"];
    let zebra = json!({"printer": "Zebra 1", "offset_x": -0.5, "offset_y": 1.0, "scale_x": 1.0, "scale_y": 1.0});
    assert_eq!(office.ok(&[&set[..], &["--measured", "20.5,19.0,150,200"]].concat()), zebra);
    assert_eq!(office.ok(&["calibration", "list"]), json!({"printers": [zebra]}));

    // issuing does not know of it; a copy does
    let list = office.sample("list.xlsx", &["--rows", "3"]);
    let issue = ["issue", &list, "--npp", "24101780", "--company", "PT Contoh Maju", "--paper", "a4"];
    let issued = office.ok(&issue)["files"]["cards"].as_str().unwrap().to_owned();
    let copy = office.path("copy.pdf");
    office.ok(&["calibration", "apply", &issued, &copy, "--printer", "Zebra 1"]);
    let shift = |file: &str| numbers(&words(&fs::read(Path::new(file)).unwrap())[0])[0].1;
    let ([left, top, _], [new_left, new_top, _]) = (shift(&issued), shift(&copy));
    assert!((new_left - left + 0.5).abs() < 0.1 && (new_top - top - 1.0).abs() < 0.1);

    for (arguments, code) in [
        (&["--offset-x", "10.5"][..], "calibration"),
        (&["--scale-y", "1,06"], "calibration"),
        (&["--measured", "20,20,100,200"], "calibration"),
        (&["--measured", "20,20"], "usage"),
    ] {
        let (exit, json) = office.json(&[&set[..], arguments].concat());
        assert_eq!((exit, json["error"]["code"].as_str().unwrap()), (2, code), "{arguments:?}");
    }
    office.ok(&set);
    assert_eq!(office.ok(&["calibration", "list"]), json!({"printers": []}));
    let (exit, json) = office.json(&[&issue[..], &["--start-at", "11"]].concat());
    assert_eq!((exit, json["error"]["code"].as_str().unwrap()), (2, "start-at"), "{json:#}");
}
