//! One card, two cards: languages that tell one from several choose by `COUNT($cards)`.

use fluent_bundle::{FluentArgs, FluentValue};
use i18n_embed::fluent::FluentLanguageLoader;

/// Lets the messages of a loader count. Needed again whenever it has loaded a language.
pub(super) fn prepare(loader: &FluentLanguageLoader) {
    loader.set_use_isolating(false);
    loader.with_bundles_mut(|bundle| {
        // a bundle refuses only a function that it has already
        let _ = bundle.add_function("COUNT", count);
    });
}

/// The number behind a count that is written as people write it, in groups of three.
fn count<'a>(positional: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    match positional.first() {
        Some(FluentValue::String(written)) => {
            let digits: String = written.chars().filter(char::is_ascii_digit).collect();
            digits.parse::<usize>().map_or(FluentValue::Error, FluentValue::from)
        }
        Some(value) => value.clone(),
        None => FluentValue::Error,
    }
}

#[cfg(test)]
mod tests {
    use crate::i18n::{Language, words_of};
    use std::collections::HashMap;

    #[test]
    fn one_card_is_no_cards_in_english() {
        let english = words_of(Language::En);
        for (written, expected) in [("1", "1 card"), ("0", "0 cards"), ("21", "21 cards"), ("1,001", "1,001 cards")] {
            assert_eq!(english.get_args("ui-cards", HashMap::from([("count", written)])), expected);
        }
    }
}
