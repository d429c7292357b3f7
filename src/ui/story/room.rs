//! Every screen in its states has room for its words, in both languages and in windows of several sizes: nothing
//! leaves the window or what it stands in, and no word on a button is broken in two.

use super::*;
use crate::domain::office::Language;
use crate::i18n;
use iced::advanced::widget::operation::{Focusable, Scrollable};
use iced::advanced::widget::{Id, Operation};
use iced::{Rectangle, Size, Vector};
use iced_test::runtime::UserInterface;
use iced_test::runtime::user_interface::Cache;

/// What the screens are laid out for, what they are pictured in, and a common screen.
const SIZES: [(f32, f32); 3] = [measure::LAID_OUT, measure::PICTURED, (1366.0, 768.0)];
/// Pixels that rounding may cost.
const ROUNDING: f32 = 1.0;
/// No line is lower, and no letter as narrow.
const LINE: f32 = 12.0;
const LETTER: f32 = 3.0;
/// A text of so few letters stands in one line.
const ONE_LINE: usize = 24;
/// A line of the larger texts is lower than this, two lines of the small ones are higher.
const TWO_LINES: std::ops::Range<f32> = 30.0..40.0;

/// Texts that stand where they have no room.
struct Room {
    /// What is entered next.
    entered: Option<Rectangle>,
    scrolls: bool,
    /// The texts that come are those of a list of rows.
    list: bool,
    /// What stands around, the innermost last, and whether something that scrolls is among it.
    around: Vec<(Rectangle, bool)>,
    cramped: Vec<String>,
}

impl Operation for Room {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        self.list = false;
        let scrolls = std::mem::take(&mut self.scrolls) || self.around.last().is_some_and(|(_, scrolls)| *scrolls);
        let entered = self.entered.take().map(|bounds| (bounds, scrolls));
        self.around.extend(entered);
        operate(self);
        if entered.is_some() {
            self.around.pop();
        }
    }

    fn container(&mut self, _: Option<&Id>, bounds: Rectangle) {
        (self.entered, self.list) = (Some(bounds), false);
    }

    fn scrollable(&mut self, _: Option<&Id>, bounds: Rectangle, content: Rectangle, _: Vector, _: &mut dyn Scrollable) {
        // what it holds has the room of its content
        let (width, height) = (bounds.width.max(content.width), bounds.height.max(content.height));
        (self.entered, self.scrolls) = (Some(Rectangle { width, height, ..bounds }), true);
    }

    fn focusable(&mut self, _: Option<&Id>, bounds: Rectangle, _: &mut dyn Focusable) {
        // a list of rows says of itself that it holds texts and has the focus; it shortens them itself
        self.list = self.entered.take() == Some(bounds);
    }

    fn text(&mut self, _: Option<&Id>, bounds: Rectangle, text: &str) {
        if self.list {
            return;
        }
        let outside = |room: &Rectangle| {
            bounds.x < room.x - ROUNDING
                || bounds.y < room.y - ROUNDING
                || bounds.x + bounds.width > room.x + room.width + ROUNDING
                || bounds.y + bounds.height > room.y + room.height + ROUNDING
        };
        let (window, inner) = (self.around.first(), self.around.last());
        let scrolls = inner.is_some_and(|(_, scrolls)| *scrolls);
        if inner.is_some_and(|(room, _)| outside(room)) || (!scrolls && window.is_some_and(|(room, _)| outside(room))) {
            self.cramped.push(format!("{text:?} leaves what it stands in: {bounds:?} in {inner:?}"));
        }
        if !text.trim().is_empty() && (bounds.height < LINE || bounds.width < LETTER) {
            self.cramped.push(format!("{text:?} is squeezed: {bounds:?}"));
        }
        if text.chars().count() <= ONE_LINE && TWO_LINES.contains(&bounds.height) {
            self.cramped.push(format!("{text:?} is broken in two: {bounds:?}"));
        }
    }
}

impl Window {
    #[track_caller]
    pub(super) fn has_room(&self, name: &str) {
        for (language, size) in
            Language::ALL.into_iter().flat_map(|language| SIZES.map(|size| (language, Size::from(size))))
        {
            i18n::speaking(language, || {
                let settings = crate::ui::settings();
                let mut renderer = iced::Renderer::new(settings.default_font, settings.default_text_size);
                let mut screen = UserInterface::build(self.app.view(), size, Cache::default(), &mut renderer);
                let around = vec![(Rectangle::with_size(size), false)];
                let mut room = Room { entered: None, scrolls: false, list: false, around, cramped: Vec::new() };
                screen.operate(&renderer, &mut room);
                assert!(room.cramped.is_empty(), "{name} in {language:?}, {size:?}: {:#?}", room.cramped);
            });
        }
    }
}
