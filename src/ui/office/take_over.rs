//! The old Excel register, as the window takes it over.

use crate::domain::old_register::{Fate, OldRegister};
use crate::progress::Progress;
use crate::workflow::take_over::{self, Choices, Outcome, TakeOver, TakeOverId};
use crate::workflow::{Archive, Error};
use chrono::NaiveDate;
use std::path::Path;
use std::sync::Arc;

/// An old register, read and judged, and what would become of its rows.
#[derive(Debug, Clone)]
pub(crate) struct Judged {
    pub(crate) old: Arc<OldRegister>,
    pub(crate) choices: Choices,
    pub(crate) fates: Arc<[Fate]>,
    pub(crate) outcome: Outcome,
}

pub(crate) fn read(folder: &Path, file: &Path, today: NaiveDate, progress: &dyn Progress) -> Result<Judged, Error> {
    let archive = Archive::open(folder)?;
    let old = take_over::read(Some(&archive), file, &[], today, progress)?;
    judged(&archive, Arc::new(old), Choices::default())
}

/// The same register under other choices.
pub(crate) fn judge(folder: &Path, old: Arc<OldRegister>, choices: Choices) -> Result<Judged, Error> {
    judged(&Archive::open(folder)?, old, choices)
}

fn judged(archive: &Archive, old: Arc<OldRegister>, choices: Choices) -> Result<Judged, Error> {
    let fates = take_over::fates(Some(archive), &old, choices)?;
    let outcome = take_over::outcome(&old, choices, &fates);
    Ok(Judged { old, choices, fates: fates.into(), outcome })
}

pub(crate) fn take(
    folder: &Path,
    old: &OldRegister,
    choices: Choices,
    progress: &dyn Progress,
) -> Result<Outcome, Error> {
    take_over::take_over(&mut Archive::open(folder)?, old, choices, progress)
}

/// Every take-over, the newest first.
pub(crate) fn book(folder: &Path) -> Result<Arc<[TakeOver]>, Error> {
    Ok(take_over::list(&Archive::open(folder)?)?.into())
}

/// Takes a take-over back; gives how many rows it had.
pub(crate) fn undo(folder: &Path, id: TakeOverId, reason: &str) -> Result<usize, Error> {
    take_over::undo(&mut Archive::open(folder)?, id, reason)
}
