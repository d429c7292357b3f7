//! Things to read: notes, badges, panels, and how far a job is.

use super::{body, caption, figure, heading, line, muted, reachable, title};
use crate::tr;
use crate::ui::icon::Icon;
use crate::ui::job::Report;
use crate::ui::theme::{Tone, measure, space, style, text as size};
use iced::widget::{Column, Container, Space, button, column, container, progress_bar, row, text};
use iced::{Element, Fill};
use std::borrow::Cow;

/// One sentence on a coloured ground.
pub(crate) fn note<'a, Message: 'a>(
    tone: Tone,
    icon: Icon,
    sentence: impl text::IntoFragment<'a>,
) -> Container<'a, Message> {
    let line = row![icon.toned(tone), body(sentence).width(Fill)].spacing(space::S).align_y(iced::Center);
    container(line).padding([space::S, space::M]).width(Fill).style(style::note(tone))
}

/// A word in a pill.
pub(crate) fn badge<'a, Message: 'a>(tone: Tone, icon: Icon, word: impl Into<Cow<'a, str>>) -> Container<'a, Message> {
    let words = row![icon.view().size(size::CAPTION), line(word).size(size::CAPTION)];
    container(words.spacing(space::XS).align_y(iced::Center)).padding([space::HAIR, space::S]).style(style::badge(tone))
}

/// A message that comes and goes, with what can be done about it.
pub(crate) fn toast<'a, Message: Clone + 'a>(
    tone: Tone,
    sentence: impl text::IntoFragment<'a>,
    offer: Option<Element<'a, Message>>,
    close: Message,
) -> Element<'a, Message> {
    let icon = match tone {
        Tone::Good => Icon::CircleCheck,
        Tone::Bad | Tone::Warn => Icon::Warning,
        _ => Icon::Info,
    };
    let away = button(Icon::X.view()).padding(space::XS).style(style::quiet).on_press(close.clone());
    let words = column![body(sentence)].push(offer).spacing(space::XS).width(Fill);
    let line = row![icon.toned(tone), words, reachable(away, Some(close))].spacing(space::M).align_y(iced::Center);
    container(line).padding([space::M, space::L]).width(measure::TOAST).style(style::toast(tone)).into()
}

/// The middle of a screen that has one thing to say.
pub(crate) fn hero<'a, Message: 'a>(
    tone: Tone,
    icon: Icon,
    name: impl text::IntoFragment<'a>,
    sentence: impl text::IntoFragment<'a>,
) -> Column<'a, Message> {
    column![
        container(icon.view().size(size::ICON_HERO)).padding(space::XL).style(style::medallion(tone)),
        title(name).center(),
        container(muted(sentence).center()).max_width(measure::READABLE),
    ]
    .spacing(space::L)
    .align_x(iced::Center)
}

/// A sheet with a name and something in it.
pub(crate) fn panel<'a, Message: 'a>(
    name: impl text::IntoFragment<'a>,
    content: impl Into<Element<'a, Message>>,
) -> Container<'a, Message> {
    container(column![heading(name), content.into()].spacing(space::L))
        .padding(space::XL)
        .width(Fill)
        .style(style::sheet)
}

/// How far a job is, in the words of its screen; the bar stays empty where the end is not known.
pub(crate) fn progress<'a, Message: 'a>(stage: String, report: Option<Report>) -> Column<'a, Message> {
    let (done, total) = report.map_or((0, 0), |report| (report.done, report.total));
    let count = match (done, total) {
        (0, 0) => String::new(),
        (done, 0) => tr!("ui-count", count = figure(done)),
        (done, total) => tr!("ui-count-of", count = figure(done), total = figure(total)),
    };
    let left = report.and_then(|report| report.left).filter(|left| left.as_secs() > 0).map(|left| {
        let (minutes, seconds) = (left.as_secs() / 60, left.as_secs() % 60);
        match minutes {
            0 => tr!("ui-left-seconds", seconds = seconds.to_string()),
            _ => tr!("ui-left-minutes", minutes = (minutes + u64::from(seconds >= 30)).to_string()),
        }
    });
    let share = done.saturating_mul(1000).checked_div(total).unwrap_or(0);
    let share = f32::from(u16::try_from(share).unwrap_or(1000));
    column![
        row![body(stage), Space::new().width(Fill), muted(count)],
        progress_bar(0.0..=1000.0, share).girth(measure::PROGRESS).style(style::progress),
        caption(left.unwrap_or_default()),
    ]
    .spacing(space::S)
    .width(measure::READABLE)
}
