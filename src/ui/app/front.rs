//! What stands in front of the screens for a while: documents to look at, to print or to send.

use super::{App, Message, Offer, Screen};
use crate::domain::setting::Section;
use crate::domain::{Part, ReceiptNumber, Settings};
use crate::tr;
use crate::ui::help::Topic;
use crate::ui::hotkey::Wish;
use crate::ui::screen::{again, email, preview, print, print_all, welcome};
use crate::ui::theme::Tone;
use crate::workflow::print::Printable;
use iced::{Element, Task};

pub(super) enum Front {
    Preview(preview::Preview),
    Print(Box<print::Print>),
    PrintAll(Box<print_all::PrintAll>),
    Email(Box<email::Email>),
    Welcome(Box<welcome::Welcome>),
    Again(again::Again),
}

/// What it says.
#[derive(Debug, Clone)]
pub(crate) enum Said {
    Preview(preview::Message),
    Print(print::Message),
    PrintAll(print_all::Message),
    Email(email::Message),
    Welcome(welcome::Message),
    Again(again::Message),
}

impl Front {
    pub(super) fn title(&self) -> String {
        match self {
            Self::Preview(_) => preview::Preview::title(),
            Self::Print(_) => print::Print::title(),
            Self::PrintAll(_) => print_all::PrintAll::title(),
            Self::Email(_) => email::Email::title(),
            Self::Welcome(_) => welcome::Welcome::title(),
            Self::Again(_) => again::Again::title(),
        }
    }

    /// What there is to explain of it.
    pub(super) fn topic(&self) -> Topic {
        match self {
            Self::Preview(_) => Topic::Preview,
            Self::Print(_) => Topic::Print,
            Self::PrintAll(_) => Topic::PrintAll,
            Self::Email(_) => Topic::Email,
            Self::Again(_) => Topic::Again,
            Self::Welcome(_) => Topic::Welcome,
        }
    }

    pub(super) fn wish(&self, wish: Wish) -> Option<Said> {
        match self {
            Self::Preview(preview) => preview.wish(wish).map(Said::Preview),
            Self::Print(print) => print.wish(wish).map(Said::Print),
            Self::PrintAll(print) => print.wish(wish).map(Said::PrintAll),
            Self::Email(email) => email.wish(wish).map(Said::Email),
            Self::Welcome(_) => welcome::Welcome::wish(wish).map(Said::Welcome),
            Self::Again(_) => again::Again::wish(wish).map(Said::Again),
        }
    }

    /// Why the window should not be closed now.
    pub(super) fn holds(&self) -> Option<String> {
        match self {
            Self::Email(email) if email.is_sending() => Some(tr!("ui-close-while-sending")),
            Self::PrintAll(print) if print.is_sending() => Some(tr!("ui-close-while-printing")),
            _ => None,
        }
    }

    /// `number` is the [`App::fronts`] of now.
    pub(super) fn view(&self, number: u64) -> Element<'_, Message> {
        let said = match self {
            Self::Preview(preview) => preview.view().map(Said::Preview),
            Self::Print(print) => print.view().map(Said::Print),
            Self::PrintAll(print) => print.view().map(Said::PrintAll),
            Self::Email(email) => email.view().map(Said::Email),
            Self::Welcome(welcome) => welcome.view().map(Said::Welcome),
            Self::Again(again) => again.view().map(Said::Again),
        };
        said.map(move |said| Message::Front(number, said))
    }
}

impl App {
    pub(super) fn look_at(&mut self, name: String, subject: preview::Subject) -> Task<Message> {
        let (preview, task) = preview::Preview::new(name, subject, &self.context);
        self.put_in_front(Front::Preview(preview), task.map(Said::Preview))
    }

    pub(super) fn print_out(&mut self, document: Printable, company: String) -> Task<Message> {
        let (print, task) = print::Print::new(document, company, &self.context);
        self.put_in_front(Front::Print(Box::new(print)), task.map(Said::Print))
    }

    pub(super) fn print_all(&mut self, lines: Vec<print_all::Line>) -> Task<Message> {
        let (print, task) = print_all::PrintAll::new(lines, &self.context);
        self.put_in_front(Front::PrintAll(Box::new(print)), task.map(Said::PrintAll))
    }

    pub(super) fn send_mail(&mut self, number: ReceiptNumber, company: String) -> Task<Message> {
        let (email, task) = email::Email::new(number, company, &self.context);
        self.put_in_front(Front::Email(Box::new(email)), task.map(Said::Email))
    }

    /// Asks what an office is asked at its first start.
    pub(super) fn welcome(&mut self, settings: Settings) -> Task<Message> {
        let (welcome, task) = welcome::Welcome::new(settings, &self.context);
        self.put_in_front(Front::Welcome(Box::new(welcome)), task.map(Said::Welcome))
    }

    pub(super) fn print_again(&mut self) -> Task<Message> {
        let (again, task) = again::Again::new(&self.context);
        self.put_in_front(Front::Again(again), task.map(Said::Again))
    }

    fn put_in_front(&mut self, front: Front, task: Task<Said>) -> Task<Message> {
        self.front = Some(front);
        self.fronts += 1;
        self.of_front(task)
    }

    /// What the front says, marked as this one's.
    fn of_front(&self, task: Task<Said>) -> Task<Message> {
        let number = self.fronts;
        task.map(move |said| Message::Front(number, said))
    }

    pub(super) fn update_front(&mut self, said: Said) -> Task<Message> {
        match (said, &mut self.front) {
            (Said::Preview(message), Some(Front::Preview(preview))) => match preview.update(message) {
                preview::Action::None => Task::none(),
                preview::Action::Run(task) => self.of_front(task.map(Said::Preview)),
                preview::Action::Close => self.close_front(),
            },
            (Said::Print(message), Some(Front::Print(print))) => match print.update(message, &self.context) {
                print::Action::None => Task::none(),
                print::Action::Run(task) => self.of_front(task.map(Said::Print)),
                print::Action::Open(path) => self.open(path),
                print::Action::Marked(task, tone, sentence) => {
                    let task = self.of_front(task.map(Said::Print));
                    Task::batch([task, self.refresh(), self.tell(tone, sentence)])
                }
                print::Action::Close => self.close_front(),
            },
            (Said::PrintAll(message), Some(Front::PrintAll(print))) => match print.update(message, &self.context) {
                print_all::Action::None => Task::none(),
                print_all::Action::Run(task) => self.of_front(task.map(Said::PrintAll)),
                print_all::Action::Marked(sentence) => Task::batch([self.refresh(), self.tell(Tone::Good, sentence)]),
                print_all::Action::Close => self.close_front(),
            },
            (Said::Email(message), Some(Front::Email(email))) => match email.update(message, &self.context) {
                email::Action::None => Task::none(),
                email::Action::Run(task) => self.of_front(task.map(Said::Email)),
                email::Action::Open(path) => self.open(path),
                email::Action::Sent(task, sentence) => {
                    let task = self.of_front(task.map(Said::Email));
                    Task::batch([task, self.refresh(), self.tell(Tone::Good, sentence)])
                }
                email::Action::GoSettings => {
                    self.settings.show(Section::Mail);
                    self.go(Screen::Settings)
                }
                // a letter that was not sent stands with the receipt too
                email::Action::Close => Task::batch([self.close_front(), self.refresh()]),
            },
            (Said::Welcome(message), Some(Front::Welcome(welcome))) => match welcome.update(message, &self.context) {
                welcome::Action::None => Task::none(),
                welcome::Action::Run(task) => self.of_front(task.map(Said::Welcome)),
                welcome::Action::Begun(settings) => {
                    let told = self.tell(Tone::Good, tr!("welcome-begun", branch = settings.branch.as_str()));
                    Task::batch([self.close_front(), told, self.update(Message::SettingsLoaded(Ok(*settings)))])
                }
                welcome::Action::Practise => self.practise(),
                welcome::Action::Close => self.close_front(),
            },
            (Said::Again(message), Some(Front::Again(again))) => match again.update(message, &self.context) {
                again::Action::None => Task::none(),
                again::Action::Run(task) => self.of_front(task.map(Said::Again)),
                again::Action::Made(sentence, folder) => {
                    let told = self.toast(Tone::Good, sentence, folder.map(Offer::Folder));
                    Task::batch([told, self.refresh()])
                }
                again::Action::Print(number, copy, company) => {
                    // one comes back to print the others
                    self.behind = self.front.take();
                    self.print_out(Printable { number, part: Part::Cards, copy: Some(copy) }, company)
                }
                again::Action::Close => self.close_front(),
            },
            _ => Task::none(),
        }
    }

    fn close_front(&mut self) -> Task<Message> {
        self.front = self.behind.take();
        self.focus_list()
    }
}
