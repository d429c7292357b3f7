//! The letter as it will leave.

use super::{Email, Message, PASSWORD, Step, TO};
use crate::domain::life::{LetterRecord, LetterState};
use crate::i18n;
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::screen::explained;
use crate::ui::theme::{BOLD, Tone, measure, space, style};
use crate::ui::widget::{
    action, body, caption, field, figure, hint, input, line, muted, note, panel, progress, quiet_action, tick, title,
};
use crate::workflow::email::Prepared;
use crate::workflow::email::password::Known;
use chrono::Local;
use iced::widget::{Column, column, container, row, scrollable};
use iced::{Element, Fill};

impl Email {
    pub(crate) fn view(&self) -> Element<'_, Message> {
        let trouble = self.trouble.as_ref().map(|failure| explained(failure, Tone::Bad));
        let content: Element<'_, Message> = match &self.prepared {
            Some(prepared) => self.letter_panel(prepared),
            None if self.trouble.is_some() => {
                action(Icon::Undo, tr!("ui-retry"), style::secondary, Some(Message::Retry))
            }
            None => muted(tr!("ui-send-mail-asking")).into(),
        };
        let letters = self.prepared.as_ref().filter(|prepared| !prepared.letters.is_empty()).map(|prepared| {
            let lines = prepared.letters.iter().rev().map(letter);
            panel(tr!("ui-send-mail-before"), Column::with_children(lines).spacing(space::XS))
        });
        let content = column![content]
            .push(letters)
            .spacing(space::L)
            .max_width(measure::FORM + space::L)
            .padding(iced::padding::right(space::L));
        column![self.header()]
            .push(trouble)
            .push(scrollable(content).height(Fill).style(style::scroll))
            .spacing(space::L)
            .into()
    }

    fn header(&self) -> Element<'_, Message> {
        let close = (!self.is_sending()).then_some(Message::Close);
        let back = quiet_action(Icon::ArrowLeft, tr!("ui-preview-back"), close);
        row![
            column![title(Self::title()), line(format!("{} · {}", self.number, self.company)).tone(Tone::Muted)]
                .spacing(space::XS)
                .width(Fill),
            hint(back, tr!("ui-preview-back-hint"), Some(Wish::Cancel)),
        ]
        .spacing(space::M)
        .align_y(iced::Center)
        .into()
    }

    fn letter_panel<'a>(&'a self, prepared: &'a Prepared) -> Element<'a, Message> {
        let main = if prepared.has_server { Message::Send } else { Message::Draft };
        let to = input(TO, &tr!("ui-send-mail-to-example"), &self.to, false, Message::ToTyped)
            .on_submit_maybe((self.can_draft()).then_some(main));
        let other = prepared.to.as_deref() != Some(self.to.trim()) && !self.to.trim().is_empty();
        let keep = other.then(|| tick(tr!("ui-send-mail-keep"), self.keep_address, Message::KeepToggled));
        let names = prepared.attachments.iter().map(|(name, bytes)| {
            let size = tr!("ui-send-mail-size", size = figure(bytes.div_ceil(1024)));
            row![Icon::FileText.toned(Tone::Muted), body(name.as_str()), caption(size)]
                .spacing(space::S)
                .align_y(iced::Center)
                .into()
        });
        let words = container(
            column![body(prepared.subject.as_str()).font(BOLD), muted(prepared.body.trim_end())].spacing(space::S),
        )
        .padding(space::M)
        .width(Fill)
        .style(style::desk);
        let content = column![field(tr!("ui-send-mail-to"), to, None, Fill)]
            .push(keep)
            .push(words)
            .push(Column::with_children(names).spacing(space::XS))
            .push(self.password(prepared))
            .push(self.step(prepared))
            .push(self.buttons(prepared))
            .spacing(space::L);
        panel(tr!("ui-send-mail-letter"), content).into()
    }

    fn password<'a>(&'a self, prepared: &Prepared) -> Option<Element<'a, Message>> {
        let why = match prepared.password {
            Known::NotNeeded | Known::Environment | Known::Kept => return None,
            Known::Missing => tr!("ui-send-mail-password-missing"),
            Known::NoKeyring => tr!("ui-mail-password-no-keyring"),
            Known::Locked => tr!("ui-mail-password-locked"),
        };
        let typed = input(PASSWORD, "", &self.password, false, Message::PasswordTyped)
            .secure(true)
            .on_submit_maybe(self.can_send().then_some(Message::Send))
            .width(measure::FIELD_SEARCH);
        Some(column![field(tr!("ui-mail-password"), typed, None, Fill), caption(why)].spacing(space::XS).into())
    }

    fn step<'a>(&'a self, prepared: &Prepared) -> Option<Element<'a, Message>> {
        Some(match &self.step {
            Step::Writing | Step::Drafting if prepared.has_server => return None,
            Step::Writing | Step::Drafting => note(Tone::Info, Icon::Info, tr!("ui-send-mail-no-server")).into(),
            Step::Sending { handle, report } => {
                let word = match report {
                    _ if handle.is_cancelled() => tr!("ui-cancelling"),
                    None => tr!("stage-connecting"),
                    Some(report) => i18n::stage(report.stage),
                };
                progress(format!("{word}…"), None).into()
            }
            Step::Sent(to) => note(Tone::Good, Icon::CircleCheck, tr!("email-sent", to = to.as_str())).into(),
            Step::Drafted => note(Tone::Good, Icon::CircleCheck, tr!("ui-send-mail-drafted")).into(),
        })
    }

    fn buttons(&self, prepared: &Prepared) -> Element<'_, Message> {
        if let Step::Sending { handle, .. } = &self.step {
            let cancel = (!handle.is_cancelled()).then_some(Message::Cancel);
            let cancel = action(Icon::X, tr!("ui-cancel"), style::secondary, cancel);
            return hint(cancel, tr!("ui-send-mail-cancel-hint"), Some(Wish::Cancel));
        }
        let draft = self.can_draft().then_some(Message::Draft);
        if !prepared.has_server {
            let draft = action(Icon::Mail, tr!("ui-send-mail-draft"), style::primary, draft);
            let settings = quiet_action(Icon::Settings, tr!("ui-send-mail-settings"), Some(Message::GoSettings));
            return row![hint(draft, tr!("ui-send-mail-draft-hint"), Some(Wish::Issue)), settings]
                .spacing(space::S)
                .into();
        }
        let send =
            action(Icon::Mail, tr!("ui-send-mail-now"), style::primary, self.can_send().then_some(Message::Send));
        let draft = quiet_action(Icon::FileText, tr!("ui-send-mail-draft"), draft);
        row![
            hint(send, tr!("ui-send-mail-now-hint"), Some(Wish::Issue)),
            hint(draft, tr!("ui-send-mail-draft-hint"), None)
        ]
        .spacing(space::S)
        .into()
    }
}

/// What became of an earlier letter.
pub(crate) fn letter<'a, M: 'a>(letter: &LetterRecord) -> Element<'a, M> {
    let tone = match letter.state {
        LetterState::Sent => Tone::Good,
        LetterState::Failed => Tone::Bad,
        LetterState::Unsure | LetterState::Sending => Tone::Warn,
    };
    let at = letter.at.with_timezone(&Local).format("%d-%m-%Y %H:%M");
    row![
        Icon::Mail.toned(tone),
        body(i18n::letter_state(letter.state)).font(BOLD),
        caption(format!("{at} · {} · {}", letter.actor, letter.to))
    ]
    .spacing(space::S)
    .align_y(iced::Center)
    .into()
}
