//! Cards of a receipt as a person names them: by KPJ, or by the number that they have in the receipt's list.

use super::Kpj;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// Some cards of a receipt; none named: none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CardSelection(Vec<Named>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Named {
    Kpj(Kpj),
    /// From 1, as the receipt counts them.
    Places(RangeInclusive<u32>),
}

/// A text that names no cards, or one that the receipt does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadCards {
    /// Neither a KPJ nor of the form `3` or `7-9`.
    #[error("no cards")]
    Unreadable,
    /// The receipt has no card with this number in its list.
    #[error("there is no card {0}")]
    Beyond(u32),
    /// The receipt has no card with this KPJ.
    #[error("a card is not on the receipt")]
    NotHere(Kpj),
}

impl BadCards {
    /// The card that is not there; nothing where none could be read.
    #[must_use]
    pub fn subject(&self) -> String {
        match self {
            Self::Unreadable => String::new(),
            Self::Beyond(place) => place.to_string(),
            Self::NotHere(kpj) => kpj.to_string(),
        }
    }
}

impl CardSelection {
    /// Whether no card is named.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where in `cards`, the receipt's list, the named ones are: counted from 0, in the list's order, each once.
    ///
    /// # Errors
    /// [`BadCards::Beyond`] and [`BadCards::NotHere`] for cards that are not in the list.
    pub fn of(&self, cards: &[Kpj]) -> Result<Vec<usize>, BadCards> {
        let last = u32::try_from(cards.len()).unwrap_or(u32::MAX);
        let mut found = Vec::new();
        for named in &self.0 {
            match named {
                Named::Kpj(kpj) => {
                    found.push(cards.iter().position(|card| card == kpj).ok_or(BadCards::NotHere(*kpj))?);
                }
                Named::Places(places) if *places.end() > last => return Err(BadCards::Beyond(*places.end())),
                Named::Places(places) => found.extend(places.clone().map(|place| place as usize - 1)),
            }
        }
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }
}

impl FromIterator<CardSelection> for CardSelection {
    fn from_iter<I: IntoIterator<Item = CardSelection>>(some: I) -> Self {
        Self(some.into_iter().flat_map(|cards| cards.0).collect())
    }
}

impl FromStr for CardSelection {
    type Err = BadCards;

    fn from_str(text: &str) -> Result<Self, BadCards> {
        let place = |text: &str| {
            let place = text.parse::<u64>().ok().filter(|place| *place > 0).ok_or(BadCards::Unreadable)?;
            Ok(u32::try_from(place).unwrap_or(u32::MAX))
        };
        let named = |word: &str| {
            if let Ok(kpj) = Kpj::parse(word) {
                return Ok(Named::Kpj(kpj));
            }
            let (first, last) = word.split_once(['-', '–']).unwrap_or((word, word));
            let (first, last) = (place(first)?, place(last)?);
            if first <= last { Ok(Named::Places(first..=last)) } else { Err(BadCards::Unreadable) }
        };
        let parts = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';')).filter(|part| !part.is_empty());
        parts.map(named).collect::<Result<_, _>>().map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_are_named_by_number_or_by_their_place_in_the_list() {
        let list: Vec<Kpj> = (1..=9).map(|n| Kpj::synthetic(n).unwrap()).collect();
        let cards = |text: &str| text.parse::<CardSelection>().and_then(|cards| cards.of(&list));
        let fourth = list[3].as_str();
        let (first, others) = fourth.split_at(2);
        for (text, expected) in [
            (String::new(), Ok(vec![])),
            ("3".into(), Ok(vec![2])),
            (format!("7-8, {fourth};2 4"), Ok(vec![1, 3, 6, 7])),
            (format!("{first}-{others}"), Ok(vec![3])),
            ("10".into(), Err(BadCards::Beyond(10))),
            ("1-400000".into(), Err(BadCards::Beyond(400_000))),
            ("24123456782".into(), Err(BadCards::NotHere(Kpj::parse("24123456782").unwrap()))),
            ("0".into(), Err(BadCards::Unreadable)),
            ("3-1".into(), Err(BadCards::Unreadable)),
            ("2412345678".into(), Err(BadCards::Beyond(2_412_345_678))),
            ("budi".into(), Err(BadCards::Unreadable)),
        ] {
            assert_eq!(cards(&text), expected, "{text:?}");
        }
    }
}
