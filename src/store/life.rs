//! What becomes of a receipt, as the database sees it: steps, spoilt cards, copies; and the whole of it read back.

use super::{Store, StoreError, audit, day, parsed, register};
use crate::domain::life::{CardEvent, CardEventKind, Change, Copy, MarkRefusal, Reprint, SpoiltCard, Step};
use crate::domain::{Kpj, Life, Mark, Npp, ReceiptNumber, ReceiptStatus, ReprintReason};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior};

/// Why a receipt was not marked or cancelled.
#[derive(Debug, thiserror::Error)]
pub enum LifeError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No receipt has this number.
    #[error("no such receipt")]
    NotFound,
    /// The rules of the office.
    #[error(transparent)]
    Refused(#[from] MarkRefusal),
}

impl From<rusqlite::Error> for LifeError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(error.into())
    }
}

impl Store {
    /// Marks a receipt; what is marked so already stays as it is. `today` is the day of a hand-over or an e-mail
    /// where the mark names none. Returns whether anything changed.
    ///
    /// # Errors
    /// [`LifeError`]; nothing was written then.
    pub fn mark(&mut self, number: &ReceiptNumber, mark: &Mark, today: NaiveDate) -> Result<bool, LifeError> {
        let act = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let changed = marked(&act, number, mark, today)?;
        act.commit()?;
        Ok(changed)
    }

    /// Cancels a receipt: number, row and documents stay, its KPJs may be issued again. A receipt that is void stays
    /// as it is. Returns whether anything changed.
    ///
    /// # Errors
    /// [`LifeError`]; nothing was written then.
    pub fn void(&mut self, number: &ReceiptNumber, reason: &str) -> Result<bool, LifeError> {
        let act = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (id, status) = found(&act, number)?.ok_or(LifeError::NotFound)?;
        if status == ReceiptStatus::Void {
            return Ok(false);
        }
        let stamp = Stamp::now();
        let step = NewStep { status: ReceiptStatus::Void, to: None, on: None, reason: Some(reason) };
        write_step(&act, id, &stamp, &step)?;
        settle(&act, id, None, &stamp)?;
        act.execute("UPDATE card SET active = 0 WHERE receipt_id = ?1", [id])?;
        let new = ReceiptStatus::Void.as_str();
        audit::record_change(&act, "voided", &number.0, "", Some(status.as_str()), Some(new))?;
        act.commit()?;
        Ok(true)
    }

    /// A receipt's row with everything that became of it; `None` where no receipt has this number.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn life(&self, number: &ReceiptNumber) -> Result<Option<Life>, StoreError> {
        // one moment for all of it
        let connection = &self.connection.unchecked_transaction()?;
        let Some((id, _)) = found(connection, number)? else { return Ok(None) };
        Ok(Some(Life {
            entry: register::of_receipt(connection, id)?,
            steps: steps(connection, id)?,
            to_print: to_print(connection, id)?,
            copies: copies(connection, id)?,
        }))
    }

    /// Everything that happened to the cards with this number, the oldest first; empty where none was ever issued.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn card_life(&self, kpj: &Kpj) -> Result<Vec<CardEvent>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT step.at AS at, step.actor AS actor, receipt.number AS receipt, 'step' AS kind,
                    step.status AS status, step.recipient AS recipient, step.day AS day,
                    step.reason AS reason, NULL AS copy, NULL AS note, NULL AS settled, receipt.id AS place
             FROM card
             JOIN receipt ON receipt.id = card.receipt_id
             JOIN step ON step.receipt_id = receipt.id
             WHERE kpj = ?1
             UNION ALL
             SELECT copy.at, copy.actor, receipt.number, 'copy', NULL, NULL, NULL, copy.reason, copy.number, copy.note, NULL, receipt.id
             FROM card
             JOIN receipt ON receipt.id = card.receipt_id
             JOIN copy_card ON copy_card.card_id = card.id
             JOIN copy ON copy.id = copy_card.copy_id
             WHERE kpj = ?1
             UNION ALL
             SELECT misprint.at, misprint.actor, receipt.number, 'misprint', NULL, NULL, NULL, NULL, NULL, NULL, settled_at, receipt.id
             FROM card
             JOIN receipt ON receipt.id = card.receipt_id
             JOIN misprint ON misprint.card_id = card.id
             WHERE kpj = ?1
             ORDER BY at, place, kind DESC, copy",
        )?;
        let events = statement.query_map([kpj.as_str()], |row| {
            let kind = match row.get_ref("kind")?.as_str()? {
                "step" => CardEventKind::Status {
                    status: parsed(row, "status", ReceiptStatus::from_key)?,
                    to: row.get("recipient")?,
                    on: day(row, "day")?,
                    reason: row.get("reason")?,
                },
                "misprint" => CardEventKind::Spoilt {
                    settled: match row.get::<_, Option<String>>("settled")? {
                        None => None,
                        Some(_) => Some(moment(row, "settled")?),
                    },
                },
                _ => CardEventKind::Reprinted {
                    copy: row.get("copy")?,
                    reason: parsed(row, "reason", ReprintReason::from_key)?,
                    note: row.get("note")?,
                },
            };
            Ok(CardEvent {
                at: moment(row, "at")?,
                actor: row.get("actor")?,
                receipt: ReceiptNumber(row.get("receipt")?),
                kind,
            })
        })?;
        Ok(events.collect::<Result<_, _>>()?)
    }

    /// How many cards wait to be printed again.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn count_spoilt(&self) -> Result<usize, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT count(*) FROM misprint WHERE settled_at IS NULL")?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    /// The cards that wait to be printed again, over all receipts: by receipt, the one that waits longest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn spoilt(&self) -> Result<Vec<SpoiltCard>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT kpj, card.name AS holder, receipt.number AS receipt, npp, company_name, misprint.at AS at, misprint.actor AS actor
             FROM misprint
             JOIN card ON card.id = misprint.card_id
             JOIN receipt ON receipt.id = card.receipt_id
             JOIN register ON register.receipt_id = receipt.id
             JOIN company ON company.id = register.company_id
             WHERE settled_at IS NULL
             ORDER BY min(misprint.at) OVER (PARTITION BY receipt.id), receipt.id, position",
        )?;
        let cards = statement.query_map([], |row| {
            Ok(SpoiltCard {
                kpj: parsed(row, "kpj", |text| Kpj::parse(text).ok())?,
                name: row.get("holder")?,
                receipt: ReceiptNumber(row.get("receipt")?),
                npp: parsed(row, "npp", |text| Npp::parse(text).ok())?,
                company: row.get("company_name")?,
                since: moment(row, "at")?,
                actor: row.get("actor")?,
            })
        })?;
        Ok(cards.collect::<Result<_, _>>()?)
    }
}

/// Marks a receipt inside its act; returns whether anything changed.
pub(super) fn marked(
    act: &Connection,
    number: &ReceiptNumber,
    mark: &Mark,
    today: NaiveDate,
) -> Result<bool, LifeError> {
    let (id, status) = found(act, number)?.ok_or(LifeError::NotFound)?;
    if let Mark::Printed { failed } = mark {
        for kpj in failed {
            card_on(act, id, kpj)?.ok_or(MarkRefusal::NotOnReceipt(*kpj))?;
        }
    }
    let change = mark.judge(status, &steps(act, id)?, &to_print(act, id)?)?;
    if change.is_none() {
        return Ok(false);
    }
    let stamp = Stamp::now();
    let Change { spoilt, settled, .. } = &change;
    if let Some(status) = change.status {
        let (to, on) = match mark {
            Mark::Printed { .. } => (None, None),
            Mark::Emailed { to, on } | Mark::HandedOver { to, on } => (to.as_deref(), Some(on.unwrap_or(today))),
        };
        let to = to.map(str::trim).filter(|to| !to.is_empty());
        let step = NewStep { status, to, on, reason: None };
        write_step(act, id, &stamp, &step)?;
        if status == ReceiptStatus::HandedOver {
            act.execute(
                "UPDATE receipt SET handed_over_to = ?2, handed_over_on = ?3 WHERE id = ?1",
                (id, to, on.map(|day| day.to_string())),
            )?;
        }
    }
    for kpj in spoilt {
        act.execute(
            "INSERT INTO misprint (card_id, at, actor)
             SELECT id, ?3, ?4 FROM card WHERE receipt_id = ?1 AND kpj = ?2",
            (id, kpj.as_str(), &stamp.at, &stamp.actor),
        )?;
    }
    for kpj in settled {
        settle(act, id, Some(kpj), &stamp)?;
    }
    let detail = format!("{} spoilt, {} printed again", spoilt.len(), settled.len());
    let detail = if spoilt.is_empty() && settled.is_empty() { String::new() } else { detail };
    let (old, new) = (change.status.map(|_| status.as_str()), change.status.map(ReceiptStatus::as_str));
    audit::record_change(act, &format!("marked-{}", mark.status().as_str()), &number.0, &detail, old, new)?;
    Ok(true)
}

/// Who does something, and when.
pub(super) struct Stamp {
    /// UTC, RFC 3339.
    pub(super) at: String,
    pub(super) actor: String,
}

impl Stamp {
    pub(super) fn now() -> Self {
        Self { at: Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true), actor: audit::actor() }
    }
}

/// A step to write.
pub(super) struct NewStep<'a> {
    pub(super) status: ReceiptStatus,
    pub(super) to: Option<&'a str>,
    pub(super) on: Option<NaiveDate>,
    pub(super) reason: Option<&'a str>,
}

/// Adds a step and gives the receipt its status.
pub(super) fn write_step(act: &Connection, receipt: i64, stamp: &Stamp, step: &NewStep<'_>) -> Result<(), StoreError> {
    act.execute(
        "INSERT INTO step (receipt_id, at, actor, status, recipient, day, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (
            receipt,
            &stamp.at,
            &stamp.actor,
            step.status.as_str(),
            step.to,
            step.on.map(|day| day.to_string()),
            step.reason,
        ),
    )?;
    act.execute("UPDATE receipt SET status = ?2 WHERE id = ?1", (receipt, step.status.as_str()))?;
    Ok(())
}

/// The receipt's id and status.
pub(super) fn found(
    connection: &Connection,
    number: &ReceiptNumber,
) -> Result<Option<(i64, ReceiptStatus)>, StoreError> {
    let found = connection
        .query_row("SELECT id, status FROM receipt WHERE number = ?1", [&number.0], |row| {
            Ok((row.get("id")?, parsed(row, "status", ReceiptStatus::from_key)?))
        })
        .optional()?;
    Ok(found)
}

fn card_on(connection: &Connection, receipt: i64, kpj: &Kpj) -> Result<Option<i64>, StoreError> {
    let card = connection
        .query_row("SELECT id FROM card WHERE receipt_id = ?1 AND kpj = ?2", (receipt, kpj.as_str()), |row| row.get(0))
        .optional()?;
    Ok(card)
}

/// Ends the wait of spoilt cards: of this one, or of all.
pub(super) fn settle(act: &Connection, receipt: i64, kpj: Option<&Kpj>, stamp: &Stamp) -> Result<(), StoreError> {
    act.execute(
        "UPDATE misprint SET settled_at = ?3, settled_by = ?4
         WHERE settled_at IS NULL
           AND card_id IN (SELECT id FROM card WHERE receipt_id = ?1 AND (?2 IS NULL OR kpj = ?2))",
        (receipt, kpj.map(Kpj::as_str), &stamp.at, &stamp.actor),
    )?;
    Ok(())
}

fn steps(connection: &Connection, receipt: i64) -> Result<Vec<Step>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT at, actor, status, recipient, day, reason FROM step WHERE receipt_id = ?1 ORDER BY id",
    )?;
    let steps = statement.query_map([receipt], |row| {
        Ok(Step {
            at: moment(row, "at")?,
            actor: row.get("actor")?,
            status: parsed(row, "status", ReceiptStatus::from_key)?,
            to: row.get("recipient")?,
            on: day(row, "day")?,
            reason: row.get("reason")?,
        })
    })?;
    Ok(steps.collect::<Result<_, _>>()?)
}

fn to_print(connection: &Connection, receipt: i64) -> Result<Vec<Kpj>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT kpj FROM card JOIN misprint ON misprint.card_id = card.id
         WHERE receipt_id = ?1 AND settled_at IS NULL ORDER BY position",
    )?;
    let cards = statement.query_map([receipt], |row| parsed(row, "kpj", |text| Kpj::parse(text).ok()))?;
    Ok(cards.collect::<Result<_, _>>()?)
}

fn copies(connection: &Connection, receipt: i64) -> Result<Vec<Copy>, StoreError> {
    let mut cards = connection.prepare_cached(
        "SELECT kpj FROM copy_card JOIN card ON card.id = copy_card.card_id WHERE copy_id = ?1 ORDER BY position",
    )?;
    let mut statement = connection
        .prepare_cached("SELECT id, number, at, actor, reason, note FROM copy WHERE receipt_id = ?1 AND number IS NOT NULL ORDER BY number")?;
    let copies = statement.query_map([receipt], |row| {
        let note: Option<String> = row.get("note")?;
        let reprint = match note {
            None => None,
            Some(note) => {
                let id: i64 = row.get("id")?;
                let cards = cards.query_map([id], |row| parsed(row, "kpj", |text| Kpj::parse(text).ok()))?;
                let reason = parsed(row, "reason", ReprintReason::from_key)?;
                Some(Reprint { reason, note, cards: cards.collect::<Result<_, _>>()? })
            }
        };
        Ok(Copy { number: row.get("number")?, at: moment(row, "at")?, actor: row.get("actor")?, reprint })
    })?;
    Ok(copies.collect::<Result<_, _>>()?)
}

pub(super) fn moment(row: &Row<'_>, column: &str) -> Result<DateTime<Utc>, rusqlite::Error> {
    parsed(row, column, |text| Some(DateTime::parse_from_rfc3339(text).ok()?.to_utc()))
}
