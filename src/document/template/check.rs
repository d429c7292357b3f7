//! What a good template must be, beyond being well written.

use super::fault::Wrong;
use super::toml::{Reader, Table};
use super::{Content, Field, Template};
use crate::document::font::{Fonts, fonts};
use crate::document::layout::{CAP_HEIGHT, MM_PER_POINT, Size, line, sex_on_card};
use crate::domain::Sex;

/// The longest name of a list, in characters; seen to fit even in the widest letter.
pub const LONGEST_NAME: usize = 60;
/// The widest letter of names; a few signs are wider, such as № and the long dash.
pub const WIDEST: char = 'W';

/// How far letters reach below their baseline, in em.
const DESCENT: f64 = 0.25;

/// Looks at every field of both sides, and at what must not be missing.
pub fn template(reader: &mut Reader<'_>, root: Table<'_>, template: &Template) {
    // Without the font no card can be written either, and that is said where it is tried.
    let Ok(fonts) = fonts() else { return };
    for side in template.sides() {
        for field in &side.fields {
            inside(reader, fonts, field);
            glyphs(reader, fonts, field);
            fits(reader, fonts, field);
        }
    }
    if !template.preprinted {
        for needed in ["name", "kpj", "nik"] {
            if template.sides().flat_map(|side| &side.fields).all(|field| field.content.key() != needed) {
                reader.fault(root.line, Wrong::FieldMissing { what: needed.to_owned() });
            }
        }
    }
}

/// Nothing of a field may reach over the edge.
fn inside(reader: &mut Reader<'_>, fonts: &Fonts, field: &Field) {
    let key = field.content.key();
    let across = |start: f64, width: f64| start >= -1e-6 && start + width <= Size::CARD.width + 1e-6;
    let cap = field.size * CAP_HEIGHT * MM_PER_POINT;
    let down = field.y - field.height.max(cap) >= -1e-6
        && field.y + field.smallest * DESCENT * MM_PER_POINT <= Size::CARD.height + 1e-6;
    if !down || !across(field.align.start(field.x, field.width), field.width) {
        reader.fault(field.line, Wrong::OutsideCard { what: key.to_owned() });
    }
    let Some(label) = &field.label else { return };
    let (left, top, width, height) = label.room(fonts, field);
    if top < -1e-6 || top + height > Size::CARD.height + 1e-6 || !across(left, width) {
        reader.fault(field.line, Wrong::OutsideCard { what: format!("{key}.label") });
    }
}

/// Words of the template itself must be printable.
fn glyphs(reader: &mut Reader<'_>, fonts: &Fonts, field: &Field) {
    let label = field.label.iter().flat_map(|label| [&label.text, &label.passport]);
    let fixed = if let Content::Text(text) = &field.content { Some(text) } else { None };
    for text in label.chain(fixed) {
        if let Some(character) = line(text).chars().find(|c| !fonts.covers(*c)) {
            reader.fault(field.line, Wrong::MissingGlyph { character });
        }
    }
}

/// The longest that can stand in a field must fit whole. What has no longest (a company's name, a branch, a passport
/// number) is looked at when cards are made.
fn fits(reader: &mut Reader<'_>, fonts: &Fonts, field: &Field) {
    let longest: Vec<String> = match &field.content {
        Content::Name => vec![WIDEST.to_string().repeat(LONGEST_NAME)],
        Content::Kpj => vec!["8".repeat(11)],
        Content::Nik { masked } => vec![if *masked { "888888******8888".to_owned() } else { "8".repeat(16) }],
        Content::BirthDate | Content::MembershipDate => vec!["28-08-2088".to_owned()],
        Content::Sex => [Sex::Male, Sex::Female].map(|sex| sex_on_card(sex).to_owned()).to_vec(),
        Content::Npp => vec!["WW888888".to_owned()],
        Content::Text(text) => vec![line(text)],
        Content::Programmes | Content::Company | Content::Branch => Vec::new(),
    };
    if longest.iter().any(|text| !text.is_empty() && field.fitted(fonts, text).is_none()) {
        reader.fault(field.line, Wrong::TooNarrow { what: field.content.key().to_owned() });
    }
}
