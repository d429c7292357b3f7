//! The screens, and the preview that each may show.

pub(crate) mod again;
pub(crate) mod asked;
mod card_story;
pub(crate) mod companies;
pub(crate) mod email;
pub(crate) mod import;
pub(crate) mod people;
mod picker;
pub(crate) mod preview;
pub(crate) mod print;
pub(crate) mod print_all;
pub(crate) mod register;
pub(crate) mod settings;
mod start;
pub(crate) mod take_over;
pub(crate) mod template;
pub(crate) mod welcome;
pub(crate) mod work;

pub(crate) use picker::Offer;

use super::hotkey::Wish;
use super::icon::Icon;
use super::job::Failure;
use super::theme::{Tone, space, style};
use super::widget::{body, hint, muted, segments};
use crate::domain::Part;
use crate::tr;
use iced::widget::{column, container, row};
use iced::{Element, Fill};

/// The words for a failure: what happened, and what to do next.
pub(crate) fn words(failure: &Failure) -> (String, String) {
    match failure {
        Failure::Cancelled => (tr!("ui-failure-cancelled"), tr!("ui-failure-cancelled-hint")),
        Failure::Explained { message, hint } | Failure::Unmapped { message, hint } => (message.clone(), hint.clone()),
        Failure::Panicked => (tr!("ui-failure-panicked"), tr!("ui-failure-panicked-hint")),
    }
}

/// Which document of a receipt is looked at or printed.
pub(crate) fn part_choice<'a, Message: Clone + 'a>(
    chosen: Part,
    choose: impl Fn(Part) -> Message + 'a,
) -> Element<'a, Message> {
    let parts = [
        (Part::Cards, Some(Icon::IdCard), tr!("ui-preview-cards")),
        (Part::Receipt, Some(Icon::Receipt), tr!("ui-preview-receipt")),
    ];
    hint(segments(parts, chosen, choose), tr!("ui-preview-part-hint"), Some(Wish::OtherPart))
}

/// A failure as one sentence, for a toast.
pub(crate) fn sentence(failure: &Failure) -> String {
    let (message, hint) = words(failure);
    if hint.is_empty() { message } else { format!("{message} {hint}") }
}

/// A failure as a note inside a screen.
pub(crate) fn explained<'a, Message: 'a>(failure: &Failure, tone: Tone) -> Element<'a, Message> {
    let (message, hint) = words(failure);
    let lines = column![body(message)].push((!hint.is_empty()).then(|| muted(hint))).spacing(space::HAIR).width(Fill);
    container(row![Icon::Warning.toned(tone), lines].spacing(space::S))
        .padding([space::S, space::M])
        .width(Fill)
        .style(style::note(tone))
        .into()
}
