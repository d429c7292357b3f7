//! Watches the folder where lists arrive. The system tells when something happens there; waiting costs nothing.

use crate::workflow::arrival::is_spreadsheet;
use iced::futures::channel::mpsc::{self, UnboundedSender};
use iced::futures::stream::{self, BoxStream, StreamExt};
use notify::{RecursiveMode, Watcher};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// A file that did not grow for so long is complete.
const SETTLED: Duration = Duration::from_millis(700);

/// What the watch says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum News {
    /// A spreadsheet is there, and complete.
    Arrived(PathBuf),
    /// The folder is not there, or cannot be watched.
    Unwatchable,
}

/// The spreadsheets that come into `folder` from now on, for as long as somebody listens.
#[expect(clippy::ptr_arg, reason = "iced keeps what a subscription is about as it is")]
pub(crate) fn spreadsheets(folder: &PathBuf) -> BoxStream<'static, News> {
    let (sender, receiver) = mpsc::unbounded();
    let (touch, touched) = channel();
    let on_event = move |event: notify::Result<notify::Event>| {
        for path in event.into_iter().flat_map(|event| event.paths) {
            // nobody waits for it any more once the watch has ended
            let _ = touch.send(path);
        }
    };
    let watcher = notify::recommended_watcher(on_event)
        .and_then(|mut watcher| watcher.watch(folder, RecursiveMode::NonRecursive).map(|()| watcher));
    let wait = move || settle(&touched, &sender);
    match (watcher, thread::Builder::new().name("watch".into()).spawn(wait)) {
        (Ok(watcher), Ok(_)) => receiver
            .map(move |news| {
                let _lives_as_long_as_the_stream = &watcher;
                news
            })
            .boxed(),
        _ => stream::once(async { News::Unwatchable }).boxed(),
    }
}

/// Tells of each spreadsheet once it has stopped growing.
fn settle(touched: &Receiver<PathBuf>, sender: &UnboundedSender<News>) {
    let mut growing: HashMap<PathBuf, Option<u64>> = HashMap::new();
    loop {
        let news = if growing.is_empty() {
            touched.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            touched.recv_timeout(SETTLED)
        };
        match news {
            Ok(path) if is_spreadsheet(&path) => {
                growing.insert(path, None);
            }
            Ok(_) => {}
            Err(RecvTimeoutError::Timeout) => {
                let mut complete = Vec::new();
                growing.retain(|path, known| {
                    let Some(size) = path.metadata().ok().filter(std::fs::Metadata::is_file).map(|file| file.len())
                    else {
                        return false;
                    };
                    if *known == Some(size) && size > 0 {
                        complete.push(path.clone());
                        return false;
                    }
                    *known = Some(size);
                    true
                });
                for path in complete {
                    if sender.unbounded_send(News::Arrived(path)).is_err() {
                        return;
                    }
                }
            }
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use iced::futures::executor::block_on;
    use std::fs;

    #[test]
    fn a_spreadsheet_is_told_of_once_it_is_complete_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("old.xlsx"), "was here before").unwrap();
        let mut news = spreadsheets(&folder.path().to_owned());
        fs::write(at("picture.png"), "no list").unwrap();
        fs::write(at("~$daftar.xlsx"), "Excel's own").unwrap();
        // as a browser does it
        fs::write(at("daftar.xlsx.crdownload"), "half").unwrap();
        fs::rename(at("daftar.xlsx.crdownload"), at("daftar.xlsx")).unwrap();
        assert_eq!(block_on(news.next()), Some(News::Arrived(at("daftar.xlsx"))));
        fs::write(at("empty.csv"), "").unwrap();
        fs::write(at("kedua.CSV"), "NIK;Nama").unwrap();
        assert_eq!(block_on(news.next()), Some(News::Arrived(at("kedua.CSV"))));
    }

    #[test]
    fn a_folder_that_is_not_there_is_said() {
        let mut news = spreadsheets(&PathBuf::from("/nowhere/at/all"));
        assert_eq!(block_on(news.next()), Some(News::Unwatchable));
    }
}
