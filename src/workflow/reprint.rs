//! Reprint: cards once more, with a receipt that says *SALINAN ke-n*. The register counts them once, when they were
//! issued; all cards of one call are printed or none.

use super::issue::Files;
use super::press::{self, Press};
use super::{Archive, Error, act};
use crate::domain::{Edition, Kpj, Paper, ReceiptNumber, ReprintReason};
use crate::progress::Progress;
use crate::store::{Document, Holder, NewCopy, Store};
use chrono::NaiveDate;
use std::path::PathBuf;

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
    /// Place of the first card on its sheet, from 1: the places before it are used already.
    pub start_at: usize,
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
/// [`Error::NoteMissing`], [`Error::NothingToPrint`] without cards, [`Error::KpjNotFound`], [`Error::KpjVoid`] and others; nothing was written then, except for
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
    if request.kpjs.is_empty() {
        return Err(Error::NothingToPrint);
    }
    let press = Press::begin(archive, progress)?;
    let groups = by_receipt(&archive.store, &request.kpjs)?;
    let paper = request.paper.unwrap_or(press.settings.paper);
    let mut printed = Vec::new();
    for group in &groups {
        // a used sheet is one company's: each company begins on a new one
        let start_at = if printed.is_empty() { request.start_at } else { 1 };
        printed.push(again(&press, archive, group, request.reason, (paper, start_at), today, progress)?);
    }

    let files: Vec<Document> = printed.iter().flat_map(|printed| printed.files.iter().cloned()).collect();
    let copies = act::stage_copies(&press.staging, &files, request.out.as_deref(), &press.settings)?;
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
    press.record(archive, &new, &first, progress)?;
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

struct Printed {
    receipt: ReceiptNumber,
    copy: u32,
    cards: Vec<Kpj>,
    files: Vec<Document>,
}

/// Cards of one receipt, and the copy of it that names them alone.
fn again(
    press: &Press,
    archive: &Archive,
    (number, kpjs): &(ReceiptNumber, Vec<Kpj>),
    reason: ReprintReason,
    sheet: (Paper, usize),
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Printed, Error> {
    let mut receipt = press::receipt(archive, number)?;
    let all = receipt.cards.len();
    receipt.cards.retain(|card| kpjs.contains(&card.worker.kpj));
    let copy = archive.store.next_copy(number)?;
    receipt.edition = Edition::Copy { number: copy, on: today, reprint: Some((reason, all)) };
    let names = press.names(archive, number, &format!("Salinan{copy}"))?;
    let cards = press.write_cards(archive, &receipt, sheet, names.cards, progress)?;
    let written = press.write_receipt(&receipt, names.receipt, progress)?;
    let kpjs = receipt.cards.iter().map(|card| card.worker.kpj).collect();
    Ok(Printed { receipt: receipt.number, copy, cards: kpjs, files: vec![cards, written] })
}
