//! Things to fill in.

use super::caption;
use super::focus::reachable;
use crate::ui::icon::{self, Icon};
use crate::ui::theme::{Tone, space, style, text as size};
use iced::widget::{Column, TextInput, checkbox, column, row, text, text_input};
use iced::{Element, Length};

/// A field for one line of text; `wrong` colours its edge.
pub(crate) fn input<'a, Message: Clone + 'a>(
    id: &'static str,
    placeholder: &str,
    value: &str,
    wrong: bool,
    on_input: impl Fn(String) -> Message + 'a,
) -> TextInput<'a, Message> {
    text_input(placeholder, value)
        .id(id)
        .on_input(on_input)
        .padding([space::S, space::M])
        .size(size::BODY)
        .style(style::field(wrong))
}

/// A field with its name above it, and under it what is wrong with it.
pub(crate) fn field<'a, Message: 'a>(
    name: impl text::IntoFragment<'a>,
    control: impl Into<Element<'a, Message>>,
    wrong: Option<String>,
    width: impl Into<Length>,
) -> Column<'a, Message> {
    column![caption(name), control.into()].push(wrong.map(complaint)).spacing(space::XS).width(width)
}

/// What is wrong with a field.
pub(crate) fn complaint<'a, Message: 'a>(sentence: String) -> Element<'a, Message> {
    row![
        Icon::Warning.toned(Tone::Bad).size(size::CAPTION),
        text(sentence).size(size::CAPTION).style(style::ink(Tone::Bad)),
    ]
    .spacing(space::XS)
    .align_y(iced::Center)
    .into()
}

/// A box to tick.
pub(crate) fn tick<'a, Message: Clone + 'a>(
    label: impl text::IntoFragment<'a>,
    ticked: bool,
    on_toggle: impl Fn(bool) -> Message + 'a,
) -> Element<'a, Message> {
    let other = on_toggle(!ticked);
    let content = checkbox(ticked)
        .label(label)
        .on_toggle(on_toggle)
        .size(size::ICON)
        .text_size(size::BODY)
        .spacing(space::S)
        .icon(checkbox::Icon {
            font: icon::FONT,
            code_point: Icon::Check.glyph(),
            size: Some(size::CAPTION.into()),
            line_height: text::LineHeight::Relative(1.0),
            shaping: text::Shaping::Basic,
        })
        .style(style::tick);
    reachable(content, Some(other))
}
