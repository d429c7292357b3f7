//! A list to choose one thing from, by mouse or with the arrow keys.

use super::around::around;
use super::steps::{Steps, steps};
use crate::ui::theme::{measure, space, style, text as size};
use iced::widget::pick_list;
use iced::{Element, Fill, Length};
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

/// So many labels need no place that scrolls.
const SHORT: usize = 8;

/// One of the choices, by its place.
#[derive(Debug, Clone)]
struct Choice {
    at: usize,
    label: String,
}

impl PartialEq for Choice {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
    }
}

impl fmt::Display for Choice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.label)
    }
}

/// Labels of which one is `chosen`; the arrow keys pass over those that are not `free`; `strong` marks the one that other things refer to. Long labels want to be cut before.
pub(crate) fn select<'a, Message: Clone + 'a>(
    labels: Vec<String>,
    chosen: usize,
    free: impl Fn(usize) -> bool,
    strong: bool,
    on_open: Option<Message>,
    choose: impl Fn(usize) -> Message + 'a,
) -> Element<'a, Message> {
    let mut hasher = DefaultHasher::new();
    (labels.get(chosen), strong).hash(&mut hasher);
    let height = if labels.len() > SHORT { Length::Fixed(measure::MENU) } else { Length::Shrink };
    let (previous, next) = steps(labels.len(), chosen, free);
    let keys = Steps { face: Some(hasher.finish()), previous: previous.map(&choose), next: next.map(&choose) };
    let choices: Vec<Choice> = labels.into_iter().enumerate().map(|(at, label)| Choice { at, label }).collect();
    let now = choices.get(chosen).cloned();
    let list = pick_list(choices, now, move |choice| choose(choice.at))
        .width(Fill)
        .menu_height(height)
        .padding([measure::CHOICE_AROUND, space::M])
        .text_size(size::BODY)
        .text_line_height(iced::Pixels(measure::CHOICE_LINE))
        .style(style::select(strong))
        .menu_style(style::menu);
    around(
        match on_open {
            Some(message) => list.on_open(message),
            None => list,
        },
        keys,
    )
}
