//! Which row is the header of a register, and which column is what. Titles are matched whole, never by position.

use crate::import::header::normalised;
use crate::import::sheet::{Cell, Row};

const DATE: &[&str] = &[
    "TANGGAL",
    "TGL",
    "TANGGALCETAK",
    "TGLCETAK",
    "TANGGALPENCETAKAN",
    "TANGGALTERIMA",
    "TGLTERIMA",
    "TANGGALTANDATERIMA",
    "TGLTANDATERIMA",
    "TANGGALREGISTER",
    "TGLREGISTER",
    "HARITANGGAL",
    "HARITGL",
    "HARIDANTANGGAL",
    "TANGGALSERAHTERIMA",
    "TANGGALPENYERAHAN",
    "TGLPENYERAHAN",
    "TANGGALKIRIM",
    "TGLKIRIM",
    "DATE",
];
const NPP: &[&str] = &["NPP", "NONPP", "NOMORNPP", "NPPPERUSAHAAN", "KODENPP", "NOMORPENDAFTARANPERUSAHAAN"];
const COMPANY: &[&str] = &[
    "NAMAPERUSAHAAN",
    "PERUSAHAAN",
    "NAMAPRS",
    "NMPERUSAHAAN",
    "NAMAPERUSAHAANBADANUSAHA",
    "NAMABADANUSAHA",
    "BADANUSAHA",
    "NAMAPEMBERIKERJA",
    "PEMBERIKERJA",
    "NAMAPT",
    "COMPANY",
];
const RO: &[&str] = &["RO", "NAMARO", "PEMBINA", "NAMAPEMBINA", "PEMBINARO", "ROPEMBINA", "RELATIONSHIPOFFICER"];

/// How a count's title begins, and how it goes on; the surest first.
const COUNT: [&str; 6] = ["JUMLAH", "JML", "JLH", "TOTAL", "BANYAKNYA", "BANYAK"];
const OF: [&str; 16] = [
    "KPJTENAGAKERJA",
    "KPJTK",
    "KPJ",
    "KARTUKPJ",
    "KARTUPESERTA",
    "KARTU",
    "KPJDICETAK",
    "KARTUDICETAK",
    "CETAK",
    "LEMBAR",
    "LBR",
    "TENAGAKERJA",
    "TENAGAKERJABARU",
    "TKBARU",
    "TK",
    "PESERTA",
];

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Date,
    Npp,
    Company,
    Cards,
    Ro,
}

/// The columns of a register, by their place from 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) date: Option<usize>,
    pub(super) npp: Option<usize>,
    pub(super) company: Option<usize>,
    pub(super) cards: Option<usize>,
    pub(super) ro: Option<usize>,
}

impl Columns {
    /// How many of the office's four columns there are; 0 if this is no header of a register.
    fn worth(&self) -> usize {
        let four = [self.date, self.npp, self.company, self.cards].iter().flatten().count();
        let company = self.npp.is_some() || self.company.is_some();
        if company && self.cards.is_some() && four >= 3 { four } else { 0 }
    }
}

/// The cell of a column, empty where there is none.
pub(super) fn cell(row: &Row, column: Option<usize>) -> &Cell {
    column.map_or(&Cell::Empty, |column| row.cell(column))
}

fn role(title: &str) -> Option<(Role, usize)> {
    let known = |title: &str| {
        let among = |role, titles: &[&str]| titles.iter().position(|known| *known == title).map(|rank| (role, rank));
        among(Role::Date, DATE)
            .or_else(|| among(Role::Npp, NPP))
            .or_else(|| among(Role::Company, COMPANY))
            .or_else(|| among(Role::Ro, RO))
            .or_else(|| {
                let rest = COUNT.iter().find_map(|count| title.strip_prefix(count))?;
                let rank = if rest.is_empty() { Some(OF.len()) } else { OF.iter().position(|of| *of == rest) };
                rank.map(|rank| (Role::Cards, rank))
            })
            .or_else(|| matches!(title, "LEMBAR" | "QTY" | "NUMBEROFKPJCARDS").then_some((Role::Cards, OF.len())))
    };
    known(&normalised(title)).or_else(|| {
        // "Jumlah KPJ (lembar)": a remark in brackets is no part of the title.
        let (before, rest) = title.split_once('(')?;
        let after = rest.split_once(')').map_or("", |(_, after)| after);
        known(&normalised(&format!("{before} {after}")))
    })
}

fn columns<'a>(titles: impl Iterator<Item = std::borrow::Cow<'a, str>>) -> Columns {
    let mut columns = Columns::default();
    let mut ranks = [usize::MAX; 5];
    for (place, title) in titles.enumerate() {
        let Some((role, rank)) = role(&title) else { continue };
        let column = match role {
            Role::Date => &mut columns.date,
            Role::Npp => &mut columns.npp,
            Role::Company => &mut columns.company,
            Role::Cards => &mut columns.cards,
            Role::Ro => &mut columns.ro,
        };
        // The first of several columns of one title, and the surest title of several.
        if rank < ranks[role as usize] {
            ranks[role as usize] = rank;
            *column = Some(place);
        }
    }
    columns
}

/// Reads the row at `index` as a header, alone or with the row below it (`Jumlah` over `KPJ Tenaga Kerja`). Gives the
/// columns and how many rows it takes.
pub(super) fn find(rows: &[Row], index: usize) -> Option<(Columns, usize)> {
    let top = rows.get(index)?;
    if !top.cells.iter().any(|cell| matches!(cell, Cell::Text(_))) {
        return None;
    }
    let alone = columns(top.cells.iter().map(Cell::shown));
    let below = rows.get(index + 1).filter(|below| {
        let words = |cell: &Cell| match cell {
            Cell::Empty => true,
            Cell::Text(text) => !text.bytes().any(|byte| byte.is_ascii_digit()),
            _ => false,
        };
        below.number == top.number + 1 && below.cells.iter().all(words)
    });
    let both = below.map(|below| {
        let width = top.cells.len().max(below.cells.len());
        // A title merged over several columns stands in the first of them.
        let mut over = String::new();
        columns((0..width).map(|column| {
            let (above, own) = (top.cell(column).shown(), below.cell(column).shown());
            if !above.is_empty() {
                over = above.to_string();
            }
            let put = |above: &str| format!("{above} {own}");
            match (own.is_empty(), role(&above).is_some(), role(&own).is_some()) {
                (true, ..) => above,
                (_, _, true) => own,
                (_, true, _) if role(&put(&above)).is_none() => above,
                _ => put(&over).into(),
            }
        }))
    });
    let both = both.filter(|both| both.worth() > alone.worth());
    match both {
        Some(both) => Some((both, 2)),
        None => (alone.worth() > 0).then_some((alone, 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(number: u32, cells: &[&str]) -> Row {
        Row { number, cells: cells.iter().map(|text| Cell::text(text)).collect() }
    }

    #[test]
    fn the_four_columns_are_found_in_any_order_and_spelling() {
        for (titles, expected) in [
            (&["Tanggal", "NPP", "Nama Perusahaan", "Jumlah KPJ Tenaga Kerja"][..], Some([0, 1, 2, 3])),
            (&["No", "TGL.", "No. NPP", "PERUSAHAAN", "Jml Kartu (lembar)", "Paraf"], Some([1, 2, 3, 4])),
            (&["Nama Perusahaan", "Jumlah Iuran", "Jumlah TK", "Hari / Tanggal", "NPP"], Some([3, 4, 0, 2])),
            (&["NPP", "Nama Perusahaan", "NIK", "Nama"], None),
            (&["Bulan", "Jumlah"], None),
        ] {
            let found = find(&[row(1, titles)], 0).map(|(c, _)| [c.date, c.npp, c.company, c.cards]);
            assert_eq!(found, expected.map(|columns: [usize; 4]| columns.map(Some)), "{titles:?}");
        }
    }

    #[test]
    fn a_header_of_two_rows_is_one() {
        let rows = [
            row(3, &["Tanggal", "Perusahaan", "", "Jumlah"]),
            row(4, &["", "NPP", "Nama Perusahaan", "KPJ Tenaga Kerja"]),
        ];
        let (columns, depth) = find(&rows, 0).unwrap();
        assert_eq!((columns.date, columns.npp, columns.company, columns.cards), (Some(0), Some(1), Some(2), Some(3)));
        assert_eq!(depth, 2);
    }
}
