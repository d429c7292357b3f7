//! Values as people type them.

use crate::domain::cards::CardSelection;
use crate::domain::pages::PageSelection;
use crate::domain::{Field, Kpj, Npp, ReceiptNumber, Seal};
use crate::tr;
use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// Takes one of a few keys.
pub(super) fn one_of<T, const N: usize>(all: [T; N], key: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.map(key))
        .try_map(move |chosen| all.into_iter().find(|value| key(*value) == chosen).ok_or("unknown"))
}

pub(super) fn receipt(text: &str) -> Result<ReceiptNumber, String> {
    let text = text.trim();
    if text.is_empty() { Err(tr!("cli-bad-receipt")) } else { Ok(ReceiptNumber(text.to_owned())) }
}

pub(super) fn kpj(text: &str) -> Result<Kpj, String> {
    Kpj::parse(text).map_err(|_| tr!("cli-bad-kpj"))
}

/// `0.3` and `0,3`.
pub(super) fn decimal(text: &str) -> Result<f64, String> {
    text.trim().replace(',', ".").parse().map_err(|_| tr!("cli-bad-millimetres"))
}

pub(super) fn measured(text: &str) -> Result<[f64; 4], String> {
    let numbers: Option<Vec<f64>> = text.split(',').map(|number| number.trim().parse().ok()).collect();
    numbers.and_then(|numbers| numbers.try_into().ok()).ok_or_else(|| tr!("cli-bad-measured"))
}

pub(super) fn seal(text: &str) -> Result<Seal, String> {
    Seal::parse(text).map_err(|_| tr!("cli-bad-code"))
}

pub(super) fn pages(text: &str) -> Result<PageSelection, String> {
    text.parse().map_err(|_| tr!("cli-bad-pages"))
}

pub(super) fn cards(text: &str) -> Result<CardSelection, String> {
    text.parse().map_err(|_| tr!("cli-bad-cards"))
}

pub(super) fn npp(text: &str) -> Result<Npp, String> {
    Npp::parse(text).map_err(|_| tr!("cli-bad-npp"))
}

/// Both the contract's form and the one people write: `2026-11-20`, `20-11-2026`.
pub(super) fn day(text: &str) -> Result<NaiveDate, String> {
    ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]
        .into_iter()
        .find_map(|form| NaiveDate::parse_from_str(text, form).ok())
        .filter(|date| (1900..=2999).contains(&chrono::Datelike::year(date)))
        .ok_or_else(|| tr!("cli-bad-date"))
}

pub(super) fn mapping(text: &str) -> Result<(Field, String), String> {
    let (key, column) = text.split_once('=').ok_or_else(|| tr!("cli-bad-map"))?;
    let field = Field::from_key(key.trim()).ok_or_else(|| tr!("cli-bad-map"))?;
    Ok((field, column.trim().to_owned()))
}
