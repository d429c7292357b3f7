//! The rows that a search finds. Name, NPP, number and KPJ are looked up each by itself, for no index answers all of them at once.

use super::filter::{Condition, ways};
use super::{Filter, Totals};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

/// The rows that a filter with a search lets through: one bit for each row that the register ever had.
#[derive(Debug, Default)]
pub(super) struct Hits {
    bits: Vec<u64>,
    /// Ids that are in use end before this one.
    end: i64,
    pub(super) totals: Totals,
}

impl Hits {
    /// What the search of `filter` finds under its other conditions; `None` where it searches for nothing.
    pub(super) fn of(connection: &Connection, filter: &Filter) -> Result<Option<Self>, rusqlite::Error> {
        let Some(search) = filter.searched() else { return Ok(None) };
        let last: i64 =
            connection.prepare_cached("SELECT coalesce(max(id), 0) FROM register")?.query_row([], |row| row.get(0))?;
        let mut hits = Self { end: last.saturating_add(1), ..Self::default() };
        for (sql, values) in statements(filter, search) {
            let mut statement = connection.prepare_cached(&sql)?;
            let mut rows = statement.query(params_from_iter(values))?;
            while let Some(row) = rows.next()? {
                if hits.add(row.get(0)?) {
                    hits.totals.entries += 1;
                    hits.totals.cards += row.get::<_, u64>(1)?;
                }
            }
        }
        Ok(Some(hits))
    }

    fn place(id: i64) -> (usize, u64) {
        let id = usize::try_from(id).unwrap_or_default();
        (id / 64, 1 << (id % 64))
    }

    /// Whether it was not there before.
    fn add(&mut self, id: i64) -> bool {
        let (word, bit) = Self::place(id);
        if word >= self.bits.len() {
            self.bits.resize(word + 1, 0);
        }
        let new = self.bits[word] & bit == 0;
        self.bits[word] |= bit;
        new
    }

    pub(super) fn contains(&self, id: i64) -> bool {
        let (word, bit) = Self::place(id);
        self.bits.get(word).is_some_and(|found| found & bit != 0)
    }

    /// Whether fewer than one row in `so_many` is among them.
    pub(super) fn is_rare(&self, so_many: u64) -> bool {
        self.totals.entries.saturating_mul(so_many) < u64::try_from(self.end).unwrap_or_default()
    }

    /// Their ids as a JSON list.
    pub(super) fn as_json(&self) -> String {
        let ids = (0..self.end).filter(|id| self.contains(*id)).map(|id| id.to_string());
        format!("[{}]", ids.collect::<Vec<_>>().join(","))
    }
}

/// The statements that together give every row, some perhaps twice, and its cards that count.
pub(super) fn statements(filter: &Filter, search: &str) -> Vec<(String, Vec<Value>)> {
    let Condition { sql, values } = Condition::of(filter);
    let cards = "CASE register.state WHEN 'void' THEN 0 ELSE register.cards END";
    ways(search)
        .into_iter()
        .map(|(found_by, text)| {
            let values = std::iter::once(Value::Text(text)).chain(values.iter().cloned()).collect();
            (format!("SELECT register.id, {cards} FROM {found_by} AND {sql}"), values)
        })
        .collect()
}
