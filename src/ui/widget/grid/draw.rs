//! How a grid is drawn: the header, the rows in sight, the thumb.

use super::{Align, Cell, Column, Grid, State, Width, state};
use crate::ui::icon;
use crate::ui::theme::{BOLD, Roles, SANS, measure, roles, space, text};
use iced::advanced::text::{LineHeight, Paragraph as _, Shaping, Text, Wrapping};
use iced::advanced::{Renderer as _, renderer::Quad, text as advanced_text, text::Renderer as _};
use iced::border::{self, Border};
use iced::{Color, Font, Pixels, Point, Rectangle, Renderer, Size, Theme};

type Paragraph = <Renderer as advanced_text::Renderer>::Paragraph;

/// A row in sight, with those of its cells that are, each with its column.
#[derive(Hash)]
struct Row<'a> {
    at: usize,
    cells: Vec<(usize, Cell<'a>)>,
}

/// Left edge and width of each column within `width`.
pub(super) fn columns(columns: &[Column], width: f32) -> Vec<(f32, f32)> {
    let (mut fixed, mut portions) = (0.0, 0.0);
    for column in columns {
        match column.width {
            Width::Fixed(width) => fixed += width,
            Width::Fill { portion, minimum } => {
                fixed += minimum;
                portions += portion;
            }
        }
    }
    let free = (width - fixed).max(0.0);
    let mut x = 0.0;
    columns
        .iter()
        .map(|column| {
            let width = match column.width {
                Width::Fixed(width) => width,
                Width::Fill { portion, minimum } => minimum + free * portion / portions,
            };
            let left = x;
            x += width;
            (left, width)
        })
        .collect()
}

fn line_of(content: String, font: Font, size: f32, bounds: Size) -> Text {
    Text {
        content,
        bounds,
        size: Pixels(size),
        line_height: LineHeight::default(),
        font,
        align_x: advanced_text::Alignment::Left,
        align_y: iced::alignment::Vertical::Center,
        shaping: Shaping::Auto,
        wrapping: Wrapping::None,
    }
}

fn width_of(content: &str, bold: bool) -> f32 {
    let font = if bold { BOLD } else { SANS };
    let text = line_of(String::new(), font, text::BODY, Size::INFINITE);
    Paragraph::with_text(text.with_content(content)).min_width()
}

impl State {
    fn advance(&self, character: char, bold: bool) -> f32 {
        *self.advances.borrow_mut().entry((character, bold)).or_insert_with(|| {
            // a blank at the end of a line has no width, so it is measured between two letters
            width_of(&format!("n{character}n"), bold) - width_of("nn", bold)
        })
    }

    /// The text, cut to the width with an ellipsis where it is too long.
    fn elided<'t>(&self, content: &'t str, bold: bool, width: f32) -> std::borrow::Cow<'t, str> {
        let mut used = 0.0;
        let mut fits = 0;
        let room = width - self.advance('…', bold);
        for (at, character) in content.char_indices() {
            used += self.advance(character, bold);
            if used <= room {
                fits = at + character.len_utf8();
            }
            if used > width {
                return format!("{}…", content[..fits].trim_end()).into();
            }
        }
        content.into()
    }
}

impl State {
    /// Whether a cell shows less than its text.
    pub(super) fn is_cut(&self, cell: &Cell<'_>, bounds: Rectangle) -> bool {
        matches!(self.elided(&cell.text, cell.strong, inside(cell, bounds).width), std::borrow::Cow::Owned(_))
    }
}

fn fill(renderer: &mut Renderer, bounds: Rectangle, border: Border, color: Color) {
    renderer.fill_quad(Quad { bounds, border, ..Quad::default() }, color);
}

fn square() -> Border {
    Border::default()
}

impl<Message> Grid<'_, Message> {
    pub(super) fn paint(
        &self,
        state: &State,
        renderer: &mut Renderer,
        theme: &Theme,
        bounds: Rectangle,
        viewport: Rectangle,
    ) {
        let r = roles(theme);
        let seen = bounds.intersection(&viewport).unwrap_or(bounds);
        let edge = if state.focused { r.accent } else { r.line };
        let frame = Border { color: edge, width: measure::LINE, radius: measure::RADIUS.into() };
        fill(renderer, bounds, frame, r.surface);
        let body = state::body(bounds);
        let columns = columns(&self.columns, body.width);
        self.paint_header(state, renderer, r, (bounds, seen), &columns);
        if self.rows == 0 {
            // From its corner: what of a text is drawn again is reckoned from there, however it is aligned.
            let room = Size::new((body.width - 2.0 * space::S).max(0.0), body.height);
            let mut text = line_of(self.empty.clone(), SANS, text::BODY, room);
            (text.align_y, text.wrapping) = (iced::alignment::Vertical::Top, Wrapping::Word);
            let words = Paragraph::with_text(text.with_content(self.empty.as_str())).min_bounds();
            text.bounds = words + Size::new(1.0, 0.0);
            let corner = body.center() - iced::Vector::new(words.width, words.height) * 0.5;
            renderer.fill_text(text, corner, r.muted, body);
            return;
        }
        let rows = self.rows_in_sight(state, (body, seen), &columns);
        // A layer whose bounds changed is drawn again as one piece. Moved rows would otherwise be dozens of
        // damaged pieces, each costing a pass over the whole frame on the software renderer; and of a text that
        // stands in the middle of its line it would draw only the lower half again.
        let inner = body.shrink(iced::Padding { left: measure::LINE, ..iced::Padding::ZERO });
        let dark = theme.extended_palette().is_dark;
        let difference = state.body.difference(&(state.position.to_bits(), self.chosen, dark, &rows));
        let piece = Rectangle { height: (inner.height - measure::LINE - difference).max(0.0), ..inner };
        // A layer knows nothing of the place that scrolls around it, and hides the scroll bar.
        renderer.with_layer(piece.intersection(&state::body(seen)).unwrap_or_default(), |renderer| {
            for row in &rows {
                self.paint_row(state, renderer, r, row, body, &columns);
            }
        });
        if let Some(thumb) = state.thumb(self.rows, seen) {
            let color = if state.held.is_some() { r.accent } else { r.line_strong };
            let slim = thumb.shrink(iced::Padding { left: 3.0, right: 3.0, top: space::HAIR, bottom: space::HAIR });
            fill(renderer, slim, border::rounded(measure::RADIUS_S), color);
        }
    }

    fn rows_in_sight(
        &self,
        state: &State,
        (body, seen): (Rectangle, Rectangle),
        columns: &[(f32, f32)],
    ) -> Vec<Row<'_>> {
        let in_sight = |row: usize, (left, width): (f32, f32)| {
            let bounds = state.row_bounds(row, body);
            Rectangle { x: bounds.x + left, width, ..bounds }.intersects(&seen)
        };
        let cells = |row: usize| {
            let columns = columns.iter().copied().enumerate().filter(|(_, column)| in_sight(row, *column));
            columns.map(|(column, _)| (column, (self.cell)(row, column))).collect()
        };
        state.visible(self.rows, body).map(|at| Row { at, cells: cells(at) }).collect()
    }

    fn paint_header(
        &self,
        state: &State,
        renderer: &mut Renderer,
        r: &Roles,
        (bounds, seen): (Rectangle, Rectangle),
        columns: &[(f32, f32)],
    ) {
        let inside = measure::LINE;
        let header = Rectangle {
            x: bounds.x + inside,
            y: bounds.y + inside,
            width: bounds.width - 2.0 * inside,
            height: measure::GRID_HEADER - inside,
        };
        fill(renderer, header, border::rounded(border::top(measure::RADIUS - inside)), r.sunken);
        let under = Rectangle { y: header.y + header.height - measure::LINE, height: measure::LINE, ..header };
        fill(renderer, under, square(), r.line);
        // A piece of its own, as the rows are: titles may change too.
        let titles: Vec<_> = self.columns.iter().map(|column| (&column.title, column.tone)).collect();
        let piece = Rectangle { height: header.height - state.header.difference(&titles), ..header };
        renderer.with_layer(piece.intersection(&seen).unwrap_or_default(), |renderer| {
            for (column, (left, width)) in self.columns.iter().zip(columns) {
                let cell = Rectangle { x: bounds.x + left, width: *width, ..header };
                if cell.intersects(&seen) {
                    let content = Cell::text(&column.title).tone(column.tone).strong();
                    paint_cell(state, renderer, r, &content, column.align, cell);
                }
            }
        });
    }

    fn paint_row(
        &self,
        state: &State,
        renderer: &mut Renderer,
        r: &Roles,
        Row { at, cells }: &Row<'_>,
        body: Rectangle,
        columns: &[(f32, f32)],
    ) {
        let bounds = state.row_bounds(*at, body);
        let chosen = self.chosen == Some(*at);
        if chosen || state.hovered == Some(*at) {
            fill(renderer, bounds, square(), if chosen { r.chosen } else { r.hover });
        }
        if chosen {
            fill(renderer, Rectangle { width: 3.0 + measure::LINE, ..bounds }, square(), r.accent);
        } else {
            let under = Rectangle { y: bounds.y + bounds.height - measure::LINE, height: measure::LINE, ..bounds };
            fill(renderer, under, square(), r.line.scale_alpha(0.6));
        }
        for (column, content) in cells {
            let (Some((left, width)), Some(column)) = (columns.get(*column), self.columns.get(*column)) else {
                continue;
            };
            let cell = Rectangle { x: bounds.x + left, width: *width, ..bounds };
            if let Some(tone) = content.ground {
                let ground = Rectangle { height: cell.height - measure::LINE, ..cell };
                fill(renderer, ground, square(), tone.ground(r));
            }
            paint_cell(state, renderer, r, content, column.align, cell);
        }
    }
}

/// Where the text of a cell stands.
fn inside(cell: &Cell<'_>, bounds: Rectangle) -> Rectangle {
    let left = if cell.icon.is_some() { text::ICON + space::S } else { 0.0 };
    bounds.shrink(iced::Padding::ZERO.horizontal(space::S)).shrink(iced::Padding { left, ..iced::Padding::ZERO })
}

fn paint_cell(state: &State, renderer: &mut Renderer, r: &Roles, cell: &Cell<'_>, align: Align, bounds: Rectangle) {
    let color = cell.tone.ink(r);
    if let Some(picture) = cell.icon {
        let place = bounds.shrink(iced::Padding::ZERO.horizontal(space::S));
        let glyph = line_of(picture.glyph().to_string(), icon::FONT, text::ICON, place.size());
        renderer.fill_text(glyph, Point::new(place.x, place.center_y()), color, place);
    }
    let inner = inside(cell, bounds);
    if cell.text.is_empty() || inner.width <= 0.0 {
        return;
    }
    let content = state.elided(&cell.text, cell.strong, inner.width).into_owned();
    let mut text = line_of(content, if cell.strong { BOLD } else { SANS }, text::BODY, inner.size());
    let x = match align {
        Align::Left => inner.x,
        Align::Right => {
            text.align_x = advanced_text::Alignment::Right;
            inner.x + inner.width
        }
    };
    if cell.struck {
        let width = width_of(&text.content, cell.strong).min(inner.width);
        let left = if align == Align::Right { x - width } else { x };
        let line = Rectangle { x: left, y: inner.center_y(), width, height: measure::LINE };
        fill(renderer, line, square(), color);
    }
    renderer.fill_text(text, Point::new(x, inner.center_y()), color, inner);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_share_what_the_fixed_ones_leave_and_keep_their_minimum() {
        let layout = [
            Column::new("a", Width::Fixed(50.0)),
            Column::new("b", Width::Fill { portion: 1.0, minimum: 100.0 }),
            Column::new("c", Width::Fill { portion: 3.0, minimum: 20.0 }),
        ];
        assert_eq!(columns(&layout, 570.0), [(0.0, 50.0), (50.0, 200.0), (250.0, 320.0)]);
        assert_eq!(columns(&layout, 10.0), [(0.0, 50.0), (50.0, 100.0), (150.0, 20.0)]);
    }

    #[test]
    fn long_text_ends_in_an_ellipsis_and_short_text_stays() {
        let state = State::default();
        let whole = width_of("SITI AMINAH", false);
        assert_eq!(state.elided("SITI AMINAH", false, whole + 1.0), "SITI AMINAH");
        let cut = state.elided("SITI AMINAH", false, whole - 4.0);
        assert!(cut.starts_with("SITI AM") && cut.ends_with('…'), "{cut}");
        assert_eq!(state.elided("SITI", false, 0.0), "…");
    }
}
