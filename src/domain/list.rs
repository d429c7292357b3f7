//! A company's list after it was read and judged.

use super::{Field, Identity, Kpj, Nik, Npp, Problem, ReceiptNumber, Severity, Sex, Worker};
use chrono::NaiveDate;
use std::collections::HashMap;

/// What the file itself says of the company.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Company {
    /// Company number.
    pub npp: Option<Npp>,
    /// Company name.
    pub name: Option<String>,
}

/// Where a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowStatus {
    /// Nothing to say.
    Ready,
    /// Only warnings.
    Warning,
    /// At least one error.
    Rejected,
}

impl RowStatus {
    /// The key in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Warning => "warning",
            Self::Rejected => "rejected",
        }
    }
}

/// What a row holds of a number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Held<T> {
    /// Nothing.
    #[default]
    Nothing,
    /// The number itself.
    Number(T),
    /// The text of a cell that is no such number.
    Text(Box<str>),
}

impl<T: AsRef<str>> Held<T> {
    /// As people read it; `None` for an empty cell.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Nothing => None,
            Self::Number(number) => Some(number.as_ref()),
            Self::Text(text) => Some(text),
        }
    }

    /// The number, if it is one.
    pub fn number(&self) -> Option<&T> {
        if let Self::Number(number) = self { Some(number) } else { None }
    }
}

/// One row of the list: what was read, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedRow {
    /// Row number as the spreadsheet shows it, from 1; in a CSV, the line.
    pub number: u32,
    /// KPJ.
    pub kpj: Held<Kpj>,
    /// NIK or passport.
    pub nik: Held<Identity>,
    /// Name in card form; `None` for an empty cell.
    pub name: Option<String>,
    /// Birth date, where one could be read.
    pub birth_date: Option<NaiveDate>,
    /// Sex, where one could be read.
    pub sex: Option<Sex>,
    /// Membership date (tanggal kepesertaan), where one could be read.
    pub membership_date: Option<NaiveDate>,
    /// Everything wrong with the row, errors and warnings, in the order of the contract's table.
    pub problems: Vec<Problem>,
}

impl CheckedRow {
    /// Ready, warning or rejected, from the problems; a row without all that a card needs is rejected also where the
    /// reason stands at the file (`nik-column-is-employee-number`).
    #[must_use]
    pub fn status(&self) -> RowStatus {
        let (Held::Number(_), Held::Number(_), Some(_)) = (&self.kpj, &self.nik, &self.name) else {
            return RowStatus::Rejected;
        };
        match self.problems.iter().map(Problem::severity).max() {
            None => RowStatus::Ready,
            Some(Severity::Warning) => RowStatus::Warning,
            Some(Severity::Error) => RowStatus::Rejected,
        }
    }

    /// The worker, where nothing forbids the card.
    #[must_use]
    pub fn worker(&self) -> Option<Worker> {
        if self.status() == RowStatus::Rejected {
            return None;
        }
        Some(Worker {
            kpj: *self.kpj.number()?,
            identity: self.nik.number()?.clone(),
            name: self.name.clone()?,
            birth_date: self.birth_date,
            sex: self.sex,
            membership_date: self.membership_date,
        })
    }
}

/// How many rows stand where; `rows = ready + warning + rejected`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows with a person in them (not blank, total or signature rows).
    pub rows: usize,
    /// Rows without problems.
    pub ready: usize,
    /// Rows with warnings only.
    pub warning: usize,
    /// Rows that cannot become a card.
    pub rejected: usize,
}

/// A list, read and judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedList {
    /// File name without its folder.
    pub file: String,
    /// SHA-256 of the file's bytes, in hexadecimal.
    pub file_hash: String,
    /// The sheet the list stands in; `None` in a CSV.
    pub sheet: Option<String>,
    /// Row number of the header, from 1; 0 where the list has no titles.
    pub header_row: u32,
    /// The company as the file names it.
    pub company: Company,
    /// The columns that were recognised, with their titles as they stand in the file.
    pub columns: Vec<(Field, String)>,
    /// Problems of the file as a whole.
    pub problems: Vec<Problem>,
    /// The rows in the file's order.
    pub rows: Vec<CheckedRow>,
    /// What the user repaired in them.
    pub edits: Vec<Edit>,
}

impl CheckedList {
    /// Counts the rows by status.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts { rows: self.rows.len(), ..Counts::default() };
        for row in &self.rows {
            match row.status() {
                RowStatus::Ready => counts.ready += 1,
                RowStatus::Warning => counts.warning += 1,
                RowStatus::Rejected => counts.rejected += 1,
            }
        }
        counts
    }

    /// Whether any problem, of the file or of a row, has this severity.
    #[must_use]
    pub fn has(&self, severity: Severity) -> bool {
        self.problems.iter().chain(self.rows.iter().flat_map(|row| &row.problems)).any(|p| p.severity() == severity)
    }
}

/// A cell that the user repaired before issuing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Row number as the spreadsheet shows it.
    pub row: u32,
    /// Which column.
    pub field: Field,
    /// What stood there, as people read it.
    pub old: String,
    /// What stands there now.
    pub new: String,
}

/// What the register already knows of the numbers in a list; the answers to `kpj-already-issued` and `nik-known`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// Cards issued and not void, with the receipt that carried them.
    pub issued: HashMap<Kpj, ReceiptNumber>,
    /// People who hold a card (not void), with its number; the newest where there are several.
    pub holders: HashMap<Nik, Kpj>,
}
