//! Artwork as one form that every card refers to. printpdf's own forms have no BBox and are not drawn.

use super::content::{channel, points};
use crate::document::layout::{Colour, Path, Segment, Shape, Size};
use lopdf::{Dictionary, Object, Stream};
use std::fmt::Write as _;

/// The artwork of a side of a card.
pub fn form(shapes: &[Shape]) -> Stream {
    let mut art = Art { height: Size::CARD.height, content: String::new(), shadings: Dictionary::new() };
    for shape in shapes {
        art.shape(shape);
    }
    let edges = [0.0, 0.0, points(Size::CARD.width), points(Size::CARD.height)];
    let dictionary = Dictionary::from_iter([
        ("Type", name("XObject")),
        ("Subtype", name("Form")),
        ("BBox", reals(&edges)),
        ("Resources", Object::Dictionary(Dictionary::from_iter([("Shading", Object::Dictionary(art.shadings))]))),
    ]);
    Stream::new(dictionary, art.content.into_bytes())
}

fn name(name: &str) -> Object {
    Object::Name(name.into())
}

fn reals(values: &[f32]) -> Object {
    Object::Array(values.iter().copied().map(Object::Real).collect())
}

/// Artwork as operators. Writing to a String cannot fail, so results are dropped.
struct Art {
    height: f64,
    content: String,
    shadings: Dictionary,
}

impl Art {
    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Filled(path, colour) => {
                let _ = writeln!(self.content, "{} rg", channels(*colour));
                self.path(path);
                self.content.push_str("f\n");
            }
            Shape::Stroked { path, thickness, colour } => {
                let _ = writeln!(self.content, "{} RG {} w 1 J", channels(*colour), points(*thickness));
                self.path(path);
                self.content.push_str("S\n");
            }
            Shape::Shaded { path, from, to } => {
                let id = format!("S{}", self.shadings.len());
                self.content.push_str("q\n");
                self.path(path);
                let _ = writeln!(self.content, "W n /{id} sh Q");
                let shading = self.shading(*from, *to);
                self.shadings.set(id, shading);
            }
            Shape::Within(path, shapes) => {
                self.content.push_str("q\n");
                self.path(path);
                self.content.push_str("W n\n");
                for shape in shapes {
                    self.shape(shape);
                }
                self.content.push_str("Q\n");
            }
        }
    }

    fn path(&mut self, path: &Path) {
        for segment in path {
            let _ = match segment {
                Segment::Move(x, y) => writeln!(self.content, "{} m", self.pair((*x, *y))),
                Segment::Line(x, y) => writeln!(self.content, "{} l", self.pair((*x, *y))),
                Segment::Curve([first, second, end]) => {
                    let (first, second, end) = (self.pair(*first), self.pair(*second), self.pair(*end));
                    writeln!(self.content, "{first} {second} {end} c")
                }
                Segment::Close => writeln!(self.content, "h"),
            };
        }
    }

    fn pair(&self, (x, y): (f64, f64)) -> String {
        format!("{} {}", points(x), points(self.height - y))
    }

    /// An axial gradient (ISO 32000-1, 8.7.4.5.3) that goes on beyond both ends.
    fn shading(&self, from: ((f64, f64), Colour), to: ((f64, f64), Colour)) -> Object {
        let rgb = |colour: Colour| reals(&[channel(colour.0), channel(colour.1), channel(colour.2)]);
        let function = Dictionary::from_iter([
            ("FunctionType", Object::Integer(2)),
            ("Domain", reals(&[0.0, 1.0])),
            ("C0", rgb(from.1)),
            ("C1", rgb(to.1)),
            ("N", Object::Integer(1)),
        ]);
        let place = |(x, y): (f64, f64)| [points(x), points(self.height - y)];
        let shading = Dictionary::from_iter([
            ("ShadingType", Object::Integer(2)),
            ("ColorSpace", name("DeviceRGB")),
            ("Coords", reals(&[place(from.0), place(to.0)].concat())),
            ("Function", Object::Dictionary(function)),
            ("Extend", Object::Array(vec![Object::Boolean(true), Object::Boolean(true)])),
        ]);
        Object::Dictionary(shading)
    }
}

fn channels(colour: Colour) -> String {
    format!("{} {} {}", channel(colour.0), channel(colour.1), channel(colour.2))
}
