//! From the program to files for spreadsheets: the register, and synthetic lists for training.
//!
//! Identifiers are always text, and no text can become a formula.

pub mod register;
pub mod sample;

use rust_xlsxwriter::{Workbook, XlsxError};
use std::io::Write;
use std::path::{Path, PathBuf};

/// A file that could not be written; what stood there before is untouched.
#[derive(Debug, thiserror::Error)]
#[error("{}: {source}", path.display())]
pub struct ExportError {
    /// The file.
    pub path: PathBuf,
    /// What went wrong.
    pub source: ExportCause,
}

/// What went wrong while exporting.
#[derive(Debug, thiserror::Error)]
pub enum ExportCause {
    /// The system refused.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// The workbook could not be made.
    #[error(transparent)]
    Workbook(#[from] XlsxError),
    /// The CSV could not be made.
    #[error(transparent)]
    Csv(#[from] csv::Error),
}

/// Writes a whole file or none: beside its place first, then under its name.
fn write_whole(
    path: &Path,
    write: impl FnOnce(&mut tempfile::NamedTempFile) -> Result<(), ExportCause>,
) -> Result<(), ExportError> {
    let attempt = || -> Result<(), ExportCause> {
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let mut file = tempfile::Builder::new().prefix(".cetak-kpj-").suffix(".part").tempfile_in(folder)?;
        write(&mut file)?;
        file.flush()?;
        readable_by_others(file.as_file())?;
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    };
    attempt().map_err(|source| ExportError { path: path.to_owned(), source })
}

/// Temporary files are private; an exported file is an ordinary one that colleagues may open.
#[cfg(unix)]
fn readable_by_others(file: &std::fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_others(_: &std::fs::File) -> std::io::Result<()> {
    Ok(())
}

/// Writes a whole workbook or none.
pub(crate) fn write_workbook(path: &Path, workbook: &mut Workbook) -> Result<(), ExportError> {
    write_whole(path, |file| Ok(workbook.save_to_writer(file)?))
}
