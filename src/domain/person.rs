//! People, as the cards issued to them tell; and what is typed to find them.

use super::{Kpj, Nik, Npp, ReceiptNumber, ReceiptStatus, Worker, without_separators};
use chrono::NaiveDate;

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PersonQuery {
    /// A card's number, whole or its beginning: 1 to 11 digits.
    Kpj(String),
    /// A whole NIK.
    Nik(Nik),
    /// A whole passport number.
    Passport(String),
    /// Words of a name; all of them must fit, in any order.
    Name(Vec<String>),
}

impl PersonQuery {
    /// What a text looks for; `None` where it can find nobody: no letter and no digit, or digits of no known length.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let squeezed = without_separators(text).to_uppercase();
        if squeezed.bytes().all(|byte| byte.is_ascii_digit()) {
            return match squeezed.len() {
                1..=Kpj::DIGITS => Some(Self::Kpj(squeezed)),
                _ => Nik::parse(&squeezed).ok().map(Self::Nik),
            };
        }
        if squeezed.bytes().any(|byte| byte.is_ascii_digit()) {
            return Some(Self::Passport(squeezed));
        }
        let words = sought_words(text);
        (!words.is_empty()).then_some(Self::Name(words))
    }

    /// What kind of thing is looked for: what the trail says of a search, which never holds the text itself.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Kpj(_) => "kpj",
            Self::Nik(_) => "nik",
            Self::Passport(_) => "passport",
            Self::Name(_) => "name",
        }
    }

    /// Whether this person is meant, in a list without an index; of a name with other letters than A to Z it cannot be told, and
    /// it is taken.
    #[must_use]
    pub fn means(&self, worker: &Worker) -> bool {
        match self {
            Self::Kpj(begin) => worker.kpj.as_str().starts_with(begin.as_str()),
            Self::Nik(nik) => worker.identity.nik() == Some(nik),
            Self::Passport(number) => worker.identity.nik().is_none() && worker.identity.as_str() == number,
            Self::Name(_) => self.fits(&worker.name),
        }
    }

    /// Whether a name has all the words: short ones at the beginning of a word, longer ones anywhere in it.
    #[must_use]
    pub fn fits(&self, name: &str) -> bool {
        let Self::Name(sought) = self else { return true };
        let words = words(name);
        sought.iter().all(|sought| {
            // Accents are folded by the index, whose word then counts.
            let folded = !sought.is_ascii() || !name.is_ascii();
            folded
                || words.iter().any(
                    |word| {
                        if sought.len() < SHORT { word.starts_with(sought) } else { word.contains(sought) }
                    },
                )
        })
    }
}

/// Words with fewer letters are looked for at the beginning of a word only.
pub const SHORT: usize = 3;

/// Academic and other titles that people type and cards do not carry.
const TITLES: [&str; 31] = [
    "DR", "DRA", "DRS", "IR", "PROF", "H", "HJ", "SH", "SE", "ST", "MM", "MT", "SKOM", "SPD", "SAG", "SSOS", "SIP",
    "SKM", "SKEP", "SFARM", "SPSI", "SSI", "SHI", "MPD", "MSI", "MKOM", "MKES", "MH", "AMD", "AMDKEB", "AMDKEP",
];

/// The words of a name as the index holds them: upper case, an apostrophe is nothing, any other sign a gap.
fn words(name: &str) -> Vec<String> {
    let plain: String = name
        .to_uppercase()
        .chars()
        .filter(|c| !matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '`'))
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    plain.split_whitespace().map(str::to_owned).collect()
}

/// The words to look for, without titles: those behind a comma, and those written with dots.
fn sought_words(text: &str) -> Vec<String> {
    let (before, _) = text.split_once(',').unwrap_or((text, ""));
    let name = if words(before).is_empty() { text } else { before };
    let is_title = |token: &&str| {
        let letters: String = token.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_uppercase).collect();
        token.contains('.') && TITLES.contains(&letters.as_str())
    };
    let without: Vec<&str> = name.split_whitespace().filter(|token| !is_title(token)).collect();
    let sought = words(&without.join(" "));
    if sought.is_empty() { words(name) } else { sought }
}

/// A card that was issued to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldCard {
    /// Its number.
    pub kpj: Kpj,
    /// The receipt that it was issued with.
    pub receipt: ReceiptNumber,
    /// Date of the receipt.
    pub date: NaiveDate,
    /// The company's number.
    pub npp: Npp,
    /// The company's name on that day.
    pub company: String,
    /// Where the receipt stands; a void one's card is not valid.
    pub status: ReceiptStatus,
    /// How often it was printed again (SALINAN).
    pub copies: u32,
}

/// A person with every card ever issued to them, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// National identity number; `None` for people with a passport.
    pub nik: Option<Nik>,
    /// Passport number, of people without a NIK.
    pub passport: Option<String>,
    /// Name, as the newest card has it.
    pub name: String,
    /// Birth date, where the newest card's list had it.
    pub birth_date: Option<NaiveDate>,
    /// The cards.
    pub cards: Vec<HeldCard>,
}

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The people, those with the newest cards first; by beginning of a KPJ in the order of the numbers.
    pub people: Vec<Person>,
    /// Whether there are more than were asked for.
    pub more: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Identity;

    #[test]
    fn a_text_says_by_itself_what_it_looks_for() {
        let name = |words: &[&str]| Some(PersonQuery::Name(words.iter().map(|word| (*word).to_owned()).collect()));
        for (text, expected) in [
            (" 2412 ", Some(PersonQuery::Kpj("2412".into()))),
            ("24-123.456782", Some(PersonQuery::Kpj("24123456782".into()))),
            ("3522012501990001", Nik::parse("3522012501990001").ok().map(PersonQuery::Nik)),
            ("352201250199", None),
            ("3522013202990001", None),
            ("a 1234567", Some(PersonQuery::Passport("A1234567".into()))),
            ("Ma'ruf siti", name(&["MARUF", "SITI"])),
            ("Agus Salim, S.Kom., M.M.", name(&["AGUS", "SALIM"])),
            ("Dr. Agus Salim S.Kom", name(&["AGUS", "SALIM"])),
            ("H. M. Nur", name(&["M", "NUR"])),
            ("dr.", name(&["DR"])),
            ("-", None),
            ("", None),
        ] {
            assert_eq!(PersonQuery::parse(text), expected, "{text}");
        }
    }

    #[test]
    fn a_text_means_people_of_a_list_by_number_or_name() {
        let worker = |identity| Worker {
            kpj: Kpj::parse("24123456782").unwrap(),
            identity,
            name: "SITI AMINAH".into(),
            birth_date: None,
            sex: None,
            membership_date: None,
        };
        let local = worker(Identity::Nik(Nik::parse("3522016501990001").unwrap()));
        let foreign = worker(Identity::Passport("X123456".into()));
        for (text, expected) in [
            ("2412", [true, true]),
            ("412", [false, false]),
            ("3522016501990001", [true, false]),
            ("x 123456", [false, true]),
            ("X12345", [false, false]),
            ("amin", [true, true]),
            ("amin budi", [false, false]),
        ] {
            let query = PersonQuery::parse(text).unwrap();
            assert_eq!([&local, &foreign].map(|worker| query.means(worker)), expected, "{text}");
        }
    }

    #[test]
    fn all_words_must_fit_in_any_order() {
        for (sought, name, expected) in [
            ("aminah siti", "SITI AMINAH", true),
            ("min si", "SITI AMINAH", true),
            ("mi", "SITI AMINAH", false),
            ("maruf", "MA'RUF AMIN", true),
            ("ma'ruf", "MARUF", true),
            ("siti budi", "SITI AMINAH", false),
            ("jose", "JOSÉ", true),
        ] {
            assert_eq!(PersonQuery::parse(sought).is_some_and(|query| query.fits(name)), expected, "{sought} {name}");
        }
    }
}
