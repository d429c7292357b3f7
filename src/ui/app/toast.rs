//! What is told in passing, at the top of the window.

use super::{App, Message};
use crate::ui::job;
use crate::ui::theme::Tone;
use iced::Task;
use std::path::PathBuf;
use std::time::Duration;

/// How long a toast stays.
const STAYS: Duration = Duration::from_secs(if cfg!(test) { 0 } else { 6 });

pub(super) struct Toast {
    pub(super) id: u64,
    pub(super) tone: Tone,
    pub(super) sentence: String,
    /// What can be done about it.
    pub(super) offer: Option<Offer>,
}

/// What a toast offers.
pub(super) enum Offer {
    /// Show this folder.
    Folder(PathBuf),
    /// Read this list, which has just arrived.
    List(PathBuf),
}

impl App {
    pub(super) fn tell(&mut self, tone: Tone, sentence: String) -> Task<Message> {
        self.toast(tone, sentence, None)
    }

    pub(super) fn toast(&mut self, tone: Tone, sentence: String, offer: Option<Offer>) -> Task<Message> {
        let id = self.next_toast;
        self.next_toast += 1;
        // a list that arrived waits until somebody has seen it
        let stays = matches!(offer, Some(Offer::List(_)));
        self.toasts.push(Toast { id, tone, sentence, offer });
        if stays { Task::none() } else { job::later(STAYS, Message::CloseToast(id)) }
    }

    pub(super) fn close_toast(&mut self, id: u64) {
        self.toasts.retain(|toast| toast.id != id);
    }
}
