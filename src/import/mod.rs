//! From the bytes of a file to rows that are judged.
//!
//! [`read`] says what the file is ([`container`]), lays it out as one grid whatever it is ([`sheet`]), finds the table
//! and its columns ([`header`]) and keeps the rows that hold a person (`row`). [`check`] judges them by the rules of
//! the contract. Reading knows no clock, no register and no rule; checking knows no file.
//!
//! Files come from strangers, and the libraries that read them can be made to abort, to loop and to ask for all memory.
//! So the programs read in a process of their own ([`apart`]).

pub mod apart;
mod check;
pub mod column;
mod company;
mod completion;
pub mod container;
mod date;
mod delimited;
mod door;
mod doubt;
mod edit;
mod error;
pub mod header;
mod kept;
mod markup;
mod memory;
pub mod old_register;
mod open_document;
pub mod preview;
pub mod rejects;
mod row;
pub mod sheet;
mod table;
mod workbook;

pub use apart::{preview, read, read_old_register};
pub use check::{CheckContext, check};
pub use completion::Completion;
pub use error::{Fault, ImportError};
pub use kept::Unreadable;
pub use table::{ReadOptions, Table, read_text};
