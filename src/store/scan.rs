//! Scans of signed receipts, as the database sees them.

use super::documents::{Document, DocumentKind, document};
use super::life::{LifeError, Stamp, found, marked};
use super::{Documents, Lock, Store, StoreError, audit, parsed};
use crate::domain::life::MarkRefusal;
use crate::domain::{Mark, ReceiptNumber, ReceiptStatus};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::TransactionBehavior;

/// A scan as recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiledScan {
    /// When it was attached.
    pub at: DateTime<Utc>,
    /// By whom: the user of the computer.
    pub actor: String,
    /// Its file.
    pub document: Document,
}

impl Store {
    /// The scans of a receipt, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn scans(&self, number: &ReceiptNumber) -> Result<Vec<FiledScan>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT scan.at, scan.actor, kind, path, sha256, bytes FROM scan
             JOIN document ON document.scan_id = scan.id JOIN receipt ON receipt.id = scan.receipt_id
             WHERE receipt.number = ?1 ORDER BY scan.id",
        )?;
        let moment = |text: &str| DateTime::parse_from_rfc3339(text).ok().map(|at| at.to_utc());
        let scans = statement.query_map([&number.0], |row| {
            Ok(FiledScan { at: parsed(row, "at", moment)?, actor: row.get("actor")?, document: document(row)? })
        })?;
        Ok(scans.collect::<Result<_, _>>()?)
    }

    /// Records a scan that is durable already, with an audit entry that tells its hash; and with it, where `handed` says
    /// so, that the cards were handed over (see [`Store::mark`]).
    ///
    /// # Errors
    /// [`LifeError`]; nothing was written then, unless the disk failed during the commit itself: ask
    /// [`Store::documents_of_act`] which it was.
    pub fn record_scan(
        &mut self,
        act: &str,
        number: &ReceiptNumber,
        scan: &Document,
        handed: Option<(&Mark, NaiveDate)>,
    ) -> Result<(), LifeError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if let Some((mark, today)) = handed {
            marked(&transaction, number, mark, today)?;
        }
        let (receipt, status) = found(&transaction, number)?.ok_or(LifeError::NotFound)?;
        if status == ReceiptStatus::Void {
            return Err(MarkRefusal::Void.into());
        }
        let stamp = Stamp::now();
        transaction.execute(
            "INSERT INTO scan (act, receipt_id, at, actor) VALUES (?1, ?2, ?3, ?4)",
            (act, receipt, &stamp.at, &stamp.actor),
        )?;
        let id = transaction.last_insert_rowid();
        transaction.execute(
            "INSERT INTO document (receipt_id, scan_id, kind, path, sha256, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (receipt, id, DocumentKind::Scan.as_str(), &scan.path, &scan.sha256, scan.bytes),
        )?;
        audit::record_change(&transaction, "scan-attached", &number.0, "", None, Some(&scan.sha256))?;
        Ok(transaction.commit()?)
    }
}

impl Documents {
    /// A name for the `count`th scan beside the documents under `stem`: `…_TandaTerima_Pindai1.jpg`. One that someone else's
    /// file has is passed over.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be asked which names were given.
    pub fn free_scan(
        &self,
        store: &Store,
        stem: &str,
        mut count: usize,
        ending: &str,
        _: &Lock,
    ) -> Result<String, StoreError> {
        loop {
            let path = format!("{stem}_TandaTerima_Pindai{count}.{ending}");
            if !self.resolve(&path).exists() && !store.has_document(&path)? {
                return Ok(path);
            }
            count += 1;
        }
    }
}
