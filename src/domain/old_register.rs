//! The office's old Excel register, as it is taken over: rows typed by hand, in whatever dress.

use super::Npp;
use chrono::NaiveDate;
use std::collections::HashMap;

/// Why a row of the old register cannot be taken over as it stands. These codes are the take-over's own; those of
/// worker lists are in [`Code`](super::Code).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OldCode {
    /// No date in the row, nor in one above that it would stand for.
    DateMissing,
    /// No date can be read.
    DateFormat,
    /// Before the office had such cards, or in the future.
    DateRange,
    /// Day and month changed places: only the other way round it falls into the month that the sheet names.
    DateSwapped,
    /// No company number.
    NppMissing,
    /// Not eight letters or digits.
    NppFormat,
    /// Seven digits in a numeric cell: a spreadsheet has dropped the leading zero.
    NppLostZero,
    /// No company name.
    CompanyMissing,
    /// No number of cards.
    CardsMissing,
    /// Not one whole number from 1 on.
    CardsFormat,
    /// A formula whose result the file does not hold.
    FormulaWithoutValue,
}

impl OldCode {
    /// Every code, in the order of the README's table.
    pub const ALL: [Self; 11] = [
        Self::DateMissing,
        Self::DateFormat,
        Self::DateRange,
        Self::DateSwapped,
        Self::NppMissing,
        Self::NppFormat,
        Self::NppLostZero,
        Self::CompanyMissing,
        Self::CardsMissing,
        Self::CardsFormat,
        Self::FormulaWithoutValue,
    ];

    /// The spelling in JSON and in the README.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DateMissing => "date-missing",
            Self::DateFormat => "date-format",
            Self::DateRange => "date-range",
            Self::DateSwapped => "date-swapped",
            Self::NppMissing => "npp-missing",
            Self::NppFormat => "npp-format",
            Self::NppLostZero => "npp-lost-zero",
            Self::CompanyMissing => "company-missing",
            Self::CardsMissing => "cards-missing",
            Self::CardsFormat => "cards-format",
            Self::FormulaWithoutValue => "formula-without-value",
        }
    }
}

/// One thing wrong in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldProblem {
    /// Which rule.
    pub code: OldCode,
    /// What stands in the file, as text.
    pub value: String,
    /// What the program offers instead, dates in ISO form. Never taken without the user's word.
    pub suggestion: Option<String>,
}

/// A row that can be taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldEntry {
    /// The register's day.
    pub date: NaiveDate,
    /// The company's number.
    pub npp: Npp,
    /// The company's name as it stands there, blanks put in order.
    pub company: String,
    /// Number of cards, from 1.
    pub cards: u32,
    /// Relationship officer, where the old register has such a column.
    pub ro: Option<String>,
}

/// What makes two rows the same row of the office's life: day, NPP, company and number of cards. Rows that agree in all
/// of it and stand twice in one file are two rows, so identity also takes their count.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Identity {
    date: NaiveDate,
    npp: Npp,
    company: String,
    cards: u32,
}

impl Identity {
    /// Of a name only letters and digits count: `PT. Contoh Maju` is `PT CONTOH MAJU`.
    #[must_use]
    pub fn new(date: NaiveDate, npp: Npp, company: &str, cards: u32) -> Self {
        Self { date, npp, company: name_key(company), cards }
    }
}

/// A company's name without what people write now this way, now that: case, blanks, dots.
#[must_use]
pub fn name_key(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// One row of the old register, judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldRow {
    /// Place of its sheet in [`OldRegister::sheets`].
    pub sheet: usize,
    /// Row number as the spreadsheet shows it, from 1; in a CSV, the line.
    pub number: u32,
    /// What is wrong with it; empty for a row that can be taken over.
    pub problems: Vec<OldProblem>,
    /// The entry: as it stands where nothing is wrong, else with every suggestion taken, where each problem has one.
    pub entry: Option<OldEntry>,
}

/// A sheet that holds a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldSheet {
    /// Its name; `None` for a text file.
    pub name: Option<String>,
    /// Row number of its first header, from 1.
    pub header_row: u32,
    /// How many rows of the register stand in it.
    pub rows: usize,
}

/// How many rows stand where; `rows = new + known + rejected`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OldCounts {
    /// Rows of the old register.
    pub rows: usize,
    /// Not in the register yet.
    pub new: usize,
    /// Of the new ones, those that say the same as an earlier row of the file: they are rows of their own.
    pub repeated: usize,
    /// In the register already.
    pub known: usize,
    /// With problems.
    pub rejected: usize,
    /// Rows that the file itself calls cancelled (BATAL): not taken over, and in no other count.
    pub void: usize,
}

/// The old register, read and judged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OldRegister {
    /// File name without its folder.
    pub file: String,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub file_hash: String,
    /// The sheets that hold rows, in the order of the tabs.
    pub sheets: Vec<OldSheet>,
    /// Sheets that were left out: without a header of a register, or hidden.
    pub skipped: Vec<String>,
    /// The rows in the file's order.
    pub rows: Vec<OldRow>,
    /// Rows that the file itself calls cancelled.
    pub void: usize,
}

/// What becomes of a row of the old register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// It comes into the register.
    New,
    /// It comes into the register too, and says the same as an earlier row of the file.
    Repeated,
    /// The register has it already.
    Known,
    /// Its problems stand in the way.
    Rejected,
}

impl OldRow {
    /// The entry that may be taken over: of a row without problems, and with `suggestions` also of one that every
    /// problem's suggestion repairs.
    #[must_use]
    pub fn takable(&self, suggestions: bool) -> Option<&OldEntry> {
        self.entry.as_ref().filter(|_| suggestions || self.problems.is_empty())
    }
}

impl OldRegister {
    /// The rows that may be taken over, by their place.
    pub fn takable(&self, suggestions: bool) -> impl Iterator<Item = (usize, &OldRow, &OldEntry)> {
        let rows = self.rows.iter().enumerate();
        rows.filter_map(move |(place, row)| row.takable(suggestions).map(|entry| (place, row, entry)))
    }

    /// Name of the sheet that a row stands in; `None` in a text file.
    #[must_use]
    pub fn sheet_of(&self, row: &OldRow) -> Option<&str> {
        self.sheets.get(row.sheet)?.name.as_deref()
    }

    /// The first and the last day that could be read.
    #[must_use]
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let days = || self.rows.iter().filter_map(|row| row.entry.as_ref()).map(|entry| entry.date);
        days().min().zip(days().max())
    }

    /// How many rows have problems that every suggestion repairs.
    #[must_use]
    pub fn repairable(&self) -> usize {
        self.rows.iter().filter(|row| !row.problems.is_empty() && row.entry.is_some()).count()
    }
}

/// Counts off, row by row, what the register knows already: of five equal rows in a file and three in the register, the
/// first three are known and two are new.
#[derive(Debug, Default)]
pub struct Known(HashMap<Identity, usize>);

impl Known {
    /// One more row of the register.
    pub fn add(&mut self, identity: Identity) {
        *self.0.entry(identity).or_default() += 1;
    }

    /// Whether this next row of the file is one of the register's.
    pub fn take(&mut self, identity: &Identity) -> bool {
        match self.0.get_mut(identity) {
            Some(left) if *left > 0 => {
                *left -= 1;
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_rows_are_counted_and_not_merged() {
        let row = |company: &str| {
            let npp = Npp::parse("24101780").unwrap();
            Identity::new("2024-01-05".parse().unwrap(), npp, company, 12)
        };
        let mut known = Known::default();
        known.add(row("PT CONTOH"));
        known.add(row("PT. Contoh"));
        let third = [row("pt contoh"), row("PT CONTOH"), row("PT CONTOH")].map(|row| known.take(&row));
        assert_eq!(third, [true, true, false]);
        assert!(!known.take(&row("PT CONTOH II")));
    }
}
