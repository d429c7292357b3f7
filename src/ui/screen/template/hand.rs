//! Parts moved by hand: with the mouse, or with the arrow keys.

use super::{Action, CATCH, Editor, FAR, FINE, GRID, Message, stage};
use crate::workflow::template::{Part, Room, Template, edit};

/// A part on its way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Drag {
    from: (f64, f64),
    /// Where the part was.
    at: (f64, f64),
    moved: bool,
}

/// The part at a place; where several lie on each other the smallest, which could not be caught otherwise.
pub(super) fn hit(rooms: &[(Part, Room)], x: f64, y: f64) -> Option<Part> {
    // a little more than the room: what is small can be caught, too
    let holds = |(left, top, width, height): Room| {
        (left - CATCH..=left + width + CATCH).contains(&x) && (top - CATCH..=top + height + CATCH).contains(&y)
    };
    let area = |(.., width, height): Room| width * height;
    let held = rooms.iter().filter(|(_, room)| holds(*room));
    held.min_by(|(_, one), (_, other)| area(*one).total_cmp(&area(*other))).map(|(part, _)| *part)
}

impl Editor {
    /// The mouse and the arrow keys.
    pub(super) fn by_hand(&mut self, message: &Message) -> Action {
        match *message {
            Message::Pressed((x, y)) => {
                self.choose(hit(&self.rooms(), x, y));
                self.drag = self.chosen_place().map(|at| Drag { from: (x, y), at, moved: false });
                return Action::Run(iced::widget::operation::focus(stage::ID));
            }
            Message::Dragged((x, y)) => {
                if let Some(Drag { from, at, moved }) = self.drag {
                    let to = (self.snapped(at.0 + x - from.0), self.snapped(at.1 + y - from.1));
                    let put = self.put(to, moved);
                    self.drag = Some(Drag { from, at, moved: moved || put });
                }
            }
            Message::Released => self.drag = None,
            Message::Nudged(across, down, far) => {
                if let Some((x, y)) = self.chosen_place() {
                    let step = match (far, self.grid) {
                        (true, _) => FAR,
                        (false, true) => GRID,
                        (false, false) => FINE,
                    };
                    self.put((x + across * step, y + down * step), false);
                }
            }
            Message::ChooseNext(next) => {
                let parts: Vec<Part> = self.side().parts().collect();
                let at = self.chosen.and_then(|chosen| parts.iter().position(|part| *part == chosen));
                let step = if next { 1 } else { parts.len().saturating_sub(1) };
                let to = at.map_or(if next { 0 } else { step }, |at| (at + step) % parts.len());
                self.choose(parts.get(to).copied());
            }
            Message::Chosen(part) => {
                self.choose(Some(part));
                return Action::Run(iced::widget::operation::focus(stage::ID));
            }
            _ => {}
        }
        Action::None
    }

    fn chosen_place(&self) -> Option<(f64, f64)> {
        self.side().place(self.chosen?)
    }

    /// Puts the chosen part somewhere, unless that is off the card; `again`: as part of the same move. Gives whether
    /// it moved.
    fn put(&mut self, to: (f64, f64), again: bool) -> bool {
        let Some(text) = self.place().and_then(|place| edit::put(&self.text, place, to)) else { return false };
        if text == self.text || Template::parse(&self.name, &text, &self.files).is_err() {
            return false;
        }
        if again {
            self.text = text;
            self.show();
        } else {
            self.take(text);
        }
        true
    }

    fn snapped(&self, mm: f64) -> f64 {
        let step = if self.grid { GRID } else { FINE };
        (mm / step).round() * step
    }
}
