//! Cards and receipt go to the company by e-mail: to whom, by which way, and what became of it.

mod view;

pub(crate) use view::letter;

use crate::domain::ReceiptNumber;
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::job::{self, Event, Failure, Handle, Report};
use crate::ui::office::{self, Context};
use crate::workflow::email::Prepared;
use iced::Task;
use std::path::PathBuf;

pub(crate) struct Email {
    number: ReceiptNumber,
    company: String,
    /// What is known of the letter; `None` until it was looked up.
    prepared: Option<Box<Prepared>>,
    to: String,
    /// Whether the address becomes the company's.
    keep_address: bool,
    password: String,
    step: Step,
    trouble: Option<Failure>,
}

enum Step {
    Writing,
    Sending {
        handle: Handle,
        report: Option<Report>,
    },
    Drafting,
    /// To this address.
    Sent(String),
    Drafted,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Prepared(Result<Box<Prepared>, Failure>),
    ToTyped(String),
    KeepToggled(bool),
    PasswordTyped(String),
    Send,
    Sent(Event<String>),
    Cancel,
    Draft,
    Drafted(Result<PathBuf, Failure>),
    Retry,
    GoSettings,
    Close,
}

pub(crate) enum Action {
    None,
    Run(Task<Message>),
    /// Show this in its program.
    Open(PathBuf),
    /// The letter left; the receipt has another status.
    Sent(Task<Message>, String),
    GoSettings,
    Close,
}

const TO: &str = "email-to";
const PASSWORD: &str = "email-password";

impl Email {
    pub(crate) fn new(number: ReceiptNumber, company: String, context: &Context) -> (Self, Task<Message>) {
        let email = Self {
            number,
            company,
            prepared: None,
            to: String::new(),
            keep_address: false,
            password: String::new(),
            step: Step::Writing,
            trouble: None,
        };
        let task = email.prepare(context);
        (email, task)
    }

    pub(crate) fn title() -> String {
        tr!("ui-send-mail")
    }

    fn prepare(&self, context: &Context) -> Task<Message> {
        let (folder, number) = (context.folder.clone(), self.number.clone());
        job::quick(move || office::prepare_mail(&folder, &number).map(Box::new)).map(Message::Prepared)
    }

    /// A key of the window's table.
    pub(crate) fn wish(&self, wish: Wish) -> Option<Message> {
        Some(match wish {
            Wish::Cancel if self.is_sending() => Message::Cancel,
            Wish::Cancel => Message::Close,
            Wish::Issue if self.prepared.as_ref().is_some_and(|prepared| !prepared.has_server) => Message::Draft,
            Wish::Issue => Message::Send,
            _ => return None,
        })
    }

    /// Whether a letter is under way: then the window is not closed over it.
    pub(crate) fn is_sending(&self) -> bool {
        matches!(self.step, Step::Sending { .. })
    }

    fn is_free(&self) -> bool {
        !matches!(self.step, Step::Sending { .. } | Step::Drafting)
    }

    fn asks_password(&self) -> bool {
        self.prepared.as_ref().is_some_and(|prepared| prepared.password.is_asked())
    }

    fn can_draft(&self) -> bool {
        self.is_free() && self.prepared.is_some() && !self.to.trim().is_empty()
    }

    fn can_send(&self) -> bool {
        self.can_draft()
            && self.prepared.as_ref().is_some_and(|prepared| prepared.has_server)
            && (!self.asks_password() || !self.password.is_empty())
    }

    pub(crate) fn update(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::Prepared(Ok(prepared)) => {
                if self.prepared.is_none() {
                    self.to = prepared.to.clone().unwrap_or_default();
                    self.keep_address = prepared.to.is_none();
                }
                self.prepared = Some(prepared);
            }
            Message::Prepared(Err(failure)) => self.trouble = Some(failure),
            Message::ToTyped(text) => self.to = text,
            Message::KeepToggled(keep) => self.keep_address = keep,
            Message::PasswordTyped(text) => self.password = text,
            Message::Send if self.can_send() => {
                self.trouble = None;
                let (folder, today) = (context.folder.clone(), (context.today)());
                let letter = self.letter();
                let (handle, task) = job::start(move |progress| office::send_mail(&folder, &letter, today, progress));
                self.step = Step::Sending { handle, report: None };
                return Action::Run(task.map(Message::Sent));
            }
            Message::Sent(Event::Progress(now)) => {
                if let Step::Sending { report, .. } = &mut self.step {
                    *report = Some(now);
                }
            }
            Message::Sent(Event::Finished(Ok(to))) => {
                self.password.clear();
                let sentence = tr!("email-sent", to = to.as_str());
                self.step = Step::Sent(to);
                return Action::Sent(self.prepare(context), sentence);
            }
            Message::Sent(Event::Finished(Err(failure))) => {
                self.step = Step::Writing;
                self.trouble = Some(failure);
                // what became of it is in the list all the same
                return Action::Run(self.prepare(context));
            }
            Message::Cancel => {
                if let Step::Sending { handle, .. } = &self.step {
                    handle.cancel();
                }
            }
            Message::Draft if self.can_draft() => {
                self.trouble = None;
                self.step = Step::Drafting;
                let (folder, letter) = (context.folder.clone(), self.letter());
                return Action::Run(job::quick(move || office::draft_mail(&folder, &letter)).map(Message::Drafted));
            }
            Message::Drafted(Ok(file)) => {
                self.step = Step::Drafted;
                return Action::Open(file);
            }
            Message::Drafted(Err(failure)) => {
                self.step = Step::Writing;
                self.trouble = Some(failure);
            }
            Message::Retry => {
                self.trouble = None;
                return Action::Run(self.prepare(context));
            }
            Message::GoSettings => return Action::GoSettings,
            Message::Close if !self.is_sending() => return Action::Close,
            Message::Send | Message::Draft | Message::Close => {}
        }
        Action::None
    }

    fn letter(&self) -> office::Letter {
        let known = self.prepared.as_ref().and_then(|prepared| prepared.to.as_deref());
        let to = self.to.trim().to_owned();
        let keep_address = self.keep_address && known != Some(to.as_str());
        office::Letter { number: self.number.clone(), to, keep_address, password: self.password.clone() }
    }
}
