//! A receipt with everything that became of it and where its files stand.

use super::issue::Files;
use super::{Archive, Error};
use crate::domain::life::{CardEvent, LetterRecord, SpoiltCard};
use crate::domain::{IssuedCard, Kpj, Life, ReceiptNumber};
use crate::store::FiledScan;
use chrono::{DateTime, Utc};
use std::path::PathBuf;

/// Everything there is of one receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    /// Its row and what became of it.
    pub life: Life,
    /// The documents as they were issued.
    pub files: Files,
    /// Scans of the signed receipt, the oldest first.
    pub scans: Vec<Scan>,
    /// The letters that brought them to the company, or tried to.
    pub letters: Vec<LetterRecord>,
}

/// A scan or photo of a signed receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    /// When it was attached.
    pub at: DateTime<Utc>,
    /// By whom: the user of the computer.
    pub actor: String,
    /// Where it stands in the archive.
    pub file: PathBuf,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
}

/// Everything there is of the receipt with this number.
///
/// # Errors
/// [`Error::NoSuchReceipt`], or [`Error::Store`] when the register cannot be read.
pub fn dossier(archive: &Archive, number: &ReceiptNumber) -> Result<Dossier, Error> {
    let life = archive.store.life(number)?.ok_or_else(|| Error::NoSuchReceipt(number.clone()))?;
    let files = Files::resolve(&archive.documents, &archive.store.documents(number)?);
    let scan = |scan: FiledScan| Scan {
        at: scan.at,
        actor: scan.actor,
        file: archive.documents.resolve(&scan.document.path),
        sha256: scan.document.sha256,
    };
    let scans = archive.store.scans(number)?.into_iter().map(scan).collect();
    Ok(Dossier { life, files, scans, letters: archive.store.letters(number)? })
}

/// The cards of a receipt, in its order.
///
/// # Errors
/// [`Error::NoSuchReceipt`], or [`Error::Store`] when the register cannot be read.
pub fn cards(archive: &Archive, number: &ReceiptNumber) -> Result<Vec<IssuedCard>, Error> {
    let receipt = archive.store.receipt(number)?.ok_or_else(|| Error::NoSuchReceipt(number.clone()))?;
    Ok(receipt.cards)
}

/// The people of a receipt with their cards, in its order. The trail says that they were shown, and how many.
///
/// # Errors
/// [`Error::NoSuchReceipt`], or [`Error::Store`] when the register cannot be read, or the showing not be recorded: then
/// nobody is shown.
pub fn people(archive: &Archive, number: &ReceiptNumber) -> Result<Vec<IssuedCard>, Error> {
    let cards = cards(archive, number)?;
    archive.store.record("people-shown", &number.0, &format!("{} cards", cards.len()))?;
    Ok(cards)
}

/// Everything that happened to the cards with this number: issued, printed, handed over, printed again, cancelled.
///
/// # Errors
/// [`Error::KpjNotFound`] where none was ever issued here; [`Error::Store`] when the register cannot be read.
pub fn of_card(archive: &Archive, kpj: &Kpj) -> Result<Vec<CardEvent>, Error> {
    let events = archive.store.card_life(kpj)?;
    if events.is_empty() { Err(Error::KpjNotFound(vec![*kpj])) } else { Ok(events) }
}

/// The cards that came out of a printer spoilt and wait to be printed again, over all receipts: what
/// [`reprint`](super::reprint::reprint) can print at once.
///
/// # Errors
/// [`Error::Store`] when the register cannot be read.
pub fn spoilt(archive: &Archive) -> Result<Vec<SpoiltCard>, Error> {
    Ok(archive.store.spoilt()?)
}
