//! Long work beside the window: a thread, a throttled voice, a cancel that is answered, and always a result.

use crate::progress::{Cancelled, Progress, Stage};
use iced::Task;
use iced::futures::channel::mpsc;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// The window hears of a job at most this often.
const QUIET: Duration = Duration::from_millis(40);

/// How far a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Report {
    pub(crate) stage: Stage,
    pub(crate) done: usize,
    /// 0: not known.
    pub(crate) total: usize,
    /// How long the stage still takes at the pace it had so far; `None` while that is not known.
    pub(crate) left: Option<Duration>,
}

/// Why a job has no result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Failure {
    /// The user stopped it.
    Cancelled,
    /// What happened, and what to do next.
    Explained { message: String, hint: String },
    /// The same of a file that holds rows: a person must show where its table is.
    Unmapped { message: String, hint: String },
    /// The program itself is at fault.
    Panicked,
}

/// What a job says.
#[derive(Debug, Clone)]
pub(crate) enum Event<T> {
    Progress(Report),
    Finished(Result<T, Failure>),
}

/// Holds a running job; dropping it asks the job to stop.
#[derive(Debug)]
pub(crate) struct Handle(Arc<AtomicBool>);

impl Handle {
    /// Asks the job to stop; it answers with [`Failure::Cancelled`], or with its result if it was too late.
    pub(crate) fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub(crate) fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.cancel();
    }
}

/// What was said last.
#[derive(Clone, Copy)]
struct Spoken {
    stage: Stage,
    /// When the stage began.
    since: Instant,
    at: Instant,
}

/// How long what is left takes, where `done` of `total` took `so_far`. The first second says nothing yet.
pub(crate) fn left(so_far: Duration, done: usize, total: usize) -> Option<Duration> {
    let rest = u32::try_from(total.checked_sub(done)?).ok()?;
    let done = u32::try_from(done).ok().filter(|done| *done > 0)?;
    (so_far >= Duration::from_secs(1)).then(|| so_far / done * rest)
}

struct Voice<T> {
    cancel: Arc<AtomicBool>,
    sender: mpsc::UnboundedSender<Event<T>>,
    last: Mutex<Option<Spoken>>,
}

impl<T: Send> Progress for Voice<T> {
    fn report(&self, stage: Stage, done: usize, total: usize) -> Result<(), Cancelled> {
        if self.cancel.load(Ordering::Relaxed) {
            return Err(Cancelled);
        }
        let Ok(mut last) = self.last.lock() else { return Ok(()) };
        let now = Instant::now();
        let before = last.filter(|spoken| spoken.stage == stage);
        if before.is_none_or(|spoken| now.duration_since(spoken.at) >= QUIET) {
            let since = before.map_or(now, |spoken| spoken.since);
            *last = Some(Spoken { stage, since, at: now });
            let left = left(now.duration_since(since), done, total);
            // nobody listens any more once the window is closed
            let _ = self.sender.unbounded_send(Event::Progress(Report { stage, done, total, left }));
        }
        Ok(())
    }
}

/// Starts `work` on a thread of its own. The last event is [`Event::Finished`], whatever happens.
pub(crate) fn start<T, E>(work: impl FnOnce(&dyn Progress) -> Result<T, E> + Send + 'static) -> (Handle, Task<Event<T>>)
where
    T: Send + 'static,
    E: Into<Failure>,
{
    let cancel = Arc::new(AtomicBool::new(false));
    let (sender, receiver) = mpsc::unbounded();
    let voice = Voice { cancel: Arc::clone(&cancel), sender: sender.clone(), last: Mutex::new(None) };
    let body = move || {
        let result = match catch_unwind(AssertUnwindSafe(|| work(&voice))) {
            Ok(result) => result.map_err(Into::into),
            Err(_) => Err(Failure::Panicked),
        };
        let _ = voice.sender.unbounded_send(Event::Finished(result));
    };
    if thread::Builder::new().name("job".into()).spawn(body).is_err() {
        // only a system without room for one more thread comes here
        let _ = sender.unbounded_send(Event::Finished(Err(Failure::Panicked)));
    }
    (Handle(cancel), Task::stream(receiver))
}

/// Work of which only the result matters; dropping the handle asks it to stop.
pub(crate) fn silent<T, E>(
    work: impl FnOnce(&dyn Progress) -> Result<T, E> + Send + 'static,
) -> (Handle, Task<Result<T, Failure>>)
where
    T: Send + 'static,
    E: Into<Failure>,
{
    let (handle, task) = start(work);
    let result = task.then(|event| match event {
        Event::Progress(_) => Task::none(),
        Event::Finished(result) => Task::done(result),
    });
    (handle, result)
}

/// The same for work that is never stopped.
pub(crate) fn long<T, E>(work: impl FnOnce(&dyn Progress) -> Result<T, E> + Send + 'static) -> Task<Result<T, Failure>>
where
    T: Send + 'static,
    E: Into<Failure>,
{
    let (handle, task) = silent(work);
    task.map(move |result| {
        // the handle lives as long as the task, so that the work is not cancelled before it begins
        let _ = &handle;
        result
    })
}

/// The same for work that tells of no progress.
pub(crate) fn quick<T, E>(work: impl FnOnce() -> Result<T, E> + Send + 'static) -> Task<Result<T, Failure>>
where
    T: Send + 'static,
    E: Into<Failure>,
{
    long(move |_| work())
}

/// Says `message` after a while.
pub(crate) fn later<M: Send + 'static>(after: Duration, message: M) -> Task<M> {
    let (sender, receiver) = mpsc::unbounded();
    let wait = move || {
        thread::sleep(after);
        let _ = sender.unbounded_send(message);
    };
    // without a thread the message never comes; what it would have tidied away stays
    let _ = thread::Builder::new().name("later".into()).spawn(wait);
    Task::stream(receiver)
}

#[cfg(test)]
mod tests {
    use super::super::story::outputs;
    use super::*;

    impl From<Cancelled> for Failure {
        fn from(_: Cancelled) -> Self {
            Self::Cancelled
        }
    }

    #[test]
    fn reports_are_throttled_within_a_stage_and_the_result_comes_last() {
        let (_handle, task) = start(|progress| {
            for stage in [Stage::Reading, Stage::Checking] {
                for done in 0..10_000 {
                    progress.report(stage, done, 10_000)?;
                }
            }
            Ok::<_, Cancelled>(7)
        });
        let events = outputs(task);
        assert!((3..50).contains(&events.len()), "{}", events.len());
        assert!(matches!(events.last(), Some(Event::Finished(Ok(7)))));
    }

    #[test]
    fn what_is_left_takes_as_long_as_what_was_done() {
        let seconds = Duration::from_secs;
        for (so_far, done, total, expected) in [
            (seconds(10), 25, 100, Some(seconds(30))),
            (seconds(10), 100, 100, Some(seconds(0))),
            (Duration::from_millis(900), 25, 100, None),
            (seconds(10), 0, 100, None),
            (seconds(10), 25, 0, None),
        ] {
            assert_eq!(left(so_far, done, total), expected);
        }
    }

    #[test]
    fn a_cancel_is_answered() {
        let (handle, task) = start(|progress| {
            loop {
                progress.report(Stage::Cards, 0, 0)?;
            }
            #[expect(unreachable_code, reason = "gives the job its type")]
            Ok::<(), Cancelled>(())
        });
        handle.cancel();
        assert!(matches!(outputs(task).last(), Some(Event::Finished(Err(Failure::Cancelled)))));
    }

    #[test]
    fn a_panic_becomes_a_result() {
        let (_handle, task) = start(|_| -> Result<(), Cancelled> { panic!("on purpose") });
        assert!(matches!(outputs(task).last(), Some(Event::Finished(Err(Failure::Panicked)))));
    }
}
