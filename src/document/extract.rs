//! Some pages of a finished PDF as a PDF of their own: a printer's queue may not know how to leave pages out.

use super::DocumentError;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// What a page may take over from the groups above it.
const INHERITED: [&[u8]; 4] = [b"Resources", b"MediaBox", b"CropBox", b"Rotate"];

/// The document with these pages alone, counted from 0, in the order given.
///
/// # Errors
/// [`DocumentError::Pdf`] for a damaged file and for a page that it does not have.
pub fn only(pdf: &[u8], pages: &[usize]) -> Result<Vec<u8>, DocumentError> {
    let mut document = Document::load_mem(pdf)?;
    let all: Vec<ObjectId> = document.get_pages().into_values().collect();
    let root = document.catalog()?.get(b"Pages")?.as_reference()?;
    let mut kids = Vec::with_capacity(pages.len());
    for page in pages {
        let number = u32::try_from(*page).unwrap_or(u32::MAX);
        let id = *all.get(*page).ok_or(lopdf::Error::PageNumberNotFound(number))?;
        let taken_over = taken_over(&document, id)?;
        let dictionary = document.get_object_mut(id)?.as_dict_mut()?;
        for (key, value) in taken_over {
            dictionary.set(key, value);
        }
        dictionary.set("Parent", root);
        kids.push(Object::Reference(id));
    }
    let count = i64::try_from(kids.len()).unwrap_or(i64::MAX);
    let group = Dictionary::from_iter([
        ("Type", Object::Name(b"Pages".to_vec())),
        ("Count", Object::Integer(count)),
        ("Kids", Object::Array(kids)),
    ]);
    document.set_object(root, group);
    document.prune_objects();
    let mut bytes = Vec::new();
    document.save_to(&mut bytes)?;
    Ok(bytes)
}

/// What the page takes over from the groups above it and does not say itself.
fn taken_over(document: &Document, page: ObjectId) -> Result<Vec<(Vec<u8>, Object)>, DocumentError> {
    let mut found: Vec<(Vec<u8>, Object)> = Vec::new();
    let mut group = document.get_dictionary(page)?;
    let own = group;
    // a damaged file may name a group as its own parent
    for _ in 0..64 {
        let Ok(parent) = group.get(b"Parent").and_then(Object::as_reference) else { break };
        group = document.get_dictionary(parent)?;
        for key in INHERITED {
            if !own.has(key)
                && found.iter().all(|(known, _)| known != key)
                && let Ok(value) = group.get(key)
            {
                found.push((key.to_vec(), value.clone()));
            }
        }
    }
    Ok(found)
}
