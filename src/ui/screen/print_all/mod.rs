//! The cards, or the receipts, of several receipts go to a printer in one act; afterwards a person says what came out.

mod view;

use crate::domain::pages::PageSelection;
use crate::domain::{Part, ReceiptNumber};
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::job::{self, Failure, Handle, Report};
use crate::ui::office::{self, Context, Sent};
use crate::ui::screen::print::{LOOKS, PAUSE};
use crate::ui::widget::figure;
use crate::workflow::print::{Choice, JobState, Printable, Printed, Printer, Wanted, What};
use iced::{Element, Task};
use std::collections::BTreeSet;
use std::sync::Arc;

const ROWS: &str = "print-all-rows";

/// A receipt to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) number: ReceiptNumber,
    pub(crate) company: String,
    pub(crate) cards: usize,
}

pub(crate) struct PrintAll {
    lines: Vec<Line>,
    ticked: BTreeSet<usize>,
    cursor: Option<usize>,
    part: Part,
    /// What there is to choose from; `None` until the system has said it.
    choice: Option<Choice>,
    printer: Option<String>,
    both_sides: bool,
    course: Course,
    /// Lines whose cards were handed to a printer and of which nobody said yet what came out.
    unanswered: BTreeSet<usize>,
    trouble: Option<Failure>,
}

/// How far the printing is.
enum Course {
    NotSent,
    /// The documents are on their way to the print system.
    Sending {
        report: Option<Report>,
        handle: Handle,
    },
    Sent(Jobs),
}

/// What the print system took over.
struct Jobs {
    printed: Arc<[Printed]>,
    states: Vec<JobState>,
    /// How often it was asked what became of them.
    asked: u16,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Asked(Part, Result<Choice, Failure>),
    Moved(usize),
    Toggled(usize),
    AllToggled,
    PartChosen(Part),
    PrinterChosen(String),
    SidesToggled(bool),
    Print,
    Sending(job::Event<Sent>),
    Stop,
    Look,
    Seen(Result<Vec<JobState>, Failure>),
    Mark,
    Marked(Result<usize, Failure>),
    Retry,
    Close,
}

pub(crate) enum Action {
    None,
    Run(Task<Message>),
    /// Receipts have another status; this is to be said of it.
    Marked(String),
    Close,
}

impl PrintAll {
    /// Begins with all of them ticked.
    pub(crate) fn new(lines: Vec<Line>, context: &Context) -> (Self, Task<Message>) {
        let print = Self {
            ticked: (0..lines.len()).collect(),
            lines,
            cursor: None,
            part: Part::Cards,
            choice: None,
            printer: None,
            both_sides: false,
            course: Course::NotSent,
            unanswered: BTreeSet::new(),
            trouble: None,
        };
        let task = Task::batch([print.ask(context), iced::widget::operation::focus(ROWS)]);
        (print, task)
    }

    pub(crate) fn title() -> String {
        tr!("ui-print-all")
    }

    /// A key of the window's table.
    pub(crate) fn wish(&self, wish: Wish) -> Option<Message> {
        Some(match wish {
            Wish::Cancel if self.is_sending() => Message::Stop,
            Wish::Cancel => Message::Close,
            Wish::Print => Message::Print,
            Wish::MarkPrinted if !self.to_mark().is_empty() => Message::Mark,
            Wish::OtherPart => Message::PartChosen(self.part.other()),
            _ => return None,
        })
    }

    /// Asks for the printers, and for what there is to print of the first receipt: the others are of the same kind.
    fn ask(&self, context: &Context) -> Task<Message> {
        let (part, folder, printing) = (self.part, context.folder.clone(), context.printing.clone());
        let Some(document) = self.lines.first().map(|line| self.document(line)) else { return Task::none() };
        job::quick(move || office::print_choices(&folder, printing.as_ref(), &document))
            .map(move |choice| Message::Asked(part, choice))
    }

    fn document(&self, line: &Line) -> Printable {
        Printable { number: line.number.clone(), part: self.part, copy: None }
    }

    pub(crate) fn is_sending(&self) -> bool {
        matches!(self.course, Course::Sending { .. })
    }

    fn chosen(&self) -> Option<&Printer> {
        let name = self.printer.as_ref()?;
        self.choice.as_ref()?.printers.iter().find(|printer| printer.name == *name)
    }

    fn ticked(&self) -> impl Iterator<Item = &Line> {
        self.ticked.iter().filter_map(|at| self.lines.get(*at))
    }

    /// Receipts whose cards came out well, as far as a person left them ticked.
    fn to_mark(&self) -> Vec<ReceiptNumber> {
        let marked = self.unanswered.intersection(&self.ticked).filter_map(|at| self.lines.get(*at));
        marked.map(|line| line.number.clone()).collect()
    }

    fn wanted(&self) -> Option<Vec<Wanted>> {
        let printer = self.chosen()?;
        let wanted = |line: &Line| Wanted {
            document: self.document(line),
            what: What::Pages(PageSelection::default()),
            printer: Some(printer.name.clone()),
            copies: 1,
            paper: None,
            both_sides: self.both_sides,
            corrected: true,
        };
        Some(self.ticked().map(wanted).collect()).filter(|wanted: &Vec<_>| !wanted.is_empty() && !self.is_sending())
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
            Message::Moved(at) => self.cursor = Some(at),
            Message::Toggled(at) if !self.is_sending() => {
                if !self.ticked.remove(&at) {
                    self.ticked.insert(at);
                }
            }
            Message::AllToggled if !self.is_sending() => {
                let all: BTreeSet<usize> = (0..self.lines.len()).collect();
                self.ticked = if self.ticked == all { BTreeSet::new() } else { all };
            }
            Message::PartChosen(part) if !self.is_sending() => {
                self.part = part;
                (self.choice, self.printer, self.trouble) = (None, None, None);
                self.course = Course::NotSent;
                return Action::Run(self.ask(context));
            }
            // of the other part, or while something is on its way
            Message::Asked(..) | Message::Toggled(_) | Message::AllToggled | Message::PartChosen(_) => {}
            Message::PrinterChosen(name) => self.printer = Some(name),
            Message::SidesToggled(both) => self.both_sides = both,
            Message::Print => return self.print(context),
            Message::Sending(job::Event::Progress(news)) => {
                if let Course::Sending { report, .. } = &mut self.course {
                    *report = Some(news);
                }
            }
            Message::Sending(job::Event::Finished(result)) => return self.sent(result, context),
            Message::Stop => {
                if let Course::Sending { handle, .. } = &self.course {
                    handle.cancel();
                }
            }
            Message::Look => return self.look(context),
            Message::Seen(result) => {
                if let (Course::Sent(jobs), Ok(states)) = (&mut self.course, result) {
                    jobs.states = states;
                    if jobs.asked < LOOKS && !jobs.states.iter().all(JobState::is_over) {
                        return Action::Run(job::later(PAUSE, Message::Look));
                    }
                }
            }
            Message::Mark => {
                let (folder, numbers, today) = (context.folder.clone(), self.to_mark(), (context.today)());
                let task = job::quick(move || office::mark_printed(&folder, &numbers, today));
                return Action::Run(task.map(Message::Marked));
            }
            Message::Marked(Ok(count)) => {
                self.unanswered = self.unanswered.difference(&self.ticked).copied().collect();
                return Action::Marked(tr!("ui-print-all-marked", count = figure(count)));
            }
            Message::Marked(Err(failure)) => self.trouble = Some(failure),
            Message::Retry => {
                self.trouble = None;
                return Action::Run(self.ask(context));
            }
            Message::Close => return Action::Close,
        }
        Action::None
    }

    fn print(&mut self, context: &Context) -> Action {
        let Some(wanted) = self.wanted() else { return Action::None };
        self.trouble = None;
        let (folder, printing) = (context.folder.clone(), context.printing.clone());
        let (handle, task) =
            job::start(move |progress| office::print_all(&folder, printing.as_ref(), &wanted, progress));
        self.course = Course::Sending { report: None, handle };
        Action::Run(task.map(Message::Sending))
    }

    fn sent(&mut self, result: Result<Sent, Failure>, context: &Context) -> Action {
        self.course = Course::NotSent;
        let sent = match result {
            Ok(sent) => sent,
            Err(failure) => {
                self.trouble = Some(failure);
                return Action::None;
            }
        };
        self.trouble = sent.failure;
        if self.part == Part::Cards {
            self.unanswered.extend(self.ticked.iter().take(sent.printed.len()));
        }
        if sent.printed.is_empty() {
            return Action::None;
        }
        let states = vec![JobState::Waiting; sent.printed.len()];
        self.course = Course::Sent(Jobs { printed: sent.printed, states, asked: 0 });
        self.look(context)
    }

    /// Asks what became of the jobs.
    fn look(&mut self, context: &Context) -> Action {
        let Course::Sent(jobs) = &mut self.course else { return Action::None };
        jobs.asked += 1;
        let (printing, printed) = (context.printing.clone(), Arc::clone(&jobs.printed));
        let states = move || printed.iter().map(|printed| office::job_state(printing.as_ref(), &printed.job)).collect();
        Action::Run(job::quick::<Vec<_>, crate::workflow::Error>(states).map(Message::Seen))
    }

    pub(crate) fn view(&self) -> Element<'_, Message> {
        view::view(self)
    }
}
