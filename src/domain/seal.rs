//! The code on a receipt by which the office knows its own paper again.
//!
//! A hash of what the receipt says. Anybody can compute one, but only a code that the register holds is the office's, and a
//! receipt whose number, date, company or list was altered does not fit its code any more. No NIK is in it: from a code
//! and a masked NIK the hidden digits could be tried out.

use super::Receipt;
use sha2::{Digest, Sha256};
use std::fmt;

/// How many characters a code has: 60 bits, so that guessing one takes longer than an office lasts.
const LENGTH: usize = 12;
/// Characters between two dashes.
const GROUP: usize = 4;

/// Crockford's base 32: no I, L, O and U, so that a code survives reading aloud and bad handwriting.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A code, in capitals and without dashes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Seal(String);

/// The text is no code: it has other characters, or more or fewer of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a verification code")]
pub struct NotASeal;

impl Seal {
    /// The code of a receipt with all its cards. What is printed for people only (RO, the names of officers, the edition)
    /// is not part of it, nor is any NIK.
    #[must_use]
    pub fn of(receipt: &Receipt) -> Self {
        let mut hash = Sha256::new();
        let mut field = |text: &str| {
            // Its length first, so that no two receipts read the same.
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text);
        };
        field("Cetak KPJ receipt 1");
        field(&receipt.number.0);
        field(&receipt.date.to_string());
        field(receipt.npp.as_str());
        field(&receipt.cards.len().to_string());
        for card in &receipt.cards {
            field(card.worker.kpj.as_str());
            field(&card.worker.name);
        }
        let hash = hash.finalize();
        let bits = hash.iter().take(8).fold(0u64, |bits, byte| (bits << 8) | u64::from(*byte));
        let character = |n: usize| char::from(ALPHABET[usize::try_from((bits >> (59 - 5 * n)) & 31).unwrap_or(0)]);
        Self((0..LENGTH).map(character).collect())
    }

    /// Reads a code as people type it: any case, with or without dashes and blanks, `O` for 0, `I` and `L` for 1.
    ///
    /// # Errors
    /// [`NotASeal`]
    pub fn parse(text: &str) -> Result<Self, NotASeal> {
        let mut code = String::new();
        for c in text.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                c => c,
            };
            if !u8::try_from(c).is_ok_and(|c| ALPHABET.contains(&c)) {
                return Err(NotASeal);
            }
            code.push(c);
        }
        if code.len() == LENGTH { Ok(Self(code)) } else { Err(NotASeal) }
    }

    /// As the database keeps it: without dashes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// As it is printed: `7K2M-9QXT-4B0C`.
impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, c) in self.0.char_indices() {
            if at > 0 && at % GROUP == 0 {
                f.write_str("-")?;
            }
            write!(f, "{c}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Edition, Identity, IssuedCard, Kpj, Npp, ReceiptNumber, Worker};
    use chrono::NaiveDate;
    use proptest::prelude::*;

    fn receipt() -> Receipt {
        let worker = |n: u64, name: &str| Worker {
            kpj: Kpj::synthetic(n).unwrap(),
            identity: Identity::Passport(format!("X{n}")),
            name: name.into(),
            birth_date: None,
            sex: None,
            membership_date: None,
        };
        Receipt {
            number: ReceiptNumber("0001/2026".into()),
            date: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
            npp: Npp::parse("24101780").unwrap(),
            company: "PT Contoh".into(),
            ro: None,
            cards: [(1, "SITI"), (2, "BUDI")].map(|(n, name)| IssuedCard { worker: worker(n, name), row: 1 }).into(),
            edition: Edition::Original,
            seal: None,
        }
    }

    #[test]
    fn whatever_a_receipt_says_is_in_its_code() {
        let good = Seal::of(&receipt());
        assert_eq!(good, Seal::of(&Receipt { edition: Edition::Void, ro: Some("x".into()), ..receipt() }));
        let changes: [fn(&mut Receipt); 7] = [
            |receipt| receipt.number.0.push('0'),
            |receipt| receipt.date = receipt.date.succ_opt().unwrap(),
            |receipt| receipt.npp = Npp::parse("24101781").unwrap(),
            |receipt| receipt.cards.truncate(1),
            |receipt| receipt.cards.swap(0, 1),
            |receipt| receipt.cards[1].worker.name.push('X'),
            |receipt| receipt.cards[0].worker.kpj = Kpj::synthetic(9).unwrap(),
        ];
        for (at, change) in changes.into_iter().enumerate() {
            let mut other = receipt();
            change(&mut other);
            assert_ne!(Seal::of(&other), good, "change {at}");
        }
    }

    proptest! {
        #[test]
        fn a_code_is_read_back_however_it_is_typed(number: u64) {
            let seal = Seal::of(&Receipt { number: ReceiptNumber(number.to_string()), ..receipt() });
            let printed = seal.to_string();
            prop_assert_eq!(printed.len(), 14);
            let typed = printed.to_lowercase().replace('0', "o").replace('1', "l").replace('-', " ");
            for text in [printed, typed] {
                prop_assert_eq!(Seal::parse(&text), Ok(seal.clone()));
            }
        }

        #[test]
        fn anything_else_is_no_code(text: String) {
            let _ = Seal::parse(&text);
            prop_assert_eq!(Seal::parse(&format!("{text}U")), Err(NotASeal));
        }
    }
}
