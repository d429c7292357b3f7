//! The explanations of problems: their examples are true, and `kpj explain` says them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod office;

use cetak_kpj::domain::example::Beside;
use cetak_kpj::domain::{CheckedList, Code, Field};
use cetak_kpj::import::ReadOptions;
use cetak_kpj::progress::Silent;
use cetak_kpj::workflow::check::{check, pasted};
use cetak_kpj::workflow::issue::{Choices, Particulars, issue};
use cetak_kpj::workflow::{Archive, Error};
use chrono::NaiveDate;
use office::Office;
use serde_json::{Value, json};
use tempfile::TempDir;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
}

const TITLES: [(Field, &str); 5] = [
    (Field::Name, "Nama"),
    (Field::Nik, "NIK"),
    (Field::Kpj, "KPJ"),
    (Field::BirthDate, "Tanggal Lahir"),
    (Field::Sex, "JK"),
];

type Row = [String; 5];

fn row(cells: [&str; 5]) -> Row {
    cells.map(str::to_owned)
}

fn with(mut row: Row, field: Field, value: &str) -> Row {
    if let Some(at) = TITLES.iter().position(|(of, _)| *of == field) {
        value.clone_into(&mut row[at]);
    }
    row
}

fn one() -> Row {
    row(["BUDI SANTOSO", "3522012501990001", "24123456782", "25-01-1999", "L"])
}

fn other() -> Row {
    row(["YOHANES", "9371010101900001", "24000000109", "01-01-1990", "L"])
}

fn judged(archive: Option<&Archive>, npp: &str, rows: &[Row], titles: &str) -> Result<CheckedList, Error> {
    let titles: Vec<&str> = titles.split(" · ").collect();
    let kept = |row: &Row| -> Vec<String> {
        let cell = |title: &&str| row[TITLES.iter().position(|(_, of)| of == title).unwrap()].clone();
        titles.iter().map(cell).collect()
    };
    let lines = rows.iter().map(|row| kept(row).join("\t")).collect::<Vec<_>>().join("\n");
    let text = format!("NPP : {npp}\t\t\nNama Perusahaan : PT CONTOH\t\t\n{}\n{lines}\n", titles.join("\t"));
    pasted(archive, &text, &ReadOptions::default(), today(), &Silent).map(|checked| checked.list)
}

/// The codes of a list whose last row (title, NPP) holds `value` where the example of `code` is about.
fn codes(code: Code, value: &str, folder: &TempDir) -> Vec<Code> {
    let mut archive = None;
    let example = code.example();
    let (mut rows, mut latest) = (Vec::new(), one());
    if code != Code::BirthDateColumnMissing {
        latest = with(latest, example.field, value);
    }
    match example.beside {
        Some(Beside::SameRow(field, beside)) => latest = with(latest, field, beside),
        // a row is repeated as a whole
        Some(Beside::EarlierRow(field, beside)) if code == Code::RowRepeated => rows.push(with(one(), field, beside)),
        Some(Beside::EarlierRow(field, beside)) => rows.push(with(other(), field, beside)),
        Some(Beside::Issued(field, beside)) => {
            let earlier = judged(None, "24101780", &[with(other(), field, beside)], &all_titles()).unwrap();
            let choices = Choices { accept_warnings: true, ..Choices::default() };
            let archive = archive.insert(Archive::open(&folder.path().join(code.as_str()).join(value)).unwrap());
            issue(archive, &earlier, &Particulars::on(today()), &choices, &Silent).unwrap();
        }
        None => {}
    }
    rows.push(latest);
    let archive = archive.as_ref();
    let list = match code {
        Code::NppLetters => judged(archive, value, &rows, &all_titles()),
        Code::BirthDateColumnMissing => judged(archive, "24101780", &rows, value),
        // only a workbook knows numbers from text
        Code::KpjLostZero => numeric(value, folder),
        _ => judged(archive, "24101780", &rows, &all_titles()),
    };
    let list = list.unwrap();
    let of_row = list.rows.last().map(|row| row.problems.clone()).unwrap_or_default();
    list.problems.iter().chain(&of_row).map(|problem| problem.code).collect()
}

fn all_titles() -> String {
    TITLES.map(|(_, title)| title).join(" · ")
}

fn numeric(kpj: &str, folder: &TempDir) -> Result<CheckedList, Error> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (at, (field, title)) in (0..).zip(TITLES) {
        sheet.write_string(0, at, title).unwrap();
        let cells = one();
        match field {
            Field::Kpj if !kpj.starts_with('0') => sheet.write_number(1, at, kpj.parse::<f64>().unwrap()),
            Field::Kpj => sheet.write_string(1, at, kpj),
            _ => sheet.write_string(1, at, &cells[usize::from(at)]),
        }
        .unwrap();
    }
    let file = folder.path().join(format!("{kpj}.xlsx"));
    book.save(&file).unwrap();
    check(None, &file, &ReadOptions::default(), today(), &Silent)
}

#[test]
fn every_example_has_its_problem_as_long_as_it_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    for code in Code::ALL {
        let example = code.example();
        let found = codes(code, example.wrong, &folder);
        assert!(found.contains(&code), "{}: {found:?}", code.as_str());
        if let Some(right) = example.right {
            let found = codes(code, right, &folder);
            assert_eq!(found, [], "{} when it is right", code.as_str());
        }
    }
}

#[test]
fn a_code_is_explained_as_text_and_as_json_and_without_one_all_are() {
    let office = Office::new();
    let (code, text, _) = office.text(&["explain", "nik-birth-date"]);
    assert_eq!(code, 0);
    for part in ["Tanggal lahir berbeda", "NIK: 3522010504900001", "Salah: 04-05-1990", "Benar: 05-04-1990", "KTP"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let explained = office.ok(&["explain", "kpj-already-issued", "--lang", "en"]);
    assert_eq!(explained["meaning"], "A card with this KPJ was issued before.");
    let beside = json!({"place": "issued", "field": "kpj", "value": "24123456782"});
    assert_eq!(explained["example"], json!({"field": "kpj", "wrong": "24123456782", "right": null, "beside": beside}));

    let all = office.ok(&["explain"]);
    let codes: Vec<&str> = all["codes"].as_array().unwrap().iter().filter_map(|code| code["code"].as_str()).collect();
    assert_eq!(codes, Code::ALL.map(Code::as_str));
    assert!(all["codes"].as_array().unwrap().iter().all(|code| code["what_to_do"].as_str() != Some("")));
    assert_eq!(all["codes"][0]["severity"], Value::from("error"));
    let (code, _, _) = office.text(&["explain", "no-such-code"]);
    assert_eq!(code, 2);
    assert!(!std::path::Path::new(&office.path("data")).exists(), "an explanation makes no data folder");
}
