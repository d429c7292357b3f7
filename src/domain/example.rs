//! An example of each problem: a cell as it must not be, and as it should be. All numbers are synthetic.

use super::problem::{Code, Field};

/// A cell, wrong and right. Dates are written as people write them, day first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// Which column the cell stands in. For a missing column: the column that is missing.
    pub field: Field,
    /// As it must not be; empty: nothing stands there. For a missing column: the titles that are there.
    pub wrong: &'static str,
    /// As it should be; `None`: the row is left out.
    pub right: Option<&'static str>,
    /// What else has to be known to see the mistake.
    pub beside: Option<Beside>,
}

/// Something else that the mistake is about: a field and what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// Another cell of the same row.
    SameRow(Field, &'static str),
    /// A cell of an earlier row.
    EarlierRow(Field, &'static str),
    /// On a card that was issued before.
    Issued(Field, &'static str),
}

impl Beside {
    /// The key in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SameRow(..) => "same-row",
            Self::EarlierRow(..) => "earlier-row",
            Self::Issued(..) => "issued",
        }
    }

    /// The field and what stands in it.
    #[must_use]
    pub fn cell(self) -> (Field, &'static str) {
        match self {
            Self::SameRow(field, value) | Self::EarlierRow(field, value) | Self::Issued(field, value) => (field, value),
        }
    }
}

impl Code {
    /// An example of the problem.
    #[must_use]
    pub fn example(self) -> Example {
        use Beside::{EarlierRow, Issued, SameRow};
        use Field::{BirthDate, Kpj, Name, Nik, Npp, Sex};
        const KPJ: &str = "24123456782";
        const OTHER_KPJ: &str = "24000000018";
        const NIK: &str = "3522012501990001";
        const OTHER_NIK: &str = "3522012501990002";
        const BORN: &str = "25-01-1999";
        let (field, wrong, right, beside) = match self {
            Self::NameMissing => (Name, "", Some("SITI AMINAH"), None),
            Self::NameUnusual => (Name, "SITI AM1NAH", Some("SITI AMINAH"), None),
            Self::NameUnprintable => (Name, "LINA 陈", Some("LINA CHEN"), None),
            Self::KpjMissing => (Kpj, "", Some(KPJ), None),
            Self::KpjFormat => (Kpj, "2412345678", Some(KPJ), None),
            Self::KpjLostZero => (Kpj, "8012345677", Some("08012345677"), None),
            Self::KpjCheckDigit => (Kpj, "24123456783", Some(KPJ), None),
            Self::KpjRepeated => (Kpj, KPJ, Some(OTHER_KPJ), Some(EarlierRow(Kpj, KPJ))),
            Self::RowRepeated => (Kpj, KPJ, None, Some(EarlierRow(Kpj, KPJ))),
            Self::KpjAlreadyIssued => (Kpj, KPJ, None, Some(Issued(Kpj, KPJ))),
            Self::NikMissing => (Nik, "", Some(NIK), None),
            Self::NikFormat => (Nik, "352201250199001", Some(NIK), None),
            Self::NikDamaged => (Nik, "3,52201E+15", Some(NIK), None),
            Self::NikDate => (Nik, "3522013201990001", Some(NIK), None),
            Self::NikSerial => (Nik, "3522012501990000", Some(NIK), None),
            Self::NikRepeated => (Nik, NIK, Some(OTHER_NIK), Some(EarlierRow(Nik, NIK))),
            Self::NikProvince => (Nik, "9722012501990001", Some(NIK), None),
            Self::NikBirthDate => (BirthDate, "04-05-1990", Some("05-04-1990"), Some(SameRow(Nik, "3522010504900001"))),
            Self::NikSex => (Sex, "P", Some("L"), Some(SameRow(Nik, NIK))),
            Self::NikKnown => (Nik, NIK, Some(OTHER_NIK), Some(Issued(Nik, NIK))),
            Self::BirthDateMissing => (BirthDate, "", Some(BORN), None),
            Self::BirthDateFormat => (BirthDate, "Januari 1999", Some(BORN), None),
            Self::BirthDateRange => (BirthDate, "25-01-2019", Some(BORN), None),
            Self::SexFormat => (Sex, "X", Some("L"), None),
            Self::BirthDateColumnMissing => {
                (BirthDate, "Nama · NIK · KPJ", Some("Nama · NIK · KPJ · Tanggal Lahir"), None)
            }
            // one such number would prove nothing
            Self::NikColumnIsEmployeeNumber => (Nik, "10234", Some(NIK), Some(EarlierRow(Nik, "10233"))),
            Self::NppLetters => (Npp, "JA101780", Some("24101780"), None),
        };
        Example { field, wrong, right, beside }
    }
}
