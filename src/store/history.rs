//! What the register already knows of numbers in a new list.

use super::{Store, StoreError};
use crate::domain::{Kpj, Nik, ReceiptNumber, list::History};
use rusqlite::OptionalExtension;

impl Store {
    /// Looks up cards that were issued under these KPJs or to these NIKs and are not void.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn history(&self, kpjs: &[Kpj], niks: &[Nik]) -> Result<History, StoreError> {
        let mut history = History::default();
        // one reading for all: each question by itself would lock the database and let it go again
        let _reading = self.connection.unchecked_transaction()?;
        let mut by_kpj = self.connection.prepare_cached(
            "SELECT receipt.number FROM card JOIN receipt ON receipt.id = card.receipt_id WHERE kpj = ?1 AND active = 1",
        )?;
        for kpj in kpjs {
            if let Some(number) = by_kpj.query_row([kpj.as_str()], |row| row.get(0)).optional()? {
                history.issued.insert(*kpj, ReceiptNumber(number));
            }
        }
        let mut by_nik = self
            .connection
            .prepare_cached("SELECT kpj FROM card WHERE nik = ?1 AND active = 1 ORDER BY id DESC LIMIT 1")?;
        for nik in niks {
            let kpj: Option<String> = by_nik.query_row([nik.as_str()], |row| row.get(0)).optional()?;
            if let Some(kpj) = kpj {
                history.holders.insert(*nik, Kpj::parse(&kpj).map_err(|_| StoreError::Damaged("a card's KPJ"))?);
            }
        }
        Ok(history)
    }
}
