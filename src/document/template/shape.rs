//! Vector artwork and pictures of a template.

use super::fault::Wrong;
use super::toml::{Reader, Table};
use super::{Picture, Side, path};
use crate::document::layout::{Colour, Path, Shape, Size};
use std::ops::RangeInclusive;

/// Where artwork may lie, mm: it may reach over the edge of the card, where it is cut off.
const ANYWHERE: RangeInclusive<f64> = -200.0..=200.0;
const LENGTH: RangeInclusive<f64> = 0.01..=400.0;

/// Reads the background and all shapes of a side.
pub fn read(reader: &mut Reader<'_>, table: Table<'_>, side: &mut Side) {
    if let Some(background) = reader.table(table, "background") {
        reader.only(background, &["colour", "image"]);
        side.colour = reader.colour(background, "colour");
        if let Some((file, image)) = reader.picture(background, "image") {
            side.pictures.push(Picture { file, image, at: (0.0, 0.0), size: Size::CARD, under: true });
        }
    }
    for table in reader.tables(table, "shape") {
        shape(reader, table, side);
    }
}

#[derive(Clone, Copy)]
enum Form {
    Rect,
    Ellipse,
    Line,
    Path,
    Image,
}

fn shape(reader: &mut Reader<'_>, table: Table<'_>, side: &mut Side) {
    const FORMS: [(&str, Form); 5] = [
        ("rect", Form::Rect),
        ("ellipse", Form::Ellipse),
        ("line", Form::Line),
        ("path", Form::Path),
        ("image", Form::Image),
    ];
    const PAINT: [&str; 5] = ["kind", "fill", "stroke", "thickness", "clip"];
    if !table.has("kind") {
        return reader.missing(table, "kind");
    }
    let Some(form) = reader.choice(table, "kind", &FORMS) else { return };
    let own: &[&str] = match form {
        Form::Rect => &["x", "y", "width", "height", "radius"],
        Form::Ellipse => &["x", "y", "width", "height"],
        Form::Line => &["from", "to"],
        Form::Path => &["d"],
        Form::Image => {
            reader.only(table, &["kind", "file", "x", "y", "width", "height"]);
            return picture(reader, table, side);
        }
    };
    reader.only(table, &[&PAINT[..], own].concat());
    let outline = match form {
        Form::Rect => {
            let (corner, extent) = place(reader, table);
            path::rectangle(corner, extent, reader.number(table, "radius", 0.0..=100.0).unwrap_or_default())
        }
        Form::Ellipse => {
            let ((x, y), (width, height)) = place(reader, table);
            path::ellipse((x + width / 2.0, y + height / 2.0), (width / 2.0, height / 2.0))
        }
        Form::Line => {
            let mut end = |key| {
                if !table.has(key) {
                    reader.missing(table, key);
                }
                reader.point(table, key).unwrap_or_default()
            };
            let (from, to) = (end("from"), end("to"));
            vec![
                crate::document::layout::Segment::Move(from.0, from.1),
                crate::document::layout::Segment::Line(to.0, to.1),
            ]
        }
        Form::Path | Form::Image => {
            if !table.has("d") {
                reader.missing(table, "d");
            }
            reader.path(table, "d").unwrap_or_default()
        }
    };
    paint(reader, table, outline, side);
}

fn place(reader: &mut Reader<'_>, table: Table<'_>) -> ((f64, f64), (f64, f64)) {
    let at = (reader.needed(table, "x", ANYWHERE), reader.needed(table, "y", ANYWHERE));
    (at, (reader.needed(table, "width", LENGTH), reader.needed(table, "height", LENGTH)))
}

fn picture(reader: &mut Reader<'_>, table: Table<'_>, side: &mut Side) {
    if !table.has("file") {
        reader.missing(table, "file");
    }
    let file = reader.picture(table, "file");
    let ((x, y), (width, height)) = place(reader, table);
    // A picture is not cut off at the edge: the card's neighbour on a sheet would get the rest of it.
    if x < 0.0 || y < 0.0 || x + width > Size::CARD.width + 1e-6 || y + height > Size::CARD.height + 1e-6 {
        reader.fault(table.line, Wrong::OutsideCard { what: "image".into() });
    }
    if let Some((file, image)) = file {
        side.pictures.push(Picture { file, image, at: (x, y), size: Size { width, height }, under: false });
    }
}

fn paint(reader: &mut Reader<'_>, table: Table<'_>, outline: Path, side: &mut Side) {
    if !table.has("fill") && !table.has("stroke") {
        reader.missing(table, "fill");
    }
    let mut shapes = Vec::new();
    if table.raw_text("fill").is_some() || !table.has("fill") {
        if let Some(colour) = reader.colour(table, "fill") {
            shapes.push(Shape::Filled(outline.clone(), colour));
        }
    } else if let Some(fill) = reader.table(table, "fill") {
        reader.only(fill, &["from", "to", "from_colour", "to_colour"]);
        for key in ["from", "to", "from_colour", "to_colour"] {
            if !fill.has(key) {
                reader.missing(fill, key);
            }
        }
        let mut end = |point, colour| -> Option<((f64, f64), Colour)> {
            Some((reader.point(fill, point)?, reader.colour(fill, colour)?))
        };
        if let (Some(from), Some(to)) = (end("from", "from_colour"), end("to", "to_colour")) {
            shapes.push(Shape::Shaded { path: outline.clone(), from, to });
        }
    }
    let thickness = reader.number(table, "thickness", 0.02..=20.0);
    if let Some(colour) = reader.colour(table, "stroke") {
        shapes.push(Shape::Stroked { path: outline, thickness: thickness.unwrap_or(0.2), colour });
    }
    match reader.path(table, "clip") {
        Some(clip) => side.art.push(Shape::Within(clip, shapes)),
        None => side.art.extend(shapes),
    }
}
