//! Columns that a person has to show, and what becomes of it.

#![expect(clippy::unwrap_used, reason = "what tests share may fail as tests do")]

mod office;

use office::Office;
use serde_json::json;

/// Writes a text file of the office and returns its path.
fn file(office: &Office, name: &str, text: &str) -> String {
    std::fs::write(office.path(name), text).unwrap();
    office.path(name)
}

#[test]
fn what_is_forgotten_must_be_said_again() {
    let office = Office::new();
    let list = file(&office, "satu.csv", "Kode A;Orang;L;Kode B\n3522012501990001;BUDI;25-01-1999;24123456782\n");
    let map = ["--map", "nik=Kode A", "--map", "name=Orang", "--map", "birth_date=C:C", "--map", "kpj=Kode B"];
    let forget = ["forget-mapping", list.as_str()];
    assert_eq!(office.ok(&forget)["forgotten"], false);
    assert!(!std::fs::exists(office.path("data")).unwrap(), "no data folder is made for it");

    office.ok(&["register", "list"]);
    office.ok(&[&["check", list.as_str()][..], &map].concat());
    let again = office.ok(&["check", &list]);
    assert_eq!((&again["mapping"], &again["columns"]["birth_date"]), (&json!("remembered"), &json!("L")));
    // a list of other titles forgets nothing
    let plain = office.sample("plain.xlsx", &["--rows", "2"]);
    assert_eq!(office.ok(&["forget-mapping", &plain])["forgotten"], false);
    let (code, said) = office.json(&["forget-mapping", &office.path("nowhere.csv")]);
    assert_eq!((code, &said["error"]["code"]), (2, &json!("file-not-found")));
    assert_eq!(office.ok(&["check", &list])["mapping"], "remembered");

    let (code, said, _) = office.text(&forget);
    assert!(code == 0 && said.contains("sudah dilupakan"), "{said}");
    assert_eq!(office.json(&["check", &list]).1["error"]["code"], "header-not-found");
    // once forgotten, its titles are unknown, and so is whether something was remembered
    assert_eq!(office.ok(&forget)["forgotten"], false);
}

#[test]
fn a_list_without_titles_is_read_by_letters_and_loses_nobody() {
    let office = Office::new();
    let people = "1;BUDI;S;3522012501990001;24123456782\n2;SITI;A;3522016501990001;24000000019\n";
    let list = file(&office, "tanpa_judul.csv", people);
    assert_eq!(office.json(&["check", &list]).1["error"]["code"], "header-not-found");
    let map = ["--header-row", "0", "--map", "name=B + C", "--map", "nik=D", "--map", "kpj=E"];
    let back = office.path("kembali.xlsx");
    let (code, checked) = office.json(&[&["check", list.as_str(), "--rejects", &back], &map[..]].concat());
    assert_eq!((code, &checked["header_row"]), (1, &json!(0)));
    assert_eq!((&checked["rows"][0]["row"], &checked["rows"][0]["name"]), (&json!(1), &json!("BUDI S")));
    assert_eq!(checked["counts"]["rows"], 2);
    assert_eq!(checked["rejects"]["rows"], 1);
    let (_, said, _) = office.text(&[&["check", list.as_str()], &map[..]].concat());
    assert!(said.contains("tanpa judul kolom"), "{said}");
}

#[test]
fn a_column_may_be_denied_and_doubts_are_told() {
    let office = Office::new();
    let head = "NIK;NAMA;Nama Peserta;KPJ;JK\n";
    let list = file(&office, "a.csv", &format!("{head}3522012501990001;PT X;BUDI;24123456782;X\n"));
    let (_, checked) = office.json(&["check", &list]);
    assert_eq!(checked["doubts"], json!([{"field": "name", "columns": ["NAMA", "Nama Peserta"]}]));
    let (_, said, _) = office.text(&["--lang", "en", "check", &list]);
    assert!(said.contains("Several columns fit Name: NAMA, Nama Peserta."), "{said}");
    let (_, checked) = office.json(&["check", &list, "--map", "name=Nama Peserta", "--map", "sex="]);
    assert_eq!((&checked["doubts"], &checked["columns"]["sex"]), (&json!([]), &json!(null)));
    assert_eq!(checked["rows"][0]["name"], "BUDI");
}
