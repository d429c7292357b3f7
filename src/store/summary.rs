//! Sums over the register.

use super::{Store, StoreError, parsed};
use crate::domain::Npp;
use crate::domain::summary::{SummaryBy, SummaryOf, SummaryRow};
use chrono::NaiveDate;

impl Store {
    /// Sums the register up, months in their order, companies and officers by name. Void entries and withdrawn ones are in
    /// no sum.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn summary(
        &self,
        by: SummaryBy,
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    ) -> Result<Vec<SummaryRow>, StoreError> {
        // The first column is what is summed by, the second its name.
        let (columns, tables, group) = match by {
            SummaryBy::Month => ("substr(day, 1, 7) AS key, NULL AS name", "register", "key ORDER BY key"),
            SummaryBy::Company => (
                "company.npp AS key, company.name",
                "(SELECT company_id, count(*) AS entries, sum(cards) AS cards FROM register
                  WHERE withdrawn = 0 AND state <> 'void' AND day >= ?1 AND day <= ?2 GROUP BY company_id) AS sums
                 JOIN company AS own ON own.id = sums.company_id
                 JOIN company ON company.id = coalesce(own.merged_into, own.id)",
                "company.id ORDER BY company.name COLLATE NOCASE, company.npp",
            ),
            SummaryBy::Ro => ("ro AS key, NULL AS name", "register", "ro ORDER BY ro COLLATE NOCASE"),
        };
        let (sums, condition) = match by {
            SummaryBy::Company => ("sum(entries) AS entries, sum(cards) AS cards", ""),
            _ => (
                "count(*) AS entries, sum(cards) AS cards",
                "WHERE withdrawn = 0 AND state <> 'void' AND day >= ?1 AND day <= ?2",
            ),
        };
        let mut statement = self
            .connection
            .prepare_cached(&format!("SELECT {columns}, {sums} FROM {tables} {condition} GROUP BY {group}"))?;
        let edge =
            |day: Option<NaiveDate>, otherwise: &str| day.map_or_else(|| otherwise.to_owned(), |day| day.to_string());
        let rows = statement.query_map((edge(from, "0000-01-01"), edge(to, "9999-12-31")), |row| {
            let of = match by {
                SummaryBy::Month => SummaryOf::Month(row.get("key")?),
                SummaryBy::Company => {
                    SummaryOf::Company(parsed(row, "key", |text| Npp::parse(text).ok())?, row.get("name")?)
                }
                SummaryBy::Ro => SummaryOf::Ro(row.get("key")?),
            };
            Ok(SummaryRow { of, entries: row.get("entries")?, cards: row.get("cards")? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
