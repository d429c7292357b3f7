//! Which language is spoken, and its words: each language is loaded once, when it is first spoken.

use super::{Language, count};
use i18n_embed::LanguageLoader;
use i18n_embed::fluent::{FluentLanguageLoader, fluent_language_loader};
use rust_embed::RustEmbed;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};
use unic_langid::{LanguageIdentifier, langid};

#[derive(RustEmbed)]
#[folder = "assets/i18n"]
struct Words;

static INDONESIAN: LazyLock<FluentLanguageLoader> = LazyLock::new(|| load(&[langid!("id")]));
// what had no English words would be said in Indonesian; a test sees to it that nothing is
static ENGLISH: LazyLock<FluentLanguageLoader> = LazyLock::new(|| load(&[langid!("en"), langid!("id")]));

static IN_ENGLISH: AtomicBool = AtomicBool::new(false);

fn load(languages: &[LanguageIdentifier]) -> FluentLanguageLoader {
    let loader = fluent_language_loader!();
    // The words are compiled in and tested, so this cannot fail; without words `tr!` would show message ids.
    let _ = loader.load_languages(&Words, languages);
    count::prepare(&loader);
    loader
}

/// Speaks `language` from now on, everywhere; until then it is Indonesian.
pub fn select(language: Language) {
    IN_ENGLISH.store(language == Language::En, Ordering::Relaxed);
}

/// The language that is spoken.
#[must_use]
pub fn spoken() -> Language {
    #[cfg(test)]
    if let Some(language) = HERE.get() {
        return language;
    }
    if IN_ENGLISH.load(Ordering::Relaxed) { Language::En } else { Language::Id }
}

/// The words that [`tr!`](crate::tr) says.
#[must_use]
pub fn words() -> &'static FluentLanguageLoader {
    words_of(spoken())
}

/// The words of one language.
#[must_use]
pub fn words_of(language: Language) -> &'static FluentLanguageLoader {
    match language {
        Language::Id => &INDONESIAN,
        Language::En => &ENGLISH,
    }
}

#[cfg(test)]
thread_local! {
    static HERE: std::cell::Cell<Option<Language>> = const { std::cell::Cell::new(None) };
}

/// Speaks a language in this thread alone, for as long as `deed` takes.
#[cfg(test)]
pub(crate) fn speaking<T>(language: Language, deed: impl FnOnce() -> T) -> T {
    let before = HERE.replace(Some(language));
    let done = deed();
    HERE.set(before);
    done
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
}
