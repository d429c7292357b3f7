//! Companies that were served before.

use super::{Store, StoreError, parsed};
use crate::domain::Npp;
use rusqlite::{Connection, OptionalExtension};

/// What is known of a company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompanyRecord {
    /// Its number.
    pub npp: Npp,
    /// Its name as last written.
    pub name: String,
    /// Its relationship officer.
    pub ro: Option<String>,
    /// Where its documents are sent.
    pub email: Option<String>,
}

impl Store {
    /// What is known of the company with this number.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn company(&self, npp: &Npp) -> Result<Option<CompanyRecord>, StoreError> {
        Ok(self
            .connection
            .query_row("SELECT npp, name, ro, email FROM company WHERE npp = ?1", [npp.as_str()], |row| {
                Ok(CompanyRecord {
                    npp: parsed(row, "npp", |text| Npp::parse(text).ok())?,
                    name: row.get("name")?,
                    ro: row.get("ro")?,
                    email: row.get("email")?,
                })
            })
            .optional()?)
    }
}

/// Writes the company's newest name; RO and e-mail only where they are given. Returns its id.
pub(super) fn upsert(connection: &Connection, company: &CompanyRecord) -> Result<i64, StoreError> {
    Ok(connection.query_row(
        "INSERT INTO company (npp, name, ro, email) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (npp) DO UPDATE SET
             name = excluded.name, ro = coalesce(excluded.ro, ro), email = coalesce(excluded.email, email)
         RETURNING id",
        (company.npp.as_str(), &company.name, &company.ro, &company.email),
        |row| row.get(0),
    )?)
}
