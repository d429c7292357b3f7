//! The window: its screens side by side, and what is common to them.

mod answer;
mod arrival;
mod begin;
mod drop;
mod explain;
mod find;
mod frame;
mod front;
mod keys;
mod practice;
mod toast;
mod view;

use super::desktop::Desktop;
use super::help::{self, Help};
use super::hotkey::Wish;
use super::icon::Icon;
use super::job::{self, Failure};
use super::office::{Context, OpenedTemplate};
use super::palette;
use super::screen::{self, companies, import, people, register, settings, take_over, template, work};
use super::theme::{self, Tone};
use super::watch::{self, News};
use crate::domain::office::Language;
use crate::domain::{ReceiptNumber, Settings as Office};
use crate::tr;
use crate::workflow::arrival::Arrival;
use crate::workflow::backup::Made;
use crate::workflow::print::Spooler;
use begin::First;
use chrono::NaiveDate;
use frame::Frame;
use front::Front;
use iced::theme::Mode;
use iced::widget::operation::focus;
use iced::{Event, Subscription, Task, Theme, event, window};
use std::path::PathBuf;
use std::sync::Arc;
use toast::{Offer, Toast};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Screen {
    Work,
    Import,
    Register,
    People,
    Companies,
    Settings,
    /// The old Excel register comes over: one comes to it from the register.
    TakeOver,
    /// The editor of templates, which one comes to from the settings.
    Template,
}

impl Screen {
    const ALL: [Self; 6] = [Self::Work, Self::Import, Self::Register, Self::People, Self::Companies, Self::Settings];

    fn face(self) -> (Icon, String, Wish) {
        match self {
            Self::Work => (Icon::Inbox, tr!("ui-work"), Wish::GoWork),
            Self::Import => (Icon::FileUp, tr!("ui-import"), Wish::GoImport),
            Self::Register | Self::TakeOver => (Icon::Book, tr!("ui-register"), Wish::GoRegister),
            Self::People => (Icon::UserSearch, tr!("ui-people"), Wish::FindPerson),
            Self::Companies => (Icon::Building, tr!("ui-companies"), Wish::GoCompanies),
            Self::Settings | Self::Template => (Icon::Settings, tr!("ui-settings"), Wish::GoSettings),
        }
    }
}

/// With what the window begins.
pub(crate) struct Start {
    pub(crate) folder: PathBuf,
    pub(crate) practice: bool,
    pub(crate) files: Vec<PathBuf>,
    /// The language to speak whatever the settings say.
    pub(crate) language: Option<Language>,
    pub(crate) desktop: Arc<dyn Desktop>,
    pub(crate) printing: Arc<dyn Spooler>,
    pub(crate) today: fn() -> NaiveDate,
}

#[expect(clippy::struct_excessive_bools, reason = "what the window remembers, each for itself")]
pub(crate) struct App {
    /// The office's data folder, also during practice.
    folder: PathBuf,
    practice: bool,
    context: Context,
    screen: Screen,
    work: work::Work,
    import: import::Import,
    register: register::Register,
    take_over: take_over::TakeOver,
    people: people::People,
    companies: companies::Companies,
    settings: settings::Settings,
    /// Documents that are looked at or printed, in front of the screen.
    front: Option<Front>,
    /// What one comes back to from it.
    behind: Option<Front>,
    /// How many there were: what an earlier one's jobs still say is not for a later one.
    fronts: u64,
    editor: Option<Box<template::Editor>>,
    palette: Option<palette::Palette>,
    /// What is explained, in front of everything.
    help: Option<Help>,
    /// The language that the program was started in, whatever the settings say.
    language: Option<Language>,
    system: Mode,
    frame: Frame,
    toasts: Vec<Toast>,
    next_toast: u64,
    /// The data folder cannot be used.
    trouble: Option<Failure>,
    /// The backup of the day, being made.
    daily: Option<job::Handle>,
    /// The user was told that closing loses unsaved settings.
    warned: bool,
    /// The user looks at the window.
    focused: bool,
    /// The folder where lists arrive.
    watched: Option<PathBuf>,
    /// What is to be done as soon as the window stands.
    first: Option<First>,
    /// The settings were read for the first time.
    begun: bool,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    /// The window has drawn itself for the first time.
    Shown(window::Id),
    Frame(frame::Message),
    Go(Screen),
    Wish(Wish),
    Work(work::Message),
    Import(import::Message),
    Register(register::Message),
    TakeOver(take_over::Message),
    People(people::Message),
    Companies(companies::Message),
    Settings(settings::Message),
    Front(u64, front::Said),
    SettingsLoaded(Result<Office, Failure>),
    TemplateOpened(Result<Box<OpenedTemplate>, Failure>),
    Template(template::Message),
    Palette(palette::Message),
    Help(help::Message),
    GuideWritten(Result<PathBuf, Failure>),
    Speak(Language),
    Changed(Result<(), Failure>),
    LoadAgain,
    Opened(Result<(), Failure>),
    LeavePractice,
    PracticeEnded(Result<(), Failure>),
    SystemTheme(Mode),
    CloseToast(u64),
    Show(PathBuf),
    FileHovered(bool),
    FileDropped(PathBuf),
    DailyBackup(job::Event<Option<Arc<Made>>>),
    Watched(News),
    Looked(PathBuf, Box<Result<Option<Arrival>, Failure>>),
    ReadArrived(PathBuf),
    Focused(bool),
    CloseRequested(window::Id),
}

impl App {
    pub(crate) fn new(start: Start) -> (Self, Task<Message>) {
        let Start { folder, practice, files, language, desktop, printing, today } = start;
        let app = Self {
            context: Context { folder: folder.clone(), desktop, printing, today },
            folder,
            practice: false,
            screen: if practice || !files.is_empty() { Screen::Import } else { Screen::Work },
            work: work::Work::new(),
            import: import::Import::new(),
            register: register::Register::new(),
            take_over: take_over::TakeOver::new(),
            people: people::People::new(),
            companies: companies::Companies::new(),
            settings: settings::Settings::new(),
            front: None,
            behind: None,
            fronts: 0,
            editor: None,
            palette: None,
            help: None,
            language,
            system: Mode::None,
            frame: Frame::new(),
            toasts: Vec::new(),
            next_toast: 0,
            trouble: None,
            daily: None,
            warned: false,
            focused: true,
            watched: None,
            first: Some(First { practice, files }),
            begun: false,
        };
        (app, iced::system::theme().map(Message::SystemTheme))
    }

    pub(crate) fn title(&self) -> String {
        let screen = match (&self.front, self.screen) {
            (Some(front), _) => front.title(),
            (None, Screen::Work) => work::Work::title(),
            (None, Screen::Import) => self.import.title(),
            (None, Screen::Register) => register::Register::title(),
            (None, Screen::TakeOver) => take_over::TakeOver::title(),
            (None, Screen::People) => people::People::title(),
            (None, Screen::Companies) => companies::Companies::title(),
            (None, Screen::Settings) => settings::Settings::title(),
            (None, Screen::Template) => {
                self.editor.as_ref().map_or_else(settings::Settings::title, |editor| editor.title())
            }
        };
        format!("{screen} – {}", tr!("app-name"))
    }

    pub(crate) fn theme(&self) -> Theme {
        theme::choose(self.settings.appearance(), self.system)
    }

    pub(crate) fn scale(&self) -> f32 {
        self.frame.scale()
    }

    pub(crate) fn ground(&self, theme: &Theme) -> iced::theme::Style {
        self.frame.ground(theme)
    }

    /// What the screen shows of the database is read anew; the others read when one goes to them.
    fn refresh(&mut self) -> Task<Message> {
        match self.screen {
            Screen::Work => {
                let action = self.work.update(work::Message::Refresh, &self.context);
                self.after_work(action)
            }
            Screen::Register => {
                let action = self.register.update(register::Message::Refresh, &self.context);
                self.after_register(action)
            }
            Screen::TakeOver => take_over::TakeOver::enter(&self.context).map(Message::TakeOver),
            Screen::Companies => self.companies.refresh(&self.context).map(Message::Companies),
            Screen::Import | Screen::People | Screen::Settings | Screen::Template => Task::none(),
        }
    }

    fn read(&mut self, files: Vec<PathBuf>) -> Task<Message> {
        self.screen = Screen::Import;
        let action = self.import.read(files, &self.context);
        self.after_import(action)
    }

    fn open(&mut self, path: PathBuf) -> Task<Message> {
        let desktop = Arc::clone(&self.context.desktop);
        job::quick(move || {
            let shown = path.display().to_string();
            if !path.exists() {
                return Err(Failure::Explained {
                    message: tr!("ui-open-missing", file = shown),
                    hint: tr!("ui-open-missing-hint"),
                });
            }
            desktop.open(&path).map_err(|error| {
                tracing::warn!(kind = ?error.kind(), "no program opened a document");
                Failure::Explained { message: tr!("ui-open-failed", file = shown), hint: String::new() }
            })
        })
        .map(Message::Opened)
    }

    fn go(&mut self, screen: Screen) -> Task<Message> {
        (self.front, self.behind) = (None, None);
        self.screen = screen;
        match screen {
            Screen::People => people::People::focus(),
            Screen::Settings => self.enter_settings(),
            _ => Task::batch([self.refresh(), self.focus_list()]),
        }
    }

    /// Where a screen has a list, the arrows move in it at once; what lies in front comes first.
    fn focus_list(&self) -> Task<Message> {
        if self.front.is_some() || self.palette.is_some() || self.help.is_some() {
            return Task::none();
        }
        match self.screen {
            Screen::Work => focus(work::ROWS),
            Screen::Register => focus(register::ROWS),
            Screen::Companies => focus(companies::ROWS),
            Screen::Import => self.import.focus().map(Message::Import),
            _ => Task::none(),
        }
    }

    fn enter_settings(&mut self) -> Task<Message> {
        self.settings.enter(&self.context).map(Message::Settings)
    }

    fn show_receipt(&mut self, number: &ReceiptNumber) -> Task<Message> {
        (self.front, self.behind) = (None, None);
        self.screen = Screen::Register;
        let action = self.register.show(number, &self.context);
        self.after_register(action)
    }

    fn update_template(&mut self, message: template::Message) -> Task<Message> {
        let Some(editor) = &mut self.editor else { return Task::none() };
        let action = editor.update(message, &self.context);
        self.after_template(action)
    }

    fn update_import(&mut self, message: import::Message) -> Task<Message> {
        if let import::Message::Read(_, job::Event::Finished(Ok(reading))) = &message
            && self.practice
        {
            // practice has just begun, with settings of its own
            let loaded = self.update_settings(settings::Message::Loaded((*reading.settings).clone()));
            let action = self.import.update(message, &self.context);
            return Task::batch([loaded, self.after_import(action), self.refresh()]);
        }
        if let import::Message::FileDropped(_) = &message {
            self.front = None;
            self.screen = Screen::Import;
        }
        let action = self.import.update(message, &self.context);
        self.after_import(action)
    }

    fn update_settings(&mut self, message: settings::Message) -> Task<Message> {
        self.warned = false;
        let action = self.settings.update(message, &self.context);
        self.after_settings(action)
    }

    fn close(&mut self, window: window::Id) -> Task<Message> {
        if self.settings.is_restoring() {
            return self.tell(Tone::Warn, tr!("ui-close-while-restoring"));
        }
        if self.import.is_issuing() {
            return self.tell(Tone::Warn, tr!("ui-close-while-issuing"));
        }
        if let Some(reason) = self.front.as_ref().and_then(Front::holds) {
            return self.tell(Tone::Warn, reason);
        }
        if self.settings.is_dirty() && !self.warned {
            self.warned = true;
            self.screen = Screen::Settings;
            return self.tell(Tone::Warn, tr!("ui-close-unsaved"));
        }
        let end = if self.practice { self.end_practice() } else { Task::none() };
        end.chain(window::close(window))
    }

    pub(crate) fn update(&mut self, message: Message) -> Task<Message> {
        self.frame.renew();
        match message {
            Message::Shown(id) => Task::batch([self.shown(), Frame::ask(id).map(Message::Frame)]),
            Message::Frame(message) => self.frame.update(message).map(Message::Frame),
            Message::Go(screen) => self.go(screen),
            Message::Wish(wish) => self.wish(wish),
            Message::Work(message) => {
                let action = self.work.update(message, &self.context);
                self.after_work(action)
            }
            Message::Import(message) => {
                let over = message.is_end();
                let task = self.update_import(message);
                let told = if over { self.announce(self.title(), self.import.subject()) } else { Task::none() };
                Task::batch([task, told])
            }
            Message::FileHovered(hovered) => self.hovered(hovered),
            Message::FileDropped(file) => self.dropped(file),
            Message::Register(message) => {
                let action = self.register.update(message, &self.context);
                self.after_register(action)
            }
            Message::TakeOver(message) => {
                let action = self.take_over.update(message, &self.context);
                self.after_take_over(action)
            }
            Message::Companies(message) => {
                let action = self.companies.update(message, &self.context);
                self.after_companies(action)
            }
            Message::People(message) => {
                let action = self.people.update(message, &self.context);
                self.after_people(action)
            }
            Message::Front(number, said) if number == self.fronts => self.update_front(said),
            Message::Settings(message) => self.update_settings(message),
            Message::Template(message) => self.update_template(message),
            Message::Palette(message) => self.update_palette(message),
            Message::Help(message) => self.update_help(&message),
            Message::Speak(language) => self.speak(language),
            Message::TemplateOpened(Ok(opened)) => {
                self.editor = Some(Box::new(template::Editor::new(*opened, self.settings.draft())));
                self.go(Screen::Template)
            }
            Message::SettingsLoaded(Ok(office)) => self.settings_loaded(office),
            Message::SettingsLoaded(Err(failure)) => {
                self.trouble = Some(failure);
                Task::none()
            }
            Message::LoadAgain => self.load(),
            // one in front may have been closed meanwhile
            Message::Front(..)
            | Message::Opened(Ok(()))
            | Message::Changed(Ok(()))
            | Message::PracticeEnded(Ok(()))
            | Message::DailyBackup(job::Event::Progress(_)) => Task::none(),
            Message::TemplateOpened(Err(failure))
            | Message::Opened(Err(failure))
            | Message::Changed(Err(failure))
            | Message::GuideWritten(Err(failure))
            | Message::PracticeEnded(Err(failure)) => self.tell(Tone::Bad, screen::sentence(&failure)),
            Message::LeavePractice => self.leave_practice(),
            Message::SystemTheme(mode) => {
                self.system = mode;
                Task::none()
            }
            Message::CloseToast(id) => {
                self.close_toast(id);
                Task::none()
            }
            Message::Show(path) | Message::GuideWritten(Ok(path)) => self.open(path),
            Message::Watched(news) => self.arrived(news),
            Message::Looked(file, looked) => self.offer_arrival(file, *looked),
            Message::ReadArrived(file) => self.read_arrived(file),
            Message::Focused(focused) => {
                self.focused = focused;
                Task::none()
            }
            Message::DailyBackup(job::Event::Finished(made)) => self.daily_backup_made(made),
            Message::CloseRequested(window) => self.close(window),
        }
    }

    pub(crate) fn subscription(&self) -> Subscription<Message> {
        // lists of the office have no place in practice
        let watched = self.watched.clone().filter(|_| !self.practice);
        let watch = watched.map(|folder| Subscription::run_with(folder, watch::spreadsheets).map(Message::Watched));
        // what is read before the window has drawn itself would make it wait for the processor
        let first_frame = self.first.as_ref().map(|_| {
            event::listen_raw(|event, _, id| {
                matches!(event, Event::Window(window::Event::RedrawRequested(_))).then_some(Message::Shown(id))
            })
        });
        Subscription::batch([
            first_frame.unwrap_or_else(Subscription::none),
            watch.unwrap_or_else(Subscription::none),
            iced::system::theme_changes().map(Message::SystemTheme),
            window::close_requests().map(Message::CloseRequested),
            event::listen_with(|event, _, id| {
                let Event::Window(event) = event else { return None };
                Some(match event {
                    window::Event::Opened { size, .. } | window::Event::Resized(size) => {
                        Message::Frame(frame::Message::Resized(id, size))
                    }
                    window::Event::Rescaled(density) => Message::Frame(frame::Message::Density(density)),
                    window::Event::FileHovered(_) => Message::FileHovered(true),
                    window::Event::FilesHoveredLeft => Message::FileHovered(false),
                    window::Event::FileDropped(file) => Message::FileDropped(file),
                    window::Event::Focused => Message::Focused(true),
                    window::Event::Unfocused => Message::Focused(false),
                    _ => return None,
                })
            }),
        ])
    }
}
