//! Text files: values between delimiters.

use super::error::ImportError;
use super::sheet::{Cell, Grid, Sheet};
use crate::progress::{Progress, Stage};

/// Reads the whole text. Rows are numbered by line, as an editor shows them.
///
/// # Errors
/// [`ImportError::TooLarge`], or the user's own stop.
pub(super) fn read(text: &str, progress: &dyn Progress) -> Result<Sheet, ImportError> {
    let (delimiter, start) = match named_delimiter(text) {
        Some((delimiter, start)) => (delimiter, start),
        None => (likely_delimiter(text), 0),
    };
    let mut lines = Lines { text: text.as_bytes(), at: 0, line: 0 };
    let mut grid = Grid::default();
    let mut reader = reader(&text[start..], delimiter);
    let mut record = csv::StringRecord::new();
    let mut count = 0usize;
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => return Err(ImportError::damaged(error)),
        }
        let byte = record.position().map_or(0, csv::Position::byte);
        let row = lines.of(start.saturating_add(usize::try_from(byte).unwrap_or(usize::MAX)));
        for (column, value) in (0u32..).zip(&record) {
            grid.put(row, column, Cell::text(unwrapped(value)))?;
        }
        count += 1;
        if count.is_multiple_of(4096) {
            progress.report(Stage::Reading, count, 0)?;
        }
    }
    Ok(Sheet { name: None, visible: true, epoch_1904: false, rows: grid.into_rows() })
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

/// `="08012345677"`, the way to make Excel keep a zero in a CSV.
fn unwrapped(value: &str) -> &str {
    value.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(value)
}

/// Excel's own first line `sep=;`.
fn named_delimiter(text: &str) -> Option<(u8, usize)> {
    let line = text.lines().next()?;
    let start = line.len() + text[line.len()..].find('\n').map_or(0, |end| end + 1);
    let sign = line.trim_start_matches('\u{feff}').trim_matches('"').get(..4)?;
    let rest = line.trim_start_matches('\u{feff}').trim_matches('"').get(4..)?;
    match (sign.to_ascii_lowercase().as_str(), rest.as_bytes()) {
        ("sep=", [delimiter]) => Some((*delimiter, start)),
        _ => None,
    }
}

/// The delimiter that cuts most of the first records into an equal number of values, at least two.
fn likely_delimiter(text: &str) -> u8 {
    let mut end = text.len().min(64 * 1024);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let score = |delimiter: u8| {
        let mut widths = std::collections::BTreeMap::<usize, usize>::new();
        for record in reader(&text[..end], delimiter).into_records().flatten() {
            if record.len() > 1 {
                *widths.entry(record.len()).or_default() += 1;
            }
        }
        widths.into_iter().map(|(width, records)| (records, width)).max().unwrap_or_default()
    };
    let mut best = (b',', (0, 0));
    for delimiter in [b';', b',', b'\t', b'|'] {
        let score = score(delimiter);
        if score > best.1 {
            best = (delimiter, score);
        }
    }
    best.0
}

/// Line numbers for ascending places in a text; the csv crate counts blank lines into the record behind them.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u32,
}

impl Lines<'_> {
    /// The line, from 0, of the first character at or behind `place` that ends no line.
    fn of(&mut self, place: usize) -> u32 {
        while let Some(byte) = self.text.get(self.at) {
            if self.at >= place && !matches!(byte, b'\r' | b'\n') {
                break;
            }
            let next = self.text.get(self.at + 1);
            if *byte == b'\n' || (*byte == b'\r' && next != Some(&b'\n')) {
                self.line = self.line.saturating_add(1);
            }
            self.at += 1;
        }
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::Silent;

    #[test]
    fn rows_are_numbered_by_line_whatever_ends_them() {
        for text in [
            "a;b\n\nc;\"d\ne\"\nf;g\n",
            "a;b\r\n\r\nc;\"d\r\ne\"\r\nf;g\r\n",
            "a;b\r\rc;\"d\re\"\rf;g",
            "sep=;\na;b\nc;\"d\ne\"\nf;g",
            "\"sep=;\"\r\na;b\r\nc;\"d\r\ne\"\r\nf;g\r\n",
        ] {
            let sheet = read(text, &Silent).unwrap();
            let sep = u32::from(text.contains("sep"));
            let numbers: Vec<_> = sheet.rows.iter().map(|row| row.number).collect();
            assert_eq!(numbers, [1 + sep, 3, 5], "{text:?}");
            assert_eq!(sheet.rows[2].cell(1).shown(), "g", "{text:?}");
        }
    }

    #[test]
    fn the_delimiter_is_the_one_that_cuts_evenly() {
        for (text, expected) in [
            ("NAMA;TTL\nA;\"Bojonegoro, 05-04-1990\"\nB;Bojonegoro, 05-04-1990\n", b';'),
            ("NAMA,NIK\nA,1\nB,2", b','),
            ("NAMA\tNIK\nA, S.Kom\t1\nB, S.E.\t2", b'\t'),
            ("NAMA|NIK\nA|1\nB|2", b'|'),
            ("one column\nonly", b','),
            ("", b','),
        ] {
            assert_eq!(likely_delimiter(text), expected, "{text}");
        }
    }
}
