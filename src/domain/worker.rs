//! A worker as the card needs them, and nothing more (DOMAIN.md, section 8).

use super::{Kpj, Nik};
use chrono::NaiveDate;

/// Sex as lists write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sex {
    /// L, laki-laki.
    Male,
    /// P, perempuan.
    Female,
}

impl Sex {
    /// `L` or `P`, the letters of the portal.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Self::Male => "L",
            Self::Female => "P",
        }
    }

    /// Back from the letter of [`Sex::letter`].
    #[must_use]
    pub fn from_letter(letter: &str) -> Option<Self> {
        match letter {
            "L" => Some(Self::Male),
            "P" => Some(Self::Female),
            _ => None,
        }
    }
}

/// What proves who a worker is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Identity {
    /// An Indonesian's NIK.
    Nik(Nik),
    /// A foreign worker's passport number: NIK rules do not apply.
    Passport(String),
}

impl AsRef<str> for Identity {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Identity {
    /// The number as it stands on the card.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Nik(nik) => nik.as_str(),
            Self::Passport(number) => number,
        }
    }

    /// The number with its middle hidden, for papers that leave the office.
    #[must_use]
    pub fn masked(&self) -> String {
        match self {
            Self::Nik(nik) => nik.masked(),
            Self::Passport(number) => {
                let shown: String = number.chars().take(2).collect();
                let hidden = number.chars().count().saturating_sub(2);
                shown + &"*".repeat(hidden)
            }
        }
    }

    /// The NIK, where there is one.
    #[must_use]
    pub fn nik(&self) -> Option<&Nik> {
        match self {
            Self::Nik(nik) => Some(nik),
            Self::Passport(_) => None,
        }
    }
}

/// A person whose card can be printed: every part has been read and judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worker {
    /// The number of the card.
    pub kpj: Kpj,
    /// NIK or passport.
    pub identity: Identity,
    /// Name as on the card: upper case, single blanks.
    pub name: String,
    /// Birth date, where the list has one.
    pub birth_date: Option<NaiveDate>,
    /// Sex, where the list tells it.
    pub sex: Option<Sex>,
    /// Membership date (tanggal kepesertaan), where the list has one.
    pub membership_date: Option<NaiveDate>,
}

/// A name as it goes on the card: upper case, one blank between words, nothing invisible.
#[must_use]
pub fn card_name(text: &str) -> String {
    if is_card_name(text) {
        return text.to_owned();
    }
    let visible: String = text
        .chars()
        .filter(|c| !matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}'))
        .map(|c| match c {
            '\u{2018}' | '\u{2019}' | '\u{02BC}' | '`' | '\u{00B4}' => '\'',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ").to_uppercase()
}

/// Whether a text of plain letters, as most are, is set for the card already.
fn is_card_name(text: &str) -> bool {
    let mut previous = b' ';
    text.bytes().all(|byte| {
        let fits = matches!(byte, b' '..b'`' | b'{'..=b'~') && (byte, previous) != (b' ', b' ');
        previous = byte;
        fits
    }) && previous != b' '
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_set_for_the_card() {
        for (text, expected) in [
            ("Siti  Aminah", "SITI AMINAH"),
            (" ma’ruf\u{a0}", "MA'RUF"),
            ("Agus\nSalim, S.Kom.", "AGUS SALIM, S.KOM."),
            ("\u{feff}Sukarno", "SUKARNO"),
            ("  ", ""),
        ] {
            assert_eq!(card_name(text), expected);
        }
    }

    #[test]
    fn a_passport_shows_only_its_first_two_characters() {
        assert_eq!(Identity::Passport("X1234567".into()).masked(), "X1******");
    }
}
