//! The bundled font: read, reduced to the glyphs in use, handed to printpdf.

use super::{Glyphs, Used};
use crate::document::font::{Face, FontError, Fonts, Glyph};
use printpdf::{FontId, Op, ParsedFont, PdfFont, PdfFontHandle, Pt, TextItem};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

/// The name of a face among a page's resources: short, as it stands on every page.
pub fn id(face: Face) -> FontId {
    FontId(if face == Face::Regular { "R" } else { "B" }.to_owned())
}

pub fn handle(face: Face) -> PdfFontHandle {
    PdfFontHandle::External(id(face))
}

/// The characters that a font program shows; `None` when it is no TrueType font. A character without an outline
/// (other than the space) is not shown: nobody would see it.
pub fn glyphs(program: &[u8]) -> Option<Glyphs> {
    let parsed = ParsedFont::from_bytes(program, 0, &mut Vec::new())?;
    let outlines = Outlines::read(program)?;
    let per_em = u32::from(parsed.units_per_em);
    let mut glyphs = Glyphs::new();
    for (code, id) in &parsed.codepoint_to_glyph {
        let character = char::from_u32(*code)?;
        if *id != 0 && (character == ' ' || outlines.has(*id)) {
            let units = u32::from(parsed.get_glyph_width(*id)?);
            let advance = u16::try_from((units * 1000).checked_div(per_em)?).ok()?;
            glyphs.insert(character, Glyph { id: *id, advance });
        }
    }
    Some(glyphs)
}

/// Which glyphs have an outline: the `loca` table gives the others no bytes.
struct Outlines<'a> {
    table: &'a [u8],
    long: bool,
}

impl<'a> Outlines<'a> {
    fn read(program: &'a [u8]) -> Option<Self> {
        let long = u16_at(table(program, *b"head")?, 50)? == 1;
        Some(Self { table: table(program, *b"loca")?, long })
    }

    fn has(&self, id: u16) -> bool {
        let at = |n: usize| {
            if self.long { u32_at(self.table, n * 4) } else { u16_at(self.table, n * 2).map(u32::from) }
        };
        let id = usize::from(id);
        matches!((at(id), at(id + 1)), (Some(start), Some(end)) if end > start)
    }
}

fn table(program: &[u8], tag: [u8; 4]) -> Option<&[u8]> {
    let count = usize::from(u16_at(program, 4)?);
    let record = (0..count).map(|n| 12 + n * 16).find(|at| program.get(*at..at + 4) == Some(tag.as_slice()))?;
    let offset = usize::try_from(u32_at(program, record + 8)?).ok()?;
    let length = usize::try_from(u32_at(program, record + 12)?).ok()?;
    program.get(offset..offset.checked_add(length)?)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// The faces in use, each reduced to the characters in use. printpdf alone would embed the whole program.
pub fn fonts(used: &Used, fonts: &Fonts) -> Result<BTreeMap<FontId, PdfFont>, FontError> {
    let mut embedded = BTreeMap::new();
    for (face, characters) in used {
        let program = face.program();
        let whole = ParsedFont::from_bytes(program, 0, &mut Vec::new()).ok_or(FontError::Unreadable(*face))?;
        let mut font = whole.clone();
        font.codepoint_to_glyph.clear();
        font.glyph_widths.clear();
        let mut remapper = GlyphRemapper::new();
        for character in characters {
            // what the font does not show was refused before (check.rs)
            if let Some(glyph) = fonts.glyph(*face, *character) {
                let id = remapper.remap(glyph.id);
                font.codepoint_to_glyph.insert(u32::from(*character), id);
                font.glyph_widths.insert(id, whole.get_glyph_width(glyph.id).unwrap_or_default());
            }
        }
        font.original_bytes =
            subsetter::subset(program, 0, &remapper).map_err(|cause| FontError::Subset { face: *face, cause })?;
        font.font_name = Some(format!("{}+{}", tag(&font.original_bytes), face.name()));
        embedded.insert(id(*face), PdfFont::new(font));
    }
    Ok(embedded)
}

/// Six letters that tell this subset from others of the same font (ISO 32000-1, 9.6.4).
fn tag(program: &[u8]) -> String {
    Sha256::digest(program).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

/// Shows every character in use once.
pub fn every_glyph(used: &Used) -> Vec<Op> {
    let mut ops = vec![Op::StartTextSection];
    for (face, characters) in used {
        ops.push(Op::SetFont { font: handle(*face), size: Pt(1.0) });
        ops.push(Op::ShowText { items: vec![TextItem::Text(characters.iter().collect())] });
    }
    ops.push(Op::EndTextSection);
    ops
}
