//! Where a list stands in its file and which column is what, as a person said it once.

use super::Field;
use serde::{Deserialize, Serialize};

/// Tells a header row again by its titles, without holding them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct HeaderKey {
    /// Of the titles in whatever order.
    pub set: String,
    /// Of the titles in their order.
    pub order: String,
}

/// What a person said of lists with these titles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RememberedMapping {
    /// The titles it was said of.
    pub headers: HeaderKey,
    /// Whether a column is known by its letter only, so that the titles must stand in the same order.
    pub by_place: bool,
    /// The sheet, where one was named; a list in another sheet is the same list all the same.
    pub sheet: Option<String>,
    /// The header's row number, where one was named; likewise.
    pub header_row: Option<u32>,
    /// Columns by title, or by letter where the title does not tell.
    pub columns: Vec<(Field, String)>,
}

impl RememberedMapping {
    /// Whether it was said of a header like this.
    #[must_use]
    pub fn fits(&self, headers: &HeaderKey) -> bool {
        self.headers.set == headers.set && (!self.by_place || self.headers.order == headers.order)
    }
}

/// How the columns of a list came to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MappingOrigin {
    /// By their titles.
    Detected,
    /// The user said them now.
    Given,
    /// The user said them of an earlier list with these titles.
    Remembered,
}

impl MappingOrigin {
    /// The key in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Detected => "detected",
            Self::Given => "given",
            Self::Remembered => "remembered",
        }
    }
}

/// What the titles of a list leave open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// No column was found for it.
    Missing(Field),
    /// These titles fit it alike, and one was taken.
    Several(Field, Vec<String>),
}
