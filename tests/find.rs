//! People are found over every card ever issued.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod office;

use office::Office;
use serde_json::{Value, json};

const LIST: &str = "No KPJ;NIK;Nama;Tgl Lahir\n\
    24123456782;3522012501990001;MA'RUF AMIN, S.Kom;25-01-1999\n\
    24000000018;3522016501990001;SITI AMINAH;25-01-1999\n\
    24000000109;9371010101900001;Siti Nur Hidayati;01-01-1990\n";

/// Two lists: in the second, Siti Aminah has another card from another company.
fn office() -> Office {
    let office = Office::new();
    let issue = |name: &str, text: &str, npp: &str, company: &str| {
        let path = office.path(name);
        std::fs::write(&path, text).unwrap();
        office.ok(&["issue", &path, "--npp", npp, "--company", company, "--date", "2026-11-20", "--accept-warnings"])
    };
    issue("one.csv", LIST, "24101780", "PT Contoh Maju");
    let second = "No KPJ;NIK;Nama;Tgl Lahir\n26999999993;3522016501990001;SITI AMINAH;25-01-1999\n";
    issue("two.csv", second, "24101781", "CV Sinar Terang");
    office
}

fn names(office: &Office, text: &str) -> Vec<String> {
    let found = office.ok(&["find", text]);
    found["people"].as_array().unwrap().iter().map(|person| person["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_person_is_found_by_number_and_by_any_part_of_the_name() {
    let office = office();
    let (maruf, aminah, hidayati) = ("MA'RUF AMIN, S.KOM", "SITI AMINAH", "SITI NUR HIDAYATI");
    for (text, expected) in [
        ("24123456782", &[maruf][..]),
        ("2412", &[maruf]),
        ("2400", &[aminah, hidayati]),
        ("3522016501990001", &[aminah]),
        ("siti", &[aminah, hidayati]),
        ("aminah siti", &[aminah]),
        ("dayat si", &[hidayati]),
        ("n s", &[hidayati]),
        ("maruf", &[maruf]),
        ("Ma’ruf Amin, S.Kom.", &[maruf]),
        ("amin", &[aminah, maruf]),
        ("minah budi", &[]),
        ("9999", &[]),
        ("%", &[]),
        ("\" OR siti", &[]),
    ] {
        assert_eq!(names(&office, text), expected, "{text}");
    }
    let found = office.ok(&["find", "siti", "--limit", "1"]);
    assert_eq!((found["people"].as_array().unwrap().len(), &found["more"]), (1, &json!(true)));
}

#[test]
fn a_person_has_every_card_ever_issued_void_ones_too() {
    let office = office();
    let list = office.ok(&["register", "list", "--npp", "24101781"]);
    let number = list["entries"][0]["number"].as_str().unwrap();
    office.ok(&["void", number, "--reason", "salah perusahaan"]);
    let found = office.ok(&["find", "26999999993"]);
    let person = &found["people"][0];
    assert_eq!((&person["nik"], &person["birth_date"]), (&json!("3522016501990001"), &json!("1999-01-25")));
    let cards = person["cards"].as_array().unwrap();
    let told = |card: &Value| ["kpj", "npp", "company", "status"].map(|key| card[key].as_str().unwrap().to_owned());
    assert_eq!(told(&cards[0]), ["26999999993", "24101781", "CV Sinar Terang", "void"]);
    assert_eq!(told(&cards[1]), ["24000000018", "24101780", "PT Contoh Maju", "issued"]);
    assert_eq!((&cards[0]["receipt"], &cards[0]["date"]), (&json!(number), &json!("2026-11-20")));
}

#[test]
fn a_search_is_on_record_without_what_was_searched() {
    let office = office();
    office.ok(&["find", "3522016501990001"]);
    office.ok(&["find", "nobody of this name"]);
    let database = rusqlite::Connection::open(office.path("data/cetak-kpj.sqlite")).unwrap();
    let ask = |sql: &str| database.query_row(sql, [], |row| row.get::<_, String>(0)).unwrap();
    let trail = "SELECT group_concat(subject || ': ' || detail) FROM audit WHERE act = 'people-shown'";
    assert_eq!(ask(trail), "search by nik: 1 people, 2 cards");
    // so is looking at the people of a receipt
    let people = office.ok(&["people", "0001/2026"]);
    let told = |at: usize, key: &str| people["people"][at][key].as_str().unwrap().to_owned();
    assert_eq!((people["people"].as_array().unwrap().len(), told(0, "kpj")), (3, "24123456782".into()));
    assert_eq!((told(1, "name"), told(2, "nik")), ("SITI AMINAH".into(), "9371010101900001".into()));
    assert_eq!(ask(trail), "search by nik: 1 people, 2 cards,0001/2026: 3 cards");
    assert_eq!(office.json(&["people", "0009/2026"]).0, 2);
}
