//! The register a page at a time, in the order of any column, however many rows it has: a page begins behind the last row of
//! the one before, and costs the same at the end as at the beginning.

use super::register::{condition, entry};
use super::{Filter, Store, StoreError};
use crate::domain::RegisterEntry;
use rusqlite::types::Value;

/// By which column the register is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SortBy {
    /// The register's day.
    #[default]
    Date,
    /// The company's number.
    Npp,
    /// The company's name, as the row has it.
    Company,
    /// Number of cards.
    Cards,
    /// Status, by its key.
    Status,
}

impl SortBy {
    /// Every column.
    pub const ALL: [Self; 5] = [Self::Date, Self::Npp, Self::Company, Self::Cards, Self::Status];

    /// The key on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Npp => "npp",
            Self::Company => "company",
            Self::Cards => "cards",
            Self::Status => "status",
        }
    }

    /// What is compared; each has an index that begins so and goes on with the day.
    fn column(self) -> &'static str {
        match self {
            Self::Date => "day",
            Self::Npp => "npp",
            Self::Company => "company_name COLLATE NOCASE",
            Self::Cards => "register.cards",
            Self::Status => "state",
        }
    }
}

/// In which order: by a column, then by day, then as they were entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub by: SortBy,
    /// The greatest first.
    pub descending: bool,
}

/// Where a page ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Cursor {
    key: Value,
    day: String,
    id: i64,
}

/// Some rows of the register.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The rows.
    pub rows: Vec<RegisterEntry>,
    /// Where the next page begins; `None` after the last row.
    pub next: Option<Cursor>,
}

/// What a filter lets through.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Rows, void ones too.
    pub entries: u64,
    /// Cards, without those of void rows.
    pub cards: u64,
}

impl Store {
    /// At most `limit` rows that `filter` lets through, behind `after` or from the beginning.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn register_page(
        &self,
        filter: &Filter,
        sort: Sort,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page, StoreError> {
        let column = sort.by.column();
        let (direction, beyond) = if sort.descending { ("DESC", "<") } else { ("ASC", ">") };
        // Companies by number, and the rows of each: both have an index, and no sorting is left to do.
        let tables = match sort.by {
            SortBy::Npp => "company CROSS JOIN register ON company.id = register.company_id",
            _ => "register CROSS JOIN company ON company.id = register.company_id",
        };
        let (mut condition, mut arguments) = condition(filter);
        if let Some(Cursor { key, day, id }) = after {
            condition
                .push_str(&format!(" AND {column} {beyond}= ? AND ({column}, day, register.id) {beyond} (?, ?, ?)"));
            arguments.extend([key.clone(), key.clone(), day.clone().into(), (*id).into()]);
        }
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT receipt.number, day, npp, company_name, register.cards, state AS status, register.ro, handed_over_to,
                    handed_over_on, register.id AS place, {column} AS sorted
             FROM {tables}
             LEFT JOIN receipt ON receipt.id = register.receipt_id
             WHERE {condition}
             ORDER BY {column} {direction}, day {direction}, register.id {direction}
             LIMIT {}",
            limit.saturating_add(1)
        ))?;
        let mut found = statement.query(rusqlite::params_from_iter(arguments))?;
        let mut page = Page { rows: Vec::with_capacity(limit.min(10_000)), next: None };
        let mut last = None;
        while let Some(row) = found.next()? {
            if page.rows.len() == limit {
                page.next = last;
                break;
            }
            page.rows.push(entry(row)?);
            last = Some(Cursor { key: row.get("sorted")?, day: row.get("day")?, id: row.get("place")? });
        }
        Ok(page)
    }

    /// How many rows and cards `filter` lets through.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn register_totals(&self, filter: &Filter) -> Result<Totals, StoreError> {
        let (condition, values) = condition(filter);
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT count(*), coalesce(sum(CASE state WHEN 'void' THEN 0 ELSE cards END), 0) FROM register WHERE {condition}"
        ))?;
        let totals = |row: &rusqlite::Row<'_>| Ok(Totals { entries: row.get(0)?, cards: row.get(1)? });
        Ok(statement.query_row(rusqlite::params_from_iter(values), totals)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Npp;
    use crate::domain::old_register::OldEntry;
    use crate::store::NewTakeOver;

    #[test]
    fn pages_of_any_size_and_order_hold_every_row_once_and_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(&folder.path().join("office.sqlite")).unwrap();
        let entry = |n: u32| OldEntry {
            date: chrono::NaiveDate::from_ymd_opt(2024, 1 + n % 3, 1 + n % 2).unwrap(),
            npp: Npp::parse(&format!("2410178{}", n % 4)).unwrap(),
            company: format!("{} contoh {}", if n.is_multiple_of(2) { "PT" } else { "cv" }, n % 5),
            cards: 1 + n % 3,
            ro: None,
        };
        let entries: Vec<_> = (0..60).map(entry).collect();
        let rows: Vec<_> = entries.iter().map(|entry| (None, 1, entry)).collect();
        let new = NewTakeOver { file_name: "old.csv", file_hash: "", rows: &rows };
        store.take_over::<StoreError>(&new, &|_, _| Ok(())).unwrap();
        let key = |by: SortBy, entry: &RegisterEntry| match by {
            SortBy::Date | SortBy::Status => String::new(),
            SortBy::Npp => entry.npp.to_string(),
            SortBy::Company => entry.company.to_lowercase(),
            SortBy::Cards => entry.cards.to_string(),
        };
        for by in SortBy::ALL {
            for descending in [false, true] {
                let mut all = Vec::new();
                let mut after = None;
                loop {
                    let page =
                        store.register_page(&Filter::default(), Sort { by, descending }, after.as_ref(), 7).unwrap();
                    all.extend(page.rows);
                    after = page.next;
                    if after.is_none() {
                        break;
                    }
                }
                assert_eq!(all.len(), 60);
                let mut keys: Vec<_> = all.iter().map(|entry| (key(by, entry), entry.date)).collect();
                if descending {
                    keys.reverse();
                }
                assert!(keys.is_sorted(), "{by:?} {descending}");
                let mut seen: Vec<_> = all.iter().map(|e| (e.date, e.npp, e.company.clone(), e.cards)).collect();
                seen.sort();
                let mut expected: Vec<_> =
                    entries.iter().map(|e| (e.date, e.npp, e.company.clone(), e.cards)).collect();
                expected.sort();
                assert_eq!(seen, expected);
            }
        }
        let totals =
            store.register_totals(&Filter { search: Some("CV contoh 1".into()), ..Filter::default() }).unwrap();
        assert_eq!(totals, Totals { entries: 6, cards: 12 });
    }
}
