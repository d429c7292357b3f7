//! An issued document goes to a printer; afterwards a person says what came out.

mod view;

use crate::domain::pages::PageSelection;
use crate::domain::{Part, ReceiptNumber};
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::job::{self, Failure};
use crate::ui::office::{self, Context};
use crate::ui::theme::Tone;
use crate::workflow::print::{Choice, JobState, Printed, Printer, Wanted};
use iced::{Element, Task};
use std::path::PathBuf;
use std::time::Duration;

pub(crate) struct Print {
    number: ReceiptNumber,
    company: String,
    part: Part,
    /// What there is to choose from; `None` until the system has said it.
    choice: Option<Choice>,
    printer: Option<String>,
    copies: String,
    pages: String,
    both_sides: bool,
    /// The document is on its way to the print system.
    sending: bool,
    sent: Option<Sent>,
    /// The pages of cards that came out spoilt, as typed.
    spoilt: String,
    trouble: Option<Failure>,
}

/// What the print system took over.
struct Sent {
    printed: Printed,
    state: JobState,
    /// How often it was asked what became of it.
    asked: u16,
    /// A person said what came out.
    marked: bool,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Asked(Part, Result<Choice, Failure>),
    PartChosen(Part),
    PrinterChosen(String),
    CopiesTyped(String),
    PagesTyped(String),
    SidesToggled(bool),
    /// Once more the cards that wait to be printed again.
    PrintSpoilt,
    Print,
    Sent(Result<Printed, Failure>),
    Look,
    Seen(Result<JobState, Failure>),
    SpoiltTyped(String),
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
const SPOILT: &str = "print-spoilt";
/// How long between two looks at a job, and how often.
const PAUSE: Duration = Duration::from_millis(if cfg!(test) { 0 } else { 1500 });
const LOOKS: u16 = 400;

impl Print {
    pub(crate) fn new(number: ReceiptNumber, company: String, context: &Context) -> (Self, Task<Message>) {
        let print = Self {
            number,
            company,
            part: Part::Cards,
            choice: None,
            printer: None,
            copies: "1".into(),
            pages: String::new(),
            both_sides: false,
            sending: false,
            sent: None,
            spoilt: String::new(),
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
        Some(match wish {
            Wish::Cancel => Message::Close,
            Wish::Print => Message::Print,
            Wish::OtherPart => Message::PartChosen(match self.part {
                Part::Cards => Part::Receipt,
                Part::Receipt => Part::Cards,
            }),
            _ => return None,
        })
    }

    fn ask(&self, context: &Context) -> Task<Message> {
        let (folder, number, part) = (context.folder.clone(), self.number.clone(), self.part);
        let printing = context.printing.clone();
        job::quick(move || office::print_choices(&folder, printing.as_ref(), &number, part))
            .map(move |choice| Message::Asked(part, choice))
    }

    fn chosen(&self) -> Option<&Printer> {
        let name = self.printer.as_ref()?;
        self.choice.as_ref()?.printers.iter().find(|printer| printer.name == *name)
    }

    fn copies(&self) -> Option<u16> {
        self.copies.trim().parse().ok().filter(|copies| (1..=999).contains(copies))
    }

    /// What is typed for pages, where the document has such.
    fn selection(&self, typed: &str) -> Option<PageSelection> {
        let count = self.choice.as_ref()?.pages;
        typed.parse::<PageSelection>().ok().filter(|pages| pages.of(count).is_ok())
    }

    fn wanted(&self, only_spoilt: bool) -> Option<Wanted> {
        let pages = if only_spoilt { PageSelection::default() } else { self.selection(&self.pages)? };
        Some(Wanted {
            number: self.number.clone(),
            part: self.part,
            printer: Some(self.chosen()?.name.clone()),
            copies: self.copies()?,
            pages,
            only_spoilt,
            both_sides: self.both_sides,
        })
    }

    fn print(&mut self, only_spoilt: bool, context: &Context) -> Action {
        if self.sending {
            return Action::None;
        }
        let Some(wanted) = self.wanted(only_spoilt) else { return Action::None };
        self.sending = true;
        self.trouble = None;
        let (folder, printing) = (context.folder.clone(), context.printing.clone());
        let task = job::quick(move || office::print(&folder, printing.as_ref(), &wanted));
        Action::Run(task.map(Message::Sent))
    }

    pub(crate) fn update(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::Asked(part, result) if part == self.part => match result {
                Ok(choice) => {
                    self.printer = self.printer.take().or_else(|| choice.proposed.clone());
                    self.choice = Some(choice);
                }
                Err(failure) => self.trouble = Some(failure),
            },
            Message::PartChosen(part) if !self.sending => {
                self.part = part;
                self.choice = None;
                self.printer = None;
                self.pages.clear();
                self.sent = None;
                self.trouble = None;
                return Action::Run(self.ask(context));
            }
            Message::Retry => {
                self.trouble = None;
                return Action::Run(self.ask(context));
            }
            // of the other part, or while something is on its way
            Message::Asked(..) | Message::PartChosen(_) => {}
            Message::PrinterChosen(name) => self.printer = Some(name),
            Message::CopiesTyped(text) => self.copies = text,
            Message::PagesTyped(text) => self.pages = text,
            Message::SidesToggled(both) => self.both_sides = both,
            Message::Print => return self.print(false, context),
            Message::PrintSpoilt => return self.print(true, context),
            Message::Sent(result) => {
                self.sending = false;
                match result {
                    Ok(printed) => {
                        self.sent = Some(Sent { printed, state: JobState::Waiting, asked: 0, marked: false });
                        return self.look(context);
                    }
                    Err(failure) => self.trouble = Some(failure),
                }
            }
            Message::Look => return self.look(context),
            Message::Seen(result) => {
                if let (Some(sent), Ok(state)) = (&mut self.sent, result) {
                    sent.state = state;
                    if !sent.state.is_over() && sent.asked < LOOKS {
                        return Action::Run(job::later(PAUSE, Message::Look));
                    }
                }
            }
            Message::SpoiltTyped(text) => self.spoilt = text,
            Message::Mark => {
                let Some(pages) = self.selection(&self.spoilt) else { return Action::None };
                let (folder, number, today) = (context.folder.clone(), self.number.clone(), (context.today)());
                let task = job::quick(move || office::came_out(&folder, &number, &pages, today));
                return Action::Run(task.map(Message::Marked));
            }
            Message::Marked(Ok(waiting)) => {
                if let Some(sent) = &mut self.sent {
                    sent.marked = true;
                }
                self.spoilt.clear();
                let (tone, sentence) = match waiting {
                    0 => (Tone::Good, tr!("ui-print-marked")),
                    count => (Tone::Warn, tr!("ui-print-marked-waiting", count = count)),
                };
                return Action::Marked(self.ask(context), tone, sentence);
            }
            Message::OpenPdf => {
                let (folder, number, part) = (context.folder.clone(), self.number.clone(), self.part);
                let task = job::quick(move || {
                    let files = office::documents(&folder, &number)?;
                    Ok::<_, crate::workflow::Error>(match part {
                        Part::Cards => files.cards,
                        Part::Receipt => files.receipt,
                    })
                });
                return Action::Run(task.map(Message::Found));
            }
            Message::Found(Ok(path)) => return Action::Open(path),
            Message::Found(Err(failure)) | Message::Marked(Err(failure)) => self.trouble = Some(failure),
            Message::Close => return Action::Close,
        }
        Action::None
    }

    /// Asks what became of the job.
    fn look(&mut self, context: &Context) -> Action {
        let Some(sent) = &mut self.sent else { return Action::None };
        sent.asked += 1;
        let (printing, job) = (context.printing.clone(), sent.printed.job.clone());
        Action::Run(job::quick(move || office::job_state(printing.as_ref(), &job)).map(Message::Seen))
    }

    pub(crate) fn view(&self) -> Element<'_, Message> {
        view::view(self)
    }
}
