//! The beginning: what a window reads first, and what has time until it stands.

use super::{App, Message, Screen};
use crate::domain::Settings as Office;
use crate::i18n;
use crate::tr;
use crate::ui::job::{self, Failure};
use crate::ui::office;
use crate::ui::screen::{self, settings, welcome::Welcome};
use crate::ui::theme::Tone;
use crate::workflow::backup::Made;
use iced::Task;
use std::path::PathBuf;
use std::sync::Arc;

/// What a window begins with.
pub(super) struct First {
    pub(super) practice: bool,
    pub(super) files: Vec<PathBuf>,
}

impl App {
    /// The window stands, without its work: that is read now.
    pub(super) fn shown(&mut self) -> Task<Message> {
        match self.first.take() {
            None => Task::none(),
            Some(First { practice: true, .. }) => self.practise(),
            Some(First { practice: false, files }) if files.is_empty() => self.load(),
            Some(First { practice: false, files }) => {
                let read = self.read(files);
                Task::batch([self.load(), read])
            }
        }
    }

    /// Reads settings and register of the folder that is worked in.
    pub(super) fn load(&mut self) -> Task<Message> {
        let folder = self.context.folder.clone();
        let settings = job::quick(move || office::settings(&folder)).map(Message::SettingsLoaded);
        Task::batch([settings, self.refresh()])
    }

    pub(super) fn settings_loaded(&mut self, office: Office) -> Task<Message> {
        self.trouble = None;
        self.apply(&office);
        // only the beginning asks: who goes on without an answer is not asked again before the next start
        let begun = std::mem::replace(&mut self.begun, true);
        let tidy_up = if begun { Task::none() } else { self.tidy_up() };
        let welcome = if !begun && Welcome::is_wanted(&office) && self.screen == Screen::Work {
            self.welcome(office.clone())
        } else {
            Task::none()
        };
        let loaded = self.update_settings(settings::Message::Loaded(office));
        let beside = if self.screen == Screen::Settings { self.enter_settings() } else { Task::none() };
        Task::batch([loaded, welcome, beside, tidy_up])
    }

    /// The settings that are not the screen's alone.
    pub(super) fn apply(&mut self, office: &Office) {
        self.watched.clone_from(&office.watch_folder);
        self.import.watched(office.watch_folder.clone());
        i18n::select(self.language.unwrap_or(office.language));
    }

    /// What has time until the window stands.
    fn tidy_up(&mut self) -> Task<Message> {
        // the program may have been stopped in the middle of practice
        Task::batch([self.daily_backup(), self.end_practice()])
    }

    /// Makes the backup of the day beside everything else.
    fn daily_backup(&mut self) -> Task<Message> {
        let (folder, today) = (self.folder.clone(), (self.context.today)());
        let (handle, task) = job::start(move |progress| office::daily_backup(&folder, today, progress));
        self.daily = Some(handle);
        task.map(Message::DailyBackup)
    }

    pub(super) fn daily_backup_made(&mut self, made: Result<Option<Arc<Made>>, Failure>) -> Task<Message> {
        self.daily = None;
        match made {
            Ok(Some(made)) if made.unsound > 0 => {
                let documents = made.unsound.to_string();
                self.tell(Tone::Warn, tr!("ui-daily-unsound", documents = documents))
            }
            // of a folder that cannot be used the window tells already
            Ok(_) | Err(Failure::Cancelled) => Task::none(),
            Err(_) if self.trouble.is_some() => Task::none(),
            Err(failure) => {
                let (message, _) = screen::words(&failure);
                self.tell(Tone::Warn, tr!("ui-daily-failed", reason = message))
            }
        }
    }
}
