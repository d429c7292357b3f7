//! The whole of a text that is cut in its cell, shown while the mouse rests on it.

use super::State;
use super::state::Rest;
use crate::ui::theme::{SANS, measure, roles, space, text as size};
use iced::advanced::layout::Node;
use iced::advanced::renderer::{Quad, Style};
use iced::advanced::text::{LineHeight, Paragraph as _, Shaping, Text, Wrapping};
use iced::advanced::{self, Layout, Overlay, Renderer as _, mouse, overlay, text};
use iced::border::Border;
use iced::{Pixels, Point, Rectangle, Renderer, Size, Theme, Vector};
use std::time::{Duration, Instant};

/// As long as with other tooltips.
pub(super) const DELAY: Duration = Duration::from_millis(400);

impl State {
    /// The mouse came to another cell, or left them all; gives whether a frame is wanted.
    pub(super) fn rest(&mut self, cell: Option<(usize, usize)>) -> bool {
        if self.rest.as_ref().map(|rest| rest.cell) == cell {
            return false;
        }
        self.rest = cell.map(|cell| Rest { cell, since: None, bubble: None });
        true
    }

    /// A frame of the moment `now` while the mouse rests; gives when it is time, where it is not yet. `cut` says what
    /// stands in the cell and where, if it does not show all of it.
    pub(super) fn ripen(
        &mut self,
        now: Instant,
        cut: impl FnOnce(&Self, (usize, usize)) -> Option<(String, Rectangle)>,
    ) -> Option<Instant> {
        let rest = self.rest.as_ref().filter(|rest| rest.bubble.is_none())?;
        let (cell, since) = (rest.cell, rest.since.unwrap_or(now));
        let due = since + DELAY;
        let bubble = (due <= now).then(|| cut(self, cell)).flatten();
        let over = due <= now && bubble.is_none();
        let rest = self.rest.as_mut()?;
        (rest.since, rest.bubble) = (Some(since), bubble);
        (!over && rest.bubble.is_none()).then_some(due)
    }

    pub(super) fn shows_bubble(&self) -> bool {
        self.rest.as_ref().is_some_and(|rest| rest.bubble.is_some())
    }

    /// What is to be shown over everything.
    pub(super) fn bubble<'b, Message: 'b>(
        &self,
        moved: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let (words, cell) = self.rest.as_ref()?.bubble.clone()?;
        Some(overlay::Element::new(Box::new(Bubble { words, cell: cell + moved })))
    }
}

struct Bubble {
    words: String,
    /// What it belongs to.
    cell: Rectangle,
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
        let under = self.cell.y + self.cell.height;
        let y = if under + size.height <= bounds.height { under } else { self.cell.y - size.height };
        let x = self.cell.x.min(bounds.width - size.width).max(0.0);
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
        let (mut state, start) = (State::default(), Instant::now());
        let cut = |_: &State, (row, _): (usize, usize)| (row == 7).then(|| ("whole".to_owned(), Rectangle::default()));
        assert!(state.rest(Some((7, 1))));
        assert_eq!(state.ripen(start, cut), Some(start + DELAY), "not at once");
        assert!(!state.shows_bubble());
        assert_eq!(state.ripen(start + DELAY, cut), None);
        assert!(state.shows_bubble() && !state.rest(Some((7, 1))), "it stays while the mouse does");
        assert!(state.rest(Some((8, 1))) && !state.shows_bubble());
        state.ripen(start, cut);
        assert_eq!(state.ripen(start + DELAY, cut), None, "what shows whole needs nothing");
        assert!(!state.shows_bubble());
    }
}
