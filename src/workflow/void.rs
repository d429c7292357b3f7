//! Void: a receipt is cancelled (BATAL). Its number, its row and its files stay; its KPJs may be issued again.

use super::dossier::{Dossier, dossier};
use super::{Archive, Error};
use crate::domain::ReceiptNumber;

/// Cancels a receipt; one that is void already stays as it is, with its first reason.
///
/// # Errors
/// [`Error::ReasonMissing`], [`Error::NoSuchReceipt`], [`Error::Store`].
pub fn void(archive: &mut Archive, number: &ReceiptNumber, reason: &str) -> Result<Dossier, Error> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Error::ReasonMissing);
    }
    let changed = archive.store.void(number, reason).map_err(|error| Error::of_life(error, number))?;
    tracing::info!(receipt = %number, changed, "voided");
    dossier(archive, number)
}
