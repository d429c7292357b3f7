//! The office's key and the codes that were printed with it.

use super::{Store, StoreError, audit};
use crate::domain::seal::KEY;
use crate::domain::{ReceiptNumber, Seal};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

/// Where the key stands among the settings.
const NAME: &str = "receipt-key";

impl Store {
    /// The key of this office; made by chance when it is asked for the first time, and never changed.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read or written, or the system gives no random numbers.
    pub fn receipt_key(&mut self) -> Result<[u8; KEY], StoreError> {
        if let Some(key) = key(&self.connection)? {
            return Ok(key);
        }
        let act = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another program may have made it while this one waited.
        if let Some(key) = key(&act)? {
            return Ok(key);
        }
        let mut made = [0; KEY];
        getrandom::fill(&mut made).map_err(|_| StoreError::NoRandom)?;
        act.execute("INSERT INTO setting (name, value) VALUES (?1, lower(hex(?2)))", (NAME, made.as_slice()))?;
        audit::record(&act, "receipt-key-made", "settings", "")?;
        act.commit()?;
        Ok(made)
    }

    /// The receipts on which this code was printed; more than one only by a chance nobody lives to see.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn sealed(&self, seal: &Seal) -> Result<Vec<ReceiptNumber>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT number FROM receipt WHERE code = ?1 ORDER BY id")?;
        let rows = statement.query_map([seal.as_str()], |row| Ok(ReceiptNumber(row.get(0)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn key(connection: &Connection) -> Result<Option<[u8; KEY]>, StoreError> {
    let saved: Option<Vec<u8>> = connection
        .query_row("SELECT coalesce(unhex(value), x'') FROM setting WHERE name = ?1", [NAME], |row| row.get(0))
        .optional()?;
    saved.map(|bytes| bytes.try_into().map_err(|_| StoreError::Damaged("the office's key"))).transpose()
}
