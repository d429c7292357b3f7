//! What was taken over so far; each may be taken back as a whole.

use crate::domain::date;
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Failure};
use crate::ui::office::Context;
use crate::ui::office::take_over as office;
use crate::ui::screen::explained;
use crate::ui::theme::{Tone, column, measure, space, style};
use crate::ui::widget::{Cell, Column, Grid, Width, action, caption, figure, heading, hint, input, quiet_action};
use crate::workflow::take_over::{TakeOver, TakeOverId};
use chrono::Local;
use iced::widget::{Space, column as stacked, container, row};
use iced::{Element, Fill, Task};
use std::sync::Arc;

const ROWS: &str = "take-over-book";
const REASON: &str = "take-over-reason";

pub(super) struct Book {
    all: Arc<[TakeOver]>,
    chosen: Option<usize>,
    undo: Option<Undo>,
    failure: Option<Failure>,
}

struct Undo {
    id: TakeOverId,
    reason: String,
    busy: bool,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Listed(Result<Arc<[TakeOver]>, Failure>),
    Chosen(usize),
    /// The chosen one is to be taken back.
    Ask,
    ReasonTyped(String),
    GivenUp,
    Undo,
    Undone(TakeOverId, Result<usize, Failure>),
}

pub(super) enum Action {
    None,
    Run(Task<Message>),
    /// One was taken back, as this sentence says.
    Undone(Task<Message>, String),
}

impl Book {
    pub(super) fn new() -> Self {
        Self { all: Arc::new([]), chosen: None, undo: None, failure: None }
    }

    pub(super) fn read(context: &Context) -> Task<Message> {
        let folder = context.folder.clone();
        job::quick(move || office::book(&folder)).map(Message::Listed)
    }

    /// Closes the question, if it is open.
    pub(super) fn close(&mut self) -> bool {
        self.undo.take_if(|undo| !undo.busy).is_some()
    }

    fn chosen(&self) -> Option<&TakeOver> {
        self.all.get(self.chosen?)
    }

    pub(super) fn update(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::Listed(Ok(all)) => {
                self.chosen = self.chosen.filter(|at| *at < all.len());
                self.all = all;
            }
            Message::Listed(Err(failure)) => self.failure = Some(failure),
            Message::Chosen(at) => {
                self.chosen = Some(at);
                self.close();
            }
            Message::Ask => {
                if let Some(take_over) = self.chosen().filter(|take_over| take_over.undone.is_none()) {
                    self.undo = Some(Undo { id: take_over.id, reason: String::new(), busy: false });
                    return Action::Run(iced::widget::operation::focus(REASON));
                }
            }
            Message::ReasonTyped(text) => {
                if let Some(undo) = &mut self.undo {
                    undo.reason = text;
                }
            }
            Message::GivenUp => drop(self.close()),
            Message::Undo => {
                if let Some(undo) = self.undo.as_mut().filter(|undo| !undo.busy && !undo.reason.trim().is_empty()) {
                    undo.busy = true;
                    let (id, folder, reason) = (undo.id, context.folder.clone(), undo.reason.clone());
                    let task = job::quick(move || office::undo(&folder, id, &reason));
                    return Action::Run(task.map(move |result| Message::Undone(id, result)));
                }
            }
            Message::Undone(id, Ok(rows)) => {
                self.undo = None;
                self.failure = None;
                let sentence = tr!("old-undone", id = id.to_string(), rows = figure(rows));
                return Action::Undone(Self::read(context), sentence);
            }
            Message::Undone(_, Err(failure)) => {
                if let Some(undo) = &mut self.undo {
                    undo.busy = false;
                }
                self.failure = Some(failure);
            }
        }
        Action::None
    }

    /// Nothing where nothing was taken over yet.
    pub(super) fn view(&self) -> Option<Element<'_, Message>> {
        if self.all.is_empty() && self.failure.is_none() {
            return None;
        }
        let can_undo = self.chosen().is_some_and(|take_over| take_over.undone.is_none()) && self.undo.is_none();
        let undo = action(Icon::Undo, tr!("ui-old-undo"), style::secondary, can_undo.then_some(Message::Ask));
        let top = row![
            heading(tr!("ui-old-book")),
            Space::new().width(Fill),
            hint(undo, tr!("ui-old-undo-hint"), Some(Wish::Void))
        ]
        .align_y(iced::Center);
        let columns = vec![
            Column::new(tr!("old-col-id"), Width::Fixed(column::ROW)).right(),
            Column::new(tr!("register-date"), Width::Fixed(column::DATE)),
            Column::new(tr!("old-col-file"), Width::Fill { portion: 1.0, minimum: column::TEXT }),
            Column::new(tr!("old-col-rows"), Width::Fixed(column::COUNT)).right(),
            Column::new(tr!("ui-col-cards"), Width::Fixed(column::COUNT)).right(),
            Column::new(tr!("old-col-undone"), Width::Fill { portion: 1.0, minimum: column::TEXT }),
        ];
        let grid = Grid::new(ROWS, columns, self.all.len(), |row, column| self.cell(row, column), Message::Chosen)
            .chosen(self.chosen);
        let question = self.undo.as_ref().map(|undo| {
            let ready = (!undo.busy && !undo.reason.trim().is_empty()).then_some(Message::Undo);
            let field = input(REASON, &tr!("ui-old-undo-reason"), &undo.reason, false, Message::ReasonTyped)
                .on_submit(Message::Undo);
            stacked![
                caption(tr!("ui-old-undo-lead", id = undo.id.to_string())),
                row![
                    field,
                    hint(
                        quiet_action(Icon::X, tr!("ui-close"), Some(Message::GivenUp)),
                        tr!("ui-close"),
                        Some(Wish::Cancel)
                    ),
                    hint(
                        action(Icon::Undo, tr!("ui-old-undo-do"), style::primary, ready),
                        tr!("ui-old-undo-do"),
                        Some(Wish::Issue)
                    ),
                ]
                .spacing(space::S)
            ]
            .spacing(space::XS)
        });
        let content = stacked![top]
            .push(self.failure.as_ref().map(|failure| explained(failure, Tone::Bad)))
            .push(question)
            .push(container(grid).height(measure::BOOK))
            .spacing(space::S);
        Some(container(content).padding([space::M, space::L]).width(Fill).style(style::sheet).into())
    }

    fn cell(&self, at: usize, column: usize) -> Cell<'_> {
        let Some(take_over) = self.all.get(at) else { return Cell::text("") };
        let gone = take_over.undone.is_some();
        let text = match column {
            0 => take_over.id.to_string(),
            1 => date::short(take_over.at.with_timezone(&Local).date_naive()),
            2 => take_over.file.clone(),
            3 => figure(take_over.rows),
            4 => figure(take_over.cards),
            _ => {
                let about = |(at, reason): &(chrono::DateTime<chrono::Utc>, String)| {
                    format!("{} · {reason}", date::short(at.with_timezone(&Local).date_naive()))
                };
                return Cell::text(take_over.undone.as_ref().map(about).unwrap_or_default()).tone(Tone::Muted);
            }
        };
        Cell::text(text).tone(if gone { Tone::Faint } else { Tone::Plain }).struck(gone)
    }
}
