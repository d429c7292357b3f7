//! The office's work as the window asks for it: each function runs in a job and opens the archive for itself.

pub(crate) mod companies;
mod list;
mod mail;
mod settings;
pub(crate) mod take_over;

pub(crate) use list::*;
pub(crate) use mail::*;
pub(crate) use settings::*;

use super::desktop::Desktop;
use super::job::Failure;
use super::screen::Offer;
use crate::domain::life::CardEvent;
use crate::domain::person::Found;
use crate::domain::{Calibration, IssuedCard, Kpj, Mark, Paper, ReceiptNumber, RegisterEntry, Seal, Settings};
use crate::i18n;
use crate::progress::{Progress, Silent};
use crate::tr;
use crate::workflow::arrival::{self, Arrival};
use crate::workflow::backup::{self, Made};
use crate::workflow::calibration;
use crate::workflow::dossier::{self, Dossier};
use crate::workflow::find;
use crate::workflow::guide;
use crate::workflow::issue::Files;
use crate::workflow::lookup::{self, Lookup};
use crate::workflow::preview::{self, Pages, Part};
use crate::workflow::print::{self, Choice, Job, JobState, Printable, Printed, Spooler};
use crate::workflow::receipt::{Given, Wanted, give};
use crate::workflow::register::{self, EntryId, Filter, Sort, Totals};
use crate::workflow::reprint::{self, Reprinted};
use crate::workflow::restore::{self, Comparison, Outcome as Restoring};
use crate::workflow::seal::{self, Verdict};
use crate::workflow::template::{self, Drawing, Listed, Template};
use crate::workflow::verify::Proof;
use crate::workflow::work::{self, Desk};
use crate::workflow::{self, Archive, mark, places_on, practice, scan, void};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What screens need to begin work.
#[derive(Clone)]
pub(crate) struct Context {
    /// The data folder that is worked in.
    pub(crate) folder: PathBuf,
    pub(crate) desktop: Arc<dyn Desktop>,
    pub(crate) printing: Arc<dyn Spooler>,
    /// The calendar's day; tests stop it.
    pub(crate) today: fn() -> NaiveDate,
}

impl Context {
    /// Where a file of this name goes unless the user says otherwise.
    pub(crate) fn proposal(&self, name: &str) -> PathBuf {
        directories::UserDirs::new()
            .and_then(|dirs| dirs.document_dir().map(Path::to_owned))
            .unwrap_or_else(|| self.folder.clone())
            .join(name)
    }
}

/// Puts the guide where it can be opened.
pub(crate) fn guide(folder: &Path) -> Result<PathBuf, Failure> {
    Ok(guide::put(folder)?)
}

/// A template to choose: its name, and what it is or what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Looks {
    pub(crate) name: String,
    pub(crate) about: String,
}

/// The front of a card and its back, where it has one.
pub(crate) type Drawn = (Drawing, Option<Drawing>);

impl From<workflow::Error> for Failure {
    fn from(error: workflow::Error) -> Self {
        if let workflow::Error::Cancelled(_) = error {
            return Self::Cancelled;
        }
        tracing::warn!(code = error.code(), "work failed");
        let i18n::Explanation { message, hint } = error.explain();
        if error.is_about_columns() { Self::Unmapped { message, hint } } else { Self::Explained { message, hint } }
    }
}

/// Saves what an office says at its first start; the folder for its documents is made where it is not there yet.
pub(crate) fn save_first_settings(folder: &Path, settings: Settings) -> Result<Settings, Failure> {
    if let Some(documents) = &settings.documents_folder {
        // where that fails, saving says that the folder is not there
        let _ = std::fs::create_dir_all(documents);
    }
    Archive::open(folder)?.save_settings(&settings)?;
    Ok(settings)
}

pub(crate) fn looks(folder: &Path) -> Result<Vec<Looks>, Failure> {
    let looks = |listed: Listed| {
        let about = match listed.template {
            Ok(template) => template.title,
            Err(faults) => faults.faults.first().map(template::in_words).unwrap_or_default(),
        };
        Looks { name: listed.name, about }
    };
    Ok(template::list(folder)?.into_iter().map(looks).collect())
}

/// A card as the settings want it.
pub(crate) fn draw_card(folder: &Path, settings: &Settings, long: bool) -> Result<Drawn, Failure> {
    let template = template::load(folder, &settings.template)?;
    let side = |back| template::drawing(&template, back, settings, long);
    let front = side(false)?.ok_or(Failure::Panicked)?;
    Ok((front, side(true)?))
}

/// A template to edit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct OpenedTemplate {
    pub(crate) template: Template,
    /// Whether it came with the program: then it is saved under another name.
    pub(crate) shipped: bool,
}

pub(crate) fn open_template(folder: &Path, name: &str) -> Result<Box<OpenedTemplate>, Failure> {
    Ok(Box::new(OpenedTemplate { template: template::load(folder, name)?, shipped: template::is_shipped(name) }))
}

/// Saves what was edited: over `opened`, or as a new one. Gives its name.
pub(crate) fn save_template(folder: &Path, opened: Option<&str>, edited: &Template) -> Result<String, Failure> {
    let archive = Archive::open(folder)?;
    let saved = if opened == Some(edited.name.as_str()) {
        template::save(&archive, edited)?
    } else {
        template::add(&archive, edited)?
    };
    Ok(saved.name)
}

/// Writes a page to measure a printer with, and gives its place.
pub(crate) fn test_page(
    folder: &Path,
    paper: Paper,
    printer: &str,
    used: Calibration,
    today: NaiveDate,
) -> Result<PathBuf, Failure> {
    let place = folder.join(if used.is_none() { tr!("ui-test-page-file") } else { tr!("ui-test-page-corrected-file") });
    calibration::write_page(&place, paper, printer, used, today)?;
    Ok(place)
}

/// Ends practice in this office; nothing of it remains.
pub(crate) fn end_practice(office: &Path) -> Result<(), workflow::Error> {
    practice::end(office)
}

/// What a file is that has just arrived; `None` where there is nothing to offer.
pub(crate) fn look_at_arrival(
    folder: &Path,
    file: &Path,
    today: NaiveDate,
) -> Result<Option<Arrival>, workflow::Error> {
    arrival::look(&Archive::open(folder)?, file, today, &Silent)
}

/// What the day begins with.
pub(crate) fn desk(folder: &Path, today: NaiveDate, small_first: bool) -> Result<Arc<Desk>, workflow::Error> {
    work::desk(&Archive::open(folder)?, today, small_first).map(Arc::new)
}

/// The documents of a receipt, ready to be looked at.
#[derive(Debug)]
pub(crate) struct Opened {
    /// `None`: a copy of the receipt alone.
    cards: Option<Pages>,
    receipt: Pages,
}

impl Opened {
    pub(crate) fn has_cards(&self) -> bool {
        self.cards.is_some()
    }

    /// The pages of this part; of a copy without cards always the receipt's.
    pub(crate) fn pages(&self, part: Part) -> &Pages {
        match (part, &self.cards) {
            (Part::Cards, Some(cards)) => cards,
            _ => &self.receipt,
        }
    }
}

/// The documents of a receipt as they were issued, or of one of its copies.
pub(crate) fn issued(folder: &Path, number: &ReceiptNumber, copy: Option<u32>) -> Result<Opened, workflow::Error> {
    let archive = Archive::open(folder)?;
    let read = |part| {
        let bytes = match copy {
            None => preview::issued(&archive, number, part),
            Some(copy) => preview::copied(&archive, number, copy, part),
        };
        Ok::<_, workflow::Error>(Pages::read(bytes?)?)
    };
    let receipt = read(Part::Receipt)?;
    let cards = match read(Part::Cards) {
        Err(workflow::Error::NoSuchCopy { .. }) => None,
        cards => Some(cards?),
    };
    Ok(Opened { cards, receipt })
}

/// The printers, and what there is to print.
pub(crate) fn print_choices(
    folder: &Path,
    printing: &dyn Spooler,
    document: &Printable,
) -> Result<Choice, workflow::Error> {
    print::choices(&Archive::open(folder)?, printing, document)
}

/// Where a document stands.
pub(crate) fn print_file(folder: &Path, document: &Printable) -> Result<PathBuf, workflow::Error> {
    print::file(&Archive::open(folder)?, document)
}

/// Hands a document to a printer.
pub(crate) fn print(folder: &Path, printing: &dyn Spooler, wanted: &print::Wanted) -> Result<Printed, workflow::Error> {
    print::print(&mut Archive::open(folder)?, printing, wanted)
}

/// What a printer took over of several documents, and why the others stayed.
#[derive(Debug, Clone)]
pub(crate) struct Sent {
    pub(crate) printed: Arc<[Printed]>,
    pub(crate) failure: Option<Failure>,
}

pub(crate) fn print_all(
    folder: &Path,
    printing: &dyn Spooler,
    wanted: &[print::Wanted],
    progress: &dyn Progress,
) -> Result<Sent, workflow::Error> {
    let print::Sent { printed, failure } = print::print_all(&mut Archive::open(folder)?, printing, wanted, progress);
    Ok(Sent { printed: printed.into(), failure: failure.map(Failure::from) })
}

/// Says of receipts that all their cards came out well; gives how many.
pub(crate) fn mark_printed(
    folder: &Path,
    numbers: &[ReceiptNumber],
    today: NaiveDate,
) -> Result<usize, workflow::Error> {
    let mut archive = Archive::open(folder)?;
    for number in numbers {
        mark::mark(&mut archive, number, &Mark::Printed { failed: Vec::new() }, today)?;
    }
    Ok(numbers.len())
}

/// What became of a print job.
pub(crate) fn job_state(printing: &dyn Spooler, job: &Job) -> Result<JobState, workflow::Error> {
    Ok(printing.state(job)?)
}

/// What is asked of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Question {
    pub(crate) filter: Filter,
    pub(crate) sort: Sort,
}

/// Rows of the register, each with its id.
pub(crate) type RegisterRows = Arc<[(EntryId, RegisterEntry)]>;

/// The answer to a question: which rows there are, in their order, and what stands in some.
#[derive(Debug)]
pub(crate) struct Listing {
    pub(crate) ids: Arc<[EntryId]>,
    pub(crate) totals: Totals,
    pub(crate) rows: RegisterRows,
    /// Relationship officers that the register names.
    pub(crate) officers: Vec<String>,
}

/// Rows that the list begins with: more than any window shows.
const FIRST_ROWS: usize = 100;

/// The first rows of a question, long before all are found.
pub(crate) fn first_rows(folder: &Path, question: &Question) -> Result<RegisterRows, workflow::Error> {
    let archive = Archive::open(folder)?;
    let ids = register::first(&archive, &question.filter, question.sort, FIRST_ROWS)?;
    Ok(register::rows(&archive, &ids)?.into())
}

/// All rows of a question, and what stands in the first and in those of `keep`.
pub(crate) fn listing(
    folder: &Path,
    question: &Question,
    keep: &[EntryId],
    progress: &dyn Progress,
) -> Result<Arc<Listing>, workflow::Error> {
    let archive = Archive::open(folder)?;
    let index = register::index(&archive, &question.filter, question.sort, progress)?;
    let mut near: Vec<EntryId> = index.ids.iter().take(FIRST_ROWS).copied().collect();
    near.extend(keep);
    let rows = register::rows(&archive, &near)?.into();
    let officers = register::officers(&archive)?;
    Ok(Arc::new(Listing { ids: index.ids.into(), totals: index.totals, rows, officers }))
}

/// What stands in these rows.
pub(crate) fn rows(folder: &Path, ids: &[EntryId]) -> Result<RegisterRows, workflow::Error> {
    Ok(register::rows(&Archive::open(folder)?, ids)?.into())
}

/// Everything that became of a receipt.
pub(crate) fn documents(folder: &Path, number: &ReceiptNumber) -> Result<Files, workflow::Error> {
    register::documents(&Archive::open(folder)?, number)
}

pub(crate) fn dossier(folder: &Path, number: &ReceiptNumber) -> Result<Dossier, workflow::Error> {
    dossier::dossier(&Archive::open(folder)?, number)
}

/// Cards to choose from, and how many of them a sheet of the settings' paper holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Offered {
    pub(crate) cards: Vec<Offer>,
    pub(crate) places: usize,
}

/// Everything that happened to a card.
pub(crate) fn card_history(folder: &Path, kpj: &Kpj) -> Result<Vec<CardEvent>, workflow::Error> {
    dossier::of_card(&Archive::open(folder)?, kpj)
}

/// The people of a receipt; that they were shown is on record.
pub(crate) fn people_of(folder: &Path, number: &ReceiptNumber) -> Result<Arc<[IssuedCard]>, workflow::Error> {
    Ok(dossier::people(&Archive::open(folder)?, number)?.into())
}

/// The cards of all receipts that wait to be printed again.
pub(crate) fn spoilt(folder: &Path) -> Result<Arc<Offered>, workflow::Error> {
    let archive = Archive::open(folder)?;
    let cards = dossier::spoilt(&archive)?.into_iter().map(Offer::from).collect();
    Ok(Arc::new(Offered { cards, places: places(&archive)? }))
}

/// The cards of a receipt.
pub(crate) fn cards(folder: &Path, number: &ReceiptNumber) -> Result<Arc<Offered>, workflow::Error> {
    let archive = Archive::open(folder)?;
    let cards = dossier::cards(&archive, number)?.iter().map(Offer::from).collect();
    Ok(Arc::new(Offered { cards, places: places(&archive)? }))
}

fn places(archive: &Archive) -> Result<usize, workflow::Error> {
    let settings = archive.settings()?;
    Ok(places_on(settings.paper, &settings.sheet))
}

pub(crate) fn mark(
    folder: &Path,
    number: &ReceiptNumber,
    mark: &Mark,
    today: NaiveDate,
) -> Result<Dossier, workflow::Error> {
    mark::mark(&mut Archive::open(folder)?, number, mark, today)
}

/// Keeps a scan of the signed receipt, and with it the hand-over where that is said now.
pub(crate) fn attach_scan(
    folder: &Path,
    number: &ReceiptNumber,
    file: &Path,
    handed: Option<(&Mark, NaiveDate)>,
) -> Result<Dossier, workflow::Error> {
    scan::attach(&mut Archive::open(folder)?, number, file, handed, &Silent)
}

pub(crate) fn void(folder: &Path, number: &ReceiptNumber, reason: &str) -> Result<Dossier, workflow::Error> {
    void::void(&mut Archive::open(folder)?, number, reason)
}

pub(crate) fn reprint(
    folder: &Path,
    request: &reprint::Request,
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Reprinted, workflow::Error> {
    reprint::reprint(&mut Archive::open(folder)?, request, today, progress)
}

/// Where the PDF of a receipt stands: as issued, with the mark BATAL, or a new copy.
pub(crate) fn receipt(
    folder: &Path,
    number: &ReceiptNumber,
    wanted: Wanted,
    today: NaiveDate,
) -> Result<Given, workflow::Error> {
    give(&mut Archive::open(folder)?, number, wanted, None, today, &Silent)
}

pub(crate) fn verify_code(folder: &Path, code: &Seal) -> Result<Verdict, workflow::Error> {
    seal::verify(&Archive::open(folder)?, code)
}

/// Companies, and receipts, that the palette shows at once.
const LOOKED_UP: usize = 5;
/// People whom the screen shows at once.
const PEOPLE: usize = 200;

pub(crate) fn people(folder: &Path, text: &str) -> Result<Arc<Found>, workflow::Error> {
    Ok(Arc::new(find::find(&Archive::open(folder)?, text, PEOPLE)?))
}

/// Companies and receipts that a text may mean.
pub(crate) fn lookup(folder: &Path, text: &str) -> Result<Arc<Lookup>, workflow::Error> {
    lookup::lookup(&Archive::open(folder)?, text, LOOKED_UP).map(Arc::new)
}

/// Writes the rows of a question in their order; gives how many.
pub(crate) fn export(folder: &Path, question: &Question, full: bool, out: &Path) -> Result<usize, workflow::Error> {
    register::export(&mut Archive::open(folder)?, &question.filter, question.sort, full, out)
}

pub(crate) fn verify(folder: &Path, progress: &dyn Progress) -> Result<Arc<Proof>, workflow::Error> {
    Ok(Arc::new(workflow::verify::verify(&Archive::open(folder)?, progress)?))
}

/// Writes a backup; `None`: there is a file already, and nothing was written.
pub(crate) fn backup(
    folder: &Path,
    out: &Path,
    replace: bool,
    progress: &dyn Progress,
) -> Result<Option<Arc<Made>>, workflow::Error> {
    if !replace && out.exists() {
        return Ok(None);
    }
    backup::backup(&Archive::open(folder)?, out, replace, progress).map(|made| Some(Arc::new(made)))
}

/// The backup of the day, where it is due.
pub(crate) fn daily_backup(
    folder: &Path,
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Option<Arc<Made>>, workflow::Error> {
    Ok(backup::daily(&Archive::open(folder)?, today, progress)?.map(Arc::new))
}

pub(crate) fn compare(folder: &Path, file: &Path) -> Result<Arc<Comparison>, workflow::Error> {
    restore::compare(folder, file).map(Arc::new)
}

/// Brings a backup back after a person has seen what it holds and what is here.
pub(crate) fn restore(folder: &Path, file: &Path, progress: &dyn Progress) -> Result<Arc<Restoring>, workflow::Error> {
    restore::restore(folder, file, true, progress).map(Arc::new)
}
