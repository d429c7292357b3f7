//! A file, read as a list of people.

use super::edit::Repair;
use super::header::{self, Columns, Header, Mapping};
use super::row::{self, Reading};
use super::sheet::{Row, Sheet, limits};
use super::workbook::{Extent, Workbook};
use super::{apart::wire, company, container, date::Order, door, error::ImportError, memory};
use crate::domain::mapping::RememberedMapping;
use crate::domain::{Company, Field, Kpj, Nik};
use crate::progress::{Progress, Stage};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Read;
use std::path::Path;

/// Rows with something in them that decide which sheet to read.
const HEAD: usize = 60;

/// What the user says where detection errs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadOptions {
    /// The sheet to read, by name (upper and lower case do not matter).
    pub sheet: Option<String>,
    /// The number of the header row, from 1; 0 for a list without titles, whose columns have letters only.
    pub header_row: Option<u32>,
    /// Columns in place of the detected ones: by title, by letter (`C`, or `C:C` beside a title of that letter), a name by its
    /// parts (`Depan + Belakang`), or an empty text for none.
    pub columns: Vec<(Field, String)>,
    /// What was said of earlier lists; it counts where the user says nothing now.
    pub remembered: Vec<RememberedMapping>,
}

/// A list as it stands in its file: found and laid out, not judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Table {
    pub(super) file: String,
    pub(super) file_hash: String,
    pub(super) sheet: Option<String>,
    pub(super) header: Row,
    #[serde(with = "wire::company")]
    pub(super) company: Company,
    pub(super) columns: Columns,
    pub(super) order: Order,
    pub(super) epoch_1904: bool,
    pub(super) rows: Vec<Row>,
    /// KPJ numbers from a second list, by the row's place. None when just read.
    #[serde(skip)]
    pub(super) completed: BTreeMap<usize, Kpj>,
    /// Cells that the user repaired, by the row's place; none in a list that was just read.
    #[serde(skip)]
    pub(super) edits: BTreeMap<(usize, Field), Repair>,
}

/// Reads a worker list of any known container, in this process.
///
/// # Errors
/// [`ImportError`]: what stands in the way of reading it at all, or the user's own stop. Nothing is written anywhere.
pub(super) fn read_here(path: &Path, options: &ReadOptions, progress: &dyn Progress) -> Result<Table, ImportError> {
    progress.report(Stage::Reading, 0, 0)?;
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    read_bytes(&bytes(path)?, file, options, progress)
}

/// Reads text as a list that was never a file: rows copied in a spreadsheet. `name` stands for the file's.
///
/// # Errors
/// As [`read`](super::read).
pub fn read_text(text: &str, name: &str, options: &ReadOptions, progress: &dyn Progress) -> Result<Table, ImportError> {
    if text.len() as u64 > limits::FILE_BYTES {
        return Err(ImportError::TooLarge);
    }
    read_bytes(text.as_bytes(), name.to_owned(), options, progress)
}

fn read_bytes(
    bytes: &[u8],
    file: String,
    options: &ReadOptions,
    progress: &dyn Progress,
) -> Result<Table, ImportError> {
    let file_hash = hexadecimal(&Sha256::digest(bytes));
    let container = container::identify(bytes)?;
    let mut workbook = Workbook::open(bytes, container, progress)?;
    let (index, found, mapping) = choose(&mut workbook, options, progress)?;
    let Sheet { name, epoch_1904, mut rows, .. } = workbook.read(index, Extent::Whole, progress)?;
    // Contents of the whole sheet may choose between two columns of one title, so the header is read once more.
    let found = match header::find(&rows, Some(found.number), mapping)? {
        Some(whole) => whole,
        None => found,
    };
    let Header { index, depth, titles: header, columns, .. } = found;
    if index + depth > rows.len() {
        return Err(ImportError::HeaderNotFound);
    }
    let below = rows.split_off(index + depth);
    rows.truncate(index);
    let mut people = row::people(below, &header, &columns);
    if people.is_empty() {
        return Err(ImportError::NoRows);
    }
    door::close(&mut people, &header, &columns);
    let company = company::find(&rows, &people, &columns, &file);
    let order = row::order(people.iter().map(|person| row::read(person, &columns, epoch_1904)));
    Ok(Table {
        file,
        file_hash,
        sheet: name,
        header,
        company,
        columns,
        order,
        epoch_1904,
        rows: people,
        completed: BTreeMap::new(),
        edits: BTreeMap::new(),
    })
}

pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, ImportError> {
    let about = std::fs::metadata(path).map_err(ImportError::of_io)?;
    if !about.is_file() {
        // A folder, or a device that never ends.
        return Err(ImportError::NotAList);
    }
    if about.len() > limits::FILE_BYTES {
        return Err(ImportError::TooLarge);
    }
    let file = std::fs::File::open(path).map_err(ImportError::of_io)?;
    let mut bytes = Vec::new();
    file.take(limits::FILE_BYTES + 1).read_to_end(&mut bytes).map_err(ImportError::Unreadable)?;
    if bytes.len() as u64 > limits::FILE_BYTES { Err(ImportError::TooLarge) } else { Ok(bytes) }
}

pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A sheet by its place, its header, and what was said of its columns.
type Choice<'a> = (usize, Header, Mapping<'a>);

/// The sheet with the best header: one that Excel shows before one that it hides, one with rows before one without.
/// A header that a person explained before comes before all others.
fn choose<'a>(
    workbook: &mut Workbook<'_>,
    options: &'a ReadOptions,
    progress: &dyn Progress,
) -> Result<Choice<'a>, ImportError> {
    let sheets = workbook.sheets().to_vec();
    let named = |wanted: &str| {
        let same = |name: &str| name.trim().to_lowercase() == wanted.trim().to_lowercase();
        sheets.iter().position(|(name, _)| name == wanted).or_else(|| sheets.iter().position(|(name, _)| same(name)))
    };
    let wanted = match &options.sheet {
        None => None,
        Some(name) => Some(named(name).ok_or_else(|| ImportError::UnknownSheet {
            sheets: sheets.iter().map(|(name, _)| name.clone()).filter(|name| !name.is_empty()).collect(),
        })?),
    };
    // A header row named by the user may lie below the rows of a first look.
    let lowest = options.remembered.iter().map(|one| one.header_row).chain([options.header_row]).flatten().max();
    let extent = Extent::First(lowest.unwrap_or(0) as usize + HEAD);
    let mut best: Option<((usize, bool, bool, usize), Choice<'a>)> = None;
    let mut error = None;
    for (index, (name, visible)) in sheets.iter().enumerate() {
        if wanted.is_some_and(|wanted| wanted != index) {
            continue;
        }
        let sheet = workbook.read(index, extent, progress)?;
        let (header_row, mapping, recalled) = match memory::recall(&sheet.rows, name, options) {
            Some((row, said, fit)) => (Some(row), said.columns.as_slice(), fit),
            None => (options.header_row, options.columns.as_slice(), 0),
        };
        match header::find(&sheet.rows, header_row, mapping) {
            Ok(Some(header)) => {
                let filled = sheet.rows.len() > header.index + header.depth;
                let weight = (recalled, *visible, filled, header.score);
                if best.as_ref().is_none_or(|(best, ..)| weight > *best) {
                    best = Some((weight, (index, header, mapping)));
                }
            }
            Ok(None) => {}
            Err(unknown) => error = error.or(Some(unknown)),
        }
    }
    match (best, error) {
        (Some((_, choice)), _) => Ok(choice),
        (None, Some(error)) => Err(error),
        (None, None) => Err(ImportError::HeaderNotFound),
    }
}

impl Table {
    /// File name without its folder.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// SHA-256 of the file's bytes, in hexadecimal.
    #[must_use]
    pub fn file_hash(&self) -> &str {
        &self.file_hash
    }

    /// The sheet the list stands in; `None` for a text file.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// Number of the header row, from 1.
    #[must_use]
    pub fn header_row(&self) -> u32 {
        self.header.number
    }

    /// The company as the file names it.
    #[must_use]
    pub fn company(&self) -> &Company {
        &self.company
    }

    /// The recognised columns with their titles as they stand in the file, in the order of [`Field::ALL`].
    #[must_use]
    pub fn columns(&self) -> Vec<(Field, String)> {
        let titled = |field: &Field| {
            let titles: Vec<_> =
                self.columns.of(*field).into_iter().map(|column| self.header.cell(column).shown()).collect();
            (!titles.is_empty()).then(|| (*field, titles.join(" + ")))
        };
        Field::ALL.iter().filter_map(titled).collect()
    }

    /// All titles of the header row, from column A on; empty where a column has none.
    #[must_use]
    pub fn titles(&self) -> Vec<String> {
        self.header.cells.iter().map(|cell| cell.shown().into_owned()).collect()
    }

    /// How many rows hold a person.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Never: a file without rows is [`ImportError::NoRows`].
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Every well-formed KPJ and NIK, to look up what the register knows of them.
    #[must_use]
    pub fn numbers(&self) -> (Vec<Kpj>, Vec<Nik>) {
        let (mut kpjs, mut niks) = (Vec::new(), Vec::new());
        for place in 0..self.rows.len() {
            kpjs.extend(self.kpj(place));
            niks.extend(self.nik(place));
        }
        (kpjs, niks)
    }

    pub(super) fn reading(&self, place: usize) -> Reading<'_> {
        let reading = row::read(&self.rows[place], &self.columns, self.epoch_1904);
        let repaired = self.edits.range((place, Field::Kpj)..=(place, Field::Company));
        repaired.fold(reading, |reading, ((_, field), repair)| reading.repaired(*field, repair))
    }

    /// The number from a second list, where the row has one and the user has not typed another.
    pub(super) fn completed(&self, place: usize) -> Option<Kpj> {
        self.completed.get(&place).copied().filter(|_| !self.edits.contains_key(&(place, Field::Kpj)))
    }

    pub(super) fn kpj(&self, place: usize) -> Option<Kpj> {
        let own = || super::check::kpj_of(self.reading(place).kpj).ok();
        self.completed(place).or_else(own)
    }

    pub(super) fn nik(&self, place: usize) -> Option<Nik> {
        let reading = self.reading(place);
        if reading.passport { None } else { super::check::nik_of(reading.nik).ok() }
    }
}
