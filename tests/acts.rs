//! What becomes of a receipt after it was issued: marked, printed again, cancelled, as `kpj` does it and other
//! programs see it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod office;

use office::{Office, pdf_text};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::process::Command;
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

/// Reprints and gives the one receipt that it is about.
fn reprint(office: &Office, arguments: &[&str]) -> Value {
    let done = office.ok(&[&["reprint"], arguments, &["--reason", "damaged", "--note", "basah kena hujan"]].concat());
    assert_eq!(done["reprints"].as_array().unwrap().len(), 1);
    done["reprints"][0].clone()
}

#[test]
fn cards_are_printed_again_with_a_numbered_copy_and_counted_once() {
    let (office, kpjs) = office_with("5");
    let register = office.ok(&["register", "list"]);
    let issued = office.documents();
    let first = reprint(&office, &[&kpjs[3], &kpjs[1], &kpjs[3]]);
    assert_eq!(
        (&first["receipt"], &first["copy"], &first["reason"]),
        (&json!("0001/2026"), &json!(1), &json!("damaged"))
    );
    assert_eq!(first["kpjs"], json!([kpjs[1], kpjs[3]]), "each once, in the order of the receipt");
    let second = reprint(&office, &[&kpjs[0], "--out", &office.path("copies")]);
    for (copy, n) in [(&first, 1), (&second, 2)] {
        let file = |key: &str| copy["files"][key].as_str().unwrap();
        assert!(file("cards").ends_with(&format!("24101780_2026-11-20_KPJ_Salinan{n}.pdf")));
        assert!(file("receipt").ends_with(&format!("24101780_2026-11-20_TandaTerima_Salinan{n}.pdf")));
        let (cards, receipt) = (pdf_text(file("cards")), pdf_text(file("receipt")));
        for kpj in &kpjs {
            let wanted = copy["kpjs"].as_array().unwrap().contains(&json!(kpj));
            assert_eq!((cards.contains(kpj.as_str()), receipt.contains(kpj.as_str())), (wanted, wanted));
        }
        assert!(receipt.contains(&format!("SALINAN ke-{n}")) && receipt.contains("0001/2026"), "{receipt}");
        assert!(receipt.contains("kartu rusak; dari 5 kartu") && !receipt.contains("BATAL"), "{receipt}");
        assert!(!receipt.contains("hujan"), "the note stays in the office");
    }
    assert!(!pdf_text(&office.path(&format!("data/documents/{}", issued[1]))).contains("SALINAN"));
    assert_eq!(office::files_below(&office.path("copies")).len(), 2);
    assert_eq!(office.ok(&["register", "list"]), register, "no card is counted twice");
    assert_eq!(office.documents().len(), 6);

    let entry = office.ok(&["mark", "0001/2026"]);
    let copy = &entry["copies"][1];
    assert_eq!((&copy["copy"], &copy["cards"], &copy["note"]), (&json!(2), &json!(1), &json!("basah kena hujan")));
    assert!(!copy["actor"].as_str().unwrap().is_empty());

    // A card of a reprint is a card like any other: it cannot be issued twice.
    let (code, refusal) = office.json(&["issue", &office.path("list.xlsx")]);
    assert_eq!((code, refusal["rows"].as_array().unwrap().len()), (1, 5));
}

#[test]
fn cards_of_several_receipts_are_grouped_and_a_batch_of_the_same_day_keeps_its_name() {
    let (office, one) = office_with("3");
    let list = office.sample("second.xlsx", &["--rows", "2", "--seed", "7"]);
    let two = numbers(&office, &list);
    office.ok(&["issue", &list, "--date", "2026-11-20"]);
    // someone else's file is in the way
    let stem = office.path("data/documents/24101780/24101780_2026-11-20");
    fs::write(format!("{stem}_KPJ_Salinan1.pdf"), "somebody's").unwrap();
    let cards = [two[1].as_str(), &one[0], &two[0]];
    let done = office.ok(&[&["reprint"], &cards[..], &["--reason", "lost", "--note", "hilang di jalan"]].concat());
    let summary: Vec<_> = done["reprints"]
        .as_array()
        .unwrap()
        .iter()
        .map(|reprint| (reprint["receipt"].as_str().unwrap(), reprint["cards"].as_u64().unwrap()))
        .collect();
    assert_eq!(summary, [("0002/2026", 2), ("0001/2026", 1)]);
    let file = |n: usize| done["reprints"][n]["files"]["cards"].as_str().unwrap().to_owned();
    assert_eq!(file(0), format!("{stem}_2_KPJ_Salinan1.pdf"));
    assert_eq!(file(1), format!("{stem}_KPJ_Salinan1_2.pdf"));
    assert_eq!(fs::read_to_string(format!("{stem}_KPJ_Salinan1.pdf")).unwrap(), "somebody's");
}

#[test]
fn what_cannot_be_printed_again_says_so_and_writes_nothing() {
    let (office, kpjs) = office_with("3");
    let list = office.sample("second.xlsx", &["--rows", "2", "--seed", "7"]);
    let void = numbers(&office, &list);
    office.ok(&["issue", &list, "--date", "2026-11-20"]);
    office.ok(&["void", "0002/2026", "--reason", "keliru"]);
    let note = ["--reason", "lost", "--note", "hilang"];
    let unknown = ["24999999990", "24999999982"];
    refused(&office, &[&["reprint", &kpjs[0], unknown[0], unknown[1]], &note[..]].concat(), "kpj-not-found");
    let (_, said) = office.json(&[&["reprint", &kpjs[0], unknown[0], unknown[1]], &note[..]].concat());
    assert!(unknown.iter().all(|kpj| said["error"]["message"].as_str().unwrap().contains(kpj)), "{said}");
    refused(&office, &[&["reprint", &kpjs[0], &void[0]], &note[..]].concat(), "kpj-void");
    refused(&office, &["reprint", &kpjs[0], "--reason", "lost", "--note", " "], "note-missing");
    refused(&office, &["reprint", &kpjs[0], "--reason", "lost"], "usage");
    refused(&office, &["reprint", &kpjs[0], "--reason", "bored", "--note", "x"], "usage");
    refused(&office, &[&["reprint", "123"], &note[..]].concat(), "usage");
    fs::write(office.path("a-file"), "x").unwrap();
    let out = office.path("a-file");
    refused(&office, &[&["reprint", &kpjs[0], "--out", &out], &note[..]].concat(), "out-not-writable");
    // Issued again, the number is a card again.
    office.ok(&["issue", &list, "--date", "2026-11-21"]);
    assert_eq!(reprint(&office, &[&void[0]])["receipt"], "0003/2026");
}

#[test]
fn a_receipt_is_given_out_as_issued_as_a_copy_and_with_the_mark_batal() {
    let (office, _) = office_with("40");
    let out = office.path("out.pdf");
    let archived = office.path("data/documents/24101780/24101780_2026-11-20_TandaTerima.pdf");
    let same = || fs::read(&out).unwrap() == fs::read(&archived).unwrap();
    office.ok(&["receipt", "0001/2026", "--out", &out]);
    assert!(same());
    for n in 1..=2 {
        let given = office.ok(&["receipt", "0001/2026", "--copy", "--out", &out]);
        assert_eq!((&given["copy"], given["out"].as_str()), (&json!(n), Some(out.as_str())));
        assert!(fs::read(&out).unwrap() == fs::read(given["file"].as_str().unwrap()).unwrap());
        let text = pdf_text(&out);
        let marks = text.matches(&format!("SALINAN ke-{n}")).count();
        assert!(marks == text.matches('\u{c}').count() && marks == 2, "on every page: {marks}");
        assert!(text.contains("40 (empat puluh) lembar"), "{text}");
    }
    let entry = office.ok(&["mark", "0001/2026"]);
    assert_eq!((&entry["copies"][1]["copy"], &entry["copies"][1]["reason"]), (&json!(2), &Value::Null));
    refused(&office, &["receipt", "0009/2026"], "receipt-not-found");
    refused(&office, &["receipt", "0001/2026", "--copy", "--out", &office.path("no/folder/x.pdf")], "out-not-writable");

    office.ok(&["void", "0001/2026", "--reason", "keliru"]);
    refused(&office, &["receipt", "0001/2026", "--copy"], "receipt-void");
    let given = office.ok(&["receipt", "0001/2026", "--out", &out]);
    let text = pdf_text(&out);
    assert!(text.matches("BATAL").count() >= 4, "on every page: {text}");
    assert_eq!(office.ok(&["receipt", "0001/2026"])["file"], given["file"], "made once");
    office.ok(&["receipt", "0001/2026", "--original", "--out", &out]);
    assert!(same());

    // What is not what was issued is not given out.
    let mut bytes = fs::read(&archived).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(&archived, bytes).unwrap();
    refused(&office, &["receipt", "0001/2026", "--original", "--out", &out], "document-changed");
    fs::remove_file(&archived).unwrap();
    assert_eq!(office.json(&["receipt", "0001/2026", "--original"]).1["error"]["code"], "document-missing");
}

/// What a scanner reads on a page printed with 150 dpi.
fn scanned(office: &Office, pdf: &str) -> String {
    let page = office.path("page");
    let run = |program: &str, arguments: &[&str]| {
        let output =
            Command::new(program).args(arguments).output().unwrap_or_else(|error| panic!("{program}: {error}"));
        String::from_utf8(output.stdout).unwrap()
    };
    run("pdftoppm", &["-r", "150", "-gray", "-singlefile", pdf, &page]);
    run("zbarimg", &["-q", "--raw", "--nodbus", &format!("{page}.pgm")]).trim().to_owned()
}

#[test]
fn the_code_on_a_receipt_is_known_again_and_an_altered_register_shows() {
    let (office, _) = office_with("6");
    let code =
        |name: &str| scanned(&office, &office.path(&format!("data/documents/24101780/24101780_2026-11-20_{name}")));
    let printed = code("TandaTerima.pdf");
    assert_eq!(printed.len(), 14, "{printed}");
    let text = pdf_text(&office.path("data/documents/24101780/24101780_2026-11-20_TandaTerima.pdf"));
    assert!(text.contains(&printed), "{text}");
    let verdict = office.ok(&["verify", "--code", &printed]);
    assert_eq!((&verdict["ok"], &verdict["receipt"]["number"]), (&json!(true), &json!("0001/2026")));
    assert_eq!(office.ok(&["verify", "--code", &printed.to_lowercase().replace('-', "")]), verdict);

    // Copies and the cancelled receipt carry the code of the original.
    office.ok(&["receipt", "0001/2026", "--copy"]);
    assert_eq!(code("TandaTerima_Salinan1.pdf"), printed);
    office.ok(&["void", "0001/2026", "--reason", "keliru"]);
    office.ok(&["receipt", "0001/2026"]);
    assert_eq!(code("TandaTerima_BATAL.pdf"), printed);
    assert_eq!(office.ok(&["verify", "--code", &printed])["receipt"]["status"], "void");

    // A code that fits another list of another office is not known here.
    let other = office_with("7").0;
    let theirs = scanned(&other, &other.path("data/documents/24101780/24101780_2026-11-20_TandaTerima.pdf"));
    assert_ne!(theirs, printed);
    let (exit, verdict) = office.json(&["verify", "--code", &theirs]);
    assert_eq!((exit, &verdict["ok"], &verdict["receipt"]), (1, &json!(false), &Value::Null));
    refused(&office, &["verify", "--code", "7K2M-9QXT"], "usage");

    let database = rusqlite::Connection::open(office.path("data/cetak-kpj.sqlite")).unwrap();
    database.execute("UPDATE card SET name = name || 'X' WHERE position = 4", []).unwrap();
    let (exit, verdict) = office.json(&["verify", "--code", &printed]);
    assert_eq!((exit, &verdict["ok"], &verdict["receipt"]["number"]), (1, &json!(false), &json!("0001/2026")));
}

#[test]
fn the_offices_logo_stands_on_receipts_and_only_a_picture_can_be_one() {
    let (office, _) = office_with("3");
    let images = |pdf: &str| {
        let output = Command::new("pdfimages").args(["-list", pdf]).output().expect("pdfimages (poppler-utils)");
        String::from_utf8(output.stdout).unwrap().lines().count().saturating_sub(2)
    };
    let copy = || office.ok(&["receipt", "0001/2026", "--copy"])["file"].as_str().unwrap().to_owned();
    assert_eq!(images(&copy()), 0);
    for picture in ["no/such.png", "Cargo.toml", "tests/pictures/press.jpg"] {
        refused(&office, &["logo", picture], "logo-unusable");
    }
    let kept = office.ok(&["logo", "tests/pictures/halves.jpg"])["logo"].as_str().unwrap().to_owned();
    let with = copy();
    assert_eq!(images(&with), 1);
    assert!(pdf_text(&with).contains("SALINAN ke-2"));
    // A logo that is gone is missed before anything is made.
    fs::remove_file(office.path(&format!("data/logo/{kept}"))).unwrap();
    refused(&office, &["receipt", "0001/2026", "--copy"], "logo-unusable");
    office.ok(&["logo", "--remove"]);
    assert_eq!(images(&copy()), 0);
}

#[test]
fn spoilt_cards_of_all_receipts_are_printed_again_in_one_act_and_a_card_tells_its_whole_story() {
    let (office, one) = office_with("3");
    let list = office.sample("second.xlsx", &["--rows", "12", "--seed", "7"]);
    office.ok(&["issue", &list, "--date", "2026-11-20"]);
    let again = ["reprint", "--spoilt", "--reason", "other", "--note", "printer macet", "--paper", "a4", "--start-at"];
    let waiting = || -> Vec<String> {
        let spoilt = office.ok(&["spoilt"])["spoilt"].clone();
        let about = |card: &Value| format!("{} {}", card["receipt"].as_str().unwrap(), card["kpj"].as_str().unwrap());
        spoilt.as_array().unwrap().iter().map(about).collect()
    };
    refused(&office, &[&again[..], &["1"]].concat(), "nothing-to-print");
    office.ok(&["mark", "0002/2026", "printed", "--failed", "2", "11-12"]);
    office.ok(&["mark", "0001/2026", "printed", "--failed", &one[2]]);
    assert_eq!(waiting().len(), 4);
    assert!(waiting().contains(&format!("0001/2026 {}", one[2])));
    refused(&office, &[&again[..], &["11"]].concat(), "start-at");
    refused(&office, &["mark", "0002/2026", "printed", "--failed", "13"], "no-such-card");
    assert_eq!(waiting().len(), 4);

    let done = office.ok(&[&again[..], &["10"]].concat());
    let cards: Vec<_> = done["reprints"].as_array().unwrap().iter().map(|copy| copy["cards"].clone()).collect();
    assert_eq!(cards.iter().filter_map(Value::as_u64).sum::<u64>(), 4);
    assert!(waiting().is_empty(), "what was printed again waits no longer");
    office.ok(&["mark", "0001/2026", "handed-over", "--to", "Budi Santoso", "--date", "2026-11-21"]);

    let story = office.ok(&["card", &one[2]]);
    let events: Vec<_> =
        story["history"].as_array().unwrap().iter().map(|event| event["event"].as_str().unwrap()).collect();
    assert_eq!(events.len(), 5);
    for event in ["issued", "printed", "spoilt", "reprinted", "handed-over"] {
        assert!(events.contains(&event), "{event}: {story:#}");
    }
    let of = |name: &str| story["history"].as_array().unwrap().iter().find(|event| event["event"] == name).unwrap();
    assert!(of("spoilt")["settled"].is_string());
    assert_eq!((&of("reprinted")["note"], &of("handed-over")["to"]), (&json!("printer macet"), &json!("Budi Santoso")));
    assert_eq!(of("handed-over")["on"], "2026-11-21");
    let (code, text, _) = office.text(&["card", &one[2]]);
    assert!(code == 0 && text.contains("salinan ke-1") && text.contains("Budi Santoso"), "{text}");
    refused(&office, &["card", "24999999990"], "kpj-not-found");
    assert_eq!(office.ok(&["verify"])["ok"], true);
}
