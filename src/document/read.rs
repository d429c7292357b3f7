//! Reads back the text of a PDF, as any reader of PDFs would: what stands on the pages, not what was meant to.
//!
//! The file may be damaged or made by somebody else. Nesting, unpacked sizes and the whole work are limited, and what
//! the PDF library stumbles over becomes an error.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, LoadOptions, Object, ObjectId};
use std::collections::{HashMap, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Most bytes that one page, form or table of a font may unpack to.
const UNPACKED: usize = 32 << 20;
/// All pages together may unpack to this many times the file, and a little more for small files.
const RATIO: usize = 200;
/// Forms within forms.
const FORMS: usize = 4;
/// Steps from a page up to the root of the page tree.
const ANCESTORS: usize = 64;

/// The text of a document cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the document cannot be read as a PDF")]
pub struct Unreadable;

/// Gives each piece of text on the pages to `each`: glyphs shown without a new position between them are one piece.
/// Returns the number of pages.
///
/// Memory grows with the file, not with what it claims to unpack to.
///
/// # Errors
/// [`Unreadable`] for a file that is no PDF, is damaged, or unpacks to more than any document of this program.
pub fn texts(bytes: &[u8], each: &mut dyn FnMut(&str)) -> Result<usize, Unreadable> {
    // The library is known to be careful, not known to be without a fault.
    catch_unwind(AssertUnwindSafe(|| read(bytes, each))).unwrap_or(Err(Unreadable))
}

fn read(bytes: &[u8], each: &mut dyn FnMut(&str)) -> Result<usize, Unreadable> {
    let options = LoadOptions { max_decompressed_size: Some(UNPACKED), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(bytes, options).map_err(|_| Unreadable)?;
    if document.is_encrypted() {
        return Err(Unreadable);
    }
    let mut reader = Reader {
        document: &document,
        encodings: HashMap::new(),
        silent: HashSet::new(),
        left: bytes.len().saturating_mul(RATIO).saturating_add(UNPACKED),
        piece: String::new(),
        pieces: 0,
        each,
    };
    let mut pages = 0;
    for page in document.page_iter() {
        pages += 1;
        let content = document.get_page_content_with_limit(page, UNPACKED).map_err(|_| Unreadable)?;
        let resources = reader.resources_of_page(page).ok_or(Unreadable)?;
        reader.content(&content, resources, 0)?;
    }
    if pages == 0 { Err(Unreadable) } else { Ok(pages) }
}

struct Reader<'a, 'b> {
    document: &'a Document,
    /// By the address of the font's dictionary: fonts are shared by all pages.
    encodings: HashMap<usize, Encoding<'a>>,
    /// Forms that show no text: artwork, drawn on every card.
    silent: HashSet<ObjectId>,
    /// Bytes of content that may still be read.
    left: usize,
    piece: String,
    pieces: usize,
    each: &'b mut dyn FnMut(&str),
}

impl<'a> Reader<'a, '_> {
    /// A page's own resources or those of its nearest ancestor.
    fn resources_of_page(&self, page: ObjectId) -> Option<&'a Dictionary> {
        let mut node = self.document.get_dictionary(page).ok()?;
        for _ in 0..ANCESTORS {
            if let Some(resources) = self.dictionary(node, b"Resources") {
                return Some(resources);
            }
            node = self.dictionary(node, b"Parent")?;
        }
        None
    }

    fn dictionary(&self, holder: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
        holder.get_deref(key, self.document).and_then(Object::as_dict).ok()
    }

    fn content(&mut self, content: &[u8], resources: &'a Dictionary, depth: usize) -> Result<(), Unreadable> {
        self.left = self.left.checked_sub(content.len()).ok_or(Unreadable)?;
        let fonts = self.dictionary(resources, b"Font");
        let mut font = None;
        for operation in Content::decode(content).map_err(|_| Unreadable)?.operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "Tf" => {
                    let name = operands.first().and_then(|name| name.as_name().ok());
                    font = name.and_then(|name| self.dictionary(fonts?, name));
                }
                "Tj" => self.show(operands.first(), font),
                "'" | "\"" => {
                    self.finish();
                    self.show(operands.last(), font);
                }
                "TJ" => {
                    let parts = operands.first().and_then(|parts| parts.as_array().ok());
                    for part in parts.into_iter().flatten() {
                        self.show(Some(part), font);
                    }
                }
                "BT" | "ET" | "Td" | "TD" | "Tm" | "T*" => self.finish(),
                "Do" => {
                    self.finish();
                    let name = operands.first().and_then(|name| name.as_name().ok()).ok_or(Unreadable)?;
                    self.form(name, resources, depth)?;
                }
                _ => {}
            }
        }
        self.finish();
        Ok(())
    }

    fn show(&mut self, text: Option<&Object>, font: Option<&'a Dictionary>) {
        let (Some(Object::String(bytes, _)), Some(font)) = (text, font) else { return };
        let encoding = self.encodings.entry(std::ptr::from_ref(font).addr()).or_insert_with(|| {
            font.get_font_encoding_with_limit(self.document, UNPACKED).unwrap_or(Encoding::SimpleEncoding(b""))
        });
        if let Ok(text) = Document::decode_text(encoding, bytes) {
            self.piece.push_str(&text);
        }
    }

    fn finish(&mut self) {
        if !self.piece.is_empty() {
            self.pieces += 1;
            (self.each)(&self.piece);
            self.piece.clear();
        }
    }

    fn form(&mut self, name: &[u8], resources: &'a Dictionary, depth: usize) -> Result<(), Unreadable> {
        let Some(forms) = self.dictionary(resources, b"XObject") else { return Ok(()) };
        let id = forms.get(name).and_then(Object::as_reference).ok();
        if id.is_some_and(|id| self.silent.contains(&id)) {
            return Ok(());
        }
        let Ok(stream) = forms.get_deref(name, self.document).and_then(Object::as_stream) else { return Ok(()) };
        if !stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form") {
            return Ok(());
        }
        if depth == FORMS {
            return Err(Unreadable);
        }
        let limit = self.left.min(UNPACKED);
        let content = stream.decompressed_content_with_limit(limit).map_err(|_| Unreadable)?;
        let before = self.pieces;
        let resources = self.dictionary(&stream.dict, b"Resources").unwrap_or(resources);
        self.content(&content, resources, depth + 1)?;
        if self.pieces == before {
            self.silent.extend(id);
        }
        Ok(())
    }
}
