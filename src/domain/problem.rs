//! What can be wrong with a list, in the codes that CONTRACT.md promises to scripts.
//!
//! A problem is data: code, field, value. Its sentence comes from the language files.

use super::{Kpj, receipt::ReceiptNumber};
use serde::{Deserialize, Serialize};

/// How much a problem weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// A person must look; the card may be issued once they accept it.
    Warning,
    /// The row cannot become a card.
    Error,
}

impl Severity {
    /// `error` or `warning`, as in the JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A column that the program understands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Field {
    /// Card number.
    Kpj,
    /// National identity number, or the passport's.
    Nik,
    /// Full name.
    Name,
    /// Date of birth.
    BirthDate,
    /// Sex.
    Sex,
    /// Membership date (tanggal kepesertaan).
    MembershipDate,
    /// Kind of identity: KTP or PASSPORT.
    IdentityKind,
    /// Company number, repeated in each row.
    Npp,
    /// Company name, repeated in each row.
    Company,
}

impl Field {
    /// Every field, in the order in which people read them.
    pub const ALL: [Self; 9] = [
        Self::Kpj,
        Self::Nik,
        Self::Name,
        Self::BirthDate,
        Self::Sex,
        Self::MembershipDate,
        Self::IdentityKind,
        Self::Npp,
        Self::Company,
    ];

    /// The field of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.as_str() == key)
    }

    /// The key in JSON and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kpj => "kpj",
            Self::Nik => "nik",
            Self::Name => "name",
            Self::BirthDate => "birth_date",
            Self::Sex => "sex",
            Self::MembershipDate => "membership_date",
            Self::IdentityKind => "identity_kind",
            Self::Npp => "npp",
            Self::Company => "company",
        }
    }
}

/// The codes of problems in rows and files (CONTRACT.md). Each has one severity and one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the contract's table says what each code means; the names repeat it")]
pub enum Code {
    NameMissing,
    NameUnusual,
    /// A character that the card's font cannot show: printing it would leave a hole in the name.
    NameUnprintable,
    KpjMissing,
    KpjFormat,
    KpjLostZero,
    KpjCheckDigit,
    KpjRepeated,
    RowRepeated,
    KpjAlreadyIssued,
    NikMissing,
    NikFormat,
    NikDamaged,
    NikDate,
    NikSerial,
    NikRepeated,
    NikProvince,
    NikBirthDate,
    NikSex,
    NikKnown,
    BirthDateMissing,
    BirthDateFormat,
    BirthDateRange,
    SexFormat,
    BirthDateColumnMissing,
    NikColumnIsEmployeeNumber,
    NppLetters,
}

impl Code {
    /// Every code, in the order of the contract's table.
    pub const ALL: [Self; 27] = [
        Self::NameMissing,
        Self::NameUnusual,
        Self::NameUnprintable,
        Self::KpjMissing,
        Self::KpjFormat,
        Self::KpjLostZero,
        Self::KpjCheckDigit,
        Self::KpjRepeated,
        Self::RowRepeated,
        Self::KpjAlreadyIssued,
        Self::NikMissing,
        Self::NikFormat,
        Self::NikDamaged,
        Self::NikDate,
        Self::NikSerial,
        Self::NikRepeated,
        Self::NikProvince,
        Self::NikBirthDate,
        Self::NikSex,
        Self::NikKnown,
        Self::BirthDateMissing,
        Self::BirthDateFormat,
        Self::BirthDateRange,
        Self::SexFormat,
        Self::BirthDateColumnMissing,
        Self::NikColumnIsEmployeeNumber,
        Self::NppLetters,
    ];

    /// The contract's spelling.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NameMissing => "name-missing",
            Self::NameUnusual => "name-unusual",
            Self::NameUnprintable => "name-unprintable",
            Self::KpjMissing => "kpj-missing",
            Self::KpjFormat => "kpj-format",
            Self::KpjLostZero => "kpj-lost-zero",
            Self::KpjCheckDigit => "kpj-check-digit",
            Self::KpjRepeated => "kpj-repeated",
            Self::RowRepeated => "row-repeated",
            Self::KpjAlreadyIssued => "kpj-already-issued",
            Self::NikMissing => "nik-missing",
            Self::NikFormat => "nik-format",
            Self::NikDamaged => "nik-damaged",
            Self::NikDate => "nik-date",
            Self::NikSerial => "nik-serial",
            Self::NikRepeated => "nik-repeated",
            Self::NikProvince => "nik-province",
            Self::NikBirthDate => "nik-birth-date",
            Self::NikSex => "nik-sex",
            Self::NikKnown => "nik-known",
            Self::BirthDateMissing => "birth-date-missing",
            Self::BirthDateFormat => "birth-date-format",
            Self::BirthDateRange => "birth-date-range",
            Self::SexFormat => "sex-format",
            Self::BirthDateColumnMissing => "birth-date-column-missing",
            Self::NikColumnIsEmployeeNumber => "nik-column-is-employee-number",
            Self::NppLetters => "npp-letters",
        }
    }

    /// Whether the code refuses a row (or file) or only asks for a look.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::NameUnusual
            | Self::KpjCheckDigit
            | Self::NikProvince
            | Self::NikBirthDate
            | Self::NikSex
            | Self::NikKnown
            | Self::BirthDateRange
            | Self::SexFormat
            | Self::BirthDateColumnMissing
            | Self::NppLetters => Severity::Warning,
            Self::NameMissing
            | Self::NameUnprintable
            | Self::KpjMissing
            | Self::KpjFormat
            | Self::KpjLostZero
            | Self::KpjRepeated
            | Self::RowRepeated
            | Self::KpjAlreadyIssued
            | Self::NikMissing
            | Self::NikFormat
            | Self::NikDamaged
            | Self::NikDate
            | Self::NikSerial
            | Self::NikRepeated
            | Self::BirthDateMissing
            | Self::BirthDateFormat
            | Self::NikColumnIsEmployeeNumber => Severity::Error,
        }
    }
}

/// A finer distinction inside a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `nik-birth-date`: day and month changed places.
    DayMonthSwapped,
    /// `nik-birth-date`: one digit of the two-digit year differs.
    YearDigit,
    /// `nik-birth-date`: another date altogether.
    Other,
    /// A formula whose result the file does not hold.
    FormulaWithoutValue,
    /// `name-unusual`: a digit in the name.
    Digit,
    /// `name-unusual`: more than 60 characters.
    TooLong,
}

impl Kind {
    /// The key in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DayMonthSwapped => "day-month-swapped",
            Self::YearDigit => "year-digit",
            Self::Other => "other",
            Self::FormulaWithoutValue => "formula-without-value",
            Self::Digit => "digit",
            Self::TooLong => "too-long",
        }
    }
}

/// What else a problem points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reference {
    /// An earlier row of the same file, by the number the user sees.
    Row(u32),
    /// The receipt with which the number was issued before.
    Receipt(ReceiptNumber),
    /// Another card of the same person.
    Kpj(Kpj),
}

/// One thing wrong, in one row or in the file as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which rule.
    pub code: Code,
    /// Which column; `None` for problems of the file.
    pub field: Option<Field>,
    /// What stands in the file, as text.
    pub value: String,
    /// What the program offers instead; dates in ISO form. Never applied without the user.
    pub suggestion: Option<String>,
    /// A finer distinction, where the code has one.
    pub kind: Option<Kind>,
    /// What else to look at.
    pub reference: Option<Reference>,
}

impl Problem {
    /// A problem of one cell.
    #[must_use]
    pub fn new(code: Code, field: Field, value: impl Into<String>) -> Self {
        Self { field: Some(field), ..Self::of_file(code, value) }
    }

    /// A problem of the file.
    #[must_use]
    pub fn of_file(code: Code, value: impl Into<String>) -> Self {
        Self { code, field: None, value: value.into(), suggestion: None, kind: None, reference: None }
    }

    /// The same with a value to offer.
    #[must_use]
    pub fn suggesting(mut self, suggestion: impl Into<String>) -> Self {
        self.suggestion = Some(suggestion.into());
        self
    }

    /// The same with its kind.
    #[must_use]
    pub fn of_kind(mut self, kind: Kind) -> Self {
        self.kind = Some(kind);
        self
    }

    /// The same, pointing at something else.
    #[must_use]
    pub fn pointing_at(mut self, reference: Reference) -> Self {
        self.reference = Some(reference);
        self
    }

    /// The code's severity.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_code_stands_once_in_the_table() {
        let codes: HashSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(codes.len(), Code::ALL.len());
    }
}
