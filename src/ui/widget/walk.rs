//! The way of Tab: round and round through all that the keyboard can reach, and whatever is reached comes into sight.
//! iced's own way ends behind the last field, and leads out of sight where something scrolls.

use crate::ui::theme::space;
use iced::advanced::widget::operation::{Focusable, Outcome, Scrollable, TextInput};
use iced::advanced::widget::{Id, Operation, operate};
use iced::widget::operation::AbsoluteOffset;
use iced::{Rectangle, Task, Vector};

/// To the next one; behind the last one comes the first.
pub(crate) fn next<T: Send + 'static>() -> Task<T> {
    operate(step(Way::Next))
}

/// To the one before.
pub(crate) fn previous<T: Send + 'static>() -> Task<T> {
    operate(step(Way::Previous))
}

/// A step on the way, as an operation on the widgets.
pub(crate) fn step<T: Send + 'static>(way: Way) -> impl Operation<T> {
    Counting { way, total: 0, focused: None }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Next,
    Previous,
}

impl Way {
    /// Where it leads from `focused`, where `total` can be reached.
    fn target(self, total: usize, focused: Option<usize>) -> Option<usize> {
        let last = total.checked_sub(1)?;
        Some(match (self, focused) {
            (Self::Next, Some(at)) if at < last => at + 1,
            (Self::Next, _) => 0,
            (Self::Previous, None | Some(0)) => last,
            (Self::Previous, Some(at)) => at - 1,
        })
    }
}

/// First all are counted.
struct Counting {
    way: Way,
    total: usize,
    focused: Option<usize>,
}

impl<T: Send + 'static> Operation<T> for Counting {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        operate(self);
    }

    fn focusable(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn Focusable) {
        if state.is_focused() {
            self.focused = Some(self.total);
        }
        self.total += 1;
    }

    fn finish(&self) -> Outcome<T> {
        match self.way.target(self.total, self.focused) {
            Some(target) => Outcome::Chain(Box::new(Reaching { target, ..Reaching::default() })),
            None => Outcome::None,
        }
    }
}

/// What scrolls around something: its number among all that scroll, what it shows, and how far it is scrolled.
#[derive(Debug, Clone, Copy)]
struct Around {
    number: usize,
    bounds: Rectangle,
    translation: Vector,
}

impl Around {
    /// How far it must scroll to show `inner`, which it holds.
    fn offset(&self, inner: Rectangle) -> Option<AbsoluteOffset<Option<f32>>> {
        let along = |start: f32, length: f32, from: f32, room: f32, scrolled: f32| {
            let (start, end) = (start - space::L - from, start + length + space::L - from);
            if start < scrolled {
                Some(start.max(0.0))
            } else if end > scrolled + room {
                Some((end - room).max(0.0))
            } else {
                None
            }
        };
        let (bounds, by) = (self.bounds, self.translation);
        let x = along(inner.x, inner.width, bounds.x, bounds.width, by.x);
        let y = along(inner.y, inner.height, bounds.y, bounds.height, by.y);
        (x.is_some() || y.is_some()).then_some(AbsoluteOffset { x, y })
    }
}

/// Then one gets the focus, and all others lose it.
#[derive(Default)]
struct Reaching {
    target: usize,
    at: usize,
    scrolling: usize,
    /// Said of the widget whose children come next.
    entered: Option<Around>,
    around: Vec<Around>,
    /// What must scroll, and how far.
    scrolls: Vec<(usize, AbsoluteOffset<Option<f32>>)>,
}

impl<T: Send + 'static> Operation<T> for Reaching {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        let entered = self.entered.take();
        self.around.extend(entered);
        operate(self);
        if entered.is_some() {
            self.around.pop();
        }
    }

    fn scrollable(
        &mut self,
        _: Option<&Id>,
        bounds: Rectangle,
        _: Rectangle,
        translation: Vector,
        _: &mut dyn Scrollable,
    ) {
        self.entered = Some(Around { number: self.scrolling, bounds, translation });
        self.scrolling += 1;
    }

    fn text_input(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn TextInput) {
        // as a form does it everywhere: what is typed now takes the place of what stands there
        if self.at == self.target {
            state.select_all();
        }
    }

    fn focusable(&mut self, _: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        if self.at == self.target {
            state.focus();
            let scrolls = self.around.iter().filter_map(|around| Some((around.number, around.offset(bounds)?)));
            self.scrolls = scrolls.collect();
        } else {
            state.unfocus();
        }
        self.at += 1;
    }

    fn finish(&self) -> Outcome<T> {
        if self.scrolls.is_empty() {
            Outcome::None
        } else {
            Outcome::Chain(Box::new(Showing { at: 0, scrolls: self.scrolls.clone() }))
        }
    }
}

/// Last it comes into sight.
struct Showing {
    at: usize,
    scrolls: Vec<(usize, AbsoluteOffset<Option<f32>>)>,
}

impl<T> Operation<T> for Showing {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        operate(self);
    }

    fn scrollable(&mut self, _: Option<&Id>, _: Rectangle, _: Rectangle, _: Vector, state: &mut dyn Scrollable) {
        if let Some((_, offset)) = self.scrolls.iter().find(|(number, _)| *number == self.at) {
            state.scroll_to(*offset);
        }
        self.at += 1;
    }
}
