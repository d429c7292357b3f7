//! Spreadsheets into [`Sheet`]s: the only place that knows calamine.
//!
//! Reading is two steps (which sheets are there, read one of them) with plain values between, so that it can move into
//! a process of its own.

use super::container::Container;
use super::error::ImportError;
use super::sheet::{Cell, Grid, NumberFormat, Sheet};
use super::{delimited, markup, open_document};
use crate::progress::{Progress, Stage};
use calamine::{Data, DataRef, Ods, Range, Reader, SheetType, SheetVisible, Xls, Xlsx, XlsxError};
use chrono::NaiveDate;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How much of a sheet to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// So many rows with something in them: enough to find the header and see whether rows follow.
    First(usize),
    /// All, once: the sheet may be given away with it.
    Whole,
}

impl Extent {
    fn is_reached(self, rows: usize) -> bool {
        matches!(self, Self::First(most) if rows > most)
    }
}

/// A file that is open for reading.
pub struct Workbook<'a> {
    source: Source<'a>,
    sheets: Vec<(String, bool)>,
}

enum Source<'a> {
    Xlsx(Box<Xlsx<Cursor<&'a [u8]>>>),
    Ods(Box<Ods<Cursor<&'a [u8]>>>),
    Xls(Box<Xls<Cursor<&'a [u8]>>>),
    Ready(Vec<Sheet>),
}

impl<'a> Workbook<'a> {
    /// Opens what [`identify`](super::container::identify) found.
    ///
    /// # Errors
    /// [`ImportError::Encrypted`], [`ImportError::Damaged`], [`ImportError::TooLarge`], or the user's own stop.
    pub fn open(bytes: &'a [u8], container: Container, progress: &dyn Progress) -> Result<Self, ImportError> {
        progress.report(Stage::Reading, 0, 0)?;
        let cursor = Cursor::new(bytes);
        let source = match container {
            Container::Xlsx => Source::Xlsx(Box::new(guarded(|| Xlsx::new(cursor).map_err(|e| refused(&e)))?)),
            Container::Ods => {
                open_document::look(bytes, progress)?;
                Source::Ods(Box::new(guarded(|| Ods::new(cursor).map_err(|e| refused(&e)))?))
            }
            Container::Xls => Source::Xls(Box::new(guarded(|| Xls::new(cursor).map_err(|e| refused(&e)))?)),
            Container::Delimited(text) => Source::Ready(vec![delimited::read(&text, progress)?]),
            Container::Html(text) => Source::Ready(markup::html(&text, progress)?),
            Container::SpreadsheetMl(text) => Source::Ready(markup::spreadsheet_ml(&text, progress)?),
        };
        let named = |sheets: &[calamine::Sheet]| {
            sheets
                .iter()
                .filter(|sheet| sheet.typ == SheetType::WorkSheet)
                .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
                .collect()
        };
        let sheets = match &source {
            Source::Xlsx(book) => named(book.sheets_metadata()),
            Source::Ods(book) => named(book.sheets_metadata()),
            Source::Xls(book) => named(book.sheets_metadata()),
            Source::Ready(sheets) => {
                sheets.iter().map(|sheet| (sheet.name.clone().unwrap_or_default(), sheet.visible)).collect()
            }
        };
        Ok(Self { source, sheets })
    }

    /// The names of the sheets, in the order of the tabs, and whether Excel shows them.
    #[must_use]
    pub fn sheets(&self) -> &[(String, bool)] {
        &self.sheets
    }

    /// Reads one sheet, by its place in [`Workbook::sheets`].
    ///
    /// # Errors
    /// [`ImportError::Damaged`], [`ImportError::TooLarge`], or the user's own stop.
    pub fn read(&mut self, index: usize, extent: Extent, progress: &dyn Progress) -> Result<Sheet, ImportError> {
        let (name, visible) =
            self.sheets.get(index).cloned().ok_or_else(|| ImportError::damaged("no sheet at that place"))?;
        let (grid, epoch_1904) = match &mut self.source {
            Source::Xlsx(book) => {
                (guarded(|| streamed(book, &name, extent, progress))?, guarded(|| Ok(book.has_1904_epoch()))?)
            }
            Source::Ods(book) => (guarded(|| at_once(&mut **book, &name, extent, progress))?, false),
            Source::Xls(book) => (guarded(|| at_once(&mut **book, &name, extent, progress))?, book.has_1904_epoch()),
            Source::Ready(sheets) => {
                let Some(sheet) = sheets.get_mut(index) else { return Ok(Sheet::default()) };
                return Ok(match extent {
                    Extent::Whole => std::mem::take(sheet),
                    Extent::First(most) => sheet.first(most),
                });
            }
        };
        Ok(Sheet { name: Some(name), visible, epoch_1904, rows: grid.into_rows() })
    }

    /// Cells of one sheet that are merged downwards: first and last row and first and last column, from 0. None where the
    /// format, or its reader, does not tell.
    pub(super) fn merged_downwards(&mut self, index: usize) -> Vec<(u32, u32, u32, u32)> {
        let Some((name, _)) = self.sheets.get(index).cloned() else { return Vec::new() };
        let merged = match &mut self.source {
            Source::Xlsx(book) => guarded(|| book.merge_cells_by_sheet_name(&name).map_err(|e| refused(&e))),
            Source::Xls(book) => guarded(|| book.merge_cells_by_sheet_name(&name).map_err(|e| refused(&e))),
            Source::Ods(_) | Source::Ready(_) => return Vec::new(),
        };
        let merged = merged.unwrap_or_default().into_iter();
        merged.filter(|m| m.end.0 > m.start.0).map(|m| (m.start.0, m.end.0, m.start.1, m.end.1)).collect()
    }
}

/// Runs calamine; it panics on some damaged files (343 of 200,000 mutants of an xls).
fn guarded<T>(read: impl FnOnce() -> Result<T, ImportError>) -> Result<T, ImportError> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(ImportError::damaged("the reader gave up")))
}

fn refused(error: &(impl std::fmt::Display + std::fmt::Debug)) -> ImportError {
    if format!("{error:?}") == "Password" { ImportError::Encrypted } else { ImportError::damaged(error) }
}

/// An xlsx sheet, cell by cell: a range would reserve the whole rectangle between two far cells.
fn streamed(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    extent: Extent,
    progress: &dyn Progress,
) -> Result<Grid, ImportError> {
    let mut grid = Grid::default();
    let mut cells = book.worksheet_cells_reader(name).map_err(|e| refused(&e))?;
    let eleven_zeros: Vec<bool> = cells
        .styles()
        .iter()
        .map(|style| style.number_format.as_ref().is_some_and(|format| means_eleven_digits(&format.format_code)))
        .collect();
    // In one pass calamine tells a cell's formula or its number format. Few files have a format that matters.
    if !eleven_zeros.contains(&true) {
        let next = || {
            let cell = cells.next_cell_with_formula_metadata()?;
            Ok(cell.map(|cell| (cell.pos, computed(&cell.value, cell.formula.is_some()))))
        };
        fill(&mut grid, extent, progress, next)?;
        return Ok(grid);
    }
    let mut bare = false;
    let next = || {
        let Some((cell, style)) = cells.next_cell_with_style_id()? else { return Ok(None) };
        bare |= *cell.get_value() == DataRef::Empty;
        let mut value = of_shared(cell.get_value());
        if let Cell::Number { format: format @ NumberFormat::Plain, .. } = &mut value
            && eleven_zeros.get(style).copied().unwrap_or_default()
        {
            *format = NumberFormat::ElevenZeros;
        }
        Ok(Some((cell.get_position(), value)))
    };
    fill(&mut grid, extent, progress, next)?;
    drop(cells);
    if bare && extent == Extent::Whole {
        let mut cells = book.worksheet_cells_reader(name).map_err(|e| refused(&e))?;
        let next = || {
            let Some(cell) = cells.next_cell_with_formula_metadata()? else { return Ok(None) };
            // Putting nothing leaves a cell as it is.
            let known = cell.value != DataRef::Empty;
            Ok(Some((cell.pos, if known { Cell::Empty } else { computed(&cell.value, cell.formula.is_some()) })))
        };
        fill(&mut grid, extent, progress, next)?;
    }
    Ok(grid)
}

/// Puts the cells that `next` gives, with their places, into the grid.
fn fill(
    grid: &mut Grid,
    extent: Extent,
    progress: &dyn Progress,
    mut next: impl FnMut() -> Result<Option<((u32, u32), Cell)>, XlsxError>,
) -> Result<(), ImportError> {
    let mut seen = 0usize;
    while let Some(((row, column), cell)) = next().map_err(|e| refused(&e))? {
        grid.put(row, column, cell)?;
        seen += 1;
        if seen.is_multiple_of(16 * 1024) {
            progress.report(Stage::Reading, grid.len(), 0)?;
        }
        if extent.is_reached(grid.len()) {
            break;
        }
    }
    Ok(())
}

/// A cell with a formula and no value is not blank, only never calculated.
fn computed(value: &DataRef<'_>, by_formula: bool) -> Cell {
    if by_formula && *value == DataRef::Empty { Cell::FormulaWithoutValue } else { of_shared(value) }
}

/// A sheet of a format that calamine has read completely when it opened the file.
fn at_once<'a, R>(book: &mut R, name: &str, extent: Extent, progress: &dyn Progress) -> Result<Grid, ImportError>
where
    R: Reader<Cursor<&'a [u8]>>,
    R::Error: std::fmt::Display + std::fmt::Debug,
{
    let range: Range<Data> = book.worksheet_range(name).map_err(|e| refused(&e))?;
    let formulas: Range<String> =
        if extent == Extent::Whole { book.worksheet_formula(name).map_err(|e| refused(&e))? } else { Range::empty() };
    let mut grid = Grid::default();
    let (top, left) = range.start().unwrap_or_default();
    for (row, cells) in (top..).zip(range.rows()) {
        for (column, value) in (left..).zip(cells) {
            let cell = of_shared(&borrowed(value));
            grid.put(row, column, cell)?;
        }
        if row.is_multiple_of(1024) {
            progress.report(Stage::Reading, grid.len(), 0)?;
        }
        if extent.is_reached(grid.len()) {
            break;
        }
    }
    let (top, left) = formulas.start().unwrap_or_default();
    for (row, column, formula) in formulas.used_cells() {
        let (row, column) = (top + u32::try_from(row).unwrap_or(0), left + u32::try_from(column).unwrap_or(0));
        if !formula.is_empty() && range.get_value((row, column)).is_none_or(|value| *value == Data::Empty) {
            grid.put(row, column, Cell::FormulaWithoutValue)?;
        }
    }
    Ok(grid)
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(value) => DataRef::Int(*value),
        Data::Float(value) => DataRef::Float(*value),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(value) => DataRef::Bool(*value),
        Data::DateTime(date) => DataRef::DateTime(*date),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

fn of_shared(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        #[expect(clippy::cast_precision_loss, reason = "Excel's integers are at most 30 bits")]
        DataRef::Int(value) => Cell::number(*value as f64),
        DataRef::Float(value) => Cell::number(*value),
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Bool(value) => Cell::Bool(*value),
        // Never calamine's own conversion: it panics on large negative serials.
        DataRef::DateTime(date) => Cell::Number { value: date.as_f64(), format: NumberFormat::Date },
        DataRef::DateTimeIso(text) => iso_date(text).map_or_else(|| Cell::text(text), Cell::Date),
        DataRef::Error(error) => Cell::Error(match error {
            calamine::CellErrorType::Div0 => "#DIV/0!",
            calamine::CellErrorType::NA => "#N/A",
            calamine::CellErrorType::Name => "#NAME?",
            calamine::CellErrorType::Null => "#NULL!",
            calamine::CellErrorType::Num => "#NUM!",
            calamine::CellErrorType::Ref => "#REF!",
            calamine::CellErrorType::Value => "#VALUE!",
            calamine::CellErrorType::GettingData => "#DATA!",
        }),
    }
}

/// The day of `1999-01-25` or `1999-01-25T00:00:00`.
pub(super) fn iso_date(text: &str) -> Option<NaiveDate> {
    let day = text.trim().get(..10)?;
    NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()
}

/// Whether a number format writes whole numbers with eleven digits: `00000000000`, also grouped or with a text beside it.
pub(super) fn means_eleven_digits(format: &str) -> bool {
    let first = format.split(';').next().unwrap_or_default();
    let mut quoted = false;
    let digits: String = first
        .chars()
        .filter(|c| {
            quoted ^= *c == '"';
            !quoted && matches!(c, '0' | '#' | '?' | '.' | ',' | '/' | '%' | 'E' | 'e')
        })
        .collect();
    digits == "0".repeat(crate::domain::Kpj::DIGITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_eleven_zeros_prove_a_leading_zero() {
        for (format, expected) in [
            ("00000000000", true),
            ("\"KPJ \"00000000000", true),
            ("00\\ 00000000\\ 0;@", true),
            ("0", false),
            ("0000000000000000", false),
            ("0000000000.0", false),
            ("General", false),
            ("#00000000000", false),
        ] {
            assert_eq!(means_eleven_digits(format), expected, "{format}");
        }
    }
}
