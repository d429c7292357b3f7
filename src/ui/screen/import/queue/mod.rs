//! Several lists, each a company of its own: they are read one after the other, those that nothing speaks against are
//! issued together, and a person opens the others.

mod run;
mod view;

use super::choose::file_name;
use super::obstacle::Obstacle;
use super::review::Review;
use crate::domain::work::PendingId;
use crate::domain::{Counts, ReceiptNumber};
use crate::tr;
use crate::ui::job::{self, Failure};
use crate::ui::office::Source;
use crate::ui::screen::print_all::Line;
use crate::workflow::issue::Issued;
use crate::workflow::pending;
use iced::Task;
use run::Run;

/// The lists.
pub(super) const ROWS: &str = "queue-rows";

/// The lists, and what becomes of them.
#[derive(Debug, Default)]
pub(super) struct Queue {
    lists: Vec<List>,
    /// The one that is worked on by itself.
    open: Option<usize>,
    chosen: Option<usize>,
    show: Option<Class>,
    run: Option<Run>,
    /// Why the last run came to nothing.
    trouble: Option<Failure>,
    /// Each job has a number; what an earlier one still says is late and ignored.
    asked: u64,
}

#[derive(Debug)]
struct List {
    source: Source,
    /// What it is called before anything is known of it.
    name: String,
    found: Found,
}

/// What is known of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Found {
    company: String,
    npp: String,
    counts: Counts,
    /// Rows whose number the central system has still to give.
    without_kpj: usize,
    state: State,
}

/// Where a list stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
enum State {
    /// Nobody has read it yet.
    #[default]
    Waiting,
    /// It can be issued as it is.
    Ready,
    /// A person has to say something.
    Asks(Obstacle),
    Failed(Failure),
    /// `None`: earlier, and not from here.
    Issued(Option<ReceiptNumber>),
}

/// Lists that are shown together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Ready,
    Asks,
    Failed,
    Issued,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Show(Option<Class>),
    Chosen(usize),
    Open(usize),
    OpenChosen,
    /// Reads what nobody has read yet.
    GoOn,
    IssueReady,
    Worked(u64, job::Event<Found>),
    Stop,
}

/// What the screen does about it.
pub(super) enum Said {
    None,
    Run(Task<Message>),
    /// Work on this list by itself.
    Open(usize),
    /// Look at the receipt that became of the chosen list.
    Look,
    /// A run is over, and other work may have begun.
    Ended(Task<Message>, String),
}

fn name(source: &Source) -> String {
    match source {
        Source::File(file) => file_name(file),
        Source::Pasted(_) => tr!("ui-pasted"),
        Source::Kept(PendingId(id)) => tr!("work-list", id = id.to_string()),
    }
}

impl State {
    fn class(&self) -> Option<Class> {
        match self {
            Self::Waiting => None,
            Self::Ready => Some(Class::Ready),
            Self::Asks(_) => Some(Class::Asks),
            Self::Failed(_) => Some(Class::Failed),
            Self::Issued(_) => Some(Class::Issued),
        }
    }

    /// How much a person is wanted: the least first.
    fn urgency(&self) -> Option<u8> {
        match self {
            Self::Asks(_) | Self::Failed(_) => Some(0),
            Self::Waiting | Self::Ready => Some(1),
            Self::Issued(_) => None,
        }
    }
}

impl Found {
    /// What a review shows of a list, before anything in it is accepted or left out.
    pub(super) fn reviewed(review: &Review) -> Self {
        let state = match review.objection(false, false).or_else(|| review.caution()) {
            _ if review.was_issued() => State::Issued(None),
            Some(obstacle) => State::Asks(obstacle),
            None => State::Ready,
        };
        Self {
            company: review.company_name(),
            npp: review.particulars.npp.clone(),
            counts: review.counts,
            without_kpj: pending::without_kpj(review.table.list()),
            state,
        }
    }

    pub(super) fn issued(issued: &Issued) -> Self {
        Self {
            company: issued.entry.company.clone(),
            npp: issued.entry.npp.to_string(),
            counts: issued.counts,
            without_kpj: 0,
            state: State::Issued(issued.entry.number.clone()),
        }
    }

    fn cards(&self) -> usize {
        self.counts.ready + self.counts.warning
    }
}

impl List {
    fn new(source: Source) -> Self {
        Self { name: name(&source), source, found: Found::default() }
    }

    /// The company, as soon as it is known.
    fn called(&self) -> &str {
        if self.found.company.is_empty() { &self.name } else { &self.found.company }
    }
}

impl Queue {
    /// One list alone, which is worked on by itself.
    pub(super) fn single(source: Source) -> Self {
        Self { lists: vec![List::new(source)], open: Some(0), ..Self::default() }
    }

    /// One more list, and its place. One that is here already and was not issued is read once more: its file may hold
    /// something else by now.
    pub(super) fn add(&mut self, source: Source) -> usize {
        let known = self.lists.iter().position(|list| list.source == source).filter(|at| self.waits(*at));
        if let Some(list) = known.and_then(|at| self.lists.get_mut(at)) {
            list.found.state = State::Waiting;
        } else {
            self.lists.push(List::new(source));
        }
        known.unwrap_or(self.lists.len() - 1)
    }

    /// Whether there is more than one list to work on.
    pub(super) fn is_several(&self) -> bool {
        self.lists.len() > 1
    }

    /// Whether somebody still has something to do with them.
    pub(super) fn is_under_way(&self) -> bool {
        self.is_several() && (0..self.lists.len()).any(|at| self.waits(at))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }

    /// The list that is worked on by itself.
    pub(super) fn current(&self) -> Option<&Source> {
        self.lists.get(self.open?).map(|list| &list.source)
    }

    /// What that list is called.
    pub(super) fn name(&self) -> String {
        self.current().map_or_else(|| tr!("ui-sample-list"), name)
    }

    /// Works on this list by itself from now on.
    pub(super) fn take(&mut self, at: usize) -> Option<Source> {
        let source = self.lists.get(at)?.source.clone();
        (self.open, self.chosen) = (Some(at), Some(at));
        Some(source)
    }

    /// The list after the open one that a person is wanted for most; `None` where nothing is left to do.
    pub(super) fn next(&self) -> Option<usize> {
        let from = self.open.or(self.chosen).map_or(0, |at| at + 1);
        let others = (0..self.lists.len()).map(|step| (from + step) % self.lists.len());
        let others = others.filter(|at| Some(*at) != self.open);
        let waiting = others.filter_map(|at| Some((self.lists.get(at)?.found.state.urgency()?, at)));
        waiting.min_by_key(|(urgency, _)| *urgency).map(|(_, at)| at)
    }

    /// Lists whose table was not found are read once more: a person has shown where it is in one of them.
    pub(super) fn reconsider(&mut self) {
        for list in &mut self.lists {
            if matches!(list.found.state, State::Failed(Failure::Unmapped { .. })) {
                list.found.state = State::Waiting;
            }
        }
    }

    /// The open list goes back to the others, with what became of it meanwhile.
    pub(super) fn put_back(&mut self, found: Option<Result<Found, Failure>>) {
        let Some(list) = self.open.take().and_then(|at| self.lists.get_mut(at)) else { return };
        match found {
            Some(Ok(found)) => list.found = found,
            Some(Err(failure)) => list.found.state = State::Failed(failure),
            None => {}
        }
    }

    /// The receipt that became of the chosen list, and its company.
    pub(super) fn receipt(&self) -> Option<(ReceiptNumber, String)> {
        let found = &self.lists.get(self.chosen?)?.found;
        match &found.state {
            State::Issued(Some(number)) => Some((number.clone(), found.company.clone())),
            _ => None,
        }
    }

    /// Whether somebody has something to do with this list.
    fn waits(&self, at: usize) -> bool {
        self.lists.get(at).is_some_and(|list| list.found.state.urgency().is_some())
    }

    /// Those that were issued from here.
    pub(super) fn issued(&self) -> Vec<Line> {
        let issued = self.lists.iter().filter_map(|List { found, .. }| match &found.state {
            State::Issued(Some(number)) => {
                Some(Line { number: number.clone(), company: found.company.clone(), cards: found.cards() })
            }
            _ => None,
        });
        issued.collect()
    }

    fn shown(&self) -> impl Iterator<Item = (usize, &List)> {
        let lists = self.lists.iter().enumerate();
        lists.filter(|(_, list)| self.show.is_none_or(|class| list.found.state.class() == Some(class)))
    }

    fn shown_at(&self, row: usize) -> Option<usize> {
        self.shown().nth(row).map(|(at, _)| at)
    }

    fn count(&self, class: Class) -> usize {
        self.lists.iter().filter(|list| list.found.state.class() == Some(class)).count()
    }
}
