//! The office's old Excel register: tables of date, NPP, company and number of cards, as people have kept them for years.
//!
//! Reading finds the tables in all sheets and keeps five cells of each row (`read_here`, in the reading process);
//! [`judge`] says what they mean.

mod columns;
mod judge;

pub use judge::judge;

use super::row::{first_word, has_content, is_numbering, is_signature};
use super::sheet::{Cell, Row, Sheet, limits};
use super::table::{bytes, hexadecimal};
use super::workbook::{Extent, Workbook};
use super::{ImportError, container, date};
use crate::domain::Npp;
use crate::progress::Progress;
use columns::Columns;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::path::Path;

/// Cells of a row that are kept, by their place in it.
const DATE: usize = 0;
const NPP: usize = 1;
const COMPANY: usize = 2;
const CARDS: usize = 3;
const RO: usize = 4;

/// What stands in place of the number of cards where the row calls itself cancelled.
const CANCELLED: &str = "BATAL";

/// Regions of merged cells that are looked at; each has few rows in a register.
const MERGED: usize = 50_000;
const MERGED_ROWS: u32 = 2_000;

/// The old register as it stands in its file: found, not judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OldTable {
    file: String,
    file_hash: String,
    sheets: Vec<Place>,
    skipped: Vec<String>,
    parts: Vec<Part>,
    pub(super) rows: Vec<Row>,
}

/// A sheet that holds a register.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Place {
    name: Option<String>,
    header_row: u32,
    epoch_1904: bool,
}

/// Rows under one header, and under one title that names a month.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Part {
    sheet: usize,
    /// Place of its first row in `rows`.
    from: usize,
    /// Whether it begins with a header: then no date stands over it.
    fresh: bool,
    month: Option<u32>,
    year: Option<i32>,
}

/// Reads a register of any known container, in this process. `wanted` names the sheets to read; none: all that Excel shows.
///
/// # Errors
/// [`ImportError`]; [`ImportError::HeaderNotFound`] where no sheet holds a header of a register.
pub(super) fn read_here(path: &Path, wanted: &[String], progress: &dyn Progress) -> Result<OldTable, ImportError> {
    let bytes = bytes(path)?;
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let file_hash = hexadecimal(&Sha256::digest(&bytes));
    let mut workbook = Workbook::open(&bytes, container::identify(&bytes)?, progress)?;
    let sheets = workbook.sheets().to_vec();
    let same = |one: &str, other: &str| one.trim().to_lowercase() == other.trim().to_lowercase();
    if wanted.iter().any(|wanted| !sheets.iter().any(|(name, _)| same(name, wanted))) {
        let sheets = sheets.into_iter().map(|(name, _)| name).filter(|name| !name.is_empty()).collect();
        return Err(ImportError::UnknownSheet { sheets });
    }
    let mut table =
        OldTable { file, file_hash, sheets: Vec::new(), skipped: Vec::new(), parts: Vec::new(), rows: Vec::new() };
    for (index, (name, visible)) in sheets.iter().enumerate() {
        let asked = if wanted.is_empty() { *visible } else { wanted.iter().any(|wanted| same(name, wanted)) };
        let found = asked && {
            let sheet = workbook.read(index, Extent::Whole, progress)?;
            let merged = workbook.merged_downwards(index);
            table.gather(sheet, &merged)
        };
        if !found && !name.is_empty() {
            table.skipped.push(name.clone());
        }
        if table.rows.len() > limits::ROWS {
            return Err(ImportError::TooLarge);
        }
    }
    match (table.sheets.is_empty(), table.rows.is_empty()) {
        (true, _) => Err(ImportError::HeaderNotFound),
        (false, true) => Err(ImportError::NoRows),
        (false, false) => Ok(table),
    }
}

impl OldTable {
    /// Takes the rows of a sheet; `false` where it holds no register.
    fn gather(&mut self, sheet: Sheet, merged: &[(u32, u32, u32, u32)]) -> bool {
        let Sheet { name, epoch_1904, mut rows, .. } = sheet;
        let (mut month, mut year) = name.as_deref().map(date::month_of_title).unwrap_or_default();
        let place = self.sheets.len();
        let first = self.rows.len();
        let mut columns: Option<Columns> = None;
        let mut index = 0;
        while let Some(row) = rows.get(index) {
            if let Some((found, depth)) = columns::find(&rows, index) {
                if columns.is_none() {
                    self.sheets.push(Place { name: name.clone(), header_row: row.number, epoch_1904 });
                }
                fill_merged(&mut rows[index + depth..], &found, merged);
                columns = Some(found);
                self.begin(Part { sheet: place, from: self.rows.len(), fresh: true, month, year });
                index += depth;
                continue;
            }
            let named = titled_month(row, columns.as_ref());
            if named != (None, None) {
                month = named.0;
                year = named.1.or(year);
                if columns.is_some() {
                    self.begin(Part { sheet: place, from: self.rows.len(), fresh: false, month, year });
                }
            }
            if let Some(kept) = columns.as_ref().and_then(|columns| kept(row, columns)) {
                self.rows.push(kept);
            }
            index += 1;
        }
        self.drop_foot(first);
        columns.is_some()
    }

    /// What stands below the last row that surely is one is a place, a day, a name: the signatures.
    fn drop_foot(&mut self, first: usize) {
        let sure = |row: &Row| {
            let number = |cell: &Cell| cell.shown().bytes().any(|byte| byte.is_ascii_digit());
            number(row.cell(NPP)) || has_content(row.cell(COMPANY)) && number(row.cell(CARDS))
        };
        let foot = self.rows[first..].iter().rposition(sure).map_or(first, |last| first + last + 1);
        let begun =
            |row: &Row| has_content(row.cell(COMPANY)) && (has_content(row.cell(DATE)) || has_content(row.cell(NPP)));
        let mut kept: Vec<Row> = self.rows.split_off(foot);
        kept.retain(begun);
        self.rows.extend(kept);
        for part in &mut self.parts {
            part.from = part.from.min(self.rows.len());
        }
    }

    /// A part without rows gives way to the next.
    fn begin(&mut self, part: Part) {
        match self.parts.last_mut() {
            Some(last) if last.from == part.from && last.sheet == part.sheet => {
                *last = Part { fresh: part.fresh || last.fresh, ..part };
            }
            _ => self.parts.push(part),
        }
    }
}

/// The month that a row names which is a title: hardly more than one cell, and nothing of a register's row in it.
fn titled_month(row: &Row, columns: Option<&Columns>) -> (Option<u32>, Option<i32>) {
    let mut filled = row.cells.iter().filter(|cell| !cell.is_empty());
    let texts: Vec<&Cell> = filled.by_ref().take(4).collect();
    let is_data = columns.is_some_and(|columns| {
        has_content(columns::cell(row, columns.npp)) || has_content(columns::cell(row, columns.cards))
    });
    if texts.len() > 3 || is_data {
        return (None, None);
    }
    texts
        .into_iter()
        .filter_map(|cell| if let Cell::Text(text) = cell { Some(date::month_of_title(text)) } else { None })
        .fold((None, None), |(month, year), (named, of)| (month.or(named), year.or(of)))
}

/// The five cells of a row; `None` for blanks, totals, signatures and numbering.
fn kept(row: &Row, columns: &Columns) -> Option<Row> {
    let at = |column: Option<usize>| columns::cell(row, column);
    let (day, npp, company, cards) = (at(columns.date), at(columns.npp), at(columns.company), at(columns.cards));
    let is_company = Npp::parse(&npp.shown()).is_ok();
    if is_numbering(row) || !is_company && (is_total(row) || is_signature(row)) {
        return None;
    }
    // A number of cards, or a number of a company, makes a row; a date alone stands over those below it.
    let tells = has_content(npp) || has_content(cards) || *npp == Cell::FormulaWithoutValue;
    if !tells && !has_content(day) {
        return None;
    }
    let words = matches!(cards, Cell::Text(text) if !text.starts_with(|c: char| c.is_ascii_digit()));
    if words && ![day, npp, company].into_iter().any(has_content) {
        return None;
    }
    let mut cells = vec![day.clone(), npp.clone(), company.clone(), cards.clone(), at(columns.ro).clone()];
    if tells && is_cancelled(row, columns) {
        cells[CARDS] = Cell::text(CANCELLED);
    }
    Some(Row { number: row.number, cells })
}

/// `JUMLAH`, `TOTAL JANUARI`, `Sub Total`: the word stands at the beginning of the row.
fn is_total(row: &Row) -> bool {
    row.cells.iter().filter(|cell| !cell.is_empty()).take(3).any(|cell| {
        first_word(cell).is_some_and(|word| {
            matches!(word.as_str(), "JUMLAH" | "JML" | "TOTAL" | "SUBTOTAL" | "SUB" | "GRAND" | "GRANDTOTAL" | "REKAP")
        })
    })
}

/// Whether the row says in any column but the company's that it is cancelled.
fn is_cancelled(row: &Row, columns: &Columns) -> bool {
    row.cells.iter().enumerate().any(|(column, cell)| {
        Some(column) != columns.company
            && first_word(cell)
                .is_some_and(|word| matches!(word.as_str(), "BATAL" | "DIBATALKAN" | "PEMBATALAN" | "VOID"))
    })
}

/// Gives NPP and company to all rows of their merged cells. A merged number of cards stays where it stands: it would
/// count twice.
fn fill_merged(rows: &mut [Row], columns: &Columns, merged: &[(u32, u32, u32, u32)]) {
    for &(top, bottom, left, right) in merged.iter().take(MERGED) {
        for column in [columns.npp, columns.company].into_iter().flatten() {
            let here = u32::try_from(column).unwrap_or(u32::MAX);
            if here < left || here > right || bottom - top > MERGED_ROWS {
                continue;
            }
            // The value stands in the top left cell; rows are numbered from 1.
            let Ok(first) = rows.binary_search_by_key(&(top + 1), |row| row.number) else { continue };
            let value = rows[first].cell(left as usize).clone();
            for row in rows[first + 1..].iter_mut().take_while(|row| row.number <= bottom + 1) {
                if row.cells.len() <= column {
                    row.cells.resize(column + 1, Cell::Empty);
                }
                if row.cells[column].is_empty() {
                    row.cells[column] = value.clone();
                }
            }
        }
    }
}
