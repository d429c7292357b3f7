//! One grid of typed cells for every container.
//!
//! The grid keeps what decides about damage: whether a value stood there as number or as text.

use super::error::ImportError;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How much a list may hold. Far above the portal's 10,000 rows, far below what hurts an office PC.
pub mod limits {
    /// Bytes of the file itself.
    pub const FILE_BYTES: u64 = 100 * 1024 * 1024;
    /// Bytes that an archive declares to hold.
    pub const ARCHIVE_BYTES: u128 = 400 * 1024 * 1024;
    /// Members of an archive.
    pub const ARCHIVE_MEMBERS: usize = 5_000;
    /// Rows with something in them.
    pub const ROWS: usize = 200_000;
    /// Columns that are looked at; a stray blank in column XFD is no reason to refuse a list.
    pub const COLUMNS: u32 = 256;
    /// Cells with something in them.
    pub const CELLS: usize = 5_000_000;
    /// Bytes of text that are kept of one cell.
    pub const TEXT: usize = 4 * 1024;
}

/// How a numeric cell is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum NumberFormat {
    /// As a number.
    Plain,
    /// As a date or time.
    Date,
    /// `00000000000`: eleven digits, so a KPJ whose leading zero was meant.
    ElevenZeros,
}

/// What a spreadsheet shows instead of a value. (An alias, because serde would borrow a plain `&str` from the input.)
pub type ErrorName = &'static str;

/// The error values of spreadsheets.
pub(super) const ERRORS: [ErrorName; 8] =
    ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#DATA!"];

/// One cell.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing, or nothing visible.
    #[default]
    Empty,
    /// Text, without blanks around it.
    Text(Box<str>),
    /// A number, also where it is shown as a date: what it means is for the column to say.
    Number {
        /// Its value.
        value: f64,
        /// How it is shown.
        format: NumberFormat,
    },
    /// A date that the file itself writes as a date (ods, ISO cells of xlsx).
    Date(NaiveDate),
    /// TRUE or FALSE.
    Bool(bool),
    /// A formula whose result the file does not hold.
    FormulaWithoutValue,
    /// `#REF!` and its like.
    Error(#[serde(with = "super::apart::wire::error_name")] ErrorName),
}

impl Cell {
    /// A text cell; blanks around it go, also the invisible ones, and a text of blanks is [`Cell::Empty`].
    #[must_use]
    pub fn text(text: &str) -> Self {
        let blank = |c: char| {
            c.is_whitespace()
                || c.is_control()
                || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}')
        };
        // Nearly every text begins and ends with something that can be seen at once to be no blank.
        let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
        let bare = plain(text.as_bytes().first()) && plain(text.as_bytes().last());
        let text = if bare { text } else { text.trim_matches(blank) };
        let mut end = text.len().min(limits::TEXT);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        if end == 0 { Self::Empty } else { Self::Text(text[..end].into()) }
    }

    /// A plain number.
    #[must_use]
    pub fn number(value: f64) -> Self {
        Self::Number { value, format: NumberFormat::Plain }
    }

    /// Whether nothing stands there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::Empty
    }

    /// What stands there, as text: whole numbers with all their digits.
    #[must_use]
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Empty | Self::FormulaWithoutValue => "".into(),
            Self::Text(text) => (&**text).into(),
            Self::Number { value, .. } if value.fract() == 0.0 && value.abs() < 1e20 => format!("{value:.0}").into(),
            Self::Number { value, .. } => format!("{value}").into(),
            Self::Date(date) => date.format("%Y-%m-%d").to_string().into(),
            Self::Bool(value) => if *value { "TRUE" } else { "FALSE" }.into(),
            Self::Error(name) => (*name).into(),
        }
    }
}

/// One row with something in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The number the user sees, from 1; in a text file, the line.
    pub number: u32,
    /// Its cells from column A on, as far as the last one used.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The cell of a column, [`Cell::Empty`] beyond the last one used.
    #[must_use]
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }
}

/// A sheet, or as much of it as was asked for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Its name; `None` for a text file.
    pub name: Option<String>,
    /// Whether Excel shows it.
    pub visible: bool,
    /// Whether its serial dates count from 1904 (old Excel for Mac).
    pub epoch_1904: bool,
    /// The rows with something in them, in the order of their numbers.
    pub rows: Vec<Row>,
}

impl Sheet {
    /// The sheet with its first rows only.
    pub(super) fn first(&self, rows: usize) -> Self {
        let rows = self.rows.iter().take(rows).cloned().collect();
        Self { name: self.name.clone(), visible: self.visible, epoch_1904: self.epoch_1904, rows }
    }
}

/// Collects cells in any order, within the [`limits`].
#[derive(Debug, Default)]
pub(super) struct Grid {
    rows: BTreeMap<u32, Vec<Cell>>,
    cells: usize,
    /// The row that was last put to, out of `rows`: nearly every cell follows its neighbour.
    last: Option<(u32, Vec<Cell>)>,
    widest: usize,
}

impl Grid {
    /// Puts a cell at a place counted from 0.
    pub(super) fn put(&mut self, row: u32, column: u32, cell: Cell) -> Result<(), ImportError> {
        if cell.is_empty() || column >= limits::COLUMNS {
            return Ok(());
        }
        if self.last.as_ref().is_none_or(|(last, _)| *last != row) {
            self.rows.extend(self.last.take());
            let cells = match self.rows.remove(&row) {
                Some(cells) => cells,
                None if self.rows.len() >= limits::ROWS => return Err(ImportError::TooLarge),
                None => Vec::with_capacity(self.widest),
            };
            self.last = Some((row, cells));
        }
        let Some((_, cells)) = &mut self.last else { return Ok(()) };
        let column = column as usize;
        self.widest = self.widest.max(column + 1);
        if cells.len() <= column {
            self.cells += column + 1 - cells.len();
            cells.resize(column + 1, Cell::Empty);
        }
        cells[column] = cell;
        if self.cells > limits::CELLS { Err(ImportError::TooLarge) } else { Ok(()) }
    }

    /// How many rows have something in them.
    pub(super) fn len(&self) -> usize {
        self.rows.len() + usize::from(self.last.is_some())
    }

    pub(super) fn into_rows(mut self) -> Vec<Row> {
        self.rows.extend(self.last.take());
        self.rows.into_iter().map(|(row, cells)| Row { number: row.saturating_add(1), cells }).collect()
    }
}

/// The date of a serial number; `None` outside 1900-9999 and for 29 February 1900, which Excel has and the calendar not.
#[must_use]
pub fn date_of_serial(serial: f64, epoch_1904: bool) -> Option<NaiveDate> {
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked above")]
    let days = serial.floor() as u64;
    let (year, month, day) = match (epoch_1904, days) {
        (true, _) => (1904, 1, 1),
        (false, 0 | 60) => return None,
        (false, 1..60) => (1899, 12, 31),
        (false, _) => (1899, 12, 30),
    };
    NaiveDate::from_ymd_opt(year, month, day)?.checked_add_days(Days::new(days))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn serials_count_from_either_epoch() {
        for (serial, epoch_1904, expected) in [
            (36185.0, false, Some("1999-01-25")),
            (36185.75, false, Some("1999-01-25")),
            (34723.0, true, Some("1999-01-25")),
            (1.0, false, Some("1900-01-01")),
            (59.0, false, Some("1900-02-28")),
            (60.0, false, None),
            (61.0, false, Some("1900-03-01")),
            (0.0, false, None),
            (-1e300, false, None),
            (3.522_012_501_990_001e15, false, None),
            (f64::NAN, false, None),
        ] {
            let date = date_of_serial(serial, epoch_1904).map(|date| date.to_string());
            assert_eq!(date.as_deref(), expected, "{serial} {epoch_1904}");
        }
    }

    #[test]
    fn a_text_is_cut_at_a_whole_character_and_blanks_are_nothing() {
        assert_eq!(Cell::text("\u{feff}\u{a0} \t"), Cell::Empty);
        assert_eq!(Cell::text(" 24123456782\u{a0}").shown(), "24123456782");
        assert_eq!(Cell::text(&"é".repeat(5_000)).shown().len(), limits::TEXT);
        assert_eq!(Cell::text(&format!("a{}", "é".repeat(5_000))).shown().len(), limits::TEXT - 1);
    }

    #[test]
    fn cells_beyond_the_limits_are_ignored_or_refused() {
        let mut grid = Grid::default();
        assert!(grid.put(0, 16_383, Cell::Bool(true)).is_ok());
        assert_eq!(grid.len(), 0);
        for row in 0..200_000 {
            grid.put(row, 0, Cell::Bool(true)).unwrap();
        }
        assert!(grid.put(7, 1, Cell::Bool(true)).is_ok());
        assert!(matches!(grid.put(1_000_000, 0, Cell::Bool(true)), Err(ImportError::TooLarge)));
    }

    proptest! {
        #[test]
        fn no_serial_panics(serial: f64, epoch_1904: bool) {
            let _ = date_of_serial(serial, epoch_1904);
        }
    }
}
