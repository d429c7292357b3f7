//! One receipt and its files.

use super::{Difference, DifferenceCode};
use crate::document::read;
use crate::store::{Documents, FiledDocument, FiledReceipt, hash};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

/// Documents above this are read one at a time: memory grows with them.
const LARGE: u64 = 32 << 20;
/// No document of a list with 200,000 rows is as large; more is not taken into memory.
const LARGEST: u64 = 1 << 30;
/// Digits of a KPJ.
const DIGITS: usize = 11;

/// Everything of a receipt that does not agree.
pub(super) fn differences(
    documents: &Documents,
    filed: &FiledReceipt,
    large: &Mutex<()>,
    stop: &AtomicBool,
) -> Vec<Difference> {
    let mut proof = OfReceipt { filed, found: Vec::new() };
    proof.counts();
    // The first of its kind was made by the issue and shows every card; later ones are copies of some or all.
    let mut seen = BTreeSet::new();
    for document in &filed.documents {
        if stop.load(Ordering::Relaxed) {
            return Vec::new();
        }
        let is_first = seen.insert(document.kind.as_str());
        let one_at_a_time = (document.bytes > LARGE).then(|| large.lock().unwrap_or_else(PoisonError::into_inner));
        proof.document(documents, document, is_first, stop);
        drop(one_at_a_time);
    }
    for kind in ["cards", "receipt"] {
        if !seen.contains(kind) {
            proof.add(DifferenceCode::DocumentNotRecorded, kind, None, None);
        }
    }
    proof.found
}

struct OfReceipt<'a> {
    filed: &'a FiledReceipt,
    found: Vec<Difference>,
}

impl OfReceipt<'_> {
    fn add(&mut self, code: DifferenceCode, subject: &str, expected: Option<u64>, found: Option<u64>) {
        let receipt = Some(self.filed.number.clone());
        self.found.push(Difference { receipt, code, subject: subject.to_owned(), expected, found });
    }

    fn counts(&mut self) {
        let stored = self.filed.cards.len() as u64;
        match self.filed.in_register {
            None => self.add(DifferenceCode::RegisterMissing, "", Some(stored), None),
            Some(count) if u64::from(count) != stored => {
                self.add(DifferenceCode::CardsCount, "", Some(u64::from(count)), Some(stored));
            }
            Some(_) => {}
        }
        if u64::from(self.filed.accepted) != stored {
            self.add(DifferenceCode::ListCount, "", Some(u64::from(self.filed.accepted)), Some(stored));
        }
    }

    fn document(&mut self, documents: &Documents, document: &FiledDocument, is_first: bool, stop: &AtomicBool) {
        let path = &document.path;
        let bytes = match load(documents, document, stop) {
            Ok(bytes) => bytes,
            Err(Fault::Missing) => return self.add(DifferenceCode::DocumentMissing, path, None, None),
            Err(Fault::Changed) => return self.add(DifferenceCode::DocumentChanged, path, None, None),
            Err(Fault::Unreadable) => return self.add(DifferenceCode::DocumentUnreadable, path, None, None),
        };
        if !matches!(document.kind.as_str(), "cards" | "receipt" | "card") {
            return; // a kind of a later edition: its bytes are right, what it shows is not known here
        }
        let mut shown = Shown::default();
        if read::texts(&bytes, &mut |text| shown.read(text)).is_err() {
            return self.add(DifferenceCode::DocumentUnreadable, path, None, None);
        }
        let kpj = |kpj: &str| kpj.to_owned();
        match document.kind.as_str() {
            "card" => {
                let name = path.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or_default();
                self.numbers(DifferenceCode::CardsNumbers, document, &shown, &BTreeSet::from([kpj(name)]));
            }
            "cards" if is_first => {
                let stored = self.stored();
                self.numbers(DifferenceCode::CardsNumbers, document, &shown, &stored);
            }
            "receipt" if is_first => {
                let stored = self.stored();
                self.numbers(DifferenceCode::ReceiptNumbers, document, &shown, &stored);
                self.count(document, &shown, self.filed.in_register.map_or(stored.len() as u64, u64::from));
            }
            kind => {
                // A copy shows some of the receipt's cards, and no others.
                let some: BTreeSet<String> = self.stored().intersection(&shown.numbers).cloned().collect();
                let code = if kind == "cards" { DifferenceCode::CardsNumbers } else { DifferenceCode::ReceiptNumbers };
                if some.is_empty() {
                    return self.add(code, path, Some(1), Some(0));
                }
                self.numbers(code, document, &shown, &some);
                if kind == "receipt" {
                    self.count(document, &shown, some.len() as u64);
                }
            }
        }
    }

    fn stored(&self) -> BTreeSet<String> {
        self.filed.cards.iter().map(|card| card.kpj.clone()).collect()
    }

    fn numbers(&mut self, code: DifferenceCode, document: &FiledDocument, shown: &Shown, stored: &BTreeSet<String>) {
        let agreeing = shown.numbers.intersection(stored).count();
        let is_passport = |number: &str| {
            self.filed.cards.iter().any(|card| card.passport.as_deref().is_some_and(|text| text.contains(number)))
        };
        // A number on every card is no card's own: a telephone in the artwork.
        let strange = shown
            .alone
            .iter()
            .filter(|(number, times)| !stored.contains(*number) && **times < stored.len() && !is_passport(number));
        let strange = strange.count();
        if agreeing < stored.len() || strange > 0 {
            self.add(code, &document.path, Some(stored.len() as u64), Some((agreeing + strange) as u64));
        }
    }

    fn count(&mut self, document: &FiledDocument, shown: &Shown, expected: u64) {
        if shown.count != Some(expected) {
            self.add(DifferenceCode::ReceiptCount, &document.path, Some(expected), shown.count);
        }
    }
}

/// Why a document's bytes are not those that were issued.
enum Fault {
    Missing,
    Changed,
    Unreadable,
}

/// The bytes of a document, if they are those recorded.
fn load(documents: &Documents, document: &FiledDocument, stop: &AtomicBool) -> Result<Vec<u8>, Fault> {
    let fault = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Fault::Missing,
        _ => Fault::Unreadable,
    };
    let mut file = File::open(documents.resolve(&document.path)).map_err(fault)?;
    let length = file.metadata().map_err(fault)?;
    if !length.is_file() {
        return Err(Fault::Unreadable);
    }
    if length.len() != document.bytes {
        return Err(Fault::Changed);
    }
    if document.bytes > LARGEST {
        return Err(Fault::Unreadable);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(document.bytes).unwrap_or_default());
    // A file that grows meanwhile is not read for ever.
    let (copied, hash) = hash::copy(&mut file, &mut bytes, document.bytes, &mut || {
        if stop.load(Ordering::Relaxed) { Err(io::ErrorKind::BrokenPipe.into()) } else { Ok(()) }
    })
    .map_err(fault)?;
    if hash == document.sha256 && copied == document.bytes { Ok(bytes) } else { Err(Fault::Changed) }
}

/// What a document's text shows.
#[derive(Default)]
struct Shown {
    /// Every run of eleven digits, wherever it stands; digits in groups count as one run.
    numbers: BTreeSet<String>,
    /// Those that stand alone, as a KPJ does, with how often: a letterhead's telephone has words around it.
    alone: BTreeMap<String, usize>,
    /// The count on a receipt.
    count: Option<u64>,
    count_follows: bool,
}

impl Shown {
    fn read(&mut self, text: &str) {
        let text = text.trim();
        let runs = || text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
        self.numbers.extend(runs().filter(|run| run.len() == DIGITS).map(str::to_owned));
        let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).collect();
        if digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            *self.alone.entry(digits.clone()).or_default() += 1;
            self.numbers.insert(digits);
        }
        if self.count_follows && text.starts_with(|c: char| c.is_ascii_digit()) {
            self.count = runs().next().and_then(|count| count.parse().ok());
            self.count_follows = false;
        }
        // the receipt's own words, in layout/receipt/opening.rs
        self.count_follows |= text == "Jumlah kartu";
    }
}
