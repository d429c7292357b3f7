//! What all copies of issued documents share: cards printed again, a receipt as a copy or with the mark BATAL.

use super::{Archive, Error, act, logo, places_on, template};
use crate::document::{self, CardsDocument, DocumentError, Image, Written};
use crate::domain::{Paper, Receipt, ReceiptNumber, Settings, Worker};
use crate::progress::{Progress, Stage};
use crate::store::documents::{CopyNames, stem_of};
use crate::store::{Document, DocumentKind, Lock, NewCopy, Staging, Store};
use std::io::Write;
use std::sync::Arc;

/// One act of copying: it holds the archive to itself, and its files are aside until they are recorded.
pub(super) struct Press {
    lock: Lock,
    act: String,
    pub(super) staging: Staging,
    pub(super) settings: Settings,
    logo: Option<Arc<Image>>,
}

impl Press {
    /// Waits until no other program makes documents in this data folder.
    pub(super) fn begin(archive: &Archive, progress: &dyn Progress) -> Result<Self, Error> {
        let lock = act::begin(archive, progress)?;
        let settings = archive.settings()?;
        let logo = logo::load(&archive.folder, &settings)?;
        let act = act::name(&lock);
        let staging = archive.documents.stage(&act, &lock)?;
        Ok(Self { lock, act, staging, settings, logo })
    }

    /// Free names for the documents of a copy that is marked so.
    pub(super) fn names(&self, archive: &Archive, number: &ReceiptNumber, mark: &str) -> Result<CopyNames, Error> {
        let stem = stem(&archive.store, number)?;
        Ok(archive.documents.free_copy(&archive.store, &stem, mark, &self.lock)?)
    }

    pub(super) fn write_cards(
        &self,
        archive: &Archive,
        receipt: &Receipt,
        sheet: (Paper, usize),
        path: String,
        progress: &dyn Progress,
    ) -> Result<Document, Error> {
        self.staging.write(DocumentKind::Cards, path, |file| {
            act::write_pdf(file, |output| cards(archive, receipt, &self.settings, sheet, output, progress))
        })
    }

    pub(super) fn write_receipt(
        &self,
        receipt: &Receipt,
        path: String,
        progress: &dyn Progress,
    ) -> Result<Document, Error> {
        self.staging.write(DocumentKind::Receipt, path, |file| {
            act::write_pdf(file, |output| {
                Ok(document::write_receipt(receipt, &self.settings, self.logo.as_ref(), output, progress)?)
            })
        })
    }

    /// Makes the files durable, records them, and moves them to their place. `number` is that of an error.
    pub(super) fn record(
        self,
        archive: &mut Archive,
        copies: &[NewCopy<'_>],
        number: &ReceiptNumber,
        progress: &dyn Progress,
    ) -> Result<(), Error> {
        let Self { lock, act, staging, .. } = self;
        let Archive { store, documents, .. } = archive;
        let files: Vec<Document> = copies.iter().flat_map(|copy| copy.documents.iter().cloned()).collect();
        documents.prepare(&files)?;
        staging.sync(&files)?;
        progress.report(Stage::Saving, 0, 0)?;
        let recorded = store.record_copies(&act, copies).map_err(|error| Error::of_life(error, number));
        let staging = act::after_commit(recorded, store, &act, staging)?;
        documents.publish(staging, &files, &lock).map_err(|source| Error::Unfinished { number: number.clone(), source })
    }
}

/// A receipt as it was issued.
pub(super) fn receipt(archive: &Archive, number: &ReceiptNumber) -> Result<Receipt, Error> {
    archive.store.receipt(number)?.ok_or_else(|| Error::NoSuchReceipt(number.clone()))
}

/// Draws cards of a receipt once more, as they looked when it was issued; the first lies at a place, from 1, of its
/// sheet.
pub(super) fn cards(
    archive: &Archive,
    receipt: &Receipt,
    settings: &Settings,
    (paper, start_at): (Paper, usize),
    output: &mut dyn Write,
    progress: &dyn Progress,
) -> Result<Written, Error> {
    if !(1..=places_on(paper, &settings.sheet)).contains(&start_at) {
        return Err(DocumentError::NoPlace(start_at).into());
    }
    // before templates all cards looked like ours in colour
    let template = match template::of_receipt(archive, &receipt.number)? {
        Some((template, _)) => template,
        None => template::load(&archive.folder, "warna")?,
    };
    let workers: Vec<&Worker> = receipt.cards.iter().map(|card| &card.worker).collect();
    let cards = CardsDocument {
        workers: &workers,
        company: &receipt.company,
        npp: &receipt.npp,
        date: receipt.date,
        paper,
        start_at,
        template: &template,
        settings,
    };
    Ok(document::write_cards(&cards, output, progress)?)
}

/// The name that all documents of a receipt begin with.
pub(super) fn stem(store: &Store, number: &ReceiptNumber) -> Result<String, Error> {
    let documents = store.documents(number)?;
    let receipt = documents.iter().find(|document| document.kind == DocumentKind::Receipt);
    Ok(receipt.map_or_else(|| format!("copies/{number}"), |receipt| stem_of(&receipt.path).to_owned()))
}
