//! Issue: number, cards, receipt and register row, all of them or none.
//!
//! The order makes every stop harmless. Files are written aside and made durable; then one transaction says that they
//! are issued; then they move to their place. A stop before the commit leaves files that the next start removes, a
//! stop after it files that the next start moves. One lock a data folder keeps two programs from doing this at once.

use super::{Archive, Error, act, logo, places_on, template};
use crate::document::template::Template;
use crate::document::{self, CardsDocument, DocumentError};
use crate::domain::list::Edit;
use crate::domain::{
    CheckedList, CheckedRow, Code, Counts, Edition, Field, IssuedCard, Npp, Paper, Problem, Receipt, ReceiptNumber,
    ReceiptStatus, Reference, RegisterEntry, RowStatus, Seal, Settings, Severity, Worker,
};
use crate::mail;
use crate::progress::{Progress, Stage};
use crate::store::documents::{cards_path, receipt_path, worker_folder};
use crate::store::{CompanyRecord, Document, DocumentKind, Documents, Lock, NewReceipt, Staging};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

/// What the user says of the batch; what is `None` is taken from the file or from an earlier batch of the company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Particulars {
    /// The company's number.
    pub npp: Option<Npp>,
    /// The company's name.
    pub company: Option<String>,
    /// Its relationship officer.
    pub ro: Option<String>,
    /// Its e-mail address.
    pub email: Option<String>,
    /// When its data was entered.
    pub entered: Option<NaiveDate>,
    /// When its contribution was posted.
    pub posted: Option<NaiveDate>,
    /// Date of the receipt; the number belongs to its year.
    pub date: NaiveDate,
}

impl Particulars {
    /// Nothing but the date.
    #[must_use]
    pub fn on(date: NaiveDate) -> Self {
        Self { npp: None, company: None, ro: None, email: None, entered: None, posted: None, date }
    }
}

/// How to issue.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct Choices {
    /// Paper of the cards; `None`: as in the settings.
    pub paper: Option<Paper>,
    /// Name of the template; `None`: as in the settings.
    pub template: Option<String>,
    /// Where on the first sheet the cards begin, from 1; `None`: at its first place.
    pub start_at: Option<usize>,
    /// Also one PDF per worker.
    pub per_worker: bool,
    /// Folder for copies of the PDFs, beside the one in the settings.
    pub out: Option<PathBuf>,
    /// Issue rows that have only warnings.
    pub accept_warnings: bool,
    /// Leave rejected rows out.
    pub skip_rejected: bool,
    /// Only say what would happen.
    pub dry_run: bool,
}

/// What became of it.
#[derive(Debug)]
pub enum Outcome {
    /// Issued and recorded.
    Issued(Issued),
    /// Nothing was written: a person must look first.
    Refused(Refusal),
    /// A dry run: what would be issued.
    Ready(Plan),
}

/// A batch that was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// Its row in the register.
    pub entry: RegisterEntry,
    /// Rows of the list by status.
    pub counts: Counts,
    /// Where its documents stand in the archive.
    pub files: Files,
    /// Copies made for the user.
    pub copies: Vec<PathBuf>,
    /// Copies that could not be given their name although the batch is issued.
    pub failed_copies: Vec<PathBuf>,
}

/// The documents of a receipt in the archive.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files {
    /// All cards in one PDF.
    pub cards: PathBuf,
    /// The receipt.
    pub receipt: PathBuf,
    /// One PDF per worker, where asked for.
    pub per_worker: Vec<PathBuf>,
}

/// What a dry run would issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The company.
    pub company: CompanyRecord,
    /// Date of the receipt.
    pub date: NaiveDate,
    /// Number of cards.
    pub cards: usize,
    /// Rows of the list by status.
    pub counts: Counts,
}

/// Why nothing was issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// In one word.
    pub reason: Reason,
    /// Rows of the list by status.
    pub counts: Counts,
    /// Problems of the file as a whole.
    pub problems: Vec<Problem>,
    /// The rows that stand in the way.
    pub rows: Vec<CheckedRow>,
}

/// The reason of a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Warnings or rejected rows that nobody accepted or skipped.
    Problems,
    /// No row is left to issue.
    NothingLeft,
    /// Some of the numbers were issued after the list was checked.
    IssuedMeanwhile,
}

/// Issues the cards of a checked list.
///
/// # Errors
/// [`Error`]; nothing was written then, except for [`Error::Unfinished`].
pub fn issue(
    archive: &mut Archive,
    list: &CheckedList,
    particulars: &Particulars,
    choices: &Choices,
    progress: &dyn Progress,
) -> Result<Outcome, Error> {
    let settings = archive.settings()?;
    let template = template::load(archive.folder(), choices.template.as_ref().unwrap_or(&settings.template))?;
    let start_at = choices.start_at.unwrap_or(1);
    if !(1..=places_on(choices.paper.unwrap_or(settings.paper), &settings.sheet)).contains(&start_at) {
        return Err(DocumentError::NoPlace(start_at).into());
    }
    let company = company(archive, list, particulars)?;
    let mut problems = list.problems.clone();
    if company.npp.has_letters() && problems.iter().all(|problem| problem.code != Code::NppLetters) {
        problems.push(Problem::of_file(Code::NppLetters, company.npp.as_str()));
    }
    let counts = list.counts();
    let refuse = |reason, rows| Outcome::Refused(Refusal { reason, counts, problems: problems.clone(), rows });

    if let Some(rows) = unaccepted(list, &problems, choices) {
        return Ok(refuse(Reason::Problems, rows));
    }
    let cards = cards_of(list);
    if cards.is_empty() {
        return Ok(refuse(Reason::NothingLeft, list.rows.clone()));
    }
    if choices.dry_run {
        return Ok(Outcome::Ready(Plan { company, date: particulars.date, cards: cards.len(), counts }));
    }

    let lock = act::begin(archive, progress)?;
    let issued_meanwhile = issued_meanwhile(archive, list)?;
    if !issued_meanwhile.is_empty() {
        return Ok(refuse(Reason::IssuedMeanwhile, issued_meanwhile));
    }
    let batch = Batch { list, company, cards, particulars, counts, settings: &settings, template: &template, choices };
    batch.issue(archive, &lock, progress).map(Outcome::Issued)
}

/// The cards that the rows of a list become: all but the rejected ones.
pub(super) fn cards_of(list: &CheckedList) -> Vec<IssuedCard> {
    let card = |row: &CheckedRow| Some(IssuedCard { worker: row.worker()?, row: row.number });
    list.rows.iter().filter_map(card).collect()
}

/// The company by what the user says, else the file, else an earlier batch.
pub(super) fn company(
    archive: &Archive,
    list: &CheckedList,
    particulars: &Particulars,
) -> Result<CompanyRecord, Error> {
    let npp = particulars.npp.or(list.company.npp).ok_or(Error::NppMissing)?;
    let known = archive.store.company(&npp)?;
    let (known_name, known_ro, known_email) =
        known.map_or((None, None, None), |known| (Some(known.name), known.ro, known.email));
    let name = [particulars.company.clone(), list.company.name.clone(), known_name]
        .into_iter()
        .flatten()
        .map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "))
        .find(|name| !name.is_empty())
        .ok_or(Error::CompanyMissing)?;
    let given = |text: &Option<String>| text.as_deref().map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned);
    let email = given(&particulars.email);
    if let Some(email) = &email {
        mail::check(email)?;
    }
    Ok(CompanyRecord { npp, name, ro: given(&particulars.ro).or(known_ro), email: email.or(known_email) })
}

/// The rows that nobody accepted or skipped; `None` where nothing stands in the way.
fn unaccepted(list: &CheckedList, problems: &[Problem], choices: &Choices) -> Option<Vec<CheckedRow>> {
    let stands = |severity| match severity {
        Severity::Warning => !choices.accept_warnings,
        Severity::Error => !choices.skip_rejected,
    };
    let worst = |row: &CheckedRow| row.problems.iter().map(Problem::severity).max();
    let rows: Vec<CheckedRow> = list.rows.iter().filter(|row| worst(row).is_some_and(stands)).cloned().collect();
    // An error of the file (the NIK column holds something else) cannot be skipped row by row.
    let of_file = problems.iter().any(|p| p.severity() == Severity::Error || stands(p.severity()));
    if of_file || !rows.is_empty() { Some(rows) } else { None }
}

/// The rows whose KPJ was issued after the list was checked, each with the problem that says so.
fn issued_meanwhile(archive: &Archive, list: &CheckedList) -> Result<Vec<CheckedRow>, Error> {
    let issuable = || list.rows.iter().filter(|row| row.status() != RowStatus::Rejected);
    let kpjs: Vec<_> = issuable().filter_map(|row| row.kpj.number().copied()).collect();
    let issued: HashMap<_, ReceiptNumber> = archive.store.history(&kpjs, &[])?.issued;
    Ok(issuable()
        .filter_map(|row| {
            let kpj = row.kpj.number()?;
            let number = issued.get(kpj)?;
            let problem = Problem::new(Code::KpjAlreadyIssued, Field::Kpj, kpj.as_str())
                .pointing_at(Reference::Receipt(number.clone()));
            Some(CheckedRow { problems: vec![problem], ..row.clone() })
        })
        .collect())
}

/// A batch that nothing forbids any more.
pub(super) struct Batch<'a> {
    pub(super) list: &'a CheckedList,
    pub(super) company: CompanyRecord,
    pub(super) cards: Vec<IssuedCard>,
    pub(super) particulars: &'a Particulars,
    pub(super) counts: Counts,
    pub(super) settings: &'a Settings,
    pub(super) template: &'a Template,
    pub(super) choices: &'a Choices,
}

impl Batch<'_> {
    fn issue(self, archive: &mut Archive, lock: &Lock, progress: &dyn Progress) -> Result<Issued, Error> {
        let logo = logo::load(&archive.folder, self.settings)?;
        let Archive { store, documents, .. } = archive;
        let date = self.particulars.date;
        let act = act::name(lock);
        let stem = documents.free_stem(store, &self.company.npp, date, lock)?;
        let staging = documents.stage(&act, lock)?;
        let mut files = self.write_cards(&staging, &stem, progress)?;

        let transaction = store.begin_issue(date, &self.settings.number_pattern)?;
        let mut receipt = self.receipt(transaction.number().clone());
        receipt.seal = Some(Seal::of(&receipt));
        let written = staging.write(DocumentKind::Receipt, receipt_path(&stem), |file| {
            act::write_pdf(file, |output| {
                Ok(document::write_receipt(&receipt, self.settings, logo.as_ref(), output, progress)?)
            })
        })?;
        files.insert(1, written);

        let copies = act::stage_copies(&staging, &files, self.choices.out.as_deref(), self.settings)?;
        documents.prepare(&files)?;
        staging.sync(&files)?;
        progress.report(Stage::Saving, 0, 0)?;
        let rows: HashSet<u32> = receipt.cards.iter().map(|card| card.row).collect();
        let edits: Vec<Edit> = self.list.edits.iter().filter(|edit| rows.contains(&edit.row)).cloned().collect();
        let template = template::stored(self.template);
        let committed = transaction.commit(&NewReceipt {
            act: &act,
            company: &self.company,
            date,
            cards: &receipt.cards,
            file_name: &self.list.file,
            file_hash: &self.list.file_hash,
            counts: self.counts,
            entered: self.particulars.entered,
            posted: self.particulars.posted,
            edits: &edits,
            template: &template,
            seal: receipt.seal.as_ref(),
            documents: &files,
        });
        let staging = act::after_commit(committed.map(drop), store, &act, staging)?;
        let number = receipt.number;
        documents
            .publish(staging, &files, lock)
            .map_err(|source| Error::Unfinished { number: number.clone(), source })?;
        let (copies, failed_copies) = copies.finish();
        tracing::info!(receipt = %number, cards = receipt.cards.len(), "issued");
        Ok(Issued {
            entry: RegisterEntry {
                number: Some(number),
                date,
                npp: receipt.npp,
                company: receipt.company,
                cards: u32::try_from(receipt.cards.len()).unwrap_or(u32::MAX),
                status: ReceiptStatus::Issued,
                ro: receipt.ro,
                handed_over_to: None,
                handed_over_on: None,
            },
            counts: self.counts,
            files: Files::resolve(documents, &files),
            copies,
            failed_copies,
        })
    }

    /// The people, in the order of the list.
    pub(super) fn workers(&self) -> Vec<&Worker> {
        self.cards.iter().map(|card| &card.worker).collect()
    }

    /// The paper of the PDF with all cards.
    pub(super) fn paper(&self) -> Paper {
        self.choices.paper.unwrap_or(self.settings.paper)
    }

    /// The place of the first card on its sheet.
    pub(super) fn start_at(&self) -> usize {
        self.choices.start_at.unwrap_or(1)
    }

    /// What a PDF of these people's cards is drawn from.
    pub(super) fn document<'a>(
        &'a self,
        workers: &'a [&'a Worker],
        paper: Paper,
        start_at: usize,
    ) -> CardsDocument<'a> {
        CardsDocument {
            workers,
            company: &self.company.name,
            npp: &self.company.npp,
            date: self.particulars.date,
            paper,
            start_at,
            template: self.template,
            settings: self.settings,
        }
    }

    /// The receipt under a number.
    pub(super) fn receipt(&self, number: ReceiptNumber) -> Receipt {
        Receipt {
            number,
            date: self.particulars.date,
            npp: self.company.npp,
            company: self.company.name.clone(),
            ro: self.company.ro.clone(),
            cards: self.cards.clone(),
            edition: Edition::Original,
            seal: None,
        }
    }

    /// The PDF with all cards and, where asked for, one for each worker.
    fn write_cards(&self, staging: &Staging, stem: &str, progress: &dyn Progress) -> Result<Vec<Document>, Error> {
        let workers = self.workers();
        let pdf = |kind, path, workers: &[&Worker], paper, start_at, progress: &dyn Progress| {
            let cards = self.document(workers, paper, start_at);
            staging.write(kind, path, |file| {
                act::write_pdf(file, |output| Ok(document::write_cards(&cards, output, progress)?))
            })
        };
        let start_at = self.start_at();
        let mut files = vec![pdf(DocumentKind::Cards, cards_path(stem), &workers, self.paper(), start_at, progress)?];
        if self.choices.per_worker {
            let folder = worker_folder(stem);
            for (done, worker) in workers.iter().enumerate() {
                progress.report(Stage::Cards, done, workers.len())?;
                let path = format!("{folder}/{}.pdf", worker.kpj);
                files.push(pdf(DocumentKind::Card, path, &[worker], Paper::Card, 1, &crate::progress::Silent)?);
            }
        }
        Ok(files)
    }
}

impl Files {
    pub(super) fn resolve(archive: &Documents, files: &[Document]) -> Self {
        let mut resolved = Self::default();
        for file in files {
            let path = archive.resolve(&file.path);
            match file.kind {
                DocumentKind::Cards => resolved.cards = path,
                DocumentKind::Receipt => resolved.receipt = path,
                DocumentKind::Card => resolved.per_worker.push(path),
                // comes after the issue; the dossier tells of it
                DocumentKind::Scan => {}
            }
        }
        resolved
    }
}
