//! The codes that were printed on receipts.

use super::{Store, StoreError};
use crate::domain::{ReceiptNumber, Seal};

impl Store {
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
