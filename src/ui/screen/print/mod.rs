//! An issued document goes to a printer; afterwards a person says what came out.

mod view;

use crate::domain::pages::PageSelection;
use crate::domain::{Calibration, Mark, Part};
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::job::{self, Failure};
use crate::ui::office::{self, Context, Offered};
use crate::ui::screen::picker::{self, Picker};
use crate::ui::screen::start::Start;
use crate::ui::theme::Tone;
use crate::workflow::print::{Choice, JobState, Printable, Printed, Printer, Wanted, What};
use iced::{Element, Task};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

pub(crate) struct Print {
    document: Printable,
    /// Those that there are: a copy may have no cards.
    parts: &'static [Part],
    company: String,
    /// What there is to choose from; `None` until the system has said it.
    choice: Option<Choice>,
    printer: Option<String>,
    /// By the printer's name for it; `None`: the one of the document's size.
    paper: Option<String>,
    copies: String,
    pages: String,
    both_sides: bool,
    corrected: bool,
    course: Course,
    /// Printed here, or shown in another program, which can print as well: nobody said yet what came out.
    unanswered: bool,
    /// The cards, where a person says which of them came out spoilt.
    spoilt: Option<Picker>,
    /// Where on its sheet the first of the cards that wait to be printed again goes.
    start: Start,
    trouble: Option<Failure>,
}

/// How far the printing is.
enum Course {
    NotSent,
    /// The document is on its way to the print system.
    Sending,
    Sent(Sent),
}

/// What the print system took over.
struct Sent {
    printed: Printed,
    state: JobState,
    /// How often it was asked what became of it.
    asked: u16,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Asked(Part, Result<Choice, Failure>),
    PartChosen(Part),
    PrinterChosen(String),
    PaperChosen(Option<String>),
    CopiesTyped(String),
    PagesTyped(String),
    SidesToggled(bool),
    CorrectedToggled(bool),
    StartTyped(String),
    /// Once more the cards that wait to be printed again.
    PrintSpoilt,
    Print,
    Sent(Result<Printed, Failure>),
    Look,
    Seen(Result<JobState, Failure>),
    /// Some cards came out spoilt: which?
    ShowCards,
    CardsRead(Result<Arc<Offered>, Failure>),
    Picker(picker::Message),
    CardsGivenUp,
    Mark,
    Marked(Result<usize, Failure>),
    OpenPdf,
    Found(Result<PathBuf, Failure>),
    Retry,
    Close,
}

pub(crate) enum Action {
    None,
    Run(Task<Message>),
    /// Show this in its program.
    Open(PathBuf),
    /// The receipt has another status; this is to be said of it.
    Marked(Task<Message>, Tone, String),
    Close,
}

const COPIES: &str = "print-copies";
const PAGES: &str = "print-pages";
const START: &str = "print-start";
/// How long between two looks at a job, and how often.
pub(super) const PAUSE: Duration = Duration::from_millis(if cfg!(test) { 0 } else { 1500 });
pub(super) const LOOKS: u16 = 400;

impl Print {
    pub(crate) fn new(document: Printable, company: String, context: &Context) -> (Self, Task<Message>) {
        let receipt_alone = document.copy.is_some() && document.part == Part::Receipt;
        let print = Self {
            parts: if receipt_alone { &[Part::Receipt] } else { &[Part::Cards, Part::Receipt] },
            document,
            company,
            choice: None,
            printer: None,
            paper: None,
            copies: "1".into(),
            pages: String::new(),
            both_sides: false,
            corrected: true,
            course: Course::NotSent,
            unanswered: false,
            spoilt: None,
            start: Start::default(),
            trouble: None,
        };
        let task = print.ask(context);
        (print, task)
    }

    pub(crate) fn title() -> String {
        tr!("ui-print")
    }

    /// A key of the window's table.
    pub(crate) fn wish(&self, wish: Wish) -> Option<Message> {
        Some(match (wish, &self.spoilt) {
            (Wish::Cancel, Some(_)) => Message::CardsGivenUp,
            (Wish::Issue, Some(_)) => Message::Mark,
            (Wish::Cancel, None) => Message::Close,
            (Wish::Print, None) => Message::Print,
            (Wish::MarkPrinted, None) if self.asks() => Message::Mark,
            (Wish::OtherPart, None) if self.parts.len() > 1 => Message::PartChosen(self.document.part.other()),
            _ => return None,
        })
    }

    fn ask(&self, context: &Context) -> Task<Message> {
        let (folder, document) = (context.folder.clone(), self.document.clone());
        let (printing, part) = (context.printing.clone(), document.part);
        job::quick(move || office::print_choices(&folder, printing.as_ref(), &document))
            .map(move |choice| Message::Asked(part, choice))
    }

    /// Whether a person is asked what came out: not of copies, whose cards were printed before.
    fn asks(&self) -> bool {
        self.unanswered && self.document.part == Part::Cards && self.document.copy.is_none()
    }

    fn is_sending(&self) -> bool {
        matches!(self.course, Course::Sending)
    }

    fn chosen(&self) -> Option<&Printer> {
        let name = self.printer.as_ref()?;
        self.choice.as_ref()?.printers.iter().find(|printer| printer.name == *name)
    }

    /// The correction of the chosen printer, where it has one.
    fn correction(&self) -> Option<Calibration> {
        self.choice.as_ref()?.corrections.get(self.printer.as_ref()?).copied()
    }

    fn copies(&self) -> Option<u16> {
        self.copies.trim().parse().ok().filter(|copies| (1..=999).contains(copies))
    }

    /// The pages that are typed, where the document has such.
    fn selection(&self) -> Option<PageSelection> {
        let count = self.choice.as_ref()?.pages;
        self.pages.parse::<PageSelection>().ok().filter(|pages| pages.of(count).is_ok())
    }

    fn wanted(&self, spoilt: bool) -> Option<Wanted> {
        Some(Wanted {
            document: self.document.clone(),
            what: if spoilt { What::Spoilt { start_at: self.start.place()? } } else { What::Pages(self.selection()?) },
            printer: Some(self.chosen()?.name.clone()),
            copies: self.copies()?,
            paper: self.paper.clone(),
            both_sides: self.both_sides,
            corrected: self.corrected,
        })
    }

    fn print(&mut self, spoilt: bool, context: &Context) -> Action {
        if self.is_sending() {
            return Action::None;
        }
        let Some(wanted) = self.wanted(spoilt) else { return Action::None };
        self.course = Course::Sending;
        self.trouble = None;
        let (folder, printing) = (context.folder.clone(), context.printing.clone());
        let task = job::quick(move || office::print(&folder, printing.as_ref(), &wanted));
        Action::Run(task.map(Message::Sent))
    }

    pub(crate) fn update(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::Asked(part, result) if part == self.document.part => match result {
                Ok(choice) => {
                    self.printer = self.printer.take().or_else(|| choice.proposed.clone());
                    self.start.places = choice.places;
                    self.choice = Some(choice);
                }
                Err(failure) => self.trouble = Some(failure),
            },
            Message::PartChosen(part) if !self.is_sending() => {
                self.document.part = part;
                self.choice = None;
                self.printer = None;
                self.paper = None;
                self.pages.clear();
                self.course = Course::NotSent;
                self.unanswered = false;
                self.trouble = None;
                return Action::Run(self.ask(context));
            }
            Message::Retry => {
                self.trouble = None;
                return Action::Run(self.ask(context));
            }
            // of the other part, or while something is on its way
            Message::Asked(..) | Message::PartChosen(_) => {}
            Message::PrinterChosen(name) => {
                // another printer calls its papers otherwise
                self.paper = self.paper.take().filter(|_| self.printer.as_ref() == Some(&name));
                self.printer = Some(name);
            }
            Message::PaperChosen(paper) => self.paper = paper,
            Message::CopiesTyped(text) => self.copies = text,
            Message::PagesTyped(text) => self.pages = text,
            Message::SidesToggled(both) => self.both_sides = both,
            Message::CorrectedToggled(corrected) => self.corrected = corrected,
            Message::StartTyped(text) => self.start.typed = text,
            Message::Print => return self.print(false, context),
            Message::PrintSpoilt => return self.print(true, context),
            Message::Sent(Ok(printed)) => {
                self.unanswered = true;
                self.course = Course::Sent(Sent { printed, state: JobState::Waiting, asked: 0 });
                return self.look(context);
            }
            Message::Sent(Err(failure)) => {
                self.course = Course::NotSent;
                self.trouble = Some(failure);
            }
            Message::Look => return self.look(context),
            Message::Seen(result) => {
                if let (Course::Sent(sent), Ok(state)) = (&mut self.course, result) {
                    sent.state = state;
                    if !sent.state.is_over() && sent.asked < LOOKS {
                        return Action::Run(job::later(PAUSE, Message::Look));
                    }
                }
            }
            message => return self.came_out(message, context),
        }
        Action::None
    }

    /// What a person says came out, and what is done with the PDF elsewhere.
    fn came_out(&mut self, message: Message, context: &Context) -> Action {
        let (folder, number) = (context.folder.clone(), self.document.number.clone());
        match message {
            Message::ShowCards => {
                self.spoilt = Some(Picker::default());
                let read = job::quick(move || office::cards(&folder, &number)).map(Message::CardsRead);
                return Action::Run(Task::batch([read, iced::widget::operation::focus(picker::KPJ)]));
            }
            Message::CardsRead(Ok(cards)) => {
                if let Some(picker) = &mut self.spoilt {
                    picker.show(cards.cards.clone());
                }
            }
            Message::Picker(message) => {
                if let Some(picker) = &mut self.spoilt {
                    picker.update(message);
                }
            }
            Message::CardsGivenUp => self.spoilt = None,
            Message::Mark => {
                let failed = self.spoilt.as_ref().map(Picker::ticked).unwrap_or_default();
                let today = (context.today)();
                let task = job::quick(move || {
                    let dossier = office::mark(&folder, &number, &Mark::Printed { failed }, today)?;
                    Ok::<_, crate::workflow::Error>(dossier.life.to_print.len())
                });
                return Action::Run(task.map(Message::Marked));
            }
            Message::Marked(Ok(waiting)) => {
                self.unanswered = false;
                self.spoilt = None;
                let (tone, sentence) = match waiting {
                    0 => (Tone::Good, tr!("ui-print-marked")),
                    count => (Tone::Warn, tr!("ui-print-marked-waiting", count = count)),
                };
                return Action::Marked(self.ask(context), tone, sentence);
            }
            Message::OpenPdf => {
                let document = self.document.clone();
                let task = job::quick(move || office::print_file(&folder, &document));
                return Action::Run(task.map(Message::Found));
            }
            Message::Found(Ok(path)) => {
                self.unanswered = true;
                return Action::Open(path);
            }
            Message::Found(Err(failure)) | Message::Marked(Err(failure)) | Message::CardsRead(Err(failure)) => {
                self.trouble = Some(failure);
            }
            Message::Close => return Action::Close,
            _ => {}
        }
        Action::None
    }

    /// Asks what became of the job.
    fn look(&mut self, context: &Context) -> Action {
        let Course::Sent(sent) = &mut self.course else { return Action::None };
        sent.asked += 1;
        let (printing, job) = (context.printing.clone(), sent.printed.job.clone());
        Action::Run(job::quick(move || office::job_state(printing.as_ref(), &job)).map(Message::Seen))
    }

    pub(crate) fn view(&self) -> Element<'_, Message> {
        view::view(self)
    }
}
