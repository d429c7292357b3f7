//! Going anywhere and doing anything by a few letters, in either language.

use super::{App, Message, Screen};
use crate::domain::office::Language;
use crate::domain::setting::{Section, Setting};
use crate::i18n;
use crate::ui::hotkey::Wish;
use crate::ui::palette::{self, Goal, Palette};
use crate::ui::screen::{companies, people};
use crate::ui::{job, office};
use iced::Task;

/// What can be asked for everywhere.
const EVERYWHERE: [Wish; 10] = [
    Wish::Help,
    Wish::GoWork,
    Wish::GoImport,
    Wish::GoRegister,
    Wish::FindPerson,
    Wish::GoCompanies,
    Wish::GoSettings,
    Wish::Open,
    Wish::Paste,
    Wish::TakeOver,
];

impl App {
    pub(super) fn open_palette(&mut self) -> Task<Message> {
        let here = match (&self.front, self.screen) {
            (None, Screen::Work) => self.work.offers(),
            (None, Screen::Import) => self.import.offers(),
            (None, Screen::Register) => self.register.offers(),
            (None, Screen::Settings) => vec![Wish::Save],
            (None, Screen::Companies) => self.companies.offers(),
            (Some(_), _) | (None, Screen::People | Screen::TakeOver | Screen::Template) => Vec::new(),
        };
        let other = Language::ALL.into_iter().filter(|language| *language != i18n::spoken()).map(Goal::Speak);
        let practise = (!self.practice).then_some(Goal::Practise);
        let arrived: Vec<_> = self.arrivals().cloned().map(Goal::Read).collect();
        let others = arrived.into_iter().chain(practise).chain([Goal::Guide]).chain(other);
        let others = others.chain(Section::ALL.map(Goal::Section));
        let offers = here.into_iter().chain(EVERYWHERE).map(Goal::Wish).chain(others).collect();
        let (palette, task) = Palette::new(offers);
        self.palette = Some(palette);
        task.map(Message::Palette)
    }

    pub(super) fn wish_of_palette(&mut self, wish: Wish) -> Task<Message> {
        let Some(palette) = &mut self.palette else { return Task::none() };
        let action = palette.wish(wish, &self.context);
        self.after_palette(action)
    }

    pub(super) fn update_palette(&mut self, message: palette::Message) -> Task<Message> {
        let Some(palette) = &mut self.palette else { return Task::none() };
        let action = palette.update(message, &self.context);
        self.after_palette(action)
    }

    fn after_palette(&mut self, action: palette::Action) -> Task<Message> {
        match action {
            palette::Action::None => Task::none(),
            palette::Action::Run(task) => task.map(Message::Palette),
            palette::Action::Close => {
                self.palette = None;
                Task::none()
            }
            palette::Action::Go(goal) => {
                self.palette = None;
                self.reach(goal)
            }
        }
    }

    fn reach(&mut self, goal: Goal) -> Task<Message> {
        match goal {
            Goal::Wish(wish) => self.wish(wish),
            Goal::Speak(language) => self.speak(language),
            Goal::Practise => self.practise(),
            Goal::Read(file) => self.read_arrived(file),
            Goal::Guide => self.open_guide(),
            Goal::Section(section) => {
                self.settings.show(section);
                self.go(Screen::Settings)
            }
            Goal::Setting(setting) => {
                self.settings.look_for(setting);
                self.go(Screen::Settings)
            }
            Goal::Receipt(number) => self.show_receipt(&number),
            Goal::Company(npp) => {
                let go = self.go(Screen::Companies);
                let action = self.companies.update(companies::Message::Show(npp), &self.context);
                Task::batch([go, self.after_companies(action)])
            }
            Goal::Person(text) => {
                let go = self.go(Screen::People);
                let typed = self.people.update(people::Message::Typed(text), &self.context);
                let search = self.people.update(people::Message::Search, &self.context);
                Task::batch([go, self.after_people(typed), self.after_people(search)])
            }
        }
    }

    /// Speaks another language at once and from now on.
    pub(super) fn speak(&mut self, language: Language) -> Task<Message> {
        i18n::select(language);
        self.language = None;
        self.change_setting("language", language.as_str().to_owned())
    }

    /// Changes one setting from outside the settings.
    pub(super) fn change_setting(&mut self, name: &str, value: String) -> Task<Message> {
        let Some(setting) = Setting::find(name) else { return Task::none() };
        self.settings.changed_elsewhere(setting, &value);
        let folder = self.context.folder.clone();
        job::quick(move || office::change_settings(&folder, &[(setting, value)]).map(drop)).map(Message::Changed)
    }
}
