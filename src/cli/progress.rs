//! A progress bar on stderr, drawn only where stderr is a terminal.

use crate::i18n;
use crate::progress::{Cancelled, Progress, Stage};
use indicatif::{ProgressBar, ProgressStyle};
use std::sync::{Mutex, PoisonError};

/// Shows where long work is.
pub(super) struct Bar {
    bar: ProgressBar,
    stage: Mutex<Option<Stage>>,
}

impl Bar {
    pub(super) fn new() -> Self {
        let bar = ProgressBar::new(0);
        if let Ok(style) = ProgressStyle::with_template("{msg:<24} {wide_bar} {human_pos}/{human_len} {eta:>4}") {
            bar.set_style(style);
        }
        Self { bar, stage: Mutex::new(None) }
    }

    /// Takes the bar away, so that the result stands alone.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.finish();
    }
}

impl Progress for Bar {
    fn report(&self, stage: Stage, done: usize, total: usize) -> Result<(), Cancelled> {
        let mut shown = self.stage.lock().unwrap_or_else(PoisonError::into_inner);
        if *shown != Some(stage) {
            *shown = Some(stage);
            self.bar.set_message(i18n::stage(stage));
            self.bar.reset_eta();
        }
        self.bar.set_length(total as u64);
        self.bar.set_position(done as u64);
        Ok(())
    }
}
