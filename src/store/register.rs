//! The register: one row for each receipt, and those taken over from the old Excel register.

use super::{Store, StoreError, day, parsed};
use crate::domain::{Kpj, Npp, ReceiptNumber, ReceiptStatus, RegisterEntry};
use chrono::NaiveDate;
use rusqlite::types::Value;
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

/// What a [`Filter`] asks of the register alone, so that one of its indexes answers: SQL, and its values in order.
pub(super) fn condition(filter: &Filter) -> (String, Vec<Value>) {
    let mut sql = "register.withdrawn = 0".to_owned();
    let mut values = Vec::new();
    let mut and = |condition: &str, with: &[&str]| {
        sql.push_str(" AND ");
        sql.push_str(condition);
        values.extend(with.iter().map(|text| Value::Text((*text).to_owned())));
    };
    if let Some(day) = filter.from {
        and("day >= ?", &[&day.to_string()]);
    }
    if let Some(day) = filter.to {
        and("day <= ?", &[&day.to_string()]);
    }
    if let Some(npp) = &filter.npp {
        let npp = npp.as_str();
        let merged = "merged_into = (SELECT id FROM company WHERE npp = ?)";
        and(&format!("company_id IN (SELECT id FROM company WHERE npp = ? OR {merged})"), &[npp, npp]);
    }
    if let Some(status) = filter.status {
        and("state = ?", &[status.as_str()]);
    }
    let search = filter.search.as_deref().map(str::trim).unwrap_or_default();
    if !search.is_empty() {
        let pattern = contains(search);
        let mut one_of = vec![
            "(company_id, company_name) IN (SELECT company_id, name FROM spelling WHERE name LIKE ? ESCAPE '!')",
            "company_id IN (SELECT id FROM company WHERE npp LIKE ? ESCAPE '!')",
            "receipt_id IN (SELECT id FROM receipt WHERE number LIKE ? ESCAPE '!')",
        ];
        let mut with = vec![pattern.as_str(); 3];
        let kpj = Kpj::parse(search).ok();
        if let Some(kpj) = &kpj {
            one_of.push("receipt_id IN (SELECT receipt_id FROM card WHERE kpj = ?)");
            with.push(kpj.as_str());
        }
        and(&format!("({})", one_of.join(" OR ")), &with);
    }
    (sql, values)
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
        let (condition, values) = condition(filter);
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT receipt.number, day, npp, company_name, cards, state AS status, register.ro, handed_over_to,
                    handed_over_on
             FROM register
             JOIN company ON company.id = register.company_id
             LEFT JOIN receipt ON receipt.id = register.receipt_id
             WHERE {condition}
             ORDER BY day {direction}, register.id {direction}"
        ))?;
        let rows = statement.query_map(rusqlite::params_from_iter(values), entry)?;
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

pub(super) fn entry(row: &Row<'_>) -> Result<RegisterEntry, rusqlite::Error> {
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
