//! Companies: look them up, correct them, and say which are one.

use super::{Archive, Error};
use crate::domain::Npp;
use crate::domain::company::{CompanyField, CompanyFile, CompanyLine, Merger, divisions};
use crate::store::CompanyError;

/// The companies whose name or number has `search` in it, by name. Without a text, all.
///
/// # Errors
/// [`Error::Store`] when the register cannot be read.
pub fn list(archive: &Archive, search: &str) -> Result<Vec<CompanyLine>, Error> {
    Ok(archive.store.companies(search)?)
}

/// Everything known of a company: its names over time, what was changed, what was merged into it.
///
/// # Errors
/// [`Error::NoSuchCompany`], [`Error::Store`].
pub fn show(archive: &Archive, npp: &Npp) -> Result<CompanyFile, Error> {
    archive.store.company_file(npp).map_err(Error::from)
}

/// Corrects a company; an empty text takes a value away, but a company always has a name. Rows of the register keep what
/// they say. Returns the company as it is now.
///
/// # Errors
/// [`Error::CompanyMissing`] for an empty name, [`Error::NoSuchCompany`], [`Error::Store`]; then nothing was written.
pub fn set(archive: &mut Archive, npp: &Npp, fields: &[(CompanyField, String)]) -> Result<CompanyFile, Error> {
    let put_in_order = |(field, text): &(CompanyField, String)| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = if *field == CompanyField::Division { divisions(&text).join(", ") } else { text };
        (*field, text)
    };
    let fields: Vec<_> = fields.iter().map(put_in_order).collect();
    let nameless =
        |(field, text): &(CompanyField, String)| *field == CompanyField::Name && !text.chars().any(char::is_alphabetic);
    if fields.iter().any(nameless) {
        return Err(Error::CompanyMissing);
    }
    archive.store.set_company(npp, &fields)?;
    show(archive, npp)
}

/// What [`merge`] would move; nothing is written.
///
/// # Errors
/// [`Error::NoSuchCompany`], [`Error::SameCompany`], [`Error::Store`].
pub fn preview_merge(archive: &Archive, from: &Npp, into: &Npp) -> Result<Merger, Error> {
    Ok(archive.store.merger(from, into)?)
}

/// Makes `from` another number of `into`: two spellings of one company, or a mistyped NPP. Rows keep what they say and
/// count in `into` from now on. Returns `into`.
///
/// # Errors
/// [`Error::ReasonMissing`], [`Error::NoSuchCompany`], [`Error::SameCompany`], [`Error::Store`]; then nothing was written.
pub fn merge(archive: &mut Archive, from: &Npp, into: &Npp, reason: &str) -> Result<CompanyFile, Error> {
    archive.store.merge_companies(from, into, said(reason)?)?;
    show(archive, into)
}

/// Takes a merge back; companies that were merged into it before go back with it. Returns the company that stands for itself again.
///
/// # Errors
/// [`Error::ReasonMissing`], [`Error::NoSuchCompany`], [`Error::CompanyNotMerged`], [`Error::Store`]; then nothing was
/// written.
pub fn part(archive: &mut Archive, npp: &Npp, reason: &str) -> Result<CompanyFile, Error> {
    archive.store.part_companies(npp, said(reason)?)?;
    show(archive, npp)
}

fn said(reason: &str) -> Result<&str, Error> {
    let reason = reason.trim();
    if reason.chars().any(char::is_alphabetic) { Ok(reason) } else { Err(Error::ReasonMissing) }
}

impl From<CompanyError> for Error {
    fn from(error: CompanyError) -> Self {
        match error {
            CompanyError::Store(error) => Self::Store(error),
            CompanyError::NotFound(npp) => Self::NoSuchCompany(npp),
            CompanyError::Same(npp) => Self::SameCompany(npp),
            CompanyError::NotMerged(npp) => Self::CompanyNotMerged(npp),
        }
    }
}
