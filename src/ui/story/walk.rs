//! The way of Tab through every screen in its states: it comes to all that can be pressed, in an order that an eye
//! follows, shows what it comes to, and begins again.

use super::*;
use crate::ui::widget::walk::{Way, step};
use iced::advanced::clipboard;
use iced::advanced::widget::operation::{Focusable, Outcome, Scrollable};
use iced::advanced::widget::{Id, Operation};
use iced::mouse::{Cursor, Interaction};
use iced::{Point, Rectangle, Vector};
use iced_test::runtime::UserInterface;
use iced_test::runtime::user_interface::{Cache, State};

/// How far points lie from each other where one looks for what can be pressed.
const MESH: (f32, f32) = (15.0, 11.0);

/// Where the mouse may press more than Tab comes to: the arrows lead through the lines of the palette, and a label above
/// a list does what the list does.
const BESIDES: [&str; 3] = ["palette", "palette-found", "import-columns"];

/// What can be reached, as it lies in the window.
#[derive(Default)]
struct Reached {
    entered: Option<(Rectangle, Vector)>,
    around: Vec<(Rectangle, Vector)>,
    places: Vec<Place>,
}

struct Place {
    /// Where it lies, and what of it can be seen.
    bounds: Rectangle,
    seen: Option<Rectangle>,
    focused: bool,
}

impl Operation for Reached {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        let entered = self.entered.take();
        self.around.extend(entered);
        operate(self);
        if entered.is_some() {
            self.around.pop();
        }
    }

    fn scrollable(&mut self, _: Option<&Id>, bounds: Rectangle, _: Rectangle, by: Vector, _: &mut dyn Scrollable) {
        self.entered = Some((bounds, by));
    }

    fn focusable(&mut self, _: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        let mut seen = Some(bounds);
        let mut bounds = bounds;
        for (room, by) in self.around.iter().rev() {
            bounds = bounds - *by;
            seen = seen.and_then(|seen| (seen - *by).intersection(room));
        }
        self.places.push(Place { bounds, seen, focused: state.is_focused() });
    }
}

type Screen<'a> = UserInterface<'a, Message, iced::Theme, iced::Renderer>;

fn operate(screen: &mut Screen<'_>, renderer: &iced::Renderer, operation: impl Operation + 'static) {
    let mut operation: Box<dyn Operation> = Box::new(operation);
    loop {
        screen.operate(renderer, operation.as_mut());
        match operation.finish() {
            Outcome::Chain(next) => operation = next,
            _ => break,
        }
    }
}

fn reached(screen: &mut Screen<'_>, renderer: &iced::Renderer) -> Vec<Place> {
    let mut reached = Reached::default();
    screen.operate(renderer, &mut reached);
    reached.places
}

impl Window {
    /// Goes round with Tab.
    #[track_caller]
    pub(super) fn walk(&mut self, name: &str) {
        let settings = crate::ui::settings();
        let mut renderer = iced::Renderer::new(settings.default_font, settings.default_text_size);
        let mut screen = UserInterface::build(self.app.view(), self.size, Cache::default(), &mut renderer);
        let begin = reached(&mut screen, &renderer);
        if !BESIDES.contains(&name) {
            self.all_that_can_be_pressed_is_reached(name, &mut screen, &mut renderer, &begin);
        }
        let focused = |places: &[Place]| places.iter().position(|place| place.focused);
        assert_eq!(focused(&begin), None, "{name}: a fresh screen has no focus");
        for expected in (0..begin.len()).chain([0]) {
            operate(&mut screen, &renderer, step::<()>(Way::Next));
            let places = reached(&mut screen, &renderer);
            assert_eq!(focused(&places), Some(expected), "{name}: Tab goes astray");
            let place = &places[expected];
            let seen = place.seen.unwrap_or_else(|| panic!("{name}: {:?} has the focus out of sight", place.bounds));
            let room = Rectangle::with_size(self.size);
            let whole =
                seen.intersection(&room).is_some_and(|seen| seen.height + 0.5 >= place.bounds.height.min(200.0));
            assert!(whole, "{name}: of {:?}, which has the focus, {seen:?} is seen", place.bounds);
        }
        operate(&mut screen, &renderer, step::<()>(Way::Previous));
        assert_eq!(focused(&reached(&mut screen, &renderer)), begin.len().checked_sub(1), "{name}: Shift+Tab");
    }

    #[track_caller]
    fn all_that_can_be_pressed_is_reached(
        &self,
        name: &str,
        screen: &mut Screen<'_>,
        renderer: &mut iced::Renderer,
        places: &[Place],
    ) {
        let (mut x, mut y) = (MESH.0 / 2.0, MESH.1 / 2.0);
        while y < self.size.height {
            let point = Point::new(x, y);
            let (state, _) =
                screen.update(&[], Cursor::Available(point), renderer, &mut clipboard::Null, &mut Vec::new());
            let pressed = matches!(state, State::Updated { mouse_interaction: Interaction::Pointer, .. });
            let known = || places.iter().any(|place| place.bounds.expand(1.0).contains(point));
            assert!(!pressed || known(), "{name}: what can be pressed at {point:?} is not on the way of Tab");
            x += MESH.0;
            if x >= self.size.width {
                (x, y) = (MESH.0 / 2.0, y + MESH.1);
            }
        }
    }
}
