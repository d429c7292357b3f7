//! A list repaired in place, and one pasted from the clipboard: through the workflow that the window calls.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use cetak_kpj::domain::{CheckedRow, Code, Field, RowStatus};
use cetak_kpj::import::ReadOptions;
use cetak_kpj::progress::Silent;
use cetak_kpj::workflow::check::{Checked, Request, examine, pasted};
use cetak_kpj::workflow::issue::{Choices, Outcome, Particulars, issue};
use cetak_kpj::workflow::repair::{Change, repair, suggestions};
use cetak_kpj::workflow::sample::{self, Sample, SampleKind};
use cetak_kpj::workflow::{Archive, Error};
use chrono::NaiveDate;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
}

fn row(checked: &Checked, number: u32) -> &CheckedRow {
    checked.list.rows.iter().find(|row| row.number == number).unwrap()
}

fn change(row: u32, field: Field, value: &str) -> Change {
    Change { row, field, value: value.into() }
}

#[test]
fn repaired_rows_are_judged_anew_issued_and_recorded_with_what_stood_there() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("list.xlsx");
    sample::write(Sample { rows: 120, kind: SampleKind::Hr, dirty: true, seed: 1 }, &file).unwrap();
    let mut archive = Archive::open(folder.path()).unwrap();
    let request = Request { file: &file, options: &ReadOptions::default(), kpj_from: None, on: today() };
    let before = examine(Some(&archive), request, &Silent).unwrap();
    let repaired =
        |checked: &Checked, changes: &[Change]| repair(Some(&archive), checked, changes, today(), &Silent).unwrap();

    // Digits that Excel damaged are trusted once a person has typed them, even where they are the same digits.
    let damaged = row(&before, 18).nik.as_str().unwrap();
    assert_eq!(row(&before, 18).problems[0].code, Code::NikDamaged);
    let after = repaired(&before, &[change(18, Field::Nik, damaged)]);
    assert_eq!(row(&after, 18).status(), RowStatus::Ready);
    // Day before month, and ISO as the program's own offers are.
    let nik = row(&before, 26).nik.as_str().unwrap();
    let (day, month, year) = (nik[6..8].parse::<u32>().unwrap() % 40, &nik[8..10], &nik[10..12]);
    let year = if year > "30" { format!("19{year}") } else { format!("20{year}") };
    for value in [format!("{day:02}-{month}-{year}"), format!("{year}-{month}-{day:02}")] {
        let after = repaired(&before, &[change(26, Field::BirthDate, &value)]);
        assert_eq!(row(&after, 26).status(), RowStatus::Ready, "{value}");
    }
    // A number that another row has is found out.
    let other = row(&before, 5).kpj.as_str().unwrap();
    let after_clash = repaired(&before, &[change(42, Field::Kpj, other)]);
    assert_eq!(row(&after_clash, 42).problems[0].code, Code::KpjRepeated);

    // The offer for every row with a problem, and a second repair over the first.
    let offers = suggestions(&before.list, Code::KpjLostZero);
    assert_eq!(offers.len(), 1);
    let after = repaired(&after, &offers);
    let after = repaired(&after, &[change(74, Field::Name, "Budi"), change(999, Field::Name, "NOBODY")]);
    let after = repaired(&after, &[change(74, Field::Name, "Budi Santoso")]);
    assert_eq!(row(&after, 74).name.as_deref(), Some("BUDI SANTOSO"));
    assert!(row(&before, 74).problems[0].code == Code::NameMissing, "what was there is the way back");
    let edits: Vec<(u32, &str, &str)> =
        after.list.edits.iter().map(|edit| (edit.row, edit.old.as_str(), edit.new.as_str())).collect();
    assert_eq!(
        edits,
        [(18, damaged, damaged), (74, "", "Budi Santoso"), (98, &offers[0].value[1..], &*offers[0].value)]
    );

    let choices = Choices { accept_warnings: true, skip_rejected: true, ..Choices::default() };
    let outcome = issue(&mut archive, &after.list, &Particulars::on(today()), &choices, &Silent).unwrap();
    assert!(matches!(outcome, Outcome::Issued(_)));
    let database = rusqlite::Connection::open(folder.path().join("cetak-kpj.sqlite")).unwrap();
    let mut statement = database.prepare("SELECT list_row, field, new FROM edit ORDER BY list_row").unwrap();
    let kept: Vec<(u32, String, String)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let expected = [(18, "nik", damaged), (74, "name", "Budi Santoso"), (98, "kpj", offers[0].value.as_str())];
    assert_eq!(kept, expected.map(|(row, field, new)| (row, field.to_owned(), new.to_owned())));
    let held = after.list.rows.iter().find(|row| row.number == 98).and_then(CheckedRow::worker).unwrap();
    let cards = "SELECT count(*) FROM card WHERE list_row = 98 AND kpj = ?1";
    assert_eq!(database.query_row(cards, [held.kpj.as_str()], |row| row.get::<_, u32>(0)).unwrap(), 1);
}

#[test]
fn rows_copied_in_a_spreadsheet_are_a_list_too() {
    let text = "NPP : 24101780\t\t\t\nNIK\tNo. KPJ\tNama\tTgl Lahir\n\
                3522012501990001\t24123456782\tBudi\t25-01-1999\n3522016501990001\t24000000018\tSiti\t25-01-1999\n";
    let checked = pasted(None, text, &ReadOptions::default(), today(), &Silent).unwrap();
    assert_eq!((checked.list.counts().ready, checked.list.header_row), (2, 2));
    assert_eq!(checked.list.company.npp.map(|npp| npp.to_string()).as_deref(), Some("24101780"));
    let nothing = pasted(None, "Halo", &ReadOptions::default(), today(), &Silent);
    assert!(matches!(nothing, Err(Error::Import { ref source, .. }) if source.code() == "header-not-found"));
}
