//! Verify: proves the archive. Database, audit trail, numbers, and for every receipt that the cards stored, the count
//! in the register, the count on the receipt and the KPJ numbers in the text of the PDFs are one, and that the files
//! are those that were issued.
//!
//! Everything is compared with one moment of the database; work goes on beside it. Nothing is changed, except that
//! what an earlier stop left half done is finished first, as at every start.

use super::{Archive, Error, act, recover};
use crate::domain::ReceiptNumber;
use crate::progress::{Cancelled, Progress, Stage};
use crate::store::{AuditFault, AuditHead, StoreError};
use crate::{i18n, tr};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError, mpsc};
use std::{num::NonZero, thread};

mod receipt;

/// What does not agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The receipt it is about, where it is about one.
    pub receipt: Option<ReceiptNumber>,
    /// In one word.
    pub code: DifferenceCode,
    /// What it is about: a document, a file, a number, or SQLite's words. Holds no NIK and no name.
    pub subject: String,
    /// What should be there, where that is a number.
    pub expected: Option<u64>,
    /// What is there, where that is a number.
    pub found: Option<u64>,
}

impl Difference {
    fn of_archive(code: DifferenceCode, subject: impl Into<String>) -> Self {
        Self { receipt: None, code, subject: subject.into(), expected: None, found: None }
    }

    /// In the language of the user.
    #[must_use]
    pub fn message(&self) -> String {
        let number = |number: Option<u64>| number.map_or_else(|| tr!("difference-nothing"), |n| n.to_string());
        i18n::difference(self.code.as_str(), &self.subject, &number(self.expected), &number(self.found))
    }
}

/// The kinds of differences. The keys are promised to scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DifferenceCode {
    /// SQLite finds the database file or its references unsound.
    DatabaseDamaged,
    /// An entry of the audit trail was changed, moved or put in between.
    AuditChanged,
    /// Entries of the audit trail are gone.
    AuditMissing,
    /// An entry stands outside the audit trail.
    AuditAdded,
    /// The end of the audit trail is not the one recorded.
    AuditHead,
    /// Receipt numbers were skipped.
    NumberMissing,
    /// A receipt whose issue does not stand in the audit trail.
    IssueNotInTrail,
    /// The recorded hash of a document is not the one that the audit trail tells of.
    RecordChanged,
    /// A receipt without a row in the register.
    RegisterMissing,
    /// Cards stored and the count in the register differ.
    CardsCount,
    /// Cards stored and the accepted rows of the list differ.
    ListCount,
    /// A receipt without a record of its cards or receipt PDF.
    DocumentNotRecorded,
    /// The file of a document is not there.
    DocumentMissing,
    /// The file of a document is not the one that was issued.
    DocumentChanged,
    /// The text of a PDF cannot be read.
    DocumentUnreadable,
    /// The KPJ numbers in a PDF of cards are not those stored.
    CardsNumbers,
    /// The count on the receipt differs.
    ReceiptCount,
    /// The KPJ numbers on the receipt are not those stored.
    ReceiptNumbers,
    /// A file in the archive that the database does not know.
    FileUnknown,
}

impl DifferenceCode {
    /// Every code, in the order of the work.
    pub const ALL: [Self; 19] = [
        Self::DatabaseDamaged,
        Self::AuditChanged,
        Self::AuditMissing,
        Self::AuditAdded,
        Self::AuditHead,
        Self::NumberMissing,
        Self::IssueNotInTrail,
        Self::RecordChanged,
        Self::RegisterMissing,
        Self::CardsCount,
        Self::ListCount,
        Self::DocumentNotRecorded,
        Self::DocumentMissing,
        Self::DocumentChanged,
        Self::DocumentUnreadable,
        Self::CardsNumbers,
        Self::ReceiptCount,
        Self::ReceiptNumbers,
        Self::FileUnknown,
    ];

    /// The key in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DatabaseDamaged => "database-damaged",
            Self::AuditChanged => "audit-changed",
            Self::AuditMissing => "audit-missing",
            Self::AuditAdded => "audit-added",
            Self::AuditHead => "audit-head",
            Self::NumberMissing => "number-missing",
            Self::IssueNotInTrail => "issue-not-in-trail",
            Self::RecordChanged => "record-changed",
            Self::RegisterMissing => "register-missing",
            Self::CardsCount => "cards-count",
            Self::ListCount => "list-count",
            Self::DocumentNotRecorded => "document-not-recorded",
            Self::DocumentMissing => "document-missing",
            Self::DocumentChanged => "document-changed",
            Self::DocumentUnreadable => "document-unreadable",
            Self::CardsNumbers => "cards-numbers",
            Self::ReceiptCount => "receipt-count",
            Self::ReceiptNumbers => "receipt-numbers",
            Self::FileUnknown => "file-unknown",
        }
    }
}

/// What a proof found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Receipts looked at, void ones too.
    pub receipts: usize,
    /// Cards stored for them.
    pub cards: usize,
    /// Where the audit trail ends: kept elsewhere, it shows a trail that was computed anew. `None`: it has no end.
    pub audit: Option<AuditHead>,
    /// What does not agree: of the archive as a whole first, then by receipt.
    pub differences: Vec<Difference>,
}

impl Proof {
    /// Whether everything agrees.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.differences.is_empty()
    }
}

/// Proves the archive. Several threads read documents; cancelling leaves nothing behind.
///
/// # Errors
/// [`Error::Store`] when the database or the archive cannot be read at all, [`Error::Cancelled`].
pub fn verify(archive: &Archive, progress: &dyn Progress) -> Result<Proof, Error> {
    let Archive { store, documents, .. } = archive;
    // Under the lock no act is between its commit and its files: database and folder are of one moment.
    let lock = act::wait_for_lock(documents, Stage::Database, progress)?;
    recover::recover(store, documents, &lock)?;
    let _view = store.view()?;
    let strangers = documents.strangers(store, &lock);
    drop(lock);

    let mut differences = Vec::new();
    let unsound: Vec<String> = store.integrity::<Error>(&|| progress.report(Stage::Database, 0, 0))?;
    let is_sound = unsound.is_empty();
    differences.extend(unsound.into_iter().map(|line| Difference::of_archive(DifferenceCode::DatabaseDamaged, line)));
    let mut proof = Proof { receipts: 0, cards: 0, audit: None, differences };
    match of_database(archive, strangers, progress, &mut proof) {
        // A damaged database gives out wherever its damage lies; the damage itself is found already.
        Err(Error::Store(_)) if !is_sound => Ok(proof),
        other => other.map(|()| proof),
    }
}

fn of_database(
    archive: &Archive,
    strangers: Result<Vec<String>, StoreError>,
    progress: &dyn Progress,
    proof: &mut Proof,
) -> Result<(), Error> {
    let store = &archive.store;
    proof.differences.extend(store.audit_faults()?.into_iter().map(fault));
    proof.audit = store.audit_head().ok();
    for gap in store.gaps()? {
        let subject = if gap.from == gap.to { gap.from.to_string() } else { format!("{}-{}", gap.from, gap.to) };
        proof.differences.push(Difference {
            expected: u64::try_from(gap.year).ok(),
            ..Difference::of_archive(DifferenceCode::NumberMissing, subject)
        });
    }
    let strangers = strangers?.into_iter().map(|path| Difference::of_archive(DifferenceCode::FileUnknown, path));
    proof.differences.extend(strangers);
    for number in store.receipts_outside_the_trail()? {
        let difference = Difference::of_archive(DifferenceCode::IssueNotInTrail, number.0.clone());
        proof.differences.push(Difference { receipt: Some(number), ..difference });
    }
    for number in store.receipts_with_other_documents()? {
        let difference = Difference::of_archive(DifferenceCode::RecordChanged, number.0.clone());
        proof.differences.push(Difference { receipt: Some(number), ..difference });
    }
    (proof.receipts, proof.cards) = store.totals()?;
    let of_receipts = of_receipts(archive, proof.receipts, progress)?;
    proof.differences.extend(of_receipts);
    Ok(())
}

fn fault(fault: AuditFault) -> Difference {
    let (code, subject) = match fault {
        AuditFault::Changed(number) => (DifferenceCode::AuditChanged, number.to_string()),
        AuditFault::Missing(from, to) if from == to => (DifferenceCode::AuditMissing, from.to_string()),
        AuditFault::Missing(from, to) => (DifferenceCode::AuditMissing, format!("{from}-{to}")),
        AuditFault::Added(number) => (DifferenceCode::AuditAdded, number.to_string()),
        AuditFault::Head => (DifferenceCode::AuditHead, String::new()),
    };
    Difference::of_archive(code, subject)
}

/// Reads receipts from the database here and compares them with their files in several threads.
fn of_receipts(archive: &Archive, total: usize, progress: &dyn Progress) -> Result<Vec<Difference>, Error> {
    progress.report(Stage::Documents, 0, total)?;
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(8);
    let (send, receive) = mpsc::sync_channel(threads * 4);
    let receive = Mutex::new(receive);
    let stop = AtomicBool::new(false);
    let found = Mutex::new(BTreeMap::new());
    let documents = &archive.documents;
    let large = Mutex::new(());
    let read = thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let next = receive.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((place, filed)) = next else { return };
                    if stop.load(Ordering::Relaxed) {
                        continue; // only empties the queue
                    }
                    let differences = receipt::differences(documents, &filed, &large, &stop);
                    if !differences.is_empty() {
                        found.lock().unwrap_or_else(PoisonError::into_inner).insert(place, differences);
                    }
                }
            });
        }
        let mut place = 0usize;
        let read = archive.store.filed_receipts(|filed| {
            // the queue is short, so what was sent is nearly done
            progress.report(Stage::Documents, place, total)?;
            place += 1;
            let _ = send.send((place, filed)); // the receiver lives as long as this scope
            Ok::<_, Error>(())
        });
        if read.is_err() {
            stop.store(true, Ordering::Relaxed);
        }
        drop(send);
        let watch = || progress.report(Stage::Documents, total, total);
        read.and_then(|()| {
            watch().map_err(|Cancelled| {
                stop.store(true, Ordering::Relaxed);
                Cancelled.into()
            })
        })
    });
    read?;
    Ok(found.into_inner().unwrap_or_else(PoisonError::into_inner).into_values().flatten().collect())
}
