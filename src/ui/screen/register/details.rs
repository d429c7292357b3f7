//! The chosen receipt: what became of it, its files, and what can be done to it.

use super::deed::Kind as Deed;
use super::{Message, copies, scan, status};
use crate::domain::life::Step;
use crate::domain::{ReceiptStatus, date};
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::screen::email::letter;
use crate::ui::theme::{BOLD, Tone, measure, space, style};
use crate::ui::widget::{body, caption, hint, muted, quiet_action};
use crate::workflow::dossier::Dossier;
use iced::widget::{Column, column as stacked, container, row, scrollable};
use iced::{Element, Fill};

/// The pane under the list.
pub(super) fn pane(dossier: &Dossier, busy: bool) -> Element<'_, Message> {
    let life = &dossier.life;
    let void = life.entry.status == ReceiptStatus::Void;
    let end = life.entry.status == ReceiptStatus::HandedOver;
    let offer = |on: bool, message: Message| (on && !busy).then_some(message);
    let deed = |icon, word: String, on: bool, message: Message, about: String, wish| {
        hint(quiet_action(icon, word, offer(on, message)), about, wish)
    };
    let unprinted = life.steps.iter().all(|step| step.status != ReceiptStatus::Printed) || !life.to_print.is_empty();
    let people = quiet_action(Icon::UserSearch, tr!("ui-batch"), Some(Message::BatchOpened));
    let deeds = row![
        deed(
            Icon::Printer,
            tr!("ui-mark-printed"),
            !void && !end && unprinted,
            Message::MarkPrinted,
            tr!("ui-mark-printed-hint"),
            Some(Wish::MarkPrinted)
        ),
        deed(
            Icon::Handed,
            tr!("ui-hand-over-open"),
            !void && !end,
            Message::DeedOpened(Deed::HandOver),
            tr!("ui-hand-over-hint"),
            Some(Wish::HandOver)
        ),
        deed(
            Icon::IdCard,
            tr!("ui-reprint"),
            !void,
            Message::DeedOpened(Deed::Reprint),
            tr!("ui-reprint-hint"),
            Some(Wish::Reprint)
        ),
        deed(Icon::Receipt, tr!("ui-copy"), !void, Message::Copy, tr!("ui-copy-hint"), Some(Wish::Copy)),
        deed(Icon::Ban, tr!("ui-void"), !void, Message::DeedOpened(Deed::Void), tr!("ui-void-hint"), Some(Wish::Void)),
    ]
    .spacing(space::XS);
    // letters among the steps, each in its time
    let steps = life.steps.iter().map(|one| (one.at, step(one)));
    let mut events: Vec<_> = steps.chain(dossier.letters.iter().map(|one| (one.at, letter(one)))).collect();
    events.sort_by_key(|(at, _)| *at);
    let history = Column::with_children(events.into_iter().map(|(_, line)| line)).spacing(space::XS);
    let spoilt = (!void && !end).then(|| {
        let word = if life.to_print.is_empty() {
            tr!("ui-spoilt")
        } else {
            tr!("ui-spoilt-waiting", count = life.to_print.len().to_string())
        };
        hint(
            quiet_action(Icon::Warning, word, offer(true, Message::DeedOpened(Deed::Spoilt))),
            tr!("ui-spoilt-hint"),
            None,
        )
    });
    let scan = (!void).then(|| {
        hint(
            quiet_action(Icon::Paperclip, tr!("ui-scan-open"), offer(true, Message::DeedOpened(Deed::Scan))),
            tr!("ui-scan-hint"),
            Some(Wish::Scan),
        )
    });
    // what can be pressed comes first, the newest above; the documents as issued have their buttons below
    let files = Column::with_children(life.copies.iter().rev().map(copies::line))
        .extend(dossier.scans.iter().map(scan::line))
        .push(file(&dossier.files.cards))
        .push(file(&dossier.files.receipt))
        .spacing(space::XS)
        .width(Fill);
    let titles = row![
        row![caption(tr!("life-history")).width(Fill), hint(people, tr!("ui-batch-hint"), Some(Wish::OtherPart))]
            .push(scan)
            .align_y(iced::Center)
            .width(Fill),
        row![caption(tr!("ui-files")).width(Fill)].push(spoilt).align_y(iced::Center).width(Fill)
    ]
    .spacing(space::XL)
    .align_y(iced::Center);
    let story = scrollable(row![history.width(Fill), files].spacing(space::XL).padding(iced::padding::right(space::L)))
        .height(measure::DOSSIER)
        .style(style::scroll);
    container(stacked![deeds, titles, story].spacing(space::XS))
        .padding([space::S, space::L])
        .width(Fill)
        .style(style::sheet)
        .into()
}

fn step(step: &Step) -> Element<'_, Message> {
    let (icon, tone, word) = status(step.status);
    let mut about = format!("{} · {}", date::moment(step.at), step.actor);
    let on = step.on.map(date::short);
    for part in [step.to.as_deref(), on.as_deref(), step.reason.as_deref()].into_iter().flatten() {
        about = format!("{about} · {part}");
    }
    row![icon.toned(tone), body(word).font(BOLD), caption(about)].spacing(space::S).align_y(iced::Center).into()
}

fn file<'a>(path: &std::path::Path) -> Element<'a, Message> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    row![Icon::FileText.toned(Tone::Muted), muted(name)].spacing(space::S).align_y(iced::Center).into()
}
