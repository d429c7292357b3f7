//! What a computer remembers of printing.

use serde::{Deserialize, Serialize};

/// Which document of a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The cards.
    Cards,
    /// The receipt.
    Receipt,
}

impl Part {
    /// Both, in the order in which they are made.
    pub const ALL: [Self; 2] = [Self::Cards, Self::Receipt];

    /// The one that this is not.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Cards => Self::Receipt,
            Self::Receipt => Self::Cards,
        }
    }

    /// The key in JSON and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cards => "cards",
            Self::Receipt => "receipt",
        }
    }
}

/// The printers that were taken last: cards and receipts mostly go to different ones.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Printing {
    cards: Option<String>,
    receipt: Option<String>,
}

impl Printing {
    /// The printer's name for such documents.
    #[must_use]
    pub fn printer(&self, part: Part) -> Option<&String> {
        match part {
            Part::Cards => self.cards.as_ref(),
            Part::Receipt => self.receipt.as_ref(),
        }
    }

    /// The same, to change it.
    pub fn printer_mut(&mut self, part: Part) -> &mut Option<String> {
        match part {
            Part::Cards => &mut self.cards,
            Part::Receipt => &mut self.receipt,
        }
    }
}
