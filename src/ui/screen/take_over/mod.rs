//! The old Excel register comes over: which file, what is in it, then one deliberate act; and back again.

mod book;
mod review;

use crate::tr;
use crate::ui::desktop::Answer;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Event, Failure, Handle, Report};
use crate::ui::office::Context;
use crate::ui::office::take_over::{self as office, Judged};
use crate::ui::screen::asked::typed_path;
use crate::ui::theme::{Tone, space, style};
use crate::ui::widget::{
    action, caption, figure, hero, hint, input, muted, note, progress, quiet_action, title as heading,
};
use crate::workflow::take_over::Outcome;
use book::Book;
use iced::widget::{center, column, container, row};
use iced::{Element, Fill, Task};
use review::Review;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const PATH: &str = "take-over-path";

enum Step {
    Begin {
        path: String,
        no_dialog: bool,
        /// Why the file before could not be read.
        failure: Option<Failure>,
    },
    Reading {
        report: Option<Report>,
        handle: Handle,
    },
    Review(Box<Review>),
    Taking {
        review: Box<Review>,
        report: Option<Report>,
        handle: Handle,
    },
    Done(Outcome),
}

pub(crate) struct TakeOver {
    step: Step,
    /// The file that is read, or was.
    name: String,
    hovered: bool,
    book: Book,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Choose,
    Answered(Answer),
    PathTyped(String),
    ReadTyped,
    FileHovered(bool),
    FileDropped(PathBuf),
    Read(Event<Judged>),
    Review(review::Message),
    TakeOver,
    Taken(Event<Outcome>),
    Cancel,
    Restart,
    Book(book::Message),
    GoRegister,
}

pub(crate) enum Action {
    None,
    Run(Task<Message>),
    GoRegister,
    /// The register is another one now, as this sentence says.
    Changed(Task<Message>, String),
}

impl TakeOver {
    pub(crate) fn new() -> Self {
        Self { step: begin(None), name: String::new(), hovered: false, book: Book::new() }
    }

    pub(crate) fn title() -> String {
        tr!("ui-old")
    }

    /// Reads what was taken over so far.
    pub(crate) fn enter(context: &Context) -> Task<Message> {
        Book::read(context).map(Message::Book)
    }

    pub(crate) fn wish(&mut self, wish: Wish, context: &Context) -> Action {
        match (wish, &mut self.step) {
            (Wish::Open, _) => self.update(Message::Choose, context),
            (Wish::Issue, Step::Review(_)) => self.update(Message::TakeOver, context),
            (Wish::NextProblem, Step::Review(review)) => {
                review.next_problem();
                Action::None
            }
            (Wish::Issue, _) => self.update(Message::Book(book::Message::Undo), context),
            (Wish::Void, Step::Begin { .. } | Step::Done(_)) => self.update(Message::Book(book::Message::Ask), context),
            (Wish::Cancel, _) => self.update(Message::Cancel, context),
            _ => Action::None,
        }
    }

    fn read(&mut self, file: &Path, context: &Context) -> Action {
        if matches!(self.step, Step::Reading { .. } | Step::Taking { .. }) {
            return Action::None;
        }
        self.name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
        let (folder, file, today) = (context.folder.clone(), file.to_owned(), (context.today)());
        let (handle, task) = job::start(move |progress| office::read(&folder, &file, today, progress));
        self.step = Step::Reading { report: None, handle };
        Action::Run(task.map(Message::Read))
    }

    pub(crate) fn update(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::Choose => return Action::Run(Task::perform(context.desktop.pick_list(), Message::Answered)),
            Message::Answered(Answer::Chosen(file)) => return self.read(&file, context),
            Message::Answered(Answer::Unavailable) => {
                if let Step::Begin { no_dialog, .. } = &mut self.step {
                    *no_dialog = true;
                    return Action::Run(iced::widget::operation::focus(PATH));
                }
            }
            Message::Answered(Answer::Cancelled) => {}
            Message::PathTyped(text) => {
                if let Step::Begin { path, .. } = &mut self.step {
                    *path = text;
                }
            }
            Message::ReadTyped => {
                if let Step::Begin { path, .. } = &self.step
                    && let Some(file) = typed_path(path)
                {
                    return self.read(&file, context);
                }
            }
            Message::FileHovered(hovered) => self.hovered = hovered,
            Message::FileDropped(file) => {
                self.hovered = false;
                return self.read(&file, context);
            }
            Message::Read(Event::Progress(now)) | Message::Taken(Event::Progress(now)) => {
                if let Step::Reading { report, .. } | Step::Taking { report, .. } = &mut self.step {
                    *report = Some(now);
                }
            }
            Message::Read(Event::Finished(Ok(judged))) => self.step = Step::Review(Box::new(Review::new(judged))),
            Message::Read(Event::Finished(Err(failure))) => {
                self.step = begin(Some(failure).filter(|failure| *failure != Failure::Cancelled));
            }
            Message::Review(message) => {
                if let Step::Review(review) = &mut self.step {
                    return Action::Run(review.update(message, context).map(Message::Review));
                }
            }
            Message::TakeOver => return self.take(context),
            Message::Taken(Event::Finished(result)) => return self.taken(result, context),
            Message::Cancel => self.cancel(),
            Message::Restart => self.step = begin(None),
            Message::Book(message) => {
                return match self.book.update(message, context) {
                    book::Action::None => Action::None,
                    book::Action::Run(task) => Action::Run(task.map(Message::Book)),
                    book::Action::Undone(task, sentence) => {
                        // what is shown of the file would be told of another register
                        self.step = begin(None);
                        Action::Changed(task.map(Message::Book), sentence)
                    }
                };
            }
            Message::GoRegister => return Action::GoRegister,
        }
        Action::None
    }

    fn take(&mut self, context: &Context) -> Action {
        let step = std::mem::replace(&mut self.step, begin(None));
        let Step::Review(review) = step else {
            self.step = step;
            return Action::None;
        };
        if !review.is_ready() {
            self.step = Step::Review(review);
            return Action::None;
        }
        let (folder, old, choices) = (context.folder.clone(), Arc::clone(&review.judged.old), review.judged.choices);
        let (handle, task) = job::start(move |progress| office::take(&folder, &old, choices, progress));
        self.step = Step::Taking { review, report: None, handle };
        Action::Run(task.map(Message::Taken))
    }

    fn taken(&mut self, result: Result<Outcome, Failure>, context: &Context) -> Action {
        let Step::Taking { review, .. } = std::mem::replace(&mut self.step, begin(None)) else { return Action::None };
        match result {
            Ok(outcome) => {
                let sentence = said(&outcome);
                self.step = Step::Done(outcome);
                Action::Changed(Self::enter(context), sentence)
            }
            Err(failure) => {
                let mut review = review;
                review.failed(failure);
                self.step = Step::Review(review);
                Action::None
            }
        }
    }

    fn cancel(&mut self) {
        if self.book.close() {
            return;
        }
        match &self.step {
            Step::Reading { handle, .. } | Step::Taking { handle, .. } => handle.cancel(),
            Step::Begin { .. } | Step::Review(_) | Step::Done(_) => self.step = begin(None),
        }
    }

    pub(crate) fn view(&self) -> Element<'_, Message> {
        match &self.step {
            Step::Begin { path, no_dialog, failure } => self.begin(path, *no_dialog, failure.as_ref()),
            Step::Reading { report, handle } => self.working(&tr!("ui-stage-reading"), *report, handle),
            Step::Review(review) => review.view(&self.name),
            Step::Taking { report, handle, .. } => self.working(&tr!("ui-old-taking"), *report, handle),
            Step::Done(outcome) => self.done(outcome),
        }
    }

    fn begin<'a>(&'a self, path: &'a str, no_dialog: bool, failure: Option<&Failure>) -> Element<'a, Message> {
        let choose = action(Icon::Folder, tr!("ui-choose-file"), style::primary, Some(Message::Choose));
        let zone = column![
            hero(Tone::Accent, Icon::Spreadsheet, tr!("ui-old-drop"), tr!("ui-old-drop-lead")),
            hint(choose, tr!("ui-choose-file-hint"), Some(Wish::Open)),
        ]
        .spacing(space::L)
        .align_x(iced::Center);
        let zone = container(center(zone)).width(Fill).height(Fill).style(style::drop_zone(self.hovered));
        let field =
            input(PATH, &tr!("ui-old-path-example"), path, false, Message::PathTyped).on_submit(Message::ReadTyped);
        let ready = typed_path(path).map(|_| Message::ReadTyped);
        let typed = column![
            caption(tr!("ui-path")),
            row![field, action(Icon::FileText, tr!("ui-open"), style::secondary, ready)].spacing(space::S),
        ]
        .spacing(space::XS);
        let failure = failure.map(|failure| {
            column![caption(self.name.as_str()), crate::ui::screen::explained(failure, Tone::Bad)].spacing(space::XS)
        });
        column![header()]
            .push(failure)
            .push(zone)
            .push(typed)
            .push(no_dialog.then(|| note(Tone::Warn, Icon::Info, tr!("ui-no-dialog"))))
            .push(self.book.view().map(|book| book.map(Message::Book)))
            .spacing(space::L)
            .into()
    }

    fn working(&self, word: &str, report: Option<Report>, handle: &Handle) -> Element<'_, Message> {
        let word = match report {
            _ if handle.is_cancelled() => tr!("ui-cancelling"),
            None => word.to_owned(),
            Some(report) => format!("{}…", crate::i18n::stage(report.stage)),
        };
        let cancel = (!handle.is_cancelled()).then_some(Message::Cancel);
        let content = column![
            hero(Tone::Accent, Icon::Spreadsheet, Self::title(), self.name.as_str()),
            progress(word, report),
            hint(
                action(Icon::X, tr!("ui-cancel"), style::secondary, cancel),
                tr!("ui-old-cancel-hint"),
                Some(Wish::Cancel)
            ),
        ]
        .spacing(space::XL)
        .align_x(iced::Center);
        container(center(content)).width(Fill).height(Fill).style(style::sheet).into()
    }

    fn done(&self, outcome: &Outcome) -> Element<'_, Message> {
        let about = tr!(
            "ui-old-done-lead",
            cards = figure(outcome.cards),
            known = figure(outcome.counts.known),
            rejected = figure(outcome.counts.rejected)
        );
        let buttons = row![
            action(Icon::Book, tr!("ui-people-show"), style::primary, Some(Message::GoRegister)),
            hint(
                action(Icon::FileUp, tr!("ui-choose-other"), style::secondary, Some(Message::Restart)),
                tr!("ui-choose-file-hint"),
                Some(Wish::Cancel)
            ),
        ]
        .spacing(space::S);
        let (tone, icon) =
            if outcome.taken.is_some() { (Tone::Good, Icon::CircleCheck) } else { (Tone::Info, Icon::Info) };
        let content = column![hero(tone, icon, said(outcome), about), buttons].spacing(space::L).align_x(iced::Center);
        column![header(), container(center(content)).width(Fill).height(Fill).style(style::sheet)]
            .push(self.book.view().map(|book| book.map(Message::Book)))
            .spacing(space::L)
            .into()
    }
}

fn begin(failure: Option<Failure>) -> Step {
    Step::Begin { path: String::new(), no_dialog: false, failure }
}

/// What was done.
fn said(outcome: &Outcome) -> String {
    match outcome.taken {
        Some(id) => tr!("old-taken", rows = figure(outcome.counts.new), id = id.to_string()),
        None => tr!("old-nothing-new"),
    }
}

fn header<'a>() -> Element<'a, Message> {
    let back = quiet_action(Icon::ArrowLeft, tr!("ui-register"), Some(Message::GoRegister));
    row![
        column![heading(TakeOver::title()), muted(tr!("ui-old-lead"))].spacing(space::XS).width(Fill),
        hint(back, tr!("ui-register-lead"), Some(Wish::GoRegister)),
    ]
    .spacing(space::S)
    .align_y(iced::Center)
    .into()
}
