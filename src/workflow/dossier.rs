//! A receipt with everything that became of it and where its files stand.

use super::issue::Files;
use super::{Archive, Error};
use crate::domain::life::CardEvent;
use crate::domain::{IssuedCard, Kpj, Life, ReceiptNumber};

/// Everything there is of one receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    /// Its row and what became of it.
    pub life: Life,
    /// The documents as they were issued.
    pub files: Files,
}

/// Everything there is of the receipt with this number.
///
/// # Errors
/// [`Error::NoSuchReceipt`], or [`Error::Store`] when the register cannot be read.
pub fn dossier(archive: &Archive, number: &ReceiptNumber) -> Result<Dossier, Error> {
    let life = archive.store.life(number)?.ok_or_else(|| Error::NoSuchReceipt(number.clone()))?;
    let files = Files::resolve(&archive.documents, &archive.store.documents(number)?);
    Ok(Dossier { life, files })
}

/// The cards of a receipt, in its order.
///
/// # Errors
/// [`Error::NoSuchReceipt`], or [`Error::Store`] when the register cannot be read.
pub fn cards(archive: &Archive, number: &ReceiptNumber) -> Result<Vec<IssuedCard>, Error> {
    let receipt = archive.store.receipt(number)?.ok_or_else(|| Error::NoSuchReceipt(number.clone()))?;
    Ok(receipt.cards)
}

/// Everything that happened to the cards with this number: issued, printed, handed over, printed again, cancelled.
///
/// # Errors
/// [`Error::Store`] when the register cannot be read.
pub fn of_card(archive: &Archive, kpj: &Kpj) -> Result<Vec<CardEvent>, Error> {
    Ok(archive.store.card_life(kpj)?)
}
