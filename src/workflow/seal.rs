//! Seal: whose receipt carries this code, and does the database still say what was printed?

use super::{Archive, Error};
use crate::domain::{RegisterEntry, Seal};

/// The answer to a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The receipt that carries it; `None`: this office never printed it.
    pub entry: Option<RegisterEntry>,
    /// Whether number, date, company and list in the database still give that code.
    pub holds: bool,
}

/// Looks a code up and computes it anew from what the database holds.
///
/// # Errors
/// [`Error::Store`] when the database cannot be read.
pub fn verify(archive: &Archive, seal: &Seal) -> Result<Verdict, Error> {
    let mut verdict = Verdict { entry: None, holds: false };
    for number in archive.store.sealed(seal)? {
        let receipt = archive.store.receipt(&number)?;
        verdict.entry = archive.store.life(&number)?.map(|life| life.entry);
        verdict.holds = receipt.is_some_and(|receipt| Seal::of(&receipt) == *seal);
        if verdict.holds {
            break;
        }
    }
    Ok(verdict)
}
