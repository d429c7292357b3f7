//! Preview: documents as they will be, and as they were issued, to be looked at page by page.

use super::issue::{self, Batch, Choices, Particulars};
use super::{Archive, Error, logo, template};
use crate::document;
use crate::domain::{CheckedList, ReceiptNumber};
use crate::progress::Progress;
use crate::store::{Document, DocumentKind};
use sha2::{Digest, Sha256};
use std::fs;
use std::io;

pub use crate::document::preview::{Pages, Picture, PreviewError};
pub use crate::domain::Part;

/// What stands in the place of a number that is not given yet.
pub const DRAFT: &str = "DRAF";

/// Both documents, as bytes of PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Documents {
    /// All cards.
    pub cards: Vec<u8>,
    /// The receipt.
    pub receipt: Vec<u8>,
}

/// The PDFs that issuing this list would make now, with [`DRAFT`] in the place of the receipt's number. Rows that were
/// rejected are left out, as when issuing with [`Choices::skip_rejected`]. Nothing is written or recorded.
///
/// # Errors
/// [`Error`] as for [`issue::issue`]; `Error::Document` where no row has a card.
pub fn draft(
    archive: &Archive,
    list: &CheckedList,
    particulars: &Particulars,
    choices: &Choices,
    progress: &dyn Progress,
) -> Result<Documents, Error> {
    let settings = archive.settings()?;
    let template = template::load(archive.folder(), choices.template.as_ref().unwrap_or(&settings.template))?;
    let batch = Batch {
        list,
        company: issue::company(archive, list, particulars)?,
        cards: issue::cards_of(list),
        particulars,
        counts: list.counts(),
        settings: &settings,
        template: &template,
        choices,
    };
    let (mut cards, mut receipt) = (Vec::new(), Vec::new());
    let workers = batch.workers();
    document::write_cards(&batch.document(&workers, batch.paper(), batch.start_at()), &mut cards, progress)?;
    let logo = logo::load(archive.folder(), &settings)?;
    let draft = batch.receipt(ReceiptNumber(DRAFT.into()));
    document::write_receipt(&draft, &settings, logo.as_ref(), &mut receipt, progress)?;
    Ok(Documents { cards, receipt })
}

/// The bytes of an issued document, proved to be those that were issued.
///
/// # Errors
/// [`Error::NoSuchReceipt`], [`Error::DocumentMissing`], [`Error::DocumentChanged`], or [`Error::Store`].
pub fn issued(archive: &Archive, number: &ReceiptNumber, part: Part) -> Result<Vec<u8>, Error> {
    proved(archive, &found(archive, number, None, part)?)
}

/// The bytes of a document that was made with the nth copy (*SALINAN ke-n*) of a receipt, proved likewise.
///
/// # Errors
/// [`Error::NoSuchCopy`] where there is no such copy, or it is one of the receipt alone and cards are asked for; and as
/// for [`issued`].
pub fn copied(archive: &Archive, number: &ReceiptNumber, copy: u32, part: Part) -> Result<Vec<u8>, Error> {
    proved(archive, &found(archive, number, Some(copy), part)?)
}

/// A document of a receipt, or of a copy of it.
pub(super) fn found(
    archive: &Archive,
    number: &ReceiptNumber,
    copy: Option<u32>,
    part: Part,
) -> Result<Document, Error> {
    let kind = match part {
        Part::Cards => DocumentKind::Cards,
        Part::Receipt => DocumentKind::Receipt,
    };
    let Some(copy) = copy else {
        let mut documents = archive.store.documents(number)?.into_iter();
        return documents.find(|document| document.kind == kind).ok_or_else(|| Error::NoSuchReceipt(number.clone()));
    };
    let documents = archive.store.documents_of_copies(number)?;
    let found = documents.into_iter().find(|(of, document)| *of == Some(copy) && document.kind == kind);
    found.map(|(_, document)| document).ok_or_else(|| Error::NoSuchCopy { number: number.clone(), copy })
}

/// The bytes of a document of the archive, held against the hash that was recorded when it was issued.
fn proved(archive: &Archive, document: &Document) -> Result<Vec<u8>, Error> {
    let path = archive.documents.resolve(&document.path);
    // a file that grew is not read to its end
    let length = match fs::metadata(&path) {
        Ok(metadata) if metadata.is_file() => metadata.len(),
        Ok(_) => return Err(Error::DocumentMissing(path)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Error::DocumentMissing(path)),
        Err(source) => return Err(crate::store::StoreError::at(path)(source).into()),
    };
    if length != document.bytes {
        return Err(Error::DocumentChanged(path));
    }
    let bytes = fs::read(&path).map_err(crate::store::StoreError::at(&path))?;
    let hash = Sha256::digest(&bytes).iter().fold(String::new(), |hash, byte| hash + &format!("{byte:02x}"));
    if hash == document.sha256 { Ok(bytes) } else { Err(Error::DocumentChanged(path)) }
}
