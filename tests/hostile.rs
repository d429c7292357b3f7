//! Files that were made, or damaged, to hurt whoever reads them. Each ends with its code of the contract, in bounded
//! time and memory, as the user's own command sees it.

#![cfg(target_os = "linux")]
#![expect(
    clippy::format_collect,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "what tests share may fail as tests do"
)]

mod office;

use cetak_kpj::import::ReadOptions;
use cetak_kpj::import::apart::Apart;
use cetak_kpj::progress::Silent;
use office::Office;
use serde_json::Value;
use std::fs::{self, File};
use std::io::{Cursor, Write};
use std::process::Stdio;
use std::time::{Duration, Instant};
use zip::write::SimpleFileOptions;

/// Generous: these are debug builds on busy machines.
const LONGEST: Duration = Duration::from_secs(100);
const MIB: u64 = 1024 * 1024;

fn fixture(name: &str) -> Vec<u8> {
    fs::read(format!("{}/tests/fixtures/lists/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, data) in members {
        writer.start_file(*name, SimpleFileOptions::default().compression_level(Some(1))).unwrap();
        writer.write_all(data).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const TYPES: &[u8] = br#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/></Types>"#;
const BOOK: &[u8] = br#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
<sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const ROOT: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="xl/workbook.xml"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>"#;
const LINKS: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
Target="worksheets/sheet1.xml"/><Relationship Id="rId2"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>
</Relationships>"#;

/// A workbook of one sheet and one list of shared strings, each the inner part of its XML.
fn xlsx(sheet: &str, strings: &str) -> Vec<u8> {
    let name = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let sheet = format!("<worksheet xmlns=\"{name}\">{sheet}</worksheet>");
    let strings = format!("<sst xmlns=\"{name}\" {strings}</sst>");
    archive(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", LINKS),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
    ])
}

fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>{table}\
         </office:spreadsheet></office:body></office:document-content>"
    );
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    archive(&[("mimetype", kind), ("content.xml", content.as_bytes())])
}

fn text_cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

fn header_and(rest: &str) -> String {
    let titles: String = [("A1", "NIK"), ("B1", "NO KPJ"), ("C1", "NAMA"), ("D1", "TGL LAHIR")]
        .map(|(place, title)| text_cell(place, title))
        .concat();
    format!("<sheetData><row r=\"1\">{titles}</row>{rest}</sheetData>")
}

const PERSON: [(&str, &str); 4] = [("A", "3522012501990001"), ("B", "24123456782"), ("C", "SITI"), ("D", "25-01-1999")];

fn person(row: u32) -> String {
    let cells: String = PERSON.map(|(column, text)| text_cell(&format!("{column}{row}"), text)).concat();
    format!("<row r=\"{row}\">{cells}</row>")
}

/// Replaces the first `from` by `to`.
fn replaced(mut bytes: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
    let place = bytes.windows(from.len()).position(|window| window == from).unwrap();
    bytes.splice(place..place + from.len(), to.iter().copied());
    bytes
}

/// The sheet's claim of its size (`DIMENSIONS`), or the place of its first text cell (`LABELSST`), overwritten.
fn xls_with(record: [u8; 4], at: usize, bytes: &[u8]) -> Vec<u8> {
    let mut xls = fixture("hr.xls");
    let place = xls.windows(4).rposition(|window| window == record).unwrap() + 4 + at;
    xls[place..place + bytes.len()].copy_from_slice(bytes);
    xls
}

/// Name, bytes, and how `kpj check` ends: a code of exit 2, or "read".
type Case = (&'static str, Vec<u8>, &'static str);

fn workbooks() -> Vec<Case> {
    let far = format!(
        "<sheetData><row r=\"1\">{}</row><row r=\"1048576\">{}</row></sheetData>",
        text_cell("A1", "a"),
        text_cell("XFD1048576", "b")
    );
    let wide: String = (0..16_380).map(|n| format!("<c t=\"inlineStr\"><is><t>Kolom {n}</t></is></c>")).collect();
    let titles = ["NIK", "NO KPJ", "NAMA", "TGL LAHIR"].map(|t| format!("<c t=\"inlineStr\"><is><t>{t}</t></is></c>"));
    let titles = titles.concat();
    let values = PERSON.map(|(_, t)| format!("<c t=\"inlineStr\"><is><t>{t}</t></is></c>")).concat();
    let rows = |first: &str, second: &str| format!("<sheetData><row>{first}</row><row>{second}</row></sheetData>");
    let blank: String = (2..=1_000_000).map(|row| format!("<row r=\"{row}\"/>")).collect();
    let full: String =
        (2..=210_000).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>")).collect();
    let claim = "<dimension ref=\"A1:XFD1048576\"/>";
    let string = |bytes: usize| format!("count=\"1\" uniqueCount=\"1\"><si><t>{}</t></si>", "A".repeat(bytes));
    let shared = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>";
    let deep = "<a>".repeat(200_000);
    vec![
        ("far_cells.xlsx", xlsx(&far, ">"), "header-not-found"),
        ("lying_count.xlsx", xlsx(shared, "count=\"1\" uniqueCount=\"10000000000000\"><si/>"), "file-damaged"),
        ("hidden_count.xlsx", xlsx(shared, "uniqueCount\n=\n'10000000000000'><si/>"), "file-damaged"),
        ("wide_before.xlsx", xlsx(&rows(&[&*wide, &*titles].concat(), &values), ">"), "header-not-found"),
        ("wide_behind.xlsx", xlsx(&rows(&[titles, wide].concat(), &values), ">"), "read"),
        ("blank_rows.xlsx", xlsx(&header_and(&blank), ">"), "no-rows"),
        ("many_rows.xlsx", xlsx(&header_and(&full), ">"), "file-too-large"),
        ("claims_all.xlsx", xlsx(&format!("{claim}{}", header_and(&person(2))), ">"), "read"),
        ("claims_all_empty.xlsx", xlsx(&format!("{claim}{}", header_and("")), ">"), "no-rows"),
        ("long_string.xlsx", xlsx(shared, &string(300 << 20)), "file-too-large"),
        ("string_at_rest.xlsx", xlsx(&header_and(&person(2)), &string(20 << 20)), "read"),
        ("deep.xlsx", xlsx(&format!("<sheetData>{deep}</sheetData>"), ">"), "header-not-found"),
        ("backwards.xlsx", xlsx(&header_and("<row r=\"0\"><c r=\"A0\"/></row>"), ">"), "file-damaged"),
    ]
}

fn others() -> Vec<Case> {
    let cell = "<table:table-cell office:value-type=\"string\"><text:p>a</text:p></table:table-cell>";
    let repeated = cell.replace("<table:table-cell", "<table:table-cell table:number-columns-repeated=\"16384\"");
    let row =
        |cells: &str| format!("<table:table-row table:number-rows-repeated=\"1048576\">{cells}</table:table-row>");
    let table = |rows: &str| format!("<table:table table:name=\"a\">{rows}</table:table>");
    let note =
        format!("<table:table-row>{}</table:table-row>", cell.replace("<text:p>", "<office:annotation><text:p>"));
    let csv = "NIK;NO KPJ;NAMA;TGL LAHIR\n";
    let ml = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet>";
    let spread = format!(
        "{ml}<Table><Row><Cell Index=\"4294967295\"><Data Type=\"String\">NIK</Data></Cell></Row>\
         <Row Index=\"4294967295\"><Cell><Data Type=\"String\">NAMA</Data></Cell></Row></Table></Worksheet></Workbook>"
    );
    let spans = "<html><table><tr><td colspan=4294967295 rowspan=4294967295>NIK<td>NAMA</table>";
    vec![
        ("endless.ods", ods("<table:table table:name=\"a\">"), "file-damaged"),
        ("endless_note.ods", ods(&table(&note)), "file-damaged"),
        ("repeated.ods", ods(&table(&row(&repeated))), "file-too-large"),
        ("far.ods", ods(&table(&[row("<table:table-cell/>"), row(cell)].concat())), "file-damaged"),
        (
            "no_contents.ods",
            archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]),
            "file-damaged",
        ),
        // A million rows of 256 columns are reserved at once: ten gigabytes.
        ("claims.xls", xls_with([0, 2, 14, 0], 0, &[0, 0, 0, 0, 0, 0, 0x10, 0, 0, 0, 0, 1]), "file-damaged"),
        (
            "claims_all.xls",
            xls_with([0, 2, 14, 0], 0, &[0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 255, 255]),
            "file-damaged",
        ),
        ("backwards.xls", xls_with([0, 2, 14, 0], 0, &[9, 0, 0, 0, 1, 0, 0, 0, 9, 0, 1, 0]), "file-damaged"),
        // Between this cell and the others the library lays out a rectangle of 137 gigabytes.
        ("far.xls", xls_with([0xFD, 0, 10, 0], 0, &[255, 255, 255, 255]), "file-damaged"),
        ("spread.xls", spread.into_bytes(), "header-not-found"),
        ("spans.xls", spans.into(), "header-not-found"),
        ("nested.xls", format!("<html>{}", "<table><tr><td>".repeat(100_000)).into_bytes(), "file-too-large"),
        ("long_line.csv", format!("{csv}{}", "A".repeat(60 << 20)).into_bytes(), "read"),
        ("long_quote.csv", format!("{csv}\"{}", "A;\n".repeat(15 << 20)).into_bytes(), "read"),
        ("wide.csv", format!("{}{csv}", "Kolom;".repeat(5_000_000)).into_bytes(), "header-not-found"),
        ("lines.csv", format!("{csv}{}", "\n".repeat(60 << 20)).into_bytes(), "no-rows"),
        ("rows.csv", format!("{csv}{}", "1;2;A;4\n".repeat(300_000)).into_bytes(), "file-too-large"),
        ("zeros.xlsx", vec![0; 5_000_000], "file-damaged"),
        (
            "noise.csv",
            (0..500_000u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect(),
            "file-not-a-list",
        ),
        ("letter.xlsx", b"%PDF-1.7\n1 0 obj\n".to_vec(), "file-not-a-list"),
        ("picture.csv", [b"\x89PNG\r\n\x1a\n".to_vec(), vec![7; 5_000]].concat(), "file-not-a-list"),
    ]
}

fn bombs() -> Vec<Case> {
    let zeros = vec![b' '; 450 << 20];
    let honest = archive(&[("xl/workbook.xml", BOOK), ("xl/worksheets/sheet1.xml", &zeros)]);
    // The same, with a directory and a header that call it small.
    let size = u32::try_from(zeros.len()).unwrap().to_le_bytes();
    let mut lying = honest.clone();
    while let Some(place) = lying.windows(4).position(|window| window == size) {
        lying[place..place + 4].copy_from_slice(&100u32.to_le_bytes());
    }
    let directory = replaced(archive(&[("xl/workbook.xml", BOOK)]), b"PK\x05\x06", b"PK\x05\x07");
    vec![
        ("bomb.xlsx", honest, "file-too-large"),
        ("lying_bomb.xlsx", lying, "file-damaged"),
        ("no_directory.xlsx", directory, "file-damaged"),
    ]
}

fn cut_short() -> Vec<Case> {
    let cut = |name: &'static str, parts: usize, code: &'static str| {
        let bytes = fixture(name);
        (name, bytes[..bytes.len() * parts / 10].to_vec(), code)
    };
    vec![
        cut("hr.xlsx", 9, "file-damaged"),
        cut("hr.xlsx", 1, "file-damaged"),
        cut("hr.ods", 9, "file-damaged"),
        cut("hr.xls", 9, "file-damaged"),
        cut("hr.xls", 3, "file-damaged"),
        cut("spreadsheetml.xls", 5, "file-damaged"),
        cut("html.xls", 9, "read"),
        cut("wage_comma.csv", 9, "read"),
        cut("encrypted.xlsx", 10, "file-encrypted"),
        cut("encrypted.xls", 10, "file-encrypted"),
        cut("encrypted.ods", 10, "file-encrypted"),
    ]
}

/// Runs `kpj check` and measures it from outside: exit code, what it said, and the most memory in KiB that it and its
/// reading process held.
fn watched(office: &Office, file: &str) -> (i32, Value, u64, u64) {
    let said = office.path("said.json");
    let mut command = office.kpj(&["--json", "check", file]);
    let mut program = command.stdout(File::create(&said).unwrap()).stderr(Stdio::piped()).spawn().unwrap();
    let peak = |pid: &str| {
        let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or(0)
    };
    let (begin, id) = (Instant::now(), program.id().to_string());
    let (mut own, mut reader) = (0, 0);
    let code = loop {
        if let Some(status) = program.try_wait().unwrap() {
            break status.code().unwrap_or(-1);
        }
        if begin.elapsed() > LONGEST {
            program.kill().unwrap();
            panic!("{file} takes too long");
        }
        own = own.max(peak(&id));
        for child in fs::read_to_string(format!("/proc/{id}/task/{id}/children")).unwrap_or_default().split(' ') {
            reader = reader.max(peak(child));
        }
        std::thread::sleep(Duration::from_millis(3));
    };
    let mut stderr = String::new();
    std::io::Read::read_to_string(&mut program.stderr.take().unwrap(), &mut stderr).unwrap();
    let said = fs::read_to_string(said).unwrap();
    let said = serde_json::from_str(&said).unwrap_or_else(|error| panic!("{file}: {error}\n{said}\n{stderr}"));
    assert!(!stderr.contains("panicked") && !stderr.contains("allocation"), "{file}: {stderr}");
    (code, said, own, reader)
}

fn judge(cases: impl IntoIterator<Item = Case>) {
    let office = Office::new();
    for (number, (name, bytes, expected)) in cases.into_iter().enumerate() {
        let path = office.path(&format!("{number}_{name}"));
        fs::write(&path, &bytes).unwrap();
        drop(bytes);
        let begin = Instant::now();
        let (code, said, own, reader) = watched(&office, &path);
        let took = begin.elapsed();
        println!("{name:<24} {:>8.2} s {own:>8} KiB {reader:>8} KiB", took.as_secs_f64());
        let ending = said["error"]["code"].as_str().unwrap_or("read");
        if ending != expected {
            let reader = Apart::new(env!("CARGO_BIN_EXE_kpj").into());
            let cause = reader.read(path.as_ref(), &ReadOptions::default(), &Silent).map(|table| table.len());
            panic!("{name}: {ending}, not {expected}: {cause:?}");
        }
        assert_eq!(code == 2, expected != "read", "{name}: exit {code}");
        assert!(reader < 1024 * MIB / 1024, "{name}: the reader took {reader} KiB");
        assert!(own < 96 * MIB / 1024, "{name}: the program took {own} KiB");
        fs::remove_file(&path).unwrap();
    }
}

#[test]
fn workbooks_that_lie_about_their_size_are_read_or_refused() {
    judge(workbooks());
}

#[test]
fn other_containers_that_lie_are_read_or_refused() {
    judge(others());
}

#[test]
fn archives_that_unpack_to_more_than_a_list_are_refused() {
    judge(bombs());
}

#[test]
fn files_cut_short_or_locked_say_so() {
    judge(cut_short());
}

#[test]
fn what_is_no_file_is_no_list() {
    let office = Office::new();
    let pipe = office.path("pipe.xlsx");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for file in [pipe.as_str(), "/", "/dev/zero", "/dev/tty"] {
        let (code, said, ..) = watched(&office, file);
        assert_eq!((code, said["error"]["code"].as_str()), (2, Some("file-not-a-list")), "{file}");
    }
}
