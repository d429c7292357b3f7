//! The register as a workbook or CSV: the office's four columns, in the office's order.

mod recap;
mod text;

use super::{ExportCause, ExportError, write_whole, write_workbook};
use crate::domain::{ReceiptStatus, RegisterEntry};
use crate::i18n;
use crate::tr;
use chrono::NaiveDate;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError};
use std::path::Path;

/// Place of the office's columns that sums look at.
const DAY: u16 = 0;
const COMPANY: u16 = 2;
const CARDS: u16 = 3;

/// A value of the register as a cell.
enum Value {
    Day(Option<NaiveDate>),
    Text(String),
    Count(u32),
}

/// Title, width in characters, and how to read the value.
struct Column(String, f64, fn(&RegisterEntry) -> Value);

/// Writes `entries` in the order given: a CSV where the name ends in `.csv`, else a workbook with a second sheet of sums
/// by month. `full` adds number, RO, status and hand-over after the office's four columns.
///
/// A void entry says so in words where the others have their number of cards, so that no sum can count it.
///
/// # Errors
/// [`ExportError`]; an older file under the same name then stays as it was.
pub fn write(entries: &[RegisterEntry], full: bool, path: &Path) -> Result<(), ExportError> {
    let columns = columns(full);
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv")) {
        write_whole(path, |file| text::write(entries, &columns, file))
    } else {
        let mut workbook = Workbook::new();
        fill(&mut workbook, entries, &columns)
            .map_err(|error| ExportError { path: path.to_owned(), source: ExportCause::Workbook(error) })?;
        write_workbook(path, &mut workbook)
    }
}

fn columns(full: bool) -> Vec<Column> {
    let mut columns = vec![
        Column(tr!("register-date"), 12.0, |entry| Value::Day(Some(entry.date))),
        Column(tr!("register-npp"), 11.0, |entry| Value::Text(entry.npp.to_string())),
        Column(tr!("register-company"), 44.0, |entry| Value::Text(entry.company.clone())),
        Column(tr!("register-cards"), 26.0, |entry| match entry.status {
            ReceiptStatus::Void => Value::Text(tr!("register-void", cards = entry.cards.to_string())),
            _ => Value::Count(entry.cards),
        }),
    ];
    if full {
        columns.extend([
            Column(tr!("register-number"), 18.0, |entry| {
                Value::Text(entry.number.as_ref().map(ToString::to_string).unwrap_or_default())
            }),
            Column(tr!("register-ro"), 24.0, |entry| Value::Text(entry.ro.clone().unwrap_or_default())),
            Column(tr!("register-status"), 14.0, |entry| Value::Text(i18n::status(entry.status))),
            Column(tr!("register-handed-over-to"), 24.0, |entry| {
                Value::Text(entry.handed_over_to.clone().unwrap_or_default())
            }),
            Column(tr!("register-handed-over-on"), 14.0, |entry| Value::Day(entry.handed_over_on)),
        ]);
    }
    columns
}

fn fill(workbook: &mut Workbook, entries: &[RegisterEntry], columns: &[Column]) -> Result<(), XlsxError> {
    // Rows go to the disk as they come: ten times less memory, and they do come in order.
    sheet(workbook.add_worksheet_with_low_memory()?, entries, columns)?;
    recap::sheet(workbook.add_worksheet(), entries)
}

/// The head of a table.
fn head() -> Format {
    Format::new()
        .set_bold()
        .set_font_color(Color::White)
        .set_background_color(Color::RGB(0x0B_5D_4E))
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
        .set_border_bottom(FormatBorder::Thin)
}

/// The foot of a table.
fn foot() -> Format {
    Format::new().set_bold().set_border_top(FormatBorder::Thin)
}

fn count() -> Format {
    Format::new().set_num_format("#,##0")
}

fn sheet(sheet: &mut Worksheet, entries: &[RegisterEntry], columns: &[Column]) -> Result<(), XlsxError> {
    let (head, count) = (head(), count());
    let day = Format::new().set_num_format("dd-mm-yyyy").set_align(FormatAlign::Left);
    // Text format: a number typed over it later is not damaged either.
    let text = Format::new().set_num_format("@");
    let void = Format::new().set_num_format("@").set_align(FormatAlign::Right).set_font_color(Color::Red);

    sheet.set_name(tr!("register-sheet"))?;
    sheet.set_row_height(0, 20)?;
    for (at, Column(title, width, _)) in (0u16..).zip(columns) {
        sheet.set_column_width(at, *width)?;
        sheet.write_string_with_format(0, at, title, &head)?;
    }
    for (row, entry) in (1u32..).zip(entries) {
        for (at, Column(_, _, value)) in (0u16..).zip(columns) {
            match value(entry) {
                Value::Day(Some(date)) => sheet.write_date_with_format(row, at, date, &day)?,
                Value::Day(None) => sheet,
                Value::Text(value) if at == CARDS => sheet.write_string_with_format(row, at, value, &void)?,
                Value::Text(value) => sheet.write_string_with_format(row, at, value, &text)?,
                Value::Count(value) => sheet.write_number_with_format(row, at, value, &count)?,
            };
        }
    }
    let last_row = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(columns.len().saturating_sub(1)).unwrap_or_default();
    if last_row > 0 {
        let cards: u64 = entries.iter().map(RegisterEntry::counted_cards).sum();
        // Function 9 sums what the filter shows.
        let sum = Formula::new(format!("=SUBTOTAL(9,D2:D{})", last_row + 1)).set_result(cards.to_string());
        sheet.write_string_with_format(last_row + 1, COMPANY, tr!("register-sum"), &foot())?;
        sheet.write_formula_with_format(last_row + 1, CARDS, sum, &foot().set_num_format("#,##0"))?;
    }
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_freeze_panes(1, 0)?;
    printed(sheet, true)
}

/// A4, the head on every page, page numbers at the foot.
fn printed(sheet: &mut Worksheet, landscape: bool) -> Result<(), XlsxError> {
    if landscape {
        sheet.set_landscape();
    }
    sheet.set_paper_size(9).set_repeat_rows(0, 0)?.set_print_fit_to_pages(1, 0);
    sheet.set_header("&L&A&R&D").set_footer("&C&P / &N");
    Ok(())
}
