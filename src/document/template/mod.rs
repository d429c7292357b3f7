//! Templates of cards: what an office decides about the looks of a card, written in TOML.
//!
//! Our own design and the one for preprinted stock are templates like any other ([`shipped`]). A template is checked
//! as a whole before anything is drawn with it: whatever it says, names of up to 60 characters stand on the card whole
//! and nothing sticks out. Lengths are millimetres from the card's top left corner, downwards; sizes of text points.

mod check;
pub mod edit;
mod fault;
mod field;
mod part;
mod path;
mod read;
mod shape;
mod shipped;
mod toml;

pub(super) use check::{LONGEST_NAME, WIDEST};
pub use fault::{Fault, TemplateFaults, Wrong};
pub use field::{Align, Content, Field, Label};
pub use part::{Part, Room};
pub use shipped::{SHIPPED, shipped};

use super::{
    Image,
    layout::{Colour, Shape, Size},
};
use sha2::{Digest, Sha256};
use std::{fmt::Write as _, sync::Arc};

/// The largest picture, in bytes; a card at 600 dpi is 2022 × 1275 pixels.
pub const LARGEST_PICTURE: u64 = 8 << 20;

/// A file beside the TOML that it names: a picture, decoded once.
#[derive(Debug, Clone)]
pub struct TemplateFile {
    /// Its name, without a folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    image: Option<Arc<Image>>,
}

impl TemplateFile {
    /// A file as it was read; whether it is a picture shows where a template uses it.
    #[must_use]
    pub fn new(name: String, bytes: &[u8]) -> Self {
        let small = bytes.len() as u64 <= LARGEST_PICTURE;
        let image = if small { Image::read(bytes).ok().map(Arc::new) } else { None };
        Self { name, bytes: bytes.into(), image }
    }

    /// The picture; `None` where the file is none that can be used.
    pub(super) fn image(&self) -> Option<&Arc<Image>> {
        self.image.as_ref()
    }
}

impl PartialEq for TemplateFile {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.bytes == other.bytes
    }
}

/// A template, found good.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// Its name: that of the file, without `.toml`.
    pub name: String,
    /// What it is, in a few words.
    pub title: String,
    /// For stock that has the card's words, and perhaps its numbers, printed on it already.
    pub preprinted: bool,
    /// The front.
    pub front: Side,
    /// The back, where it has one.
    pub back: Option<Side>,
    /// The TOML as written.
    pub text: String,
    /// The pictures it uses.
    pub files: Vec<TemplateFile>,
}

/// One side of a card.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Side {
    /// The colour under everything.
    pub colour: Option<Colour>,
    /// Pictures that lie under the shapes (the background) or on them.
    pub pictures: Vec<Picture>,
    /// Vector artwork, back to front.
    pub art: Vec<Shape>,
    /// Texts, in the order of the file.
    pub fields: Vec<Field>,
    /// QR codes and bar codes of the KPJ.
    pub symbols: Vec<Symbol>,
}

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The file's name, one of [`Template::files`].
    pub file: String,
    /// What is in it.
    pub image: Arc<Image>,
    /// Top left corner, mm.
    pub at: (f64, f64),
    /// Size, mm.
    pub size: Size,
    /// Whether it lies under the shapes.
    pub under: bool,
}

/// How a KPJ is drawn for machines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SymbolKind {
    /// A QR code.
    Qr,
    /// A Code 128 bar code.
    Code128,
}

/// The KPJ for machines.
#[derive(Debug, Clone, PartialEq)]
pub struct Symbol {
    /// Which code.
    pub kind: SymbolKind,
    /// Top left corner, mm.
    pub at: (f64, f64),
    /// Size, mm; a QR code is square.
    pub size: Size,
    /// Colour of the dark parts.
    pub colour: Colour,
}

impl Template {
    /// Reads a template and checks all of it. `files` are the pictures that lie beside it; only those it names are
    /// kept.
    ///
    /// # Errors
    /// [`TemplateFaults`]: everything that is wrong with it, with the lines.
    pub fn parse(name: &str, text: &str, files: &[TemplateFile]) -> Result<Self, TemplateFaults> {
        read::template(name, text, files)
    }

    /// The names of the pictures that a text of a template names, whether it is good or not.
    #[must_use]
    pub fn pictures_named(text: &str) -> Vec<String> {
        read::pictures_named(text)
    }

    /// SHA-256 of the text and the pictures, 64 lower-case hex digits: the template as it is today.
    #[must_use]
    pub fn sha256(&self) -> String {
        let mut hash = Sha256::new();
        let mut part = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        part(self.text.as_bytes());
        for file in &self.files {
            part(file.name.as_bytes());
            part(&file.bytes);
        }
        hash.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}"); // writing to a String cannot fail
            hex
        })
    }

    /// The sides, front first.
    pub fn sides(&self) -> impl Iterator<Item = &Side> {
        std::iter::once(&self.front).chain(&self.back)
    }
}

#[cfg(test)]
mod tests;
