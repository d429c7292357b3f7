//! Values of a TOML file, taken one by one. What is wrong is written down with its line, and reading goes on, so that
//! all faults are known at once.

use super::fault::{Fault, Kind, Wrong};
use super::{TemplateFile, path};
use crate::document::Image;
use crate::document::layout::{Colour, Path};
use std::ops::{Range, RangeInclusive};
use std::sync::Arc;
use toml_edit::{Item, TableLike};

/// What was found wrong so far, and the text that it was found in.
pub struct Reader<'f> {
    /// What lies beside the text.
    files: &'f [TemplateFile],
    /// Where each line begins.
    lines: Vec<usize>,
    pub faults: Vec<Fault>,
}

/// A table of the file.
#[derive(Clone, Copy)]
pub struct Table<'t> {
    entries: &'t dyn TableLike,
    /// The line where it begins, from 1.
    pub line: usize,
}

impl<'t> Table<'t> {
    pub fn root(table: &'t toml_edit::Table) -> Self {
        Self { entries: table, line: 1 }
    }

    pub fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// The text under a key, whatever else is wrong.
    pub fn raw_text(&self, key: &str) -> Option<&'t str> {
        self.entries.get(key)?.as_str()
    }
}

impl<'f> Reader<'f> {
    pub fn new(text: &str, files: &'f [TemplateFile]) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { files, lines, faults: Vec::new() }
    }

    /// The line of a place, from 1.
    pub fn line(&self, span: Option<Range<usize>>) -> usize {
        span.map_or(1, |span| self.lines.partition_point(|start| *start <= span.start).max(1))
    }

    pub fn fault(&mut self, line: usize, wrong: Wrong) {
        self.faults.push(Fault { line, wrong });
    }

    /// Complains of every key that is not one of these.
    pub fn only(&mut self, table: Table<'_>, known: &[&str]) {
        for (key, item) in table.entries.iter() {
            if !known.contains(&key) && !item.is_none() {
                let written = table.entries.get_key_value(key).and_then(|(key, _)| key.span());
                let line = self.line(written.or_else(|| item.span()));
                self.fault(line, Wrong::UnknownKey { key: key.to_owned(), known: known.join(", ") });
            }
        }
    }

    /// The line of a key's value.
    pub fn line_of(&self, table: Table<'_>, key: &str) -> usize {
        table.entries.get(key).map_or(table.line, |item| self.line(item.span()).max(1))
    }

    /// The value of a key by `take`; a fault where it is of another kind.
    fn value<T>(&mut self, table: Table<'_>, key: &str, kind: Kind, take: fn(&Item) -> Option<T>) -> Option<T> {
        let item = table.entries.get(key)?;
        let value = take(item);
        if value.is_none() {
            let line = self.line(item.span());
            self.fault(line, Wrong::NotA { key: key.to_owned(), kind });
        }
        value
    }

    /// Says that a key is missing.
    pub fn missing(&mut self, table: Table<'_>, key: &str) {
        self.fault(table.line, Wrong::Missing { key: key.to_owned() });
    }

    /// A number within a range, or nothing where the key is missing.
    pub fn number(&mut self, table: Table<'_>, key: &str, range: RangeInclusive<f64>) -> Option<f64> {
        let number = self.value(table, key, Kind::Number, number)?;
        if range.contains(&number) {
            return Some(number);
        }
        let between = (range.start().to_string(), range.end().to_string());
        self.fault(self.line_of(table, key), Wrong::Range { key: key.to_owned(), between });
        None
    }

    /// A number that must be there; 1 where it is not, so that reading can go on.
    pub fn needed(&mut self, table: Table<'_>, key: &str, range: RangeInclusive<f64>) -> f64 {
        if !table.has(key) {
            self.missing(table, key);
        }
        self.number(table, key, range).unwrap_or(1.0)
    }

    pub fn text(&mut self, table: Table<'_>, key: &str) -> Option<String> {
        self.value(table, key, Kind::Text, |item| item.as_str().map(str::to_owned))
    }

    pub fn switch(&mut self, table: Table<'_>, key: &str) -> bool {
        self.value(table, key, Kind::Switch, Item::as_bool).unwrap_or_default()
    }

    pub fn colour(&mut self, table: Table<'_>, key: &str) -> Option<Colour> {
        self.value(table, key, Kind::Colour, |item| colour(item.as_str()?))
    }

    /// Two points, mm, as `[x, y]`.
    pub fn point(&mut self, table: Table<'_>, key: &str) -> Option<(f64, f64)> {
        self.value(table, key, Kind::Point, |item| {
            let numbers: Vec<f64> = item.as_array()?.iter().filter_map(number_of).collect();
            if let [x, y] = numbers[..] { Some((x, y)) } else { None }
        })
    }

    /// Path data as in SVG.
    pub fn path(&mut self, table: Table<'_>, key: &str) -> Option<Path> {
        self.value(table, key, Kind::Path, |item| path::parse(item.as_str()?))
    }

    /// The name of a file beside the template: no folder, nothing hidden.
    pub fn file(&mut self, table: Table<'_>, key: &str) -> Option<String> {
        self.value(table, key, Kind::File, |item| item.as_str().filter(|name| is_file_name(name)).map(str::to_owned))
    }

    /// A picture beside the template, by its name under a key.
    pub fn picture(&mut self, table: Table<'_>, key: &str) -> Option<(String, Arc<Image>)> {
        let file = self.file(table, key)?;
        let line = self.line_of(table, key);
        let Some(found) = self.files.iter().find(|known| known.name == file) else {
            self.fault(line, Wrong::PictureMissing { file });
            return None;
        };
        let Some(image) = found.image() else {
            self.fault(line, Wrong::PictureUnusable { file });
            return None;
        };
        Some((file, Arc::clone(image)))
    }

    /// One of a few words.
    pub fn choice<T: Copy>(&mut self, table: Table<'_>, key: &str, words: &[(&str, T)]) -> Option<T> {
        let word = self.text(table, key)?;
        let chosen = words.iter().find(|(known, _)| *known == word).map(|(_, value)| *value);
        if chosen.is_none() {
            let known = words.iter().map(|(known, _)| *known).collect::<Vec<_>>().join(", ");
            self.fault(self.line_of(table, key), Wrong::NotOneOf { key: key.to_owned(), known });
        }
        chosen
    }

    pub fn table<'t>(&mut self, table: Table<'t>, key: &str) -> Option<Table<'t>> {
        let item = table.entries.get(key)?;
        let line = self.line(item.span());
        let Some(entries) = item.as_table_like() else {
            self.fault(line, Wrong::NotA { key: key.to_owned(), kind: Kind::Table });
            return None;
        };
        Some(Table { entries, line })
    }

    /// The tables under `[[key]]`.
    pub fn tables<'t>(&mut self, table: Table<'t>, key: &str) -> Vec<Table<'t>> {
        match table.entries.get(key) {
            None | Some(Item::None) => Vec::new(),
            Some(Item::ArrayOfTables(tables)) => {
                tables.iter().map(|entries| Table { entries, line: self.line(entries.span()) }).collect()
            }
            Some(other) => {
                let line = self.line(other.span());
                self.fault(line, Wrong::NotA { key: key.to_owned(), kind: Kind::Tables });
                Vec::new()
            }
        }
    }
}

/// A number, whole or not.
pub fn number(item: &Item) -> Option<f64> {
    item.as_value().and_then(number_of)
}

#[expect(clippy::cast_precision_loss, reason = "lengths on a card; the range is looked at next")]
fn number_of(value: &toml_edit::Value) -> Option<f64> {
    value.as_float().or_else(|| value.as_integer().map(|whole| whole as f64)).filter(|number| number.is_finite())
}

/// `#RRGGBB`.
fn colour(text: &str) -> Option<Colour> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let channel = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some(Colour(channel(0)?, channel(2)?, channel(4)?))
}

/// Whether a name is that of a file beside the template, on every system.
pub fn is_file_name(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 100
        && !name.starts_with('.')
        && !name.chars().any(|c| c.is_control() || r#"/\:*?"<>|"#.contains(c))
}
