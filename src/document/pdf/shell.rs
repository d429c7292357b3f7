//! Everything of a document but its pages. printpdf makes it: a document of one page that shows every glyph in use
//! gives the fonts with their width and Unicode tables, and the metadata; that page is taken out again.

use super::{About, archival, art, embed, file::packed, picture, used::Used};
use crate::document::{
    DocumentError,
    font::Fonts,
    layout::{CAP_HEIGHT, Plan},
};
use chrono::{Datelike, NaiveDate};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use printpdf::{PdfDocument, PdfFont, PdfPage, PdfSaveOptions, Pt, date::OffsetDateTime};
use std::collections::BTreeMap;

const CREATOR: &str = "Cetak KPJ";
const PRODUCER: &str = concat!("Cetak KPJ ", env!("CARGO_PKG_VERSION"), " (printpdf)");

/// Objects that come after the pages.
pub struct Shell {
    pub objects: BTreeMap<ObjectId, Object>,
    pub catalog: ObjectId,
    pub info: ObjectId,
    /// Fonts, artwork and pictures, inherited by every page.
    pub resources: Dictionary,
}

impl Shell {
    /// `pages` is the root of the page tree; the objects are numbered from `first`.
    pub fn new(
        plan: &dyn Plan,
        about: &About,
        used: &Used,
        fonts: &Fonts,
        pages: ObjectId,
        first: u32,
    ) -> Result<Self, DocumentError> {
        let subsets = embed::subsets(used, fonts)?;
        let mut made = made(&seeded(about, &subsets))?;
        made.renumber_objects_with(first);

        let page_id = made.page_iter().next().ok_or(lopdf::Error::ObjectNotFound((0, 0)))?;
        let page = made.get_dictionary(page_id)?.clone();
        let seeds = page.get(b"Resources")?.as_reference()?;
        let named_fonts = made.get_dictionary(seeds)?.get(b"Font").cloned();
        let catalog = made.trailer.get(b"Root")?.as_reference()?;
        let info = made.trailer.get(b"Info")?.as_reference()?;
        let root = made.get_dictionary(catalog)?.get(b"Pages")?.as_reference()?;
        let mut unused = vec![page_id, seeds, page.get(b"Contents")?.as_reference()?, root];
        let named = made.get_dictionary(seeds)?.iter().filter(|(key, _)| *key != b"Font");
        unused.extend(named.filter_map(|(_, empty)| empty.as_reference().ok()));
        for id in unused {
            made.objects.remove(&id);
        }

        describe(made.get_dictionary_mut(catalog)?, plan, pages);
        let information = made.get_dictionary_mut(info)?;
        information.remove(b"GTS_PDFXVersion"); // it claims a standard that this document does not follow
        for empty in ["Identifier", "Subject", "Keywords"] {
            information.remove(empty.as_bytes());
        }
        let intent = archival::intent(&mut made);
        made.get_dictionary_mut(catalog)?.set("OutputIntents", intent);
        let mut resources = Dictionary::new();
        if let (false, Ok(named_fonts)) = (subsets.is_empty(), named_fonts) {
            resources.set("Font", named_fonts);
        }
        for subset in subsets {
            map_glyphs(&mut made, &subset)?;
        }
        for object in made.objects.values_mut() {
            // printpdf gives the ascent for it
            if let Object::Dictionary(font) = object
                && font.has_type(b"FontDescriptor")
            {
                font.set("CapHeight", cap_height());
            }
        }
        let drawn = drawn(&mut made, plan, used);
        if !drawn.is_empty() {
            resources.set("XObject", drawn);
        }
        for object in made.objects.values_mut() {
            if let Object::Stream(stream) = object
                && !stream.dict.has(b"Filter")
            {
                *stream = packed(stream)?;
            }
        }
        let metadata = made.add_object(archival::metadata(about, CREATOR, PRODUCER));
        made.get_dictionary_mut(catalog)?.set("Metadata", metadata);
        Ok(Self { objects: made.objects, catalog, info, resources })
    }
}

/// Metadata and fonts, with a page that shows every glyph.
fn seeded(about: &About, subsets: &[embed::Subset]) -> PdfDocument {
    let mut seeded = PdfDocument::new(&about.title);
    let info = &mut seeded.metadata.info;
    info.author.clone_from(&about.author);
    info.creator = CREATOR.into();
    info.producer = PRODUCER.into();
    let date = midnight(about.date);
    info.creation_date = date;
    info.modification_date = date;
    info.metadata_date = date;
    for subset in subsets {
        seeded.resources.fonts.map.insert(embed::id(subset.face), PdfFont::new(subset.font.clone()));
    }
    seeded.pages.push(PdfPage::new(Pt(1.0).into(), Pt(1.0).into(), embed::every_glyph(subsets)));
    seeded
}

/// A document as printpdf makes it. What it only warns of (a text outside a text section, a font without a program)
/// would be something missing: an error here.
fn made(document: &PdfDocument) -> Result<Document, DocumentError> {
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    let mut warnings = Vec::new();
    let made = document.to_lopdf_document(&options, &mut warnings);
    match warnings.into_iter().next() {
        Some(warning) => Err(DocumentError::Drawing(warning.msg)),
        None => Ok(made),
    }
}

/// Puts the way from codes to glyphs beside the font of a subset.
fn map_glyphs(made: &mut Document, subset: &embed::Subset) -> Result<(), DocumentError> {
    let map = made.add_object(Stream::new(Dictionary::new(), subset.glyphs.clone()));
    let name = subset.font.font_name.as_deref().unwrap_or_default().as_bytes();
    let font = made.objects.values_mut().filter_map(|object| object.as_dict_mut().ok()).find(|font| {
        font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Type0")
            && font.get(b"BaseFont").and_then(Object::as_name).is_ok_and(|base| base == name)
    });
    let missing = || DocumentError::Drawing(format!("no font {}", subset.face.name()));
    let descendants = font.ok_or_else(missing)?.get_mut(b"DescendantFonts")?.as_array_mut()?;
    descendants.first_mut().ok_or_else(missing)?.as_dict_mut()?.set("CIDToGIDMap", Object::Reference(map));
    Ok(())
}

/// Artwork and pictures, by name.
fn drawn(made: &mut Document, plan: &dyn Plan, used: &Used) -> Dictionary {
    let mut named = Dictionary::new();
    for back in [false, true] {
        let shapes = plan.artwork(back);
        if !shapes.is_empty() {
            named.set(embed::artwork_name(back), Object::Reference(made.add_object(art::form(shapes))));
        }
    }
    for (name, image) in used.pictures() {
        let mask = picture::opacity(image).map(|mask| made.add_object(mask));
        let colours = made.add_object(picture::colours(image, mask));
        named.set(name.as_str(), Object::Reference(colours));
    }
    named
}

/// The language for screen readers, the title in the window, and for cards no scaling when printing: they are cut to
/// size. A receipt may shrink to the paper in the printer.
fn describe(catalog: &mut Dictionary, plan: &dyn Plan, pages: ObjectId) {
    catalog.set("Pages", Object::Reference(pages));
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
