//! How cards lie on sheets of paper or of card stock.

use serde::{Deserialize, Serialize};

/// In which order the cards of a batch lie on its sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SheetOrder {
    /// Row by row, sheet by sheet.
    #[default]
    Rows,
    /// So that the piles, cut and put on one another in the order of their places, are in the order of the list.
    Stack,
}

/// Margins and gaps of a sheet. How many cards it holds follows from them; the block of cards stands in the middle of
/// what the margins leave. Lengths are tenths of a millimetre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct SheetSettings {
    /// Left of the cards.
    pub left: u16,
    /// Right of the cards.
    pub right: u16,
    /// Above the cards.
    pub top: u16,
    /// Below the cards.
    pub bottom: u16,
    /// Between two columns: wide enough that a cut which is off takes nothing of a neighbour's colour along.
    pub gap_x: u16,
    /// Between two rows.
    pub gap_y: u16,
    /// Whether marks to cut along stand around the cards.
    pub crop_marks: bool,
    /// The order of the cards.
    pub order: SheetOrder,
}

impl SheetSettings {
    /// The widest margin or gap, tenths of a millimetre.
    pub const WIDEST: u16 = 1000;
}

impl Default for SheetSettings {
    /// Ten cards on A4 and on F4, farther from the edge than any printer's blind rim.
    fn default() -> Self {
        Self {
            left: 90,
            right: 90,
            top: 90,
            bottom: 90,
            gap_x: 40,
            gap_y: 20,
            crop_marks: true,
            order: SheetOrder::Rows,
        }
    }
}
