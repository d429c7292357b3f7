//! The first rows of a file as they stand there, before anybody knows where its table is: for a person who shows it.
//!
//! All columns are in it, also those that are never kept (DOMAIN.md, section 8): whoever chooses columns must see them. So
//! a preview lives as long as somebody looks at it, and goes to no file and no log.

use super::header::{self, Columns, Header};
use super::sheet::{Cell, NumberFormat, Row, date_of_serial, limits};
use super::table::{ReadOptions, Table, bytes};
use super::workbook::{Extent, Workbook};
use super::{ImportError, column, container, memory};
use crate::domain::{Field, Kpj, date};
use crate::progress::{Progress, Stage};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::path::Path;

/// Rows with something in them that are shown of a sheet.
pub const ROWS: usize = 40;
/// Sheets that are shown; a list is not looked for behind more.
pub const SHEETS: usize = 64;
/// Characters that are shown of a cell.
pub const TEXT: usize = 80;

/// The first rows of every sheet that has some.
#[derive(Clone, Default, PartialEq)]
pub struct Preview {
    pub(super) sheets: Vec<PreviewSheet>,
}

/// The first rows of a sheet.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct PreviewSheet {
    name: Option<String>,
    epoch_1904: bool,
    rows: Vec<Row>,
}

/// What a row says of the columns below it when it is taken for the header.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Titles {
    /// How many rows they take: two where titles stand over subtitles, none in a list without.
    pub depth: usize,
    /// What they recognise, by places of columns from 0; several for a name in parts.
    pub columns: Vec<(Field, Vec<usize>)>,
    /// Whether people's numbers stand among them: the row is hardly one of titles.
    pub hold_people: bool,
}

/// Reads the first rows of a file of any known container, in this process.
///
/// # Errors
/// As [`preview`](super::preview()).
pub(super) fn preview_here(path: &Path, progress: &dyn Progress) -> Result<Preview, ImportError> {
    progress.report(Stage::Reading, 0, 0)?;
    preview_bytes(&bytes(path)?, progress)
}

/// The same of text that was never a file: rows copied in a spreadsheet.
///
/// # Errors
/// As [`preview`](super::preview()).
pub fn preview_text(text: &str, progress: &dyn Progress) -> Result<Preview, ImportError> {
    if text.len() as u64 > limits::FILE_BYTES {
        return Err(ImportError::TooLarge);
    }
    preview_bytes(text.as_bytes(), progress)
}

fn preview_bytes(bytes: &[u8], progress: &dyn Progress) -> Result<Preview, ImportError> {
    let mut workbook = Workbook::open(bytes, container::identify(bytes)?, progress)?;
    let all = workbook.sheets().to_vec();
    // Where Excel shows no sheet at all, a hidden one is better than none.
    let none_visible = all.iter().all(|(_, visible)| !visible);
    let shown = all.iter().enumerate().filter(|(_, (_, visible))| *visible || none_visible).take(SHEETS);
    let mut sheets = Vec::new();
    for (index, _) in shown {
        let sheet = workbook.read(index, Extent::First(ROWS), progress)?;
        let mut rows = sheet.rows;
        rows.truncate(ROWS);
        rows.iter_mut().flat_map(|row| &mut row.cells).for_each(shorten);
        if !rows.is_empty() {
            sheets.push(PreviewSheet { name: sheet.name, epoch_1904: sheet.epoch_1904, rows });
        }
    }
    if sheets.is_empty() { Err(ImportError::HeaderNotFound) } else { Ok(Preview { sheets }) }
}

fn shorten(cell: &mut Cell) {
    if let Cell::Text(text) = cell
        && let Some((end, _)) = text.char_indices().nth(TEXT)
    {
        *text = text[..end].into();
    }
}

impl Preview {
    /// The sheets that have rows, in the order of their tabs; at least one.
    #[must_use]
    pub fn sheets(&self) -> &[PreviewSheet] {
        &self.sheets
    }

    /// The place of the sheet that looks most like a list, else of the one with most rows.
    #[must_use]
    pub fn likely_sheet(&self) -> usize {
        let weight = |sheet: &PreviewSheet| {
            let score = header::find(&sheet.rows, None, &[]).ok().flatten().map_or(0, |header| header.score);
            (score, sheet.rows.len())
        };
        let sheets = self.sheets.iter().enumerate();
        // Of equals the first one.
        sheets.max_by_key(|(at, sheet)| (weight(sheet), std::cmp::Reverse(*at))).map_or(0, |(at, _)| at)
    }
}

impl PreviewSheet {
    /// Its name; `None` in a text file.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref().filter(|name| !name.is_empty())
    }

    /// How many rows are shown, at most [`ROWS`].
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Never: sheets without rows are left out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many columns the widest of the rows has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default()
    }

    /// The number that the spreadsheet shows beside the row at a place.
    #[must_use]
    pub fn number(&self, place: usize) -> Option<u32> {
        self.rows.get(place).map(|row| row.number)
    }

    /// The place of the row with this number, where it is shown.
    #[must_use]
    pub fn place_of(&self, number: u32) -> Option<usize> {
        self.rows.iter().position(|row| row.number == number)
    }

    /// A cell as people read it.
    #[must_use]
    pub fn cell(&self, place: usize, column: usize) -> String {
        let cell = self.rows.get(place).map_or(&Cell::Empty, |row| row.cell(column));
        match cell {
            Cell::Number { value, format: NumberFormat::Date } => {
                date_of_serial(*value, self.epoch_1904).map_or_else(|| cell.shown().into_owned(), date::short)
            }
            Cell::Number { format: NumberFormat::ElevenZeros, .. } => {
                format!("{:0>width$}", cell.shown(), width = Kpj::DIGITS)
            }
            Cell::Date(day) => date::short(*day),
            cell => cell.shown().into_owned(),
        }
    }

    /// The place of the row that looks like the header.
    #[must_use]
    pub fn likely_header(&self) -> Option<usize> {
        header::find(&self.rows, None, &[]).ok().flatten().map(|header| header.index)
    }

    /// The same, or a guess for a person to correct: the first of the fullest rows, unless it holds people.
    #[must_use]
    pub fn guessed_header(&self) -> Option<usize> {
        let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.is_empty()).count();
        let fullest = || {
            let rows = self.rows.iter().enumerate();
            rows.max_by_key(|(place, row)| (filled(row), std::cmp::Reverse(*place)))
        };
        let guess = || fullest().filter(|(_, row)| !memory::holds_people(row)).map(|(place, _)| place);
        self.likely_header().or_else(guess)
    }

    /// What the row at a place says when it is taken for the header; `None`: the list has no titles.
    #[must_use]
    pub fn titles(&self, place: Option<usize>) -> Titles {
        let Some(row) = place.and_then(|place| self.rows.get(place)) else { return Titles::default() };
        let hold_people = memory::holds_people(row);
        match self.header(place, &[]) {
            Some(Header { depth, columns, .. }) => Titles { depth, columns: said(&columns), hold_people },
            None => Titles { depth: 1, columns: Vec::new(), hold_people },
        }
    }

    /// What the reader is told when this row is the header and the fields have these columns. What the titles say by
    /// themselves needs no word.
    #[must_use]
    pub fn options(&self, place: Option<usize>, chosen: &[(Field, Vec<usize>)]) -> ReadOptions {
        let detected = self.titles(place).columns;
        let of = |columns: &[(Field, Vec<usize>)], field: Field| {
            columns.iter().find(|(other, _)| *other == field).map(|(_, columns)| columns.clone()).unwrap_or_default()
        };
        let header = self.row_of_titles(place);
        // Of several titles for one field the reader chooses by all rows, and a person by those that are shown.
        let contested = |field: Field| header::titled(&header, field).len() > 1;
        let differs = |field: &Field| of(chosen, *field) != of(&detected, *field) || contested(*field);
        let differing = Field::ALL.into_iter().filter(differs);
        let columns = differing.map(|field| (field, column::named(&header, &of(chosen, field)).0)).collect();
        ReadOptions {
            sheet: self.name().map(str::to_owned),
            header_row: Some(place.and_then(|place| self.number(place)).unwrap_or(0)),
            columns,
            ..ReadOptions::default()
        }
    }

    /// Whether the reader takes the row for a header with these columns: one of KPJ, NIK and name, and something more.
    #[must_use]
    pub fn is_enough(&self, place: Option<usize>, chosen: &[(Field, Vec<usize>)]) -> bool {
        self.header(place, &self.options(place, chosen).columns).is_some()
    }

    fn header(&self, place: Option<usize>, columns: &[(Field, String)]) -> Option<Header> {
        let number = place.and_then(|place| self.number(place)).unwrap_or(0);
        header::find(&self.rows, Some(number), columns).ok().flatten()
    }

    /// The titles by which columns can be named.
    fn row_of_titles(&self, place: Option<usize>) -> Row {
        let Some(place) = place.filter(|place| *place < self.rows.len()) else {
            return Row { number: 0, cells: Vec::new() };
        };
        let mut titles = header::titles(&self.rows, place).0;
        // One that may have been cut is not the file's own.
        titles
            .cells
            .iter_mut()
            .filter(|cell| cell.shown().chars().count() >= TEXT)
            .for_each(|cell| *cell = Cell::Empty);
        titles
    }
}

fn said(columns: &Columns) -> Vec<(Field, Vec<usize>)> {
    let of = |field: Field| (field, columns.of(field));
    Field::ALL.into_iter().map(of).filter(|(_, columns)| !columns.is_empty()).collect()
}

impl Table {
    /// Its columns, by their places from 0.
    #[must_use]
    pub fn places(&self) -> Vec<(Field, Vec<usize>)> {
        said(&self.columns)
    }
}

impl fmt::Debug for Preview {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Preview of {} sheets", self.sheets.len())
    }
}

impl fmt::Debug for PreviewSheet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "PreviewSheet of {} rows", self.rows.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::Silent;

    const UNTITLED: &str = "Daftar orang\nKode A;L;Orang;L;Lahir\n1;x;BUDI;3522012501990001;25-01-1999\n";

    #[test]
    fn what_a_person_chooses_is_what_the_reader_reads() {
        let preview = preview_text(UNTITLED, &Silent).unwrap();
        let sheet = &preview.sheets()[0];
        assert_eq!((sheet.likely_header(), sheet.width(), sheet.cell(2, 2)), (None, 5, "BUDI".to_owned()));
        let chosen = [(Field::Name, vec![2]), (Field::Nik, vec![3])];
        assert!(sheet.is_enough(Some(1), &chosen) && !sheet.is_enough(Some(1), &chosen[..1]));
        let options = sheet.options(Some(1), &chosen);
        assert_eq!(options.header_row, Some(2));
        let table = super::super::read_text(UNTITLED, "a.csv", &options, &Silent).unwrap();
        assert_eq!(table.places(), [(Field::Nik, vec![3]), (Field::Name, vec![2])]);
        assert_eq!(table.len(), 1);
    }

    #[test]
    fn a_title_that_was_cut_is_not_a_name() {
        let text = format!("Kode;{};Orang\n3522012501990001;x;BUDI\n", "panjang ".repeat(20));
        let preview = preview_text(&text, &Silent).unwrap();
        let sheet = &preview.sheets()[0];
        assert_eq!(sheet.cell(0, 1).chars().count(), TEXT);
        let options = sheet.options(Some(0), &[(Field::Nik, vec![0]), (Field::Name, vec![1])]);
        assert_eq!(options.columns[1].1, "B:B");
        assert!(super::super::read_text(&text, "a.csv", &options, &Silent).is_ok());
    }

    #[test]
    fn only_what_the_titles_do_not_say_is_said() {
        let text = "NIK;NAMA;Tgl Lahir;JK\n3522012501990001;BUDI;25-01-1999;L\n";
        let preview = preview_text(text, &Silent).unwrap();
        let sheet = &preview.sheets()[0];
        let mut columns = sheet.titles(Some(0)).columns;
        assert_eq!(sheet.options(Some(0), &columns).columns, []);
        columns.retain(|(field, _)| *field != Field::Sex);
        let options = sheet.options(Some(0), &columns);
        assert_eq!(options.columns, [(Field::Sex, String::new())]);
        let table = super::super::read_text(text, "a.csv", &options, &Silent).unwrap();
        assert_eq!(table.places(), columns);
    }

    #[test]
    fn what_is_shown_is_read_whatever_stands_below_it() {
        let above = "1001;BUDI;3522012501990001\n".repeat(ROWS);
        let below = "3522016501990001;SITI;x\n".repeat(3 * ROWS);
        let text = format!("NIK;NAMA;No KTP\n{above}{below}");
        let preview = preview_text(&text, &Silent).unwrap();
        let sheet = &preview.sheets()[0];
        let columns = sheet.titles(Some(0)).columns;
        assert_eq!(columns, [(Field::Nik, vec![2]), (Field::Name, vec![1])]);
        let read = |options: &ReadOptions| super::super::read_text(&text, "a.csv", options, &Silent).unwrap().places();
        assert_ne!(read(&ReadOptions::default()), columns);
        assert_eq!(read(&sheet.options(Some(0), &columns)), columns);
    }

    #[test]
    fn a_list_without_titles_loses_nobody() {
        let text = "3522012501990001;BUDI\n3522016501990001;SITI\n";
        let preview = preview_text(text, &Silent).unwrap();
        let sheet = &preview.sheets()[0];
        assert!(sheet.titles(Some(0)).hold_people);
        let options = sheet.options(None, &[(Field::Nik, vec![0]), (Field::Name, vec![1])]);
        let table = super::super::read_text(text, "a.csv", &options, &Silent).unwrap();
        assert_eq!((table.len(), table.header_row()), (2, 0));
    }
}
