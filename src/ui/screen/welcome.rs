//! The first start: three questions, and then to work or to practice.

use crate::domain::Settings;
use crate::tr;
use crate::ui::desktop::Answer;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Failure};
use crate::ui::office::{self, Context};
use crate::ui::theme::{Tone, measure, space, style};
use crate::ui::widget::{action, caption, field, hero, hint, input, quiet_action};
use iced::widget::{center, column, container, row};
use iced::{Element, Fill, Task};
use std::path::PathBuf;

const BRANCH: &str = "welcome-branch";
const OFFICER: &str = "welcome-officer";
const FOLDER: &str = "welcome-folder";

pub(crate) struct Welcome {
    settings: Settings,
    folder: String,
    saving: bool,
    failure: Option<Failure>,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    BranchTyped(String),
    OfficerTyped(String),
    FolderTyped(String),
    ChooseFolder,
    FolderAnswered(Answer),
    Begin,
    Begun(Result<Box<Settings>, Failure>),
    Practise,
    Later,
}

pub(crate) enum Action {
    None,
    Run(Task<Message>),
    /// The answers are saved.
    Begun(Box<Settings>),
    Practise,
    Close,
}

impl Welcome {
    /// Whether an office with these settings still has to answer.
    pub(crate) fn is_wanted(settings: &Settings) -> bool {
        settings.branch.trim().is_empty() && settings.officer.trim().is_empty() && !settings.practice
    }

    pub(crate) fn new(settings: Settings, context: &Context) -> (Self, Task<Message>) {
        let folder = context.proposal(&tr!("welcome-folder-name")).display().to_string();
        (Self { settings, folder, saving: false, failure: None }, iced::widget::operation::focus(BRANCH))
    }

    pub(crate) fn title() -> String {
        tr!("welcome")
    }

    /// A key of the window's table.
    pub(crate) fn wish(wish: Wish) -> Option<Message> {
        match wish {
            Wish::Issue | Wish::Save => Some(Message::Begin),
            Wish::Cancel => Some(Message::Later),
            _ => None,
        }
    }

    fn can_begin(&self) -> bool {
        !self.settings.branch.trim().is_empty() && !self.saving
    }

    pub(crate) fn update(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::BranchTyped(text) => self.settings.branch = text,
            Message::OfficerTyped(text) => self.settings.officer = text,
            Message::FolderTyped(text) => self.folder = text,
            Message::ChooseFolder => {
                return Action::Run(Task::perform(context.desktop.pick_folder(), Message::FolderAnswered));
            }
            Message::FolderAnswered(Answer::Chosen(folder)) => self.folder = folder.display().to_string(),
            Message::FolderAnswered(Answer::Unavailable) => {
                return Action::Run(iced::widget::operation::focus(FOLDER));
            }
            Message::Begin if self.can_begin() => {
                self.saving = true;
                let (place, typed) = (context.folder.clone(), self.folder.trim().trim_matches('"').to_owned());
                let settings = Settings {
                    branch: self.settings.branch.trim().to_owned(),
                    officer: self.settings.officer.trim().to_owned(),
                    documents_folder: (!typed.is_empty()).then(|| PathBuf::from(typed)),
                    ..self.settings.clone()
                };
                return Action::Run(
                    job::quick(move || office::save_first_settings(&place, settings).map(Box::new)).map(Message::Begun),
                );
            }
            Message::Begin | Message::FolderAnswered(Answer::Cancelled) => {}
            Message::Begun(Ok(settings)) => return Action::Begun(settings),
            Message::Begun(Err(failure)) => {
                self.saving = false;
                self.failure = Some(failure);
            }
            Message::Practise => return Action::Practise,
            Message::Later => return Action::Close,
        }
        Action::None
    }

    pub(crate) fn view(&self) -> Element<'_, Message> {
        let branch =
            input(BRANCH, &tr!("ui-settings-branch-example"), &self.settings.branch, false, Message::BranchTyped);
        let officer =
            input(OFFICER, &tr!("ui-settings-officer-example"), &self.settings.officer, false, Message::OfficerTyped);
        let folder = input(FOLDER, &tr!("welcome-folder-none"), &self.folder, false, Message::FolderTyped);
        let choose = action(Icon::Folder, tr!("ui-choose"), style::secondary, Some(Message::ChooseFolder));
        let questions = column![
            question(
                tr!("ui-settings-branch"),
                tr!("ui-settings-branch-note"),
                branch.on_submit(Message::Begin).into()
            ),
            question(tr!("welcome-officer"), tr!("welcome-officer-note"), officer.on_submit(Message::Begin).into()),
            question(
                tr!("welcome-folder"),
                tr!("welcome-folder-note"),
                row![folder.on_submit(Message::Begin), choose].spacing(space::S).into()
            ),
        ]
        .spacing(space::L);
        let begin =
            action(Icon::Check, tr!("welcome-begin"), style::primary, self.can_begin().then_some(Message::Begin));
        let buttons = row![
            hint(
                quiet_action(Icon::X, tr!("welcome-later"), Some(Message::Later)),
                tr!("welcome-later-hint"),
                Some(Wish::Cancel)
            ),
            container(action(Icon::Practice, tr!("welcome-practise"), style::secondary, Some(Message::Practise)))
                .width(Fill)
                .align_right(Fill),
            hint(begin, tr!("welcome-begin-hint"), Some(Wish::Issue)),
        ]
        .spacing(space::S)
        .align_y(iced::Center);
        let failure = self.failure.as_ref().map(|failure| super::explained(failure, Tone::Bad));
        let content = column![hero(Tone::Accent, Icon::IdCard, tr!("welcome"), tr!("welcome-lead")), questions,]
            .push(failure)
            .push(buttons)
            .spacing(space::XL)
            .align_x(iced::Center)
            .max_width(measure::READABLE);
        container(center(content)).width(Fill).height(Fill).style(style::sheet).into()
    }
}

fn question(name: String, note: String, control: Element<'_, Message>) -> Element<'_, Message> {
    column![field(name, control, None, Fill), caption(note)].spacing(space::XS).into()
}
