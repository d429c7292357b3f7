//! How the office sends e-mail, and in which words.

use super::entry;
use crate::domain::mail::{MailSettings, Security};
use crate::tr;
use crate::ui::theme::{SANS, measure, space, style, text as size};
use crate::ui::widget::{caption, input, panel, segments};
use iced::Element;
use iced::widget::{column, row, text_editor};

/// What is typed, with the cursor that a field of several lines needs.
pub(super) struct Mail {
    settings: MailSettings,
    port: String,
    body: text_editor::Content,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    ServerTyped(String),
    PortTyped(String),
    SecurityChosen(Security),
    UserTyped(String),
    SenderTyped(String),
    SubjectTyped(String),
    BodyEdited(text_editor::Action),
}

impl Mail {
    pub(super) fn new(settings: &MailSettings) -> Self {
        Self {
            port: settings.port.map(|port| port.to_string()).unwrap_or_default(),
            body: text_editor::Content::with_text(settings.body.trim_end()),
            settings: settings.clone(),
        }
    }

    /// As typed; a port that is none is left out.
    pub(super) fn filled_in(&self) -> MailSettings {
        let body = self.body.text().trim_end().to_owned() + "\n";
        MailSettings { port: self.port.trim().parse().ok(), body, ..self.settings.clone() }
    }

    fn port_is_wrong(&self) -> bool {
        let typed = self.port.trim();
        !typed.is_empty() && !typed.parse::<u16>().is_ok_and(|port| port > 0)
    }

    pub(super) fn is_wrong(&self) -> bool {
        self.port_is_wrong()
    }

    pub(super) fn update(&mut self, message: Message) {
        match message {
            Message::ServerTyped(text) => self.settings.server = text,
            Message::PortTyped(text) => self.port = text,
            Message::SecurityChosen(security) => self.settings.security = security,
            Message::UserTyped(text) => self.settings.user = text,
            Message::SenderTyped(text) => self.settings.sender = text,
            Message::SubjectTyped(text) => self.settings.subject = text,
            Message::BodyEdited(action) => self.body.perform(action),
        }
    }

    pub(super) fn view(&self) -> Element<'_, Message> {
        let settings = &self.settings;
        let line = |id, placeholder: &str, value: &str, message: fn(String) -> Message| {
            input(id, placeholder, value, false, message)
        };
        let port = settings.security.port().to_string();
        let port = input("settings-mail-port", &port, &self.port, self.port_is_wrong(), Message::PortTyped)
            .width(measure::FIELD_PAGE);
        let ways = [(Security::StartTls, None, "STARTTLS".to_owned()), (Security::Tls, None, "TLS".to_owned())];
        let server = row![
            line("settings-mail-server", "smtp.contoh.go.id", &settings.server, Message::ServerTyped),
            port,
            segments(ways, settings.security, Message::SecurityChosen),
        ]
        .spacing(space::S)
        .align_y(iced::Center);
        let body = text_editor(&self.body)
            .id("settings-mail-body")
            .on_action(Message::BodyEdited)
            .font(SANS)
            .size(size::BODY)
            .padding(space::M)
            .height(measure::EDITOR * 2.0)
            .style(style::editor);
        let words = column![
            line("settings-mail-subject", "", &settings.subject, Message::SubjectTyped),
            body,
            caption(tr!("ui-settings-mail-placeholders")),
        ];
        panel(
            tr!("ui-settings-mail"),
            column![
                entry(tr!("ui-settings-mail-server"), tr!("ui-settings-mail-server-note"), server),
                entry(
                    tr!("ui-settings-mail-user"),
                    tr!("ui-settings-mail-user-note"),
                    line("settings-mail-user", "", &settings.user, Message::UserTyped)
                ),
                entry(
                    tr!("ui-settings-mail-sender"),
                    tr!("ui-settings-mail-sender-note"),
                    line("settings-mail-sender", "kantor@contoh.go.id", &settings.sender, Message::SenderTyped)
                ),
                entry(tr!("ui-settings-mail-words"), tr!("ui-settings-mail-words-note"), words.spacing(space::S)),
            ]
            .spacing(space::L),
        )
        .into()
    }
}
