//! Companies: what is known of them, how that changed, and which are one.

use super::{Store, StoreError, audit, day, parsed};
use crate::domain::Npp;
use crate::domain::company::{CompanyChange, CompanyField, CompanyFile, CompanyLine, Merger, NameInUse};
use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior};

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum CompanyError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No company has this number.
    #[error("no company {0}")]
    NotFound(Npp),
    /// A company was to be merged into itself, or into one that is merged into it.
    #[error("company {0} is the same already")]
    Same(Npp),
    /// It was not merged into another.
    #[error("company {0} is not merged")]
    NotMerged(Npp),
}

impl From<rusqlite::Error> for CompanyError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

/// Sums of each company's own rows; those of merged ones are added where it is read.
const LINES: &str = "
    WITH sums AS (
        SELECT coalesce(own.merged_into, own.id) AS id, sum(entries) AS entries, sum(cards) AS cards, max(last) AS last
        FROM (SELECT company_id, count(*) AS entries, sum(cards) AS cards, max(day) AS last
              FROM register WHERE withdrawn = 0 AND state <> 'void' AND (?1 IS NULL OR company_id IN (
                  SELECT id FROM company WHERE npp = ?1
                  UNION ALL SELECT id FROM company WHERE merged_into = (SELECT id FROM company WHERE npp = ?1)))
              GROUP BY company_id) AS rows
        JOIN company AS own ON own.id = rows.company_id
        GROUP BY 1
    )
    SELECT company.npp, company.name, company.ro, company.email, root.npp AS merged_into,
           coalesce(entries, 0) AS entries, coalesce(cards, 0) AS cards, last,
           company.address, company.division, company.id
    FROM company
    LEFT JOIN company AS root ON root.id = company.merged_into
    LEFT JOIN sums ON sums.id = company.id
    WHERE (?1 IS NULL OR company.npp = ?1)";

impl Store {
    /// The companies whose name or number has `search` in it, by name. Without a text, all.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn companies(&self, search: &str) -> Result<Vec<CompanyLine>, StoreError> {
        let pattern = super::register::contains(search.trim());
        let mut statement = self.connection.prepare_cached(&format!(
            "{LINES} AND (company.name LIKE ?2 ESCAPE '!' OR company.npp LIKE ?2 ESCAPE '!')
             ORDER BY company.name COLLATE NOCASE, company.npp"
        ))?;
        let rows = statement.query_map((None::<&str>, pattern), line)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Everything known of a company.
    ///
    /// # Errors
    /// [`CompanyError::NotFound`], [`CompanyError::Store`].
    pub fn company_file(&self, npp: &Npp) -> Result<CompanyFile, CompanyError> {
        let mut statement = self.connection.prepare_cached(LINES)?;
        let found = statement
            .query_row([npp.as_str()], |row| {
                Ok((line(row)?, row.get("address")?, row.get("division")?, row.get::<_, i64>("id")?))
            })
            .optional()?;
        let (line, address, division, id) = found.ok_or(CompanyError::NotFound(*npp))?;
        let mut aliases =
            self.connection.prepare_cached("SELECT npp, name FROM company WHERE merged_into = ?1 ORDER BY npp")?;
        let mut names = self.connection.prepare_cached(
            "SELECT npp, company_name, min(day) AS first, max(day) AS last, count(*) AS entries
             FROM register JOIN company ON company.id = register.company_id
             WHERE withdrawn = 0 AND company_id IN (SELECT id FROM company WHERE id = ?1 OR merged_into = ?1)
             GROUP BY npp, company_name ORDER BY first, company_name",
        )?;
        let mut changes = self.connection.prepare_cached(
            "SELECT at, actor, field, old, new, reason FROM company_change WHERE company_id = ?1 ORDER BY id DESC",
        )?;
        let name_in_use = |row: &Row<'_>| {
            Ok(NameInUse {
                npp: npp_of(row)?,
                name: row.get("company_name")?,
                first: parsed(row, "first", |text| text.parse().ok())?,
                last: parsed(row, "last", |text| text.parse().ok())?,
                entries: row.get("entries")?,
            })
        };
        let change = |row: &Row<'_>| {
            Ok(CompanyChange {
                at: parsed(row, "at", |text| DateTime::parse_from_rfc3339(text).ok().map(|at| at.to_utc()))?,
                actor: row.get("actor")?,
                field: row.get("field")?,
                old: row.get("old")?,
                new: row.get("new")?,
                reason: row.get("reason")?,
            })
        };
        Ok(CompanyFile {
            line,
            address,
            division,
            aliases: aliases.query_map([id], |row| Ok((npp_of(row)?, row.get("name")?)))?.collect::<Result<_, _>>()?,
            names: names.query_map([id], name_in_use)?.collect::<Result<_, _>>()?,
            changes: changes.query_map([id], change)?.collect::<Result<_, _>>()?,
        })
    }

    /// Writes what a person says of a company; an empty text takes a value away. Only what differs is written, with a note of
    /// what it was. Returns how many fields changed.
    ///
    /// # Errors
    /// [`CompanyError`]; then nothing was written.
    pub fn set_company(&mut self, npp: &Npp, fields: &[(CompanyField, String)]) -> Result<usize, CompanyError> {
        let act = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let id = id_of(&act, *npp)?.0;
        let mut count = 0;
        for (field, new) in fields {
            let column = field.as_str();
            let old: Option<String> =
                act.query_row(&format!("SELECT {column} FROM company WHERE id = ?1"), [id], |row| row.get(0))?;
            let new = (!new.is_empty()).then_some(new.as_str());
            if old.as_deref() != new {
                act.execute(&format!("UPDATE company SET {column} = ?2 WHERE id = ?1"), (id, new))?;
                changed(&act, id, column, old.as_deref(), new, None)?;
                count += 1;
            }
        }
        if count > 0 {
            audit::record(&act, "company-changed", &format!("NPP {npp}"), &format!("{count} fields"))?;
        }
        act.commit()?;
        Ok(count)
    }

    /// What [`Store::merge_companies`] would move.
    ///
    /// # Errors
    /// [`CompanyError`], as there.
    pub fn merger(&self, from: &Npp, into: &Npp) -> Result<Merger, CompanyError> {
        // one moment for all of it
        let view = self.connection.unchecked_transaction()?;
        let (from_id, into_id) = pair(&view, *from, *into)?;
        let named = |id: i64| {
            view.query_row("SELECT npp, name FROM company WHERE id = ?1", [id], |row| {
                Ok((npp_of(row)?, row.get("name")?))
            })
        };
        let mut followers = view.prepare_cached("SELECT npp, name FROM company WHERE merged_into = ?1 ORDER BY npp")?;
        let (entries, cards) = view.query_row(
            "SELECT count(*), coalesce(sum(cards), 0) FROM register WHERE withdrawn = 0 AND state <> 'void'
             AND company_id IN (SELECT id FROM company WHERE id = ?1 OR merged_into = ?1)",
            [from_id],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let followers =
            followers.query_map([from_id], |row| Ok((npp_of(row)?, row.get("name")?)))?.collect::<Result<_, _>>()?;
        Ok(Merger { from: named(from_id)?, into: named(into_id)?, entries, cards, followers })
    }

    /// Makes `from` another number of `into`: its rows stay as they are and count there. Companies that were merged into `from`
    /// follow.
    ///
    /// # Errors
    /// [`CompanyError`]; then nothing was written.
    pub fn merge_companies(&mut self, from: &Npp, into: &Npp, reason: &str) -> Result<(), CompanyError> {
        let act = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (from_id, root) = pair(&act, *from, *into)?;
        act.execute("UPDATE company SET merged_into = ?2 WHERE id = ?1 OR merged_into = ?1", (from_id, root))?;
        changed(&act, from_id, "merged", None, Some(into.as_str()), Some(reason))?;
        audit::record(&act, "company-merged", &format!("NPP {from}"), &format!("into NPP {into}"))?;
        act.commit()?;
        Ok(())
    }

    /// Takes a merge back. What was merged into `npp` itself before goes back with it.
    ///
    /// # Errors
    /// [`CompanyError`]; then nothing was written.
    pub fn part_companies(&mut self, npp: &Npp, reason: &str) -> Result<(), CompanyError> {
        let act = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (id, root) = id_of(&act, *npp)?;
        let root = root.ok_or(CompanyError::NotMerged(*npp))?;
        let old: String = act.query_row("SELECT npp FROM company WHERE id = ?1", [root], |row| row.get(0))?;
        act.execute("UPDATE company SET merged_into = NULL WHERE id = ?1", [id])?;
        // Whom a person put into whom stands among the changes; the table itself only knows the last of the chain.
        act.execute(
            "WITH RECURSIVE said (company_id, npp) AS (
                 SELECT company_id, new FROM company_change AS change WHERE field = 'merged' AND id = (
                     SELECT max(id) FROM company_change WHERE field = 'merged' AND company_id = change.company_id)
             ), below (id) AS (
                 VALUES (?1)
                 UNION
                 SELECT said.company_id FROM below
                 JOIN company ON company.id = below.id
                 JOIN said ON said.npp = company.npp
             )
             UPDATE company SET merged_into = ?1 WHERE id IN (SELECT id FROM below) AND id <> ?1 AND merged_into = ?2",
            (id, root),
        )?;
        changed(&act, id, "merged", Some(&old), None, Some(reason))?;
        audit::record(&act, "company-parted", &format!("NPP {npp}"), &format!("from NPP {old}"))?;
        act.commit()?;
        Ok(())
    }
}

/// The rows of a company that goes into another, and of the one that it will count in.
fn pair(act: &Connection, from: Npp, into: Npp) -> Result<(i64, i64), CompanyError> {
    let (from_id, before) = id_of(act, from)?;
    let (into_id, root) = id_of(act, into)?;
    let root = root.unwrap_or(into_id);
    if root == from_id || before == Some(root) { Err(CompanyError::Same(from)) } else { Ok((from_id, root)) }
}

fn npp_of(row: &Row<'_>) -> Result<Npp, rusqlite::Error> {
    parsed(row, "npp", |text| Npp::parse(text).ok())
}

/// The row of a company, and of the one that it was merged into.
fn id_of(act: &Connection, npp: Npp) -> Result<(i64, Option<i64>), CompanyError> {
    let mut statement = act.prepare_cached("SELECT id, merged_into FROM company WHERE npp = ?1")?;
    let found = statement.query_row([npp.as_str()], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    found.ok_or(CompanyError::NotFound(npp))
}

/// Notes a change inside its act.
pub(super) fn changed(
    act: &Connection,
    company: i64,
    field: &str,
    old: Option<&str>,
    new: Option<&str>,
    reason: Option<&str>,
) -> Result<(), StoreError> {
    act.execute(
        "INSERT INTO company_change (company_id, at, actor, field, old, new, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (company, Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true), audit::actor(), field, old, new, reason),
    )?;
    Ok(())
}

fn line(row: &Row<'_>) -> Result<CompanyLine, rusqlite::Error> {
    let merged: Option<String> = row.get("merged_into")?;
    Ok(CompanyLine {
        npp: parsed(row, "npp", |text| Npp::parse(text).ok())?,
        name: row.get("name")?,
        ro: row.get("ro")?,
        email: row.get("email")?,
        merged_into: merged.map(|_| parsed(row, "merged_into", |text| Npp::parse(text).ok())).transpose()?,
        entries: row.get("entries")?,
        cards: row.get("cards")?,
        last: day(row, "last")?,
    })
}
