//! Receipts (Tanda Terima) and the rows of the register that they stand for.

use super::{Npp, ReprintReason, Seal, Worker};
use chrono::NaiveDate;
use std::fmt;

/// A receipt's number as printed, made by the store alone: gapless within a year, never used twice.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ReceiptNumber(pub String);

impl fmt::Display for ReceiptNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The place of a receipt in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReceiptStatus {
    /// Documents made, number given.
    Issued,
    /// Someone said the cards are printed.
    Printed,
    /// Sent by e-mail.
    Emailed,
    /// Taken by the company.
    HandedOver,
    /// Cancelled; number and row stay.
    Void,
}

impl ReceiptStatus {
    /// Every status, in the order of a receipt's life.
    pub const ALL: [Self; 5] = [Self::Issued, Self::Printed, Self::Emailed, Self::HandedOver, Self::Void];

    /// The key in JSON, in the database and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Printed => "printed",
            Self::Emailed => "emailed",
            Self::HandedOver => "handed-over",
            Self::Void => "void",
        }
    }

    /// Back from the key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == key)
    }
}

/// A card as it stands on a receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedCard {
    /// The person and the number.
    pub worker: Worker,
    /// Row of the list it came from.
    pub row: u32,
}

/// Which print of a receipt a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Edition {
    /// The first.
    #[default]
    Original,
    /// *SALINAN ke-n*.
    Copy {
        /// The n, from 1.
        number: u32,
        /// The day it was made.
        on: NaiveDate,
        /// Why the cards on it were printed again, and how many stand on the original; `None` where no card was and
        /// the whole receipt is copied.
        reprint: Option<(ReprintReason, usize)>,
    },
    /// *BATAL*: the receipt was cancelled.
    Void,
}

/// Everything a receipt says. `cards.len()` is the one count that the receipt, the cards PDF and the register share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Its number.
    pub number: ReceiptNumber,
    /// Its date.
    pub date: NaiveDate,
    /// The company's number.
    pub npp: Npp,
    /// The company's name as the documents show it.
    pub company: String,
    /// Relationship officer (pembina), if known.
    pub ro: Option<String>,
    /// The cards, in the order of the list.
    pub cards: Vec<IssuedCard>,
    /// Which print this is.
    pub edition: Edition,
    /// The code by which the office knows it again; `None` for receipts from before codes were printed.
    pub seal: Option<Seal>,
}

/// One row of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterEntry {
    /// Receipt number; `None` for rows taken over from the old Excel register.
    pub number: Option<ReceiptNumber>,
    /// Date of the receipt.
    pub date: NaiveDate,
    /// The company's number.
    pub npp: Npp,
    /// The company's name.
    pub company: String,
    /// Number of cards; a void entry keeps its number but is not part of totals.
    pub cards: u32,
    /// Where the receipt stands.
    pub status: ReceiptStatus,
    /// Relationship officer.
    pub ro: Option<String>,
    /// Who took the cards.
    pub handed_over_to: Option<String>,
    /// When they were taken.
    pub handed_over_on: Option<NaiveDate>,
}

impl RegisterEntry {
    /// How many cards the entry adds to a total: none when it is void.
    #[must_use]
    pub fn counted_cards(&self) -> u64 {
        if self.status == ReceiptStatus::Void { 0 } else { u64::from(self.cards) }
    }
}
