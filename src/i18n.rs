//! The words of the program: Indonesian first, English second. They live in `assets/i18n/{id,en}`.

use crate::domain::{Code, Field, Kind, Problem, Reference};
use i18n_embed::fluent::{FluentLanguageLoader, fluent_language_loader};
use i18n_embed::{I18nEmbedError, LanguageLoader};
use rust_embed::RustEmbed;
use std::{borrow::Cow, collections::HashMap, sync::LazyLock};
use unic_langid::LanguageIdentifier;

#[derive(RustEmbed)]
#[folder = "assets/i18n"]
struct Words;

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, clap::ValueEnum)]
pub enum Language {
    /// Indonesian, the default.
    #[default]
    Id,
    /// English.
    En,
}

impl Language {
    fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::Id => unic_langid::langid!("id"),
            Self::En => unic_langid::langid!("en"),
        }
    }
}

/// The loader behind [`tr!`]; Indonesian until [`select`] says otherwise.
pub static LOADER: LazyLock<FluentLanguageLoader> = LazyLock::new(|| {
    let loader = fluent_language_loader!();
    // The words are compiled in and tested, so this cannot fail; without words `tr!` would show message ids.
    let _ = loader.load_languages(&Words, &[Language::Id.identifier()]);
    loader.set_use_isolating(false);
    loader
});

/// Speaks `language` from now on, everywhere.
///
/// # Errors
/// The embedded words could not be loaded; the language stays as it was.
pub fn select(language: Language) -> Result<(), I18nEmbedError> {
    LOADER.load_languages(&Words, &[language.identifier(), Language::Id.identifier()])?;
    LOADER.set_use_isolating(false);
    Ok(())
}

/// A message in the language of the user, checked at compile time: `tr!("id", argument = value)`.
#[macro_export]
macro_rules! tr {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        i18n_embed_fl::fl!($crate::i18n::LOADER, $id $(, $name = $value)*)
    };
}

/// The name of a column for people.
#[must_use]
pub fn field(field: Field) -> String {
    match field {
        Field::Kpj => tr!("field-kpj"),
        Field::Nik => tr!("field-nik"),
        Field::Name => tr!("field-name"),
        Field::BirthDate => tr!("field-birth-date"),
        Field::Sex => tr!("field-sex"),
        Field::MembershipDate => tr!("field-membership-date"),
        Field::IdentityKind => tr!("field-identity-kind"),
        Field::Npp => tr!("field-npp"),
        Field::Company => tr!("field-company"),
    }
}

/// One plain sentence about a problem: what is wrong and what to do.
#[must_use]
pub fn problem(problem: &Problem) -> String {
    let mut arguments: HashMap<&str, Cow<'_, str>> = HashMap::new();
    arguments.insert("value", Cow::Borrowed(&problem.value));
    arguments.insert("suggestion", problem.suggestion.as_deref().unwrap_or_default().into());
    arguments.insert("kind", problem.kind.map_or("none", Kind::as_str).into());
    arguments.insert(
        "reference",
        match &problem.reference {
            None => "".into(),
            Some(Reference::Row(row)) => row.to_string().into(),
            Some(Reference::Receipt(number)) => number.0.as_str().into(),
            Some(Reference::Kpj(kpj)) => kpj.to_string().into(),
        },
    );
    LOADER.get_args(&problem_message_id(problem.code), arguments)
}

fn problem_message_id(code: Code) -> String {
    format!("problem-{}", code.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Message ids with the names of their arguments, as written in a language's file.
    fn messages(text: &str) -> std::collections::BTreeMap<String, std::collections::BTreeSet<String>> {
        let mut messages = std::collections::BTreeMap::<_, std::collections::BTreeSet<_>>::new();
        let mut current = String::new();
        for line in text.lines() {
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                current = line.split('=').next().unwrap_or_default().trim().to_owned();
                messages.entry(current.clone()).or_default();
            }
            if line.starts_with('#') {
                continue;
            }
            for argument in line.split('$').skip(1) {
                let name = argument.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap_or_default();
                messages.entry(current.clone()).or_default().insert(name.to_owned());
            }
        }
        messages
    }

    #[test]
    fn every_message_exists_in_both_languages_with_the_same_arguments() {
        let read = |path: &str| {
            let file = Words::get(path).expect("a language file");
            messages(std::str::from_utf8(&file.data).expect("UTF-8"))
        };
        let (id, en) = (read("id/cetak_kpj.ftl"), read("en/cetak_kpj.ftl"));
        assert_eq!(id, en);
    }

    #[test]
    fn every_problem_code_has_its_sentence() {
        for code in Code::ALL {
            assert!(LOADER.has(&problem_message_id(code)), "{}", code.as_str());
        }
    }
}
