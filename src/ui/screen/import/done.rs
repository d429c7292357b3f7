//! The batch is issued: what it is called, and where its documents are.

use super::Message;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::theme::{BOLD, Tone, measure, space, style, text as size};
use crate::ui::widget::{action, badge, caption, figure, heading, hint, muted, note, quiet_action};
use crate::workflow::issue::Issued;
use crate::{i18n, tr};
use iced::widget::{Column, center, column, container, row, rule, text};
use iced::{Element, Fill};

/// `alone`: no other list waits beside it.
pub(super) fn view(issued: &Issued, alone: bool) -> Element<'_, Message> {
    let entry = &issued.entry;
    let number = entry.number.as_ref().map(ToString::to_string).unwrap_or_default();
    let fact = |name: String, value: String| column![caption(name), heading(value)].spacing(space::HAIR);
    let facts = row![
        fact(tr!("ui-col-npp"), entry.npp.to_string()),
        fact(tr!("ui-col-date"), i18n::day(entry.date)),
        fact(tr!("ui-col-cards"), tr!("ui-cards", count = figure(entry.cards))),
    ]
    .spacing(space::XXL);
    let look = action(Icon::FileText, tr!("ui-preview"), style::secondary, Some(Message::Preview));
    let print = action(Icon::Printer, tr!("ui-print-open-panel"), style::primary, Some(Message::Print));
    let mail = action(Icon::Mail, tr!("ui-send-mail-open"), style::secondary, Some(Message::Email));
    let buttons = row![
        hint(print, tr!("ui-print-hint"), Some(Wish::Print)),
        hint(mail, tr!("ui-send-mail-hint"), Some(Wish::Email)),
        hint(look, tr!("ui-preview-issued-hint"), Some(Wish::Preview)),
        action(Icon::IdCard, tr!("ui-open-cards"), style::secondary, Some(Message::OpenCards)),
        action(Icon::Receipt, tr!("ui-open-receipt"), style::secondary, Some(Message::OpenReceipt)),
        action(Icon::Folder, tr!("ui-open-folder"), style::secondary, Some(Message::OpenFolder)),
    ]
    .spacing(space::S)
    .wrap()
    .vertical_spacing(space::S);
    let another = alone.then(|| {
        let another = quiet_action(Icon::FileUp, tr!("ui-import-another"), Some(Message::Restart));
        hint(another, tr!("ui-choose-file-hint"), Some(Wish::Open))
    });
    let copies: Column<'_, Message> = column![]
        .push(
            (!issued.copies.is_empty())
                .then(|| note(Tone::Info, Icon::Info, tr!("ui-copies", count = issued.copies.len()))),
        )
        .push(
            (!issued.failed_copies.is_empty())
                .then(|| note(Tone::Warn, Icon::Warning, tr!("ui-copies-failed", count = issued.failed_copies.len()))),
        )
        .spacing(space::S)
        .max_width(measure::READABLE);
    let content = column![
        container(Icon::CircleCheck.view().size(size::ICON_HERO))
            .padding(space::XL)
            .style(style::medallion(Tone::Good)),
        column![
            muted(tr!("ui-done-lead")),
            text(number).size(size::FIGURE).font(BOLD),
            heading(entry.company.as_str()).center(),
        ]
        .spacing(space::XS)
        .align_x(iced::Center),
        badge(Tone::Good, Icon::Book, tr!("ui-done-recorded")),
        container(rule::horizontal(1).style(style::hairline)).width(measure::READABLE),
        facts,
        buttons,
        copies,
    ]
    .push(another)
    .spacing(space::L)
    .align_x(iced::Center);
    container(center(content)).width(Fill).height(Fill).style(style::sheet).into()
}
