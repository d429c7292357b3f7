//! A widget around one other: it sees events before and after it, and draws over it.

use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Renderer as _, Shell, Widget, mouse, overlay, renderer};
use iced::{Element, Event, Length, Rectangle, Renderer, Size, Theme, Vector};

/// What the widget around another adds to it.
pub(crate) trait Addition<Message> {
    /// What it remembers from frame to frame.
    type State: Default + 'static;

    /// The view was made anew.
    fn renew(&self, _: &mut Self::State) {}

    /// Where the content is drawn as one piece: a layer whose bounds changed is drawn again as a whole, however little of
    /// it the renderer believes to have changed.
    fn piece(&self, _: Rectangle) -> Option<Rectangle> {
        None
    }

    /// Whether keys, mouse and the way of Tab reach the content.
    fn passes(&self) -> bool {
        true
    }

    /// Draws over the content.
    fn draw(&self, _: &Self::State, _: &mut Renderer, _: &Theme, _: Rectangle) {}

    /// Takes part in an operation before the content does.
    fn operate(&self, _: &mut Self::State, _: Rectangle, _: &mut dyn Operation) {}

    /// Sees an event before the content does; an event that it captures goes no further.
    fn before(&self, _: &mut Self::State, _: &Event, _: &mut Shell<'_, Message>) {}

    /// Sees an event after the content did.
    fn after(&self, _: &mut Self::State, _: &Event, _: &mut Shell<'_, Message>) {}
}

/// The state in the tree of widgets; a bare `()` there would be taken for none.
struct Kept<S>(S);

struct Around<'a, Message, A> {
    content: Element<'a, Message>,
    addition: A,
}

/// Puts `addition` around `content`.
pub(crate) fn around<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
    addition: impl Addition<Message> + 'a,
) -> Element<'a, Message> {
    Element::new(Around { content: content.into(), addition })
}

impl<Message, A: Addition<Message>> Widget<Message, Theme, Renderer> for Around<'_, Message, A> {
    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Kept<A::State>>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Kept(A::State::default()))
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        self.addition.renew(&mut tree.state.downcast_mut::<Kept<A::State>>().0);
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
            let draw = |renderer: &mut Renderer| {
                self.content.as_widget().draw(&tree.children[0], renderer, theme, style, child, cursor, viewport);
            };
            match self.addition.piece(layout.bounds()) {
                Some(piece) => renderer.with_layer(piece, draw),
                None => draw(renderer),
            }
        }
        self.addition.draw(&tree.state.downcast_ref::<Kept<A::State>>().0, renderer, theme, layout.bounds());
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        self.addition.operate(&mut tree.state.downcast_mut::<Kept<A::State>>().0, layout.bounds(), operation);
        if !self.addition.passes() {
            return;
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
        self.addition.before(&mut tree.state.downcast_mut::<Kept<A::State>>().0, event, shell);
        let input = !matches!(event, Event::Window(_));
        if shell.is_event_captured() || (input && !self.addition.passes()) {
            return;
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
        self.addition.after(&mut tree.state.downcast_mut::<Kept<A::State>>().0, event, shell);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        if !self.addition.passes() {
            return mouse::Interaction::default();
        }
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
        let child = layout.children().next().filter(|_| self.addition.passes())?;
        self.content.as_widget_mut().overlay(&mut tree.children[0], child, renderer, viewport, translation)
    }
}
