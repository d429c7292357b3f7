//! What the window asks of the desktop around it: file dialogs, and programs that show a document.

use iced::futures::future::{BoxFuture, FutureExt};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The answer of a file dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answer<T = PathBuf> {
    Chosen(T),
    Cancelled,
    /// There is no dialog on this desktop: a path has to be typed.
    Unavailable,
}

/// The desktop; tests put their own in its place.
pub(crate) trait Desktop: Send + Sync {
    /// Asks for worker lists, one or several.
    fn pick_lists(&self) -> BoxFuture<'static, Answer<Vec<PathBuf>>>;
    /// Asks for a worker list.
    fn pick_list(&self) -> BoxFuture<'static, Answer>;
    /// Asks for a backup.
    fn pick_backup(&self) -> BoxFuture<'static, Answer>;
    /// Asks for a scan of a receipt.
    fn pick_scan(&self) -> BoxFuture<'static, Answer>;
    /// Asks for a folder.
    fn pick_folder(&self) -> BoxFuture<'static, Answer>;
    /// Asks where to write a file.
    fn save(&self, name: &str) -> BoxFuture<'static, Answer>;
    /// Shows a file or folder in the program that the user chose for it.
    fn open(&self, path: &Path) -> io::Result<()>;
    /// Tells something while the user looks elsewhere. May take a moment: not for the thread of the window.
    fn notify(&self, title: &str, sentence: &str);
}

/// The real one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct System;

/// A person needs longer than this to press Cancel; a missing portal does not.
const AT_ONCE: Duration = Duration::from_millis(150);

async fn ask<T>(dialog: impl Future<Output = Option<T>>) -> Answer<T> {
    let asked = Instant::now();
    match dialog.await {
        Some(chosen) => Answer::Chosen(chosen),
        None if cfg!(target_os = "linux") && asked.elapsed() < AT_ONCE => Answer::Unavailable,
        None => Answer::Cancelled,
    }
}

fn lists() -> rfd::AsyncFileDialog {
    rfd::AsyncFileDialog::new()
        .add_filter("Excel, ODS, CSV", &["xlsx", "xls", "xlsm", "ods", "csv", "txt"])
        .add_filter("*", &["*"])
}

fn path(file: &rfd::FileHandle) -> PathBuf {
    file.path().to_owned()
}

impl Desktop for System {
    fn pick_lists(&self) -> BoxFuture<'static, Answer<Vec<PathBuf>>> {
        let files = lists().pick_files();
        async { ask(files.map(|files| files.map(|files| files.iter().map(path).collect()))).await }.boxed()
    }

    fn pick_list(&self) -> BoxFuture<'static, Answer> {
        async { ask(lists().pick_file().map(|file| file.as_ref().map(path))).await }.boxed()
    }

    fn pick_backup(&self) -> BoxFuture<'static, Answer> {
        let dialog = rfd::AsyncFileDialog::new().add_filter("Cetak KPJ", &["zip"]);
        async { ask(dialog.pick_file().map(|file| file.as_ref().map(path))).await }.boxed()
    }

    fn pick_scan(&self) -> BoxFuture<'static, Answer> {
        let dialog = rfd::AsyncFileDialog::new().add_filter("JPEG, PNG, PDF", &["jpg", "jpeg", "png", "pdf"]);
        async { ask(dialog.pick_file().map(|file| file.as_ref().map(path))).await }.boxed()
    }

    fn pick_folder(&self) -> BoxFuture<'static, Answer> {
        async { ask(rfd::AsyncFileDialog::new().pick_folder().map(|folder| folder.as_ref().map(path))).await }.boxed()
    }

    fn save(&self, name: &str) -> BoxFuture<'static, Answer> {
        let dialog = rfd::AsyncFileDialog::new().set_file_name(name);
        let dialog = if Path::new(name).extension().is_some_and(|extension| extension == "zip") {
            dialog.add_filter("Cetak KPJ", &["zip"])
        } else {
            dialog.add_filter("Excel", &["xlsx"]).add_filter("CSV", &["csv"])
        };
        async { ask(dialog.save_file().map(|file| file.as_ref().map(path))).await }.boxed()
    }

    fn open(&self, path: &Path) -> io::Result<()> {
        open::that_detached(path)
    }

    fn notify(&self, title: &str, sentence: &str) {
        // a desktop that shows none misses nothing: the window says the same
        if notify_rust::Notification::new().appname("Cetak KPJ").summary(title).body(sentence).show().is_err() {
            tracing::debug!("the desktop shows no notifications");
        }
    }
}
