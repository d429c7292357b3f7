//! A text in one line: where it has no room it ends in an ellipsis, and the whole of it shows while the mouse rests on it.

use super::resting::Resting;
use crate::ui::theme::{SANS, Tone, roles, text as size};
use iced::advanced::layout::{self, Layout};
use iced::advanced::text::{self, LineHeight, Paragraph as _, Renderer as _, Shaping, Wrapping};
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Shell, Widget, mouse, overlay, renderer};
use iced::{Element, Event, Length, Pixels, Rectangle, Renderer, Size, Theme, Vector};
use std::borrow::Cow;

type Paragraph = <Renderer as text::Renderer>::Paragraph;

/// See the module.
pub(crate) struct Line<'a> {
    content: Cow<'a, str>,
    size: f32,
    /// `None`: as what is around says.
    tone: Option<Tone>,
    width: Length,
}

/// Running text in one line.
pub(crate) fn line<'a>(content: impl Into<Cow<'a, str>>) -> Line<'a> {
    Line { content: content.into(), size: size::BODY, tone: None, width: Length::Shrink }
}

impl Line<'_> {
    pub(crate) fn size(self, size: f32) -> Self {
        Self { size, ..self }
    }

    pub(crate) fn tone(self, tone: Tone) -> Self {
        Self { tone: Some(tone), ..self }
    }

    pub(crate) fn width(self, width: impl Into<Length>) -> Self {
        Self { width: width.into(), ..self }
    }

    fn paragraph(&self, content: &str) -> Paragraph {
        Paragraph::with_text(text::Text {
            content,
            bounds: Size::INFINITE,
            size: Pixels(self.size),
            line_height: LineHeight::default(),
            font: SANS,
            align_x: text::Alignment::Left,
            align_y: iced::alignment::Vertical::Top,
            shaping: Shaping::Auto,
            wrapping: Wrapping::None,
        })
    }

    /// As much of the text as `room` holds, and whether that is less than all.
    fn fitted(&self, room: f32) -> (Paragraph, bool) {
        let whole = self.paragraph(&self.content);
        if whole.min_width() <= room {
            return (whole, false);
        }
        let ends: Vec<usize> = self.content.char_indices().map(|(at, _)| at).collect();
        let cut = |letters: usize| {
            let end = ends.get(letters).copied().unwrap_or(self.content.len());
            self.paragraph(&format!("{}…", self.content[..end].trim_end()))
        };
        let (mut fits, mut cuts) = (0, ends.len());
        while fits + 1 < cuts {
            let middle = usize::midpoint(fits, cuts);
            if cut(middle).min_width() <= room { fits = middle } else { cuts = middle }
        }
        (cut(fits), true)
    }
}

#[derive(Default)]
struct State {
    /// What was laid out, to be laid out again only where it is another thing.
    said: Option<(String, f32, f32)>,
    shown: Paragraph,
    is_cut: bool,
    rest: Resting<()>,
}

impl<'a, Message: 'a> Widget<Message, Theme, Renderer> for Line<'a> {
    fn size(&self) -> Size<Length> {
        Size::new(self.width, Length::Shrink)
    }

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn layout(&mut self, tree: &mut Tree, _: &Renderer, limits: &layout::Limits) -> layout::Node {
        let state = tree.state.downcast_mut::<State>();
        let limits = limits.width(self.width);
        let said = (self.content.to_string(), self.size, limits.max().width);
        if state.said.as_ref() != Some(&said) {
            (state.shown, state.is_cut) = self.fitted(said.2);
            state.rest.come(None);
            state.said = Some(said);
        }
        layout::Node::new(limits.resolve(self.width, Length::Shrink, state.shown.min_bounds()))
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let color = self.tone.map_or(style.text_color, |tone| tone.ink(roles(theme)));
        let state = tree.state.downcast_ref::<State>();
        renderer.fill_paragraph(&state.shown, layout.bounds().position(), color, *viewport);
    }

    fn operate(&mut self, _: &mut Tree, layout: Layout<'_>, _: &Renderer, operation: &mut dyn Operation) {
        operation.text(None, layout.bounds(), &self.content);
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _: &Renderer,
        _: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_mut::<State>();
        let Some(seen) = layout.bounds().intersection(viewport).filter(|_| state.is_cut) else { return };
        match event {
            Event::Mouse(mouse::Event::CursorMoved { .. } | mouse::Event::CursorLeft)
                if state.rest.come(cursor.is_over(seen).then_some(())) =>
            {
                shell.request_redraw();
            }
            Event::Window(iced::window::Event::RedrawRequested(now)) => {
                state.rest.frame(*now, shell, |()| Some((self.content.to_string(), layout.bounds())));
            }
            _ => {}
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        _: Layout<'b>,
        _: &Renderer,
        _: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        tree.state.downcast_ref::<State>().rest.overlay(translation)
    }
}

impl<'a, Message: 'a> From<Line<'a>> for Element<'a, Message> {
    fn from(line: Line<'a>) -> Self {
        Self::new(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_shows_what_its_room_holds_and_ends_in_an_ellipsis_only_where_that_is_not_all() {
        let name = "PT KARYA LOGAM NUSANTARA SEJAHTERA";
        let whole = line(name).paragraph(name).min_width();
        for room in [0.0, 9.0, 60.0, 200.0, whole - 1.0, whole, 2.0 * whole] {
            let (shown, is_cut) = line(name).fitted(room);
            assert_eq!(is_cut, room < whole, "{room}");
            let smallest = line("…").paragraph("…").min_width();
            assert!(shown.min_width() <= room.max(smallest), "{room}: {}", shown.min_width());
            assert!(room < smallest || shown.min_width() > room.min(whole) - 30.0, "{room}: {}", shown.min_width());
        }
    }
}
