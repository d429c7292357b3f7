//! Sums over the register. Void entries add nothing to any of them.

use super::Npp;

/// By what the register is summed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SummaryBy {
    /// By month of the register's day.
    #[default]
    Month,
    /// By company; one that was merged into another counts there.
    Company,
    /// By relationship officer, as the row has it; spellings that differ in case only are one.
    Ro,
}

impl SummaryBy {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Month, Self::Company, Self::Ro];

    /// The key on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Company => "company",
            Self::Ro => "ro",
        }
    }
}

/// What a sum is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SummaryOf {
    /// A month: `2026-11`.
    Month(String),
    /// A company, with its name of today.
    Company(Npp, String),
    /// An officer; `None` for rows without one.
    Ro(Option<String>),
}

/// One sum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryRow {
    /// Of what.
    pub of: SummaryOf,
    /// How many entries.
    pub entries: u64,
    /// How many cards in them.
    pub cards: u64,
}
