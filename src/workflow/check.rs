//! Check: a list is read and judged against what the register knows. Writes nothing.

use super::{Archive, Error};
use crate::document;
use crate::domain::list::History;
use crate::domain::{CheckedList, Settings};
use crate::import::{self, CheckContext, ImportError, ReadOptions};
use crate::progress::Progress;
use chrono::NaiveDate;
use std::path::Path;

/// Reads and judges the list in `file` as of the day `on`. Without an archive nothing was ever issued.
///
/// # Errors
/// [`Error::Import`] when the file is no list, [`Error::Store`] when the register cannot be read,
/// [`Error::Cancelled`]. Rows with problems are no error.
pub fn check(
    archive: Option<&Archive>,
    file: &Path,
    options: &ReadOptions,
    on: NaiveDate,
    progress: &dyn Progress,
) -> Result<CheckedList, Error> {
    let table = import::read(file, options, progress).map_err(|source| match source {
        ImportError::Cancelled(cancelled) => cancelled.into(),
        source => Error::Import { file: file.to_owned(), source },
    })?;
    let (settings, history) = match archive {
        None => (Settings::default(), History::default()),
        Some(archive) => {
            let (kpjs, niks) = table.numbers();
            (archive.settings()?, archive.store.history(&kpjs, &niks)?)
        }
    };
    let context =
        CheckContext { on, check_kpj_digit: settings.check_kpj_digit, covers: &document::covers, history: &history };
    Ok(import::check(&table, &context, progress)?)
}
