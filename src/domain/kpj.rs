//! KPJ: the participant's number and the number of the card.

use std::fmt;

/// A KPJ number: exactly 11 ASCII digits, a leading zero included (DOMAIN.md, section 2).
///
/// The check digit is not part of validity: its rule is observed, not official, so [`Kpj::check_digit_holds`]
/// only ever leads to a warning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Kpj([u8; Kpj::DIGITS]);

/// The text is not 11 digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not 11 digits")]
pub struct NotAKpj;

impl Kpj {
    /// How many digits a KPJ has.
    pub const DIGITS: usize = 11;

    /// Reads a KPJ from text, ignoring separators (spaces, dots, dashes, apostrophe).
    ///
    /// # Errors
    /// [`NotAKpj`] when anything but 11 digits remains. Nothing is padded or cut.
    pub fn parse(text: &str) -> Result<Self, NotAKpj> {
        let digits = super::characters::<{ Self::DIGITS }>(text).ok_or(NotAKpj)?;
        if digits.iter().all(u8::is_ascii_digit) { Ok(Self(digits)) } else { Err(NotAKpj) }
    }

    /// The 11 digits, ungrouped.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Whether the 11th digit agrees with Luhn (mod 10) over all 11 digits: 100 of 101 known numbers do.
    #[must_use]
    pub fn check_digit_holds(&self) -> bool {
        luhn_sum(&self.0).is_multiple_of(10)
    }

    /// The KPJ made of ten leading digits and the check digit that fits them; only for synthetic samples,
    /// real numbers come from the central system.
    ///
    /// # Errors
    /// [`NotAKpj`] when `first_ten` needs more than ten digits.
    pub fn synthetic(first_ten: u64) -> Result<Self, NotAKpj> {
        let mut digits = Self::parse(&format!("{first_ten:010}0"))?.0;
        let rest = u8::try_from(luhn_sum(&digits) % 10).map_err(|_| NotAKpj)?;
        digits[Self::DIGITS - 1] = b'0' + (10 - rest) % 10;
        Ok(Self(digits))
    }
}

impl AsRef<str> for Kpj {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Kpj {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Luhn's sum over ASCII digits, the last digit taken as it is.
fn luhn_sum(digits: &[u8]) -> u32 {
    digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let value = u32::from(digit - b'0');
            match (place % 2, value * 2) {
                (0, _) => value,
                (_, doubled) if doubled > 9 => doubled - 9,
                (_, doubled) => doubled,
            }
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_check_digit_is_judged_and_never_refused() {
        for (text, holds) in [
            ("24000000018", true),
            ("24123456782", true),
            ("26999999993", true),
            ("08012345677", true),
            ("24000000109", true),
            ("24000000019", false),
            ("24123456783", false),
        ] {
            assert_eq!(Kpj::parse(text).map(|k| k.check_digit_holds()), Ok(holds), "{text}");
        }
    }

    #[test]
    fn separators_go_and_everything_else_is_refused() {
        for text in ["2412 3456 782", "'24123456782", "24.123.456-782", "\u{feff}24123456782\u{a0}"] {
            assert_eq!(Kpj::parse(text).map(|k| k.to_string()), Ok("24123456782".into()), "{text:?}");
        }
        for text in ["", "8012345677", "241234567822", "2412345678O", "24/23456782", "２４１２３４５６７８２"]
        {
            assert_eq!(Kpj::parse(text), Err(NotAKpj), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn a_synthetic_number_passes_and_any_other_last_digit_fails(first in 0u64..10_000_000_000, other in 1u8..10) {
            let kpj = Kpj::synthetic(first).unwrap();
            prop_assert!(kpj.check_digit_holds());
            let mut digits = kpj.0;
            digits[10] = b'0' + (digits[10] - b'0' + other) % 10;
            prop_assert!(!Kpj(digits).check_digit_holds());
        }
    }
}
