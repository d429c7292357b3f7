//! Columns as people name them: by a title, by a letter, a name by its parts, or by nothing where the list has none.

use super::header::normalised;
use super::sheet::{Row, limits};
use crate::domain::Field;

/// Fewer digits already make a title that may change with the month ("Upah 2026").
const DIGITS_OF_A_YEAR: usize = 4;

/// The columns that `wanted` names for a field: one, for a name in parts (`Depan + Belakang`) all of them, none for an
/// empty text (the list has no such column). `None` where the header has no such column.
pub(super) fn places(header: &Row, field: Field, wanted: &str) -> Option<Vec<usize>> {
    if wanted.trim().is_empty() {
        return Some(Vec::new());
    }
    let parts = || wanted.split('+').map(|part| place(header, part)).collect::<Option<Vec<usize>>>();
    match place(header, wanted) {
        Some(column) => Some(vec![column]),
        None if field == Field::Name => parts(),
        None => None,
    }
}

/// The column of a title, else of a letter (A-IV); `C:C` is a letter in any case.
fn place(header: &Row, wanted: &str) -> Option<usize> {
    if let Some((first, last)) = wanted.split_once(':')
        && first.trim().eq_ignore_ascii_case(last.trim())
        && let Some(column) = of_letters(first)
    {
        return Some(column);
    }
    let title = normalised(wanted);
    if title.is_empty() {
        return None;
    }
    header.cells.iter().position(|cell| normalised(&cell.shown()) == title).or_else(|| of_letters(wanted))
}

fn of_letters(letters: &str) -> Option<usize> {
    let letters = letters.trim().to_ascii_uppercase();
    if !(1..=2).contains(&letters.len()) || !letters.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let number = letters.bytes().fold(0usize, |number, b| number * 26 + usize::from(b - b'A') + 1);
    (1..=limits::COLUMNS as usize).contains(&number).then(|| number - 1)
}

/// How to name columns so that [`places`] finds them again: by title where it tells, else by letter; and whether a letter
/// was needed.
pub(super) fn named(header: &Row, columns: &[usize]) -> (String, bool) {
    let mut by_place = false;
    let names = columns.iter().map(|column| {
        let shown = header.cell(*column).shown();
        let title = normalised(&shown);
        let same = header.cells.iter().filter(|cell| normalised(&cell.shown()) == title).count();
        let plain = !shown.contains(['+', ':']) && digits(&title) < DIGITS_OF_A_YEAR;
        if !title.is_empty() && same == 1 && plain {
            return shown.into_owned();
        }
        by_place = true;
        let letters = letters(*column);
        // A title of one or two letters would come first.
        format!("{letters}:{letters}")
    });
    let names = names.collect::<Vec<_>>().join(" + ");
    (names, by_place)
}

pub(super) fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// A, B ... IV, as a spreadsheet names its columns; counted from 0.
#[must_use]
pub fn letters(column: usize) -> String {
    const ALPHABET: &[u8; 26] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let letter = |at: usize| char::from(ALPHABET[at % 26]);
    let first = (column >= 26).then(|| letter(column / 26 - 1));
    first.into_iter().chain([letter(column)]).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sheet::Cell;
    use super::*;

    fn row(titles: &[&str]) -> Row {
        Row { number: 1, cells: titles.iter().map(|title| Cell::text(title)).collect() }
    }

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        for (column, expected) in [(0, "A"), (25, "Z"), (26, "AA"), (255, "IV")] {
            assert_eq!((letters(column).as_str(), of_letters(expected)), (expected, Some(column)));
        }
    }

    #[test]
    fn a_name_may_have_parts_and_a_field_no_column() {
        let header = row(&["No", "Depan", "Belakang", "Kode + A"]);
        for (field, wanted, expected) in [
            (Field::Name, "Depan + belakang", Some(vec![1, 2])),
            (Field::Name, "B:B + C", Some(vec![1, 2])),
            (Field::Name, "Kode + A", Some(vec![3])),
            (Field::Name, "Depan + Tengah", None),
            (Field::Nik, "Depan + Belakang", None),
            (Field::Sex, " ", Some(vec![])),
        ] {
            assert_eq!(places(&header, field, wanted), expected, "{wanted}");
        }
    }

    #[test]
    fn every_column_can_be_named_whatever_the_titles_are() {
        let header = row(&["Nama", "L", "P", "", "Nama", "B", "x : y", "a + b", "Upah 2026", "NIK"]);
        for column in 0..12 {
            let (name, by_place) = named(&header, &[column]);
            assert_eq!(places(&header, Field::Name, &name), Some(vec![column]), "{name}");
            assert_eq!(by_place, !matches!(column, 1 | 2 | 5 | 9), "{name}");
        }
        let (name, _) = named(&header, &[9, 3, 7]);
        assert_eq!(places(&header, Field::Name, &name), Some(vec![9, 3, 7]), "{name}");
    }
}
