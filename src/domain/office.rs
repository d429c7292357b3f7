//! What one office decides for itself: everything that DOMAIN.md marks unknown is a setting here.

use super::mail::MailSettings;
use super::working_days::{self, Holiday};
use super::{Calibration, SheetSettings};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt::Write as _, path::PathBuf};

/// What the cards are printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Paper {
    /// One CR80 card a page, 85.60 × 53.98 mm.
    #[default]
    Card,
    /// A4 sheets, 210 × 297 mm, as many cards each as the settings leave room for.
    A4,
    /// F4 sheets, 215 × 330 mm, likewise.
    F4,
}

impl Paper {
    /// Every paper.
    pub const ALL: [Self; 3] = [Self::Card, Self::A4, Self::F4];

    /// The key on the command line and in the settings.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::A4 => "a4",
            Self::F4 => "f4",
        }
    }
}

/// What the receipt is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReceiptPaper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 215 × 330 mm (folio).
    F4,
}

/// Light, dark, or what the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Appearance {
    /// As the system.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Indonesian, the default.
    #[default]
    Id,
    /// English.
    En,
}

impl Language {
    /// Every language, the default first.
    pub const ALL: [Self; 2] = [Self::Id, Self::En];

    /// The key on the command line and in the settings.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }
}

/// The settings of one office.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Name of the branch, as in "Kantor Cabang Bojonegoro".
    pub branch: String,
    /// Lines of the letterhead (kop) under the branch name.
    pub kop: Vec<String>,
    /// The logo left of the letterhead: the name of a picture in the data folder.
    pub logo: Option<String>,
    /// Place named before the date on the receipt.
    pub place: String,
    /// Who hands the cards over: name under *Yang Menyerahkan*.
    pub officer: String,
    /// That person's position.
    pub officer_title: String,
    /// The programmes (JKK, JKM, JHT, JP, JKP) as the card says them, where its template shows them.
    pub programmes: String,
    /// Name of the template of the cards.
    pub template: String,
    /// Paper of the cards.
    pub paper: Paper,
    /// How cards lie on sheets.
    pub sheet: SheetSettings,
    /// Corrections of printers, by the printer's name.
    pub calibrations: BTreeMap<String, Calibration>,
    /// Paper of the receipt.
    pub receipt_paper: ReceiptPaper,
    /// Whether the receipt shows the NIK (masked) at all.
    pub receipt_shows_nik: bool,
    /// Whether the receipt's PDF holds it twice: *Lembar 1: untuk perusahaan* and *Lembar 2: untuk arsip*.
    pub receipt_two_sheets: bool,
    /// From how many cards on their list is an annex to a page with the facts and the signatures; 0: never.
    pub receipt_annex_from: u32,
    /// Pattern of receipt numbers: `{seq}` or `{seq:04}`, and `{year}`.
    pub number_pattern: String,
    /// Whether a failing check digit of a KPJ is reported (`kpj-check-digit`).
    pub check_kpj_digit: bool,
    /// Folder that receives a copy of each issued PDF beside the archive.
    pub documents_folder: Option<PathBuf>,
    /// Folder where new lists arrive and are offered (the browser's downloads); `None`: none is watched.
    pub watch_folder: Option<PathBuf>,
    /// Working days from the posting of the contribution to the handing over of the cards.
    pub service_days: u32,
    /// The most cards of a batch that is small and quick.
    pub small_batch: u32,
    /// Days on which the office is closed, beside weekends and the holidays of every year.
    pub holidays: Vec<Holiday>,
    /// Folder for daily backups; `None`: in the data folder.
    pub backup_folder: Option<PathBuf>,
    /// How many daily backups are kept; 0: none is made.
    pub daily_backups: u32,
    /// Light, dark or system.
    pub appearance: Appearance,
    /// Language of the window.
    pub language: Language,
    /// How the office sends e-mail, and in which words.
    pub mail: MailSettings,
    /// Whether everything made here is for practice and says so. No choice of the office: the data folder knows it.
    #[serde(skip)]
    pub practice: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            branch: String::new(),
            kop: Vec::new(),
            logo: None,
            place: String::new(),
            officer: String::new(),
            officer_title: String::new(),
            programmes: String::new(),
            template: DEFAULT_TEMPLATE.into(),
            paper: Paper::default(),
            sheet: SheetSettings::default(),
            calibrations: BTreeMap::new(),
            receipt_paper: ReceiptPaper::default(),
            receipt_shows_nik: true,
            receipt_two_sheets: false,
            receipt_annex_from: DEFAULT_ANNEX_FROM,
            number_pattern: DEFAULT_NUMBER_PATTERN.into(),
            check_kpj_digit: true,
            documents_folder: None,
            watch_folder: None,
            service_days: 5,
            small_batch: 5,
            holidays: working_days::decreed(),
            backup_folder: None,
            daily_backups: 7,
            appearance: Appearance::default(),
            language: Language::default(),
            mail: MailSettings::default(),
            practice: false,
        }
    }
}

/// Template of an office that chose none.
pub const DEFAULT_TEMPLATE: &str = "warna";

/// Two pages of rows: more makes the signatures hard to find.
pub const DEFAULT_ANNEX_FROM: u32 = 60;

/// Number pattern of an office that chose none: `0001/2026`.
pub const DEFAULT_NUMBER_PATTERN: &str = "{seq:04}/{year}";

/// A number pattern that could give two receipts the same number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a number pattern needs {{seq}} and {{year}} and no other braces")]
pub struct BadNumberPattern;

/// Writes a receipt number: `{seq}` or `{seq:0N}` (N from 1 to 9) is the sequence within the year, `{year}` the year.
///
/// # Errors
/// [`BadNumberPattern`] when `{seq}` or `{year}` is missing (numbers would repeat) or another brace stands in it.
pub fn number(pattern: &str, sequence: u32, year: i32) -> Result<String, BadNumberPattern> {
    let (mut text, mut has_sequence, mut has_year) = (String::new(), false, false);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').ok_or(BadNumberPattern)?;
        text.push_str(before);
        match name {
            "year" => {
                has_year = true;
                text.push_str(&year.to_string());
            }
            "seq" => {
                has_sequence = true;
                text.push_str(&sequence.to_string());
            }
            _ => {
                let width = name.strip_prefix("seq:0").and_then(|w| w.parse::<usize>().ok());
                let width = width.filter(|w| (1..=9).contains(w)).ok_or(BadNumberPattern)?;
                has_sequence = true;
                let _ = write!(text, "{sequence:0width$}"); // writing to a String cannot fail
            }
        }
        rest = after;
    }
    text.push_str(rest);
    if has_sequence && has_year && !text.contains(['{', '}']) { Ok(text) } else { Err(BadNumberPattern) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_gives_numbers_that_cannot_repeat() {
        for (pattern, expected) in [
            (DEFAULT_NUMBER_PATTERN, Ok("0007/2026".to_owned())),
            ("TT-{seq}/BJN/{year}", Ok("TT-7/BJN/2026".to_owned())),
            ("{seq:04}", Err(BadNumberPattern)),
            ("{year}", Err(BadNumberPattern)),
            ("{seq:4}/{year}", Err(BadNumberPattern)),
            ("{seq}/{year}/{month}", Err(BadNumberPattern)),
            ("{seq}/{year}}", Err(BadNumberPattern)),
            ("{seq/{year}", Err(BadNumberPattern)),
        ] {
            assert_eq!(number(pattern, 7, 2026), expected, "{pattern}");
        }
    }
}
