//! Companies, as the office keeps them: what is known today, and what it was before.

use super::Npp;
use chrono::{DateTime, NaiveDate, Utc};

/// What a person may say of a company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CompanyField {
    /// Its name.
    Name,
    /// Its relationship officer (pembina).
    Ro,
    /// Where its documents are sent.
    Email,
    /// Its postal address.
    Address,
    /// The codes of its divisions (kode divisi), between commas.
    Division,
}

impl CompanyField {
    /// Every field.
    pub const ALL: [Self; 5] = [Self::Name, Self::Ro, Self::Email, Self::Address, Self::Division];

    /// The key in JSON, in the database and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Ro => "ro",
            Self::Email => "email",
            Self::Address => "address",
            Self::Division => "division",
        }
    }
}

/// A company in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompanyLine {
    /// Its number.
    pub npp: Npp,
    /// Its name of today.
    pub name: String,
    /// Its relationship officer.
    pub ro: Option<String>,
    /// Where its documents are sent.
    pub email: Option<String>,
    /// The company that it was merged into, and counts in.
    pub merged_into: Option<Npp>,
    /// Its entries in the register that are not void, those of companies merged into it too.
    pub entries: u64,
    /// Cards in them.
    pub cards: u64,
    /// Day of the newest.
    pub last: Option<NaiveDate>,
}

/// A name that rows of the register have for a company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameInUse {
    /// The number that the rows have.
    pub npp: Npp,
    /// The name.
    pub name: String,
    /// Day of the first such row.
    pub first: NaiveDate,
    /// Day of the last.
    pub last: NaiveDate,
    /// How many there are.
    pub entries: u64,
}

/// A change that a person, or an issued batch, has made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompanyChange {
    /// When.
    pub at: DateTime<Utc>,
    /// Who, as the computer names them.
    pub actor: String,
    /// What: a [`CompanyField`]'s key, or `merged`.
    pub field: String,
    /// What it was.
    pub old: Option<String>,
    /// What it became.
    pub new: Option<String>,
    /// Why, where somebody said so.
    pub reason: Option<String>,
}

/// Everything known of a company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompanyFile {
    /// As in a list.
    pub line: CompanyLine,
    /// Its postal address.
    pub address: Option<String>,
    /// The codes of its divisions, between commas.
    pub division: Option<String>,
    /// Companies that were merged into it: other numbers by which it is found.
    pub aliases: Vec<(Npp, String)>,
    /// The names that its rows have, the oldest first.
    pub names: Vec<NameInUse>,
    /// What was changed, the newest first.
    pub changes: Vec<CompanyChange>,
}

impl CompanyFile {
    /// The codes of its divisions, one by one.
    #[must_use]
    pub fn divisions(&self) -> Vec<&str> {
        self.division.as_deref().map(divisions).unwrap_or_default()
    }
}

/// Codes of divisions as people write them, one by one, each once.
#[must_use]
pub fn divisions(text: &str) -> Vec<&str> {
    let mut codes = Vec::new();
    for code in text.split([',', ';', '\n']).map(str::trim).filter(|code| !code.is_empty()) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

/// What putting one company into another would move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merger {
    /// The number that goes into the other.
    pub from: (Npp, String),
    /// The company that it will count in.
    pub into: (Npp, String),
    /// Rows of the register that count there from then on; those of `followers` too.
    pub entries: u64,
    /// Cards in them.
    pub cards: u64,
    /// Companies merged into `from` before, which go along.
    pub followers: Vec<(Npp, String)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn divisions_are_told_apart_however_they_are_separated() {
        for (text, expected) in
            [("", &[][..]), (" 001 ", &["001"]), ("001;002 , 001", &["001", "002"]), ("A 1,\nB", &["A 1", "B"])]
        {
            assert_eq!(divisions(text), expected, "{text:?}");
        }
    }
}
