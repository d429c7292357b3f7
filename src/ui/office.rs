//! The office's work as the window asks for it: each function runs in a job and opens the archive for itself.

use super::desktop::Desktop;
use super::job::Failure;
use crate::domain::list::Edit;
use crate::domain::office::DEFAULT_TEMPLATE;
use crate::domain::{Npp, ReceiptNumber, RegisterEntry, Settings};
use crate::import::ReadOptions;
use crate::progress::Progress;
use crate::workflow::check::{self, Checked, Request};
use crate::workflow::issue::{Choices, Files, Issued, Outcome, Particulars, Reason, issue as issue_batch};
use crate::workflow::preview::{self, Pages, Part};
use crate::workflow::register::{self, Filter};
use crate::workflow::rejects::{self, Rejects};
use crate::workflow::repair::{self, Change};
use crate::workflow::sample::{self, Sample, SampleKind};
use crate::workflow::template;
use crate::workflow::{self, Archive};
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
}

/// A list, read and judged, with what else the review shows.
#[derive(Debug, Clone)]
pub(crate) struct Reading {
    pub(crate) source: Source,
    pub(crate) checked: Arc<Checked>,
    pub(crate) known: Option<Known>,
    pub(crate) settings: Box<Settings>,
}

/// What earlier batches say of a company.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) name: String,
    pub(crate) ro: Option<String>,
    pub(crate) email: Option<String>,
}

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
        Self::Explained { message, hint }
    }
}

pub(crate) fn settings(folder: &Path) -> Result<Settings, Failure> {
    Ok(Archive::open(folder)?.settings()?)
}

pub(crate) fn save_settings(folder: &Path, settings: Settings) -> Result<Settings, Failure> {
    if let Some(copies) = &settings.documents_folder
        && !copies.is_dir()
    {
        let folder = copies.display().to_string();
        return Err(Failure::Explained {
            message: tr!("ui-settings-folder-missing", folder = folder),
            hint: tr!("ui-settings-folder-missing-hint"),
        });
    }
    Archive::open(folder)?.save_settings(&settings)?;
    Ok(settings)
}

pub(crate) fn read(
    folder: &Path,
    source: Source,
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Reading, workflow::Error> {
    let archive = Archive::open(folder)?;
    let checked = match &source {
        Source::File(file) => {
            let request = Request { file, options: &ReadOptions::default(), kpj_from: None, on: today };
            check::examine(Some(&archive), request, progress)?
        }
        Source::Pasted(text) => check::pasted(Some(&archive), text, today, progress)?,
    };
    let known = match checked.list.company.npp {
        Some(npp) => find_company(&archive, npp)?,
        None => None,
    };
    Ok(Reading { source, checked: Arc::new(checked), known, settings: Box::new(archive.settings()?) })
}

/// Reads the list once more, with the KPJ numbers of a second one; what was repaired stays so.
pub(crate) fn complete(
    folder: &Path,
    file: &Path,
    second: &Path,
    repaired: &[Edit],
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Arc<Checked>, workflow::Error> {
    let archive = Archive::open(folder)?;
    let request = Request { file, options: &ReadOptions::default(), kpj_from: Some(second), on: today };
    let checked = check::examine(Some(&archive), request, progress)?;
    if repaired.is_empty() {
        return Ok(Arc::new(checked));
    }
    let again = |edit: &Edit| Change { row: edit.row, field: edit.field, value: edit.new.clone() };
    let changes: Vec<_> = repaired.iter().map(again).collect();
    Ok(Arc::new(repair::repair(Some(&archive), &checked, &changes, today, progress)?))
}

/// The list with changes made, judged anew.
pub(crate) fn repair(
    folder: &Path,
    checked: &Checked,
    changes: &[Change],
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Arc<Checked>, workflow::Error> {
    let archive = Archive::open(folder)?;
    Ok(Arc::new(repair::repair(Some(&archive), checked, changes, today, progress)?))
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
    read(folder, Source::File(file), today, progress)
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

fn filter(search: &str) -> Filter {
    let search = search.trim();
    Filter { search: (!search.is_empty()).then(|| search.to_owned()), ..Filter::default() }
}

pub(crate) fn entries(folder: &Path, search: &str) -> Result<Arc<[RegisterEntry]>, workflow::Error> {
    Ok(register::list(&Archive::open(folder)?, &filter(search))?.into())
}

pub(crate) fn documents(folder: &Path, number: &ReceiptNumber) -> Result<Files, workflow::Error> {
    register::documents(&Archive::open(folder)?, number)
}

/// Writes the rows that the search shows; gives how many.
pub(crate) fn export(folder: &Path, search: &str, full: bool, out: &Path) -> Result<usize, workflow::Error> {
    register::export(&mut Archive::open(folder)?, &filter(search), full, out)
}
