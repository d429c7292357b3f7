//! Cetak KPJ: lists of new workers come in, cards, receipts and register rows come out.

pub mod domain;
pub mod progress;
