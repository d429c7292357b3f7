//! The settings as they are typed: each as text, until it is saved.

use crate::domain::Settings as Office;
use crate::domain::setting::{self, Kind, Setting, Wanted, Wrong};
use crate::tr;
use iced::widget::text_editor;
use std::collections::BTreeMap;
use std::path::Path;

pub(super) struct Typed {
    texts: BTreeMap<&'static str, String>,
    /// Those of several lines, with their cursors.
    editors: BTreeMap<&'static str, text_editor::Content>,
}

/// As people here write it.
fn shown(setting: &Setting, text: &str) -> String {
    match setting.kind {
        Kind::Millimetres => text.replace('.', &tr!("ui-decimal")),
        _ => text.trim_end().to_owned(),
    }
}

impl Typed {
    pub(super) fn of(office: &Office) -> Self {
        let mut typed = Self { texts: BTreeMap::new(), editors: BTreeMap::new() };
        for (setting, text) in setting::texts(office) {
            typed.put(setting, &text);
        }
        typed
    }

    /// Another value that nobody typed.
    pub(super) fn put(&mut self, setting: &Setting, text: &str) {
        let text = shown(setting, text);
        if matches!(setting.kind, Kind::Lines | Kind::Text) {
            self.editors.insert(setting.name, text_editor::Content::with_text(&text));
        }
        self.texts.insert(setting.name, text);
    }

    /// Another language is spoken, which writes numbers otherwise.
    pub(super) fn reword(&mut self) {
        for setting in setting::ALL.iter().filter(|setting| setting.kind == Kind::Millimetres) {
            if let Some(text) = self.texts.get_mut(setting.name) {
                *text = text.replace([',', '.'], &tr!("ui-decimal"));
            }
        }
    }

    pub(super) fn typed(&mut self, setting: &Setting, text: String) {
        self.texts.insert(setting.name, text);
    }

    pub(super) fn edit(&mut self, setting: &Setting, action: text_editor::Action) {
        if let Some(editor) = self.editors.get_mut(setting.name) {
            editor.perform(action);
            self.texts.insert(setting.name, editor.text().trim_end().to_owned());
        }
    }

    pub(super) fn text(&self, setting: &Setting) -> &str {
        self.texts.get(setting.name).map(String::as_str).unwrap_or_default()
    }

    pub(super) fn editor(&self, setting: &Setting) -> Option<&text_editor::Content> {
        self.editors.get(setting.name)
    }

    /// What is wrong with what is typed; a new logo is the full path of a picture.
    pub(super) fn wrong(&self, setting: &Setting, saved: &Office) -> Option<Wrong> {
        let text = self.text(setting).trim();
        if setting.kind == Kind::Logo {
            let there = saved.logo.as_deref().unwrap_or_default();
            return (text != there && !text.is_empty() && !Path::new(text).is_absolute()).then_some(Wrong::Folder);
        }
        setting.wrong(text)
    }

    /// Everything that is typed otherwise than it was saved.
    pub(super) fn wanted(&self, saved: &Office) -> Vec<Wanted> {
        let pairs = setting::texts(saved).into_iter().map(|(setting, text)| (setting, shown(setting, &text)));
        let other = pairs.filter(|(setting, text)| self.text(setting).trim_end() != text.as_str());
        other.map(|(setting, _)| (setting, self.text(setting).to_owned())).collect()
    }

    /// The settings as they would be; what is wrong stays as it was saved.
    pub(super) fn office(&self, saved: &Office) -> Office {
        let wanted = self.wanted(saved);
        let right = wanted.iter().filter(|(setting, _)| self.wrong(setting, saved).is_none());
        let right = right.filter(|(setting, _)| setting.kind != Kind::Logo);
        setting::with(saved, right.map(|(setting, text)| (*setting, text.as_str()))).unwrap_or_else(|_| saved.clone())
    }
}
