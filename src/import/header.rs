//! Where the table is and which column is what.
//!
//! Titles are matched whole after normalising, never in part and never by place: the oldest template has
//! `TGL_LAHIR_SUAMI_ISTRI` and `NAMA_ANAK_1` beside the worker's own columns.

use super::column;
use super::error::ImportError;
use super::sheet::{Cell, Row};
use crate::domain::{Field, Kpj, Nik, without_separators};
use serde::{Deserialize, Serialize};

/// Rows with something in them among which the header is looked for.
pub(super) const REACH: usize = 30;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// One field.
    Only(Field),
    /// Middle name; goes behind the first.
    MiddleName,
    /// Last name; goes behind the others.
    LastName,
    /// `NOMOR_IDENTITAS_KPJ`: sixteen digits are a NIK, eleven a KPJ.
    NikOrKpj,
}

/// Titles, normalised; of several columns for one field the earlier title wins where their contents do not decide.
const TITLES: &[(Role, &[&str])] = &[
    (
        Role::Only(Field::Kpj),
        &[
            "KPJ",
            "NOKPJ",
            "NOMORKPJ",
            "NOREF",
            "NOREFERENSI",
            "NOMORREFERENSI",
            "NOPESERTA",
            "NOMORPESERTA",
            "NOKARTUPESERTA",
            "NOMORKARTUPESERTA",
            "NOBPJSTK",
            "NOMORBPJSTK",
            "NOBPJSKETENAGAKERJAAN",
            "NOMORBPJSKETENAGAKERJAAN",
            "NOKPJBPJSTK",
            "NOKPJBPJSKETENAGAKERJAAN",
            "NOJAMSOSTEK",
            "NOMORJAMSOSTEK",
            "BPJSTK",
            "BPJSKETENAGAKERJAAN",
            "NOKARTU",
            "NOMORKARTU",
        ],
    ),
    (
        Role::Only(Field::Nik),
        &[
            "NIKKTP",
            "NOKTP",
            "NOMORKTP",
            "NOEKTP",
            "NOMOREKTP",
            "NIKEKTP",
            "NOKTPNIK",
            "NONIKKTP",
            "NOMORNIKKTP",
            "NOMORINDUKKEPENDUDUKAN",
            "NIK",
            "NONIK",
            "NOMORNIK",
            "NOMORIDENTITAS",
            "NOIDENTITAS",
            "KTP",
            "EKTP",
        ],
    ),
    (Role::NikOrKpj, &["NOMORIDENTITASKPJ", "NOIDENTITASKPJ"]),
    (
        Role::Only(Field::Name),
        &[
            "NAMALENGKAP",
            "NAMATENAGAKERJA",
            "NAMATK",
            "NAMAPEKERJA",
            "NAMAPESERTA",
            "NAMAKARYAWAN",
            "NAMAPEGAWAI",
            "NAMALENGKAPSESUAIKTP",
            "NAMASESUAIKTP",
            "NAMALENGKAPTENAGAKERJA",
            "NAMA",
            "NAMADEPAN",
        ],
    ),
    (Role::MiddleName, &["NAMATENGAH"]),
    (Role::LastName, &["NAMABELAKANG"]),
    (
        Role::Only(Field::BirthDate),
        &[
            "TANGGALLAHIR",
            "TGLLAHIR",
            "TGLLHR",
            "TGLLAHIRTK",
            "TANGGALLAHIRTK",
            "TTL",
            "TEMPATTANGGALLAHIR",
            "TEMPATTGLLAHIR",
            "TEMPATDANTANGGALLAHIR",
            "TEMPATDANTGLLAHIR",
            "TEMPATTGLLHR",
            "TMPTTGLLAHIR",
            "TMPTGLLAHIR",
        ],
    ),
    (
        Role::Only(Field::Sex),
        &["JENISKELAMIN", "JK", "LP", "GENDER", "KELAMIN", "SEX", "JNSKELAMIN", "JENISKELAMINLP", "JKLP", "JKEL"],
    ),
    (
        Role::Only(Field::MembershipDate),
        &["TGLKEPESERTAAN", "TANGGALKEPESERTAAN", "TGLKEPESERTAAN1", "TANGGALKEPESERTAAN1", "TGLPESERTA"],
    ),
    (Role::Only(Field::IdentityKind), &["JENISIDENTITAS", "JNSIDENTITAS", "TIPEIDENTITAS"]),
    (Role::Only(Field::Npp), &["NPP", "NONPP", "NOMORNPP", "NPPPERUSAHAAN"]),
    (Role::Only(Field::Company), &["NAMAPERUSAHAAN", "NAMAPRS", "PERUSAHAAN", "NAMABADANUSAHA"]),
];

/// Words that make a title somebody else's: a remark in brackets with one of them is not dropped.
const OTHERS: [&str; 12] =
    ["IBU", "AYAH", "BAPAK", "ORTU", "ORANGTUA", "SUAMI", "ISTRI", "PASANGAN", "ANAK", "KELUARGA", "WARIS", "DARURAT"];

/// Upper case, A-Z and 0-9 only.
#[must_use]
pub fn normalised(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

fn role(title: &str) -> Option<(Role, usize)> {
    let whole = normalised(title);
    let find = |title: &str| {
        TITLES.iter().find_map(|(role, titles)| Some((*role, titles.iter().position(|known| *known == title)?)))
    };
    let either = || {
        // "NIK / No. KTP": one thing by two names.
        let mut names = title.split('/').map(|name| find(&normalised(name)));
        let first = names.next()??;
        let mut rest = names.peekable();
        rest.peek()?;
        rest.all(|other| other.is_some_and(|(role, _)| role == first.0)).then_some(first)
    };
    find(&whole).or_else(either).or_else(|| {
        // "Tanggal Lahir (dd-mm-yyyy)", "NAMA LENGKAP (sesuai KTP) *"
        let (before, rest) = title.split_once('(')?;
        let (remark, after) = rest.split_once(')')?;
        let remark = normalised(remark);
        if OTHERS.iter().any(|word| remark.contains(word)) {
            None
        } else {
            find(&normalised(&format!("{before} {after}")))
        }
    })
}

/// Whether a title names something that a list of workers is read for, whichever column is taken in the end.
pub(super) fn is_known(title: &str) -> bool {
    role(title).is_some()
}

/// The columns whose titles name a field, from the left.
pub(super) fn titled(header: &Row, field: Field) -> Vec<usize> {
    let names = |cell: &Cell| matches!(cell, Cell::Text(title) if role(title).is_some_and(|(role, _)| role == Role::Only(field)));
    header.cells.iter().enumerate().filter(|(_, cell)| names(cell)).map(|(column, _)| column).collect()
}

/// The columns of a list, by their place from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Columns {
    pub(super) kpj: Option<usize>,
    pub(super) nik: Option<usize>,
    pub(super) nik_or_kpj: Option<usize>,
    pub(super) name: Vec<usize>,
    pub(super) birth_date: Option<usize>,
    pub(super) sex: Option<usize>,
    pub(super) membership_date: Option<usize>,
    pub(super) identity_kind: Option<usize>,
    pub(super) npp: Option<usize>,
    pub(super) company: Option<usize>,
}

impl Columns {
    /// Takes what the user said in the place of what the titles say; no column is an answer too.
    fn set(&mut self, field: Field, columns: Vec<usize>) {
        let first = columns.first().copied();
        if first.is_none() && matches!(field, Field::Kpj | Field::Nik) {
            // A column of both kinds is left to the other one.
            let both = self.nik_or_kpj.take();
            self.kpj = self.kpj.or(both);
            self.nik = self.nik.or(both);
        }
        let place = match field {
            Field::Name => {
                self.name = columns;
                return;
            }
            Field::Kpj => &mut self.kpj,
            Field::Nik => &mut self.nik,
            Field::BirthDate => &mut self.birth_date,
            Field::Sex => &mut self.sex,
            Field::MembershipDate => &mut self.membership_date,
            Field::IdentityKind => &mut self.identity_kind,
            Field::Npp => &mut self.npp,
            Field::Company => &mut self.company,
        };
        *place = first;
    }

    /// The columns of one field, in the order in which they are read.
    #[must_use]
    pub fn of(&self, field: Field) -> Vec<usize> {
        let place = match field {
            Field::Name => return self.name.clone(),
            Field::Kpj => self.kpj.or(self.nik_or_kpj),
            Field::Nik => self.nik.or(self.nik_or_kpj),
            Field::BirthDate => self.birth_date,
            Field::Sex => self.sex,
            Field::MembershipDate => self.membership_date,
            Field::IdentityKind => self.identity_kind,
            Field::Npp => self.npp,
            Field::Company => self.company,
        };
        place.into_iter().collect()
    }

    /// How much the header is worth; 0 if this is no header of a list of people.
    fn score(&self) -> usize {
        let worth = |field: Field, points: usize| if self.of(field).is_empty() { 0 } else { points };
        let who = worth(Field::Kpj, 3) + worth(Field::Nik, 3) + worth(Field::Name, 3);
        let all = Field::ALL.iter().filter(|field| !self.of(**field).is_empty()).count();
        if who == 0 || all < 2 { 0 } else { who + worth(Field::BirthDate, 2) + all }
    }
}

/// What the user said about the columns (`--map`).
pub type Mapping<'a> = &'a [(Field, String)];

/// A header, with the place of its row among the sheet's rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Header {
    /// Place of the row among the rows of the sheet.
    pub index: usize,
    /// Number of the row, from 1.
    pub number: u32,
    /// How many rows it takes: two where titles stand over subtitles.
    pub depth: usize,
    /// Its titles, those of both rows put together.
    pub titles: Row,
    /// Its columns.
    pub columns: Columns,
    /// How sure we are; for choosing between sheets.
    pub score: usize,
}

/// Finds the header among the first rows, or reads the row that the user named; row 0 stands for a list without titles,
/// whose columns have letters only.
///
/// `Ok(None)`: none of them looks like a header.
///
/// # Errors
/// [`ImportError::UnknownColumn`] if the user mapped a field to a column that is not in the row that would be the header.
pub fn find(rows: &[Row], header_row: Option<u32>, mapping: Mapping<'_>) -> Result<Option<Header>, ImportError> {
    if header_row == Some(0) {
        let titles = Row { number: 0, cells: Vec::new() };
        let columns = columns(&titles, rows, mapping).map_err(|(_, error)| error)?;
        let score = columns.score();
        return Ok((score > 0).then_some(Header { index: 0, number: 0, depth: 0, titles, columns, score }));
    }
    let mut best: Option<(usize, Header)> = None;
    let mut missing = None;
    for (index, row) in rows.iter().enumerate() {
        if header_row.map_or(index >= REACH, |number| row.number > number) {
            break;
        }
        if header_row.is_some_and(|number| row.number != number) {
            continue;
        }
        let (titles, depth) = titles(rows, index);
        match columns(&titles, &rows[index + depth..], mapping) {
            Ok(columns) => {
                let score = columns.score();
                // Letters fit every row, also a title above the table; the header is the fuller row.
                let filled = if mapping.is_empty() { 0 } else { row.cells.iter().filter(|c| !c.is_empty()).count() };
                let weight = score * 1_000 + filled;
                if score > 0 && weight > best.as_ref().map_or(0, |(weight, _)| *weight) {
                    best = Some((weight, Header { index, number: row.number, depth, titles, columns, score }));
                }
            }
            Err((score, error)) => {
                if score > missing.as_ref().map_or(0, |(best, _)| *best) {
                    missing = Some((score, error));
                }
            }
        }
    }
    match (best.map(|(_, header)| header), missing) {
        (Some(best), Some((score, _))) if best.score >= score => Ok(Some(best)),
        (_, Some((_, error))) => Err(error),
        (best, None) => Ok(best),
    }
}

/// The titles of a row, with the subtitles of the next: `Tempat, Tanggal Lahir` over `Tempat` and `Tgl Lahir`.
pub(super) fn titles(rows: &[Row], index: usize) -> (Row, usize) {
    let top = &rows[index];
    let role_of = |cell: &Cell| if let Cell::Text(title) = cell { role(title) } else { None };
    let roles = |row: &Row| row.cells.iter().filter(|cell| role_of(cell).is_some()).count();
    let below = rows.get(index + 1).filter(|below| {
        // Subtitles only complete a header, they are none themselves; and nothing in them is a value.
        below.number == top.number + 1
            && (1..roles(top)).contains(&roles(below))
            && below.cells.iter().all(|cell| matches!(cell, Cell::Empty | Cell::Text(_)))
            && below.cells.iter().all(|cell| cell.shown().bytes().filter(u8::is_ascii_digit).count() < 4)
            && below.cells.iter().enumerate().all(|(column, cell)| {
                let (own, above) = (role_of(cell), role_of(top.cell(column)));
                own.is_none() || top.cell(column).is_empty() || own.map(|own| own.0) == above.map(|above| above.0)
            })
    });
    let Some(below) = below else { return (top.clone(), 1) };
    let width = top.cells.len().max(below.cells.len());
    let cells = (0..width).map(|column| {
        let (above, own) = (top.cell(column), below.cell(column));
        let role = role_of(above).map(|above| above.0);
        let told_below = || role.is_some() && below.cells.iter().any(|cell| role_of(cell).map(|own| own.0) == role);
        // A remark below ("dd-mm-yyyy") leaves the title; a title that a subtitle repeats stands for its group.
        let takes_own = role_of(own).is_some() || above.is_empty() || (!own.is_empty() && told_below());
        if takes_own { own } else { above }.clone()
    });
    (Row { number: top.number, cells: cells.collect() }, 2)
}

/// The columns of a row taken as header, or why the user's mapping does not fit it, with the row's own score.
fn columns(row: &Row, below: &[Row], mapping: Mapping<'_>) -> Result<Columns, (usize, ImportError)> {
    let mut found: Vec<(Role, usize, usize)> = Vec::new();
    for (column, cell) in row.cells.iter().enumerate() {
        if let Cell::Text(title) = cell
            && let Some((role, rank)) = role(title)
        {
            found.push((role, rank, column));
        }
    }
    let pick = |role: Role, fits: fn(&str) -> bool| {
        let candidates: Vec<_> = found.iter().filter(|(other, ..)| *other == role).collect();
        // NIK can be the employee's number with the real one beside it as "No KTP": what stands below decides.
        let fitting = |column: usize| {
            if candidates.len() < 2 {
                return 0;
            }
            below.iter().filter(|row| fits(&without_separators(&row.cell(column).shown()))).count()
        };
        candidates
            .iter()
            .max_by_key(|(_, rank, column)| (fitting(*column), std::cmp::Reverse((*rank, *column))))
            .map(|(_, _, column)| *column)
    };
    let only = |field: Field, fits: fn(&str) -> bool| pick(Role::Only(field), fits);
    let any: fn(&str) -> bool = |_| false;
    let mut columns = Columns {
        kpj: only(Field::Kpj, |text| text.len() == Kpj::DIGITS && text.bytes().all(|b| b.is_ascii_digit())),
        nik: only(Field::Nik, |text| text.len() == Nik::DIGITS && text.bytes().all(|b| b.is_ascii_digit())),
        nik_or_kpj: pick(Role::NikOrKpj, any),
        name: Vec::new(),
        birth_date: only(Field::BirthDate, |text| text.bytes().any(|b| b.is_ascii_digit())),
        sex: only(Field::Sex, any),
        membership_date: only(Field::MembershipDate, any),
        identity_kind: only(Field::IdentityKind, any),
        npp: only(Field::Npp, any),
        company: only(Field::Company, any),
    };
    if let Some(first) = only(Field::Name, |text| !text.is_empty()) {
        columns.name.push(first);
        let in_parts = matches!(row.cell(first), Cell::Text(title) if normalised(title) == "NAMADEPAN");
        if in_parts {
            columns.name.extend(pick(Role::MiddleName, any));
            columns.name.extend(pick(Role::LastName, any));
        }
    }
    let own = columns.score();
    for (field, wanted) in mapping {
        let Some(chosen) = column::places(row, *field, wanted) else {
            let titles =
                row.cells.iter().map(|cell| cell.shown().into_owned()).filter(|title| !title.is_empty()).collect();
            return Err((own, ImportError::UnknownColumn { field: *field, titles }));
        };
        columns.set(*field, chosen);
    }
    Ok(columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_without_titles_has_letters_only() {
        let rows = [row(4, &["BUDI", "3522012501990001"])];
        let said = [(Field::Name, "A".to_owned()), (Field::Nik, "B".to_owned())];
        let header = find(&rows, Some(0), &said).unwrap().unwrap();
        assert_eq!((header.number, header.depth, header.columns.nik), (0, 0, Some(1)));
        assert_eq!(find(&rows, Some(0), &[]).unwrap(), None);
    }

    fn row(number: u32, cells: &[&str]) -> Row {
        Row { number, cells: cells.iter().map(|text| Cell::text(text)).collect() }
    }

    fn titles(cells: &[&str]) -> Option<Columns> {
        find(&[row(1, cells)], None, &[]).unwrap().map(|header| header.columns)
    }

    #[test]
    fn titles_are_matched_whole_in_any_spelling() {
        let columns =
            titles(&["No.", "no. ktp", "Nama Lengkap (sesuai KTP)", "Tgl. Lahir*", "Jenis Kelamin (L/P)"]).unwrap();
        assert_eq!((columns.nik, columns.name, columns.birth_date, columns.sex), (Some(1), vec![2], Some(3), Some(4)));
        assert_eq!(titles(&["NIK KARYAWAN LAMA", "NAMA BANK", "TGL LAHIR ANAK"]), None);
    }

    #[test]
    fn columns_of_the_family_are_never_taken() {
        let family = [
            "NAMA_IBU_KANDUNG",
            "SUAMI_ISTRI",
            "TGL_LAHIR_SUAMI_ISTRI",
            "NAMA_ANAK_1",
            "TGL_LAHIR_ANAK_1",
            "Nama (Ibu Kandung)",
            "NIK (suami/istri)",
        ];
        assert_eq!(titles(&family), None);
        let own: Vec<_> = family.into_iter().chain(["NOMOR_IDENTITAS", "NAMA_DEPAN", "NAMA_BELAKANG"]).collect();
        let columns = titles(&own).unwrap();
        assert_eq!((columns.nik, columns.name, columns.birth_date), (Some(7), vec![8, 9], None));
    }

    #[test]
    fn of_two_columns_for_one_field_the_contents_decide() {
        let rows = [
            row(1, &["NIK", "Nama", "No. KTP"]),
            row(2, &["100234", "A", "3522012501990001"]),
            row(3, &["100235", "B", "3522016501990001"]),
        ];
        assert_eq!(find(&rows, None, &[]).unwrap().unwrap().columns.nik, Some(2));
        let rows = [row(1, &["No KTP", "Nama", "NIK"]), row(2, &["", "A", "3522012501990001"])];
        assert_eq!(find(&rows, None, &[]).unwrap().unwrap().columns.nik, Some(2));
    }

    #[test]
    fn subtitles_complete_a_header_and_values_do_not() {
        let top = row(3, &["No", "Nama", "Tempat, Tanggal Lahir", "", "NIK / No KTP", "Jenis Identitas"]);
        let below = row(4, &["", "(sesuai KTP)", "Tempat", "Tgl Lahir"]);
        let person = row(5, &["1", "BUDI", "Bojonegoro", "25-01-1999", "3522012501990001", "KTP"]);
        let header = find(&[row(1, &["NPP"]), top.clone(), below, person], None, &[]).unwrap().unwrap();
        assert_eq!((header.number, header.depth), (3, 2));
        assert_eq!((header.columns.birth_date, header.columns.nik), (Some(3), Some(4)));
        let header = find(&[top, row(4, &["1", "BUDI", "", "", "", "KTP"])], None, &[]).unwrap().unwrap();
        assert_eq!((header.depth, header.columns.birth_date), (1, Some(2)));
    }

    #[test]
    fn the_user_maps_by_title_or_letter() {
        let rows = [row(1, &["Nama", "Lahir", "Kode A"])];
        let map = |wanted: &str| find(&rows, None, &[(Field::Nik, wanted.to_owned())]);
        assert_eq!(map("kode a").unwrap().unwrap().columns.nik, Some(2));
        assert_eq!(map("C").unwrap().unwrap().columns.nik, Some(2));
        assert_eq!(map("IV").unwrap().unwrap().columns.nik, Some(255));
        let named = |wanted: &str| find(&rows, Some(1), &[(Field::Nik, "C".into()), (Field::Name, wanted.to_owned())]);
        assert_eq!(named("Lahir + Nama").unwrap().unwrap().columns.name, [1, 0]);
        assert_eq!(find(&rows, Some(1), &[(Field::Name, String::new())]).unwrap(), None, "nobody is left");
        assert!(map("kode b").is_ok_and(|found| found.is_none()) || map("kode b").is_err());
    }
}
