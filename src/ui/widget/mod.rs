//! The parts that screens are put together from.

mod around;
mod button;
mod card;
pub(crate) mod focus;
mod form;
pub(crate) mod grid;
mod inert;
mod line;
mod note;
mod resting;
mod select;
mod steps;
pub(crate) mod walk;

pub(crate) use around::{Addition, around};
pub(crate) use button::{action, chip, hint, hint_beside, question, quiet_action, segments, sign, small_action};
pub(crate) use card::{Card, narrow};
pub(crate) use focus::reachable;
pub(crate) use form::{complaint, field, input, tick};
pub(crate) use grid::{Cell, Column, Grid, Width};
pub(crate) use inert::inert;
pub(crate) use line::line;
pub(crate) use note::{badge, hero, note, panel, progress, toast};
pub(crate) use select::select;

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

/// A count as people write it: 8.196 in Indonesian, 8,196 in English.
pub(crate) fn figure(count: impl TryInto<u64>) -> String {
    let count: u64 = count.try_into().unwrap_or(u64::MAX);
    grouped(&count.to_string(), &crate::tr!("ui-thousands"))
}

fn grouped(digits: &str, separator: &str) -> String {
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_written_in_groups_of_three() {
        for (digits, expected) in [("0", "0"), ("999", "999"), ("1000", "1.000"), ("1234567", "1.234.567")] {
            assert_eq!(grouped(digits, "."), expected);
        }
    }
}
