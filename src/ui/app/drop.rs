//! Files that are dropped on the window: each screen says what it takes, and all others leave them to the import.

use super::{App, Message, Screen};
use crate::ui::screen::{import, take_over};
use iced::Task;
use std::path::PathBuf;

impl App {
    pub(super) fn hovered(&mut self, hovered: bool) -> Task<Message> {
        if self.screen == Screen::TakeOver && self.front.is_none() {
            return self.update(Message::TakeOver(take_over::Message::FileHovered(hovered)));
        }
        self.update(Message::Import(import::Message::FileHovered(hovered)))
    }

    pub(super) fn dropped(&mut self, file: PathBuf) -> Task<Message> {
        if self.screen == Screen::TakeOver && self.front.is_none() {
            return self.update(Message::TakeOver(take_over::Message::FileDropped(file)));
        }
        if self.screen == Screen::Register && self.front.is_none() && self.register.drop(&file) {
            return Task::none();
        }
        (self.front, self.behind) = (None, None);
        self.screen = Screen::Import;
        self.update(Message::Import(import::Message::FileDropped(file)))
    }
}
