//! Makes things to press reachable by Tab, and pressed by Enter or the space bar: iced itself moves the focus between
//! text fields only.

use super::around::{Addition, around};
use crate::ui::theme::{measure, roles, space};
use iced::advanced::renderer::{Quad, Renderer as _};
use iced::advanced::widget::Operation;
use iced::advanced::widget::operation::Focusable;
use iced::advanced::{Shell, mouse};
use iced::border::Border;
use iced::keyboard::key::{Key, Named};
use iced::{Color, Element, Event, Rectangle, Renderer, Theme, keyboard};

/// Gives a button or a box to tick a place in the order of Tab; one without `message` is passed over.
pub(crate) fn reachable<'a, Message: Clone + 'a>(
    content: impl Into<Element<'a, Message>>,
    message: Option<Message>,
) -> Element<'a, Message> {
    around(content, Reachable { message })
}

/// The line around what the keyboard would press.
pub(crate) fn ring(renderer: &mut Renderer, theme: &Theme, bounds: Rectangle) {
    // light around dark, so that it shows on any ground
    for (color, width, out) in
        [(roles(theme).surface, measure::LINE, measure::LINE), (roles(theme).focus, measure::LINE_FOCUS, 0.0)]
    {
        let border = Border { color, width, radius: measure::RADIUS_L.into() };
        let bounds = bounds.expand(space::XS + out);
        renderer.fill_quad(Quad { bounds, border, ..Quad::default() }, Color::TRANSPARENT);
    }
}

struct Reachable<Message> {
    message: Option<Message>,
}

/// Whether the focus is here.
#[derive(Debug, Default)]
pub(crate) struct Focus(pub(crate) bool);

impl Focus {
    /// A press of the mouse, wherever it is, takes the focus away.
    pub(crate) fn leave_on_press<Message>(&mut self, event: &Event, shell: &mut Shell<'_, Message>) {
        if self.0 && matches!(event, Event::Mouse(mouse::Event::ButtonPressed(_))) {
            self.0 = false;
            shell.request_redraw();
        }
    }
}

impl Focusable for Focus {
    fn is_focused(&self) -> bool {
        self.0
    }

    fn focus(&mut self) {
        self.0 = true;
    }

    fn unfocus(&mut self) {
        self.0 = false;
    }
}

impl<Message: Clone> Addition<Message> for Reachable<Message> {
    type State = Focus;

    fn renew(&self, focus: &mut Focus) {
        focus.0 &= self.message.is_some();
    }

    fn draw(&self, focus: &Focus, renderer: &mut Renderer, theme: &Theme, bounds: Rectangle) {
        if focus.0 {
            ring(renderer, theme, bounds);
        }
    }

    fn operate(&self, focus: &mut Focus, bounds: Rectangle, operation: &mut dyn Operation) {
        if self.message.is_some() {
            operation.focusable(None, bounds, focus);
        }
    }

    fn before(&self, focus: &mut Focus, event: &Event, shell: &mut Shell<'_, Message>) {
        focus.leave_on_press(event, shell);
        match event {
            Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. })
                if focus.0 && modifiers.is_empty() && matches!(key, Key::Named(Named::Enter | Named::Space)) =>
            {
                if let Some(message) = self.message.clone() {
                    shell.publish(message);
                    shell.capture_event();
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widget::walk::{Way, step};
    use iced::Size;
    use iced::advanced::layout::{self, Layout};
    use iced::advanced::widget::Tree;
    use iced::widget::{button, column, text_input};
    use iced_test::core::widget::operation;

    #[test]
    fn tab_goes_through_fields_and_buttons_and_passes_over_what_is_off() {
        let press = |name: &'static str, on: bool| reachable(button(name), on.then_some(name));
        let view = column![press("one", true), press("off", false), text_input("", "").id("field"), press("two", true)];
        // the simulator lends no operations of its own, so Tab is played on the tree itself
        let mut element: Element<'_, &str> = view.into();
        let mut tree = Tree::new(&element);
        let settings = crate::ui::settings();
        let renderer = Renderer::new(settings.default_font, settings.default_text_size);
        let limits = layout::Limits::new(Size::ZERO, Size::new(300.0, 300.0));
        let node = element.as_widget_mut().layout(&mut tree, &renderer, &limits);
        let mut said = Vec::new();
        for _ in 0..3 {
            let mut operation: Box<dyn Operation> = Box::new(step(Way::Next));
            loop {
                element.as_widget_mut().operate(&mut tree, Layout::new(&node), &renderer, operation.as_mut());
                match operation.finish() {
                    operation::Outcome::Chain(next) => operation = next,
                    _ => break,
                }
            }
            let mut messages = Vec::new();
            let mut shell = Shell::new(&mut messages);
            let event = Event::Keyboard(keyboard::Event::KeyPressed {
                key: Key::Named(Named::Enter),
                modified_key: Key::Named(Named::Enter),
                physical_key: keyboard::key::Physical::Unidentified(keyboard::key::NativeCode::Unidentified),
                location: keyboard::Location::Standard,
                modifiers: keyboard::Modifiers::default(),
                repeat: false,
                text: None,
            });
            element.as_widget_mut().update(
                &mut tree,
                &event,
                Layout::new(&node),
                mouse::Cursor::Unavailable,
                &renderer,
                &mut iced::advanced::clipboard::Null,
                &mut shell,
                &Rectangle::INFINITE,
            );
            said.push(messages.first().copied());
        }
        assert_eq!(said, [Some("one"), None, Some("two")]);
    }
}
