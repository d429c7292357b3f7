//! Things to press.

use super::around::around;
use super::body;
use super::focus::reachable;
use super::steps::{Steps, steps};
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::theme::{BOLD, Tone, space, style, text as size};
use iced::widget::{Row, button, container, row, text, tooltip};
use iced::{Element, Theme};
use std::time::Duration;

/// A button with a picture and a word; `None` switches it off.
pub(crate) fn action<'a, Message: Clone + 'a>(
    icon: Icon,
    label: impl text::IntoFragment<'a>,
    style: fn(&Theme, button::Status) -> button::Style,
    message: Option<Message>,
) -> Element<'a, Message> {
    let word = body(label).font(BOLD);
    let content = button(row![icon.view(), word].spacing(space::S).align_y(iced::Center))
        .padding([space::S, space::L])
        .style(style)
        .on_press_maybe(message.clone());
    reachable(content, message)
}

/// A button that stays in the background.
pub(crate) fn quiet_action<'a, Message: Clone + 'a>(
    icon: Icon,
    label: impl text::IntoFragment<'a>,
    message: Option<Message>,
) -> Element<'a, Message> {
    let content = button(row![icon.view(), body(label)].spacing(space::S).align_y(iced::Center))
        .padding([space::S, space::M])
        .style(style::quiet)
        .on_press_maybe(message.clone());
    reachable(content, message)
}

/// One of several kinds of rows, which a list shows alone; `None` where there are none of it.
pub(crate) fn chip<'a, Message: Clone + 'a>(
    tone: Tone,
    icon: Option<Icon>,
    word: String,
    chosen: bool,
    message: Option<Message>,
) -> Element<'a, Message> {
    let label = row![].push(icon.map(Icon::view)).push(body(word).font(BOLD)).spacing(space::S).align_y(iced::Center);
    let content =
        button(label).padding([space::XS, space::M]).style(style::chip(tone, chosen)).on_press_maybe(message.clone());
    reachable(content, message)
}

/// A question mark beside a problem: what it means.
pub(crate) fn question<'a, Message: Clone + 'a>(message: Message) -> Element<'a, Message> {
    let content = button(Icon::Help.view()).padding(space::HAIR).style(style::quiet).on_press(message.clone());
    hint(reachable(content, Some(message)), tr!("explain-hint"), Some(Wish::Explain))
}

/// A button of one picture, where a word has no room; its word shows when the mouse rests on it.
pub(crate) fn sign<'a, Message: Clone + 'a>(icon: Icon, word: String, message: Message) -> Element<'a, Message> {
    let content = button(icon.view()).padding(space::XS).style(style::quiet).on_press(message.clone());
    hint(reachable(content, Some(message)), word, None)
}

/// A button with a picture alone, which wants a [`hint`] that names it.
pub(crate) fn small_action<'a, Message: Clone + 'a>(
    icon: Icon,
    style: fn(&Theme, button::Status) -> button::Style,
    message: Option<Message>,
) -> Element<'a, Message> {
    // as high as a line of words
    let picture = container(icon.view()).center_y(text::LineHeight::default().to_absolute(size::BODY.into()));
    let content = button(picture).padding([space::S, space::M]).style(style).on_press_maybe(message.clone());
    reachable(content, message)
}

/// Something with its key shown when the mouse rests on it.
pub(crate) fn hint<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
    explanation: impl Into<String>,
    wish: Option<Wish>,
) -> Element<'a, Message> {
    hint_at(tooltip::Position::Bottom, content, explanation, wish)
}

/// The same for things in the rail: it shows at their side and hides none of them.
pub(crate) fn hint_beside<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
    explanation: impl Into<String>,
    wish: Option<Wish>,
) -> Element<'a, Message> {
    hint_at(tooltip::Position::Right, content, explanation, wish)
}

fn hint_at<'a, Message: 'a>(
    position: tooltip::Position,
    content: impl Into<Element<'a, Message>>,
    explanation: impl Into<String>,
    wish: Option<Wish>,
) -> Element<'a, Message> {
    let explanation = explanation.into();
    let key = wish.map(|wish| text(wish.label()).size(size::CAPTION).font(BOLD));
    let bubble = row![text(explanation).size(size::CAPTION)].push(key).spacing(space::S);
    tooltip(content, container(bubble).padding([space::XS, space::S]), position)
        .gap(space::XS)
        .delay(Duration::from_millis(400))
        .style(style::tooltip)
        .into()
}

/// A few choices of which exactly one is taken, by mouse or with the arrow keys.
pub(crate) fn segments<'a, T, Message>(
    choices: impl IntoIterator<Item = (T, Option<Icon>, String)>,
    chosen: T,
    choose: impl Fn(T) -> Message + 'a,
) -> Element<'a, Message>
where
    T: PartialEq + Copy,
    Message: Clone + 'a,
{
    let choices: Vec<_> = choices.into_iter().collect();
    let (previous, next) = match choices.iter().position(|(value, ..)| *value == chosen) {
        Some(at) => steps(choices.len(), at, |_| true),
        None => (None, (!choices.is_empty()).then_some(0)),
    };
    let message = |at: Option<usize>| at.and_then(|at| choices.get(at)).map(|(value, ..)| choose(*value));
    let keys = Steps { face: None, previous: message(previous), next: message(next) };
    let row = Row::with_children(choices.into_iter().map(|(value, icon, label)| {
        let word = row![].push(icon.map(Icon::view)).push(body(label)).spacing(space::S).align_y(iced::Center);
        button(word).padding([space::S, space::M]).style(style::segment(value == chosen)).on_press(choose(value)).into()
    }));
    around(row.spacing(space::XS).wrap().vertical_spacing(space::XS), keys)
}
