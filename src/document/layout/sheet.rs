//! Cards on pages: one a page, or as many as a sheet holds, with marks to cut along; fronts, and backs where the
//! template has a back.

use super::{
    Colour, Face, Facts, MM_PER_POINT, Mark, Page, Plan, Rule, Shape, Size, Text, card, fit::Step, fit::fit, line,
};
use crate::{
    document::{CardsDocument, font::Fonts},
    domain::{Paper, SheetOrder, SheetSettings, date},
};

/// Where cards lie on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The page.
    pub page: Size,
    /// Left edges of the columns, mm.
    pub lefts: Vec<f64>,
    /// Upper edges of the rows, mm.
    pub tops: Vec<f64>,
    order: SheetOrder,
    crop_marks: bool,
}

impl Sheet {
    /// The sheet of a paper: as many columns and rows as its margins and gaps leave room for, in the middle of what
    /// the margins leave. A single card has none of them. May hold no card at all.
    #[must_use]
    pub fn new(paper: Paper, settings: &SheetSettings) -> Self {
        let page = match paper {
            Paper::Card => {
                let (lefts, tops) = (vec![0.0], vec![0.0]);
                return Self { page: Size::CARD, lefts, tops, order: SheetOrder::Rows, crop_marks: false };
            }
            Paper::A4 => Size::A4,
            Paper::F4 => Size::F4,
        };
        let mm = |tenths: u16| f64::from(tenths) / 10.0;
        let SheetSettings { left, right, top, bottom, gap_x, gap_y, crop_marks, order } = *settings;
        Self {
            page,
            lefts: starts(mm(left), page.width - mm(right), Size::CARD.width, mm(gap_x)),
            tops: starts(mm(top), page.height - mm(bottom), Size::CARD.height, mm(gap_y)),
            order,
            crop_marks,
        }
    }

    /// How many cards it holds.
    #[must_use]
    pub fn capacity(&self) -> usize {
        self.lefts.len() * self.tops.len()
    }

    /// Top left corners of the places, row by row, mm; on the back, which is printed after turning the sheet over its
    /// long edge, the place behind the same place of the front.
    pub fn places(&self, back: bool) -> impl Iterator<Item = (f64, f64)> {
        let x = move |left: f64| if back { self.page.width - left - Size::CARD.width } else { left };
        self.tops.iter().flat_map(move |top| self.lefts.iter().map(move |left| (x(*left), *top)))
    }

    /// How many sheets `cards` take when the first lies at place `start_at`, from 1.
    #[must_use]
    pub fn sheets(&self, cards: usize, start_at: usize) -> usize {
        if cards == 0 { 0 } else { (cards + start_at.saturating_sub(1)).div_ceil(self.capacity().max(1)) }
    }

    /// Which card (from 0) lies at a place (from 0) of a sheet (from 0). In either order the same places are used.
    #[must_use]
    pub fn card_at(&self, sheet: usize, place: usize, cards: usize, start_at: usize) -> Option<usize> {
        let (capacity, first) = (self.capacity(), start_at.saturating_sub(1));
        let number = (sheet * capacity + place).checked_sub(first).filter(|number| *number < cards)?;
        if self.order == SheetOrder::Rows {
            return Some(number);
        }
        // cards in the pile of a place, on all sheets or on those before this one
        let pile = |place: usize, end: usize| {
            let before = |end: usize| end.saturating_sub(place).div_ceil(capacity);
            before(end).saturating_sub(before(first))
        };
        let whole: usize = (0..place).map(|place| pile(place, first + cards)).sum();
        Some(whole + pile(place, (sheet * capacity).max(first).min(first + cards)))
    }
}

/// Where pieces of one length begin, as many as fit between two bounds, `gap` apart, in the middle.
fn starts(from: f64, to: f64, piece: f64, gap: f64) -> Vec<f64> {
    // what is shorter than the thousandth of a millimetre is an error of counting
    let room = to - from + 0.001;
    let mut ends = Vec::new();
    let mut end = piece;
    while end <= room {
        ends.push(end);
        end += gap + piece;
    }
    let free = (to - from - ends.last().copied().unwrap_or_default()) / 2.0;
    ends.into_iter().map(|end| from + free + end - piece).collect()
}

/// The cards of a batch, planned.
pub struct PlannedCards<'a> {
    document: &'a CardsDocument<'a>,
    fonts: &'a Fonts,
    sheet: Sheet,
}

impl<'a> PlannedCards<'a> {
    /// Plans the cards; pages are made when they are asked for.
    pub(in crate::document) fn new(document: &'a CardsDocument<'a>, fonts: &'a Fonts) -> Self {
        Self { document, fonts, sheet: Sheet::new(document.paper, &document.settings.sheet) }
    }

    fn sheets(&self) -> usize {
        self.sheet.sheets(self.document.workers.len(), self.document.start_at)
    }

    /// Pages of a sheet: its front, and its back behind it where there is one.
    fn sides(&self) -> usize {
        if self.document.template.back.is_some() { 2 } else { 1 }
    }

    /// What stands around the cards of a sheet: crop marks, and below the last row, between the marks, what sheet
    /// this is and how it must be printed.
    fn margin(&self, index: usize) -> Vec<Mark> {
        let Sheet { page, lefts, tops, crop_marks, .. } = &self.sheet;
        let mut marks = if *crop_marks { cuts(lefts, tops, *page) } else { Vec::new() };
        let bottom = tops.last().copied().unwrap_or_default() + Size::CARD.height;
        if page.height - bottom < 7.0 {
            return marks; // no printer reaches there
        }
        let CardsDocument { npp, company, date, .. } = *self.document;
        let batch = format!("{npp} · {} · {}", line(company), date::long(date));
        let sheet = format!("Lembar {} dari {} · Cetak pada skala 100%", index + 1, self.sheets());
        let notes = if lefts.len() > 1 { vec![batch, sheet] } else { vec![format!("{batch} · {sheet}")] };
        let step = [Step { lines: 1, largest: 6.5, smallest: 0.0 }];
        for (left, note) in lefts.iter().zip(notes) {
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
/// all cards; they keep off the cards, and off the edge of the sheet, where they would not be printed.
fn cuts(lefts: &[f64], tops: &[f64], page: Size) -> Vec<Mark> {
    const OFF: f64 = 1.5;
    const LONG: f64 = 4.5;
    const BLIND: f64 = 3.0;
    let mut marks = Vec::new();
    let (left, top) = (lefts.first().copied().unwrap_or_default(), tops.first().copied().unwrap_or_default());
    let right = lefts.last().copied().unwrap_or_default() + Size::CARD.width;
    let bottom = tops.last().copied().unwrap_or_default() + Size::CARD.height;
    let long = |space: f64| Some((space - OFF - BLIND).min(LONG)).filter(|long| *long >= 1.0);
    let mut mark = |from, to| {
        let rule = Rule { from, to, thickness: 0.25 * MM_PER_POINT, colour: Colour(0, 0, 0) };
        marks.push(Mark::Rule(rule));
    };
    for x in lefts.iter().flat_map(|x| [*x, x + Size::CARD.width]) {
        if let Some(long) = long(top) {
            mark((x, top - OFF - long), (x, top - OFF));
        }
        if let Some(long) = long(page.height - bottom) {
            mark((x, bottom + OFF), (x, bottom + OFF + long));
        }
    }
    for y in tops.iter().flat_map(|y| [*y, y + Size::CARD.height]) {
        if let Some(long) = long(left) {
            mark((left - OFF - long, y), (left - OFF, y));
        }
        if let Some(long) = long(page.width - right) {
            mark((right + OFF, y), (right + OFF + long, y));
        }
    }
    marks
}

impl Plan for PlannedCards<'_> {
    fn size(&self) -> Size {
        self.sheet.page
    }

    fn pages(&self) -> usize {
        self.sheets() * self.sides()
    }

    fn page(&self, index: usize) -> Page {
        let CardsDocument { workers, company, npp, settings, template, start_at, paper, .. } = *self.document;
        let (sheet, is_back) = (index / self.sides(), index % self.sides() == 1);
        let side = template.back.as_ref().filter(|_| is_back).unwrap_or(&template.front);
        let mut marks = if paper == Paper::Card || is_back { Vec::new() } else { self.margin(sheet) };
        for (place, origin) in self.sheet.places(is_back).enumerate() {
            let card = self.sheet.card_at(sheet, place, workers.len(), start_at);
            if let Some(worker) = card.and_then(|card| workers.get(card)) {
                marks.extend(card::side(self.fonts, side, is_back, Facts { worker, company, npp, settings }, origin));
            }
        }
        let done = ((sheet + 1) * self.sheet.capacity()).saturating_sub(start_at.saturating_sub(1));
        Page { marks, done: done.min(workers.len()) }
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
    use proptest::prelude::*;

    #[test]
    fn an_office_that_set_nothing_gets_ten_cards_on_either_sheet() {
        for paper in [Paper::A4, Paper::F4] {
            let sheet = Sheet::new(paper, &SheetSettings::default());
            assert_eq!((sheet.lefts.len(), sheet.tops.len()), (2, 5), "{paper:?}");
        }
        assert_eq!(Sheet::new(Paper::Card, &SheetSettings::default()).capacity(), 1);
    }

    #[test]
    fn piles_that_are_cut_and_stacked_are_in_the_order_of_the_list() {
        let settings = SheetSettings { order: SheetOrder::Stack, bottom: 1000, top: 1000, ..SheetSettings::default() };
        let sheet = Sheet::new(Paper::A4, &settings);
        assert_eq!(sheet.capacity(), 2);
        // five cards from the second place on: the first pile has the sheets 2 and 3, the second 1, 2 and 3
        let at = |page, place| sheet.card_at(page, place, 5, 2);
        assert_eq!([at(0, 0), at(1, 0), at(2, 0)], [None, Some(0), Some(1)]);
        assert_eq!([at(0, 1), at(1, 1), at(2, 1)], [Some(2), Some(3), Some(4)]);
    }

    proptest! {
        #[test]
        fn every_card_lies_once_inside_the_margins_and_its_back_behind_it(
            (left, right, top, bottom) in (0..400u16, 0..400u16, 0..400u16, 0..400u16),
            (gap_x, gap_y) in (0..100u16, 0..100u16),
            f4 in any::<bool>(), stack in any::<bool>(), cards in 0..60usize, start in 0..1000usize,
        ) {
            let order = if stack { SheetOrder::Stack } else { SheetOrder::Rows };
            let settings = SheetSettings { left, right, top, bottom, gap_x, gap_y, crop_marks: true, order };
            let sheet = Sheet::new(if f4 { Paper::F4 } else { Paper::A4 }, &settings);
            let capacity = sheet.capacity();
            prop_assert!(capacity >= 1, "margins below 40 mm leave room for a card");
            let start_at = start % capacity + 1;

            let mut seen = vec![0; cards];
            let sheets = sheet.sheets(cards, start_at);
            for page in 0..sheets {
                let lying: Vec<usize> =
                    (0..capacity).filter_map(|place| sheet.card_at(page, place, cards, start_at)).collect();
                prop_assert!(!lying.is_empty(), "no sheet is empty");
                for card in lying {
                    seen[card] += 1;
                }
            }
            prop_assert!(seen.iter().all(|times| *times == 1));
            prop_assert!((0..start_at - 1).all(|place| sheet.card_at(0, place, cards, start_at).is_none()));

            let mm = |tenths: u16| f64::from(tenths) / 10.0;
            let places: Vec<(f64, f64)> = sheet.places(false).collect();
            let backs: Vec<(f64, f64)> = sheet.places(true).collect();
            for (n, (x, y)) in places.iter().enumerate() {
                prop_assert!(*x >= mm(left) - 0.001 && x + Size::CARD.width <= sheet.page.width - mm(right) + 0.001);
                prop_assert!(*y >= mm(top) - 0.001 && y + Size::CARD.height <= sheet.page.height - mm(bottom) + 0.001);
                // turned over the long edge, what was left is right
                prop_assert!((sheet.page.width - (backs[n].0 + Size::CARD.width) - x).abs() + (backs[n].1 - y).abs() < 1e-9);
                for (other_x, other_y) in &places[n + 1..] {
                    let apart_x = (other_x - x).abs() >= Size::CARD.width + mm(gap_x) - 0.001;
                    let apart_y = (other_y - y).abs() >= Size::CARD.height + mm(gap_y) - 0.001;
                    prop_assert!(apart_x || apart_y);
                }
            }
            // another card would not fit
            let room = sheet.page.width - mm(left) - mm(right);
            let columns = u32::try_from(sheet.lefts.len()).unwrap() + 1;
            prop_assert!(f64::from(columns) * (Size::CARD.width + mm(gap_x)) - mm(gap_x) > room);
        }
    }
}
