//! Take-over: the office's old Excel register becomes part of this one, once, however often its file comes.
//!
//! Rows taken over have no receipt and no number, and count as handed over: those cards left the office long ago.

use super::{Archive, Error};
use crate::domain::Npp;
use crate::domain::old_register::{Fate, Identity, OldCounts, OldEntry, OldRegister};
use crate::import;
use crate::progress::{Progress, Stage};
use crate::store::{NewTakeOver, UndoError};
use chrono::NaiveDate;
use std::collections::HashSet;
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

/// What would become of each row of the old register, in its order. Writes nothing.
///
/// # Errors
/// [`Error::Store`] when the register cannot be read.
pub fn fates(archive: Option<&Archive>, old: &OldRegister, choices: Choices) -> Result<Vec<Fate>, Error> {
    let rows = rows(old, choices);
    let new = match archive {
        Some(archive) => archive.store.new_rows(&rows)?,
        None => (0..rows.len()).collect(),
    };
    let places: Vec<usize> = old.takable(choices.take_suggestions).map(|(place, ..)| place).collect();
    let mut fates = vec![Fate::Rejected; old.rows.len()];
    for place in &places {
        fates[*place] = Fate::Known;
    }
    for place in new.into_iter().filter_map(|new| places.get(new)) {
        fates[*place] = Fate::New;
    }
    let mut seen = HashSet::new();
    for (place, _, entry) in old.takable(choices.take_suggestions) {
        let again = !seen.insert(Identity::new(entry.date, entry.npp, &entry.company, entry.cards));
        if again && fates[place] == Fate::New {
            fates[place] = Fate::Repeated;
        }
    }
    Ok(fates)
}

/// Says what taking over would do, and writes nothing.
///
/// # Errors
/// [`Error::Store`] when the register cannot be read.
pub fn preview(archive: Option<&Archive>, old: &OldRegister, choices: Choices) -> Result<Outcome, Error> {
    Ok(outcome(old, choices, &fates(archive, old, choices)?))
}

/// What taking over would do, told from the fates of the rows under the same `choices`.
#[must_use]
pub fn outcome(old: &OldRegister, choices: Choices, fates: &[Fate]) -> Outcome {
    let count = |wanted| fates.iter().filter(|fate| **fate == wanted).count();
    let (repeated, known, rejected) = (count(Fate::Repeated), count(Fate::Known), count(Fate::Rejected));
    let new = count(Fate::New) + repeated;
    let cards = old.rows.iter().zip(fates).filter(|(_, fate)| matches!(fate, Fate::New | Fate::Repeated));
    let cards = cards.filter_map(|(row, _)| row.entry.as_ref()).map(|entry| u64::from(entry.cards)).sum();
    let counts = OldCounts { rows: old.rows.len(), new, repeated, known, rejected, void: old.void };
    Outcome { counts, cards, taken: None, refused: rejected > 0 && !choices.skip_rejected }
}

/// Adds the rows that the register does not hold yet, all in one act. Where rows have problems that `choices` do not answer,
/// or nothing is new, nothing is written.
///
/// # Errors
/// [`Error::Store`], [`Error::Cancelled`]; then nothing was written.
pub fn take_over(
    archive: &mut Archive,
    old: &OldRegister,
    choices: Choices,
    progress: &dyn Progress,
) -> Result<Outcome, Error> {
    let outcome = preview(Some(archive), old, choices)?;
    if outcome.refused {
        return Ok(outcome);
    }
    let rows = rows(old, choices);
    let act = NewTakeOver { file_name: &old.file, file_hash: &old.file_hash, rows: &rows };
    let listen = |done, total| progress.report(Stage::Register, done, total);
    let Some((id, new)) = archive.store.take_over::<Error>(&act, &listen)? else {
        let counts = OldCounts { new: 0, repeated: 0, known: rows.len(), ..outcome.counts };
        return Ok(Outcome { counts, cards: 0, ..outcome });
    };
    let known = rows.len() - new;
    Ok(Outcome { taken: Some(id), counts: OldCounts { new, known, ..outcome.counts }, ..outcome })
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
    old.takable(choices.take_suggestions).map(|(_, row, entry)| (old.sheet_of(row), row.number, entry)).collect()
}
