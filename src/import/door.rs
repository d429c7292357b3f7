//! What a company's file says beyond the card stays outside: wages, mothers' names, bank accounts, phones and families are
//! dropped before anything else sees the rows (DOMAIN.md, section 8).
//!
//! Only columns that are known to be harmless come in. A list of forbidden titles would let through what nobody thought of.

use super::header::{self, Columns, normalised};
use super::sheet::{Cell, Row};
use crate::domain::Field;

/// Titles of columns by which a company finds its own row again.
const HARMLESS: [&str; 18] = [
    "NO",
    "NOMOR",
    "NOURUT",
    "NOMORURUT",
    "URUT",
    "NOPEGAWAI",
    "NOMORPEGAWAI",
    "NOINDUKKARYAWAN",
    "NOMORINDUKKARYAWAN",
    "NIKKARYAWAN",
    "NIP",
    "DIVISI",
    "KODEDIVISI",
    "DEPARTEMEN",
    "BAGIAN",
    "UNIT",
    "UNITKERJA",
    "JABATAN",
];

/// Empties every cell that neither the card nor the company's own look-up needs.
pub(super) fn close(rows: &mut [Row], header: &Row, columns: &Columns) {
    let read: Vec<usize> = Field::ALL.iter().flat_map(|field| columns.of(*field)).chain(columns.nik_or_kpj).collect();
    let comes_in = |column: usize| {
        let title = header.cell(column).shown();
        read.contains(&column) || header::is_known(&title) || HARMLESS.contains(&normalised(&title).as_str())
    };
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let comes_in: Vec<bool> = (0..width).map(comes_in).collect();
    for row in rows {
        for (cell, comes_in) in row.cells.iter_mut().zip(&comes_in) {
            if !comes_in {
                *cell = Cell::Empty;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_card_needs_comes_in() {
        let cells = |texts: &[&str]| texts.iter().map(|text| Cell::text(text)).collect::<Vec<_>>();
        let titles =
            ["No", "NAMA", "NAMA_IBU_KANDUNG", "NIK", "UPAH", "Gaji Pokok", "HP", "No. Rekening", "", "NIK (istri)"];
        let header = Row { number: 1, cells: cells(&titles) };
        let columns = Columns { nik: Some(3), name: vec![1], ..Columns::default() };
        let mut rows = [Row { number: 2, cells: cells(&["1", "BUDI", "x", "2", "x", "x", "x", "x", "x", "x", "x"]) }];
        close(&mut rows, &header, &columns);
        assert_eq!(rows[0].cells, cells(&["1", "BUDI", "", "2", "", "", "", "", "", "", ""]));
    }
}
