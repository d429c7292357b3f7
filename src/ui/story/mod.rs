//! Whole stories: the window is clicked and typed into, its jobs run, and what it shows is read.

mod acts;
mod archive;
mod arrivals;
mod columns;
mod companies;
mod dossier;
mod email;
mod exchange;
mod guide;
mod help;
mod import;
mod palette;
mod people;
#[path = "../../../tests/picture/mod.rs"]
mod picture;
mod pictures;
mod preview;
mod print;
mod queue;
mod register;
mod repair;
mod room;
mod scan;
mod settings;
mod take_over;
mod template;
mod walk;
mod welcome;
mod work;

use super::app::{App, Message, Screen, Start};
use super::desktop::{Answer, Desktop};
use super::theme::measure;
use crate::workflow::sample::{self, Sample, SampleKind};
use crate::workflow::{Archive, register as office_register};
use chrono::NaiveDate;
use iced::futures::future::{BoxFuture, FutureExt, ready};
use iced::keyboard::key::{Key, Named, NativeCode, Physical};
use iced::keyboard::{self, Modifiers};
use iced::{Event, Task};
use iced_test::Simulator;
use iced_test::runtime::{Action, clipboard};
use iced_test::selector::{Candidate, id};
use std::cell::RefCell;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

thread_local! {
    /// What was copied elsewhere.
    static CLIPBOARD: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Everything a task says, waited for.
pub(super) fn outputs<T>(task: Task<T>) -> Vec<T> {
    use iced::futures::{StreamExt, executor::block_on};
    let Some(stream) = iced_test::runtime::task::into_stream(task) else { return Vec::new() };
    let said = stream.filter_map(async |action| match action {
        Action::Output(output) => Some(output),
        Action::Clipboard(clipboard::Action::Read { channel, .. }) => {
            let _ = channel.send(CLIPBOARD.take());
            None
        }
        _ => None,
    });
    block_on(said.collect())
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
}

/// A desktop whose dialogs give one prepared answer and whose programs only note what they were asked to show.
#[derive(Default)]
struct Desk {
    answer: Mutex<Option<Answer>>,
    /// Several files, where a dialog takes them.
    files: Mutex<Vec<PathBuf>>,
    opened: Mutex<Vec<PathBuf>>,
    /// What was told while the user looked elsewhere.
    told: Mutex<Vec<String>>,
}

impl Desk {
    fn answer(&self) -> BoxFuture<'static, Answer> {
        ready(self.answer.lock().unwrap().take().unwrap_or(Answer::Unavailable)).boxed()
    }
}

impl Desktop for Desk {
    fn pick_lists(&self) -> BoxFuture<'static, Answer<Vec<PathBuf>>> {
        let files = std::mem::take(&mut *self.files.lock().unwrap());
        if !files.is_empty() {
            return ready(Answer::Chosen(files)).boxed();
        }
        let one = |answer| match answer {
            Answer::Chosen(file) => Answer::Chosen(vec![file]),
            Answer::Cancelled => Answer::Cancelled,
            Answer::Unavailable => Answer::Unavailable,
        };
        self.answer().map(one).boxed()
    }

    fn pick_list(&self) -> BoxFuture<'static, Answer> {
        self.answer()
    }

    fn pick_backup(&self) -> BoxFuture<'static, Answer> {
        self.answer()
    }

    fn pick_scan(&self) -> BoxFuture<'static, Answer> {
        self.answer()
    }

    fn pick_folder(&self) -> BoxFuture<'static, Answer> {
        self.answer()
    }

    fn save(&self, _: &str) -> BoxFuture<'static, Answer> {
        self.answer()
    }

    fn open(&self, path: &Path) -> io::Result<()> {
        self.opened.lock().unwrap().push(path.to_owned());
        Ok(())
    }

    fn notify(&self, title: &str, sentence: &str) {
        self.told.lock().unwrap().push(format!("{title}: {sentence}"));
    }
}

/// A folder whose path is always equally long and equally wide, for it stands in pictures: its figures are tabular.
fn home() -> TempDir {
    let place = Path::new("/tmp");
    let place = if place.is_dir() { place.to_owned() } else { std::env::temp_dir() };
    let now = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_nanos();
    (0..)
        .map(|n| format!("kantor-{:010}", (now + n) % 10_000_000_000))
        .find_map(|name| tempfile::Builder::new().prefix(&name).rand_bytes(0).tempdir_in(&place).ok())
        .unwrap()
}

/// A window over a data folder of its own; as small as it can be, unless a story says otherwise.
struct Window {
    app: App,
    desk: Arc<Desk>,
    printing: Arc<print::Printers>,
    home: TempDir,
    size: iced::Size,
}

impl Window {
    fn open() -> Self {
        Self::begin(false)
    }

    fn begin(practice: bool) -> Self {
        let mut window = Self::start(practice);
        window.send(Message::Go(Screen::Import));
        window
    }

    /// As a new office sees it.
    fn first() -> Self {
        Self::start(false)
    }

    fn start(practice: bool) -> Self {
        Self::start_in(home(), practice)
    }

    fn start_in(home: TempDir, practice: bool) -> Self {
        let desk = Arc::new(Desk::default());
        let printing = Arc::new(print::Printers::default());
        let (app, task) = Self::program(&home, practice, &desk, &printing);
        let mut window = Self { app, desk, printing, home, size: measure::PICTURED.into() };
        window.run(task);
        window.send(Message::Shown(iced::window::Id::unique()));
        window
    }

    fn program(
        home: &TempDir,
        practice: bool,
        desk: &Arc<Desk>,
        printing: &Arc<print::Printers>,
    ) -> (App, Task<Message>) {
        App::new(Start {
            folder: home.path().join("data"),
            practice,
            files: Vec::new(),
            language: None,
            desktop: desk.clone(),
            printing: printing.clone(),
            today,
        })
    }

    /// Closes the program and starts it again.
    fn start_again(&mut self) {
        let (app, task) = Self::program(&self.home, false, &self.desk, &self.printing);
        self.app = app;
        self.run(task);
        self.send(Message::Shown(iced::window::Id::unique()));
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    fn archive(&self) -> Archive {
        Archive::open(&self.path("data")).unwrap()
    }

    /// A list of workers as the web system gives it.
    fn list(&self, name: &str, rows: u32, dirty: bool) -> PathBuf {
        self.sample(name, Sample { rows, kind: SampleKind::Smile, dirty, seed: 1 })
    }

    /// A clean one with other people for each seed.
    fn list_of(&self, name: &str, rows: u32, seed: u64) -> PathBuf {
        self.sample(name, Sample { rows, kind: SampleKind::Smile, dirty: false, seed })
    }

    fn sample(&self, name: &str, sample: Sample) -> PathBuf {
        let file = self.path(name);
        sample::write(sample, &file).unwrap();
        file
    }

    fn run(&mut self, task: Task<Message>) {
        for message in outputs(task) {
            // a toast would be gone before anyone could read it
            if !matches!(message, Message::CloseToast(_)) {
                self.send(message);
            }
        }
    }

    fn send(&mut self, message: Message) {
        let task = self.app.update(message);
        self.run(task);
    }

    /// Draws a frame, which may ask for what comes into sight.
    fn frame(&mut self) {
        let mut simulator = Simulator::with_size(super::settings(), self.size, self.app.view());
        let redraw = iced::window::Event::RedrawRequested(std::time::Instant::now());
        simulator.simulate([Event::Window(redraw)]);
        let messages: Vec<_> = simulator.into_messages().collect();
        for message in messages {
            self.send(message);
        }
    }

    /// Lets someone act on what is shown.
    fn act<T>(&mut self, deed: impl FnOnce(&mut Simulator<'_, Message>) -> T) -> T {
        let mut simulator = Simulator::with_size(super::settings(), self.size, self.app.view());
        let result = deed(&mut simulator);
        let messages: Vec<_> = simulator.into_messages().collect();
        for message in messages {
            self.send(message);
        }
        result
    }

    #[track_caller]
    fn click(&mut self, text: &str) {
        let found = self.act(|window| window.click(text).is_ok());
        assert!(found, "nothing to click: {text:?} in {:#?}", self.texts());
    }

    /// Replaces what stands in a field.
    #[track_caller]
    fn fill(&mut self, field: &'static str, text: &str) {
        self.act(|window| {
            window.click(id(field)).unwrap_or_else(|_| panic!("no field {field}"));
            let all = [
                Event::Keyboard(keyboard::Event::ModifiersChanged(Modifiers::COMMAND)),
                press("a", Modifiers::COMMAND),
            ];
            window.simulate(all);
            window.simulate([Event::Keyboard(keyboard::Event::ModifiersChanged(Modifiers::empty()))]);
            window.tap_key(Key::Named(Named::Delete));
            window.typewrite(text);
        });
    }

    fn press(&mut self, key: impl Into<Pressed>, modifiers: Modifiers) {
        let event = press(key, modifiers);
        self.act(|window| window.simulate([event]));
    }

    /// All that can be read in the window.
    fn texts(&mut self) -> Vec<String> {
        let mut texts = Vec::new();
        self.act(|window| {
            let _ = window.find(|candidate: Candidate<'_>| -> Option<()> {
                if let Candidate::Text { content, visible_bounds: Some(_), .. } = candidate {
                    texts.push(content.to_owned());
                }
                None
            });
        });
        texts
    }

    /// Whether something that can be read holds this.
    fn shows(&mut self, part: &str) -> bool {
        self.texts().iter().any(|text| text.contains(part))
    }

    #[track_caller]
    fn expect(&mut self, parts: &[&str]) {
        let texts = self.texts();
        for part in parts {
            assert!(texts.iter().any(|text| text.contains(part)), "{part:?} is not among {texts:#?}");
        }
    }

    /// Issues a clean list of so many workers.
    #[track_caller]
    fn issue(&mut self, rows: u32) {
        let file = self.list("bersih.xlsx", rows, false);
        self.read(file);
        self.press(Named::Enter, Modifiers::COMMAND);
        self.expect(&["Sudah tercatat di register"]);
    }

    /// Chooses a file in the dialog.
    fn read(&mut self, file: PathBuf) {
        *self.desk.answer.lock().unwrap() = Some(Answer::Chosen(file));
        self.press("o", Modifiers::COMMAND);
    }

    fn opened(&self) -> Vec<PathBuf> {
        self.desk.opened.lock().unwrap().clone()
    }

    fn entries(&self) -> usize {
        office_register::list(&self.archive(), &office_register::Filter::default()).unwrap().len()
    }
}

/// A key: a letter or a named one.
struct Pressed(Key);

impl From<&str> for Pressed {
    fn from(letter: &str) -> Self {
        Self(Key::Character(letter.into()))
    }
}

impl From<Named> for Pressed {
    fn from(named: Named) -> Self {
        Self(Key::Named(named))
    }
}

fn press(key: impl Into<Pressed>, modifiers: Modifiers) -> Event {
    let Pressed(key) = key.into();
    let text = match &key {
        Key::Character(text) => Some(text.clone()),
        _ => None,
    };
    Event::Keyboard(keyboard::Event::KeyPressed {
        modified_key: key.clone(),
        key,
        physical_key: Physical::Unidentified(NativeCode::Unidentified),
        location: keyboard::Location::Standard,
        modifiers,
        repeat: false,
        text,
    })
}
