//! Who hears a key: what lies over the screen first, then what goes elsewhere, then the screen.

use super::{App, Message, Screen};
use crate::ui::hotkey::Wish;
use crate::ui::screen::people;
use crate::ui::widget::walk;
use iced::Task;

impl App {
    pub(super) fn wish(&mut self, wish: Wish) -> Task<Message> {
        match (wish, self.screen) {
            (Wish::Next, _) => walk::next(),
            (Wish::Previous, _) => walk::previous(),
            _ if self.help.is_some() => self.wish_of_help(wish),
            _ if self.palette.is_some() => self.wish_of_palette(wish),
            (Wish::Palette, _) => self.open_palette(),
            (Wish::Help, _) => self.explain_screen(),
            (Wish::GoWork, _) => self.go(Screen::Work),
            (Wish::GoImport, _) => self.go(Screen::Import),
            (Wish::GoRegister, _) => self.go(Screen::Register),
            (Wish::GoSettings, _) => self.go(Screen::Settings),
            (Wish::FindPerson, _) => self.go(Screen::People),
            (Wish::TakeOver, _) => self.go(Screen::TakeOver),
            (Wish::GoCompanies, _) => self.go(Screen::Companies),
            (Wish::Open, screen) if screen != Screen::TakeOver => {
                (self.front, self.behind) = (None, None);
                self.screen = Screen::Import;
                let action = self.import.wish(wish, &self.context);
                self.after_import(action)
            }
            (Wish::Search, Screen::People) => people::People::focus(),
            (Wish::Search, Screen::Settings) if self.front.is_none() => {
                let action = self.settings.wish(wish, &self.context);
                self.after_settings(action)
            }
            (Wish::Search, screen) if screen != Screen::Companies => {
                let go = if self.screen == Screen::Register { Task::none() } else { self.go(Screen::Register) };
                let action = self.register.wish(wish, &self.context);
                let focus = self.after_register(action);
                go.chain(focus)
            }
            _ if self.front.is_some() => {
                let said = self.front.as_ref().and_then(|front| front.wish(wish));
                said.map_or_else(Task::none, |said| self.update_front(said))
            }
            (_, Screen::Work) => {
                let action = self.work.wish(wish, &self.context);
                self.after_work(action)
            }
            (_, Screen::Import) => {
                let action = self.import.wish(wish, &self.context);
                self.after_import(action)
            }
            (_, Screen::Register) => {
                let action = self.register.wish(wish, &self.context);
                self.after_register(action)
            }
            (_, Screen::TakeOver) => {
                let action = self.take_over.wish(wish, &self.context);
                self.after_take_over(action)
            }
            (_, Screen::People) => {
                self.people.wish(wish);
                Task::none()
            }
            (_, Screen::Companies) => {
                let action = self.companies.wish(wish, &self.context);
                self.after_companies(action)
            }
            (_, Screen::Settings) => {
                let action = self.settings.wish(wish, &self.context);
                self.after_settings(action)
            }
            (_, Screen::Template) => {
                let Some(editor) = &mut self.editor else { return Task::none() };
                let action = editor.wish(wish, &self.context);
                self.after_template(action)
            }
        }
    }
}
