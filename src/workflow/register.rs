//! The register: list it, find a receipt's documents, export it.

use super::issue::Files;
use super::{Archive, Error};
use crate::domain::summary::{SummaryBy, SummaryRow};
use crate::domain::{Npp, ReceiptNumber, RegisterEntry};
use crate::export;
use crate::progress::{Progress, Stage};
use crate::store::CompanyRecord;
use chrono::NaiveDate;
use std::path::Path;

pub use crate::store::{EntryId, Filter, Index, Sort, SortBy, Totals};

/// The rows that `filter` lets through, newest first.
///
/// # Errors
/// [`Error::Store`] when the register cannot be read.
pub fn list(archive: &Archive, filter: &Filter) -> Result<Vec<RegisterEntry>, Error> {
    entries(archive, filter, Sort::NEWEST_FIRST, usize::MAX)
}

/// At most `limit` rows that `filter` lets through, in order.
///
/// # Errors
/// [`Error::Store`] when the register cannot be read.
pub fn entries(archive: &Archive, filter: &Filter, sort: Sort, limit: usize) -> Result<Vec<RegisterEntry>, Error> {
    let ids = archive.store.register_first(filter, sort, limit)?;
    Ok(archive.store.register_rows(&ids)?.into_iter().map(|(_, entry)| entry).collect())
}

/// Which rows `filter` lets through, all of them in order, and their sums: to be looked at anywhere with [`rows`].
///
/// # Errors
/// [`Error::Store`] when the register cannot be read, [`Error::Cancelled`].
pub fn index(archive: &Archive, filter: &Filter, sort: Sort, progress: &dyn Progress) -> Result<Index, Error> {
    archive.store.register_index(filter, sort, &|| progress.report(Stage::Database, 0, 0))
}

/// The first `limit` of these rows; without a search it costs the same however many there are.
///
/// # Errors
/// [`Error::Store`] when the register cannot be read.
pub fn first(archive: &Archive, filter: &Filter, sort: Sort, limit: usize) -> Result<Vec<EntryId>, Error> {
    Ok(archive.store.register_first(filter, sort, limit)?)
}

/// These rows as they stand now, in this order.
///
/// # Errors
/// [`Error::Store`] when the register cannot be read.
pub fn rows(archive: &Archive, ids: &[EntryId]) -> Result<Vec<(EntryId, RegisterEntry)>, Error> {
    Ok(archive.store.register_rows(ids)?)
}

/// Every relationship officer that the register names, by name.
///
/// # Errors
/// [`Error::Store`] when the register cannot be read.
pub fn officers(archive: &Archive) -> Result<Vec<String>, Error> {
    Ok(archive.store.officers()?)
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

/// Writes the rows that `filter` lets through, in order, to a workbook, or to a CSV where `out` ends in `.csv`; `full` adds
/// number, RO, status and hand-over. Returns how many rows were written.
///
/// # Errors
/// [`Error::Export`] when the file cannot be written (an older file there stays as it was), [`Error::Store`].
pub fn export(archive: &mut Archive, filter: &Filter, sort: Sort, full: bool, out: &Path) -> Result<usize, Error> {
    let entries = entries(archive, filter, sort, usize::MAX)?;
    export::register::write(&entries, full, out)?;
    archive.store.record("register-exported", "register", &format!("{} rows", entries.len()))?;
    Ok(entries.len())
}
