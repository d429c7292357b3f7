//! What can be done to a receipt: each deed asks first for what it needs, and is done in a job.

use super::scan;
use crate::domain::life::ReprintReason;
use crate::domain::{Mark, ReceiptNumber, Seal, date};
use crate::tr;
use crate::ui::desktop::Answer;
use crate::ui::job::{self, Failure};
use crate::ui::office::{self, Context, Offered};
use crate::ui::screen::picker::{self, Picker};
use crate::ui::screen::start::Start;
use crate::workflow::reprint::Request;
use crate::workflow::seal::Verdict;
use chrono::NaiveDate;
use iced::Task;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(super) const FIRST: &str = "register-deed-first";
pub(super) const SECOND: &str = "register-deed-second";

/// The word that a person types to cancel a receipt.
pub(super) const WORD: &str = "BATAL";

/// Which deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    HandOver,
    Scan,
    Spoilt,
    Reprint,
    Void,
    Code,
}

/// A deed that was begun, as far as it is filled in.
#[derive(Debug, Clone)]
pub(super) enum Deed {
    HandOver { number: ReceiptNumber, emailed: bool, to: String, on: String, scan: String, no_dialog: bool },
    Scan { number: ReceiptNumber, scan: String, no_dialog: bool },
    Spoilt { number: ReceiptNumber, picker: Picker },
    Reprint { number: ReceiptNumber, picker: Picker, reason: ReprintReason, note: String, start: Start },
    Void { number: ReceiptNumber, reason: String, typed: String },
    Code { typed: String, verdict: Option<Verdict> },
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    EmailedChosen(bool),
    ScanTyped(String),
    ChooseScan,
    ScanAnswered(Answer),
    FirstTyped(String),
    SecondTyped(String),
    ReasonChosen(ReprintReason),
    CardsRead(Result<Arc<Offered>, Failure>),
    Picker(picker::Message),
    Do,
    Verified(Result<Verdict, Failure>),
}

/// What was done.
#[derive(Debug, Clone)]
pub(crate) enum Done {
    /// Recorded; a sentence for the user.
    Recorded(String),
    /// Documents were made: a sentence, and their folder.
    Made(String, Option<PathBuf>),
    /// A document to open.
    Open(PathBuf),
}

/// What a message leads to.
pub(super) enum Outcome {
    None,
    Run(Task<super::Message>),
    Failed(Failure),
}

impl Deed {
    pub(super) fn new(kind: Kind, number: Option<ReceiptNumber>, today: NaiveDate) -> Option<Self> {
        let text = String::new;
        Some(match (kind, number) {
            (Kind::Code, _) => Self::Code { typed: text(), verdict: None },
            (_, None) => return None,
            (Kind::HandOver, Some(number)) => {
                let on = date::short(today);
                Self::HandOver { number, emailed: false, to: text(), on, scan: text(), no_dialog: false }
            }
            (Kind::Scan, Some(number)) => Self::Scan { number, scan: text(), no_dialog: false },
            (Kind::Spoilt, Some(number)) => Self::Spoilt { number, picker: Picker::default() },
            (Kind::Reprint, Some(number)) => Self::Reprint {
                number,
                picker: Picker::default(),
                reason: ReprintReason::Damaged,
                note: text(),
                start: Start::default(),
            },
            (Kind::Void, Some(number)) => Self::Void { number, reason: text(), typed: text() },
        })
    }

    /// Reads the cards where they are to be chosen from.
    pub(super) fn begin(&self, context: &Context) -> Task<super::Message> {
        match self {
            Self::Spoilt { number, .. } | Self::Reprint { number, .. } => {
                let (folder, number) = (context.folder.clone(), number.clone());
                job::quick(move || office::cards(&folder, &number))
                    .map(|cards| super::Message::Deed(Message::CardsRead(cards)))
            }
            _ => Task::none(),
        }
    }

    /// Whether it may go on while another receipt is chosen.
    pub(super) fn is_of_no_receipt(&self) -> bool {
        matches!(self, Self::Code { .. })
    }

    /// Whether it takes the place of the list.
    pub(super) fn picker(&self) -> Option<&Picker> {
        match self {
            Self::Spoilt { picker, .. } | Self::Reprint { picker, .. } => Some(picker),
            _ => None,
        }
    }

    /// The field for a scan, where this deed has one, and whether there is no dialog for it.
    fn scan_mut(&mut self) -> Option<(&mut String, &mut bool)> {
        match self {
            Self::HandOver { emailed: false, scan, no_dialog, .. } | Self::Scan { scan, no_dialog, .. } => {
                Some((scan, no_dialog))
            }
            _ => None,
        }
    }

    /// Takes a file that was dropped; `false`: it wants none.
    pub(super) fn drop(&mut self, file: &Path) -> bool {
        let Some((scan, _)) = self.scan_mut() else { return false };
        *scan = file.display().to_string();
        true
    }

    fn picker_mut(&mut self) -> Option<&mut Picker> {
        match self {
            Self::Spoilt { picker, .. } | Self::Reprint { picker, .. } => Some(picker),
            _ => None,
        }
    }

    /// The day that was typed, where one is asked for.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        let Self::HandOver { on, .. } = self else { return None };
        NaiveDate::parse_from_str(on.trim(), "%d-%m-%Y").ok()
    }

    /// Whether everything is filled in.
    pub(super) fn is_ready(&self) -> bool {
        match self {
            Self::HandOver { emailed, to, .. } => self.day().is_some() && (*emailed || !to.trim().is_empty()),
            Self::Scan { scan, .. } => scan::file(scan).is_some(),
            Self::Spoilt { picker, .. } => !picker.ticked().is_empty(),
            Self::Reprint { picker, note, start, .. } => {
                !picker.ticked().is_empty() && !note.trim().is_empty() && start.place().is_some()
            }
            Self::Void { reason, typed, .. } => !reason.trim().is_empty() && typed.trim().eq_ignore_ascii_case(WORD),
            Self::Code { typed, .. } => Seal::parse(typed).is_ok(),
        }
    }

    pub(super) fn update(&mut self, message: Message, context: &Context) -> Outcome {
        match message {
            Message::EmailedChosen(chosen) => {
                if let Self::HandOver { emailed, .. } = self {
                    *emailed = chosen;
                }
            }
            Message::ScanTyped(text) => {
                if let Some((scan, _)) = self.scan_mut() {
                    *scan = text;
                }
            }
            Message::ChooseScan => {
                let asked = Task::perform(context.desktop.pick_scan(), Message::ScanAnswered);
                return Outcome::Run(asked.map(super::Message::Deed));
            }
            Message::ScanAnswered(Answer::Chosen(file)) => {
                if let Some((scan, _)) = self.scan_mut() {
                    *scan = file.display().to_string();
                }
            }
            Message::ScanAnswered(Answer::Unavailable) => {
                if let Some((_, no_dialog)) = self.scan_mut() {
                    *no_dialog = true;
                    return Outcome::Run(iced::widget::operation::focus(scan::PATH));
                }
            }
            Message::FirstTyped(text) => match self {
                Self::HandOver { to, .. } => *to = text,
                Self::Reprint { note, .. } => *note = text,
                Self::Void { reason, .. } => *reason = text,
                Self::Code { typed, verdict } => {
                    *typed = text;
                    *verdict = None;
                }
                Self::Spoilt { .. } | Self::Scan { .. } => {}
            },
            Message::SecondTyped(text) => match self {
                Self::HandOver { on, .. } => *on = text,
                Self::Void { typed, .. } => *typed = text,
                Self::Reprint { start, .. } => start.typed = text,
                _ => {}
            },
            Message::ReasonChosen(chosen) => {
                if let Self::Reprint { reason, .. } = self {
                    *reason = chosen;
                }
            }
            Message::CardsRead(Ok(cards)) => {
                if let Some(picker) = self.picker_mut() {
                    picker.show(cards.cards.clone());
                }
                if let Self::Reprint { start, .. } = self {
                    start.places = cards.places;
                }
            }
            Message::CardsRead(Err(failure)) | Message::Verified(Err(failure)) => return Outcome::Failed(failure),
            Message::Picker(message) => {
                if let Some(picker) = self.picker_mut() {
                    picker.update(message);
                }
            }
            Message::Verified(Ok(found)) => {
                if let Self::Code { verdict, .. } = self {
                    *verdict = Some(found);
                }
            }
            Message::Do if self.is_ready() => return Outcome::Run(self.run(context)),
            Message::Do | Message::ScanAnswered(Answer::Cancelled) => {}
        }
        Outcome::None
    }

    fn run(&self, context: &Context) -> Task<super::Message> {
        let (folder, today) = (context.folder.clone(), (context.today)());
        let done = |result| super::Message::Done(result);
        match self.clone() {
            Self::HandOver { number, emailed, to, scan, .. } => {
                let on = self.day();
                let to = Some(to.trim().to_owned()).filter(|to| !to.is_empty());
                match (emailed, scan::file(&scan)) {
                    (true, _) => marked(context, number, Mark::Emailed { to, on }),
                    (false, None) => marked(context, number, Mark::HandedOver { to, on }),
                    (false, Some(file)) => attached(context, number, file, Some(Mark::HandedOver { to, on })),
                }
            }
            Self::Scan { number, scan, .. } => {
                let Some(file) = scan::file(&scan) else { return Task::none() };
                attached(context, number, file, None)
            }
            Self::Spoilt { number, picker } => marked(context, number, Mark::Printed { failed: picker.ticked() }),
            Self::Reprint { picker, reason, note, start, .. } => {
                let start_at = start.place().unwrap_or(1);
                let request = Request { kpjs: picker.ticked(), reason, note, paper: None, start_at, out: None };
                let work = move |progress: &dyn crate::progress::Progress| {
                    let made = office::reprint(&folder, &request, today, progress)?;
                    let copy = made.reprints.first();
                    let cards = made.reprints.iter().map(|reprint| reprint.cards.len()).sum::<usize>();
                    let number = copy.map_or(0, |reprint| reprint.copy).to_string();
                    let sentence = tr!("ui-reprinted", cards = cards.to_string(), copy = number);
                    let place = copy.and_then(|reprint| reprint.files.cards.parent()).map(PathBuf::from);
                    Ok::<_, crate::workflow::Error>(Done::Made(sentence, place))
                };
                job::long(work).map(done)
            }
            Self::Void { number, reason, .. } => job::quick(move || {
                office::void(&folder, &number, &reason)?;
                Ok::<_, crate::workflow::Error>(Done::Recorded(tr!("ui-voided", number = number.to_string())))
            })
            .map(done),
            Self::Code { typed, .. } => job::quick(move || {
                let Ok(code) = Seal::parse(&typed) else { return Ok(Verdict { entry: None, holds: false }) };
                office::verify_code(&folder, &code)
            })
            .map(|verdict: Result<Verdict, Failure>| super::Message::Deed(Message::Verified(verdict))),
        }
    }
}

/// Keeps a scan, with the hand-over that it proves where that is said now, and says so.
fn attached(context: &Context, number: ReceiptNumber, file: PathBuf, handed: Option<Mark>) -> Task<super::Message> {
    let (folder, today) = (context.folder.clone(), (context.today)());
    job::quick(move || {
        let before = handed.is_none();
        office::attach_scan(&folder, &number, &file, handed.as_ref().map(|mark| (mark, today)))?;
        let number = number.to_string();
        let sentence = if before {
            tr!("ui-scan-attached", number = number)
        } else {
            tr!("ui-marked-handed-over", number = number)
        };
        Ok::<_, crate::workflow::Error>(Done::Recorded(sentence))
    })
    .map(super::Message::Done)
}

/// Records a mark and says so.
pub(super) fn marked(context: &Context, number: ReceiptNumber, mark: Mark) -> Task<super::Message> {
    let (folder, today) = (context.folder.clone(), (context.today)());
    job::quick(move || {
        let dossier = office::mark(&folder, &number, &mark, today)?;
        let waiting = dossier.life.to_print.len();
        let number = number.to_string();
        let sentence = match mark {
            Mark::Printed { .. } if waiting > 0 => {
                tr!("ui-marked-spoilt", number = number, count = waiting.to_string())
            }
            Mark::Printed { .. } => tr!("ui-marked-printed", number = number),
            Mark::Emailed { .. } => tr!("ui-marked-emailed", number = number),
            Mark::HandedOver { .. } => tr!("ui-marked-handed-over", number = number),
        };
        Ok::<_, crate::workflow::Error>(Done::Recorded(sentence))
    })
    .map(super::Message::Done)
}
