//! What one printer does to positions, and how that is put right.

use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// A printer's correction: every position of a page, measured from its top left corner, is stretched and then moved.
/// Whole numbers, so that settings compare exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Calibration {
    /// To the right, tenths of a millimetre, -100 to 100.
    pub offset_x: i16,
    /// Downwards, tenths of a millimetre, -100 to 100.
    pub offset_y: i16,
    /// Stretch across in ten-thousandths, 9500 to 10500.
    pub scale_x: u16,
    /// Stretch down in ten-thousandths, 9500 to 10500.
    pub scale_y: u16,
}

impl Default for Calibration {
    fn default() -> Self {
        Self { offset_x: 0, offset_y: 0, scale_x: 10_000, scale_y: 10_000 }
    }
}

/// What was measured on a printed test page, mm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// From the left edge of the paper to the zero of the ruler across.
    pub left: f64,
    /// From the upper edge of the paper to the zero of the ruler down.
    pub top: f64,
    /// Length of the ruler across.
    pub across: f64,
    /// Length of the ruler down.
    pub down: f64,
}

/// A correction beyond what is one: the paper lay askew, the print was scaled to the page, or it was measured wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("offsets go from -10 to 10 mm, scales from 0.95 to 1.05")]
pub struct BadCalibration;

impl Calibration {
    /// Tenths of a millimetre that an offset may have.
    pub const OFFSETS: RangeInclusive<i16> = -100..=100;
    /// Ten-thousandths that a scale may have.
    pub const SCALES: RangeInclusive<u16> = 9_500..=10_500;

    /// From millimetres and factors.
    ///
    /// # Errors
    /// [`BadCalibration`] for offsets beyond 10 mm and scales beyond 5 %.
    pub fn new(offset: (f64, f64), scale: (f64, f64)) -> Result<Self, BadCalibration> {
        Ok(Self {
            offset_x: tenths(offset.0)?,
            offset_y: tenths(offset.1)?,
            scale_x: ten_thousandths(scale.0)?,
            scale_y: ten_thousandths(scale.1)?,
        })
    }

    /// The correction for a printer that prints what should be as in `wanted` as in `found`.
    ///
    /// # Errors
    /// [`BadCalibration`] where it would be beyond what a correction may be.
    pub fn from_measured(wanted: Measured, found: Measured) -> Result<Self, BadCalibration> {
        // The printer puts p at a·p + b; so what should be at p must be sent to (p − b) / a.
        let one = |wanted_at: f64, wanted_length: f64, at: f64, length: f64| {
            let a = length / wanted_length;
            (-(at - a * wanted_at) / a, 1.0 / a)
        };
        let (offset_x, scale_x) = one(wanted.left, wanted.across, found.left, found.across);
        let (offset_y, scale_y) = one(wanted.top, wanted.down, found.top, found.down);
        Self::new((offset_x, offset_y), (scale_x, scale_y))
    }

    /// Whether it changes nothing.
    #[must_use]
    pub fn is_none(self) -> bool {
        self == Self::default()
    }

    /// To the right and downwards, mm.
    #[must_use]
    pub fn offset(self) -> (f64, f64) {
        (f64::from(self.offset_x) / 10.0, f64::from(self.offset_y) / 10.0)
    }

    /// Across and down, 1 being as it is.
    #[must_use]
    pub fn scale(self) -> (f64, f64) {
        (f64::from(self.scale_x) / 10_000.0, f64::from(self.scale_y) / 10_000.0)
    }

    /// Whether every part is within its range, as it is unless someone wrote the settings by hand.
    #[must_use]
    pub fn is_valid(self) -> bool {
        [self.offset_x, self.offset_y].iter().all(|offset| Self::OFFSETS.contains(offset))
            && [self.scale_x, self.scale_y].iter().all(|scale| Self::SCALES.contains(scale))
    }
}

#[expect(clippy::cast_possible_truncation, reason = "within the range of a hundred tenths")]
fn tenths(mm: f64) -> Result<i16, BadCalibration> {
    let tenths = (mm * 10.0).round();
    if (-100.0..=100.0).contains(&tenths) { Ok(tenths as i16) } else { Err(BadCalibration) }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the range, about ten thousand")]
fn ten_thousandths(factor: f64) -> Result<u16, BadCalibration> {
    let parts = (factor * 10_000.0).round();
    if (9_500.0..=10_500.0).contains(&parts) { Ok(parts as u16) } else { Err(BadCalibration) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WANTED: Measured = Measured { left: 20.0, top: 20.0, across: 150.0, down: 200.0 };

    #[test]
    fn what_was_measured_gives_the_correction_that_undoes_it() {
        // a printer that stretches by 0.4 % across, shrinks by 0.3 % down and moves
        let printed = |p: f64, a: f64, b: f64| a * p + b;
        let found = Measured {
            left: printed(20.0, 1.004, 0.5),
            top: printed(20.0, 0.997, -1.2),
            across: 150.0 * 1.004,
            down: 200.0 * 0.997,
        };
        let calibration = Calibration::from_measured(WANTED, found).unwrap();
        let ((offset_x, offset_y), (scale_x, scale_y)) = (calibration.offset(), calibration.scale());
        for p in [0.0, 20.0, 150.0, 190.0] {
            assert!((printed(scale_x * p + offset_x, 1.004, 0.5) - p).abs() < 0.1, "{p}");
            assert!((printed(scale_y * p + offset_y, 0.997, -1.2) - p).abs() < 0.1, "{p}");
        }
        assert!(Calibration::from_measured(WANTED, WANTED).unwrap().is_none());
    }

    #[test]
    fn a_correction_beyond_reason_is_refused() {
        for (offset, scale) in [
            ((10.1, 0.0), (1.0, 1.0)),
            ((0.0, f64::NAN), (1.0, 1.0)),
            ((0.0, 0.0), (0.94, 1.0)),
            ((0.0, 0.0), (1.0, 1.06)),
        ] {
            assert_eq!(Calibration::new(offset, scale), Err(BadCalibration));
        }
        assert!(Calibration::new((-10.0, 10.0), (0.95, 1.05)).unwrap().is_valid());
        assert!(Calibration::from_measured(WANTED, Measured { across: 0.0, ..WANTED }).is_err());
    }
}
