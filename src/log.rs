//! What the program did, for whoever helps a user: one file a day under `logs` in the data folder.
//!
//! It holds codes, counts and receipt numbers; never a KPJ, a NIK, a name, or a path (a file may be named by its KPJ).

use std::path::Path;
use tracing_appender::rolling::{Builder, Rotation};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// Files of this many days are kept.
const DAYS: usize = 30;

/// Keeps a log in the data folder `folder` from now on. Where it cannot be written or one is kept already, work goes on
/// without it.
///
/// Each line is written by who says it, a few a day: a thread for them would cost the window its start. A program that
/// has a thread reads X11's table of composed keys with a lock around every letter, 10 ms in all.
pub fn keep(folder: &Path) {
    // nothing can be said of a log that is not kept
    let _ = begin(folder);
}

fn begin(folder: &Path) -> Option<()> {
    let folder = folder.join("logs");
    // The pruning of old files complains on stderr where there is no folder yet.
    std::fs::create_dir_all(&folder).ok()?;
    let files = Builder::new()
        .rotation(Rotation::DAILY)
        .filename_prefix("cetak-kpj")
        .filename_suffix("log")
        .max_log_files(DAYS)
        .build(folder)
        .ok()?;
    // Only our own words: what a library says may quote what it reads.
    let ours = Targets::new().with_target(env!("CARGO_CRATE_NAME"), LevelFilter::INFO);
    let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(files);
    tracing_subscriber::registry().with(ours).with(lines).try_init().ok()
}
