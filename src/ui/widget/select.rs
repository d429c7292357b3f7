//! A list to choose one thing from, by mouse or with the arrow keys.

use super::around::{Addition, around};
use super::focus::{Focus, ring};
use crate::ui::theme::{measure, space, style, text as size};
use iced::advanced::Shell;
use iced::advanced::widget::Operation;
use iced::keyboard::key::{Key, Named};
use iced::widget::pick_list;
use iced::{Element, Event, Fill, Length, Rectangle, Renderer, Theme, keyboard};
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

/// So many labels need no place that scrolls.
const SHORT: usize = 8;

/// One of the choices, by its place.
#[derive(Debug, Clone)]
struct Choice {
    at: usize,
    label: String,
}

impl PartialEq for Choice {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
    }
}

impl fmt::Display for Choice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.label)
    }
}

/// Labels of which one is `chosen`; the arrow keys pass over those that are not `free`; `strong` marks the one that other things refer to. Long labels want to be cut before.
pub(crate) fn select<'a, Message: Clone + 'a>(
    labels: Vec<String>,
    chosen: usize,
    free: impl Fn(usize) -> bool,
    strong: bool,
    on_open: Option<Message>,
    choose: impl Fn(usize) -> Message + 'a,
) -> Element<'a, Message> {
    let mut hasher = DefaultHasher::new();
    (labels.get(chosen), strong).hash(&mut hasher);
    let height = if labels.len() > SHORT { Length::Fixed(measure::MENU) } else { Length::Shrink };
    let (previous, next) = steps(labels.len(), chosen, free);
    let keys = Steps { face: hasher.finish(), previous: previous.map(&choose), next: next.map(&choose) };
    let choices: Vec<Choice> = labels.into_iter().enumerate().map(|(at, label)| Choice { at, label }).collect();
    let now = choices.get(chosen).cloned();
    let list = pick_list(choices, now, move |choice| choose(choice.at))
        .width(Fill)
        .menu_height(height)
        .padding([measure::CHOICE_AROUND, space::M])
        .text_size(size::BODY)
        .text_line_height(iced::Pixels(measure::CHOICE_LINE))
        .style(style::select(strong))
        .menu_style(style::menu);
    around(
        match on_open {
            Some(message) => list.on_open(message),
            None => list,
        },
        keys,
    )
}

/// The free places before and behind the chosen one.
fn steps(count: usize, chosen: usize, free: impl Fn(usize) -> bool) -> (Option<usize>, Option<usize>) {
    ((0..chosen).rev().find(|at| free(*at)), (chosen + 1..count).find(|at| free(*at)))
}

/// What the arrow keys lead to.
struct Steps<Message> {
    /// Another one for each label.
    face: u64,
    previous: Option<Message>,
    next: Option<Message>,
}

impl<Message: Clone> Addition<Message> for Steps<Message> {
    type State = Focus;

    /// The renderer misses half of a label that stands in the middle of its line and became another one.
    fn piece(&self, bounds: Rectangle) -> Option<Rectangle> {
        let thousandths = u8::try_from(self.face % 61 + 1).unwrap_or(1);
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
