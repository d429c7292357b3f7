//! Pages planned in millimetres: what stands where, in which size and colour. Pure, so that a plan can be tested
//! and compared without a PDF reader.
//!
//! Coordinates are millimetres from the top left corner of the page, downwards; sizes of text are points.

use std::sync::Arc;

mod card;
mod drawing;
mod fit;
mod receipt;
mod sheet;
pub mod symbol;
mod test_page;

pub use super::font::Face;
use super::image::Image;
pub use card::Facts;
pub(in crate::document) use card::{Letters, sex as sex_on_card};
pub use drawing::Drawing;
pub(in crate::document) use drawing::drawing;
pub use receipt::PlannedReceipt;
pub use sheet::{PlannedCards, Sheet};
pub use symbol::Symbol;
pub use test_page::{PlannedTestPage, test_page_measures};

/// The institution's name, where an office has not named its branch.
pub const INSTITUTION: &str = "BPJS Ketenagakerjaan";

/// Millimetres in a point.
pub const MM_PER_POINT: f64 = 25.4 / 72.0;

/// Height of a capital in em, in both faces of the bundled font.
pub const CAP_HEIGHT: f64 = 0.714;

/// Width and height in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Width, mm.
    pub width: f64,
    /// Height, mm.
    pub height: f64,
}

impl Size {
    /// A CR80 card (ISO/IEC 7810 ID-1).
    pub const CARD: Self = Self { width: 85.60, height: 53.98 };
    /// A4.
    pub const A4: Self = Self { width: 210.0, height: 297.0 };
    /// F4 as Indonesian offices buy it (folio).
    pub const F4: Self = Self { width: 215.0, height: 330.0 };
}

/// A colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// A line of text; one line in the plan is one run in the PDF, so that readers find it whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Left end, mm.
    pub x: f64,
    /// Baseline, mm.
    pub baseline: f64,
    /// Size, points.
    pub size: f64,
    /// Weight.
    pub face: Face,
    /// Colour.
    pub colour: Colour,
    /// Extra space after each character, points; 0 for everything that people search for.
    pub tracking: f64,
    /// The words.
    pub text: String,
}

/// A straight line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// One end, mm.
    pub from: (f64, f64),
    /// The other end, mm.
    pub to: (f64, f64),
    /// Thickness, mm.
    pub thickness: f64,
    /// Colour.
    pub colour: Colour,
}

/// A filled rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fill {
    /// Top left corner, mm.
    pub at: (f64, f64),
    /// Size, mm.
    pub size: Size,
    /// Colour.
    pub colour: Colour,
}

/// Something on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A line of text.
    Text(Text),
    /// A straight line.
    Rule(Rule),
    /// A filled rectangle.
    Fill(Fill),
    /// The artwork of one side of a card ([`Plan::artwork`]), its top left corner here, clipped to the card.
    Artwork {
        /// Whether it is that of the back.
        back: bool,
        /// Left, mm.
        x: f64,
        /// Top, mm.
        y: f64,
    },
    /// A QR code or bars.
    Symbol(Symbol),
    /// A picture, stretched to its size. A document holds each picture once, however often it is shown.
    Image {
        /// The picture.
        image: Arc<Image>,
        /// Top left corner, mm.
        at: (f64, f64),
        /// Size, mm.
        size: Size,
    },
}

/// A page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// What stands on it, back to front.
    pub marks: Vec<Mark>,
    /// How many cards (or rows of a receipt) are done with this page, counted from the first.
    pub done: usize,
}

/// A document whose pages are planned one at a time, when they are wanted, by several threads at once.
pub trait Plan: Sync {
    /// The size of every page.
    fn size(&self) -> Size;
    /// How many pages there are.
    fn pages(&self) -> usize;
    /// The page, counted from 0.
    fn page(&self, index: usize) -> Page;
    /// Whether the pages hold cards, which are cut to size and must not be scaled.
    fn has_cards(&self) -> bool;
    /// The artwork of [`Mark::Artwork`]: of the back or of the front; none where that has none.
    fn artwork(&self, _back: bool) -> &[Shape] {
        &[]
    }
}

/// A piece of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Segment {
    /// Begin here.
    Move(f64, f64),
    /// A straight line to here.
    Line(f64, f64),
    /// A cubic Bézier curve: two handles and the end.
    Curve([(f64, f64); 3]),
    /// Back to the beginning.
    Close,
}

/// A path, mm from the top left corner of what it belongs to.
pub type Path = Vec<Segment>;

/// Artwork.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A filled path.
    Filled(Path, Colour),
    /// A stroked path with round ends.
    Stroked {
        /// The path.
        path: Path,
        /// Thickness, mm.
        thickness: f64,
        /// Colour.
        colour: Colour,
    },
    /// A path filled with a gradient along the line between two points.
    Shaded {
        /// The path.
        path: Path,
        /// Where the first colour is.
        from: ((f64, f64), Colour),
        /// Where the second colour is.
        to: ((f64, f64), Colour),
    },
    /// Shapes of which only what lies within the path is seen.
    Within(Path, Vec<Shape>),
}

/// A text on one line: blanks of every kind become single spaces, control characters go.
#[must_use]
pub fn line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The texts of a page.
#[cfg(test)]
fn text_of(page: &Page) -> impl Iterator<Item = &Text> + Clone {
    page.marks.iter().filter_map(|mark| if let Mark::Text(text) = mark { Some(text) } else { None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        document::{CardsDocument, font::fonts, template::shipped},
        domain::{Edition, Identity, IssuedCard, Kpj, Nik, Npp, Paper, Receipt, ReceiptNumber, Seal, Settings, Worker},
    };
    use chrono::NaiveDate;
    use std::fmt::Write as _;

    /// A plan as text: what a change of the design changes.
    fn described(plan: &dyn Plan) -> String {
        let mut text = String::new();
        for index in 0..plan.pages() {
            let size = plan.size();
            writeln!(text, "page {} of {}, {} x {} mm", index + 1, plan.pages(), size.width, size.height).unwrap();
            for mark in plan.page(index).marks {
                match mark {
                    Mark::Text(mark) => {
                        let Text { x, baseline, size, face, text: words, .. } = mark;
                        writeln!(text, "  {x:6.2} {baseline:6.2}  {size:5.2} {face:?}  {words}")
                    }
                    Mark::Rule(Rule { from, to, thickness, .. }) => {
                        let ((x, y), (to_x, to_y)) = (from, to);
                        writeln!(text, "  {x:6.2} {y:6.2}  rule to {to_x:.2} {to_y:.2}, {thickness:.2}")
                    }
                    Mark::Fill(Fill { at: (x, y), size, .. }) => {
                        writeln!(text, "  {x:6.2} {y:6.2}  fill {:.2} x {:.2}", size.width, size.height)
                    }
                    Mark::Image { at: (x, y), size, .. } => {
                        writeln!(text, "  {x:6.2} {y:6.2}  image {:.2} x {:.2}", size.width, size.height)
                    }
                    Mark::Symbol(Symbol { at: (x, y), size, modules, .. }) => {
                        let (columns, rows) = (modules.columns(), modules.rows());
                        writeln!(
                            text,
                            "  {x:6.2} {y:6.2}  symbol {columns} x {rows}, {:.2} x {:.2}",
                            size.width, size.height
                        )
                    }
                    Mark::Artwork { back: false, x, y } => writeln!(text, "  {x:6.2} {y:6.2}  card"),
                    Mark::Artwork { back: true, x, y } => writeln!(text, "  {x:6.2} {y:6.2}  back of a card"),
                }
                .unwrap();
            }
        }
        text
    }

    #[test]
    fn cards_and_receipt_are_laid_out_as_designed() {
        let date = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        let worker = |first, name: &str| Worker {
            kpj: Kpj::synthetic(first).unwrap(),
            identity: Identity::Nik(Nik::parse("3599012501990001").unwrap()),
            name: name.into(),
            birth_date: NaiveDate::from_ymd_opt(1999, 1, 25),
            sex: None,
            membership_date: Some(date),
        };
        let workers = [
            worker(2_412_345_678, "SITI AMINAH"),
            worker(801_234_567, "RADEN MAS SURYA ADIKUSUMA WARDHANA PRAWIRANEGARA HADININGRAT"),
        ];
        let settings = Settings {
            branch: "Kantor Cabang Bojonegoro".into(),
            kop: vec!["Jl. Contoh Raya No. 12".into()],
            place: "Bojonegoro".into(),
            officer: "Rina Kartikasari".into(),
            officer_title: "Penata Madya".into(),
            ..Settings::default()
        };
        let npp = Npp::parse("24101780").unwrap();
        let template = shipped("warna").unwrap().unwrap();
        let (company, fonts) = ("PT Contoh Maju", fonts().unwrap());
        for (name, paper) in [("card", Paper::Card), ("a4", Paper::A4), ("f4", Paper::F4)] {
            let workers: Vec<&Worker> = workers.iter().collect();
            let document = CardsDocument {
                workers: &workers,
                company,
                npp: &npp,
                date,
                paper,
                start_at: 1,
                template: &template,
                settings: &settings,
            };
            insta::assert_snapshot!(name, described(&PlannedCards::new(&document, fonts)));
        }
        let receipt = Receipt {
            number: ReceiptNumber("0001/2026".into()),
            date,
            npp,
            company: company.into(),
            ro: Some("Dimas Aditya".into()),
            cards: workers.into_iter().zip(5..).map(|(worker, row)| IssuedCard { worker, row }).collect(),
            edition: Edition::Original,
            seal: Seal::parse("7K2M9QXT4B0C").ok(),
        };
        insta::assert_snapshot!("receipt", described(&PlannedReceipt::new(&receipt, &settings, None, fonts)));
    }
}
