//! NPP: a company's registration number.

use std::fmt;

/// An NPP: 8 characters A-Z or 0-9 (DOMAIN.md, section 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Npp([u8; Npp::CHARACTERS]);

/// The text is not 8 letters or digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not 8 letters or digits")]
pub struct NotAnNpp;

impl Npp {
    /// How many characters an NPP has.
    pub const CHARACTERS: usize = 8;

    /// Reads an NPP, ignoring separators and case.
    ///
    /// # Errors
    /// [`NotAnNpp`] when anything but 8 letters or digits remains, or when it holds no digit at all (a word).
    pub fn parse(text: &str) -> Result<Self, NotAnNpp> {
        let characters =
            super::characters::<{ Self::CHARACTERS }>(text).ok_or(NotAnNpp)?.map(|c| c.to_ascii_uppercase());
        let fits = characters.iter().all(u8::is_ascii_alphanumeric) && characters.iter().any(u8::is_ascii_digit);
        if fits { Ok(Self(characters)) } else { Err(NotAnNpp) }
    }

    /// The 8 characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Whether a letter is among them: possible for old registrations, so a warning (`npp-letters`).
    #[must_use]
    pub fn has_letters(&self) -> bool {
        self.0.iter().any(u8::is_ascii_alphabetic)
    }
}

impl fmt::Display for Npp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_letters_or_digits_are_an_npp() {
        for (text, expected) in [
            ("24101780", Some(("24101780", false))),
            (" 2410-1780 ", Some(("24101780", false))),
            ("jj012345", Some(("JJ012345", true))),
            ("2410178", None),
            ("241017800", None),
            ("PERUSAHA", None),
            ("2410178/", None),
            ("", None),
        ] {
            let npp = Npp::parse(text).ok();
            assert_eq!(npp.as_ref().map(|n| (n.as_str(), n.has_letters())), expected, "{text:?}");
        }
    }
}
