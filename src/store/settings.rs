//! The settings of the office, kept as one document so that a setting added later needs no migration.

use super::{Store, StoreError, audit};
use crate::domain::Settings;
use crate::domain::setting::{self, Change};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

/// The act of the trail that a changed setting is.
const CHANGED: &str = "setting-changed";

/// A setting that was changed: by whom, when, from what to what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRecord {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom, as the system names them.
    pub actor: String,
    /// Name of the setting.
    pub name: String,
    /// Its text before.
    pub old: String,
    /// Its text afterwards.
    pub new: String,
}

fn saved(connection: &Connection) -> Result<Settings, StoreError> {
    let saved: Option<String> =
        connection.query_row("SELECT value FROM setting WHERE name = 'office'", [], |row| row.get(0)).optional()?;
    let practice = is_for_practice(connection)?;
    match saved {
        None => Ok(Settings { practice, ..Settings::default() }),
        Some(text) => {
            let saved: Settings = serde_json::from_str(&text).map_err(|_| StoreError::Damaged("the settings"))?;
            Ok(Settings { practice, ..saved })
        }
    }
}

fn is_for_practice(connection: &Connection) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM setting WHERE name = 'practice')";
    Ok(connection.query_row(sql, [], |row| row.get(0))?)
}

impl Store {
    /// The settings; defaults where nothing was saved yet.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read or holds something else.
    pub fn settings(&self) -> Result<Settings, StoreError> {
        saved(&self.connection)
    }

    /// Whether everything in this folder is for practice.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn is_for_practice(&self) -> Result<bool, StoreError> {
        is_for_practice(&self.connection)
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

    /// Changes the settings as they are at this moment, and records each setting that is another one now. What is given
    /// back is what changed; where that is nothing, nothing is written.
    ///
    /// # Errors
    /// [`StoreError`], or what `change` says; the old settings then stay.
    pub fn change_settings<E: From<StoreError>>(
        &mut self,
        change: impl FnOnce(&Settings) -> Result<Settings, E>,
    ) -> Result<Vec<Change>, E> {
        let act =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        let old = saved(&act)?;
        let new = change(&old)?;
        let changes = setting::changes(&old, &new);
        if new == old {
            return Ok(changes);
        }
        let write = || -> Result<(), StoreError> {
            let text = serde_json::to_string(&new).map_err(|_| StoreError::Damaged("the settings"))?;
            act.execute("INSERT OR REPLACE INTO setting (name, value) VALUES ('office', ?1)", [&text])?;
            for Change { setting, old, new } in &changes {
                audit::record_change(&act, CHANGED, setting.name, "", Some(old), Some(new))?;
            }
            Ok(act.commit()?)
        };
        write()?;
        Ok(changes)
    }

    /// The latest changes of settings, newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the trail cannot be read.
    pub fn setting_history(&self, most: usize) -> Result<Vec<ChangeRecord>, StoreError> {
        let mut statement = self
            .connection
            .prepare("SELECT at, actor, subject, old, new FROM audit WHERE act = ?1 ORDER BY id DESC LIMIT ?2")?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let records = statement.query_map((CHANGED, most), |row| {
            Ok(ChangeRecord {
                at: super::life::moment(row, "at")?,
                actor: row.get("actor")?,
                name: row.get("subject")?,
                old: row.get::<_, Option<String>>("old")?.unwrap_or_default(),
                new: row.get::<_, Option<String>>("new")?.unwrap_or_default(),
            })
        })?;
        Ok(records.collect::<Result<_, _>>()?)
    }
}
