//! Which company a list is of: lines above the table, columns that say the same in each row, the file's name.

use super::header::{Columns, normalised};
use super::sheet::{Cell, Row};
use crate::domain::{Company, Npp, worker::card_name};

const NPP_LABELS: [&str; 5] = ["NPP", "NONPP", "NOMORNPP", "NPPPERUSAHAAN", "NOMORPENDAFTARANPERUSAHAAN"];
const NAME_LABELS: [&str; 6] =
    ["NAMAPERUSAHAAN", "PERUSAHAAN", "NAMAPRS", "NAMABADANUSAHA", "NAMAPEMBERIKERJA", "NAMAPERUSAHAANBADANUSAHA"];

/// Collects what the file says; the lines above the table are nearest to a person's word, the file name the farthest.
pub(super) fn find(above: &[Row], rows: &[Row], columns: &Columns, file: &str) -> Company {
    let mut company = Company::default();
    for row in above {
        in_line(row, &mut company);
    }
    if company.npp.is_none() {
        company.npp = columns.npp.and_then(|column| agreed(rows, column, |text| Npp::parse(text).ok()));
    }
    if company.name.is_none() {
        company.name = columns.company.and_then(|column| agreed(rows, column, name));
    }
    if company.npp.is_none() {
        company.npp = in_file_name(file);
    }
    company
}

/// The one value of a column whose filled cells all agree.
fn agreed<T: PartialEq>(rows: &[Row], column: usize, read: impl Fn(&str) -> Option<T>) -> Option<T> {
    let mut values = rows.iter().map(|row| row.cell(column)).filter(|cell| !cell.is_empty());
    let first = read(&values.next()?.shown())?;
    values.all(|cell| read(&cell.shown()).as_ref() == Some(&first)).then_some(first)
}

fn name(text: &str) -> Option<String> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '=' | '-' | '_' | '.' | ','));
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (name.chars().any(char::is_alphabetic) && !card_name(&name).is_empty()).then_some(name)
}

/// `NPP : 24101780` and `Nama Perusahaan : PT CONTOH`, in one cell, in neighbours, or one behind the other.
fn in_line(row: &Row, company: &mut Company) {
    let cells: Vec<_> = row.cells.iter().map(Cell::shown).collect();
    let parts: Vec<&str> =
        cells.iter().flat_map(|text| text.split(['\n', '\r', '\t', ';', '|'])).flat_map(|t| t.split("   ")).collect();
    let parts: Vec<&str> = parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
    for (at, part) in parts.iter().enumerate() {
        let (label, own) = part.split_once([':', '=']).unwrap_or((part, ""));
        let own = own.trim();
        // The value may stand in the next cell, with or without the colon, or behind a cell that holds only the colon.
        let next = || {
            let follows = parts[at + 1..].iter().map(|next| next.trim_start_matches([':', '=']).trim());
            follows.take(2).find(|next| !next.is_empty()).unwrap_or_default()
        };
        let label = normalised(label);
        if company.npp.is_none() && NPP_LABELS.contains(&label.as_str()) {
            let value = if own.is_empty() { next() } else { own };
            company.npp = npp_at_start(value);
        }
        if company.npp.is_none() && label.starts_with("NPP") && !part.contains(':') {
            company.npp = part.get(3..).and_then(|rest| Npp::parse(rest).ok());
        }
        if company.name.is_none() && NAME_LABELS.contains(&label.as_str()) {
            // The bare word, without colon, is a label only where a value follows it.
            let value = if own.is_empty() { next() } else { own };
            company.name = name(before_label(value, "NPP")).filter(|name| !is_label(name));
        }
        if company.name.is_none()
            && let Some(place) = part.to_ascii_lowercase().find("nama perusahaan")
            && place > 0
            && let Some(value) = part.get(place + "nama perusahaan".len()..)
            && value.trim_start().starts_with([':', '='])
        {
            company.name = name(value);
        }
    }
}

fn is_label(text: &str) -> bool {
    let text = normalised(text.split(':').next().unwrap_or_default());
    NPP_LABELS.contains(&text.as_str()) || NAME_LABELS.contains(&text.as_str())
}

/// `PT CONTOH NPP : 24101780` without the second label.
fn before_label<'a>(text: &'a str, label: &str) -> &'a str {
    let upper = text.to_ascii_uppercase();
    match upper.find(&format!(" {label}")) {
        Some(place) if upper[place + 1 + label.len()..].trim_start().starts_with([':', '=']) => &text[..place],
        _ => text,
    }
}

/// The NPP that a value begins with: alone, or with more words behind it.
fn npp_at_start(value: &str) -> Option<Npp> {
    Npp::parse(value).ok().or_else(|| {
        let word = value.split(|c: char| c.is_whitespace() || matches!(c, '/' | ',' | '(' | ')')).next()?;
        Npp::parse(word).ok()
    })
}

/// `template_tk_24101780.xlsx`, also with ` (1)` or `_1` behind it. Eight digits elsewhere in a name may be a date.
fn in_file_name(file: &str) -> Option<Npp> {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let words: Vec<&str> = stem.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let behind_mark = words.windows(2).find_map(|pair| {
        let mark = pair[0].to_ascii_lowercase();
        if matches!(mark.as_str(), "tk" | "npp") { Npp::parse(pair[1]).ok() } else { None }
    });
    behind_mark.filter(|npp| npp.as_str().bytes().filter(u8::is_ascii_digit).count() >= 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_above_the_table_name_the_company() {
        for cells in [
            &["NPP : 24101780", "Nama Perusahaan : PT Contoh Maju"][..],
            &["NPP", ": 24101780", "NAMA PERUSAHAAN", ":", "PT Contoh Maju"],
            &["NPP:", "24101780", "", "Perusahaan", "PT Contoh Maju"],
            &["NPP   :  24101780\nNama Perusahaan   :  PT Contoh  Maju"],
            &["Nama Perusahaan : PT Contoh Maju NPP : 24101780", "NPP 24101780"],
            &["NPP : 24101780 Nama Perusahaan : PT Contoh Maju"],
        ] {
            let row = Row { number: 1, cells: cells.iter().map(|text| Cell::text(text)).collect() };
            let company = find(&[row], &[], &Columns::default(), "x.xlsx");
            assert_eq!(company.npp.map(|npp| npp.to_string()).as_deref(), Some("24101780"), "{cells:?}");
            assert_eq!(company.name.as_deref(), Some("PT Contoh Maju"), "{cells:?}");
        }
    }

    #[test]
    fn the_file_name_names_the_company_only_behind_its_mark() {
        for (file, expected) in [
            ("template_tk_24101780.xlsx", Some("24101780")),
            ("template_tk_24101780 (1).xlsx", Some("24101780")),
            ("template_tk_24101780_1.xls", Some("24101780")),
            ("NPP 24101780 November.csv", Some("24101780")),
            ("daftar_20261120.xlsx", None),
            ("template_tk_November.xlsx", None),
            ("", None),
        ] {
            assert_eq!(in_file_name(file).map(|npp| npp.to_string()).as_deref(), expected, "{file}");
        }
    }
}
