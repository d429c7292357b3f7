//! Every character is looked up in the font before the first page: a missing glyph would be drawn as an empty box,
//! and nobody would hear of it.

use super::{
    CardsDocument, DocumentError, Place,
    font::Fonts,
    layout::{Facts, Sheet, line},
    template::{Content, LONGEST_NAME, WIDEST},
};
use crate::domain::{Receipt, Settings, Worker};

/// Refuses cards that the font cannot show, and no cards at all.
pub fn cards(document: &CardsDocument<'_>, fonts: &Fonts) -> Result<(), DocumentError> {
    if document.workers.is_empty() {
        return Err(DocumentError::NoCards);
    }
    let places = Sheet::new(document.paper, &document.settings.sheet).capacity();
    if !(1..=places).contains(&document.start_at) {
        return Err(DocumentError::NoPlace(document.start_at));
    }
    text(document.company, Place::Company, fonts)?;
    text(&document.settings.branch, Place::Branch, fonts)?;
    text(&document.settings.programmes, Place::Programmes, fonts)?;
    document.workers.iter().zip(1..).try_for_each(|(person, n)| worker(person, n, fonts))?;
    room(document, fonts)
}

/// Refuses texts that a field of the template has no room for. What has a longest form was seen to fit when the
/// template was read (template/check.rs); left are the others, and names beyond 60 characters or with very wide ones.
fn room(document: &CardsDocument<'_>, fonts: &Fonts) -> Result<(), DocumentError> {
    let CardsDocument { company, npp, settings, template, .. } = *document;
    for field in template.sides().flat_map(|side| &side.fields) {
        let of_a_person = matches!(field.content, Content::Name | Content::Nik { .. });
        if !of_a_person && !matches!(field.content, Content::Programmes | Content::Company | Content::Branch) {
            continue;
        }
        // one text for all cards is looked at once
        let cards = if of_a_person { document.workers } else { &document.workers[..document.workers.len().min(1)] };
        for (worker, n) in cards.iter().zip(1..) {
            let usual = match field.content {
                Content::Name => {
                    worker.name.chars().count() <= LONGEST_NAME && !fonts.wider(field.weight, WIDEST, &worker.name)
                }
                Content::Nik { .. } => worker.identity.nik().is_some(),
                _ => false,
            };
            if usual {
                continue;
            }
            let facts = Facts { worker, company, npp, settings };
            if facts.shown(&field.content).is_some_and(|text| field.fitted(fonts, &text).is_none()) {
                let place = match field.content {
                    Content::Programmes => Place::Programmes,
                    Content::Company => Place::Company,
                    Content::Branch => Place::Branch,
                    _ => Place::Card(n),
                };
                return Err(DocumentError::DoesNotFit { field: field.content.key(), place });
            }
        }
    }
    Ok(())
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
