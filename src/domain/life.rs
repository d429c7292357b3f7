//! What becomes of a receipt after it was issued: printed, sent, handed over, copied, cancelled.

use super::{Kpj, ReceiptStatus, RegisterEntry};
use chrono::{DateTime, NaiveDate, Utc};

/// A status that a receipt took, and who said so when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// When it was recorded.
    pub at: DateTime<Utc>,
    /// By whom: the user of the computer.
    pub actor: String,
    /// The status.
    pub status: ReceiptStatus,
    /// To whom it was sent or handed over.
    pub to: Option<String>,
    /// On which day, as that person said.
    pub on: Option<NaiveDate>,
    /// Why it was cancelled.
    pub reason: Option<String>,
}

/// Why cards are printed again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReprintReason {
    /// The card was lost.
    Lost,
    /// The card broke or cannot be read.
    Damaged,
    /// Something on it was wrong.
    WrongData,
    /// Something else; the note says what.
    Other,
}

impl ReprintReason {
    /// Every reason.
    pub const ALL: [Self; 4] = [Self::Lost, Self::Damaged, Self::WrongData, Self::Other];

    /// The key in JSON, in the database and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lost => "lost",
            Self::Damaged => "damaged",
            Self::WrongData => "wrong-data",
            Self::Other => "other",
        }
    }

    /// Back from the key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == key)
    }
}

/// A copy (SALINAN) of a receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// The n of *SALINAN ke-n*, counted for each receipt from 1.
    pub number: u32,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// By whom.
    pub actor: String,
    /// The cards printed again with it; `None` where the receipt alone was copied.
    pub reprint: Option<Reprint>,
}

/// Cards printed again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reprint {
    /// Why.
    pub reason: ReprintReason,
    /// In a person's words; never empty.
    pub note: String,
    /// Which cards, in the order of the receipt.
    pub cards: Vec<Kpj>,
}

/// A receipt's row in the register with everything that became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Life {
    /// The row.
    pub entry: RegisterEntry,
    /// Every status it has had, the oldest first.
    pub steps: Vec<Step>,
    /// Cards that the printer spoilt and that wait to be printed again, in the order of the receipt.
    pub to_print: Vec<Kpj>,
    /// Copies, the oldest first.
    pub copies: Vec<Copy>,
}

/// What happened to one card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardEvent {
    /// When it was recorded.
    pub at: DateTime<Utc>,
    /// By whom.
    pub actor: String,
    /// On which receipt.
    pub receipt: super::ReceiptNumber,
    /// What.
    pub kind: CardEventKind,
}

/// The kinds of things that happen to a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CardEventKind {
    /// Its receipt took a status; issuing is the first.
    Status {
        /// The status.
        status: ReceiptStatus,
        /// To whom it was sent or handed over.
        to: Option<String>,
        /// On which day, as that person said.
        on: Option<NaiveDate>,
        /// Why it was cancelled.
        reason: Option<String>,
    },
    /// It came out of the printer spoilt.
    Spoilt {
        /// When it no longer waited: it was printed, or its receipt cancelled.
        settled: Option<DateTime<Utc>>,
    },
    /// It was printed again.
    Reprinted {
        /// With which copy of the receipt.
        copy: u32,
        /// Why.
        reason: ReprintReason,
        /// In a person's words.
        note: String,
    },
}

impl CardEventKind {
    /// The key in JSON: the receipt's status, `spoilt` or `reprinted`.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Status { status, .. } => status.as_str(),
            Self::Spoilt { .. } => "spoilt",
            Self::Reprinted { .. } => "reprinted",
        }
    }
}

/// A card that came out of the printer spoilt and waits to be printed again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpoiltCard {
    /// Its number.
    pub kpj: Kpj,
    /// Whose it is.
    pub name: String,
    /// The receipt that it stands on.
    pub receipt: super::ReceiptNumber,
    /// The company's number.
    pub npp: super::Npp,
    /// The company's name on the receipt.
    pub company: String,
    /// Since when it waits.
    pub since: DateTime<Utc>,
    /// Who said so.
    pub actor: String,
}

/// What a person says became of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// The cards are printed, all but these.
    Printed {
        /// Cards that the printer spoilt.
        failed: Vec<Kpj>,
    },
    /// The documents were sent by e-mail.
    Emailed {
        /// To whom.
        to: Option<String>,
        /// When.
        on: Option<NaiveDate>,
    },
    /// The cards were taken by the company.
    HandedOver {
        /// By whom; may be left out only where it was said before.
        to: Option<String>,
        /// When.
        on: Option<NaiveDate>,
    },
}

/// What a mark changes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// The status that the receipt takes.
    pub status: Option<ReceiptStatus>,
    /// Cards that wait from now on to be printed again.
    pub spoilt: Vec<Kpj>,
    /// Cards that waited and are printed.
    pub settled: Vec<Kpj>,
}

/// Why a receipt cannot be marked so.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MarkRefusal {
    /// It is void; nothing becomes of it any more.
    #[error("the receipt is void")]
    Void,
    /// It was handed over; it cannot go back.
    #[error("the receipt was handed over")]
    Back,
    /// It was handed over to someone else, or on another day.
    #[error("the receipt was handed over to another person or on another day")]
    OtherHandOver,
    /// Nobody said who took the cards.
    #[error("nobody is named who took the cards")]
    RecipientMissing,
    /// Cards still wait to be printed again.
    #[error("{0} cards wait to be printed again")]
    CardsToPrint(usize),
    /// A card named as spoilt does not stand on the receipt.
    #[error("a card is not on the receipt")]
    NotOnReceipt(Kpj),
}

impl Mark {
    /// The status that it speaks of.
    #[must_use]
    pub fn status(&self) -> ReceiptStatus {
        match self {
            Self::Printed { .. } => ReceiptStatus::Printed,
            Self::Emailed { .. } => ReceiptStatus::Emailed,
            Self::HandedOver { .. } => ReceiptStatus::HandedOver,
        }
    }

    /// Judges the mark against what became of the receipt so far; what stands already is no change.
    ///
    /// Printing and sending may come in either order (some companies get both, DOMAIN.md section 6); handing over is
    /// the end, and only whole batches are handed over.
    ///
    /// # Errors
    /// [`MarkRefusal`]
    pub fn judge(&self, status: ReceiptStatus, steps: &[Step], to_print: &[Kpj]) -> Result<Change, MarkRefusal> {
        let last = |status| steps.iter().rev().find(|step| step.status == status);
        match (self, status) {
            (_, ReceiptStatus::Void) => Err(MarkRefusal::Void),
            (Self::HandedOver { to, on }, ReceiptStatus::HandedOver) => {
                let same = last(status).is_some_and(|step| agrees(to.as_ref(), *on, step));
                if same { Ok(Change::default()) } else { Err(MarkRefusal::OtherHandOver) }
            }
            (_, ReceiptStatus::HandedOver) => Err(MarkRefusal::Back),
            (Self::HandedOver { .. }, _) if !to_print.is_empty() => Err(MarkRefusal::CardsToPrint(to_print.len())),
            (Self::HandedOver { to, .. }, _) => match to.as_deref().map(str::trim) {
                None | Some("") => Err(MarkRefusal::RecipientMissing),
                Some(_) => Ok(Change { status: Some(ReceiptStatus::HandedOver), ..Change::default() }),
            },
            (Self::Emailed { to, on }, _) => {
                let same = last(ReceiptStatus::Emailed).is_some_and(|step| agrees(to.as_ref(), *on, step));
                Ok(Change { status: (!same).then_some(ReceiptStatus::Emailed), ..Change::default() })
            }
            (Self::Printed { failed }, _) => {
                let without = |from: &[Kpj], others: &[Kpj]| -> Vec<Kpj> {
                    from.iter().filter(|kpj| !others.contains(kpj)).copied().collect()
                };
                Ok(Change {
                    status: last(ReceiptStatus::Printed).is_none().then_some(ReceiptStatus::Printed),
                    spoilt: without(failed, to_print),
                    settled: without(to_print, failed),
                })
            }
        }
    }
}

/// Whether what is said now is what was said then; what is left out agrees with anything.
fn agrees(to: Option<&String>, on: Option<NaiveDate>, step: &Step) -> bool {
    let to = to.map(|to| to.trim()).filter(|to| !to.is_empty());
    to.is_none_or(|to| step.to.as_deref() == Some(to)) && on.is_none_or(|on| step.on == Some(on))
}

impl Change {
    /// Whether nothing changes.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// What became of a letter with a receipt's documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterState {
    /// It is under way; long afterwards: a stop left open whether it arrived.
    Sending,
    /// The server took it over.
    Sent,
    /// It was not sent.
    Failed,
    /// The connection broke: it may have arrived.
    Unsure,
}

impl LetterState {
    /// The key in the database and in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Unsure => "unsure",
        }
    }

    /// The state with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Sending, Self::Sent, Self::Failed, Self::Unsure].into_iter().find(|state| state.as_str() == key)
    }
}

/// A letter with a receipt's documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterRecord {
    /// When it was to leave.
    pub at: DateTime<Utc>,
    /// Who sent it.
    pub actor: String,
    /// To whom.
    pub to: String,
    /// What became of it.
    pub state: LetterState,
}

#[cfg(test)]
mod tests {
    use super::*;
    use ReceiptStatus::{Emailed, HandedOver, Issued, Printed, Void};

    fn steps(statuses: &[ReceiptStatus]) -> Vec<Step> {
        let step = |status: &ReceiptStatus| Step {
            at: DateTime::UNIX_EPOCH,
            actor: "x".into(),
            status: *status,
            to: (*status == HandedOver).then(|| "Budi".into()),
            on: None,
            reason: None,
        };
        statuses.iter().map(step).collect()
    }

    #[test]
    fn a_receipt_moves_on_and_never_back() {
        let printed = Mark::Printed { failed: Vec::new() };
        let emailed = Mark::Emailed { to: None, on: None };
        let handed = |to: Option<&str>| Mark::HandedOver { to: to.map(str::to_owned), on: None };
        for (mark, before, expected) in [
            (&printed, &[Issued][..], Ok(Some(Printed))),
            (&printed, &[Issued, Printed], Ok(None)),
            (&printed, &[Issued, Emailed], Ok(Some(Printed))),
            (&printed, &[Issued, Printed, Emailed], Ok(None)),
            (&printed, &[Issued, HandedOver], Err(MarkRefusal::Back)),
            (&emailed, &[Issued, Printed], Ok(Some(Emailed))),
            (&emailed, &[Issued, Emailed], Ok(None)),
            (&emailed, &[Issued, HandedOver], Err(MarkRefusal::Back)),
            (&handed(Some("Budi")), &[Issued], Ok(Some(HandedOver))),
            (&handed(Some(" Budi ")), &[Issued, HandedOver], Ok(None)),
            (&handed(None), &[Issued, HandedOver], Ok(None)),
            (&handed(Some("Ani")), &[Issued, HandedOver], Err(MarkRefusal::OtherHandOver)),
            (&handed(None), &[Issued], Err(MarkRefusal::RecipientMissing)),
            (&printed, &[Issued, Void], Err(MarkRefusal::Void)),
            (&handed(Some("Budi")), &[Issued, HandedOver, Void], Err(MarkRefusal::Void)),
        ] {
            let result = mark.judge(*before.last().unwrap(), &steps(before), &[]).map(|change| change.status);
            assert_eq!(result, expected, "{mark:?} after {before:?}");
        }
    }

    #[test]
    fn spoilt_cards_wait_until_they_are_printed_and_the_batch_waits_with_them() {
        let [one, two] = [1, 2].map(|n| Kpj::synthetic(n).unwrap());
        let judge = |failed: &[Kpj], waiting: &[Kpj]| {
            let mark = Mark::Printed { failed: failed.to_vec() };
            mark.judge(Printed, &steps(&[Issued, Printed]), waiting).unwrap()
        };
        assert_eq!(judge(&[one], &[two]), Change { status: None, spoilt: vec![one], settled: vec![two] });
        assert!(judge(&[one], &[one]).is_none());
        let handed = Mark::HandedOver { to: Some("Budi".into()), on: None };
        assert_eq!(handed.judge(Printed, &steps(&[Issued]), &[one]), Err(MarkRefusal::CardsToPrint(1)));
    }
}
