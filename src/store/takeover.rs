//! Rows taken over from the old Excel register: added once however often they come, taken back as a whole.

use super::{Store, StoreError, audit, parsed};
use crate::domain::old_register::{Identity, Known, OldEntry};
use crate::domain::{Npp, ReceiptStatus};
use crate::progress::Cancelled;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};
use std::collections::BTreeMap;
use std::fmt;

/// The number of a take-over, from 1, made by the store alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TakeOverId(i64);

impl TakeOverId {
    /// The number that a person names.
    #[must_use]
    pub fn of(number: u32) -> Self {
        Self(number.into())
    }

    /// The same number.
    #[must_use]
    pub fn number(self) -> i64 {
        self.0
    }
}

impl fmt::Display for TakeOverId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Rows of an old register, to be added as far as they are new.
#[derive(Debug, Clone, Copy)]
pub struct NewTakeOver<'a> {
    /// File name without its folder.
    pub file_name: &'a str,
    /// SHA-256 of the file's bytes.
    pub file_hash: &'a str,
    /// Sheet, row number and entry, in the file's order.
    pub rows: &'a [(Option<&'a str>, u32, &'a OldEntry)],
}

/// A take-over as it stands in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeOver {
    /// Its number.
    pub id: TakeOverId,
    /// When.
    pub at: DateTime<Utc>,
    /// File name without its folder.
    pub file: String,
    /// Rows that it added.
    pub rows: usize,
    /// Cards in them.
    pub cards: u64,
    /// When and why it was undone.
    pub undone: Option<(DateTime<Utc>, String)>,
}

/// Why a take-over was not undone.
#[derive(Debug, thiserror::Error)]
pub enum UndoError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is none of this number.
    #[error("no take-over {0}")]
    NotFound(TakeOverId),
    /// It was undone before.
    #[error("take-over {0} was undone before")]
    AlreadyUndone(TakeOverId),
}

impl From<rusqlite::Error> for UndoError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

impl Store {
    /// Which of these rows the register does not hold yet, by their place.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn new_rows(&self, rows: &[(Option<&str>, u32, &OldEntry)]) -> Result<Vec<usize>, StoreError> {
        new_rows(&self.connection, rows)
    }

    /// Adds the rows that the register does not hold yet, their companies and an audit entry, in one transaction. Returns
    /// the number of the take-over and of rows added; `None` where every row was known, and then writes nothing.
    ///
    /// A company that is known keeps its name: what an old register calls it is history. `listen` hears how many of how
    /// many rows are written.
    ///
    /// # Errors
    /// [`StoreError`] (as `E`), or `E` when the user stopped; then nothing was written.
    pub fn take_over<E: From<StoreError> + From<Cancelled>>(
        &mut self,
        new: &NewTakeOver<'_>,
        listen: &dyn Fn(usize, usize) -> Result<(), Cancelled>,
    ) -> Result<Option<(TakeOverId, usize)>, E> {
        let begin = self.connection.transaction_with_behavior(TransactionBehavior::Immediate);
        let act = begin.map_err(StoreError::from)?;
        let places = new_rows(&act, new.rows)?;
        if places.is_empty() {
            return Ok(None);
        }
        let id = write::<E>(&act, new, &places, listen)?;
        act.commit().map_err(StoreError::from)?;
        Ok(Some((TakeOverId(id), places.len())))
    }

    /// Every take-over, the newest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn take_overs(&self) -> Result<Vec<TakeOver>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, at, file_name, rows, cards, undone_at, undone_reason FROM takeover ORDER BY id DESC",
        )?;
        let moment = |text: &str| DateTime::parse_from_rfc3339(text).ok().map(|at| at.to_utc());
        let rows = statement.query_map([], |row| {
            let reason: Option<String> = row.get("undone_reason")?;
            Ok(TakeOver {
                id: TakeOverId(row.get("id")?),
                at: parsed(row, "at", moment)?,
                file: row.get("file_name")?,
                rows: row.get("rows")?,
                cards: row.get("cards")?,
                undone: reason
                    .map(|reason| Ok::<_, rusqlite::Error>((parsed(row, "undone_at", moment)?, reason)))
                    .transpose()?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Takes a whole take-over back: its rows stay in the database and are in no list and no total any more. Returns how
    /// many there were.
    ///
    /// # Errors
    /// [`UndoError`]; then nothing was written.
    pub fn undo_take_over(&mut self, id: TakeOverId, reason: &str) -> Result<usize, UndoError> {
        let act = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let undone = act
            .query_row("SELECT undone_at IS NOT NULL FROM takeover WHERE id = ?1", [id.0], |row| row.get::<_, bool>(0))
            .optional()?;
        match undone {
            None => return Err(UndoError::NotFound(id)),
            Some(true) => return Err(UndoError::AlreadyUndone(id)),
            Some(false) => {}
        }
        let rows = act.execute("UPDATE register SET withdrawn = 1 WHERE takeover_id = ?1", [id.0])?;
        act.execute("UPDATE takeover SET undone_at = ?2, undone_reason = ?3 WHERE id = ?1", (id.0, now(), reason))?;
        audit::record(&act, "take-over-undone", &format!("take-over {id}"), &format!("{rows} rows"))?;
        act.commit()?;
        Ok(rows)
    }
}

/// Writes a take-over with the rows at these places; returns its number.
fn write<E: From<StoreError> + From<Cancelled>>(
    act: &Transaction<'_>,
    new: &NewTakeOver<'_>,
    places: &[usize],
    listen: &dyn Fn(usize, usize) -> Result<(), Cancelled>,
) -> Result<i64, E> {
    let sql = |error: rusqlite::Error| E::from(StoreError::from(error));
    let rows: Vec<_> = places.iter().filter_map(|place| new.rows.get(*place)).collect();
    let cards: u64 = rows.iter().map(|(_, _, entry)| u64::from(entry.cards)).sum();
    act.execute(
        "INSERT INTO takeover (at, file_name, file_hash, rows, cards) VALUES (?1, ?2, ?3, ?4, ?5)",
        (now(), new.file_name, new.file_hash, rows.len(), cards),
    )
    .map_err(sql)?;
    let id = act.last_insert_rowid();
    let companies = companies(act, rows.iter().map(|(_, _, entry)| *entry))?;
    let mut insert = act
        .prepare(
            "INSERT INTO register (day, company_id, company_name, ro, cards, takeover_id, source_sheet, source_row)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )
        .map_err(sql)?;
    for (done, (sheet, row, entry)) in rows.iter().enumerate() {
        listen(done, rows.len())?;
        let company = companies.get(&entry.npp).ok_or(StoreError::Damaged("a company"))?;
        let OldEntry { date, company: name, ro, cards, .. } = entry;
        insert.execute((date.to_string(), company, name, ro, cards, id, sheet, row)).map_err(sql)?;
    }
    let about = format!("{} rows, {cards} cards, sha256 {}", rows.len(), new.file_hash);
    audit::record(act, "register-taken-over", &format!("take-over {id}"), &about)?;
    Ok(id)
}

fn now() -> String {
    Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn new_rows(connection: &Connection, rows: &[(Option<&str>, u32, &OldEntry)]) -> Result<Vec<usize>, StoreError> {
    let mut known = known(connection, rows.iter().map(|(_, _, entry)| entry.date))?;
    let identities = rows.iter().map(|(_, _, e)| Identity::new(e.date, e.npp, &e.company, e.cards));
    Ok(identities.enumerate().filter(|(_, identity)| !known.take(identity)).map(|(place, _)| place).collect())
}

/// The register's own rows between the first and the last of these days: taken over and issued alike, for an office may have
/// kept its workbook for a while beside the program. Void receipts are left out: they stand for no cards.
fn known(connection: &Connection, days: impl Iterator<Item = NaiveDate> + Clone) -> Result<Known, StoreError> {
    let mut known = Known::default();
    let (Some(first), Some(last)) = (days.clone().min(), days.max()) else { return Ok(known) };
    let mut statement = connection.prepare_cached(
        "SELECT day, npp, company_name, cards FROM register
         JOIN company ON company.id = register.company_id
         WHERE day BETWEEN ?1 AND ?2 AND withdrawn = 0 AND state <> ?3",
    )?;
    let mut rows = statement.query((first.to_string(), last.to_string(), ReceiptStatus::Void.as_str()))?;
    while let Some(row) = rows.next()? {
        let npp = parsed(row, "npp", |text| Npp::parse(text).ok())?;
        let name: String = row.get("company_name")?;
        known.add(Identity::new(parsed(row, "day", |text| text.parse().ok())?, npp, &name, row.get("cards")?));
    }
    Ok(known)
}

/// The ids of the companies, which are made where they are not known, with their newest name.
fn companies<'a>(
    act: &Transaction<'_>,
    entries: impl Iterator<Item = &'a OldEntry>,
) -> Result<BTreeMap<Npp, i64>, StoreError> {
    let mut newest: BTreeMap<Npp, &OldEntry> = BTreeMap::new();
    for entry in entries {
        let known = newest.entry(entry.npp).or_insert(entry);
        if entry.date >= known.date {
            *known = entry;
        }
    }
    let mut insert =
        act.prepare("INSERT INTO company (npp, name, ro) VALUES (?1, ?2, ?3) ON CONFLICT (npp) DO NOTHING")?;
    let mut find = act.prepare("SELECT id FROM company WHERE npp = ?1")?;
    newest
        .into_values()
        .map(|entry| {
            insert.execute((entry.npp.as_str(), &entry.company, &entry.ro))?;
            Ok((entry.npp, find.query_row([entry.npp.as_str()], |row| row.get(0))?))
        })
        .collect()
}
