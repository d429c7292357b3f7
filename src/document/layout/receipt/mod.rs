//! The receipt (Tanda Terima): letterhead, facts, a table over as many pages as it takes, two signatures.

mod opening;
mod paper;

use super::card::PRACTICE;
use super::{
    Colour, Face, Fill, MM_PER_POINT, Mark, Page, Plan, Size,
    fit::{Fitted, Step, fit},
    line,
};
use crate::{
    document::{Image, font::Fonts},
    domain::{Edition, IssuedCard, Receipt, ReceiptPaper, Settings, date},
};
use paper::{Sheet, following, leading};
use std::sync::Arc;

const LEFT: f64 = 20.0;
const TOP: f64 = 14.0;
/// Nothing but the foot of the page below this distance from the lower edge, mm.
const BOTTOM: f64 = 20.0;

const INK: Colour = Colour(0x14, 0x1E, 0x26);
const SOFT: Colour = Colour(0x55, 0x62, 0x6A);
const HAIR: Colour = Colour(0xB4, 0xC1, 0xC6);
const HEAD: Colour = Colour(0xE4, 0xEF, 0xED);

/// What is stamped on a copy or a cancelled receipt.
const STAMP: Colour = Colour(0xB4, 0x1F, 0x1F);
/// The same behind the words of a page.
const FAINT_STAMP: Colour = Colour(0xF7, 0xDD, 0xDD);

const ROW: f64 = 6.4;
const HEAD_ROW: f64 = 7.4;
/// Room for both signatures, mm.
const SIGNATURES: f64 = 50.0;
/// Rows that go along when the signatures alone would stand on the last page.
const COMPANY_ROWS: usize = 3;

const NAME: [Step; 3] = [
    Step { lines: 1, largest: 9.0, smallest: 8.0 },
    Step { lines: 2, largest: 8.5, smallest: 7.0 },
    Step { lines: 3, largest: 7.5, smallest: 6.5 },
];
const SIGNER: [Step; 2] =
    [Step { lines: 1, largest: 10.0, smallest: 8.0 }, Step { lines: 2, largest: 9.0, smallest: 7.0 }];
const ONE: [Step; 1] = [Step { lines: 1, largest: 9.0, smallest: 0.0 }];
const SMALL: [Step; 1] = [Step { lines: 1, largest: 7.5, smallest: 0.0 }];

/// A receipt, planned: where pages break is known, the pages are made when they are asked for.
pub struct PlannedReceipt<'a> {
    receipt: &'a Receipt,
    settings: &'a Settings,
    fonts: &'a Fonts,
    size: Size,
    columns: Vec<Column>,
    /// What stands above the table of the first page.
    opening: Vec<Mark>,
    /// Where the table of the first page begins, mm from the top.
    opening_end: f64,
    /// The first row of each page of the table.
    breaks: Vec<usize>,
    /// Whether the table is an annex: the first page then has the signatures and no row.
    annex: bool,
    /// How often all of it stands in the document: once, or once for the company and once for the archive.
    sheets: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    Position,
    Kpj,
    Name,
    Identity,
    Remark,
}

#[derive(Debug, Clone, Copy)]
struct Column {
    content: Content,
    title: &'static str,
    left: f64,
    width: f64,
}

impl<'a> PlannedReceipt<'a> {
    /// Plans a receipt on the paper of the settings.
    pub(in crate::document) fn new(
        receipt: &'a Receipt,
        settings: &'a Settings,
        logo: Option<&Arc<Image>>,
        fonts: &'a Fonts,
    ) -> Self {
        let size = match settings.receipt_paper {
            ReceiptPaper::A4 => Size::A4,
            ReceiptPaper::F4 => Size::F4,
        };
        let mut opening = Sheet::new(fonts, size);
        opening.letterhead(settings, logo);
        opening.title(receipt, settings.practice);
        opening.facts(receipt);
        let columns = columns(size.width - 2.0 * LEFT, settings.receipt_shows_nik);
        let mut plan = Self {
            receipt,
            settings,
            fonts,
            size,
            columns,
            opening_end: opening.y,
            opening: opening.marks,
            breaks: vec![0],
            annex: settings.receipt_annex_from > 0 && receipt.cards.len() >= settings.receipt_annex_from as usize,
            sheets: if settings.receipt_two_sheets { 2 } else { 1 },
        };
        plan.break_pages();
        plan
    }

    /// Decides the first row of each page: rows are whole, the signatures are whole and never without a row if
    /// there is one.
    fn break_pages(&mut self) {
        let rows = self.receipt.cards.len();
        let limit = self.size.height - BOTTOM;
        let mut y = self.table_top(0) + HEAD_ROW;
        for (index, card) in self.receipt.cards.iter().enumerate() {
            let height = row_height(&self.name(card));
            if y + height > limit {
                self.breaks.push(index);
                y = self.table_top(self.breaks.len() - 1) + HEAD_ROW;
            }
            y += height;
        }
        if !self.annex && y + SIGNATURES > limit {
            let start = self.breaks.last().copied().unwrap_or_default();
            let along = COMPANY_ROWS.min((rows - start).saturating_sub(1));
            self.breaks.push(rows - along);
        }
    }

    fn name(&self, card: &IssuedCard) -> Fitted {
        let column = self.columns.iter().find(|column| column.content == Content::Name);
        let width = column.map_or(60.0, |column| column.width) - 4.0;
        fit(self.fonts, Face::Regular, &line(&card.worker.name), width, &NAME)
    }

    /// How many pages all of it takes, once.
    fn pages_of_sheet(&self) -> usize {
        self.breaks.len() + usize::from(self.annex)
    }

    fn table_top(&self, page: usize) -> f64 {
        if page == 0 && !self.annex { self.opening_end } else { TOP + 8.0 }
    }

    fn rows(&self, page: usize) -> std::ops::Range<usize> {
        let end = self.breaks.get(page + 1).copied().unwrap_or(self.receipt.cards.len());
        self.breaks.get(page).copied().unwrap_or(end)..end
    }

    fn table(&self, page: usize, sheet: &mut Sheet<'_>) {
        let rows = self.rows(page);
        if rows.is_empty() && page > 0 {
            return;
        }
        let (left, right, top) = (LEFT, self.size.width - LEFT, sheet.y);
        sheet.marks.push(Mark::Fill(Fill {
            at: (left, top),
            size: Size { width: right - left, height: HEAD_ROW },
            colour: HEAD,
        }));
        for column in &self.columns {
            sheet.centred(column.left + column.width / 2.0, top, HEAD_ROW, 9.0, Face::Bold, column.title);
        }
        sheet.y = top + HEAD_ROW;
        let mut lines = vec![top, sheet.y];
        let cards = self.receipt.cards.get(rows.clone()).unwrap_or_default();
        for (card, position) in cards.iter().zip(rows.start + 1..) {
            self.row(card, position, sheet);
            lines.push(sheet.y);
        }
        for y in lines {
            sheet.rule((left, y), (right, y), 0.15, HAIR);
        }
        for x in self.columns.iter().map(|column| column.left).chain([right]) {
            sheet.rule((x, top), (x, sheet.y), 0.15, HAIR);
        }
    }

    fn row(&self, card: &IssuedCard, position: usize, sheet: &mut Sheet<'_>) {
        let name = self.name(card);
        let (top, height) = (sheet.y, row_height(&name));
        for column in &self.columns {
            let middle = column.left + column.width / 2.0;
            match column.content {
                Content::Position => {
                    sheet.centred(middle, top, height, 9.0, Face::Regular, &position.to_string());
                }
                Content::Kpj => {
                    sheet.centred(middle, top, height, 9.0, Face::Bold, card.worker.kpj.as_str());
                }
                Content::Name => sheet.block(column.left + 2.0, top, height, &name),
                Content::Identity => {
                    let masked = line(&card.worker.identity.masked());
                    let masked = fit(self.fonts, Face::Regular, &masked, column.width - 4.0, &ONE);
                    sheet.centred(middle, top, height, masked.size, Face::Regular, &masked.lines.concat());
                }
                Content::Remark => {}
            }
        }
        sheet.y = top + height;
    }

    /// Both signatures, side by side: the office's with place and date, the company's with room for its own date.
    fn signatures(&self, sheet: &mut Sheet<'_>) {
        let settings = self.settings;
        let width = 72.0;
        let (left, right) = (LEFT, self.size.width - LEFT - width);
        let place = line(&settings.place);
        // Cards printed again are handed over on the day of the copy.
        let day = match self.receipt.edition {
            Edition::Copy { on, reprint: Some(_), .. } => on,
            _ => self.receipt.date,
        };
        let day = date::long(day);
        let day = if place.is_empty() { day } else { format!("{place}, {day}") };
        let day = fit(self.fonts, Face::Regular, &day, width, &ONE);
        let officer = (line(&settings.officer), line(&settings.officer_title));
        let top = sheet.y + 9.0;
        for (x, when, role) in [
            (left, day.lines.concat(), "Yang Menyerahkan,"),
            (right, "Diterima tanggal ................................".into(), "Yang Menerima,"),
        ] {
            let middle = x + width / 2.0;
            let size = fit(self.fonts, Face::Regular, &when, width, &ONE).size;
            sheet.middle(middle, top, size, Face::Regular, INK, &when);
            sheet.middle(middle, top + 5.2, 9.0, Face::Regular, INK, role);
            sheet.rule((x + 4.0, top + 32.0), (x + width - 4.0, top + 32.0), 0.2, INK);
        }
        let middle = left + width / 2.0;
        if officer.0.is_empty() {
            sheet.middle(middle, top + 36.0, 8.0, Face::Regular, SOFT, "(nama jelas, tanda tangan)");
        } else {
            let name = fit(self.fonts, Face::Bold, &officer.0, width - 8.0, &SIGNER);
            let step = name.size * 1.15 * MM_PER_POINT;
            let mut baseline = top + 30.8;
            for text in name.lines.iter().rev() {
                sheet.middle(middle, baseline, name.size, Face::Bold, INK, text);
                baseline -= step;
            }
        }
        if !officer.1.is_empty() {
            let below = if officer.0.is_empty() { 40.0 } else { 36.0 };
            let title = fit(self.fonts, Face::Regular, &officer.1, width, &ONE);
            sheet.middle(middle, top + below, title.size, Face::Regular, INK, &title.lines.concat());
        }
        let company = "(nama jelas, tanda tangan, stempel perusahaan)";
        sheet.middle(right + width / 2.0, top + 36.0, 8.0, Face::Regular, SOFT, company);
    }

    /// Where the list is, on the page that does not have it.
    fn annexed(&self, sheet: &mut Sheet<'_>) {
        let cards = self.receipt.cards.len();
        let pages = match self.pages_of_sheet() {
            2 => "halaman 2".to_owned(),
            last => format!("halaman 2 sampai {last}"),
        };
        let text = format!("Daftar {cards} kartu terlampir pada {pages}, bagian dari tanda terima ini.");
        sheet.text(LEFT, sheet.y + 4.0, 10.0, Face::Regular, INK, &text);
        sheet.y += 8.0;
    }

    fn foot(&self, copy: usize, page: usize, sheet: &mut Sheet<'_>) {
        let y = self.size.height - 14.0;
        let right = self.size.width - LEFT;
        sheet.rule((LEFT, y), (right, y), 0.15, HAIR);
        let copies = match (self.sheets, copy) {
            (1, _) => "Lembar 1: untuk perusahaan · Lembar 2: untuk arsip",
            (_, 0) => "Lembar 1: untuk perusahaan",
            _ => "Lembar 2: untuk arsip",
        };
        sheet.text(LEFT, y + 4.2, 7.5, Face::Regular, SOFT, copies);
        let number = format!("Halaman {} dari {}", page + 1, self.pages_of_sheet());
        sheet.ending(right, y + 4.2, 7.5, Face::Regular, SOFT, &number);
    }

    /// What tells a later page from another receipt's.
    fn running_head(&self, sheet: &mut Sheet<'_>) {
        let receipt = self.receipt;
        let width = self.size.width - 2.0 * LEFT;
        let what = if self.annex { "Lampiran Tanda Terima" } else { "Tanda Terima" };
        let text = format!("{what} Nomor {} · {} · {}", receipt.number, receipt.npp, line(&receipt.company));
        let mark = marked(receipt.edition, self.settings.practice);
        let room = if mark.is_none() { width } else { width - 30.0 };
        let head = fit(self.fonts, Face::Regular, &text, room, &SMALL);
        sheet.text(LEFT, TOP + 3.5, head.size, Face::Regular, SOFT, &head.lines.concat());
        if let Some(mark) = mark {
            sheet.ending(LEFT + width, TOP + 3.5, 8.0, Face::Bold, STAMP, &mark);
        }
    }
}

impl Plan for PlannedReceipt<'_> {
    fn size(&self) -> Size {
        self.size
    }

    fn pages(&self) -> usize {
        self.pages_of_sheet() * self.sheets
    }

    fn page(&self, index: usize) -> Page {
        let (copy, page) = (index / self.pages_of_sheet(), index % self.pages_of_sheet());
        let mut sheet = Sheet::new(self.fonts, self.size);
        let stamp = match self.receipt.edition {
            Edition::Void => Some((150.0, "BATAL")),
            _ => self.settings.practice.then_some((110.0, PRACTICE)),
        };
        if let Some((size, word)) = stamp {
            // behind everything, on every page
            let middle = (self.size.width / 2.0, self.size.height * 0.6);
            sheet.middle(middle.0, middle.1, size, Face::Bold, FAINT_STAMP, word);
        }
        if page == 0 {
            sheet.marks.extend(self.opening.iter().cloned());
            sheet.y = self.opening_end;
        } else {
            self.running_head(&mut sheet);
        }
        let table = if self.annex { page.checked_sub(1) } else { Some(page) };
        match table {
            None => self.annexed(&mut sheet),
            Some(table) => {
                sheet.y = self.table_top(table);
                self.table(table, &mut sheet);
            }
        }
        let signed = if self.annex { 0 } else { self.pages_of_sheet() - 1 };
        if page == signed {
            self.signatures(&mut sheet);
        }
        self.foot(copy, page, &mut sheet);
        let done = match (copy, table) {
            (0, Some(table)) => self.rows(table).end,
            (0, None) => 0,
            _ => self.receipt.cards.len(),
        };
        Page { marks: sheet.marks, done }
    }

    fn has_cards(&self) -> bool {
        false
    }
}

/// What tells a print from the original.
fn marked(edition: Edition, practice: bool) -> Option<String> {
    match edition {
        Edition::Original => practice.then(|| PRACTICE.into()),
        Edition::Copy { number, .. } => Some(format!("SALINAN ke-{number}")),
        Edition::Void => Some("BATAL".into()),
    }
}

fn columns(width: f64, shows_identity: bool) -> Vec<Column> {
    let mut wanted = vec![(Content::Position, "No", 12.0), (Content::Kpj, "No. KPJ", 28.0)];
    wanted.push((Content::Name, "Nama", 0.0));
    if shows_identity {
        wanted.push((Content::Identity, "NIK", 34.0));
    }
    wanted.push((Content::Remark, "Keterangan", 27.0));
    let spare = width - wanted.iter().map(|column| column.2).sum::<f64>();
    let mut left = LEFT;
    wanted
        .into_iter()
        .map(|(content, title, fixed)| {
            let column = Column { content, title, left, width: if content == Content::Name { spare } else { fixed } };
            left += column.width;
            column
        })
        .collect()
}

fn row_height(name: &Fitted) -> f64 {
    ROW + following(name) * leading(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::{
            font::fonts,
            layout::{Text, text_of},
        },
        domain::{Edition, Identity, Kpj, Npp, ReceiptNumber, Seal, Worker},
    };
    use chrono::NaiveDate;

    fn receipt(rows: u32) -> Receipt {
        let worker = |n: u32| Worker {
            kpj: Kpj::synthetic(2_400_000_000 + u64::from(n)).unwrap(),
            identity: Identity::Passport("X9900000".into()),
            name: ["SITI AMINAH", "RADEN MAS SURYA ADIKUSUMA WARDHANA PRAWIRANEGARA HADININGRAT"][n as usize % 2]
                .into(),
            birth_date: None,
            sex: None,
            membership_date: None,
        };
        Receipt {
            number: ReceiptNumber("0001/2026".into()),
            date: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
            npp: Npp::parse("24101780").unwrap(),
            company: "PT Contoh".into(),
            ro: None,
            cards: (0..rows).map(|n| IssuedCard { worker: worker(n), row: n }).collect(),
            edition: Edition::Original,
            seal: Seal::parse("7K2M9QXT4B0C").ok(),
        }
    }

    #[test]
    fn however_many_rows_none_is_lost_and_the_signatures_are_whole_and_never_alone() {
        let without = Settings { receipt_annex_from: 0, ..Settings::default() };
        let crowded = Settings { kop: vec!["Jl. Contoh ".repeat(20); 12], ..without.clone() };
        for settings in [without, crowded] {
            for rows in 0..100 {
                let receipt = receipt(rows);
                let plan = PlannedReceipt::new(&receipt, &settings, None, fonts().unwrap());
                let pages: Vec<Page> = (0..plan.pages()).map(|index| plan.page(index)).collect();
                let words: Vec<&Text> = pages.iter().flat_map(text_of).collect();
                for card in &receipt.cards {
                    let number = card.worker.kpj.as_str();
                    assert_eq!(words.iter().filter(|text| text.text == number).count(), 1, "{rows}: {number}");
                }
                assert!(words.iter().all(|text| text.baseline < plan.size.height - 9.0), "{rows}");
                for (index, page) in pages.iter().enumerate() {
                    let signed = text_of(page).any(|text| text.text == "Yang Menerima,");
                    assert_eq!(signed, index + 1 == pages.len(), "{rows}");
                    let table = text_of(page).any(|text| text.text == "Keterangan");
                    assert!(table || rows == 0, "{rows}: page {index} has no row");
                    let foot = plan.size.height - BOTTOM;
                    let body = text_of(page).filter(|text| text.size > 7.5);
                    assert!(body.clone().all(|text| text.baseline < foot), "{rows}: page {index}");
                }
            }
        }
    }

    #[test]
    fn a_long_list_is_an_annex_and_both_sheets_say_whose_they_are() {
        let settings = Settings { receipt_annex_from: 30, receipt_two_sheets: true, ..Settings::default() };
        for (rows, annexed) in [(29, false), (30, true), (150, true)] {
            let receipt = receipt(rows);
            let plan = PlannedReceipt::new(&receipt, &settings, None, fonts().unwrap());
            let pages: Vec<Page> = (0..plan.pages()).map(|index| plan.page(index)).collect();
            let says = |page: &Page, words: &str| text_of(page).any(|text| text.text.contains(words));
            let (company, archive) = pages.split_at(pages.len() / 2);
            assert_eq!(company.len(), archive.len());
            assert!(company.iter().all(|page| says(page, "Lembar 1: untuk perusahaan")));
            assert!(archive.iter().all(|page| says(page, "Lembar 2: untuk arsip")));
            for sheet in [company, archive] {
                let of = format!("Halaman {} dari {}", sheet.len(), sheet.len());
                assert!(says(sheet.last().unwrap(), &of), "{rows}");
                let signed = sheet.iter().position(|page| says(page, "Yang Menerima,"));
                assert_eq!(signed, Some(if annexed { 0 } else { sheet.len() - 1 }), "{rows}");
                assert_eq!(says(&sheet[0], "kartu terlampir pada halaman 2"), annexed, "{rows}");
                assert_eq!(sheet.iter().skip(1).all(|page| says(page, "Lampiran Tanda Terima Nomor")), annexed);
                for card in &receipt.cards {
                    let number = card.worker.kpj.as_str();
                    let found: Vec<_> = (0..sheet.len()).filter(|at| says(&sheet[*at], number)).collect();
                    assert!(found.len() == 1 && (found[0] > 0 || !annexed), "{rows}: {number} on {found:?}");
                }
            }
            assert_eq!(company.last().unwrap().done, rows as usize);
        }
    }
}
