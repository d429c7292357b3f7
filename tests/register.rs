//! The register leaves the program as sums, workbook and CSV, read back by programs that did not write them.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod office;

use calamine::{Data, Reader, Xlsx, open_workbook};
use office::Office;
use serde_json::{Value, json};
use std::io::Read;

/// An old register, a receipt of today's program, and a void one.
fn office() -> Office {
    let office = Office::new();
    let old = office.path("old.csv");
    let rows = "Tanggal;NPP;Nama Perusahaan;Jumlah KPJ;RO\n05-01-2024;24101780;PT Contoh Maju;12;Rina\n\
                09-01-2024;01234567;=CV Rumus;3;\n20-03-2024;24101780;PT Contoh Maju;7;Rina\n";
    std::fs::write(&old, rows).unwrap();
    office.ok(&["register", "import", &old]);
    let mut numbers = Vec::new();
    for (seed, date) in [("1", "2024-03-21"), ("2", "2024-03-22")] {
        let list = office.sample(&format!("{seed}.xlsx"), &["--rows", "4", "--seed", seed]);
        let company = ["--npp", "24101781", "--company", "UD Jaya", "--date", date];
        let issued = office.ok(&[&["issue", &list, "--accept-warnings"], &company[..]].concat());
        numbers.push(issued["receipt"]["number"].as_str().unwrap().to_owned());
    }
    office.ok(&["void", &numbers[1], "--reason", "salah daftar"]);
    office
}

#[test]
fn the_register_is_summed_up_without_what_is_void() {
    let office = office();
    let months = office.ok(&["register", "summary"]);
    let row = |month: &str, entries: u64, cards: u64| json!({"month": month, "entries": entries, "cards": cards});
    assert_eq!(months["rows"], json!([row("2024-01", 2, 15), row("2024-03", 2, 11)]));
    assert_eq!((&months["total_entries"], &months["total_cards"]), (&json!(4), &json!(26)));
    let companies = office.ok(&["register", "summary", "--by", "company", "--from", "2024-03-01"]);
    let row =
        |npp: &str, company: &str, cards: u64| json!({"npp": npp, "company": company, "entries": 1, "cards": cards});
    assert_eq!(companies["rows"], json!([row("24101780", "PT Contoh Maju", 7), row("24101781", "UD Jaya", 4)]));
    let officers = office.ok(&["register", "summary", "--by", "ro", "--to", "2024-01-31"]);
    let row = |ro: Value, cards: u64| json!({"ro": ro, "entries": 1, "cards": cards});
    assert_eq!(officers["rows"], json!([row(Value::Null, 3), row(json!("Rina"), 12)]));
    let (code, text, _) = office.text(&["register", "summary"]);
    assert_eq!(
        (code, text.lines().last().map(|line| line.split_whitespace().collect::<Vec<_>>())),
        (0, Some(vec!["Jumlah", "4", "26"]))
    );
}

/// The cells of a sheet as another program shows them.
fn cells(path: &str, sheet: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    let shown = |cell: &Data| match cell {
        Data::DateTime(date) => format!("day {}", date.as_f64()),
        Data::Float(value) => format!("number {value}"),
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        other => format!("{other:?}"),
    };
    range.rows().map(|row| row.iter().map(shown).collect()).collect()
}

fn member(path: &str, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn the_workbook_has_the_offices_columns_a_total_and_a_recap() {
    let office = office();
    let out = office.path("register.xlsx");
    office.ok(&["register", "export", &out]);
    let rows = cells(&out, "Register");
    let expected = [
        ["Tanggal", "NPP", "Nama perusahaan", "Jumlah KPJ tenaga kerja"],
        ["day 45296", "24101780", "PT Contoh Maju", "number 12"],
        ["day 45300", "01234567", "=CV Rumus", "number 3"],
        ["day 45371", "24101780", "PT Contoh Maju", "number 7"],
        ["day 45372", "24101781", "UD Jaya", "number 4"],
        ["day 45373", "24101781", "UD Jaya", "BATAL (4)"],
        ["", "", "Jumlah", "number 26"],
    ];
    assert_eq!(rows, expected);
    let recap = cells(&out, "Rekap");
    let month = |day: &str, entries: &str, cards: &str| vec![day.to_owned(), entries.to_owned(), cards.to_owned()];
    assert_eq!(recap[1], month("day 45292", "number 2", "number 15"));
    assert_eq!(recap[2], month("day 45323", "number 0", "number 0"), "a month without entries is a month");
    assert_eq!(recap[3], month("day 45352", "number 2", "number 11"));
    assert_eq!(recap[4], month("Jumlah", "number 4", "number 26"));
    let sheet = member(&out, "xl/worksheets/sheet1.xml");
    for part in [
        "SUBTOTAL(9,D2:D6)",
        "state=\"frozen\"",
        "<autoFilter ref=\"A1:D6\"",
        "paperSize=\"9\"",
        "orientation=\"landscape\"",
    ] {
        assert!(sheet.contains(part), "{part}");
    }
    assert!(member(&out, "xl/workbook.xml").contains("_xlnm.Print_Titles"));
    assert!(member(&out, "xl/charts/chart1.xml").contains("Rekap!$C$2:$C$4"));
    // What stands there with a sign is text, also where a filter is used.
    let filtered = office.path("filtered.xlsx");
    office.ok(&["register", "export", &filtered, "--full", "--search", "jaya", "--status", "issued"]);
    let rows = cells(&filtered, "Register");
    assert_eq!((rows.len(), rows[1][6].as_str()), (3, "terbit"));
    let empty = office.path("empty.xlsx");
    office.ok(&["register", "export", &empty, "--npp", "99999999"]);
    assert_eq!((cells(&empty, "Register").len(), cells(&empty, "Rekap").len()), (1, 1));
}

#[test]
fn the_csv_opens_as_a_table_and_runs_nothing() {
    let office = office();
    let out = office.path("register.csv");
    office.ok(&["register", "export", &out, "--to", "2024-01-31"]);
    let expected = "\u{feff}Tanggal;NPP;Nama perusahaan;Jumlah KPJ tenaga kerja\r\n\
                    05-01-2024;24101780;PT Contoh Maju;12\r\n09-01-2024;01234567;'=CV Rumus;3\r\n";
    assert_eq!(std::fs::read_to_string(&out).unwrap(), expected);
}

#[test]
fn a_list_and_an_export_have_the_rows_and_the_order_that_were_asked_for() {
    let office = office();
    let of = |entry: &Value| format!("{} {}", entry["npp"].as_str().unwrap(), entry["cards"]);
    let rows = ["24101780 12", "01234567 3", "24101780 7", "24101781 4", "24101781 4"];
    for (asked, expected) in [
        (&["--sort", "date"][..], vec![rows[4], rows[3], rows[2], rows[1], rows[0]]),
        (&["--sort", "number"], vec![rows[4], rows[3], rows[2], rows[1], rows[0]]),
        (&["--sort", "number", "--ascending"], rows.to_vec()),
        (&["--sort", "cards", "--descending"], vec![rows[0], rows[2], rows[4], rows[3], rows[1]]),
        (&["--company", "contoh", "--ascending"], vec![rows[0], rows[2]]),
        (&["--ro", "rina", "--sort", "cards", "--ascending"], vec![rows[2], rows[0]]),
        (&["--ro", "", "--ascending"], vec![rows[1], rows[3], rows[4]]),
        (&["--sort", "npp", "--ascending", "--limit", "2"], vec![rows[1], rows[0]]),
    ] {
        let listed = office.ok(&[&["register", "list"], asked].concat());
        let entries: Vec<_> = listed["entries"].as_array().unwrap().iter().map(of).collect();
        assert_eq!(entries, expected, "{asked:?}");
    }
    let limited = office.ok(&["register", "list", "--limit", "1"]);
    assert_eq!((&limited["total_entries"], &limited["total_cards"]), (&json!(5), &json!(26)));
    let out = office.path("sorted.xlsx");
    office.ok(&["register", "export", &out, "--sort", "cards", "--descending", "--company", "pt contoh"]);
    let rows = cells(&out, "Register");
    assert_eq!((rows[1][3].as_str(), rows[2][3].as_str()), ("number 12", "number 7"));
}
