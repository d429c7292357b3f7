//! Lists that were read and wait to be issued, and what else is still to do.

use super::{Store, StoreError, audit, day, parsed};
use crate::domain::work::{OpenWork, PendingId, Since, Step, Subject};
use crate::domain::{Counts, Npp, ReceiptNumber};
use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior};

/// A list that waits, without its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingList {
    /// Name of its file, without the folder.
    pub file_name: String,
    /// SHA-256 of the file's bytes.
    pub file_hash: String,
    /// The company's number, as the user or the file says it.
    pub npp: Option<Npp>,
    /// Its name, likewise.
    pub company: Option<String>,
    /// Its relationship officer.
    pub ro: Option<String>,
    /// Its e-mail address.
    pub email: Option<String>,
    /// When its data was entered.
    pub entered: Option<NaiveDate>,
    /// When its contribution was posted.
    pub posted: Option<NaiveDate>,
    /// When the list came in.
    pub received: NaiveDate,
    /// Its rows by status, when it was last judged.
    pub counts: Counts,
    /// How many of its rows have no KPJ yet.
    pub without_kpj: usize,
}

impl PendingList {
    /// What it waits for.
    #[must_use]
    pub fn step(&self) -> Step {
        if self.without_kpj > 0 { Step::AwaitingKpj } else { Step::ToIssue }
    }

    /// The day its age is counted from: posted, else entered, else received.
    #[must_use]
    pub fn since(&self) -> (NaiveDate, Since) {
        oldest_known(self.posted, self.entered, (self.received, Since::Received))
    }

    fn open_work(self, id: PendingId) -> OpenWork {
        let (since, counted_from) = self.since();
        OpenWork {
            subject: Subject::Pending(id),
            step: self.step(),
            npp: self.npp,
            cards: u32::try_from(self.counts.rows).unwrap_or(u32::MAX),
            company: self.company.unwrap_or(self.file_name),
            since,
            counted_from,
        }
    }
}

/// The service level counts from the posting; where that day is not known, from what comes nearest to it.
fn oldest_known(
    posted: Option<NaiveDate>,
    entered: Option<NaiveDate>,
    otherwise: (NaiveDate, Since),
) -> (NaiveDate, Since) {
    match (posted, entered) {
        (Some(day), _) => (day, Since::Posted),
        (None, Some(day)) => (day, Since::Entered),
        (None, None) => otherwise,
    }
}

const COLUMNS: &str = "id, file_name, file_hash, npp, company, ro, email, entered, posted, received,
                       rows_in_file, rows_ready, rows_warning, rows_rejected, rows_without_kpj";

impl Store {
    /// Keeps a list with its rows (`content`, the text of the import). A list from the same file that waits already is
    /// replaced; it keeps its id, the day it came in, and what was said of its company and is not said now.
    ///
    /// # Errors
    /// [`StoreError`]; what was kept before then stays.
    pub fn keep(&mut self, list: &PendingList, content: &str) -> Result<PendingId, StoreError> {
        let act = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let known: Option<i64> = act
            .query_row("SELECT id FROM pending WHERE file_hash = ?1 AND state = 'open'", [&list.file_hash], |row| {
                row.get(0)
            })
            .optional()?;
        let id = act.query_row(
            "INSERT INTO pending (id, file_name, file_hash, npp, company, ro, email, entered, posted, received, rows_in_file,
                                  rows_ready, rows_warning, rows_rejected, rows_without_kpj, state, content)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, 'open', ?16)
             ON CONFLICT (id) DO UPDATE SET
                 file_name = excluded.file_name, npp = coalesce(excluded.npp, npp),
                 company = coalesce(excluded.company, company), ro = coalesce(excluded.ro, ro),
                 email = coalesce(excluded.email, email), entered = coalesce(excluded.entered, entered),
                 posted = coalesce(excluded.posted, posted),
                 rows_in_file = excluded.rows_in_file, rows_ready = excluded.rows_ready,
                 rows_warning = excluded.rows_warning, rows_rejected = excluded.rows_rejected,
                 rows_without_kpj = excluded.rows_without_kpj, content = excluded.content
             RETURNING id",
            rusqlite::params![
                known,
                list.file_name,
                list.file_hash,
                list.npp.map(|npp| npp.to_string()),
                list.company,
                list.ro,
                list.email,
                list.entered.map(|day| day.to_string()),
                list.posted.map(|day| day.to_string()),
                list.received.to_string(),
                list.counts.rows,
                list.counts.ready,
                list.counts.warning,
                list.counts.rejected,
                list.without_kpj,
                content,
            ],
            |row| row.get(0),
        )?;
        if known.is_none() {
            audit::record(&act, "list-kept", &format!("list {id}"), &format!("{} rows", list.counts.rows))?;
        }
        act.commit()?;
        Ok(PendingId(id))
    }

    /// The lists that wait, the first that came first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn pending(&self) -> Result<Vec<(PendingId, PendingList)>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("SELECT {COLUMNS} FROM pending WHERE state = 'open' ORDER BY received, id"))?;
        let rows = statement.query_map([], list)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A list that waits, with its rows; `None` where it was issued or withdrawn meanwhile.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn pending_list(&self, id: PendingId) -> Result<Option<(PendingList, String)>, StoreError> {
        self.pending_where("id = ?1", id.0).map(|found| found.map(|(_, list, content)| (list, content)))
    }

    /// The list of the file with this SHA-256 that waits, with its rows.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn pending_from(&self, file_hash: &str) -> Result<Option<(PendingId, PendingList, String)>, StoreError> {
        self.pending_where("file_hash = ?1", file_hash)
    }

    fn pending_where(
        &self,
        condition: &str,
        value: impl rusqlite::ToSql,
    ) -> Result<Option<(PendingId, PendingList, String)>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("SELECT {COLUMNS}, content FROM pending WHERE state = 'open' AND {condition}"))?;
        let read = |row: &Row<'_>| list(row).and_then(|(id, list)| Ok((id, list, row.get("content")?)));
        Ok(statement.query_row([value], read).optional()?)
    }

    /// Takes back a list that was not issued: its people leave the database, that it was here stays. `false` where it does
    /// not wait any more.
    ///
    /// # Errors
    /// [`StoreError`]; the list then still waits.
    pub fn withdraw(&mut self, id: PendingId, reason: &str) -> Result<bool, StoreError> {
        let act = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let withdrawn = act.execute(
            "UPDATE pending SET state = 'withdrawn', content = NULL WHERE id = ?1 AND state = 'open'",
            [id.0],
        )? > 0;
        if withdrawn {
            audit::record(&act, "list-withdrawn", &format!("list {}", id.0), reason)?;
        }
        act.commit()?;
        Ok(withdrawn)
    }

    /// Everything that somebody has still something to do with: lists that wait, receipts that were not printed or not
    /// handed over.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn open_work(&self) -> Result<Vec<OpenWork>, StoreError> {
        let mut work: Vec<_> = self.pending()?.into_iter().map(|(id, list)| list.open_work(id)).collect();
        let mut statement = self.connection.prepare_cached(
            "SELECT receipt.number, receipt.status, npp, company_name, register.cards, day, entered, posted,
                    (SELECT count(*) FROM misprint JOIN card ON card.id = card_id
                     WHERE card.receipt_id = receipt.id AND settled_at IS NULL) AS spoilt
             FROM receipt
             JOIN batch ON batch.id = receipt.batch_id
             JOIN register ON register.receipt_id = receipt.id
             JOIN company ON company.id = register.company_id
             WHERE receipt.status IN ('issued', 'printed')
             ORDER BY receipt.id",
        )?;
        let rows = statement.query_map([], |row| {
            let issued = parsed(row, "day", |text| text.parse().ok())?;
            let (since, counted_from) =
                oldest_known(day(row, "posted")?, day(row, "entered")?, (issued, Since::Issued));
            let (cards, spoilt): (u32, u32) = (row.get("cards")?, row.get("spoilt")?);
            let (step, cards) = match (row.get_ref("status")?.as_str()? == "issued", spoilt) {
                (true, _) => (Step::ToPrint, cards),
                // printed, but for those that came out spoilt
                (false, 1..) => (Step::ToPrint, spoilt),
                (false, 0) => (Step::ToHandOver, cards),
            };
            Ok(OpenWork {
                subject: Subject::Receipt(ReceiptNumber(row.get("number")?)),
                step,
                npp: Some(parsed(row, "npp", |text| Npp::parse(text).ok())?),
                company: row.get("company_name")?,
                cards,
                since,
                counted_from,
            })
        })?;
        for item in rows {
            work.push(item?);
        }
        Ok(work)
    }
}

/// Says that the list of this file was issued: its people are on cards now.
pub(super) fn issued(act: &Connection, file_hash: &str, receipt_id: i64) -> Result<(), StoreError> {
    act.execute(
        "UPDATE pending SET state = 'issued', content = NULL, receipt_id = ?2 WHERE file_hash = ?1 AND state = 'open'",
        (file_hash, receipt_id),
    )?;
    Ok(())
}

fn list(row: &Row<'_>) -> Result<(PendingId, PendingList), rusqlite::Error> {
    let npp: Option<String> = row.get("npp")?;
    let list = PendingList {
        file_name: row.get("file_name")?,
        file_hash: row.get("file_hash")?,
        npp: npp.and_then(|npp| Npp::parse(&npp).ok()),
        company: row.get("company")?,
        ro: row.get("ro")?,
        email: row.get("email")?,
        entered: day(row, "entered")?,
        posted: day(row, "posted")?,
        received: parsed(row, "received", |text| text.parse().ok())?,
        counts: Counts {
            rows: row.get("rows_in_file")?,
            ready: row.get("rows_ready")?,
            warning: row.get("rows_warning")?,
            rejected: row.get("rows_rejected")?,
        },
        without_kpj: row.get("rows_without_kpj")?,
    };
    Ok((PendingId(row.get("id")?), list))
}
