//! The whole of a text that has no room, shown while the mouse rests on it.

use crate::ui::theme::{SANS, measure, roles, space, text as size};
use iced::advanced::layout::Node;
use iced::advanced::renderer::{Quad, Style};
use iced::advanced::text::{LineHeight, Paragraph as _, Shaping, Text, Wrapping};
use iced::advanced::{self, Layout, Overlay, Renderer as _, Shell, mouse, overlay, text};
use iced::border::Border;
use iced::{Pixels, Point, Rectangle, Renderer, Size, Theme, Vector};
use std::time::{Duration, Instant};

/// As long as with other tooltips.
const DELAY: Duration = Duration::from_millis(400);

/// A mouse that may stay where it is; `K` is what it rests on.
#[derive(Debug)]
pub(super) struct Resting<K>(Option<Rest<K>>);

#[derive(Debug)]
struct Rest<K> {
    on: K,
    /// The first frame that found it there.
    since: Option<Instant>,
    /// What it has brought up: the whole text, and the bounds of what shows only a part.
    bubble: Option<(String, Rectangle)>,
}

impl<K> Default for Resting<K> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: PartialEq + Copy> Resting<K> {
    /// The mouse came to something else, or left; gives whether a frame is wanted.
    pub(super) fn come(&mut self, on: Option<K>) -> bool {
        if self.0.as_ref().map(|rest| rest.on) == on {
            return false;
        }
        self.0 = on.map(|on| Rest { on, since: None, bubble: None });
        true
    }

    /// A frame of the moment `now` while the mouse rests; gives when it is time, where it is not yet. `cut` says what is
    /// there and where, if it does not show all of it.
    fn ripen(&mut self, now: Instant, cut: impl FnOnce(K) -> Option<(String, Rectangle)>) -> Option<Instant> {
        let rest = self.0.as_mut().filter(|rest| rest.bubble.is_none())?;
        let since = *rest.since.get_or_insert(now);
        let due = since + DELAY;
        if now < due {
            return Some(due);
        }
        rest.bubble = cut(rest.on);
        None
    }

    /// The same in the window, which is drawn again when it is time.
    pub(super) fn frame<Message>(
        &mut self,
        now: Instant,
        shell: &mut Shell<'_, Message>,
        cut: impl FnOnce(K) -> Option<(String, Rectangle)>,
    ) {
        let shown = self.shows();
        if let Some(due) = self.ripen(now, cut) {
            shell.request_redraw_at(due);
        }
        if self.shows() != shown {
            shell.request_redraw();
        }
    }

    fn shows(&self) -> bool {
        self.0.as_ref().is_some_and(|rest| rest.bubble.is_some())
    }

    /// What is to be shown over everything.
    pub(super) fn overlay<'b, Message: 'b>(
        &self,
        moved: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let (words, place) = self.0.as_ref()?.bubble.clone()?;
        Some(overlay::Element::new(Box::new(Bubble { words, place: place + moved })))
    }
}

struct Bubble {
    words: String,
    /// What it belongs to.
    place: Rectangle,
}

impl Bubble {
    fn text<C>(content: C, bounds: Size) -> Text<C> {
        Text {
            content,
            bounds,
            size: Pixels(size::CAPTION),
            line_height: LineHeight::default(),
            font: SANS,
            align_x: text::Alignment::Left,
            align_y: iced::alignment::Vertical::Top,
            shaping: Shaping::Auto,
            wrapping: Wrapping::WordOrGlyph,
        }
    }
}

impl<Message> Overlay<Message, Theme, Renderer> for Bubble {
    fn layout(&mut self, _: &Renderer, bounds: Size) -> Node {
        let around = Size::new(2.0 * space::S, 2.0 * space::XS);
        let widest = measure::READABLE.min(bounds.width - around.width);
        let words = <Renderer as text::Renderer>::Paragraph::with_text(Self::text(
            self.words.as_str(),
            Size::new(widest, bounds.height),
        ));
        // a little more than measured, so that the last word stays in its line
        let words = words.min_bounds() + Size::new(1.0, 0.0);
        let size = words + around;
        let under = self.place.y + self.place.height;
        let y = if under + size.height <= bounds.height { under } else { self.place.y - size.height };
        let x = self.place.x.min(bounds.width - size.width).max(0.0);
        Node::new(size).move_to(Point::new(x.round(), y.round()))
    }

    fn draw(&self, renderer: &mut Renderer, theme: &Theme, _: &Style, layout: Layout<'_>, _: mouse::Cursor) {
        let (bounds, r) = (layout.bounds(), roles(theme));
        let border = Border { color: r.rail_muted, width: measure::LINE, radius: measure::RADIUS_S.into() };
        renderer.with_layer(bounds, |renderer| {
            renderer.fill_quad(Quad { bounds, border, ..Quad::default() }, r.rail);
            let inner = bounds.shrink([space::XS, space::S]);
            let text = Self::text(self.words.clone(), inner.size());
            advanced::text::Renderer::fill_text(renderer, text, inner.position(), r.rail_text, bounds);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_shows_whole_once_the_mouse_rests_on_it() {
        let (mut resting, start) = (Resting::default(), Instant::now());
        let cut = |row: usize| (row == 7).then(|| ("whole".to_owned(), Rectangle::default()));
        assert!(resting.come(Some(7)));
        assert_eq!(resting.ripen(start, cut), Some(start + DELAY), "not at once");
        assert!(!resting.shows());
        assert_eq!(resting.ripen(start + DELAY, cut), None);
        assert!(resting.shows() && !resting.come(Some(7)), "it stays while the mouse does");
        assert!(resting.come(Some(8)) && !resting.shows());
        resting.ripen(start, cut);
        assert_eq!(resting.ripen(start + DELAY, cut), None, "what shows whole needs nothing");
        assert!(!resting.shows());
    }
}
