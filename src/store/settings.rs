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
            None => Ok(Settings { practice: self.is_for_practice()?, ..Settings::default() }),
            Some(text) => {
                let saved: Settings = serde_json::from_str(&text).map_err(|_| StoreError::Damaged("the settings"))?;
                Ok(Settings { practice: self.is_for_practice()?, ..saved })
            }
        }
    }

    /// Whether everything in this folder is for practice.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn is_for_practice(&self) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM setting WHERE name = 'practice')";
        Ok(self.connection.query_row(sql, [], |row| row.get(0))?)
    }

    /// Says that everything in this folder is for practice. There is no way back: what was stamped stays so.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be written.
    pub fn keep_for_practice(&mut self) -> Result<(), StoreError> {
        let act = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        act.execute("INSERT OR REPLACE INTO setting (name, value) VALUES ('practice', '1')", [])?;
        audit::record(&act, "practice-begun", "settings", "")?;
        Ok(act.commit()?)
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
