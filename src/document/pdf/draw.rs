//! Marks as PDF operators. PDF measures in points from the lower left corner; a hundredth of a point (3.5 µm) is
//! as fine as numbers are written.

use super::{embed, picture};
use crate::document::layout::{Colour, MM_PER_POINT, Mark, Page, Path, Segment, Shape, Size, Symbol, Text};
use lopdf::Object;
use printpdf::{
    Color, DictItem, ExternalStream, ExternalXObject, Line, LinePoint, Op, PaintMode, Point, Pt, Rect, Rgb, TextItem,
    TextMatrix, XObject, XObjectId, XObjectTransform,
};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Millimetres as points, to a hundredth.
#[expect(clippy::cast_possible_truncation, reason = "printpdf measures in f32, and pages are small")]
pub fn points(mm: f64) -> f32 {
    ((mm / MM_PER_POINT * 100.0).round() / 100.0) as f32
}

/// The page's box. To a thousandth of a point: readers show its size in millimetres.
#[expect(clippy::cast_possible_truncation, reason = "PDF numbers are small")]
pub fn page_box(size: Size) -> Object {
    let length = |mm: f64| Object::Real(((mm / MM_PER_POINT * 1000.0).round() / 1000.0) as f32);
    Object::Array(vec![Object::Integer(0), Object::Integer(0), length(size.width), length(size.height)])
}

/// What the drawing state is, so that only changes are written.
#[derive(Default)]
struct Pen {
    ops: Vec<Op>,
    height: f64,
    in_text: bool,
    fill: Option<Colour>,
    line: Option<(Colour, u32)>,
    font: Option<(crate::document::Face, u32)>,
    tracking: u32,
}

/// The operators of a page.
pub fn ops(page: &Page, size: Size) -> Vec<Op> {
    let mut pen = Pen { height: size.height, ops: Vec::with_capacity(page.marks.len() * 4), ..Pen::default() };
    for mark in &page.marks {
        pen.mark(mark);
    }
    pen.leave_text();
    pen.ops
}

impl Pen {
    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Text(text) => self.text(text),
            Mark::Rule(rule) => {
                self.leave_text();
                let thickness = points(rule.thickness);
                if self.line != Some((rule.colour, thickness.to_bits())) {
                    self.line = Some((rule.colour, thickness.to_bits()));
                    self.ops.push(Op::SetOutlineColor { col: colour(rule.colour) });
                    self.ops.push(Op::SetOutlineThickness { pt: Pt(thickness) });
                }
                let ends = [rule.from, rule.to].map(|(x, y)| LinePoint { p: self.point(x, y), bezier: false });
                self.ops.push(Op::DrawLine { line: Line { points: ends.to_vec(), is_closed: false } });
            }
            Mark::Fill(fill) => {
                self.leave_text();
                self.fill(fill.colour);
                let corner = self.point(fill.at.0, fill.at.1 + fill.size.height);
                let (width, height) = (Pt(points(fill.size.width)), Pt(points(fill.size.height)));
                let rectangle =
                    Rect { x: corner.x, y: corner.y, width, height, mode: Some(PaintMode::Fill), winding_order: None };
                self.ops.push(Op::DrawRectangle { rectangle });
            }
            Mark::Artwork { back, x, y } => {
                self.leave_text();
                let corner = self.point(*x, y + Size::CARD.height);
                let transform = XObjectTransform {
                    translate_x: Some(corner.x),
                    translate_y: Some(corner.y),
                    no_auto_scale: true,
                    ..XObjectTransform::default()
                };
                self.ops.push(Op::UseXobject { id: artwork_id(*back), transform });
            }
            Mark::Symbol(symbol) => self.symbol(symbol),
            Mark::Image { image, at, size } => {
                self.leave_text();
                let (x, y) = (points(at.0), points(self.height - at.1 - size.height));
                let (width, height, name) = (points(size.width), points(size.height), picture::name(image));
                let key = format!("q {width} 0 0 {height} {x} {y} cm /{name} Do Q");
                self.ops.push(Op::Unknown { key, value: Vec::new() });
            }
        }
    }

    fn text(&mut self, text: &Text) {
        if !self.in_text {
            self.ops.push(Op::StartTextSection);
            self.in_text = true;
        }
        self.fill(text.colour);
        let size = hundredths(text.size);
        if self.font != Some((text.face, size.to_bits())) {
            self.font = Some((text.face, size.to_bits()));
            self.ops.push(Op::SetFont { font: embed::handle(text.face), size: Pt(size) });
        }
        let tracking = hundredths(text.tracking);
        if self.tracking != tracking.to_bits() {
            self.tracking = tracking.to_bits();
            self.ops.push(Op::SetCharacterSpacing { multiplier: tracking });
        }
        let start = self.point(text.x, text.baseline);
        self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(start.x, start.y) });
        self.ops.push(Op::ShowText { items: vec![TextItem::Text(text.text.clone())] });
    }

    /// One path of whole modules under one matrix: small, and without hairlines between the rows.
    fn symbol(&mut self, symbol: &Symbol) {
        self.leave_text();
        self.fill(symbol.colour);
        let module = |length: f64, count: u16| length / MM_PER_POINT / f64::from(count.max(1));
        let width = module(symbol.size.width, symbol.modules.columns());
        let height = module(symbol.size.height, symbol.modules.rows());
        let (x, y) = (symbol.at.0 / MM_PER_POINT, (self.height - symbol.at.1) / MM_PER_POINT);
        // five digits: a hundredth of a point too much on each of 200 bars would be 0.7 mm
        let mut path = format!("q {width:.5} 0 0 {:.5} {x:.3} {y:.3} cm", -height);
        for (row, columns) in symbol.modules.runs() {
            let _ = write!(path, " {} {row} {} 1 re", columns.start, columns.len());
        }
        path.push_str(" f Q");
        self.ops.push(Op::Unknown { key: path, value: Vec::new() });
    }

    fn leave_text(&mut self) {
        if self.in_text {
            self.ops.push(Op::EndTextSection);
            self.in_text = false;
        }
    }

    fn fill(&mut self, wanted: Colour) {
        if self.fill != Some(wanted) {
            self.fill = Some(wanted);
            self.ops.push(Op::SetFillColor { col: colour(wanted) });
        }
    }

    fn point(&self, x: f64, y: f64) -> Point {
        Point { x: Pt(points(x)), y: Pt(points(self.height - y)) }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "sizes of text are small")]
fn hundredths(points: f64) -> f32 {
    ((points * 100.0).round() / 100.0) as f32
}

/// A channel from 0 to 1, to a thousandth: finer than the 256 steps it comes from.
fn channel(value: u8) -> f32 {
    (f32::from(value) / 255.0 * 1000.0).round() / 1000.0
}

fn colour(colour: Colour) -> Color {
    Color::Rgb(Rgb { r: channel(colour.0), g: channel(colour.1), b: channel(colour.2), icc_profile: None })
}

/// The name of a side's artwork among a page's resources.
pub fn artwork_id(back: bool) -> XObjectId {
    XObjectId(if back { "K" } else { "F" }.to_owned())
}

/// The artwork as one form that every card refers to. printpdf's own forms have no BBox and are not drawn.
pub fn artwork(shapes: &[Shape]) -> XObject {
    let mut art = Art { height: Size::CARD.height, content: String::new(), shadings: BTreeMap::new() };
    for shape in shapes {
        art.shape(shape);
    }
    let number = |mm: f64| DictItem::Real(points(mm));
    let edges = vec![DictItem::Int(0), DictItem::Int(0), number(Size::CARD.width), number(Size::CARD.height)];
    let resources = BTreeMap::from([("Shading".to_owned(), DictItem::Dict { map: art.shadings })]);
    let dict = BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Form")),
        ("FormType".to_owned(), DictItem::Int(1)),
        ("BBox".to_owned(), DictItem::Array(edges)),
        ("Resources".to_owned(), DictItem::Dict { map: resources }),
    ]);
    let stream = ExternalStream { dict, content: art.content.into_bytes(), compress: false };
    XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None })
}

fn name(name: &str) -> DictItem {
    DictItem::Name(name.as_bytes().to_vec())
}

/// Artwork as operators. Writing to a String cannot fail, so results are dropped.
struct Art {
    height: f64,
    content: String,
    shadings: BTreeMap<String, DictItem>,
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
                self.shadings.insert(id, shading);
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
    fn shading(&self, from: ((f64, f64), Colour), to: ((f64, f64), Colour)) -> DictItem {
        let reals = |values: Vec<f32>| DictItem::Array(values.into_iter().map(DictItem::Real).collect());
        let rgb = |colour: Colour| reals(vec![channel(colour.0), channel(colour.1), channel(colour.2)]);
        let function = BTreeMap::from([
            ("FunctionType".to_owned(), DictItem::Int(2)),
            ("Domain".to_owned(), reals(vec![0.0, 1.0])),
            ("C0".to_owned(), rgb(from.1)),
            ("C1".to_owned(), rgb(to.1)),
            ("N".to_owned(), DictItem::Int(1)),
        ]);
        let ends = [from.0, to.0].into_iter().flat_map(|(x, y)| [points(x), points(self.height - y)]).collect();
        let map = BTreeMap::from([
            ("ShadingType".to_owned(), DictItem::Int(2)),
            ("ColorSpace".to_owned(), name("DeviceRGB")),
            ("Coords".to_owned(), reals(ends)),
            ("Function".to_owned(), DictItem::Dict { map: function }),
            ("Extend".to_owned(), DictItem::Array(vec![DictItem::Bool(true), DictItem::Bool(true)])),
        ]);
        DictItem::Dict { map }
    }
}

fn channels(colour: Colour) -> String {
    format!("{} {} {}", channel(colour.0), channel(colour.1), channel(colour.2))
}
