//! Why the office's memory could not be read or written.

use crate::progress::Cancelled;
use std::{io, path::PathBuf};

/// An error of the database or of the archive of documents.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database was written by a newer edition of the program.
    #[error("the database has version {found}, this program knows {known}")]
    Newer {
        /// Version of the database.
        found: i64,
        /// Newest version that this program knows.
        known: i64,
    },
    /// Another program held the database for too long.
    #[error("the database stayed locked by another program")]
    Locked,
    /// The file is a database of something else, or no database.
    #[error("not a database of this program")]
    Foreign,
    /// A value in the database breaks the rules of the program.
    #[error("the database holds an impossible value in {0}")]
    Damaged(&'static str),
    /// A restore has begun and waits for its last steps; nothing else may be done before.
    #[error("a restore is not finished yet: {0}")]
    RestoreUnfinished(#[source] Box<StoreError>),
    /// SQLite said no.
    #[error("database: {0}")]
    Sql(#[source] rusqlite::Error),
    /// A file or folder of the archive could not be used.
    #[error("{}: {source}", path.display())]
    File {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl StoreError {
    /// The contract's code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Newer { .. } => "database-newer",
            Self::Locked => "database-locked",
            Self::Foreign | Self::Damaged(_) => "database-damaged",
            Self::RestoreUnfinished(_) => "restore-unfinished",
            Self::Sql(_) => "database-error",
            Self::File { .. } => "out-not-writable",
        }
    }

    /// Names the file or folder that an I/O error is about.
    pub fn at(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{DatabaseBusy, DatabaseCorrupt, DatabaseLocked, NotADatabase};
        match error.sqlite_error_code() {
            Some(DatabaseBusy | DatabaseLocked) => Self::Locked,
            Some(NotADatabase) => Self::Foreign,
            Some(DatabaseCorrupt) => Self::Damaged("its pages"),
            _ => Self::Sql(error),
        }
    }
}

impl From<Cancelled> for StoreError {
    /// For work that nobody can cancel.
    fn from(_: Cancelled) -> Self {
        Self::Locked
    }
}
