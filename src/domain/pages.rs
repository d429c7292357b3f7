//! Pages as a person names them: `1-3, 7`.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// Some pages of a document; none named: all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageSelection(Vec<RangeInclusive<u32>>);

/// A text that names no pages, or pages that a document does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadPages {
    /// Not of the form `1-3, 7`.
    #[error("no page numbers")]
    Unreadable,
    /// The document ends before.
    #[error("there is no page {0}")]
    Beyond(u32),
}

impl BadPages {
    /// The page that is not there; nothing where none could be read.
    #[must_use]
    pub fn number(self) -> String {
        match self {
            Self::Unreadable => String::new(),
            Self::Beyond(page) => page.to_string(),
        }
    }
}

impl PageSelection {
    /// These pages, counted from 0.
    #[must_use]
    pub fn these(pages: impl IntoIterator<Item = usize>) -> Self {
        let number = |page: usize| u32::try_from(page).unwrap_or(u32::MAX - 1) + 1;
        Self(pages.into_iter().map(|page| number(page)..=number(page)).collect())
    }

    /// Whether no page is named, so that all are meant.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.0.is_empty()
    }

    /// The pages of a document of `count` pages, counted from 0, in the document's order, each once.
    ///
    /// # Errors
    /// [`BadPages::Beyond`] for a page that the document does not have.
    pub fn of(&self, count: usize) -> Result<Vec<usize>, BadPages> {
        if self.is_all() {
            return Ok((0..count).collect());
        }
        let last = u32::try_from(count).unwrap_or(u32::MAX);
        if let Some(range) = self.0.iter().find(|range| *range.end() > last) {
            return Err(BadPages::Beyond(*range.end()));
        }
        let named = |page: u32| self.0.iter().any(|range| range.contains(&page));
        Ok((1..=last).filter(|page| named(*page)).map(|page| page as usize - 1).collect())
    }
}

impl FromStr for PageSelection {
    type Err = BadPages;

    fn from_str(text: &str) -> Result<Self, BadPages> {
        let number = |text: &str| text.trim().parse::<u32>().ok().filter(|page| *page > 0).ok_or(BadPages::Unreadable);
        let parts = text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
        let range = |part: &str| match part.split_once(['-', '–']) {
            None => number(part).map(|page| page..=page),
            Some((first, last)) => {
                let (first, last) = (number(first)?, number(last)?);
                if first <= last { Ok(first..=last) } else { Err(BadPages::Unreadable) }
            }
        };
        parts.map(range).collect::<Result<_, _>>().map(Self)
    }
}

impl fmt::Display for PageSelection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, range) in self.0.iter().enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            if range.start() == range.end() {
                write!(f, "{comma}{}", range.start())?;
            } else {
                write!(f, "{comma}{}-{}", range.start(), range.end())?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_read_as_people_write_them() {
        let pages = |text: &str| text.parse::<PageSelection>().and_then(|pages| pages.of(8));
        for (text, expected) in [
            ("", Ok((0..8).collect())),
            ("3", Ok(vec![2])),
            (" 7, 1-3 ;2", Ok(vec![0, 1, 2, 6])),
            ("5 – 6,", Ok(vec![4, 5])),
            ("9", Err(BadPages::Beyond(9))),
            ("1-4000000000", Err(BadPages::Beyond(4_000_000_000))),
            ("0", Err(BadPages::Unreadable)),
            ("3-1", Err(BadPages::Unreadable)),
            ("satu", Err(BadPages::Unreadable)),
            ("1-2-3", Err(BadPages::Unreadable)),
        ] {
            assert_eq!(pages(text), expected, "{text:?}");
        }
        assert_eq!(PageSelection::these([2, 6]).to_string(), "3, 7");
    }
}
