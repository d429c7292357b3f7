//! Sums over the register.

use super::register::{Condition, Filter};
use super::{Store, StoreError, parsed};
use crate::domain::Npp;
use crate::domain::summary::{SummaryBy, SummaryOf, SummaryRow};
use chrono::NaiveDate;
use rusqlite::params_from_iter;

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
        // Days, companies and officers each stand together in an index; months and merged companies are sums of those.
        let (part, whole) = match by {
            SummaryBy::Month => (
                ("day", "day"),
                "SELECT substr(day, 1, 7) AS key, NULL AS name, sum(entries), sum(cards) FROM sums
                 GROUP BY key ORDER BY key",
            ),
            SummaryBy::Company => (
                ("company_id", "company_id"),
                "SELECT company.npp AS key, company.name, sum(entries), sum(cards) FROM sums
                 JOIN company AS own ON own.id = sums.company_id
                 JOIN company ON company.id = coalesce(own.merged_into, own.id)
                 GROUP BY company.id ORDER BY company.name COLLATE NOCASE, company.npp",
            ),
            SummaryBy::Ro => (
                ("min(ro) AS ro", "ro COLLATE NOCASE"),
                "SELECT ro AS key, NULL AS name, entries, cards FROM sums ORDER BY ro COLLATE NOCASE",
            ),
        };
        let Condition { sql, values } = Condition::of(&Filter { from, to, ..Filter::default() });
        let mut statement = self.connection.prepare_cached(&format!(
            "WITH sums AS (
                 SELECT {}, count(*) AS entries, sum(cards) AS cards FROM register
                 WHERE {sql} AND state <> 'void' GROUP BY {}
             ) {whole}",
            part.0, part.1
        ))?;
        let rows = statement.query_map(params_from_iter(values), |row| {
            let of = match by {
                SummaryBy::Month => SummaryOf::Month(row.get("key")?),
                SummaryBy::Company => {
                    SummaryOf::Company(parsed(row, "key", |text| Npp::parse(text).ok())?, row.get("name")?)
                }
                SummaryBy::Ro => SummaryOf::Ro(row.get("key")?),
            };
            Ok(SummaryRow { of, entries: row.get(2)?, cards: row.get(3)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
