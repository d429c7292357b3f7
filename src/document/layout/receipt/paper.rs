//! A page of the receipt and how words are put on it.

use super::{INK, TOP};
use crate::document::{
    font::Fonts,
    layout::{CAP_HEIGHT, Colour, Face, MM_PER_POINT, Mark, Rule, Size, Text, fit::Fitted},
};

/// Lines of a fitted text below the first, as a factor.
pub(super) fn following(fitted: &Fitted) -> f64 {
    f64::from(u32::try_from(fitted.lines.len().saturating_sub(1)).unwrap_or_default())
}

pub(super) fn leading(fitted: &Fitted) -> f64 {
    fitted.size * 1.2 * MM_PER_POINT
}

/// A page being filled from the top.
pub(super) struct Sheet<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) size: Size,
    pub(super) marks: Vec<Mark>,
    /// How far the page is filled, mm from the top.
    pub(super) y: f64,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(fonts: &'a Fonts, size: Size) -> Self {
        Self { fonts, size, marks: Vec::new(), y: TOP }
    }

    pub(super) fn text(&mut self, x: f64, baseline: f64, size: f64, face: Face, colour: Colour, text: &str) {
        self.marks.push(Mark::Text(Text { x, baseline, size, face, colour, tracking: 0.0, text: text.to_owned() }));
    }

    pub(super) fn ending(&mut self, right: f64, baseline: f64, size: f64, face: Face, colour: Colour, text: &str) {
        let width = self.fonts.em(face, text) * size * MM_PER_POINT;
        self.text(right - width, baseline, size, face, colour, text);
    }

    pub(super) fn middle(&mut self, middle: f64, baseline: f64, size: f64, face: Face, colour: Colour, text: &str) {
        let width = self.fonts.em(face, text) * size * MM_PER_POINT;
        self.text(middle - width / 2.0, baseline, size, face, colour, text);
    }

    /// Letterspaced, in the middle.
    pub(super) fn tracked_middle(&mut self, middle: f64, baseline: f64, size: f64, text: String) {
        const TRACKING: f64 = 1.2;
        let gaps = f64::from(u32::try_from(text.chars().count().saturating_sub(1)).unwrap_or_default());
        let width = (self.fonts.em(Face::Regular, &text) * size + gaps * TRACKING) * MM_PER_POINT;
        let (x, face) = (middle - width / 2.0, Face::Regular);
        self.marks.push(Mark::Text(Text { x, baseline, size, face, colour: INK, tracking: TRACKING, text }));
    }

    /// One line in the middle of a cell.
    pub(super) fn centred(&mut self, middle: f64, top: f64, height: f64, size: f64, face: Face, text: &str) {
        let cap = size * CAP_HEIGHT * MM_PER_POINT;
        self.middle(middle, top + f64::midpoint(height, cap), size, face, INK, text);
    }

    /// Lines from the left, in the middle of a cell's height.
    pub(super) fn block(&mut self, left: f64, top: f64, height: f64, fitted: &Fitted) {
        let cap = fitted.size * CAP_HEIGHT * MM_PER_POINT;
        let all = cap + following(fitted) * leading(fitted);
        let mut baseline = top + (height - all) / 2.0 + cap;
        for text in &fitted.lines {
            self.text(left, baseline, fitted.size, Face::Regular, INK, text);
            baseline += leading(fitted);
        }
    }

    pub(super) fn rule(&mut self, from: (f64, f64), to: (f64, f64), thickness: f64, colour: Colour) {
        self.marks.push(Mark::Rule(Rule { from, to, thickness, colour }));
    }
}
