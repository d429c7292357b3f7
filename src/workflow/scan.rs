//! Scan: a signed receipt comes back as a scan or photo, and is kept beside the one that was issued.

use super::dossier::{Dossier, dossier};
use super::{Archive, Error, act, mark, press};
use crate::domain::scan::{MOST_BYTES, ScanFormat};
use crate::domain::{Mark, ReceiptNumber};
use crate::progress::{Progress, Stage};
use crate::store::{DocumentKind, StoreError, hash};
use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

/// Why a file is not taken for a scan.
#[derive(Debug, thiserror::Error)]
pub enum ScanFault {
    /// It cannot be read.
    #[error(transparent)]
    Unreadable(#[from] io::Error),
    /// It is no JPEG, PNG or PDF.
    #[error("no JPEG, PNG or PDF")]
    Format,
    /// It is larger than [`MOST_BYTES`].
    #[error("larger than {MOST_BYTES} bytes")]
    TooLarge,
}

/// Copies `file` into the archive as a scan of the receipt; with `handed`, records in the same act that the cards were handed
/// over. A file that the receipt has already is not taken twice; another one is a second scan, and the first stays.
///
/// # Errors
/// [`Error::Scan`] for a file that cannot be taken, [`Error::NoSuchReceipt`], [`Error::Mark`] where the rules of the office
/// forbid it, [`Error::Store`]; nothing was written then, except for [`Error::Unfinished`].
pub fn attach(
    archive: &mut Archive,
    number: &ReceiptNumber,
    file: &Path,
    handed: Option<(&Mark, NaiveDate)>,
    progress: &dyn Progress,
) -> Result<Dossier, Error> {
    let (bytes, format) = read(file).map_err(|fault| Error::Scan { path: file.to_owned(), fault })?;
    let lock = act::begin(archive, progress)?;
    let before = dossier(archive, number)?;
    let sha256 = hash::hex(Sha256::new_with_prefix(&bytes));
    if before.scans.iter().any(|scan| scan.sha256 == sha256) {
        return match handed {
            Some((handed, today)) => mark::mark(archive, number, handed, today),
            None => Ok(before),
        };
    }
    let act = act::name(&lock);
    let staging = archive.documents.stage(&act, &lock)?;
    let Archive { store, documents, .. } = archive;
    let stem = press::stem(store, number)?;
    let path = documents.free_scan(store, &stem, before.scans.len() + 1, format.ending(), &lock)?;
    let scan = staging.write(DocumentKind::Scan, path, |file| {
        file.write_all(&bytes).map_err(StoreError::at(documents.data()))?;
        Ok::<_, Error>(sha256)
    })?;
    let files = [scan];
    documents.prepare(&files)?;
    staging.sync(&files)?;
    progress.report(Stage::Saving, 0, 0)?;
    let [scan] = &files;
    let recorded = store.record_scan(&act, number, scan, handed).map_err(|error| Error::of_life(error, number));
    let staging = act::after_commit(recorded, store, &act, staging)?;
    documents.publish(staging, &files, &lock).map_err(|source| Error::Unfinished { number: number.clone(), source })?;
    tracing::info!(receipt = %number, "scan attached");
    dossier(archive, number)
}

fn read(file: &Path) -> Result<(Vec<u8>, ScanFormat), ScanFault> {
    let mut bytes = Vec::new();
    File::open(file)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(ScanFault::TooLarge);
    }
    let format = ScanFormat::of(&bytes).ok_or(ScanFault::Format)?;
    Ok((bytes, format))
}
