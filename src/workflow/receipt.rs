//! Receipt: give a receipt out again, as it was issued, as a copy (*SALINAN ke-n*), or with the mark BATAL.

use super::press::{self, Press};
use super::{Archive, Error};
use crate::domain::{Edition, ReceiptNumber, ReceiptStatus};
use crate::progress::Progress;
use crate::store::{Document, DocumentKind, NewCopy};
use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Which print is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// The receipt as it stands: as it was issued, or with the mark BATAL once it is void.
    Standing,
    /// As it was issued, also where it is void.
    Original,
    /// A new copy.
    Copy,
}

/// A receipt that was given out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The n of *SALINAN ke-n*, where a copy was made.
    pub copy: Option<u32>,
    /// Where the PDF stands in the archive.
    pub file: PathBuf,
    /// Where it was put for the user.
    pub out: Option<PathBuf>,
    /// A copy is recorded, but could not be put here.
    pub failed_out: Option<PathBuf>,
}

/// Gives a receipt out, and puts its PDF to `out` (over an older file there). `today` stands on a copy.
///
/// # Errors
/// [`Error::NoSuchReceipt`]; [`Error::Mark`] for a copy of a void receipt; [`Error::DocumentMissing`] and
/// [`Error::DocumentChanged`] where the archive does not hold what was issued; [`Error::OutNotWritable`]. A copy is
/// recorded only when it could be written to `out`.
pub fn give(
    archive: &mut Archive,
    number: &ReceiptNumber,
    wanted: Wanted,
    out: Option<&Path>,
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Given, Error> {
    let life = archive.store.life(number)?.ok_or_else(|| Error::NoSuchReceipt(number.clone()))?;
    let void = life.entry.status == ReceiptStatus::Void;
    match wanted {
        Wanted::Copy if void => {
            Err(Error::Mark { number: number.clone(), refusal: crate::domain::life::MarkRefusal::Void })
        }
        Wanted::Copy => make(archive, number, false, out, today, progress),
        Wanted::Standing if void => {
            let made = archive.store.documents_of_copies(number)?.into_iter().find(|(copy, _)| copy.is_none());
            match made {
                Some((_, document)) => hand_out(archive, number, &document, out),
                None => make(archive, number, true, out, today, progress),
            }
        }
        Wanted::Standing | Wanted::Original => {
            let documents = archive.store.documents(number)?;
            let receipt = documents.into_iter().find(|document| document.kind == DocumentKind::Receipt);
            let document = receipt.ok_or_else(|| Error::NoSuchReceipt(number.clone()))?;
            hand_out(archive, number, &document, out)
        }
    }
}

/// An archived document, proved to be what was recorded.
fn hand_out(
    archive: &mut Archive,
    number: &ReceiptNumber,
    document: &Document,
    out: Option<&Path>,
) -> Result<Given, Error> {
    let file = archive.documents.resolve(&document.path);
    let bytes = fs::read(&file).map_err(|_| Error::DocumentMissing(file.clone()))?;
    if hex(&Sha256::digest(&bytes)) != document.sha256 {
        return Err(Error::DocumentChanged(file));
    }
    if let Some(out) = out {
        beside(out, &bytes)?.put(out)?;
        archive.store.record("receipt-given-out", &number.0, "")?;
    }
    Ok(Given { copy: None, file, out: out.map(Path::to_owned), failed_out: None })
}

/// Makes a copy, or the print with the mark BATAL.
fn make(
    archive: &mut Archive,
    number: &ReceiptNumber,
    void: bool,
    out: Option<&Path>,
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Given, Error> {
    let press = Press::begin(archive, progress)?;
    let mut receipt = press::receipt(archive, number)?;
    let copy = if void { None } else { Some(archive.store.next_copy(number)?) };
    let mark = copy.map_or_else(|| "BATAL".to_owned(), |copy| format!("Salinan{copy}"));
    receipt.edition = copy.map_or(Edition::Void, |number| Edition::Copy { number, on: today, reprint: None });
    let names = press.names(archive, number, &mark)?;
    let document = press.write_receipt(&receipt, names.receipt, progress)?;
    let waiting = match out {
        None => None,
        Some(out) => {
            let bytes = fs::read(press.staging.staged(&document)).map_err(crate::store::StoreError::at(out))?;
            Some(beside(out, &bytes)?)
        }
    };
    let files = std::slice::from_ref(&document);
    let new = NewCopy { receipt: number, number: copy, reprint: None, cards: &[], documents: files };
    press.record(archive, &[new], number, progress)?;
    let put = waiting.zip(out).map(|(waiting, out)| waiting.put(out));
    tracing::info!(receipt = %number, copy, "receipt copied");
    let file = archive.documents.resolve(&document.path);
    let out = out.map(Path::to_owned);
    Ok(match put {
        Some(Err(_)) => Given { copy, file, out: None, failed_out: out },
        _ => Given { copy, file, out, failed_out: None },
    })
}

/// The folder of a file that a user named, for a file beside it.
fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A file that only lacks its name.
struct Waiting(NamedTempFile);

fn beside(out: &Path, bytes: &[u8]) -> Result<Waiting, Error> {
    let write = || -> io::Result<NamedTempFile> {
        if out.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let mut file = tempfile::Builder::new().prefix(".cetak-kpj-").suffix(".part").tempfile_in(folder_of(out))?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(file)
    };
    write().map(Waiting).map_err(|source| Error::OutNotWritable { path: out.to_owned(), source })
}

impl Waiting {
    fn put(self, out: &Path) -> Result<(), Error> {
        let kept = self.0.persist(out);
        kept.map(drop).map_err(|error| Error::OutNotWritable { path: out.to_owned(), source: error.error })
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}"); // writing to a String cannot fail
        text
    })
}
