//! Cards on pages: one a page, or ten a sheet with marks to cut along.

use super::{
    Colour, Face, Facts, MM_PER_POINT, Mark, Page, Plan, Rule, Shape, Size, Text, card, fit::Step, fit::fit, line,
};
use crate::{
    document::{CardsDocument, font::Fonts},
    domain::{Paper, date},
};

/// How cards lie on a page.
#[derive(Debug, Clone, Copy)]
struct Grid {
    page: Size,
    columns: usize,
    rows: usize,
    /// Between two cards, mm: wide enough that a cut which is off never takes a neighbour's colour along.
    gap: (f64, f64),
}

impl Grid {
    fn of(paper: Paper) -> Self {
        match paper {
            Paper::Card => Self { page: Size::CARD, columns: 1, rows: 1, gap: (0.0, 0.0) },
            // 9.6 mm stay free above and below, 17.4 mm left and right: more than any printer's blind edge.
            Paper::A4 => Self { page: Size::A4, columns: 2, rows: 5, gap: (4.0, 2.0) },
            Paper::F4 => Self { page: Size::F4, columns: 2, rows: 5, gap: (4.0, 4.0) },
        }
    }

    fn capacity(&self) -> usize {
        self.columns * self.rows
    }

    /// Left edges of the columns, mm.
    fn lefts(&self) -> Vec<f64> {
        starts(self.page.width, Size::CARD.width, self.gap.0, self.columns)
    }

    /// Upper edges of the rows, mm.
    fn tops(&self) -> Vec<f64> {
        starts(self.page.height, Size::CARD.height, self.gap.1, self.rows)
    }
}

/// Where `count` pieces of one length begin, `gap` apart, centred on `whole`.
fn starts(whole: f64, piece: f64, gap: f64, count: usize) -> Vec<f64> {
    let mut starts = vec![0.0; count];
    let mut end = -gap;
    for start in &mut starts {
        *start = end + gap;
        end = *start + piece;
    }
    let margin = (whole - end) / 2.0;
    starts.iter().map(|start| start + margin).collect()
}

/// The cards of a batch, planned.
pub struct PlannedCards<'a> {
    document: &'a CardsDocument<'a>,
    fonts: &'a Fonts,
    grid: Grid,
}

impl<'a> PlannedCards<'a> {
    /// Plans the cards; pages are made when they are asked for.
    pub(in crate::document) fn new(document: &'a CardsDocument<'a>, fonts: &'a Fonts) -> Self {
        Self { document, fonts, grid: Grid::of(document.paper) }
    }

    /// What stands around the cards of a sheet: crop marks, and below the last row, between the marks, what sheet
    /// this is and how it must be printed.
    fn margin(&self, index: usize) -> Vec<Mark> {
        let (lefts, tops) = (self.grid.lefts(), self.grid.tops());
        let mut marks = cuts(&lefts, &tops, self.grid.page);
        let CardsDocument { npp, company, date, .. } = *self.document;
        let batch = format!("{npp} · {} · {}", line(company), date::long(date));
        let sheet = format!("Lembar {} dari {} · Cetak pada skala 100%", index + 1, self.pages());
        let bottom = tops.last().copied().unwrap_or_default() + Size::CARD.height;
        let step = [Step { lines: 1, largest: 6.5, smallest: 0.0 }];
        for (left, note) in lefts.iter().zip([batch, sheet]) {
            let note = fit(self.fonts, Face::Regular, &note, Size::CARD.width - 4.0, &step);
            marks.push(Mark::Text(Text {
                x: left + 2.0,
                baseline: bottom + 4.2,
                size: note.size,
                face: Face::Regular,
                colour: Colour(0x55, 0x62, 0x6A),
                tracking: 0.0,
                text: note.lines.concat(),
            }));
        }
        marks
    }
}

/// Crop marks: outside the block of cards, in line with every edge, so that straight cuts through the sheet part
/// all cards; they keep off the cards.
fn cuts(lefts: &[f64], tops: &[f64], page: Size) -> Vec<Mark> {
    const OFF: f64 = 1.5;
    const LONG: f64 = 4.5;
    let mut marks = Vec::new();
    let mut mark = |from, to| {
        let rule = Rule { from, to, thickness: 0.25 * MM_PER_POINT, colour: Colour(0, 0, 0) };
        marks.push(Mark::Rule(rule));
    };
    let (left, top) = (lefts.first().copied().unwrap_or_default(), tops.first().copied().unwrap_or_default());
    let (right, bottom) = (page.width - left, page.height - top);
    for x in lefts.iter().flat_map(|x| [*x, x + Size::CARD.width]) {
        mark((x, top - OFF - LONG), (x, top - OFF));
        mark((x, bottom + OFF), (x, bottom + OFF + LONG));
    }
    for y in tops.iter().flat_map(|y| [*y, y + Size::CARD.height]) {
        mark((left - OFF - LONG, y), (left - OFF, y));
        mark((right + OFF, y), (right + OFF + LONG, y));
    }
    marks
}

impl Plan for PlannedCards<'_> {
    fn size(&self) -> Size {
        self.grid.page
    }

    fn pages(&self) -> usize {
        self.document.workers.len().div_ceil(self.grid.capacity())
    }

    fn page(&self, index: usize) -> Page {
        let (lefts, tops) = (self.grid.lefts(), self.grid.tops());
        let first = index * self.grid.capacity();
        let places = tops.iter().flat_map(|y| lefts.iter().map(move |x| (*x, *y)));
        let workers = self.document.workers.iter().skip(first).take(self.grid.capacity());
        let mut marks = if self.grid.capacity() > 1 { self.margin(index) } else { Vec::new() };
        for (worker, place) in workers.zip(places) {
            let CardsDocument { company, npp, settings, template, .. } = *self.document;
            let facts = Facts { worker, company, npp, settings };
            marks.extend(card::side(self.fonts, &template.front, false, facts, place));
        }
        Page { marks, done: (first + self.grid.capacity()).min(self.document.workers.len()) }
    }

    fn has_cards(&self) -> bool {
        true
    }

    fn artwork(&self, back: bool) -> &[Shape] {
        let template = self.document.template;
        if back { template.back.as_ref().map_or(&[], |back| &back.art) } else { &template.front.art }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_cards_lie_apart_and_off_the_edge_of_either_sheet() {
        for paper in [Paper::A4, Paper::F4] {
            let grid = Grid::of(paper);
            assert_eq!(grid.capacity(), 10);
            for (starts, piece, whole) in
                [(grid.lefts(), Size::CARD.width, grid.page.width), (grid.tops(), Size::CARD.height, grid.page.height)]
            {
                assert!(starts[0] >= 9.0, "{paper:?}");
                assert!((starts[0] - (whole - starts[starts.len() - 1] - piece)).abs() < 1e-9, "{paper:?}");
                assert!(starts.windows(2).all(|pair| pair[1] - pair[0] > piece + 1.99), "{paper:?}");
            }
        }
    }
}
