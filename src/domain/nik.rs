//! NIK: the national identity number, `PP KK CC DDMMYY SSSS` (DOMAIN.md, section 4).

use super::Sex;
use chrono::{Datelike, NaiveDate};
use std::fmt;

/// A NIK whose 16 digits hold a possible birth date and a serial other than 0000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Nik([u8; Nik::DIGITS]);

/// Why a text is no NIK.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NikError {
    /// Not 16 digits.
    #[error("not 16 digits")]
    Format,
    /// The birth date inside cannot be: month 13, day 32, 31 April, 29 February of a common year ...
    #[error("the birth date inside is impossible")]
    Date,
    /// Serial 0000, which is never given out: usually a number that a spreadsheet rounded long ago.
    #[error("serial 0000")]
    Serial,
}

/// How a birth date disagrees with the one inside the NIK.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BirthDateMismatch {
    /// Day and month changed places; the date with both put back is given.
    DayMonthSwapped(NaiveDate),
    /// Day and month agree, one digit of the two-digit year differs.
    YearDigit,
    /// Another date.
    Other,
}

impl Nik {
    /// How many digits a NIK has.
    pub const DIGITS: usize = 16;

    /// The Interior Ministry's 38 provinces. The statistics office numbers Papua differently (97); that is not this list.
    const PROVINCES: [u8; 38] = [
        11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53, 61, 62, 63, 64, 65, 71, 72, 73, 74,
        75, 76, 81, 82, 91, 92, 93, 94, 95, 96,
    ];

    /// Reads a NIK from text, ignoring separators (spaces, dots, dashes, apostrophe).
    ///
    /// # Errors
    /// [`NikError`], the first rule that fails: form, then date, then serial. District codes are never checked:
    /// they are those of the first issue and districts get renumbered.
    pub fn parse(text: &str) -> Result<Self, NikError> {
        let digits = super::characters::<{ Self::DIGITS }>(text).ok_or(NikError::Format)?;
        if !digits.iter().all(u8::is_ascii_digit) {
            return Err(NikError::Format);
        }
        let nik = Self(digits);
        // Only 29 February depends on the year, and 19YY and 20YY differ there for YY = 00 alone; 2000 has the day.
        if NaiveDate::from_ymd_opt(2000 + i32::from(nik.year()), nik.month().into(), nik.day().into()).is_none() {
            return Err(NikError::Date);
        }
        if nik.0.ends_with(b"0000") {
            return Err(NikError::Serial);
        }
        Ok(nik)
    }

    /// The 16 digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// `352201******0001`: what may leave the office on a receipt (DOMAIN.md, section 8).
    #[must_use]
    pub fn masked(&self) -> String {
        format!("{}******{}", &self.as_str()[..6], &self.as_str()[12..])
    }

    fn pair(&self, at: usize) -> u8 {
        (self.0[at] - b'0') * 10 + (self.0[at + 1] - b'0')
    }

    /// Day of birth, 1-31 (the 40 that marks a woman taken off).
    #[must_use]
    pub fn day(&self) -> u8 {
        let day = self.pair(6);
        if day > 40 { day - 40 } else { day }
    }

    /// Month of birth, 1-12.
    #[must_use]
    pub fn month(&self) -> u8 {
        self.pair(8)
    }

    /// Last two digits of the year of birth, 0-99; the century is not in the number.
    #[must_use]
    pub fn year(&self) -> u8 {
        self.pair(10)
    }

    /// The sex told by the day: 41-71 for women.
    #[must_use]
    pub fn sex(&self) -> Sex {
        if self.pair(6) > 40 { Sex::Female } else { Sex::Male }
    }

    /// Whether the province is one of the 38 and the regency is not 00.
    #[must_use]
    pub fn area_is_known(&self) -> bool {
        Self::PROVINCES.contains(&self.pair(0)) && self.pair(2) != 0
    }

    /// The birth date with the century chosen for a list that has no birth dates: 20YY if that makes the person at
    /// least 15 on the day `on`, else 19YY (no official rule exists).
    #[must_use]
    pub fn birth_date(&self, on: NaiveDate) -> NaiveDate {
        let date = |century: i32| {
            NaiveDate::from_ymd_opt(century + i32::from(self.year()), self.month().into(), self.day().into())
        };
        date(2000)
            .filter(|born| on.years_since(*born).is_some_and(|age| age >= 15))
            .or_else(|| date(1900))
            .or_else(|| date(2000))
            .unwrap_or_default()
    }

    /// Compares with the birth date of the list: day, month and two-digit year only. `None` when they agree.
    #[must_use]
    pub fn compare_birth_date(&self, date: NaiveDate) -> Option<BirthDateMismatch> {
        let (day, month, year) = (u32::from(self.day()), u32::from(self.month()), i32::from(self.year()));
        let same_year = date.year().rem_euclid(100) == year;
        if same_year && date.day() == day && date.month() == month {
            return None;
        }
        if same_year
            && date.day() == month
            && date.month() == day
            && let Some(back) = NaiveDate::from_ymd_opt(date.year(), month, day)
        {
            return Some(BirthDateMismatch::DayMonthSwapped(back));
        }
        let theirs = date.year().rem_euclid(100);
        let one_digit = (theirs / 10 == year / 10) != (theirs % 10 == year % 10);
        Some(if date.day() == day && date.month() == month && one_digit {
            BirthDateMismatch::YearDigit
        } else {
            BirthDateMismatch::Other
        })
    }
}

impl fmt::Display for Nik {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn the_first_broken_rule_is_named() {
        for (text, expected) in [
            ("3522012501990001", Ok(Sex::Male)),
            ("3522016501990001", Ok(Sex::Female)),
            ("3522.0125-0199 0001", Ok(Sex::Male)),
            ("9371010101900001", Ok(Sex::Male)),
            ("3522012902000001", Ok(Sex::Male)),
            ("3522012501990000", Err(NikError::Serial)),
            ("3522013202990001", Err(NikError::Date)),
            ("3522017302990001", Err(NikError::Date)),
            ("3522014001990001", Err(NikError::Date)),
            ("3522010001990001", Err(NikError::Date)),
            ("3522012513990001", Err(NikError::Date)),
            ("3522013104990001", Err(NikError::Date)),
            ("3522012902990001", Err(NikError::Date)),
            ("352201250199001", Err(NikError::Format)),
            ("35220125019900011", Err(NikError::Format)),
            ("352201250199000A", Err(NikError::Format)),
            ("", Err(NikError::Format)),
        ] {
            assert_eq!(Nik::parse(text).map(|n| n.sex()), expected, "{text}");
        }
    }

    #[test]
    fn the_area_is_known_by_province_and_regency() {
        for (text, known) in [
            ("3522012501990001", true),
            ("9722012501990001", false),
            ("3500012501990001", false),
            ("9601012501990001", true),
        ] {
            assert_eq!(Nik::parse(text).unwrap().area_is_known(), known, "{text}");
        }
    }

    #[test]
    fn a_disagreeing_birth_date_is_named_by_its_kind() {
        let nik = Nik::parse("3522010502990001").unwrap();
        assert_eq!(nik.compare_birth_date(date(1999, 2, 5)), None);
        assert_eq!(
            nik.compare_birth_date(date(1999, 5, 2)),
            Some(BirthDateMismatch::DayMonthSwapped(date(1999, 2, 5)))
        );
        assert_eq!(nik.compare_birth_date(date(1989, 2, 5)), Some(BirthDateMismatch::YearDigit));
        assert_eq!(nik.compare_birth_date(date(1998, 2, 5)), Some(BirthDateMismatch::YearDigit));
        assert_eq!(nik.compare_birth_date(date(1988, 2, 5)), Some(BirthDateMismatch::Other));
        assert_eq!(nik.compare_birth_date(date(1999, 2, 6)), Some(BirthDateMismatch::Other));
    }

    #[test]
    fn the_century_makes_the_person_fifteen_or_older() {
        let on = date(2026, 11, 20);
        assert_eq!(Nik::parse("3522012011110001").unwrap().birth_date(on), date(2011, 11, 20));
        assert_eq!(Nik::parse("3522012111110001").unwrap().birth_date(on), date(1911, 11, 21));
        assert_eq!(Nik::parse("3522012501990001").unwrap().birth_date(on), date(1999, 1, 25));
    }

    #[test]
    fn masking_hides_the_birth_date() {
        assert_eq!(Nik::parse("3522012501990001").unwrap().masked(), "352201******0001");
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_without_a_panic(text in "\\PC{0,24}") {
            let _ = Nik::parse(&text);
        }

        #[test]
        fn every_real_date_is_read_back(days in 0i64..36_000, woman: bool, serial in 1u32..10_000) {
            let born = date(1930, 1, 1) + chrono::Days::new(days.unsigned_abs());
            let day = born.day() + if woman { 40 } else { 0 };
            let text = format!("352201{day:02}{:02}{:02}{serial:04}", born.month(), born.year() % 100);
            let nik = Nik::parse(&text).unwrap();
            prop_assert_eq!(nik.compare_birth_date(born), None);
            prop_assert_eq!(nik.sex(), if woman { Sex::Female } else { Sex::Male });
        }
    }
}
