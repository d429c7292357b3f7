//! Sample: a synthetic list to learn with.

use super::Error;
use crate::domain::sample::people;
use crate::export;
use std::path::Path;

pub use crate::export::sample::SampleKind;

/// What the list should hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// How many workers, 1 to 1,000,000.
    pub rows: u32,
    /// What the list looks like.
    pub kind: SampleKind,
    /// Whether about one row in eight carries a mistake.
    pub dirty: bool,
    /// The same seed gives the same list.
    pub seed: u64,
}

/// Writes a synthetic worker list to `out`.
///
/// # Errors
/// [`Error::Export`] when the file cannot be written.
pub fn write(sample: Sample, out: &Path) -> Result<(), Error> {
    Ok(export::sample::write(people(sample.seed, sample.rows, sample.dirty), sample.kind, out)?)
}
