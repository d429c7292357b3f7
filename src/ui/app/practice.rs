//! Going into practice, and out of it.

use super::{App, Message, Screen};
use crate::tr;
use crate::ui::screen::{companies, import, people, register, take_over, work};
use crate::ui::theme::Tone;
use crate::ui::{job, office};
use crate::workflow::practice;
use iced::Task;

impl App {
    /// Goes on, or begins, with a list to learn with, in a folder of its own: nothing of it reaches the register.
    pub(super) fn practise(&mut self) -> Task<Message> {
        if self.import.is_issuing() {
            return self.tell(Tone::Warn, tr!("ui-close-while-issuing"));
        }
        (self.front, self.behind) = (None, None);
        let lender = (!self.practice).then(|| self.folder.clone());
        if lender.is_some() {
            self.practice = true;
            self.context.folder = practice::folder(&self.folder);
            self.forget();
        }
        self.screen = Screen::Import;
        self.import.practise(lender, &self.context).map(Message::Import)
    }

    pub(super) fn leave_practice(&mut self) -> Task<Message> {
        if self.import.is_issuing() {
            return self.tell(Tone::Warn, tr!("ui-close-while-issuing"));
        }
        self.practice = false;
        self.context.folder.clone_from(&self.folder);
        self.import = import::Import::new();
        self.forget();
        self.screen = Screen::Work;
        Task::batch([self.load(), self.end_practice()])
    }

    /// Takes away what practice made, however it came to its end.
    pub(super) fn end_practice(&self) -> Task<Message> {
        let office = self.folder.clone();
        job::quick(move || office::end_practice(&office)).map(Message::PracticeEnded)
    }

    /// What the screens show is of another folder.
    fn forget(&mut self) {
        self.register = register::Register::new();
        self.take_over = take_over::TakeOver::new();
        self.people = people::People::new();
        self.companies = companies::Companies::new();
        self.work = work::Work::new();
    }
}
