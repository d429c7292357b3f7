//! Marks as a page's content. PDF measures in points from the lower left corner; a hundredth of a point (3.5 µm) is as
//! fine as numbers are written.
//!
//! The bytes are written straight away: a list of operators per page, as printpdf takes it, costs more time than
//! everything else about a page, and drops raw operators without a word unless it is told not to.

use super::{embed, picture, used::Used};
use crate::document::{
    Face,
    image::Image,
    layout::{Colour, MM_PER_POINT, Mark, Page, Size, Symbol, Text},
};
use lopdf::Object;
use std::{io::Write as _, sync::Arc};

/// A length or place in hundredths of a point.
type Hundredths = i64;

/// Millimetres as hundredths of a point.
pub fn hundredths(mm: f64) -> Hundredths {
    rounded(mm / MM_PER_POINT)
}

/// Millimetres as points, to a hundredth.
#[expect(clippy::cast_precision_loss, reason = "pages are small")]
pub fn points(mm: f64) -> f32 {
    hundredths(mm) as f32 / 100.0
}

/// A channel of a colour from 0 to 1, to a thousandth: finer than the 256 steps it comes from.
pub fn channel(value: u8) -> f32 {
    (f32::from(value) / 255.0 * 1000.0).round() / 1000.0
}

/// Points, rounded to hundredths.
#[expect(clippy::cast_possible_truncation, reason = "pages are small")]
fn rounded(points: f64) -> Hundredths {
    (points * 100.0).round() as Hundredths
}

/// The page's box. To a thousandth of a point: readers show its size in millimetres.
#[expect(clippy::cast_possible_truncation, reason = "PDF numbers are small")]
pub fn page_box(size: Size) -> Object {
    let length = |mm: f64| Object::Real(((mm / MM_PER_POINT * 1000.0).round() / 1000.0) as f32);
    Object::Array(vec![Object::Integer(0), Object::Integer(0), length(size.width), length(size.height)])
}

/// What the drawing state is, so that only changes are written.
#[derive(Default)]
struct State {
    in_text: bool,
    /// Where the last text began, while in text.
    at: (Hundredths, Hundredths),
    fill: Option<Colour>,
    line: Option<(Colour, Hundredths)>,
    font: Option<(Face, Hundredths)>,
    tracking: Hundredths,
}

/// Writes pages, one after the other into the same memory, and remembers what they use.
pub struct Writer<'a> {
    size: Size,
    height: Hundredths,
    state: State,
    bytes: Vec<u8>,
    used: &'a mut Used,
}

impl<'a> Writer<'a> {
    pub fn new(size: Size, used: &'a mut Used) -> Self {
        Self { size, height: hundredths(size.height), state: State::default(), bytes: Vec::new(), used }
    }

    /// The content of a page; good until the next.
    pub fn page(&mut self, page: &Page) -> &[u8] {
        self.state = State::default();
        self.bytes.clear();
        for mark in &page.marks {
            self.mark(mark);
        }
        self.leave_text();
        &self.bytes
    }

    fn mark(&mut self, mark: &Mark) {
        if let Mark::Text(text) = mark {
            return self.text(text);
        }
        self.leave_text();
        match mark {
            Mark::Text(_) => {}
            Mark::Rule(rule) => {
                let thickness = hundredths(rule.thickness);
                if self.state.line != Some((rule.colour, thickness)) {
                    self.state.line = Some((rule.colour, thickness));
                    self.colour(rule.colour, "RG");
                    self.numbers(&[thickness]);
                    self.put("w\n");
                }
                for ((x, y), operator) in [(rule.from, "m "), (rule.to, "l ")] {
                    self.numbers(&[hundredths(x), self.height - hundredths(y)]);
                    self.put(operator);
                }
                self.put("S\n");
            }
            Mark::Fill(fill) => {
                self.fill(fill.colour);
                let (width, height) = (hundredths(fill.size.width), hundredths(fill.size.height));
                let top = self.height - hundredths(fill.at.1);
                self.numbers(&[hundredths(fill.at.0), top - height, width, height]);
                self.put("re f\n");
            }
            Mark::Artwork { back, x, y } => {
                let bottom = self.height - hundredths(y + Size::CARD.height);
                self.put("q 1 0 0 1 ");
                self.numbers(&[hundredths(*x), bottom]);
                self.put("cm /");
                self.put(embed::artwork_name(*back));
                self.put(" Do Q\n");
            }
            Mark::Symbol(symbol) => self.symbol(symbol),
            Mark::Image { image, at, size } => self.image(image, *at, *size),
        }
    }

    fn text(&mut self, text: &Text) {
        if !self.state.in_text {
            self.put("BT\n");
            self.state.in_text = true;
            self.state.at = (0, 0);
        }
        self.fill(text.colour);
        let size = rounded(text.size);
        if self.state.font != Some((text.face, size)) {
            self.state.font = Some((text.face, size));
            self.put("/");
            self.put(embed::name(text.face));
            self.put(" ");
            self.numbers(&[size]);
            self.put("Tf\n");
        }
        let tracking = rounded(text.tracking);
        if self.state.tracking != tracking {
            self.state.tracking = tracking;
            self.numbers(&[tracking]);
            self.put("Tc\n");
        }
        let (x, y) = (hundredths(text.x), self.height - hundredths(text.baseline));
        self.numbers(&[x - self.state.at.0, y - self.state.at.1]);
        self.state.at = (x, y);
        self.put("Td(");
        self.used.text(text.face, &text.text);
        for character in text.text.chars() {
            for byte in embed::code(character).to_be_bytes() {
                self.string_byte(byte);
            }
        }
        self.put(")Tj\n");
    }

    /// A byte of a string: brackets and backslash mean something in it, and a bare return would be read as a new line.
    fn string_byte(&mut self, byte: u8) {
        match byte {
            b'\r' => self.put("\\r"),
            b'(' | b')' | b'\\' => self.bytes.extend([b'\\', byte]),
            _ => self.bytes.push(byte),
        }
    }

    /// One path of whole modules under one matrix: small, and without hairlines between the rows.
    fn symbol(&mut self, symbol: &Symbol) {
        self.fill(symbol.colour);
        let module = |length: f64, count: u16| length / MM_PER_POINT / f64::from(count.max(1));
        let width = module(symbol.size.width, symbol.modules.columns());
        let height = module(symbol.size.height, symbol.modules.rows());
        let (x, y) = (symbol.at.0 / MM_PER_POINT, (self.size.height - symbol.at.1) / MM_PER_POINT);
        // five digits: a hundredth of a point too much on each of 200 bars would be 0.7 mm
        let _ = writeln!(self.bytes, "q {width:.5} 0 0 {:.5} {x:.3} {y:.3} cm", -height);
        for (row, columns) in symbol.modules.runs() {
            let run = [columns.start.into(), row.into(), (columns.end - columns.start).into(), 1];
            self.numbers(&run.map(|whole: Hundredths| whole * 100));
            self.put("re\n");
        }
        self.put("f Q\n");
    }

    fn image(&mut self, image: &Arc<Image>, at: (f64, f64), size: Size) {
        self.used.picture(image);
        let (width, height) = (hundredths(size.width), hundredths(size.height));
        self.put("q ");
        self.numbers(&[width]);
        self.put("0 0 ");
        self.numbers(&[height, hundredths(at.0), self.height - hundredths(at.1) - height]);
        self.put("cm /");
        self.put(&picture::name(image));
        self.put(" Do Q\n");
    }

    fn leave_text(&mut self) {
        if self.state.in_text {
            self.put("ET\n");
            self.state.in_text = false;
        }
    }

    fn fill(&mut self, wanted: Colour) {
        if self.state.fill != Some(wanted) {
            self.state.fill = Some(wanted);
            self.colour(wanted, "rg");
        }
    }

    fn colour(&mut self, colour: Colour, operator: &str) {
        for channel in [colour.0, colour.1, colour.2] {
            thousandths(&mut self.bytes, (u32::from(channel) * 1000 + 127) / 255);
            self.put(" ");
        }
        self.put(operator);
        self.put("\n");
    }

    /// Numbers, each with a blank after it.
    fn numbers(&mut self, numbers: &[Hundredths]) {
        for number in numbers {
            decimal(&mut self.bytes, *number);
            self.bytes.push(b' ');
        }
    }

    fn put(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }
}

/// A number of hundredths as short as it can be written: `12.5`, `-3`, `.07`.
fn decimal(bytes: &mut Vec<u8>, number: Hundredths) {
    if number < 0 {
        bytes.push(b'-');
    }
    let (whole, rest) = (number.unsigned_abs() / 100, number.unsigned_abs() % 100);
    if whole > 0 || rest == 0 {
        integer(bytes, whole);
    }
    if rest > 0 {
        bytes.push(b'.');
        bytes.push(digit(rest / 10));
        if rest % 10 > 0 {
            bytes.push(digit(rest));
        }
    }
}

/// Thousandths of one, as [`channel`] makes them.
fn thousandths(bytes: &mut Vec<u8>, number: u32) {
    match number {
        0 => bytes.push(b'0'),
        1000.. => bytes.push(b'1'),
        _ => {
            let _ = write!(bytes, ".{number:03}"); // writing to memory cannot fail
            while bytes.last() == Some(&b'0') {
                bytes.pop();
            }
        }
    }
}

fn integer(bytes: &mut Vec<u8>, number: u64) {
    if number >= 10 {
        integer(bytes, number / 10);
    }
    bytes.push(digit(number));
}

/// The last digit of a number.
fn digit(number: u64) -> u8 {
    b'0' + (number % 10) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        let written = |number| {
            let mut bytes = Vec::new();
            decimal(&mut bytes, number);
            String::from_utf8(bytes).unwrap()
        };
        let numbers = [0, 7, 70, 100, 1250, -305, -1, 84_189, 100_000];
        assert_eq!(numbers.map(written), ["0", ".07", ".7", "1", "12.5", "-3.05", "-.01", "841.89", "1000"]);
        let channel = |number| {
            let mut bytes = Vec::new();
            thousandths(&mut bytes, number);
            String::from_utf8(bytes).unwrap()
        };
        assert_eq!([0, 4, 500, 999, 1000].map(channel), ["0", ".004", ".5", ".999", "1"]);
    }
}
