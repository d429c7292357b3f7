//! What the form can change of a part, and what was typed there.

use crate::tr;
use crate::workflow::template::edit::Change;
use crate::workflow::template::{Colour, Content, Part, Side, SymbolKind};

/// A key of a field, a label or a symbol that the form knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    X,
    Y,
    Width,
    Height,
    Size,
    Smallest,
    Lines,
    /// The side of a QR code.
    Side,
    Rise,
    Shift,
    Colour,
    Text,
    Align,
    Weight,
}

impl Key {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::X => "x",
            Self::Y => "y",
            Self::Width => "width",
            Self::Height => "height",
            Self::Size | Self::Side => "size",
            Self::Smallest => "smallest",
            Self::Lines => "lines",
            Self::Rise => "rise",
            Self::Shift => "shift",
            Self::Colour => "colour",
            Self::Text => "text",
            Self::Align => "align",
            Self::Weight => "weight",
        }
    }

    /// The name of its control.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::X => "field-x",
            Self::Y => "field-y",
            Self::Width => "field-width",
            Self::Height => "field-height",
            Self::Size | Self::Side => "field-size",
            Self::Smallest => "field-smallest",
            Self::Lines => "field-lines",
            Self::Rise => "field-rise",
            Self::Shift => "field-shift",
            Self::Colour => "field-colour",
            Self::Text => "field-text",
            Self::Align => "field-align",
            Self::Weight => "field-weight",
        }
    }

    pub(super) fn name(self) -> String {
        match self {
            Self::X => tr!("ui-field-x"),
            Self::Y => tr!("ui-field-y"),
            Self::Width => tr!("ui-field-width"),
            Self::Height => tr!("ui-field-height"),
            Self::Size => tr!("ui-field-size"),
            Self::Smallest => tr!("ui-field-smallest"),
            Self::Lines => tr!("ui-field-lines"),
            Self::Side => tr!("ui-field-side"),
            Self::Rise => tr!("ui-field-rise"),
            Self::Shift => tr!("ui-field-shift"),
            Self::Colour => tr!("ui-field-colour"),
            Self::Text => tr!("ui-field-text"),
            Self::Align => tr!("ui-field-align"),
            Self::Weight => tr!("ui-field-weight"),
        }
    }

    fn is_number(self) -> bool {
        !matches!(self, Self::Colour | Self::Text | Self::Align | Self::Weight)
    }

    /// What the file shall say; `None` while a number is no number.
    pub(super) fn change(self, value: Option<String>) -> Option<Change> {
        match value {
            None => Some(Change::Nothing),
            Some(text) if self.is_number() => number(&text).map(Change::Number),
            Some(text) => Some(Change::Text(text)),
        }
    }
}

pub(super) fn number(text: &str) -> Option<f64> {
    text.trim().replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite())
}

pub(super) fn shown(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').replace('.', &tr!("ui-decimal"))
}

/// What stands in the form, as typed.
#[derive(Debug, Default)]
pub(super) struct Typed(Vec<(Key, String)>);

impl Typed {
    /// What the file says of a part; nothing where there is no such part.
    pub(super) fn of(side: &Side, part: Part) -> Self {
        let mut typed = Self::default();
        let mut numbers = |numbers: &[(Key, f64)]| {
            typed.0.extend(numbers.iter().map(|(key, number)| (*key, shown(*number))));
        };
        let (colour, text) = match part {
            Part::Field(at) => {
                let Some(field) = side.fields.get(at) else { return typed };
                numbers(&[
                    (Key::X, field.x),
                    (Key::Y, field.y),
                    (Key::Width, field.width),
                    (Key::Height, field.height),
                ]);
                numbers(&[(Key::Size, field.size), (Key::Smallest, field.smallest)]);
                typed.0.push((Key::Lines, field.lines.to_string()));
                let text = if let Content::Text(text) = &field.content { Some(text) } else { None };
                (field.colour, text)
            }
            Part::Label(_) => {
                let Some(label) = side.field(part).and_then(|field| field.label.as_ref()) else { return typed };
                numbers(&[(Key::Shift, label.shift), (Key::Rise, label.rise), (Key::Size, label.size)]);
                (label.colour, Some(&label.text))
            }
            Part::Symbol(at) => {
                let Some(symbol) = side.symbols.get(at) else { return typed };
                numbers(&[(Key::X, symbol.at.0), (Key::Y, symbol.at.1)]);
                match symbol.kind {
                    SymbolKind::Qr => numbers(&[(Key::Side, symbol.size.width)]),
                    SymbolKind::Code128 => {
                        numbers(&[(Key::Width, symbol.size.width), (Key::Height, symbol.size.height)]);
                    }
                }
                (symbol.colour, None)
            }
        };
        let Colour(red, green, blue) = colour;
        typed.0.push((Key::Colour, format!("#{red:02X}{green:02X}{blue:02X}")));
        typed.0.extend(text.map(|text| (Key::Text, text.clone())));
        typed
    }

    /// The numbers of the part.
    pub(super) fn numbers(&self) -> impl Iterator<Item = (Key, &str)> {
        self.0.iter().filter(|(key, _)| key.is_number()).map(|(key, text)| (*key, text.as_str()))
    }

    /// What was typed under a key; `None` where the part has no such key.
    pub(super) fn get(&self, key: Key) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == key).map(|(_, text)| text.as_str())
    }

    pub(super) fn set(&mut self, key: Key, text: String) {
        if let Some((_, typed)) = self.0.iter_mut().find(|(known, _)| *known == key) {
            *typed = text;
        }
    }
}
