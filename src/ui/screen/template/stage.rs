//! The card in the editor: its parts are chosen and dragged on it, with the mouse or the arrow keys.

use super::Message;
use crate::ui::theme::{measure, roles_on_paper, style};
use crate::ui::widget::focus::{Focus, ring};
use crate::ui::widget::{Addition, Card, around, narrow};
use crate::workflow::template::{Part, Room};
use iced::advanced::widget::{Id, Operation};
use iced::advanced::{Shell, mouse};
use iced::keyboard::key::{Key, Named};
use iced::widget::canvas::{self, Action, Cache, Geometry, Path, Stroke};
use iced::{Color, Element, Event, Point, Rectangle, Renderer, Size, Theme, keyboard};

/// Under this name the card takes the keys.
pub(super) const ID: &str = "template-stage";

/// What lies over the card for the hand.
pub(super) struct Stage<'a> {
    pub(super) rooms: Vec<(Part, Room)>,
    pub(super) chosen: Option<Part>,
    /// Lines of a grid this far apart, mm.
    pub(super) grid: Option<f64>,
    pub(super) marks: &'a Cache,
}

/// Whether a part is being dragged.
#[derive(Debug, Default)]
pub(super) struct Hand {
    holds: bool,
}

impl Stage<'_> {
    fn place(bounds: Rectangle, cursor: mouse::Cursor) -> Option<(f64, f64)> {
        let Point { x, y } = cursor.position_from(bounds.position())?;
        let (card, scale) = Card::fit(bounds.size());
        Some((f64::from((x - card.x) / scale), f64::from((y - card.y) / scale)))
    }
}

impl canvas::Program<Message> for Stage<'_> {
    type State = Hand;

    fn update(
        &self,
        hand: &mut Hand,
        event: &Event,
        bounds: Rectangle,
        cursor: mouse::Cursor,
    ) -> Option<Action<Message>> {
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) if cursor.is_over(bounds) => {
                hand.holds = true;
                Some(Action::publish(Message::Pressed(Self::place(bounds, cursor)?)).and_capture())
            }
            Event::Mouse(mouse::Event::CursorMoved { .. }) if hand.holds => {
                Some(Action::publish(Message::Dragged(Self::place(bounds, cursor)?)).and_capture())
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) if hand.holds => {
                hand.holds = false;
                Some(Action::publish(Message::Released).and_capture())
            }
            _ => None,
        }
    }

    fn draw(&self, _: &Hand, renderer: &Renderer, _: &Theme, bounds: Rectangle, _: mouse::Cursor) -> Vec<Geometry> {
        let marks = self.marks.draw(renderer, bounds.size(), |frame| {
            let colours = roles_on_paper();
            let (card, scale) = Card::fit(frame.size());
            let line = |colour: Color, width| Stroke::default().with_color(colour).with_width(width);
            if let Some(step) = self.grid {
                let step = narrow(step) * scale;
                let faint = line(Color { a: 0.25, ..colours.focus }, 0.5);
                let mut x = card.x + step;
                while x < card.x + card.width {
                    frame.stroke(&Path::line(Point::new(x, card.y), Point::new(x, card.y + card.height)), faint);
                    x += step;
                }
                let mut y = card.y + step;
                while y < card.y + card.height {
                    frame.stroke(&Path::line(Point::new(card.x, y), Point::new(card.x + card.width, y)), faint);
                    y += step;
                }
            }
            for (part, (x, y, width, height)) in &self.rooms {
                let corner = Point::new(card.x + narrow(*x) * scale, card.y + narrow(*y) * scale);
                // the line lies around the words, however small they are
                let room = Rectangle::new(corner, Size::new(narrow(*width) * scale, narrow(*height) * scale))
                    .expand(measure::LINE_FOCUS);
                let path = Path::rectangle(room.position(), room.size());
                let stroke = if self.chosen == Some(*part) {
                    frame.fill(&path, Color { a: 0.12, ..colours.focus });
                    line(colours.focus, measure::LINE_FOCUS)
                } else {
                    line(Color { a: 0.45, ..colours.focus }, measure::LINE)
                };
                // cards have dark parts and light ones
                frame.stroke(&path, line(style::HALO, stroke.width + 2.0 * measure::LINE));
                frame.stroke(&path, stroke);
            }
        });
        vec![marks]
    }

    fn mouse_interaction(&self, hand: &Hand, bounds: Rectangle, cursor: mouse::Cursor) -> mouse::Interaction {
        match Self::place(bounds, cursor) {
            _ if hand.holds => mouse::Interaction::Grabbing,
            Some((x, y)) if cursor.is_over(bounds) && super::hand::hit(&self.rooms, x, y).is_some() => {
                mouse::Interaction::Grab
            }
            _ => mouse::Interaction::default(),
        }
    }
}

/// Gives something the arrow keys while it has the focus, and Page Up and Page Down to go from part to part.
pub(super) fn steered<'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    around(content, Steered)
}

struct Steered;

impl Addition<Message> for Steered {
    type State = Focus;

    fn draw(&self, focus: &Focus, renderer: &mut Renderer, theme: &Theme, bounds: Rectangle) {
        if focus.0 {
            ring(renderer, theme, bounds);
        }
    }

    fn operate(&self, focus: &mut Focus, bounds: Rectangle, operation: &mut dyn Operation) {
        operation.focusable(Some(&Id::new(ID)), bounds, focus);
    }

    fn before(&self, focus: &mut Focus, event: &Event, shell: &mut Shell<'_, Message>) {
        // a press on the card itself gives it the focus again, by its message
        focus.leave_on_press(event, shell);
        match event {
            Event::Keyboard(keyboard::Event::KeyPressed { key: Key::Named(key), modifiers, .. })
                if focus.0 && (modifiers.is_empty() || *modifiers == keyboard::Modifiers::SHIFT) =>
            {
                let far = modifiers.shift();
                let message = match key {
                    Named::ArrowLeft => Message::Nudged(-1.0, 0.0, far),
                    Named::ArrowRight => Message::Nudged(1.0, 0.0, far),
                    Named::ArrowUp => Message::Nudged(0.0, -1.0, far),
                    Named::ArrowDown => Message::Nudged(0.0, 1.0, far),
                    Named::PageDown => Message::ChooseNext(true),
                    Named::PageUp => Message::ChooseNext(false),
                    Named::Delete => Message::Remove,
                    _ => return,
                };
                shell.publish(message);
                shell.capture_event();
            }
            _ => {}
        }
    }
}
