//! Work that is still to do, and how urgent it is.

use super::working_days::Calendar;
use super::{Npp, ReceiptNumber, Settings};
use chrono::NaiveDate;

/// Tells a kept list again; made by the store alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PendingId(pub i64);

/// What a piece of work waits for, in the order of the office's day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// People of the list have no KPJ yet: the central system has still to give the numbers.
    AwaitingKpj,
    /// The list was checked and not issued.
    ToIssue,
    /// Issued; nobody said that it was printed.
    ToPrint,
    /// Printed; nobody took the cards.
    ToHandOver,
}

impl Step {
    /// Every step, first to last.
    pub const ALL: [Self; 4] = [Self::AwaitingKpj, Self::ToIssue, Self::ToPrint, Self::ToHandOver];

    /// The key in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AwaitingKpj => "awaiting-kpj",
            Self::ToIssue => "to-issue",
            Self::ToPrint => "to-print",
            Self::ToHandOver => "to-hand-over",
        }
    }
}

/// From which day the age of a piece of work is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Since {
    /// The contribution was posted: the day that the service level counts from.
    Posted,
    /// The company's data was entered; the posting date is not known.
    Entered,
    /// The list came into this program; no earlier date is known.
    Received,
    /// The receipt's date; no earlier date is known.
    Issued,
}

impl Since {
    /// The key in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Posted => "posted",
            Self::Entered => "entered",
            Self::Received => "received",
            Self::Issued => "issued",
        }
    }
}

/// How urgent a piece of work is, by the office's service level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Urgency {
    /// More than a working day is left.
    OnTime,
    /// The last working day of the service level, or the one before it.
    Soon,
    /// The service level is missed.
    Late,
}

impl Urgency {
    /// After so many working days, where the service level is `service_days`.
    #[must_use]
    pub fn after(working_days: u32, service_days: u32) -> Self {
        if working_days > service_days {
            Self::Late
        } else if working_days + 1 >= service_days {
            Self::Soon
        } else {
            Self::OnTime
        }
    }

    /// The key in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OnTime => "on-time",
            Self::Soon => "soon",
            Self::Late => "late",
        }
    }
}

/// What a piece of work is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A list that was kept.
    Pending(PendingId),
    /// A receipt.
    Receipt(ReceiptNumber),
}

/// A piece of work as it is known, before anyone asks how old it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenWork {
    /// What it is about.
    pub subject: Subject,
    /// What it waits for.
    pub step: Step,
    /// The company's number, where it is known.
    pub npp: Option<Npp>,
    /// The company's name, or else the file's.
    pub company: String,
    /// How many people it is about.
    pub cards: u32,
    /// The day its age is counted from.
    pub since: NaiveDate,
    /// Which day that is.
    pub counted_from: Since,
}

/// A piece of work and its age.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkItem {
    /// The work.
    pub work: OpenWork,
    /// Working days since [`OpenWork::since`].
    pub working_days: u32,
    /// What that means.
    pub urgency: Urgency,
}

/// Ages the work as of `today` and puts the oldest first; `small_first` puts what is small and quick (at most
/// [`Settings::small_batch`] cards) before the rest, each group with its oldest first.
#[must_use]
pub fn aged(work: Vec<OpenWork>, settings: &Settings, today: NaiveDate, small_first: bool) -> Vec<WorkItem> {
    let calendar = Calendar::new(&settings.holidays);
    let item = |work: OpenWork| {
        let working_days = calendar.working_days(work.since, today);
        WorkItem { urgency: Urgency::after(working_days, settings.service_days), working_days, work }
    };
    let mut items: Vec<_> = work.into_iter().map(item).collect();
    items.sort_by(|a, b| {
        let large = |item: &WorkItem| small_first && item.work.cards > settings.small_batch;
        let key = |item: &WorkItem| (large(item), item.work.since, item.work.step);
        key(a).cmp(&key(b)).then_with(|| a.work.company.cmp(&b.work.company))
    });
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_work_is_first_and_small_work_can_go_before_it() {
        let work = |day, cards, company: &str| OpenWork {
            subject: Subject::Receipt(ReceiptNumber(company.into())),
            step: Step::ToPrint,
            npp: None,
            company: company.into(),
            cards,
            since: NaiveDate::from_ymd_opt(2026, 11, day).unwrap(),
            counted_from: Since::Posted,
        };
        let all = vec![work(18, 3, "new and small"), work(12, 200, "old and large"), work(16, 5, "small")];
        let today = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        let told = |small_first| {
            let items = aged(all.clone(), &Settings::default(), today, small_first);
            items.into_iter().map(|item| (item.work.company, item.working_days, item.urgency)).collect::<Vec<_>>()
        };
        assert_eq!(
            told(false),
            [
                ("old and large".into(), 6, Urgency::Late),
                ("small".into(), 4, Urgency::Soon),
                ("new and small".into(), 2, Urgency::OnTime)
            ]
        );
        assert_eq!(
            told(true).iter().map(|(company, ..)| company.as_str()).collect::<Vec<_>>(),
            ["small", "new and small", "old and large"]
        );
    }
}
