//! Symbols that machines read: QR codes (ISO/IEC 18004) and Code 128 bars (ISO/IEC 15417).
//!
//! A symbol here is its dark and light modules only. The **quiet zone** is the layout's business: readers need a
//! light rim of 4 modules on all sides of a QR code and of 10 modules left and right of bars ([`QR_QUIET`],
//! [`BARS_QUIET`]). For print at 300 dpi a module of a QR code wants 0.33 mm or more, a bar 0.25 mm or more.

use super::{Colour, Size};
use barcoders::sym::code128::Code128;
use fast_qr::{ECL, Mode, QRBuilder};
use std::ops::Range;

/// Light rim that a QR code needs on each side, in modules.
pub const QR_QUIET: u16 = 4;
/// Light space that bars need left and right, in modules.
pub const BARS_QUIET: u16 = 10;

/// Rows of dark and light modules; bars are one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Modules {
    columns: u16,
    dark: Vec<bool>,
}

impl Modules {
    /// How many modules lie in a row; for bars the length of the symbol in widths of the narrowest bar.
    #[must_use]
    pub fn columns(&self) -> u16 {
        self.columns
    }

    /// How many rows there are: as many as columns in a QR code, one in bars.
    #[must_use]
    pub fn rows(&self) -> u16 {
        u16::try_from(self.dark.len() / usize::from(self.columns.max(1))).unwrap_or(u16::MAX)
    }

    /// Dark modules side by side, as rows (from the top) and columns.
    pub fn runs(&self) -> impl Iterator<Item = (u16, Range<u16>)> {
        (0..).zip(self.dark.chunks(usize::from(self.columns.max(1)))).flat_map(|(row, modules)| {
            let mut column = 0;
            modules.chunk_by(|one, next| one == next).filter_map(move |run| {
                let start = column;
                column += u16::try_from(run.len()).unwrap_or_default();
                run[0].then_some((row, start..column))
            })
        })
    }
}

/// A symbol on a page, stretched to its size. Its module is as wide as the size's width divided by its columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Symbol {
    /// Top left corner of the modules, mm: without the quiet zone.
    pub at: (f64, f64),
    /// Size of all modules, mm: without the quiet zone.
    pub size: Size,
    /// Colour of dark modules; light modules are not painted.
    pub colour: Colour,
    /// The modules.
    pub modules: Modules,
}

/// Why there is no symbol for a text. Does not contain the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SymbolError {
    /// Nothing to encode.
    #[error("a symbol needs a text")]
    Empty,
    /// More than the symbol holds.
    #[error("the text is too long for the symbol: {length} bytes")]
    TooLong {
        /// The length of the text, bytes.
        length: usize,
    },
    /// Bars are for digits only.
    #[error("bars hold 1 to {MOST_DIGITS} digits and nothing else")]
    NotDigits,
}

/// So many digits still make bars that a hand scanner takes in at once.
const MOST_DIGITS: usize = 32;

/// Digits that the smallest QR code (21 × 21) still holds at the highest correction.
const SMALLEST: usize = 17;

/// A QR code of a text, UTF-8.
///
/// Up to 17 digits (a KPJ, a NIK) give the smallest code, 21 × 21 modules, of which 30 % may be damaged; anything else
/// is corrected up to 15 %. Without an ECI header readers take the bytes for UTF-8, as phones do.
///
/// # Errors
/// [`SymbolError::Empty`]; [`SymbolError::TooLong`] beyond what version 40 holds: 2,331 bytes, or more of digits.
pub fn qr(text: &str) -> Result<Modules, SymbolError> {
    if text.is_empty() {
        return Err(SymbolError::Empty);
    }
    let short = text.len() <= SMALLEST && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut builder = QRBuilder::new(text);
    builder.ecl(if short { ECL::H } else { ECL::M });
    if short {
        builder.mode(Mode::Numeric);
    }
    let code = builder.build().map_err(|_| SymbolError::TooLong { length: text.len() })?;
    let dark = code.data.iter().take(code.size * code.size).map(|module| module.value()).collect();
    Ok(Modules { columns: u16::try_from(code.size).unwrap_or_default(), dark })
}

/// Code 128 bars of a number: pairs of digits take one character (code set C), a first odd one stands alone (B).
///
/// # Errors
/// [`SymbolError::Empty`]; [`SymbolError::NotDigits`] for anything but 1 to 32 digits.
pub fn code128(digits: &str) -> Result<Modules, SymbolError> {
    // how the encoder is told to change to code set B and C
    const B: char = '\u{0181}';
    const C: char = '\u{0106}';
    if digits.is_empty() {
        return Err(SymbolError::Empty);
    }
    if digits.len() > MOST_DIGITS || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(SymbolError::NotDigits);
    }
    let (odd, pairs) = digits.split_at(digits.len() % 2);
    let mut data = String::new();
    if !odd.is_empty() {
        data.push(B);
        data.push_str(odd);
    }
    if !pairs.is_empty() {
        data.push(C);
        data.push_str(pairs);
    }
    let bars = Code128::new(data).map_err(|_| SymbolError::NotDigits)?.encode();
    let dark: Vec<bool> = bars.into_iter().map(|module| module != 0).collect();
    Ok(Modules { columns: u16::try_from(dark.len()).unwrap_or_default(), dark })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_as_large_as_their_text_needs() {
        let sides = |text: &str| qr(text).map(|modules| (modules.columns(), modules.rows()));
        assert_eq!(sides("24123456782"), Ok((21, 21)));
        assert_eq!(sides("24123456782 SITI AMINAH"), Ok((25, 25)));
        assert_eq!(sides(&"é".repeat(1165)), Ok((177, 177)));
        assert_eq!(sides(&"é".repeat(1166)), Err(SymbolError::TooLong { length: 2332 }));
        assert_eq!(sides(""), Err(SymbolError::Empty));

        // start, digit, change, five pairs, check, stop of 13
        assert_eq!(code128("24123456782").map(|bars| (bars.columns(), bars.rows())), Ok((9 * 11 + 13, 1)));
        assert_eq!(code128("7").map(|bars| bars.columns()), Ok(3 * 11 + 13));
        for not_digits in ["2412345678A", "24 12", "٢٤", &"1".repeat(33)] {
            assert_eq!(code128(not_digits), Err(SymbolError::NotDigits));
        }
        assert_eq!(code128(""), Err(SymbolError::Empty));
    }

    #[test]
    fn runs_hold_every_dark_module_once() {
        let modules = qr("24123456782").unwrap();
        let mut dark = vec![false; 21 * 21];
        for (row, columns) in modules.runs() {
            assert!(!columns.is_empty());
            for column in columns {
                let module = &mut dark[usize::from(row) * 21 + usize::from(column)];
                assert!(!*module);
                *module = true;
            }
        }
        assert_eq!(dark, modules.dark);
    }
}
