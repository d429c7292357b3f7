//! A card as it will look, at true proportions: the plan of the page, drawn by the renderer of the window.

use crate::ui::theme::{BOLD, SANS};
use crate::workflow::template::{Drawing, MM_PER_POINT, Weight};
use iced::advanced::svg;
use iced::widget::canvas::{self, Cache, Frame, Geometry, Text};
use iced::{Color, Pixels, Point, Rectangle, Renderer, Size, Theme, mouse};

/// A side of a card with what was drawn of it last.
#[derive(Debug)]
pub(crate) struct Card {
    drawing: Drawing,
    artwork: svg::Handle,
    cache: Cache,
}

/// Where the baseline lies in a line of text of its own height, in em: both faces reach 1.069 up and 0.293 down, and
/// the renderer puts the middle of that in the middle of the line.
const BASELINE: f32 = (1.0 - 1.362) / 2.0 + 1.069;

impl Card {
    pub(crate) fn new(drawing: Drawing) -> Self {
        let artwork = svg::Handle::from_memory(drawing.svg.clone().into_bytes());
        Self { drawing, artwork, cache: Cache::new() }
    }

    /// Where the card lies within some bounds, and how many pixels a millimetre has there.
    pub(crate) fn fit(bounds: Size) -> (Rectangle, f32) {
        let (width, height) = CARD;
        let scale = (bounds.width / width).min(bounds.height / height);
        let (width, height) = (width * scale, height * scale);
        let rest = ((bounds.width - width) / 2.0, (bounds.height - height) / 2.0);
        (Rectangle { x: rest.0, y: rest.1, width, height }, scale)
    }

    /// The card, drawn once and kept until its size changes.
    fn geometry(&self, renderer: &Renderer, bounds: Size) -> Geometry {
        self.cache.draw(renderer, bounds, |frame| self.paint(frame))
    }

    fn paint(&self, frame: &mut Frame) {
        let (at, scale) = Self::fit(frame.size());
        frame.draw_svg(at, &self.artwork);
        for text in &self.drawing.texts {
            let size = narrow(text.size * MM_PER_POINT) * scale;
            let baseline = at.y + narrow(text.baseline) * scale;
            let crate::workflow::template::Colour(red, green, blue) = text.colour;
            frame.fill_text(Text {
                content: text.text.clone(),
                position: Point::new(at.x + narrow(text.x) * scale, baseline - BASELINE * size),
                color: Color::from_rgb8(red, green, blue),
                size: Pixels(size),
                line_height: iced::widget::text::LineHeight::Relative(1.0),
                font: if text.face == Weight::Bold { BOLD } else { SANS },
                ..Text::default()
            });
        }
    }
}

/// A card, mm.
const CARD: (f32, f32) = (85.60, 53.98);

#[expect(clippy::cast_possible_truncation, reason = "millimetres on a card")]
pub(crate) fn narrow(mm: f64) -> f32 {
    mm as f32
}

impl<Message> canvas::Program<Message> for Card {
    type State = ();

    fn draw(&self, (): &(), renderer: &Renderer, _: &Theme, bounds: Rectangle, _: mouse::Cursor) -> Vec<Geometry> {
        vec![self.geometry(renderer, bounds.size())]
    }
}
