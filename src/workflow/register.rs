//! The register: list it, find a receipt's documents, export it.

use super::issue::Files;
use super::{Archive, Error};
use crate::domain::summary::{SummaryBy, SummaryRow};
use crate::domain::{Npp, ReceiptNumber, RegisterEntry};
use crate::export;
use crate::store::{CompanyRecord, Order};
use chrono::NaiveDate;
use std::path::Path;

pub use crate::store::{Cursor, Filter, Page, Sort, SortBy, Totals};

/// The rows that `filter` lets through, newest first.
///
/// # Errors
/// [`Error::Store`] when the register cannot be read.
pub fn list(archive: &Archive, filter: &Filter) -> Result<Vec<RegisterEntry>, Error> {
    Ok(archive.store.register(filter, Order::NewestFirst)?)
}

/// At most `limit` rows that `filter` lets through, behind `after` or from the beginning. However many rows there are, a page
/// costs the same.
///
/// # Errors
/// [`Error::Store`] when the register cannot be read.
pub fn page(
    archive: &Archive,
    filter: &Filter,
    sort: Sort,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<Page, Error> {
    Ok(archive.store.register_page(filter, sort, after, limit)?)
}

/// How many rows and cards `filter` lets through.
///
/// # Errors
/// [`Error::Store`] when the register cannot be read.
pub fn totals(archive: &Archive, filter: &Filter) -> Result<Totals, Error> {
    Ok(archive.store.register_totals(filter)?)
}

/// Where the documents of a receipt stand.
///
/// # Errors
/// [`Error::NoSuchReceipt`], or [`Error::Store`] when the register cannot be read.
pub fn documents(archive: &Archive, number: &ReceiptNumber) -> Result<Files, Error> {
    let documents = archive.store.documents(number)?;
    if documents.is_empty() {
        return Err(Error::NoSuchReceipt(number.clone()));
    }
    Ok(Files::resolve(&archive.documents, &documents))
}

/// The register summed up. Void entries count nowhere; a merged company counts in the one that it was merged into.
///
/// # Errors
/// [`Error::Store`] when the register cannot be read.
pub fn summary(
    archive: &Archive,
    by: SummaryBy,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Result<Vec<SummaryRow>, Error> {
    Ok(archive.store.summary(by, from, to)?)
}

/// What is known of a company from earlier batches.
///
/// # Errors
/// [`Error::Store`] when the register cannot be read.
pub fn company(archive: &Archive, npp: &Npp) -> Result<Option<CompanyRecord>, Error> {
    Ok(archive.store.company(npp)?)
}

/// Writes the rows that `filter` lets through to a workbook, or to a CSV where `out` ends in `.csv`, oldest first as
/// in the office's own workbook; `full` adds number, RO, status and hand-over. Returns how many rows were written.
///
/// # Errors
/// [`Error::Export`] when the file cannot be written (an older file there stays as it was), [`Error::Store`].
pub fn export(archive: &mut Archive, filter: &Filter, full: bool, out: &Path) -> Result<usize, Error> {
    let entries = archive.store.register(filter, Order::OldestFirst)?;
    export::register::write(&entries, full, out)?;
    archive.store.record("register-exported", "register", &format!("{} rows", entries.len()))?;
    Ok(entries.len())
}
