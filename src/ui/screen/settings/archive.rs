//! The archive: proved, backed up, brought back.

use crate::domain::date;
use crate::i18n;
use crate::tr;
use crate::ui::desktop::Answer;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Event, Failure, Handle, Report};
use crate::ui::office::{self, Context};
use crate::ui::screen::asked::Asked;
use crate::ui::screen::explained;
use crate::ui::theme::{Tone, measure, space, style};
use crate::ui::widget::{action, body, caption, figure, muted, note, panel, progress, quiet_action};
use crate::workflow::backup::{Made, Tally};
use crate::workflow::restore::{Comparison, Outcome};
use crate::workflow::verify::Proof;
use chrono::DateTime;
use iced::widget::{Column, column, container, row};
use iced::{Element, Fill, Task};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The field for a path.
const PATH: &str = "archive-path";
/// Differences that are shown; a person repairs none of more.
const SHOWN: usize = 50;

/// What a file is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Backup,
    Restore,
}

enum State {
    Idle,
    Working {
        report: Option<Report>,
        handle: Handle,
        restores: bool,
    },
    /// A path asked for in the window, on a desktop without dialogs or where a file is in the way.
    Asked(Asked<Purpose>),
    Proved(Arc<Proof>),
    BackedUp(Arc<Made>),
    Compared(PathBuf, Arc<Comparison>),
    Restored(Option<PathBuf>),
    Failed(Failure),
}

pub(crate) struct Archive {
    state: State,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Verify,
    Proved(Event<Arc<Proof>>),
    Ask(Purpose),
    Answered(Purpose, Answer),
    PathTyped(String),
    PathGiven,
    BackedUp(PathBuf, Event<Option<Arc<Made>>>),
    Compared(PathBuf, Result<Arc<Comparison>, Failure>),
    Restore,
    Restored(Event<Arc<Outcome>>),
    Cancel,
    Show(PathBuf),
    TakeOver,
}

pub(crate) enum Action {
    None,
    Run(Task<Message>),
    Open(PathBuf),
    /// Take the old Excel register over.
    TakeOver,
    /// Everything in the data folder is another.
    Restored,
}

impl Archive {
    pub(crate) fn new() -> Self {
        Self { state: State::Idle }
    }

    /// Whether the data folder is being changed at this moment.
    pub(crate) fn is_restoring(&self) -> bool {
        matches!(self.state, State::Working { restores: true, .. })
    }

    pub(crate) fn update(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::Verify if !self.is_working() => {
                let folder = context.folder.clone();
                let (handle, task) = job::start(move |progress| office::verify(&folder, progress));
                return self.work(handle, false, task.map(Message::Proved));
            }
            Message::Proved(event) => self.event(event, State::Proved),
            Message::Ask(purpose) if !self.is_working() => {
                let dialog = match purpose {
                    Purpose::Backup => context.desktop.save(&backup_name(context)),
                    Purpose::Restore => context.desktop.pick_backup(),
                };
                return Action::Run(Task::perform(dialog, move |answer| Message::Answered(purpose, answer)));
            }
            // the dialog has asked already whether a file may be replaced
            Message::Answered(purpose, Answer::Chosen(file)) => return self.begin(purpose, file, true, context),
            Message::Answered(purpose, Answer::Unavailable) => {
                let path = match purpose {
                    Purpose::Backup => context.proposal(&backup_name(context)).display().to_string(),
                    Purpose::Restore => String::new(),
                };
                self.state = State::Asked(Asked::new(purpose, path));
                return Action::Run(iced::widget::operation::focus(PATH));
            }
            Message::PathTyped(text) => {
                if let State::Asked(asked) = &mut self.state {
                    asked.typed(text);
                }
            }
            Message::PathGiven => {
                if let State::Asked(asked) = &self.state
                    && let Some((file, replace)) = asked.given()
                {
                    return self.begin(asked.purpose, file, replace, context);
                }
            }
            Message::BackedUp(file, Event::Finished(Ok(None))) => {
                self.state = State::Asked(Asked::again(Purpose::Backup, file));
            }
            Message::BackedUp(_, event) => {
                self.event(event, |made| made.map_or(State::Idle, State::BackedUp));
            }
            Message::Compared(file, Ok(comparison)) => self.state = State::Compared(file, comparison),
            Message::Compared(_, Err(failure)) => self.state = State::Failed(failure),
            Message::Restore => {
                if let State::Compared(file, _) = &self.state {
                    let (folder, file) = (context.folder.clone(), file.clone());
                    let (handle, task) = job::start(move |progress| office::restore(&folder, &file, progress));
                    return self.work(handle, true, task.map(Message::Restored));
                }
            }
            Message::Restored(event) => {
                let finished = matches!(&event, Event::Finished(_));
                self.event(event, |outcome| match &*outcome {
                    Outcome::Restored { aside, .. } => State::Restored(aside.clone()),
                    Outcome::Refused(_) => State::Idle, // the window asks with force
                });
                if finished {
                    return Action::Restored;
                }
            }
            Message::Cancel => match &self.state {
                State::Working { handle, .. } => handle.cancel(),
                _ => self.state = State::Idle,
            },
            Message::Show(path) => return Action::Open(path),
            Message::TakeOver => return Action::TakeOver,
            Message::Verify | Message::Ask(_) | Message::Answered(_, Answer::Cancelled) => {}
        }
        Action::None
    }

    fn is_working(&self) -> bool {
        matches!(self.state, State::Working { .. })
    }

    fn work(&mut self, handle: Handle, restores: bool, task: Task<Message>) -> Action {
        self.state = State::Working { report: None, handle, restores };
        Action::Run(task)
    }

    fn begin(&mut self, purpose: Purpose, file: PathBuf, replace: bool, context: &Context) -> Action {
        let folder = context.folder.clone();
        match purpose {
            Purpose::Backup => {
                let out = file.clone();
                let (handle, task) = job::start(move |progress| office::backup(&folder, &out, replace, progress));
                self.work(handle, false, task.map(move |event| Message::BackedUp(file.clone(), event)))
            }
            Purpose::Restore => {
                let from = file.clone();
                let task = job::quick(move || office::compare(&folder, &from));
                Action::Run(task.map(move |result| Message::Compared(file.clone(), result)))
            }
        }
    }

    fn event<T>(&mut self, event: Event<T>, finished: impl FnOnce(T) -> State) {
        match event {
            Event::Progress(now) => {
                if let State::Working { report, .. } = &mut self.state {
                    *report = Some(now);
                }
            }
            Event::Finished(Ok(result)) => self.state = finished(result),
            Event::Finished(Err(Failure::Cancelled)) => self.state = State::Idle,
            Event::Finished(Err(failure)) => self.state = State::Failed(failure),
        }
    }

    pub(crate) fn view(&self) -> Element<'_, Message> {
        let idle = |message| (!self.is_working()).then_some(message);
        let buttons = row![
            action(Icon::CircleCheck, tr!("ui-archive-verify"), style::secondary, idle(Message::Verify)),
            action(Icon::Save, tr!("ui-archive-backup"), style::secondary, idle(Message::Ask(Purpose::Backup))),
            action(Icon::Undo, tr!("ui-archive-restore"), style::secondary, idle(Message::Ask(Purpose::Restore))),
        ]
        .spacing(space::S);
        let old = row![
            action(Icon::Spreadsheet, tr!("ui-old-open"), style::secondary, idle(Message::TakeOver)),
            muted(tr!("ui-old-lead")).width(Fill),
        ]
        .spacing(space::M)
        .align_y(iced::Center);
        let below = match &self.state {
            State::Idle => None,
            State::Working { report, handle, .. } => Some(working(*report, handle)),
            State::Asked(path) => Some(asked(path)),
            State::Proved(proof) => Some(proved(proof)),
            State::BackedUp(made) => Some(backed_up(made)),
            State::Compared(_, comparison) => Some(compared(comparison)),
            State::Restored(aside) => Some(restored(aside.as_deref())),
            State::Failed(failure) => Some(explained(failure, Tone::Bad)),
        };
        panel(tr!("ui-archive"), column![muted(tr!("ui-archive-lead")), buttons, old].push(below).spacing(space::L))
            .into()
    }
}

fn backup_name(context: &Context) -> String {
    tr!("ui-archive-file", date = (context.today)().to_string())
}

fn working(report: Option<Report>, handle: &Handle) -> Element<'_, Message> {
    let word = match report {
        _ if handle.is_cancelled() => tr!("ui-cancelling"),
        None => tr!("ui-archive-working"),
        Some(report) => format!("{}…", i18n::stage(report.stage)),
    };
    let cancel = (!handle.is_cancelled()).then_some(Message::Cancel);
    let cancel = action(Icon::X, tr!("ui-cancel"), style::secondary, cancel);
    column![progress(word, report), cancel].spacing(space::M).into()
}

fn asked(asked: &Asked<Purpose>) -> Element<'_, Message> {
    let (name, word) = match asked.purpose {
        Purpose::Backup => (tr!("ui-archive-backup-where"), tr!("ui-archive-backup-now")),
        Purpose::Restore => (tr!("ui-archive-restore-where"), tr!("ui-open")),
    };
    let close = quiet_action(Icon::X, tr!("ui-close"), Some(Message::Cancel));
    let line = asked.view(PATH, &tr!("ui-archive-path-example"), word, (Message::PathTyped, Message::PathGiven), close);
    column![caption(name), line].spacing(space::XS).into()
}

fn proved(proof: &Proof) -> Element<'_, Message> {
    let (receipts, cards) = (figure(proof.receipts), figure(proof.cards));
    if proof.is_ok() {
        let sentence = tr!("verify-sound", receipts = receipts, cards = cards);
        return note(Tone::Good, Icon::CircleCheck, sentence).into();
    }
    let count = figure(proof.differences.len());
    let sentence = tr!("verify-differences", differences = count, receipts = receipts, cards = cards);
    let lines = proof.differences.iter().take(SHOWN).map(|difference| {
        let receipt = difference.receipt.as_ref().map_or_else(|| "—".to_owned(), ToString::to_string);
        row![body(receipt).width(measure::FIELD_SHORT), body(difference.message()).width(Fill)].spacing(space::M).into()
    });
    let more = proof.differences.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| muted(tr!("ui-archive-more", count = figure(more))));
    let lines = Column::with_children(lines).spacing(space::S).push(more);
    column![note(Tone::Bad, Icon::Warning, sentence), lines, muted(tr!("ui-archive-differences-hint"))]
        .spacing(space::M)
        .into()
}

fn backed_up(made: &Made) -> Element<'_, Message> {
    let file = made.file.display().to_string();
    let size = figure(made.bytes.div_ceil(1024));
    let done = note(Tone::Good, Icon::CircleCheck, tr!("ui-archive-backed-up", file = file, size = size));
    let unsound = (made.unsound > 0)
        .then(|| note(Tone::Warn, Icon::Warning, tr!("backup-unsound", documents = figure(made.unsound))));
    let show = made
        .file
        .parent()
        .map(|folder| quiet_action(Icon::Folder, tr!("ui-open-folder"), Some(Message::Show(folder.to_owned()))));
    column![done].push(unsound).push(show).spacing(space::S).into()
}

fn compared(comparison: &Comparison) -> Element<'_, Message> {
    let Comparison { backup, present, loses } = comparison;
    let made = DateTime::parse_from_rfc3339(&backup.made)
        .map_or_else(|_| backup.made.clone(), |made| date::moment(made.to_utc()));
    let line = |name: String, of: fn(&Tally) -> String| {
        let here = present.as_ref().map_or_else(|| "—".to_owned(), of);
        row![
            muted(name).width(measure::LABEL),
            body(of(&backup.tally)).width(measure::FIELD_MEDIUM),
            body(here).width(measure::FIELD_MEDIUM)
        ]
        .spacing(space::M)
    };
    let head = row![
        muted("").width(measure::LABEL),
        body(tr!("restore-backup", made = made)).width(measure::FIELD_MEDIUM),
        body(tr!("restore-present")).width(measure::FIELD_MEDIUM)
    ]
    .spacing(space::M);
    let table = column![
        head,
        line(tr!("ui-archive-receipts"), |tally| figure(tally.receipts)),
        line(tr!("ui-archive-last"), |tally| tally.last_number.clone().unwrap_or_else(|| "—".into())),
        line(tr!("ui-archive-cards"), |tally| figure(tally.cards)),
        line(tr!("ui-archive-register"), |tally| figure(tally.register)),
        line(tr!("ui-archive-entries"), |tally| figure(tally.audit.entries)),
    ]
    .spacing(space::XS);
    let verdict = match (present, loses) {
        (None, true) => note(Tone::Warn, Icon::Warning, tr!("ui-archive-restore-unreadable")),
        (_, true) => note(Tone::Warn, Icon::Warning, tr!("ui-archive-restore-loses")),
        (_, false) => note(Tone::Info, Icon::Info, tr!("ui-archive-restore-safe")),
    };
    let style = if *loses { style::secondary } else { style::primary };
    let buttons = row![
        action(Icon::Undo, tr!("ui-archive-restore-now"), style, Some(Message::Restore)),
        quiet_action(Icon::X, tr!("ui-cancel"), Some(Message::Cancel))
    ]
    .spacing(space::S);
    column![table, verdict, buttons].spacing(space::M).into()
}

fn restored<'a>(aside: Option<&Path>) -> Element<'a, Message> {
    let kept = aside.map(|aside| {
        let show = quiet_action(Icon::Folder, tr!("ui-open-folder"), Some(Message::Show(aside.to_owned())));
        let folder = tr!("ui-archive-kept", folder = aside.display().to_string());
        column![container(muted(folder)).width(Fill), show].spacing(space::XS)
    });
    column![note(Tone::Good, Icon::CircleCheck, tr!("restore-done"))].push(kept).spacing(space::S).into()
}
