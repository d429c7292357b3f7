//! The register in the order of any column: which rows there are, as a list of ids. A million of them is eight megabytes, any place
//! in it is a step away, and what stands there is read when somebody looks.

use super::filter::Condition;
use super::hits::Hits;
use super::{EntryId, Filter};
use crate::progress::Cancelled;
use crate::store::proof::interruptible;
use crate::store::{Store, StoreError};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

/// By which column the register is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SortBy {
    /// The register's day.
    #[default]
    Date,
    /// The receipt's number: its year, then its place in the year. Rows of the old register have none and come before the first.
    Number,
    /// The company's number.
    Npp,
    /// The company's name, as the row has it.
    Company,
    /// The relationship officer, as the row has it; rows without one come before the first.
    Ro,
    /// Number of cards.
    Cards,
    /// Status, by its key.
    Status,
}

impl SortBy {
    /// Every column.
    pub const ALL: [Self; 7] =
        [Self::Date, Self::Number, Self::Npp, Self::Company, Self::Ro, Self::Cards, Self::Status];

    /// The key on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Number => "number",
            Self::Npp => "npp",
            Self::Company => "company",
            Self::Ro => "ro",
            Self::Cards => "cards",
            Self::Status => "status",
        }
    }

    /// What is compared; each has an index that begins so and goes on with the day.
    fn column(self) -> &'static str {
        match self {
            Self::Date => "register.day",
            Self::Number => "register.numbered",
            Self::Npp => "company.npp",
            Self::Company => "register.company_name COLLATE NOCASE",
            Self::Ro => "register.ro COLLATE NOCASE",
            Self::Cards => "register.cards",
            Self::Status => "register.state",
        }
    }

    /// Companies by number, and the rows of each: an index for both, and nothing is left to sort but the rows of one company. Without
    /// a word the planner reads the companies as they come and sorts every row.
    fn tables(self, register: &str) -> String {
        match self {
            Self::Npp if register == "register" => "company INDEXED BY sqlite_autoindex_company_1
                          CROSS JOIN register ON register.company_id = company.id"
                .to_owned(),
            Self::Npp => format!("{register} CROSS JOIN company ON company.id = register.company_id"),
            _ => register.to_owned(),
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

impl Sort {
    /// As a person looks for work: the newest first.
    pub const NEWEST_FIRST: Self = Self { by: SortBy::Date, descending: true };
    /// As the office's workbook runs: the oldest first.
    pub const OLDEST_FIRST: Self = Self { by: SortBy::Date, descending: false };

    fn order(self) -> String {
        let (column, direction) = (self.by.column(), if self.descending { "DESC" } else { "ASC" });
        match self.by {
            SortBy::Date => format!("{column} {direction}, register.id {direction}"),
            _ => format!("{column} {direction}, register.day {direction}, register.id {direction}"),
        }
    }
}

/// What a filter lets through.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Rows, void ones too.
    pub entries: u64,
    /// Cards, without those of void rows.
    pub cards: u64,
}

/// All rows that a filter lets through, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Index {
    /// The rows.
    pub ids: Vec<EntryId>,
    /// Their sums.
    pub totals: Totals,
}

/// A search with fewer hits than one in so many rows sorts the hits; with more it walks all rows in their order.
const RARE: u64 = 32;

impl Store {
    /// All rows that `filter` lets through, in order; `listen` may break it off.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read; what `listen` says.
    pub fn register_index<E: From<StoreError> + From<Cancelled>>(
        &self,
        filter: &Filter,
        sort: Sort,
        listen: &(dyn Fn() -> Result<(), Cancelled> + Sync),
    ) -> Result<Index, E> {
        interruptible(&self.connection, listen, |connection| {
            // both of one moment, though others write meanwhile
            let _view = connection.unchecked_transaction()?;
            let hits = Hits::of(connection, filter)?;
            let ids = ids(connection, filter, hits.as_ref(), sort, usize::MAX)?;
            let totals = hits.map_or_else(|| totals(connection, filter), |hits| Ok(hits.totals))?;
            Ok(Index { ids, totals })
        })
    }

    /// The first `limit` of these rows; without a search it costs the same however many there are.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn register_first(&self, filter: &Filter, sort: Sort, limit: usize) -> Result<Vec<EntryId>, StoreError> {
        let hits = Hits::of(&self.connection, filter)?;
        Ok(ids(&self.connection, filter, hits.as_ref(), sort, limit)?)
    }

    /// How many rows and cards `filter` lets through.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn register_totals(&self, filter: &Filter) -> Result<Totals, StoreError> {
        let hits = Hits::of(&self.connection, filter)?;
        Ok(hits.map_or_else(|| totals(&self.connection, filter), |hits| Ok(hits.totals))?)
    }
}

/// The statement that gives the rows in their order, and its values.
pub(super) fn statement(
    filter: &Filter,
    hits: Option<&Hits>,
    sort: Sort,
    limit: Option<usize>,
) -> (String, Vec<Value>) {
    let order = sort.order();
    let (tables, Condition { sql, values }) = match hits {
        // what a search found has met every other condition
        Some(hits) if hits.is_rare(RARE) => (
            sort.by.tables("json_each(?) AS hit CROSS JOIN register ON register.id = hit.value"),
            Condition { sql: "true".to_owned(), values: vec![Value::Text(hits.as_json())] },
        ),
        Some(_) => (sort.by.tables("register"), Condition::of(&Filter::default())),
        None => (sort.by.tables("register"), Condition::of(filter)),
    };
    let limit = limit.map_or_else(String::new, |limit| format!(" LIMIT {limit}"));
    (format!("SELECT register.id FROM {tables} WHERE {sql} ORDER BY {order}{limit}"), values)
}

fn ids(
    connection: &Connection,
    filter: &Filter,
    hits: Option<&Hits>,
    sort: Sort,
    limit: usize,
) -> Result<Vec<EntryId>, rusqlite::Error> {
    // a walk over all rows ends with the last hit that is wanted
    let (sql, values) = statement(filter, hits, sort, (hits.is_none() && limit < usize::MAX).then_some(limit));
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut ids = Vec::new();
    while ids.len() < limit
        && let Some(row) = rows.next()?
    {
        let id = row.get(0)?;
        if hits.is_none_or(|hits| hits.contains(id)) {
            ids.push(EntryId(id));
        }
    }
    Ok(ids)
}

/// The statement for the sums of a filter without a search, and its values.
pub(super) fn totals_statement(filter: &Filter) -> (String, Vec<Value>) {
    let Condition { sql, values } = Condition::of(filter);
    let cards = "coalesce(sum(CASE state WHEN 'void' THEN 0 ELSE cards END), 0)";
    (format!("SELECT count(*), {cards} FROM register WHERE {sql}"), values)
}

fn totals(connection: &Connection, filter: &Filter) -> Result<Totals, rusqlite::Error> {
    let (sql, values) = totals_statement(filter);
    let totals = |row: &rusqlite::Row<'_>| Ok(Totals { entries: row.get(0)?, cards: row.get(1)? });
    connection.prepare_cached(&sql)?.query_row(params_from_iter(values), totals)
}
