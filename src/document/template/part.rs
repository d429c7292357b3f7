//! The parts of a card that can be taken in the hand: texts, the small words above them, symbols.

use super::{Content, Field, Label, Side};
use crate::document::font::{Fonts, fonts};
use crate::document::layout::{CAP_HEIGHT, Colour, Letters, MM_PER_POINT};

/// A part of a side, by its place among those of its kind, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A field.
    Field(usize),
    /// The label of a field.
    Label(usize),
    /// A QR code or bars.
    Symbol(usize),
}

/// Left and upper edge, width and height, mm.
pub type Room = (f64, f64, f64, f64);

impl Side {
    /// All parts, the undermost first; a field's label follows it.
    pub fn parts(&self) -> impl Iterator<Item = Part> {
        let fields = self.fields.iter().enumerate().flat_map(|(at, field)| {
            [Some(Part::Field(at)), field.label.as_ref().map(|_| Part::Label(at))].into_iter().flatten()
        });
        (0..self.symbols.len()).map(Part::Symbol).chain(fields)
    }

    /// The field of a part, its own or that of the label.
    #[must_use]
    pub fn field(&self, part: Part) -> Option<&Field> {
        match part {
            Part::Field(at) | Part::Label(at) => self.fields.get(at),
            Part::Symbol(_) => None,
        }
    }

    /// Where a part lies.
    #[must_use]
    pub fn room(&self, part: Part) -> Option<Room> {
        match part {
            Part::Field(at) => Some(self.fields.get(at)?.room()),
            Part::Label(at) => {
                let field = self.fields.get(at)?;
                Some(field.label.as_ref()?.room(fonts().ok()?, field))
            }
            Part::Symbol(at) => {
                let symbol = self.symbols.get(at)?;
                Some((symbol.at.0, symbol.at.1, symbol.size.width, symbol.size.height))
            }
        }
    }

    /// The place that the file gives for a part, rightwards and downwards, mm; a label's is that from its field.
    #[must_use]
    pub fn place(&self, part: Part) -> Option<(f64, f64)> {
        match part {
            Part::Field(at) => self.fields.get(at).map(|field| (field.x, field.y)),
            Part::Label(at) => self.fields.get(at)?.label.as_ref().map(|label| (label.shift, -label.rise)),
            Part::Symbol(at) => self.symbols.get(at).map(|symbol| symbol.at),
        }
    }
}

impl Label {
    /// Where the label of a field lies, with the longer of its words at a NIK.
    pub(super) fn room(&self, fonts: &Fonts, field: &Field) -> Room {
        let letters = Letters { size: self.size, face: self.weight, colour: Colour(0, 0, 0), tracking: 0.0 };
        let passport = if matches!(field.content, Content::Nik { .. }) { self.passport.as_str() } else { "" };
        let width = letters.width(fonts, &self.text).max(letters.width(fonts, passport));
        let height = self.size * CAP_HEIGHT * MM_PER_POINT;
        (field.align.start(field.x + self.shift, width), field.y - self.rise - height, width, height)
    }
}
