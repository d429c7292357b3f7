//! What the database says of itself, for a proof of the archive: nothing here changes anything.

use super::{Documents, Lock, Store, StoreError, parsed};
use crate::domain::{ReceiptNumber, ReceiptStatus};
use crate::progress::Cancelled;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use std::{fs, thread};

/// What stays the same while it lives, whatever other programs write: give it back soon.
#[derive(Debug)]
pub struct View<'a>(#[expect(dead_code, reason = "dropping it ends the view")] Transaction<'a>);

/// A receipt with everything that must agree with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledReceipt {
    /// Its number.
    pub number: ReceiptNumber,
    /// Where it stands.
    pub status: ReceiptStatus,
    /// Cards in its row of the register; `None`: it has no row there.
    pub in_register: Option<u32>,
    /// Rows of the list that were ready or whose warnings a person accepted.
    pub accepted: u32,
    /// Its cards, in their order.
    pub cards: Vec<FiledCard>,
    /// Its documents, those of the issue first.
    pub documents: Vec<FiledDocument>,
}

/// A card as far as a proof needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledCard {
    /// Its number.
    pub kpj: String,
    /// The number of the passport, which may look like a KPJ.
    pub passport: Option<String>,
}

/// A document as recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledDocument {
    /// `cards`, `receipt`, `card`, or what a later edition of the program calls it.
    pub kind: String,
    /// Path relative to the archive, with `/` between folders.
    pub path: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// Its length in bytes.
    pub bytes: u64,
}

/// Numbers of a year that no receipt has although a later one exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// The year.
    pub year: i32,
    /// The first missing number of the sequence.
    pub from: u32,
    /// The last.
    pub to: u32,
}

impl Store {
    /// Begins a view of this moment: everything read from here on belongs together.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn view(&self) -> Result<View<'_>, StoreError> {
        let view = Transaction::new_unchecked(&self.connection, TransactionBehavior::Deferred)?;
        // only the first read takes the snapshot
        view.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(View(view))
    }

    /// What SQLite finds wrong with the file and between the tables, in its own words; empty when it is sound.
    /// `listen` is asked again and again whether to go on.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read at all, or `E` when the user stopped.
    pub fn integrity<E: From<StoreError> + From<Cancelled>>(
        &self,
        listen: &(dyn Fn() -> Result<(), Cancelled> + Sync),
    ) -> Result<Vec<String>, E> {
        interruptible(&self.connection, listen, |connection| {
            let mut found = Vec::new();
            let mut check = connection.prepare("PRAGMA integrity_check(100)")?;
            for line in check.query_map([], |row| row.get::<_, String>(0))? {
                found.push(line?);
            }
            found.retain(|line| line != "ok");
            let mut check =
                connection.prepare("SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1")?;
            for broken in check.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, u32>(1)?)))? {
                let (table, count) = broken?;
                found.push(format!("foreign keys of {table}: {count}"));
            }
            Ok(found)
        })
    }

    /// Numbers that were skipped; there are none, whatever stops the program.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn gaps(&self) -> Result<Vec<Gap>, StoreError> {
        let mut statement = self.connection.prepare(
            "SELECT year, before + 1, sequence - 1
             FROM (SELECT year, sequence, lag(sequence, 1, 0) OVER (PARTITION BY year ORDER BY sequence) AS before
                   FROM receipt)
             WHERE sequence > before + 1 ORDER BY year, sequence",
        )?;
        let gaps = statement.query_map([], |row| Ok(Gap { year: row.get(0)?, from: row.get(1)?, to: row.get(2)? }))?;
        Ok(gaps.collect::<Result<_, _>>()?)
    }

    /// Receipts whose issue does not stand in the audit trail.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn receipts_outside_the_trail(&self) -> Result<Vec<ReceiptNumber>, StoreError> {
        let mut statement = self.connection.prepare(
            "SELECT number FROM receipt WHERE number NOT IN (SELECT subject FROM audit WHERE act = 'issued') ORDER BY id",
        )?;
        let numbers = statement.query_map([], |row| Ok(ReceiptNumber(row.get(0)?)))?;
        Ok(numbers.collect::<Result<_, _>>()?)
    }

    /// Receipts whose documents are recorded otherwise than the audit trail says they were issued or attached. Entries from before
    /// it said so are taken as they are.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn receipts_with_other_documents(&self) -> Result<Vec<ReceiptNumber>, StoreError> {
        let mut statement = self.connection.prepare(
            "SELECT number FROM audit JOIN receipt ON receipt.number = audit.subject
             WHERE act = 'issued' AND new IS NOT (
                 SELECT group_concat(kind || ' ' || sha256, char(10))
                 FROM (SELECT kind, sha256 FROM document
                       WHERE receipt_id = receipt.id AND kind IN ('cards', 'receipt') ORDER BY document.id LIMIT 2))
               AND new IS NOT NULL
             UNION
             SELECT number FROM document JOIN receipt ON receipt.id = document.receipt_id
             WHERE kind = 'scan' AND number || ' ' || sha256 NOT IN (
                 SELECT subject || ' ' || new FROM audit WHERE act = 'scan-attached' AND new IS NOT NULL)
             ORDER BY number",
        )?;
        let numbers = statement.query_map([], |row| Ok(ReceiptNumber(row.get(0)?)))?;
        Ok(numbers.collect::<Result<_, _>>()?)
    }

    /// How many receipts and how many cards on them there are.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn totals(&self) -> Result<(usize, usize), StoreError> {
        let totals = "SELECT (SELECT count(*) FROM receipt), (SELECT count(*) FROM card)";
        Ok(self.connection.query_row(totals, [], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// Gives every receipt to `each`, the oldest first, one at a time.
    ///
    /// # Errors
    /// [`StoreError`] (as `E`) when the database cannot be read or holds impossible values, or what `each` says.
    pub fn filed_receipts<E: From<StoreError>>(
        &self,
        mut each: impl FnMut(FiledReceipt) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = |error: rusqlite::Error| E::from(StoreError::from(error));
        let mut receipts = self
            .connection
            .prepare(
                "SELECT receipt.id, number, status, register.cards, rows_ready + rows_warning FROM receipt
                 LEFT JOIN register ON register.receipt_id = receipt.id
                 LEFT JOIN batch ON batch.id = receipt.batch_id
                 ORDER BY receipt.id",
            )
            .map_err(sql)?;
        let mut rows = receipts.query([]).map_err(sql)?;
        while let Some(row) = rows.next().map_err(sql)? {
            let read = || -> Result<FiledReceipt, rusqlite::Error> {
                let id: i64 = row.get(0)?;
                Ok(FiledReceipt {
                    number: ReceiptNumber(row.get(1)?),
                    status: parsed(row, "status", ReceiptStatus::from_key)?,
                    in_register: row.get(3)?,
                    accepted: row.get::<_, Option<u32>>(4)?.unwrap_or_default(),
                    cards: filed_cards(&self.connection, id)?,
                    documents: filed_documents(&self.connection, id)?,
                })
            };
            each(read().map_err(sql)?)?;
        }
        Ok(())
    }
}

fn filed_cards(connection: &Connection, receipt: i64) -> Result<Vec<FiledCard>, rusqlite::Error> {
    let mut statement =
        connection.prepare_cached("SELECT kpj, passport FROM card WHERE receipt_id = ?1 ORDER BY position")?;
    let cards = statement.query_map([receipt], |row| Ok(FiledCard { kpj: row.get(0)?, passport: row.get(1)? }))?;
    cards.collect()
}

fn filed_documents(connection: &Connection, receipt: i64) -> Result<Vec<FiledDocument>, rusqlite::Error> {
    let mut statement = connection
        .prepare_cached("SELECT kind, path, sha256, bytes FROM document WHERE receipt_id = ?1 ORDER BY id")?;
    let documents = statement.query_map([receipt], |row| {
        Ok(FiledDocument { kind: row.get(0)?, path: row.get(1)?, sha256: row.get(2)?, bytes: row.get(3)? })
    })?;
    documents.collect()
}

/// Runs one long statement and breaks it off when `listen` says so.
pub(super) fn interruptible<T, E: From<StoreError> + From<Cancelled>>(
    connection: &Connection,
    listen: &(dyn Fn() -> Result<(), Cancelled> + Sync),
    work: impl FnOnce(&Connection) -> Result<T, rusqlite::Error>,
) -> Result<T, E> {
    listen()?;
    let handle = connection.get_interrupt_handle();
    let (finished, cancelled) = (AtomicBool::new(false), AtomicBool::new(false));
    let result = thread::scope(|scope| {
        let watch = scope.spawn(|| {
            while !finished.load(Ordering::Acquire) {
                if listen().is_err() {
                    cancelled.store(true, Ordering::Release);
                    handle.interrupt();
                    return;
                }
                thread::park_timeout(Duration::from_millis(50));
            }
        });
        let result = work(connection);
        finished.store(true, Ordering::Release);
        watch.thread().unpark();
        result
    });
    if cancelled.load(Ordering::Acquire) {
        return Err(Cancelled.into());
    }
    Ok(result.map_err(StoreError::from)?)
}

impl Documents {
    /// Files in the archive that no row of the database knows, and folders that an act left aside; sorted, relative to
    /// the archive. To be asked after repair.
    ///
    /// # Errors
    /// [`StoreError`] when a folder or the database cannot be read.
    pub fn strangers(&self, store: &Store, _: &Lock) -> Result<Vec<String>, StoreError> {
        let mut known = store.connection.prepare_cached("SELECT 1 FROM document WHERE path = ?1")?;
        let mut strangers = Vec::new();
        self.each_file(&mut |path| {
            if known.query_row([path], |_| Ok(())).optional()?.is_none() {
                strangers.push(path.to_owned());
            }
            Ok(())
        })?;
        strangers.sort();
        Ok(strangers)
    }

    /// Every file of the archive by its path, with `/` between folders; what is left aside by acts too, but not the
    /// lock.
    ///
    /// # Errors
    /// [`StoreError`] when a folder cannot be read, or what `each` says.
    pub fn each_file(&self, each: &mut dyn FnMut(&str) -> Result<(), StoreError>) -> Result<(), StoreError> {
        walk(self.root(), "", 0, each)
    }
}

/// Folders within folders; the archive has two levels.
const DEPTH: usize = 16;

fn walk(
    folder: &Path,
    prefix: &str,
    depth: usize,
    each: &mut dyn FnMut(&str) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    for entry in fs::read_dir(folder).map_err(StoreError::at(folder))? {
        let entry = entry.map_err(StoreError::at(folder))?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if path == Documents::LOCK {
            continue;
        }
        // through links: an office may have put a folder on another disk
        if depth < DEPTH && entry.path().is_dir() {
            walk(&entry.path(), &format!("{path}/"), depth + 1, each)?;
        } else {
            each(&path)?;
        }
    }
    Ok(())
}
