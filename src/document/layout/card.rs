//! One side of one card, as its template says.

use super::{
    CAP_HEIGHT, Colour, Face, Fill, MM_PER_POINT, Mark, Size, Text,
    fit::{Fitted, LEADING, Room},
    line,
    symbol::{self, BARS_QUIET, QR_QUIET},
};
use crate::{
    document::{
        font::Fonts,
        template::{self, Align, Content, Field, Side, SymbolKind},
    },
    domain::{Identity, Npp, Settings, Sex, Worker, date},
};
use std::sync::Arc;

/// What can stand on a card.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The person.
    pub worker: &'a Worker,
    /// The company's name.
    pub company: &'a str,
    /// The company's number.
    pub npp: &'a Npp,
    /// Branch and programmes.
    pub settings: &'a Settings,
}

impl Facts<'_> {
    /// What a field shows; nothing where it is not known.
    pub(in crate::document) fn shown(&self, content: &Content) -> Option<String> {
        let text = match content {
            Content::Name => line(&self.worker.name),
            Content::Kpj => self.worker.kpj.as_str().to_owned(),
            Content::Nik { masked: false } => line(self.worker.identity.as_str()),
            Content::Nik { masked: true } => line(&self.worker.identity.masked()),
            Content::BirthDate => date::short(self.worker.birth_date?),
            Content::Sex => sex(self.worker.sex?).to_owned(),
            Content::MembershipDate => date::short(self.worker.membership_date?),
            Content::Programmes => line(&self.settings.programmes),
            Content::Company => line(self.company),
            Content::Npp => self.npp.as_str().to_owned(),
            Content::Branch => line(&self.settings.branch),
            Content::Text(text) => line(text),
        };
        Some(text).filter(|text| !text.is_empty())
    }
}

/// Sex as the card says it.
pub(in crate::document) fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "Laki-laki",
        Sex::Female => "Perempuan",
    }
}

impl Field {
    /// The text as it stands in the field; `None` where it does not fit in the smallest size.
    pub(in crate::document) fn fitted(&self, fonts: &Fonts, text: &str) -> Option<Fitted> {
        // Extra space stands after each character; where there is some, the text is fixed and was seen to fit.
        let tracked = self.tracking * MM_PER_POINT * f64::from(u32::try_from(text.chars().count()).unwrap_or(u32::MAX));
        let room = Room {
            width: (self.width - tracked).max(0.01),
            height: self.height,
            largest: self.size,
            smallest: self.smallest,
            lines: self.lines,
        };
        room.fit(fonts, self.weight, text)
    }
}

/// The marks of one side of a card whose top left corner is at `origin`, mm. What does not fit is left out: it was
/// refused before ([`crate::document::write_cards`] says which card it was).
pub fn side(fonts: &Fonts, side: &Side, back: bool, facts: Facts<'_>, origin: (f64, f64)) -> Vec<Mark> {
    let mut card = Card { fonts, origin, marks: Vec::with_capacity(side.fields.len() * 2 + 1) };
    if let Some(colour) = side.colour {
        card.marks.push(Mark::Fill(Fill { at: origin, size: Size::CARD, colour }));
    }
    card.pictures(side, true);
    if !side.art.is_empty() {
        card.marks.push(Mark::Artwork { back, x: origin.0, y: origin.1 });
    }
    card.pictures(side, false);
    for symbol in &side.symbols {
        card.symbol(symbol, facts.worker);
    }
    for field in &side.fields {
        card.field(field, facts);
    }
    if facts.settings.practice {
        card.practice();
    }
    card.marks
}

/// Stands on everything that was made to learn with.
pub(super) const PRACTICE: &str = "LATIHAN";
/// How high the band is that says so on a card, mm; its letters, points.
const BAND: (f64, f64) = (7.0, 13.0);
const BAND_COLOUR: Colour = Colour(0xB4, 0x1F, 0x1F);

struct Card<'a> {
    fonts: &'a Fonts,
    origin: (f64, f64),
    marks: Vec<Mark>,
}

impl Card<'_> {
    /// A field: its label, its text in the middle of its height.
    fn field(&mut self, field: &Field, facts: Facts<'_>) {
        let Some(text) = facts.shown(&field.content) else { return };
        let Some(fitted) = field.fitted(self.fonts, &text) else { return };
        if let Some(label) = &field.label {
            let passport =
                matches!(field.content, Content::Nik { .. }) && matches!(facts.worker.identity, Identity::Passport(_));
            let words = if passport { &label.passport } else { &label.text };
            let size = Letters { size: label.size, face: label.weight, colour: label.colour, tracking: 0.0 };
            self.line(field.align, (field.x + label.shift, field.y - label.rise), words, size);
        }
        let cap = fitted.size * CAP_HEIGHT * MM_PER_POINT;
        let step = fitted.size * LEADING * MM_PER_POINT;
        let following = u32::try_from(fitted.lines.len().saturating_sub(1)).unwrap_or_default();
        let height = cap + step * f64::from(following);
        let free = (field.height - height).max(0.0);
        let mut baseline = field.y - free / 2.0 - step * f64::from(following);
        let letters = Letters { size: fitted.size, face: field.weight, colour: field.colour, tracking: field.tracking };
        for text in &fitted.lines {
            self.line(field.align, (field.x, baseline), text, letters);
            baseline += step;
        }
    }

    /// The pictures under the shapes, or those on them.
    fn pictures(&mut self, side: &Side, under: bool) {
        for picture in side.pictures.iter().filter(|picture| picture.under == under) {
            self.marks.push(Mark::Image {
                image: Arc::clone(&picture.image),
                at: (self.origin.0 + picture.at.0, self.origin.1 + picture.at.1),
                size: picture.size,
            });
        }
    }

    /// A band over everything, at the foot of the card, so that nobody takes the card for a real one.
    fn practice(&mut self) {
        let (height, size) = BAND;
        let top = self.origin.1 + Size::CARD.height - height;
        let band = Size { width: Size::CARD.width, height };
        self.marks.push(Mark::Fill(Fill { at: (self.origin.0, top), size: band, colour: BAND_COLOUR }));
        let letters = Letters { size, face: Face::Bold, colour: Colour(0xFF, 0xFF, 0xFF), tracking: 2.0 };
        self.marks.push(Mark::Text(Text {
            x: self.origin.0 + (Size::CARD.width - letters.width(self.fonts, PRACTICE)) / 2.0,
            baseline: top + f64::midpoint(height, size * CAP_HEIGHT * MM_PER_POINT),
            size,
            face: letters.face,
            colour: letters.colour,
            tracking: letters.tracking,
            text: PRACTICE.to_owned(),
        }));
    }

    /// The KPJ for machines, on a white ground that holds the quiet zone.
    fn symbol(&mut self, symbol: &template::Symbol, worker: &Worker) {
        let (modules, quiet) = match symbol.kind {
            SymbolKind::Qr => (symbol::qr(worker.kpj.as_str()), QR_QUIET),
            SymbolKind::Code128 => (symbol::code128(worker.kpj.as_str()), BARS_QUIET),
        };
        // eleven digits make either symbol
        let Ok(modules) = modules else { return };
        let at = (self.origin.0 + symbol.at.0, self.origin.1 + symbol.at.1);
        self.marks.push(Mark::Fill(Fill { at, size: symbol.size, colour: Colour(0xFF, 0xFF, 0xFF) }));
        let module = symbol.size.width / f64::from(modules.columns() + 2 * quiet);
        let rim = module * f64::from(quiet);
        let width = symbol.size.width - 2.0 * rim;
        let (top, height) = match symbol.kind {
            SymbolKind::Qr => (rim, width),
            SymbolKind::Code128 => (0.0, symbol.size.height),
        };
        self.marks.push(Mark::Symbol(super::Symbol {
            at: (at.0 + rim, at.1 + top),
            size: Size { width, height },
            colour: symbol.colour,
            modules,
        }));
    }

    fn line(&mut self, align: Align, (x, baseline): (f64, f64), text: &str, letters: Letters) {
        let Letters { size, face, colour, tracking } = letters;
        let wide = letters.width(self.fonts, text);
        self.marks.push(Mark::Text(Text {
            x: self.origin.0 + align.start(x, wide),
            baseline: self.origin.1 + baseline,
            size,
            face,
            colour,
            tracking,
            text: text.to_owned(),
        }));
    }
}

/// How a text is written.
#[derive(Clone, Copy)]
pub(in crate::document) struct Letters {
    pub size: f64,
    pub face: Face,
    pub colour: Colour,
    pub tracking: f64,
}

impl Letters {
    /// How wide a text is, mm; the space after its last character is none.
    pub fn width(self, fonts: &Fonts, text: &str) -> f64 {
        let gaps = u32::try_from(text.chars().count().saturating_sub(1)).unwrap_or_default();
        (fonts.em(self.face, text) * self.size + self.tracking * f64::from(gaps)) * MM_PER_POINT
    }
}
