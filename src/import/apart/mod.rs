//! Reading in a process of its own.
//!
//! calamine 0.38 aborts on some files, loops on others and reserves gigabytes for a few bytes; nothing inside a process
//! can answer that. So the programs start themselves once more for each list ([`begin`]), with one hidden argument. That
//! process holds itself to 1 GiB or less, reads, and sends the table back over a pipe; this one listens, has a clock, and
//! kills it when the user cancels. Whatever happens to it is an [`ImportError`] here.
//!
//! It costs four milliseconds to start and, for 100,000 rows, seven hundredths of the reading (debug build: 18 ms become
//! 21 for 120 rows, 10.8 s become 11.5 for 100,000). Both processes hold the table while it is on its way.
//!
//! The library in another program (a test, a bench) reads in that program's own process, unless it says
//! [`Apart::new`] itself: it cannot know what another executable does with an argument.

mod child;
pub(super) mod wire;

use super::container::COMPOUND;
use super::old_register::{self, OldTable};
use super::preview::{self, Preview, PreviewSheet, preview_here};
use super::sheet::limits;
use super::table::read_here;
use super::{ImportError, ReadOptions, Table};
use crate::progress::{Progress, Stage};
use serde::de::DeserializeOwned;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, ExitCode, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};
use wire::{Found, Message, Request, Task};

const MIB: u64 = 1024 * 1024;

/// Bytes of memory that the reading process may have. The largest list that the limits allow takes about half.
const MEMORY: u64 = 1024 * MIB;

/// The same for an xls: so much, and so many times its own bytes. A few damaged ones can make calamine ask for
/// anything, but nothing in such a file is packed: lists of 10,000 to 65,536 rows, 6 to 30 columns took 7 to 9 times
/// their bytes, beside 140 MiB of which a process reserves most without using it. The rest is for blank rectangles.
const MEMORY_FOR_XLS: (u64, u64) = (320 * MIB, 12);

/// Bytes of a file below which it cannot honestly fill its memory: archives pack at most a thousand to one, and a reader
/// holds a few copies.
const LEAST_TO_FILL: u64 = 256 * 1024;

/// How often the user's stop is looked for.
const TICK: Duration = Duration::from_millis(50);

/// The hidden first argument.
const ARGUMENT: &str = "--read-list";

/// Set by the programs, at their beginning.
static READER: OnceLock<Apart> = OnceLock::new();

/// The first thing that a program of this package does: reads a list if that is what the process was started for, and
/// then returns its exit code; else makes [`read`] start such processes, and returns nothing.
pub fn begin() -> Option<ExitCode> {
    if std::env::args_os().nth(1).is_some_and(|argument| argument == ARGUMENT) {
        return Some(child::run());
    }
    match this_program() {
        Ok(program) => drop(READER.set(Apart::new(program))),
        // Good lists can still be read.
        Err(error) => tracing::warn!(%error, "lists are read without a process of their own"),
    }
    None
}

/// Reads a worker list of any known container: in a process of its own after [`begin`], else in this one.
///
/// # Errors
/// [`ImportError`]: what stands in the way of reading it at all, or the user's own stop. Nothing is written anywhere.
pub fn read(path: &Path, options: &ReadOptions, progress: &dyn Progress) -> Result<Table, ImportError> {
    match READER.get() {
        Some(reader) => reader.read(path, options, progress),
        None => read_here(path, options, progress),
    }
}

/// Reads the first rows of a file, for a person who shows where its table is: in a process of its own after [`begin`], else
/// in this one.
///
/// # Errors
/// [`ImportError`], where no sheet has rows too, or the user's own stop. Nothing is written anywhere.
pub fn preview(path: &Path, progress: &dyn Progress) -> Result<Preview, ImportError> {
    match READER.get() {
        Some(reader) => reader.preview(path, progress),
        None => preview_here(path, progress),
    }
}

/// Reads the office's old register likewise; `sheets` names those to read, none for all that Excel shows.
///
/// # Errors
/// As [`read`].
pub fn read_old_register(path: &Path, sheets: &[String], progress: &dyn Progress) -> Result<OldTable, ImportError> {
    match READER.get() {
        Some(reader) => reader.read_old_register(path, sheets, progress),
        None => old_register::read_here(path, sheets, progress),
    }
}

/// Bytes of memory for reading this file.
fn memory_for(file: &Path) -> u64 {
    let compound = || {
        let about = std::fs::metadata(file).ok().filter(std::fs::Metadata::is_file)?;
        let mut begin = [0; COMPOUND.len()];
        std::fs::File::open(file).ok()?.read_exact(&mut begin).ok()?;
        (begin == COMPOUND).then_some(about.len())
    };
    let (least, times) = MEMORY_FOR_XLS;
    compound().map_or(MEMORY, |bytes| MEMORY.min(bytes.saturating_mul(times).saturating_add(least)))
}

fn this_program() -> io::Result<PathBuf> {
    // Linux knows the running program even where its file was replaced meanwhile; the two must speak the same language.
    let running = Path::new("/proc/self/exe");
    if cfg!(target_os = "linux") && running.exists() { Ok(running.to_owned()) } else { std::env::current_exe() }
}

/// How lists are read in a process of their own.
#[derive(Debug, Clone)]
pub struct Apart {
    program: PathBuf,
    silence: Duration,
    whole: Duration,
}

impl Apart {
    /// By a program that begins with [`begin`].
    #[must_use]
    pub fn new(program: PathBuf) -> Self {
        // The largest list within the limits takes seconds, a debug build a minute.
        Self { program, silence: Duration::from_mins(1), whole: Duration::from_mins(5) }
    }

    /// With another patience: for hearing nothing, and for the whole.
    #[must_use]
    pub fn with_patience(self, silence: Duration, whole: Duration) -> Self {
        Self { silence, whole, ..self }
    }

    /// Reads a worker list. The process is gone when this returns, whatever it returns.
    ///
    /// # Errors
    /// As [`read`]. A process that ends without an answer, or gives none in time, makes the file
    /// [`ImportError::Damaged`], or [`ImportError::TooLarge`] where memory was what it lacked;
    /// [`ImportError::Unreadable`] if the process cannot be started.
    pub fn read(&self, path: &Path, options: &ReadOptions, progress: &dyn Progress) -> Result<Table, ImportError> {
        self.table(path, Task::List(options.clone()), progress)
    }

    /// Reads the office's old register, likewise.
    ///
    /// # Errors
    /// As [`Apart::read`].
    pub fn read_old_register(
        &self,
        path: &Path,
        sheets: &[String],
        progress: &dyn Progress,
    ) -> Result<OldTable, ImportError> {
        self.table(path, Task::OldRegister(sheets.to_vec()), progress)
    }

    /// Reads the first rows of a file, likewise.
    ///
    /// # Errors
    /// As [`Apart::read`].
    pub fn preview(&self, path: &Path, progress: &dyn Progress) -> Result<Preview, ImportError> {
        let mut preview = Preview::default();
        self.ask(path, Task::Preview, progress, |message: Message<PreviewSheet>| match message {
            Message::Found(sheet) if preview.sheets.len() < preview::SHEETS => {
                preview.sheets.push(*sheet);
                Ok(None)
            }
            Message::End if !preview.sheets.is_empty() => Ok(Some(std::mem::take(&mut preview))),
            _ => Err(no_answer()),
        })
    }

    fn table<T: Found + Send + 'static>(
        &self,
        path: &Path,
        task: Task,
        progress: &dyn Progress,
    ) -> Result<T, ImportError> {
        let (mut table, mut cells) = (None::<T>, 0usize);
        self.ask(path, task, progress, |message| {
            match (message, &mut table) {
                (Message::Found(found), None) => table = Some(*found),
                (Message::Rows(rows), Some(table)) => {
                    cells += rows.iter().map(|row| row.cells.len()).sum::<usize>();
                    let all = table.rows();
                    all.extend(rows);
                    if cells > limits::CELLS || all.len() > limits::ROWS {
                        return Err(ImportError::TooLarge);
                    }
                }
                (Message::End, Some(_)) => return Ok(table.take()),
                _ => return Err(no_answer()),
            }
            Ok(None)
        })
    }

    /// Starts a process, and listens until `gather` has the whole answer.
    fn ask<F: DeserializeOwned + Send + 'static, T>(
        &self,
        path: &Path,
        task: Task,
        progress: &dyn Progress,
        gather: impl FnMut(Message<F>) -> Result<Option<T>, ImportError>,
    ) -> Result<T, ImportError> {
        progress.report(Stage::Reading, 0, 0)?;
        let mut running = Running(self.start().map_err(ImportError::Unreadable)?);
        let missing = || ImportError::Unreadable(io::ErrorKind::BrokenPipe.into());
        // Open until the end: its closing tells the process that nobody waits any more.
        let mut question = running.0.stdin.take().ok_or_else(missing)?;
        let answer = running.0.stdout.take().ok_or_else(missing)?;
        let (sender, receiver) = sync_channel(4);
        let forward = thread::Builder::new().spawn(move || forward(answer, &sender));
        forward.map_err(ImportError::Unreadable)?;
        // A process that ended already says so by its answer.
        let _ = wire::send(&mut question, &Request { path: path.into(), task });
        match self.listen(&receiver, progress, gather) {
            Some(result) => result,
            None => Err(running.cause_of_end(path)),
        }
    }

    fn start(&self) -> io::Result<Child> {
        let mut command = Command::new(&self.program);
        command.arg(ARGUMENT).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        // At the end of its memory, a process should not go looking for the names of functions.
        command.env("RUST_BACKTRACE", "0");
        #[cfg(unix)]
        std::os::unix::process::CommandExt::arg0(&mut command, "cetak-kpj");
        #[cfg(windows)]
        {
            const CREATE_NO_WINDOW: u32 = 0x0800_0000;
            std::os::windows::process::CommandExt::creation_flags(&mut command, CREATE_NO_WINDOW);
        }
        command.spawn()
    }

    /// The answer; `None` if the process ended before it was whole.
    fn listen<F, T>(
        &self,
        answer: &Receiver<io::Result<Message<F>>>,
        progress: &dyn Progress,
        mut gather: impl FnMut(Message<F>) -> Result<Option<T>, ImportError>,
    ) -> Option<Result<T, ImportError>> {
        let (begun, mut heard) = (Instant::now(), Instant::now());
        let (mut done, mut total) = (0, 0);
        loop {
            if let Err(cancelled) = progress.report(Stage::Reading, done, total) {
                return Some(Err(cancelled.into()));
            }
            if heard.elapsed() > self.silence || begun.elapsed() > self.whole {
                return Some(Err(ImportError::damaged("the reader came to no end")));
            }
            let message = match answer.recv_timeout(TICK) {
                Ok(message) => message,
                Err(RecvTimeoutError::Timeout) => continue,
                Err(RecvTimeoutError::Disconnected) => return None,
            };
            heard = Instant::now();
            match message {
                Ok(Message::Progress { done: now, total: of }) => (done, total) = (now, of),
                Ok(Message::Failed(failure)) => return Some(Err(failure.into())),
                Ok(message) => match gather(message) {
                    Ok(None) => {}
                    Ok(Some(whole)) => return Some(Ok(whole)),
                    Err(error) => return Some(Err(error)),
                },
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return None,
                Err(_) => return Some(Err(no_answer())),
            }
        }
    }
}

fn no_answer() -> ImportError {
    ImportError::damaged("the reader gave no answer")
}

/// Reads the answer, so that listening to it can stop to look at the clock. Ends with the process.
fn forward<F: DeserializeOwned>(mut answer: ChildStdout, listener: &SyncSender<io::Result<Message<F>>>) {
    loop {
        let message = wire::receive(&mut answer);
        let last = message.is_err();
        if listener.send(message).is_err() || last {
            return;
        }
    }
}

/// A reading process. Ends with its owner.
struct Running(Child);

impl Running {
    /// Why a process ended without an answer. Rust says of one end what caused it, and a reading process says nothing
    /// else: its panics are silent.
    fn cause_of_end(&mut self, file: &Path) -> ImportError {
        self.end();
        let mut said = Vec::new();
        if let Some(stderr) = self.0.stderr.take() {
            let _ = stderr.take(4096).read_to_end(&mut said);
        }
        let said = String::from_utf8_lossy(&said);
        let asked = said.split_once("memory allocation of ").and_then(|(_, rest)| rest.split(' ').next());
        let enough = std::fs::metadata(file).map_or(true, |about| about.len() >= LEAST_TO_FILL);
        match asked.and_then(|bytes| bytes.parse::<u64>().ok()) {
            // What grows by doubling asks for less than twice the limit. Who asks for more believes a wrong number.
            Some(bytes) if bytes < 2 * memory_for(file) && enough => ImportError::TooLarge,
            Some(_) => ImportError::damaged("the reader asked for more memory than a list can need"),
            None => ImportError::damaged("the reader ended without an answer"),
        }
    }

    fn end(&mut self) {
        // Fails only for a process that has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}
