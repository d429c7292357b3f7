//! What was issued so far, newest first.

use crate::domain::{ReceiptStatus, RegisterEntry, date};
use crate::tr;
use crate::ui::desktop::Answer;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Failure};
use crate::ui::office::{self, Context};
use crate::ui::screen::preview::Subject;
use crate::ui::theme::{BOLD, Tone, column, measure, space, style};
use crate::ui::widget::{
    Cell, Column, Grid, Width, action, body, caption, figure, hero, hint, input, muted, quiet_action, tick, title,
};
use crate::workflow::issue::Files;
use iced::widget::{Space, center, column as stacked, container, row};
use iced::{Element, Fill, Task};
use std::path::{Path, PathBuf};
use std::sync::Arc;

const SEARCH: &str = "register-search";
const ROWS: &str = "register-rows";
const EXPORT_PATH: &str = "register-export-path";

pub(crate) struct Register {
    entries: Arc<[RegisterEntry]>,
    cards: u64,
    search: String,
    /// Each list that is asked for has a number; older answers are late and ignored.
    asked: u64,
    /// The number of the list that is shown; 0 before the first.
    shown: u64,
    chosen: Option<usize>,
    export: Option<Export>,
    failure: Option<Failure>,
}

/// The line that asks where to export to.
#[derive(Debug, Clone, Default)]
struct Export {
    path: String,
    full: bool,
    busy: bool,
    /// A file that exists and would be replaced: asked once.
    replace: Option<PathBuf>,
    no_dialog: bool,
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
    Found(Kind, Result<Files, Failure>),
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

/// What became of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Written {
    Rows(usize),
    /// A file of that name exists; nothing was written.
    Exists,
}

pub(crate) enum Action {
    None,
    Run(Task<Message>),
    Open(PathBuf),
    /// Look at these documents, under this name.
    Preview(String, Subject),
    GoImport,
    Tell(Tone, String),
}

/// What an export is called unless the user says otherwise.
fn export_name(context: &Context) -> String {
    tr!("ui-export-name", date = date::short((context.today)()))
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

    /// A key of the window's table.
    pub(crate) fn wish(&mut self, wish: Wish) -> Action {
        match wish {
            Wish::Search => Action::Run(Task::batch([
                iced::widget::operation::focus(SEARCH),
                iced::widget::operation::select_all(SEARCH),
            ])),
            Wish::Cancel => {
                if self.export.take().is_none() {
                    self.chosen = None;
                }
                Action::None
            }
            Wish::Preview => self.preview(),
            _ => Action::None,
        }
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
                    }
                    Err(failure) => self.failure = Some(failure),
                }
            }
            Message::Listed(..) => {}
            Message::EntryChosen(at) => self.chosen = Some(at),
            Message::Preview => return self.preview(),
            Message::Open(kind) => {
                if let Some(number) = self.chosen_entry().and_then(|entry| entry.number.clone()) {
                    let folder = context.folder.clone();
                    let task = job::quick(move || office::documents(&folder, &number));
                    return Action::Run(task.map(move |files| Message::Found(kind, files)));
                }
            }
            Message::Found(kind, Ok(files)) => {
                let path = match kind {
                    Kind::Cards => Some(files.cards),
                    Kind::Receipt => Some(files.receipt),
                    Kind::Folder => files.cards.parent().map(Path::to_owned),
                };
                return path.map_or(Action::None, Action::Open);
            }
            Message::Found(_, Err(failure)) => self.failure = Some(failure),
            Message::GoImport => return Action::GoImport,
            message => return self.update_export(message, context),
        }
        Action::None
    }

    fn update_export(&mut self, message: Message, context: &Context) -> Action {
        if let Message::ExportOpened = message {
            let path = context.proposal(&export_name(context)).display().to_string();
            self.export = Some(Export { path, ..Export::default() });
            return Action::Run(iced::widget::operation::focus(EXPORT_PATH));
        }
        let Some(export) = &mut self.export else { return Action::None };
        match message {
            Message::ExportClosed => self.export = None,
            Message::ExportPathTyped(path) => {
                export.path = path;
                export.replace = None;
            }
            Message::ExportFullToggled(full) => export.full = full,
            Message::ChooseExport => {
                return Action::Run(Task::perform(
                    context.desktop.save(&export_name(context)),
                    Message::ExportAnswered,
                ));
            }
            Message::ExportAnswered(answer) => {
                export.no_dialog = answer == Answer::Unavailable;
                if let Answer::Chosen(path) = answer {
                    export.path = path.display().to_string();
                    // the dialog has asked already
                    export.replace = Some(path);
                    return self.update_export(Message::Export, context);
                }
            }
            Message::Export => {
                let out = PathBuf::from(export.path.trim());
                if export.busy || !out.is_absolute() {
                    return Action::None;
                }
                export.busy = true;
                let (folder, search, full) = (context.folder.clone(), self.search.clone(), export.full);
                let replace = export.replace.as_ref() == Some(&out);
                let target = out.clone();
                let task = job::quick(move || {
                    if !replace && target.exists() {
                        return Ok(Written::Exists);
                    }
                    office::export(&folder, &search, full, &target).map(Written::Rows)
                });
                return Action::Run(task.map(move |result| Message::Exported(out.clone(), result)));
            }
            Message::Exported(out, result) => {
                export.busy = false;
                match result {
                    Ok(Written::Rows(rows)) => {
                        self.export = None;
                        let file = out.display().to_string();
                        return Action::Tell(Tone::Good, tr!("ui-exported", count = figure(rows), file = file));
                    }
                    Ok(Written::Exists) => export.replace = Some(out),
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
                stacked![self.grid(), self.end()].spacing(space::M).into()
            };
        stacked![self.header()]
            .push(self.export.as_ref().map(export_line))
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
        row![
            stacked![title(Self::title()), muted(tr!("ui-register-lead"))].spacing(space::XS),
            Space::new().width(Fill),
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
            Column::new(tr!("ui-ro"), Width::Fixed(column::PERSON)),
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
            0 => Cell::text(date::short(entry.date)).tone(tone),
            1 => Cell::text(entry.number.as_ref().map_or_else(dash, ToString::to_string)).tone(tone),
            2 => Cell::text(entry.npp.to_string()).tone(tone),
            3 => Cell::text(entry.company.as_str()).tone(tone),
            4 => Cell::text(figure(entry.cards)).tone(tone),
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
        let buttons = row![
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

fn status(status: ReceiptStatus) -> (Icon, Tone, String) {
    match status {
        ReceiptStatus::Issued => (Icon::Issued, Tone::Info, tr!("ui-status-issued")),
        ReceiptStatus::Printed => (Icon::Printer, Tone::Accent, tr!("ui-status-printed")),
        ReceiptStatus::Emailed => (Icon::Mail, Tone::Accent, tr!("ui-status-emailed")),
        ReceiptStatus::HandedOver => (Icon::Handed, Tone::Good, tr!("ui-status-handed-over")),
        ReceiptStatus::Void => (Icon::Ban, Tone::Bad, tr!("ui-status-void")),
    }
}

fn export_line(export: &Export) -> Element<'_, Message> {
    let wrong = !Path::new(export.path.trim()).is_absolute();
    let path = input(EXPORT_PATH, "", &export.path, wrong, Message::ExportPathTyped).on_submit(Message::Export);
    let word = if export.replace.is_some() { tr!("ui-export-replace") } else { tr!("ui-export-save") };
    let save = action(Icon::Save, word, style::primary, (!export.busy && !wrong).then_some(Message::Export));
    let choose = action(Icon::Folder, tr!("ui-choose"), style::secondary, Some(Message::ChooseExport));
    let close = quiet_action(Icon::X, tr!("ui-close"), Some(Message::ExportClosed));
    let about = match (&export.replace, export.no_dialog) {
        (Some(_), _) => tr!("ui-export-exists"),
        (None, true) => tr!("ui-no-dialog"),
        (None, false) => tr!("ui-export-note"),
    };
    let lines = stacked![
        row![path, choose, save, hint(close, tr!("ui-close"), Some(Wish::Cancel))].spacing(space::S),
        row![
            tick(tr!("ui-export-full"), export.full, Message::ExportFullToggled),
            Space::new().width(Fill),
            caption(about)
        ]
        .spacing(space::L)
        .align_y(iced::Center),
    ]
    .spacing(space::S);
    container(lines).padding([space::M, space::L]).style(style::sheet).into()
}
