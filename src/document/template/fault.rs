//! What is wrong with a template, as facts; the words are with the others of the program.

use std::fmt;

/// Something wrong in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub wrong: Wrong,
}

/// What is wrong. Keys are those of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// The file is no TOML from here on.
    Syntax,
    /// Nothing of this name belongs here.
    UnknownKey {
        /// The key as written.
        key: String,
        /// What may stand here.
        known: String,
    },
    /// Something is missing.
    Missing {
        /// Its key.
        key: String,
    },
    /// The value is of another kind.
    NotA {
        /// The key.
        key: String,
        /// The kind it must be.
        kind: Kind,
    },
    /// The value is none of those that may stand here.
    NotOneOf {
        /// The key.
        key: String,
        /// The values.
        known: String,
    },
    /// The number is too small or too large.
    Range {
        /// The key.
        key: String,
        /// The smallest and the largest.
        between: (String, String),
    },
    /// Something reaches over the edge of the card.
    OutsideCard {
        /// What.
        what: String,
    },
    /// The text that must stand here does not fit whole.
    TooNarrow {
        /// The field.
        what: String,
    },
    /// The card needs this and the template has it nowhere.
    FieldMissing {
        /// The field.
        what: String,
    },
    /// The font has no glyph for a character.
    MissingGlyph {
        /// The character.
        character: char,
    },
    /// There is no such picture beside the template.
    PictureMissing {
        /// The file.
        file: String,
    },
    /// The picture is no PNG and no JPEG, is damaged or too large.
    PictureUnusable {
        /// The file.
        file: String,
    },
}

/// A kind of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A number.
    Number,
    /// A text.
    Text,
    /// `true` or `false`.
    Switch,
    /// A table.
    Table,
    /// Tables under one `[[name]]`.
    Tables,
    /// `#RRGGBB`.
    Colour,
    /// `[x, y]`.
    Point,
    /// Path data as in SVG.
    Path,
    /// The name of a file beside the template.
    File,
}

impl Kind {
    /// The key of its words.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Text => "text",
            Self::Switch => "switch",
            Self::Table => "table",
            Self::Tables => "tables",
            Self::Colour => "colour",
            Self::Point => "point",
            Self::Path => "path",
            Self::File => "file",
        }
    }
}

impl Wrong {
    /// The code in JSON, and the key of its words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::UnknownKey { .. } => "unknown-key",
            Self::Missing { .. } => "missing",
            Self::NotA { .. } => "not-a",
            Self::NotOneOf { .. } => "not-one-of",
            Self::Range { .. } => "range",
            Self::OutsideCard { .. } => "outside-card",
            Self::TooNarrow { .. } => "too-narrow",
            Self::FieldMissing { .. } => "field-missing",
            Self::MissingGlyph { .. } => "missing-glyph",
            Self::PictureMissing { .. } => "picture-missing",
            Self::PictureUnusable { .. } => "picture-unusable",
        }
    }

    /// What it is about: a key, a field, a file, a character.
    #[must_use]
    pub fn subject(&self) -> String {
        match self {
            Self::Syntax => String::new(),
            Self::UnknownKey { key, .. }
            | Self::Missing { key }
            | Self::NotA { key, .. }
            | Self::NotOneOf { key, .. }
            | Self::Range { key, .. } => key.clone(),
            Self::OutsideCard { what } | Self::TooNarrow { what } | Self::FieldMissing { what } => what.clone(),
            Self::MissingGlyph { character } => character.to_string(),
            Self::PictureMissing { file } | Self::PictureUnusable { file } => file.clone(),
        }
    }

    /// What may stand there instead.
    #[must_use]
    pub fn known(&self) -> String {
        match self {
            Self::UnknownKey { known, .. } | Self::NotOneOf { known, .. } => known.clone(),
            Self::NotA { kind, .. } => kind.as_str().to_owned(),
            Self::Range { between: (low, high), .. } => format!("{low} – {high}"),
            _ => String::new(),
        }
    }
}

/// Everything wrong with a template, in the order of its lines; never empty.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct TemplateFaults {
    /// The template's name.
    pub name: String,
    /// The faults.
    pub faults: Vec<Fault>,
}

impl fmt::Display for TemplateFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the template {} cannot be used:", self.name)?;
        self.faults.iter().try_for_each(|fault| {
            let Fault { line, wrong } = fault;
            write!(f, " line {line}: {} {};", wrong.code(), wrong.subject())
        })
    }
}
