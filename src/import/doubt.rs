//! What a list that was read leaves open about its columns.

use super::header;
use super::sheet::Cell;
use super::table::Table;
use crate::domain::mapping::Doubt;
use crate::domain::{Field, Kpj, Nik, without_separators};

/// What a card is made of, and what cannot be missing.
const OF_A_CARD: [(Field, bool); 6] = [
    (Field::Kpj, true),
    (Field::Nik, true),
    (Field::Name, true),
    (Field::BirthDate, false),
    (Field::Sex, false),
    (Field::MembershipDate, false),
];

impl Table {
    /// Where a person should look whether the columns are the right ones: a number or the name has no column, or two have
    /// a title and contents for it. For a list whose columns nobody has said yet.
    #[must_use]
    pub fn doubts(&self) -> Vec<Doubt> {
        OF_A_CARD.into_iter().filter_map(|(field, needed)| self.doubt(field, needed)).collect()
    }

    fn doubt(&self, field: Field, needed: bool) -> Option<Doubt> {
        let taken = self.columns.of(field);
        if taken.is_empty() {
            return needed.then_some(Doubt::Missing(field));
        }
        let titled = header::titled(&self.header, field);
        if titled.len() < 2 {
            return None;
        }
        let fitting = |column: usize| self.rows.iter().filter(|row| fits(field, row.cell(column))).count();
        // An employee's number beside the NIK, or a column that is nearly empty, is no rival.
        let own = taken.iter().map(|column| fitting(*column)).max().unwrap_or_default();
        let rival = |column: &usize| taken.contains(column) || fitting(*column) * 2 > own;
        let rivals: Vec<usize> = titled.into_iter().filter(rival).collect();
        let shown = |column: &usize| self.header.cell(*column).shown().into_owned();
        (rivals.len() > 1).then(|| Doubt::Several(field, rivals.iter().map(shown).collect()))
    }
}

fn fits(field: Field, cell: &Cell) -> bool {
    let text = without_separators(&cell.shown());
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    match field {
        Field::Kpj => digits == Kpj::DIGITS && digits == text.len(),
        Field::Nik => digits == Nik::DIGITS && digits == text.len(),
        Field::BirthDate | Field::MembershipDate => digits >= 4,
        _ => !text.is_empty(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ReadOptions, read_text};
    use super::*;
    use crate::progress::Silent;

    fn doubts(text: &str) -> Vec<Doubt> {
        read_text(text, "a.csv", &ReadOptions::default(), &Silent).unwrap().doubts()
    }

    #[test]
    fn two_columns_with_the_same_kind_of_contents_are_doubted() {
        let several = |field, titles: &[&str]| Doubt::Several(field, titles.iter().map(ToString::to_string).collect());
        for (text, expected) in [
            ("NIK;NAMA;KPJ\n3522012501990001;BUDI;24123456782\n", vec![]),
            ("NIK;NAMA\n3522012501990001;BUDI\n", vec![Doubt::Missing(Field::Kpj)]),
            // the employee's number is no NIK
            ("NIK;NAMA;No KTP;KPJ\n10023;BUDI;3522012501990001;24123456782\n", vec![]),
            (
                "NIK;NAMA;No KTP;KPJ\n3522016501990001;BUDI;3522012501990001;24123456782\n",
                vec![several(Field::Nik, &["NIK", "No KTP"])],
            ),
            (
                "NIK;NAMA;Nama Peserta;KPJ\n3522012501990001;PT CONTOH;BUDI;24123456782\n",
                vec![several(Field::Name, &["NAMA", "Nama Peserta"])],
            ),
            ("NIK;NAMA DEPAN;NAMA BELAKANG;KPJ\n3522012501990001;BUDI;S;24123456782\n", vec![]),
        ] {
            assert_eq!(doubts(text), expected, "{text}");
        }
    }
}
