//! Letters that left the office, or tried to.

use super::life::moment;
use super::{Store, StoreError, audit, parsed};
use crate::domain::ReceiptNumber;
use crate::domain::life::{LetterRecord, LetterState};
use chrono::{SecondsFormat, Utc};
use rusqlite::TransactionBehavior;

/// A letter under way; made by the store alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MailId(i64);

/// What became of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailEnd {
    /// The server took it over.
    Sent,
    /// It was not sent.
    Failed,
    /// The connection broke: it may have arrived. So it also is with a letter that has no end, after a stop.
    Unsure,
}

impl MailEnd {
    fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Unsure => "unsure",
        }
    }
}

impl Store {
    /// The letters with a receipt's documents, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn letters(&self, number: &ReceiptNumber) -> Result<Vec<LetterRecord>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT mail.at, mail.actor, mail.recipient, mail.state FROM mail
             JOIN receipt ON receipt.id = mail.receipt_id WHERE receipt.number = ?1 ORDER BY mail.id",
        )?;
        let letters = statement.query_map([&number.0], |row| {
            Ok(LetterRecord {
                at: moment(row, "at")?,
                actor: row.get("actor")?,
                to: row.get("recipient")?,
                state: parsed(row, "state", LetterState::from_key)?,
            })
        })?;
        Ok(letters.collect::<Result<_, _>>()?)
    }

    /// Records that a letter is about to leave: of which receipt, to whom, when, by whom.
    ///
    /// # Errors
    /// [`StoreError`]; then it must not leave.
    pub fn begin_mail(&mut self, number: &ReceiptNumber, to: &str) -> Result<MailId, StoreError> {
        let act = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        act.execute(
            "INSERT INTO mail (receipt_id, at, actor, recipient, state)
             SELECT id, ?2, ?3, ?4, 'sending' FROM receipt WHERE number = ?1",
            (&number.0, Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true), audit::actor(), to),
        )?;
        let id = act.last_insert_rowid();
        audit::record(&act, "email-requested", &number.0, &format!("letter {id}"))?;
        act.commit()?;
        Ok(MailId(id))
    }

    /// Records what became of a letter.
    ///
    /// # Errors
    /// [`StoreError`]; the letter then stays without an end.
    pub fn end_mail(&mut self, MailId(id): MailId, end: MailEnd) -> Result<(), StoreError> {
        let act = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let now = Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true);
        act.execute("UPDATE mail SET state = ?2, ended_at = ?3 WHERE id = ?1", (id, end.as_str(), now))?;
        let number: String = act.query_row(
            "SELECT number FROM receipt JOIN mail ON mail.receipt_id = receipt.id WHERE mail.id = ?1",
            [id],
            |row| row.get(0),
        )?;
        audit::record(&act, &format!("email-{}", end.as_str()), &number, &format!("letter {id}"))?;
        Ok(act.commit()?)
    }
}
