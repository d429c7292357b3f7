//! The old Excel register, as other programs have written it, becomes part of this one: once, and back again.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod office;

use cetak_kpj::progress::{Cancelled, Progress, Silent, Stage};
use cetak_kpj::workflow::{Archive, register, take_over};
use office::Office;
use serde_json::{Value, json};

fn old(name: &str) -> String {
    format!("{}/tests/fixtures/registers/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Day, NPP, company and cards of the register, the oldest first.
fn entries(office: &Office) -> Vec<(String, String, String, u64)> {
    let list = office.ok(&["register", "list"]);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut entries: Vec<_> = list["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| (text(&e["date"]), text(&e["npp"]), text(&e["company"]), e["cards"].as_u64().unwrap()))
        .collect();
    entries.reverse();
    entries
}

fn counts(json: &Value) -> [u64; 5] {
    ["rows", "new", "known", "rejected", "void"].map(|key| json["counts"][key].as_u64().unwrap())
}

#[test]
fn a_register_comes_over_once_however_often_and_in_whatever_file_it_comes() {
    let office = Office::new();
    let first = office.ok(&["register", "import", &old("polos.xlsx")]);
    assert_eq!(counts(&first), [4, 4, 0, 0, 0], "two equal rows of one file are two rows");
    assert_eq!((&first["import"], &first["counts"]["repeated"]), (&json!(1), &json!(1)));
    let list = office.ok(&["register", "list"]);
    assert_eq!(list["total_cards"], 34);
    let entry = &list["entries"][0];
    assert_eq!((&entry["number"], &entry["status"]), (&Value::Null, &json!("handed-over")));
    let before = entries(&office);
    let again = office.ok(&["register", "import", &old("polos.xlsx")]);
    assert_eq!((counts(&again), &again["import"]), ([4, 0, 4, 0, 0], &Value::Null));
    assert_eq!(entries(&office), before);
    // Saved by another program, spelled another way, and with two rows more: one of them equal to an earlier one.
    let more = office.ok(&["register", "import", &old("disimpan ulang.xls")]);
    assert_eq!(counts(&more), [6, 2, 4, 0, 0]);
    assert_eq!(entries(&office).len(), 6);
    let own = office.path("own.xlsx");
    office.ok(&["register", "export", &own]);
    assert_eq!(counts(&office.ok(&["register", "import", &own]))[1..3], [0, 6], "our own export is known too");
}

#[test]
fn a_register_in_any_dress_is_read_and_every_problem_is_told_by_its_row() {
    let office = Office::new();
    let file = old("berdandan.xlsx");
    let (code, refused) = office.json(&["register", "import", &file]);
    assert_eq!((code, counts(&refused)), (1, [21, 9, 0, 12, 1]));
    assert_eq!((entries(&office).len(), &refused["import"]), (0, &Value::Null), "nothing was written");
    assert_eq!(refused["skipped_sheets"], json!(["Rekap", "Draf 2023"]));
    let problems: Vec<_> = refused["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| {
            assert_eq!(p["sheet"], "Januari 2024");
            assert!(p["message"].as_str().is_some_and(|message| message.ends_with('.')), "{p}");
            (p["row"].as_u64().unwrap(), p["code"].as_str().unwrap(), p["suggestion"].as_str())
        })
        .collect();
    let expected = [
        (12, "npp-format", None),
        (13, "npp-lost-zero", Some("01234567")),
        (14, "date-swapped", Some("2024-01-12")),
        (15, "date-range", None),
        (16, "date-format", Some("2024-01-16")),
        (17, "date-format", None),
        (18, "company-missing", Some("PT Maju Jaya")),
        (19, "npp-missing", None),
        (20, "npp-format", Some("24101780")),
        (21, "cards-format", None),
        (22, "cards-missing", None),
        (23, "formula-without-value", None),
    ];
    assert_eq!(problems, expected);

    let taken = office.ok(&["register", "import", &file, "--skip-rejected"]);
    assert_eq!(counts(&taken), [21, 9, 0, 12, 1]);
    let row = |day: &str, npp: &str, company: &str, cards| (day.into(), npp.into(), company.into(), cards);
    let expected = [
        row("2024-01-05", "24101780", "PT Contoh Maju", 12),
        row("2024-01-05", "24101781", "PT Maju Jaya", 12),
        row("2024-01-05", "24101782", "CV Sinar Terang", 1),
        row("2024-01-08", "24101780", "PT Contoh Maju", 3),
        row("2024-01-10", "24101781", "PT Maju Jaya", 2),
        row("2024-01-26", "24101780", "PT Contoh Maju", 8),
        row("2024-02-01", "24101780", "PT Contoh Maju", 2),
        row("2024-02-02", "24101780", "PT Contoh Maju", 3),
        row("2024-03-04", "24101781", "PT Maju Jaya", 1250),
    ];
    assert_eq!(entries(&office), expected);
    let list = office.ok(&["register", "list", "--to", "2024-01-05"]);
    assert_eq!((&list["entries"][2]["ro"], &list["entries"][1]["ro"]), (&json!("Rina"), &Value::Null));

    // Rows that are repaired later come as the new ones that they are.
    let repaired = office.ok(&["register", "import", &file, "--skip-rejected", "--take-suggestions"]);
    assert_eq!(counts(&repaired), [21, 5, 9, 7, 1]);
    assert!(entries(&office).contains(&row("2024-01-12", "24101780", "PT Contoh Maju", 5)));
}

#[test]
fn registers_by_year_in_an_opendocument_and_in_text_are_read() {
    let office = Office::new();
    let years = office.ok(&["register", "import", &old("per tahun.ods"), "--sheet", "2023"]);
    assert_eq!((counts(&years), &years["sheets"][0]["sheet"]), ([4, 4, 0, 0, 0], &json!("2023")));
    assert_eq!(counts(&office.ok(&["register", "import", &old("per tahun.ods")])), [8, 4, 4, 0, 0]);
    let (code, none) = office.json(&["register", "import", &old("per tahun.ods"), "--sheet", "2019"]);
    assert_eq!((code, &none["error"]["code"]), (2, &json!("usage")));
    let hidden = office.ok(&["register", "import", &old("berdandan.xlsx"), "--sheet", "Draf 2023", "--dry-run"]);
    assert_eq!(counts(&hidden), [1, 1, 0, 0, 0], "a hidden sheet is read when it is named");
    let (code, text) = office.json(&["register", "import", &old("teks.csv")]);
    assert_eq!((code, &text["problems"][0]["code"]), (1, &json!("npp-lost-zero")));
    let text = office.ok(&["register", "import", &old("teks.csv"), "--take-suggestions"]);
    assert_eq!(counts(&text), [3, 3, 0, 0, 0]);
    let rows = office.ok(&["register", "list", "--to", "2021-12-31"]);
    assert_eq!(rows["entries"][0]["company"], "CV Café Terang");
    assert_eq!(rows["entries"][1]["date"], "2021-01-05", "a ditto mark and an empty date stand for what is above");
}

#[test]
fn a_dry_run_says_the_same_and_makes_nothing() {
    let office = Office::new();
    let dry = office.ok(&["register", "import", &old("polos.xlsx"), "--dry-run"]);
    assert_eq!((counts(&dry), &dry["dry_run"], &dry["import"]), ([4, 4, 0, 0, 0], &json!(true), &Value::Null));
    assert_eq!(office::files_below(&office.path("data")), [""; 0]);
}

#[test]
fn a_take_over_goes_back_as_a_whole_and_may_come_again() {
    let office = Office::new();
    office.ok(&["register", "import", &old("polos.xlsx")]);
    office.ok(&["register", "import", &old("disimpan ulang.xls")]);
    let (code, missing) = office.json(&["register", "import", "--undo", "1", "--reason", " "]);
    assert_eq!((code, &missing["error"]["code"]), (2, &json!("reason-missing")));
    let undone = office.ok(&["register", "import", "--undo", "1", "--reason", "berkas salah"]);
    assert_eq!(undone["undone"], json!({"id": 1, "rows": 4}));
    assert_eq!(entries(&office).len(), 2, "the other take-over's rows stay");
    for (id, expected) in [("1", "take-over-undone"), ("9", "take-over-not-found")] {
        let (code, refused) = office.json(&["register", "import", "--undo", id, "--reason", "lagi"]);
        assert_eq!((code, &refused["error"]["code"]), (2, &json!(expected)));
    }
    let imports = office.ok(&["register", "imports"]);
    let one = &imports["imports"][1];
    assert_eq!((&one["id"], &one["rows"], &one["reason"]), (&json!(1), &json!(4), &json!("berkas salah")));
    assert_eq!(counts(&office.ok(&["register", "import", &old("polos.xlsx")])), [4, 3, 1, 0, 0]);
    assert_eq!(entries(&office).len(), 5);
}

#[test]
fn a_file_without_a_register_is_refused_and_nothing_is_written() {
    let office = Office::new();
    let list = office.sample("list.xlsx", &["--rows", "3", "--kind", "smile"]);
    for (file, expected) in [(list.as_str(), "header-not-found"), ("/nowhere.xlsx", "file-not-found")] {
        let (code, refused) = office.json(&["register", "import", file]);
        assert_eq!((code, &refused["error"]["code"]), (2, &json!(expected)));
        assert!(!refused["error"]["hint"].as_str().unwrap().is_empty());
    }
}

#[test]
fn a_take_over_that_is_cancelled_half_way_has_written_nothing() {
    /// Stops at the third row.
    struct Impatient;
    impl Progress for Impatient {
        fn report(&self, stage: Stage, done: usize, _: usize) -> Result<(), Cancelled> {
            if stage == Stage::Register && done == 2 { Err(Cancelled) } else { Ok(()) }
        }
    }
    let office = Office::new();
    let mut archive = Archive::open(office.path("data").as_ref()).unwrap();
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    let old = take_over::read(Some(&archive), old("polos.xlsx").as_ref(), &[], today, &Silent).unwrap();
    let choices = take_over::Choices::default();
    assert!(take_over::take_over(&mut archive, &old, choices, &Impatient).unwrap_err().code() == "cancelled");
    assert!(register::list(&archive, &register::Filter::default()).unwrap().is_empty());
    assert!(take_over::list(&archive).unwrap().is_empty());
    let outcome = take_over::take_over(&mut archive, &old, choices, &Silent).unwrap();
    assert_eq!((outcome.counts.new, outcome.counts.repeated, outcome.taken.is_some()), (4, 1, true));
}
