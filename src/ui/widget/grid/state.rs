//! Where a grid stands: pure arithmetic over rows, kept between frames.

use crate::ui::theme::measure::{GRID_BAR, GRID_HEADER, GRID_ROW, GRID_THUMB_MIN};
use crate::ui::widget::resting::Resting;
use iced::advanced::mouse::Click;
use iced::advanced::widget::operation::Focusable;
use iced::{Rectangle, Size};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// How far a step of the keyboard goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Up,
    Down,
    PageUp,
    PageDown,
    Home,
    End,
}

/// A part of the grid that is drawn again as a whole as soon as anything in it is another than before.
#[derive(Debug, Default)]
pub(super) struct Piece(Cell<(u64, u8)>);

impl Piece {
    /// Up to 0.061 px, another one than in the last frame whenever `content` is.
    pub(super) fn difference(&self, content: &impl Hash) -> f32 {
        let mut hasher = DefaultHasher::new();
        content.hash(&mut hasher);
        let (before, thousandths) = self.0.get();
        let thousandths = if before == hasher.finish() { thousandths } else { thousandths % 61 + 1 };
        self.0.set((hasher.finish(), thousandths));
        f32::from(thousandths) / 1000.0
    }
}

#[derive(Debug, Default)]
pub(super) struct State {
    /// The row at the top edge of the body, in rows; f64 holds any list to the pixel.
    pub(super) position: f64,
    pub(super) focused: bool,
    pub(super) hovered: Option<usize>,
    /// While the thumb is held: how far below its top the mouse took it.
    pub(super) held: Option<f32>,
    pub(super) last_click: Option<Click>,
    /// The cell that the mouse rests on.
    pub(super) rest: Resting<(usize, usize)>,
    /// The data of the last frame; other data starts at its chosen row.
    pub(super) revision: Option<u64>,
    /// The height of the body in the last frame.
    pub(super) height: Option<f32>,
    /// Widths of characters, regular and bold, as the renderer measures them.
    pub(super) advances: RefCell<HashMap<(char, bool), f32>>,
    /// What was drawn last.
    pub(super) header: Piece,
    pub(super) body: Piece,
}

impl Focusable for State {
    fn is_focused(&self) -> bool {
        self.focused
    }

    fn focus(&mut self) {
        self.focused = true;
    }

    fn unfocus(&mut self) {
        self.focused = false;
    }
}

#[expect(clippy::cast_precision_loss, reason = "row counts stay far below 2^52")]
fn rows_as_f64(rows: usize) -> f64 {
    rows as f64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "negative and huge positions saturate, which is what is meant"
)]
fn row_at(position: f64) -> usize {
    position as usize
}

#[expect(clippy::cast_possible_truncation, reason = "pixels inside a window")]
fn pixels(rows: f64) -> f32 {
    (rows * f64::from(GRID_ROW)) as f32
}

/// The part of a grid below its header, without the scroll bar.
pub(super) fn body(bounds: Rectangle) -> Rectangle {
    Rectangle {
        y: bounds.y + GRID_HEADER,
        width: (bounds.width - GRID_BAR).max(0.0),
        height: (bounds.height - GRID_HEADER).max(0.0),
        ..bounds
    }
}

impl State {
    /// How many rows fit, in rows.
    fn fitting(body: Rectangle) -> f64 {
        f64::from(body.height / GRID_ROW)
    }

    /// Moves by `rows`; gives whether that changed anything.
    pub(super) fn scroll(&mut self, by: f64, rows: usize, body: Rectangle) -> bool {
        self.place(self.position + by, rows, body)
    }

    /// Goes to a position, as near as the list allows; gives whether that changed anything.
    pub(super) fn place(&mut self, position: f64, rows: usize, body: Rectangle) -> bool {
        let last = (rows_as_f64(rows) - Self::fitting(body)).max(0.0);
        let position = position.clamp(0.0, last);
        let changed = position.to_bits() != self.position.to_bits();
        self.position = position;
        changed
    }

    /// Brings a row into sight, moving as little as possible.
    pub(super) fn reveal(&mut self, row: usize, rows: usize, body: Rectangle) -> bool {
        let row = rows_as_f64(row);
        let lowest = row + 1.0 - Self::fitting(body).max(1.0);
        let position = self.position.clamp(lowest.min(row), row);
        self.place(position, rows, body)
    }

    /// Keeps the chosen row in sight where a lower window would hide it.
    pub(super) fn resize(&mut self, chosen: Option<usize>, rows: usize, body: Rectangle) {
        let before = self.height.replace(body.height).unwrap_or(body.height);
        let seen = self.visible(rows, Rectangle { height: before, ..body });
        if let Some(row) = chosen.filter(|row| body.height < before && seen.contains(row)) {
            self.reveal(row, rows, body);
        }
    }

    /// The rows in sight, also those seen in part.
    pub(super) fn visible(&self, rows: usize, body: Rectangle) -> std::ops::Range<usize> {
        let end = (self.position + Self::fitting(body)).ceil();
        row_at(self.position).min(rows)..row_at(end).min(rows)
    }

    /// Where a row is drawn.
    pub(super) fn row_bounds(&self, row: usize, body: Rectangle) -> Rectangle {
        let y = body.y + pixels(rows_as_f64(row) - self.position);
        Rectangle::new((body.x, y.round()).into(), Size::new(body.width, GRID_ROW))
    }

    /// The row under a point of the body.
    pub(super) fn row_under(&self, y: f32, rows: usize, body: Rectangle) -> Option<usize> {
        let row = row_at(self.position + f64::from((y - body.y) / GRID_ROW));
        (row < rows).then_some(row)
    }

    /// Where the keyboard leads from the chosen row.
    pub(super) fn step(&self, step: Step, chosen: Option<usize>, rows: usize, body: Rectangle) -> Option<usize> {
        let last = rows.checked_sub(1)?;
        let page = row_at(Self::fitting(body)).max(2) - 1;
        let Some(chosen) = chosen else {
            return Some(if step == Step::End { last } else { row_at(self.position.ceil()).min(last) });
        };
        Some(match step {
            Step::Up => chosen.saturating_sub(1),
            Step::Down => (chosen + 1).min(last),
            Step::PageUp => chosen.saturating_sub(page),
            Step::PageDown => (chosen + page).min(last),
            Step::Home => 0,
            Step::End => last,
        })
    }

    /// The scroll bar's track.
    pub(super) fn track(bounds: Rectangle) -> Rectangle {
        let body = body(bounds);
        Rectangle { x: body.x + body.width, width: bounds.width - body.width, ..body }
    }

    /// The scroll bar's thumb; `None` when everything fits.
    pub(super) fn thumb(&self, rows: usize, bounds: Rectangle) -> Option<Rectangle> {
        let (body, track) = (body(bounds), Self::track(bounds));
        let (rows, fitting) = (rows_as_f64(rows), Self::fitting(body));
        if rows <= fitting || track.height <= GRID_THUMB_MIN {
            return None;
        }
        let share = fraction(fitting / rows);
        let height = (track.height * share).max(GRID_THUMB_MIN);
        let y = track.y + (track.height - height) * fraction(self.position / (rows - fitting));
        Some(Rectangle { y, height, ..track })
    }

    /// The position for a thumb whose top is at `y`.
    pub(super) fn position_for_thumb(&self, y: f32, rows: usize, bounds: Rectangle) -> f64 {
        let (body, track) = (body(bounds), Self::track(bounds));
        self.thumb(rows, bounds).map_or(0.0, |thumb| {
            let free = (track.height - thumb.height).max(1.0);
            f64::from(((y - track.y) / free).clamp(0.0, 1.0)) * (rows_as_f64(rows) - Self::fitting(body))
        })
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a fraction between 0 and 1")]
fn fraction(of: f64) -> f32 {
    of.clamp(0.0, 1.0) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: usize = 1_000_000;

    /// A grid with exactly ten rows in sight.
    fn bounds() -> Rectangle {
        Rectangle::new((10.0, 20.0).into(), Size::new(400.0, GRID_HEADER + 10.0 * GRID_ROW))
    }

    #[test]
    fn a_piece_is_another_one_whenever_its_content_is_and_only_then() {
        let piece = Piece::default();
        let mut before = piece.difference(&"");
        for content in (0..200).map(|at| at.to_string()) {
            let now = piece.difference(&content);
            assert!((now - before).abs() > 0.0005 && (0.0..0.0625).contains(&now), "{content}: {now}");
            assert_eq!(piece.difference(&content).to_bits(), now.to_bits());
            before = now;
        }
    }

    #[test]
    fn a_revealed_row_is_wholly_in_sight_and_nothing_moves_without_need() {
        let mut state = State::default();
        for (row, expected) in [(5, 0.0), (10, 1.0), (999_999, 999_990.0), (999_995, 999_990.0), (0, 0.0)] {
            state.reveal(row, ROWS, body(bounds()));
            assert!((state.position - expected).abs() < 1e-9, "{row}: {}", state.position);
            assert!(state.visible(ROWS, body(bounds())).contains(&row));
        }
    }

    #[test]
    fn the_chosen_row_stays_in_sight_when_the_list_gets_lower() {
        let (high, low) = (body(bounds()), Rectangle { height: 4.0 * GRID_ROW, ..body(bounds()) });
        for (chosen, expected) in
            [(Some(108), 105..109), (Some(102), 100..104), (Some(300), 100..104), (None, 100..104)]
        {
            let mut state = State { position: 100.0, ..State::default() };
            state.resize(chosen, ROWS, high);
            assert_eq!(state.visible(ROWS, high), 100..110);
            state.resize(chosen, ROWS, low);
            assert_eq!(state.visible(ROWS, low), expected, "{chosen:?}");
            state.resize(chosen, ROWS, high);
            assert_eq!(state.visible(ROWS, high).start, expected.start, "a higher one moves nothing");
        }
    }

    #[test]
    fn the_keyboard_stays_inside_the_list() {
        let state = State { position: 7.0, ..State::default() };
        let body = body(bounds());
        for (step, chosen, rows, expected) in [
            (Step::Down, None, ROWS, Some(7)),
            (Step::End, None, 30, Some(29)),
            (Step::Down, Some(29), 30, Some(29)),
            (Step::Up, Some(0), 30, Some(0)),
            (Step::PageDown, Some(3), 30, Some(12)),
            (Step::PageUp, Some(3), 30, Some(0)),
            (Step::Home, Some(3), 30, Some(0)),
            (Step::Down, Some(3), 0, None),
        ] {
            assert_eq!(state.step(step, chosen, rows, body), expected, "{step:?} {chosen:?} {rows}");
        }
    }

    #[test]
    fn the_thumb_leads_to_the_rows_it_points_at() {
        let mut state = State::default();
        assert_eq!(state.thumb(10, bounds()), None);
        for position in [0.0, 250_000.0, 999_990.0] {
            state.place(position, ROWS, body(bounds()));
            let thumb = state.thumb(ROWS, bounds()).unwrap();
            let back = state.position_for_thumb(thumb.y, ROWS, bounds());
            assert!((back - position).abs() < 5.0, "{position}: {back}");
            assert!(thumb.height >= GRID_THUMB_MIN && State::track(bounds()).y <= thumb.y);
        }
    }

    #[test]
    fn a_shorter_list_pulls_the_position_back() {
        let mut state = State { position: 500.0, ..State::default() };
        assert!(state.scroll(0.0, 12, body(bounds())));
        assert_eq!(state.visible(12, body(bounds())), 2..12);
        assert_eq!(state.row_under(body(bounds()).y + 1.0, 12, body(bounds())), Some(2));
    }
}
