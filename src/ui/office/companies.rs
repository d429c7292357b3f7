//! Companies, as the window shows and corrects them.

use crate::domain::company::{CompanyField, CompanyFile, CompanyLine, Merger};
use crate::domain::{Npp, RegisterEntry};
use crate::workflow::register::{self, Filter, Sort};
use crate::workflow::{Archive, Error, companies};
use std::path::Path;
use std::sync::Arc;

/// Rows of the register that are shown with a company.
const ROWS: usize = 10;

/// A company with its newest rows in the register.
#[derive(Debug, Clone)]
pub(crate) struct Opened {
    pub(crate) file: CompanyFile,
    pub(crate) rows: Vec<RegisterEntry>,
    pub(crate) more: bool,
}

pub(crate) fn list(folder: &Path, search: &str) -> Result<Arc<[CompanyLine]>, Error> {
    Ok(companies::list(&Archive::open(folder)?, search)?.into())
}

/// The companies that a text means; without one, those that may be this company.
pub(crate) fn candidates(folder: &Path, npp: Npp, search: &str) -> Result<Arc<[CompanyLine]>, Error> {
    if search.trim().is_empty() {
        return Ok(companies::alike(&Archive::open(folder)?, &npp)?.into());
    }
    list(folder, search)
}

pub(crate) fn open(folder: &Path, npp: Npp) -> Result<Box<Opened>, Error> {
    let archive = Archive::open(folder)?;
    let file = companies::show(&archive, &npp)?;
    let filter = Filter { npp: Some(npp), ..Filter::default() };
    let mut rows = register::entries(&archive, &filter, Sort::NEWEST_FIRST, ROWS + 1)?;
    let more = rows.len() > ROWS;
    rows.truncate(ROWS);
    Ok(Box::new(Opened { file, rows, more }))
}

pub(crate) fn set(folder: &Path, npp: Npp, fields: &[(CompanyField, String)]) -> Result<CompanyFile, Error> {
    companies::set(&mut Archive::open(folder)?, &npp, fields)
}

pub(crate) fn merger(folder: &Path, from: Npp, into: Npp) -> Result<Merger, Error> {
    companies::preview_merge(&Archive::open(folder)?, &from, &into)
}

pub(crate) fn merge(folder: &Path, from: Npp, into: Npp, reason: &str) -> Result<CompanyFile, Error> {
    companies::merge(&mut Archive::open(folder)?, &from, &into, reason)
}

pub(crate) fn part(folder: &Path, npp: Npp, reason: &str) -> Result<CompanyFile, Error> {
    companies::part(&mut Archive::open(folder)?, &npp, reason)
}
