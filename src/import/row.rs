//! Rows of the sheet into rows of people, and their cells into what the columns mean.

use super::date::{self, Order, Written};
use super::header::{Columns, normalised};
use super::sheet::{Cell, NumberFormat, Row, date_of_serial};
use crate::domain::{Kpj, Nik, Sex, without_separators};
use chrono::NaiveDate;
use std::borrow::Cow;

/// What a birth date or membership date cell says.
#[derive(Debug, Clone, PartialEq)]
pub enum Day<'a> {
    /// Nothing.
    Empty,
    /// A formula without result.
    FormulaWithoutValue,
    /// A date that Excel or LibreOffice knows to be one.
    Date(NaiveDate),
    /// A date in words or digits, with the text.
    Written(Written, Cow<'a, str>),
    /// Something else.
    Unreadable(Cow<'a, str>),
}

/// A cell of a date column; read only when it is asked for, because that is the dear part of a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dated<'a> {
    pub(super) cell: &'a Cell,
    pub(super) epoch_1904: bool,
}

impl<'a> Dated<'a> {
    /// What the cell says.
    #[must_use]
    pub fn day(self) -> Day<'a> {
        day(self.cell, self.epoch_1904)
    }
}

/// The cells of one person, by meaning. Numbers keep their cell: whether a NIK stood there as text decides whether it
/// can be trusted.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading<'a> {
    /// Number of the row, from 1.
    pub number: u32,
    /// KPJ.
    pub kpj: &'a Cell,
    /// NIK or passport number.
    pub nik: &'a Cell,
    /// Whether the row says that its identity is a passport.
    pub passport: bool,
    /// Name; of several parts, put together.
    pub name: Cow<'a, Cell>,
    /// Birth date.
    pub birth_date: Dated<'a>,
    /// Sex.
    pub sex: &'a Cell,
    /// Membership date.
    pub membership_date: Dated<'a>,
}

/// Reads one row by its columns.
#[must_use]
pub fn read<'a>(row: &'a Row, columns: &Columns, epoch_1904: bool) -> Reading<'a> {
    let at = |column: Option<usize>| column.map_or(&Cell::Empty, |column| row.cell(column));
    let (mut kpj, mut nik) = (at(columns.kpj), at(columns.nik));
    let mixed = at(columns.nik_or_kpj);
    if !mixed.is_empty() {
        let digits = without_separators(&mixed.shown()).len();
        let is_kpj = digits == Kpj::DIGITS || (digits == Kpj::DIGITS - 1 && matches!(mixed, Cell::Number { .. }));
        if is_kpj && kpj.is_empty() {
            kpj = mixed;
        } else if !is_kpj && nik.is_empty() {
            nik = mixed;
        }
    }
    Reading {
        number: row.number,
        kpj,
        nik,
        passport: is_passport(at(columns.identity_kind)),
        name: name(row, &columns.name),
        birth_date: Dated { cell: at(columns.birth_date), epoch_1904 },
        sex: at(columns.sex),
        membership_date: Dated { cell: at(columns.membership_date), epoch_1904 },
    }
}

fn name<'a>(row: &'a Row, columns: &[usize]) -> Cow<'a, Cell> {
    let mut parts = columns.iter().map(|column| row.cell(*column)).filter(|cell| !cell.is_empty());
    match (parts.next(), columns.len()) {
        (None, _) => Cow::Owned(Cell::Empty),
        (Some(only), 1) => Cow::Borrowed(only),
        (Some(first), _) => {
            let all: Vec<&Cell> = std::iter::once(first).chain(parts).collect();
            // A part that was never calculated or failed makes the whole name unknown.
            if let Some(broken) = all.iter().find(|cell| matches!(cell, Cell::FormulaWithoutValue | Cell::Error(_))) {
                return Cow::Borrowed(broken);
            }
            let parts: Vec<_> = all.into_iter().map(Cell::shown).collect();
            Cow::Owned(Cell::text(&parts.join(" ")))
        }
    }
}

fn is_passport(cell: &Cell) -> bool {
    matches!(normalised(&cell.shown()).as_str(), "PASSPORT" | "PASPOR" | "PASPORT" | "PASSPOR")
}

fn day(cell: &Cell, epoch_1904: bool) -> Day<'_> {
    match cell {
        Cell::Empty => Day::Empty,
        Cell::FormulaWithoutValue => Day::FormulaWithoutValue,
        Cell::Date(date) => Day::Date(*date),
        Cell::Text(text) if !text.chars().any(char::is_alphanumeric) => Day::Empty,
        Cell::Text(text) => match date::parse(text).or_else(|| serial_as_text(text)) {
            Some(written) => Day::Written(written, cell.shown()),
            None => Day::Unreadable(cell.shown()),
        },
        Cell::Number { value, format } => {
            if let Some(written) = date::of_number(*value) {
                return Day::Written(written, cell.shown());
            }
            // A plain number below 10,000 is a year or an age rather than a day before 1927.
            let serial = *format == NumberFormat::Date || *value >= 10_000.0;
            match date_of_serial(*value, epoch_1904) {
                Some(date) if serial && *value < 100_000.0 => Day::Date(date),
                _ => Day::Unreadable(cell.shown()),
            }
        }
        Cell::Bool(_) | Cell::Error(_) => Day::Unreadable(cell.shown()),
    }
}

/// Five digits in a text file are the serial number of a date that was exported without its format.
fn serial_as_text(text: &str) -> Option<Written> {
    let serial: u32 = text.parse().ok().filter(|serial| (10_000..70_000).contains(serial))?;
    date_of_serial(serial.into(), false).map(Written::Plain)
}

/// The sex of a cell; `None` if the word is not known.
#[must_use]
pub fn sex(cell: &Cell) -> Option<Sex> {
    let shown = cell.shown();
    Sex::from_letter(&shown).or_else(|| match normalised(&shown).as_str() {
        "L" | "LK" | "LAKI" | "LAKILAKI" | "PRIA" | "M" | "MALE" => Some(Sex::Male),
        "P" | "PR" | "PEREMPUAN" | "WANITA" | "W" | "F" | "FEMALE" => Some(Sex::Female),
        _ => None,
    })
}

/// Which way round a column writes its dates, from those that can only be read one way; failing that, from the NIKs.
pub(super) fn order<'a>(readings: impl Iterator<Item = Reading<'a>>) -> Order {
    let (mut day_first, mut month_first) = (0usize, 0usize);
    let (mut with_nik, mut against_nik) = (0usize, 0usize);
    for reading in readings {
        let Day::Written(written, _) = reading.birth_date.day() else { continue };
        match written.proves() {
            Some(Order::DayFirst) => day_first += 1,
            Some(Order::MonthFirst) => month_first += 1,
            None => {
                let Ok(nik) = Nik::parse(&reading.nik.shown()) else { continue };
                let agrees = |order| {
                    written
                        .read(order, |year| (year == u32::from(nik.year())).then_some(2000 + i32::from(nik.year())))
                        .is_some_and(|date| nik.compare_birth_date(date).is_none())
                };
                match (agrees(Order::DayFirst), agrees(Order::MonthFirst)) {
                    (true, false) => with_nik += 1,
                    (false, true) => against_nik += 1,
                    _ => {}
                }
            }
        }
    }
    let proven = month_first > day_first;
    // One or two such rows are typing errors that the user should see, not the custom of a column.
    let by_nik = day_first == 0 && month_first == 0 && with_nik == 0 && against_nik >= 3;
    if proven || by_nik { Order::MonthFirst } else { Order::DayFirst }
}

/// The rows that hold a person: not blank, not a total, not the header again, not `(1) (2) (3)`, not signatures.
pub(super) fn people(rows: Vec<Row>, header: &Row, columns: &Columns) -> Vec<Row> {
    let last = rows.iter().rposition(|row| is_surely_a_person(row, columns));
    let mut people = Vec::with_capacity(rows.len());
    let mut previous = rows.first().map_or(header.number, |first| first.number);
    let mut ended = false;
    for (index, row) in rows.into_iter().enumerate() {
        let number = row.number;
        if has_own_number(&row, columns) {
            people.push(row);
            previous = number;
            continue;
        }
        let behind_last = last.is_none_or(|last| index > last);
        let skipped = is_blank(&row, columns) || repeats(&row, header, columns) || is_numbering(&row);
        let total = is_total(&row, columns);
        // Behind the last sure person, a gap, a total or a signature's word ends the table.
        ended |= behind_last && last.is_some() && (total || is_signature(&row) || number > previous.saturating_add(1));
        ended |= behind_last && last.is_none() && is_signature(&row);
        if !(skipped || total || ended && behind_last) {
            people.push(row);
        }
        previous = number;
    }
    people
}

pub(super) fn has_content(cell: &Cell) -> bool {
    match cell {
        Cell::Empty => false,
        Cell::Text(text) => text.chars().any(char::is_alphanumeric),
        _ => true,
    }
}

/// The columns that make a person.
fn telling<'a>(row: &'a Row, columns: &'a Columns) -> impl Iterator<Item = &'a Cell> {
    let numbers = [columns.kpj, columns.nik, columns.nik_or_kpj, columns.birth_date];
    numbers.into_iter().flatten().chain(columns.name.iter().copied()).map(|column| row.cell(column))
}

fn is_blank(row: &Row, columns: &Columns) -> bool {
    !telling(row, columns).any(has_content)
}

/// A number of the kind that people have, or a name with a birth date: what signatures and totals do not have.
fn is_surely_a_person(row: &Row, columns: &Columns) -> bool {
    let at = |column: Option<usize>| column.map_or(&Cell::Empty, |column| row.cell(column));
    let numbers = [columns.kpj, columns.nik, columns.nik_or_kpj].map(at);
    let whole = |cell: &Cell| {
        let text = without_separators(&cell.shown());
        text.len() >= 9 && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if numbers.into_iter().any(whole) {
        return true;
    }
    if is_total(row, columns) || is_signature(row) {
        return false;
    }
    let name = columns.name.iter().any(|column| has_content(row.cell(*column)));
    let partly = |cell: &Cell| {
        let text = cell.shown();
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        digits >= 4 && digits > letters || name && matches!(cell, Cell::FormulaWithoutValue | Cell::Error(_))
    };
    numbers.into_iter().any(partly) || name && has_content(at(columns.birth_date))
}

/// A whole KPJ or NIK: nothing but a person has one, so nothing else needs to be looked at.
fn has_own_number(row: &Row, columns: &Columns) -> bool {
    let at = |column: Option<usize>| column.map_or(&Cell::Empty, |column| row.cell(column)).shown();
    Nik::parse(&at(columns.nik)).is_ok() || Kpj::parse(&at(columns.kpj)).is_ok()
}

pub(super) fn first_word(cell: &Cell) -> Option<String> {
    let Cell::Text(text) = cell else { return None };
    text.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).map(str::to_uppercase)
}

/// `JUMLAH`, `TOTAL : 12 orang`. A person of that name has a NIK, a KPJ or a birth date.
fn is_total(row: &Row, columns: &Columns) -> bool {
    let at = |column: Option<usize>| column.map_or(&Cell::Empty, |column| row.cell(column));
    let named = row.cells.iter().filter(|cell| !cell.is_empty()).take(3).any(|cell| {
        let word = first_word(cell);
        let two = || normalised(&cell.shown());
        word.is_some_and(|word| matches!(word.as_str(), "JUMLAH" | "TOTAL" | "SUBTOTAL" | "GRANDTOTAL"))
            || two().starts_with("GRANDTOTAL")
            || two().starts_with("SUBTOTAL")
            || two().starts_with("SUBJUMLAH")
    });
    named
        && !has_own_number(row, columns)
        && !matches!(day(at(columns.birth_date), false), Day::Date(_) | Day::Written(..))
}

/// A word with which the part for signatures and notes begins, in a row that holds little else.
pub(super) fn is_signature(row: &Row) -> bool {
    const WORDS: [&str; 17] = [
        "MENGETAHUI",
        "MENYETUJUI",
        "DISETUJUI",
        "DIPERIKSA",
        "DIKETAHUI",
        "PIMPINAN",
        "DIREKTUR",
        "DIREKSI",
        "HRD",
        "PERSONALIA",
        "TTD",
        "CATATAN",
        "NB",
        "NIP",
        "MENYERAHKAN",
        "PENERIMA",
        "PENANGGUNGJAWAB",
    ];
    const STARTS: [&str; 12] = [
        "HORMATKAMI",
        "DIBUATOLEH",
        "YANGME",
        "YANGBERTANDA",
        "PENANGGUNGJAWAB",
        "TANDATANGAN",
        "CAPPERUSAHAAN",
        "CAPDAN",
        "NAMAJELAS",
        "NAMATERANG",
        "KEPALABAGIAN",
        "KEPALACABANG",
    ];
    let filled: Vec<&Cell> = row.cells.iter().filter(|cell| !cell.is_empty()).collect();
    filled.len() <= 4
        && filled.into_iter().any(|cell| {
            let text = normalised(&cell.shown());
            first_word(cell).is_some_and(|word| WORDS.contains(&word.as_str()))
                || STARTS.iter().any(|start| text.starts_with(start))
        })
}

/// The header again, as on each printed page.
fn repeats(row: &Row, header: &Row, columns: &Columns) -> bool {
    let all = [columns.kpj, columns.nik, columns.nik_or_kpj, columns.birth_date, columns.sex];
    let all: Vec<usize> = all.into_iter().flatten().chain(columns.name.iter().copied()).collect();
    let same = all.iter().filter(|column| {
        let title = normalised(&header.cell(**column).shown());
        !title.is_empty() && normalised(&row.cell(**column).shown()) == title
    });
    same.count() >= all.len().min(2)
}

/// `1 2 3 ...` or `(1) (2) (3) ...` below the header.
pub(super) fn is_numbering(row: &Row) -> bool {
    let mut count = 0u32;
    let mut previous: Option<u32> = None;
    for cell in row.cells.iter().filter(|cell| !cell.is_empty()) {
        let text = cell.shown();
        let Ok(number) = text.trim_matches(['(', ')', '.', ' ']).parse::<u32>() else { return false };
        if number > 256 || previous.is_some_and(|previous| number != previous + 1) {
            return false;
        }
        previous = Some(number);
        count += 1;
    }
    count >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(cells: &[&str]) -> Vec<Cell> {
        cells.iter().map(|text| Cell::text(text)).collect()
    }

    /// Columns: No, Nama, NIK, Tgl Lahir. `~` makes a gap of one row.
    fn kept(rows: &[&[&str]]) -> Vec<String> {
        let columns = Columns { nik: Some(2), name: vec![1], birth_date: Some(3), ..Columns::default() };
        let header = Row { number: 1, cells: cells(&["No", "Nama", "NIK", "Tgl Lahir"]) };
        let rows = (2..).zip(rows).filter(|(_, row)| row[0] != "~");
        let rows = rows.map(|(number, row)| Row { number, cells: cells(row) }).collect();
        people(rows, &header, &columns).iter().map(|row| row.cell(1).shown().into_owned()).collect()
    }

    #[test]
    fn only_rows_of_people_are_rows() {
        let person = ["1", "SITI", "3522016501990001", "25-01-1999"];
        assert_eq!(kept(&[&["(1)", "(2)", "(3)", "(4)"], &person]), ["SITI"]);
        assert_eq!(kept(&[&person, &["No", "NAMA", "nik", "TGL LAHIR"], &person]), ["SITI", "SITI"]);
        assert_eq!(kept(&[&person, &["2", "", "", ""], &["3", "-", "", ""], &person]), ["SITI", "SITI"]);
        assert_eq!(kept(&[&person, &["JUMLAH", "", "1", ""], &["", "Budi Santoso", "", ""]]), ["SITI"]);
        assert_eq!(kept(&[&person, &["~"], &["", "", "", "Bojonegoro, 20 November 2026"]]), ["SITI"]);
        assert_eq!(kept(&[&person, &["", "Mengetahui,", "", ""], &["", "(Budi Santoso)", "", ""]]), ["SITI"]);
    }

    #[test]
    fn a_person_with_too_little_is_still_a_row() {
        let person = ["1", "SITI", "3522016501990001", "25-01-1999"];
        assert_eq!(kept(&[&person, &["2", "BUDI", "", ""]]), ["SITI", "BUDI"]);
        assert_eq!(kept(&[&["1", "BUDI", "", ""], &["~"], &person]), ["BUDI", "SITI"]);
        assert_eq!(kept(&[&["1", "", "35220165019900", ""]]), [""]);
        assert_eq!(kept(&[&["1", "BUDI", "", ""], &["2", "SITI", "", ""]]), ["BUDI", "SITI"]);
        assert_eq!(kept(&[&["1", "TOTAL", "3522016501990001", ""]]), ["TOTAL"]);
    }

    #[test]
    fn the_words_for_the_sexes_are_known() {
        for (text, expected) in [
            ("L", Some(Sex::Male)),
            ("laki - laki", Some(Sex::Male)),
            ("PRIA", Some(Sex::Male)),
            ("Pr.", Some(Sex::Female)),
            ("Perempuan", Some(Sex::Female)),
            ("wanita", Some(Sex::Female)),
            ("1", None),
            ("L/P", None),
        ] {
            assert_eq!(sex(&Cell::text(text)), expected, "{text}");
        }
    }

    #[test]
    fn a_numeric_date_is_read_by_its_column() {
        let date = |text: &str| Day::Date(text.parse().unwrap());
        assert_eq!(day(&Cell::number(36_185.0), false), date("1999-01-25"));
        assert_eq!(day(&Cell::number(34_723.0), true), date("1999-01-25"));
        assert_eq!(day(&Cell::number(1990.0), false), Day::Unreadable("1990".into()));
        assert!(matches!(day(&Cell::number(5_041_990.0), false), Day::Written(..)));
        let nik = Cell::number(3_522_012_501_990_001.0);
        assert_eq!(day(&nik, false), Day::Unreadable("3522012501990001".into()));
        assert_eq!(day(&Cell::Number { value: 9_000.0, format: NumberFormat::Date }, false), date("1924-08-21"));
    }
}
