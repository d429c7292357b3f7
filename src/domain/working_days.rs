//! The office's calendar: working days are Monday to Friday without public holidays.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// A day on which the office is closed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Holiday {
    /// The day.
    pub day: NaiveDate,
    /// Its name.
    pub name: String,
}

/// Holidays whose day is the same in every year: month, day, name.
const FIXED: [(u32, u32, &str); 5] = [
    (1, 1, "Tahun Baru Masehi"),
    (5, 1, "Hari Buruh Internasional"),
    (6, 1, "Hari Lahir Pancasila"),
    (8, 17, "Proklamasi Kemerdekaan"),
    (12, 25, "Kelahiran Yesus Kristus"),
];

/// The others of 2026, as decreed jointly by three ministers (SKB 3 Menteri 1497, 2 and 5 of 2025), with the days of
/// collective leave (cuti bersama). Later years are decreed year by year: the office adds them to its settings.
const DECREED: [(i32, u32, u32, &str); 19] = [
    (2026, 1, 16, "Isra Mikraj Nabi Muhammad S.A.W."),
    (2026, 2, 16, "Cuti bersama Tahun Baru Imlek"),
    (2026, 2, 17, "Tahun Baru Imlek 2577"),
    (2026, 3, 18, "Cuti bersama Hari Suci Nyepi"),
    (2026, 3, 19, "Hari Suci Nyepi 1948"),
    (2026, 3, 20, "Cuti bersama Idul Fitri"),
    (2026, 3, 21, "Idul Fitri 1447 H"),
    (2026, 3, 22, "Idul Fitri 1447 H"),
    (2026, 3, 23, "Cuti bersama Idul Fitri"),
    (2026, 3, 24, "Cuti bersama Idul Fitri"),
    (2026, 4, 3, "Wafat Yesus Kristus"),
    (2026, 5, 14, "Kenaikan Yesus Kristus"),
    (2026, 5, 15, "Cuti bersama Kenaikan Yesus Kristus"),
    (2026, 5, 27, "Idul Adha 1447 H"),
    (2026, 5, 28, "Cuti bersama Idul Adha"),
    (2026, 5, 31, "Hari Raya Waisak 2570"),
    (2026, 6, 16, "Tahun Baru Islam 1448 H"),
    (2026, 8, 25, "Maulid Nabi Muhammad S.A.W."),
    (2026, 12, 24, "Cuti bersama Natal"),
];

/// The holidays that an office begins with, beside those whose day never changes.
#[must_use]
pub fn decreed() -> Vec<Holiday> {
    let holiday = |&(year, month, day, name): &(i32, u32, u32, &str)| {
        Some(Holiday { day: NaiveDate::from_ymd_opt(year, month, day)?, name: name.into() })
    };
    DECREED.iter().filter_map(holiday).collect()
}

/// The name of the holiday that falls on this day in every year.
#[must_use]
pub fn fixed(day: NaiveDate) -> Option<&'static str> {
    FIXED.iter().find(|(month, of_month, _)| (day.month(), day.day()) == (*month, *of_month)).map(|(.., name)| *name)
}

/// Which days the office works.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    closed: HashSet<NaiveDate>,
}

impl Calendar {
    /// A calendar with these holidays and those whose day never changes.
    #[must_use]
    pub fn new(holidays: &[Holiday]) -> Self {
        Self { closed: holidays.iter().map(|holiday| holiday.day).collect() }
    }

    /// Whether the office works on this day.
    #[must_use]
    pub fn is_working(&self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && fixed(day).is_none() && !self.closed.contains(&day)
    }

    /// How many working days lie after `since` up to and with `until`: 0 on the day itself and before it.
    #[must_use]
    pub fn working_days(&self, since: NaiveDate, until: NaiveDate) -> u32 {
        let days = u64::try_from((until - since).num_days()).unwrap_or(0);
        let working = (1..=days)
            .filter_map(|after| since.checked_add_days(Days::new(after)))
            .filter(|day| self.is_working(*day))
            .count();
        u32::try_from(working).unwrap_or(u32::MAX)
    }

    /// Whether the holidays of a year that are decreed anew each year are known: at least one of them.
    #[must_use]
    pub fn knows(&self, year: i32) -> bool {
        self.closed.iter().any(|day| day.year() == year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    #[test]
    fn working_days_pass_over_weekends_and_holidays() {
        let calendar = Calendar::new(&decreed());
        for (since, until, expected) in [
            (day(11, 20), day(11, 20), 0),
            (day(11, 20), day(11, 19), 0),
            // a weekend
            (day(11, 20), day(11, 21), 0),
            (day(11, 20), day(11, 23), 1),
            (day(11, 20), day(11, 27), 5),
            // Idul Fitri and Nyepi with their days of leave
            (day(3, 17), day(3, 24), 0),
            (day(3, 17), day(3, 25), 1),
            // a holiday of every year, on a Monday
            (day(8, 14), day(8, 18), 1),
        ] {
            assert_eq!(calendar.working_days(since, until), expected, "{since} to {until}");
        }
        assert!(calendar.knows(2026) && !calendar.knows(2027));
        // only what never moves is known of a year without a decree
        assert!(!Calendar::default().is_working(NaiveDate::from_ymd_opt(2027, 6, 1).unwrap()));
    }
}
