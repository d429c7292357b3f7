//! What a deed asks for.

use super::Message;
use super::deed::{self, Deed, FIRST, SECOND, WORD};
use super::scan;
use crate::domain::life::ReprintReason;
use crate::domain::{ReceiptStatus, Seal};
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::theme::{Tone, measure, space, style};
use crate::ui::widget::{action, caption, field, hint, input, note, quiet_action, segments};
use crate::workflow::seal::Verdict;
use iced::widget::{Row, Space, column as stacked, container, row};
use iced::{Element, Fill};

/// A deed with its fields and buttons.
pub(super) fn form(deed: &Deed, busy: bool) -> Element<'_, Message> {
    let content: Element<'_, Message> = match deed {
        Deed::HandOver { number, emailed, to, on, scan: path, no_dialog } => {
            let kinds =
                [(false, Some(Icon::Handed), tr!("ui-hand-over")), (true, Some(Icon::Mail), tr!("ui-send-by-mail"))];
            let kind = segments(kinds, *emailed, |chosen| Message::Deed(deed::Message::EmailedChosen(chosen)));
            let name = if *emailed { tr!("ui-mailed-to") } else { tr!("ui-handed-to") };
            let wrong = deed.day().is_none().then(|| tr!("ui-date-wrong"));
            let fields = row![
                field(name, first(to, ""), None, Fill),
                field(
                    tr!("ui-handed-on"),
                    second(on, &tr!("ui-date-example"), wrong.is_some()),
                    wrong,
                    measure::FIELD_MEDIUM
                ),
            ]
            .spacing(space::M);
            let lead = tr!("ui-hand-over-lead", number = number.to_string());
            let buttons = buttons(deed, busy, Icon::Save, tr!("ui-record"), style::primary);
            let end = if *emailed { buttons.into() } else { scan::choose(path, *no_dialog, buttons) };
            stacked![row![kind, Space::new().width(Fill), caption(lead)].align_y(iced::Center), fields, end]
                .spacing(space::M)
                .into()
        }
        Deed::Scan { number, scan: path, no_dialog } => {
            let buttons = buttons(deed, busy, Icon::Paperclip, tr!("ui-scan-do"), style::primary);
            stacked![caption(tr!("ui-scan-lead", number = number.to_string())), scan::choose(path, *no_dialog, buttons)]
                .spacing(space::M)
                .into()
        }
        Deed::Void { number, reason, typed } => {
            let fields = row![
                field(tr!("ui-void-reason"), first(reason, ""), None, Fill),
                field(tr!("ui-void-confirm", word = WORD), second(typed, WORD, false), None, measure::FIELD_MEDIUM),
            ]
            .spacing(space::M);
            let lead = note(Tone::Warn, Icon::Warning, tr!("ui-void-lead", number = number.to_string()));
            stacked![lead, fields]
                .push(buttons(deed, busy, Icon::Ban, tr!("ui-void-do"), style::primary))
                .spacing(space::M)
                .into()
        }
        Deed::Reprint { number, note: words, reason, start, .. } => {
            let reasons = ReprintReason::ALL.map(|reason| (reason, None, crate::i18n::reprint_reason(reason)));
            let choice = segments(reasons, *reason, |chosen| Message::Deed(deed::Message::ReasonChosen(chosen)));
            stacked![
                row![choice, Space::new().width(Fill), caption(tr!("ui-reprint-lead", number = number.to_string()))]
                    .align_y(iced::Center),
                row![field(tr!("ui-reprint-note"), first(words, ""), None, Fill)]
                    .push(start.field(SECOND, |text| Message::Deed(deed::Message::SecondTyped(text))))
                    .spacing(space::M),
            ]
            .push(buttons(deed, busy, Icon::Printer, tr!("ui-reprint-do"), style::primary))
            .spacing(space::M)
            .into()
        }
        Deed::Spoilt { number, .. } => stacked![caption(tr!("ui-spoilt-lead", number = number.to_string()))]
            .push(buttons(deed, busy, Icon::Printer, tr!("ui-spoilt-do"), style::primary))
            .spacing(space::M)
            .into(),
        Deed::Code { typed, verdict } => {
            let wrong = typed.trim().len() >= 12 && Seal::parse(typed).is_err();
            let fields = field(
                tr!("ui-code"),
                input(FIRST, "7K2M-9QXT-4B0C", typed, wrong, |text| Message::Deed(deed::Message::FirstTyped(text)))
                    .on_submit(Message::Deed(deed::Message::Do)),
                wrong.then(|| tr!("cli-bad-code")),
                Fill,
            );
            stacked![fields]
                .push(verdict.as_ref().map(answer))
                .push(buttons(deed, busy, Icon::Search, tr!("ui-code-do"), style::primary))
                .spacing(space::M)
                .into()
        }
    };
    container(content).padding([space::M, space::L]).width(Fill).style(style::sheet).into()
}

fn first<'a>(value: &str, example: &str) -> Element<'a, Message> {
    input(FIRST, example, value, false, |text| Message::Deed(deed::Message::FirstTyped(text)))
        .on_submit(Message::Deed(deed::Message::Do))
        .into()
}

fn second<'a>(value: &str, example: &str, wrong: bool) -> Element<'a, Message> {
    input(SECOND, example, value, wrong, |text| Message::Deed(deed::Message::SecondTyped(text)))
        .on_submit(Message::Deed(deed::Message::Do))
        .into()
}

fn buttons<'a>(
    deed: &Deed,
    busy: bool,
    icon: Icon,
    word: String,
    style: fn(&iced::Theme, iced::widget::button::Status) -> iced::widget::button::Style,
) -> Row<'a, Message> {
    let ready = (deed.is_ready() && !busy).then_some(Message::Deed(deed::Message::Do));
    let close = quiet_action(Icon::X, tr!("ui-close"), Some(Message::DeedClosed));
    row![
        Space::new().width(Fill),
        hint(close, tr!("ui-close"), Some(Wish::Cancel)),
        hint(action(icon, word.clone(), style, ready), word, Some(Wish::Issue)),
    ]
    .spacing(space::S)
}

/// Whose receipt carries the code.
fn answer(verdict: &Verdict) -> Element<'_, Message> {
    let Some(entry) = &verdict.entry else {
        return note(Tone::Bad, Icon::CircleX, tr!("ui-code-unknown")).into();
    };
    let about = tr!(
        "ui-code-receipt",
        number = entry.number.as_ref().map(ToString::to_string).unwrap_or_default(),
        company = entry.company.as_str(),
        cards = entry.cards.to_string()
    );
    match (verdict.holds, entry.status) {
        (false, _) => note(Tone::Bad, Icon::CircleX, format!("{about} {}", tr!("verify-code-altered"))),
        (true, ReceiptStatus::Void) => note(Tone::Warn, Icon::Ban, format!("{about} {}", tr!("ui-code-void"))),
        (true, _) => note(Tone::Good, Icon::CircleCheck, format!("{about} {}", tr!("verify-code-holds"))),
    }
    .into()
}
