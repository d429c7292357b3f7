//! Print: an issued document goes to a printer of the system, at its own size.

use super::preview::{self, Pages, Part};
use super::{Archive, Error, calibration, places_on, press};
use crate::document::{DocumentError, calibrated, extract, layout};
use crate::domain::life::MarkRefusal;
use crate::domain::pages::PageSelection;
use crate::domain::{self, Calibration, Kpj, Printing, ReceiptNumber, ReceiptStatus};
use crate::progress::{Progress, Silent, Stage};
use std::collections::BTreeMap;
use std::path::PathBuf;

pub use crate::print::{Job, JobState, Order, Paper, PrintError, Printer, Size, Spooler, system};

/// A document that was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printable {
    /// Of which receipt.
    pub number: ReceiptNumber,
    /// The cards or the receipt.
    pub part: Part,
    /// The n of its *SALINAN ke-n*; `None`: as it was issued first.
    pub copy: Option<u32>,
}

/// What of a document is to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// These pages.
    Pages(PageSelection),
    /// The cards that came out spoilt and wait to be printed again, and no other card: where each has a page of its own,
    /// these pages; else on a sheet of the same paper.
    Spoilt {
        /// The place of the first on its sheet, from 1: the places before it are used already.
        start_at: usize,
    },
}

/// What is to be printed, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The document.
    pub document: Printable,
    /// What of it.
    pub what: What,
    /// The printer's name; `None`: the one that was taken last for such documents, else the system's default.
    pub printer: Option<String>,
    /// From 1.
    pub copies: u16,
    /// The paper, by the printer's name for it or as `card`, `a4`, `f4`; `None`: the one of the document's size.
    pub paper: Option<String>,
    /// On both sides of a sheet.
    pub both_sides: bool,
    /// Put where that printer misses, by its correction in the settings; what is archived stays as it is.
    pub corrected: bool,
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
    /// The printer's correction that it was printed with; `None`: as it was issued.
    pub correction: Option<Calibration>,
}

impl Printed {
    /// Whether the paper is smaller than the pages.
    #[must_use]
    pub fn is_cut_off(&self) -> bool {
        self.paper.as_ref().is_some_and(|paper| !paper.size.holds(self.size))
    }
}

/// What a person chooses from before printing.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// The printers of the system.
    pub printers: Vec<Printer>,
    /// The one to take unless told otherwise: by name.
    pub proposed: Option<String>,
    /// The corrections of printers that have one, by name.
    pub corrections: BTreeMap<String, Calibration>,
    /// How many pages the document has.
    pub pages: usize,
    /// Size of its first page.
    pub size: Size,
    /// How many cards wait to be printed again.
    pub spoilt: usize,
    /// How many cards a sheet of this size holds; 1 where each card has a page of its own.
    pub places: usize,
}

/// The printers, and what there is to print.
///
/// # Errors
/// [`Error::Print`] where no print system answers; as [`preview::issued`].
pub fn choices(archive: &Archive, spooler: &dyn Spooler, document: &Printable) -> Result<Choice, Error> {
    let pages = Pages::read(bytes(archive, document)?)?;
    let size = size(&pages, 0)?;
    let settings = archive.settings()?;
    let spoilt = match document {
        Printable { number, part: Part::Cards, copy: None } => life(archive, number)?.to_print.len(),
        _ => 0,
    };
    let printers = spooler.printers()?;
    let proposed = propose(&printers, &archive.store.printing()?, document.part).map(|printer| printer.name.clone());
    let corrections = printers.iter().filter_map(|printer| {
        let correction = calibration::of(&settings, &printer.name);
        (!correction.is_none()).then(|| (printer.name.clone(), correction))
    });
    Ok(Choice {
        corrections: corrections.collect(),
        proposed,
        pages: pages.count(),
        size,
        spoilt,
        places: sheet(size).map_or(1, |paper| places_on(paper, &settings.sheet)),
        printers,
    })
}

/// Hands a document to a printer and records that it was.
///
/// # Errors
/// [`Error`]; where the print system broke off, it may print all the same ([`PrintError::BrokenOff`]).
pub fn print(archive: &mut Archive, spooler: &dyn Spooler, wanted: &Wanted) -> Result<Printed, Error> {
    let Printable { number, part, copy } = &wanted.document;
    if life(archive, number)?.entry.status == ReceiptStatus::Void {
        return Err(Error::Mark { number: number.clone(), refusal: MarkRefusal::Void });
    }
    let Ready { pdf, pages, size, about } = match &wanted.what {
        What::Pages(pages) => chosen(bytes(archive, &wanted.document)?, pages)?,
        What::Spoilt { start_at } => spoilt(archive, number, *start_at)?,
    };
    let mut printing = archive.store.printing()?;
    let printers = spooler.printers()?;
    let printer = match &wanted.printer {
        Some(name) => printers
            .iter()
            .find(|printer| printer.name == *name)
            .ok_or_else(|| PrintError::NoSuchPrinter(name.clone()))?,
        None => propose(&printers, &printing, *part).ok_or(Error::NoPrinter)?,
    };
    let paper = paper(printer, wanted.paper.as_deref(), size)?;
    let correction = calibration::of(&archive.settings()?, &printer.name);
    let correction = (wanted.corrected && !correction.is_none()).then_some(correction);
    let what = part.as_str();
    let order = Order {
        printer: printer.name.clone(),
        title: format!("Cetak KPJ {number} {what}"),
        pdf: correction.map_or(Ok(pdf.clone()), |correction| calibrated(&pdf, correction))?,
        copies: wanted.copies.max(1),
        paper: paper.clone(),
        both_sides: wanted.both_sides && printer.both_sides,
    };
    let document = copy.map_or_else(|| what.to_owned(), |copy| format!("{what} of copy {copy}"));
    let with = if correction.is_some() { ", corrected for the printer" } else { "" };
    let detail = format!("{document}, {about}, {} copies{with}", order.copies);
    // before it happens: what left the office on paper is in the trail whatever stops the program
    archive.store.record("print-requested", &number.0, &detail)?;
    let job = match spooler.submit(order) {
        Ok(job) => job,
        Err(error) => {
            archive.store.record("print-failed", &number.0, &document)?;
            return Err(error.into());
        }
    };
    if printing.printer(*part) != Some(&job.printer) {
        *printing.printer_mut(*part) = Some(job.printer.clone());
        archive.store.save_printing(&printing)?;
    }
    tracing::info!(receipt = %number, what, pages, "handed to a printer");
    Ok(Printed { part: *part, job, pages, size, paper, correction })
}

/// What a printer took over of several documents.
#[derive(Debug)]
pub struct Sent {
    /// The first of them, in their order.
    pub printed: Vec<Printed>,
    /// Why the next one and those behind it stayed; `None` where all were taken over.
    pub failure: Option<Error>,
}

/// Hands several documents over, one after the other, each as [`print()`] does. The first that cannot be ends it: what keeps
/// one from a printer keeps the next one too.
pub fn print_all(archive: &mut Archive, spooler: &dyn Spooler, documents: &[Wanted], progress: &dyn Progress) -> Sent {
    let mut printed = Vec::new();
    for wanted in documents {
        let told = progress.report(Stage::Printing, printed.len(), documents.len());
        match told.map_err(Error::from).and_then(|()| print(archive, spooler, wanted)) {
            Ok(one) => printed.push(one),
            Err(failure) => return Sent { printed, failure: Some(failure) },
        }
    }
    Sent { printed, failure: None }
}

/// Where the PDF stands in the archive, for a program that shows it.
///
/// # Errors
/// As for [`preview::issued`], but the file is not looked at.
pub fn file(archive: &Archive, document: &Printable) -> Result<PathBuf, Error> {
    let Printable { number, part, copy } = document;
    Ok(archive.documents.resolve(&preview::found(archive, number, *copy, *part)?.path))
}

/// A document that only lacks its printer.
struct Ready {
    pdf: Vec<u8>,
    pages: usize,
    size: Size,
    /// What it is, for the trail.
    about: String,
}

/// Some pages of a document.
fn chosen(pdf: Vec<u8>, selection: &PageSelection) -> Result<Ready, Error> {
    let pages = Pages::read(pdf.clone())?;
    let chosen = selection.of(pages.count())?;
    let first = *chosen.first().ok_or(Error::NothingToPrint)?;
    let about = format!("{} of {} pages", chosen.len(), pages.count());
    let pdf = if chosen.len() == pages.count() { pdf } else { extract::only(&pdf, &chosen)? };
    Ok(Ready { pdf, pages: chosen.len(), size: size(&pages, first)?, about })
}

/// The cards that wait to be printed again.
fn spoilt(archive: &Archive, number: &ReceiptNumber, start_at: usize) -> Result<Ready, Error> {
    let waiting = life(archive, number)?.to_print;
    if waiting.is_empty() {
        return Err(Error::NothingToPrint);
    }
    let pdf = preview::issued(archive, number, Part::Cards)?;
    let pages = Pages::read(pdf.clone())?;
    let size = size(&pages, 0)?;
    let about = format!("{} spoilt cards", waiting.len());
    let paper = sheet(size).ok_or(Error::NothingToPrint)?;
    if paper == domain::Paper::Card {
        if start_at != 1 {
            return Err(DocumentError::NoPlace(start_at).into());
        }
        let cards: Vec<Kpj> = archive.store.cards_of(number)?;
        // a card's back lies behind its front
        let sides = pages.count() / cards.len().max(1);
        let waits = |(_, kpj): &(usize, &Kpj)| waiting.contains(kpj);
        let chosen: Vec<usize> =
            cards.iter().enumerate().filter(waits).flat_map(|(at, _)| at * sides..(at + 1) * sides).collect();
        return Ok(Ready { pdf: extract::only(&pdf, &chosen)?, pages: chosen.len(), size, about });
    }
    // on a sheet of ten there are good cards beside the spoilt one
    let mut receipt = press::receipt(archive, number)?;
    receipt.cards.retain(|card| waiting.contains(&card.worker.kpj));
    let mut pdf = Vec::new();
    press::cards(archive, &receipt, &archive.settings()?, (paper, start_at), &mut pdf, &Silent)?;
    Ok(Ready { pages: Pages::read(pdf.clone())?.count(), pdf, size, about })
}

fn bytes(archive: &Archive, document: &Printable) -> Result<Vec<u8>, Error> {
    let Printable { number, part, copy } = document;
    match copy {
        None => preview::issued(archive, number, *part),
        Some(copy) => preview::copied(archive, number, *copy, *part),
    }
}

fn life(archive: &Archive, number: &ReceiptNumber) -> Result<domain::Life, Error> {
    archive.store.life(number)?.ok_or_else(|| Error::NoSuchReceipt(number.clone()))
}

/// The paper to ask for.
fn paper(printer: &Printer, wanted: Option<&str>, size: Size) -> Result<Option<Paper>, Error> {
    let Some(name) = wanted else { return Ok(printer.paper_for(size)) };
    let ours = domain::Paper::ALL.into_iter().find(|paper| paper.as_str() == name);
    let found = printer.paper_named(name, size).or_else(|| printer.paper_for(of_paper(ours?)));
    found.map(Some).ok_or_else(|| Error::NoSuchPaper { printer: printer.name.clone(), paper: name.to_owned() })
}

/// The paper of cards whose pages have this size.
fn sheet(size: Size) -> Option<domain::Paper> {
    domain::Paper::ALL.into_iter().find(|paper| of_paper(*paper).is(size))
}

fn of_paper(paper: domain::Paper) -> Size {
    let layout::Size { width, height } = match paper {
        domain::Paper::Card => layout::Size::CARD,
        domain::Paper::A4 => layout::Size::A4,
        domain::Paper::F4 => layout::Size::F4,
    };
    #[expect(clippy::cast_possible_truncation, reason = "hundredths of a millimetre of paper fit many times")]
    let size = Size { width: width as f32, height: height as f32 };
    size
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
