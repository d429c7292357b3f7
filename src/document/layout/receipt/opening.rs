//! What stands above the table of the first page.

use super::{
    INK, LEFT, SOFT, STAMP, marked,
    paper::{Sheet, leading},
};
use crate::{
    document::Image,
    document::layout::{
        Face, INSTITUTION, Mark, Size, Symbol,
        fit::{Step, fit},
        line, symbol,
    },
    domain::{Edition, Receipt, ReprintReason, Settings, date, terbilang::terbilang},
};
use std::sync::Arc;

/// Lines of the letterhead that are printed; more would leave no room for the table.
const KOP_LINES: usize = 8;

const VALUE: [Step; 3] = [
    Step { lines: 1, largest: 10.0, smallest: 9.5 },
    Step { lines: 2, largest: 10.0, smallest: 9.0 },
    Step { lines: 3, largest: 9.0, smallest: 7.5 },
];
const NUMBER: [Step; 2] =
    [Step { lines: 1, largest: 10.0, smallest: 7.5 }, Step { lines: 2, largest: 8.0, smallest: 0.0 }];
const BRANCH: [Step; 2] =
    [Step { lines: 1, largest: 15.0, smallest: 11.0 }, Step { lines: 2, largest: 13.0, smallest: 8.0 }];
const KOP: [Step; 2] = [Step { lines: 1, largest: 9.0, smallest: 7.5 }, Step { lines: 2, largest: 8.5, smallest: 6.5 }];

/// The most room that a logo takes.
const LOGO: Size = Size { width: 32.0, height: 18.0 };

/// The size of a picture in a box, its sides in their proportion.
fn within(image: &Image, most: Size) -> Size {
    let (width, height) = (f64::from(image.width().max(1)), f64::from(image.height().max(1)));
    let scale = (most.width / width).min(most.height / height);
    Size { width: width * scale, height: height * scale }
}

impl Sheet<'_> {
    pub(super) fn letterhead(&mut self, settings: &Settings, logo: Option<&Arc<Image>>) {
        let logo = logo.map(|image| (image, within(image, LOGO)));
        // The words stay in the middle of the page, so the logo's room is left free on both sides.
        let beside = logo.as_ref().map_or(0.0, |(_, size)| size.width + 4.0);
        let (middle, width) = (self.size.width / 2.0, self.size.width - 2.0 * (LEFT + beside));
        let (first, top) = (self.marks.len(), self.y);
        let branch = line(&settings.branch);
        if branch.is_empty() || branch.to_uppercase().contains("BPJS") {
            self.y += 5.2;
        } else {
            self.y += 3.4;
            self.tracked_middle(middle, self.y, 9.0, INSTITUTION.to_uppercase());
            self.y += 6.6;
        }
        let branch = if branch.is_empty() { INSTITUTION.to_owned() } else { branch };
        let fitted = fit(self.fonts, Face::Bold, &branch, width, &BRANCH);
        for text in &fitted.lines {
            self.middle(middle, self.y, fitted.size, Face::Bold, INK, text);
            self.y += leading(&fitted);
        }
        self.y -= 1.2;
        let lines = settings.kop.iter().map(|kop| line(kop)).filter(|kop| !kop.is_empty());
        for kop in lines.take(KOP_LINES) {
            let fitted = fit(self.fonts, Face::Regular, &kop, width, &KOP);
            for text in &fitted.lines {
                self.middle(middle, self.y, fitted.size, Face::Regular, SOFT, text);
                self.y += leading(&fitted) + 0.3;
            }
        }
        if let Some((image, size)) = logo {
            let spare = size.height + 1.5 - (self.y - top);
            if spare > 0.0 {
                for mark in &mut self.marks[first..] {
                    if let Mark::Text(text) = mark {
                        text.baseline += spare / 2.0;
                    }
                }
                self.y += spare;
            }
            let at = (LEFT, top + (self.y - top - 1.5 - size.height) / 2.0);
            self.marks.push(Mark::Image { image: Arc::clone(image), at, size });
        }
        let right = self.size.width - LEFT;
        self.rule((LEFT, self.y), (right, self.y), 0.7, INK);
        self.rule((LEFT, self.y + 1.0), (right, self.y + 1.0), 0.2, INK);
        self.y += 1.0;
    }

    pub(super) fn title(&mut self, receipt: &Receipt, practice: bool) {
        let middle = self.size.width / 2.0;
        self.edition(receipt.edition, practice);
        let width = match &receipt.seal {
            Some(seal) => {
                self.seal(&seal.to_string());
                self.size.width - 2.0 * (LEFT + 30.0)
            }
            None => self.size.width - 2.0 * LEFT,
        };
        self.middle(middle, self.y + 10.5, 15.0, Face::Bold, INK, "TANDA TERIMA");
        self.middle(middle, self.y + 16.0, 10.0, Face::Regular, INK, "Kartu Peserta (KPJ)");
        let number = format!("Nomor : {}", line(&receipt.number.0));
        let number = fit(self.fonts, Face::Regular, &number, width, &NUMBER);
        for (text, line) in number.lines.iter().zip([0.0, 1.0]) {
            let baseline = self.y + 21.4 + line * leading(&number);
            self.middle(middle, baseline, number.size, Face::Regular, INK, text);
        }
        self.y += 25.0;
    }

    /// The code by which the office knows the receipt again, for a scanner and for people, at the left of the title.
    fn seal(&mut self, code: &str) {
        const SIDE: f64 = 14.0;
        // The code's own light rim: four modules of twenty-one, rounded up.
        const QUIET: f64 = 2.8;
        let middle = LEFT + 13.0;
        let at = (middle - SIDE / 2.0, self.y + QUIET);
        // A code that fits no symbol does not exist; without it the text below stays.
        if let Ok(modules) = symbol::qr(code) {
            let size = Size { width: SIDE, height: SIDE };
            self.marks.push(Mark::Symbol(Symbol { at, size, colour: INK, modules }));
        }
        let below = at.1 + SIDE + QUIET;
        self.middle(middle, below + 1.6, 6.5, Face::Regular, SOFT, "Kode verifikasi");
        self.middle(middle, below + 4.6, 7.5, Face::Bold, INK, code);
    }

    /// A box at the right of the title that tells a copy, or a cancelled receipt, from the original.
    fn edition(&mut self, edition: Edition, practice: bool) {
        let Some(mark) = marked(edition, practice) else { return };
        let below = match edition {
            Edition::Copy { on, .. } => format!("dibuat {}", date::long(on)),
            Edition::Void => "tanda terima dibatalkan".into(),
            Edition::Original => "bukan tanda terima".into(),
        };
        let (width, top, height) = (44.0, self.y + 4.0, 12.0);
        let (left, right) = (self.size.width - LEFT - width, self.size.width - LEFT);
        for (from, to) in [
            ((left, top), (right, top)),
            ((right, top), (right, top + height)),
            ((right, top + height), (left, top + height)),
            ((left, top + height), (left, top)),
        ] {
            self.rule(from, to, 0.5, STAMP);
        }
        self.middle(left + width / 2.0, top + 5.9, 12.0, Face::Bold, STAMP, &mark);
        self.middle(left + width / 2.0, top + 9.9, 7.5, Face::Regular, STAMP, &below);
    }

    pub(super) fn facts(&mut self, receipt: &Receipt) {
        let cards = receipt.cards.len();
        let count = format!("{cards} ({}) lembar", terbilang(cards as u64));
        let again = match receipt.edition {
            Edition::Copy { on, reprint: Some((reason, all)), .. } => {
                let reason = match reason {
                    ReprintReason::Lost => "kartu hilang",
                    ReprintReason::Damaged => "kartu rusak",
                    ReprintReason::WrongData => "data pada kartu salah",
                    ReprintReason::Other => "alasan lain",
                };
                Some(format!("{}, {reason}; dari {all} kartu pada tanda terima ini", date::long(on)))
            }
            _ => None,
        };
        let ro = receipt.ro.as_deref().map(line).filter(|ro| !ro.is_empty());
        let facts = [
            ("Tanggal", Some(date::long(receipt.date)), Face::Regular),
            ("NPP", Some(receipt.npp.to_string()), Face::Regular),
            ("Nama Perusahaan", Some(line(&receipt.company)), Face::Bold),
            ("Pembina (RO)", ro, Face::Regular),
            ("Jumlah kartu", Some(count), Face::Bold),
            ("Dicetak ulang", again, Face::Regular),
        ];
        let value_left = LEFT + 38.0;
        for (label, value, face) in facts {
            let Some(value) = value else { continue };
            let fitted = fit(self.fonts, face, &value, self.size.width - LEFT - value_left, &VALUE);
            self.y += 5.6;
            self.text(LEFT, self.y, 10.0, Face::Regular, INK, label);
            self.text(value_left - 4.0, self.y, 10.0, Face::Regular, INK, ":");
            for (index, text) in fitted.lines.iter().enumerate() {
                if index > 0 {
                    self.y += leading(&fitted);
                }
                self.text(value_left, self.y, fitted.size, face, INK, text);
            }
        }
        self.y += 5.0;
    }
}
