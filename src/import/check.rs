//! The rules of the contract over the rows of a list. Every rule is tried on every row: a person wants to see all that is
//! wrong at once.

use super::date::Order;
use super::row::{self, Day, Reading};
use super::sheet::{Cell, NumberFormat};
use super::table::Table;
use crate::domain::nik::{BirthDateMismatch, NikError};
use crate::domain::worker::card_name;
use crate::domain::{
    CheckedList, CheckedRow, Code, Field, Held, Identity, Kind, Kpj, Nik, Problem, Reference, list::History,
    only_separators, without_separators,
};
use crate::progress::{Cancelled, Progress, Stage};
use chrono::{Datelike, NaiveDate};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::Hash;

/// The most characters of a name that the office expects.
const LONGEST_NAME: usize = 60;

/// What the rules need besides the list.
#[derive(Clone, Copy)]
pub struct CheckContext<'a> {
    /// The day of issue; ages are counted on it.
    pub on: NaiveDate,
    /// Whether to warn where the last digit of a KPJ does not fit (a setting).
    pub check_kpj_digit: bool,
    /// Whether the card's font has a character.
    pub covers: &'a dyn Fn(char) -> bool,
    /// What the register knows of the numbers in [`Table::numbers`].
    pub history: &'a History,
}

/// Judges a list. The same list and context give the same answer.
///
/// Where most values of the NIK column are employee numbers, the file says so once and no row is judged on its NIK; but
/// no row has a worker then, so none is ready ([`CheckedRow::status`]).
///
/// # Errors
/// [`Cancelled`], if the user stops it.
pub fn check(table: &Table, context: &CheckContext<'_>, progress: &dyn Progress) -> Result<CheckedList, Cancelled> {
    let total = table.rows.len();
    let employee_numbers = holds_employee_numbers(table);
    let mut earlier = Earlier { kpj: HashMap::with_capacity(total), nik: HashMap::with_capacity(total) };
    let mut rows = Vec::with_capacity(total);
    for place in 0..total {
        if place.is_multiple_of(512) {
            progress.report(Stage::Checking, place, total)?;
        }
        let judge = Judge { table, context, reading: table.reading(place), employee_numbers, problems: Vec::new() };
        let row = judge.row(table.completed(place), &rows, &mut earlier);
        rows.push(row);
    }
    progress.report(Stage::Checking, total, total)?;
    let mut problems = Vec::new();
    if table.columns.birth_date.is_none() {
        problems.push(Problem::of_file(Code::BirthDateColumnMissing, ""));
    }
    if employee_numbers {
        let title = table.columns().into_iter().find(|(field, _)| *field == Field::Nik).map(|(_, title)| title);
        problems.push(Problem::of_file(Code::NikColumnIsEmployeeNumber, title.unwrap_or_default()));
    }
    if let Some(npp) = table.company.npp.filter(crate::domain::Npp::has_letters) {
        problems.push(Problem::of_file(Code::NppLetters, npp.to_string()));
    }
    Ok(CheckedList {
        file: table.file.clone(),
        file_hash: table.file_hash.clone(),
        sheet: table.sheet.clone(),
        header_row: table.header.number,
        company: table.company.clone(),
        columns: table.columns(),
        problems,
        rows,
        edits: table.edits(),
    })
}

/// Most values are nothing like a NIK. A slip of the finger (15 digits, 17) or what a spreadsheet made of a NIK still is
/// like one, and a single row proves nothing.
fn holds_employee_numbers(table: &Table) -> bool {
    if table.columns.nik.is_none() {
        return false;
    }
    let (mut filled, mut unlike) = (0usize, 0usize);
    for place in 0..table.rows.len() {
        let reading = table.reading(place);
        if reading.passport || is_missing(reading.nik) || matches!(reading.nik, Cell::Error(_)) {
            continue;
        }
        filled += 1;
        let text = reading.nik.shown();
        if Nik::parse(&text).is_ok() {
            continue;
        }
        let text = without_separators(&text);
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        if !(14..=18).contains(&digits) && !is_scientific(&text) {
            unlike += 1;
        }
    }
    unlike >= 2 && unlike * 2 > filled
}

/// Where earlier rows of the file hold a number.
struct Earlier {
    kpj: HashMap<Kpj, Places>,
    nik: HashMap<Nik, Places>,
}

/// Places of rows with one number; nearly always there is one, so only more cost a list.
struct Places {
    first: usize,
    more: Vec<usize>,
}

impl Places {
    /// Looks at the earlier places of a number, if there are any, and notes one more.
    fn note<K: Hash + Eq, T>(
        numbers: &mut HashMap<K, Self>,
        number: K,
        place: usize,
        look: impl FnOnce(&Self) -> T,
    ) -> Option<T> {
        match numbers.entry(number) {
            Entry::Vacant(entry) => {
                entry.insert(Self { first: place, more: Vec::new() });
                None
            }
            Entry::Occupied(mut entry) => {
                let seen = look(entry.get());
                if entry.get().more.len() + 1 < COMPARED {
                    entry.get_mut().more.push(place);
                }
                Some(seen)
            }
        }
    }

    fn all(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.first).chain(self.more.iter().copied())
    }
}

/// Rows of one number that are compared with a later one; a list that repeats itself 10,000 times says no more.
const COMPARED: usize = 8;

pub(super) fn is_missing(cell: &Cell) -> bool {
    match cell {
        Cell::Empty | Cell::FormulaWithoutValue => true,
        Cell::Text(text) => only_separators(text),
        _ => false,
    }
}

/// The KPJ of a cell, or what is wrong with it.
pub(super) fn kpj_of(cell: &Cell) -> Result<Kpj, Problem> {
    let shown = cell.shown();
    let problem = |code| Problem::new(code, Field::Kpj, shown.clone());
    if is_missing(cell) {
        return Err(without_value(problem(Code::KpjMissing), cell));
    }
    if let Cell::Number { format, .. } = cell
        && shown.len() == Kpj::DIGITS - 1
        && let Ok(kpj) = Kpj::parse(&format!("0{shown}"))
    {
        return match format {
            // The cell shows all eleven digits; its zero was meant.
            NumberFormat::ElevenZeros => Ok(kpj),
            _ => Err(problem(Code::KpjLostZero).suggesting(kpj.to_string())),
        };
    }
    // The point and the minus of a number are no separators.
    if matches!(cell, Cell::Number { value, .. } if *value < 0.0 || value.fract() != 0.0) {
        return Err(problem(Code::KpjFormat));
    }
    Kpj::parse(&shown).map_err(|_| problem(Code::KpjFormat))
}

/// The NIK of a cell, or what is wrong with it (DOMAIN.md, section 4).
pub(super) fn nik_of(cell: &Cell) -> Result<Nik, Problem> {
    let shown = cell.shown();
    let problem = |code| Problem::new(code, Field::Nik, shown.clone());
    if is_missing(cell) {
        return Err(without_value(problem(Code::NikMissing), cell));
    }
    if let Cell::Number { value, .. } = cell {
        let whole = shown.len() == Nik::DIGITS && shown.bytes().all(|byte| byte.is_ascii_digit());
        if !whole {
            return Err(problem(Code::NikFormat));
        }
        // Excel keeps 15 digits, and above 2^53 no double holds every number.
        if shown.ends_with('0') || shown.starts_with('9') || *value >= 9_007_199_254_740_992.0 {
            return Err(problem(Code::NikDamaged));
        }
    } else if is_scientific(&shown) {
        return Err(problem(Code::NikDamaged));
    }
    Nik::parse(&shown).map_err(|error| {
        problem(match error {
            NikError::Format => Code::NikFormat,
            NikError::Date => Code::NikDate,
            NikError::Serial => Code::NikSerial,
        })
    })
}

/// `3.52201E+15`, `3,52201E+15`, also with its point taken for a separator.
fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.trim().split_once(['E', 'e']) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(&mantissa.replacen(['.', ','], "", 1)) && digits(exponent.trim_start_matches('+'))
}

fn without_value(problem: Problem, cell: &Cell) -> Problem {
    if matches!(cell, Cell::FormulaWithoutValue) { problem.of_kind(Kind::FormulaWithoutValue) } else { problem }
}

/// Judges one row.
struct Judge<'a> {
    table: &'a Table,
    context: &'a CheckContext<'a>,
    reading: Reading<'a>,
    employee_numbers: bool,
    problems: Vec<Problem>,
}

impl Judge<'_> {
    fn row(mut self, completed: Option<Kpj>, rows: &[CheckedRow], earlier: &mut Earlier) -> CheckedRow {
        let name = self.name();
        let kpj = self.kpj(completed);
        let identity = self.identity();
        let nik = identity.as_ref().and_then(Identity::nik).copied();
        let birth_date = self.birth_date(nik);
        let sex = self.sex();
        if let Some(nik) = nik {
            self.nik_against_columns(nik, birth_date, sex);
        }
        let mut row = CheckedRow {
            number: self.reading.number,
            kpj: held(kpj, self.reading.kpj),
            nik: held(identity, self.reading.nik),
            name,
            birth_date,
            sex,
            membership_date: match self.reading.membership_date.day() {
                Day::Date(date) => Some(date),
                Day::Written(written, _) => written.read(Order::DayFirst, |_| None),
                Day::Empty | Day::FormulaWithoutValue | Day::Unreadable(_) => None,
            },
            problems: Vec::new(),
        };
        self.against_earlier(&row, rows, earlier);
        self.against_register(kpj, nik);
        // The contract's order; equal codes do not occur twice in a row.
        self.problems.sort_by_key(|problem| Code::ALL.iter().position(|code| *code == problem.code));
        row.problems = self.problems;
        row
    }

    fn add(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    fn name(&mut self) -> Option<String> {
        let cell = self.reading.name.clone();
        let shown = cell.shown();
        let name = card_name(&shown);
        if !name.chars().any(char::is_alphanumeric) || matches!(*cell, Cell::Error(_)) {
            self.add(without_value(Problem::new(Code::NameMissing, Field::Name, shown), &cell));
            return None;
        }
        if name.chars().count() > LONGEST_NAME {
            self.add(Problem::new(Code::NameUnusual, Field::Name, shown.clone()).of_kind(Kind::TooLong));
        } else if name.chars().any(char::is_numeric) {
            self.add(Problem::new(Code::NameUnusual, Field::Name, shown.clone()).of_kind(Kind::Digit));
        }
        let mut holes = String::new();
        for c in name.chars().filter(|c| *c != ' ' && !(self.context.covers)(*c)) {
            if !holes.contains(c) {
                holes.push(c);
            }
        }
        if !holes.is_empty() {
            self.add(Problem::new(Code::NameUnprintable, Field::Name, holes));
        }
        Some(name)
    }

    fn kpj(&mut self, completed: Option<Kpj>) -> Option<Kpj> {
        match completed.map_or_else(|| kpj_of(self.reading.kpj), Ok) {
            Ok(kpj) => {
                if self.context.check_kpj_digit && !kpj.check_digit_holds() {
                    self.add(Problem::new(Code::KpjCheckDigit, Field::Kpj, kpj.to_string()));
                }
                Some(kpj)
            }
            Err(problem) => {
                self.add(problem);
                None
            }
        }
    }

    fn identity(&mut self) -> Option<Identity> {
        let cell = self.reading.nik;
        if self.reading.passport {
            let number: String = without_separators(&cell.shown()).to_uppercase();
            if number.is_empty() || matches!(cell, Cell::Error(_)) {
                self.add(without_value(Problem::new(Code::NikMissing, Field::Nik, cell.shown()), cell));
                return None;
            }
            return Some(Identity::Passport(number));
        }
        if self.employee_numbers {
            return None;
        }
        match nik_of(cell) {
            Ok(nik) => {
                if !nik.area_is_known() {
                    self.add(Problem::new(Code::NikProvince, Field::Nik, nik.to_string()));
                }
                Some(Identity::Nik(nik))
            }
            Err(problem) => {
                self.add(problem);
                None
            }
        }
    }

    fn birth_date(&mut self, nik: Option<Nik>) -> Option<NaiveDate> {
        self.table.columns.birth_date?;
        let on = self.context.on;
        // Two digits of a year say nothing alone; the NIK's own year, if it is the same, knows the century.
        let short_year =
            |year: u32| nik.filter(|nik| u32::from(nik.year()) == year).map(|nik| nik.birth_date(on).year());
        let problem = |code, value: &str| Problem::new(code, Field::BirthDate, value);
        let date = match self.reading.birth_date.day() {
            Day::Empty => Err(problem(Code::BirthDateMissing, "")),
            Day::FormulaWithoutValue => Err(problem(Code::BirthDateMissing, "").of_kind(Kind::FormulaWithoutValue)),
            Day::Date(date) => Ok((date, None)),
            Day::Written(written, text) => match written.read(self.table.order, short_year) {
                Some(date) => Ok((date, Some(text))),
                None => Err(problem(Code::BirthDateFormat, &text)),
            },
            Day::Unreadable(text) => Err(problem(Code::BirthDateFormat, &text)),
        };
        match date {
            Ok((date, text)) => {
                // `years_since` is `None` for a day to come.
                if on.years_since(date).is_none_or(|age| !(15..=100).contains(&age)) {
                    let text = text.unwrap_or_else(|| date.to_string().into());
                    self.add(problem(Code::BirthDateRange, &text));
                }
                Some(date)
            }
            Err(problem) => {
                self.add(problem);
                None
            }
        }
    }

    fn sex(&mut self) -> Option<crate::domain::Sex> {
        let cell = self.reading.sex;
        let sex = row::sex(cell);
        let shown = cell.shown();
        if sex.is_none() && (shown.chars().any(char::is_alphanumeric) || matches!(cell, Cell::Error(_))) {
            self.add(Problem::new(Code::SexFormat, Field::Sex, shown));
        }
        sex
    }

    fn nik_against_columns(&mut self, nik: Nik, birth_date: Option<NaiveDate>, sex: Option<crate::domain::Sex>) {
        if let Some(date) = birth_date
            && let Some(mismatch) = nik.compare_birth_date(date)
        {
            let problem = Problem::new(Code::NikBirthDate, Field::BirthDate, date.to_string());
            self.add(match mismatch {
                BirthDateMismatch::DayMonthSwapped(back) => {
                    problem.of_kind(Kind::DayMonthSwapped).suggesting(back.to_string())
                }
                BirthDateMismatch::YearDigit => problem.of_kind(Kind::YearDigit),
                BirthDateMismatch::Other => problem.of_kind(Kind::Other),
            });
        }
        if sex.is_some_and(|sex| sex != nik.sex()) {
            self.add(Problem::new(Code::NikSex, Field::Sex, self.reading.sex.shown()));
        }
    }

    /// `rows`: those before this one.
    fn against_earlier(&mut self, row: &CheckedRow, rows: &[CheckedRow], earlier: &mut Earlier) {
        let Some(kpj) = row.kpj.number() else { return };
        let verdict = |places: &Places| {
            let same = places.all().find(|place| same_person(&rows[*place], row));
            same.map_or((Code::KpjRepeated, places.first), |place| (Code::RowRepeated, place))
        };
        if let Some((code, place)) = Places::note(&mut earlier.kpj, *kpj, rows.len(), verdict) {
            let problem = Problem::new(code, Field::Kpj, kpj.to_string());
            self.problems.push(problem.pointing_at(Reference::Row(rows[place].number)));
        }
        let Some(nik) = row.nik.number().and_then(Identity::nik) else { return };
        let other_kpj = |places: &Places| places.all().find(|place| rows[*place].kpj != row.kpj);
        if let Some(place) = Places::note(&mut earlier.nik, *nik, rows.len(), other_kpj).flatten() {
            let problem = Problem::new(Code::NikRepeated, Field::Nik, nik.to_string());
            self.problems.push(problem.pointing_at(Reference::Row(rows[place].number)));
        }
    }

    fn against_register(&mut self, kpj: Option<Kpj>, nik: Option<Nik>) {
        let history = self.context.history;
        if let Some(kpj) = kpj
            && let Some(receipt) = history.issued.get(&kpj)
        {
            let problem = Problem::new(Code::KpjAlreadyIssued, Field::Kpj, kpj.to_string());
            self.add(problem.pointing_at(Reference::Receipt(receipt.clone())));
        }
        if let Some(nik) = nik
            && let Some(held) = history.holders.get(&nik)
            && kpj != Some(*held)
        {
            let problem = Problem::new(Code::NikKnown, Field::Nik, nik.to_string());
            self.add(problem.pointing_at(Reference::Kpj(*held)));
        }
    }
}

/// The number, or what stands in its place.
fn held<T>(number: Option<T>, cell: &Cell) -> Held<T> {
    match (number, cell.shown()) {
        (Some(number), _) => Held::Number(number),
        (None, text) if text.is_empty() => Held::Nothing,
        (None, text) => Held::Text(text.into()),
    }
}

/// The same KPJ is given; without an identity the name must tell.
fn same_person(one: &CheckedRow, other: &CheckedRow) -> bool {
    match (one.nik.as_str(), other.nik.as_str()) {
        (Some(one), Some(other)) => one == other,
        (None, None) => one.name == other.name,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict<T: std::fmt::Display>(result: Result<T, Problem>) -> String {
        result.map_or_else(|problem| problem.code.as_str().to_owned(), |number| number.to_string())
    }

    #[test]
    fn a_kpj_is_judged_by_the_cell_it_stands_in() {
        let zeros = Cell::Number { value: 8_012_345_677.0, format: NumberFormat::ElevenZeros };
        for (cell, expected) in [
            (Cell::number(24_123_456_782.0), "24123456782"),
            (Cell::number(8_012_345_677.0), "kpj-lost-zero"),
            (zeros, "08012345677"),
            (Cell::text("8012345677"), "kpj-format"),
            (Cell::text("'0801.2345-677"), "08012345677"),
            (Cell::number(-24_123_456_782.0), "kpj-format"),
            (Cell::number(2_412_345_678.2), "kpj-format"),
            (Cell::text("2,41235E+10"), "kpj-format"),
            (Cell::text(" - "), "kpj-missing"),
            (Cell::Error("#REF!"), "kpj-format"),
        ] {
            assert_eq!(verdict(kpj_of(&cell)), expected, "{cell:?}");
        }
    }

    #[test]
    fn a_nik_is_trusted_as_far_as_its_cell_can_hold_it() {
        for (cell, expected) in [
            (Cell::text("3522.0125-0199 0001"), "3522012501990001"),
            (Cell::number(3_522_012_501_990_001.0), "3522012501990001"),
            (Cell::number(3_522_012_501_990_010.0), "nik-damaged"),
            (Cell::text("3522012501990010"), "3522012501990010"),
            (Cell::number(3_522_012_501_990_000.0), "nik-damaged"),
            (Cell::text("3522012501990000"), "nik-serial"),
            (Cell::number(9_007_199_254_740_992.0), "nik-damaged"),
            (Cell::text("9171014107850002"), "9171014107850002"),
            (Cell::text("3.52201E+15"), "nik-damaged"),
            (Cell::text("3,52201e15"), "nik-damaged"),
            (Cell::number(352_201_250_199_001.0), "nik-format"),
            (Cell::number(1e300), "nik-format"),
            (Cell::Error("#N/A"), "nik-format"),
        ] {
            assert_eq!(verdict(nik_of(&cell)), expected, "{cell:?}");
        }
    }
}
