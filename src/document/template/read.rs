//! A template from its TOML.

use super::fault::{Fault, TemplateFaults, Wrong};
use super::field::{Align, Content, Field, Label};
use super::toml::{Reader, Table};
use super::{Side, Symbol, SymbolKind, Template, TemplateFile, check, shape};
use crate::document::{
    Face,
    layout::{Colour, Size},
};
use toml_edit::{Document, TomlError};

const INK: Colour = Colour(0, 0, 0);

/// Reads and checks a template.
pub fn template(name: &str, text: &str, files: &[TemplateFile]) -> Result<Template, TemplateFaults> {
    let mut reader = Reader::new(text, files);
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => return Err(TemplateFaults { name: name.to_owned(), faults: vec![syntax(&reader, &error)] }),
    };
    let root = Table::root(document.as_table());
    reader.only(root, &["title", "preprinted", "background", "shape", "field", "symbol", "back"]);
    let mut template = Template {
        name: name.to_owned(),
        title: reader.text(root, "title").unwrap_or_default(),
        preprinted: reader.switch(root, "preprinted"),
        front: side(&mut reader, root),
        back: None,
        text: text.to_owned(),
        files: Vec::new(),
    };
    if let Some(back) = reader.table(root, "back") {
        reader.only(back, &["background", "shape", "field", "symbol"]);
        template.back = Some(side(&mut reader, back));
    }
    // What was read wrong stands in the template as something else: looking further would only confuse.
    if reader.faults.is_empty() {
        check::template(&mut reader, root, &template);
        template.files = used(&template, files);
    }
    if reader.faults.is_empty() {
        return Ok(template);
    }
    let mut faults = reader.faults;
    faults.sort_by_key(|fault| fault.line);
    Err(TemplateFaults { name: name.to_owned(), faults })
}

/// The files that a template uses, by name.
fn used(template: &Template, files: &[TemplateFile]) -> Vec<TemplateFile> {
    let names = |file: &&TemplateFile| {
        template.sides().flat_map(|side| &side.pictures).any(|picture| picture.file == file.name)
    };
    let mut used: Vec<TemplateFile> = files.iter().filter(names).cloned().collect();
    used.sort_by(|one, other| one.name.cmp(&other.name));
    used
}

fn syntax(reader: &Reader<'_>, error: &TomlError) -> Fault {
    Fault { line: reader.line(error.span()), wrong: Wrong::Syntax }
}

/// The pictures that a text names.
pub fn pictures_named(text: &str) -> Vec<String> {
    let Ok(document) = Document::parse(text) else { return Vec::new() };
    let mut reader = Reader::new(text, &[]);
    let root = Table::root(document.as_table());
    let mut named = Vec::new();
    for side in [Some(root), reader.table(root, "back")].into_iter().flatten() {
        if let Some(background) = reader.table(side, "background") {
            named.extend(background.raw_text("image"));
        }
        named.extend(reader.tables(side, "shape").iter().filter_map(|shape| shape.raw_text("file")));
    }
    named.sort_unstable();
    named.dedup();
    named.into_iter().filter(|name| super::toml::is_file_name(name)).map(str::to_owned).collect()
}

fn side(reader: &mut Reader<'_>, table: Table<'_>) -> Side {
    let mut side = Side::default();
    shape::read(reader, table, &mut side);
    for table in reader.tables(table, "field") {
        side.fields.extend(field(reader, table));
    }
    for table in reader.tables(table, "symbol") {
        side.symbols.extend(symbol(reader, table));
    }
    side
}

fn field(reader: &mut Reader<'_>, table: Table<'_>) -> Option<Field> {
    const KNOWN: [&str; 12] =
        ["kind", "x", "y", "width", "height", "size", "smallest", "lines", "weight", "colour", "align", "label"];
    let content = content(reader, table)?;
    let own: &[&str] = match content {
        Content::Text(_) => &["text", "tracking"],
        Content::Nik { .. } => &["masked"],
        _ => &[],
    };
    reader.only(table, &[&KNOWN[..], own].concat());
    let x = reader.needed(table, "x", 0.0..=Size::CARD.width);
    let y = reader.needed(table, "y", 0.0..=Size::CARD.height);
    let width = reader.needed(table, "width", 0.5..=Size::CARD.width);
    let size = reader.needed(table, "size", 3.0..=72.0);
    let lines = lines(reader, table);
    let height = reader.number(table, "height", 0.0..=Size::CARD.height);
    if lines > 1 && height.is_none() {
        reader.missing(table, "height");
    }
    Some(Field {
        line: table.line,
        x,
        y,
        width,
        height: height.unwrap_or_default(),
        size,
        smallest: reader.number(table, "smallest", 3.0..=size).unwrap_or(size),
        lines,
        weight: weight(reader, table),
        colour: reader.colour(table, "colour").unwrap_or(INK),
        align: reader.choice(table, "align", &Align::ALL.map(|align| (align.as_str(), align))).unwrap_or_default(),
        tracking: reader.number(table, "tracking", 0.0..=5.0).unwrap_or_default(),
        label: reader.table(table, "label").map(|table| label(reader, table, &content, size)),
        content,
    })
}

/// The most lines of a field.
fn lines(reader: &mut Reader<'_>, table: Table<'_>) -> usize {
    let wanted = reader.number(table, "lines", 1.0..=4.0).unwrap_or(1.0);
    (1..=4u8).rev().find(|lines| f64::from(*lines) <= wanted).map_or(1, usize::from)
}

fn content(reader: &mut Reader<'_>, table: Table<'_>) -> Option<Content> {
    if !table.has("kind") {
        reader.missing(table, "kind");
        return None;
    }
    let key = reader.choice(table, "kind", &Content::KEYS.map(|key| (key, key)))?;
    Some(match key {
        "name" => Content::Name,
        "kpj" => Content::Kpj,
        "nik" => Content::Nik { masked: reader.switch(table, "masked") },
        "birth_date" => Content::BirthDate,
        "sex" => Content::Sex,
        "membership_date" => Content::MembershipDate,
        "programmes" => Content::Programmes,
        "company" => Content::Company,
        "npp" => Content::Npp,
        "branch" => Content::Branch,
        _ => {
            if !table.has("text") {
                reader.missing(table, "text");
            }
            Content::Text(reader.text(table, "text").unwrap_or_default())
        }
    })
}

fn weight(reader: &mut Reader<'_>, table: Table<'_>) -> Face {
    reader.choice(table, "weight", &[("regular", Face::Regular), ("bold", Face::Bold)]).unwrap_or(Face::Regular)
}

fn label(reader: &mut Reader<'_>, table: Table<'_>, content: &Content, field_size: f64) -> Label {
    let passport = matches!(content, Content::Nik { .. });
    let known = ["text", "size", "weight", "colour", "rise", "shift", "passport"];
    reader.only(table, if passport { &known } else { &known[..6] });
    if !table.has("text") {
        reader.missing(table, "text");
    }
    Label {
        text: reader.text(table, "text").unwrap_or_default(),
        passport: reader.text(table, "passport").unwrap_or_else(|| "Paspor".to_owned()),
        rise: reader.needed(table, "rise", -Size::CARD.height..=Size::CARD.height),
        shift: reader.number(table, "shift", -Size::CARD.width..=Size::CARD.width).unwrap_or_default(),
        size: reader.number(table, "size", 3.0..=72.0).unwrap_or_else(|| (field_size * 0.65).max(3.0)),
        weight: weight(reader, table),
        colour: reader.colour(table, "colour").unwrap_or(INK),
    }
}

fn symbol(reader: &mut Reader<'_>, table: Table<'_>) -> Option<Symbol> {
    if !table.has("kind") {
        reader.missing(table, "kind");
        return None;
    }
    let kind = reader.choice(table, "kind", &[("qr", SymbolKind::Qr), ("code128", SymbolKind::Code128)])?;
    let x = reader.needed(table, "x", 0.0..=Size::CARD.width);
    let y = reader.needed(table, "y", 0.0..=Size::CARD.height);
    let size = match kind {
        SymbolKind::Qr => {
            reader.only(table, &["kind", "x", "y", "size", "colour"]);
            // 21 modules and 4 of quiet zone on each side, 0.33 mm each
            let side = reader.needed(table, "size", 10.0..=50.0);
            Size { width: side, height: side }
        }
        SymbolKind::Code128 => {
            reader.only(table, &["kind", "x", "y", "width", "height", "colour"]);
            Size {
                // 112 modules and 10 of quiet zone on each side, 0.25 mm each
                width: reader.needed(table, "width", 33.0..=Size::CARD.width),
                height: reader.needed(table, "height", 3.0..=50.0),
            }
        }
    };
    if x + size.width > Size::CARD.width || y + size.height > Size::CARD.height {
        reader.fault(table.line, Wrong::OutsideCard { what: "symbol".into() });
    }
    Some(Symbol { kind, at: (x, y), size, colour: reader.colour(table, "colour").unwrap_or(INK) })
}
