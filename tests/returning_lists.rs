//! Lists that come in two parts, go back to the company, or come again.

#![expect(clippy::unwrap_used, reason = "what tests share may fail as tests do")]

mod office;

use calamine::{Data, Reader};
use cetak_kpj::domain::{Field, list::History};
use cetak_kpj::import::{CheckContext, ReadOptions, check, read, rejects};
use cetak_kpj::progress::Silent;
use office::{Office, files_below, pdf_text};
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::Path;

/// Writes a text file of the office and returns its path.
fn file(office: &Office, name: &str, text: &str) -> String {
    fs::write(office.path(name), text).unwrap();
    office.path(name)
}

const KPJ: [&str; 4] = ["24000000018", "26999999993", "08012345677", "24000000109"];

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

/// The first sheet of a workbook as its cells stand there, row by row from A1.
fn cells(path: &str) -> Vec<Vec<Data>> {
    let mut book = calamine::open_workbook_auto(path).unwrap();
    let sheet = book.sheet_names()[0].clone();
    assert!(book.worksheet_formula(&sheet).unwrap().is_empty(), "no formulas");
    let range = book.worksheet_range(&sheet).unwrap();
    let (height, width) = range.end().unwrap();
    let cell = |row, column| range.get_value((row, column)).cloned().unwrap_or_default();
    (0..=height).map(|row| (0..=width).map(|column| cell(row, column)).collect()).collect()
}

/// The same as text; a workbook for a company holds nothing else.
fn texts(path: &str) -> Vec<Vec<String>> {
    let text = |cell: Data| match cell {
        Data::String(text) => text,
        Data::Empty => String::new(),
        other => unreachable!("{other:?} is no text"),
    };
    cells(path).into_iter().map(|row| row.into_iter().map(text).collect()).collect()
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

/// The codes of each row's problems, of one severity or of any.
fn problems(checked: &Value, severity: Option<&str>) -> BTreeMap<u64, BTreeSet<String>> {
    let problems = |row: &Value| {
        let problems = row["problems"].as_array().unwrap().clone();
        problems
            .into_iter()
            .filter(|p| severity.is_none_or(|severity| p["severity"] == severity))
            .map(|p| p["code"].as_str().unwrap().to_owned())
            .collect::<BTreeSet<_>>()
    };
    checked["rows"].as_array().unwrap().iter().map(|row| (row["row"].as_u64().unwrap(), problems(row))).collect()
}

#[test]
fn rejected_rows_go_back_are_repaired_and_join_as_a_second_batch_with_nobody_twice() {
    let office = Office::new();
    let clean = office.sample("clean.xlsx", &["--rows", "120"]);
    let dirty = office.sample("dirty.xlsx", &["--rows", "120", "--dirty"]);
    let first = office.ok(&["issue", &dirty, "--skip-rejected", "--accept-warnings", "--date", "2026-11-19"]);
    let issued = first["receipt"]["cards"].as_u64().unwrap();
    let rejected = first["counts"]["rejected"].as_u64().unwrap();
    assert_eq!((issued + rejected, rejected > 5), (120, true));

    let back = office.path("perbaikan.xlsx");
    let (code, checked) = office.json(&["--lang", "en", "check", &dirty, "--rejects", &back]);
    assert_eq!(code, 1);
    let left_out: Vec<u64> =
        checked["rejects"]["left_out"].as_array().unwrap().iter().filter_map(Value::as_u64).collect();
    assert_eq!((&checked["rejects"]["file"], &checked["rejects"]["rows"]), (&json!(back), &json!(rejected)));
    assert_eq!(left_out.len() as u64, issued, "whoever has the card is nobody's work");

    // The company's own columns in their order, its name above them, the reasons behind them in Indonesian.
    let mut rows = texts(&back);
    assert_eq!(rows[0][0], "NPP : 24101780");
    assert_eq!(rows[1][0], "Nama Perusahaan : PT CONTOH MAJU");
    assert!(rows[2][0].contains("sel berwarna") && rows[2][0].contains("dirty.xlsx"), "{:?}", rows[2]);
    assert_eq!(rows[3], ["No", "NIK", "No. KPJ", "Nama Lengkap", "Tgl Lahir", "JK", "Alasan"]);
    assert_eq!(rows.len() as u64 - 4, rejected);
    let by_row = problems(&checked, Some("error"));
    for row in &rows[4..] {
        let number: u64 = row[6].strip_prefix("Baris ").unwrap().split(':').next().unwrap().parse().unwrap();
        assert_eq!(number, row[0].parse::<u64>().unwrap() + 4, "the reasons name the row of the company's file");
        assert!(!by_row[&number].is_empty());
    }
    assert!(rows[4][6].contains("NIK harus 16 angka"), "{:?}", rows[4]);

    // Unrepaired, nobody in it becomes a card.
    let again = problems(&office.json(&["check", &back]).1, Some("error"));
    assert_eq!(again.len() as u64, rejected);
    assert!(again.values().all(|codes| !codes.is_empty()), "{again:?}");

    // The company repairs the cells: the clean list has the same people without their mistakes.
    let right: BTreeMap<String, Vec<String>> = texts(&clean).into_iter().map(|row| (row[0].clone(), row)).collect();
    for row in &mut rows[4..] {
        let own = &right[&row[0]];
        row[1..6].clone_from_slice(&own[1..6]);
    }
    write(&back, &rows);
    let (code, checked) = office.json(&["check", &back]);
    assert_eq!((code, &checked["counts"]["ready"]), (0, &json!(rejected)), "{:#}", checked["rows"]);
    let second = office.ok(&["issue", &back, "--date", "2026-11-20"]);
    assert_eq!(second["receipt"]["npp"], "24101780");

    let register = office.ok(&["register", "list", "--npp", "24101780"]);
    let numbers = ["0002/2026", "0001/2026"].map(Value::from);
    let entries = register["entries"].as_array().unwrap();
    assert_eq!(entries.iter().map(|entry| entry["number"].clone()).collect::<Vec<_>>(), numbers);
    assert_eq!(register["total_cards"], 120);
    let cards = [&first, &second].map(|issued| pdf_text(issued["files"]["cards"].as_str().unwrap())).join("\n");
    let people = texts(&clean);
    let people = people.iter().filter(|row| row[1].len() == 16 && row[2].len() == 11);
    let mut found = 0;
    for person in people {
        let times = (cards.matches(&person[1]).count(), cards.matches(&person[2]).count());
        // One person was issued with the warning that the number's last digit does not fit: it is as the company wrote it.
        // Another one's area was unknown: likewise the NIK.
        assert!(matches!(times, (1 | 0, 1) | (1, 0)), "{person:?} {times:?}");
        found += usize::from(times == (1, 1));
    }
    assert!(found >= 118, "{found}");
    let (code, refused) = office.json(&["issue", &back, "--date", "2026-11-20"]);
    assert_eq!((code, &refused["rows"][0]["problems"][0]["code"]), (1, &json!("kpj-already-issued")));
}

#[test]
fn nothing_is_judged_better_for_having_gone_back() {
    let office = Office::new();
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/lists");
    let lists = files_below(fixtures).into_iter().map(|name| format!("{fixtures}/{name}"));
    let sample = office.sample("dirty.xlsx", &["--rows", "400", "--dirty", "--seed", "5"]);
    // Four days and months that changed places would agree with their NIK, were they read the other way round.
    let mut swapped = "NIK;NAMA;TGL LAHIR;KPJ\n3522012501990001;BUDI;25-01-1999;24123456782\n".to_owned();
    for (year, kpj) in (91..).zip(KPJ) {
        swapped.push_str(&format!("3522010504{year}0001;ORANG;04-05-19{year};{kpj}\n"));
    }
    let swapped = file(&office, "swapped.csv", &swapped);
    assert_eq!(office.json(&["check", &swapped]).1["counts"]["warning"], 4);
    let back = office.path("back.xlsx");
    let mut went = 0;
    for list in lists.chain([sample, swapped]) {
        let (code, checked) = office.json(&["check", &list, "--rejects", &back]);
        if code != 1 || checked["rejects"]["rows"] == 0 {
            continue;
        }
        let (_, again) = office.json(&["check", &back]);
        assert_eq!(again["rejects"], Value::Null);
        let (before, after) = (problems(&checked, None), problems(&again, None));
        let rows = texts(&back);
        let title = rows.iter().position(|row| row.last().is_some_and(|cell| cell == "Alasan")).unwrap();
        for (at, row) in rows.iter().enumerate().skip(title + 1) {
            let reason = row.last().unwrap();
            let number: u64 = reason.strip_prefix("Baris ").unwrap().split(':').next().unwrap().parse().unwrap();
            let now = after.get(&(at as u64 + 1));
            // A repetition is over where the earlier row stayed here. What was damaged may have another name as text.
            for code in before[&number].iter().filter(|code| !code.contains("repeated")) {
                let field = code.split('-').next().unwrap();
                let still = now.is_some_and(|now| now.iter().any(|now| now.starts_with(field)));
                assert!(still, "{list}: row {number} is no {code} any more: {row:?} {now:?}");
                went += 1;
            }
        }
    }
    assert!(went > 60, "{went}");
}

/// The value of an XML attribute, `0` where there is none.
fn attribute<'a>(text: &'a str, name: &str) -> &'a str {
    text.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("0")
}

/// What fills a cell of the first sheet, by its address: `FFFFC7CE`; and whether it is formatted as text.
fn look(path: &str, address: &str) -> (Option<String>, bool) {
    let mut archive = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let (sheet, styles) = (part("xl/worksheets/sheet1.xml"), part("xl/styles.xml"));
    let cell = sheet.split("<c ").find(|cell| cell.starts_with(&format!("r=\"{address}\""))).unwrap();
    let style: usize = attribute(cell.split('>').next().unwrap(), "s").parse().unwrap();
    let formats = styles.split("<cellXfs").nth(1).unwrap();
    let format = formats.split("<xf ").nth(style + 1).unwrap().split('>').next().unwrap();
    let format = format!(" {format}");
    let fill: usize = attribute(&format, "fillId").parse().unwrap();
    let fill = styles.split("<fill>").nth(fill + 1).unwrap();
    let colour = fill.split("<fgColor").nth(1).map(|rest| attribute(rest, "rgb").to_owned());
    (colour.filter(|colour| colour != "0"), attribute(&format, "numFmtId") == "49")
}

#[test]
fn the_cells_to_repair_are_coloured_and_safe_to_type_in() {
    let office = Office::new();
    let list = file(
        &office,
        "list.csv",
        "NIK;NAMA;TGL LAHIR;KPJ;UPAH\n\
         3522012501990001;BUDI;25-01-1999;24123456782;4000000\n\
         3522016501990001;=HYPERLINK(1);26-01-1999;24000000018;4000000\n\
         35220;JOKO;25-01-1999;;4000000\n",
    );
    let back = office.path("back.xlsx");
    let (_, checked) = office.json(&["check", &list, "--rejects", &back]);
    assert_eq!(checked["rejects"], json!({"file": back, "rows": 2, "left_out": []}));
    let rows = texts(&back);
    assert_eq!(rows[1], ["NIK", "NAMA", "TGL LAHIR", "KPJ", "UPAH", "Alasan"]);
    assert_eq!(rows[2][..5], ["3522016501990001", "=HYPERLINK(1)", "26-01-1999", "24000000018", ""]);
    assert_eq!(rows[3][..5], ["35220", "JOKO", "25-01-1999", "", ""]);
    let (red, amber) = (Some("FFFFC7CE".to_owned()), Some("FFFFEB9C".to_owned()));
    for (address, colour) in [("A3", None), ("C3", amber), ("A4", red.clone()), ("B4", None), ("D4", red)] {
        assert_eq!(look(&back, address), (colour, true), "{address}");
    }

    let (_, said, _) = office.text(&["check", &list, "--rejects", &back]);
    assert!(said.contains("2 baris untuk diperbaiki perusahaan"), "{said}");
    let (code, said) = office.json(&["check", &list, "--rejects", &list]);
    assert_eq!((code, &said["error"]["code"]), (2, &json!("out-not-writable")));
    assert!(fs::read_to_string(&list).unwrap().starts_with("NIK;NAMA"), "the company's list is never overwritten");
    let (code, said) = office.json(&["check", &list, "--rejects", &office.path("no/such/folder/x.xlsx")]);
    assert_eq!((code, &said["error"]["code"]), (2, &json!("out-not-writable")));
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

    // The same titles in another order, under a title line, beside a column of reasons.
    let moved = "Daftar;;;\nLahir;Kode B;Kode A;Orang;Alasan\n25-01-1999;24000000018;3522016501990001;SITI;x\n";
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
    let workbook = office.path("data/back.xlsx");
    office.ok(&["issue", &list, "--company", "PT CONTOH MAJU", "--skip-rejected", "--per-worker"]);
    let (_, checked) = office.json(&["check", &list, "--rejects", &workbook, "--map", "name=NAMA_LENGKAP"]);
    assert_eq!(checked["rejects"]["rows"], 1);
    // The titles go back, in their order; what stood below them the company has itself.
    let went = texts(&workbook);
    assert_eq!(went[2][..13], titles);
    assert_eq!(went[3][..5], ["JOKO", "352201", "24000000018", "25-01-1999", "L"]);
    assert!(went[3][5..13].iter().all(String::is_empty), "{:?}", went[3]);

    // Looked at before the database is closed for good, so that its log is there too.
    let _open = rusqlite::Connection::open(office.path("data/cetak-kpj.sqlite")).unwrap();
    let files = files_below(&office.path("data"));
    assert!(files.len() >= 5 && files.iter().any(|name| name.ends_with(".sqlite")), "{files:?}");
    for name in files {
        let path = office.path(&format!("data/{name}"));
        let mut seen = vec![fs::read(&path).unwrap()];
        let kind = Path::new(&path).extension().and_then(|kind| kind.to_str()).unwrap_or_default();
        if kind == "pdf" {
            seen.push(pdf_text(&path).into_bytes());
        } else if kind == "xlsx" {
            seen.push(texts(&path).concat().join(" ").into_bytes());
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
    let said = checked.to_string();
    assert!(marks.iter().all(|mark| !said.contains(mark)));
}

#[test]
fn what_the_office_repaired_already_goes_back_repaired() {
    let office = Office::new();
    let list = file(&office, "list.csv", "NIK;NAMA;TGL LAHIR;KPJ\n35220;BUDI;32-01-1999;\n");
    let mut table = read(Path::new(&list), &ReadOptions::default(), &Silent).unwrap();
    assert!(table.edit(2, Field::Nik, "3522012501990001") && table.edit(2, Field::BirthDate, "25-1-1999"));
    let context = CheckContext {
        on: "2026-11-20".parse().unwrap(),
        check_kpj_digit: true,
        covers: &|_| true,
        history: &History::default(),
    };
    let judged = check(&table, &context, &Silent).unwrap();
    let back = office.path("back.xlsx");
    assert_eq!(rejects::write(&table, &judged, &|_| false, Path::new(&back)).unwrap(), 1);
    assert_eq!(texts(&back)[2][..4], ["3522012501990001", "BUDI", "25-01-1999", ""]);
}
