//! Lists that come in two parts, go back to the company, or come again.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

mod office;

use office::{Office, files_below, pdf_text};
use rust_xlsxwriter::Workbook;
use serde_json::json;
use std::fs;
use std::path::Path;

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

#[test]
fn columns_that_were_explained_once_are_known_the_next_time() {
    let office = Office::new();
    let head = "Kode A;Orang;Lahir;Kode B\n";
    let list = file(&office, "satu.csv", &format!("{head}3522012501990001;BUDI;25-01-1999;24123456782\n"));
    let map = ["--map", "nik=Kode A", "--map", "name=Orang", "--map", "birth_date=c", "--map", "kpj=Kode B"];
    let explained = [&["check", list.as_str()][..], &map].concat();

    // Without a data folder nothing is remembered, and none is made.
    let (code, checked) = office.json(&explained);
    assert_eq!((code, &checked["mapping"]), (0, &json!("given")));
    assert_eq!(office.json(&["check", &list]).1["error"]["code"], "header-not-found");
    assert!(!fs::exists(office.path("data")).unwrap());

    office.ok(&["register", "list"]);
    office.ok(&explained);
    let checked = office.ok(&["check", &list]);
    assert_eq!((&checked["mapping"], &checked["rows"][0]["nik"]), (&json!("remembered"), &json!("3522012501990001")));
    let (_, said, _) = office.text(&["check", &list]);
    assert!(said.contains("kolom seperti yang dipilih terakhir kali"), "{said}");

    // The same titles in another order, under a title line.
    let moved = "Daftar;;;\nLahir;Kode B;Kode A;Orang\n25-01-1999;24000000018;3522016501990001;SITI\n";
    let checked = office.ok(&["check", &file(&office, "dua.csv", moved)]);
    assert_eq!((&checked["mapping"], &checked["header_row"]), (&json!("remembered"), &json!(2)));
    assert_eq!((&checked["rows"][0]["kpj"], &checked["rows"][0]["name"]), (&json!("24000000018"), &json!("SITI")));
    // One title more is another list.
    let other = file(&office, "tiga.csv", "Kode A;Orang;Lahir;Kode B;Kode C\n3522012501990001;BUDI;;;\n");
    assert_eq!(office.json(&["check", &other]).1["error"]["code"], "header-not-found");
    // What is said later counts, also when said to `issue`; and what the titles tell by themselves is only detected.
    let swapped = file(&office, "empat.csv", &format!("{head}24123456782;BUDI;25-01-1999;3522012501990001\n"));
    let again = ["--map", "nik=Kode B", "--map", "name=B", "--map", "kpj=Kode A", "--map", "birth_date=Lahir"];
    let company = ["--npp", "24101780", "--company", "PT CONTOH MAJU"];
    office.ok(&[&["issue", swapped.as_str()][..], &again, &company].concat());
    assert_eq!(office.json(&["check", &swapped]).1["rows"][0]["nik"], "3522012501990001");
    let plain = office.sample("plain.xlsx", &["--rows", "2"]);
    assert_eq!(office.ok(&["check", &plain])["mapping"], "detected");

    // A row of people taken for the header is not remembered: their numbers are not ours to keep.
    let nobody = file(&office, "lima.csv", "3522016501990001;SITI;24000000018\n9371010101900001;YOHANES;24000000109\n");
    let said = ["check", &nobody, "--header-row", "1", "--map", "nik=A", "--map", "name=B", "--map", "kpj=C"];
    assert_eq!(office.json(&said).1["mapping"], "given");
    assert_eq!(office.json(&["check", &nobody]).1["error"]["code"], "header-not-found");
}

#[test]
fn a_file_that_was_issued_before_is_known_at_once() {
    let office = Office::new();
    let list = office.sample("list.xlsx", &["--rows", "7"]);
    assert_eq!(office.ok(&["check", &list])["seen"], json!([]));
    office.ok(&["issue", &list, "--date", "2026-11-20"]);
    let renamed = office.path("another name.xlsx");
    fs::copy(&list, &renamed).unwrap();
    let seen = json!([{"number": "0001/2026", "date": "2026-11-20", "cards": 7, "status": "issued"}]);
    assert_eq!(office.json(&["check", &renamed]).1["seen"], seen);
    let (_, said, _) = office.text(&["check", &renamed]);
    assert!(said.contains("sudah diterbitkan: tanda terima 0001/2026, 2026-11-20, 7 kartu, terbit"), "{said}");

    // A void receipt is told too.
    let database = rusqlite::Connection::open(office.path("data/cetak-kpj.sqlite")).unwrap();
    database.execute_batch("UPDATE receipt SET status = 'void'; UPDATE card SET active = 0").unwrap();
    let checked = office.ok(&["check", &renamed]);
    assert_eq!((&checked["seen"][0]["status"], &checked["counts"]["ready"]), (&json!("void"), &json!(7)));
}

fn write(path: &str, rows: &[Vec<String>]) {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (at, row) in (0u32..).zip(rows) {
        for (column, text) in (0u16..).zip(row) {
            sheet.write_string(at, column, text).unwrap();
        }
    }
    workbook.save(path).unwrap();
}

#[test]
fn wages_mothers_families_banks_and_phones_leave_no_trace() {
    let office = Office::new();
    let marks = ["777888991", "RAHASIAIBU", "0351666777", "BANKRAHASIA", "RAHASIAANAK", "rahasia@contoh.id", "GOLXX"];
    let [wage, mother, phone, bank, child, mail, blood] = marks;
    let row = |nik: &str, name: &str, kpj: &str, born: &str| {
        let own = [name, nik, kpj, born, "L", wage, mother, phone, phone, bank, child, mail, blood];
        own.map(str::to_owned).to_vec()
    };
    let titles = [
        "NAMA_LENGKAP",
        "NOMOR_IDENTITAS",
        "KPJ",
        "TANGGAL_LAHIR",
        "JENIS_KELAMIN",
        "UPAH",
        "NAMA_IBU_KANDUNG",
        "HP",
        "TELEPON_RUMAH",
        "NO_REKENING",
        "NAMA_ANAK_1",
        "EMAIL",
        "Kolom lain",
    ];
    let list = office.path("template_tk_24101780.xlsx");
    let rows = [
        titles.map(str::to_owned).to_vec(),
        row("3522012501990001", "BUDI", "24123456782", "25-01-1999"),
        row("352201", "JOKO", "24000000018", "25-01-1999"),
    ];
    write(&list, &rows);
    office.ok(&["issue", &list, "--company", "PT CONTOH MAJU", "--skip-rejected", "--per-worker"]);
    // Looked at before the database is closed for good, so that its log is there too.
    let _open = rusqlite::Connection::open(office.path("data/cetak-kpj.sqlite")).unwrap();
    let files = files_below(&office.path("data"));
    assert!(files.len() >= 4 && files.iter().any(|name| name.ends_with(".sqlite")), "{files:?}");
    for name in files {
        let path = office.path(&format!("data/{name}"));
        let mut seen = vec![fs::read(&path).unwrap()];
        let kind = Path::new(&path).extension().and_then(|kind| kind.to_str()).unwrap_or_default();
        if kind == "pdf" {
            seen.push(pdf_text(&path).into_bytes());
        }
        let seen = seen.concat();
        for mark in marks {
            let found = seen.windows(mark.len()).any(|window| window == mark.as_bytes());
            assert!(!found, "{mark} in {name}");
        }
        if kind == "sqlite" {
            assert!(seen.windows(4).any(|window| window == b"BUDI"), "the search would find it");
        }
    }
    let said = office.json(&["check", &list]).1.to_string();
    assert!(marks.iter().all(|mark| !said.contains(mark)));
}
