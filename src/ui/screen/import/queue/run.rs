//! Work on the lists, one after the other: they are read, or those that are ready are issued. Each list is issued as a
//! whole or not at all, and none on which a person would have had to say something.

use super::{Class, Found, List, Message, Queue, Said, State};
use crate::import::ReadOptions;
use crate::progress::Progress;
use crate::tr;
use crate::ui::job::{self, Failure, Handle};
use crate::ui::office::{self, Context, Source};
use crate::ui::screen::import::review::Review;
use crate::ui::widget::figure;
use crate::workflow;
use chrono::NaiveDate;
use iced::Task;
use std::path::Path;
use std::time::{Duration, Instant};

/// What is done with the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Read,
    Issue,
}

/// Work that is under way.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) purpose: Purpose,
    /// The list that it is at.
    pub(super) at: usize,
    pub(super) done: usize,
    /// How long the rest takes, as soon as that is known.
    pub(super) left: Option<Duration>,
    pub(super) handle: Handle,
    begun: Instant,
    issued: usize,
    cards: usize,
}

/// Reads a list and, where it is wanted and nothing speaks against it, issues it.
fn work_on(
    folder: &Path,
    source: Source,
    purpose: Purpose,
    today: NaiveDate,
    progress: &dyn Progress,
) -> Result<Found, workflow::Error> {
    let reading = office::read(folder, source, &ReadOptions::default(), today, progress)?;
    let review = Review::new(&reading, today);
    let found = Found::reviewed(&review);
    let order = review.order().filter(|_| purpose == Purpose::Issue && found.state == State::Ready);
    let Some((particulars, choices)) = order else { return Ok(found) };
    Ok(match office::issue(folder, &reading.checked, &particulars, &choices, progress)? {
        office::Answer::Issued(issued) => Found::issued(&issued),
        // what was issued elsewhere meanwhile is seen when it is read again
        office::Answer::Refused(_) => Found { state: State::Waiting, ..found },
    })
}

impl Queue {
    pub(in super::super) fn is_issuing(&self) -> bool {
        self.run.as_ref().is_some_and(|run| run.purpose == Purpose::Issue)
    }

    /// Reads what nobody has read yet, unless something is under way.
    pub(in super::super) fn go_on(&mut self, context: &Context) -> Task<Message> {
        self.begin(Purpose::Read, context)
    }

    pub(in super::super) fn update(&mut self, message: Message, context: &Context) -> Said {
        match message {
            Message::Show(show) => {
                self.show = show;
                self.chosen = self.chosen.filter(|chosen| self.shown().any(|(at, _)| at == *chosen));
            }
            Message::Chosen(row) => self.chosen = self.shown_at(row),
            Message::Open(row) => {
                self.chosen = self.shown_at(row);
                return self.open_chosen();
            }
            Message::OpenChosen => return self.open_chosen(),
            Message::GoOn => return Said::Run(self.go_on(context)),
            Message::IssueReady => return Said::Run(self.begin(Purpose::Issue, context)),
            Message::Stop => {
                if let Some(run) = &self.run {
                    run.handle.cancel();
                }
            }
            Message::Worked(asked, job::Event::Finished(result)) if asked == self.asked => {
                return self.worked(result, context);
            }
            Message::Worked(..) => {}
        }
        Said::None
    }

    fn open_chosen(&self) -> Said {
        if self.is_issuing() {
            return Said::None;
        }
        match self.chosen {
            Some(_) if self.receipt().is_some() => Said::Look,
            Some(at) if self.waits(at) => Said::Open(at),
            _ => Said::None,
        }
    }

    /// The lists that the work is for, from this one on.
    pub(super) fn rest(&self, purpose: Purpose, from: usize) -> impl Iterator<Item = (usize, &List)> {
        self.lists.iter().enumerate().skip(from).filter(move |(at, list)| match purpose {
            Purpose::Read => list.found.state == State::Waiting && Some(*at) != self.open,
            Purpose::Issue => list.found.state == State::Ready,
        })
    }

    fn begin(&mut self, purpose: Purpose, context: &Context) -> Task<Message> {
        if self.run.is_some() {
            return Task::none();
        }
        self.trouble = None;
        let Some((at, handle, task)) = self.start(purpose, 0, context) else { return Task::none() };
        self.run = Some(Run { purpose, at, done: 0, left: None, handle, begun: Instant::now(), issued: 0, cards: 0 });
        task
    }

    /// Begins with the next list from this one on, if there is one.
    fn start(&mut self, purpose: Purpose, from: usize, context: &Context) -> Option<(usize, Handle, Task<Message>)> {
        let (at, source) = self.rest(purpose, from).next().map(|(at, list)| (at, list.source.clone()))?;
        self.asked += 1;
        let (asked, folder, today) = (self.asked, context.folder.clone(), (context.today)());
        let (handle, task) = job::start(move |progress| work_on(&folder, source, purpose, today, progress));
        Some((at, handle, task.map(move |event| Message::Worked(asked, event))))
    }

    fn worked(&mut self, result: Result<Found, Failure>, context: &Context) -> Said {
        let Some(mut run) = self.run.take() else { return Said::None };
        let Some(list) = self.lists.get_mut(run.at) else { return Said::None };
        run.done += usize::from(!matches!(result, Err(Failure::Cancelled)));
        let mut stopped = run.handle.is_cancelled();
        match result {
            // meanwhile it was worked on by itself
            _ if matches!(list.found.state, State::Issued(Some(_))) => {}
            Ok(found) => {
                if matches!(found.state, State::Issued(Some(_))) {
                    run.issued += 1;
                    run.cards += found.cards();
                }
                list.found = found;
            }
            Err(Failure::Cancelled) => stopped = true,
            // what keeps one list from being issued keeps the next one too
            Err(failure) if run.purpose == Purpose::Issue => {
                self.trouble = Some(failure);
                stopped = true;
            }
            Err(failure) => {
                list.found.state = State::Failed(failure);
            }
        }
        let from = run.at + 1;
        let next = if stopped { None } else { self.start(run.purpose, from, context) };
        let Some((at, handle, task)) = next else { return self.ended(&run, stopped, context) };
        run.left = job::left(run.begun.elapsed(), run.done, run.done + self.rest(run.purpose, at).count());
        (run.at, run.handle) = (at, handle);
        self.run = Some(run);
        Said::Run(task)
    }

    fn ended(&mut self, run: &Run, stopped: bool, context: &Context) -> Said {
        let sentence = match run.purpose {
            Purpose::Read => {
                tr!("ui-queue-read", count = figure(run.done), ready = figure(self.count(Class::Ready)))
            }
            Purpose::Issue => tr!("ui-queue-issued", count = figure(run.issued), cards = figure(run.cards)),
        };
        let more = if stopped { Task::none() } else { self.go_on(context) };
        Said::Ended(more, sentence)
    }
}
