//! The one number: whatever a person does in whatever order, the rows of the file, the cards, the receipt and the
//! register agree after each act, and the archive is proved.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use cetak_kpj::domain::{Field, Kpj, Mark, Npp, Paper, ReceiptNumber, ReceiptStatus, RegisterEntry, ReprintReason};
use cetak_kpj::import::ReadOptions;
use cetak_kpj::progress::Silent;
use cetak_kpj::workflow::issue::{Choices, Outcome, Particulars, issue};
use cetak_kpj::workflow::mark::mark;
use cetak_kpj::workflow::register::{self, Filter};
use cetak_kpj::workflow::repair::{Change, repair};
use cetak_kpj::workflow::reprint::{self, reprint};
use cetak_kpj::workflow::verify::{Difference, verify};
use cetak_kpj::workflow::void::void;
use cetak_kpj::workflow::{Archive, backup, check, dossier, restore, scan, take_over};
use chrono::NaiveDate;
use proptest::prelude::*;

/// A row of a company's list.
#[derive(Debug, Clone, Copy)]
enum Row {
    Ready,
    /// A digit in the name: unusual, not wrong.
    Warning,
    /// A NIK with a digit too few.
    Rejected,
    /// The same, and the user types the missing digit.
    Repaired,
}

/// A row of the old register: day, company, number of cards.
type OldRow = (NaiveDate, usize, usize);

/// The first is the company whose lists are issued, so that an old row may say what the register says already.
const COMPANIES: [(&str, &str); 2] = [("24101780", "PT Contoh Maju"), ("24101798", "CV Lain")];

#[derive(Debug, Clone)]
enum Act {
    Issue {
        rows: Vec<Row>,
        accept: bool,
        skip: bool,
        sheets: bool,
        per_worker: bool,
    },
    /// A list that was tried before, once more.
    Again(usize),
    Void(usize),
    Print(usize),
    HandOver(usize),
    /// A receipt comes back signed; the same scan again is none.
    Scan(usize, bool),
    /// Every second card of a receipt, or all.
    Reprint(usize, bool),
    TakeOver(Vec<OldRow>),
    TakeBack(usize),
    /// Everything into one file, and back.
    BackupAndRestore,
}

fn acts() -> impl Strategy<Value = Act> {
    let row =
        prop_oneof![4 => Just(Row::Ready), 1 => Just(Row::Warning), 1 => Just(Row::Rejected), 1 => Just(Row::Repaired)];
    let rows = prop::collection::vec(row, 1..8);
    let issue = (rows, prop::bool::weighted(0.8), prop::bool::weighted(0.8), any::<bool>(), any::<bool>());
    let old = (0..2u64, 0..2usize, 1..4usize)
        .prop_map(|(day, company, cards)| (today() - chrono::Days::new(day), company, cards));
    prop_oneof![
        5 => issue.prop_map(|(rows, accept, skip, sheets, per_worker)| Act::Issue { rows, accept, skip, sheets, per_worker }),
        1 => (0..9usize).prop_map(Act::Again),
        2 => (0..9usize).prop_map(Act::Void),
        1 => (0..9usize).prop_map(Act::Print),
        1 => (0..9usize).prop_map(Act::HandOver),
        1 => (0..4usize, any::<bool>()).prop_map(|(place, other)| Act::Scan(place, other)),
        2 => (0..4usize, any::<bool>()).prop_map(|(place, all)| Act::Reprint(place, all)),
        2 => prop::collection::vec(old, 1..5).prop_map(Act::TakeOver),
        1 => (0..3usize).prop_map(Act::TakeBack),
        1 => Just(Act::BackupAndRestore),
    ]
}

/// What the office should have.
#[derive(Debug, Default)]
struct Expected {
    /// Cards and whether it is void, by receipt.
    receipts: Vec<(usize, bool)>,
    /// How many times cards of a receipt were printed again, by receipt.
    copies: Vec<usize>,
    lists: Vec<(String, Vec<Row>)>,
    people: u64,
    /// Rows that each take-over added, and whether it was taken back.
    taken: Vec<(Vec<OldRow>, bool)>,
}

impl Expected {
    fn old_rows(&self) -> Vec<OldRow> {
        self.taken.iter().filter(|(_, undone)| !undone).flat_map(|(rows, _)| rows.clone()).collect()
    }

    /// Of these rows those that the register does not hold, row for row.
    fn new_rows(&self, rows: &[OldRow]) -> Vec<OldRow> {
        let mut known = self.old_rows();
        known.extend(self.receipts.iter().filter(|(_, void)| !void).map(|(cards, _)| (today(), 0, *cards)));
        let mut new = rows.to_vec();
        new.retain(|row| match known.iter().position(|known| known == row) {
            Some(place) => {
                known.swap_remove(place);
                false
            }
            None => true,
        });
        new
    }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
}

fn number(place: usize) -> ReceiptNumber {
    ReceiptNumber(format!("{:04}/2026", place + 1))
}

/// The list as cells copied from a spreadsheet.
fn list(rows: &[Row], people: &mut u64) -> String {
    let mut text = "No. KPJ\tNIK\tNama Lengkap\tTgl Lahir\n".to_owned();
    for row in rows {
        *people += 1;
        let kpj = Kpj::synthetic(2_400_000_000 + *people).unwrap();
        let nik = format!("352201250199{people:04}");
        let nik = if matches!(row, Row::Rejected | Row::Repaired) { &nik[..15] } else { &nik };
        let name = if matches!(row, Row::Warning) { "SITI 2 AMINAH" } else { "SITI AMINAH" };
        text.push_str(&format!("{kpj}\t{nik}\t{name}\t25-01-1999\n", kpj = kpj.as_str()));
    }
    text
}

/// Issues as the window does: read, repair, issue.
fn try_to_issue(archive: &mut Archive, expected: &mut Expected, text: &str, rows: &[Row], choices: &Choices) {
    let mut checked = check::pasted(Some(archive), text, &ReadOptions::default(), today(), &Silent).unwrap();
    let changes: Vec<Change> = checked
        .list
        .rows
        .iter()
        .zip(rows)
        .filter(|(_, row)| matches!(row, Row::Repaired))
        .map(|(checked, _)| Change {
            row: checked.number,
            field: Field::Nik,
            value: format!("{}7", checked.nik.as_str().unwrap()),
        })
        .collect();
    checked = repair(Some(archive), &checked, &changes, today(), &Silent).unwrap();
    let counts = checked.list.counts();
    assert_eq!(counts.rows, counts.ready + counts.warning + counts.rejected);
    assert_eq!(counts.rows as usize, rows.len());
    let particulars = Particulars {
        npp: Some(Npp::parse("24101780").unwrap()),
        company: Some("PT Contoh Maju".into()),
        ..Particulars::on(today())
    };
    let stands = (counts.warning > 0 && !choices.accept_warnings) || (counts.rejected > 0 && !choices.skip_rejected);
    let accepted = (counts.ready + counts.warning) as usize;
    match issue(archive, &checked.list, &particulars, choices, &Silent).unwrap() {
        Outcome::Issued(issued) => {
            assert!(!stands && accepted > 0);
            assert_eq!(issued.entry.cards as usize, accepted);
            assert_eq!(issued.entry.number, Some(number(expected.receipts.len())));
            expected.receipts.push((accepted, false));
            expected.copies.push(0);
        }
        Outcome::Refused(_) => assert!(stands || accepted == 0),
        Outcome::Ready(_) => panic!("nobody asked for a dry run"),
    }
}

fn act(archive: &mut Archive, expected: &mut Expected, act: &Act) {
    match act {
        Act::Issue { rows, accept, skip, sheets, per_worker } => {
            let text = list(rows, &mut expected.people);
            expected.lists.push((text.clone(), rows.clone()));
            let choices = Choices {
                paper: sheets.then_some(Paper::A4),
                per_worker: *per_worker,
                accept_warnings: *accept,
                skip_rejected: *skip,
                ..Choices::default()
            };
            try_to_issue(archive, expected, &text, rows, &choices);
        }
        Act::Again(place) => {
            if let Some((text, rows)) = expected.lists.get(*place).cloned() {
                let choices = Choices { accept_warnings: true, skip_rejected: true, ..Choices::default() };
                try_to_issue(archive, expected, &text, &rows, &choices);
            }
        }
        Act::Void(place) => {
            let done = void(archive, &number(*place), "salah perusahaan");
            assert_eq!(done.is_ok(), *place < expected.receipts.len());
            if let Some(receipt) = expected.receipts.get_mut(*place) {
                receipt.1 = true;
            }
        }
        Act::Print(place) => {
            let _ = mark(archive, &number(*place), &Mark::Printed { failed: Vec::new() }, today());
        }
        Act::HandOver(place) => {
            let handed = Mark::HandedOver { to: Some("Budi".into()), on: None };
            let _ = mark(archive, &number(*place), &handed, today());
        }
        Act::Scan(place, other) => {
            let file = archive.folder().join("scan.jpg");
            std::fs::write(&file, [b"\xFF\xD8\xFF".as_slice(), &[u8::from(*other)]].concat()).unwrap();
            let before = dossier::dossier(archive, &number(*place)).map(|dossier| dossier.scans.len());
            let attached = scan::attach(archive, &number(*place), &file, None, &Silent);
            assert_eq!(attached.is_ok(), matches!(expected.receipts.get(*place), Some((_, false))));
            if let (Ok(before), Ok(after)) = (before, attached) {
                assert!((before..=before + 1).contains(&after.scans.len()) && after.scans.len() <= 2);
            }
        }
        Act::Reprint(place, all) => {
            // the cards of a void receipt may stand on a later one
            if let Some((_, false)) = expected.receipts.get(*place) {
                let cards = dossier::cards(archive, &number(*place)).unwrap();
                let kpjs = cards.iter().map(|card| card.worker.kpj).step_by(if *all { 1 } else { 2 }).collect();
                let (reason, note) = (ReprintReason::Damaged, "patah".to_owned());
                let request = reprint::Request { kpjs, reason, note, paper: None, start_at: 1, out: None };
                reprint(archive, &request, today(), &Silent).unwrap();
                expected.copies[*place] += 1;
            }
        }
        Act::TakeOver(rows) => {
            let mut text = "Tanggal;NPP;Nama Perusahaan;Jumlah KPJ\n".to_owned();
            for (day, company, cards) in rows {
                let (npp, name) = COMPANIES[*company];
                text.push_str(&format!("{day};{npp};{name};{cards}\n"));
            }
            let file = archive.folder().join("old.csv");
            std::fs::write(&file, text).unwrap();
            let old = take_over::read(Some(archive), &file, &[], today(), &Silent).unwrap();
            let outcome = take_over::take_over(archive, &old, take_over::Choices::default(), &Silent).unwrap();
            let new = expected.new_rows(rows);
            assert_eq!((outcome.counts.new, outcome.counts.known), (new.len(), rows.len() - new.len()));
            assert_eq!(outcome.taken.is_some(), !new.is_empty());
            if !new.is_empty() {
                expected.taken.push((new, false));
            }
        }
        Act::TakeBack(place) => {
            let id = take_over::TakeOverId::of(u32::try_from(*place + 1).unwrap());
            let undone = take_over::undo(archive, id, "salah berkas");
            match expected.taken.get_mut(*place) {
                Some((rows, done)) if !*done => {
                    assert_eq!(undone.unwrap(), rows.len());
                    *done = true;
                }
                _ => assert!(undone.is_err()),
            }
        }
        Act::BackupAndRestore => {
            let file = archive.folder().join("all.zip");
            backup::backup(archive, &file, true, &Silent).unwrap();
            let restored = restore::restore(archive.folder(), &file, false, &Silent).unwrap();
            assert!(matches!(restored, restore::Outcome::Restored { .. }));
        }
    }
}

fn agrees(archive: &Archive, expected: &Expected) {
    let proof = verify(archive, &Silent).unwrap();
    let messages: Vec<String> = proof.differences.iter().map(Difference::message).collect();
    assert_eq!(messages, [""; 0]);
    assert_eq!(proof.receipts, expected.receipts.len());
    assert_eq!(proof.cards, expected.receipts.iter().map(|(cards, _)| cards).sum::<usize>());
    let mut entries = register::list(archive, &Filter::default()).unwrap();
    entries.sort_by(|one, other| one.number.cmp(&other.number));
    let (old, issued): (Vec<_>, Vec<_>) = entries.iter().partition(|entry| entry.number.is_none());
    let found: Vec<(usize, bool)> =
        issued.iter().map(|entry| (entry.cards as usize, entry.status == ReceiptStatus::Void)).collect();
    assert_eq!(found, expected.receipts);
    let row = |entry: &&RegisterEntry| {
        let company = COMPANIES.iter().position(|(npp, _)| *npp == entry.npp.as_str()).unwrap();
        (entry.date, company, entry.cards as usize)
    };
    let (mut old, mut wanted): (Vec<OldRow>, _) = (old.iter().map(row).collect(), expected.old_rows());
    old.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(old, wanted);
    for (place, copies) in expected.copies.iter().enumerate() {
        assert_eq!(dossier::dossier(archive, &number(place)).unwrap().life.copies.len(), *copies);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_number_is_one_after_any_acts_in_any_order(acts in prop::collection::vec(acts(), 1..9)) {
        let folder = tempfile::tempdir().unwrap();
        let mut archive = Archive::open(&folder.path().join("data")).unwrap();
        let mut expected = Expected::default();
        for one in &acts {
            act(&mut archive, &mut expected, one);
            agrees(&archive, &expected);
        }
        // Nobody's number stands in the audit trail.
        drop(archive);
        let database = rusqlite::Connection::open(folder.path().join("data/cetak-kpj.sqlite")).unwrap();
        let trail = "SELECT coalesce(group_concat(subject || ' ' || detail || ' ' || coalesce(old, '') || coalesce(new, '')), '') FROM audit";
        let trail: String = database.query_row(trail, [], |row| row.get(0)).unwrap();
        // a hash may hold such a run of digits
        let words = trail.split(|c: char| !c.is_ascii_alphanumeric());
        let is_number = |word: &&str| [11, 16].contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
        let numbers: Vec<&str> = words.filter(is_number).collect();
        prop_assert_eq!(numbers, Vec::<&str>::new());
    }
}
