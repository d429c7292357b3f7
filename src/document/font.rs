//! The bundled font: which characters it has and how wide they are.

use super::pdf;
use std::sync::OnceLock;

/// A weight of the bundled font.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Face {
    /// For values and small print.
    Regular,
    /// For names, numbers and titles.
    Bold,
}

impl Face {
    /// Both weights.
    pub const ALL: [Self; 2] = [Self::Regular, Self::Bold];

    /// The TrueType program.
    pub(super) fn program(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../assets/fonts/CetakSans-Regular.ttf"),
            Self::Bold => include_bytes!("../../assets/fonts/CetakSans-Bold.ttf"),
        }
    }

    /// The PostScript name inside the program.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Regular => "CetakSans-Regular",
            Self::Bold => "CetakSans-Bold",
        }
    }
}

/// Why the bundled font could not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FontError {
    /// The program of a face is not a font this program can read.
    #[error("the bundled font {} cannot be read", .0.name())]
    Unreadable(Face),
    /// The face could not be reduced to the glyphs in use.
    #[error("the bundled font {} cannot be subset: {cause}", .face.name())]
    Subset {
        /// The face.
        face: Face,
        /// What the subsetter said.
        cause: subsetter::Error,
    },
}

/// A glyph of a face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    /// Its number in the program.
    pub id: u16,
    /// Its advance, in thousandths of an em.
    pub advance: u16,
}

/// The glyphs of a face, by the code of their character: looked up for every character of every card.
#[derive(Debug, Default)]
pub struct Glyphs(Vec<Option<Glyph>>);

impl Glyphs {
    /// Adds a glyph.
    pub fn insert(&mut self, character: char, glyph: Glyph) {
        let code = character as usize;
        self.0.resize(self.0.len().max(code + 1), None);
        if let Some(place) = self.0.get_mut(code) {
            *place = Some(glyph);
        }
    }

    fn get(&self, character: char) -> Option<Glyph> {
        self.0.get(character as usize).copied().flatten()
    }
}

/// The glyphs of both faces; only what can be shown is in it.
#[derive(Debug)]
pub struct Fonts {
    regular: Glyphs,
    bold: Glyphs,
}

impl Fonts {
    fn load() -> Result<Self, FontError> {
        let face = |face: Face| pdf::glyphs(face.program()).ok_or(FontError::Unreadable(face));
        Ok(Self { regular: face(Face::Regular)?, bold: face(Face::Bold)? })
    }

    /// The glyph of a character.
    pub fn glyph(&self, face: Face, character: char) -> Option<Glyph> {
        match face {
            Face::Regular => self.regular.get(character),
            Face::Bold => self.bold.get(character),
        }
    }

    /// Whether both faces show the character.
    pub fn covers(&self, character: char) -> bool {
        Face::ALL.iter().all(|face| self.glyph(*face, character).is_some())
    }

    /// Whether a text has a character that is wider than another one.
    pub fn wider(&self, face: Face, than: char, text: &str) -> bool {
        let advance = |character| self.glyph(face, character).map(|glyph| glyph.advance);
        text.chars().any(|character| advance(character) > advance(than))
    }

    /// Width of a text in em: times the size in points it is the width in points.
    pub fn em(&self, face: Face, text: &str) -> f64 {
        let thousandths: u32 = text.chars().filter_map(|c| self.glyph(face, c)).map(|g| u32::from(g.advance)).sum();
        f64::from(thousandths) / 1000.0
    }
}

/// The bundled font, read once.
pub fn fonts() -> Result<&'static Fonts, FontError> {
    static FONTS: OnceLock<Result<Fonts, FontError>> = OnceLock::new();
    FONTS.get_or_init(Fonts::load).as_ref().map_err(Clone::clone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_is_covered_when_it_can_be_seen() {
        for character in " ABCXYZabcxyz0123456789.,'-/()&É·".chars() {
            assert!(super::super::covers(character), "{character:?}");
        }
        for character in ['\n', '\u{200b}', '\u{301}', '中', '😀', '\u{0}'] {
            let expected = character == '\u{301}'; // a combining accent has an outline
            assert_eq!(super::super::covers(character), expected, "{character:?}");
        }
    }

    #[test]
    fn digits_have_one_width_in_each_face() {
        let fonts = fonts().unwrap();
        for face in Face::ALL {
            for digit in '0'..='9' {
                assert_eq!(fonts.glyph(face, digit).unwrap().advance, 572, "{face:?} {digit}");
            }
        }
    }
}
