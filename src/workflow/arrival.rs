//! Arrival: a file came into the folder that the office watches. Is it a list that nobody has worked on yet?

use super::check::{self, Request};
use super::{Archive, Error};
use crate::import::ReadOptions;
use crate::progress::Progress;
use chrono::NaiveDate;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// A list that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// Name of the file, without its folder.
    pub file: String,
    /// The company, as far as the file names it.
    pub company: Option<String>,
    /// How many workers it lists.
    pub rows: usize,
}

/// Whether a file may be a list, by its name: what browsers have not finished, and what Excel lays beside an open workbook,
/// has other ones.
#[must_use]
pub fn is_spreadsheet(path: &Path) -> bool {
    let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with(['.', '~']));
    let known = path.extension().is_some_and(|extension| {
        ["xlsx", "xls", "xlsm", "ods", "csv"].iter().any(|known| extension.eq_ignore_ascii_case(known))
    });
    known && !hidden
}

/// The files among `paths`, and in the place of each folder the spreadsheets that lie in it, by name; not those of folders
/// within it.
///
/// # Errors
/// Those of reading a folder.
pub fn spreadsheets(paths: Vec<PathBuf>) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let inside = fs::read_dir(&path)?.map(|entry| entry.map(|entry| entry.path()));
            let mut inside = inside.collect::<io::Result<Vec<_>>>()?;
            inside.retain(|file| is_spreadsheet(file) && file.is_file());
            inside.sort();
            files.extend(inside);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

/// What `file` is; `None` for what is no list, and for a list that was issued or waits already. Keeps nothing.
///
/// # Errors
/// [`Error::Store`] when the register cannot be read, [`Error::Cancelled`].
pub fn look(archive: &Archive, file: &Path, on: NaiveDate, progress: &dyn Progress) -> Result<Option<Arrival>, Error> {
    let options = ReadOptions::default();
    let checked = match check::examine(Some(archive), Request { file, options: &options, kpj_from: None, on }, progress)
    {
        Ok(checked) => checked,
        // most of what is downloaded is no list
        Err(Error::Import { .. }) => return Ok(None),
        Err(error) => return Err(error),
    };
    if !checked.seen.is_empty() || archive.store.pending_from(&checked.list.file_hash)?.is_some() {
        return Ok(None);
    }
    let company = match (checked.list.company.name, checked.list.company.npp) {
        (Some(name), _) => Some(name),
        (None, Some(npp)) => archive.store.company(&npp)?.map(|known| known.name),
        (None, None) => None,
    };
    Ok(Some(Arrival { file: checked.list.file, company, rows: checked.list.rows.len() }))
}
