//! Mark: a person says what became of a batch: printed, sent, handed over.

use super::dossier::{Dossier, dossier};
use super::{Archive, Error};
use crate::domain::cards::CardSelection;
use crate::domain::{Mark, ReceiptNumber};
use chrono::NaiveDate;

/// Marks a receipt; what is marked so already stays as it is. `today` stands where the mark names no day.
///
/// # Errors
/// [`Error::NoSuchReceipt`], [`Error::Mark`] where the rules of the office forbid it, [`Error::Store`].
pub fn mark(archive: &mut Archive, number: &ReceiptNumber, mark: &Mark, today: NaiveDate) -> Result<Dossier, Error> {
    let changed = archive.store.mark(number, mark, today).map_err(|error| Error::of_life(error, number))?;
    tracing::info!(receipt = %number, status = mark.status().as_str(), changed, "marked");
    dossier(archive, number)
}

/// Marks the cards of a receipt as printed, all but those that came out spoilt: they wait to be printed again.
///
/// # Errors
/// [`Error::Cards`] for a spoilt card that the receipt does not have; as [`mark`].
pub fn printed(
    archive: &mut Archive,
    number: &ReceiptNumber,
    spoilt: &CardSelection,
    today: NaiveDate,
) -> Result<Dossier, Error> {
    let cards = if spoilt.is_empty() { Vec::new() } else { archive.store.cards_of(number)? };
    if cards.is_empty() && !spoilt.is_empty() {
        return Err(Error::NoSuchReceipt(number.clone()));
    }
    let failed = spoilt.of(&cards)?.into_iter().filter_map(|at| cards.get(at).copied()).collect();
    mark(archive, number, &Mark::Printed { failed }, today)
}
