//! Makes things to press reachable by Tab, and pressed by Enter or the space bar: iced itself moves the focus between
//! text fields only.

use crate::ui::theme::{measure, roles, space};
use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer::{self, Quad, Renderer as _};
use iced::advanced::widget::operation::Focusable;
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Shell, Widget, mouse, overlay};
use iced::border::Border;
use iced::keyboard::key::{Key, Named};
use iced::{Color, Element, Event, Length, Rectangle, Renderer, Size, Theme, Vector, keyboard};

/// A thing to press with what it says; `None` is passed over.
struct Reachable<'a, Message> {
    content: Element<'a, Message>,
    message: Option<Message>,
}

/// Gives a button or a box to tick a place in the order of Tab.
pub(crate) fn reachable<'a, Message: Clone + 'a>(
    content: impl Into<Element<'a, Message>>,
    message: Option<Message>,
) -> Element<'a, Message> {
    Element::new(Reachable { content: content.into(), message })
}

#[derive(Debug, Default)]
struct State {
    focused: bool,
}

impl Focusable for State {
    fn is_focused(&self) -> bool {
        self.focused
    }

    fn focus(&mut self) {
        self.focused = true;
    }

    fn unfocus(&mut self) {
        self.focused = false;
    }
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Reachable<'_, Message> {
    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        if self.message.is_none() {
            tree.state.downcast_mut::<State>().focused = false;
        }
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let child = self.content.as_widget_mut().layout(&mut tree.children[0], renderer, limits);
        layout::Node::with_children(child.size(), vec![child])
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        if let Some(child) = layout.children().next() {
            self.content.as_widget().draw(&tree.children[0], renderer, theme, style, child, cursor, viewport);
        }
        if tree.state.downcast_ref::<State>().focused {
            let border =
                Border { color: roles(theme).focus, width: measure::LINE_FOCUS, radius: measure::RADIUS_L.into() };
            let bounds = layout.bounds().expand(space::XS);
            renderer.fill_quad(Quad { bounds, border, ..Quad::default() }, Color::TRANSPARENT);
        }
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        if self.message.is_some() {
            operation.focusable(None, layout.bounds(), tree.state.downcast_mut::<State>());
        }
        if let Some(child) = layout.children().next() {
            self.content.as_widget_mut().operate(&mut tree.children[0], child, renderer, operation);
        }
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_mut::<State>();
        match event {
            Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. })
                if state.focused && modifiers.is_empty() && matches!(key, Key::Named(Named::Enter | Named::Space)) =>
            {
                if let Some(message) = self.message.clone() {
                    shell.publish(message);
                    shell.capture_event();
                    return;
                }
            }
            Event::Mouse(mouse::Event::ButtonPressed(_)) if state.focused => {
                state.focused = false;
                shell.request_redraw();
            }
            _ => {}
        }
        if let Some(child) = layout.children().next() {
            self.content.as_widget_mut().update(
                &mut tree.children[0],
                event,
                child,
                cursor,
                renderer,
                clipboard,
                shell,
                viewport,
            );
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        layout.children().next().map_or_else(mouse::Interaction::default, |child| {
            self.content.as_widget().mouse_interaction(&tree.children[0], child, cursor, viewport, renderer)
        })
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let child = layout.children().next()?;
        self.content.as_widget_mut().overlay(&mut tree.children[0], child, renderer, viewport, translation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use iced::widget::{button, column, text_input};
    use iced_test::core::widget::operation;
    use iced_test::core::widget::operation::focusable::focus_next;

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
            let mut operation: Box<dyn Operation> = Box::new(focus_next());
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
