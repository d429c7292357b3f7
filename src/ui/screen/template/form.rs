//! The parts of a side, and the form of the chosen one.

use super::key::{Key, Typed, number, shown};
use super::{Message, named};
use crate::tr;
use crate::ui::icon::Icon;
use crate::ui::theme::{measure, space, style};
use crate::ui::widget::{body, caption, field as labelled, heading, input, quiet_action, reachable, segments, tick};
use crate::workflow::template::edit::SYMBOLS;
use crate::workflow::template::{Align, Content, Part, Side, SymbolKind, Weight};
use iced::widget::{Column, Row, button, column, row};
use iced::{Element, Fill};

/// What a field or symbol shows, in words.
pub(super) fn kind(key: &str) -> String {
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
        "qr" => tr!("ui-symbol-qr"),
        "code128" => tr!("ui-symbol-bars"),
        _ => tr!("ui-field-text"),
    }
}

/// What a part is, in words.
fn words(side: &Side, part: Part) -> String {
    match (part, side.field(part)) {
        (Part::Symbol(at), _) => {
            let is_qr = side.symbols.get(at).is_some_and(|symbol| symbol.kind == SymbolKind::Qr);
            kind(if is_qr { "qr" } else { "code128" })
        }
        (Part::Label(_), field) => {
            let label = field.and_then(|field| field.label.as_ref()).map_or("", |label| &label.text);
            tr!("ui-label-named", words = label)
        }
        (Part::Field(_), Some(field)) => kind(field.content.key()),
        (Part::Field(_), None) => String::new(),
    }
}

/// All parts of the side.
pub(super) fn list(side: &Side, chosen: Option<Part>) -> Element<'_, Message> {
    let rows = side.parts().map(|part| {
        let words = match side.field(part).map(|field| &field.content) {
            Some(Content::Text(text)) if matches!(part, Part::Field(_)) => format!("{}: {text}", kind("text")),
            _ => words(side, part),
        };
        let (x, y) = side.place(part).unwrap_or_default();
        // a label belongs to the field above it, and stands where that stands
        let (inset, place) = match part {
            Part::Label(_) => (space::L, String::new()),
            Part::Field(_) | Part::Symbol(_) => (space::M, format!("{} × {}", shown(x), shown(y))),
        };
        let line = row![body(words).width(Fill), caption(place)].align_y(iced::Center);
        let choice = button(line)
            .width(Fill)
            .padding(iced::padding::vertical(space::XS).left(inset).right(space::M))
            .style(style::segment(chosen == Some(part)))
            .on_press(Message::Chosen(part));
        reachable(choice, Some(Message::Chosen(part)))
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
        let kinds = Content::KEYS.into_iter().chain(SYMBOLS).map(|key| {
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

/// The form of the chosen part.
pub(super) fn view<'a>(side: &'a Side, part: Part, typed: &'a Typed) -> Element<'a, Message> {
    let line = |key: Key| {
        let text = typed.get(key)?;
        Some(input(key.id(), "", text, false, move |text| Message::Typed(key, text)))
    };
    let numbers = typed.numbers().map(|(key, text)| {
        let control = input(key.id(), "", text, number(text).is_none(), move |text| Message::Typed(key, text));
        labelled(key.name(), control, None, measure::FIELD_NARROW).into()
    });
    let field = side.field(part);
    let is_field = matches!(part, Part::Field(_));
    let remove = match part {
        Part::Field(_) => tr!("ui-field-remove"),
        Part::Label(_) => tr!("ui-label-remove"),
        Part::Symbol(_) => tr!("ui-symbol-remove"),
    };
    let weight = field.map(|field| if is_field { field.weight } else { label_weight(field.label.as_ref()) });
    let has_label = field.is_some_and(|field| field.label.is_some());
    column![heading(words(side, part))]
        .push(line(Key::Text).map(|line| named(Key::Text.name(), line)))
        .push(Row::with_children(numbers).spacing(space::S).wrap())
        .push(field.filter(|_| is_field).map(|field| named(Key::Align.name(), aligns(field.align))))
        .push(weight.map(|weight| named(Key::Weight.name(), weights(weight))))
        .push(line(Key::Colour).map(|line| named(Key::Colour.name(), line.width(measure::FIELD_SHORT))))
        .push(is_field.then(|| tick(tr!("ui-label"), has_label, Message::LabelToggled)))
        .push(quiet_action(Icon::X, remove, Some(Message::Remove)))
        .spacing(space::S)
        .into()
}

fn label_weight(label: Option<&crate::workflow::template::Label>) -> Weight {
    label.map_or(Weight::Regular, |label| label.weight)
}

fn aligns<'a>(chosen: Align) -> Element<'a, Message> {
    let aligns = Align::ALL.map(|align| {
        let word = match align {
            Align::Left => tr!("ui-align-left"),
            Align::Centre => tr!("ui-align-centre"),
            Align::Right => tr!("ui-align-right"),
        };
        (align, None, word)
    });
    segments(aligns, chosen, |align| Message::Set(Key::Align, Some(align.as_str().to_owned())))
}

fn weights<'a>(chosen: Weight) -> Element<'a, Message> {
    let weights = [(Weight::Regular, None, tr!("ui-weight-regular")), (Weight::Bold, None, tr!("ui-weight-bold"))];
    segments(weights, chosen, |weight| {
        let word = if weight == Weight::Bold { "bold" } else { "regular" };
        Message::Set(Key::Weight, Some(word.to_owned()))
    })
}
