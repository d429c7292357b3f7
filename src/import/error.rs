//! Why a file could not be read as a list.

use crate::domain::Field;
use crate::progress::Cancelled;
use std::io;

/// A file that is no readable list. Rows with problems are not errors: they are part of a
/// [`CheckedList`](crate::domain::CheckedList).
///
/// The texts are for logs, so they hold nothing of the file's contents; people read the sentences of the
/// language files, found by [`ImportError::code`].
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There is no such file.
    #[error("no such file")]
    NotFound(#[source] io::Error),
    /// The file is there, but the system does not let us read it (locked by another program, no permission).
    #[error("the file cannot be opened")]
    Unreadable(#[source] io::Error),
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// A picture, a PDF, a letter: nothing that holds a table.
    #[error("the file is not a list")]
    NotAList,
    /// Protected by a password.
    #[error("the file is encrypted")]
    Encrypted,
    /// It says it is a spreadsheet and does not keep the word.
    #[error("the file is damaged")]
    Damaged(#[source] Fault),
    /// More than a list of workers can need; see [`limits`](super::sheet::limits).
    #[error("the file is too large")]
    TooLarge,
    /// No row looks like the header of a list.
    #[error("no header row was found")]
    HeaderNotFound,
    /// A header and nobody below it.
    #[error("no rows below the header")]
    NoRows,
    /// The sheet that the user named is not in the file; the ones that are.
    #[error("there is no sheet of that name")]
    UnknownSheet {
        /// The sheets of the file; none for a text file.
        sheets: Vec<String>,
    },
    /// The column that the user named for a field is not in the header row.
    #[error("there is no such column for {}", field.as_str())]
    UnknownColumn {
        /// The field whose column was named.
        field: Field,
        /// The titles of the header row.
        titles: Vec<String>,
    },
    /// The user asked to stop.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

impl ImportError {
    /// The code of CONTRACT.md; `usage` for a sheet or column that is not there, `file-unreadable` for a file that the
    /// system refuses to open, `cancelled` for the user's own stop.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound(_) => "file-not-found",
            Self::Unreadable(_) => "file-unreadable",
            Self::Empty => "file-empty",
            Self::NotAList => "file-not-a-list",
            Self::Encrypted => "file-encrypted",
            Self::Damaged(_) => "file-damaged",
            Self::TooLarge => "file-too-large",
            Self::HeaderNotFound => "header-not-found",
            Self::NoRows => "no-rows",
            Self::UnknownSheet { .. } | Self::UnknownColumn { .. } => "usage",
            Self::Cancelled(_) => "cancelled",
        }
    }

    pub(super) fn damaged(cause: impl std::fmt::Display) -> Self {
        Self::Damaged(Fault::new(cause))
    }

    pub(super) fn of_io(cause: io::Error) -> Self {
        match cause.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::InvalidInput | io::ErrorKind::NotADirectory => {
                Self::NotFound(cause)
            }
            _ => Self::Unreadable(cause),
        }
    }
}

/// What a reader said about a damaged file, its digits blotted out: readers quote cells, and a log must never hold a
/// NIK or a KPJ.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Fault(String);

impl Fault {
    pub(super) fn new(cause: impl std::fmt::Display) -> Self {
        let text: String = cause.to_string().chars().take(200).collect();
        Self(text.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_tells_no_number() {
        let error = ImportError::damaged("invalid cell 3522012501990001");
        let cause = std::error::Error::source(&error).map(ToString::to_string);
        assert_eq!(cause.as_deref(), Some("invalid cell ################"));
    }
}
