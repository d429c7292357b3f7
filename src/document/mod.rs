//! Documents: the cards and the receipt (Tanda Terima) as PDF.
//!
//! Two halves: [`layout`] plans pages in millimetres and knows nothing of PDF; `pdf` writes planned pages and is
//! the only place that knows printpdf and lopdf. Pages are planned and written a few at a time, so memory does not
//! grow with their number. The same input gives the same bytes: no clock, no chance, no machine in them.

mod calibrate;
mod check;
pub mod extract;
mod font;
pub mod image;
pub mod layout;
mod pdf;
pub mod preview;
pub mod read;
pub mod template;

pub use calibrate::calibrated;
pub use font::{Face, FontError};
pub use image::{Image, ImageError};

use crate::domain::{Calibration, Npp, Paper, Receipt, Settings, Worker, date};
use crate::progress::{Cancelled, Progress, Stage};
use chrono::NaiveDate;
use layout::{Drawing, Facts, PlannedCards, PlannedReceipt, PlannedTestPage, line};
use std::{fmt, io, io::Write, sync::Arc};
use template::Template;

/// Whether the bundled font can show a character: a space, or a glyph with an outline in both weights.
#[must_use]
pub fn covers(character: char) -> bool {
    font::fonts().is_ok_and(|fonts| fonts.covers(character))
}

/// The cards of one batch.
#[derive(Debug, Clone, Copy)]
pub struct CardsDocument<'a> {
    /// The people, in the order of the list; at least one.
    pub workers: &'a [&'a Worker],
    /// The company's name, for the title of the document and the margin of a sheet.
    pub company: &'a str,
    /// The company's number, for the same places.
    pub npp: &'a Npp,
    /// The date of the receipt: also the document's own date, at midnight.
    pub date: NaiveDate,
    /// One card a page, or as many as a sheet holds.
    pub paper: Paper,
    /// The place on the first sheet where the cards begin, from 1: a sheet of card stock is used up in pieces.
    pub start_at: usize,
    /// What the cards look like.
    pub template: &'a Template,
    /// Branch and programmes stand on the card.
    pub settings: &'a Settings,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// How many pages the document has.
    pub pages: usize,
    /// SHA-256 of all bytes written, 64 lower-case hex digits.
    pub sha256: String,
}

/// Where a character stands that the font cannot show. Never says the text itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The name or number of the n-th card, from 1.
    Card(usize),
    /// The company's name.
    Company,
    /// The relationship officer's name.
    Ro,
    /// The receipt's number.
    Number,
    /// The branch, in the settings.
    Branch,
    /// The programmes, in the settings.
    Programmes,
    /// The n-th line of the letterhead, from 1, in the settings.
    Kop(usize),
    /// The place before the date, in the settings.
    City,
    /// The officer's name, in the settings.
    Officer,
    /// The officer's position, in the settings.
    OfficerTitle,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Card(n) => write!(f, "card {n}"),
            Self::Company => f.write_str("the company's name"),
            Self::Ro => f.write_str("the relationship officer's name"),
            Self::Number => f.write_str("the receipt's number"),
            Self::Branch => f.write_str("the setting branch"),
            Self::Programmes => f.write_str("the setting programmes"),
            Self::Kop(n) => write!(f, "line {n} of the setting kop"),
            Self::City => f.write_str("the setting place"),
            Self::Officer => f.write_str("the setting officer"),
            Self::OfficerTitle => f.write_str("the setting officer_title"),
        }
    }
}

/// Why a document could not be written. Never contains a NIK, a KPJ or a name.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// The bytes could not be written.
    #[error("the document could not be written")]
    Io(#[from] io::Error),
    /// A text holds a character that the font has no glyph for; nothing was written.
    #[error("the font cannot show {character:?} (U+{:04X}) in {place}", u32::from(*.character))]
    MissingGlyph {
        /// The character.
        character: char,
        /// Where it stands.
        place: Place,
    },
    /// A text is too long for its field in the template; nothing was written.
    #[error("the field {field} of the template has no room for {place}")]
    DoesNotFit {
        /// The field.
        field: &'static str,
        /// Whose text it is.
        place: Place,
    },
    /// The sheet has no such place (none at all, where the margins leave no room); nothing was written.
    #[error("the sheet has no place {0}")]
    NoPlace(usize),
    /// There is nothing to print; nothing was written.
    #[error("a document of cards needs at least one card")]
    NoCards,
    /// The user stopped; what was written so far is no document.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// The bundled font could not be used.
    #[error("the font could not be embedded")]
    Font(#[from] FontError),
    /// The PDF library could not draw something.
    #[error("the pages could not be drawn: {0}")]
    Drawing(String),
    /// The PDF library gave something this program cannot write.
    #[error("the PDF could not be built")]
    Pdf(#[from] lopdf::Error),
}

/// Writes the cards of a batch as one PDF, in the order given: a card a page, or ten a sheet with crop marks.
///
/// Reports [`Stage::Cards`] in cards. The caller owns the file: write to a temporary one, sync it, rename it.
///
/// # Errors
/// [`DocumentError`]. After [`DocumentError::Io`] and [`DocumentError::Cancelled`] the output holds a part of a
/// document and is to be thrown away; the other errors are found before the first byte.
pub fn write_cards(
    document: &CardsDocument<'_>,
    output: &mut dyn Write,
    progress: &dyn Progress,
) -> Result<Written, DocumentError> {
    let fonts = font::fonts()?;
    check::cards(document, fonts)?;
    let plan = PlannedCards::new(document, fonts);
    let about = pdf::About {
        title: format!("KPJ {} {} {}", document.npp, line(document.company), date::short(document.date)),
        author: author(document.settings),
        date: document.date,
    };
    pdf::write(&plan, &about, fonts, output, &|done| progress.report(Stage::Cards, done, document.workers.len()))
}

/// Writes a receipt as PDF, on the paper of the settings, with the office's logo left of the letterhead.
///
/// Reports [`Stage::Receipt`] in cards. The caller owns the file: write to a temporary one, sync it, rename it.
///
/// # Errors
/// [`DocumentError`], as for [`write_cards`].
pub fn write_receipt(
    receipt: &Receipt,
    settings: &Settings,
    logo: Option<&Arc<Image>>,
    output: &mut dyn Write,
    progress: &dyn Progress,
) -> Result<Written, DocumentError> {
    let fonts = font::fonts()?;
    check::receipt(receipt, settings, fonts)?;
    let plan = PlannedReceipt::new(receipt, settings, logo, fonts);
    let about = pdf::About {
        title: format!("Tanda Terima {} {} {}", receipt.number, receipt.npp, line(&receipt.company)),
        author: author(settings),
        date: receipt.date,
    };
    pdf::write(&plan, &about, fonts, output, &|done| progress.report(Stage::Receipt, done, receipt.cards.len()))
}

/// One side of a card for a screen; `None` where the template has no such side.
///
/// # Errors
/// [`DocumentError::Font`].
pub fn drawing(template: &Template, back: bool, facts: Facts<'_>) -> Result<Option<Drawing>, DocumentError> {
    Ok(layout::drawing(font::fonts()?, template, back, facts))
}

/// A page to measure a printer with. With a calibration it is the page that shows whether that is right.
///
/// # Errors
/// [`DocumentError`].
pub fn test_page(
    paper: Paper,
    printer: &str,
    calibration: Calibration,
    date: NaiveDate,
) -> Result<Vec<u8>, DocumentError> {
    let fonts = font::fonts()?;
    // a printer's name is what its driver calls it
    let printer: String = line(printer).chars().map(|c| if fonts.covers(c) { c } else { '?' }).collect();
    let plan = PlannedTestPage::new(paper, &printer, calibration);
    let about = pdf::About { title: format!("Halaman uji {printer}"), author: layout::INSTITUTION.to_owned(), date };
    let mut bytes = Vec::new();
    pdf::write(&plan, &about, fonts, &mut bytes, &|_| Ok(()))?;
    calibrated(&bytes, calibration)
}

/// The branch as the document's author.
fn author(settings: &Settings) -> String {
    let branch = line(&settings.branch);
    if branch.is_empty() { layout::INSTITUTION.to_owned() } else { branch }
}
