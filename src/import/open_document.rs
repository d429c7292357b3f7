//! A look into an ods before calamine reads it.
//!
//! calamine 0.38 reads a table that never ends (by its exact name) for ever, and lays out repeated cells before it counts them; 700 bytes are
//! enough for either. This walk over the markup costs a fraction of the reading and lays out nothing.

use super::error::ImportError;
use super::markup::number;
use super::sheet::limits;
use crate::progress::{Progress, Stage};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{Cursor, Read};

/// Cells that calamine would lay out: every row from the first to the last used one, as wide as the widest. Twice the
/// limit for what is kept, since formats and deleted rows leave empty ones behind.
const LAID_OUT: u64 = 2 * limits::CELLS as u64;

/// Refuses what calamine must not see.
///
/// # Errors
/// [`ImportError::Damaged`] for tags that do not match, [`ImportError::TooLarge`], or the user's own stop.
pub(super) fn look(bytes: &[u8], progress: &dyn Progress) -> Result<(), ImportError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(ImportError::damaged)?;
    let Ok(mut member) = archive.by_name("content.xml") else {
        return Err(ImportError::damaged("no contents"));
    };
    if member.encrypted() {
        return Err(ImportError::Encrypted);
    }
    let mut content = Vec::new();
    member.read_to_end(&mut content).map_err(ImportError::damaged)?;
    // An encrypted document has unreadable contents and a manifest that says so: calamine's to tell.
    let Ok(content) = std::str::from_utf8(&content) else { return Ok(()) };
    let mut reader = Reader::from_str(content);
    let mut sheet = Extent::default();
    let mut depth = 0u64;
    for count in 0u64.. {
        if count.is_multiple_of(64 * 1024) {
            progress.report(Stage::Reading, 0, 0)?;
        }
        // Names that do not match are an error of this reader, where calamine would wait for the right one for ever.
        match reader.read_event().map_err(ImportError::damaged)? {
            Event::Start(tag) => {
                depth += 1;
                sheet.open(tag.local_name().as_ref(), tag.attributes_raw());
            }
            Event::Empty(tag) => {
                sheet.open(tag.local_name().as_ref(), tag.attributes_raw());
                sheet.close(tag.local_name().as_ref())?;
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                sheet.close(tag.local_name().as_ref())?;
            }
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(ImportError::damaged("a tag without end")),
            _ => {}
        }
    }
    Ok(())
}

/// How far a sheet would reach.
#[derive(Default)]
struct Extent {
    /// Rows up to the last used one, without the blank ones above the first.
    rows: u64,
    /// Blank rows since then; they count if another used one follows.
    pending: u64,
    width: u64,
    cells: u64,
    row: u64,
    column: u64,
    used: u64,
}

impl Extent {
    fn open(&mut self, tag: &str, attributes: &str) {
        match tag {
            "table" => *self = Self::default(),
            "table-row" => self.start_row(number(attributes, "number-rows-repeated").unwrap_or(1)),
            "table-cell" | "covered-table-cell" => {
                let used = ["value", "formula"].iter().any(|part| attributes.contains(part));
                self.cell(number(attributes, "number-columns-repeated").unwrap_or(1), used);
            }
            _ => {}
        }
    }

    fn close(&mut self, tag: &str) -> Result<(), ImportError> {
        if tag == "table-row" { self.end_row() } else { Ok(()) }
    }

    fn start_row(&mut self, repeated: u32) {
        (self.row, self.column, self.used) = (u64::from(repeated).min(1_048_576), 0, 0);
    }

    fn cell(&mut self, repeated: u32, used: bool) {
        self.column = (self.column + u64::from(repeated)).min(16_384);
        if used {
            self.used = self.column;
        }
    }

    fn end_row(&mut self) -> Result<(), ImportError> {
        if self.used == 0 {
            self.pending += if self.rows > 0 { self.row } else { 0 };
            return Ok(());
        }
        self.rows += self.pending + self.row;
        self.pending = 0;
        self.width = self.width.max(self.used);
        self.cells += self.used;
        if self.cells > LAID_OUT || self.rows.saturating_mul(self.width) > LAID_OUT {
            return Err(ImportError::TooLarge);
        }
        Ok(())
    }
}
