//! Lists that come in two parts, go back to the company, or come again.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

mod office;

use office::Office;
use serde_json::json;
use std::fs;

/// Writes a text file of the office and returns its path.
fn file(office: &Office, name: &str, text: &str) -> String {
    fs::write(office.path(name), text).unwrap();
    office.path(name)
}

const PEOPLE: &str = "NPP : 24101780;Nama Perusahaan : PT CONTOH MAJU\n\
    NIK;NAMA;TGL LAHIR;KPJ\n\
    3522012501990001;BUDI SANTOSO;25-01-1999;\n\
    3522016501990001;SITI AMINAH;25-01-1999;\n\
    9371010101900001;YOHANES;01-01-1990;24000000109\n\
    9171014107850002;MARIA;01-07-1985;\n";

#[test]
fn a_second_list_completes_the_numbers_and_says_what_did_not_match() {
    let office = Office::new();
    let list = file(&office, "list.csv", PEOPLE);
    let second = file(
        &office,
        "upah.csv",
        "NIK;KPJ;NAMA_LENGKAP\n\
         3522012501990001;24123456782;BUDI SANTOSO\n\
         3522016501990001;24000000018;SITI AMINAH\n\
         3522016501990001;26999999993;SITI AMINAH\n\
         9371010101900001;24000000109;YOHANES\n\
         3522010101800003;08012345677;SESEORANG\n",
    );
    let (code, checked) = office.json(&["check", &list, "--kpj-from", &second]);
    assert_eq!(code, 1);
    // Row 3 was completed; Siti has two numbers there and Maria none; Yohanes needed none, and row 6 is nobody's.
    assert_eq!(
        checked["kpj_from"],
        json!({"file": "upah.csv", "completed": 1, "missing": [4, 6], "ambiguous": [4], "unused": [5, 6]})
    );
    assert_eq!(checked["rows"][0]["kpj"], "24123456782");
    assert_eq!(checked["counts"], json!({"rows": 4, "ready": 2, "warning": 0, "rejected": 2}));
    assert_eq!(checked["rows"][1]["problems"][0]["code"], "kpj-missing");

    let (_, said, _) = office.text(&["check", &list, "--kpj-from", &second]);
    for words in ["1 nomor KPJ dilengkapi", "masih tanpa nomor: baris 4, 6", "lebih dari satu nomor", "baris 5-6"] {
        assert!(said.contains(words), "{words} in {said}");
    }
    assert_eq!(office.json(&["check", &list]).1["kpj_from"], json!(null), "only where a second list was named");
    let (code, said) = office.json(&["check", &list, "--kpj-from", &office.path("nowhere.csv")]);
    assert_eq!((code, &said["error"]["code"]), (2, &json!("file-not-found")));
    assert!(said["error"]["message"].as_str().unwrap().contains("nowhere.csv"));

    let issue = ["issue", &list, "--kpj-from", &second, "--skip-rejected"];
    let issued = office.ok(&issue);
    assert_eq!((&issued["receipt"]["cards"], &issued["kpj_from"]), (&json!(2), &checked["kpj_from"]));
    assert_eq!(office.json(&issue).1["rows"][0]["problems"][0]["code"], "kpj-already-issued");
}
