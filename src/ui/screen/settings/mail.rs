//! The password of the mail server, which the system keeps, and a test of it all.

use crate::domain::Settings as Office;
use crate::domain::mail::MailSettings;
use crate::i18n;
use crate::tr;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Event, Failure, Handle, Report};
use crate::ui::office::{self, Context};
use crate::ui::screen::explained;
use crate::ui::theme::{Tone, space, style};
use crate::ui::widget::{action, caption, input, note, quiet_action};
use crate::workflow::email::password::Known;
use iced::widget::{column, row};
use iced::{Element, Task};

const PASSWORD: &str = "mail-password";
const TEST_TO: &str = "mail-test-to";

pub(super) struct Mail {
    /// What is known of the password of the saved settings; `None` while the system is asked.
    known: Option<Known>,
    password: String,
    to: String,
    test: Test,
    trouble: Option<Failure>,
}

enum Test {
    None,
    Sending(Handle, Option<Report>),
    Sent(String),
    Failed(Failure),
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Known(Result<Known, Failure>),
    PasswordTyped(String),
    Keep,
    Forget,
    ToTyped(String),
    Test,
    Tested(Event<String>),
    Cancel,
}

impl Mail {
    pub(super) fn new() -> Self {
        Self { known: None, password: String::new(), to: String::new(), test: Test::None, trouble: None }
    }

    /// Asks the system whether it keeps a password for these settings.
    pub(super) fn ask(&mut self, saved: &Office) -> Task<Message> {
        self.known = None;
        let mail = saved.mail.clone();
        job::quick(move || Ok::<_, Failure>(office::password_known(&mail))).map(Message::Known)
    }

    pub(super) fn update(&mut self, message: Message, draft: &MailSettings, context: &Context) -> Task<Message> {
        match message {
            Message::Known(Ok(known)) => {
                self.known = Some(known);
                self.trouble = None;
            }
            Message::Known(Err(failure)) => self.trouble = Some(failure),
            Message::PasswordTyped(text) => self.password = text,
            Message::Keep if !self.password.is_empty() => {
                // what was typed is held here no longer than it takes to hand it over
                let (folder, password) = (context.folder.clone(), std::mem::take(&mut self.password));
                return job::quick(move || office::keep_password(&folder, &password)).map(Message::Known);
            }
            Message::Forget => {
                let folder = context.folder.clone();
                return job::quick(move || office::forget_password(&folder)).map(Message::Known);
            }
            Message::ToTyped(text) => self.to = text,
            Message::Test if !matches!(self.test, Test::Sending(..)) => {
                let (mail, to, password) = (draft.clone(), self.to.clone(), self.password.clone());
                let (handle, task) = job::start(move |progress| office::send_test(&mail, &to, &password, progress));
                self.test = Test::Sending(handle, None);
                return task.map(Message::Tested);
            }
            Message::Tested(Event::Progress(now)) => {
                if let Test::Sending(_, report) = &mut self.test {
                    *report = Some(now);
                }
            }
            Message::Tested(Event::Finished(Ok(to))) => self.test = Test::Sent(to),
            Message::Tested(Event::Finished(Err(Failure::Cancelled))) => self.test = Test::None,
            Message::Tested(Event::Finished(Err(failure))) => self.test = Test::Failed(failure),
            Message::Cancel => {
                if let Test::Sending(handle, _) = &self.test {
                    handle.cancel();
                }
            }
            Message::Keep | Message::Test => {}
        }
        Task::none()
    }

    /// The password: what is known of it, and how it is given to the system. `saved`: whether the server and the user are.
    pub(super) fn password(&self, saved: bool) -> Element<'_, Message> {
        let (tone, words) = match self.known {
            None => (Tone::Info, tr!("ui-mail-password-asking")),
            Some(Known::NotNeeded) => return caption(tr!("ui-mail-password-not-needed")).into(),
            Some(Known::Environment) => (Tone::Good, tr!("ui-mail-password-environment")),
            Some(Known::Kept) => (Tone::Good, tr!("ui-mail-password-kept")),
            Some(Known::Missing) => (Tone::Warn, tr!("ui-mail-password-missing")),
            Some(Known::NoKeyring) => (Tone::Warn, tr!("ui-mail-password-no-keyring")),
            Some(Known::Locked) => (Tone::Warn, tr!("ui-mail-password-locked")),
        };
        let can_keep = saved && self.known != Some(Known::NoKeyring);
        let ready = (can_keep && !self.password.is_empty()).then_some(Message::Keep);
        let typed = input(PASSWORD, &tr!("ui-mail-password"), &self.password, false, Message::PasswordTyped)
            .on_submit_maybe(ready.clone())
            .secure(true);
        let keep = action(Icon::Save, tr!("ui-mail-password-keep"), style::secondary, ready);
        let forget = (self.known == Some(Known::Kept))
            .then(|| quiet_action(Icon::X, tr!("ui-mail-password-forget"), Some(Message::Forget)));
        let first = (!saved).then(|| caption(tr!("ui-mail-password-save-first")));
        let icon = if tone == Tone::Good { Icon::CircleCheck } else { Icon::Info };
        column![note(tone, icon, words), row![typed].push(can_keep.then_some(keep)).spacing(space::S)]
            .push(first)
            .push(forget)
            .push(self.trouble.as_ref().map(|failure| explained(failure, Tone::Bad)))
            .spacing(space::S)
            .into()
    }

    /// A letter to try the settings as they are typed.
    pub(super) fn test<'a>(&'a self, draft: &MailSettings) -> Element<'a, Message> {
        let sending = matches!(self.test, Test::Sending(..));
        let ready = (draft.has_server() && !sending).then_some(Message::Test);
        let to =
            input(TEST_TO, &tr!("ui-mail-test-to"), &self.to, false, Message::ToTyped).on_submit_maybe(ready.clone());
        let send = action(Icon::Mail, tr!("ui-mail-test-send"), style::secondary, ready);
        let below: Option<Element<'a, Message>> = match &self.test {
            Test::None => (!draft.has_server()).then(|| caption(tr!("ui-mail-test-no-server")).into()),
            Test::Sending(handle, report) => {
                let words = match report {
                    _ if handle.is_cancelled() => tr!("ui-cancelling"),
                    None => tr!("stage-connecting"),
                    Some(report) => i18n::stage(report.stage),
                };
                let cancel = quiet_action(Icon::X, tr!("ui-cancel"), Some(Message::Cancel));
                Some(row![note(Tone::Info, Icon::Mail, words), cancel].spacing(space::S).into())
            }
            Test::Sent(to) => {
                Some(note(Tone::Good, Icon::CircleCheck, tr!("ui-mail-test-sent", to = to.as_str())).into())
            }
            Test::Failed(failure) => Some(explained(failure, Tone::Bad)),
        };
        column![row![to, send].spacing(space::S)].push(below).spacing(space::S).into()
    }
}
