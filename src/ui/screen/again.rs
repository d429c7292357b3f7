//! Cards of all receipts that came out of the printer spoilt, printed again in one act.

use super::picker::{self, Picker};
use super::start::Start;
use crate::domain::ReceiptNumber;
use crate::domain::life::ReprintReason;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Failure};
use crate::ui::office::{self, Context, Offered};
use crate::ui::theme::{Tone, space, style};
use crate::ui::widget::{
    action, body, field, figure, heading, hero, hint, input, muted, note, quiet_action, segments, title,
};
use crate::workflow::reprint::{Reprint, Reprinted, Request};
use crate::{i18n, tr};
use iced::widget::{Column, Space, center, column as stacked, container, row, scrollable};
use iced::{Element, Fill, Task};
use std::path::{Path, PathBuf};
use std::sync::Arc;

const NOTE: &str = "again-note";
const START: &str = "again-start";

pub(crate) struct Again {
    /// The cards that wait; `None` until they were read.
    offered: Option<Arc<Offered>>,
    picker: Picker,
    reason: ReprintReason,
    note: String,
    start: Start,
    busy: bool,
    /// What was made, to be printed.
    made: Vec<Reprint>,
    trouble: Option<Failure>,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Read(Result<Arc<Offered>, Failure>),
    Picker(picker::Message),
    ReasonChosen(ReprintReason),
    NoteTyped(String),
    StartTyped(String),
    Do,
    Made(Result<Reprinted, Failure>),
    Print(ReceiptNumber, u32),
    Close,
}

pub(crate) enum Action {
    None,
    Run(Task<Message>),
    /// Cards were printed again: a sentence, and their folder.
    Made(String, Option<PathBuf>),
    /// Print the documents of this copy of a receipt of this company.
    Print(ReceiptNumber, u32, String),
    Close,
}

impl Again {
    pub(crate) fn new(context: &Context) -> (Self, Task<Message>) {
        let again = Self {
            offered: None,
            picker: Picker::default(),
            reason: ReprintReason::Damaged,
            note: String::new(),
            start: Start::default(),
            busy: false,
            made: Vec::new(),
            trouble: None,
        };
        let folder = context.folder.clone();
        let read = job::quick(move || office::spoilt(&folder)).map(Message::Read);
        (again, Task::batch([read, iced::widget::operation::focus(NOTE)]))
    }

    pub(crate) fn title() -> String {
        tr!("ui-again")
    }

    /// A key of the window's table.
    pub(crate) fn wish(wish: Wish) -> Option<Message> {
        match wish {
            Wish::Cancel => Some(Message::Close),
            Wish::Issue => Some(Message::Do),
            _ => None,
        }
    }

    fn request(&self) -> Option<Request> {
        let kpjs = self.picker.ticked();
        let ready = !self.busy && self.made.is_empty() && !kpjs.is_empty() && !self.note.trim().is_empty();
        let start_at = self.start.place()?;
        ready.then(|| Request { kpjs, reason: self.reason, note: self.note.clone(), paper: None, start_at, out: None })
    }

    fn company(&self, number: &ReceiptNumber) -> String {
        let offers = self.offered.iter().flat_map(|offered| &offered.cards);
        let mut from = offers.filter_map(|offer| offer.from.as_ref());
        from.find(|(receipt, _)| receipt == number).map(|(_, company)| company.clone()).unwrap_or_default()
    }

    pub(crate) fn update(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::Read(Ok(offered)) => {
                self.picker.show(offered.cards.clone());
                self.picker.tick_all();
                self.start.places = offered.places;
                self.offered = Some(offered);
            }
            Message::Picker(message) => self.picker.update(message),
            Message::ReasonChosen(reason) => self.reason = reason,
            Message::NoteTyped(text) => self.note = text,
            Message::StartTyped(text) => self.start.typed = text,
            Message::Do => {
                let Some(request) = self.request() else { return Action::None };
                self.busy = true;
                self.trouble = None;
                let (folder, today) = (context.folder.clone(), (context.today)());
                let task = job::long(move |progress| office::reprint(&folder, &request, today, progress));
                return Action::Run(task.map(Message::Made));
            }
            Message::Made(Ok(made)) => {
                self.busy = false;
                self.made = made.reprints;
                let cards: usize = self.made.iter().map(|reprint| reprint.cards.len()).sum();
                let folder = self.made.first().and_then(|reprint| reprint.files.cards.parent()).map(Path::to_owned);
                let receipts = figure(self.made.len());
                return Action::Made(tr!("ui-again-done", cards = figure(cards), receipts = receipts), folder);
            }
            Message::Made(Err(failure)) | Message::Read(Err(failure)) => {
                self.busy = false;
                self.trouble = Some(failure);
            }
            Message::Print(number, copy) => {
                let company = self.company(&number);
                return Action::Print(number, copy, company);
            }
            Message::Close => return Action::Close,
        }
        Action::None
    }

    pub(crate) fn view(&self) -> Element<'_, Message> {
        let trouble = self.trouble.as_ref().map(|failure| super::explained(failure, Tone::Bad));
        let content: Option<Element<'_, Message>> = match &self.offered {
            None => None,
            Some(_) if !self.made.is_empty() => Some(self.results()),
            Some(offered) if offered.cards.is_empty() => {
                let words = hero(Tone::Good, Icon::CircleCheck, tr!("ui-again-none"), tr!("ui-again-none-lead"));
                Some(container(center(words)).width(Fill).height(Fill).style(style::sheet).into())
            }
            Some(_) => Some(self.form()),
        };
        let back = quiet_action(Icon::ArrowLeft, tr!("ui-preview-back"), Some(Message::Close));
        let header = row![
            stacked![title(Self::title()), muted(tr!("ui-again-lead"))].spacing(space::XS).width(Fill),
            hint(back, tr!("ui-preview-back-hint"), Some(Wish::Cancel)),
        ]
        .spacing(space::M)
        .align_y(iced::Center);
        stacked![header].push(trouble).push(content).spacing(space::L).into()
    }

    fn form(&self) -> Element<'_, Message> {
        let reasons = ReprintReason::ALL.map(|reason| (reason, None, i18n::reprint_reason(reason)));
        let words = input(NOTE, "", &self.note, false, Message::NoteTyped).on_submit(Message::Do);
        let why = row![field(tr!("ui-reprint-note"), words, None, Fill)]
            .push(self.start.field(START, Message::StartTyped))
            .spacing(space::M);
        let ready = self.request().map(|_| Message::Do);
        let word = tr!("ui-again-do", count = figure(self.picker.ticked().len()));
        let buttons = row![
            Space::new().width(Fill),
            hint(action(Icon::Printer, word.clone(), style::primary, ready), word, Some(Wish::Issue))
        ];
        let form = stacked![segments(reasons, self.reason, Message::ReasonChosen), why, buttons].spacing(space::M);
        stacked![
            container(form).padding([space::M, space::L]).width(Fill).style(style::sheet),
            container(self.picker.view(Message::Picker)).height(Fill),
        ]
        .spacing(space::M)
        .into()
    }

    /// What was made: each receipt has a PDF of its own.
    fn results(&self) -> Element<'_, Message> {
        let lines = self.made.iter().map(|reprint| {
            let print = Message::Print(reprint.receipt.clone(), reprint.copy);
            let (number, company) = (reprint.receipt.to_string(), self.company(&reprint.receipt));
            let about = stacked![
                body(format!("{number} · {company}")),
                muted(i18n::copied(reprint.copy, Some((reprint.cards.len(), self.reason, self.note.trim())))),
            ];
            let print = action(Icon::Printer, tr!("ui-print-open-panel"), style::secondary, Some(print));
            row![about.spacing(space::HAIR).width(Fill), print].spacing(space::M).align_y(iced::Center).into()
        });
        let lines = Column::with_children(lines).spacing(space::M).padding(iced::padding::right(space::L));
        let told = note(Tone::Info, Icon::Info, tr!("ui-again-print"));
        let content =
            stacked![heading(tr!("ui-again-made")), told, scrollable(lines).height(Fill).style(style::scroll)];
        container(content.spacing(space::M)).padding(space::L).width(Fill).height(Fill).style(style::sheet).into()
    }
}
