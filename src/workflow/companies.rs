//! Companies: look them up, correct them, and say which are one.

use super::{Archive, Error};
use crate::domain::Npp;
use crate::domain::alike::likeness;
use crate::domain::company::{CompanyField, CompanyFile, CompanyLine, Merger, divisions};
use crate::mail;
use crate::store::CompanyError;
use std::cmp::Reverse;

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
/// [`Error::CompanyMissing`] for an empty name, [`Error::Mail`] for an e-mail address that is none, [`Error::NoSuchCompany`], [`Error::Store`]; then nothing was written.
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
    for (field, text) in &fields {
        if *field == CompanyField::Email && !text.is_empty() {
            mail::check(text)?;
        }
    }
    archive.store.set_company(npp, &fields)?;
    show(archive, npp)
}

/// Whether a letter could go to what is written here: one address, or several with commas between them.
#[must_use]
pub fn is_email(text: &str) -> bool {
    mail::check(text).is_ok()
}

/// Companies that may be this one under another name or number, the likeliest first; none that is merged already. A person
/// judges them before a [`merge`].
///
/// # Errors
/// [`Error::NoSuchCompany`], [`Error::Store`].
pub fn alike(archive: &Archive, npp: &Npp) -> Result<Vec<CompanyLine>, Error> {
    let own = show(archive, npp)?.line;
    let others = list(archive, "")?.into_iter().filter(|line| line.npp != own.npp && line.merged_into.is_none());
    let mut alike: Vec<_> =
        others.filter_map(|line| Some((likeness((&own.npp, &own.name), (&line.npp, &line.name))?, line))).collect();
    alike.sort_by_key(|(likeness, _)| Reverse(*likeness));
    Ok(alike.into_iter().map(|(_, line)| line).collect())
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
