//! Explanations: of a problem code (what it means, why the office needs it right, an example, what to do), and of a
//! screen of the window.

use super::{field, words};
use crate::domain::example::Beside;
use crate::domain::{Code, Severity};
use crate::tr;

/// A code, explained in the language of the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// What is wrong, in one sentence.
    pub meaning: String,
    /// Whether cards can be issued all the same.
    pub weight: String,
    /// Why it must be right.
    pub reason: String,
    /// What is to be done.
    pub to_do: String,
    /// The name of the example, with its column.
    pub example: String,
    /// What else the example is about.
    pub beside: Option<String>,
    /// The cell as it must not be.
    pub wrong: String,
    /// The cell as it should be.
    pub right: String,
}

/// Explains a code.
#[must_use]
pub fn explained(code: Code) -> Explained {
    let say = |part: &str| words().get(&message_id(code, part));
    let example = code.example();
    let cell = |value: &str| if value.is_empty() { tr!("explain-empty") } else { value.to_owned() };
    Explained {
        meaning: say(""),
        weight: match code.severity() {
            Severity::Warning => tr!("explain-warning"),
            Severity::Error if code == Code::NikColumnIsEmployeeNumber => tr!("explain-error-file"),
            Severity::Error => tr!("explain-error"),
        },
        reason: say("-why"),
        to_do: say("-do"),
        example: tr!("explain-example", field = field(example.field)),
        beside: example.beside.map(|beside| {
            let (name, value) = beside.cell();
            let name = field(name);
            match beside {
                Beside::SameRow(..) => tr!("explain-same-row", field = name, value = value),
                Beside::EarlierRow(..) => tr!("explain-earlier-row", field = name, value = value),
                Beside::Issued(..) => tr!("explain-issued", field = name, value = value),
            }
        }),
        wrong: cell(example.wrong),
        right: example.right.map_or_else(|| tr!("explain-left-out"), cell),
    }
}

fn message_id(code: Code, part: &str) -> String {
    format!("explain-{}{part}", code.as_str())
}

/// The sentences about a screen, in the language of the user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScreenWords {
    /// What it is for.
    pub purpose: String,
    /// What to do first.
    pub first: String,
    /// What its colours and states mean.
    pub signs: String,
    /// What comes after it.
    pub next: String,
    /// What cannot go wrong.
    pub safe: String,
}

/// Explains the screen of this key.
#[must_use]
pub fn about_screen(key: &str) -> ScreenWords {
    let [purpose, first, signs, next, safe] = SCREEN_PARTS.map(|part| words().get(&format!("help-{key}{part}")));
    ScreenWords { purpose, first, signs, next, safe }
}

/// What is said of a screen, as the ends of the messages' names.
const SCREEN_PARTS: [&str; 5] = ["", "-first", "-signs", "-next", "-safe"];

/// Whether there are words for the screen of this key.
#[cfg(test)]
pub(crate) fn is_screen_explained(key: &str) -> bool {
    SCREEN_PARTS.iter().all(|part| words().has(&format!("help-{key}{part}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Language, words_of};

    #[test]
    fn every_code_is_explained_in_both_languages() {
        for language in Language::ALL {
            let words = words_of(language);
            for code in Code::ALL {
                for part in ["", "-why", "-do"] {
                    let id = message_id(code, part);
                    assert!(words.has(&id), "{id} in {}", language.as_str());
                    let translated = language == Language::Id || words.get(&id) != words_of(Language::Id).get(&id);
                    assert!(translated, "{id} is not translated");
                }
            }
        }
    }
}
