//! A company's list, from its file to its batch.

use super::Opened;
use crate::domain::work::PendingId;
use crate::domain::{Npp, Settings};
use crate::import::ReadOptions;
use crate::progress::Progress;
use crate::tr;
use crate::ui::job::Failure;
use crate::workflow::arrival;
use crate::workflow::check::{self, Checked, Request};
use crate::workflow::columns::{self, Preview};
use crate::workflow::issue::{Choices, Issued, Outcome, Particulars, Reason, issue as issue_batch};
use crate::workflow::preview::{self, Pages};
use crate::workflow::register;
use crate::workflow::rejects::{self, Rejects};
use crate::workflow::repair::{self, Change};
use crate::workflow::{self, Archive, pending, practice};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};
use std::sync::Arc;

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
    /// What was said of it when it was worked on before.
    pub(crate) said: Particulars,
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
    keep_aside(&mut archive, &checked, &particulars);
    reading(&archive, source, checked, particulars)
}

/// A list waits from the moment it was read. It is worked on all the same where it cannot be kept.
fn keep_aside(archive: &mut Archive, checked: &Checked, particulars: &Particulars) {
    if let Err(error) = pending::keep_if_it_waits(archive, checked, particulars) {
        tracing::warn!(code = error.code(), "a list could not be kept");
    }
}

fn reading(archive: &Archive, source: Source, checked: Checked, said: Particulars) -> Result<Reading, workflow::Error> {
    let known = match said.npp.or(checked.list.company.npp) {
        Some(npp) => find_company(archive, npp)?,
        None => None,
    };
    let settings = Box::new(archive.settings()?);
    Ok(Reading { source, checked: Arc::new(checked), known, said, settings })
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
            check::examine(Some(&archive), Request { file, options, kpj_from: None, on: today }, progress)?
        }
        Source::Pasted(text) => check::pasted(Some(&archive), text, options, today, progress)?,
        Source::Kept(id) => pending::resume(&archive, *id, today, progress)?.0,
    };
    let checked = match before {
        Some(before) => repair::as_before(Some(&archive), checked, before, today, progress)?,
        None => checked,
    };
    reading(&archive, source, checked, Particulars::on(today))
}

/// The files among `paths`, and those of folders among them.
pub(crate) fn spreadsheets(paths: Vec<PathBuf>) -> Result<Vec<PathBuf>, Failure> {
    let shown = paths.first().map(|path| path.display().to_string()).unwrap_or_default();
    arrival::spreadsheets(paths).map_err(|error| {
        tracing::warn!(kind = ?error.kind(), "a folder could not be read");
        Failure::Explained { message: tr!("ui-folder-unreadable", folder = shown), hint: String::new() }
    })
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
    keep_aside(&mut archive, &checked, &Particulars::on(today));
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
    keep_aside(&mut archive, &checked, &Particulars::on(today));
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

/// Makes a list to learn with and reads it. With `office`, practice begins in that office's folder.
pub(crate) fn practise(
    folder: &Path,
    office: Option<&Path>,
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Reading, workflow::Error> {
    if let Some(office) = office {
        // what an earlier practice left behind when the program was stopped
        practice::end(office)?;
        practice::begin(office)?;
    }
    let file = practice::list(folder)?;
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

/// The documents that issuing would make; nothing is written.
pub(crate) fn draft(
    folder: &Path,
    checked: &Checked,
    particulars: &Particulars,
    choices: &Choices,
    progress: &dyn Progress,
) -> Result<Opened, workflow::Error> {
    let made = preview::draft(&Archive::open(folder)?, &checked.list, particulars, choices, progress)?;
    Ok(Opened { cards: Some(Pages::read(made.cards)?), receipt: Pages::read(made.receipt)? })
}

/// Keeps a list with what the user said of it; `false` where nothing of it waits.
pub(crate) fn keep(folder: &Path, checked: &Checked, particulars: &Particulars) -> Result<bool, workflow::Error> {
    pending::keep_if_it_waits(&mut Archive::open(folder)?, checked, particulars)
}

/// Takes back a list that waits.
pub(crate) fn withdraw(folder: &Path, id: PendingId, reason: &str) -> Result<(), workflow::Error> {
    pending::withdraw(&mut Archive::open(folder)?, id, reason)
}
