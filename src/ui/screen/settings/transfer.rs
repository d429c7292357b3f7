//! All settings in one file, for the next PC, and what such a file would change here.

use crate::i18n;
use crate::tr;
use crate::ui::desktop::Answer;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Failure};
use crate::ui::office::{self, Context};
use crate::ui::screen::asked::Asked;
use crate::ui::screen::explained;
use crate::ui::theme::{Tone, measure, space, style};
use crate::ui::widget::{action, body, caption, muted, note, panel, quiet_action};
use crate::workflow::settings::transfer::{Exported, Plan};
use iced::widget::{Column, column, row};
use iced::{Element, Fill, Task};
use std::path::{Path, PathBuf};
use std::sync::Arc;

const PATH: &str = "settings-path";
/// The longest value that is shown whole.
const SHOWN: usize = 60;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Export,
    Import,
}

enum State {
    Idle,
    /// A path asked for in the window, on a desktop without dialogs or where a file is in the way.
    Asked(Asked<Purpose>),
    Exported(PathBuf, Arc<Exported>),
    Planned(PathBuf, Arc<Plan>),
    Imported,
    Failed(Failure),
}

pub(super) struct Transfer {
    state: State,
    busy: bool,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Ask(Purpose),
    Answered(Purpose, Answer),
    PathTyped(String),
    PathGiven,
    Exported(PathBuf, Result<Option<Arc<Exported>>, Failure>),
    Planned(PathBuf, Result<Arc<Plan>, Failure>),
    Import,
    Imported(Result<(), Failure>),
    Close,
}

pub(super) enum Action {
    None,
    Run(Task<Message>),
    /// The settings are others now.
    Imported,
}

impl Transfer {
    pub(super) fn new() -> Self {
        Self { state: State::Idle, busy: false }
    }

    pub(super) fn update(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::Ask(purpose) if !self.busy => {
                let dialog = match purpose {
                    Purpose::Export => context.desktop.save(&tr!("ui-transfer-file")),
                    Purpose::Import => context.desktop.pick_backup(),
                };
                return Action::Run(Task::perform(dialog, move |answer| Message::Answered(purpose, answer)));
            }
            // the dialog has asked already whether a file may be replaced
            Message::Answered(purpose, Answer::Chosen(file)) => return self.begin(purpose, file, true, context),
            Message::Answered(purpose, Answer::Unavailable) => {
                let path = match purpose {
                    Purpose::Export => context.proposal(&tr!("ui-transfer-file")).display().to_string(),
                    Purpose::Import => String::new(),
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
            Message::Exported(file, Ok(None)) => {
                self.rest(State::Asked(Asked::again(Purpose::Export, file)));
            }
            Message::Exported(file, Ok(Some(exported))) => self.rest(State::Exported(file, exported)),
            Message::Planned(file, Ok(plan)) => self.rest(State::Planned(file, plan)),
            Message::Import if !self.busy => {
                if let State::Planned(file, _) = &self.state {
                    let (folder, file) = (context.folder.clone(), file.clone());
                    self.busy = true;
                    let task = job::quick(move || office::import_settings(&folder, &file));
                    return Action::Run(task.map(Message::Imported));
                }
            }
            Message::Imported(Ok(())) => {
                self.rest(State::Imported);
                return Action::Imported;
            }
            Message::Exported(_, Err(failure))
            | Message::Planned(_, Err(failure))
            | Message::Imported(Err(failure)) => self.rest(State::Failed(failure)),
            Message::Close => self.rest(State::Idle),
            Message::Ask(_) | Message::Import | Message::Answered(_, Answer::Cancelled) => {}
        }
        Action::None
    }

    fn rest(&mut self, state: State) {
        self.busy = false;
        self.state = state;
    }

    fn begin(&mut self, purpose: Purpose, file: PathBuf, replace: bool, context: &Context) -> Action {
        self.busy = true;
        let (folder, path) = (context.folder.clone(), file.clone());
        Action::Run(match purpose {
            Purpose::Export => job::quick(move || office::export_settings(&folder, &path, replace))
                .map(move |made| Message::Exported(file.clone(), made)),
            Purpose::Import => job::quick(move || office::plan_import(&folder, &path))
                .map(move |plan| Message::Planned(file.clone(), plan)),
        })
    }

    /// `dirty`: something is typed and not saved, which an import would throw away.
    pub(super) fn view(&self, dirty: bool) -> Element<'_, Message> {
        let can = |on: bool, purpose| (on && !self.busy).then_some(Message::Ask(purpose));
        let buttons = row![
            action(Icon::Download, tr!("ui-transfer-export"), style::secondary, can(true, Purpose::Export)),
            action(Icon::FileUp, tr!("ui-transfer-import"), style::secondary, can(!dirty, Purpose::Import)),
        ]
        .spacing(space::S);
        let below: Option<Element<'_, Message>> = match &self.state {
            State::Idle => dirty.then(|| caption(tr!("ui-transfer-dirty")).into()),
            State::Asked(path) => Some(asked(path)),
            State::Exported(file, exported) => Some(written(file, exported)),
            State::Planned(_, plan) => Some(planned(plan, !self.busy && !dirty)),
            State::Imported => Some(note(Tone::Good, Icon::CircleCheck, tr!("settings-imported")).into()),
            State::Failed(failure) => Some(explained(failure, Tone::Bad)),
        };
        panel(tr!("ui-transfer"), column![muted(tr!("ui-transfer-lead")), buttons].push(below).spacing(space::L)).into()
    }
}

fn asked(asked: &Asked<Purpose>) -> Element<'_, Message> {
    let word = match asked.purpose {
        Purpose::Export => tr!("ui-transfer-write"),
        Purpose::Import => tr!("ui-open"),
    };
    let close = quiet_action(Icon::X, tr!("ui-close"), Some(Message::Close));
    asked.view(PATH, &tr!("ui-archive-path-example"), word, (Message::PathTyped, Message::PathGiven), close).into()
}

fn written<'a>(file: &Path, exported: &Exported) -> Element<'a, Message> {
    let file = file.display().to_string();
    let done = tr!("settings-exported", settings = exported.settings, file = file);
    let logo = if exported.logo { tr!("settings-exported-logo") } else { tr!("settings-exported-no-logo") };
    let templates = (!exported.templates.is_empty())
        .then(|| caption(tr!("settings-exported-templates", names = exported.templates.join(", "))));
    let left_out = (!exported.left_out.is_empty()).then(|| {
        note(Tone::Warn, Icon::Warning, tr!("settings-exported-left-out", names = exported.left_out.join(", ")))
    });
    column![note(Tone::Good, Icon::CircleCheck, done), caption(logo)]
        .push(templates)
        .push(left_out)
        .spacing(space::S)
        .into()
}

/// A value as one line.
pub(super) fn in_a_line(text: &str) -> String {
    let line = text.trim_end().replace('\n', " | ");
    match line.chars().count() {
        0 => tr!("settings-empty"),
        count if count > SHOWN => line.chars().take(SHOWN - 1).chain(['…']).collect(),
        _ => line,
    }
}

fn planned(plan: &Plan, can: bool) -> Element<'_, Message> {
    let changes = plan.changes.iter().map(|change| {
        let about = format!("{} → {}", in_a_line(&change.old), in_a_line(&change.new));
        row![body(i18n::setting(change.setting).0).width(measure::FIELD_MEDIUM), caption(about).width(Fill)]
            .spacing(space::M)
            .into()
    });
    let templates = plan.templates.iter().map(|(name, arrival)| body(i18n::arrival(arrival.as_str(), name)).into());
    let left_out = plan.left_out.iter().map(|(setting, folder)| {
        let name = i18n::setting(setting).0;
        note(Tone::Info, Icon::Info, tr!("settings-import-left-out", folder = folder.as_str(), name = name)).into()
    });
    let list = Column::with_children(changes.chain(templates).chain(left_out)).spacing(space::XS);
    let none = plan.is_empty().then(|| note(Tone::Info, Icon::Info, tr!("settings-unchanged")));
    let import = (!plan.is_empty())
        .then(|| action(Icon::Check, tr!("ui-transfer-import-now"), style::primary, can.then_some(Message::Import)));
    let close = quiet_action(Icon::X, tr!("ui-close"), Some(Message::Close));
    column![muted(tr!("ui-transfer-plan")), list]
        .push(none)
        .push(row![].push(import).push(close).spacing(space::S))
        .spacing(space::M)
        .into()
}
