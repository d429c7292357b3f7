//! Reprint: cards once more, with a receipt that says *SALINAN ke-n*. The register counts them once, when they were
//! issued; all cards of one call are printed or none.

use super::issue::Files;
use super::{Archive, Error, act, logo, template};
use crate::document::template::Template;
use crate::document::{self, CardsDocument, Image};
use crate::domain::{Edition, Kpj, Paper, Receipt, ReceiptNumber, ReprintReason, Settings, Worker};
use crate::progress::Progress;
use crate::store::documents::stem_of;
use crate::store::{Document, DocumentKind, Documents, Holder, Lock, NewCopy, Staging, Store};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is to be printed again, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The cards, of one receipt or of several.
    pub kpjs: Vec<Kpj>,
    /// Why.
    pub reason: ReprintReason,
    /// In a person's words.
    pub note: String,
    /// Paper of the cards; `None`: as in the settings.
    pub paper: Option<Paper>,
    /// Folder for copies of the PDFs, beside the one in the settings.
    pub out: Option<PathBuf>,
}

/// Cards that were printed again, by receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reprinted {
    /// One for each receipt, in the order in which its first card was named.
    pub reprints: Vec<Reprint>,
    /// Copies made for the user.
    pub copies: Vec<PathBuf>,
    /// Copies that could not be given their name although the reprint is recorded.
    pub failed_copies: Vec<PathBuf>,
}

/// Cards of one receipt that were printed again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reprint {
    /// The receipt.
    pub receipt: ReceiptNumber,
    /// The n of *SALINAN ke-n*.
    pub copy: u32,
    /// Its cards, in the order of the receipt.
    pub cards: Vec<Kpj>,
    /// Where the documents stand in the archive.
    pub files: Files,
}

/// Prints cards again. `today` stands on the receipt as the day of the copy.
///
/// # Errors
/// [`Error::NoteMissing`], [`Error::KpjNotFound`], [`Error::KpjVoid`] and others; nothing was written then, except for
/// [`Error::Unfinished`].
pub fn reprint(
    archive: &mut Archive,
    request: &Request,
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Reprinted, Error> {
    let note = request.note.trim();
    if note.is_empty() {
        return Err(Error::NoteMissing);
    }
    let lock = act::begin(archive, progress)?;
    let groups = by_receipt(&archive.store, &request.kpjs)?;
    let settings = archive.settings()?;
    let logo = logo::load(&archive.folder, &settings)?;
    let act = act::name(&lock);
    let staging = archive.documents.stage(&act, &lock)?;
    let Archive { store, documents, .. } = &*archive;
    let press =
        Press { store, documents, lock: &lock, staging: &staging, settings: &settings, logo: logo.as_ref(), progress };
    let paper = request.paper.unwrap_or(settings.paper);
    let mut printed = Vec::new();
    for (number, kpjs) in &groups {
        // As the card looked when it was issued; before templates all cards looked like ours in colour.
        let template = match template::of_receipt(archive, number)? {
            Some((template, _)) => template,
            None => template::load(&archive.folder, "warna")?,
        };
        printed.push(press.again(number, kpjs, request.reason, (&template, paper), today)?);
    }

    let files: Vec<Document> = printed.iter().flat_map(|printed| printed.files.iter().cloned()).collect();
    let copies = act::stage_copies(&staging, &files, request.out.as_deref(), &settings)?;
    let new: Vec<NewCopy<'_>> = printed
        .iter()
        .map(|printed| NewCopy {
            receipt: &printed.receipt,
            number: Some(printed.copy),
            reprint: Some((request.reason, note)),
            cards: &printed.cards,
            documents: &printed.files,
        })
        .collect();
    let first = groups.first().map_or_else(|| ReceiptNumber(String::new()), |(number, _)| number.clone());
    record(archive, &act, staging, &lock, &new, &first, progress)?;
    let (copies, failed_copies) = copies.finish();
    let cards: usize = printed.iter().map(|printed| printed.cards.len()).sum();
    tracing::info!(receipts = printed.len(), cards, "printed again");
    let finished = |printed: Printed| Reprint {
        files: Files::resolve(&archive.documents, &printed.files),
        receipt: printed.receipt,
        copy: printed.copy,
        cards: printed.cards,
    };
    Ok(Reprinted { reprints: printed.into_iter().map(finished).collect(), copies, failed_copies })
}

/// The cards by receipt, each once; all must be there and none void.
fn by_receipt(store: &Store, kpjs: &[Kpj]) -> Result<Vec<(ReceiptNumber, Vec<Kpj>)>, Error> {
    let mut groups: Vec<(ReceiptNumber, Vec<Kpj>)> = Vec::new();
    let mut missing = Vec::new();
    for kpj in kpjs {
        match store.holder(kpj)? {
            Holder::Nobody => missing.push(*kpj),
            Holder::Void(receipt) => return Err(Error::KpjVoid { kpj: *kpj, receipt }),
            Holder::Receipt(number) => match groups.iter_mut().find(|(of, _)| *of == number) {
                Some((_, cards)) if cards.contains(kpj) => {}
                Some((_, cards)) => cards.push(*kpj),
                None => groups.push((number, vec![*kpj])),
            },
        }
    }
    if missing.is_empty() { Ok(groups) } else { Err(Error::KpjNotFound(missing)) }
}

/// Makes files durable, records them, and moves them to their place.
pub(super) fn record(
    archive: &mut Archive,
    act: &str,
    staging: Staging,
    lock: &Lock,
    copies: &[NewCopy<'_>],
    number: &ReceiptNumber,
    progress: &dyn Progress,
) -> Result<(), Error> {
    let Archive { store, documents, .. } = archive;
    let files: Vec<Document> = copies.iter().flat_map(|copy| copy.documents.iter().cloned()).collect();
    documents.prepare(&files)?;
    staging.sync(&files)?;
    progress.report(crate::progress::Stage::Saving, 0, 0)?;
    let recorded = store.record_copies(act, copies).map_err(|error| Error::of_life(error, number));
    let staging = act::after_commit(recorded, store, act, staging)?;
    documents.publish(staging, &files, lock).map_err(|source| Error::Unfinished { number: number.clone(), source })
}

/// What is needed to print copies into a staging folder.
pub(super) struct Press<'a> {
    pub(super) store: &'a Store,
    pub(super) documents: &'a Documents,
    pub(super) lock: &'a Lock,
    pub(super) staging: &'a Staging,
    pub(super) settings: &'a Settings,
    pub(super) logo: Option<&'a Arc<Image>>,
    pub(super) progress: &'a dyn Progress,
}

struct Printed {
    receipt: ReceiptNumber,
    copy: u32,
    cards: Vec<Kpj>,
    files: Vec<Document>,
}

impl Press<'_> {
    fn again(
        &self,
        number: &ReceiptNumber,
        kpjs: &[Kpj],
        reason: ReprintReason,
        (template, paper): (&Template, Paper),
        today: NaiveDate,
    ) -> Result<Printed, Error> {
        let mut receipt = self.receipt(number)?;
        let all = receipt.cards.len();
        receipt.cards.retain(|card| kpjs.contains(&card.worker.kpj));
        let copy = self.store.next_copy(number)?;
        receipt.edition = Edition::Copy { number: copy, on: today, reprint: Some((reason, all)) };
        let names = self.documents.free_copy(self.store, &self.stem(number)?, &format!("Salinan{copy}"), self.lock)?;
        let workers: Vec<&Worker> = receipt.cards.iter().map(|card| &card.worker).collect();
        let cards = CardsDocument {
            workers: &workers,
            company: &receipt.company,
            npp: &receipt.npp,
            date: receipt.date,
            paper,
            start_at: 1,
            template,
            settings: self.settings,
        };
        let cards = self.staging.write(DocumentKind::Cards, names.cards, |file| {
            act::write_pdf(file, |output| document::write_cards(&cards, output, self.progress))
        })?;
        let written = self.write_receipt(&receipt, names.receipt)?;
        let kpjs = receipt.cards.iter().map(|card| card.worker.kpj).collect();
        Ok(Printed { receipt: receipt.number, copy, cards: kpjs, files: vec![cards, written] })
    }

    pub(super) fn receipt(&self, number: &ReceiptNumber) -> Result<Receipt, Error> {
        self.store.receipt(number)?.ok_or_else(|| Error::NoSuchReceipt(number.clone()))
    }

    /// The name that all documents of a receipt begin with.
    pub(super) fn stem(&self, number: &ReceiptNumber) -> Result<String, Error> {
        let documents = self.store.documents(number)?;
        let receipt = documents.iter().find(|document| document.kind == DocumentKind::Receipt);
        Ok(receipt.map_or_else(|| format!("copies/{number}"), |receipt| stem_of(&receipt.path).to_owned()))
    }

    pub(super) fn write_receipt(&self, receipt: &Receipt, path: String) -> Result<Document, Error> {
        self.staging.write(DocumentKind::Receipt, path, |file| {
            act::write_pdf(file, |output| {
                document::write_receipt(receipt, self.settings, self.logo, output, self.progress)
            })
        })
    }
}

/// The folder of a file that a user named, for a file beside it.
pub(super) fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
