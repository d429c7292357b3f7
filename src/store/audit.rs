//! Who did what, when: needed to answer for personal data (DOMAIN.md, section 8). Holds no KPJ and no NIK itself.

use super::{Store, StoreError};
use chrono::{SecondsFormat, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior};

/// Writes one entry inside the act that it is about.
pub(super) fn record(connection: &Connection, act: &str, subject: &str, detail: &str) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO audit (at, actor, act, subject, detail) VALUES (?1, ?2, ?3, ?4, ?5)",
        (Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true), actor(), act, subject, detail),
    )?;
    Ok(())
}

/// The user of the computer, as the system names them.
fn actor() -> String {
    ["USERNAME", "USER", "LOGNAME"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|user| !user.is_empty()))
        .unwrap_or_else(|| "?".into())
}

impl Store {
    /// Records something that changed no data but showed it: an export.
    ///
    /// # Errors
    /// [`StoreError`] when the entry could not be written.
    pub fn record(&self, act: &str, subject: &str, detail: &str) -> Result<(), StoreError> {
        // Its own act and never inside another: whoever holds one has the store to themselves.
        let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        record(&transaction, act, subject, detail)?;
        Ok(transaction.commit()?)
    }
}
