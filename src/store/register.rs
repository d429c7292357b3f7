//! The register: one row for each receipt, and those taken over from the old Excel register.

use super::{Store, StoreError, day, parsed};
use crate::domain::{Kpj, Npp, ReceiptNumber, ReceiptStatus, RegisterEntry};
use chrono::NaiveDate;
use rusqlite::{Connection, Row};

/// Which rows of the register; everything that is set must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// On this day or later.
    pub from: Option<NaiveDate>,
    /// On this day or earlier.
    pub to: Option<NaiveDate>,
    /// Of this company, or of one that was merged into it.
    pub npp: Option<Npp>,
    /// This text stands in the company's name, its NPP or the receipt's number (case does not matter), or is the KPJ
    /// of one of its cards.
    pub search: Option<String>,
    /// In this status.
    pub status: Option<ReceiptStatus>,
}

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// As a person looks for work: the newest first.
    NewestFirst,
    /// As the office's workbook runs: the oldest first.
    OldestFirst,
}

impl Store {
    /// The rows of the register that `filter` lets through.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn register(&self, filter: &Filter, order: Order) -> Result<Vec<RegisterEntry>, StoreError> {
        let direction = match order {
            Order::NewestFirst => "DESC",
            Order::OldestFirst => "ASC",
        };
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT receipt.number, day, npp, company_name, cards, state AS status,
                    register.ro, handed_over_to, handed_over_on
             FROM register
             JOIN company ON company.id = register.company_id
             LEFT JOIN receipt ON receipt.id = register.receipt_id
             WHERE withdrawn = 0 AND (?1 IS NULL OR day >= ?1) AND (?2 IS NULL OR day <= ?2) AND (?3 IS NULL OR npp = ?3
                    OR merged_into = (SELECT id FROM company WHERE npp = ?3))
               AND (?4 IS NULL OR company_name LIKE ?4 ESCAPE '!' OR npp LIKE ?4 ESCAPE '!'
                    OR receipt.number LIKE ?4 ESCAPE '!'
                    OR receipt.id IN (SELECT receipt_id FROM card WHERE kpj = ?6))
               AND (?5 IS NULL OR state = ?5)
             ORDER BY day {direction}, register.id {direction}"
        ))?;
        let arguments = (
            filter.from.map(|day| day.to_string()),
            filter.to.map(|day| day.to_string()),
            filter.npp.map(|npp| npp.to_string()),
            filter.search.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(contains),
            filter.status.map(ReceiptStatus::as_str),
            filter.search.as_deref().and_then(|text| Kpj::parse(text).ok()).map(|kpj| kpj.to_string()),
        );
        let rows = statement.query_map(arguments, entry)?;
        Ok(rows.collect::<Result<_, _>>()?)
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

/// A LIKE pattern for text that may itself hold the pattern's signs.
pub(super) fn contains(text: &str) -> String {
    format!("%{}%", text.replace('!', "!!").replace('%', "!%").replace('_', "!_"))
}
