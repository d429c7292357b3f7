//! What was issued so far: all of it or what is filtered, in any order; what became of it, and what can be done to it.

mod batch;
mod copies;
mod deed;
mod details;
mod export;
mod filters;
mod form;
mod list;
mod rows;
mod scan;
mod view;

use crate::domain::{Mark, Part, ReceiptNumber, ReceiptStatus, RegisterEntry};
use crate::tr;
use crate::ui::desktop::Answer;
use crate::ui::hotkey::Wish;
use crate::ui::job::{self, Failure};
use crate::ui::office::{self, Context, Listing, Question, RegisterRows};
use crate::ui::screen::picker;
use crate::ui::screen::preview::Subject;
use crate::ui::theme::Tone;
use crate::workflow::dossier::Dossier;
use crate::workflow::print::Printable;
use crate::workflow::receipt::{Given, Wanted};
use crate::workflow::register::{Sort, SortBy};
use batch::Batch;
#[cfg(test)]
pub(crate) use copies::Use;
use deed::{Deed, Done};
use export::{Export, Written};
use filters::Filters;
use iced::Task;
use list::COLUMNS;
use rows::{Place, Rows};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
pub(crate) use view::{ROWS, status};

pub(crate) struct Register {
    filters: Filters,
    sort: Sort,
    /// What was asked last. Each asking has a number; older answers are late and ignored.
    asking: Option<Question>,
    asked: u64,
    /// The number of the asking whose rows are all here; 0 before the first.
    listed: u64,
    /// The asking that runs; another one stops it.
    reading: Option<job::Handle>,
    /// How often something was typed into the filters.
    typed: u64,
    rows: Rows,
    /// The receipt to choose once the rows are here.
    sought: Option<ReceiptNumber>,
    officers: Vec<String>,
    /// What became of the chosen receipt; `None` until it was read.
    dossier: Option<Box<Dossier>>,
    /// Its people, while they are shown.
    batch: Option<Batch>,
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
    Filter(filters::Message),
    /// Nothing was typed for a while since this many.
    TypingPaused(u64),
    SortedBy(SortBy),
    /// The first rows.
    Begun(u64, Result<RegisterRows, Failure>),
    Listed(u64, Result<Arc<Listing>, Failure>),
    /// These rows are in sight, and not all near them are known.
    Seen(Range<usize>),
    /// Rows of this edition, of which so many were asked for.
    Read(u64, usize, Result<RegisterRows, Failure>),
    EntryChosen(Option<Place>),
    Open(Kind),
    Preview,
    Print,
    Email,
    Found(Kind, Result<Box<Dossier>, Failure>),
    ReceiptFound(Result<Given, Failure>),
    DossierRead(Result<Box<Dossier>, Failure>),
    /// The people of the chosen receipt, please.
    BatchOpened,
    BatchClosed,
    Batch(batch::Message),
    OfCopy(u32, copies::Use),
    CopyFound(Result<PathBuf, Failure>),
    MarkPrinted,
    Copy,
    OpenScan(PathBuf),
    DeedOpened(deed::Kind),
    DeedClosed,
    Deed(deed::Message),
    Done(Result<Done, Failure>),
    GoImport,
    TakeOver,
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
    /// Print this document of this company.
    Print(Printable, String),
    /// Send the documents of this receipt of this company.
    Email(ReceiptNumber, String),
    GoImport,
    /// Take the old Excel register over.
    TakeOver,
    Tell(Tone, String),
    /// Something was made; its folder can be shown.
    Made(String, Option<PathBuf>),
}

impl Register {
    pub(crate) fn new() -> Self {
        Self {
            filters: Filters::new(),
            sort: Sort::NEWEST_FIRST,
            asking: None,
            asked: 0,
            listed: 0,
            reading: None,
            typed: 0,
            rows: Rows::default(),
            sought: None,
            officers: Vec::new(),
            dossier: None,
            batch: None,
            deed: None,
            busy: false,
            export: None,
            failure: None,
        }
    }

    pub(crate) fn title() -> String {
        tr!("ui-register")
    }

    fn chosen_entry(&self) -> Option<&RegisterEntry> {
        self.rows.chosen_entry()
    }

    fn chosen_number(&self) -> Option<ReceiptNumber> {
        self.chosen_entry()?.number.clone()
    }

    /// The people of the chosen receipt, where they are shown.
    fn batch(&self) -> Option<&Batch> {
        let number = self.chosen_number()?;
        self.batch.as_ref().filter(|batch| batch.number == number)
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

    /// What can be asked for here and now.
    pub(crate) fn offers(&self) -> Vec<Wish> {
        let mut offers = Vec::new();
        if self.chosen_number().is_some() {
            offers.extend([
                Wish::OtherPart,
                Wish::Print,
                Wish::Email,
                Wish::Preview,
                Wish::MarkPrinted,
                Wish::HandOver,
                Wish::Scan,
            ]);
            offers.extend([Wish::Reprint, Wish::Copy, Wish::Void]);
        }
        offers.extend([Wish::Search, Wish::OtherWay, Wish::Export, Wish::Code]);
        offers
    }

    /// Takes a dropped file for a scan; `false`: nothing here wants one.
    pub(crate) fn drop(&mut self, file: &Path) -> bool {
        self.deed.as_mut().is_some_and(|deed| deed.drop(file))
    }

    /// A key of the window's table.
    pub(crate) fn wish(&mut self, wish: Wish, context: &Context) -> Action {
        match wish {
            Wish::Search => {
                let field = if self.batch().is_some() { batch::SEARCH } else { filters::SEARCH };
                Action::Run(Task::batch([
                    iced::widget::operation::focus(field),
                    iced::widget::operation::select_all(field),
                ]))
            }
            Wish::Cancel => {
                if self.export.take().is_some() || self.deed.take().is_some() || self.batch.take().is_some() {
                    return Action::None;
                }
                self.dossier = None;
                if self.rows.choose(None) { Action::None } else { self.clear(context) }
            }
            Wish::Left => self.sort_beside(COLUMNS.len() - 1, context),
            Wish::Right => self.sort_beside(1, context),
            Wish::OtherWay => self.sort_other_way(context),
            Wish::Issue => self.update(Message::Deed(deed::Message::Do), context),
            Wish::MarkPrinted => self.update(Message::MarkPrinted, context),
            Wish::HandOver => self.update(Message::DeedOpened(deed::Kind::HandOver), context),
            Wish::Scan => self.update(Message::DeedOpened(deed::Kind::Scan), context),
            Wish::Reprint => self.update(Message::DeedOpened(deed::Kind::Reprint), context),
            Wish::Void => self.update(Message::DeedOpened(deed::Kind::Void), context),
            Wish::Code => self.update(Message::DeedOpened(deed::Kind::Code), context),
            Wish::Copy => self.update(Message::Copy, context),
            Wish::Export if self.can_export() => self.update(Message::ExportOpened, context),
            Wish::OtherPart if self.batch().is_some() => self.update(Message::BatchClosed, context),
            Wish::OtherPart => self.update(Message::BatchOpened, context),
            Wish::Preview => self.preview(),
            Wish::Print => self.print(),
            Wish::Email => self.email(),
            _ => Action::None,
        }
    }

    /// Sends the documents of the chosen receipt.
    fn email(&self) -> Action {
        let Some(entry) = self.chosen_entry() else { return Action::None };
        let Some(number) = &entry.number else { return Action::None };
        if entry.status == ReceiptStatus::Void {
            return Action::Tell(Tone::Warn, tr!("ui-is-void"));
        }
        Action::Email(number.clone(), entry.company.clone())
    }

    /// Prints the documents of the chosen receipt.
    fn print(&self) -> Action {
        let Some(entry) = self.chosen_entry() else { return Action::None };
        let Some(number) = &entry.number else { return Action::None };
        let document = Printable { number: number.clone(), part: Part::Cards, copy: None };
        Action::Print(document, entry.company.clone())
    }

    /// Shows the documents of the chosen receipt.
    fn preview(&self) -> Action {
        let Some(entry) = self.chosen_entry() else { return Action::None };
        let Some(number) = &entry.number else { return Action::None };
        Action::Preview(format!("{number} · {}", entry.company), Subject::Issued(number.clone(), None))
    }

    pub(crate) fn update(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::Preview => return self.preview(),
            Message::Print => return self.print(),
            Message::Email => return self.email(),
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
            Message::BatchOpened => {
                if let Some(number) = self.chosen_number() {
                    let (batch, task) = Batch::open(number, context);
                    self.batch = Some(batch);
                    return Action::Run(task);
                }
            }
            Message::BatchClosed => self.batch = None,
            Message::Batch(message) => {
                let Some(batch) = &mut self.batch else { return Action::None };
                match batch.update(message, context) {
                    Ok(task) => return Action::Run(task),
                    Err(failure) => self.failure = Some(failure),
                }
            }
            Message::OfCopy(copy, what) => return self.use_copy(copy, what, context),
            Message::CopyFound(Ok(file)) => return Action::Open(file),
            Message::CopyFound(Err(failure))
            | Message::Found(_, Err(failure))
            | Message::ReceiptFound(Err(failure))
            | Message::DossierRead(Err(failure)) => self.failure = Some(failure),
            Message::GoImport => return Action::GoImport,
            Message::TakeOver => return Action::TakeOver,
            Message::MarkPrinted
            | Message::Copy
            | Message::DeedOpened(_)
            | Message::DeedClosed
            | Message::Deed(_)
            | Message::Done(_) => return self.update_deed(message, context),
            Message::ExportOpened
            | Message::ExportClosed
            | Message::ExportPathTyped(_)
            | Message::ExportFullToggled(_)
            | Message::ChooseExport
            | Message::ExportAnswered(_)
            | Message::Export
            | Message::Exported(..) => return self.update_export(message, context),
            message => return self.update_list(message, context),
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
            Message::OpenScan(file) => return Action::Open(file),
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
                        // a dialog that is asked for leaves the form as it is
                        self.busy = does && !matches!(deed, Deed::Code { .. });
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
}
