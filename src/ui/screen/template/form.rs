//! The fields of a side, and the numbers of the chosen one.

use super::{Message, named};
use crate::tr;
use crate::ui::icon::Icon;
use crate::ui::theme::{measure, space, style};
use crate::ui::widget::{body, caption, field as labelled, heading, input, quiet_action, reachable, segments};
use crate::workflow::template::edit::Change;
use crate::workflow::template::{Align, Colour, Content, Field, Weight};
use iced::widget::{Column, Row, button, column, row};
use iced::{Element, Fill};

/// A key of a field that the form knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    X,
    Y,
    Width,
    Height,
    Size,
    Smallest,
    Lines,
    Colour,
    Text,
    Align,
    Weight,
}

impl Key {
    /// Those that are numbers.
    const NUMBERS: [Self; 7] = [Self::X, Self::Y, Self::Width, Self::Height, Self::Size, Self::Smallest, Self::Lines];

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::X => "x",
            Self::Y => "y",
            Self::Width => "width",
            Self::Height => "height",
            Self::Size => "size",
            Self::Smallest => "smallest",
            Self::Lines => "lines",
            Self::Colour => "colour",
            Self::Text => "text",
            Self::Align => "align",
            Self::Weight => "weight",
        }
    }

    fn id(self) -> &'static str {
        match self {
            Self::X => "field-x",
            Self::Y => "field-y",
            Self::Width => "field-width",
            Self::Height => "field-height",
            Self::Size => "field-size",
            Self::Smallest => "field-smallest",
            Self::Lines => "field-lines",
            Self::Colour => "field-colour",
            Self::Text => "field-text",
            Self::Align => "field-align",
            Self::Weight => "field-weight",
        }
    }

    fn name(self) -> String {
        match self {
            Self::X => tr!("ui-field-x"),
            Self::Y => tr!("ui-field-y"),
            Self::Width => tr!("ui-field-width"),
            Self::Height => tr!("ui-field-height"),
            Self::Size => tr!("ui-field-size"),
            Self::Smallest => tr!("ui-field-smallest"),
            Self::Lines => tr!("ui-field-lines"),
            Self::Colour => tr!("ui-field-colour"),
            Self::Text => tr!("ui-field-text"),
            Self::Align => tr!("ui-field-align"),
            Self::Weight => tr!("ui-field-weight"),
        }
    }

    /// What the file shall say; `None` while a number is no number.
    pub(super) fn change(self, value: Option<String>) -> Option<Change> {
        match value {
            None => Some(Change::Nothing),
            Some(text) if Self::NUMBERS.contains(&self) => number(&text).map(Change::Number),
            Some(text) => Some(Change::Text(text)),
        }
    }
}

fn number(text: &str) -> Option<f64> {
    text.trim().replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite())
}

fn shown(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
}

/// What stands in the form, as typed.
#[derive(Debug, Default)]
pub(super) struct Typed(Vec<(Key, String)>);

impl Typed {
    pub(super) fn of(field: &Field) -> Self {
        let Colour(red, green, blue) = field.colour;
        let mut typed = vec![
            (Key::X, shown(field.x)),
            (Key::Y, shown(field.y)),
            (Key::Width, shown(field.width)),
            (Key::Height, shown(field.height)),
            (Key::Size, shown(field.size)),
            (Key::Smallest, shown(field.smallest)),
            (Key::Lines, field.lines.to_string()),
            (Key::Colour, format!("#{red:02X}{green:02X}{blue:02X}")),
        ];
        if let Content::Text(text) = &field.content {
            typed.push((Key::Text, text.clone()));
        }
        Self(typed)
    }

    pub(super) fn get(&self, key: Key) -> &str {
        self.0.iter().find(|(known, _)| *known == key).map_or("", |(_, text)| text)
    }

    pub(super) fn set(&mut self, key: Key, text: String) {
        if let Some((_, typed)) = self.0.iter_mut().find(|(known, _)| *known == key) {
            *typed = text;
        }
    }
}

/// What a field shows, in words.
fn kind(key: &str) -> String {
    match key {
        "name" => tr!("field-name"),
        "kpj" => tr!("field-kpj"),
        "nik" => tr!("field-nik"),
        "birth_date" => tr!("field-birth-date"),
        "sex" => tr!("field-sex"),
        "membership_date" => tr!("field-membership-date"),
        "programmes" => tr!("ui-settings-programmes"),
        "company" => tr!("field-company"),
        "npp" => tr!("field-npp"),
        "branch" => tr!("ui-settings-branch"),
        _ => tr!("ui-field-text"),
    }
}

/// All fields of the side.
pub(super) fn list(fields: &[Field], chosen: Option<usize>) -> Element<'_, Message> {
    let rows = fields.iter().enumerate().map(|(at, field)| {
        let words = match &field.content {
            Content::Text(text) => format!("{}: {text}", kind("text")),
            content => kind(content.key()),
        };
        let place = caption(format!("{} × {}", shown(field.x), shown(field.y)));
        let line = row![body(words).width(Fill), place].align_y(iced::Center);
        let choice = button(line)
            .width(Fill)
            .padding([space::XS, space::M])
            .style(style::segment(chosen == Some(at)))
            .on_press(Message::Chosen(at));
        reachable(choice, Some(Message::Chosen(at)))
    });
    Column::with_children(rows).spacing(space::XS).into()
}

/// The kinds that can be added, when they are asked for.
pub(super) fn adding<'a>(open: bool) -> Element<'a, Message> {
    let add = quiet_action(
        if open { Icon::ChevronUp } else { Icon::ChevronDown },
        tr!("ui-field-add"),
        Some(Message::AddToggled),
    );
    let kinds = open.then(|| {
        let kinds = Content::KEYS.map(|key| {
            let choice = button(body(kind(key)))
                .padding([space::XS, space::S])
                .style(style::segment(false))
                .on_press(Message::Add(key));
            reachable(choice, Some(Message::Add(key)))
        });
        Row::with_children(kinds).spacing(space::XS).wrap()
    });
    column![add].push(kinds).spacing(space::S).into()
}

/// The form of the chosen field.
pub(super) fn view<'a>(field: &'a Field, typed: &'a Typed) -> Element<'a, Message> {
    let numbers = Key::NUMBERS.map(|key| {
        let text = typed.get(key);
        let control = input(key.id(), "", text, number(text).is_none(), move |text| Message::Typed(key, text));
        labelled(key.name(), control, None, measure::FIELD_NARROW).into()
    });
    let aligns = Align::ALL.map(|align| {
        let word = match align {
            Align::Left => tr!("ui-align-left"),
            Align::Centre => tr!("ui-align-centre"),
            Align::Right => tr!("ui-align-right"),
        };
        (align, None, word)
    });
    let align = segments(aligns, field.align, |align| Message::Set(Key::Align, Some(align.as_str().to_owned())));
    let weights = [(Weight::Regular, None, tr!("ui-weight-regular")), (Weight::Bold, None, tr!("ui-weight-bold"))];
    let weight = segments(weights, field.weight, |weight| {
        let word = if weight == Weight::Bold { "bold" } else { "regular" };
        Message::Set(Key::Weight, Some(word.to_owned()))
    });
    let line = |key: Key| input(key.id(), "", typed.get(key), false, move |text| Message::Typed(key, text));
    let words = matches!(field.content, Content::Text(_)).then(|| named(Key::Text.name(), line(Key::Text)));
    column![heading(kind(field.content.key()))]
        .push(words)
        .push(Row::with_children(numbers).spacing(space::S).wrap())
        .push(named(Key::Align.name(), align))
        .push(named(Key::Weight.name(), weight))
        .push(named(Key::Colour.name(), line(Key::Colour).width(measure::FIELD_SHORT)))
        .push(quiet_action(Icon::X, tr!("ui-field-remove"), Some(Message::Remove)))
        .spacing(space::S)
        .into()
}
