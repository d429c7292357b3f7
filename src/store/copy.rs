//! Copies (SALINAN) of receipts and cards printed again, as the database sees them.

use super::documents::Document;
use super::life::{LifeError, Stamp, found, settle};
use super::{Store, StoreError, audit, day, parsed};
use crate::domain::life::MarkRefusal;
use crate::domain::{
    Edition, Identity, IssuedCard, Kpj, Nik, Npp, Receipt, ReceiptNumber, ReceiptStatus, ReprintReason, Seal, Sex,
    Worker,
};
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior};

/// Where a KPJ stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holder {
    /// On this receipt.
    Receipt(ReceiptNumber),
    /// Only on void receipts; this is the last of them.
    Void(ReceiptNumber),
    /// No card with it was ever issued here.
    Nobody,
}

/// A copy to record.
#[derive(Debug, Clone, Copy)]
pub struct NewCopy<'a> {
    /// Of which receipt.
    pub receipt: &'a ReceiptNumber,
    /// The n of *SALINAN ke-n*, from [`Store::next_copy`]; `None`: the receipt with the mark BATAL.
    pub number: Option<u32>,
    /// Why cards were printed again, and a person's words for it; `None` where none was.
    pub reprint: Option<(ReprintReason, &'a str)>,
    /// The cards printed again.
    pub cards: &'a [Kpj],
    /// The files, already durable.
    pub documents: &'a [Document],
}

impl Store {
    /// On which receipt this KPJ stands.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn holder(&self, kpj: &Kpj) -> Result<Holder, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT active, receipt.number FROM card JOIN receipt ON receipt.id = card.receipt_id
             WHERE kpj = ?1 ORDER BY active DESC, card.id DESC LIMIT 1",
        )?;
        let found: Option<(bool, String)> =
            statement.query_row([kpj.as_str()], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        Ok(match found {
            None => Holder::Nobody,
            Some((true, number)) => Holder::Receipt(ReceiptNumber(number)),
            Some((false, number)) => Holder::Void(ReceiptNumber(number)),
        })
    }

    /// A receipt as it was issued, with its cards; `None` where no receipt has this number.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn receipt(&self, number: &ReceiptNumber) -> Result<Option<Receipt>, StoreError> {
        // one moment for all of it
        let connection = self.connection.unchecked_transaction()?;
        let Some((id, status)) = found(&connection, number)? else { return Ok(None) };
        let mut statement = connection.prepare_cached(
            "SELECT day, npp, company_name, register.ro, code FROM register
             JOIN company ON company.id = register.company_id
             JOIN receipt ON receipt.id = register.receipt_id
             WHERE receipt.id = ?1",
        )?;
        let receipt = statement.query_row([id], |row| {
            Ok(Receipt {
                number: number.clone(),
                date: parsed(row, "day", |text| text.parse().ok())?,
                npp: parsed(row, "npp", |text| Npp::parse(text).ok())?,
                company: row.get("company_name")?,
                ro: row.get("ro")?,
                cards: cards(&connection, id)?,
                edition: if status == ReceiptStatus::Void { Edition::Void } else { Edition::Original },
                seal: match row.get::<_, Option<String>>("code")? {
                    None => None,
                    Some(_) => Some(parsed(row, "code", |text| Seal::parse(text).ok())?),
                },
            })
        })?;
        Ok(Some(receipt))
    }

    /// The n of the next *SALINAN ke-n* of a receipt. Only whoever holds the archive's lock may rely on it.
    ///
    /// # Errors
    /// [`StoreError`] when the database cannot be read.
    pub fn next_copy(&self, number: &ReceiptNumber) -> Result<u32, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT coalesce(max(copy.number), 0) + 1 FROM copy JOIN receipt ON receipt.id = copy.receipt_id
             WHERE receipt.number = ?1",
        )?;
        Ok(statement.query_row([&number.0], |row| row.get(0))?)
    }

    /// Records copies with their cards and documents and an audit entry each, all or none.
    ///
    /// # Errors
    /// [`LifeError::Refused`] where a receipt, or a card on it, was cancelled meanwhile; nothing was written then,
    /// unless the disk failed during the commit itself: ask [`Store::documents_of_act`] which it was.
    pub fn record_copies(&mut self, act: &str, copies: &[NewCopy<'_>]) -> Result<(), LifeError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let stamp = Stamp::now();
        for copy in copies {
            let (receipt, status) = found(&transaction, copy.receipt)?.ok_or(LifeError::NotFound)?;
            if status == ReceiptStatus::Void && copy.reprint.is_some() {
                return Err(MarkRefusal::Void.into());
            }
            transaction.execute(
                "INSERT INTO copy (act, receipt_id, number, at, actor, reason, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                (
                    act,
                    receipt,
                    copy.number,
                    &stamp.at,
                    &stamp.actor,
                    copy.reprint.map(|(reason, _)| reason.as_str()),
                    copy.reprint.map(|(_, note)| note),
                ),
            )?;
            let id = transaction.last_insert_rowid();
            for kpj in copy.cards {
                let written = transaction.execute(
                    "INSERT INTO copy_card (copy_id, card_id)
                     SELECT ?1, id FROM card WHERE receipt_id = ?2 AND kpj = ?3 AND active = 1",
                    (id, receipt, kpj.as_str()),
                )?;
                if written != 1 {
                    return Err(MarkRefusal::NotOnReceipt(*kpj).into());
                }
                // a spoilt card that waited has come out anew
                settle(&transaction, receipt, Some(kpj), &stamp)?;
            }
            for document in copy.documents {
                transaction.execute(
                    "INSERT INTO document (receipt_id, copy_id, kind, path, sha256, bytes)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                    (receipt, id, document.kind.as_str(), &document.path, &document.sha256, document.bytes),
                )?;
            }
            let name = copy.number.map_or_else(|| "BATAL".to_owned(), |number| format!("copy {number}"));
            match copy.reprint {
                None => audit::record(&transaction, "receipt-copied", &copy.receipt.0, &name)?,
                Some((reason, _)) => {
                    let detail = format!("{name}, {} cards, {}", copy.cards.len(), reason.as_str());
                    audit::record(&transaction, "reprinted", &copy.receipt.0, &detail)?;
                }
            }
        }
        Ok(transaction.commit()?)
    }
}

fn cards(connection: &Connection, receipt: i64) -> Result<Vec<IssuedCard>, rusqlite::Error> {
    let mut statement = connection.prepare_cached(
        "SELECT list_row, kpj, nik, passport, name, birth_date, sex, membership_date FROM card
         WHERE receipt_id = ?1 ORDER BY position",
    )?;
    statement.query_map([receipt], card)?.collect()
}

fn card(row: &Row<'_>) -> Result<IssuedCard, rusqlite::Error> {
    let identity = match row.get::<_, Option<String>>("passport")? {
        Some(passport) => Identity::Passport(passport),
        None => Identity::Nik(parsed(row, "nik", |text| Nik::parse(text).ok())?),
    };
    let sex = match row.get::<_, Option<String>>("sex")? {
        None => None,
        Some(_) => Some(parsed(row, "sex", |text| [Sex::Male, Sex::Female].into_iter().find(|s| s.letter() == text))?),
    };
    let worker = Worker {
        kpj: parsed(row, "kpj", |text| Kpj::parse(text).ok())?,
        identity,
        name: row.get("name")?,
        birth_date: day(row, "birth_date")?,
        sex,
        membership_date: day(row, "membership_date")?,
    };
    Ok(IssuedCard { worker, row: row.get("list_row")? })
}
