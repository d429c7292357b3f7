//! Issuing, as the database sees it: one immediate transaction from the number to the register row.

use super::documents::Document;
use super::life::{self, NewStep, Stamp};
use super::{CompanyRecord, Store, StoreError, StoredTemplate, audit, company, pending, template};
use crate::domain::list::Edit;
use crate::domain::office::{self, BadNumberPattern};
use crate::domain::{Counts, IssuedCard, Nik, ReceiptNumber, ReceiptStatus, Seal, Sex};
use chrono::{Datelike, NaiveDate};
use rusqlite::{Transaction, TransactionBehavior};

/// An act under way: its number is taken, and given back when this is dropped without [`IssueAct::commit`].
#[derive(Debug)]
pub struct IssueAct<'a> {
    transaction: Transaction<'a>,
    year: i32,
    sequence: u32,
    number: ReceiptNumber,
}

/// Everything that issuing writes.
#[derive(Debug, Clone, Copy)]
pub struct NewReceipt<'a> {
    /// Id of the act, made before the work began.
    pub act: &'a str,
    /// The company.
    pub company: &'a CompanyRecord,
    /// Date of the receipt and of the register row.
    pub date: NaiveDate,
    /// The cards.
    pub cards: &'a [IssuedCard],
    /// Name of the list's file, without its folder.
    pub file_name: &'a str,
    /// SHA-256 of the list's bytes.
    pub file_hash: &'a str,
    /// Rows of the list by status.
    pub counts: Counts,
    /// When the company's data was entered.
    pub entered: Option<NaiveDate>,
    /// When the contribution was posted.
    pub posted: Option<NaiveDate>,
    /// What the user repaired in the rows of these cards.
    pub edits: &'a [Edit],
    /// What the cards look like.
    pub template: &'a StoredTemplate,
    /// The code printed on the receipt.
    pub seal: Option<&'a Seal>,
    /// The files, already durable.
    pub documents: &'a [Document],
}

/// Why no act could begin.
#[derive(Debug, thiserror::Error)]
pub enum BeginError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The office's number pattern.
    #[error(transparent)]
    Pattern(#[from] BadNumberPattern),
}

impl Store {
    /// Begins an act and takes the next receipt number of the date's year. Other programs wait from here on.
    ///
    /// # Errors
    /// [`BeginError`]; [`StoreError::Locked`] when another program holds the database for a minute.
    pub fn begin_issue(&mut self, date: NaiveDate, pattern: &str) -> Result<IssueAct<'_>, BeginError> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        let year = date.year();
        let sequence: u32 = transaction
            .query_row("SELECT coalesce(max(sequence), 0) + 1 FROM receipt WHERE year = ?1", [year], |row| row.get(0))
            .map_err(StoreError::from)?;
        let number = ReceiptNumber(office::number(pattern, sequence, year)?);
        Ok(IssueAct { transaction, year, sequence, number })
    }
}

impl IssueAct<'_> {
    /// The number that this act will use up.
    #[must_use]
    pub fn number(&self) -> &ReceiptNumber {
        &self.number
    }

    /// Writes company, batch, receipt, cards, documents, register row and audit entry, and makes them durable.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was written, unless the disk failed during the commit itself: ask
    /// [`Store::documents_of_act`] which it was.
    pub fn commit(self, new: &NewReceipt<'_>) -> Result<ReceiptNumber, StoreError> {
        let act = &self.transaction;
        let company_id = company::upsert(act, new.company)?;
        let template_id = template::keep(act, new.template)?;
        act.execute(
            "INSERT INTO batch (act, company_id, file_name, file_hash, entered, posted,
                                rows_in_file, rows_ready, rows_warning, rows_rejected, template_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            (
                new.act,
                company_id,
                new.file_name,
                new.file_hash,
                new.entered.map(|day| day.to_string()),
                new.posted.map(|day| day.to_string()),
                new.counts.rows,
                new.counts.ready,
                new.counts.warning,
                new.counts.rejected,
                template_id,
            ),
        )?;
        let batch_id = act.last_insert_rowid();
        for Edit { row, field, old, new } in new.edits {
            act.execute(
                "INSERT INTO edit (batch_id, list_row, field, old, new) VALUES (?1, ?2, ?3, ?4, ?5)",
                (batch_id, row, field.as_str(), old, new),
            )?;
        }
        act.execute(
            "INSERT INTO receipt (batch_id, year, sequence, number, status, code) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (
                batch_id,
                self.year,
                self.sequence,
                &self.number.0,
                ReceiptStatus::Issued.as_str(),
                new.seal.map(Seal::as_str),
            ),
        )?;
        let receipt_id = act.last_insert_rowid();
        let issued = NewStep { status: ReceiptStatus::Issued, to: None, on: None, reason: None };
        life::write_step(act, receipt_id, &Stamp::now(), &issued)?;
        write_cards(act, receipt_id, new.cards)?;
        pending::issued(act, new.file_hash, receipt_id)?;
        for document in new.documents {
            act.execute(
                "INSERT INTO document (receipt_id, kind, path, sha256, bytes) VALUES (?1, ?2, ?3, ?4, ?5)",
                (receipt_id, document.kind.as_str(), &document.path, &document.sha256, document.bytes),
            )?;
        }
        act.execute(
            "INSERT INTO register (receipt_id, day, company_id, company_name, ro, cards)
             VALUES (?1, ?2, ?3, ?4, (SELECT ro FROM company WHERE id = ?3), ?5)",
            (receipt_id, new.date.to_string(), company_id, &new.company.name, new.cards.len()),
        )?;
        let detail = format!("{} cards, NPP {}", new.cards.len(), new.company.npp);
        audit::record_change(act, "issued", &self.number.0, &detail, None, Some(&audit::seal(new.documents)))?;
        self.transaction.commit()?;
        Ok(self.number)
    }
}

fn write_cards(act: &Transaction<'_>, receipt_id: i64, cards: &[IssuedCard]) -> Result<(), StoreError> {
    let mut insert = act.prepare(
        "INSERT INTO card (receipt_id, position, list_row, kpj, nik, passport, name, birth_date, sex, membership_date)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    for (position, card) in (1u32..).zip(cards) {
        let worker = &card.worker;
        let nik = worker.identity.nik();
        insert.execute((
            receipt_id,
            position,
            card.row,
            worker.kpj.as_str(),
            nik.map(Nik::as_str),
            if nik.is_none() { Some(worker.identity.as_str()) } else { None },
            &worker.name,
            worker.birth_date.map(|day| day.to_string()),
            worker.sex.map(Sex::letter),
            worker.membership_date.map(|day| day.to_string()),
        ))?;
    }
    // so that people are found by their names
    act.execute(
        "INSERT INTO card_name (rowid, name) SELECT card_id, words FROM card_words WHERE receipt_id = ?1",
        [receipt_id],
    )?;
    Ok(())
}
