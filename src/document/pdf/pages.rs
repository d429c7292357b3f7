//! Pages drawn and packed by threads, a few at a time and in their order.
//!
//! Thread n takes every n-th chunk and holds at most one that is done, so memory does not grow with the pages, and the
//! bytes are the same with any number of threads.

use super::{content::Writer, file::Packer, used::Used};
use crate::document::{DocumentError, layout::Plan};
use std::{num::NonZero, sync::mpsc, thread};

/// Marks on the pages of a chunk: some 160 cards. More would answer a cancel late.
const MARKS: usize = 2048;
/// The most pages of a chunk.
const MOST: usize = 256;
/// More threads than this wait for each other.
const MOST_THREADS: usize = 8;

/// Some pages in a row.
pub struct Chunk {
    /// The content of each page, packed.
    pub pages: Vec<Vec<u8>>,
    /// How many cards are done with these pages, counted from the first.
    pub done: usize,
}

/// As many threads as this machine runs at once.
pub fn threads() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS)
}

/// Draws all pages and hands them on in their order. What they use comes at the end.
pub fn draw(
    plan: &dyn Plan,
    threads: usize,
    take: &mut dyn FnMut(Chunk) -> Result<(), DocumentError>,
) -> Result<Used, DocumentError> {
    let pages = plan.pages();
    let a_page = if pages > 1 { plan.page(0).marks.len().max(1) } else { 1 };
    let chunk = (MARKS / a_page).clamp(1, MOST);
    let chunks = pages.div_ceil(chunk);
    let threads = threads.min(chunks).max(1);

    let work = |first: usize, hand_on: &mut dyn FnMut(Result<Chunk, DocumentError>) -> bool| {
        let mut used = Used::default();
        let mut writer = Writer::new(plan.size(), &mut used);
        let mut packer = Packer::new();
        for begin in (first..chunks).step_by(threads).map(|number| number * chunk) {
            let made = draw_chunk(plan, begin..pages.min(begin + chunk), &mut writer, &mut packer);
            if !hand_on(made) {
                break;
            }
        }
        used
    };
    if threads == 1 {
        let mut result = Ok(());
        let used = work(0, &mut |made| {
            result = made.and_then(&mut *take);
            result.is_ok()
        });
        return result.map(|()| used);
    }
    thread::scope(|scope| {
        let (lines, crew): (Vec<_>, Vec<_>) = (0..threads)
            .map(|first| {
                let (sender, line) = mpsc::sync_channel(1);
                (line, scope.spawn(move || work(first, &mut |made| sender.send(made).is_ok())))
            })
            .unzip();
        // where no more comes, a thread has panicked: joining it goes on with that
        let result = (0..chunks).try_for_each(|number| match lines[number % threads].recv() {
            Ok(made) => made.and_then(&mut *take),
            Err(_) => Ok(()),
        });
        drop(lines); // lets threads that wait to hand on hear of the end
        let mut used = Used::default();
        for worker in crew {
            match worker.join() {
                Ok(theirs) => used.join(theirs),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        result.map(|()| used)
    })
}

fn draw_chunk(
    plan: &dyn Plan,
    pages: std::ops::Range<usize>,
    writer: &mut Writer<'_>,
    packer: &mut Packer,
) -> Result<Chunk, DocumentError> {
    let mut chunk = Chunk { pages: Vec::with_capacity(pages.len()), done: 0 };
    for index in pages {
        let page = plan.page(index);
        chunk.pages.push(packer.pack(writer.page(&page))?);
        chunk.done = page.done;
    }
    Ok(chunk)
}
