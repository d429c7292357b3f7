//! What is remembered of printing, beside the settings: nobody decides it, so nothing is recorded of it.

use super::{Store, StoreError, parsed};
use crate::domain::{Kpj, Printing, ReceiptNumber};
use rusqlite::OptionalExtension;

impl Store {
    /// The printers that were taken last.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read. What an older or newer program left there and this one cannot
    /// read is as if nothing were remembered.
    pub fn printing(&self) -> Result<Printing, StoreError> {
        let saved: Option<String> = self
            .connection
            .query_row("SELECT value FROM setting WHERE name = 'printing'", [], |row| row.get(0))
            .optional()?;
        Ok(saved.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }

    /// Remembers the printers.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written.
    pub fn save_printing(&self, printing: &Printing) -> Result<(), StoreError> {
        let text = serde_json::to_string(printing).map_err(|_| StoreError::Damaged("the printers"))?;
        self.connection.execute("INSERT OR REPLACE INTO setting (name, value) VALUES ('printing', ?1)", [&text])?;
        Ok(())
    }

    /// The cards of a receipt, in its order; none where there is no such receipt.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn cards_of(&self, number: &ReceiptNumber) -> Result<Vec<Kpj>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT kpj FROM card JOIN receipt ON receipt.id = card.receipt_id
             WHERE receipt.number = ?1 ORDER BY position",
        )?;
        let cards = statement.query_map([&number.0], |row| parsed(row, "kpj", |text| Kpj::parse(text).ok()))?;
        Ok(cards.collect::<Result<_, _>>()?)
    }
}
