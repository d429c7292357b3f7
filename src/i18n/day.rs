//! Days in the language of the user. Papers of the office are Indonesian: see [`crate::domain::date`].

use crate::domain::date::MONTHS;
use crate::tr;
use chrono::{Datelike, NaiveDate};

/// `20 November 2026`, with the month in the language that is spoken.
#[must_use]
pub fn day(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// The month of a day.
#[must_use]
pub fn month(date: NaiveDate) -> String {
    tr!("month", name = MONTHS[date.month0() as usize])
}
