//! How printing is asked for, and what came of it.

use super::{COPIES, Message, PAGES, Print, SPOILT, Sent};
use crate::domain::Part;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::screen::explained;
use crate::ui::theme::{BOLD, Tone, measure, space, style};
use crate::ui::widget::{
    action, badge, body, caption, field, figure, heading, hint, input, muted, note, panel, quiet_action, reachable,
    segments, tick, title,
};
use crate::workflow::print::{Choice, JobState, Printer};
use crate::{i18n, tr};
use iced::widget::{Column, Space, button, column, container, row, scrollable};
use iced::{Element, Fill};

pub(super) fn view(print: &Print) -> Element<'_, Message> {
    let trouble = print.trouble.as_ref().map(|failure| {
        let again = action(Icon::Undo, tr!("ui-retry"), style::secondary, Some(Message::Retry));
        let open = action(Icon::FileText, tr!("ui-print-open"), style::secondary, Some(Message::OpenPdf));
        row![explained(failure, Tone::Bad), again, open].spacing(space::S).align_y(iced::Center)
    });
    let content: Option<Element<'_, Message>> = match &print.choice {
        Some(choice) => Some(form(print, choice)),
        None if print.trouble.is_some() => None,
        None => Some(muted(tr!("ui-print-asking")).into()),
    };
    let content = column![].push(print.sent.as_ref().map(|sent| came_out(print, sent))).push(content);
    let content = content.spacing(space::L).max_width(measure::FORM + space::L).padding(iced::padding::right(space::L));
    column![header(print)]
        .push(trouble)
        .push(scrollable(content).height(Fill).style(style::scroll))
        .spacing(space::L)
        .into()
}

fn header(print: &Print) -> Element<'_, Message> {
    let parts = [
        (Part::Cards, Some(Icon::IdCard), tr!("ui-preview-cards")),
        (Part::Receipt, Some(Icon::Receipt), tr!("ui-preview-receipt")),
    ];
    let part = segments(parts, print.part, Message::PartChosen);
    let back = quiet_action(Icon::ArrowLeft, tr!("ui-preview-back"), Some(Message::Close));
    row![
        column![title(Print::title()), muted(format!("{} · {}", print.number, print.company))].spacing(space::XS),
        Space::new().width(Fill),
        hint(part, tr!("ui-preview-part-hint"), Some(Wish::OtherPart)),
        hint(back, tr!("ui-preview-back-hint"), Some(Wish::Cancel)),
    ]
    .spacing(space::M)
    .align_y(iced::Center)
    .into()
}

fn form<'a>(print: &'a Print, choice: &'a Choice) -> Element<'a, Message> {
    if choice.printers.is_empty() {
        let open = action(Icon::FileText, tr!("ui-print-open"), style::primary, Some(Message::OpenPdf));
        return panel(tr!("ui-print-none"), column![muted(tr!("ui-print-none-note")), open].spacing(space::L)).into();
    }
    let printers = choice.printers.iter().map(|printer| printer_button(printer, print.printer.as_ref()));
    let wrong_copies = print.copies().is_none().then(|| tr!("ui-print-copies-wrong"));
    let wrong_pages = print.selection(&print.pages).is_none().then(|| tr!("ui-print-pages-wrong"));
    let all = tr!("ui-print-pages-all", count = figure(choice.pages));
    let copies = input(COPIES, "1", &print.copies, wrong_copies.is_some(), Message::CopiesTyped);
    let pages = input(PAGES, &all, &print.pages, wrong_pages.is_some(), Message::PagesTyped);
    let sides = print
        .chosen()
        .is_some_and(|printer| printer.both_sides)
        .then(|| tick(tr!("ui-print-sides"), print.both_sides, Message::SidesToggled));
    let how = row![
        field(tr!("ui-print-copies"), copies, wrong_copies, measure::FIELD_SHORT),
        field(tr!("ui-print-pages"), pages, wrong_pages, measure::FIELD_MEDIUM),
    ]
    .push(sides)
    .spacing(space::L)
    .align_y(iced::Bottom);
    let ready = (!print.sending && print.wanted(false).is_some()).then_some(Message::Print);
    let start = action(Icon::Printer, tr!("ui-print-start"), style::primary, ready);
    let open = quiet_action(Icon::FileText, tr!("ui-print-open"), Some(Message::OpenPdf));
    let buttons = row![hint(start, tr!("ui-print-start-hint"), Some(Wish::Print)), open].spacing(space::S);
    panel(
        tr!("ui-print-printer"),
        column![Column::with_children(printers).spacing(space::XS), how]
            .push(print.chosen().map(|printer| paper(choice, printer)))
            .push(buttons)
            .spacing(space::L),
    )
    .into()
}

fn printer_button<'a>(printer: &'a Printer, chosen: Option<&String>) -> Element<'a, Message> {
    let message = Message::PrinterChosen(printer.name.clone());
    let main = printer.is_default.then(|| badge(Tone::Info, Icon::Check, tr!("print-default")));
    let stopped = (!printer.is_ready).then(|| badge(Tone::Warn, Icon::Warning, tr!("print-not-ready")));
    let words =
        row![Icon::Printer.view(), body(printer.name.as_str()).font(BOLD), caption(printer.description.as_str())]
            .push(main)
            .push(stopped)
            .spacing(space::S)
            .align_y(iced::Center);
    let content = button(words)
        .width(Fill)
        .padding([space::S, space::M])
        .style(style::segment(chosen == Some(&printer.name)))
        .on_press(message.clone());
    reachable(content, Some(message))
}

/// Whether the printer knows the paper of the document.
fn paper<'a>(choice: &Choice, printer: &Printer) -> Element<'a, Message> {
    let number = |millimetres: f32| format!("{millimetres:.1}").replace('.', &tr!("ui-decimal"));
    let size = tr!("ui-print-size", width = number(choice.size.width), height = number(choice.size.height));
    match printer.paper_for(choice.size) {
        Some(_) => note(Tone::Good, Icon::CircleCheck, tr!("ui-print-paper-known", size = size)).into(),
        None => note(Tone::Warn, Icon::Warning, tr!("ui-print-paper-unknown", size = size)).into(),
    }
}

/// What became of the job, and what a person says came out.
fn came_out<'a>(print: &'a Print, sent: &'a Sent) -> Element<'a, Message> {
    let tone = match &sent.state {
        JobState::Done => Tone::Good,
        JobState::Failed(_) | JobState::Cancelled => Tone::Bad,
        JobState::Stopped(_) => Tone::Warn,
        JobState::Waiting | JobState::Printing => Tone::Info,
    };
    let said = i18n::job_state(sent.state.as_str(), sent.state.reason());
    let pages = figure(sent.printed.pages);
    let sentence = tr!("ui-print-sent", pages = pages, printer = sent.printed.job.printer.as_str(), state = said);
    let state = note(tone, Icon::Printer, sentence);
    let question = (print.part == Part::Cards && !sent.marked).then(|| {
        let wrong = print.selection(&print.spoilt).is_none();
        let spoilt = input(SPOILT, &tr!("ui-print-spoilt-none"), &print.spoilt, wrong, Message::SpoiltTyped);
        let mark = action(Icon::Check, tr!("ui-print-mark"), style::primary, (!wrong).then_some(Message::Mark));
        let line = row![
            field(tr!("ui-print-spoilt"), spoilt, wrong.then(|| tr!("ui-print-pages-wrong")), measure::FIELD_SEARCH),
            hint(mark, tr!("ui-print-mark-hint"), None),
        ]
        .spacing(space::M)
        .align_y(iced::Bottom);
        column![heading(tr!("ui-print-question")), line].spacing(space::S)
    });
    let waiting = print.choice.as_ref().map_or(0, |choice| choice.spoilt.len());
    let again = (print.part == Part::Cards && waiting > 0).then(|| {
        let ready = (!print.sending).then_some(Message::PrintSpoilt);
        action(Icon::Printer, tr!("ui-print-again", count = figure(waiting)), style::secondary, ready)
    });
    let content = column![state].push(question).push(again).spacing(space::L);
    container(content).padding(space::L).width(Fill).style(style::sheet).into()
}
