//! The values of the office: numbers, people, problems, receipts. Pure: no file, no database, no clock.

pub mod alike;
pub mod calibration;
pub mod cards;
pub mod company;
pub mod date;
pub mod example;
pub mod kpj;
pub mod life;
pub mod list;
pub mod mail;
pub mod mapping;
pub mod nik;
pub mod npp;
pub mod office;
pub mod old_register;
pub mod pages;
pub mod person;
pub mod printing;
pub mod problem;
pub mod receipt;
pub mod sample;
pub mod scan;
pub mod seal;
pub mod setting;
pub mod sheet;
pub mod summary;
pub mod terbilang;
pub mod work;
pub mod worker;
pub mod working_days;

pub use calibration::{Calibration, Measured};
pub use kpj::Kpj;
pub use life::{Life, Mark, ReprintReason};
pub use list::{CheckedList, CheckedRow, Company, Counts, Held, RowStatus};
pub use nik::Nik;
pub use npp::Npp;
pub use office::{Paper, ReceiptPaper, Settings};
pub use printing::{Part, Printing};
pub use problem::{Code, Field, Kind, Problem, Reference, Severity};
pub use receipt::{Edition, IssuedCard, Receipt, ReceiptNumber, ReceiptStatus, RegisterEntry};
pub use seal::Seal;
pub use sheet::{SheetOrder, SheetSettings};
pub use worker::{Identity, Sex, Worker};

/// Whether people put this between the digits of a number: blanks (also the invisible ones that spreadsheets and web
/// pages leave), dots, dashes and the apostrophe that marks a text cell.
///
/// The contract removes spaces, dots, dashes and the apostrophe before a number is judged.
fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '.' | '-'
                | '\''
                | '`'
                | '\u{2010}'..='\u{2015}'
                | '\u{2018}'
                | '\u{2019}'
                | '\u{200B}'..='\u{200F}'
                | '\u{2060}'
                | '\u{FEFF}'
        )
}

/// The text without what people put between the digits of a number.
#[must_use]
pub fn without_separators(text: &str) -> String {
    text.chars().filter(|c| !is_separator(*c)).collect()
}

/// Whether nothing but such characters stands in a text.
#[must_use]
pub fn only_separators(text: &str) -> bool {
    text.chars().all(is_separator)
}

/// The `N` characters of a number without its separators; `None` where there are more, fewer, or others than ASCII.
fn characters<const N: usize>(text: &str) -> Option<[u8; N]> {
    if let Ok(bare) = <[u8; N]>::try_from(text.as_bytes())
        && bare.iter().all(u8::is_ascii_alphanumeric)
    {
        return Some(bare);
    }
    let mut found = [0; N];
    let mut count = 0;
    for c in text.chars().filter(|c| !is_separator(*c)) {
        *found.get_mut(count)? = u8::try_from(c).ok().filter(u8::is_ascii)?;
        count += 1;
    }
    (count == N).then_some(found)
}
