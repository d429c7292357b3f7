//! Printers that print a little off: a test page to measure them with, their corrections, and documents corrected for
//! one of them. What is issued and archived is never corrected: only what goes to the printer.

use super::{Archive, Error, whole};
use crate::document;
use crate::domain::{Calibration, Measured, Paper, Settings};
use chrono::NaiveDate;
use std::path::Path;

pub use crate::document::layout::test_page_measures;

/// Keeps the correction of a printer; one that changes nothing is removed.
///
/// # Errors
/// [`Error::PrinterName`] for an empty name, [`Error::Store`].
pub fn set(archive: &mut Archive, printer: &str, calibration: Calibration) -> Result<(), Error> {
    let printer = printer.trim();
    if printer.is_empty() {
        return Err(Error::PrinterName);
    }
    archive.change_settings(|settings| {
        let mut changed: Settings = settings.clone();
        if calibration.is_none() {
            changed.calibrations.remove(printer);
        } else {
            changed.calibrations.insert(printer.to_owned(), calibration);
        }
        Ok(changed)
    })?;
    Ok(())
}

/// The correction of a printer from what was measured on its test page.
///
/// # Errors
/// [`Error::Calibration`] where no printer can be that wrong.
pub fn measured(paper: Paper, found: Measured) -> Result<Calibration, Error> {
    Ok(Calibration::from_measured(test_page_measures(paper), found)?)
}

/// The correction of a printer; none where it has none.
#[must_use]
pub fn of(settings: &Settings, printer: &str) -> Calibration {
    settings.calibrations.get(printer.trim()).copied().filter(|calibration| calibration.is_valid()).unwrap_or_default()
}

/// Writes a test page, as it is or with a correction to be looked at.
///
/// # Errors
/// [`Error::OutNotWritable`], [`Error::Document`].
pub fn write_page(
    out: &Path,
    paper: Paper,
    printer: &str,
    calibration: Calibration,
    date: NaiveDate,
) -> Result<(), Error> {
    write(out, &document::test_page(paper, printer, calibration, date)?)
}

/// Writes a copy of an issued document, corrected for a printer.
///
/// # Errors
/// [`Error::Unreadable`], [`Error::Document`] for what is no PDF, [`Error::OutNotWritable`].
pub fn apply(pdf: &Path, out: &Path, calibration: Calibration) -> Result<(), Error> {
    let bytes = std::fs::read(pdf).map_err(|source| Error::Unreadable { path: pdf.to_owned(), source })?;
    write(out, &document::calibrated(&bytes, calibration)?)
}

fn write(out: &Path, bytes: &[u8]) -> Result<(), Error> {
    whole::write(out, bytes).map_err(|source| Error::OutNotWritable { path: out.to_owned(), source })
}
