//! Why a list cannot be issued yet.

use super::particulars::Lack;
use crate::tr;
use crate::ui::widget::figure;

/// The first thing that stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Obstacle {
    /// Work on the list is under way.
    Working,
    /// Something was typed and not applied.
    Typed,
    /// A problem of the whole file.
    File,
    /// No row of it can be issued.
    NoRows,
    Particulars(Lack),
    /// The sheet has only so many places.
    Start(usize),
    /// So many rows are rejected, and nobody said to leave them out.
    Rejected(usize),
    /// Warnings that nobody accepted.
    Warnings,
    /// Several columns fit one field: nothing keeps it from being issued, but not unseen.
    Doubts,
    /// Something was issued from the very same file before: the same.
    Seen,
}

impl Obstacle {
    /// What is to be done about it.
    pub(super) fn words(self) -> String {
        match self {
            Self::Working => tr!("ui-working"),
            Self::Typed => tr!("ui-obstacle-typed"),
            Self::File => tr!("ui-obstacle-file"),
            Self::NoRows => tr!("ui-obstacle-no-rows"),
            Self::Particulars(Lack::NppMissing) => tr!("ui-obstacle-npp"),
            Self::Particulars(Lack::NppWrong) => tr!("ui-npp-wrong"),
            Self::Particulars(Lack::CompanyMissing) => tr!("ui-obstacle-company"),
            Self::Particulars(Lack::DateWrong) => tr!("ui-obstacle-date"),
            Self::Start(places) => tr!("ui-sheet-start-hint", places = figure(places)),
            Self::Rejected(count) => tr!("ui-obstacle-rejected", count = figure(count)),
            Self::Warnings => tr!("ui-obstacle-warnings"),
            Self::Doubts => tr!("ui-obstacle-doubts"),
            Self::Seen => tr!("ui-obstacle-seen"),
        }
    }
}
