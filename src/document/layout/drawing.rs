//! One side of a card for a screen: everything but the texts as SVG, the texts as they are planned, so that both can be
//! drawn at any size, in the proportions of print.

use super::{Colour, Facts, Mark, Path, Segment, Shape, Size, Text, card};
use crate::document::{
    font::Fonts,
    template::{Template, TemplateFile},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use std::fmt::Write as _;

/// A side of a card, mm.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// The card.
    pub size: Size,
    /// An SVG of the card's size without texts; its user unit is a millimetre.
    pub svg: String,
    /// The texts; none has extra space between its characters, as those are texts of their own.
    pub texts: Vec<Text>,
}

/// Draws the front or the back of a card; `None` where the template has no back.
pub(in crate::document) fn drawing(
    fonts: &Fonts,
    template: &Template,
    back: bool,
    facts: Facts<'_>,
) -> Option<Drawing> {
    let side = if back { template.back.as_ref()? } else { &template.front };
    let Size { width, height } = Size::CARD;
    let mut svg = Svg { body: String::new(), definitions: String::new(), ids: 0 };
    let mut texts = Vec::new();
    for mark in card::side(fonts, side, back, facts, (0.0, 0.0)) {
        match mark {
            Mark::Text(text) if text.tracking > 0.0 => texts.extend(spread(fonts, &text)),
            Mark::Text(text) => texts.push(text),
            Mark::Artwork { .. } => side.art.iter().for_each(|shape| svg.shape(shape)),
            Mark::Image { image, at: (x, y), size } => {
                let file = template.files.iter().find(|file| file.image() == Some(&image));
                if let Some(TemplateFile { bytes, .. }) = file {
                    let kind = if bytes.starts_with(b"\x89PNG") { "png" } else { "jpeg" };
                    let _ = write!(
                        svg.body,
                        "<image x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" preserveAspectRatio=\"none\" \
                         href=\"data:image/{kind};base64,{}\"/>",
                        size.width,
                        size.height,
                        STANDARD.encode(bytes)
                    );
                }
            }
            mark => svg.mark(&mark),
        }
    }
    let Svg { body, definitions, .. } = svg;
    // writing to a String cannot fail, here and below
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\">\
         <defs>{definitions}</defs><rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>{body}</svg>"
    );
    Some(Drawing { size: Size::CARD, svg, texts })
}

/// A letterspaced text as single characters, each at its place.
fn spread<'a>(fonts: &'a Fonts, text: &'a Text) -> impl Iterator<Item = Text> + 'a {
    let mut next = text.x;
    text.text.chars().filter_map(move |character| {
        let x = next;
        let one = character.to_string();
        next += (fonts.em(text.face, &one) * text.size + text.tracking) * super::MM_PER_POINT;
        (character != ' ').then(|| Text { x, text: one, tracking: 0.0, ..text.clone() })
    })
}

struct Svg {
    body: String,
    definitions: String,
    ids: usize,
}

impl Svg {
    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Fill(fill) => {
                let ((x, y), Size { width, height }) = (fill.at, fill.size);
                let _ = write!(
                    self.body,
                    "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
                    hex(fill.colour)
                );
            }
            Mark::Rule(rule) => {
                let ((x1, y1), (x2, y2)) = (rule.from, rule.to);
                let _ = write!(
                    self.body,
                    "<path d=\"M{x1} {y1}L{x2} {y2}\" stroke=\"{}\" stroke-width=\"{}\"/>",
                    hex(rule.colour),
                    rule.thickness
                );
            }
            Mark::Symbol(symbol) => {
                let (columns, rows) = (f64::from(symbol.modules.columns()), f64::from(symbol.modules.rows()));
                let (across, down) = (symbol.size.width / columns, symbol.size.height / rows);
                let _ = write!(
                    self.body,
                    "<path transform=\"translate({} {}) scale({across} {down})\" shape-rendering=\"crispEdges\" fill=\"{}\" d=\"",
                    symbol.at.0,
                    symbol.at.1,
                    hex(symbol.colour)
                );
                for (row, run) in symbol.modules.runs() {
                    let _ = write!(self.body, "M{} {row}h{}v1h-{}z", run.start, run.len(), run.len());
                }
                self.body.push_str("\"/>");
            }
            Mark::Text(_) | Mark::Artwork { .. } | Mark::Image { .. } => {}
        }
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            Shape::Filled(path, colour) => {
                let _ = write!(self.body, "<path d=\"{}\" fill=\"{}\"/>", data(path), hex(*colour));
            }
            Shape::Stroked { path, thickness, colour } => {
                let _ = write!(
                    self.body,
                    "<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{thickness}\" stroke-linecap=\"round\"/>",
                    data(path),
                    hex(*colour)
                );
            }
            Shape::Shaded { path, from, to } => {
                let id = self.id();
                let (((x1, y1), first), ((x2, y2), second)) = (from, to);
                let _ = write!(
                    self.definitions,
                    "<linearGradient id=\"{id}\" gradientUnits=\"userSpaceOnUse\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\">\
                     <stop offset=\"0\" stop-color=\"{}\"/><stop offset=\"1\" stop-color=\"{}\"/></linearGradient>",
                    hex(*first),
                    hex(*second)
                );
                let _ = write!(self.body, "<path d=\"{}\" fill=\"url(#{id})\"/>", data(path));
            }
            Shape::Within(path, shapes) => {
                let id = self.id();
                let _ = write!(self.definitions, "<clipPath id=\"{id}\"><path d=\"{}\"/></clipPath>", data(path));
                let _ = write!(self.body, "<g clip-path=\"url(#{id})\">");
                for shape in shapes {
                    self.shape(shape);
                }
                self.body.push_str("</g>");
            }
        }
    }

    fn id(&mut self) -> String {
        self.ids += 1;
        format!("d{}", self.ids)
    }
}

fn hex(Colour(red, green, blue): Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn data(path: &Path) -> String {
    path.iter().fold(String::new(), |mut data, segment| {
        let _ = match segment {
            Segment::Move(x, y) => write!(data, "M{x:.3} {y:.3}"),
            Segment::Line(x, y) => write!(data, "L{x:.3} {y:.3}"),
            Segment::Curve(points) => {
                data.push('C');
                points.iter().try_for_each(|(x, y)| write!(data, "{x:.3} {y:.3} "))
            }
            Segment::Close => write!(data, "Z"),
        };
        data
    })
}
