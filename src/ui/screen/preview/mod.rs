//! Documents page by page: before they are issued, and as they were issued.

mod album;
mod view;

use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::job::{self, Failure, Handle, Report};
use crate::ui::office::{self, Context, Opened};
use crate::workflow::check::Checked;
use crate::workflow::issue::{Choices, Particulars};
use crate::workflow::preview::Part;
use album::{Album, Drawn, Key, Shared};
use iced::widget::operation::{self, AbsoluteOffset};
use iced::{Element, Size, Task, window};
use std::sync::Arc;

/// What is to be looked at.
#[derive(Debug, Clone)]
pub(crate) enum Subject {
    /// What issuing this would make.
    Draft { checked: Arc<Checked>, particulars: Box<Particulars>, choices: Choices },
    /// The documents of a receipt, or of its nth copy.
    Issued(crate::domain::ReceiptNumber, Option<u32>),
}

pub(crate) struct Preview {
    /// The company or the receipt.
    name: String,
    draft: bool,
    step: Step,
}

enum Step {
    Opening { report: Option<Report>, handle: Handle },
    Failed(Failure),
    Open(Box<Open>),
}

/// Documents that are looked at.
struct Open {
    documents: Shared,
    part: Part,
    /// The page of the cards and of the receipt, from 0.
    pages: [usize; 2],
    /// The number of a page, while it is being typed.
    typed: Option<String>,
    zoom: Zoom,
    /// The room for the page, and how many pixels of the screen are one of the window's.
    room: Size,
    factor: f32,
    album: Album,
    /// The page that a job is drawing.
    drawing: Option<Key>,
    trouble: Option<Failure>,
}

/// How large a page is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Zoom {
    Page,
    Width,
    /// 1.0 is the size on paper, on a screen of 96 pixels an inch.
    Times(f32),
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Opened(job::Event<Shared>),
    PartChosen(Part),
    Turn(Turn),
    PageTyped(String),
    PageGiven,
    Zoomed(Zoom),
    Nearer,
    Farther,
    Sized(Size),
    Scaled(f32),
    Drawn(Key, Result<Drawn, Failure>),
    Scroll(f32, f32),
    Cancel,
    Close,
}

/// To which page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    First,
    Previous,
    Next,
    Last,
}

pub(crate) enum Action {
    None,
    Run(Task<Message>),
    Close,
}

/// The steps of zooming.
const STEPS: [f32; 12] = [0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0];
/// Pixels an inch of a page at its own size.
const DPI: f32 = 96.0;
const SCROLL: &str = "preview-scroll";
const PAGE: &str = "preview-page";
/// Before the room is known.
const ROOM: Size = Size::new(760.0, 520.0);
/// How far an arrow key scrolls.
const LINE: f32 = 60.0;

impl Preview {
    pub(crate) fn new(name: String, subject: Subject, context: &Context) -> (Self, Task<Message>) {
        let folder = context.folder.clone();
        let draft = matches!(subject, Subject::Draft { .. });
        let (handle, task) = job::start(move |progress| match subject {
            Subject::Draft { checked, particulars, choices } => {
                office::draft(&folder, &checked, &particulars, &choices, progress)
            }
            Subject::Issued(number, copy) => office::issued(&folder, &number, copy),
        });
        let preview = Self { name, draft, step: Step::Opening { report: None, handle } };
        (preview, Task::batch([task.map(|event| Message::Opened(share(event))), scale()]))
    }

    pub(crate) fn title() -> String {
        tr!("ui-preview")
    }

    /// A key of the window's table.
    pub(crate) fn wish(&self, wish: Wish) -> Option<Message> {
        let whole = matches!(&self.step, Step::Open(open) if open.zoom == Zoom::Page);
        Some(match wish {
            Wish::Cancel => match self.step {
                Step::Opening { .. } => Message::Cancel,
                _ => Message::Close,
            },
            Wish::PageUp => Message::Turn(Turn::Previous),
            Wish::PageDown => Message::Turn(Turn::Next),
            Wish::Up | Wish::Left if whole => Message::Turn(Turn::Previous),
            Wish::Down | Wish::Right if whole => Message::Turn(Turn::Next),
            Wish::Up => Message::Scroll(0.0, -LINE),
            Wish::Down => Message::Scroll(0.0, LINE),
            Wish::Left => Message::Scroll(-LINE, 0.0),
            Wish::Right => Message::Scroll(LINE, 0.0),
            Wish::First => Message::Turn(Turn::First),
            Wish::Last => Message::Turn(Turn::Last),
            Wish::Nearer => Message::Nearer,
            Wish::Farther => Message::Farther,
            Wish::WholePage => Message::Zoomed(Zoom::Page),
            Wish::PageWidth => Message::Zoomed(Zoom::Width),
            Wish::OtherPart => match &self.step {
                Step::Open(open) => Message::PartChosen(open.other_part()),
                _ => return None,
            },
            _ => return None,
        })
    }

    pub(crate) fn update(&mut self, message: Message) -> Action {
        match (message, &mut self.step) {
            (Message::Close | Message::Opened(job::Event::Finished(Err(Failure::Cancelled))), _) => Action::Close,
            (Message::Cancel, Step::Opening { handle, .. }) => {
                handle.cancel();
                Action::None
            }
            (Message::Opened(job::Event::Progress(news)), Step::Opening { report, .. }) => {
                *report = Some(news);
                Action::None
            }
            (Message::Opened(job::Event::Finished(Ok(documents))), Step::Opening { .. }) => {
                let mut open = Open::new(documents);
                let task = open.fetch();
                self.step = Step::Open(Box::new(open));
                Action::Run(Task::batch([task, scale()]))
            }
            (Message::Opened(job::Event::Finished(Err(failure))), _) => {
                self.step = Step::Failed(failure);
                Action::None
            }
            (message, Step::Open(open)) => Action::Run(open.update(message)),
            _ => Action::None,
        }
    }

    pub(crate) fn view(&self) -> Element<'_, Message> {
        view::view(self)
    }
}

/// How many pixels of the screen are one of the window's.
fn scale() -> Task<Message> {
    window::latest().and_then(window::scale_factor).map(Message::Scaled)
}

fn share(event: job::Event<Opened>) -> job::Event<Shared> {
    match event {
        job::Event::Progress(report) => job::Event::Progress(report),
        job::Event::Finished(result) => job::Event::Finished(result.map(Arc::new)),
    }
}

impl Open {
    fn new(documents: Shared) -> Self {
        Self {
            part: if documents.has_cards() { Part::Cards } else { Part::Receipt },
            documents,
            pages: [0, 0],
            typed: None,
            zoom: Zoom::Page,
            room: ROOM,
            factor: 1.0,
            album: Album::default(),
            drawing: None,
            trouble: None,
        }
    }

    fn other_part(&self) -> Part {
        match self.part {
            Part::Receipt if self.documents.has_cards() => Part::Cards,
            _ => Part::Receipt,
        }
    }

    fn page(&self) -> usize {
        self.pages[self.part as usize]
    }

    fn count(&self) -> usize {
        self.documents.pages(self.part).count()
    }

    /// The page's size in the window's pixels at its own size; nothing for a page that cannot be drawn.
    fn natural(&self, page: usize) -> Size {
        let (width, height) = self.documents.pages(self.part).size(page).unwrap_or_default();
        Size::new(width, height) * (DPI / 25.4)
    }

    fn times(&self, page: usize) -> f32 {
        let natural = self.natural(page);
        // a picture is whole pixels: half a pixel more must not bring a bar to scroll with
        let room = Size::new(self.room.width - 1.0, self.room.height - 1.0);
        let times = match self.zoom {
            Zoom::Times(times) => times,
            Zoom::Width => room.width / natural.width,
            Zoom::Page => (room.width / natural.width).min(room.height / natural.height),
        };
        // a page without size gives no number
        if times.is_finite() { times.clamp(STEPS[0], STEPS[STEPS.len() - 1]) } else { 1.0 }
    }

    fn key(&self, page: usize) -> Key {
        let dpi = DPI * self.times(page) * self.factor * 10.0;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 96 and 10,000")]
        Key { part: self.part, page, dpi: dpi.round() as u32 }
    }

    /// Draws what is shown, else the page after it; one page at a time, so that turning many pages draws only the last.
    fn fetch(&mut self) -> Task<Message> {
        if self.drawing.is_some() || self.trouble.is_some() {
            return Task::none();
        }
        let pages = [self.page(), self.page() + 1];
        let wanted = pages.into_iter().filter(|page| *page < self.count()).map(|page| self.key(page));
        let Some(key) = album::next(&self.album, wanted) else { return Task::none() };
        self.drawing = Some(key);
        let documents = Arc::clone(&self.documents);
        job::quick(move || key.draw(&documents)).map(move |drawn| Message::Drawn(key, drawn))
    }

    fn turn(&mut self, page: usize) -> Task<Message> {
        self.typed = None;
        let page = page.min(self.count() - 1);
        if page != self.page() {
            self.trouble = None;
            self.pages[self.part as usize] = page;
        }
        Task::batch([self.fetch(), operation::scroll_to(SCROLL, AbsoluteOffset { x: 0.0, y: 0.0 })])
    }

    fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::PartChosen(part) => {
                self.part = part;
                self.trouble = None;
                return self.turn(self.page());
            }
            Message::Turn(Turn::First) => return self.turn(0),
            Message::Turn(Turn::Previous) => return self.turn(self.page().saturating_sub(1)),
            Message::Turn(Turn::Next) => return self.turn(self.page() + 1),
            Message::Turn(Turn::Last) => return self.turn(usize::MAX),
            Message::PageTyped(text) => {
                self.typed = Some(text.chars().filter(char::is_ascii_digit).take(6).collect());
            }
            Message::PageGiven => {
                let typed = self.typed.take().and_then(|text| text.parse::<usize>().ok());
                return self.turn(typed.map_or(self.page(), |number| number.saturating_sub(1)));
            }
            Message::Zoomed(zoom) => self.zoom = zoom,
            Message::Nearer => {
                let now = self.times(self.page()) * 1.01;
                self.zoom = Zoom::Times(STEPS.into_iter().find(|step| *step > now).unwrap_or(STEPS[STEPS.len() - 1]));
            }
            Message::Farther => {
                let now = self.times(self.page()) / 1.01;
                self.zoom = Zoom::Times(STEPS.into_iter().rev().find(|step| *step < now).unwrap_or(STEPS[0]));
            }
            Message::Sized(room) => {
                self.room = room;
                // the window may have moved to another screen
                return Task::batch([self.fetch(), scale()]);
            }
            Message::Scaled(factor) => self.factor = factor,
            Message::Scroll(x, y) => return operation::scroll_by(SCROLL, AbsoluteOffset { x, y }),
            Message::Drawn(key, result) => {
                self.drawing = None;
                let shown = self.key(self.page());
                match result {
                    Ok(drawn) => self.album.keep(key, drawn, shown),
                    Err(failure) if (key.part, key.page) == (shown.part, shown.page) => self.trouble = Some(failure),
                    // a page ahead: its trouble is told when it is looked at
                    Err(_) => return Task::none(),
                }
            }
            Message::Opened(_) | Message::Cancel | Message::Close => {}
        }
        self.fetch()
    }
}
