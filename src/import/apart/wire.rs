//! What the program and its reading process say to each other: frames of a length and a value, over pipes.
//!
//! The frames hold people's data, so they go from memory to memory: never to a file, never to a log.

use crate::domain::{Company, Field, Npp};
use crate::import::error::{Fault, ImportError};
use crate::import::old_register::OldTable;
use crate::import::sheet::Row;
use crate::import::{ReadOptions, Table};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::ffi::OsString;
use std::io::{self, Read, Write};

/// No frame is longer. The longest row (256 cells of 4 KiB) takes a quarter of it.
const FRAME: u32 = 4 * 1024 * 1024;

/// Rows are put together into frames of about this many bytes.
pub(super) const BATCH: usize = 128 * 1024;

/// Names that an error carries, and characters of one: for a person to choose from, not for a book.
const NAMES: (usize, usize) = (1_000, 200);

/// What to read, and as what.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Request {
    pub(super) path: OsString,
    pub(super) task: Task,
}

/// What a file is taken for.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Task {
    /// A list of workers.
    List(ReadOptions),
    /// The office's old register; the sheets that the user named, none for all.
    OldRegister(Vec<String>),
    /// Something of which a person wants to see the first rows.
    Preview,
}

/// What comes of a file. Its rows travel apart, in frames of their own.
pub(super) trait Found: Serialize + DeserializeOwned {
    fn rows(&mut self) -> &mut Vec<Row>;
}

impl Found for Table {
    fn rows(&mut self) -> &mut Vec<Row> {
        &mut self.rows
    }
}

impl Found for OldTable {
    fn rows(&mut self) -> &mut Vec<Row> {
        &mut self.rows
    }
}

/// What the reading process says: any number of `Progress`, then `Failed`, or `Found`, all `Rows` and `End`; for a preview
/// a `Found` for each of its sheets, and `End`.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Message<T> {
    Progress {
        done: usize,
        total: usize,
    },
    /// The table without its rows, or a sheet of a preview.
    Found(Box<T>),
    Rows(Vec<Row>),
    End,
    Failed(Failure),
}

/// An [`ImportError`] on its way.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Failure {
    NotFound(Option<i32>),
    Unreadable(Option<i32>),
    Empty,
    NotAList,
    Encrypted,
    Damaged(String),
    TooLarge,
    HeaderNotFound,
    NoRows,
    UnknownSheet(Vec<String>),
    UnknownColumn(Field, Vec<String>),
}

impl Failure {
    /// `None` for a stop: whoever stopped does not need to be told.
    pub(super) fn of(error: ImportError) -> Option<Self> {
        let few = |names: Vec<String>| {
            names.iter().take(NAMES.0).map(|name| name.chars().take(NAMES.1).collect()).collect::<Vec<String>>()
        };
        Some(match error {
            ImportError::NotFound(cause) => Self::NotFound(cause.raw_os_error()),
            ImportError::Unreadable(cause) => Self::Unreadable(cause.raw_os_error()),
            ImportError::Empty => Self::Empty,
            ImportError::NotAList => Self::NotAList,
            ImportError::Encrypted => Self::Encrypted,
            ImportError::Damaged(fault) => Self::Damaged(fault.to_string()),
            ImportError::TooLarge => Self::TooLarge,
            ImportError::HeaderNotFound => Self::HeaderNotFound,
            ImportError::NoRows => Self::NoRows,
            ImportError::UnknownSheet { sheets } => Self::UnknownSheet(few(sheets)),
            ImportError::UnknownColumn { field, titles } => Self::UnknownColumn(field, few(titles)),
            ImportError::Cancelled(_) => return None,
        })
    }
}

impl From<Failure> for ImportError {
    fn from(failure: Failure) -> Self {
        let cause = |code: Option<i32>, otherwise: io::ErrorKind| {
            code.map_or_else(|| otherwise.into(), io::Error::from_raw_os_error)
        };
        match failure {
            Failure::NotFound(code) => Self::NotFound(cause(code, io::ErrorKind::NotFound)),
            Failure::Unreadable(code) => Self::Unreadable(cause(code, io::ErrorKind::Other)),
            Failure::Empty => Self::Empty,
            Failure::NotAList => Self::NotAList,
            Failure::Encrypted => Self::Encrypted,
            Failure::Damaged(fault) => Self::Damaged(Fault::new(fault)),
            Failure::TooLarge => Self::TooLarge,
            Failure::HeaderNotFound => Self::HeaderNotFound,
            Failure::NoRows => Self::NoRows,
            Failure::UnknownSheet(sheets) => Self::UnknownSheet { sheets },
            Failure::UnknownColumn(field, titles) => Self::UnknownColumn { field, titles },
        }
    }
}

/// Writes one frame; the caller flushes.
///
/// # Errors
/// What the pipe says, or [`io::ErrorKind::InvalidData`] for a value longer than a frame may be.
pub(super) fn send(to: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    let frame = postcard::to_stdvec(value).map_err(|_| io::ErrorKind::InvalidData)?;
    let length = u32::try_from(frame.len()).ok().filter(|length| *length <= FRAME).ok_or(io::ErrorKind::InvalidData)?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(&frame)
}

/// Reads one frame.
///
/// # Errors
/// What the pipe says, its end too; [`io::ErrorKind::InvalidData`] for anything that is no frame of ours.
pub(super) fn receive<T: DeserializeOwned>(from: &mut impl Read) -> io::Result<T> {
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let length = u32::from_le_bytes(length);
    if length > FRAME {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut frame = Vec::new();
    from.take(length.into()).read_to_end(&mut frame)?;
    postcard::from_bytes(&frame).map_err(|_| io::ErrorKind::InvalidData.into())
}

/// A company by the text of its number.
pub(in crate::import) mod company {
    use super::{Company, Deserialize, Deserializer, Npp, Serialize, Serializer};
    use serde::de::Error;

    pub(in crate::import) fn serialize<S: Serializer>(company: &Company, to: S) -> Result<S::Ok, S::Error> {
        (company.npp.map(|npp| npp.to_string()), &company.name).serialize(to)
    }

    pub(in crate::import) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Company, D::Error> {
        let (npp, name) = <(Option<String>, Option<String>)>::deserialize(from)?;
        let npp = npp.map(|npp| Npp::parse(&npp)).transpose().map_err(D::Error::custom)?;
        Ok(Company { npp, name })
    }
}

/// The spreadsheet's own error values, by their text.
pub(in crate::import) mod error_name {
    use super::{Deserialize, Deserializer, Serialize, Serializer};
    use crate::import::sheet::ERRORS;
    use serde::de::Error;

    pub(in crate::import) fn serialize<S: Serializer>(name: &&'static str, to: S) -> Result<S::Ok, S::Error> {
        name.serialize(to)
    }

    pub(in crate::import) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<&'static str, D::Error> {
        let name = String::deserialize(from)?;
        ERRORS.into_iter().find(|known| *known == name).ok_or_else(|| D::Error::custom("no error value"))
    }
}
