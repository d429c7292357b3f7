//! What waits, and what was done: the page that the day begins with.

use crate::domain::work::{PendingId, WorkItem};
use crate::workflow::check::Checked;
use crate::workflow::issue::Particulars;
use crate::workflow::work::{self, Figures};
use crate::workflow::{self, Archive, pending};
use chrono::NaiveDate;
use std::path::Path;
use std::sync::Arc;

/// A list waits from the moment it was read. It is worked on all the same where it cannot be kept.
pub(super) fn keep_if_it_waits(archive: &mut Archive, checked: &Checked, particulars: &Particulars) {
    if pending::waits(checked)
        && let Err(error) = pending::keep(archive, checked, particulars)
    {
        tracing::warn!(code = error.code(), "a list could not be kept");
    }
}

/// Keeps a list with what the user said of it.
pub(crate) fn keep(folder: &Path, checked: &Checked, particulars: &Particulars) -> Result<(), workflow::Error> {
    keep_if_it_waits(&mut Archive::open(folder)?, checked, particulars);
    Ok(())
}

/// Takes back a list that waits.
pub(crate) fn withdraw(folder: &Path, id: PendingId, reason: &str) -> Result<(), workflow::Error> {
    pending::withdraw(&mut Archive::open(folder)?, id, reason)
}

/// What an office begins its day with.
#[derive(Debug, Clone)]
pub(crate) struct Desk {
    pub(crate) items: Vec<WorkItem>,
    pub(crate) figures: Figures,
    /// The office's service level, working days.
    pub(crate) service_days: u32,
    /// A year that work is aged in and whose holidays nobody has entered.
    pub(crate) unknown_year: Option<i32>,
}

pub(crate) fn desk(folder: &Path, today: NaiveDate, small_first: bool) -> Result<Arc<Desk>, workflow::Error> {
    let archive = Archive::open(folder)?;
    Ok(Arc::new(Desk {
        items: work::to_do(&archive, today, small_first)?,
        figures: work::figures(&archive, today)?,
        service_days: archive.settings()?.service_days,
        unknown_year: work::unknown_year(&archive, today)?,
    }))
}
