//! Explaining the screen one is at, and what is wrong with a list.

use super::{App, Message, Screen};
use crate::ui::help::{self, Help, Topic};
use crate::ui::hotkey::Wish;
use crate::ui::widget::walk;
use crate::ui::{job, office};
use iced::Task;

impl App {
    /// What there is to explain of what is shown.
    fn topic(&self) -> Topic {
        match (&self.front, self.screen) {
            (Some(front), _) => front.topic(),
            (None, Screen::Work) => Topic::Work,
            (None, Screen::Import) => self.import.topic(),
            (None, Screen::Register) => Topic::Register,
            (None, Screen::TakeOver) => Topic::TakeOver,
            (None, Screen::People) => Topic::People,
            (None, Screen::Companies) => Topic::Companies,
            (None, Screen::Settings) => Topic::Settings,
            (None, Screen::Template) => Topic::Template,
        }
    }

    pub(super) fn explain_screen(&mut self) -> Task<Message> {
        self.explain(Help::Screen(self.topic()))
    }

    pub(super) fn explain(&mut self, help: Help) -> Task<Message> {
        self.help = Some(help);
        // to the last thing in it, the button that closes it
        walk::previous()
    }

    pub(super) fn wish_of_help(&mut self, wish: Wish) -> Task<Message> {
        Help::wish(wish).map_or_else(Task::none, |message| self.update_help(&message))
    }

    /// Shows the guide, from the office's folder: that of practice goes away with practice.
    pub(super) fn open_guide(&self) -> Task<Message> {
        let folder = self.folder.clone();
        job::quick(move || office::guide(&folder)).map(Message::GuideWritten)
    }

    pub(super) fn update_help(&mut self, message: &help::Message) -> Task<Message> {
        match message {
            help::Message::Guide => self.open_guide(),
            help::Message::Close => {
                self.help = None;
                Task::none()
            }
        }
    }
}
