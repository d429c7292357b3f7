//! One place in the order of Tab for several choices: the arrow keys lead from one to the next.

use super::around::Addition;
use super::focus::{Focus, ring};
use iced::advanced::Shell;
use iced::advanced::widget::Operation;
use iced::keyboard::key::{Key, Named};
use iced::{Event, Rectangle, Renderer, Theme, keyboard};

/// The free places before and behind the chosen one.
pub(super) fn steps(count: usize, chosen: usize, free: impl Fn(usize) -> bool) -> (Option<usize>, Option<usize>) {
    ((0..chosen).rev().find(|at| free(*at)), (chosen + 1..count).find(|at| free(*at)))
}

/// What the arrow keys lead to.
pub(super) struct Steps<Message> {
    /// Another one for each label, where the renderer would miss half of a new one: a label that stands in the middle of
    /// its line.
    pub(super) face: Option<u64>,
    pub(super) previous: Option<Message>,
    pub(super) next: Option<Message>,
}

impl<Message: Clone> Addition<Message> for Steps<Message> {
    type State = Focus;

    fn piece(&self, bounds: Rectangle) -> Option<Rectangle> {
        let thousandths = u8::try_from(self.face? % 61 + 1).unwrap_or(1);
        Some(Rectangle { height: bounds.height - f32::from(thousandths) / 1000.0, ..bounds })
    }

    fn draw(&self, focus: &Focus, renderer: &mut Renderer, theme: &Theme, bounds: Rectangle) {
        if focus.0 {
            ring(renderer, theme, bounds);
        }
    }

    fn operate(&self, focus: &mut Focus, bounds: Rectangle, operation: &mut dyn Operation) {
        operation.focusable(None, bounds, focus);
    }

    fn before(&self, focus: &mut Focus, event: &Event, shell: &mut Shell<'_, Message>) {
        focus.leave_on_press(event, shell);
        match event {
            Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) if focus.0 && modifiers.is_empty() => {
                let message = match key {
                    Key::Named(Named::ArrowUp | Named::ArrowLeft) => &self.previous,
                    Key::Named(Named::ArrowDown | Named::ArrowRight) => &self.next,
                    _ => return,
                };
                if let Some(message) = message.clone() {
                    shell.publish(message);
                }
                shell.capture_event();
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrow_keys_pass_over_what_is_taken() {
        for (chosen, taken, expected) in [
            (2, vec![1], (Some(0), Some(3))),
            (0, vec![1, 2], (None, Some(3))),
            (4, vec![], (Some(3), None)),
            (1, vec![0, 2, 3, 4], (None, None)),
        ] {
            let steps = steps(5, chosen, |at| !taken.contains(&at));
            assert_eq!(steps, expected, "{chosen} {taken:?}");
        }
    }
}
