//! What the rows of an old register mean, and what is wrong with them. Nothing is repaired silently: what the program
//! would put there instead is a suggestion.

use super::{CANCELLED, CARDS, COMPANY, DATE, NPP, OldTable, Part, Place, RO};
use crate::domain::old_register::{OldCode, OldEntry, OldProblem, OldRegister, OldRow, OldSheet, name_key};
use crate::domain::{Npp, without_separators};
use crate::import::date::{self, Order, Written};
use crate::import::row::{Dated, Day, first_word, has_content};
use crate::import::sheet::{Cell, Row};
use chrono::{Datelike, NaiveDate};
use std::collections::HashMap;

/// No office has had such cards before; an earlier date is a slip.
const EARLIEST: i32 = 1990;

/// No row of a register stands for more: ten of the largest lists that the portal takes.
const MOST: u32 = 100_000;

/// A value, or what is wrong with it. A problem with a suggestion comes with the value that it suggests.
#[derive(Debug, Clone)]
struct Judged<T> {
    value: Option<T>,
    problem: Option<OldProblem>,
}

impl<T> Judged<T> {
    fn good(value: T) -> Self {
        Self { value: Some(value), problem: None }
    }

    fn bad(code: OldCode, value: impl Into<String>) -> Self {
        Self { value: None, problem: Some(OldProblem { code, value: value.into(), suggestion: None }) }
    }

    /// The same, with what is offered instead, where there is anything.
    fn offering(mut self, offer: Option<T>, shown: impl Fn(&T) -> String) -> Self {
        if let Some(problem) = &mut self.problem {
            problem.suggestion = offer.as_ref().map(shown);
        }
        self.value = offer;
        self
    }
}

/// Judges a register as of `today`. `name_of` knows the companies of the program's own register, to suggest a name where
/// the file has none.
#[must_use]
pub fn judge(table: &OldTable, today: NaiveDate, name_of: &dyn Fn(Npp) -> Option<String>) -> OldRegister {
    let names = Names::of_file(table, name_of);
    let orders: Vec<Order> = (0..table.sheets.len()).map(|sheet| order(table, sheet)).collect();
    let mut register = OldRegister {
        file: table.file.clone(),
        file_hash: table.file_hash.clone(),
        sheets: table.sheets.iter().map(sheet_of).collect(),
        skipped: table.skipped.clone(),
        ..OldRegister::default()
    };
    let mut above = Above::default();
    for (at, part) in table.parts.iter().enumerate() {
        let end = table.parts.get(at + 1).map_or(table.rows.len(), |next| next.from);
        let rows = &table.rows[part.from..end];
        if part.fresh {
            above = Above::default();
        }
        let calendar = Calendar::of(part, rows, &table.sheets[part.sheet], orders[part.sheet], today);
        for row in rows {
            match above.read(row, &calendar, &names, table.sheets[part.sheet].name.is_none()) {
                Read::Nothing => {}
                Read::Void => register.void += 1,
                Read::Row(problems, entry) => {
                    register.sheets[part.sheet].rows += 1;
                    register.rows.push(OldRow { sheet: part.sheet, number: row.number, problems, entry });
                }
            }
        }
    }
    register
}

fn sheet_of(place: &Place) -> OldSheet {
    OldSheet { name: place.name.clone(), header_row: place.header_row, rows: 0 }
}

/// Which company is which: what the file says in other rows, else what the register knows.
struct Names<'a> {
    own: HashMap<Npp, String>,
    /// `None`: the name stands beside several numbers.
    numbers: HashMap<String, Option<Npp>>,
    name_of: &'a dyn Fn(Npp) -> Option<String>,
}

impl<'a> Names<'a> {
    fn of_file(table: &OldTable, name_of: &'a dyn Fn(Npp) -> Option<String>) -> Self {
        let (mut own, mut numbers) = (HashMap::new(), HashMap::new());
        for row in &table.rows {
            let (Ok(npp), Some(name)) = (Npp::parse(&row.cell(NPP).shown()), company_name(row.cell(COMPANY))) else {
                continue;
            };
            let number = numbers.entry(name_key(&name)).or_insert(Some(npp));
            *number = number.filter(|number| *number == npp);
            own.insert(npp, name);
        }
        Self { own, numbers, name_of }
    }

    fn of(&self, npp: Npp) -> Option<String> {
        self.own.get(&npp).cloned().or_else(|| (self.name_of)(npp))
    }

    fn number(&self, company: &Cell) -> Option<Npp> {
        self.numbers.get(&name_key(&company_name(company)?)).copied()?
    }
}

/// Which way round a sheet writes its dates, from those that can only be read one way.
fn order(table: &OldTable, sheet: usize) -> Order {
    let (mut day_first, mut month_first) = (0usize, 0usize);
    for (at, part) in table.parts.iter().enumerate().filter(|(_, part)| part.sheet == sheet) {
        let end = table.parts.get(at + 1).map_or(table.rows.len(), |next| next.from);
        for row in &table.rows[part.from..end] {
            if let Day::Written(written, _) = day(row.cell(DATE), false) {
                match written.proves() {
                    Some(Order::DayFirst) => day_first += 1,
                    Some(Order::MonthFirst) => month_first += 1,
                    None => {}
                }
            }
        }
    }
    if month_first > day_first { Order::MonthFirst } else { Order::DayFirst }
}

fn day(cell: &Cell, epoch_1904: bool) -> Day<'_> {
    Dated { cell, epoch_1904 }.day()
}

/// What is known of the dates under one title.
struct Calendar {
    month: Option<u32>,
    year: Option<i32>,
    /// Whether the dates keep to the title's month, so that one outside is worth a look.
    kept: bool,
    order: Order,
    epoch_1904: bool,
    today: NaiveDate,
}

impl Calendar {
    fn of(part: &Part, rows: &[Row], place: &Place, order: Order, today: NaiveDate) -> Self {
        let epoch_1904 = place.epoch_1904;
        let mut calendar = Self { month: part.month, year: part.year, kept: false, order, epoch_1904, today };
        let dates: Vec<NaiveDate> = rows.iter().filter_map(|row| calendar.read(row.cell(DATE)).ok()?).collect();
        let inside = dates.iter().filter(|date| calendar.holds(**date)).count();
        calendar.kept = inside > 0 && inside * 2 >= dates.len();
        calendar
    }

    fn holds(&self, date: NaiveDate) -> bool {
        self.month.is_some_and(|month| month == date.month()) && self.year.is_none_or(|year| year == date.year())
    }

    /// The date of a cell, `None` for an empty one; or the text that is none.
    fn read(&self, cell: &Cell) -> Result<Option<NaiveDate>, String> {
        match day(cell, self.epoch_1904) {
            Day::Empty => Ok(None),
            Day::FormulaWithoutValue => Err(String::new()),
            Day::Date(date) => Ok(Some(date)),
            // Such registers are of this century.
            Day::Written(written, text) => {
                let short = |year| i32::try_from(year).ok().map(|year| 2000 + year);
                written.read(self.order, short).map(Some).ok_or_else(|| text.into_owned())
            }
            Day::Unreadable(text) => Err(text.into_owned()),
        }
    }

    /// `None`: the cell is empty.
    fn judge(&self, cell: &Cell) -> Option<Judged<NaiveDate>> {
        if *cell == Cell::FormulaWithoutValue {
            return Some(Judged::bad(OldCode::FormulaWithoutValue, ""));
        }
        let shown = |date: &NaiveDate| date.to_string();
        let date = match self.read(cell) {
            Ok(date) => date?,
            Err(text) => {
                let offer = date::in_month(&text, self.month, self.year).filter(|date| self.may_be(*date));
                return Some(Judged::bad(OldCode::DateFormat, text).offering(offer, shown));
            }
        };
        let turned = || NaiveDate::from_ymd_opt(date.year(), date.day(), date.month());
        let can_turn = match day(cell, self.epoch_1904) {
            Day::Date(_) => true,
            Day::Written(written, _) => !matches!(written, Written::Plain(_)) && written.proves().is_none(),
            _ => false,
        };
        if !self.may_be(date) {
            let offer = turned().filter(|turned| can_turn && self.may_be(*turned));
            return Some(Judged::bad(OldCode::DateRange, date.to_string()).offering(offer, shown));
        }
        let better = turned().filter(|turned| can_turn && self.kept && !self.holds(date) && self.holds(*turned));
        Some(match better {
            Some(turned) => Judged::bad(OldCode::DateSwapped, date.to_string()).offering(Some(turned), shown),
            None => Judged::good(date),
        })
    }

    fn may_be(&self, date: NaiveDate) -> bool {
        date.year() >= EARLIEST && date <= self.today
    }
}

/// What comes of a row.
enum Read {
    /// A date that stands over others, or a total without a word.
    Nothing,
    /// The row calls itself cancelled.
    Void,
    Row(Vec<OldProblem>, Option<OldEntry>),
}

/// What the rows above a row say: a date stands for all rows below it that have none.
#[derive(Default)]
struct Above {
    date: Option<Judged<NaiveDate>>,
    npp: Cell,
    company: Cell,
    /// Cards since the last total, and in all.
    sums: (u64, u64),
}

impl Above {
    fn read(&mut self, row: &Row, calendar: &Calendar, names: &Names<'_>, is_text: bool) -> Read {
        if let Some(date) = calendar.judge(row.cell(DATE)) {
            self.date = Some(date);
        }
        let same = |own: &Cell, above: &Cell| if is_ditto(own) { above.clone() } else { own.clone() };
        let (npp, company) = (same(row.cell(NPP), &self.npp), same(row.cell(COMPANY), &self.company));
        let cards = row.cell(CARDS);
        let filled = |cell: &Cell| has_content(cell) || matches!(cell, Cell::FormulaWithoutValue | Cell::Error(_));
        if !filled(&npp) && !filled(&company) && (!filled(cards) || self.is_total(cards)) {
            return Read::Nothing;
        }
        if first_word(cards).is_some_and(|word| word == CANCELLED) {
            return Read::Void;
        }
        let npp_judged = self.npp_of(&npp, &company, names, is_text);
        let company_judged = company_of(&company, npp_judged.value, names);
        let cards = cards_of(cards);
        let added = u64::from(cards.value.unwrap_or_default());
        self.sums = (self.sums.0 + added, self.sums.1 + added);
        if filled(&npp) {
            self.npp = npp;
        }
        if filled(&company) {
            self.company = company;
        }
        let date = self.date.clone().unwrap_or_else(|| Judged::bad(OldCode::DateMissing, ""));
        let ro = company_name(row.cell(RO));
        let values = (date.value, npp_judged.value, company_judged.value, cards.value);
        let entry = match values {
            (Some(date), Some(npp), Some(company), Some(cards)) => Some(OldEntry { date, npp, company, cards, ro }),
            _ => None,
        };
        let problems = [date.problem, npp_judged.problem, company_judged.problem, cards.problem];
        Read::Row(problems.into_iter().flatten().collect(), entry)
    }

    /// Whether a number that stands alone is the sum of those above it; the sum then begins anew. A formula that was
    /// never calculated cannot be anything else.
    fn is_total(&mut self, cards: &Cell) -> bool {
        let number = cards_number(cards).map(u64::from);
        let is_total = *cards == Cell::FormulaWithoutValue
            || number.is_some_and(|number| number == self.sums.0 || number == self.sums.1);
        if is_total {
            self.sums.0 = 0;
        }
        is_total
    }

    fn npp_of(&self, cell: &Cell, company: &Cell, names: &Names<'_>, is_text: bool) -> Judged<Npp> {
        let shown = |npp: &Npp| npp.to_string();
        let parsed = |text: &str| Npp::parse(text).ok();
        let text = cell.shown();
        let digits = without_separators(&text);
        match cell {
            Cell::FormulaWithoutValue => Judged::bad(OldCode::FormulaWithoutValue, ""),
            _ if !has_content(cell) => {
                // A row that names no company either stands in the group of the one above.
                let above = || if has_content(company) { None } else { parsed(&self.npp.shown()) };
                Judged::bad(OldCode::NppMissing, "").offering(names.number(company).or_else(above), shown)
            }
            Cell::Number { .. } | Cell::Text(_) => match parsed(&text) {
                Some(npp) => Judged::good(npp),
                // A text file knows no numbers: what was one looks the same.
                None if digits.len() == 7
                    && digits.bytes().all(|b| b.is_ascii_digit())
                    && (is_text || matches!(cell, Cell::Number { .. })) =>
                {
                    Judged::bad(OldCode::NppLostZero, &*text).offering(parsed(&format!("0{digits}")), shown)
                }
                // A division's code behind the number: "24101780-001".
                None => {
                    let division = digits.get(8..).is_some_and(|code| {
                        code.trim_matches('/').len() == 3 && code.trim_matches('/').bytes().all(|b| b.is_ascii_digit())
                    });
                    let own = digits.get(..8).filter(|_| division).and_then(parsed);
                    Judged::bad(OldCode::NppFormat, &*text).offering(own, shown)
                }
            },
            _ => Judged::bad(OldCode::NppFormat, &*text),
        }
    }
}

fn company_of(cell: &Cell, npp: Option<Npp>, names: &Names<'_>) -> Judged<String> {
    match company_name(cell) {
        Some(name) => Judged::good(name),
        None if *cell == Cell::FormulaWithoutValue => Judged::bad(OldCode::FormulaWithoutValue, ""),
        None => Judged::bad(OldCode::CompanyMissing, cell.shown())
            .offering(npp.and_then(|npp| names.of(npp)), String::clone),
    }
}

/// `"`, `sda`, `idem`: as above.
fn is_ditto(cell: &Cell) -> bool {
    let Cell::Text(text) = cell else { return false };
    let marks = text.chars().all(|c| matches!(c, '"' | '\'' | '\u{201C}' | '\u{201D}' | '\u{3003}' | ' '));
    marks || matches!(crate::import::header::normalised(text).as_str(), "SDA" | "IDEM")
}

fn company_name(cell: &Cell) -> Option<String> {
    let Cell::Text(text) = cell else { return None };
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    name.chars().any(char::is_alphabetic).then_some(name)
}

fn cards_of(cell: &Cell) -> Judged<u32> {
    match cell {
        Cell::FormulaWithoutValue => Judged::bad(OldCode::FormulaWithoutValue, ""),
        _ if !has_content(cell) => Judged::bad(OldCode::CardsMissing, ""),
        _ => match cards_number(cell) {
            Some(cards) => Judged::good(cards),
            None => Judged::bad(OldCode::CardsFormat, cell.shown()),
        },
    }
}

/// A whole number from 1 on: `12`, `12 kartu`, `12 (dua belas) lembar`, `1.250`.
fn cards_number(cell: &Cell) -> Option<u32> {
    let cards = match cell {
        Cell::Number { value, .. } if value.fract() == 0.0 && (1.0..=f64::from(MOST)).contains(value) => {
            cell.shown().parse().ok()?
        }
        Cell::Text(text) => {
            let begin = text.find(|c: char| c.is_ascii_digit())?;
            let end = text[begin..].find(|c: char| !c.is_ascii_digit() && c != '.').map_or(text.len(), |at| begin + at);
            let number = text[begin..end].trim_end_matches('.');
            let groups: Vec<&str> = number.split('.').collect();
            let thousands =
                groups.len() == 1 || groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
            let alone = !text[end..].contains(|c: char| c.is_ascii_digit() || c == '%')
                && !text[..begin].trim_end().ends_with(['-', '+', ',', '/']);
            if !thousands || !alone {
                return None;
            }
            groups.concat().parse().ok()?
        }
        _ => return None,
    };
    (1..=MOST).contains(&cards).then_some(cards)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_one_whole_number_with_words_beside_it() {
        for (text, expected) in [
            ("12", Some(12)),
            ("12 kartu", Some(12)),
            ("12 (dua belas) lembar", Some(12)),
            ("Jml: 12 kpj", Some(12)),
            ("1.250", Some(1250)),
            ("12.", Some(12)),
            ("12,5", None),
            ("12.5", None),
            ("10 + 2", None),
            ("-12", None),
            ("0", None),
            ("dua belas", None),
            ("12%", None),
            ("999999", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(cards_number(&Cell::text(text)), expected, "{text}");
        }
        assert_eq!(cards_number(&Cell::number(12.0)), Some(12));
        assert_eq!(cards_number(&Cell::number(12.5)), None);
        assert_eq!(cards_number(&Cell::number(-3.0)), None);
    }
}
