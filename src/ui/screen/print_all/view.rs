//! Which receipts are printed, on which printer, and what came of it.

use super::{Course, Jobs, Message, PrintAll, ROWS};
use crate::domain::Part;
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::screen::{explained, part_choice};
use crate::ui::theme::{Tone, column, space, style};
use crate::ui::widget::{
    Cell, Column, Grid, Width, action, caption, field, figure, heading, hint, muted, note, progress, quiet_action,
    select, tick, title,
};
use crate::workflow::print::{Choice, JobState, Printer};
use iced::widget::{Space, column as stacked, container, row};
use iced::{Element, Fill};

pub(super) fn view(print: &PrintAll) -> Element<'_, Message> {
    let trouble = print.trouble.as_ref().map(|failure| {
        let again = action(Icon::Undo, tr!("ui-retry"), style::secondary, Some(Message::Retry));
        row![explained(failure, Tone::Bad), again].spacing(space::S).align_y(iced::Center)
    });
    let below: Option<Element<'_, Message>> = match (&print.course, &print.choice) {
        (Course::Sending { report, handle }, _) => {
            let word = if handle.is_cancelled() { tr!("ui-cancelling") } else { tr!("ui-print-all-sending") };
            let stop = (!handle.is_cancelled()).then_some(Message::Stop);
            let stop = action(Icon::X, tr!("ui-queue-stop"), style::secondary, stop);
            let stop = hint(stop, tr!("ui-print-all-stop-hint"), Some(Wish::Cancel));
            let line = row![progress(word, *report), Space::new().width(Fill), stop].align_y(iced::Center);
            Some(container(line).padding([space::M, space::L]).width(Fill).style(style::bar).into())
        }
        (_, Some(choice)) => Some(printers(print, choice)),
        (_, None) => print.trouble.is_none().then(|| muted(tr!("ui-print-asking")).into()),
    };
    stacked![header(print)]
        .push(trouble)
        .push(came_out(print))
        .push(ticks(print))
        .push(grid(print))
        .push(below)
        .spacing(space::M)
        .into()
}

fn header(print: &PrintAll) -> Element<'_, Message> {
    let close = (!print.is_sending()).then_some(Message::Close);
    let back = quiet_action(Icon::ArrowLeft, tr!("ui-preview-back"), close);
    row![
        stacked![title(PrintAll::title()), muted(tr!("ui-print-all-lead"))].spacing(space::XS).width(Fill),
        part_choice(print.part, Message::PartChosen),
        hint(back, tr!("ui-preview-back-hint"), Some(Wish::Cancel)),
    ]
    .spacing(space::M)
    .align_y(iced::Center)
    .into()
}

fn ticks(print: &PrintAll) -> Element<'_, Message> {
    let all = quiet_action(Icon::Check, tr!("ui-pick-all"), (!print.is_sending()).then_some(Message::AllToggled));
    let about = tr!("ui-print-all-picked", count = figure(print.ticked.len()), all = figure(print.lines.len()));
    row![all, Space::new().width(Fill), caption(about)].spacing(space::S).align_y(iced::Center).into()
}

fn grid(print: &PrintAll) -> Element<'_, Message> {
    let columns = vec![
        Column::new("", Width::Fixed(column::ICON)),
        Column::new(tr!("ui-col-number"), Width::Fixed(column::NUMBER)),
        Column::new(tr!("ui-col-company"), Width::Fill { portion: 1.0, minimum: column::TEXT }),
        Column::new(tr!("ui-col-cards"), Width::Fixed(column::COUNT)).right(),
    ];
    let cell = |at: usize, column: usize| {
        let Some(line) = print.lines.get(at) else { return Cell::text("") };
        let ticked = print.ticked.contains(&at);
        match column {
            0 if ticked => Cell::text("").icon(Icon::CircleCheck).tone(Tone::Accent),
            0 => Cell::text(""),
            1 => Cell::text(line.number.to_string()),
            2 if ticked => Cell::text(line.company.as_str()).strong(),
            2 => Cell::text(line.company.as_str()),
            _ => Cell::text(figure(line.cards)),
        }
    };
    Grid::new(ROWS, columns, print.lines.len(), cell, Message::Moved)
        .chosen(print.cursor)
        .on_click(Message::Toggled)
        .on_open(Message::Toggled)
        .into()
}

fn printers<'a>(print: &'a PrintAll, choice: &'a Choice) -> Element<'a, Message> {
    if choice.printers.is_empty() {
        return note(Tone::Warn, Icon::Printer, tr!("ui-print-none-note")).into();
    }
    let unknown = print.chosen().is_some_and(|printer| printer.paper_for(choice.size).is_none());
    let unknown = unknown.then(|| note(Tone::Warn, Icon::Warning, tr!("ui-print-all-paper")));
    let sides = print.chosen().is_some_and(|printer| printer.both_sides);
    let sides = sides.then(|| tick(tr!("ui-print-sides"), print.both_sides, Message::SidesToggled));
    let receipts = figure(print.ticked.len());
    let word = match print.part {
        Part::Cards => {
            let cards: usize = print.ticked().map(|line| line.cards).sum();
            tr!("ui-print-all-cards", count = receipts, cards = figure(cards))
        }
        Part::Receipt => tr!("ui-print-all-receipts", count = receipts),
    };
    // first a person says what came out
    let style: fn(&_, _) -> _ = if print.unanswered.is_empty() { style::primary } else { style::secondary };
    let start = action(Icon::Printer, word, style, print.wanted().map(|_| Message::Print));
    let line = row![field(tr!("ui-print-printer"), printer(print, choice), None, Fill)]
        .push(sides)
        .push(hint(start, tr!("ui-print-start-hint"), Some(Wish::Print)))
        .spacing(space::L)
        .align_y(iced::Bottom);
    let content = stacked![].push(unknown).push(line).spacing(space::M);
    container(content).padding([space::M, space::L]).width(Fill).style(style::bar).into()
}

fn printer<'a>(print: &PrintAll, choice: &'a Choice) -> Element<'a, Message> {
    let told = |printer: &Printer| {
        let stopped = (!printer.is_ready).then(|| tr!("print-not-ready"));
        let words = [Some(printer.name.clone()), Some(printer.description.clone()), stopped];
        words.into_iter().flatten().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let chosen = choice.printers.iter().position(|printer| print.printer.as_ref() == Some(&printer.name));
    let names: Vec<String> = choice.printers.iter().map(|printer| printer.name.clone()).collect();
    let mut labels: Vec<String> = choice.printers.iter().map(told).collect();
    // where the system proposes none, a person has to choose
    let first = usize::from(chosen.is_none());
    if chosen.is_none() {
        labels.insert(0, tr!("ui-choose"));
    }
    let choose = move |at: usize| {
        let name = at.checked_sub(first).and_then(|at| names.get(at).cloned());
        name.map_or(Message::Retry, Message::PrinterChosen)
    };
    select(labels, chosen.unwrap_or_default(), move |at| at >= first, false, None, choose)
}

/// What became of the jobs, and what a person says came out.
fn came_out(print: &PrintAll) -> Option<Element<'_, Message>> {
    let jobs = if let Course::Sent(jobs) = &print.course { Some(told(jobs)) } else { None };
    let count = print.to_mark().len();
    let question = (!print.unanswered.is_empty() && !print.is_sending()).then(|| {
        let word = tr!("ui-print-all-mark", count = figure(count));
        let mark = action(Icon::Check, word, style::primary, (count > 0).then_some(Message::Mark));
        let words = stacked![heading(tr!("ui-print-question")), caption(tr!("ui-print-all-question"))];
        row![words.spacing(space::HAIR).width(Fill), hint(mark, tr!("ui-print-all-mark-hint"), Some(Wish::MarkPrinted))]
            .spacing(space::M)
            .align_y(iced::Center)
    });
    if jobs.is_none() && question.is_none() {
        return None;
    }
    let content = stacked![].push(jobs).push(question).spacing(space::M);
    Some(container(content).padding([space::M, space::L]).width(Fill).style(style::sheet).into())
}

fn told(jobs: &Jobs) -> Element<'_, Message> {
    let count = |counts: fn(&JobState) -> bool| jobs.states.iter().filter(|state| counts(state)).count();
    let done = count(|state| matches!(state, JobState::Done));
    let failed = count(|state| matches!(state, JobState::Failed(_) | JobState::Cancelled | JobState::Stopped(_)));
    let tone = match (failed, done == jobs.states.len()) {
        (0, true) => Tone::Good,
        (0, false) => Tone::Info,
        _ => Tone::Bad,
    };
    let printer = jobs.printed.first().map_or("", |printed| printed.job.printer.as_str());
    let sent = tr!("ui-print-all-sent", count = figure(jobs.states.len()), printer = printer, done = figure(done));
    let failed = (failed > 0).then(|| tr!("ui-print-all-failed", count = figure(failed)));
    note(tone, Icon::Printer, std::iter::once(sent).chain(failed).collect::<Vec<_>>().join(" ")).into()
}
