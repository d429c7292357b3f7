//! The page that a printer is measured with: two rulers with their zero at a known place, and the frame of a card.

use super::{Colour, Face, MM_PER_POINT, Mark, Page, Plan, Rule, Size, Text};
use crate::domain::{Calibration, Measured, Paper};

const INK: Colour = Colour(0, 0, 0);
const HAIR: f64 = 0.1;

/// Where the rulers are and how long, as it should be measured, mm.
#[must_use]
pub fn test_page_measures(paper: Paper) -> Measured {
    match paper {
        Paper::Card => Measured { left: 8.0, top: 8.0, across: 70.0, down: 40.0 },
        Paper::A4 | Paper::F4 => Measured { left: 20.0, top: 20.0, across: 150.0, down: 200.0 },
    }
}

/// A test page, planned.
#[derive(Debug)]
pub struct PlannedTestPage<'a> {
    paper: Paper,
    printer: &'a str,
    /// What the page will be printed with.
    calibration: Calibration,
}

impl<'a> PlannedTestPage<'a> {
    pub(in crate::document) fn new(paper: Paper, printer: &'a str, calibration: Calibration) -> Self {
        Self { paper, printer, calibration }
    }

    /// What to do, in lines.
    fn words(&self) -> Vec<String> {
        let number = |mm: f64| format!("{mm:.1}").replace('.', ",");
        let factor = |scale: f64| format!("{scale:.4}").replace('.', ",");
        let Measured { left, top, across, down } = test_page_measures(self.paper);
        let ((x, y), (scale_x, scale_y)) = (self.calibration.offset(), self.calibration.scale());
        let used = if self.calibration.is_none() {
            "Halaman ini dicetak tanpa kalibrasi: untuk mengukur.".to_owned()
        } else {
            format!(
                "Halaman ini dicetak dengan kalibrasi: geser {} / {} mm, skala {} / {}.",
                number(x),
                number(y),
                factor(scale_x),
                factor(scale_y)
            )
        };
        vec![
            format!("Halaman uji printer {}", super::line(self.printer)),
            used,
            "Cetak pada skala 100%, lalu ukur dengan mistar:".to_owned(),
            format!("A  dari tepi kiri kertas ke garis 0 mistar mendatar: seharusnya {} mm", number(left)),
            format!("B  dari tepi atas kertas ke garis 0 mistar tegak: seharusnya {} mm", number(top)),
            format!("C  panjang mistar mendatar: seharusnya {} mm", number(across)),
            format!("D  panjang mistar tegak: seharusnya {} mm", number(down)),
        ]
    }
}

fn rule(from: (f64, f64), to: (f64, f64), thickness: f64) -> Mark {
    Mark::Rule(Rule { from, to, thickness, colour: INK })
}

fn text(x: f64, baseline: f64, size: f64, face: Face, text: String) -> Mark {
    Mark::Text(Text { x, baseline, size, face, colour: INK, tracking: 0.0, text })
}

/// A mark at every millimetre, longer at 5 and at 10, numbers at 10.
fn ruler(marks: &mut Vec<Mark>, (x, y): (f64, f64), length: f64, across: bool) {
    let at = |along: f64, off: f64| if across { (x + along, y - off) } else { (x - off, y + along) };
    marks.push(rule(at(0.0, 0.0), at(length, 0.0), HAIR));
    let mut mm = 0u16;
    while f64::from(mm) <= length {
        let tick = match mm % 10 {
            0 => 4.0,
            5 => 2.8,
            _ => 1.6,
        };
        let along = f64::from(mm);
        marks.push(rule(at(along, 0.0), at(along, tick), HAIR));
        if mm.is_multiple_of(10) {
            let (x, y) = if across { at(along + 0.4, 3.0) } else { at(along + 1.9, 3.9) };
            marks.push(text(x, y, 4.5, Face::Regular, mm.to_string()));
        }
        mm += 1;
    }
}

impl Plan for PlannedTestPage<'_> {
    fn size(&self) -> Size {
        match self.paper {
            Paper::Card => Size::CARD,
            Paper::A4 => Size::A4,
            Paper::F4 => Size::F4,
        }
    }

    fn pages(&self) -> usize {
        1
    }

    fn page(&self, _index: usize) -> Page {
        let Measured { left, top, across, down } = test_page_measures(self.paper);
        let mut marks = Vec::new();
        ruler(&mut marks, (left, top), across, true);
        ruler(&mut marks, (left, top), down, false);
        let (words_at, size) = match self.paper {
            Paper::Card => ((left + 3.0, top + 6.0), 4.0),
            Paper::A4 | Paper::F4 => ((left + 15.0, top + 20.0), 10.0),
        };
        let mut baseline = words_at.1;
        for (n, words) in self.words().into_iter().enumerate() {
            let face = if n == 0 { Face::Bold } else { Face::Regular };
            marks.push(text(words_at.0, baseline, size, face, words));
            baseline += size * 1.5 * MM_PER_POINT;
        }
        if self.paper != Paper::Card {
            let (x, y) = (left + 35.0, top + 80.0);
            let (right, bottom) = (x + Size::CARD.width, y + Size::CARD.height);
            for (from, to) in [
                ((x, y), (right, y)),
                ((right, y), (right, bottom)),
                ((right, bottom), (x, bottom)),
                ((x, bottom), (x, y)),
            ] {
                marks.push(rule(from, to, HAIR));
            }
            let words = "Kartu CR80: 85,6 × 53,98 mm. Letakkan sebuah kartu di sini.";
            marks.push(text(x + 4.0, y + 8.0, 7.0, Face::Regular, words.to_owned()));
        }
        Page { marks, done: 1 }
    }

    fn has_cards(&self) -> bool {
        true
    }
}
