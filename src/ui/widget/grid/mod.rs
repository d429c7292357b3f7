//! A table that draws only the rows in sight: ten rows and a million cost the same.
//!
//! Rows are asked for by index while they are drawn; nothing is copied. The keyboard works as in a
//! spreadsheet once the grid has the focus (Tab or a click).

mod draw;
mod state;
#[cfg(test)]
mod tests;

use super::super::icon::Icon;
use super::super::theme::{Tone, measure};
use iced::advanced::layout::{self, Layout};
use iced::advanced::mouse::{Click, click};
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Shell, Widget, mouse, overlay, renderer};
use iced::keyboard::key::{Key, Named};
use iced::{Element, Event, Length, Rectangle, Renderer, Size, Theme, Vector, keyboard};
use state::{State, Step};
use std::borrow::Cow;
use std::ops::Range;

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Width {
    Fixed(f32),
    Fill { portion: f32, minimum: f32 },
}

/// To which side a column leans: text left, counts right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Right,
}

/// A column with its title.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Column {
    title: String,
    width: Width,
    align: Align,
    tone: Tone,
}

impl Column {
    pub(crate) fn new(title: impl Into<String>, width: Width) -> Self {
        Self { title: title.into(), width, align: Align::Left, tone: Tone::Muted }
    }

    pub(crate) fn tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    pub(crate) fn right(self) -> Self {
        Self { align: Align::Right, ..self }
    }
}

/// What stands where a row and a column meet.
#[derive(Debug, Clone, Hash)]
pub(crate) struct Cell<'a> {
    text: Cow<'a, str>,
    tone: Tone,
    ground: Option<Tone>,
    icon: Option<Icon>,
    strong: bool,
    struck: bool,
}

impl<'a> Cell<'a> {
    pub(crate) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self { text: text.into(), tone: Tone::Plain, ground: None, icon: None, strong: false, struck: false }
    }

    pub(crate) fn tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// The colour behind it.
    pub(crate) fn ground(self, tone: Tone) -> Self {
        Self { ground: Some(tone), ..self }
    }

    pub(crate) fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }

    pub(crate) fn strong(self) -> Self {
        Self { strong: true, ..self }
    }

    /// With a line through it: it does not count any more.
    pub(crate) fn struck(self, struck: bool) -> Self {
        Self { struck, ..self }
    }
}

/// What a frame may ask for, by the rows in sight.
type OnSeen<'a, Message> = Box<dyn Fn(Range<usize>) -> Option<Message> + 'a>;

/// A table; see the module.
pub(crate) struct Grid<'a, Message> {
    id: Id,
    columns: Vec<Column>,
    rows: usize,
    /// Which data this is: other data starts at its top.
    revision: u64,
    chosen: Option<usize>,
    empty: String,
    cell: Box<dyn Fn(usize, usize) -> Cell<'a> + 'a>,
    on_choose: Box<dyn Fn(usize) -> Message + 'a>,
    on_open: Option<Box<dyn Fn(usize) -> Message + 'a>>,
    on_cell: Option<Box<dyn Fn(usize, usize) -> Message + 'a>>,
    on_title: Option<Box<dyn Fn(usize) -> Option<Message> + 'a>>,
    on_click: Option<Box<dyn Fn(usize) -> Message + 'a>>,
    on_seen: Option<OnSeen<'a, Message>>,
}

impl<'a, Message> Grid<'a, Message> {
    /// A grid of `rows` rows whose cells `cell` gives by row and column.
    pub(crate) fn new(
        id: impl Into<Id>,
        columns: Vec<Column>,
        rows: usize,
        cell: impl Fn(usize, usize) -> Cell<'a> + 'a,
        on_choose: impl Fn(usize) -> Message + 'a,
    ) -> Self {
        Self {
            id: id.into(),
            columns,
            rows,
            revision: 0,
            chosen: None,
            empty: String::new(),
            cell: Box::new(cell),
            on_choose: Box::new(on_choose),
            on_open: None,
            on_cell: None,
            on_title: None,
            on_click: None,
            on_seen: None,
        }
    }

    pub(crate) fn revision(self, revision: u64) -> Self {
        Self { revision, ..self }
    }

    pub(crate) fn chosen(self, chosen: Option<usize>) -> Self {
        Self { chosen, ..self }
    }

    /// What to say when there is no row.
    pub(crate) fn empty(self, empty: impl Into<String>) -> Self {
        Self { empty: empty.into(), ..self }
    }

    /// Enter or a double click on a row.
    pub(crate) fn on_open(self, on_open: impl Fn(usize) -> Message + 'a) -> Self {
        Self { on_open: Some(Box::new(on_open)), ..self }
    }

    /// A click on a cell, by row and column, in place of choosing its row.
    pub(crate) fn on_cell(self, on_cell: impl Fn(usize, usize) -> Message + 'a) -> Self {
        Self { on_cell: Some(Box::new(on_cell)), ..self }
    }

    /// A click on the title of a column.
    pub(crate) fn on_title(self, on_title: impl Fn(usize) -> Option<Message> + 'a) -> Self {
        Self { on_title: Some(Box::new(on_title)), ..self }
    }

    /// Asked before each frame with the rows in sight, also those seen in part: for rows that are read when they come near.
    pub(crate) fn on_seen(self, on_seen: impl Fn(Range<usize>) -> Option<Message> + 'a) -> Self {
        Self { on_seen: Some(Box::new(on_seen)), ..self }
    }

    /// The column under a point.
    fn column_under(&self, x: f32, bounds: Rectangle) -> Option<usize> {
        let columns = draw::columns(&self.columns, state::body(bounds).width);
        columns.iter().position(|(left, width)| (*left..left + width).contains(&(x - bounds.x)))
    }

    /// The text of a cell that its column is too narrow for, with the bounds of the cell.
    fn cut(&self, state: &State, (row, column): (usize, usize), body: Rectangle) -> Option<(String, Rectangle)> {
        let line = state.row_bounds(row, body);
        let (left, width) = *draw::columns(&self.columns, body.width).get(column)?;
        let cell = (row < self.rows && column < self.columns.len()).then(|| (self.cell)(row, column))?;
        let bounds = Rectangle { x: line.x + left, width, ..line };
        state.is_cut(&cell, bounds).then(|| (cell.text.into_owned(), bounds))
    }

    /// Each click on a row, beside choosing it: for rows that are ticked.
    pub(crate) fn on_click(self, on_click: impl Fn(usize) -> Message + 'a) -> Self {
        Self { on_click: Some(Box::new(on_click)), ..self }
    }

    fn choose(&self, state: &mut State, row: usize, body: Rectangle, shell: &mut Shell<'_, Message>) {
        state.reveal(row, self.rows, body);
        if self.chosen != Some(row) {
            shell.publish((self.on_choose)(row));
        }
        shell.request_redraw();
        shell.capture_event();
    }

    fn key(&self, state: &mut State, key: &Key, body: Rectangle, shell: &mut Shell<'_, Message>) {
        let step = match key {
            Key::Named(Named::ArrowUp) => Step::Up,
            Key::Named(Named::ArrowDown) => Step::Down,
            Key::Named(Named::PageUp) => Step::PageUp,
            Key::Named(Named::PageDown) => Step::PageDown,
            Key::Named(Named::Home) => Step::Home,
            Key::Named(Named::End) => Step::End,
            Key::Named(Named::Enter) => {
                if let (Some(on_open), Some(row)) = (&self.on_open, self.chosen) {
                    shell.publish(on_open(row));
                    shell.capture_event();
                }
                return;
            }
            _ => return,
        };
        if let Some(row) = state.step(step, self.chosen, self.rows, body) {
            self.choose(state, row, body, shell);
        }
    }

    /// `seen`: the part of `bounds` that is in sight; the scroll bar stands at its edge.
    fn press(
        &self,
        state: &mut State,
        at: iced::Point,
        (bounds, seen): (Rectangle, Rectangle),
        shell: &mut Shell<'_, Message>,
    ) {
        let body = state::body(bounds);
        state.focused = true;
        state.rest.come(None);
        shell.request_redraw();
        shell.capture_event();
        if State::track(seen).contains(at) {
            if let Some(thumb) = state.thumb(self.rows, seen) {
                let hold = if thumb.contains(at) { at.y - thumb.y } else { thumb.height / 2.0 };
                state.held = Some(hold);
                state.place(state.position_for_thumb(at.y - hold, self.rows, seen), self.rows, body);
            }
        } else if at.y < body.y
            && let Some(on_title) = &self.on_title
        {
            if let Some(message) = self.column_under(at.x, bounds).and_then(on_title) {
                shell.publish(message);
            }
        } else if body.contains(at)
            && let Some(row) = state.row_under(at.y, self.rows, body)
        {
            if let Some(on_cell) = &self.on_cell {
                if let Some(column) = self.column_under(at.x, bounds) {
                    shell.publish(on_cell(row, column));
                }
                return;
            }
            let click = Click::new(at, mouse::Button::Left, state.last_click);
            state.last_click = Some(click);
            if let Some(on_click) = &self.on_click {
                shell.publish(on_click(row));
                return self.choose(state, row, body, shell);
            }
            match (&self.on_open, click.kind()) {
                (Some(on_open), click::Kind::Double) if self.chosen == Some(row) => shell.publish(on_open(row)),
                _ => self.choose(state, row, body, shell),
            }
        }
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Grid<'_, Message> {
    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Fill)
    }

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn layout(&mut self, tree: &mut Tree, _: &Renderer, limits: &layout::Limits) -> layout::Node {
        let size = limits.max();
        let state = tree.state.downcast_mut::<State>();
        let body = state::body(Rectangle::with_size(size));
        if state.revision != Some(self.revision) {
            state.revision = Some(self.revision);
            state.hovered = None;
            state.rest.come(None);
            state.place(0.0, self.rows, body);
            if let Some(row) = self.chosen {
                state.reveal(row, self.rows, body);
            }
        }
        state.resize(self.chosen, self.rows, body);
        state.scroll(0.0, self.rows, body);
        layout::Node::new(size)
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _: &renderer::Style,
        layout: Layout<'_>,
        _: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        if layout.bounds().intersects(viewport) {
            self.paint(tree.state.downcast_ref(), renderer, theme, layout.bounds(), *viewport);
        }
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, _: &Renderer, operation: &mut dyn Operation) {
        let bounds = layout.bounds();
        let body = state::body(bounds);
        let state = tree.state.downcast_mut::<State>();
        operation.container(Some(&self.id), bounds);
        operation.focusable(Some(&self.id), bounds, state);
        let columns = draw::columns(&self.columns, body.width);
        let header = Rectangle { height: measure::GRID_HEADER, ..bounds };
        for (column, (left, width)) in self.columns.iter().zip(&columns) {
            let cell = Rectangle { x: bounds.x + left, width: *width, ..header };
            operation.text(None, cell, &column.title);
        }
        if self.rows == 0 {
            operation.text(None, body, &self.empty);
        }
        for row in state.visible(self.rows, body) {
            let line = state.row_bounds(row, body);
            for (index, (left, width)) in columns.iter().enumerate() {
                let cell = Rectangle { x: line.x + left, width: *width, ..line };
                if let Some(seen) = cell.intersection(&body) {
                    operation.text(None, seen, &(self.cell)(row, index).text);
                }
            }
        }
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _: &Renderer,
        _: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        let seen = bounds.intersection(viewport).unwrap_or(bounds);
        let body = state::body(bounds);
        let state = tree.state.downcast_mut::<State>();
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => match cursor.position_over(bounds) {
                Some(at) => self.press(state, at, (bounds, seen), shell),
                None if state.focused => {
                    state.focused = false;
                    shell.request_redraw();
                }
                None => {}
            },
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) if state.held.take().is_some() => {
                shell.request_redraw();
            }
            Event::Mouse(mouse::Event::CursorMoved { position }) => {
                if let Some(hold) = state.held {
                    let position = state.position_for_thumb(position.y - hold, self.rows, seen);
                    if state.place(position, self.rows, body) {
                        shell.request_redraw();
                    }
                }
                let hovered = cursor.position_over(body).and_then(|at| state.row_under(at.y, self.rows, body));
                let over = cursor.position_over(body).and_then(|at| self.column_under(at.x, bounds));
                let rests = state.rest.come(hovered.zip(over));
                if std::mem::replace(&mut state.hovered, hovered) != hovered || rests {
                    shell.request_redraw();
                }
            }
            Event::Mouse(mouse::Event::CursorLeft) if state.rest.come(None) | state.hovered.take().is_some() => {
                shell.request_redraw();
            }
            Event::Mouse(mouse::Event::WheelScrolled { delta }) if cursor.is_over(bounds) && !is_sideways(*delta) => {
                let by = match delta {
                    mouse::ScrollDelta::Lines { y, .. } => -3.0 * f64::from(*y),
                    mouse::ScrollDelta::Pixels { y, .. } => -f64::from(*y / measure::GRID_ROW),
                };
                if state.scroll(by, self.rows, body) {
                    state.rest.come(None);
                    shell.request_redraw();
                }
                shell.capture_event();
            }
            Event::Window(iced::window::Event::RedrawRequested(now)) => {
                let mut rest = std::mem::take(&mut state.rest);
                rest.frame(*now, shell, |cell| self.cut(state, cell, body));
                state.rest = rest;
                let visible = state.visible(self.rows, body);
                if let Some(message) = self.on_seen.as_ref().and_then(|on_seen| on_seen(visible)) {
                    shell.publish(message);
                }
            }
            Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. })
                if state.focused && modifiers.is_empty() =>
            {
                state.rest.come(None);
                self.key(state, key, body, shell);
            }
            _ => {}
        }
    }
    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        _: Layout<'b>,
        _: &Renderer,
        _: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        tree.state.downcast_ref::<State>().rest.overlay(translation)
    }
}

/// Whether the wheel asks for something beside the rows, which a place around the grid may give.
fn is_sideways(delta: mouse::ScrollDelta) -> bool {
    let (mouse::ScrollDelta::Lines { x, y } | mouse::ScrollDelta::Pixels { x, y }) = delta;
    x.abs() > y.abs()
}

impl<'a, Message: 'a> From<Grid<'a, Message>> for Element<'a, Message> {
    fn from(grid: Grid<'a, Message>) -> Self {
        Self::new(grid)
    }
}
