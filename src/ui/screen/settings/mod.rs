//! What the office decides, and the archive as a whole. What can be set, where it is looked for and what may stand in it
//! comes from the one table of settings; a few have a part of their own here.

pub(crate) mod archive;

mod cards;
mod control;
mod holidays;
mod mail;
mod printers;
mod transfer;
mod typed;
mod view;

use crate::domain::Settings as Office;
use crate::domain::office::{Appearance, Paper};
use crate::domain::setting::{Kind, Section, Setting, Wanted};
use crate::ui::desktop::Answer;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Failure};
use crate::ui::office::{self, Context};
use crate::workflow::places_on;
use crate::workflow::settings::ChangeRecord;
use crate::{i18n, tr};
use chrono::NaiveDate;
use iced::Task;
use iced::widget::text_editor;
use std::path::PathBuf;
use std::sync::Arc;
use typed::Typed;

const SEARCH: &str = "settings-search";

pub(crate) struct Settings {
    /// As the archive has them; `None` until they were read.
    saved: Option<Office>,
    typed: Typed,
    /// The settings as they are typed, as far as they are right.
    draft: Office,
    section: Section,
    search: String,
    cards: cards::Cards,
    printers: printers::Printers,
    holidays: holidays::Holidays,
    archive: archive::Archive,
    mail: mail::Mail,
    transfer: transfer::Transfer,
    /// The latest changes, newest first.
    history: Arc<[ChangeRecord]>,
    /// The day on which they were read.
    today: Option<NaiveDate>,
    saving: bool,
    failure: Option<Failure>,
    no_dialog: bool,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Loaded(Office),
    SectionChosen(Section),
    SearchTyped(String),
    Typed(&'static Setting, String),
    Edited(&'static Setting, text_editor::Action),
    LogoRemoved(&'static Setting),
    /// A folder or a picture is to be looked for.
    Choose(&'static Setting),
    Chosen(&'static Setting, Answer),
    Cards(cards::Message),
    Printers(printers::Message),
    Holidays(holidays::Message),
    Archive(archive::Message),
    Mail(mail::Message),
    Transfer(transfer::Message),
    HistoryRead(Result<Arc<[ChangeRecord]>, Failure>),
    Save,
    Discard,
    /// These were to be saved.
    Saved(Vec<Wanted>, Result<Office, Failure>),
}

pub(crate) enum Action {
    None,
    Run(Task<Message>),
    /// The template of this name is to be edited.
    Edit(String),
    /// A file for the desktop to show.
    Open(PathBuf),
    /// They are written.
    Saved {
        office: Box<Office>,
        /// The language is one of those that were changed.
        speaks: bool,
        /// There is more to do.
        beside: Task<Message>,
    },
    /// The data folder holds other data now.
    Restored,
    /// Take the old Excel register over.
    TakeOver,
}

impl Settings {
    pub(crate) fn new() -> Self {
        let office = Office::default();
        Self {
            saved: None,
            typed: Typed::of(&office),
            draft: office,
            section: Section::Office,
            search: String::new(),
            cards: cards::Cards::new(),
            printers: printers::Printers::new(),
            holidays: holidays::Holidays::default(),
            archive: archive::Archive::new(),
            mail: mail::Mail::new(),
            transfer: transfer::Transfer::new(),
            history: Arc::new([]),
            today: None,
            saving: false,
            failure: None,
            no_dialog: false,
        }
    }

    pub(crate) fn title() -> String {
        tr!("ui-settings")
    }

    /// The appearance as chosen here, saved or not: a choice shows at once.
    pub(crate) fn appearance(&self) -> Appearance {
        self.draft.appearance
    }

    /// The office as the draft has it: a template is edited as it will be used.
    pub(crate) fn draft(&self) -> Office {
        self.draft.clone()
    }

    /// A template of this name was saved: it is the one that is looked at.
    pub(crate) fn template_saved(&mut self, name: &str, context: &Context) -> Task<Message> {
        if let Some(setting) = Setting::find("template") {
            self.typed.put(setting, name);
        }
        self.redraft();
        self.cards.refresh(&self.draft, context)
    }

    /// This setting was changed elsewhere, and is saved already; what is typed in the others stays.
    pub(crate) fn changed_elsewhere(&mut self, setting: &'static Setting, value: &str) {
        if let Some(saved) = &mut self.saved
            && let Ok(changed) = crate::domain::setting::with(saved, [(setting, value)])
        {
            *saved = changed;
        }
        self.typed.put(setting, value);
        self.typed.reword();
        self.redraft();
    }

    /// Goes to a part of the settings.
    pub(crate) fn show(&mut self, section: Section) {
        self.section = section;
        self.search.clear();
    }

    /// Shows one setting, as if it had been searched for.
    pub(crate) fn look_for(&mut self, setting: &Setting) {
        self.section = setting.section;
        self.search = i18n::setting(setting).0;
    }

    fn before(&self) -> &Office {
        self.saved.as_ref().unwrap_or(&self.draft)
    }

    /// What is typed and not saved.
    fn wanted(&self) -> Vec<Wanted> {
        self.saved.as_ref().map(|saved| self.typed.wanted(saved)).unwrap_or_default()
    }

    /// Whether something here is not saved yet.
    pub(crate) fn is_dirty(&self) -> bool {
        !self.wanted().is_empty()
    }

    fn has_room(&self) -> bool {
        [Paper::A4, Paper::F4].iter().all(|paper| places_on(*paper, &self.draft.sheet) > 0)
    }

    fn can_save(&self, wanted: &[Wanted]) -> bool {
        let right = |(setting, _): &Wanted| self.typed.wrong(setting, self.before()).is_none();
        !self.saving && !wanted.is_empty() && wanted.iter().all(right) && self.has_room()
    }

    /// Whether the data folder is being changed at this moment.
    pub(crate) fn is_restoring(&self) -> bool {
        self.archive.is_restoring()
    }

    fn redraft(&mut self) {
        if let Some(saved) = &self.saved {
            self.draft = self.typed.office(saved);
        }
    }

    fn load(&mut self, office: Office) {
        self.typed = Typed::of(&office);
        self.draft = office.clone();
        self.saved = Some(office);
        self.failure = None;
    }

    /// Reads what stands beside the settings: somebody looks at them.
    pub(crate) fn enter(&mut self, context: &Context) -> Task<Message> {
        self.today = Some((context.today)());
        Task::batch([self.cards.refresh(&self.draft, context), self.look_up(context)])
    }

    /// What stands beside the settings: who changed them, and the password.
    fn look_up(&mut self, context: &Context) -> Task<Message> {
        let folder = context.folder.clone();
        let history = job::quick(move || office::setting_history(&folder)).map(Message::HistoryRead);
        let password = self.saved.as_ref().map(|saved| self.mail.ask(saved).map(Message::Mail));
        Task::batch([history, password.unwrap_or_else(Task::none)])
    }

    /// A key of the window's table.
    pub(crate) fn wish(&mut self, wish: Wish, context: &Context) -> Action {
        let beside = |by: isize| {
            let at = Section::ALL.iter().position(|section| *section == self.section)?;
            Section::ALL.get(at.checked_add_signed(by)?).copied()
        };
        match wish {
            Wish::Save => self.update(Message::Save, context),
            Wish::Search => Action::Run(iced::widget::operation::focus(SEARCH)),
            Wish::Cancel if !self.search.is_empty() => self.update(Message::SearchTyped(String::new()), context),
            Wish::Cancel => {
                self.transfer.update(transfer::Message::Close, context);
                self.update(Message::Archive(archive::Message::Cancel), context)
            }
            Wish::PageDown => beside(1).map_or(Action::None, |next| self.update(Message::SectionChosen(next), context)),
            Wish::PageUp => beside(-1).map_or(Action::None, |next| self.update(Message::SectionChosen(next), context)),
            _ => Action::None,
        }
    }

    /// Another value for a setting; the card is drawn anew where it shows it.
    fn typed(&mut self, setting: &'static Setting, text: String, context: &Context) -> Action {
        // an empty field for a new logo leaves the one that is there
        let text = match &self.before().logo {
            Some(there) if setting.kind == Kind::Logo && text.is_empty() => there.clone(),
            _ => text,
        };
        self.typed.typed(setting, text);
        self.redraft();
        let on_card = setting.kind == Kind::Template || ["programmes", "branch"].contains(&setting.name);
        if on_card { Action::Run(self.cards.draw(&self.draft, context)) } else { Action::None }
    }

    pub(crate) fn update(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::Loaded(office) => self.load(office),
            Message::SectionChosen(section) => self.show(section),
            Message::SearchTyped(text) => self.search = text,
            Message::Typed(setting, text) => return self.typed(setting, text, context),
            Message::Edited(setting, action) => {
                self.typed.edit(setting, action);
                self.redraft();
            }
            Message::LogoRemoved(setting) => self.typed.typed(setting, String::new()),
            Message::Choose(setting) => {
                let dialog = match setting.kind {
                    Kind::Logo => context.desktop.pick_list(),
                    _ => context.desktop.pick_folder(),
                };
                return Action::Run(Task::perform(dialog, move |answer| Message::Chosen(setting, answer)));
            }
            Message::Chosen(setting, answer) => {
                self.no_dialog = answer == Answer::Unavailable;
                if let Answer::Chosen(path) = answer {
                    return self.typed(setting, path.display().to_string(), context);
                }
            }
            Message::Cards(cards::Message::Edit) => return Action::Edit(self.draft.template.clone()),
            Message::Cards(message) => return Action::Run(self.cards.update(message, &self.draft, context)),
            Message::Printers(message) => {
                let mut known = self.draft.calibrations.clone();
                let (task, shown) = self.printers.update(message, &mut known, context);
                if known != self.draft.calibrations {
                    self.draft.calibrations = known;
                    self.put_drafted(Kind::Calibrations);
                }
                return shown.map_or(Action::Run(task), Action::Open);
            }
            Message::Holidays(message) => {
                let added = matches!(message, holidays::Message::Add);
                self.holidays.update(message, &mut self.draft.holidays);
                self.put_drafted(Kind::Holidays);
                if added {
                    return Action::Run(iced::widget::operation::focus(holidays::DAY));
                }
            }
            Message::Archive(message) => {
                return match self.archive.update(message, context) {
                    archive::Action::None => Action::None,
                    archive::Action::Run(task) => Action::Run(task.map(Message::Archive)),
                    archive::Action::Open(path) => Action::Open(path),
                    archive::Action::Restored => Action::Restored,
                    archive::Action::TakeOver => Action::TakeOver,
                };
            }
            Message::Mail(message) => {
                return Action::Run(self.mail.update(message, &self.draft.mail, context).map(Message::Mail));
            }
            Message::Transfer(message) => {
                return match self.transfer.update(message, context) {
                    transfer::Action::None => Action::None,
                    transfer::Action::Run(task) => Action::Run(task.map(Message::Transfer)),
                    transfer::Action::Imported => Action::Restored,
                };
            }
            Message::HistoryRead(Ok(history)) => self.history = history,
            Message::HistoryRead(Err(failure)) => self.failure = Some(failure),
            Message::Save => {
                let wanted = self.wanted();
                if self.can_save(&wanted) {
                    self.saving = true;
                    let (folder, changes) = (context.folder.clone(), wanted.clone());
                    let task = job::quick(move || office::change_settings(&folder, &changes));
                    return Action::Run(task.map(move |saved| Message::Saved(wanted.clone(), saved)));
                }
            }
            Message::Discard => {
                if let Some(saved) = self.saved.clone() {
                    self.load(saved);
                    return Action::Run(self.enter(context));
                }
            }
            Message::Saved(wanted, Ok(office)) => {
                self.saving = false;
                self.failure = None;
                let speaks = wanted.iter().any(|(setting, _)| setting.name == "language");
                // what was typed while it was being written stays a draft
                for (setting, text) in wanted {
                    if self.typed.text(setting) == text {
                        self.typed.put(setting, &setting.text(&office));
                    }
                }
                self.saved = Some(office.clone());
                self.redraft();
                return Action::Saved { office: Box::new(office), speaks, beside: self.look_up(context) };
            }
            Message::Saved(_, Err(failure)) => {
                self.saving = false;
                self.failure = Some(failure);
            }
        }
        Action::None
    }

    /// The setting of this kind becomes what the draft says.
    fn put_drafted(&mut self, kind: Kind) {
        if let Some(setting) = crate::domain::setting::ALL.iter().find(|setting| setting.kind == kind) {
            self.typed.put(setting, &setting.text(&self.draft));
        }
    }
}

/// The papers of cards with their names.
pub(crate) fn papers() -> [(Paper, Option<Icon>, String); 3] {
    Paper::ALL.map(|paper| {
        let name = match paper {
            Paper::Card => tr!("ui-paper-card"),
            Paper::A4 => tr!("ui-paper-a4"),
            Paper::F4 => tr!("ui-paper-f4"),
        };
        (paper, None, name)
    })
}
