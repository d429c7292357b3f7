//! Back to the company: the rows that it must repair, as a workbook.

use super::check::Checked;
use super::{Archive, Error};
use crate::import;
use std::io;
use std::path::Path;

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejects {
    /// How many rows go back.
    pub rows: usize,
    /// Rows with problems that stay here, by the number the user sees: this person's card was already issued.
    pub left_out: Vec<u32>,
}

/// Writes the rows with problems, errors and warnings alike, to a workbook for the company. What comes back is checked
/// and issued like any list; rows whose card this person already has stay here, for the company can do nothing about them.
///
/// # Errors
/// [`Error::OutNotWritable`] where `out` is one of the lists themselves, [`Error::Export`] when the workbook cannot be
/// written (an older file there stays as it was), [`Error::Store`] when it was written but not recorded.
pub fn write(archive: Option<&Archive>, checked: &Checked, out: &Path) -> Result<Rejects, Error> {
    if checked.file.iter().chain(&checked.seconds).any(|source| same_file(source, out)) {
        // The company's list is the only proof of what it sent.
        return Err(Error::OutNotWritable { path: out.to_owned(), source: io::ErrorKind::AlreadyExists.into() });
    }
    let Checked { list, table, settled, .. } = checked;
    let rows = import::rejects::write(table, list, &|row| settled.contains(&row.number), out)?;
    if let Some(archive) = archive {
        let subject = list.company.npp.map_or_else(|| "list".to_owned(), |npp| npp.to_string());
        archive.store.record("rejects-written", &subject, &format!("{rows} rows"))?;
    }
    Ok(Rejects { rows, left_out: settled.iter().copied().collect() })
}

fn same_file(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}
