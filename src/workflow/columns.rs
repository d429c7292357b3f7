//! Columns chosen by hand: the first rows of a list to choose from, and the way to forget a choice.

use super::check::{Checked, not_a_list, read, recalling};
use super::{Archive, Error};
use crate::domain::mapping::MappingOrigin;
use crate::import::{self, ReadOptions};
use crate::progress::Progress;
use crate::tr;
use std::path::Path;

pub use crate::import::preview::{Preview, PreviewSheet, Titles};

/// The first rows of a file, as they stand there. Nothing of it is kept.
///
/// # Errors
/// [`Error::Import`] when the file holds no table at all, [`Error::Cancelled`].
pub fn preview(file: &Path, progress: &dyn Progress) -> Result<Preview, Error> {
    import::preview(file, progress).map_err(|error| not_a_list(file, error))
}

/// The same of rows that were pasted.
///
/// # Errors
/// As [`preview`].
pub fn preview_pasted(text: &str, progress: &dyn Progress) -> Result<Preview, Error> {
    let name = tr!("pasted-list");
    import::preview::preview_text(text, progress).map_err(|error| not_a_list(Path::new(&name), error))
}

/// Forgets what a person said of lists with the titles of this one; says whether there was something. The list is read
/// to know its titles, and nothing else is done with it.
///
/// # Errors
/// [`Error::Import`] when the file cannot be read as a list also with what was said of it, [`Error::Store`],
/// [`Error::Cancelled`].
pub fn forget(archive: &Archive, file: &Path, progress: &dyn Progress) -> Result<bool, Error> {
    let options = recalling(Some(archive), &ReadOptions::default())?;
    if options.remembered.is_empty() {
        return Ok(false);
    }
    let table = read(file, &options, progress)?;
    match table.header_key() {
        Some(key) if table.mapping_origin(&options) == MappingOrigin::Remembered => Ok(archive.store.forget(&key)?),
        _ => Ok(false),
    }
}

/// The same for a list that was checked.
///
/// # Errors
/// [`Error::Store`].
pub fn forget_for(archive: &Archive, checked: &Checked) -> Result<bool, Error> {
    match checked.table.header_key() {
        Some(key) => Ok(archive.store.forget(&key)?),
        None => Ok(false),
    }
}
