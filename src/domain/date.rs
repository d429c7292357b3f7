//! Dates as Indonesian office papers write them.

use chrono::{DateTime, Datelike, Local, NaiveDate, Utc};

/// The months, January first.
pub const MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// `20 November 2026`.
#[must_use]
pub fn long(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), MONTHS[date.month0() as usize], date.year())
}

/// `20-11-2026`, the form of the portal and of lists.
#[must_use]
pub fn short(date: NaiveDate) -> String {
    date.format("%d-%m-%Y").to_string()
}

/// `20-11-2026 08:15`, as the clock on the wall showed it.
#[must_use]
pub fn moment(at: DateTime<Utc>) -> String {
    at.with_timezone(&Local).format("%d-%m-%Y %H:%M").to_string()
}
