//! Check: a list is read and judged against what the register knows. Issues nothing, and makes no data folder.
//!
//! One thing is kept: what the user says of a list's sheet, header row and columns, so that the next list with these
//! titles needs no word.

use super::{Archive, Error};
use crate::document;
use crate::domain::list::History;
use crate::domain::mapping::{Doubt, MappingOrigin, RememberedMapping};
use crate::domain::{CheckedList, CheckedRow, Code, Field, Nik, RegisterEntry, Settings};
use crate::import::{self, CheckContext, ImportError, ReadOptions, Table};
use crate::progress::Progress;
use crate::tr;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub use crate::import::Completion;

/// What to check, and how.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The company's list.
    pub file: &'a Path,
    /// What the user says where detection errs.
    pub options: &'a ReadOptions,
    /// A second list that completes missing KPJ numbers, joined on NIK.
    pub kpj_from: Option<&'a Path>,
    /// The day of issue; ages are counted on it.
    pub on: NaiveDate,
}

/// A list that was checked, with what can be said of it beyond its rows.
#[derive(Debug)]
pub struct Checked {
    /// The list, judged.
    pub list: CheckedList,
    /// How its columns came to be known.
    pub told: Told,
    /// What the second list gave, where one was named.
    pub kpj_from: Option<SecondList>,
    /// What was issued from the very same file before, void receipts too; the oldest first.
    pub seen: Vec<RegisterEntry>,
    pub(super) table: Table,
    /// Its file; `None` for what was pasted or kept.
    pub(super) file: Option<PathBuf>,
    /// The second lists that completed it, in their order.
    pub(super) seconds: Vec<PathBuf>,
    /// Rows whose person already has the card that the row asks for.
    pub(super) settled: BTreeSet<u32>,
}

impl Checked {
    /// Whether several columns fit one field and nobody has said which is the right one: a person should look before
    /// anything of it is issued.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        let several = |doubt: &Doubt| matches!(doubt, Doubt::Several(..));
        self.told.mapping == MappingOrigin::Detected && self.table.doubts().iter().any(several)
    }

    /// The second lists that completed it, in their order.
    #[must_use]
    pub fn second_files(&self) -> &[PathBuf] {
        &self.seconds
    }

    /// Its columns, by their places from 0; several for a name in parts.
    #[must_use]
    pub fn places(&self) -> Vec<(Field, Vec<usize>)> {
        self.table.places()
    }
}

/// How the columns of a list came to be known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// By whom.
    pub mapping: MappingOrigin,
    /// Where a person should look whether they are the right ones; nowhere once a person has said them.
    pub doubts: Vec<Doubt>,
}

impl Default for Told {
    fn default() -> Self {
        Self { mapping: MappingOrigin::Detected, doubts: Vec::new() }
    }
}

/// A second list, and what it gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecondList {
    /// File name without its folder.
    pub file: String,
    /// What matched and what did not.
    pub completion: Completion,
}

/// Reads and judges the list in `file` as of the day `on`. Without an archive nothing was ever issued.
///
/// # Errors
/// As [`examine`].
pub fn check(
    archive: Option<&Archive>,
    file: &Path,
    options: &ReadOptions,
    on: NaiveDate,
    progress: &dyn Progress,
) -> Result<CheckedList, Error> {
    Ok(examine(archive, Request { file, options, kpj_from: None, on }, progress)?.list)
}

/// Reads and judges a list, with everything that a [`Request`] can ask for. Without an archive nothing was ever issued.
///
/// # Errors
/// [`Error::Import`] when the file or the second one is no list, [`Error::Store`] when the register cannot be read,
/// [`Error::Cancelled`]. Rows with problems are no error, nor is a mapping that could not be remembered.
pub fn examine(archive: Option<&Archive>, request: Request<'_>, progress: &dyn Progress) -> Result<Checked, Error> {
    let options = recalling(archive, request.options)?;
    let table = read(request.file, &options, progress)?;
    let told = tell(archive, &table, &options);
    let file = Some(request.file.to_owned());
    let checked = Checked { told, file, ..judge(archive, table, request.on, progress)? };
    match request.kpj_from {
        None => Ok(checked),
        Some(second) => complete(archive, &checked, second, request.on, progress),
    }
}

/// The list with its missing KPJ numbers completed from a second one, joined on NIK, and judged as of the day `on`; what
/// was repaired in it stays so. `checked` stays as it is.
///
/// # Errors
/// As [`examine`], for the second list.
pub fn complete(
    archive: Option<&Archive>,
    checked: &Checked,
    second: &Path,
    on: NaiveDate,
    progress: &dyn Progress,
) -> Result<Checked, Error> {
    let other = read(second, &recalling(archive, &ReadOptions::default())?, progress)?;
    let mut table = checked.table.clone();
    let completion = table.complete_kpj(&other);
    let kpj_from = Some(SecondList { file: other.file().to_owned(), completion });
    let seconds = checked.seconds.iter().cloned().chain([second.to_owned()]).collect();
    let (told, file) = (checked.told.clone(), checked.file.clone());
    Ok(Checked { told, kpj_from, file, seconds, ..judge(archive, table, on, progress)? })
}

/// Rows copied in a spreadsheet and pasted here are a list too: tabs between cells, titles in the first rows.
///
/// # Errors
/// As [`examine`].
pub fn pasted(
    archive: Option<&Archive>,
    text: &str,
    options: &ReadOptions,
    on: NaiveDate,
    progress: &dyn Progress,
) -> Result<Checked, Error> {
    let options = recalling(archive, options)?;
    let name = tr!("pasted-list");
    let table =
        import::read_text(text, &name, &options, progress).map_err(|error| not_a_list(Path::new(&name), error))?;
    let told = tell(archive, &table, &options);
    Ok(Checked { told, ..judge(archive, table, on, progress)? })
}

/// What the user says, with what was said of earlier lists.
pub(super) fn recalling(archive: Option<&Archive>, options: &ReadOptions) -> Result<ReadOptions, Error> {
    let remembered = archive.map(|archive| archive.store.mappings()).transpose()?.unwrap_or_default();
    Ok(ReadOptions { remembered, ..options.clone() })
}

/// How the columns of a list came to be known. What the user said is remembered.
fn tell(archive: Option<&Archive>, table: &Table, options: &ReadOptions) -> Told {
    if let (Some(archive), Some(said)) = (archive, table.to_remember(options)) {
        remember(archive, &said, options);
    }
    let mapping = table.mapping_origin(options);
    let doubts = if mapping == MappingOrigin::Detected { table.doubts() } else { Vec::new() };
    Told { mapping, doubts }
}

/// Judges a table as of the day `on`, against what the register knows.
pub(super) fn judge(
    archive: Option<&Archive>,
    table: Table,
    on: NaiveDate,
    progress: &dyn Progress,
) -> Result<Checked, Error> {
    let (settings, history, seen) = match archive {
        None => (Settings::default(), History::default(), Vec::new()),
        Some(archive) => {
            let (kpjs, niks) = table.numbers();
            let seen = archive.store.issued_from(table.file_hash())?;
            (archive.settings()?, archive.store.history(&kpjs, &niks)?, seen)
        }
    };
    let context =
        CheckContext { on, check_kpj_digit: settings.check_kpj_digit, covers: &document::covers, history: &history };
    let list = import::check(&table, &context, progress)?;
    let settled = list.rows.iter().filter(|row| is_settled(row, &history)).map(|row| row.number).collect();
    let (told, kpj_from, file, seconds) = (Told::default(), None, None, Vec::new());
    Ok(Checked { list, told, kpj_from, seen, table, file, seconds, settled })
}

/// Keeps what the user said. The list is read all the same where that fails (a folder without the right to write).
fn remember(archive: &Archive, said: &RememberedMapping, options: &ReadOptions) {
    if !options.remembered.contains(said)
        && let Err(error) = archive.store.remember(said)
    {
        tracing::warn!(code = error.code(), "a mapping could not be remembered");
    }
}

/// Whether the row's person holds the very card that it asks for. A number that went to somebody else, or to nobody knows
/// whom, is still a mistake that the company must look at.
fn is_settled(row: &CheckedRow, history: &History) -> bool {
    let issued = row.problems.iter().any(|problem| problem.code == Code::KpjAlreadyIssued);
    let kpj = row.kpj.number().copied();
    match row.nik.as_str().map(Nik::parse) {
        _ if !issued => false,
        Some(Ok(nik)) => kpj.is_some() && history.holders.get(&nik).copied() == kpj,
        // A passport is not looked up; nothing else is wrong with the row.
        _ => row.problems.len() == 1,
    }
}

pub(super) fn read(file: &Path, options: &ReadOptions, progress: &dyn Progress) -> Result<Table, Error> {
    import::read(file, options, progress).map_err(|error| not_a_list(file, error))
}

pub(super) fn not_a_list(file: &Path, error: ImportError) -> Error {
    match error {
        ImportError::Cancelled(cancelled) => cancelled.into(),
        source => Error::Import { file: file.to_owned(), source },
    }
}
