//! Texts of a card: what stands in them, where and how.

use super::super::{
    Face as Weight,
    layout::{CAP_HEIGHT, Colour, MM_PER_POINT},
};

/// What a field shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// The worker's name.
    Name,
    /// The number of the card.
    Kpj,
    /// The NIK, or a foreign worker's passport number.
    Nik {
        /// Whether its middle is hidden.
        masked: bool,
    },
    /// The date of birth.
    BirthDate,
    /// Laki-laki or Perempuan.
    Sex,
    /// The date since which the worker is a member.
    MembershipDate,
    /// The programmes, as the settings have them.
    Programmes,
    /// The company's name.
    Company,
    /// The company's number.
    Npp,
    /// The branch, as the settings have it.
    Branch,
    /// Always the same words.
    Text(String),
}

impl Content {
    /// The keys, in the order in which people think of them.
    pub const KEYS: [&'static str; 11] = [
        "name",
        "kpj",
        "nik",
        "birth_date",
        "sex",
        "membership_date",
        "programmes",
        "company",
        "npp",
        "branch",
        "text",
    ];

    /// The key in the file.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Kpj => "kpj",
            Self::Nik { .. } => "nik",
            Self::BirthDate => "birth_date",
            Self::Sex => "sex",
            Self::MembershipDate => "membership_date",
            Self::Programmes => "programmes",
            Self::Company => "company",
            Self::Npp => "npp",
            Self::Branch => "branch",
            Self::Text(_) => "text",
        }
    }
}

/// Which way a text grows from its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// To the right: `x` is its left end.
    #[default]
    Left,
    /// To both sides.
    Centre,
    /// To the left: `x` is its right end.
    Right,
}

impl Align {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Left, Self::Centre, Self::Right];

    /// The key in the file.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Centre => "centre",
            Self::Right => "right",
        }
    }

    /// Where something of this width begins, mm.
    #[must_use]
    pub fn start(self, x: f64, width: f64) -> f64 {
        match self {
            Self::Left => x,
            Self::Centre => x - width / 2.0,
            Self::Right => x - width,
        }
    }
}

/// Small words that say what a field is; not shown where the field has nothing to show.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The words.
    pub text: String,
    /// The words for a passport number, at the field of the NIK.
    pub passport: String,
    /// How far above the field's baseline its own baseline is, mm; below it where negative.
    pub rise: f64,
    /// How far right of the field's `x` its own is, mm; left of it where negative.
    pub shift: f64,
    /// Size, points.
    pub size: f64,
    /// Weight.
    pub weight: Weight,
    /// Colour.
    pub colour: Colour,
}

impl Field {
    /// The room of the field without its label: left and upper edge, width and height, mm.
    #[must_use]
    pub fn room(&self) -> (f64, f64, f64, f64) {
        let height = self.height.max(self.size * CAP_HEIGHT * MM_PER_POINT);
        (self.align.start(self.x, self.width), self.y - height, self.width, height)
    }
}

/// A text of a card.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// What it shows.
    pub content: Content,
    /// The line of the file where it begins, from 1.
    pub line: usize,
    /// Left end, middle or right end, by [`Field::align`], mm.
    pub x: f64,
    /// Baseline of the lowest line, mm. Fewer lines than fit stand in the middle of the height.
    pub y: f64,
    /// The widest it may become, mm.
    pub width: f64,
    /// From the lowest baseline up to the top of the capitals of the first line, mm; 0: one line, on its baseline.
    pub height: f64,
    /// Size, points.
    pub size: f64,
    /// The smallest size it may shrink to, points.
    pub smallest: f64,
    /// The most lines it may break into.
    pub lines: usize,
    /// Weight.
    pub weight: Weight,
    /// Colour.
    pub colour: Colour,
    /// Which way it grows.
    pub align: Align,
    /// Extra space after each character, points; fixed words only.
    pub tracking: f64,
    /// Words above it.
    pub label: Option<Label>,
}
