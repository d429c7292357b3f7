//! The office's work as the window asks for it: each function runs in a job and opens the archive for itself.

mod desk;

use desk::keep_if_it_waits;
pub(crate) use desk::{Desk, desk, keep, withdraw};

use super::desktop::Desktop;
use super::job::Failure;
use crate::domain::list::Edit;
use crate::domain::office::DEFAULT_TEMPLATE;
use crate::domain::pages::PageSelection;
use crate::domain::person::Found;
use crate::domain::work::PendingId;
use crate::domain::{Calibration, IssuedCard, Mark, Npp, Paper, ReceiptNumber, RegisterEntry, Seal, Settings};
use crate::import::ReadOptions;
use crate::progress::{Progress, Silent};
use crate::workflow::backup::{self, Made};
use crate::workflow::calibration;
use crate::workflow::check::{self, Checked, Request};
use crate::workflow::columns::{self, Preview};
use crate::workflow::dossier::{self, Dossier};
use crate::workflow::find;
use crate::workflow::issue::{Choices, Files, Issued, Outcome, Particulars, Reason, issue as issue_batch};
use crate::workflow::pending;
use crate::workflow::preview::{self, Pages, Part};
use crate::workflow::print::{self, Choice, Job, JobState, Printed, Spooler};
use crate::workflow::receipt::{Given, Wanted, give};
use crate::workflow::register::{self, Filter};
use crate::workflow::rejects::{self, Rejects};
use crate::workflow::repair::{self, Change};
use crate::workflow::reprint::{self, Reprinted};
use crate::workflow::restore::{self, Comparison, Outcome as Restoring};
use crate::workflow::sample::{self, Sample, SampleKind};
use crate::workflow::seal::{self, Verdict};
use crate::workflow::template::{self, Drawing, Listed, Template};
use crate::workflow::verify::Proof;
use crate::workflow::{self, Archive, logo, mark, void};
use crate::{i18n, tr};
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

/// Where a list comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    File(PathBuf),
    /// Cells copied in a spreadsheet.
    Pasted(Arc<str>),
    /// A list that waits.
    Kept(PendingId),
}

/// A list, read and judged, with what else the review shows.
#[derive(Debug, Clone)]
pub(crate) struct Reading {
    pub(crate) source: Source,
    pub(crate) checked: Arc<Checked>,
    pub(crate) known: Option<Known>,
    /// When its data was entered and its contribution posted, as said when it was worked on before.
    pub(crate) entered: Option<NaiveDate>,
    pub(crate) posted: Option<NaiveDate>,
    pub(crate) settings: Box<Settings>,
}

/// What earlier batches say of a company.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) name: String,
    pub(crate) ro: Option<String>,
    pub(crate) email: Option<String>,
}

/// A template to choose: its name, and what it is or what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Looks {
    pub(crate) name: String,
    pub(crate) about: String,
}

/// The front of a card and its back, where it has one.
pub(crate) type Drawn = (Drawing, Option<Drawing>);

/// A batch that was issued, or why it was not.
#[derive(Debug, Clone)]
pub(crate) enum Answer {
    Issued(Box<Issued>),
    Refused(Reason),
}

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

pub(crate) fn settings(folder: &Path) -> Result<Settings, Failure> {
    Ok(Archive::open(folder)?.settings()?)
}

/// Saves the settings; with `logo`, that picture becomes the letterhead's.
pub(crate) fn save_settings(folder: &Path, settings: Settings, logo: Option<&Path>) -> Result<Settings, Failure> {
    let folders = [&settings.documents_folder, &settings.backup_folder];
    if let Some(missing) = folders.into_iter().flatten().find(|folder| !folder.is_dir()) {
        let folder = missing.display().to_string();
        return Err(Failure::Explained {
            message: tr!("ui-settings-folder-missing", folder = folder),
            hint: tr!("ui-settings-folder-missing-hint"),
        });
    }
    let mut archive = Archive::open(folder)?;
    let settings = match logo {
        None => settings,
        Some(picture) => Settings { logo: Some(logo::keep(&archive, picture)?), ..settings },
    };
    archive.save_settings(&settings)?;
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
    let place = folder.join(if used.is_none() { "Halaman uji.pdf" } else { "Halaman uji terkoreksi.pdf" });
    calibration::write_page(&place, paper, printer, used, today)?;
    Ok(place)
}

pub(crate) fn read(
    folder: &Path,
    source: Source,
    options: &ReadOptions,
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Reading, workflow::Error> {
    let mut archive = Archive::open(folder)?;
    let (checked, particulars) = match &source {
        Source::File(file) => {
            let request = Request { file, options, kpj_from: None, on: today };
            let checked = check::examine(Some(&archive), request, progress)?;
            pending::go_on(&archive, checked, today, progress)?
        }
        Source::Pasted(text) => {
            let checked = check::pasted(Some(&archive), text, options, today, progress)?;
            pending::go_on(&archive, checked, today, progress)?
        }
        Source::Kept(id) => pending::resume(&archive, *id, today, progress)?,
    };
    keep_if_it_waits(&mut archive, &checked, &particulars);
    Ok(Reading { posted: particulars.posted, entered: particulars.entered, ..reading(&archive, source, checked)? })
}

fn reading(archive: &Archive, source: Source, checked: Checked) -> Result<Reading, workflow::Error> {
    let known = match checked.list.company.npp {
        Some(npp) => find_company(archive, npp)?,
        None => None,
    };
    let settings = Box::new(archive.settings()?);
    Ok(Reading { source, checked: Arc::new(checked), known, entered: None, posted: None, settings })
}

/// Reads a list once more, with other columns; what was repaired and completed stays so.
pub(crate) fn read_again(
    folder: &Path,
    source: Source,
    options: &ReadOptions,
    before: Option<&Checked>,
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Reading, workflow::Error> {
    let archive = Archive::open(folder)?;
    let checked = match &source {
        Source::File(file) => {
            let kpj_from = before.and_then(Checked::second_file);
            check::examine(Some(&archive), Request { file, options, kpj_from, on: today }, progress)?
        }
        Source::Pasted(text) => check::pasted(Some(&archive), text, options, today, progress)?,
        Source::Kept(id) => pending::resume(&archive, *id, today, progress)?.0,
    };
    let repaired = before.map_or(&[][..], |before| &before.list.edits);
    let checked = repaired_again(&archive, checked, repaired, today, progress)?;
    reading(&archive, source, checked)
}

fn repaired_again(
    archive: &Archive,
    checked: Checked,
    repaired: &[Edit],
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Checked, workflow::Error> {
    if repaired.is_empty() {
        return Ok(checked);
    }
    let again = |edit: &Edit| Change { row: edit.row, field: edit.field, value: edit.new.clone() };
    let changes: Vec<_> = repaired.iter().map(again).collect();
    repair::repair(Some(archive), &checked, &changes, today, progress)
}

/// The first rows of a list, to show where its table is.
pub(crate) fn preview(source: &Source, progress: &dyn Progress) -> Result<Arc<Preview>, workflow::Error> {
    let preview = match source {
        Source::File(file) => columns::preview(file, progress)?,
        Source::Pasted(text) => columns::preview_pasted(text, progress)?,
        // its file may be gone; only the columns that were chosen were kept
        Source::Kept(_) => Preview::default(),
    };
    Ok(Arc::new(preview))
}

/// Forgets what was said of lists with the titles of this one.
pub(crate) fn forget(folder: &Path, checked: &Checked) -> Result<bool, workflow::Error> {
    columns::forget_for(&Archive::open(folder)?, checked)
}

/// The list with its missing KPJ numbers from a second one; what was repaired stays so.
pub(crate) fn complete(
    folder: &Path,
    checked: &Checked,
    second: &Path,
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Arc<Checked>, workflow::Error> {
    let mut archive = Archive::open(folder)?;
    let checked = check::complete(Some(&archive), checked, second, today, progress)?;
    keep_if_it_waits(&mut archive, &checked, &Particulars::on(today));
    Ok(Arc::new(checked))
}

/// The list with changes made, judged anew.
pub(crate) fn repair(
    folder: &Path,
    checked: &Checked,
    changes: &[Change],
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Arc<Checked>, workflow::Error> {
    let mut archive = Archive::open(folder)?;
    let checked = repair::repair(Some(&archive), checked, changes, today, progress)?;
    keep_if_it_waits(&mut archive, &checked, &Particulars::on(today));
    Ok(Arc::new(checked))
}

/// Writes the rows with problems for the company; `None`: there is a file already, and nothing was written.
pub(crate) fn send_back(
    folder: &Path,
    checked: &Checked,
    out: &Path,
    replace: bool,
) -> Result<Option<Rejects>, workflow::Error> {
    if !replace && out.exists() {
        return Ok(None);
    }
    rejects::write(Some(&Archive::open(folder)?), checked, out).map(Some)
}

/// Makes a list to learn with and reads it. With `office`, practice begins and takes over that office's settings.
pub(crate) fn practise(
    folder: &Path,
    office: Option<&Path>,
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Reading, workflow::Error> {
    let mut archive = Archive::open(folder)?;
    if let Some(office) = office
        && let Some(office) = Archive::open_existing(office)?
    {
        let settings = office.settings()?;
        // the office's own templates lie in its data folder
        let template = template::load(folder, &settings.template).map_or(DEFAULT_TEMPLATE.into(), |found| found.name);
        // copies of practice documents have no place in the office's folder
        archive.save_settings(&Settings { documents_folder: None, template, ..settings })?;
    }
    // each list is another one, so that it can be issued again and again
    let seed = register::list(&archive, &Filter::default())?.len() as u64 + 1;
    let file = folder.join(format!("Daftar contoh {seed}.xlsx"));
    sample::write(Sample { rows: 40, kind: SampleKind::Hr, dirty: true, seed }, &file)?;
    drop(archive);
    read(folder, Source::File(file), &ReadOptions::default(), today, progress)
}

fn find_company(archive: &Archive, npp: Npp) -> Result<Option<Known>, workflow::Error> {
    Ok(register::company(archive, &npp)?.map(|found| Known { name: found.name, ro: found.ro, email: found.email }))
}

pub(crate) fn company(folder: &Path, npp: Npp) -> Result<Option<Known>, workflow::Error> {
    find_company(&Archive::open(folder)?, npp)
}

pub(crate) fn issue(
    folder: &Path,
    checked: &Checked,
    particulars: &Particulars,
    choices: &Choices,
    progress: &dyn Progress,
) -> Result<Answer, workflow::Error> {
    let mut archive = Archive::open(folder)?;
    Ok(match issue_batch(&mut archive, &checked.list, particulars, choices, progress)? {
        Outcome::Issued(issued) => Answer::Issued(Box::new(issued)),
        Outcome::Refused(refusal) => Answer::Refused(refusal.reason),
        // the window asks for no dry run
        Outcome::Ready(_) => Answer::Refused(Reason::NothingLeft),
    })
}

/// Both documents of a receipt, ready to be looked at.
#[derive(Debug)]
pub(crate) struct Opened {
    cards: Pages,
    receipt: Pages,
}

impl Opened {
    pub(crate) fn pages(&self, part: Part) -> &Pages {
        match part {
            Part::Cards => &self.cards,
            Part::Receipt => &self.receipt,
        }
    }
}

/// The documents that issuing would make; nothing is written.
pub(crate) fn draft(
    folder: &Path,
    checked: &Checked,
    particulars: &Particulars,
    choices: &Choices,
    progress: &dyn Progress,
) -> Result<Opened, workflow::Error> {
    let made = preview::draft(&Archive::open(folder)?, &checked.list, particulars, choices, progress)?;
    Ok(Opened { cards: Pages::read(made.cards)?, receipt: Pages::read(made.receipt)? })
}

/// The documents of a receipt, as they were issued.
pub(crate) fn issued(folder: &Path, number: &ReceiptNumber) -> Result<Opened, workflow::Error> {
    let archive = Archive::open(folder)?;
    let pages = |part| Ok::<_, workflow::Error>(Pages::read(preview::issued(&archive, number, part)?)?);
    Ok(Opened { cards: pages(Part::Cards)?, receipt: pages(Part::Receipt)? })
}

/// The printers, and what there is to print.
pub(crate) fn print_choices(
    folder: &Path,
    printing: &dyn Spooler,
    number: &ReceiptNumber,
    part: Part,
) -> Result<Choice, workflow::Error> {
    print::choices(&Archive::open(folder)?, printing, number, part)
}

/// Hands a document to a printer.
pub(crate) fn print(folder: &Path, printing: &dyn Spooler, wanted: &print::Wanted) -> Result<Printed, workflow::Error> {
    print::print(&mut Archive::open(folder)?, printing, wanted)
}

/// What became of a print job.
pub(crate) fn job_state(printing: &dyn Spooler, job: &Job) -> Result<JobState, workflow::Error> {
    Ok(printing.state(job)?)
}

/// Marks cards as printed, all but those on these pages; gives how many wait to be printed again.
pub(crate) fn came_out(
    folder: &Path,
    number: &ReceiptNumber,
    spoilt: &PageSelection,
    today: NaiveDate,
) -> Result<usize, workflow::Error> {
    print::came_out(&mut Archive::open(folder)?, number, spoilt, today)
}

fn filter(search: &str) -> Filter {
    let search = search.trim();
    Filter { search: (!search.is_empty()).then(|| search.to_owned()), ..Filter::default() }
}

pub(crate) fn entries(folder: &Path, search: &str) -> Result<Arc<[RegisterEntry]>, workflow::Error> {
    Ok(register::list(&Archive::open(folder)?, &filter(search))?.into())
}

/// Everything that became of a receipt.
pub(crate) fn documents(folder: &Path, number: &ReceiptNumber) -> Result<Files, workflow::Error> {
    register::documents(&Archive::open(folder)?, number)
}

pub(crate) fn dossier(folder: &Path, number: &ReceiptNumber) -> Result<Dossier, workflow::Error> {
    dossier::dossier(&Archive::open(folder)?, number)
}

/// The cards of a receipt.
pub(crate) fn cards(folder: &Path, number: &ReceiptNumber) -> Result<Arc<[IssuedCard]>, workflow::Error> {
    Ok(dossier::cards(&Archive::open(folder)?, number)?.into())
}

pub(crate) fn mark(
    folder: &Path,
    number: &ReceiptNumber,
    mark: &Mark,
    today: NaiveDate,
) -> Result<Dossier, workflow::Error> {
    mark::mark(&mut Archive::open(folder)?, number, mark, today)
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

/// People whom the screen shows at once.
const PEOPLE: usize = 200;

pub(crate) fn people(folder: &Path, text: &str) -> Result<Arc<Found>, workflow::Error> {
    Ok(Arc::new(find::find(&Archive::open(folder)?, text, PEOPLE)?))
}

/// Writes the rows that the search shows; gives how many.
pub(crate) fn export(folder: &Path, search: &str, full: bool, out: &Path) -> Result<usize, workflow::Error> {
    register::export(&mut Archive::open(folder)?, &filter(search), full, out)
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
