//! The register as a workbook or CSV: the office's four columns, in the office's order.

use super::{ExportCause, ExportError, write_whole, write_workbook};
use crate::domain::{RegisterEntry, date};
use crate::i18n;
use crate::tr;
use chrono::NaiveDate;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use std::path::Path;

/// A value of the register as a cell.
enum Value {
    Day(Option<NaiveDate>),
    Text(String),
    Count(u32),
}

/// Title, width in characters, and how to read the value.
struct Column(String, f64, fn(&RegisterEntry) -> Value);

/// Writes `entries` in the order given: a CSV where the name ends in `.csv`, else a workbook. `full` adds number, RO,
/// status and hand-over after the office's four columns.
///
/// # Errors
/// [`ExportError`]; an older file under the same name then stays as it was.
pub fn write(entries: &[RegisterEntry], full: bool, path: &Path) -> Result<(), ExportError> {
    let columns = columns(full);
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv")) {
        write_whole(path, |file| write_csv(entries, &columns, file))
    } else {
        let mut workbook = Workbook::new();
        sheet(workbook.add_worksheet(), entries, &columns)
            .map_err(|error| ExportError { path: path.to_owned(), source: error.into() })?;
        write_workbook(path, &mut workbook)
    }
}

fn columns(full: bool) -> Vec<Column> {
    let mut columns = vec![
        Column(tr!("register-date"), 12.0, |entry| Value::Day(Some(entry.date))),
        Column(tr!("register-npp"), 11.0, |entry| Value::Text(entry.npp.to_string())),
        Column(tr!("register-company"), 44.0, |entry| Value::Text(entry.company.clone())),
        Column(tr!("register-cards"), 26.0, |entry| Value::Count(entry.cards)),
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

fn sheet(sheet: &mut Worksheet, entries: &[RegisterEntry], columns: &[Column]) -> Result<(), XlsxError> {
    let head = Format::new()
        .set_bold()
        .set_font_color(Color::White)
        .set_background_color(Color::RGB(0x0B_5D_4E))
        .set_align(FormatAlign::VerticalCenter)
        .set_border_bottom(FormatBorder::Thin);
    let day = Format::new().set_num_format("dd-mm-yyyy").set_align(FormatAlign::Left);
    // Text format: a number typed over it later is not damaged either.
    let text = Format::new().set_num_format("@");
    let count = Format::new().set_num_format("#,##0");

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
                Value::Text(value) => sheet.write_string_with_format(row, at, value, &text)?,
                Value::Count(value) => sheet.write_number_with_format(row, at, value, &count)?,
            };
        }
    }
    let last_row = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(columns.len().saturating_sub(1)).unwrap_or_default();
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_paper_size(9).set_landscape().set_repeat_rows(0, 0)?.set_print_fit_to_pages(1, 0);
    sheet.set_footer("&C&P / &N");
    Ok(())
}

fn write_csv(
    entries: &[RegisterEntry],
    columns: &[Column],
    file: &mut tempfile::NamedTempFile,
) -> Result<(), ExportCause> {
    // Excel takes UTF-8 only with this mark, and `;` is the list separator of an Indonesian Windows.
    std::io::Write::write_all(file, "\u{feff}".as_bytes())?;
    let mut csv = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(std::io::BufWriter::new(file));
    csv.write_record(columns.iter().map(|Column(title, ..)| title))?;
    for entry in entries {
        csv.write_record(columns.iter().map(|Column(_, _, value)| match value(entry) {
            Value::Day(day) => day.map(date::short).unwrap_or_default(),
            Value::Text(text) => harmless(text),
            Value::Count(count) => count.to_string(),
        }))?;
    }
    Ok(csv.flush()?)
}

/// A spreadsheet runs CSV text that begins with one of these; an apostrophe stops it.
fn harmless(text: String) -> String {
    let first = text.chars().next();
    if first.is_some_and(|c| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠')) {
        format!("'{text}")
    } else {
        text
    }
}
