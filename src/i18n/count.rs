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
