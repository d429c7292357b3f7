//! The office's memory: SQLite and the archive of issued documents.
//!
//! No SQL and no type of the database leaves this module; every act is one immediate transaction.

mod audit;
pub mod backup;
mod companies;
mod company;
mod copy;
pub mod documents;
mod error;
pub mod hash;
mod history;
mod issue;
mod life;
mod mail;
mod mapping;
mod pending;
mod person;
mod printing;
mod proof;
mod register;
mod scan;
mod schema;
mod seal;
mod settings;
mod summary;
mod takeover;
mod template;

pub use audit::{AuditFault, AuditHead};
pub use companies::CompanyError;
pub use company::CompanyRecord;
pub use copy::{Holder, NewCopy};
pub use documents::{Document, DocumentKind, Documents, Lock, Staging};
pub use error::StoreError;
pub use issue::{BeginError, IssueAct, NewReceipt};
pub use life::LifeError;
pub use mail::{MailEnd, MailId};
pub use pending::PendingList;
pub use proof::{FiledCard, FiledDocument, FiledReceipt, Gap, View};
pub use register::{EntryId, Filter, Index, Sort, SortBy, Totals};
pub use scan::FiledScan;
pub use settings::ChangeRecord;
pub use takeover::{NewTakeOver, TakeOver, TakeOverId, UndoError};
pub use template::StoredTemplate;

use chrono::NaiveDate;
use rusqlite::{Connection, Row, types::Type};
use std::path::Path;

/// An open database.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
}

impl Store {
    /// Opens the database at `path`, making or upgrading it where needed.
    ///
    /// # Errors
    /// [`StoreError`]; a database of a newer program, or of another program, is refused and left as it is.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Ok(Self { connection: schema::open(path)? })
    }
}

/// Reads a value that the program wrote itself; anything else there is damage.
fn parsed<T>(row: &Row<'_>, column: &str, parse: impl FnOnce(&str) -> Option<T>) -> Result<T, rusqlite::Error> {
    let index = row.as_ref().column_index(column)?;
    let text: String = row.get(index)?;
    parse(&text).ok_or_else(|| rusqlite::Error::FromSqlConversionFailure(index, Type::Text, "impossible value".into()))
}

/// Reads a day that may be absent.
fn day(row: &Row<'_>, column: &str) -> Result<Option<NaiveDate>, rusqlite::Error> {
    match row.get::<_, Option<String>>(column)? {
        None => Ok(None),
        Some(_) => parsed(row, column, |text| text.parse().ok()).map(Some),
    }
}
