//! Changes to a template's text that leave the rest of it, comments too, as its author wrote it.

use super::Part;
use crate::document::layout::{CAP_HEIGHT, MM_PER_POINT};
use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value, value};

/// The kinds of symbols that can be added.
pub const SYMBOLS: [&str; 2] = ["qr", "code128"];

/// How far above its field a new label stands, mm.
const ABOVE: f64 = 1.0;

/// A part of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Whether it is on the back.
    pub back: bool,
    /// Which it is on its side.
    pub part: Part,
}

/// What a key becomes.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// A number, to a hundredth.
    Number(f64),
    /// A text.
    Text(String),
    /// Gone: the key's default then counts.
    Nothing,
}

/// The text with some keys of a part changed; `None` where the text is no TOML or has no such part.
#[must_use]
pub fn change(text: &str, place: Place, changes: &[(&str, Change)]) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let table = table(&mut document, place)?;
    for (key, change) in changes {
        let new: Value = match change {
            Change::Number(number) => rounded(*number),
            Change::Text(text) => text.as_str().into(),
            Change::Nothing => {
                table.remove(key);
                continue;
            }
        };
        match table.get_mut(key).and_then(Item::as_value_mut) {
            Some(old) => {
                let decor = old.decor().clone();
                *old = new;
                *old.decor_mut() = decor;
            }
            None => {
                table.insert(key, value(new));
            }
        }
    }
    Some(document.to_string())
}

/// The text with a part put somewhere, as [`Side::place`](super::Side::place) counts.
#[must_use]
pub fn put(text: &str, place: Place, (x, y): (f64, f64)) -> Option<String> {
    let changes = match place.part {
        Part::Field(_) | Part::Symbol(_) => [("x", Change::Number(x)), ("y", Change::Number(y))],
        Part::Label(_) => {
            let shift = if x.abs() < 0.005 { Change::Nothing } else { Change::Number(x) };
            [("shift", shift), ("rise", Change::Number(-y))]
        }
    };
    change(text, place, &changes)
}

/// The text with one more field, or symbol (`qr`, `code128`), in the middle of the card, and where that is.
#[must_use]
pub fn add(text: &str, back: bool, kind: &str) -> Option<(String, Place)> {
    let mut document: DocumentMut = text.parse().ok()?;
    let mut table = Table::new();
    table.insert("kind", value(kind));
    if kind == "text" {
        table.insert("text", value("Teks"));
    }
    let is_symbol = SYMBOLS.contains(&kind);
    let numbers: &[(&str, f64)] = match kind {
        "qr" => &[("x", 34.5), ("y", 18.5), ("size", 16.0)],
        "code128" => &[("x", 22.8), ("y", 22.0), ("width", 40.0), ("height", 8.0)],
        "name" => &[
            ("x", 12.8),
            ("y", 34.0),
            ("width", 60.0),
            ("size", 9.0),
            ("smallest", 5.0),
            ("height", 8.0),
            ("lines", 3.0),
        ],
        _ => &[("x", 12.8), ("y", 34.0), ("width", 60.0), ("size", 9.0), ("smallest", 5.0)],
    };
    for (key, number) in numbers {
        table.insert(key, value(rounded(*number)));
    }
    let key = if is_symbol { "symbol" } else { "field" };
    let tables = side(&mut document, back)?
        .entry(key)
        .or_insert(Item::ArrayOfTables(ArrayOfTables::new()))
        .as_array_of_tables_mut()?;
    tables.push(table);
    let at = tables.len() - 1;
    let part = if is_symbol { Part::Symbol(at) } else { Part::Field(at) };
    Some((document.to_string(), Place { back, part }))
}

/// The text with a label above a field.
#[must_use]
pub fn label(text: &str, back: bool, field: usize, words: &str) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let field = table(&mut document, Place { back, part: Part::Field(field) })?;
    let mut label = InlineTable::new();
    label.insert("text", words.into());
    // above the tallest line that may stand there
    let number = |key: &str| super::toml::number(field.get(key)?);
    let capital = number("size")? * CAP_HEIGHT * MM_PER_POINT;
    label.insert("rise", rounded(number("height").unwrap_or_default().max(capital) + ABOVE));
    field.insert("label", value(label));
    Some(document.to_string())
}

/// The text without a part; a field takes its label along.
#[must_use]
pub fn remove(text: &str, place: Place) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    match place.part {
        Part::Field(at) | Part::Symbol(at) => {
            let tables = tables(&mut document, place)?;
            if at >= tables.len() {
                return None;
            }
            tables.remove(at);
        }
        Part::Label(at) => {
            table(&mut document, Place { part: Part::Field(at), ..place })?.remove("label")?;
        }
    }
    Some(document.to_string())
}

fn side(document: &mut DocumentMut, back: bool) -> Option<&mut Table> {
    if back { document.get_mut("back")?.as_table_mut() } else { Some(document.as_table_mut()) }
}

/// The tables of the parts of one kind.
fn tables(document: &mut DocumentMut, place: Place) -> Option<&mut ArrayOfTables> {
    let key = if matches!(place.part, Part::Symbol(_)) { "symbol" } else { "field" };
    side(document, place.back)?.get_mut(key)?.as_array_of_tables_mut()
}

fn table(document: &mut DocumentMut, place: Place) -> Option<&mut dyn TableLike> {
    match place.part {
        Part::Field(at) | Part::Symbol(at) => Some(tables(document, place)?.get_mut(at)?),
        Part::Label(at) => tables(document, place)?.get_mut(at)?.get_mut("label")?.as_table_like_mut(),
    }
}

/// A whole number without its point.
fn rounded(number: f64) -> Value {
    let number = (number * 100.0).round() / 100.0;
    #[expect(clippy::cast_possible_truncation, reason = "lengths on a card")]
    let whole = number as i64;
    #[expect(clippy::cast_precision_loss, reason = "lengths on a card")]
    if (number - whole as f64).abs() < f64::EPSILON { whole.into() } else { number.into() }
}

#[cfg(test)]
mod tests {
    use super::super::{Content, SHIPPED, Template};
    use super::*;

    #[test]
    fn a_change_touches_its_own_line_and_nothing_else() {
        let text = SHIPPED[0].1;
        let place = Place { back: false, part: Part::Field(3) };
        let field = |text: &str| Template::parse("x", text, &[]).unwrap().front.fields[3].clone();
        let changed = change(text, place, &[("x", Change::Number(7.25)), ("size", Change::Number(12.0))]).unwrap();
        let differing: Vec<_> = text.lines().zip(changed.lines()).filter(|(old, new)| old != new).collect();
        assert_eq!(differing, [("x = 6", "x = 7.25"), ("size = 12.5", "size = 12")]);
        assert_eq!((field(&changed).x, field(&changed).size), (7.25, 12.0));

        let aligned = change(text, place, &[("align", Change::Text("right".into()))]).unwrap();
        let back = change(&aligned, place, &[("align", Change::Nothing)]).unwrap();
        assert_eq!(back, text, "taken back, it is as it was");

        let none = Place { back: true, ..place };
        assert_eq!((change("x = [", place, &[]), remove(text, none)), (None, None));
    }

    #[test]
    fn everything_that_can_be_added_is_good_where_it_stands_and_goes_again() {
        let text = SHIPPED[0].1;
        let front = |text: &str| Template::parse("x", text, &[]).unwrap().front;
        for kind in Content::KEYS.into_iter().chain(SYMBOLS) {
            let (more, new) = add(text, false, kind).unwrap();
            let side = front(&more);
            assert_eq!(side.parts().filter(|part| *part == new.part).count(), 1, "{kind}");
            assert_eq!(remove(&more, new).unwrap().trim_end(), text.trim_end(), "{kind}");

            let moved = put(&more, new, (20.0, 30.25)).unwrap();
            assert_eq!(front(&moved).place(new.part), Some((20.0, 30.25)), "{kind}");

            let Part::Field(at) = new.part else { continue };
            let labelled = label(&more, false, at, "Kata").unwrap();
            let place = Place { part: Part::Label(at), ..new };
            assert_eq!(front(&labelled).fields[at].label.as_ref().unwrap().text, "Kata");
            let aside = put(&labelled, place, (2.5, -9.0)).unwrap();
            assert_eq!(front(&aside).place(place.part), Some((2.5, -9.0)));
            let (from, to) = (front(&labelled).room(place.part).unwrap(), front(&aside).room(place.part).unwrap());
            assert!((to.0 - from.0 - 2.5).abs() < 1e-9, "{kind}");
            assert_eq!(remove(&aside, place).unwrap(), more, "{kind}");
        }
    }
}
