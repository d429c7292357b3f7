//! From a company's list to its cards, in steps.

mod choose;
pub(crate) mod columns;
mod done;
mod exchange;
mod keys;
mod obstacle;
mod particulars;
mod queue;
mod repair;
mod review;
mod table;
mod turn;
mod view;

use crate::domain::{Code, ReceiptNumber, Settings};
use crate::tr;
use crate::ui::desktop::Answer;
use crate::ui::help::Topic;
use crate::ui::job::{self, Failure, Handle, Report};
use crate::ui::office::{self, Context, Reading, Source};
use crate::ui::screen::asked::typed_path;
use crate::ui::screen::print_all::Line;
use crate::ui::screen::{self, preview::Subject};
use crate::ui::theme::Tone;
use crate::workflow::issue::Issued;
use columns::Columns;
use iced::Task;
use queue::Queue;
use review::Review;
use std::path::{Path, PathBuf};
pub(crate) use table::{severity_icon, severity_tone};

pub(crate) struct Import {
    step: Step,
    /// A file hovers over the window.
    hovered: bool,
    /// The list that is worked on, or several; empty while practising.
    queue: Queue,
    /// Each reading has a number; what an earlier one still says is late and ignored.
    asked: u64,
    /// The folder whose new lists are offered.
    watched: Option<PathBuf>,
}

/// Where the work stands: one of these, never two.
enum Step {
    Choose {
        path: String,
        no_dialog: bool,
    },
    Reading {
        report: Option<Report>,
        handle: Handle,
    },
    /// Several lists beside each other.
    Queue,
    /// The list could not be read.
    Failed(Failure),
    Review(Box<Review>),
    /// The user shows where the table is.
    Columns(Box<Columns>),
    Issuing {
        review: Box<Review>,
        report: Option<Report>,
        handle: Handle,
    },
    Done(Box<Issued>),
}

impl Default for Step {
    fn default() -> Self {
        Self::Choose { path: String::new(), no_dialog: false }
    }
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    /// Ask the desktop for a file.
    Choose,
    Answered(Answer<Vec<PathBuf>>),
    /// What lies in folders that were given for lists.
    Found(Result<Vec<PathBuf>, Failure>),
    /// Cells copied in a spreadsheet are a list too.
    Paste,
    Pasted(Option<String>),
    Queue(queue::Message),
    /// From the list that is open back to the others.
    BackToQueue,
    /// On to the next list that a person is wanted for.
    NextFile,
    /// Offer new lists of this folder, or none.
    Watch(Option<PathBuf>),
    PathTyped(String),
    ReadTyped,
    Retry,
    Practise,
    Restart,
    Kept(Result<bool, Failure>),
    FileHovered(bool),
    FileDropped(PathBuf),
    Cancel,
    Read(u64, job::Event<Box<Reading>>),
    Review(review::Message),
    /// The user wants to show where the table of a list is that could not be read.
    ShowColumns,
    Columns(columns::Message),
    Issued(job::Event<office::Answer>),
    OpenCards,
    OpenReceipt,
    OpenFolder,
    /// Look at what was issued.
    Preview,
    Print,
    /// Print all that was issued from the queue.
    PrintAll,
    Email,
}

impl Message {
    /// Whether long work has come to its end.
    pub(crate) fn is_end(&self) -> bool {
        matches!(self, Self::Read(_, job::Event::Finished(_)) | Self::Issued(job::Event::Finished(_)))
    }
}

pub(crate) enum Action {
    None,
    Run(Task<Message>),
    /// A list to learn with is wanted.
    Practise,
    /// Offer new lists of this folder, or none.
    Watch(Option<PathBuf>),
    /// The register has a new row with this number.
    Issued(String),
    /// Work on several lists is over: what goes on meanwhile, and what is to be said of it.
    Ended(Task<Message>, String),
    /// Show this in its program.
    Open(PathBuf),
    /// Look at these documents, under this name.
    Preview(String, Subject),
    /// Print the documents of this receipt of this company.
    Print(ReceiptNumber, String),
    /// Print the documents of these receipts.
    PrintAll(Vec<Line>),
    /// Send the documents of this receipt of this company.
    Email(ReceiptNumber, String),
    /// A sentence for a moment.
    Tell(Tone, String),
    /// Explain this problem.
    Explain(Code),
    /// A file was written, and this is to be said of it.
    Wrote(PathBuf, String),
}

impl Import {
    pub(crate) fn new() -> Self {
        Self { step: Step::default(), hovered: false, queue: Queue::default(), asked: 0, watched: None }
    }

    /// New lists of this folder are offered.
    pub(crate) fn watched(&mut self, folder: Option<PathBuf>) {
        self.watched = folder;
    }

    /// What the step is about: the list, or the company.
    pub(crate) fn subject(&self) -> String {
        match &self.step {
            Step::Choose { .. } | Step::Queue => String::new(),
            Step::Review(review) | Step::Issuing { review, .. } => review.company_name(),
            Step::Reading { .. } | Step::Failed(_) | Step::Columns(_) => self.queue.name(),
            Step::Done(issued) => issued.entry.company.clone(),
        }
    }

    fn begin_again(&mut self) {
        *self = Self { watched: self.watched.take(), asked: self.asked, ..Self::new() };
    }

    pub(crate) fn title(&self) -> String {
        match &self.step {
            Step::Choose { .. } | Step::Failed(_) => tr!("ui-import"),
            Step::Reading { .. } => tr!("ui-reading"),
            Step::Queue => tr!("ui-queue"),
            Step::Review(_) => tr!("ui-review"),
            Step::Columns(_) => tr!("ui-columns"),
            Step::Issuing { .. } => tr!("ui-issuing"),
            Step::Done(_) => tr!("ui-done"),
        }
    }

    /// What there is to explain of this step.
    pub(crate) fn topic(&self) -> Topic {
        match self.step {
            Step::Choose { .. } | Step::Failed(_) | Step::Reading { .. } | Step::Issuing { .. } | Step::Done(_) => {
                Topic::Import
            }
            Step::Queue => Topic::Queue,
            Step::Review(_) => Topic::Review,
            Step::Columns(_) => Topic::Columns,
        }
    }

    /// The office's settings changed: a review that was begun takes over what it starts from.
    pub(crate) fn settings_saved(&mut self, office: &Settings) {
        let review = match &mut self.step {
            Step::Review(review) => Some(&mut **review),
            Step::Columns(columns) => columns.review_mut(),
            _ => None,
        };
        if let Some(review) = review {
            review.settings_saved(office);
        }
    }

    /// Whether closing the window now would break off an issue.
    pub(crate) fn is_issuing(&self) -> bool {
        matches!(self.step, Step::Issuing { .. }) || self.queue.is_issuing()
    }

    fn is_busy(&self) -> bool {
        match &self.step {
            Step::Reading { .. } | Step::Issuing { .. } => true,
            Step::Columns(columns) => columns.is_reading(),
            Step::Queue => self.queue.is_issuing(),
            Step::Choose { .. } | Step::Failed(_) | Step::Review(_) | Step::Done(_) => false,
        }
    }

    /// Makes a list to learn with and reads it; `office` lends its settings.
    pub(crate) fn practise(&mut self, office: Option<PathBuf>, context: &Context) -> Task<Message> {
        let (folder, today) = (context.folder.clone(), (context.today)());
        let (handle, task) =
            job::start(move |progress| office::practise(&folder, office.as_deref(), today, progress).map(Box::new));
        self.queue = Queue::default();
        self.reading(handle, task)
    }

    /// Waits for a list that is being read.
    fn reading(&mut self, handle: Handle, task: Task<job::Event<Box<Reading>>>) -> Task<Message> {
        self.asked += 1;
        let asked = self.asked;
        self.step = Step::Reading { report: None, handle };
        task.map(move |event| Message::Read(asked, event))
    }

    pub(crate) fn update(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::Choose => return Action::Run(Task::perform(context.desktop.pick_lists(), Message::Answered)),
            Message::Answered(Answer::Chosen(files)) | Message::Found(Ok(files)) => return self.read(files, context),
            Message::Retry if matches!(self.step, Step::Failed(_)) => {
                if self.queue.is_empty() {
                    return Action::Practise;
                }
                let Some(source) = self.queue.current().cloned() else { return Action::None };
                return Action::Run(self.read_source(source, context));
            }
            Message::Read(asked, event) if asked == self.asked => return self.heard_of_reading(event, context),
            Message::Kept(Ok(true)) if !self.queue.is_several() => {
                return Action::Tell(Tone::Info, tr!("ui-work-kept"));
            }
            // beside others it is seen that a list waits
            Message::Answered(Answer::Cancelled) | Message::Retry | Message::Read(..) | Message::Kept(Ok(_)) => {}
            Message::Answered(Answer::Unavailable) => {
                if let Step::Choose { no_dialog, .. } = &mut self.step {
                    *no_dialog = true;
                    return Action::Run(iced::widget::operation::focus(choose::PATH));
                }
                return Action::Tell(Tone::Warn, tr!("ui-no-dialog"));
            }
            Message::PathTyped(text) => {
                if let Step::Choose { path, .. } = &mut self.step {
                    *path = text;
                }
            }
            Message::ReadTyped => {
                if let Step::Choose { path, .. } = &self.step
                    && let Some(file) = typed_path(path)
                {
                    return self.read(vec![file], context);
                }
            }
            Message::Paste => return Action::Run(iced::clipboard::read().map(Message::Pasted)),
            Message::Pasted(text) => {
                return match text.filter(|text| text.contains(['\t', '\n'])) {
                    Some(text) => self.add(Source::Pasted(text.into()), context),
                    None => Action::Tell(Tone::Warn, tr!("ui-paste-nothing")),
                };
            }
            Message::Watch(folder) => return Action::Watch(folder),
            Message::NextFile => return self.next_file(context),
            Message::BackToQueue => return self.back_to_queue(context),
            Message::Queue(message) => return self.heard_of_queue(message, context),
            Message::Practise => return Action::Practise,
            Message::Restart | Message::Review(review::Message::Restart) => return self.leave(context),
            Message::FileHovered(hovered) => self.hovered = hovered,
            Message::FileDropped(file) => {
                self.hovered = false;
                if file.is_dir() {
                    return self.read(vec![file], context);
                }
                return self.add(Source::File(file), context);
            }
            Message::Cancel => {
                if let Step::Reading { handle, .. } | Step::Issuing { handle, .. } = &self.step {
                    handle.cancel();
                }
            }
            Message::Review(review::Message::Issue) => return self.issue(context),
            Message::Review(review::Message::Preview) => return self.preview_draft(),
            Message::Kept(Err(failure)) | Message::Found(Err(failure)) => {
                return Action::Tell(Tone::Warn, screen::sentence(&failure));
            }
            Message::Review(review::Message::ShowColumns) | Message::ShowColumns => return self.show_columns(),
            Message::Review(review::Message::Forgotten(Ok(_))) => {
                if let Step::Review(review) = &self.step {
                    let source = review.source.clone();
                    return Action::Run(self.read_source(source, context));
                }
            }
            Message::Columns(message) => return self.choose_columns(message, context),
            Message::Review(message) => {
                if let Step::Review(review) = &mut self.step {
                    return review.update(message, context);
                }
            }
            Message::Issued(event) => return self.heard_of_issue(event),
            Message::Preview => {
                return self.of_issued(|number, company| {
                    Action::Preview(format!("{number} · {company}"), Subject::Issued(number, None))
                });
            }
            Message::Email => return self.of_issued(Action::Email),
            Message::Print => return self.of_issued(Action::Print),
            Message::PrintAll => {
                let issued = self.queue.issued();
                return if issued.is_empty() { Action::None } else { Action::PrintAll(issued) };
            }
            Message::OpenCards => return self.open(|issued| Some(issued.files.cards.clone())),
            Message::OpenReceipt => return self.open(|issued| Some(issued.files.receipt.clone())),
            Message::OpenFolder => return self.open(|issued| issued.files.cards.parent().map(Path::to_owned)),
        }
        Action::None
    }

    /// Something to be done with the receipt that was just issued: its number and its company.
    fn of_issued(&self, deed: fn(ReceiptNumber, String) -> Action) -> Action {
        let receipt = match &self.step {
            Step::Done(issued) => issued.entry.number.clone().map(|number| (number, issued.entry.company.clone())),
            Step::Queue => self.queue.receipt(),
            _ => None,
        };
        receipt.map_or(Action::None, |(number, company)| deed(number, company))
    }

    fn begin_review(&mut self, review: Review) -> Action {
        let focus = review.first_field();
        self.step = Step::Review(Box::new(review));
        Action::Run(iced::widget::operation::focus(focus))
    }

    fn open(&self, which: impl Fn(&Issued) -> Option<PathBuf>) -> Action {
        match &self.step {
            Step::Done(issued) => which(issued).map_or(Action::None, Action::Open),
            _ => Action::None,
        }
    }

    fn preview_draft(&self) -> Action {
        let Step::Review(review) = &self.step else { return Action::None };
        match review.draft() {
            Some((particulars, choices)) => {
                let (checked, particulars) = (review.checked(), Box::new(particulars));
                Action::Preview(review.company_name(), Subject::Draft { checked, particulars, choices })
            }
            None => Action::None,
        }
    }

    fn heard_of_reading(&mut self, event: job::Event<Box<Reading>>, context: &Context) -> Action {
        let Step::Reading { report, .. } = &mut self.step else { return Action::None };
        match event {
            job::Event::Progress(news) => *report = Some(news),
            job::Event::Finished(Ok(reading)) => {
                return self.begin_review(Review::new(&reading, (context.today)()));
            }
            job::Event::Finished(Err(Failure::Cancelled)) if self.queue.is_several() => {
                self.queue.put_back(None);
                return Action::Run(self.show_queue(context));
            }
            job::Event::Finished(Err(Failure::Cancelled)) => {
                self.begin_again();
                return Action::Tell(Tone::Info, tr!("ui-reading-cancelled"));
            }
            job::Event::Finished(Err(failure)) => self.step = Step::Failed(failure),
        }
        Action::None
    }

    fn issue(&mut self, context: &Context) -> Action {
        let Step::Review(review) = &self.step else { return Action::None };
        let Some((particulars, choices)) = review.order() else { return Action::None };
        let (folder, checked) = (context.folder.clone(), review.checked());
        let (handle, task) =
            job::start(move |progress| office::issue(&folder, &checked, &particulars, &choices, progress));
        if let Step::Review(mut review) = std::mem::take(&mut self.step) {
            review.begin_again();
            self.step = Step::Issuing { review, report: None, handle };
        }
        Action::Run(task.map(Message::Issued))
    }

    fn heard_of_issue(&mut self, event: job::Event<office::Answer>) -> Action {
        let result = match event {
            job::Event::Progress(news) => {
                if let Step::Issuing { report, .. } = &mut self.step {
                    *report = Some(news);
                }
                return Action::None;
            }
            job::Event::Finished(result) => result,
        };
        let Step::Issuing { mut review, .. } = std::mem::take(&mut self.step) else { return Action::None };
        match result {
            Ok(office::Answer::Issued(issued)) => {
                let number = issued.entry.number.as_ref().map(ToString::to_string).unwrap_or_default();
                self.step = Step::Done(issued);
                return Action::Issued(number);
            }
            Ok(office::Answer::Refused(reason)) => review.refused(reason),
            Err(Failure::Cancelled) => {
                self.step = Step::Review(review);
                return Action::Tell(Tone::Info, tr!("ui-issuing-cancelled"));
            }
            Err(failure) => review.failed(failure),
        }
        self.step = Step::Review(review);
        Action::None
    }
}
