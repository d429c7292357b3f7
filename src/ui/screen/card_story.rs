//! Everything that happened to one card, as the screens tell it.

use super::register::status;
use crate::domain::life::{CardEvent, CardEventKind};
use crate::domain::{Kpj, date};
use crate::ui::icon::Icon;
use crate::ui::theme::{Tone, measure, space, style};
use crate::ui::widget::{body, caption};
use crate::{i18n, tr};
use iced::widget::{Column, column, container, row, scrollable};
use iced::{Element, Fill};

/// A sheet below a list; `history` is empty until it was read.
pub(super) fn card_story<'a, Message: 'a>(kpj: &Kpj, history: &'a [CardEvent]) -> Element<'a, Message> {
    let title = caption(tr!("ui-people-history", kpj = kpj.to_string()));
    let events = Column::with_children(history.iter().map(event)).spacing(space::XS);
    let story = scrollable(events.padding(iced::padding::right(space::L)).width(Fill))
        .height(measure::STORY)
        .style(style::scroll);
    let content = column![title, story].spacing(space::XS);
    container(content).padding([space::S, space::L]).width(Fill).style(style::sheet).into()
}

fn event<'a, Message: 'a>(event: &'a CardEvent) -> Element<'a, Message> {
    let (icon, tone) = match &event.kind {
        CardEventKind::Status { status: taken, .. } => {
            let (icon, tone, _) = status(*taken);
            (icon, tone)
        }
        CardEventKind::Spoilt { settled } => (Icon::Warning, if settled.is_some() { Tone::Muted } else { Tone::Warn }),
        CardEventKind::Reprinted { .. } => (Icon::IdCard, Tone::Accent),
    };
    let about = format!("{} · {} · {}", date::moment(event.at), event.receipt, event.actor);
    row![icon.toned(tone), body(i18n::card_event(&event.kind)), caption(about)]
        .spacing(space::S)
        .align_y(iced::Center)
        .into()
}
