//! Lists that arrive in the watched folder, and what is told while the user looks elsewhere.

use super::{App, Message, Offer};
use crate::tr;
use crate::ui::job::{self, Failure};
use crate::ui::office;
use crate::ui::screen::import;
use crate::ui::theme::Tone;
use crate::ui::watch::News;
use crate::ui::widget::figure;
use crate::workflow::arrival::Arrival;
use iced::Task;
use std::path::PathBuf;
use std::sync::Arc;

impl App {
    pub(super) fn arrived(&mut self, news: News) -> Task<Message> {
        match news {
            News::Arrived(file) => {
                let (folder, today) = (self.folder.clone(), (self.context.today)());
                let at = file.clone();
                job::quick(move || office::look_at_arrival(&folder, &at, today))
                    .map(move |looked| Message::Looked(file.clone(), Box::new(looked)))
            }
            News::Unwatchable => self.tell(Tone::Warn, tr!("arrival-unwatchable")),
        }
    }

    pub(super) fn offer_arrival(&mut self, file: PathBuf, looked: Result<Option<Arrival>, Failure>) -> Task<Message> {
        // what could not be looked at is no news; read by hand it says why
        let Ok(Some(Arrival { file: name, company, rows })) = looked else { return Task::none() };
        if self.arrivals().any(|known| *known == file) {
            return Task::none();
        }
        let company = company.unwrap_or(name);
        let sentence = tr!("arrival", company = company, rows = figure(rows));
        let told = self.announce(tr!("app-name"), sentence.clone());
        let toast = self.toast(Tone::Info, sentence, Some(Offer::List(file)));
        Task::batch([toast, told])
    }

    /// The lists that arrived and are still offered.
    pub(super) fn arrivals(&self) -> impl Iterator<Item = &PathBuf> {
        self.toasts.iter().filter_map(|toast| match &toast.offer {
            Some(Offer::List(file)) => Some(file),
            _ => None,
        })
    }

    pub(super) fn read_arrived(&mut self, file: PathBuf) -> Task<Message> {
        self.toasts.retain(|toast| !matches!(&toast.offer, Some(Offer::List(offered)) if *offered == file));
        self.update(Message::Import(import::Message::FileDropped(file)))
    }

    /// Watches another folder from now on, or none.
    pub(super) fn watch(&mut self, watched: Option<PathBuf>) -> Task<Message> {
        self.watched.clone_from(&watched);
        self.import.watched(watched.clone());
        let value = watched.map(|folder| folder.display().to_string()).unwrap_or_default();
        self.change_setting("watch-folder", value)
    }

    /// Tells through the desktop what the user does not see.
    pub(super) fn announce(&self, title: String, sentence: String) -> Task<Message> {
        if self.focused {
            return Task::none();
        }
        let desktop = Arc::clone(&self.context.desktop);
        job::quick(move || {
            desktop.notify(&title, &sentence);
            Ok::<_, Failure>(())
        })
        .map(Message::Opened)
    }
}
