//! What was issued so far, newest first; what became of it, and what can be done to it.

mod deed;
mod details;
mod export;
mod form;

use crate::domain::{Kpj, Mark, ReceiptNumber, ReceiptStatus, RegisterEntry, date};
use crate::tr;
use crate::ui::desktop::Answer;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Failure};
use crate::ui::office::{self, Context};
use crate::ui::screen::picker;
use crate::ui::screen::preview::Subject;
use crate::ui::theme::{BOLD, Tone, column, measure, space, style};
use crate::ui::widget::{
    Cell, Column, Grid, Width, action, body, caption, figure, hero, hint, input, muted, quiet_action, title,
};
use crate::workflow::dossier::Dossier;
use crate::workflow::receipt::{Given, Wanted};
use deed::{Deed, Done};
use export::{Export, Written, export_line};
use iced::widget::{Space, center, column as stacked, container, row};
use iced::{Element, Fill, Task};
use std::path::{Path, PathBuf};
use std::sync::Arc;

const SEARCH: &str = "register-search";
const ROWS: &str = "register-rows";

pub(crate) struct Register {
    entries: Arc<[RegisterEntry]>,
    cards: u64,
    search: String,
    /// Each list that is asked for has a number; older answers are late and ignored.
    asked: u64,
    /// The number of the list that is shown; 0 before the first.
    shown: u64,
    chosen: Option<usize>,
    /// What became of the chosen receipt; `None` until it was read.
    dossier: Option<Box<Dossier>>,
    /// What is about to be done to it.
    deed: Option<Deed>,
    busy: bool,
    export: Option<Export>,
    failure: Option<Failure>,
}

/// Which document of a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Cards,
    Receipt,
    Folder,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Refresh,
    Listed(u64, Result<Arc<[RegisterEntry]>, Failure>),
    SearchTyped(String),
    EntryChosen(usize),
    Open(Kind),
    Preview,
    Print,
    Found(Kind, Result<Box<Dossier>, Failure>),
    ReceiptFound(Result<Given, Failure>),
    DossierRead(Result<Box<Dossier>, Failure>),
    MarkPrinted,
    Copy,
    DeedOpened(deed::Kind),
    DeedClosed,
    Deed(deed::Message),
    Done(Result<Done, Failure>),
    GoImport,
    ExportOpened,
    ExportClosed,
    ExportPathTyped(String),
    ExportFullToggled(bool),
    ChooseExport,
    ExportAnswered(Answer),
    Export,
    Exported(PathBuf, Result<Written, Failure>),
}

pub(crate) enum Action {
    None,
    Run(Task<Message>),
    Open(PathBuf),
    /// Look at these documents, under this name.
    Preview(String, Subject),
    /// Print the documents of this receipt of this company.
    Print(ReceiptNumber, String),
    GoImport,
    Tell(Tone, String),
    /// Something was made; its folder can be shown.
    Made(String, Option<PathBuf>),
}

impl Register {
    pub(crate) fn new() -> Self {
        Self {
            entries: Arc::new([]),
            cards: 0,
            search: String::new(),
            asked: 0,
            shown: 0,
            chosen: None,
            dossier: None,
            deed: None,
            busy: false,
            export: None,
            failure: None,
        }
    }

    pub(crate) fn title() -> String {
        tr!("ui-register")
    }

    fn list(&mut self, context: &Context) -> Task<Message> {
        self.asked += 1;
        let (asked, folder, search) = (self.asked, context.folder.clone(), self.search.clone());
        job::quick(move || office::entries(&folder, &search)).map(move |result| Message::Listed(asked, result))
    }

    fn chosen_entry(&self) -> Option<&RegisterEntry> {
        self.entries.get(self.chosen?)
    }

    /// Shows one receipt.
    pub(crate) fn show(&mut self, number: &ReceiptNumber, context: &Context) -> Action {
        self.update(Message::SearchTyped(number.to_string()), context)
    }

    fn chosen_number(&self) -> Option<ReceiptNumber> {
        self.chosen_entry()?.number.clone()
    }

    /// Reads what became of the chosen receipt.
    fn read_dossier(&mut self, context: &Context) -> Task<Message> {
        let Some(number) = self.chosen_number() else {
            self.dossier = None;
            return Task::none();
        };
        let folder = context.folder.clone();
        job::quick(move || office::dossier(&folder, &number).map(Box::new)).map(Message::DossierRead)
    }

    fn choose(&mut self, at: Option<usize>, context: &Context) -> Task<Message> {
        if self.chosen != at {
            self.chosen = at;
            self.dossier = None;
            self.deed = self.deed.take().filter(|deed| matches!(deed, Deed::Code { .. }));
        }
        self.read_dossier(context)
    }

    /// What can be asked for here and now.
    pub(crate) fn offers(&self) -> Vec<Wish> {
        let mut offers = Vec::new();
        if self.chosen_number().is_some() {
            offers.extend([Wish::Print, Wish::Preview, Wish::MarkPrinted, Wish::HandOver]);
            offers.extend([Wish::Reprint, Wish::Copy, Wish::Void]);
        }
        offers.extend([Wish::Search, Wish::Code]);
        offers
    }

    /// A key of the window's table.
    pub(crate) fn wish(&mut self, wish: Wish, context: &Context) -> Action {
        match wish {
            Wish::Search => Action::Run(Task::batch([
                iced::widget::operation::focus(SEARCH),
                iced::widget::operation::select_all(SEARCH),
            ])),
            Wish::Cancel => {
                if self.export.take().is_none() && self.deed.take().is_none() {
                    self.chosen = None;
                    self.dossier = None;
                }
                Action::None
            }
            Wish::Issue => self.update(Message::Deed(deed::Message::Do), context),
            Wish::MarkPrinted => self.update(Message::MarkPrinted, context),
            Wish::HandOver => self.update(Message::DeedOpened(deed::Kind::HandOver), context),
            Wish::Reprint => self.update(Message::DeedOpened(deed::Kind::Reprint), context),
            Wish::Void => self.update(Message::DeedOpened(deed::Kind::Void), context),
            Wish::Code => self.update(Message::DeedOpened(deed::Kind::Code), context),
            Wish::Copy => self.update(Message::Copy, context),
            Wish::Preview => self.preview(),
            Wish::Print => self.print(),
            _ => Action::None,
        }
    }

    /// Prints the documents of the chosen receipt.
    fn print(&self) -> Action {
        let Some(entry) = self.chosen_entry() else { return Action::None };
        let Some(number) = &entry.number else { return Action::None };
        Action::Print(number.clone(), entry.company.clone())
    }

    /// Shows the documents of the chosen receipt.
    fn preview(&self) -> Action {
        let Some(entry) = self.chosen_entry() else { return Action::None };
        let Some(number) = &entry.number else { return Action::None };
        Action::Preview(format!("{number} · {}", entry.company), Subject::Issued(number.clone()))
    }

    pub(crate) fn update(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::Refresh => return Action::Run(self.list(context)),
            Message::SearchTyped(search) => {
                self.search = search;
                return Action::Run(self.list(context));
            }
            Message::Listed(asked, result) if asked == self.asked => {
                let chosen = self.chosen_entry().and_then(|entry| entry.number.clone());
                self.shown = asked;
                match result {
                    Ok(entries) => {
                        self.failure = None;
                        self.cards = entries.iter().map(RegisterEntry::counted_cards).sum();
                        self.chosen = chosen
                            .and_then(|number| entries.iter().position(|entry| entry.number.as_ref() == Some(&number)));
                        self.entries = entries;
                        // a KPJ leads to its receipt
                        if self.chosen.is_none() && Kpj::parse(&self.search).is_ok() {
                            self.chosen = (!self.entries.is_empty()).then_some(0);
                        }
                        let found = self.read_dossier(context);
                        return Action::Run(found);
                    }
                    Err(failure) => self.failure = Some(failure),
                }
            }
            Message::Listed(..) => {}
            Message::EntryChosen(at) => return Action::Run(self.choose(Some(at), context)),
            Message::Preview => return self.preview(),
            Message::Print => return self.print(),
            Message::DossierRead(Ok(dossier)) => {
                if dossier.life.entry.number == self.chosen_number() {
                    self.dossier = Some(dossier);
                }
            }
            Message::Open(kind) => return self.open(kind, context),
            Message::Found(kind, Ok(dossier)) => {
                let cards = dossier.files.cards;
                let path = if kind == Kind::Folder { cards.parent().map(Path::to_owned) } else { Some(cards) };
                return path.map_or(Action::None, Action::Open);
            }
            Message::ReceiptFound(Ok(given)) => {
                return Action::Open(given.file);
            }
            Message::Found(_, Err(failure))
            | Message::ReceiptFound(Err(failure))
            | Message::DossierRead(Err(failure)) => self.failure = Some(failure),
            Message::GoImport => return Action::GoImport,
            Message::MarkPrinted
            | Message::Copy
            | Message::DeedOpened(_)
            | Message::DeedClosed
            | Message::Deed(_)
            | Message::Done(_) => return self.update_deed(message, context),
            message => return self.update_export(message, context),
        }
        Action::None
    }

    /// Opens a document of the chosen receipt: the receipt itself as it stands, with BATAL on it once it is void.
    fn open(&self, kind: Kind, context: &Context) -> Action {
        let Some(number) = self.chosen_number() else { return Action::None };
        let (folder, today) = (context.folder.clone(), (context.today)());
        Action::Run(match kind {
            Kind::Receipt => job::quick(move || office::receipt(&folder, &number, Wanted::Standing, today))
                .map(Message::ReceiptFound),
            kind => job::quick(move || office::dossier(&folder, &number).map(Box::new))
                .map(move |dossier| Message::Found(kind, dossier)),
        })
    }

    /// Why this cannot be done to the chosen receipt; the buttons say it by being off, keys need words.
    fn forbidden(&self, message: &Message) -> Option<String> {
        let status = self.chosen_entry()?.status;
        let last =
            matches!(message, Message::MarkPrinted | Message::DeedOpened(deed::Kind::HandOver | deed::Kind::Spoilt));
        match (message, status) {
            (Message::DeedOpened(deed::Kind::Code), _) => None,
            (Message::MarkPrinted | Message::Copy | Message::DeedOpened(_), ReceiptStatus::Void) => {
                Some(tr!("ui-is-void"))
            }
            (_, ReceiptStatus::HandedOver) if last => Some(tr!("ui-is-handed-over")),
            _ => None,
        }
    }

    fn update_deed(&mut self, message: Message, context: &Context) -> Action {
        if let Some(sentence) = self.forbidden(&message) {
            return Action::Tell(Tone::Warn, sentence);
        }
        match message {
            Message::MarkPrinted => {
                if let Some(number) = self.chosen_number().filter(|_| !self.busy) {
                    self.busy = true;
                    return Action::Run(deed::marked(context, number, Mark::Printed { failed: Vec::new() }));
                }
            }
            Message::Copy => {
                if let Some(number) = self.chosen_number().filter(|_| !self.busy) {
                    self.busy = true;
                    let (folder, today) = (context.folder.clone(), (context.today)());
                    let task = job::quick(move || office::receipt(&folder, &number, Wanted::Copy, today));
                    return Action::Run(task.map(|given| Message::Done(given.map(|given| Done::Open(given.file)))));
                }
            }
            Message::DeedOpened(kind) => {
                if let Some(deed) = Deed::new(kind, self.chosen_number(), (context.today)()) {
                    self.export = None;
                    self.failure = None;
                    let read = deed.begin(context);
                    let field = if deed.picker().is_some() { picker::KPJ } else { deed::FIRST };
                    self.deed = Some(deed);
                    return Action::Run(Task::batch([read, iced::widget::operation::focus(field)]));
                }
            }
            Message::DeedClosed => self.deed = None,
            Message::Deed(message) => {
                let does = matches!(message, deed::Message::Do);
                let Some(deed) = &mut self.deed else { return Action::None };
                if does && self.busy {
                    return Action::None;
                }
                match deed.update(message, context) {
                    deed::Outcome::None => {}
                    deed::Outcome::Failed(failure) => self.failure = Some(failure),
                    deed::Outcome::Run(task) => {
                        self.busy = !matches!(deed, Deed::Code { .. });
                        return Action::Run(task);
                    }
                }
            }
            Message::Done(result) => {
                self.busy = false;
                match result {
                    Ok(done) => {
                        self.failure = None;
                        self.deed = None;
                        return match done {
                            Done::Recorded(sentence) => Action::Made(sentence, None),
                            Done::Made(sentence, folder) => Action::Made(sentence, folder),
                            Done::Open(file) => Action::Open(file),
                        };
                    }
                    Err(failure) => self.failure = Some(failure),
                }
            }
            _ => {}
        }
        Action::None
    }

    pub(crate) fn view(&self) -> Element<'_, Message> {
        let failure = self.failure.as_ref().map(|failure| super::explained(failure, Tone::Bad));
        let content: Element<'_, Message> =
            if self.shown > 0 && self.failure.is_none() && self.entries.is_empty() && self.search.trim().is_empty() {
                let begin = action(Icon::FileUp, tr!("ui-register-begin"), style::primary, Some(Message::GoImport));
                let words = hero(Tone::Accent, Icon::Inbox, tr!("ui-register-empty"), tr!("ui-register-empty-lead"));
                let content = stacked![words, hint(begin, tr!("ui-import-lead"), Some(Wish::GoImport))]
                    .spacing(space::XL)
                    .align_x(iced::Center);
                container(center(content)).width(Fill).height(Fill).style(style::sheet).into()
            } else {
                let picker = self.deed.as_ref().and_then(Deed::picker);
                let list = picker
                    .map_or_else(|| self.grid(), |picker| picker.view(|m| Message::Deed(deed::Message::Picker(m))));
                let pane = self.dossier.as_deref().filter(|_| picker.is_none());
                stacked![container(list).height(Fill)]
                    .push(pane.map(|dossier| details::pane(dossier, self.busy)))
                    .push(self.end())
                    .spacing(space::M)
                    .into()
            };
        stacked![self.header()]
            .push(self.export.as_ref().map(export_line))
            .push(self.deed.as_ref().map(|deed| form::form(deed, self.busy)))
            .push(failure)
            .push(content)
            .spacing(space::L)
            .into()
    }

    fn header(&self) -> Element<'_, Message> {
        let search = input(SEARCH, &tr!("ui-register-search"), &self.search, false, Message::SearchTyped)
            .width(measure::FIELD_SEARCH)
            .icon(iced::widget::text_input::Icon {
                font: crate::ui::icon::FONT,
                code_point: Icon::Search.glyph(),
                size: Some(crate::ui::theme::text::ICON.into()),
                spacing: space::S,
                side: iced::widget::text_input::Side::Left,
            });
        let can_export = !self.entries.is_empty() && self.export.is_none();
        let export =
            action(Icon::Download, tr!("ui-export"), style::secondary, can_export.then_some(Message::ExportOpened));
        let code = quiet_action(Icon::Stamp, tr!("ui-code-open"), Some(Message::DeedOpened(deed::Kind::Code)));
        row![
            stacked![title(Self::title()), muted(tr!("ui-register-lead"))].spacing(space::XS),
            Space::new().width(Fill),
            hint(code, tr!("ui-code-hint"), Some(Wish::Code)),
            hint(search, tr!("ui-register-search-hint"), Some(Wish::Search)),
            export,
        ]
        .spacing(space::S)
        .align_y(iced::Center)
        .into()
    }

    fn grid(&self) -> Element<'_, Message> {
        let columns = vec![
            Column::new(tr!("ui-col-date"), Width::Fixed(column::DATE)),
            Column::new(tr!("ui-col-number"), Width::Fixed(column::NUMBER)),
            Column::new(tr!("ui-col-npp"), Width::Fixed(column::NPP)),
            Column::new(tr!("ui-col-company"), Width::Fill { portion: 1.0, minimum: column::TEXT }),
            Column::new(tr!("ui-col-cards"), Width::Fixed(column::COUNT)).right(),
            Column::new(tr!("ui-col-status"), Width::Fixed(column::STATUS)),
            Column::new(tr!("ui-ro"), Width::Fill { portion: 0.6, minimum: column::ROW }),
        ];
        Grid::new(ROWS, columns, self.entries.len(), |row, column| self.cell(row, column), Message::EntryChosen)
            .revision(self.shown)
            .chosen(self.chosen)
            .empty(if self.shown == 0 { tr!("ui-register-reading") } else { tr!("ui-register-none") })
            .on_open(|_| Message::Preview)
            .into()
    }

    fn cell(&self, at: usize, column: usize) -> Cell<'_> {
        let Some(entry) = self.entries.get(at) else { return Cell::text("") };
        let void = entry.status == ReceiptStatus::Void;
        let tone = if void { Tone::Faint } else { Tone::Plain };
        let dash = || "—".to_owned();
        match column {
            0 => Cell::text(date::short(entry.date)).tone(tone).struck(void),
            1 => Cell::text(entry.number.as_ref().map_or_else(dash, ToString::to_string)).tone(tone).struck(void),
            2 => Cell::text(entry.npp.to_string()).tone(tone).struck(void),
            3 => Cell::text(entry.company.as_str()).tone(tone).struck(void),
            4 => Cell::text(figure(entry.cards)).tone(tone).struck(void),
            5 => {
                let (icon, tone, word) = status(entry.status);
                Cell::text(word).icon(icon).tone(tone)
            }
            _ => Cell::text(entry.ro.clone().unwrap_or_else(dash)).tone(tone),
        }
    }

    /// The totals, and what can be done with the chosen entry.
    fn end(&self) -> Element<'_, Message> {
        let total = body(tr!("ui-total", entries = figure(self.entries.len()), cards = figure(self.cards))).font(BOLD);
        let numbered = self.chosen_entry().is_some_and(|entry| entry.number.is_some());
        let open = |kind| numbered.then_some(Message::Open(kind));
        let look = action(Icon::FileText, tr!("ui-preview"), style::secondary, numbered.then_some(Message::Preview));
        let print =
            action(Icon::Printer, tr!("ui-print-open-panel"), style::secondary, numbered.then_some(Message::Print));
        let buttons = row![
            hint(print, tr!("ui-print-hint"), Some(Wish::Print)),
            hint(look, tr!("ui-preview-issued-hint"), Some(Wish::Preview)),
            action(Icon::IdCard, tr!("ui-open-cards"), style::secondary, open(Kind::Cards)),
            action(Icon::Receipt, tr!("ui-open-receipt"), style::secondary, open(Kind::Receipt)),
            action(Icon::Folder, tr!("ui-open-folder"), style::secondary, open(Kind::Folder)),
        ]
        .spacing(space::S);
        let content = stacked![
            row![total, Space::new().width(Fill), caption(self.about_chosen())].align_y(iced::Center),
            buttons
        ]
        .spacing(space::S);
        container(content).padding([space::M, space::L]).width(Fill).style(style::bar).into()
    }

    fn about_chosen(&self) -> String {
        let Some(entry) = self.chosen_entry() else { return tr!("ui-register-choose") };
        match (&entry.number, &entry.handed_over_to, entry.handed_over_on) {
            (None, ..) => tr!("ui-register-old"),
            (Some(_), Some(person), Some(on)) => {
                tr!("ui-handed-over", person = person.as_str(), date = date::long(on))
            }
            (Some(number), ..) => tr!("ui-chosen", number = number.to_string(), company = entry.company.as_str()),
        }
    }
}

/// A status as all lists show it.
pub(super) fn status(status: ReceiptStatus) -> (Icon, Tone, String) {
    match status {
        ReceiptStatus::Issued => (Icon::Issued, Tone::Info, tr!("ui-status-issued")),
        ReceiptStatus::Printed => (Icon::Printer, Tone::Accent, tr!("ui-status-printed")),
        ReceiptStatus::Emailed => (Icon::Mail, Tone::Accent, tr!("ui-status-emailed")),
        ReceiptStatus::HandedOver => (Icon::Handed, Tone::Good, tr!("ui-status-handed-over")),
        ReceiptStatus::Void => (Icon::Ban, Tone::Bad, tr!("ui-status-void")),
    }
}
