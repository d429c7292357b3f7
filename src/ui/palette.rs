//! The place where everything can be found: acts, companies, receipts and people, by a few typed letters.

use super::hotkey::Wish;
use super::icon::Icon;
use super::job::{self, Failure};
use super::office::{self, Context};
use super::theme::{measure, space, style};
use super::widget::{self, caption, figure, input, muted};
use crate::domain::office::Language;
use crate::domain::person::PersonQuery;
use crate::domain::setting::{self, Kind, Section, Setting};
use crate::domain::{Npp, ReceiptNumber, date};
use crate::workflow::lookup::Lookup;
use crate::{i18n, tr};
use iced::widget::{Column, button, column, container, mouse_area, opaque, row};
use iced::{Element, Fill, Task};
use std::path::PathBuf;
use std::sync::Arc;

const FIELD: &str = "palette-text";
/// Letters that companies and receipts are looked up from on.
const LETTERS: usize = 2;
/// Lines that are shown at once.
const LINES: usize = 12;
/// Settings that are found at once: the search of the settings shows the others.
const SETTINGS: usize = 4;

/// What one can go to or do from here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Goal {
    Wish(Wish),
    Speak(Language),
    Practise,
    /// Read a list that arrived.
    Read(PathBuf),
    Guide,
    /// A part of the settings.
    Section(Section),
    Setting(&'static Setting),
    Receipt(ReceiptNumber),
    Company(Npp),
    /// Look for a person by this text.
    Person(String),
}

/// A line: what it leads to, and how it reads.
struct Line {
    goal: Goal,
    icon: Icon,
    words: String,
    about: String,
    /// Other words by which it is found.
    also: String,
}

impl Line {
    fn new(goal: Goal, icon: Icon, words: String) -> Self {
        Self { goal, icon, words, about: String::new(), also: String::new() }
    }

    fn about(self, about: String) -> Self {
        Self { about, ..self }
    }

    fn also(self, also: String) -> Self {
        Self { also, ..self }
    }

    /// How well it answers to the wanted words, the best first; `None`: not at all.
    fn rank(&self, wanted: &str) -> Option<u8> {
        let words = self.words.to_lowercase();
        let has = |text: &str| wanted.split_whitespace().all(|word| text.contains(word));
        let begins =
            || wanted.split_whitespace().all(|wanted| words.split_whitespace().any(|word| word.starts_with(wanted)));
        if begins() {
            Some(0)
        } else if has(&words) {
            Some(1)
        } else {
            has(&self.also).then_some(2)
        }
    }
}

pub(crate) struct Palette {
    text: String,
    chosen: usize,
    /// What the window offers at this moment.
    offers: Vec<Goal>,
    found: Arc<Lookup>,
    /// Each look-up has a number; an answer to an older one comes too late.
    asked: u64,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Typed(String),
    Found(u64, Result<Arc<Lookup>, Failure>),
    Take(usize),
    TakeChosen,
    Close,
}

pub(crate) enum Action {
    None,
    Run(Task<Message>),
    Go(Goal),
    Close,
}

impl Palette {
    /// Opens with what the window offers at this moment.
    pub(crate) fn new(offers: Vec<Goal>) -> (Self, Task<Message>) {
        let palette = Self { text: String::new(), chosen: 0, offers, found: Arc::default(), asked: 0 };
        (palette, iced::widget::operation::focus(FIELD))
    }

    /// A key of the window's table.
    pub(crate) fn wish(&mut self, wish: Wish, context: &Context) -> Action {
        let last = self.lines().len().saturating_sub(1);
        match wish {
            Wish::Cancel | Wish::Palette => return Action::Close,
            Wish::Up => self.chosen = self.chosen.checked_sub(1).unwrap_or(last),
            Wish::Down => self.chosen = if self.chosen >= last { 0 } else { self.chosen + 1 },
            Wish::Issue => return self.update(Message::TakeChosen, context),
            _ => {}
        }
        Action::None
    }

    pub(crate) fn update(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::Typed(text) => {
                self.text = text;
                self.chosen = 0;
                self.asked += 1;
                if self.text.trim().chars().count() < LETTERS {
                    self.found = Arc::default();
                    return Action::None;
                }
                let (asked, folder, text) = (self.asked, context.folder.clone(), self.text.clone());
                let task = job::quick(move || office::lookup(&folder, &text));
                return Action::Run(task.map(move |found| Message::Found(asked, found)));
            }
            Message::Found(asked, Ok(found)) if asked == self.asked => self.found = found,
            // a register that cannot be read says so on its own screen; acts are found all the same
            Message::Found(..) => {}
            Message::Take(at) => return self.take(at),
            Message::TakeChosen => return self.take(self.chosen),
            Message::Close => return Action::Close,
        }
        Action::None
    }

    fn take(&self, at: usize) -> Action {
        self.lines().into_iter().nth(at).map_or(Action::None, |line| Action::Go(line.goal))
    }

    /// What the typed text may mean, as it is shown.
    fn lines(&self) -> Vec<Line> {
        let wanted = self.text.trim().to_lowercase();
        let offers = self.offers.iter().filter_map(offer);
        let mut ranked: Vec<_> = offers.filter_map(|line| Some((line.rank(&wanted)?, line))).collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        let mut lines: Vec<_> = ranked.into_iter().map(|(_, line)| line).collect();
        lines.extend(self.found.companies.iter().map(|company| {
            let about = tr!("palette-company", npp = company.npp.to_string(), cards = figure(company.cards));
            Line::new(Goal::Company(company.npp), Icon::Building, company.name.clone()).about(about)
        }));
        lines.extend(self.found.receipts.iter().filter_map(|entry| {
            let number = entry.number.clone()?;
            let words = format!("{number} · {}", entry.company);
            Some(Line::new(Goal::Receipt(number), Icon::Receipt, words).about(date::short(entry.date)))
        }));
        if wanted.chars().count() >= LETTERS {
            lines.extend(settings_about(&wanted));
        }
        if PersonQuery::parse(&self.text).is_some() {
            let text = self.text.trim();
            lines.push(Line::new(Goal::Person(text.to_owned()), Icon::UserSearch, tr!("palette-person", text = text)));
        }
        lines.truncate(LINES);
        lines
    }

    pub(crate) fn view(&self) -> Element<'_, Message> {
        let field =
            input(FIELD, &tr!("palette-placeholder"), &self.text, false, Message::Typed).on_submit(Message::TakeChosen);
        let lines: Vec<_> = self.lines().into_iter().enumerate().map(|(at, line)| self.line(at, line)).collect();
        let none = lines.is_empty().then(|| container(muted(tr!("palette-none"))).padding(space::M));
        let list = Column::with_children(lines).push(none).spacing(space::HAIR);
        let keys = caption(tr!("palette-keys"));
        let sheet = container(column![field, list, keys].spacing(space::M))
            .padding(space::L)
            .width(measure::PALETTE)
            .style(style::floating);
        let behind = container(opaque(sheet)).padding(space::XXL).center_x(Fill).height(Fill).style(style::veil);
        opaque(mouse_area(behind).on_press(Message::Close))
    }

    fn line(&self, at: usize, line: Line) -> Element<'_, Message> {
        let key = match &line.goal {
            Goal::Wish(wish) => wish.label().to_owned(),
            _ => line.about,
        };
        let content = row![line.icon.view(), widget::line(line.words).width(Fill), caption(key)]
            .spacing(space::M)
            .align_y(iced::Center);
        button(content)
            .width(Fill)
            .padding([space::S, space::M])
            .style(style::choice(at == self.chosen))
            .on_press(Message::Take(at))
            .into()
    }
}

/// How an offer reads; `None` for keys that only mean something where the hands are.
fn offer(goal: &Goal) -> Option<Line> {
    let line = |icon, words| Line::new(goal.clone(), icon, words);
    Some(match goal {
        Goal::Wish(wish) => {
            let (icon, words) = wish_words(*wish)?;
            line(icon, words).also(match wish {
                Wish::Issue => tr!("palette-also-issue"),
                Wish::FindPerson => tr!("palette-also-people"),
                Wish::GoSettings => tr!("palette-also-settings"),
                Wish::Reprint => tr!("palette-also-reprint"),
                Wish::TakeOver => tr!("palette-also-take-over"),
                _ => String::new(),
            })
        }
        Goal::Speak(Language::Id) => line(Icon::Languages, "Bahasa Indonesia".to_owned()),
        Goal::Speak(Language::En) => line(Icon::Languages, "English".to_owned()),
        Goal::Practise => line(Icon::Practice, tr!("ui-practise")).also(tr!("palette-also-practise")),
        Goal::Read(file) => {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            line(Icon::FileUp, tr!("palette-read", file = name))
        }
        Goal::Guide => line(Icon::Book, tr!("guide-open")).also(tr!("palette-also-guide")),
        Goal::Section(section) => line(Icon::Settings, i18n::section(*section))
            .about(tr!("ui-settings"))
            .also(if *section == Section::Archive { tr!("palette-also-archive") } else { String::new() }),
        Goal::Receipt(_) | Goal::Company(_) | Goal::Person(_) | Goal::Setting(_) => return None,
    })
}

/// The settings that these words are about.
fn settings_about(wanted: &str) -> impl Iterator<Item = Line> {
    // six lengths would fill the list with what is one part of a screen
    let told = setting::ALL.iter().filter(|setting| setting.kind != Kind::Millimetres || setting.name == "sheet.left");
    let found = told.filter(move |setting| i18n::setting_is_about(setting, wanted)).take(SETTINGS);
    found.map(|setting| {
        let words = i18n::setting(setting).0;
        Line::new(Goal::Setting(setting), Icon::Settings, words).about(i18n::section(setting.section))
    })
}

pub(super) fn wish_words(wish: Wish) -> Option<(Icon, String)> {
    Some(match wish {
        Wish::Help => (Icon::Help, tr!("help-hint")),
        Wish::GoWork => (Icon::Inbox, tr!("ui-work")),
        Wish::GoImport => (Icon::FileUp, tr!("ui-import")),
        Wish::GoRegister => (Icon::Book, tr!("ui-register")),
        Wish::FindPerson => (Icon::UserSearch, tr!("ui-people")),
        Wish::GoCompanies => (Icon::Building, tr!("ui-companies")),
        Wish::TakeOver => (Icon::Spreadsheet, tr!("ui-old-open")),
        Wish::Edit => (Icon::FileText, tr!("ui-company-edit-hint")),
        Wish::Merge => (Icon::Merge, tr!("palette-merge")),
        Wish::GoSettings => (Icon::Settings, tr!("ui-settings")),
        Wish::Open => (Icon::FileUp, tr!("ui-choose-file-hint")),
        Wish::Paste => (Icon::Spreadsheet, tr!("ui-paste")),
        Wish::Issue => (Icon::Stamp, tr!("palette-issue")),
        Wish::NextProblem => (Icon::Warning, tr!("ui-next-problem")),
        Wish::Explain => (Icon::Help, tr!("explain-hint")),
        Wish::UseSuggestion => (Icon::Check, tr!("palette-use-suggestion")),
        Wish::Undo => (Icon::Undo, tr!("palette-undo")),
        Wish::Columns => (Icon::Spreadsheet, tr!("ui-columns-change")),
        Wish::NextFile => (Icon::FileUp, tr!("palette-next-file")),
        Wish::Queue => (Icon::Inbox, tr!("ui-queue")),
        Wish::Save => (Icon::Save, tr!("ui-save")),
        Wish::Search => (Icon::Search, tr!("ui-register-search")),
        Wish::OtherWay => (Icon::Book, tr!("palette-other-way")),
        Wish::Export => (Icon::Download, tr!("ui-export-hint")),
        Wish::Code => (Icon::Stamp, tr!("ui-code-open")),
        Wish::MarkPrinted => (Icon::Printer, tr!("ui-mark-printed")),
        Wish::HandOver => (Icon::Handed, tr!("ui-hand-over-open")),
        Wish::Scan => (Icon::Paperclip, tr!("ui-scan-open")),
        Wish::Reprint => (Icon::Printer, tr!("ui-reprint")),
        Wish::Copy => (Icon::Receipt, tr!("ui-copy")),
        Wish::Void => (Icon::Ban, tr!("ui-void")),
        Wish::OtherPart => (Icon::UserSearch, tr!("ui-batch-of")),
        Wish::Preview => (Icon::FileText, tr!("ui-preview")),
        Wish::Print => (Icon::Printer, tr!("palette-print")),
        Wish::Email => (Icon::Mail, tr!("ui-send-mail")),
        _ => return None,
    })
}
