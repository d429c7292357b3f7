//! Print: an issued document goes to a printer of the system, at its own size.

use super::preview::{self, Pages, Part};
use super::{Archive, Error, mark};
use crate::document::extract;
use crate::domain::life::MarkRefusal;
use crate::domain::pages::PageSelection;
use crate::domain::{Kpj, Mark, Printing, ReceiptNumber, ReceiptStatus};
use chrono::NaiveDate;

pub use crate::print::{Job, JobState, Order, Paper, PrintError, Printer, Size, Spooler, system};

/// What is to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Of which receipt.
    pub number: ReceiptNumber,
    /// The cards or the receipt.
    pub part: Part,
    /// The printer's name; `None`: the one that was taken last for such documents, else the system's default.
    pub printer: Option<String>,
    /// From 1.
    pub copies: u16,
    /// Which pages.
    pub pages: PageSelection,
    /// Only the cards that came out spoilt and wait to be printed again.
    pub only_spoilt: bool,
    /// On both sides of a sheet.
    pub both_sides: bool,
}

/// What the system took over.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed {
    /// Cards or receipt.
    pub part: Part,
    /// The job.
    pub job: Job,
    /// How many pages, without copies.
    pub pages: usize,
    /// Size of a page.
    pub size: Size,
    /// The paper that was asked for; `None`: the printer knows none of this size and takes what lies in it.
    pub paper: Option<Paper>,
}

/// What a person chooses from before printing.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// The printers of the system.
    pub printers: Vec<Printer>,
    /// The one to take unless told otherwise: by name.
    pub proposed: Option<String>,
    /// How many pages the document has.
    pub pages: usize,
    /// Size of its first page.
    pub size: Size,
    /// The pages of the cards that wait to be printed again, counted from 0.
    pub spoilt: Vec<usize>,
}

/// The printers, and what there is to print.
///
/// # Errors
/// [`Error::Print`] where no print system answers; as [`preview::issued`].
pub fn choices(archive: &Archive, spooler: &dyn Spooler, number: &ReceiptNumber, part: Part) -> Result<Choice, Error> {
    let pages = Pages::read(preview::issued(archive, number, part)?)?;
    let spoilt = match part {
        Part::Cards => spoilt(archive, number, pages.count()).unwrap_or_default(),
        Part::Receipt => Vec::new(),
    };
    let printers = spooler.printers()?;
    let proposed = propose(&printers, &archive.store.printing()?, part).map(|printer| printer.name.clone());
    Ok(Choice { proposed, pages: pages.count(), size: size(&pages, 0)?, spoilt, printers })
}

/// Hands a document to a printer and records that it was.
///
/// # Errors
/// [`Error`]; where the print system broke off, it may print all the same ([`PrintError::BrokenOff`]).
pub fn print(archive: &mut Archive, spooler: &dyn Spooler, wanted: &Wanted) -> Result<Printed, Error> {
    let Wanted { number, part, .. } = wanted;
    let life = archive.store.life(number)?.ok_or_else(|| Error::NoSuchReceipt(number.clone()))?;
    if life.entry.status == ReceiptStatus::Void {
        return Err(Error::Mark { number: number.clone(), refusal: MarkRefusal::Void });
    }
    let pdf = preview::issued(archive, number, *part)?;
    let pages = Pages::read(pdf.clone())?;
    let chosen = if wanted.only_spoilt && *part == Part::Cards {
        spoilt(archive, number, pages.count())?
    } else {
        wanted.pages.of(pages.count())?
    };
    let first = *chosen.first().ok_or(Error::NothingToPrint)?;
    let size = size(&pages, first)?;
    let mut printing = archive.store.printing()?;
    let printers = spooler.printers()?;
    let printer = match &wanted.printer {
        Some(name) => printers
            .iter()
            .find(|printer| printer.name == *name)
            .ok_or_else(|| PrintError::NoSuchPrinter(name.clone()))?,
        None => propose(&printers, &printing, *part).ok_or(Error::NoPrinter)?,
    };
    let paper = printer.paper_for(size);
    let pdf = if chosen.len() == pages.count() { pdf } else { extract::only(&pdf, &chosen)? };
    let what = part.as_str();
    let order = Order {
        printer: printer.name.clone(),
        title: format!("Cetak KPJ {number} {what}"),
        pdf,
        copies: wanted.copies.max(1),
        paper: paper.clone(),
        both_sides: wanted.both_sides && printer.both_sides,
    };
    let detail = format!("{what}, {} of {} pages, {} copies", chosen.len(), pages.count(), order.copies);
    // before it happens: what left the office on paper is in the trail whatever stops the program
    archive.store.record("print-requested", &number.0, &detail)?;
    let job = match spooler.submit(order) {
        Ok(job) => job,
        Err(error) => {
            archive.store.record("print-failed", &number.0, what)?;
            return Err(error.into());
        }
    };
    if printing.printer(*part) != Some(&job.printer) {
        *printing.printer_mut(*part) = Some(job.printer.clone());
        archive.store.save_printing(&printing)?;
    }
    tracing::info!(receipt = %number, what, pages = chosen.len(), "handed to a printer");
    Ok(Printed { part: *part, job, pages: chosen.len(), size, paper })
}

/// What came out of the printer, as a person says: all cards but those on these pages. They wait to be printed again.
/// Returns how many wait.
///
/// # Errors
/// As [`mark::mark`]; [`Error::CardsOnSheets`] where pages are named and hold several cards each.
pub fn came_out(
    archive: &mut Archive,
    number: &ReceiptNumber,
    spoilt: &PageSelection,
    today: NaiveDate,
) -> Result<usize, Error> {
    let failed = if spoilt.is_all() {
        Vec::new()
    } else {
        let cards = archive.store.cards_of(number)?;
        let pages = Pages::read(preview::issued(archive, number, Part::Cards)?)?.count();
        if cards.len() != pages {
            return Err(Error::CardsOnSheets);
        }
        spoilt.of(pages)?.into_iter().filter_map(|page| cards.get(page).copied()).collect()
    };
    let dossier = mark::mark(archive, number, &Mark::Printed { failed }, today)?;
    Ok(dossier.life.to_print.len())
}

fn size(pages: &Pages, page: usize) -> Result<Size, Error> {
    let (width, height) = pages.size(page)?;
    Ok(Size { width, height })
}

/// The printer to take: that of last time, else the system's, else the only one.
fn propose<'a>(printers: &'a [Printer], printing: &Printing, part: Part) -> Option<&'a Printer> {
    let last = printing.printer(part);
    let remembered = printers.iter().find(|printer| Some(&printer.name) == last);
    let only = if let [only] = printers { Some(only) } else { None };
    remembered.or_else(|| printers.iter().find(|printer| printer.is_default)).or(only)
}

/// The pages of the cards that wait to be printed again.
fn spoilt(archive: &Archive, number: &ReceiptNumber, pages: usize) -> Result<Vec<usize>, Error> {
    let cards: Vec<Kpj> = archive.store.cards_of(number)?;
    let life = archive.store.life(number)?.ok_or_else(|| Error::NoSuchReceipt(number.clone()))?;
    if life.to_print.is_empty() {
        return Ok(Vec::new());
    }
    // on a sheet of ten there are good cards beside the spoilt one
    if cards.len() != pages {
        return Err(Error::CardsOnSheets);
    }
    let waits = |(_, kpj): &(usize, &Kpj)| life.to_print.contains(kpj);
    Ok(cards.iter().enumerate().filter(waits).map(|(page, _)| page).collect())
}
