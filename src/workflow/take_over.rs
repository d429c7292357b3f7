//! Take-over: the office's old Excel register becomes part of this one, once, however often its file comes.
//!
//! Rows taken over have no receipt and no number, and count as handed over: those cards left the office long ago.

use super::{Archive, Error};
use crate::domain::Npp;
use crate::domain::old_register::{OldCounts, OldEntry, OldRegister};
use crate::import;
use crate::progress::{Progress, Stage};
use crate::store::{NewTakeOver, UndoError};
use chrono::NaiveDate;
use std::path::Path;

pub use crate::store::{TakeOver, TakeOverId};

/// What to do with rows that have problems. Without a word, one of them stops all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Choices {
    /// Take what the program suggests, in rows where every problem has a suggestion.
    pub take_suggestions: bool,
    /// Leave rows with problems out.
    pub skip_rejected: bool,
}

/// What became of it, or would become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Rows by what becomes of them.
    pub counts: OldCounts,
    /// Cards in the new rows.
    pub cards: u64,
    /// The number of the take-over; `None` where nothing was written.
    pub taken: Option<TakeOverId>,
    /// Whether rows with problems stand in the way, so that nothing is written.
    pub refused: bool,
}

/// Reads and judges the old register in `file` as of `today`; `sheets` names the sheets to read, none for all that Excel
/// shows. Writes nothing.
///
/// # Errors
/// [`Error::OldRegister`] when the file holds no register, [`Error::Cancelled`]. Rows with problems are no error.
pub fn read(
    archive: Option<&Archive>,
    file: &Path,
    sheets: &[String],
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<OldRegister, Error> {
    let table = import::read_old_register(file, sheets, progress).map_err(|error| match error {
        import::ImportError::Cancelled(cancelled) => cancelled.into(),
        source => Error::OldRegister { file: file.to_owned(), source },
    })?;
    progress.report(Stage::Checking, 0, 0)?;
    let name_of = |npp: Npp| Some(archive?.store.company(&npp).ok()??.name);
    Ok(import::old_register::judge(&table, today, &name_of))
}

/// Says what taking over would do, and writes nothing.
///
/// # Errors
/// [`Error::Store`] when the register cannot be read.
pub fn preview(archive: Option<&Archive>, old: &OldRegister, choices: Choices) -> Result<Outcome, Error> {
    let rows = rows(old, choices);
    let new = match archive {
        Some(archive) => archive.store.new_rows(&rows)?,
        None => (0..rows.len()).collect(),
    };
    let cards = new.iter().filter_map(|place| rows.get(*place)).map(|(_, _, entry)| u64::from(entry.cards)).sum();
    Ok(outcome(old, choices, rows.len(), new.len(), cards))
}

/// Adds the rows that the register does not hold yet, all in one act. Where rows have problems that `choices` do not answer,
/// or nothing is new, nothing is written.
///
/// # Errors
/// [`Error::Store`]; then nothing was written.
pub fn take_over(archive: &mut Archive, old: &OldRegister, choices: Choices) -> Result<Outcome, Error> {
    let outcome = preview(Some(archive), old, choices)?;
    if outcome.refused {
        return Ok(outcome);
    }
    let rows = rows(old, choices);
    let act = NewTakeOver { file_name: &old.file, file_hash: &old.file_hash, rows: &rows };
    Ok(match archive.store.take_over(&act)? {
        Some((id, new)) => {
            let known = rows.len() - new;
            Outcome { taken: Some(id), counts: OldCounts { new, known, ..outcome.counts }, ..outcome }
        }
        None => Outcome { counts: OldCounts { new: 0, known: rows.len(), ..outcome.counts }, cards: 0, ..outcome },
    })
}

/// Every take-over, the newest first.
///
/// # Errors
/// [`Error::Store`] when the register cannot be read.
pub fn list(archive: &Archive) -> Result<Vec<TakeOver>, Error> {
    Ok(archive.store.take_overs()?)
}

/// Takes a whole take-over back: its rows stay in the database and are in no list and no total any more. Returns how many
/// there were.
///
/// # Errors
/// [`Error::NoSuchTakeOver`], [`Error::TakeOverUndone`], [`Error::ReasonMissing`] for a reason without a letter,
/// [`Error::Store`].
pub fn undo(archive: &mut Archive, id: TakeOverId, reason: &str) -> Result<usize, Error> {
    let reason = reason.trim();
    if !reason.chars().any(char::is_alphabetic) {
        return Err(Error::ReasonMissing);
    }
    archive.store.undo_take_over(id, reason).map_err(|error| match error {
        UndoError::Store(error) => error.into(),
        UndoError::NotFound(id) => Error::NoSuchTakeOver(id),
        UndoError::AlreadyUndone(id) => Error::TakeOverUndone(id),
    })
}

fn rows(old: &OldRegister, choices: Choices) -> Vec<(Option<&str>, u32, &OldEntry)> {
    let sheet = |at: usize| old.sheets.get(at).and_then(|sheet| sheet.name.as_deref());
    old.takable(choices.take_suggestions).map(|(row, entry)| (sheet(row.sheet), row.number, entry)).collect()
}

fn outcome(old: &OldRegister, choices: Choices, takable: usize, new: usize, cards: u64) -> Outcome {
    let rejected = old.rows.len() - takable;
    let counts = OldCounts { rows: old.rows.len(), new, known: takable - new, rejected, void: old.void };
    Outcome { counts, cards, taken: None, refused: rejected > 0 && !choices.skip_rejected }
}
