//! Lookup: what a few typed letters may mean, for the place where everything can be found.

use super::{Archive, Error, companies, register};
use crate::domain::RegisterEntry;
use crate::domain::company::CompanyLine;
use crate::workflow::register::{Filter, Sort};

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lookup {
    /// Companies whose name or number holds the text, by name.
    pub companies: Vec<CompanyLine>,
    /// Receipts whose number or company holds it, or one of whose cards has it as KPJ; the newest first.
    pub receipts: Vec<RegisterEntry>,
}

/// At most `limit` companies and as many receipts that `text` may mean; none for an empty text. People are not looked up
/// by letters: each search for a person is a person's decision, and recorded.
///
/// # Errors
/// [`Error::Store`] when the register cannot be read.
pub fn lookup(archive: &Archive, text: &str, limit: usize) -> Result<Lookup, Error> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Lookup::default());
    }
    let mut companies = companies::list(archive, text)?;
    companies.truncate(limit);
    let filter = Filter { search: Some(text.to_owned()), ..Filter::default() };
    let entries = register::entries(archive, &filter, Sort::NEWEST_FIRST, limit)?;
    // rows taken over from the old register have no receipt to show
    let receipts = entries.into_iter().filter(|entry| entry.number.is_some()).collect();
    Ok(Lookup { companies, receipts })
}
