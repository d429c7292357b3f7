//! The register as CSV that an Indonesian Excel opens as a table.

use super::{Column, Value};
use crate::domain::{RegisterEntry, date};
use crate::export::ExportCause;
use std::io::Write;

pub(super) fn write(
    entries: &[RegisterEntry],
    columns: &[Column],
    file: &mut tempfile::NamedTempFile,
) -> Result<(), ExportCause> {
    // Excel takes UTF-8 only with this mark, and `;` is the list separator of an Indonesian Windows.
    file.write_all("\u{feff}".as_bytes())?;
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
