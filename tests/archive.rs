//! The archive as a whole: proved, copied, brought back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod office;

use office::Office;
use rusqlite::Connection;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// An office with two batches, the second with a PDF for each worker.
fn office() -> Office {
    let office = Office::new();
    let first = office.sample("first.xlsx", &["--rows", "12", "--seed", "1"]);
    office.ok(&["issue", &first, "--date", "2026-11-20"]);
    let second = office.sample("second.xlsx", &["--rows", "3", "--seed", "2"]);
    office.ok(&["issue", &second, "--date", "2026-11-20", "--per-worker", "--paper", "a4"]);
    office
}

/// The same office once more, to be damaged.
fn copy(office: &Office) -> Office {
    let copy = Office::new();
    for name in office::files_below(&office.path("data")) {
        let place = copy.path(&format!("data/{name}"));
        fs::create_dir_all(Path::new(&place).parent().unwrap()).unwrap();
        fs::copy(office.path(&format!("data/{name}")), place).unwrap();
    }
    copy
}

const STEM: &str = "data/documents/24101780/24101780_2026-11-20";

fn database(office: &Office) -> Connection {
    Connection::open(office.path("data/cetak-kpj.sqlite")).unwrap()
}

/// Receipt and code of each difference.
fn differences(office: &Office) -> Vec<(Value, String)> {
    let (code, said) = office.json(&["verify"]);
    let found = said["differences"].as_array().unwrap();
    assert_eq!((code == 1, said["ok"] == json!(false)), (!found.is_empty(), !found.is_empty()), "{said:#}");
    assert!(found.iter().all(|difference| difference["message"].as_str().unwrap().len() > 10), "{said:#}");
    found.iter().map(|found| (found["receipt"].clone(), found["code"].as_str().unwrap().to_owned())).collect()
}

fn place(office: &Office, name: &str) -> String {
    office.path(&format!("{STEM}{name}"))
}

fn read(office: &Office, name: &str) -> Vec<u8> {
    fs::read(place(office, name)).unwrap()
}

fn write(office: &Office, name: &str, bytes: &[u8]) {
    fs::write(place(office, name), bytes).unwrap();
}

/// Puts other bytes in the place of a document and records their hash, as somebody who knows how would.
fn forge(office: &Office, name: &str, bytes: &[u8]) {
    write(office, name, bytes);
    let hash = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    let path = format!("{STEM}{name}");
    let path = path.trim_start_matches("data/documents/");
    let forged = "UPDATE document SET sha256 = ?1, bytes = ?2 WHERE path = ?3";
    assert_eq!(database(office).execute(forged, (hash, bytes.len(), path)).unwrap(), 1);
}

#[test]
fn a_sound_archive_is_proved_and_left_as_it_is() {
    let office = office();
    let before = office::files_below(&office.path("data/documents"));
    let proof = office.ok(&["verify"]);
    assert_eq!((&proof["ok"], &proof["receipts"], &proof["cards"]), (&json!(true), &json!(2), &json!(15)));
    assert_eq!(proof["differences"], json!([]));
    assert_eq!(proof["audit"]["entries"], 2);
    assert_eq!(office::files_below(&office.path("data/documents")), before);
    let (code, text, _) = office.text(&["verify"]);
    assert!(code == 0 && text.contains("2 tanda terima, 15 kartu"), "{text}");
    assert_eq!(Office::new().ok(&["verify"])["receipts"], 0, "an office that has issued nothing is sound too");
}

/// What is done to an office.
enum Damage {
    /// By statements.
    Sql(&'static str),
    /// By statements that the program could not run itself.
    Trail(&'static str),
    /// To its folder.
    Files(fn(&Office)),
}

/// The receipt by its place, 0 for none, and the code.
type Expected = &'static [(u32, &'static str)];

const DAMAGES: [(Damage, Expected); 17] = [
    (Damage::Sql("UPDATE register SET cards = 13 WHERE cards = 12"), &[(1, "cards-count"), (1, "receipt-count")]),
    (
        Damage::Sql("DELETE FROM card WHERE receipt_id = 1 AND position = 5"),
        &[(1, "cards-count"), (1, "list-count"), (1, "cards-numbers"), (1, "receipt-numbers")],
    ),
    (
        Damage::Sql("UPDATE card SET kpj = '26999999993' WHERE receipt_id = 1 AND position = 5"),
        &[(1, "cards-numbers"), (1, "receipt-numbers")],
    ),
    (Damage::Sql("DELETE FROM register WHERE cards = 12"), &[(1, "register-missing")]),
    (Damage::Sql("UPDATE receipt SET sequence = 4 WHERE sequence = 2"), &[(0, "number-missing")]),
    (Damage::Sql("UPDATE receipt SET number = '0007/2026' WHERE sequence = 2"), &[(7, "issue-not-in-trail")]),
    (
        Damage::Sql("DELETE FROM document WHERE path LIKE '%20_TandaTerima.pdf'"),
        &[(0, "file-unknown"), (1, "record-changed"), (1, "document-not-recorded")],
    ),
    (Damage::Trail("UPDATE audit SET actor = 'x' WHERE id = 1"), &[(0, "audit-changed")]),
    (Damage::Trail("DELETE FROM audit WHERE id = 2"), &[(0, "audit-missing"), (2, "issue-not-in-trail")]),
    (Damage::Files(|office| write(office, "_lain.pdf", b"somebody's")), &[(0, "file-unknown")]),
    (Damage::Files(|office| write(office, "_KPJ.pdf", b"")), &[(1, "document-changed")]),
    (Damage::Files(|office| fs::remove_file(place(office, "_KPJ.pdf")).unwrap()), &[(1, "document-missing")]),
    (
        Damage::Files(|office| {
            fs::remove_file(place(office, "_KPJ.pdf")).unwrap();
            fs::create_dir(place(office, "_KPJ.pdf")).unwrap();
        }),
        &[(1, "document-unreadable")],
    ),
    (
        Damage::Files(|office| {
            let mut bytes = read(office, "_TandaTerima.pdf");
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            write(office, "_TandaTerima.pdf", &bytes);
        }),
        &[(1, "document-changed")],
    ),
    // with the hash made to fit, only the text can tell
    (
        Damage::Files(|office| forge(office, "_KPJ.pdf", &read(office, "_2_KPJ.pdf"))),
        &[(1, "record-changed"), (1, "cards-numbers")],
    ),
    (
        Damage::Files(|office| forge(office, "_TandaTerima.pdf", &read(office, "_2_TandaTerima.pdf"))),
        &[(1, "record-changed"), (1, "receipt-numbers"), (1, "receipt-count")],
    ),
    (
        Damage::Files(|office| forge(office, "_KPJ.pdf", b"%PDF-1.7\nnothing")),
        &[(1, "record-changed"), (1, "document-unreadable")],
    ),
];

#[test]
fn whatever_does_not_agree_is_found_and_named() {
    let sound = office();
    for (place, (damage, expected)) in DAMAGES.iter().enumerate() {
        let office = copy(&sound);
        match damage {
            Damage::Sql(statement) => database(&office).execute_batch(statement).unwrap(),
            Damage::Trail(statement) => {
                let unguarded = "DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted;";
                database(&office).execute_batch(&format!("{unguarded}{statement}")).unwrap();
            }
            Damage::Files(damage) => damage(&office),
        }
        let receipt = |number: u32| if number == 0 { Value::Null } else { format!("{number:04}/2026").into() };
        let expected: Vec<_> = expected.iter().map(|(number, code)| (receipt(*number), (*code).to_owned())).collect();
        assert_eq!(differences(&office), expected, "damage {place}");
    }
}

#[test]
fn damaged_documents_and_databases_are_differences_and_never_a_crash() {
    let office = office();
    let whole = read(&office, "_KPJ.pdf");
    // every kind of damage that the recorded hash would hide
    for step in 0..40usize {
        let mut bytes = whole.clone();
        if step % 4 == 0 {
            bytes.truncate(whole.len() * step / 40);
        } else {
            for place in (step * 97..bytes.len()).step_by(211 + step * 13) {
                bytes[place] = bytes[place].wrapping_mul(31).wrapping_add(u8::try_from(step).unwrap());
            }
        }
        forge(&office, "_KPJ.pdf", &bytes);
        let (code, said) = office.json(&["verify"]);
        assert_eq!(code, 1, "{step}: {said:#}");
    }
    // A page that unpacks to more than any page of ours.
    forge(&office, "_KPJ.pdf", &bomb());
    let codes: Vec<String> = differences(&office).into_iter().map(|(_, code)| code).collect();
    assert_eq!(codes, ["record-changed", "document-unreadable"]);
    forge(&office, "_KPJ.pdf", &whole);
    assert_eq!(differences(&office), []);

    let path = office.path("data/cetak-kpj.sqlite");
    // without free pages: nothing is lost with them
    database(&office).execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    let sound = fs::read(&path).unwrap();
    for page in 1..sound.len() / 4096 {
        let mut bytes = sound.clone();
        bytes[page * 4096..(page + 1) * 4096].fill(0x5A);
        fs::write(&path, bytes).unwrap();
        let (code, said) = office.json(&["verify"]);
        // 2 where the damage keeps it from being opened at all
        assert!(code == 1 || (code == 2 && said["error"]["code"] == "database-damaged"), "page {page}: {said:#}");
    }
}

/// A small PDF whose only page unpacks to 64 MiB of spaces.
fn bomb() -> Vec<u8> {
    use std::io::Write;
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let spaces = vec![b' '; 1 << 20];
    for _ in 0..64 {
        packed.write_all(&spaces).unwrap();
    }
    let mut content = packed.finish().unwrap();
    for _ in 0..2 {
        let mut again = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        again.write_all(&content).unwrap();
        content = again.finish().unwrap();
    }
    let mut pdf = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    let mut object = |pdf: &mut Vec<u8>, body: &[u8]| {
        places.push(pdf.len());
        pdf.extend(format!("{} 0 obj\n", places.len()).bytes());
        pdf.extend(body);
        pdf.extend(b"\nendobj\n");
    };
    object(&mut pdf, b"<</Type/Catalog/Pages 2 0 R>>");
    object(&mut pdf, b"<</Type/Pages/Kids[3 0 R]/Count 1>>");
    object(&mut pdf, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>/Contents 4 0 R>>");
    let mut stream =
        format!("<</Length {}/Filter[/FlateDecode/FlateDecode/FlateDecode]>>\nstream\n", content.len()).into_bytes();
    stream.extend(content);
    stream.extend(b"\nendstream");
    object(&mut pdf, &stream);
    let table = pdf.len();
    pdf.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
    for place in &places {
        pdf.extend(format!("{place:010} 00000 n \n").bytes());
    }
    pdf.extend(format!("trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n").bytes());
    pdf
}
