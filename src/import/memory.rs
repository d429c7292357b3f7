//! Knows a header again that a person explained before: by the set of its titles.

use super::column::{self, digits};
use super::header::{self, normalised};
use super::rejects::REASON;
use super::sheet::Row;
use super::table::{ReadOptions, Table, hexadecimal};
use crate::domain::mapping::{HeaderKey, MappingOrigin, RememberedMapping};
use sha2::{Digest, Sha256};

/// A title with so many digits is no title: somebody took a row of people for the header, and their numbers are not
/// to be kept (DOMAIN.md, section 8).
const DIGITS_OF_A_PERSON: usize = 8;

impl ReadOptions {
    /// Whether the user said anything at all.
    #[must_use]
    pub fn is_given(&self) -> bool {
        self.sheet.is_some() || self.header_row.is_some() || !self.columns.is_empty()
    }
}

impl Table {
    /// How its columns came to be known; `options` are those it was read with.
    #[must_use]
    pub fn mapping_origin(&self, options: &ReadOptions) -> MappingOrigin {
        let known = || key(&self.header).is_some_and(|key| options.remembered.iter().any(|one| one.fits(&key)));
        if options.is_given() {
            MappingOrigin::Given
        } else if known() {
            MappingOrigin::Remembered
        } else {
            MappingOrigin::Detected
        }
    }

    /// Tells its row of titles again; `None` where it is none.
    #[must_use]
    pub fn header_key(&self) -> Option<HeaderKey> {
        key(&self.header)
    }

    /// What to remember of `options` for the next list with these titles; `None` where the user said nothing, or where
    /// the row is no row of titles.
    #[must_use]
    pub fn to_remember(&self, options: &ReadOptions) -> Option<RememberedMapping> {
        let headers = key(&self.header).filter(|_| options.is_given())?;
        let mut by_place = false;
        let mut columns = Vec::with_capacity(options.columns.len());
        for (field, wanted) in &options.columns {
            let (name, by_letter) = column::named(&self.header, &column::places(&self.header, *field, wanted)?);
            by_place |= by_letter;
            columns.push((*field, name));
        }
        let (sheet, header_row) = (options.sheet.clone(), options.header_row);
        Some(RememberedMapping { headers, by_place, sheet, header_row, columns })
    }
}

/// The number of the row that a person explained before, what they said, and how well the place fits too (from 1).
pub(super) fn recall<'a>(
    rows: &[Row],
    sheet: &str,
    options: &'a ReadOptions,
) -> Option<(u32, &'a RememberedMapping, usize)> {
    if options.is_given() || options.remembered.is_empty() {
        return None;
    }
    let mut best: Option<(u32, &RememberedMapping, usize)> = None;
    for (index, row) in rows.iter().enumerate() {
        let there = |one: &RememberedMapping| one.header_row == Some(row.number);
        if index >= header::REACH && !options.remembered.iter().any(there) {
            continue;
        }
        let Some(key) = key(&header::titles(rows, index).0) else { continue };
        for one in options.remembered.iter().filter(|one| one.fits(&key)) {
            let same_sheet =
                one.sheet.as_deref().is_some_and(|name| name.trim().to_lowercase() == sheet.to_lowercase());
            let fit = 1 + usize::from(there(one)) + usize::from(same_sheet);
            if best.is_none_or(|(_, _, best)| fit > best) {
                best = Some((row.number, one, fit));
            }
        }
    }
    best
}

/// Whether numbers of people stand in the row, as they never do among titles.
pub(super) fn holds_people(row: &Row) -> bool {
    row.cells.iter().any(|cell| digits(&cell.shown()) >= DIGITS_OF_A_PERSON)
}

/// The key of a row of titles; the column that we add to what goes back is none of them.
fn key(header: &Row) -> Option<HeaderKey> {
    if holds_people(header) {
        return None;
    }
    let mut titles: Vec<String> = header.cells.iter().map(|cell| normalised(&cell.shown())).collect();
    let reason = normalised(REASON);
    titles.iter_mut().filter(|title| **title == reason).for_each(String::clear);
    while titles.last().is_some_and(String::is_empty) {
        titles.pop();
    }
    let order = hash(&titles);
    titles.retain(|title| !title.is_empty());
    titles.sort_unstable();
    (titles.len() >= 2).then(|| HeaderKey { set: hash(&titles), order })
}

fn hash(titles: &[String]) -> String {
    hexadecimal(&Sha256::digest(titles.join("\n")))
}

#[cfg(test)]
mod tests {
    use super::super::sheet::Cell;
    use super::*;

    fn row(titles: &[&str]) -> Row {
        Row { number: 1, cells: titles.iter().map(|title| Cell::text(title)).collect() }
    }

    #[test]
    fn a_header_is_known_again_in_any_order_and_beside_our_reasons() {
        let known = key(&row(&["Kode", "Orang", "Lahir"])).unwrap();
        let again = key(&row(&["orang", "", "LAHIR", "Kode.", "Alasan"])).unwrap();
        assert_eq!(known.set, again.set);
        assert_ne!(known.order, again.order);
        assert_eq!(known, key(&row(&["Kode", "Orang", "Lahir", "Alasan"])).unwrap());
        assert_ne!(known.set, key(&row(&["Kode", "Orang", "Lahir", "Lahir"])).unwrap().set);
    }

    #[test]
    fn a_row_of_people_is_no_header_to_remember() {
        assert_eq!(key(&row(&["BUDI", "3522012501990001"])), None);
        assert_eq!(key(&row(&["Daftar tenaga kerja"])), None);
    }
}
