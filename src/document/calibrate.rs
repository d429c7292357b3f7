//! A document for one printer: the issued one, every page put where that printer misses.

use super::DocumentError;
use super::layout::MM_PER_POINT;
use crate::domain::Calibration;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use std::collections::HashMap;

/// The same document with every position of its pages corrected for a printer. The issued document itself stays as it
/// is, in the archive and by its hash: this one is only for printing.
///
/// # Errors
/// [`DocumentError::Pdf`] for what is no PDF of this program.
pub fn calibrated(pdf: &[u8], calibration: Calibration) -> Result<Vec<u8>, DocumentError> {
    if calibration.is_none() {
        return Ok(pdf.to_vec());
    }
    let mut document = Document::load_mem(pdf)?;
    let after = document.add_object(Stream::new(Dictionary::new(), b"\nQ".to_vec()));
    // Pages of one height, which is all of them, share the operators that go before their own.
    let mut before: HashMap<i64, ObjectId> = HashMap::new();
    for id in document.page_iter().collect::<Vec<_>>() {
        let height = page_height(&document, id)?;
        #[expect(clippy::cast_possible_truncation, reason = "only to tell heights apart")]
        let key = (height * 1000.0).round() as i64;
        let start = *before.entry(key).or_insert_with(|| {
            document.add_object(Stream::new(Dictionary::new(), transformation(calibration, height).into_bytes()))
        });
        let page = document.get_dictionary_mut(id)?;
        let own = match page.get(b"Contents") {
            Ok(Object::Array(parts)) => parts.clone(),
            Ok(other) => vec![other.clone()],
            Err(_) => continue, // an empty page
        };
        let mut contents = vec![Object::Reference(start)];
        contents.extend(own);
        contents.push(Object::Reference(after));
        page.set("Contents", Object::Array(contents));
    }
    let mut bytes = Vec::with_capacity(pdf.len() + 1024);
    document.save_to(&mut bytes)?;
    Ok(bytes)
}

/// Stretched from the top left corner, then moved. PDF counts from the lower left corner, upwards.
fn transformation(calibration: Calibration, height: f64) -> String {
    let ((right, down), (across, along)) = (calibration.offset(), calibration.scale());
    let lift = height * (1.0 - along) - down / MM_PER_POINT;
    format!("q {across:.4} 0 0 {along:.4} {:.4} {lift:.4} cm\n", right / MM_PER_POINT)
}

/// The height of a page, points, which it may have from the tree above it.
fn page_height(document: &Document, page: ObjectId) -> Result<f64, DocumentError> {
    let mut node = document.get_dictionary(page)?;
    // trees of this program have three levels; a loop in a foreign one must end
    for _ in 0..32 {
        if let Ok(media) = node.get(b"MediaBox") {
            let (_, media) = document.dereference(media)?;
            let edges = media.as_array()?;
            let edge = |at: usize| edges.get(at).and_then(|edge| edge.as_float().ok()).map(f64::from);
            if let (Some(bottom), Some(top)) = (edge(1), edge(3)) {
                return Ok(top - bottom);
            }
            break;
        }
        let Ok(parent) = node.get(b"Parent") else { break };
        node = document.get_dictionary(parent.as_reference()?)?;
    }
    Err(DocumentError::Drawing("a page has no size".to_owned()))
}
