//! What is done about what the screens ask for.

use super::{App, Message, Offer, Screen};
use crate::domain::{Npp, Part};
use crate::tr;
use crate::ui::help::Help;
use crate::ui::screen::{companies, import, people, register, settings, take_over, template, work};
use crate::ui::theme::Tone;
use crate::ui::{job, office};
use crate::workflow::print::Printable;
use iced::Task;

impl App {
    pub(super) fn after_work(&mut self, action: work::Action) -> Task<Message> {
        match action {
            work::Action::Run(task) => task.map(Message::Work),
            work::Action::Ready if self.screen == Screen::Work => self.focus_list(),
            work::Action::None | work::Action::Ready => Task::none(),
            work::Action::Resume(ids) => {
                self.screen = Screen::Import;
                let action = self.import.resume(&ids, &self.context);
                self.after_import(action)
            }
            work::Action::Receipt(number) => self.show_receipt(&number),
            work::Action::PrintAll(lines) => self.print_all(lines),
            work::Action::GoImport => self.go(Screen::Import),
            work::Action::Again => self.print_again(),
        }
    }

    pub(super) fn after_import(&mut self, action: import::Action) -> Task<Message> {
        match action {
            import::Action::None => Task::none(),
            import::Action::Run(task) => task.map(Message::Import),
            import::Action::Practise => self.practise(),
            import::Action::Watch(folder) => self.watch(folder),
            import::Action::Issued(number) => {
                let refresh = self.refresh();
                if self.screen == Screen::Import {
                    return refresh;
                }
                // the user went on to look at something else meanwhile
                Task::batch([refresh, self.tell(Tone::Good, tr!("ui-done-elsewhere", number = number))])
            }
            import::Action::Ended(task, sentence) => {
                let told = self.announce(tr!("app-name"), sentence.clone());
                // on the screen itself it is seen
                let toast = if self.screen == Screen::Import { Task::none() } else { self.tell(Tone::Good, sentence) };
                Task::batch([task.map(Message::Import), self.refresh(), told, toast])
            }
            import::Action::Open(path) => self.open(path),
            import::Action::Preview(name, subject) => self.look_at(name, subject),
            import::Action::Print(number, company) => {
                self.print_out(Printable { number, part: Part::Cards, copy: None }, company)
            }
            import::Action::PrintAll(lines) => self.print_all(lines),
            import::Action::Email(number, company) => self.send_mail(number, company),
            import::Action::Tell(tone, sentence) => self.tell(tone, sentence),
            import::Action::Explain(code) => self.explain(Help::Problem(code)),
            import::Action::Wrote(file, sentence) => {
                let folder = file.parent().map(std::path::Path::to_owned);
                self.toast(Tone::Good, sentence, folder.map(Offer::Folder))
            }
        }
    }

    pub(super) fn after_register(&mut self, action: register::Action) -> Task<Message> {
        match action {
            register::Action::None => Task::none(),
            register::Action::Run(task) => task.map(Message::Register),
            register::Action::Open(path) => self.open(path),
            register::Action::Preview(name, subject) => self.look_at(name, subject),
            register::Action::Print(document, company) => self.print_out(document, company),
            register::Action::Email(number, company) => self.send_mail(number, company),
            register::Action::GoImport => self.go(Screen::Import),
            register::Action::TakeOver => self.go(Screen::TakeOver),
            register::Action::Tell(tone, sentence) => self.tell(tone, sentence),
            register::Action::Made(sentence, folder) => {
                let told = self.toast(Tone::Good, sentence, folder.map(Offer::Folder));
                Task::batch([told, self.refresh()])
            }
        }
    }

    pub(super) fn after_take_over(&mut self, action: take_over::Action) -> Task<Message> {
        match action {
            take_over::Action::None => Task::none(),
            take_over::Action::Run(task) => task.map(Message::TakeOver),
            take_over::Action::GoRegister => self.go(Screen::Register),
            take_over::Action::Changed(task, sentence) => {
                Task::batch([task.map(Message::TakeOver), self.tell(Tone::Good, sentence)])
            }
        }
    }

    pub(super) fn after_people(&mut self, action: people::Action) -> Task<Message> {
        match action {
            people::Action::None => Task::none(),
            people::Action::Run(task) => task.map(Message::People),
            people::Action::Open(path) => self.open(path),
            people::Action::Show(number) => self.show_receipt(&number),
        }
    }

    pub(super) fn after_companies(&mut self, action: companies::Action) -> Task<Message> {
        match action {
            companies::Action::None => Task::none(),
            companies::Action::Run(task) => task.map(Message::Companies),
            companies::Action::Receipt(number) => self.show_receipt(&number),
            companies::Action::Rows(npp) => self.show_company_rows(npp),
            companies::Action::Tell(task, sentence) => {
                Task::batch([task.map(Message::Companies), self.tell(Tone::Good, sentence)])
            }
        }
    }

    /// The rows of a company in the register.
    fn show_company_rows(&mut self, npp: Npp) -> Task<Message> {
        self.front = None;
        self.screen = Screen::Register;
        let action = self.register.show_company(npp, &self.context);
        self.after_register(action)
    }

    pub(super) fn after_settings(&mut self, action: settings::Action) -> Task<Message> {
        match action {
            settings::Action::None => Task::none(),
            settings::Action::Run(task) => task.map(Message::Settings),
            settings::Action::Open(path) => self.open(path),
            settings::Action::Edit(name) => {
                let folder = self.context.folder.clone();
                job::quick(move || office::open_template(&folder, &name)).map(Message::TemplateOpened)
            }
            settings::Action::Saved { office, speaks, beside } => {
                self.import.settings_saved(&office);
                // the language that the program was started in counts until another one is chosen
                self.language = self.language.filter(|_| !speaks);
                self.apply(&office);
                let told = self.tell(Tone::Good, tr!("ui-settings-saved"));
                Task::batch([beside.map(Message::Settings), told, self.refresh()])
            }
            settings::Action::Restored => self.load(),
            settings::Action::TakeOver => self.go(Screen::TakeOver),
        }
    }

    pub(super) fn after_template(&mut self, action: template::Action) -> Task<Message> {
        match action {
            template::Action::None => Task::none(),
            template::Action::Run(task) => task.map(Message::Template),
            template::Action::Tell(tone, sentence) => self.tell(tone, sentence),
            template::Action::Saved(name) => {
                let sentence = tr!("ui-template-saved", name = name.as_str());
                let refreshed = self.settings.template_saved(&name, &self.context).map(Message::Settings);
                Task::batch([refreshed, self.tell(Tone::Good, sentence)])
            }
            template::Action::Leave => {
                self.editor = None;
                self.go(Screen::Settings)
            }
        }
    }
}
