//! The step in which a person shows where a list's table is, and which column is what.

mod choice;
mod offer;
mod passage;
mod view;

pub(super) use offer::{doubts, unmapped};

use super::review::Review;
use crate::tr;
use crate::ui::job::{self, Failure, Handle};
use crate::ui::office::{self, Context, Reading, Source};
use crate::ui::theme::{Tone, measure};
use crate::workflow::check::Checked;
use crate::workflow::columns::Preview;
use choice::{Choice, Slot};
use iced::Task;
use iced::widget::operation::{self, AbsoluteOffset};
use std::sync::Arc;

/// The rows to choose from.
const ROWS: &str = "columns-rows";
/// What moves them sideways.
const SIDEWAYS: &str = "columns-sideways";

pub(super) struct Columns {
    source: Source,
    name: String,
    back: Back,
    stage: Stage,
    /// Why the last reading came to nothing.
    trouble: Option<Failure>,
}

/// Where the person came from.
pub(super) enum Back {
    Review(Box<Review>),
    Failed(Failure),
}

enum Stage {
    /// The first rows are being read.
    Opening {
        /// Leaving the step stops it.
        _handle: Handle,
    },
    Choosing {
        choice: Box<Choice>,
        /// Another one for each sheet.
        revision: u64,
        /// The list is being read again.
        reading: Option<Handle>,
    },
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Opened(job::Event<Arc<Preview>>),
    Sheet(usize),
    /// The place of the header row; `None`: there is none.
    Header(Option<usize>),
    /// What the next click in the rows is about.
    Take(Slot),
    Column(Slot, Option<usize>),
    /// A click in the rows: row and column.
    Clicked(usize, usize),
    Title(usize),
    Read,
    ReadAgain(job::Event<Box<Reading>>),
    Back,
}

/// What the step asks of the screen.
pub(super) enum Outcome {
    None,
    Run(Task<Message>),
    Tell(Tone, String),
    /// Nothing was changed.
    Back(Back, Option<Failure>),
    Read(Box<Reading>, Back),
}

impl Columns {
    pub(super) fn new(source: Source, name: String, back: Back) -> (Self, Task<Message>) {
        let list = source.clone();
        let (handle, task) = job::start(move |progress| office::preview(&list, progress));
        let columns = Self { source, name, back, stage: Stage::Opening { _handle: handle }, trouble: None };
        (columns, task.map(Message::Opened))
    }

    /// Whether the list is being read again.
    pub(super) fn is_reading(&self) -> bool {
        matches!(&self.stage, Stage::Choosing { reading: Some(_), .. })
    }

    pub(super) fn review_mut(&mut self) -> Option<&mut Review> {
        match &mut self.back {
            Back::Review(review) => Some(review),
            Back::Failed(_) => None,
        }
    }

    fn checked(&self) -> Option<Arc<Checked>> {
        match &self.back {
            Back::Review(review) => Some(review.checked()),
            Back::Failed(_) => None,
        }
    }

    /// Leaves the step; what it holds goes with it.
    fn leave(&mut self) -> Back {
        std::mem::replace(&mut self.back, Back::Failed(Failure::Cancelled))
    }

    pub(super) fn update(&mut self, message: Message, context: &Context) -> Outcome {
        if self.is_reading() && !matches!(message, Message::ReadAgain(_) | Message::Back) {
            return Outcome::None;
        }
        match message {
            Message::Opened(job::Event::Progress(_)) => {}
            Message::Opened(job::Event::Finished(Ok(preview))) => {
                let choice = Box::new(Choice::new(preview, self.checked().as_deref()));
                self.stage = Stage::Choosing { choice, revision: 0, reading: None };
                return Outcome::Run(operation::focus(ROWS));
            }
            Message::Opened(job::Event::Finished(Err(failure))) => return Outcome::Back(self.leave(), Some(failure)),
            Message::Back => {
                if let Stage::Choosing { reading: Some(handle), .. } = &self.stage {
                    handle.cancel();
                    return Outcome::None;
                }
                return Outcome::Back(self.leave(), None);
            }
            Message::Read => return self.read(context),
            Message::ReadAgain(event) => return self.heard(event),
            message => return self.choose(&message),
        }
        Outcome::None
    }

    fn choose(&mut self, message: &Message) -> Outcome {
        let Stage::Choosing { choice, revision, .. } = &mut self.stage else { return Outcome::None };
        self.trouble = None;
        match *message {
            Message::Sheet(sheet) => {
                *revision += 1;
                choice.turn_to(sheet);
            }
            Message::Header(place) => {
                choice.slot = Slot::Header;
                choice.set_header(place);
            }
            Message::Take(slot) => choice.slot = slot,
            Message::Column(slot, column) => {
                choice.slot = slot;
                choice.set_column(slot, column);
                return column.map_or(Outcome::None, |column| Outcome::Run(show(choice, column)));
            }
            Message::Clicked(place, _) if choice.slot == Slot::Header => {
                choice.set_header(Some(place));
                choice.go_on();
            }
            Message::Clicked(_, column) | Message::Title(column) => {
                choice.set_column(choice.slot, Some(column));
                choice.go_on();
            }
            _ => {}
        }
        Outcome::None
    }

    fn read(&mut self, context: &Context) -> Outcome {
        let checked = self.checked();
        let Stage::Choosing { choice, reading, .. } = &mut self.stage else { return Outcome::None };
        if !choice.enough {
            return Outcome::None;
        }
        self.trouble = None;
        let (folder, today, source, options) =
            (context.folder.clone(), (context.today)(), self.source.clone(), choice.options());
        let (handle, task) = job::start(move |progress| {
            office::read_again(&folder, source, &options, checked.as_deref(), today, progress).map(Box::new)
        });
        *reading = Some(handle);
        Outcome::Run(task.map(Message::ReadAgain))
    }

    fn heard(&mut self, event: job::Event<Box<Reading>>) -> Outcome {
        let job::Event::Finished(result) = event else { return Outcome::None };
        if let Stage::Choosing { reading, .. } = &mut self.stage {
            *reading = None;
        }
        match result {
            Ok(reading) => Outcome::Read(reading, self.leave()),
            Err(Failure::Cancelled) => Outcome::Tell(Tone::Info, tr!("ui-reading-cancelled")),
            Err(failure) => {
                self.trouble = Some(failure);
                Outcome::None
            }
        }
    }
}

/// Brings a column into sight.
fn show<T>(choice: &Choice, column: usize) -> Task<T> {
    let before: f32 = view::widths(choice).into_iter().take(column).sum();
    // its neighbour at the left stays in sight too
    let x = (before - measure::COLUMN_BESIDE).max(0.0);
    operation::scroll_to(SIDEWAYS, AbsoluteOffset { x: Some(x), y: None })
}
