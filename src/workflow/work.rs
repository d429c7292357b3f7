//! What is still to do, the oldest first: the page that an office begins its day with.

use super::{Archive, Error};
use crate::domain::work::{self, WorkItem};
use chrono::NaiveDate;

/// Every list that waits to be issued and every receipt that is not printed or not handed over, with its age in working
/// days as of `today`; the oldest first, or what is small and quick before the rest.
///
/// # Errors
/// [`Error::Store`] when the database cannot be read.
pub fn to_do(archive: &Archive, today: NaiveDate, small_first: bool) -> Result<Vec<WorkItem>, Error> {
    let settings = archive.settings()?;
    Ok(work::aged(archive.store.open_work()?, &settings, today, small_first))
}
