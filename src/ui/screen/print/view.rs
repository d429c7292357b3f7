//! How printing is asked for, and what came of it.

use super::{COPIES, Course, Message, PAGES, Print, START};
use crate::domain::Part;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::screen::picker::Picker;
use crate::ui::screen::{explained, part_choice};
use crate::ui::theme::{BOLD, Tone, measure, space, style};
use crate::ui::widget::{
    action, badge, body, caption, field, figure, heading, hint, input, line, muted, note, panel, quiet_action,
    reachable, select, tick, title,
};
use crate::workflow::print::{Choice, JobState, Printable, Printer, Size};
use crate::{i18n, tr};
use iced::widget::{Column, Space, button, column, container, row, scrollable};
use iced::{Element, Fill};

pub(super) fn view(print: &Print) -> Element<'_, Message> {
    let trouble = print.trouble.as_ref().map(|failure| {
        let again = action(Icon::Undo, tr!("ui-retry"), style::secondary, Some(Message::Retry));
        let open = action(Icon::FileText, tr!("ui-print-open"), style::secondary, Some(Message::OpenPdf));
        row![explained(failure, Tone::Bad), again, open].spacing(space::S).align_y(iced::Center)
    });
    if let Some(picker) = &print.spoilt {
        return column![header(print)].push(trouble).push(which(picker)).spacing(space::L).into();
    }
    let content: Option<Element<'_, Message>> = match &print.choice {
        Some(choice) => Some(form(print, choice)),
        None if print.trouble.is_some() => None,
        None => Some(muted(tr!("ui-print-asking")).into()),
    };
    let content = column![].push(came_out(print)).push(content);
    let content = content.spacing(space::L).max_width(measure::FORM + space::L).padding(iced::padding::right(space::L));
    column![header(print)]
        .push(trouble)
        .push(scrollable(content).height(Fill).style(style::scroll))
        .spacing(space::L)
        .into()
}

fn header(print: &Print) -> Element<'_, Message> {
    let Printable { number, copy, .. } = &print.document;
    let copy = copy.map(|copy| format!(" · {}", i18n::copied(copy, None))).unwrap_or_default();
    let about = format!("{number}{copy} · {}", print.company);
    let part = (print.parts.len() > 1).then(|| part_choice(print.document.part, Message::PartChosen));
    let back = quiet_action(Icon::ArrowLeft, tr!("ui-preview-back"), Some(Message::Close));
    row![column![title(Print::title()), line(about).tone(Tone::Muted)].spacing(space::XS).width(Fill)]
        .push(part)
        .push(hint(back, tr!("ui-preview-back-hint"), Some(Wish::Cancel)))
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
    let wrong_pages = print.selection().is_none().then(|| tr!("ui-print-pages-wrong"));
    let all = tr!("ui-print-pages-all", count = figure(choice.pages));
    let copies = input(COPIES, "1", &print.copies, wrong_copies.is_some(), Message::CopiesTyped);
    let pages = input(PAGES, &all, &print.pages, wrong_pages.is_some(), Message::PagesTyped);
    let printer = print.chosen();
    let sides = printer
        .is_some_and(|printer| printer.both_sides)
        .then(|| tick(tr!("ui-print-sides"), print.both_sides, Message::SidesToggled));
    let how = row![
        field(tr!("ui-print-copies"), copies, wrong_copies, measure::FIELD_SHORT),
        field(tr!("ui-print-pages"), pages, wrong_pages, measure::FIELD_SHORT),
    ]
    .push(printer.and_then(|printer| papers(print, printer)))
    .spacing(space::L)
    .align_y(iced::Bottom);
    let corrected = print.correction().map(|correction| {
        let words = tr!("ui-print-corrected", words = i18n::correction(correction));
        hint(tick(words, print.corrected, Message::CorrectedToggled), tr!("ui-print-corrected-hint"), None)
    });
    let ready = (!print.is_sending() && print.wanted(false).is_some()).then_some(Message::Print);
    let start = action(Icon::Printer, tr!("ui-print-start"), style::primary, ready);
    let open = quiet_action(Icon::FileText, tr!("ui-print-open"), Some(Message::OpenPdf));
    let buttons = row![hint(start, tr!("ui-print-start-hint"), Some(Wish::Print)), open].spacing(space::S);
    panel(
        tr!("ui-print-printer"),
        column![Column::with_children(printers).spacing(space::XS), how]
            .push(corrected)
            .push(sides)
            .push(printer.map(|printer| paper(print, choice, printer)))
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

/// The papers to choose from, where the printer names some: first whatever fits the document.
fn papers<'a>(print: &Print, printer: &Printer) -> Option<Element<'a, Message>> {
    if printer.papers.is_empty() {
        return None;
    }
    let names: Vec<String> = printer.papers.iter().map(|paper| paper.name.clone()).collect();
    let label = |paper: &crate::workflow::print::Paper| format!("{} · {}", size(paper.size), paper.name);
    let labels = std::iter::once(tr!("ui-print-paper-own")).chain(printer.papers.iter().map(label)).collect();
    let chosen = print.paper.as_ref().and_then(|name| names.iter().position(|known| known == name));
    let choose = move |at: usize| Message::PaperChosen(at.checked_sub(1).and_then(|at| names.get(at).cloned()));
    let list = select(labels, chosen.map_or(0, |at| at + 1), |_| true, false, None, choose);
    Some(field(tr!("ui-print-paper"), list, None, Fill).into())
}

fn size(size: Size) -> String {
    let number = |millimetres: f32| format!("{millimetres:.1}").replace('.', &tr!("ui-decimal"));
    tr!("ui-print-size", width = number(size.width), height = number(size.height))
}

/// Whether the printer knows the paper of the document, or whether the document fits on the one that was chosen.
fn paper<'a>(print: &Print, choice: &Choice, printer: &Printer) -> Element<'a, Message> {
    let page = size(choice.size);
    let wanted = print.paper.as_deref().and_then(|name| printer.paper_named(name, choice.size));
    let (tone, icon, sentence) = match wanted {
        Some(paper) if paper.size.is(choice.size) => {
            (Tone::Good, Icon::CircleCheck, tr!("ui-print-paper-known", size = page))
        }
        Some(paper) if paper.size.holds(choice.size) => {
            (Tone::Info, Icon::Info, tr!("ui-print-paper-larger", paper = size(paper.size), size = page))
        }
        Some(paper) => {
            (Tone::Warn, Icon::Warning, tr!("ui-print-paper-smaller", paper = size(paper.size), size = page))
        }
        None if printer.paper_for(choice.size).is_some() => {
            (Tone::Good, Icon::CircleCheck, tr!("ui-print-paper-known", size = page))
        }
        None => (Tone::Warn, Icon::Warning, tr!("ui-print-paper-unknown", size = page)),
    };
    note(tone, icon, sentence).into()
}

/// What became of the job, what a person says came out, and what waits to be printed again.
fn came_out(print: &Print) -> Option<Element<'_, Message>> {
    let sent = if let Course::Sent(sent) = &print.course { Some(sent) } else { None };
    let state = sent.map(|sent| {
        let tone = match &sent.state {
            JobState::Done => Tone::Good,
            JobState::Failed(_) | JobState::Cancelled => Tone::Bad,
            JobState::Stopped(_) => Tone::Warn,
            JobState::Waiting | JobState::Printing => Tone::Info,
        };
        let said = i18n::job_state(sent.state.as_str(), sent.state.reason());
        let (pages, printer) = (figure(sent.printed.pages), sent.printed.job.printer.as_str());
        let sentence = tr!("ui-print-sent", pages = pages, printer = printer, state = said);
        let corrected = sent.printed.correction.map(|_| tr!("ui-print-with-correction"));
        note(tone, Icon::Printer, std::iter::once(sentence).chain(corrected).collect::<Vec<_>>().join(" "))
    });
    let question = print.asks().then(|| {
        let mark = action(Icon::Check, tr!("ui-print-mark"), style::primary, Some(Message::Mark));
        let some = action(Icon::Warning, tr!("ui-print-some-spoilt"), style::secondary, Some(Message::ShowCards));
        let buttons = row![
            hint(mark, tr!("ui-print-mark-hint"), Some(Wish::MarkPrinted)),
            hint(some, tr!("ui-print-some-spoilt-hint"), None),
        ];
        column![heading(tr!("ui-print-question")), buttons.spacing(space::S)].spacing(space::S)
    });
    let waiting = print.choice.as_ref().map_or(0, |choice| choice.spoilt);
    let again = (print.document.part == Part::Cards && waiting > 0).then(|| {
        let ready = (!print.is_sending() && print.wanted(true).is_some()).then_some(Message::PrintSpoilt);
        let again = action(Icon::Printer, tr!("ui-print-again", count = figure(waiting)), style::secondary, ready);
        row![hint(again, tr!("ui-print-again-hint"), None)]
            .push(print.start.field(START, Message::StartTyped))
            .spacing(space::M)
            .align_y(iced::Bottom)
    });
    if state.is_none() && question.is_none() && again.is_none() {
        return None;
    }
    let content = column![].push(state).push(question).push(again).spacing(space::L);
    Some(container(content).padding(space::L).width(Fill).style(style::sheet).into())
}

/// Which cards came out spoilt?
fn which(picker: &Picker) -> Element<'_, Message> {
    let count = picker.ticked().len();
    let back = quiet_action(Icon::ArrowLeft, tr!("ui-print-some-back"), Some(Message::CardsGivenUp));
    let word = tr!("ui-print-mark-but", count = figure(count));
    let mark = action(Icon::Check, word.clone(), style::primary, (count > 0).then_some(Message::Mark));
    let buttons = row![
        Space::new().width(Fill),
        hint(back, tr!("ui-print-some-back"), Some(Wish::Cancel)),
        hint(mark, word, Some(Wish::Issue)),
    ];
    let content = column![
        heading(tr!("ui-print-which")),
        container(picker.view(Message::Picker)).height(Fill),
        buttons.spacing(space::S)
    ];
    container(content.spacing(space::M)).padding(space::L).height(Fill).style(style::sheet).into()
}
