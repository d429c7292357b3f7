//! What becomes of a receipt after it was issued: marked, printed again, cancelled, as `kpj` does it and other
//! programs see it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod office;

use office::Office;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::thread;

/// An office that has issued one batch; with the KPJs of its cards.
fn office_with(rows: &str) -> (Office, Vec<String>) {
    let office = Office::new();
    let list = office.sample("list.xlsx", &["--rows", rows]);
    let kpjs = numbers(&office, &list);
    office.ok(&["issue", &list, "--date", "2026-11-20"]);
    (office, kpjs)
}

fn numbers(office: &Office, list: &str) -> Vec<String> {
    let (_, checked) = office.json(&["check", list]);
    checked["rows"].as_array().unwrap().iter().map(|row| row["kpj"].as_str().unwrap().to_owned()).collect()
}

/// The command is refused with this code, in words, and changes nothing.
#[track_caller]
fn refused(office: &Office, arguments: &[&str], code: &str) {
    let before = (office.documents(), office.ok(&["mark", "0001/2026"]));
    let (exit, said) = office.json(arguments);
    assert_eq!((exit, said["error"]["code"].as_str()), (2, Some(code)), "{arguments:?} {said}");
    assert!(!said["error"]["message"].as_str().unwrap().is_empty(), "{code}");
    assert!(!said["error"]["hint"].as_str().unwrap().is_empty(), "{code}");
    assert_eq!((office.documents(), office.ok(&["mark", "0001/2026"])), before, "{arguments:?}");
}

fn statuses(entry: &Value) -> Vec<&str> {
    entry["history"].as_array().unwrap().iter().map(|step| step["status"].as_str().unwrap()).collect()
}

#[test]
fn a_receipt_is_printed_sent_and_handed_over_and_its_history_says_by_whom() {
    let (office, _) = office_with("4");
    let mark = |arguments: &[&str]| office.ok(&[&["mark", "0001/2026"], arguments].concat());
    assert_eq!(mark(&["printed"])["status"], "printed");
    assert_eq!(mark(&["emailed", "--to", "hrd@contoh.example"])["status"], "emailed");
    let handed = ["handed-over", "--to", "Budi Santoso", "--date", "21-11-2026"];
    let entry = mark(&handed);
    assert_eq!((&entry["handed_over_to"], &entry["handed_over_on"]), (&json!("Budi Santoso"), &json!("2026-11-21")));
    assert_eq!(statuses(&entry), ["issued", "printed", "emailed", "handed-over"]);
    for step in entry["history"].as_array().unwrap() {
        assert!(step["at"].as_str().unwrap().ends_with('Z') && !step["actor"].as_str().unwrap().is_empty(), "{step}");
    }
    assert_eq!(entry["history"][2]["to"], "hrd@contoh.example");

    // The same once more is done, without a change; going back or another hand-over is not.
    assert_eq!(mark(&handed), entry);
    assert_eq!(mark(&["handed-over"]), entry);
    refused(&office, &["mark", "0001/2026", "printed"], "status-back");
    refused(&office, &["mark", "0001/2026", "emailed"], "status-back");
    refused(&office, &["mark", "0001/2026", "handed-over", "--to", "Ani"], "handed-over-before");
    refused(&office, &["mark", "0009/2026", "printed"], "receipt-not-found");
    assert_eq!(office.ok(&["register", "list", "--status", "handed-over"])["entries"][0]["number"], "0001/2026");
    assert_eq!(mark(&[]), entry, "without a status the history is shown");
    let (_, shown, _) = office.text(&["mark", "0001/2026"]);
    assert!(shown.contains("Budi Santoso") && shown.contains("Riwayat"), "{shown}");
}

#[test]
fn cards_that_the_printer_spoilt_wait_until_they_are_printed() {
    let (office, kpjs) = office_with("4");
    let entry = office.ok(&["mark", "0001/2026", "printed", "--failed", &kpjs[2], &kpjs[0]]);
    assert_eq!((&entry["status"], &entry["to_print"]), (&json!("printed"), &json!([kpjs[0], kpjs[2]])));
    assert_eq!(office.ok(&["mark", "0001/2026", "printed", "--failed", &kpjs[0], &kpjs[2]]), entry);
    refused(&office, &["mark", "0001/2026", "handed-over", "--to", "Budi"], "cards-to-print");
    refused(&office, &["mark", "0001/2026", "printed", "--failed", "24000000018"], "kpj-not-on-receipt");
    assert_eq!(office.ok(&["mark", "0001/2026", "printed", "--failed", &kpjs[2]])["to_print"], json!([kpjs[2]]));
    assert_eq!(office.ok(&["mark", "0001/2026", "printed"])["to_print"], json!([]));
    refused(&office, &["mark", "0001/2026", "handed-over"], "recipient-missing");
    assert_eq!(office.ok(&["mark", "0001/2026", "handed-over", "--to", "Budi"])["status"], "handed-over");
}

#[test]
fn a_void_receipt_keeps_number_row_and_files_and_frees_its_numbers() {
    let (office, kpjs) = office_with("4");
    let files = office.documents();
    let bytes = || -> Vec<Vec<u8>> {
        files.iter().map(|name| fs::read(office.path(&format!("data/documents/{name}"))).unwrap()).collect()
    };
    let before = bytes();
    refused(&office, &["void", "0001/2026", "--reason", "  "], "reason-missing");
    refused(&office, &["void", "0009/2026", "--reason", "salah"], "receipt-not-found");
    let entry = office.ok(&["void", "0001/2026", "--reason", "daftar keliru"]);
    assert_eq!((&entry["status"], &entry["history"][1]["reason"]), (&json!("void"), &json!("daftar keliru")));
    assert_eq!(office.ok(&["void", "0001/2026", "--reason", "lagi"]), entry, "voided once");
    refused(&office, &["mark", "0001/2026", "printed"], "receipt-void");
    let register = office.ok(&["register", "list"]);
    assert_eq!((register["entries"].as_array().unwrap().len(), &register["total_cards"]), (1, &json!(0)));
    assert!(office.text(&["register", "list"]).1.contains("BATAL"));

    // The same list again: the numbers are free, the next receipt number is taken, the old files are untouched.
    let again = office.ok(&["issue", &office.path("list.xlsx"), "--date", "2026-11-20"]);
    assert_eq!((&again["receipt"]["number"], &again["receipt"]["cards"]), (&json!("0002/2026"), &json!(4)));
    assert!(bytes() == before);
    // a KPJ leads to both receipts
    let found = office.ok(&["register", "list", "--search", &kpjs[1]]);
    let numbers: Vec<_> = found["entries"].as_array().unwrap().iter().map(|entry| &entry["number"]).collect();
    assert_eq!(numbers, ["0002/2026", "0001/2026"]);
}

#[test]
fn programs_that_mark_at_once_agree_on_one_history() {
    let (office, _) = office_with("2");
    let hand = |name: &str| office.json(&["mark", "0001/2026", "handed-over", "--to", name, "--date", "2026-11-21"]).0;
    let codes: Vec<i32> = thread::scope(|scope| {
        let programs: Vec<_> =
            ["Budi", "Ani", "Budi", "Ani"].map(|name| scope.spawn(move || hand(name))).into_iter().collect();
        programs.into_iter().map(|program| program.join().unwrap()).collect()
    });
    assert_eq!(codes.iter().filter(|code| **code == 0).count(), 2, "one of the two was first: {codes:?}");
    let entry = office.ok(&["mark", "0001/2026"]);
    assert_eq!(statuses(&entry), ["issued", "handed-over"]);
    assert_eq!(entry["handed_over_to"], entry["history"][1]["to"]);
    let voided: BTreeSet<String> = thread::scope(|scope| {
        let void = || office.ok(&["void", "0001/2026", "--reason", "x"])["history"].to_string();
        let programs: Vec<_> = (0..3).map(|_| scope.spawn(void)).collect();
        programs.into_iter().map(|program| program.join().unwrap()).collect()
    });
    assert_eq!(voided.len(), 1);
}
