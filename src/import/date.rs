//! Dates as lists write them (DOMAIN.md, section 5).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Which part of `01/02/1990` is the day: a property of the column, not of the cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Order {
    /// As Indonesia writes.
    #[default]
    DayFirst,
    /// As an English Excel writes.
    MonthFirst,
}

/// A date in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// Day, month and year can only be read one way.
    Plain(NaiveDate),
    /// Two numbers before a year of four digits.
    Numbers {
        /// The first number, 1-31.
        first: u32,
        /// The second number, 1-31.
        second: u32,
        /// The year.
        year: i32,
    },
    /// Two numbers before a year of two digits, or a day and a month by name (then `second` is the month).
    ShortYear {
        /// The first number.
        first: u32,
        /// The second number.
        second: u32,
        /// Whether the second is known to be the month.
        named: bool,
        /// The last two digits of the year.
        year: u32,
    },
}

impl Written {
    /// What it says of the column's order, if it can only be read one way round.
    #[must_use]
    pub fn proves(self) -> Option<Order> {
        match self {
            Self::Numbers { first, second, .. } | Self::ShortYear { first, second, named: false, .. } => {
                match (first > 12, second > 12) {
                    (true, false) => Some(Order::DayFirst),
                    (false, true) => Some(Order::MonthFirst),
                    _ => None,
                }
            }
            Self::Plain(_) | Self::ShortYear { named: true, .. } => None,
        }
    }

    /// The date, read in the column's order; a number above 12 is a day wherever it stands. `short_year` gives the
    /// whole year for two digits, if anything is known about it.
    #[must_use]
    pub fn read(self, order: Order, short_year: impl FnOnce(u32) -> Option<i32>) -> Option<NaiveDate> {
        let (first, second, named, year) = match self {
            Self::Plain(date) => return Some(date),
            Self::Numbers { first, second, year } => (first, second, false, year),
            Self::ShortYear { first, second, named, year } => (first, second, named, short_year(year)?),
        };
        let day_first = named || second <= 12 && (order == Order::DayFirst || first > 12);
        let (day, month) = if day_first { (first, second) } else { (second, first) };
        NaiveDate::from_ymd_opt(year, month, day)
    }
}

const MONTHS: [&[&str]; 12] = [
    &["JANUARI", "JANUARY", "JAN"],
    &["FEBRUARI", "FEBRUARY", "PEBRUARI", "FEB", "PEB"],
    &["MARET", "MARCH", "MAR", "MRT"],
    &["APRIL", "APR"],
    &["MEI", "MAY"],
    &["JUNI", "JUNE", "JUN"],
    &["JULI", "JULY", "JUL"],
    &["AGUSTUS", "AUGUST", "AGU", "AGT", "AGS", "AGUST", "AUG"],
    &["SEPTEMBER", "SEPT", "SEP"],
    &["OKTOBER", "OCTOBER", "OKT", "OCT"],
    &["NOVEMBER", "NOPEMBER", "NOV", "NOP"],
    &["DESEMBER", "DECEMBER", "DES", "DEC"],
];

#[derive(Debug, Clone, Copy)]
enum Token<'a> {
    Digits(&'a str),
    Month(u32),
    Word,
}

/// Finds the date in a text. Words may stand before it (a weekday, a place: "Bojonegoro, 05-04-1990") and a time of day
/// behind it, nothing else.
#[must_use]
pub fn parse(text: &str) -> Option<Written> {
    let mut tokens = [Token::Word; MOST_TOKENS];
    let tokens = self::tokens(without_time(text), &mut tokens);
    let words = tokens.iter().take_while(|token| matches!(token, Token::Word)).count();
    match tokens.get(words..)? {
        [Token::Digits(all)] => unseparated(all),
        [Token::Digits(year), Token::Digits(month), Token::Digits(day)] if year.len() == 4 => {
            plain(number(day)?, number(month)?, full_year(year)?)
        }
        [Token::Digits(first), Token::Digits(second), Token::Digits(year)] => {
            numbers(number(first)?, number(second)?, year)
        }
        [Token::Digits(year), Token::Month(month), Token::Digits(day)] if year.len() == 4 => {
            plain(number(day)?, *month, full_year(year)?)
        }
        [Token::Digits(day), Token::Month(month), Token::Digits(year)]
        | [Token::Month(month), Token::Digits(day), Token::Digits(year)] => {
            let day = number(day).filter(|day| (1..=31).contains(day))?;
            match year.len() {
                4 => plain(day, *month, full_year(year)?),
                2 => Some(Written::ShortYear { first: day, second: *month, named: true, year: number(year)? }),
                _ => None,
            }
        }
        _ => None,
    }
}

/// A date that somebody typed into a cell without separators and that became a number: `25011999`, `5041990`, `19990125`.
#[must_use]
pub fn of_number(value: f64) -> Option<Written> {
    if value.fract() != 0.0 || !(10_000.0..1e8).contains(&value) {
        return None;
    }
    let digits = format!("{value:.0}");
    match digits.len() {
        // A number has lost the zero of 01-09.
        7 => unseparated(&format!("0{digits}")),
        6 | 8 => unseparated(&digits),
        _ => None,
    }
}

/// The month and the year that a title names: `REGISTER JANUARI 2024`, `Jan-24` (a month only), `Tahun 2024` (a year only).
#[must_use]
pub fn month_of_title(text: &str) -> (Option<u32>, Option<i32>) {
    let (mut months, mut years) = (Vec::new(), Vec::new());
    for token in tokens(text, &mut [Token::Word; MOST_TOKENS]) {
        match token {
            Token::Month(month) => months.push(*month),
            Token::Digits(digits) if digits.len() == 4 => years.extend(full_year(digits)),
            _ => {}
        }
    }
    // "Januari - Maret" names none.
    months.dedup();
    years.dedup();
    let only = |months: &[u32]| if let [month] = months { Some(*month) } else { None };
    (only(&months), if let [year] = years[..] { Some(year) } else { None })
}

/// A date that leaves to a title what stands above it already: `5`, `5 Januari`.
#[must_use]
pub fn in_month(text: &str, month: Option<u32>, year: Option<i32>) -> Option<NaiveDate> {
    let mut room = [Token::Word; MOST_TOKENS];
    let (day, month) = match tokens(text, &mut room) {
        [Token::Digits(day)] => (day, month?),
        [Token::Digits(day), Token::Month(month)] => (day, *month),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year?, month, number(day)?)
}

/// The years that a list of workers can mean; outside, a reading is a misreading.
fn full_year(digits: &str) -> Option<i32> {
    digits.parse().ok().filter(|year| (1850..=2150).contains(year))
}

fn number(digits: &str) -> Option<u32> {
    if digits.len() > 2 { None } else { digits.parse().ok() }
}

fn plain(day: u32, month: u32, year: i32) -> Option<Written> {
    NaiveDate::from_ymd_opt(year, month, day).map(Written::Plain)
}

fn numbers(first: u32, second: u32, year: &str) -> Option<Written> {
    let possible = |a, b, y| NaiveDate::from_ymd_opt(y, a, b).or_else(|| NaiveDate::from_ymd_opt(y, b, a)).is_some();
    match year.len() {
        4 => {
            let year = full_year(year)?;
            possible(first, second, year).then_some(Written::Numbers { first, second, year })
        }
        2 => {
            // 2000 was a leap year, so every day of any year is in it.
            let year = number(year)?;
            possible(first, second, 2000).then_some(Written::ShortYear { first, second, named: false, year })
        }
        _ => None,
    }
}

/// `ddmmyyyy`, `yyyymmdd`, `ddmmyy`.
fn unseparated(digits: &str) -> Option<Written> {
    let part = |from: usize, to: usize| digits.get(from..to);
    let whole = |day: Option<&str>, month: Option<&str>, year: Option<&str>| {
        plain(number(day?)?, number(month?)?, full_year(year?)?)
    };
    match digits.len() {
        8 => whole(part(0, 2), part(2, 4), part(4, 8)).or_else(|| whole(part(6, 8), part(4, 6), part(0, 4))),
        6 => numbers(number(part(0, 2)?)?, number(part(2, 4)?)?, part(4, 6)?),
        _ => None,
    }
}

/// Cuts `00:00:00` and what follows it.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    let hour = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
    if hour.len() == colon { text } else { hour.trim_end_matches(['T', 't', ' ', ',']) }
}

/// How many words and numbers of a text are looked at.
const MOST_TOKENS: usize = 17;

/// The tokens of a text, in the room that is there for them.
fn tokens<'t, 'r>(text: &'t str, room: &'r mut [Token<'t>]) -> &'r [Token<'t>] {
    let mut count = 0;
    let mut rest = text;
    while let (Some(first), Some(place)) = (rest.chars().next(), room.get_mut(count)) {
        let same: fn(char) -> bool = if first.is_ascii_digit() {
            |c| c.is_ascii_digit()
        } else if first.is_alphabetic() {
            char::is_alphabetic
        } else {
            rest = &rest[first.len_utf8()..];
            continue;
        };
        let end = rest.find(|c| !same(c)).unwrap_or(rest.len());
        let (token, behind) = rest.split_at(end);
        rest = behind;
        *place = if first.is_ascii_digit() { Token::Digits(token) } else { word(token) };
        count += 1;
    }
    &room[..count]
}

fn word(text: &str) -> Token<'_> {
    let upper = text.to_uppercase();
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&upper.as_str())).map_or(Token::Word, |(m, _)| Token::Month(m))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Datelike;
    use proptest::prelude::*;

    fn read(text: &str) -> Option<String> {
        parse(text)?.read(Order::DayFirst, |_| None).map(|date| date.to_string())
    }

    #[test]
    fn every_form_of_the_office_is_read() {
        for (text, expected) in [
            ("05-04-1990", "1990-04-05"),
            ("5/4/1990", "1990-04-05"),
            ("05.04.1990", "1990-04-05"),
            ("05 04 1990", "1990-04-05"),
            ("1990-04-05", "1990-04-05"),
            ("1990/04/05 00:00:00", "1990-04-05"),
            ("1990-04-05T00:00:00", "1990-04-05"),
            ("5/4/1990 12:00:00 AM", "1990-04-05"),
            ("05041990", "1990-04-05"),
            ("19900425", "1990-04-25"),
            ("17 Agustus 1990", "1990-08-17"),
            ("17-Agt-1990", "1990-08-17"),
            ("17Ags1990", "1990-08-17"),
            ("22-SEP-2023", "2023-09-22"),
            ("1 mei 1990", "1990-05-01"),
            ("3 Nopember 1990", "1990-11-03"),
            ("3 Pebruari 1990", "1990-02-03"),
            ("April 5, 1990", "1990-04-05"),
            ("01/25/1999", "1999-01-25"),
            ("Bojonegoro, 05-04-1990", "1990-04-05"),
            ("Kab. Bojonegoro / 5 April 1990", "1990-04-05"),
            ("Senin, 17 Agustus 1990", "1990-08-17"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "-",
            "1990",
            "1 1990",
            "31-02-1990",
            "32-01-1990",
            "00-00-0000",
            "05-04-90",
            "05-04-190",
            "05-04-9990",
            "Bojonegoro",
            "05-04-1990 dan 06-04-1990",
            "17 Foo 1990",
            "3522012501990001",
            "12:30",
            "13-13-1990",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_of_two_digits_waits_for_the_nik() {
        for text in ["25-01-99", "25 Jan 99", "250199"] {
            let written = parse(text).unwrap();
            assert_eq!(written.read(Order::DayFirst, |_| None), None);
            let date = written.read(Order::DayFirst, |year| Some(1900 + i32::try_from(year).unwrap()));
            assert_eq!(date.unwrap().to_string(), "1999-01-25", "{text}");
        }
    }

    #[test]
    fn a_number_without_separators_has_its_zero_back() {
        for (value, expected) in [
            (25_011_999.0, Some("1999-01-25")),
            (5_041_990.0, Some("1990-04-05")),
            (19_990_125.0, Some("1999-01-25")),
            (36_185.0, None),
            (25_011_999.5, None),
            (3_522_012_501_990_001.0, None),
        ] {
            let date = of_number(value).and_then(|w| w.read(Order::DayFirst, |_| None)).map(|d| d.to_string());
            assert_eq!(date.as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn a_title_names_the_month() {
        assert_eq!(month_of_title("REGISTER KPJ BULAN : JANUARI 2024"), (Some(1), Some(2024)));
        assert_eq!(month_of_title("Okt"), (Some(10), None));
        assert_eq!(month_of_title("2024"), (None, Some(2024)));
        assert_eq!(month_of_title("Januari - Maret 2024"), (None, Some(2024)));
        assert_eq!(month_of_title("Rekap"), (None, None));
        let day = |text| in_month(text, Some(2), Some(2024)).map(|day| day.to_string());
        assert_eq!(day("29").as_deref(), Some("2024-02-29"));
        assert_eq!(day("5 Januari").as_deref(), Some("2024-01-05"));
        assert_eq!(day("30"), None);
    }

    proptest! {
        #[test]
        fn no_text_and_no_number_panics(text in "\\PC{0,40}", digits in "[0-9./: -]{0,24}", value: f64) {
            for text in [text, digits] {
                if let Some(written) = parse(&text) {
                    let _ = (written.proves(), written.read(Order::MonthFirst, |_| Some(1990)));
                }
            }
            let _ = of_number(value);
        }

        #[test]
        fn a_date_comes_back_from_every_form(days in 0u64..60_000, form in 0usize..6) {
            let date = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + chrono::Days::new(days);
            let month = crate::domain::date::MONTHS[date.month0() as usize];
            let (text, order) = match form {
                0 => (date.format("%d-%m-%Y").to_string(), Order::DayFirst),
                1 => (date.format("%m/%d/%Y").to_string(), Order::MonthFirst),
                2 => (date.format("%Y-%m-%d").to_string(), Order::MonthFirst),
                3 => (date.format("%d%m%Y").to_string(), Order::DayFirst),
                4 => (date.format("%d-%b-%Y").to_string(), Order::DayFirst),
                _ => (format!("Bojonegoro, {} {month} {}", date.day(), date.year()), Order::MonthFirst),
            };
            prop_assert_eq!(parse(&text).and_then(|w| w.read(order, |_| None)), Some(date), "{}", text);
        }
    }
}
