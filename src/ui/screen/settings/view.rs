//! The screen: its parts at the left, what one of them holds or the search found at the right.

use super::control::entry;
use super::transfer::in_a_line;
use super::{Message, SEARCH, Settings};
use crate::domain::Paper;
use crate::domain::setting::{self, Kind, Section, Setting, Wanted};
use crate::i18n;
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::theme::{Tone, measure, space, style};
use crate::ui::widget::{
    action, badge, body, caption, complaint, field, hero, hint, input, muted, panel, quiet_action, reachable, title,
};
use crate::workflow::places_on;
use chrono::Local;
use iced::widget::{Column, Row, Space, button, center, column, container, row, scrollable};
use iced::{Element, Fill};

/// What stands together: the settings that it changes, other words by which it is found, and what is shown.
struct Part<'a> {
    about: Vec<&'static Setting>,
    words: String,
    shown: Element<'a, Message>,
    /// A panel of its own.
    apart: bool,
}

impl Part<'_> {
    fn is_about(&self, search: &str) -> bool {
        let words = self.words.to_lowercase();
        let said = search.to_lowercase().split_whitespace().all(|word| words.contains(word));
        (!self.words.is_empty() && said) || self.about.iter().any(|setting| i18n::setting_is_about(setting, search))
    }
}

impl Settings {
    pub(crate) fn view(&self) -> Element<'_, Message> {
        let wanted = self.wanted();
        let failure = self.failure.as_ref().map(|failure| super::super::explained(failure, Tone::Bad));
        let searching = !self.search.trim().is_empty();
        let sections = Section::ALL.into_iter().filter(|section| searching || *section == self.section);
        let shown: Vec<_> = sections.flat_map(|section| self.section(section, searching)).collect();
        let content: Element<'_, Message> = if shown.is_empty() {
            center(hero(Tone::Info, Icon::Search, tr!("ui-settings-none"), tr!("ui-settings-none-note"))).into()
        } else {
            let groups = Column::with_children(shown).spacing(space::L).max_width(measure::FORM + space::L);
            scrollable(groups.padding(iced::padding::right(space::L))).height(Fill).style(style::scroll).into()
        };
        column![self.header(&wanted)]
            .push(failure)
            .push(row![self.sections(&wanted), content].spacing(space::L).height(Fill))
            .spacing(space::L)
            .into()
    }

    fn header(&self, wanted: &[Wanted]) -> Element<'_, Message> {
        let dirty = !wanted.is_empty();
        let state = dirty.then(|| badge(Tone::Warn, Icon::Info, tr!("ui-settings-unsaved")));
        let discard = dirty.then(|| quiet_action(Icon::Undo, tr!("ui-settings-discard"), Some(Message::Discard)));
        let save = action(Icon::Save, tr!("ui-save"), style::primary, self.can_save(wanted).then_some(Message::Save));
        row![column![title(Self::title()), muted(tr!("ui-settings-lead"))].spacing(space::XS), Space::new().width(Fill)]
            .push(state)
            .push(discard)
            .push(hint(save, tr!("ui-settings-save-hint"), Some(Wish::Save)))
            .spacing(space::S)
            .align_y(iced::Center)
            .into()
    }

    /// The search, and the parts of the settings; those with something unsaved are marked.
    fn sections(&self, wanted: &[Wanted]) -> Element<'_, Message> {
        let search = input(SEARCH, &tr!("ui-settings-search"), &self.search, false, Message::SearchTyped);
        let searching = !self.search.trim().is_empty();
        let items = Section::ALL.map(|section| {
            let changed = wanted.iter().any(|(setting, _)| setting.section == section);
            let mark = changed.then(|| Icon::Info.toned(Tone::Warn));
            let word = row![body(i18n::section(section)).width(Fill)].push(mark).align_y(iced::Center);
            let message = Message::SectionChosen(section);
            let item = button(word)
                .width(Fill)
                .padding([space::S, space::M])
                .style(style::segment(!searching && section == self.section))
                .on_press(message.clone());
            reachable(item, Some(message))
        });
        let items = Column::with_children(items).spacing(space::XS);
        column![hint(search, tr!("ui-settings-search-hint"), Some(Wish::Search)), items]
            .spacing(space::M)
            .width(measure::SECTIONS)
            .into()
    }

    /// The panels of one part of the settings; while searching, only what is about the words.
    fn section(&self, section: Section, searching: bool) -> Vec<Element<'_, Message>> {
        let found = self.parts(section).into_iter().filter(|part| !searching || part.is_about(&self.search));
        let (apart, together): (Vec<_>, Vec<_>) = found.partition(|part| part.apart);
        let mut panels = Vec::new();
        if !together.is_empty() {
            let entries = Column::with_children(together.into_iter().map(|part| part.shown)).spacing(space::L);
            panels.push(panel(i18n::section(section), entries).into());
        }
        panels.extend(apart.into_iter().map(|part| part.shown));
        panels
    }

    fn parts(&self, section: Section) -> Vec<Part<'_>> {
        let of_section = setting::ALL.iter().filter(|setting| setting.section == section);
        let mut parts = Vec::new();
        for setting in of_section {
            let shown = match setting.kind {
                // six lengths are one part, in the place of the first
                Kind::Millimetres if setting.name != "sheet.left" => continue,
                Kind::Millimetres => {
                    parts.push(self.lengths(section));
                    continue;
                }
                Kind::Template => self.cards.view(&self.draft).map(|message| match message {
                    // a template that is chosen is a setting like any other
                    super::cards::Message::Chosen(setting, name) => Message::Typed(setting, name),
                    message => Message::Cards(message),
                }),
                Kind::Calibrations => self.printers.view(&self.draft.calibrations).map(Message::Printers),
                Kind::Holidays => {
                    let (name, note) = i18n::setting(setting);
                    let list = self.holidays.view(&self.draft.holidays, self.today).map(Message::Holidays);
                    entry(name, note, list)
                }
                _ => self.entry(setting),
            };
            parts.push(Part { about: vec![setting], words: String::new(), shown, apart: false });
            if setting.name == "mail.user" {
                parts.push(self.password());
            }
        }
        let own = |words: String, shown| Part { about: Vec::new(), words, shown, apart: true };
        match section {
            Section::Mail => parts.push(self.test()),
            Section::Archive => {
                parts.push(own(
                    [tr!("ui-archive"), tr!("ui-archive-lead")].join(" "),
                    self.archive.view().map(Message::Archive),
                ));
                parts.push(own(
                    [tr!("ui-transfer"), tr!("ui-transfer-lead")].join(" "),
                    self.transfer.view(self.is_dirty()).map(Message::Transfer),
                ));
                parts.push(own(tr!("ui-settings-history"), self.history()));
            }
            _ => {}
        }
        parts
    }

    /// Margins and gaps, and how many cards they leave room for.
    fn lengths(&self, section: Section) -> Part<'_> {
        let lengths = setting::ALL.iter().filter(|one| one.section == section && one.kind == Kind::Millimetres);
        let about: Vec<_> = lengths.collect();
        let fields = about.iter().map(|setting| {
            let wrong = self.typed.wrong(setting, self.before()).is_some();
            let (setting, name) = (*setting, i18n::setting(setting).0);
            let text = self.typed.text(setting);
            let control = input(setting.name, "", text, wrong, move |text| Message::Typed(setting, text));
            field(name, control, None, measure::FIELD_NARROW).into()
        });
        let right = about.iter().all(|setting| self.typed.wrong(setting, self.before()).is_none());
        let held: Element<'_, Message> = if right && self.has_room() {
            let places = |paper| places_on(paper, &self.draft.sheet).to_string();
            caption(tr!("ui-sheet-holds", four = places(Paper::A4), folio = places(Paper::F4))).into()
        } else {
            complaint(tr!("ui-sheet-wrong"))
        };
        let control = column![Row::with_children(fields).spacing(space::S).wrap(), held].spacing(space::S);
        let shown = entry(tr!("ui-sheet-lengths"), tr!("ui-sheet-lengths-note"), control);
        Part { about, words: [tr!("ui-sheet-lengths"), tr!("ui-sheet-lengths-note")].join(" "), shown, apart: false }
    }

    fn password(&self) -> Part<'_> {
        let before = &self.before().mail;
        let saved = (&before.server, &before.user) == (&self.draft.mail.server, &self.draft.mail.user);
        let (name, note) = (tr!("ui-mail-password"), tr!("ui-mail-password-note"));
        let shown = entry(name.clone(), note.clone(), self.mail.password(saved).map(Message::Mail));
        Part { about: Vec::new(), words: [name, note].join(" "), shown, apart: false }
    }

    fn test(&self) -> Part<'_> {
        let (name, note) = (tr!("ui-mail-test"), tr!("ui-mail-test-note"));
        let shown = entry(name.clone(), note.clone(), self.mail.test(&self.draft.mail).map(Message::Mail));
        Part { about: Vec::new(), words: [name, note].join(" "), shown, apart: false }
    }

    /// Who changed what.
    fn history(&self) -> Element<'_, Message> {
        let lines = self.history.iter().map(|record| {
            let name =
                Setting::find(&record.name).map_or_else(|| record.name.clone(), |setting| i18n::setting(setting).0);
            let when = format!("{} · {}", record.at.with_timezone(&Local).format("%d-%m-%Y %H:%M"), record.actor);
            let what = format!("{} → {}", in_a_line(&record.old), in_a_line(&record.new));
            row![
                column![body(name), caption(when)].spacing(space::HAIR).width(measure::LABEL),
                container(body(what)).width(Fill)
            ]
            .spacing(space::M)
            .into()
        });
        let none = self.history.is_empty().then(|| muted(tr!("settings-history-none")));
        panel(tr!("ui-settings-history"), Column::with_children(lines).spacing(space::S).push(none)).into()
    }
}
