//! `kpj` as scripts and people call it: what it says, what it writes, how it ends.

mod office;

use calamine::{Data, Reader};
use office::{Office, files_below, pdf_text};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

#[test]
fn a_list_goes_in_and_cards_receipt_and_register_come_out() {
    let office = Office::new();
    let list = office.sample("list.xlsx", &["--rows", "120", "--kind", "smile"]);
    let issue = ["issue", &list, "--npp", "24101780", "--company", "PT Contoh Maju", "--date", "2026-11-20"];
    let issued = office.ok(&[&issue[..], &["--ro", "Dewi Lestari", "--out", &office.path("copies")]].concat());

    let receipt = json!({"number": "0001/2026", "date": "2026-11-20", "npp": "24101780",
                         "company": "PT Contoh Maju", "cards": 120, "status": "issued"});
    assert_eq!(issued["receipt"], receipt);
    assert_eq!(issued["counts"], json!({"rows": 120, "ready": 120, "warning": 0, "rejected": 0}));
    let documents = ["24101780/24101780_2026-11-20_KPJ.pdf", "24101780/24101780_2026-11-20_TandaTerima.pdf"];
    assert_eq!(office.documents(), documents);
    for (key, name) in [("cards", documents[0]), ("receipt", documents[1])] {
        let file = fs::read(issued["files"][key].as_str().unwrap()).unwrap();
        assert_eq!(file, fs::read(office.path(&format!("data/documents/{name}"))).unwrap());
        assert_eq!(file, fs::read(office.path(&format!("copies/{}", &name[9..]))).unwrap());
    }

    // One number everywhere: in the file, in the cards, on the receipt and in the register.
    let checked = office.json(&["check", &list]).1;
    let cards = pdf_text(issued["files"]["cards"].as_str().unwrap());
    let receipt = pdf_text(issued["files"]["receipt"].as_str().unwrap());
    let rows = checked["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 120);
    for row in rows {
        let text = |key: &str| row[key].as_str().unwrap();
        assert!(cards.contains(text("kpj")) && cards.contains(text("nik")), "row {} is not in the cards", row["row"]);
        assert!(receipt.contains(text("kpj")) && !receipt.contains(text("nik")));
        assert_eq!(row["problems"][0]["code"], "kpj-already-issued");
    }
    assert!(receipt.contains("0001/2026") && receipt.contains("120 (seratus dua puluh) lembar"));

    let register = office.ok(&["register", "list"]);
    let entry = json!({"number": "0001/2026", "date": "2026-11-20", "npp": "24101780", "company": "PT Contoh Maju",
                       "cards": 120, "status": "issued", "ro": "Dewi Lestari", "handed_over_to": null,
                       "handed_over_on": null});
    assert_eq!(register, json!({"entries": [entry], "total_entries": 1, "total_cards": 120}));

    // A second batch of that day gets its own names and the next number; the company is known by now.
    let second = office.sample("second.xlsx", &["--rows", "3", "--seed", "9"]);
    let issued = office.ok(&["issue", &second, "--date", "20-11-2026", "--per-worker", "--paper", "a4"]);
    assert_eq!(issued["receipt"]["number"], "0002/2026");
    let documents = office.documents();
    assert_eq!(documents.len(), 7, "{documents:?}");
    for name in ["24101780/24101780_2026-11-20_2_KPJ.pdf", "24101780/24101780_2026-11-20_2_TandaTerima.pdf"] {
        assert!(documents.iter().any(|document| document == name), "{name}");
    }
    for file in issued["files"]["per_worker"].as_array().unwrap() {
        let file = file.as_str().unwrap();
        let kpj = Path::new(file).file_stem().unwrap().to_str().unwrap();
        assert!(pdf_text(file).contains(kpj), "named by its KPJ");
    }
    // The log tells of both, and of nobody.
    let logs: String = files_below(&office.path("data/logs"))
        .iter()
        .map(|name| fs::read_to_string(office.path(&format!("data/logs/{name}"))).unwrap())
        .collect();
    assert!(logs.contains("0001/2026") && logs.contains("0002/2026"), "{logs}");
    let digits: Vec<&str> = logs.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() >= 10).collect();
    assert!(digits.is_empty() && !logs.contains("Contoh") && !logs.contains(".pdf"), "{logs}");
    // Another year begins at one again.
    let third = office.sample("third.xlsx", &["--rows", "2", "--seed", "10"]);
    assert_eq!(office.ok(&["issue", &third, "--date", "2027-01-04"])["receipt"]["number"], "0001/2027");
}

#[test]
fn the_register_is_exported_as_the_office_knows_it() {
    let office = Office::new();
    for (seed, date, company) in [("1", "2026-11-19", "=PT \"Awal\""), ("2", "2026-11-20", "PT Akhir")] {
        let list = office.sample("list.xlsx", &["--rows", "4", "--seed", seed]);
        office.ok(&["issue", &list, "--date", date, "--company", company, "--npp", "01234567"]);
    }
    let (workbook, full, csv) = (office.path("r.xlsx"), office.path("full.xlsx"), office.path("r.csv"));
    assert_eq!(office.ok(&["register", "export", &workbook])["rows"], 2);
    office.ok(&["register", "export", &full, "--full", "--from", "2026-11-20"]);

    let mut book = calamine::open_workbook_auto(&workbook).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let rows: Vec<Vec<Data>> = range.rows().map(<[Data]>::to_vec).collect();
    let text = |value: &str| Data::String(value.to_owned());
    assert_eq!(rows[0], ["Tanggal", "NPP", "Nama perusahaan", "Jumlah KPJ tenaga kerja"].map(text));
    assert_eq!(rows.len(), 4, "titles, two receipts, the total");
    let Data::DateTime(day) = &rows[1][0] else { panic!("a real date, not {:?}", rows[1][0]) };
    let (year, month, day, ..) = day.to_ymd_hms_milli();
    assert_eq!((year, month, day), (2026, 11, 19));
    assert_eq!(rows[1][1..], [text("01234567"), text("=PT \"Awal\""), Data::Float(4.0)]);
    assert_eq!(rows[2][2], text("PT Akhir"));
    let sheet = book.sheet_names()[0].clone();
    let formulas = book.worksheet_formula(&sheet).unwrap();
    assert_eq!(formulas.used_cells().count(), 1, "no text became a formula; the one is the total");

    let mut book = calamine::open_workbook_auto(&full).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    assert_eq!((range.height(), range.width()), (3, 9));
    assert_eq!(range.get_value((1, 4)), Some(&text("0002/2026")));

    office.ok(&["register", "export", &csv, "--search", "akhir"]);
    let head = "\u{feff}Tanggal;NPP;Nama perusahaan;Jumlah KPJ tenaga kerja\r\n";
    assert_eq!(fs::read_to_string(&csv).unwrap(), format!("{head}20-11-2026;01234567;PT Akhir;4\r\n"));
    // A spreadsheet would run this text; the apostrophe stops it.
    office.ok(&["register", "export", &csv, "--to", "2026-11-19"]);
    assert_eq!(fs::read_to_string(&csv).unwrap(), format!("{head}19-11-2026;01234567;\"'=PT \"\"Awal\"\"\";4\r\n"));
}

#[test]
fn nothing_is_issued_before_a_person_has_decided() {
    let office = Office::new();
    let list = office.sample("dirty.xlsx", &["--rows", "120", "--dirty"]);
    let (code, checked) = office.json(&["check", &list]);
    assert_eq!(code, 1);
    let count = |key: &str| checked["counts"][key].as_u64().unwrap();
    assert_eq!(count("rows"), 120);
    assert_eq!(count("rows"), count("ready") + count("warning") + count("rejected"));
    assert!(count("warning") > 0 && count("rejected") > 0);

    for flags in [&[][..], &["--accept-warnings"], &["--skip-rejected"]] {
        let (code, refused) = office.json(&[&["issue", list.as_str()], flags].concat());
        assert_eq!((code, &refused["receipt"]), (1, &Value::Null), "{flags:?}");
        assert_eq!(refused["counts"], checked["counts"]);
        assert!(!refused["rows"].as_array().unwrap().is_empty());
    }
    let both = ["issue", &list, "--accept-warnings", "--skip-rejected"];
    let cards = count("ready") + count("warning");
    assert_eq!(office.ok(&[&both[..], &["--dry-run"]].concat())["receipt"]["cards"], cards);
    assert_eq!(office.documents(), [""; 0]);
    assert_eq!(office.ok(&["register", "list"])["entries"], json!([]));

    let issued = office.ok(&both);
    assert_eq!((&issued["receipt"]["number"], &issued["receipt"]["cards"]), (&json!("0001/2026"), &json!(cards)));

    // The same list again: everything in it is issued, so nothing is, and it says with which receipt.
    let (code, again) = office.json(&both);
    assert_eq!((code, &again["receipt"]), (1, &Value::Null));
    assert!(again["rows"].to_string().contains("0001/2026"));
    assert_eq!(office.documents().len(), 2);
}

#[test]
fn what_cannot_be_done_says_so_and_writes_nothing() {
    let office = Office::new();
    let good = office.sample("good.xlsx", &["--rows", "3"]);
    let file = |name: &str, bytes: &[u8]| {
        fs::write(office.path(name), bytes).unwrap();
        office.path(name)
    };
    let half = fs::read(&good).unwrap();
    let nameless = file("list.csv", b"NIK;KPJ;NAMA;TGL LAHIR\n3522012501990001;24123456782;SITI;25-01-1999\n");
    let cases: [(&[&str], &str); 14] = [
        (&["check", &office.path("nowhere.xlsx")], "file-not-found"),
        (&["check", &file("empty.xlsx", b"")], "file-empty"),
        (&["check", &file("letter.xlsx", b"%PDF-1.7\n1 0 obj\n")], "file-not-a-list"),
        (&["check", &file("half.xlsx", &half[..half.len() / 2])], "file-damaged"),
        (&["check", &file("words.csv", b"a;b\nc;d\n")], "header-not-found"),
        (&["check", &file("nobody.csv", b"NIK;KPJ;NAMA;TGL LAHIR\n")], "no-rows"),
        (&["issue", &nameless], "npp-missing"),
        (&["issue", &nameless, "--npp", "24101780"], "company-missing"),
        (&["issue", &good, "--out", &file("a-file", b"x")], "out-not-writable"),
        (&["issue", &good, "--npp", "12"], "usage"),
        (&["issue", &good, "--date", "31-02-2026"], "usage"),
        (&["check", &good, "--sheet", "Lain"], "usage"),
        (&["register", "export", &office.path("no/such/folder/r.xlsx")], "out-not-writable"),
        (&["dance"], "usage"),
    ];
    for (arguments, expected) in cases {
        let (code, said) = office.json(arguments);
        assert_eq!((code, said["error"]["code"].as_str()), (2, Some(expected)), "{arguments:?} {said}");
        assert!(!said["error"]["message"].as_str().unwrap().is_empty(), "{expected}");
        assert!(!said["error"]["hint"].as_str().unwrap().is_empty(), "{expected}");
    }
    assert_eq!(office.documents(), [""; 0]);
    assert_eq!(office.ok(&["register", "list"])["entries"], json!([]));
    assert_eq!(fs::read(office.path("a-file")).unwrap(), b"x");

    let database = rusqlite::Connection::open(office.path("data/cetak-kpj.sqlite")).unwrap();
    database.pragma_update(None, "user_version", 999).unwrap();
    assert_eq!(office.json(&["issue", &good]).1["error"]["code"], "database-newer");
}

#[test]
fn check_writes_nothing_and_both_languages_are_spoken() {
    let office = Office::new();
    let list = office.sample("hr.xlsx", &["--rows", "12", "--kind", "hr"]);
    let (code, checked) = office.json(&["check", &list]);
    assert_eq!(code, 0);
    assert_eq!(checked["company"], json!({"npp": "24101780", "name": "PT CONTOH MAJU"}));
    assert_eq!((&checked["header_row"], &checked["sheet"]), (&json!(4), &json!("Karyawan")));
    assert_eq!(
        checked["columns"],
        json!({"kpj": "No. KPJ", "nik": "NIK", "name": "Nama Lengkap", "birth_date": "Tgl Lahir", "sex": "JK"})
    );
    assert!(!Path::new(&office.path("data")).exists(), "a check makes no data folder");

    let (_, id, _) = office.text(&["check", &list]);
    let (_, en, _) = office.text(&["--lang", "en", "check", &list]);
    assert!(id.contains("12 baris: 12 siap") && en.contains("12 rows: 12 ready"), "{id}\n{en}");
    let (code, out, err) = office.text(&["check", &office.path("nowhere.xlsx")]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("tidak ditemukan") && err.contains("file-not-found"), "{err}");
}

#[test]
fn the_same_list_and_date_give_the_same_bytes() {
    let documents = || {
        let office = Office::new();
        let list = office.sample("list.xlsx", &["--rows", "25", "--seed", "3"]);
        office.ok(&["issue", &list, "--date", "2026-11-20", "--paper", "f4"]);
        let names = office.documents();
        let bytes = names.iter().map(|name| fs::read(office.path(&format!("data/documents/{name}"))).unwrap());
        (fs::read(&list).unwrap(), names.clone(), bytes.collect::<Vec<_>>())
    };
    assert!(documents() == documents());
}

#[test]
fn an_issued_document_is_never_overwritten() {
    let office = Office::new();
    let list = office.sample("list.xlsx", &["--rows", "2"]);
    let taken = office.path("data/documents/24101780/24101780_2026-11-20_KPJ.pdf");
    let copy = office.path("copies/24101780_2026-11-20_2_KPJ.pdf");
    for (file, text) in [(&taken, "somebody's file"), (&copy, "another")] {
        fs::create_dir_all(Path::new(file).parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    let issued = office.ok(&["issue", &list, "--date", "2026-11-20", "--out", &office.path("copies")]);
    assert!(issued["files"]["cards"].as_str().unwrap().ends_with("24101780_2026-11-20_2_KPJ.pdf"));
    assert_eq!(fs::read_to_string(taken).unwrap(), "somebody's file");
    assert_eq!(fs::read_to_string(copy).unwrap(), "another");
    let stem = "24101780_2026-11-20_2";
    let copies = [format!("{stem}_KPJ (2).pdf"), format!("{stem}_KPJ.pdf"), format!("{stem}_TandaTerima.pdf")];
    assert_eq!(files_below(&office.path("copies")), copies);
}
