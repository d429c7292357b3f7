//! Cetak KPJ: lists of new workers come in, cards, receipts and register rows come out.
//!
//! Data goes one way: [`import`] reads and judges, [`workflow`] decides, [`document`] draws, [`store`] keeps,
//! [`export`] gives back; [`ui`] and [`cli`] are two doors to the same functions.

pub mod cli;
pub mod document;
pub mod domain;
pub mod export;
pub mod i18n;
pub mod import;
pub mod log;
pub mod mail;
pub mod print;
pub mod progress;
pub mod store;
pub mod ui;
pub mod workflow;
