//! Planned pages as PDF. printpdf makes the fonts, the shared artwork, the metadata and the pages' content; a few
//! pages at a time pass through it, and only their content is kept: the file around them is written here, because
//! printpdf holds a whole document in memory, repeats what pages can inherit and swallows write errors.

mod draw;
mod embed;
mod file;
mod object;
mod picture;

use super::{
    DocumentError, Face, Written,
    font::{Fonts, Glyph},
    image::Image,
    layout::{CAP_HEIGHT, Mark, Plan},
};
use crate::progress::Cancelled;
use chrono::{Datelike, NaiveDate};
use file::File;
use lopdf::{Dictionary, Object, ObjectId, Stream};
use printpdf::{Op, PdfDocument, PdfPage, PdfSaveOptions, Pt, date::OffsetDateTime};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    io::{BufWriter, Write},
    sync::Arc,
};

pub use embed::glyphs;

/// Marks that pass through printpdf together, in whole pages: some 160 cards. Fewer would spend the time on fonts, more
/// would take memory and answer a cancel late.
const CHUNK: usize = 2048;

/// What the document says about itself.
#[derive(Debug)]
pub struct About {
    pub title: String,
    pub author: String,
    /// Creation date, at midnight: the clock would make the bytes differ.
    pub date: NaiveDate,
}

/// The characters that a document shows, by face.
pub type Used = BTreeMap<Face, BTreeSet<char>>;

/// Writes a plan as one PDF; `report` hears how many cards are done.
pub fn write(
    plan: &dyn Plan,
    about: &About,
    fonts: &Fonts,
    output: &mut dyn Write,
    report: &dyn Fn(usize) -> Result<(), Cancelled>,
) -> Result<Written, DocumentError> {
    report(0)?;
    let mut used = Used::new();
    let mut pictures = BTreeMap::new();
    let mut seen = 0;
    for index in 0..plan.pages() {
        let page = plan.page(index);
        seen += page.marks.len();
        for mark in page.marks {
            match mark {
                Mark::Text(text) => used.entry(text.face).or_default().extend(text.text.chars()),
                Mark::Image { image, .. } => drop(pictures.entry(picture::name(&image)).or_insert(image)),
                _ => {}
            }
        }
        if seen >= CHUNK {
            seen = 0;
            report(0)?; // only to hear of a cancel
        }
    }
    let mut template = PdfDocument::new(&about.title);
    template.resources.fonts.map = embed::fonts(&used, fonts)?;
    let mut shell = Shell::new(&template, plan, about, &used)?;
    shell.add_pictures(&pictures)?;

    let mut file = File::new(BufWriter::with_capacity(1 << 16, output));
    file.header()?;
    let first_free = shell.objects.keys().map(|id| id.0).max().unwrap_or_default() + 1;
    file.reserve(first_free);
    for (id, object) in &shell.objects {
        if *id != shell.pages {
            file.object(id.0, object)?;
        }
    }
    let nodes = write_pages(plan, &template, &shell, &mut file, report)?;
    let mut root = page_node(&nodes, plan.pages());
    root.set("MediaBox", draw::page_box(plan.size()));
    root.set("Resources", Object::Dictionary(shell.resources));
    file.object(shell.pages.0, &Object::Dictionary(root))?;
    let sha256 = file.finish(shell.catalog, shell.info)?;
    Ok(Written { pages: plan.pages(), sha256 })
}

/// Draws all pages, a chunk at a time, and gives the nodes of the page tree that hold them.
fn write_pages<W: Write>(
    plan: &dyn Plan,
    template: &PdfDocument,
    shell: &Shell,
    file: &mut File<W>,
    report: &dyn Fn(usize) -> Result<(), Cancelled>,
) -> Result<Vec<ObjectId>, DocumentError> {
    let mut nodes = Vec::new();
    let mut chunk = PdfDocument { resources: template.resources.clone(), ..PdfDocument::new("") };
    let mut next = 0;
    while next < plan.pages() {
        let (mut marks, mut done) = (0, 0);
        chunk.pages.clear();
        while next < plan.pages() && marks < CHUNK {
            let page = plan.page(next);
            marks += page.marks.len();
            done = page.done;
            chunk.pages.push(printed(plan, draw::ops(&page, plan.size())));
            next += 1;
        }
        let node = file.next_id();
        let mut kids = Vec::with_capacity(chunk.pages.len());
        let drawn = made(&chunk)?;
        for page in drawn.page_iter() {
            let content = drawn.get_dictionary(page)?.get(b"Contents")?.as_reference()?;
            let content = &drawn.get_object(content)?.as_stream()?.content;
            let content_id = file.next_id();
            file.stream(content_id.0, content)?;
            let page_id = file.next_id();
            let page = Dictionary::from_iter([
                ("Type", Object::Name(b"Page".to_vec())),
                ("Parent", Object::Reference(node)),
                ("Contents", Object::Reference(content_id)),
            ]);
            file.object(page_id.0, &Object::Dictionary(page))?;
            kids.push(page_id);
        }
        let mut tree = page_node(&kids, kids.len());
        tree.set("Parent", Object::Reference(shell.pages));
        file.object(node.0, &Object::Dictionary(tree))?;
        nodes.push(node);
        report(done)?;
    }
    Ok(nodes)
}

fn page_node(kids: &[ObjectId], count: usize) -> Dictionary {
    Dictionary::from_iter([
        ("Type", Object::Name(b"Pages".to_vec())),
        ("Kids", Object::Array(kids.iter().map(|id| Object::Reference(*id)).collect())),
        ("Count", Object::Integer(i64::try_from(count).unwrap_or(i64::MAX))),
    ])
}

fn printed(plan: &dyn Plan, ops: Vec<Op>) -> PdfPage {
    PdfPage::new(Pt(draw::points(plan.size().width)).into(), Pt(draw::points(plan.size().height)).into(), ops)
}

/// A document as printpdf makes it. What it only warns of (a text outside a text section, a font without a program)
/// would be a page with something missing: an error here.
fn made(document: &PdfDocument) -> Result<lopdf::Document, DocumentError> {
    // `secure` would drop the raw paths of symbols without a word
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    let mut warnings = Vec::new();
    let made = document.to_lopdf_document(&options, &mut warnings);
    match warnings.into_iter().next() {
        Some(warning) => Err(DocumentError::Drawing(warning.msg)),
        None => Ok(made),
    }
}

/// Everything of the document but its pages.
struct Shell {
    objects: BTreeMap<ObjectId, Object>,
    pages: ObjectId,
    catalog: ObjectId,
    info: ObjectId,
    /// Fonts and artwork, inherited by every page.
    resources: Dictionary,
}

impl Shell {
    /// Lets printpdf make a document of one page that shows every glyph in use, for the font's width and Unicode
    /// tables, and takes that page out again.
    fn new(template: &PdfDocument, plan: &dyn Plan, about: &About, used: &Used) -> Result<Self, DocumentError> {
        let mut seeded = template.clone();
        seeded.metadata.info.document_title.clone_from(&about.title);
        seeded.metadata.info.author.clone_from(&about.author);
        seeded.metadata.info.creator = "Cetak KPJ".into();
        seeded.metadata.info.producer = concat!("Cetak KPJ ", env!("CARGO_PKG_VERSION"), " (printpdf)").into();
        let date = midnight(about.date);
        seeded.metadata.info.creation_date = date;
        seeded.metadata.info.modification_date = date;
        seeded.metadata.info.metadata_date = date;
        for back in [false, true] {
            let shapes = plan.artwork(back);
            if !shapes.is_empty() {
                seeded.resources.xobjects.map.insert(draw::artwork_id(back), draw::artwork(shapes));
            }
        }
        seeded.pages.push(printed(plan, embed::every_glyph(used)));

        let mut made = made(&seeded)?;
        let page_id = made.page_iter().next().ok_or(lopdf::Error::ObjectNotFound((0, 0)))?;
        let page = made.get_dictionary(page_id)?.clone();
        let resources_id = page.get(b"Resources")?.as_reference()?;
        let mut resources = made.get_dictionary(resources_id)?.clone();
        let mut unused = vec![page_id, resources_id, page.get(b"Contents")?.as_reference()?];
        for empty in ["ExtGState", "Shading"] {
            if let Some(id) = resources.remove(empty.as_bytes()) {
                unused.push(id.as_reference()?);
            }
        }
        if seeded.resources.xobjects.map.is_empty()
            && let Some(id) = resources.remove(b"XObject")
        {
            unused.push(id.as_reference()?);
        }
        for id in unused {
            made.objects.remove(&id);
        }
        let catalog = made.trailer.get(b"Root")?.as_reference()?;
        let info = made.trailer.get(b"Info")?.as_reference()?;
        let pages = made.get_dictionary(catalog)?.get(b"Pages")?.as_reference()?;
        describe(made.get_dictionary_mut(catalog)?, plan);
        let about = made.get_dictionary_mut(info)?;
        about.remove(b"GTS_PDFXVersion"); // it claims a standard that this document does not follow
        for empty in ["Identifier", "Subject", "Keywords"] {
            about.remove(empty.as_bytes());
        }
        for object in made.objects.values_mut() {
            match object {
                Object::Stream(stream) => *stream = compressed(stream)?,
                // printpdf gives the ascent for it
                Object::Dictionary(font) if font.has_type(b"FontDescriptor") => font.set("CapHeight", cap_height()),
                _ => {}
            }
        }
        Ok(Self { objects: made.objects, pages, catalog, info, resources })
    }
}

impl Shell {
    fn add_pictures(&mut self, pictures: &BTreeMap<String, Arc<Image>>) -> Result<(), DocumentError> {
        if pictures.is_empty() {
            return Ok(());
        }
        let mut named = match self.resources.get(b"XObject") {
            Ok(Object::Reference(id)) => self.objects.get(id).map(Object::as_dict).transpose()?.cloned(),
            _ => None,
        }
        .unwrap_or_default();
        for (name, image) in pictures {
            let mask = picture::opacity(image).map(|mask| self.add(mask));
            let colours = self.add(picture::colours(image, mask));
            named.set(name.as_str(), Object::Reference(colours));
        }
        self.resources.set("XObject", named);
        Ok(())
    }

    fn add(&mut self, stream: Stream) -> ObjectId {
        let id = (self.objects.keys().map(|id| id.0).max().unwrap_or_default() + 1, 0);
        self.objects.insert(id, Object::Stream(stream));
        id
    }
}

/// The language for screen readers, the title in the window, and for cards no scaling when printing: they are cut to
/// size. A receipt may shrink to the paper in the printer.
fn describe(catalog: &mut Dictionary, plan: &dyn Plan) {
    catalog.set("Lang", Object::string_literal("id-ID"));
    let mut preferences = Dictionary::from_iter([("DisplayDocTitle", Object::Boolean(true))]);
    if plan.has_cards() {
        preferences.set("PrintScaling", Object::Name(b"None".to_vec()));
    }
    catalog.set("ViewerPreferences", preferences);
}

/// In thousandths of an em.
#[expect(clippy::cast_possible_truncation, reason = "a height below one em")]
fn cap_height() -> Object {
    Object::Integer((CAP_HEIGHT * 1000.0).round() as i64)
}

fn compressed(stream: &Stream) -> Result<Stream, DocumentError> {
    let mut dictionary = stream.dict.clone();
    dictionary.set("Filter", Object::Name(b"FlateDecode".to_vec()));
    Ok(Stream::new(dictionary, file::deflate(&stream.content)?))
}

fn midnight(date: NaiveDate) -> OffsetDateTime {
    use printpdf::date::{Date, Offset, Time};
    OffsetDateTime {
        date: Date {
            year: date.year(),
            month: u8::try_from(date.month()).unwrap_or(1),
            day: u8::try_from(date.day()).unwrap_or(1),
        },
        time: Time { hour: 0, minute: 0, second: 0, millisecond: 0 },
        offset: Offset { hours: 0, minutes: 0, seconds: 0, milliseconds: 0 },
    }
}

/// Glyphs by character.
type Glyphs = HashMap<char, Glyph>;

#[cfg(test)]
mod tests;
