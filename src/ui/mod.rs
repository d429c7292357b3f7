//! The window. It holds no rule of the office: every act is a call into [`crate::workflow`], made in a job.

mod app;
mod desktop;
mod gallery;
mod help;
mod hotkey;
mod icon;
mod job;
mod office;
mod palette;
mod screen;
#[cfg(test)]
mod story;
mod theme;
mod watch;
mod widget;

use crate::domain::office::Language;
use crate::i18n;
use crate::workflow::Archive;
use app::{App, Start};
use iced::advanced::graphics;
use std::path::PathBuf;
use std::sync::Arc;
use theme::measure;

/// How the window is started.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The data folder; `None`: the platform's per-user one.
    pub data_dir: Option<PathBuf>,
    /// Practise with a synthetic list, in a folder of its own inside the data folder.
    pub sample: bool,
    /// Lists to read at once, or folders that hold some.
    pub files: Vec<PathBuf>,
    /// The language to speak; `None`: the one that the settings say.
    pub language: Option<Language>,
}

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Neither X11 nor Wayland is there to draw on.
    #[error("no display")]
    NoDisplay,
    /// The system names no home for the data, and no folder was given.
    #[error("no data folder")]
    NoDataFolder,
    /// The window could not be opened.
    #[error(transparent)]
    Window(#[from] iced::Error),
}

impl Error {
    /// A sentence for the user.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::NoDisplay => crate::tr!("ui-no-display"),
            Self::NoDataFolder => crate::tr!("ui-no-data-folder"),
            Self::Window(error) => crate::tr!("ui-no-window", reason = error.to_string()),
        }
    }
}

/// Whether there is a screen to draw on; without one the window library would panic.
fn has_display() -> bool {
    if cfg!(all(unix, not(target_os = "macos"))) {
        ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
    } else {
        true
    }
}

/// Opens the window and returns when it is closed.
///
/// # Errors
/// [`Error`] when no window could be opened.
pub fn run(options: Options) -> Result<(), Error> {
    if !has_display() {
        return Err(Error::NoDisplay);
    }
    let folder = options.data_dir.or_else(Archive::default_folder).ok_or(Error::NoDataFolder)?;
    // a job works from anywhere, so the folder does not depend on where the program was started
    let folder = std::path::absolute(&folder).unwrap_or(folder);
    crate::log::keep(&folder);
    let boot = move || {
        prepare(options.language.unwrap_or_default());
        App::new(Start {
            folder: folder.clone(),
            practice: options.sample,
            files: options.files.clone(),
            language: options.language,
            desktop: Arc::new(desktop::System),
            printing: Arc::from(crate::workflow::print::system()),
            today: || chrono::Local::now().date_naive(),
        })
    };
    iced::application(boot, App::update, App::view)
        .title(App::title)
        .theme(App::theme)
        .scale_factor(App::scale)
        .style(App::ground)
        .subscription(App::subscription)
        .settings(settings())
        .window(iced::window::Settings {
            size: measure::WINDOW.into(),
            min_size: Some(measure::WINDOW_MIN.into()),
            exit_on_close_request: false,
            ..iced::window::Settings::default()
        })
        .run()?;
    Ok(())
}

/// What every first frame needs, side by side: the words of a language, and the fonts of the system.
fn prepare(language: Language) {
    i18n::select(language);
    // without the thread, whoever needs the words loads them
    let words = std::thread::Builder::new().name("words".into()).spawn(i18n::words);
    graphics::text::font_system();
    let _ = words.map(std::thread::JoinHandle::join);
}

/// Opens the gallery of the parts that screens are made of, and returns when it is closed.
///
/// # Errors
/// [`Error`] when no window could be opened.
pub fn show_gallery(language: Option<Language>) -> Result<(), Error> {
    if !has_display() {
        return Err(Error::NoDisplay);
    }
    let boot = move || {
        prepare(language.unwrap_or_default());
        gallery::Gallery::new()
    };
    iced::application(boot, gallery::Gallery::update, gallery::Gallery::view)
        .theme(gallery::Gallery::theme)
        .settings(settings())
        .window_size(measure::WINDOW)
        .run()?;
    Ok(())
}

/// Fonts and text size, the same in the window and in tests.
fn settings() -> iced::Settings {
    iced::Settings {
        id: Some("cetak-kpj".into()),
        fonts: vec![
            include_bytes!("../../assets/fonts/CetakSans-Regular.ttf").as_slice().into(),
            include_bytes!("../../assets/fonts/CetakSans-Bold.ttf").as_slice().into(),
            icon::FONT_BYTES.into(),
        ],
        default_font: theme::SANS,
        default_text_size: theme::text::BODY.into(),
        ..iced::Settings::default()
    }
}
