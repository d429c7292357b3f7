//! Mark: a person says what became of a batch: printed, sent, handed over.

use super::dossier::{Dossier, dossier};
use super::{Archive, Error};
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
