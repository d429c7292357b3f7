//! The bundled font: read, reduced to the glyphs in use, handed to printpdf.

use super::used::Used;
use crate::document::font::{Face, FontError, Fonts, Glyph, Glyphs};
use printpdf::{FontId, Op, ParsedFont, PdfFontHandle, Pt, TextItem};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

/// The name of a face among a page's resources: short, as it stands on every page.
pub fn name(face: Face) -> &'static str {
    if face == Face::Regular { "R" } else { "B" }
}

/// The name of the artwork of a side among a page's resources.
pub fn artwork_name(back: bool) -> &'static str {
    if back { "K" } else { "F" }
}

pub fn id(face: Face) -> FontId {
    FontId(name(face).to_owned())
}

/// The characters that a font program shows; `None` when it is no TrueType font. A character without an outline
/// (other than the space) is not shown: nobody would see it.
pub fn glyphs(program: &[u8]) -> Option<Glyphs> {
    let parsed = ParsedFont::from_bytes(program, 0, &mut Vec::new())?;
    let outlines = Outlines::read(program)?;
    let per_em = u32::from(parsed.units_per_em);
    let mut glyphs = Glyphs::default();
    for (code, id) in &parsed.codepoint_to_glyph {
        let character = char::from_u32(*code)?;
        let has_code = u16::try_from(*code).is_ok();
        if *id != 0 && has_code && (character == ' ' || outlines.has(*id)) {
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

/// How a character stands in a page's content: as its Unicode code, so that pages can be written before it is known
/// which glyphs the document uses. [`glyphs`] leaves out what has no such code.
pub fn code(character: char) -> u16 {
    u16::try_from(u32::from(character)).unwrap_or_default()
}

/// A face reduced to the characters in use. printpdf alone would embed the whole program.
pub struct Subset {
    pub face: Face,
    pub font: ParsedFont,
    pub characters: Vec<char>,
    /// The glyph of each code from 0 to the last in use, two bytes each (ISO 32000-1, 9.7.4.3, `CIDToGIDMap`).
    pub glyphs: Vec<u8>,
}

/// The faces in use.
pub fn subsets(used: &Used, fonts: &Fonts) -> Result<Vec<Subset>, FontError> {
    used.faces().map(|(face, characters)| subset(face, characters, fonts)).collect()
}

fn subset(face: Face, characters: Vec<char>, fonts: &Fonts) -> Result<Subset, FontError> {
    let program = face.program();
    let mut font = ParsedFont::from_bytes(program, 0, &mut Vec::new()).ok_or(FontError::Unreadable(face))?;
    let widths = std::mem::take(&mut font.glyph_widths);
    font.codepoint_to_glyph.clear();
    let mut remapper = GlyphRemapper::new();
    let mut glyphs = Vec::new();
    for character in &characters {
        // what the font does not show was refused before (check.rs)
        if let Some(glyph) = fonts.glyph(face, *character) {
            let code = code(*character);
            // printpdf shall take codes for glyph numbers
            font.codepoint_to_glyph.insert(code.into(), code);
            font.glyph_widths.insert(code, widths.get(&glyph.id).copied().unwrap_or_default());
            glyphs.resize(usize::from(code) * 2, 0);
            glyphs.extend(remapper.remap(glyph.id).to_be_bytes());
        }
    }
    font.original_bytes =
        subsetter::subset(program, 0, &remapper).map_err(|cause| FontError::Subset { face, cause })?;
    font.font_name = Some(format!("{}+{}", tag(&font.original_bytes), face.name()));
    Ok(Subset { face, font, characters, glyphs })
}

/// Six letters that tell this subset from others of the same font (ISO 32000-1, 9.6.4).
fn tag(program: &[u8]) -> String {
    Sha256::digest(program).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
}

/// Shows every character in use once.
pub fn every_glyph(subsets: &[Subset]) -> Vec<Op> {
    let mut ops = vec![Op::StartTextSection];
    for subset in subsets {
        ops.push(Op::SetFont { font: PdfFontHandle::External(id(subset.face)), size: Pt(1.0) });
        ops.push(Op::ShowText { items: vec![TextItem::Text(subset.characters.iter().collect())] });
    }
    ops.push(Op::EndTextSection);
    ops
}
