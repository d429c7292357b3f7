//! The artwork of a card: our own, and no institution's logo (an office puts its own into its template).

use super::{Colour, Path, Segment, Shape, Size};
use Segment::{Close, Curve, Line, Move};

const W: f64 = Size::CARD.width;
const H: f64 = Size::CARD.height;

const PAPER: Colour = Colour(0xFD, 0xFE, 0xFE);
const MIST: Colour = Colour(0xDF, 0xF0, 0xEC);
const THREAD: Colour = Colour(0xC3, 0xE2, 0xDB);
const DEEP: Colour = Colour(0x06, 0x3F, 0x5C);
const SEA: Colour = Colour(0x0A, 0x80, 0x72);
const RING: Colour = Colour(0x1C, 0x8F, 0x86);
const LEAF: Colour = Colour(0x8F, 0xCB, 0x5B);

/// The front of a card, 85.60 × 53.98 mm, from its top left corner, to the very edge: the rounded corners are the
/// card's own, not the drawing's.
#[must_use]
pub fn front() -> Vec<Shape> {
    let mut shapes =
        vec![Shape::Shaded { path: rectangle(0.0, 0.0, W, H), from: ((W * 0.25, H * 0.2), PAPER), to: ((W, H), MIST) }];
    shapes.extend(threads());
    shapes.push(Shape::Filled(band(0.75), LEAF));
    shapes.push(Shape::Shaded { path: band(0.0), from: ((0.0, 0.0), DEEP), to: ((W, 10.0), SEA) });
    shapes.push(Shape::Within(band(0.0), rings()));
    shapes.push(Shape::Shaded { path: rectangle(0.0, H - 1.5, W, 1.5), from: ((0.0, H), DEEP), to: ((W, H), SEA) });
    shapes
}

fn rectangle(x: f64, y: f64, width: f64, height: f64) -> Path {
    vec![Move(x, y), Line(x + width, y), Line(x + width, y + height), Line(x, y + height), Close]
}

/// The head of the card: full width, its lower edge one slow wave, `lower` mm further down.
fn band(lower: f64) -> Path {
    vec![
        Move(0.0, 0.0),
        Line(W, 0.0),
        Line(W, 12.0 + lower * 2.2),
        Curve([(W * 0.70, 16.6 + lower * 1.6), (W * 0.36, 11.6 + lower), (0.0, 15.2 + lower * 0.6)]),
        Close,
    ]
}

/// Rings in the right of the head, as of something that spreads.
fn rings() -> Vec<Shape> {
    (0..6).map(|n| stroke(circle(W - 6.0, 16.5, 3.6 + 2.9 * f64::from(n)), 0.28, RING)).collect()
}

/// Fine crossing waves behind the numbers, as on papers that are hard to copy.
fn threads() -> Vec<Shape> {
    (0..16)
        .map(|n| {
            let step = f64::from(n) / 15.0;
            let path = vec![
                Move(26.0 + 16.0 * step, H),
                Curve([
                    (46.0 + 6.0 * step, H - 3.0 - 22.0 * step),
                    (58.0 - 10.0 * step, 30.0 + 20.0 * step),
                    (W, 43.0 - 26.0 * step),
                ]),
            ];
            stroke(path, 0.13, THREAD)
        })
        .collect()
}

fn stroke(path: Path, thickness: f64, colour: Colour) -> Shape {
    Shape::Stroked { path, thickness, colour }
}

fn circle(x: f64, y: f64, radius: f64) -> Path {
    let k = radius * 0.552_284_75; // handles of a quarter circle
    vec![
        Move(x + radius, y),
        Curve([(x + radius, y + k), (x + k, y + radius), (x, y + radius)]),
        Curve([(x - k, y + radius), (x - radius, y + k), (x - radius, y)]),
        Curve([(x - radius, y - k), (x - k, y - radius), (x, y - radius)]),
        Curve([(x + k, y - radius), (x + radius, y - k), (x + radius, y)]),
        Close,
    ]
}
