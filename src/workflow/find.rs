//! Find a person over every card ever issued, void and reprinted ones too.

use super::{Archive, Error};
use crate::domain::person::{Found, PersonQuery};

/// Finds the people whom `text` means: a KPJ or its beginning, a whole NIK or passport number, or words of a name. Gives at
/// most `limit`.
///
/// A search shows personal data, so the trail says that people were shown, how many, and by what kind of text; never the
/// text itself, and nothing where nobody was found.
///
/// # Errors
/// [`Error::Store`] when the register cannot be read, or the search not be recorded: then nobody is shown.
pub fn find(archive: &Archive, text: &str, limit: usize) -> Result<Found, Error> {
    let Some(query) = PersonQuery::parse(text) else { return Ok(Found::default()) };
    let found = archive.store.find(&query, limit)?;
    if !found.people.is_empty() {
        let cards: usize = found.people.iter().map(|person| person.cards.len()).sum();
        let about = format!("{} people, {cards} cards", found.people.len());
        archive.store.record("people-shown", &format!("search by {}", query.kind()), &about)?;
    }
    Ok(found)
}
