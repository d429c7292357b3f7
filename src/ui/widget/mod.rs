//! The parts that screens are put together from.

mod button;
mod form;
pub(crate) mod grid;
mod note;

pub(crate) use button::{action, hint, quiet_action, segments};
pub(crate) use form::{complaint, field, input, tick};
pub(crate) use grid::{Cell, Column, Grid, Width};
pub(crate) use note::{badge, hero, note, panel, progress};

use super::theme::{BOLD, Tone, style, text as size};
use iced::widget::{Text, text};

/// The name of a screen.
pub(crate) fn title<'a>(content: impl text::IntoFragment<'a>) -> Text<'a> {
    text(content).size(size::TITLE).font(BOLD)
}

/// The name of a part of a screen.
pub(crate) fn heading<'a>(content: impl text::IntoFragment<'a>) -> Text<'a> {
    text(content).size(size::LEAD).font(BOLD)
}

/// Running text.
pub(crate) fn body<'a>(content: impl text::IntoFragment<'a>) -> Text<'a> {
    text(content).size(size::BODY)
}

/// Text that explains, in a lower voice.
pub(crate) fn muted<'a>(content: impl text::IntoFragment<'a>) -> Text<'a> {
    body(content).style(style::ink(Tone::Muted))
}

/// Small print.
pub(crate) fn caption<'a>(content: impl text::IntoFragment<'a>) -> Text<'a> {
    text(content).size(size::CAPTION).style(style::ink(Tone::Muted))
}
