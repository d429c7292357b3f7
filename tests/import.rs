//! Lists as they arrive, made by other libraries (fixtures/make_lists.py), against what a person reads in them.

#![expect(clippy::panic, clippy::unwrap_used, reason = "what tests share may fail as tests do")]

use cetak_kpj::domain::list::History;
use cetak_kpj::domain::{CheckedList, Code, Counts, Field, Kind, Kpj, Nik, ReceiptNumber, Reference, RowStatus};
use cetak_kpj::import::{CheckContext, Completion, ImportError, ReadOptions, Table, check, read};
use cetak_kpj::progress::{Cancelled, Progress, Silent, Stage};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

fn path(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/lists").join(file)
}

fn table(file: &str) -> Table {
    read(&path(file), &ReadOptions::default(), &Silent).unwrap_or_else(|error| panic!("{file}: {error:?}"))
}

fn judged(table: &Table, history: &History) -> CheckedList {
    let context =
        CheckContext { on: "2026-11-20".parse().unwrap(), check_kpj_digit: true, covers: &|c| c < '\u{250}', history };
    check(table, &context, &Silent).unwrap()
}

fn checked(file: &str) -> CheckedList {
    judged(&table(file), &History::default())
}

fn codes(list: &CheckedList) -> Vec<(u32, &'static str)> {
    let row = |row: &cetak_kpj::domain::CheckedRow| {
        row.problems.iter().map(|problem| (row.number, problem.code.as_str())).collect::<Vec<_>>()
    };
    list.rows.iter().flat_map(row).collect()
}

fn file_codes(list: &CheckedList) -> Vec<&'static str> {
    list.problems.iter().map(|problem| problem.code.as_str()).collect()
}

/// File, sheet, header row, first and last row, NPP, company, fields found, and the one row problem of every row.
type Label = (
    &'static str,
    Option<&'static str>,
    u32,
    (u32, u32),
    Option<&'static str>,
    Option<&'static str>,
    &'static [Field],
    Option<&'static str>,
);

const TEMPLATE: &[Field] =
    &[Field::Nik, Field::Name, Field::BirthDate, Field::Sex, Field::MembershipDate, Field::IdentityKind];
const HR: &[Field] = &[Field::Kpj, Field::Nik, Field::Name, Field::BirthDate, Field::Sex];
const WAGE: &[Field] = &[Field::Kpj, Field::Nik, Field::Name, Field::BirthDate, Field::Npp];
const DETAIL: &[Field] = &[Field::Kpj, Field::Nik, Field::Name, Field::BirthDate];
const SMILE: &[Field] =
    &[Field::Kpj, Field::Nik, Field::Name, Field::BirthDate, Field::MembershipDate, Field::Npp, Field::Company];

const NPP: Option<&str> = Some("24101780");
const PT: Option<&str> = Some("PT CONTOH MAJU");
const OLD: Option<&str> = Some("JJ012345");
const NEW: Option<&str> = Some("data_tk_baru");
const NO_KPJ: Option<&str> = Some("kpj-missing");

#[rustfmt::skip]
const CLEAN: &[Label] = &[
    ("template_tk_24101780.xlsx", NEW, 1, (2, 13), NPP, None, TEMPLATE, NO_KPJ),
    ("template_tk_24101780.xls", NEW, 1, (2, 13), NPP, None, TEMPLATE, NO_KPJ),
    ("template_tk_24101780.ods", NEW, 1, (2, 13), NPP, None, TEMPLATE, NO_KPJ),
    ("template_tk_24101780 (1).xlsx", NEW, 1, (2, 13), NPP, None, TEMPLATE, NO_KPJ),
    ("hr.xlsx", Some("Sheet1"), 5, (7, 18), NPP, PT, HR, None),
    ("hr.xls", Some("Sheet1"), 5, (7, 18), NPP, PT, HR, None),
    ("hr.ods", Some("Sheet1"), 5, (7, 18), NPP, PT, HR, None),
    ("merged.xlsx", Some("Sheet1"), 5, (7, 18), NPP, PT, HR, None),
    ("smile.xlsx", Some("Export"), 1, (2, 13), NPP, PT, SMILE, None),
    ("wage_semicolon.csv", None, 1, (2, 13), OLD, None, WAGE, None),
    ("wage_comma.csv", None, 1, (2, 13), OLD, None, WAGE, None),
    ("wage_tab.txt", None, 1, (2, 13), OLD, None, WAGE, None),
    ("wage_pipe_utf16be.csv", None, 1, (2, 13), OLD, None, WAGE, None),
    ("wage_windows.csv", None, 3, (4, 15), OLD, None, WAGE, None),
    ("csv_named.xlsx", None, 1, (2, 13), OLD, None, WAGE, None),
    ("html.xls", None, 2, (3, 14), OLD, None, WAGE, None),
    ("spreadsheetml.xls", Some("Upah"), 1, (2, 13), OLD, None, WAGE, None),
    ("detail.xlsx", Some("Rincian"), 1, (2, 13), None, None, DETAIL, None),
    ("detail_1904.xlsx", Some("Rincian"), 1, (2, 13), None, None, DETAIL, None),
    ("detail.csv", None, 1, (2, 13), None, None, DETAIL, None),
    ("hidden.xlsx", Some("Rincian"), 1, (2, 13), None, None, DETAIL, None),
    ("hidden_beside.xlsx", Some("Rincian"), 1, (2, 13), None, None, DETAIL, None),
    ("month_first.csv", None, 1, (2, 13), None, None, DETAIL, None),
];

#[test]
fn a_clean_list_is_read_alike_from_every_container_and_gives_no_false_alarm() {
    for (file, sheet, header_row, (first, last), npp, company, fields, every_row) in CLEAN {
        let list = checked(file);
        assert_eq!(list.file, *file);
        assert_eq!((list.sheet.as_deref(), list.header_row), (*sheet, *header_row), "{file}");
        assert_eq!(list.company.npp.map(|npp| npp.to_string()).as_deref(), *npp, "{file}");
        assert_eq!(list.company.name.as_deref(), *company, "{file}");
        assert_eq!(list.columns.iter().map(|(field, _)| *field).collect::<Vec<_>>(), *fields, "{file}");
        let numbers: Vec<u32> = list.rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, (*first..=*last).collect::<Vec<_>>(), "{file}");
        let expected: Vec<_> = numbers.into_iter().filter_map(|number| Some((number, (*every_row)?))).collect();
        assert_eq!(codes(&list), expected, "{file}");
        let letters: &[&str] = if *npp == OLD { &["npp-letters"] } else { &[] };
        assert_eq!(file_codes(&list), letters, "{file}");
        // The values, told once: all these lists are of the same twelve people.
        let row = &list.rows[0];
        assert_eq!(row.name.as_deref(), Some("SITI AMINAH"), "{file}");
        assert_eq!(row.birth_date, "1980-01-01".parse().ok(), "{file}");
        assert_eq!(row.nik.as_str(), Some("3599014101800001"), "{file}");
        assert_eq!(list.rows[3].birth_date, "1983-04-22".parse().ok(), "{file}");
        if every_row.is_none() {
            assert_eq!(list.counts(), Counts { rows: 12, ready: 12, ..Counts::default() }, "{file}");
            assert!(list.rows.iter().all(|row| row.worker().is_some()), "{file}");
        }
    }
    assert_eq!(checked("wage_windows.csv").rows[11].name.as_deref(), Some("RENÉ"));
    let member = checked("smile.xlsx").rows[0].worker().unwrap();
    assert_eq!(member.membership_date, "2026-11-01".parse().ok());
}

#[test]
fn the_oldest_template_gives_sixteen_digits_to_the_nik_and_eleven_to_the_kpj() {
    let list = checked("template_oldest.xls");
    let titles: Vec<&str> = list.columns.iter().map(|(_, title)| title.as_str()).take(4).collect();
    let name = "NAMA_DEPAN + NAMA_TENGAH + NAMA_BELAKANG";
    assert_eq!(titles, ["NOMOR_IDENTITAS_KPJ", "NOMOR_IDENTITAS_KPJ", name, "TANGGAL_LAHIR"]);
    assert_eq!(list.rows[2].name.as_deref(), Some("AGUS SALIM, S.KOM."));
    let expected: Vec<_> =
        (2..=13).map(|row| (row, if row % 2 == 0 { "kpj-missing" } else { "nik-missing" })).collect();
    assert_eq!(codes(&list), expected);
}

/// What is wrong in the lists with everything wrong, by row.
#[rustfmt::skip]
const PROBLEMS: [(u32, &str); 33] = [
    (3, "name-missing"), (4, "name-unusual"), (5, "name-unusual"), (6, "name-unprintable"), (7, "kpj-missing"),
    (8, "kpj-format"), (9, "kpj-lost-zero"), (11, "kpj-check-digit"), (13, "kpj-repeated"), (14, "row-repeated"),
    (15, "nik-repeated"), (16, "kpj-already-issued"), (17, "nik-missing"), (18, "nik-format"), (19, "nik-damaged"),
    (20, "nik-damaged"), (22, "nik-damaged"), (23, "nik-date"), (24, "nik-serial"), (25, "nik-province"),
    (26, "nik-birth-date"), (27, "nik-birth-date"), (28, "nik-birth-date"), (29, "nik-sex"), (30, "nik-known"),
    (31, "birth-date-missing"), (32, "birth-date-format"), (33, "birth-date-format"), (35, "birth-date-range"),
    (36, "sex-format"), (38, "birth-date-format"), (39, "nik-missing"), (40, "nik-format"),
];

/// calamine tells number formats only of an xlsx, so only there does row 10 show that its zero was meant.
const EVERY_PROBLEM: [(&str, &[(u32, &str)]); 3] = [
    ("every_problem.xlsx", &[]),
    ("every_problem.xls", &[(10, "kpj-lost-zero")]),
    ("every_problem.ods", &[(10, "kpj-lost-zero")]),
];

/// Lists that are wrong as a whole.
const WRONG_AS_A_WHOLE: [(&str, &str); 6] = [
    ("no_birth_date.csv", "birth-date-column-missing"),
    ("no_birth_date.xlsx", "birth-date-column-missing"),
    ("no_birth_date.ods", "birth-date-column-missing"),
    ("employee_numbers.xls", "nik-column-is-employee-number"),
    ("employee_numbers.xlsx", "nik-column-is-employee-number"),
    ("employee_numbers.csv", "nik-column-is-employee-number"),
];

#[test]
fn every_code_is_labelled_three_times_in_two_kinds_of_file() {
    let rows =
        EVERY_PROBLEM.iter().flat_map(|(file, more)| PROBLEMS.iter().chain(*more).map(|(_, code)| (*file, *code)));
    let letters = CLEAN.iter().filter(|label| label.4 == OLD).map(|label| (label.0, "npp-letters"));
    let mut labels: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (file, code) in rows.chain(letters).chain(WRONG_AS_A_WHOLE) {
        labels.entry(code).or_default().push(file.rsplit('.').next().unwrap());
    }
    for code in Code::ALL {
        let kinds = labels.remove(code.as_str()).unwrap_or_default();
        let different: BTreeSet<_> = kinds.iter().collect();
        assert!(kinds.len() >= 3 && different.len() >= 2, "{}: {kinds:?}", code.as_str());
    }
    assert_eq!(labels, BTreeMap::new());
}

#[test]
fn every_rule_of_a_row_speaks_where_it_should_and_nowhere_else() {
    let kpj = |text: &str| Kpj::parse(text).unwrap();
    let receipt = ReceiptNumber("TT/2026/0007".into());
    let history = History {
        issued: [(kpj("24000000018"), receipt.clone())].into(),
        holders: [(Nik::parse("9371010101900001").unwrap(), kpj("08012345677"))].into(),
    };
    for (file, more) in EVERY_PROBLEM {
        let list = judged(&table(file), &history);
        let expected: BTreeSet<_> = PROBLEMS.iter().chain(more).copied().collect();
        assert_eq!(codes(&list), expected.into_iter().collect::<Vec<_>>(), "{file}");
        assert_eq!(file_codes(&list), [""; 0], "{file}");
        for row in &list.rows {
            assert_eq!(row.worker().is_none(), row.status() == RowStatus::Rejected, "{file} {}", row.number);
        }
    }
    let table = table("every_problem.xlsx");
    let list = judged(&table, &history);

    let problem = |row: u32| list.rows.iter().find(|r| r.number == row).unwrap().problems[0].clone();
    assert_eq!(problem(4).kind, Some(Kind::Digit));
    assert_eq!(problem(5).kind, Some(Kind::TooLong));
    assert_eq!(problem(6).value, "李");
    assert_eq!((problem(9).value.as_str(), problem(9).suggestion.as_deref()), ("8012345677", Some("08012345677")));
    assert_eq!(problem(13).reference, Some(Reference::Row(12)));
    assert_eq!(problem(14).reference, Some(Reference::Row(12)));
    assert_eq!(problem(15).reference, Some(Reference::Row(12)));
    assert_eq!(problem(16).reference, Some(Reference::Receipt(receipt)));
    assert_eq!((problem(26).kind, problem(26).suggestion), (Some(Kind::DayMonthSwapped), Some("1999-02-05".into())));
    assert_eq!((problem(27).kind, problem(27).suggestion), (Some(Kind::YearDigit), None));
    assert_eq!((problem(28).kind, problem(28).suggestion), (Some(Kind::Other), None));
    assert_eq!(problem(30).reference, Some(Reference::Kpj(kpj("08012345677"))));

    let row = |number: u32| list.rows.iter().find(|row| row.number == number).unwrap();
    assert_eq!(row(10).kpj.as_str(), Some("08012345677"), "the cell shows the zero");
    assert_eq!(row(21).nik.as_str(), Some("3522012501990007"), "an intact number is accepted");
    assert_eq!(row(34).birth_date, "1999-01-25".parse().ok(), "the NIK knows the century");
    assert_eq!(row(37).nik.as_str(), Some("X1234567"));
    // What is looked up in the register is what is well formed, a completed zero included.
    let (kpjs, niks) = table.numbers();
    assert!(kpjs.contains(&kpj("08012345677")) && !niks.is_empty());
}

#[test]
fn a_swapped_date_of_an_english_excel_is_named_and_not_repaired() {
    let list = checked("english_excel.xlsx");
    let swapped: Vec<u32> = codes(&list).iter().map(|(row, _)| *row).collect();
    assert!(codes(&list).iter().all(|(_, code)| *code == "nik-birth-date") && !swapped.is_empty());
    for row in list.rows.iter().filter(|row| swapped.contains(&row.number)) {
        let nik = Nik::parse(row.nik.as_str().unwrap()).unwrap();
        let offered = row.problems[0].suggestion.as_deref().unwrap().parse().unwrap();
        assert_eq!(nik.compare_birth_date(offered), None);
        assert_ne!(row.birth_date, Some(offered));
    }
}

#[test]
fn a_formula_that_was_never_calculated_is_told_from_an_empty_cell() {
    let list = checked("formulas.xlsx");
    assert_eq!(codes(&list), [(2, "kpj-missing"), (3, "name-missing"), (3, "nik-missing"), (3, "birth-date-missing")]);
    let kinds = list.rows.iter().flat_map(|row| &row.problems).map(|problem| problem.kind);
    assert!(kinds.into_iter().all(|kind| kind == Some(Kind::FormulaWithoutValue)));
}

#[test]
fn a_number_is_read_by_its_column_and_not_by_its_format() {
    let list = checked("formats.xlsx");
    assert_eq!(codes(&list), []);
    let row = &list.rows[0];
    assert_eq!((row.nik.as_str(), row.kpj.as_str()), (Some("3522012501990001"), Some("24123456782")));
    assert_eq!(row.birth_date, "1999-01-25".parse().ok());
}

#[test]
fn what_is_wrong_with_a_whole_list_is_said_once() {
    for (file, code) in WRONG_AS_A_WHOLE {
        let list = checked(file);
        assert_eq!((file_codes(&list), codes(&list)), (vec![code], vec![]), "{file}");
        // Without birth dates cards can be issued; with employee numbers for NIKs no row can become one.
        let expected = match code {
            "birth-date-column-missing" => Counts { rows: 2, ready: 2, ..Counts::default() },
            _ => Counts { rows: 12, rejected: 12, ..Counts::default() },
        };
        assert_eq!(list.counts(), expected, "{file}");
        assert_eq!(list.rows.iter().filter(|row| row.worker().is_some()).count(), expected.ready, "{file}");
    }
}

#[test]
fn a_second_list_completes_the_missing_numbers_by_nik() {
    let mut list = table("template_tk_24101780.xlsx");
    let all: Vec<u32> = (2..=13).collect();
    let nothing = |missing: &[u32], unused: &[u32]| Completion {
        missing: missing.to_vec(),
        unused: unused.to_vec(),
        ..Completion::default()
    };
    assert_eq!(list.complete_kpj(&table("employee_numbers.xls")), nothing(&all, &all));
    let completed = Completion { completed: 12, ..Completion::default() };
    assert_eq!(list.complete_kpj(&table("wage_comma.csv")), completed);
    assert_eq!(list.complete_kpj(&table("wage_comma.csv")), nothing(&[], &all));
    let list = judged(&list, &History::default());
    assert_eq!((codes(&list), list.counts().ready), (vec![], 12));
}

#[test]
fn the_user_overrules_detection() {
    let options = |sheet: Option<&str>, header_row, columns: &[(Field, &str)]| ReadOptions {
        sheet: sheet.map(str::to_owned),
        header_row,
        columns: columns.iter().map(|(field, column)| (*field, (*column).to_owned())).collect(),
        ..ReadOptions::default()
    };
    let open = |file: &str, options: &ReadOptions| read(&path(file), options, &Silent);

    let list = open("hidden_beside.xlsx", &options(Some("LAMA"), None, &[])).unwrap();
    assert_eq!(list.sheet(), Some("Lama"));
    let list = open("hr.xlsx", &options(None, Some(5), &[(Field::Nik, "nik"), (Field::Kpj, "C")])).unwrap();
    let columns = list.columns();
    assert!(columns.contains(&(Field::Nik, "NIK".into())) && columns.contains(&(Field::Kpj, "No. KTP".into())));

    let unknown = open("hr.xlsx", &options(Some("Lembar 9"), None, &[])).unwrap_err();
    assert!(matches!(&unknown, ImportError::UnknownSheet { sheets } if sheets == &["Sheet1"]), "{unknown:?}");
    let unknown = open("hr.xlsx", &options(None, None, &[(Field::Nik, "Nomor Lain")])).unwrap_err();
    assert!(matches!(&unknown, ImportError::UnknownColumn { field: Field::Nik, .. }), "{unknown:?}");
    assert_eq!(unknown.code(), "usage");
    let error = open("hr.xlsx", &options(None, Some(2), &[])).unwrap_err();
    assert_eq!(error.code(), "header-not-found");
}

#[test]
fn a_file_that_is_no_list_is_refused_by_what_it_is() {
    for (file, code) in [
        ("there_is_none.xlsx", "file-not-found"),
        ("empty.xlsx", "file-empty"),
        ("blank.csv", "file-empty"),
        ("picture.xlsx", "file-not-a-list"),
        ("letter.xlsx", "file-not-a-list"),
        ("other_archive.xlsx", "file-not-a-list"),
        ("", "file-not-a-list"),
        ("encrypted.xlsx", "file-encrypted"),
        ("encrypted.xls", "file-encrypted"),
        ("encrypted.ods", "file-encrypted"),
        ("cut_short.ods", "file-damaged"),
        ("too_many_cells.ods", "file-too-large"),
        ("cut_short.xlsx", "file-damaged"),
        ("cut_short.xls", "file-damaged"),
        ("no_header.csv", "header-not-found"),
        ("no_rows.csv", "no-rows"),
    ] {
        let error = read(&path(file), &ReadOptions::default(), &Silent).map(|table| table.len()).unwrap_err();
        assert_eq!(error.code(), code, "{file}: {error:?}");
    }
}

#[test]
fn a_user_who_cancels_is_heard_while_reading_and_while_checking() {
    struct Impatient(Stage);
    impl Progress for Impatient {
        fn report(&self, stage: Stage, _: usize, _: usize) -> Result<(), Cancelled> {
            if stage == self.0 { Err(Cancelled) } else { Ok(()) }
        }
    }
    let stopped = read(&path("smile.xlsx"), &ReadOptions::default(), &Impatient(Stage::Reading));
    assert!(matches!(stopped, Err(ImportError::Cancelled(Cancelled))));
    let history = History::default();
    let on = "2026-11-20".parse().unwrap();
    let context = CheckContext { on, check_kpj_digit: true, covers: &|_| true, history: &history };
    assert_eq!(check(&table("smile.xlsx"), &context, &Impatient(Stage::Checking)), Err(Cancelled));
}
