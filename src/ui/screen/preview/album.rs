//! The pictures of pages that were drawn lately, and which is to be drawn next.

use crate::ui::office::Opened;
use crate::workflow::preview::Part;
use iced::widget::image::Handle;
use std::sync::Arc;

/// Pictures are kept up to this many bytes together; the one that is shown always is.
const ROOM: usize = 64 << 20;

/// A page at a resolution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) part: Part,
    pub(crate) page: usize,
    /// Tenths of a pixel an inch: whole numbers can be compared.
    pub(crate) dpi: u32,
}

/// A page that was drawn.
#[derive(Debug, Clone)]
pub(crate) struct Drawn {
    pub(crate) handle: Handle,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

impl Drawn {
    fn bytes(&self) -> usize {
        usize::try_from(u64::from(self.width) * u64::from(self.height) * 4).unwrap_or(usize::MAX)
    }
}

impl Key {
    /// Draws the page; for a job.
    pub(super) fn draw(self, opened: &Opened) -> Result<Drawn, crate::workflow::Error> {
        #[expect(clippy::cast_precision_loss, reason = "a resolution is far below 2^24")]
        let dpi = self.dpi as f32 / 10.0;
        let picture = opened.pages(self.part).draw(self.page, dpi)?;
        let (width, height) = (picture.width, picture.height);
        Ok(Drawn { handle: Handle::from_rgba(width, height, picture.rgba), width, height })
    }
}

/// What was drawn, the latest last.
#[derive(Debug, Default)]
pub(super) struct Album(Vec<(Key, Drawn)>);

impl Album {
    pub(super) fn has(&self, key: Key) -> bool {
        self.0.iter().any(|(known, _)| *known == key)
    }

    /// The page in this resolution, else in another one until it is drawn; whether it is the right one.
    pub(super) fn find(&self, key: Key) -> Option<(&Drawn, bool)> {
        let exact = self.0.iter().find(|(known, _)| *known == key).map(|(_, drawn)| (drawn, true));
        exact.or_else(|| {
            let same = |(known, _): &&(Key, Drawn)| (known.part, known.page) == (key.part, key.page);
            self.0.iter().rev().find(same).map(|(_, drawn)| (drawn, false))
        })
    }

    /// Keeps a picture, and lets go of the oldest ones where there is no room; `shown` stays.
    pub(super) fn keep(&mut self, key: Key, drawn: Drawn, shown: Key) {
        self.0.retain(|(known, _)| *known != key);
        self.0.push((key, drawn));
        let mut bytes: usize = self.0.iter().map(|(_, drawn)| drawn.bytes()).sum();
        self.0.retain(|(known, drawn)| {
            let goes = bytes > ROOM && *known != shown;
            if goes {
                bytes -= drawn.bytes();
            }
            !goes
        });
    }
}

/// The first of these that has no picture yet.
pub(super) fn next(album: &Album, wanted: impl IntoIterator<Item = Key>) -> Option<Key> {
    wanted.into_iter().find(|key| !album.has(*key))
}

/// Opened documents, as messages carry them.
pub(super) type Shared = Arc<Opened>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_let_go_when_they_take_too_much_room_but_never_the_one_that_is_shown() {
        let key = |page| Key { part: Part::Cards, page, dpi: 960 };
        // three of them fill the room
        let drawn = || Drawn { handle: Handle::from_rgba(1, 1, vec![0; 4]), width: 4096, height: 1365 };
        let mut album = Album::default();
        for page in 0..4 {
            album.keep(key(page), drawn(), key(0));
        }
        let kept: Vec<_> = (0..4).filter(|page| album.has(key(*page))).collect();
        assert_eq!(kept, [0, 2, 3]);
        assert_eq!(next(&album, (0..4).map(key)), Some(key(1)));
        let sharper = Key { dpi: 1920, ..key(2) };
        assert!(matches!(album.find(sharper), Some((_, false))), "the coarse picture stands in for the sharp one");
    }
}
