//! Everything known of the chosen company.

use super::Message;
use super::deed::Kind;
use crate::domain::company::{CompanyChange, CompanyFile, NameInUse};
use crate::domain::{Npp, RegisterEntry, date};
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::office::companies::Opened;
use crate::ui::screen::register::status;
use crate::ui::theme::{BOLD, Tone, measure, space, style};
use crate::ui::widget::{action, badge, body, caption, figure, heading, hint, muted, quiet_action};
use crate::{i18n, tr};
use chrono::Local;
use iced::widget::{Column, button, column, container, row, scrollable};
use iced::{Element, Fill};

pub(super) fn view(opened: &Opened) -> Element<'_, Message> {
    let file = &opened.file;
    let line = &file.line;
    let merged = line.merged_into;
    let both = match merged {
        None => hint(
            action(Icon::Merge, tr!("ui-company-merge"), style::secondary, Some(Message::DeedOpened(Kind::Merge))),
            tr!("ui-company-merge-hint"),
            Some(Wish::Merge),
        ),
        Some(_) => hint(
            action(Icon::Undo, tr!("ui-company-part"), style::secondary, Some(Message::DeedOpened(Kind::Part))),
            tr!("ui-company-part-hint"),
            Some(Wish::Merge),
        ),
    };
    let edit = hint(
        action(Icon::FileText, tr!("ui-company-edit"), style::secondary, Some(Message::DeedOpened(Kind::Edit))),
        tr!("ui-company-edit-hint"),
        Some(Wish::Edit),
    );
    let into = merged.map(|npp| {
        row![
            badge(Tone::Info, Icon::Merge, tr!("company-merged-into", npp = npp.to_string())),
            quiet_action(Icon::Search, tr!("ui-company-show"), Some(Message::Show(npp)))
        ]
        .spacing(space::S)
        .align_y(iced::Center)
    });
    let content = column![
        column![heading(line.name.as_str()), caption(tr!("ui-company-npp", npp = line.npp.to_string()))]
            .spacing(space::HAIR)
    ]
    .push(into)
    .push(row![edit, both].spacing(space::S))
    .push(facts(file))
    .push(section(tr!("company-alias"), file.aliases.iter().map(alias).collect()))
    .push(rows(opened))
    .push(section(tr!("company-name-in-use"), file.names.iter().map(name).collect()))
    .push(section(tr!("ui-company-changes"), file.changes.iter().map(change).collect()))
    .spacing(space::L)
    .padding([space::L, space::L]);
    scrollable(content).style(style::scroll).height(Fill).into()
}

fn facts(file: &CompanyFile) -> Element<'_, Message> {
    let fact = |name: String, value: Option<String>| {
        let value = value.unwrap_or_else(|| "—".to_owned());
        row![muted(name).width(measure::FIELD_SHORT), body(value).width(Fill)].spacing(space::S).into()
    };
    let line = &file.line;
    let divisions = file.divisions();
    let total = tr!("ui-total", entries = figure(line.entries), cards = figure(line.cards));
    let mut facts: Vec<Element<'_, Message>> = vec![
        fact(tr!("ui-ro"), line.ro.clone()),
        fact(tr!("company-email"), line.email.clone()),
        fact(tr!("company-address"), file.address.clone()),
        fact(tr!("company-division"), (!divisions.is_empty()).then(|| divisions.join(", "))),
    ];
    // rows of a merged company count in the other
    if line.merged_into.is_none() {
        facts.push(fact(tr!("ui-register"), Some(total)));
    }
    Column::with_children(facts).spacing(space::XS).into()
}

/// A part of the pane, where there is something in it.
fn section(title: String, lines: Vec<Element<'_, Message>>) -> Option<Element<'_, Message>> {
    (!lines.is_empty()).then(|| {
        column![body(title).font(BOLD)].push(Column::with_children(lines).spacing(space::S)).spacing(space::S).into()
    })
}

fn alias((npp, name): &(Npp, String)) -> Element<'_, Message> {
    row![
        column![body(npp.to_string()), caption(name.as_str())].width(Fill),
        quiet_action(Icon::Search, tr!("ui-company-show"), Some(Message::Show(*npp)))
    ]
    .align_y(iced::Center)
    .into()
}

/// Its newest rows in the register; those with a receipt lead there.
fn rows(opened: &Opened) -> Option<Element<'_, Message>> {
    let lines: Vec<_> = opened.rows.iter().map(entry).collect();
    let all = opened.more.then(|| quiet_action(Icon::Book, tr!("ui-company-all-rows"), Some(Message::AllRows)));
    let part = section(tr!("ui-company-rows"), lines)?;
    Some(column![part].push(all).spacing(space::S).into())
}

fn entry(entry: &RegisterEntry) -> Element<'_, Message> {
    let (icon, tone, word) = status(entry.status);
    let number = entry.number.as_ref().map_or_else(|| tr!("ui-company-old-row"), ToString::to_string);
    let about = tr!("ui-company-row", date = date::short(entry.date), cards = figure(entry.cards));
    let line =
        row![icon.toned(tone), column![body(number).font(BOLD), caption(format!("{about} · {word}"))].width(Fill)]
            .spacing(space::S)
            .align_y(iced::Center);
    match &entry.number {
        None => container(line).padding([0.0, space::S]).into(),
        Some(number) => {
            let message = Message::Receipt(number.clone());
            let content = button(line).padding([space::XS, space::S]).style(style::quiet).on_press(message.clone());
            hint(crate::ui::widget::reachable(content, Some(message)), tr!("ui-people-show"), None)
        }
    }
}

fn name(name: &NameInUse) -> Element<'_, Message> {
    let days = format!("{} – {}", date::short(name.first), date::short(name.last));
    let about = tr!("ui-company-name", npp = name.npp.to_string(), days = days, rows = figure(name.entries));
    column![body(name.name.as_str()), caption(about)].into()
}

fn change(change: &CompanyChange) -> Element<'_, Message> {
    let dash = || "—".to_owned();
    let values = format!(
        "{}: {} → {}",
        i18n::company_field(&change.field),
        change.old.clone().unwrap_or_else(dash),
        change.new.clone().unwrap_or_else(dash)
    );
    let at = change.at.with_timezone(&Local).format("%d-%m-%Y %H:%M");
    let reason = change.reason.as_deref().map(|reason| format!(" · {reason}")).unwrap_or_default();
    column![body(values), caption(format!("{at} · {}{reason}", change.actor))].into()
}
