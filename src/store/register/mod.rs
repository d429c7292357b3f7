//! The register: one row for each receipt, and those taken over from the old Excel register.

mod filter;
mod hits;
mod order;
#[cfg(test)]
mod tests;

pub use filter::Filter;
pub(super) use filter::{Condition, contains};
pub use order::{Index, Sort, SortBy, Totals};

use super::{Store, StoreError, day, parsed};
use crate::domain::{Npp, ReceiptNumber, ReceiptStatus, RegisterEntry};
use rusqlite::{Connection, OptionalExtension, Row};

/// A row of the register, made by the store alone. It stays that row's for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId(i64);

impl Store {
    /// These rows as they stand now, in this order; an id of another database is left out.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn register_rows(&self, ids: &[EntryId]) -> Result<Vec<(EntryId, RegisterEntry)>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT receipt.number, day, npp, company_name, cards, state AS status, register.ro, handed_over_to,
                    handed_over_on
             FROM register
             JOIN company ON company.id = register.company_id
             LEFT JOIN receipt ON receipt.id = register.receipt_id
             WHERE register.id = ?1",
        )?;
        let mut rows = Vec::with_capacity(ids.len());
        for id in ids {
            if let Some(row) = statement.query_row([id.0], entry).optional()? {
                rows.push((*id, row));
            }
        }
        Ok(rows)
    }

    /// Every relationship officer that a row of the register names, by name; spellings that differ in case only are one.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn officers(&self) -> Result<Vec<String>, StoreError> {
        // From one name to the next in the index: as many steps as there are officers, however many rows they have.
        let next = "SELECT ro FROM register WHERE withdrawn = 0 AND ro COLLATE NOCASE";
        let mut statement = self.connection.prepare_cached(&format!(
            "WITH RECURSIVE officer(name) AS (
                 SELECT ({next} > '' ORDER BY ro COLLATE NOCASE LIMIT 1)
                 UNION ALL
                 SELECT ({next} > officer.name ORDER BY ro COLLATE NOCASE LIMIT 1) FROM officer WHERE name IS NOT NULL
             )
             SELECT name FROM officer WHERE name IS NOT NULL"
        ))?;
        let names = statement.query_map([], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }

    /// What was issued from a file with this SHA-256, the oldest first, void receipts too.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn issued_from(&self, file_hash: &str) -> Result<Vec<RegisterEntry>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT receipt.number, day, npp, company_name, cards, status, register.ro, handed_over_to, handed_over_on
             FROM batch
             JOIN receipt ON receipt.batch_id = batch.id
             JOIN register ON register.receipt_id = receipt.id
             JOIN company ON company.id = register.company_id
             WHERE file_hash = ?1
             ORDER BY receipt.id",
        )?;
        let rows = statement.query_map([file_hash], entry)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// The row of a receipt.
pub(super) fn of_receipt(connection: &Connection, receipt: i64) -> Result<RegisterEntry, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT receipt.number, day, npp, company_name, cards, status, register.ro, handed_over_to, handed_over_on
         FROM receipt
         JOIN register ON register.receipt_id = receipt.id
         JOIN company ON company.id = register.company_id
         WHERE receipt.id = ?1",
    )?;
    Ok(statement.query_row([receipt], entry)?)
}

fn entry(row: &Row<'_>) -> Result<RegisterEntry, rusqlite::Error> {
    Ok(RegisterEntry {
        number: row.get::<_, Option<String>>("number")?.map(ReceiptNumber),
        date: parsed(row, "day", |text| text.parse().ok())?,
        npp: parsed(row, "npp", |text| Npp::parse(text).ok())?,
        company: row.get("company_name")?,
        cards: row.get("cards")?,
        status: parsed(row, "status", ReceiptStatus::from_key)?,
        ro: row.get("ro")?,
        handed_over_to: row.get("handed_over_to")?,
        handed_over_on: day(row, "handed_over_on")?,
    })
}
