//! Copies of a whole data folder: what the database gives to one and takes from one, and the single file between.

mod manifest;
mod package;
mod work;

pub use manifest::{FOLDERS, Manifest, Tally};
pub use package::{Listing, Package, PackageError, Packed, Recorded, pack};
pub use work::Work;

use super::proof::interruptible;
use super::{AuditHead, Store, StoreError, audit, schema};
use crate::progress::Cancelled;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags, OptionalExtension, Row, Transaction, TransactionBehavior};
use std::fs::OpenOptions;
use std::path::Path;
use std::{thread, time::Duration};

impl Store {
    /// What the office has, in a few figures.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn tally(&self) -> Result<Tally, StoreError> {
        let count = |sql| self.connection.query_row(sql, [], |row| row.get::<_, u64>(0));
        let last = "SELECT number FROM receipt ORDER BY id DESC LIMIT 1";
        Ok(Tally {
            receipts: count("SELECT count(*) FROM receipt")?,
            cards: count("SELECT count(*) FROM card")?,
            register: count("SELECT count(*) FROM register")?,
            last_number: self.connection.query_row(last, [], |row| row.get(0)).optional()?,
            audit: self.audit_head()?,
        })
    }

    /// Hash of the n-th entry of the audit trail, if there is one.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn audit_hash(&self, entry: u64) -> Result<Option<String>, StoreError> {
        let hash = "SELECT hash FROM audit WHERE id = ?1";
        Ok(self.connection.query_row(hash, [entry], |row| row.get(0)).optional()?)
    }

    /// The last entry of the audit trail that is more than a backup or a restore.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn last_act(&self) -> Result<Option<AuditHead>, StoreError> {
        let last = "SELECT id, hash FROM audit WHERE act NOT IN ('backup', 'restored') ORDER BY id DESC LIMIT 1";
        let head = |row: &Row<'_>| Ok(AuditHead { entries: row.get(0)?, hash: row.get(1)? });
        Ok(self.connection.query_row(last, [], head).optional()?)
    }

    /// Records in a database that came from a backup that it is about to take the place of another, which ended with
    /// `old`.
    ///
    /// # Errors
    /// [`StoreError`] when the entry could not be written.
    pub fn record_restore(&self, detail: &str, old: Option<&str>) -> Result<(), StoreError> {
        let act = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        audit::record_change(&act, "restored", "archive", detail, old, None)?;
        Ok(act.commit()?)
    }

    /// Writes a copy as of this moment to `path`, which must not exist, looks whether it is sound and makes it durable.
    ///
    /// # Errors
    /// [`StoreError`] (as `E`) when the disk refuses, [`StoreError::Damaged`] when the database is not sound, or `E`
    /// when the user stopped. What was written so far is to be thrown away then.
    pub fn copy_to<E: From<StoreError> + From<Cancelled>>(
        &self,
        path: &Path,
        listen: &(dyn Fn() -> Result<(), Cancelled> + Sync),
    ) -> Result<(), E> {
        let name = path.to_string_lossy();
        interruptible::<_, E>(&self.connection, listen, |connection| connection.execute("VACUUM INTO ?1", [&name]))?;
        let copy = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(StoreError::from)?;
        let verdict: String =
            interruptible::<_, E>(&copy, listen, |copy| copy.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)))?;
        if verdict != "ok" {
            return Err(StoreError::Damaged("its pages").into());
        }
        let durable = OpenOptions::new().write(true).open(path).and_then(|file| file.sync_all());
        Ok(durable.map_err(StoreError::at(path))?)
    }

    /// Opens a database that came from a backup, brings it to today's shape and looks whether it is sound.
    ///
    /// # Errors
    /// [`StoreError`], as for [`Store::open`]; [`StoreError::Damaged`] when it is not sound.
    pub fn open_foreign(path: &Path) -> Result<Self, StoreError> {
        let connection = schema::open(path)?;
        let verdict: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        let broken: u64 =
            connection.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
        let page: u64 = connection.pragma_query_value(None, "page_size", |row| row.get(0))?;
        if verdict != "ok" || broken > 0 || page != 4096 {
            return Err(StoreError::Damaged("its pages"));
        }
        Ok(Self { connection })
    }

    /// Puts this database in the place of the one at `path`, in one transaction: a stop in the middle leaves the old
    /// one, and programs that have it open see the new one from then on.
    ///
    /// # Errors
    /// [`StoreError`]; the old one then stays.
    pub fn replace(&self, path: &Path) -> Result<(), StoreError> {
        let mut target = Connection::open(path)?;
        target.pragma_update(None, "journal_mode", "WAL")?;
        target.pragma_update(None, "synchronous", "FULL")?;
        let backup = Backup::new(&self.connection, &mut target)?;
        for _ in 0..600 {
            match backup.step(-1)? {
                StepResult::Done => return Ok(()),
                _ => thread::sleep(Duration::from_millis(100)), // another program is in the middle of an act
            }
        }
        Err(StoreError::Locked)
    }

    /// SHA-256 of every recorded document by its path.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn recorded(&self) -> Result<Recorded, StoreError> {
        let mut statement = self.connection.prepare("SELECT path, sha256 FROM document")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Hash of the n-th entry of the audit trail in a copy that nobody else writes to.
fn audit_hash_in(database: &Path, entry: u64) -> Result<Option<String>, StoreError> {
    let copy = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    Ok(copy.query_row("SELECT hash FROM audit WHERE id = ?1", [entry], |row| row.get(0)).optional()?)
}
