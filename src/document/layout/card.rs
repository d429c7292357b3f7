//! The front of one card.

use super::{
    CAP_HEIGHT, Colour, Face, MM_PER_POINT, Mark, Size, Text,
    fit::{Step, fit},
    line,
};
use crate::{
    document::font::Fonts,
    domain::{Identity, Worker, date},
};

/// Left and right margin of all text, mm: the corner radius is 3.18 mm, and cutters are off by up to 1 mm.
const MARGIN: f64 = 6.0;
const WIDTH: f64 = Size::CARD.width - 2.0 * MARGIN;

const WHITE: Colour = Colour(0xFF, 0xFF, 0xFF);
const INK: Colour = Colour(0x0B, 0x26, 0x38);
const LABEL: Colour = Colour(0x0A, 0x6B, 0x66);

const NAME: [Step; 3] = [
    Step { lines: 1, largest: 12.5, smallest: 10.0 },
    Step { lines: 2, largest: 10.5, smallest: 6.5 },
    Step { lines: 3, largest: 6.5, smallest: 5.0 },
];
const BRANCH: [Step; 1] = [Step { lines: 1, largest: 6.5, smallest: 0.0 }];
const IDENTITY: [Step; 1] = [Step { lines: 1, largest: 9.0, smallest: 0.0 }];

/// Space for the name, mm: its first baseline lies below the top, its last at the bottom.
const NAME_TOP: f64 = 30.3;
const NAME_BOTTOM: f64 = 38.0;

/// The marks of a card whose top left corner is at `origin`, mm.
pub fn front(fonts: &Fonts, worker: &Worker, branch: &str, origin: (f64, f64)) -> Vec<Mark> {
    let mut card = Card { fonts, origin, marks: Vec::with_capacity(14) };
    card.marks.push(Mark::CardFront { x: origin.0, y: origin.1 });

    card.tracked(MARGIN, 6.5, 7.0, Face::Regular, "KARTU PESERTA", 0.9);
    card.tracked(MARGIN, 11.1, 11.5, Face::Bold, "BPJS KETENAGAKERJAAN", 0.15);

    card.text(MARGIN, 20.6, 6.5, Face::Regular, LABEL, "No. KPJ");
    card.text(MARGIN, 27.6, 20.0, Face::Bold, INK, worker.kpj.as_str());

    card.name(&worker.name);

    let (label, number) = match &worker.identity {
        Identity::Nik(nik) => ("NIK", nik.as_str().to_owned()),
        Identity::Passport(number) => ("Paspor", line(number)),
    };
    card.field(MARGIN, 30.0, label, &number);
    let dates = [("Tanggal lahir", worker.birth_date), ("Peserta sejak", worker.membership_date)];
    let known = dates.into_iter().filter_map(|(label, day)| day.map(|day| (label, day)));
    for (x, (label, day)) in [40.5, 61.5].into_iter().zip(known) {
        card.field(x, 18.0, label, &date::short(day));
    }

    let branch = fit(fonts, Face::Regular, &line(branch), WIDTH, &BRANCH);
    let name = branch.lines.concat();
    if !name.is_empty() {
        card.text(MARGIN, 50.2, branch.size, Face::Regular, LABEL, &name);
    }
    card.marks
}

struct Card<'a> {
    fonts: &'a Fonts,
    origin: (f64, f64),
    marks: Vec<Mark>,
}

impl Card<'_> {
    fn text(&mut self, x: f64, baseline: f64, size: f64, face: Face, colour: Colour, text: &str) {
        self.push(x, baseline, size, face, colour, text, 0.0);
    }

    /// Words of the card itself, which nobody searches for: letterspaced.
    fn tracked(&mut self, x: f64, baseline: f64, size: f64, face: Face, text: &str, tracking: f64) {
        self.push(x, baseline, size, face, WHITE, text, tracking);
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of a text, in one place")]
    fn push(&mut self, x: f64, baseline: f64, size: f64, face: Face, colour: Colour, text: &str, tracking: f64) {
        self.marks.push(Mark::Text(Text {
            x: self.origin.0 + x,
            baseline: self.origin.1 + baseline,
            size,
            face,
            colour,
            tracking,
            text: text.to_owned(),
        }));
    }

    /// The name: large on one line, else smaller on two, in the middle of its space.
    fn name(&mut self, name: &str) {
        let fitted = fit(self.fonts, Face::Bold, &line(name), WIDTH, &NAME);
        let cap = fitted.size * CAP_HEIGHT * MM_PER_POINT;
        let step = fitted.size * 1.16 * MM_PER_POINT;
        let following = u32::try_from(fitted.lines.len().saturating_sub(1)).unwrap_or_default();
        let height = cap + step * f64::from(following);
        let mut baseline = f64::midpoint(NAME_TOP, NAME_BOTTOM) - height / 2.0 + cap;
        for text in &fitted.lines {
            self.text(MARGIN, baseline, fitted.size, Face::Bold, INK, text);
            baseline += step;
        }
    }

    /// A small label and its value below.
    fn field(&mut self, x: f64, width: f64, label: &str, value: &str) {
        let fitted = fit(self.fonts, Face::Bold, value, width, &IDENTITY);
        self.text(x, 41.6, 5.8, Face::Regular, LABEL, label);
        self.text(x, 45.4, fitted.size, Face::Bold, INK, &fitted.lines.concat());
    }
}
