//! Text that must fit: it shrinks, then takes more lines, and is never cut.

use super::{CAP_HEIGHT, Face, MM_PER_POINT};
use crate::document::font::Fonts;

/// One way to set a text: at most so many lines, from the largest size down to the smallest, points.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    pub lines: usize,
    pub largest: f64,
    pub smallest: f64,
}

/// A text broken into lines that all fit.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted {
    pub lines: Vec<String>,
    /// Size in points.
    pub size: f64,
}

/// Sets `text` within `width` mm by the first step that works. Where none does, the lines of the last step, breaking
/// words, in whatever size fits.
pub fn fit(fonts: &Fonts, face: Face, text: &str, width: f64, steps: &[Step]) -> Fitted {
    let room = width / MM_PER_POINT;
    let whole = fonts.em(face, text);
    for step in steps {
        if step.lines == 1 || whole * step.largest <= room {
            let size = step.largest.min(room / whole);
            if size >= step.smallest {
                return Fitted { lines: vec![text.to_owned()], size: round_down(size) };
            }
        } else {
            let lines = balanced(fonts, face, text, step.lines, Breaks::BetweenWords);
            let size = step.largest.min(room / widest(fonts, face, &lines));
            if lines.len() <= step.lines && size >= step.smallest {
                return Fitted { lines, size: round_down(size) };
            }
        }
    }
    let last = steps.last().copied().unwrap_or(Step { lines: 1, largest: 1.0, smallest: 0.0 });
    let lines = balanced(fonts, face, text, last.lines, Breaks::InLongWords);
    let size = last.largest.min(room / widest(fonts, face, &lines));
    Fitted { lines, size: round_down(size) }
}

/// The room for a text that may break into lines.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// The widest a line may be, mm.
    pub width: f64,
    /// From the lowest baseline to the top of the first line's capitals, mm; where it is 0 it limits nothing.
    pub height: f64,
    /// The largest size, points.
    pub largest: f64,
    /// The smallest size, points.
    pub smallest: f64,
    /// The most lines.
    pub lines: usize,
}

/// From one baseline to the next, in em.
pub const LEADING: f64 = 1.16;

/// One line counts as large enough down to this part of the largest size, before more lines are tried.
const ONE_LINE: f64 = 0.8;

/// Several lines are no larger than this part of the largest size: they want air around them.
const SEVERAL: f64 = 0.84;

impl Room {
    /// Sets `text` on one line if that stays about as large as wished, else on as many lines as let it be largest; a
    /// word is broken only where nothing else helps. `None` where it does not fit in the smallest size: never for a
    /// text that is no longer, and has no wider characters, than another one that fits and is a single word.
    pub fn fit(&self, fonts: &Fonts, face: Face, text: &str) -> Option<Fitted> {
        let one = self.set(fonts, face, vec![text.to_owned()]);
        let large_enough = |fitted: &Fitted| fitted.size >= round_down(self.smallest);
        if self.lines == 1 || (one.size >= self.largest * ONE_LINE && large_enough(&one)) {
            return Some(one).filter(large_enough);
        }
        [Breaks::BetweenWords, Breaks::InLongWords, Breaks::Anywhere].into_iter().find_map(|breaks| {
            let mut best = one.clone();
            for count in 2..=self.lines {
                let lines = balanced(fonts, face, text, count, breaks);
                let fitted = self.set(fonts, face, lines);
                if fitted.lines.len() <= count && fitted.size > best.size {
                    best = fitted;
                }
            }
            Some(best).filter(large_enough)
        })
    }

    /// These lines, as large as they may be.
    fn set(&self, fonts: &Fonts, face: Face, lines: Vec<String>) -> Fitted {
        let wide = self.width / MM_PER_POINT / widest(fonts, face, &lines);
        let following = u32::try_from(lines.len().saturating_sub(1)).unwrap_or(u32::MAX);
        let high = self.height / MM_PER_POINT / (CAP_HEIGHT + LEADING * f64::from(following));
        let high = if self.height > 0.0 { high } else { f64::INFINITY };
        let several = (self.largest * SEVERAL).max(self.smallest);
        let largest = if lines.len() > 1 { several } else { self.largest };
        Fitted { lines, size: round_down(largest.min(wide).min(high)) }
    }
}

/// Down to a hundredth of a point, as numbers are written to the file: rounding up could cross the edge.
fn round_down(size: f64) -> f64 {
    ((size * 100.0).floor() / 100.0).max(0.01)
}

fn widest(fonts: &Fonts, face: Face, lines: &[String]) -> f64 {
    lines.iter().map(|line| fonts.em(face, line)).fold(f64::MIN_POSITIVE, f64::max)
}

/// Where a line may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Breaks {
    BetweenWords,
    /// Between words, and in words that are longer than a line.
    InLongWords,
    /// Wherever the line is full.
    Anywhere,
}

/// The text in at most `count` lines of about equal width, by halving the width between the narrowest possible and
/// the whole. Breaking between words only, a word may be wider than its share.
fn balanced(fonts: &Fonts, face: Face, text: &str, count: usize, breaks: Breaks) -> Vec<String> {
    let (mut narrow, mut wide) = (0.0, fonts.em(face, text) * 1.000_001);
    let mut best = vec![text.to_owned()];
    for _ in 0..20 {
        let width = f64::midpoint(narrow, wide);
        match wrapped(fonts, face, text, width, breaks) {
            Some(lines) if lines.len() <= count => {
                best = lines;
                wide = width;
            }
            _ => narrow = width,
        }
    }
    best
}

/// Lines of at most `width` em; `None` when a word does not fit and words may not be broken.
fn wrapped(fonts: &Fonts, face: Face, text: &str, width: f64, breaks: Breaks) -> Option<Vec<String>> {
    let mut lines = Vec::new();
    let (mut current, mut used) = (String::new(), 0.0);
    let space = fonts.em(face, " ");
    for word in text.split(' ') {
        let wide = fonts.em(face, word);
        if !current.is_empty() && used + space + wide <= width {
            current.push(' ');
            current.push_str(word);
            used += space + wide;
            continue;
        }
        if !current.is_empty() && breaks == Breaks::Anywhere && used + space <= width {
            current.push(' ');
            used += space;
        } else if !current.is_empty() {
            lines.push(std::mem::take(&mut current));
            used = 0.0;
        }
        if wide <= width && current.is_empty() {
            current.push_str(word);
            used = wide;
            continue;
        }
        if breaks == Breaks::BetweenWords {
            return None;
        }
        for character in word.chars() {
            let advance = fonts.em(face, character.encode_utf8(&mut [0; 4]));
            if !current.is_empty() && used + advance > width {
                lines.push(std::mem::take(&mut current).trim_end().to_owned());
                used = 0.0;
            }
            current.push(character);
            used += advance;
        }
    }
    if !current.is_empty() {
        lines.push(current);
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::font::fonts;
    use proptest::prelude::*;

    const STEPS: [Step; 3] = [
        Step { lines: 1, largest: 12.5, smallest: 9.5 },
        Step { lines: 2, largest: 10.5, smallest: 7.0 },
        Step { lines: 3, largest: 7.0, smallest: 5.0 },
    ];

    #[test]
    fn a_long_name_breaks_between_words_before_it_breaks_a_word() {
        let fonts = fonts().unwrap();
        let set = |text: &str| {
            let fitted = fit(fonts, Face::Bold, text, 74.0, &STEPS);
            (fitted.lines.join("|"), fitted.lines.len())
        };
        assert_eq!(set("SITI AMINAH"), ("SITI AMINAH".into(), 1));
        assert_eq!(
            set("RADEN MAS SURYA ADIKUSUMA WARDHANA PRAWIRANEGARA HADININGRAT").0,
            "RADEN MAS SURYA ADIKUSUMA WARDHANA|PRAWIRANEGARA HADININGRAT"
        );
        assert_eq!(set(&"W".repeat(60)).1, 3);
    }

    #[test]
    fn what_is_no_longer_than_the_longest_name_fits_where_that_fits() {
        let fonts = fonts().unwrap();
        let room = Room { width: 60.0, height: 20.0, largest: 10.0, smallest: 9.0, lines: 4 };
        let set = |text: &str| room.fit(fonts, Face::Bold, text).map(|fitted| (fitted.lines.join("|"), fitted.size));
        assert!(set(&"W".repeat(60)).is_some());
        let words = |letters: usize, count: usize| vec!["W".repeat(letters); count].join(" ");
        // nearly on one line, but smaller than may be
        assert_eq!(set(&words(10, 2)), Some((words(10, 2).replace(' ', "|"), 9.0)));
        // no two of the five words fit on a line
        assert_eq!(set(&words(11, 5)).map(|(lines, size)| (lines.matches('|').count(), size)), Some((2, 9.0)));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_sticks_out(text in "[A-Z']{1,30}( [A-Z.,]{1,60}){0,8}", width in 10.0..120.0f64) {
            let fonts = fonts().unwrap();
            let fitted = fit(fonts, Face::Bold, &text, width, &STEPS);
            prop_assert!(fitted.lines.len() <= 3);
            for line in &fitted.lines {
                prop_assert!(fonts.em(Face::Bold, line) * fitted.size * MM_PER_POINT <= width + 1e-6);
            }
            prop_assert_eq!(fitted.lines.concat().replace(' ', ""), text.replace(' ', ""));
        }
    }
}
