//! Changes to a template's text that leave the rest of it, comments too, as its author wrote it.

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, Value, value};

/// A field of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Whether it is on the back.
    pub back: bool,
    /// Its place among the fields of its side, from 0.
    pub index: usize,
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

/// The text with some keys of a field changed; `None` where the text is no TOML or has no such field.
#[must_use]
pub fn change(text: &str, place: Place, changes: &[(&str, Change)]) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let table = fields(&mut document, place.back)?.get_mut(place.index)?;
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

/// The text with one more field in the middle of the card, and where that is.
#[must_use]
pub fn add(text: &str, back: bool, kind: &str) -> Option<(String, Place)> {
    let mut document: DocumentMut = text.parse().ok()?;
    let mut table = Table::new();
    table.insert("kind", value(kind));
    if kind == "text" {
        table.insert("text", value("Teks"));
    }
    for (key, number) in [("x", 12.8), ("y", 34.0), ("width", 60.0), ("size", 9.0), ("smallest", 5.0)] {
        table.insert(key, value(rounded(number)));
    }
    if kind == "name" {
        table.insert("height", value(8));
        table.insert("lines", value(3));
    }
    let parent: &mut Table = if back { document.get_mut("back")?.as_table_mut()? } else { document.as_table_mut() };
    let fields = parent.entry("field").or_insert(Item::ArrayOfTables(ArrayOfTables::new())).as_array_of_tables_mut()?;
    fields.push(table);
    let index = fields.len() - 1;
    Some((document.to_string(), Place { back, index }))
}

/// The text without a field.
#[must_use]
pub fn remove(text: &str, place: Place) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let fields = fields(&mut document, place.back)?;
    if place.index >= fields.len() {
        return None;
    }
    fields.remove(place.index);
    Some(document.to_string())
}

fn fields(document: &mut DocumentMut, back: bool) -> Option<&mut ArrayOfTables> {
    let parent: &mut Table = if back { document.get_mut("back")?.as_table_mut()? } else { document.as_table_mut() };
    parent.get_mut("field")?.as_array_of_tables_mut()
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
    use super::super::{SHIPPED, Template};
    use super::*;

    #[test]
    fn a_change_touches_its_own_line_and_nothing_else() {
        let text = SHIPPED[0].1;
        let place = Place { back: false, index: 3 };
        let field = |text: &str| Template::parse("x", text, &[]).unwrap().front.fields[3].clone();
        let changed = change(text, place, &[("x", Change::Number(7.25)), ("size", Change::Number(12.0))]).unwrap();
        let differing: Vec<_> = text.lines().zip(changed.lines()).filter(|(old, new)| old != new).collect();
        assert_eq!(differing, [("x = 6", "x = 7.25"), ("size = 12.5", "size = 12")]);
        assert_eq!((field(&changed).x, field(&changed).size), (7.25, 12.0));

        let aligned = change(text, place, &[("align", Change::Text("right".into()))]).unwrap();
        let back = change(&aligned, place, &[("align", Change::Nothing)]).unwrap();
        assert_eq!(back, text, "taken back, it is as it was");

        let (more, new) = add(text, false, "sex").unwrap();
        assert!(Template::parse("x", &more, &[]).unwrap().front.fields[new.index].content.key() == "sex");
        assert_eq!(remove(&more, new).unwrap().trim_end(), text.trim_end());
        assert_eq!((change("x = [", place, &[]), remove(text, Place { back: true, index: 0 })), (None, None));
    }
}
