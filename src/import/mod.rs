//! From the bytes of a file to rows that are judged.
//!
//! [`read`] says what the file is ([`container`]), lays it out as one grid whatever it is ([`sheet`]), finds the table
//! and its columns ([`header`]) and keeps the rows that hold a person (`row`). [`check`] judges them by the rules of
//! the contract. Reading knows no clock, no register and no rule; checking knows no file.

mod check;
mod company;
pub mod container;
mod date;
mod delimited;
mod edit;
mod error;
pub mod header;
mod markup;
mod open_document;
mod row;
pub mod sheet;
mod table;
mod workbook;

pub use check::{CheckContext, check};
pub use error::{Fault, ImportError};
pub use table::{ReadOptions, Table, read};
