//! What a setting is changed with, by its kind.

use super::{Message, Settings};
use crate::domain::setting::{Kind, Setting, Wrong};
use crate::i18n;
use crate::tr;
use crate::ui::icon::Icon;
use crate::ui::theme::{SANS, measure, space, style, text as size};
use crate::ui::widget::{action, body, caption, complaint, input, quiet_action, segments, tick};
use iced::widget::{Column, column, container, row, text_editor};
use iced::{Element, Fill};

/// Something with its name and what it is for at the left, and what changes it at the right.
pub(super) fn entry<'a, M: 'a>(
    name: String,
    explanation: String,
    control: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    let words: Column<'a, M> = column![body(name), caption(explanation)].spacing(space::HAIR);
    row![words.width(measure::LABEL), container(control).width(Fill)].spacing(space::XL).into()
}

impl Settings {
    /// A setting with its name, what it is for, and what changes it.
    pub(super) fn entry(&self, setting: &'static Setting) -> Element<'_, Message> {
        let (name, explanation) = i18n::setting(setting);
        entry(name, explanation, self.control(setting))
    }

    /// What changes a setting, and under it what is wrong.
    pub(super) fn control(&self, setting: &'static Setting) -> Element<'_, Message> {
        let text = self.typed.text(setting);
        let wrong = self.typed.wrong(setting, self.before());
        let example = i18n::setting_example(setting).unwrap_or_default();
        let field = |text: &str| {
            input(setting.name, &example, text, wrong.is_some(), move |text| Message::Typed(setting, text))
        };
        let control: Element<'_, Message> = match setting.kind {
            Kind::Switch => {
                let word = i18n::setting_choice(setting, "tick");
                tick(word, text == "yes", move |on| Message::Typed(setting, if on { "yes" } else { "no" }.into()))
            }
            Kind::Choice(keys) => {
                let choices = keys.iter().map(|key| (*key, icon_of(key), i18n::setting_choice(setting, key)));
                let chosen = keys.iter().find(|key| **key == text).copied().unwrap_or_default();
                segments(choices, chosen, move |key: &'static str| Message::Typed(setting, key.into()))
            }
            Kind::Count(..) | Kind::Port => field(text).width(measure::FIELD_SHORT).into(),
            Kind::Millimetres => field(text).width(measure::FIELD_NARROW).into(),
            Kind::Lines | Kind::Text => self.lines(setting, example.clone()),
            Kind::Folder => {
                let choose = action(Icon::Folder, tr!("ui-choose"), style::secondary, Some(Message::Choose(setting)));
                row![field(text), choose].spacing(space::S).into()
            }
            Kind::Logo => self.logo(setting, text, field),
            // those with a part of their own can still be written
            Kind::Line | Kind::Pattern | Kind::Template | Kind::Holidays | Kind::Calibrations => field(text).into(),
        };
        let said: Option<Element<'_, Message>> = match (&wrong, setting.kind) {
            (Some(Wrong::Folder), Kind::Logo) => Some(complaint(tr!("ui-settings-logo-wrong"))),
            (Some(wrong), _) => Some(complaint(i18n::setting_wrong(wrong))),
            (None, Kind::Pattern) => {
                let example = crate::domain::office::number(text.trim(), 7, 2026).unwrap_or_default();
                Some(caption(tr!("ui-settings-pattern-becomes", example = example)).into())
            }
            (None, Kind::Text) => Some(caption(tr!("ui-settings-mail-placeholders")).into()),
            (None, Kind::Folder | Kind::Logo) if self.no_dialog => Some(caption(tr!("ui-no-dialog")).into()),
            _ => None,
        };
        column![control].push(said).spacing(space::XS).into()
    }

    fn lines(&self, setting: &'static Setting, example: String) -> Element<'_, Message> {
        let Some(content) = self.typed.editor(setting) else { return caption("").into() };
        let high = if setting.kind == Kind::Text { 2.5 } else { 1.0 };
        text_editor(content)
            .id(setting.name)
            .placeholder(example)
            .on_action(move |action| Message::Edited(setting, action))
            .font(SANS)
            .size(size::BODY)
            .padding(space::M)
            .height(measure::EDITOR * high)
            .style(style::editor)
            .into()
    }

    /// The logo as it is, and a field for another one.
    fn logo<'a>(
        &'a self,
        setting: &'static Setting,
        text: &'a str,
        field: impl Fn(&str) -> iced::widget::TextInput<'a, Message>,
    ) -> Element<'a, Message> {
        let there = self.before().logo.as_deref();
        let new = if Some(text) == there { "" } else { text };
        let choose = action(Icon::Folder, tr!("ui-choose"), style::secondary, Some(Message::Choose(setting)));
        let state: Element<'_, Message> = if there.is_some() && !text.is_empty() {
            let remove = Message::LogoRemoved(setting);
            row![
                caption(tr!("ui-settings-logo-set")),
                quiet_action(Icon::X, tr!("ui-settings-logo-remove"), Some(remove))
            ]
            .spacing(space::S)
            .align_y(iced::Center)
            .into()
        } else {
            caption(tr!("ui-settings-logo-none")).into()
        };
        column![row![field(new), choose].spacing(space::S), state].spacing(space::XS).into()
    }
}

fn icon_of(key: &str) -> Option<Icon> {
    Some(match key {
        "system" => Icon::Monitor,
        "light" => Icon::Sun,
        "dark" => Icon::Moon,
        _ => return None,
    })
}
