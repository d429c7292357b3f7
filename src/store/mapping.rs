//! What people said of lists that the program could not read by itself.

use super::{Store, StoreError};
use crate::domain::Field;
use crate::domain::mapping::{HeaderKey, RememberedMapping};

impl Store {
    /// What was remembered last: as much as goes to a reader of lists without being felt.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read or holds something else.
    pub fn mappings(&self) -> Result<Vec<RememberedMapping>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT header_set, header_order, by_place, sheet, header_row, columns
                 FROM mapping ORDER BY rowid DESC LIMIT 1000",
        )?;
        let rows = statement.query_map([], |row| {
            let headers = HeaderKey { set: row.get("header_set")?, order: row.get("header_order")? };
            let (by_place, sheet, header_row) = (row.get("by_place")?, row.get("sheet")?, row.get("header_row")?);
            let mapping = RememberedMapping { headers, by_place, sheet, header_row, columns: Vec::new() };
            Ok((mapping, row.get::<_, String>("columns")?))
        })?;
        rows.map(|row| {
            let (mapping, text) = row?;
            let columns = columns(&text).ok_or(StoreError::Damaged("a remembered mapping"))?;
            Ok(RememberedMapping { columns, ..mapping })
        })
        .collect()
    }

    /// Remembers what a person said, in place of what was said of these titles before.
    ///
    /// # Errors
    /// [`StoreError`]; what was said before then stays.
    pub fn remember(&self, mapping: &RememberedMapping) -> Result<(), StoreError> {
        let columns = mapping.columns.iter().map(|(field, column)| (field.as_str().to_owned(), column.clone().into()));
        let columns = serde_json::Value::Object(columns.collect()).to_string();
        self.connection.execute(
            "INSERT OR REPLACE INTO mapping (header_set, header_order, by_place, sheet, header_row, columns)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (
                &mapping.headers.set,
                &mapping.headers.order,
                mapping.by_place,
                &mapping.sheet,
                mapping.header_row,
                columns,
            ),
        )?;
        Ok(())
    }

    /// Forgets what a person said of lists with these titles; says whether there was something.
    ///
    /// # Errors
    /// [`StoreError`]; what was said then stays.
    pub fn forget(&self, headers: &HeaderKey) -> Result<bool, StoreError> {
        // By the set alone, as it is looked for: there is one entry for each.
        let forgotten = self.connection.execute("DELETE FROM mapping WHERE header_set = ?1", [&headers.set])?;
        Ok(forgotten > 0)
    }
}

fn columns(text: &str) -> Option<Vec<(Field, String)>> {
    let object: serde_json::Map<String, serde_json::Value> = serde_json::from_str(text).ok()?;
    object.iter().map(|(key, column)| Some((Field::from_key(key)?, column.as_str()?.to_owned()))).collect()
}
