//! A signed receipt comes back as a scan: it is kept, proved and backed up like what was issued.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod office;

use office::Office;
use serde_json::{Value, json};
use std::fs;

const JPEG: &[u8] = b"\xFF\xD8\xFF\xE0 a photo";
const PDF: &[u8] = b"%PDF-1.4 a page of a scanner";

fn office() -> Office {
    let office = Office::new();
    let list = office.sample("list.xlsx", &["--rows", "2"]);
    office.ok(&["issue", &list, "--accept-warnings", "--date", "2026-11-20"]);
    office
}

fn file(office: &Office, name: &str, bytes: &[u8]) -> String {
    let path = office.path(name);
    fs::write(&path, bytes).unwrap();
    path
}

fn scans(office: &Office) -> Vec<String> {
    office.documents().into_iter().filter(|name| name.contains("_Pindai")).collect()
}

fn codes(proof: &Value) -> Vec<&str> {
    proof["differences"].as_array().unwrap().iter().map(|difference| difference["code"].as_str().unwrap()).collect()
}

#[test]
fn a_scan_comes_with_the_hand_over_or_after_it_and_a_second_one_is_a_second_one() {
    let office = office();
    let photo = file(&office, "IMG 1.PNG", JPEG);
    let hand_over =
        |scan: &str| ["mark", "0001/2026", "handed-over", "--to", "Budi", "--scan", scan].map(str::to_owned);
    let ok = |arguments: &[String]| office.ok(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    let marked = ok(&hand_over(&photo));
    assert_eq!((&marked["status"], &marked["handed_over_to"]), (&json!("handed-over"), &json!("Budi")));
    // the ending says what it is, whatever the file was called
    assert_eq!(scans(&office), ["24101780/24101780_2026-11-20_TandaTerima_Pindai1.jpg"]);
    let kept = office.path("data/documents/24101780/24101780_2026-11-20_TandaTerima_Pindai1.jpg");
    assert_eq!(fs::read(&kept).unwrap(), JPEG);
    assert_eq!(ok(&hand_over(&photo))["scans"].as_array().unwrap().len(), 1, "the same file is not taken twice");
    let page = file(&office, "page.pdf", PDF);
    let two = office.ok(&["mark", "0001/2026", "handed-over", "--scan", &page]);
    assert_eq!(two["scans"].as_array().unwrap().len(), 2);
    assert!(two["scans"][1]["file"].as_str().unwrap().ends_with("_TandaTerima_Pindai2.pdf"));
    assert_eq!(office.ok(&["verify"])["ok"], true);

    // into a backup and back
    office.ok(&["backup", &office.path("all.zip")]);
    let other = Office::new();
    other.ok(&["restore", &office.path("all.zip")]);
    assert_eq!(other.ok(&["mark", "0001/2026"])["scans"][0]["sha256"], two["scans"][0]["sha256"]);
    assert_eq!(other.ok(&["verify"])["ok"], true);

    // another file in its place shows, also where the record was changed with it
    fs::write(&kept, PDF).unwrap();
    assert_eq!(codes(&office.json(&["verify"]).1), ["document-changed"]);
    let database = rusqlite::Connection::open(office.path("data/cetak-kpj.sqlite")).unwrap();
    let forged = "UPDATE document SET sha256 = (SELECT sha256 FROM document WHERE path LIKE '%Pindai2.pdf'), bytes = ?1
                  WHERE path LIKE '%Pindai1.jpg'";
    database.execute(forged, [PDF.len()]).unwrap();
    fs::remove_file(office.path("data/documents/24101780/24101780_2026-11-20_TandaTerima_Pindai2.pdf")).unwrap();
    assert_eq!(codes(&office.json(&["verify"]).1), ["document-missing"], "the trail knows both hashes of this receipt");
    let unknown = "UPDATE document SET sha256 = printf('%064d', 7) WHERE path LIKE '%Pindai1.jpg'";
    database.execute(unknown, []).unwrap();
    assert_eq!(codes(&office.json(&["verify"]).1)[0], "record-changed");
}

#[test]
fn what_is_no_scan_is_refused_and_the_hand_over_with_it() {
    let office = office();
    let large = office.path("large.jpg");
    fs::write(&large, JPEG).unwrap();
    fs::OpenOptions::new().write(true).open(&large).unwrap().set_len((20 << 20) + 1).unwrap();
    for (scan, code) in [
        (file(&office, "note.jpg", b"a letter"), "scan-format"),
        (file(&office, "empty.pdf", b""), "scan-format"),
        (large, "scan-too-large"),
        (office.path("gone.jpg"), "file-not-found"),
        (office.path("data"), "scan-unreadable"),
    ] {
        let (exit, refused) = office.json(&["mark", "0001/2026", "handed-over", "--to", "Budi", "--scan", &scan]);
        assert_eq!((exit, &refused["error"]["code"]), (2, &json!(code)), "{scan}");
    }
    let photo = file(&office, "photo.jpg", JPEG);
    // nobody is named who took the cards
    assert_eq!(office.json(&["mark", "0001/2026", "handed-over", "--scan", &photo]).0, 2);
    assert_eq!((office.ok(&["mark", "0001/2026"])["status"].clone(), scans(&office).len()), (json!("issued"), 0));
    office.ok(&["void", "0001/2026", "--reason", "salah perusahaan"]);
    assert_eq!(office.json(&["mark", "0001/2026", "handed-over", "--to", "Budi", "--scan", &photo]).0, 2);
    assert_eq!(scans(&office).len(), 0);
    assert_eq!(office.ok(&["verify"])["ok"], true);
}
