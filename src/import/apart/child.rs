//! The reading process: one list, from its file to the pipe, under a memory limit.

use super::memory_for;
use super::wire::{self, BATCH, Failure, Found, Message, Request, Task};
use crate::import::preview::{Preview, PreviewSheet, preview_here};
use crate::import::sheet::{Cell, Row};
use crate::import::table::read_here;
use crate::import::{ImportError, old_register};
use crate::progress::{Cancelled, Progress, Stage};
use serde::Serialize;
use std::io::{self, BufWriter, Stdout, Write};
use std::path::Path;
use std::process::{ExitCode, exit};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Answers the one request on stdin. The exit code tells nothing that the frames do not.
pub(super) fn run() -> ExitCode {
    // A panic's message may quote a cell.
    std::panic::set_hook(Box::new(|_| {}));
    let answer = Arc::new(Answer { out: Mutex::new(BufWriter::with_capacity(BATCH, io::stdout())) });
    let Ok(request) = wire::receive::<Request>(&mut io::stdin().lock()) else { return ExitCode::FAILURE };
    if hold_to_limit(memory_for(Path::new(&request.path)), &answer).is_err() {
        return ExitCode::FAILURE;
    }
    // Whoever asked holds the other end of stdin for as long as it wants the answer. A reader that loops would not
    // notice by writing.
    let orphaned = || {
        let _ = io::copy(&mut io::stdin().lock(), &mut io::sink());
        exit(1);
    };
    if thread::Builder::new().spawn(orphaned).is_err() {
        return ExitCode::FAILURE;
    }
    let progress = Telling { answer: &answer, last: Mutex::new(None) };
    let path = Path::new(&request.path);
    let given = match &request.task {
        Task::List(options) => answer.give(read_here(path, options, &progress)),
        Task::OldRegister(sheets) => answer.give(old_register::read_here(path, sheets, &progress)),
        Task::Preview => answer.show(preview_here(path, &progress)),
    };
    match given {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Takes away what memory is above this, and files that would hold what memory holds.
#[cfg(unix)]
fn hold_to_limit(memory: u64, _: &Arc<Answer>) -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let lower = |resource: Resource, most: u64| {
        let now = getrlimit(resource).maximum;
        let most = Some(now.map_or(most, |now| now.min(most)));
        setrlimit(resource, Rlimit { current: most, maximum: most })
    };
    lower(Resource::Core, 0)?;
    lower(Resource::As, memory)?;
    Ok(())
}

/// Windows limits a process's memory only by calls that are not safe Rust, so the process watches itself.
#[cfg(not(unix))]
fn hold_to_limit(memory: u64, answer: &Arc<Answer>) -> io::Result<()> {
    let answer = Arc::clone(answer);
    let watch = move || loop {
        // Committed, not touched: what is reserved at once counts before it can hurt.
        if memory_stats::memory_stats().is_some_and(|now| now.virtual_mem as u64 > memory) {
            let _ = answer.send(&Message::<()>::Failed(Failure::TooLarge), true);
            exit(1);
        }
        thread::sleep(Duration::from_millis(5));
    };
    thread::Builder::new().spawn(watch).map(drop)
}

/// The pipe back.
struct Answer {
    out: Mutex<BufWriter<Stdout>>,
}

impl Answer {
    fn send<T: Serialize>(&self, message: &Message<T>, now: bool) -> io::Result<()> {
        let mut out = self.out.lock().unwrap_or_else(PoisonError::into_inner);
        wire::send(&mut *out, message)?;
        if now { out.flush() } else { Ok(()) }
    }

    fn show(&self, result: Result<Preview, ImportError>) -> io::Result<()> {
        match result {
            Ok(preview) => {
                for sheet in preview.sheets {
                    self.send(&Message::Found(Box::new(sheet)), false)?;
                }
                self.send(&Message::<PreviewSheet>::End, true)
            }
            Err(error) => self.refuse(error),
        }
    }

    fn refuse(&self, error: ImportError) -> io::Result<()> {
        Failure::of(error).map_or(Ok(()), |error| self.send(&Message::<()>::Failed(error), true))
    }

    fn give<T: Found>(&self, result: Result<T, ImportError>) -> io::Result<()> {
        let mut table = match result {
            Ok(table) => table,
            Err(error) => return self.refuse(error),
        };
        let rows = std::mem::take(table.rows());
        self.send(&Message::Found(Box::new(table)), false)?;
        let (mut batch, mut bytes) = (Vec::new(), 0);
        for row in rows {
            bytes += weight(&row);
            batch.push(row);
            if bytes >= BATCH {
                self.send(&Message::<T>::Rows(std::mem::take(&mut batch)), false)?;
                bytes = 0;
            }
        }
        self.send(&Message::<T>::Rows(batch), false)?;
        self.send(&Message::<T>::End, true)
    }
}

/// About how many bytes of a frame a row takes.
fn weight(row: &Row) -> usize {
    let cell = |cell: &Cell| if let Cell::Text(text) = cell { text.len() + 4 } else { 12 };
    row.cells.iter().map(cell).sum::<usize>() + 8
}

/// Tells the program how far the reading is; not more often than anybody looks.
struct Telling<'a> {
    answer: &'a Answer,
    last: Mutex<Option<Instant>>,
}

impl Progress for Telling<'_> {
    fn report(&self, _: Stage, done: usize, total: usize) -> Result<(), Cancelled> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if last.is_some_and(|last| last.elapsed() < Duration::from_millis(50)) {
            return Ok(());
        }
        *last = Some(Instant::now());
        // Nobody listens any more: as good as a stop.
        self.answer.send(&Message::<()>::Progress { done, total }, true).map_err(|_| Cancelled)
    }
}
