//! What is still to do, the oldest first, and what was done: the page that an office begins its day with.

use super::{Archive, Error};
use crate::domain::Settings;
use crate::domain::summary::{SummaryBy, SummaryOf, SummaryRow};
use crate::domain::work::{self, OpenWork, WorkItem};
use crate::domain::working_days::Calendar;
use chrono::{Datelike, Months, NaiveDate};

/// Every list that waits to be issued and every receipt that is not printed or not handed over, with its age in working
/// days as of `today`; the oldest first, or what is small and quick before the rest.
///
/// # Errors
/// [`Error::Store`] when the database cannot be read.
pub fn to_do(archive: &Archive, today: NaiveDate, small_first: bool) -> Result<Vec<WorkItem>, Error> {
    let settings = archive.settings()?;
    Ok(work::aged(archive.store.open_work()?, &settings, today, small_first))
}

/// What an office begins its day with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// What is still to do, as [`to_do`] gives it.
    pub items: Vec<WorkItem>,
    /// What was done.
    pub figures: Figures,
    /// How many cards came out of a printer spoilt and wait to be printed again, over all receipts.
    pub spoilt: usize,
    /// The office's service level, working days.
    pub service_days: u32,
    /// The latest year between the oldest work and today whose holidays nobody has entered: working days are counted too
    /// many there.
    pub unknown_year: Option<i32>,
}

/// What is still to do and what was done as of `today`, with what an office needs to judge it by.
///
/// # Errors
/// [`Error::Store`] when the database cannot be read.
pub fn desk(archive: &Archive, today: NaiveDate, small_first: bool) -> Result<Desk, Error> {
    let settings = archive.settings()?;
    let open = archive.store.open_work()?;
    let unknown_year = unknown_year(&open, &settings, today);
    let items = work::aged(open, &settings, today, small_first);
    let (spoilt, service_days) = (archive.store.count_spoilt()?, settings.service_days);
    Ok(Desk { items, figures: figures(archive, today)?, spoilt, service_days, unknown_year })
}

fn unknown_year(open: &[OpenWork], settings: &Settings, today: NaiveDate) -> Option<i32> {
    let calendar = Calendar::new(&settings.holidays);
    let oldest = open.iter().map(|work| work.since.year()).min().unwrap_or(today.year());
    (oldest.max(today.year() - 1)..=today.year()).rev().find(|year| !calendar.knows(*year))
}

/// Receipts and their cards; void ones are in neither.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// How many entries of the register.
    pub entries: u64,
    /// How many cards.
    pub cards: u64,
}

/// What was done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// On this day.
    pub today: Sum,
    /// In this month so far.
    pub month: Sum,
    /// The last twelve months with their first day, the oldest first, this one last; months without work too.
    pub months: Vec<(NaiveDate, Sum)>,
    /// This month by relationship officer, most cards first; `None` for entries without one.
    pub officers: Vec<(Option<String>, Sum)>,
}

fn figures(archive: &Archive, today: NaiveDate) -> Result<Figures, Error> {
    let this_month = today.with_day(1).unwrap_or(today);
    let first = this_month.checked_sub_months(Months::new(11)).unwrap_or(this_month);
    let sum = |row: &SummaryRow| Sum { entries: row.entries, cards: row.cards };
    let by = |by, from| archive.store.summary(by, Some(from), Some(today));

    let known = by(SummaryBy::Month, first)?;
    let months: Vec<_> = (0..12)
        .filter_map(|after| first.checked_add_months(Months::new(after)))
        .map(|month| {
            let key = SummaryOf::Month(month.format("%Y-%m").to_string());
            (month, known.iter().find(|row| row.of == key).map(sum).unwrap_or_default())
        })
        .collect();
    let mut officers: Vec<_> = by(SummaryBy::Ro, this_month)?
        .iter()
        .map(|row| match &row.of {
            SummaryOf::Ro(officer) => (officer.clone(), sum(row)),
            SummaryOf::Month(_) | SummaryOf::Company(..) => (None, sum(row)),
        })
        .collect();
    officers.sort_by_key(|(_, sum)| std::cmp::Reverse(sum.cards));
    let today = by(SummaryBy::Month, today)?.first().map(sum).unwrap_or_default();
    Ok(Figures { today, month: months.last().map(|(_, sum)| *sum).unwrap_or_default(), months, officers })
}
