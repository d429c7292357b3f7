//! What explains, in front of everything: the screen one is at, or a problem of a list.

mod topic;

pub(crate) use topic::Topic;

use super::hotkey::Wish;
use super::icon::Icon;
use super::screen::import::{severity_icon, severity_tone};
use super::theme::{BOLD, Tone, measure, space, style};
use super::widget::{action, badge, body, caption, heading, hint, muted, note, title};
use crate::domain::Code;
use crate::{i18n, tr};
use iced::widget::{Column, Row, Space, column, container, mouse_area, opaque, row, scrollable};
use iced::{Element, Fill};

/// What is explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Help {
    Screen(Topic),
    Problem(Code),
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    /// The guide to the whole program.
    Guide,
    Close,
}

impl Help {
    /// A key of the window's table.
    pub(crate) fn wish(wish: Wish) -> Option<Message> {
        matches!(wish, Wish::Cancel | Wish::Help | Wish::Issue).then_some(Message::Close)
    }

    pub(crate) fn view(self) -> Element<'static, Message> {
        let content = match self {
            Self::Screen(topic) => screen(topic),
            Self::Problem(code) => problem(code),
        };
        let guide = action(Icon::Book, tr!("guide-open"), style::secondary, Some(Message::Guide));
        let close = action(Icon::Check, tr!("help-close"), style::primary, Some(Message::Close));
        let end = row![
            hint(guide, tr!("guide-hint"), None),
            Space::new().width(Fill),
            hint(close, tr!("help-close-hint"), Some(Wish::Cancel)),
        ];
        let content = container(scrollable(container(content).width(Fill)).spacing(space::S).style(style::scroll))
            .max_height(measure::HELP);
        let sheet = container(column![content, end].spacing(space::L))
            .padding(space::XL)
            .width(measure::PALETTE)
            .style(style::floating);
        let behind = container(opaque(sheet)).center(Fill).style(style::veil);
        opaque(mouse_area(behind).on_press(Message::Close))
    }
}

fn screen(topic: Topic) -> Column<'static, Message> {
    let words = topic.words();
    let part = |name: String, sentence: String| {
        row![muted(name).width(measure::KEYS), body(sentence).width(Fill)].spacing(space::M).into()
    };
    let sentences: [Element<'_, Message>; 5] = [
        part(tr!("help-purpose"), words.purpose),
        part(tr!("help-first"), words.first),
        part(tr!("help-signs"), words.signs),
        part(tr!("help-next"), words.next),
        part(tr!("help-safe"), words.safe),
    ];
    let keys = topic.keys();
    // many keys stand in two columns
    let (lines, width) = match keys.len() {
        0..=8 => (keys.len(), measure::KEYS),
        many => (many.div_ceil(2), measure::KEYS_ABREAST),
    };
    let line = |(keys, words): &(String, String)| {
        row![body(keys.clone()).font(BOLD).width(width), muted(words.clone()).width(Fill)].spacing(space::M).into()
    };
    let columns = keys
        .chunks(lines.max(1))
        .map(|some| Column::with_children(some.iter().map(line)).spacing(space::XS).width(Fill).into());
    let keys = Row::with_children(columns).spacing(space::L);
    let everywhere = tr!("help-everywhere", palette = Wish::Palette.label(), help = Wish::Help.label());
    column![
        title(topic.name()),
        Column::with_children(sentences).spacing(space::M),
        column![heading(tr!("help-keys")), keys, caption(everywhere)].spacing(space::XS),
    ]
    .spacing(space::L)
}

fn problem(code: Code) -> Column<'static, Message> {
    let words = i18n::explained(code);
    let (tone, icon) = (severity_tone(code.severity()), severity_icon(code.severity()));
    let part = |name: String, sentence: String| column![caption(name), body(sentence)].spacing(space::HAIR);
    let cell = |tone: Tone, icon: Icon, name: String, value: String| {
        let cell = note(tone, icon, value);
        column![caption(name), cell].spacing(space::HAIR).width(Fill)
    };
    let example = column![
        caption(words.example),
        row![
            cell(Tone::Bad, Icon::CircleX, tr!("explain-wrong"), words.wrong),
            cell(Tone::Good, Icon::CircleCheck, tr!("explain-right"), words.right),
        ]
        .spacing(space::M),
    ]
    .push(words.beside.map(caption))
    .spacing(space::XS);
    column![
        column![badge(tone, icon, code.as_str()), heading(words.meaning), muted(words.weight)].spacing(space::S),
        part(tr!("explain-why"), words.reason),
        example,
        part(tr!("explain-do"), words.to_do),
    ]
    .spacing(space::L)
}
