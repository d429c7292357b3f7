//! Every character is looked up in the font before the first page: a missing glyph would be drawn as an empty box,
//! and nobody would hear of it.

use super::{CardsDocument, DocumentError, Place, font::Fonts, layout::line};
use crate::domain::{Receipt, Settings, Worker};

/// Refuses cards that the font cannot show, and no cards at all.
pub fn cards(document: &CardsDocument<'_>, fonts: &Fonts) -> Result<(), DocumentError> {
    if document.workers.is_empty() {
        return Err(DocumentError::NoCards);
    }
    text(document.company, Place::Company, fonts)?;
    text(&document.settings.branch, Place::Branch, fonts)?;
    document.workers.iter().zip(1..).try_for_each(|(person, n)| worker(person, n, fonts))
}

/// Refuses a receipt that the font cannot show.
pub fn receipt(receipt: &Receipt, settings: &Settings, fonts: &Fonts) -> Result<(), DocumentError> {
    text(&receipt.number.0, Place::Number, fonts)?;
    text(&receipt.company, Place::Company, fonts)?;
    text(receipt.ro.as_deref().unwrap_or_default(), Place::Ro, fonts)?;
    text(&settings.branch, Place::Branch, fonts)?;
    for (kop, n) in settings.kop.iter().zip(1..) {
        text(kop, Place::Kop(n), fonts)?;
    }
    text(&settings.place, Place::City, fonts)?;
    text(&settings.officer, Place::Officer, fonts)?;
    text(&settings.officer_title, Place::OfficerTitle, fonts)?;
    receipt.cards.iter().zip(1..).try_for_each(|(card, n)| worker(&card.worker, n, fonts))
}

fn worker(worker: &Worker, n: usize, fonts: &Fonts) -> Result<(), DocumentError> {
    text(&worker.name, Place::Card(n), fonts)?;
    text(worker.identity.as_str(), Place::Card(n), fonts)
}

fn text(text: &str, place: Place, fonts: &Fonts) -> Result<(), DocumentError> {
    match line(text).chars().find(|c| !fonts.covers(*c)) {
        Some(character) => Err(DocumentError::MissingGlyph { character, place }),
        None => Ok(()),
    }
}
