//! The looks of issued cards.

use super::{Store, StoreError};
use crate::domain::ReceiptNumber;
use rusqlite::{Connection, OptionalExtension};

/// An edition of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredTemplate {
    /// Its name.
    pub name: String,
    /// SHA-256 of text and pictures.
    pub sha256: String,
    /// The TOML.
    pub text: String,
    /// Its pictures: name and bytes.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Keeps an edition once and gives its id.
pub(super) fn keep(connection: &Connection, template: &StoredTemplate) -> Result<i64, StoreError> {
    let StoredTemplate { name, sha256, text, files } = template;
    let known = connection
        .query_row("SELECT id FROM template WHERE name = ?1 AND sha256 = ?2", (name, sha256), |row| row.get(0))
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    connection.execute("INSERT INTO template (name, sha256, text) VALUES (?1, ?2, ?3)", (name, sha256, text))?;
    let id = connection.last_insert_rowid();
    for (name, bytes) in files {
        connection
            .execute("INSERT INTO template_file (template_id, name, bytes) VALUES (?1, ?2, ?3)", (id, name, bytes))?;
    }
    Ok(id)
}

impl Store {
    /// The template that the cards of a receipt were made with; `None` for receipts from before templates, and
    /// where there is no such receipt.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn template_of(&self, number: &ReceiptNumber) -> Result<Option<StoredTemplate>, StoreError> {
        let found = self
            .connection
            .query_row(
                "SELECT template.id, name, sha256, text FROM template
                 JOIN batch ON batch.template_id = template.id JOIN receipt ON receipt.batch_id = batch.id
                 WHERE receipt.number = ?1",
                [&number.0],
                |row| {
                    let template = StoredTemplate {
                        name: row.get("name")?,
                        sha256: row.get("sha256")?,
                        text: row.get("text")?,
                        files: Vec::new(),
                    };
                    Ok((row.get::<_, i64>("id")?, template))
                },
            )
            .optional()?;
        let Some((id, mut template)) = found else { return Ok(None) };
        let mut files =
            self.connection.prepare("SELECT name, bytes FROM template_file WHERE template_id = ?1 ORDER BY name")?;
        for file in files.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))? {
            template.files.push(file?);
        }
        Ok(Some(template))
    }
}
