//! Companies that were served before.

use super::companies::changed;
use super::{Store, StoreError, parsed};
use crate::domain::Npp;
use crate::domain::company::CompanyField;
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

/// Writes the company's newest name; RO and e-mail only where they are given. What changes is kept. Returns its id.
pub(super) fn upsert(connection: &Connection, company: &CompanyRecord) -> Result<i64, StoreError> {
    let old = connection
        .query_row("SELECT id, name, ro, email FROM company WHERE npp = ?1", [company.npp.as_str()], |row| {
            Ok((row.get::<_, i64>(0)?, [row.get::<_, Option<String>>(1)?, row.get(2)?, row.get(3)?]))
        })
        .optional()?;
    let id = connection.query_row(
        "INSERT INTO company (npp, name, ro, email) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (npp) DO UPDATE SET
             name = excluded.name, ro = coalesce(excluded.ro, ro), email = coalesce(excluded.email, email)
         RETURNING id",
        (company.npp.as_str(), &company.name, &company.ro, &company.email),
        |row| row.get(0),
    )?;
    if let Some((id, old)) = old {
        let new = [Some(&company.name), company.ro.as_ref(), company.email.as_ref()];
        let fields = [CompanyField::Name, CompanyField::Ro, CompanyField::Email];
        for ((field, old), new) in fields.into_iter().zip(&old).zip(new) {
            if new.is_some() && new != old.as_ref() {
                changed(connection, id, field.as_str(), old.as_deref(), new.map(String::as_str), None)?;
            }
        }
    }
    Ok(id)
}
