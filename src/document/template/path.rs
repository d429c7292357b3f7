//! Path data as SVG writes it.

use crate::document::layout::{Path, Segment};
use svgtypes::{SimplePathSegment, SimplifyingPathParser};

/// The farthest a path may reach from the card's corner, mm: what lies beyond the card is not seen anyway.
const FAR: f64 = 1000.0;

/// The path; `None` where the data is wrong, empty or out of all bounds.
pub fn parse(data: &str) -> Option<Path> {
    let mut path = Path::new();
    let mut here = (0.0, 0.0);
    for segment in SimplifyingPathParser::from(data) {
        let segment = match segment.ok()? {
            SimplePathSegment::MoveTo { x, y } => Segment::Move(x, y),
            SimplePathSegment::LineTo { x, y } => Segment::Line(x, y),
            SimplePathSegment::CurveTo { x1, y1, x2, y2, x, y } => Segment::Curve([(x1, y1), (x2, y2), (x, y)]),
            SimplePathSegment::Quadratic { x1, y1, x, y } => quadratic(here, (x1, y1), (x, y)),
            SimplePathSegment::ClosePath => Segment::Close,
        };
        let points: &[(f64, f64)] = match &segment {
            Segment::Move(x, y) | Segment::Line(x, y) => &[(*x, *y)],
            Segment::Curve(points) => points,
            Segment::Close => &[],
        };
        if points.iter().any(|(x, y)| !(x.abs() <= FAR && y.abs() <= FAR)) {
            return None;
        }
        here = points.last().copied().unwrap_or(here);
        path.push(segment);
    }
    if path.is_empty() { None } else { Some(path) }
}

/// A quadratic curve as the cubic that PDF knows.
fn quadratic(from: (f64, f64), handle: (f64, f64), to: (f64, f64)) -> Segment {
    let towards = |end: (f64, f64)| (end.0 + (handle.0 - end.0) * 2.0 / 3.0, end.1 + (handle.1 - end.1) * 2.0 / 3.0);
    Segment::Curve([towards(from), towards(to), to])
}

/// A rectangle, its corners rounded.
pub fn rectangle((x, y): (f64, f64), (width, height): (f64, f64), radius: f64) -> Path {
    let radius = radius.min(width / 2.0).min(height / 2.0);
    let (right, bottom) = (x + width, y + height);
    if radius <= 0.0 {
        return vec![
            Segment::Move(x, y),
            Segment::Line(right, y),
            Segment::Line(right, bottom),
            Segment::Line(x, bottom),
            Segment::Close,
        ];
    }
    let near = radius * (1.0 - ROUND);
    vec![
        Segment::Move(x + radius, y),
        Segment::Line(right - radius, y),
        Segment::Curve([(right - near, y), (right, y + near), (right, y + radius)]),
        Segment::Line(right, bottom - radius),
        Segment::Curve([(right, bottom - near), (right - near, bottom), (right - radius, bottom)]),
        Segment::Line(x + radius, bottom),
        Segment::Curve([(x + near, bottom), (x, bottom - near), (x, bottom - radius)]),
        Segment::Line(x, y + radius),
        Segment::Curve([(x, y + near), (x + near, y), (x + radius, y)]),
        Segment::Close,
    ]
}

/// Handles of a quarter circle of radius 1.
const ROUND: f64 = 0.552_284_75;

/// An ellipse around a point.
pub fn ellipse((x, y): (f64, f64), (wide, high): (f64, f64)) -> Path {
    let (k, l) = (wide * ROUND, high * ROUND);
    vec![
        Segment::Move(x + wide, y),
        Segment::Curve([(x + wide, y + l), (x + k, y + high), (x, y + high)]),
        Segment::Curve([(x - k, y + high), (x - wide, y + l), (x - wide, y)]),
        Segment::Curve([(x - wide, y - l), (x - k, y - high), (x, y - high)]),
        Segment::Curve([(x + k, y - high), (x + wide, y - l), (x + wide, y)]),
        Segment::Close,
    ]
}
