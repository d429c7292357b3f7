//! The settings of the office, kept as one document so that a setting added later needs no migration.

use super::{Store, StoreError, audit};
use crate::domain::Settings;
use rusqlite::{OptionalExtension, TransactionBehavior};

impl Store {
    /// The settings; defaults where nothing was saved yet.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read or holds something else.
    pub fn settings(&self) -> Result<Settings, StoreError> {
        let saved: Option<String> = self
            .connection
            .query_row("SELECT value FROM setting WHERE name = 'office'", [], |row| row.get(0))
            .optional()?;
        match saved {
            None => Ok(Settings::default()),
            Some(text) => serde_json::from_str(&text).map_err(|_| StoreError::Damaged("the settings")),
        }
    }

    /// Saves the settings and records that they changed.
    ///
    /// # Errors
    /// [`StoreError`]; the old settings then stay.
    pub fn save_settings(&mut self, settings: &Settings) -> Result<(), StoreError> {
        let text = serde_json::to_string(settings).map_err(|_| StoreError::Damaged("the settings"))?;
        let act = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let old: Option<String> =
            act.query_row("SELECT value FROM setting WHERE name = 'office'", [], |row| row.get(0)).optional()?;
        act.execute("INSERT OR REPLACE INTO setting (name, value) VALUES ('office', ?1)", [&text])?;
        audit::record_change(&act, "settings-changed", "settings", "", old.as_deref(), Some(&text))?;
        Ok(act.commit()?)
    }
}
