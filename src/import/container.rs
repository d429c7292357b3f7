//! What a file really is, told by its bytes: names and extensions of lists lie too often.

use super::error::ImportError;
use super::sheet::limits;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// A container that can hold a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Container {
    /// Office Open XML, Excel since 2007.
    Xlsx,
    /// OpenDocument, LibreOffice.
    Ods,
    /// Excel 97-2003.
    Xls,
    /// Values between delimiters, already decoded.
    Delimited(String),
    /// A web page with a table, often saved as `.xls` by web systems; already decoded.
    Html(String),
    /// "XML Spreadsheet 2003", often saved as `.xls`; already decoded.
    SpreadsheetMl(String),
}

/// Looks at the bytes of a whole file.
///
/// # Errors
/// [`ImportError::Empty`], [`ImportError::NotAList`], [`ImportError::Encrypted`], [`ImportError::Damaged`] or
/// [`ImportError::TooLarge`] (declared sizes inside an archive; nothing is unpacked to find out).
pub fn identify(bytes: &[u8]) -> Result<Container, ImportError> {
    if bytes.is_empty() {
        return Err(ImportError::Empty);
    }
    if bytes.iter().all(|byte| *byte == 0) {
        // What a power cut leaves of a file that was being saved.
        return Err(ImportError::damaged("only zero bytes"));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") || bytes.starts_with(b"PK\x07\x08") {
        return zipped(bytes);
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return compound(bytes);
    }
    if FOREIGN.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(ImportError::NotAList);
    }
    let text = decode(bytes).ok_or(ImportError::NotAList)?;
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
        return Err(ImportError::Empty);
    }
    written(text)
}

/// First bytes of what people drop by mistake. Most of it would fail as text too; some (PDF, RTF, PostScript) would not.
const FOREIGN: [&[u8]; 12] = [
    b"%PDF",
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"II*\0",
    b"MM\0*",
    b"RIFF",
    b"{\\rtf",
    b"%!PS",
    b"Rar!",
    b"7z\xBC\xAF",
    b"\x1F\x8B",
];

fn zipped(bytes: &[u8]) -> Result<Container, ImportError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(ImportError::damaged)?;
    // Summed by hand: the crate's own sum gives up on archives written in one pass, as many writers do.
    let declared = (0..archive.len().min(limits::ARCHIVE_MEMBERS + 1))
        .map(|member| archive.by_index_raw(member).map(|member| u128::from(member.size())))
        .sum::<Result<u128, _>>()
        .map_err(ImportError::damaged)?;
    if archive.len() > limits::ARCHIVE_MEMBERS || declared > limits::ARCHIVE_BYTES {
        return Err(ImportError::TooLarge);
    }
    let names: Vec<String> =
        archive.file_names().filter_map(Result::ok).map(|name| name.replace('\\', "/").to_lowercase()).collect();
    let has = |name: &str| names.iter().any(|other| other == name);
    if has("mimetype") {
        let mut kind = String::new();
        let member = archive.by_name("mimetype").map_err(ImportError::damaged)?;
        member.take(100).read_to_string(&mut kind).map_err(ImportError::damaged)?;
        return if kind.trim() == "application/vnd.oasis.opendocument.spreadsheet" {
            Ok(Container::Ods)
        } else {
            Err(ImportError::NotAList)
        };
    }
    if has("xl/workbook.xml") {
        strings_can_be_true(&mut archive)?;
        Ok(Container::Xlsx)
    } else if has("[content_types].xml") && names.iter().any(|name| name.starts_with("xl/worksheets/")) {
        Err(ImportError::damaged("a workbook without its workbook part"))
    } else {
        Err(ImportError::NotAList)
    }
}

/// calamine reserves as many strings as the part claims to hold; a lie there ends the whole process.
fn strings_can_be_true(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), ImportError> {
    let Some(name) = archive
        .file_names()
        .filter_map(Result::ok)
        .find(|name| name.replace('\\', "/").to_lowercase().ends_with("sharedstrings.xml"))
        .map(std::borrow::Cow::into_owned)
    else {
        return Ok(());
    };
    let member = archive.by_name(&name).map_err(ImportError::damaged)?;
    let size = member.size();
    let mut head = Vec::new();
    member.take(4096).read_to_end(&mut head).map_err(ImportError::damaged)?;
    let head = String::from_utf8_lossy(&head);
    for name in ["uniqueCount", "count"] {
        let claimed = head.split(name).skip(1).find_map(|rest| {
            let rest = rest.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            (!digits.is_empty()).then(|| digits.parse::<u64>().unwrap_or(u64::MAX))
        });
        // `count` may exceed the number of strings (it counts their uses), but not the number of cells that we would read.
        let possible = if name == "count" { limits::CELLS as u64 * 10 } else { size };
        if claimed.is_some_and(|claimed| claimed > possible) {
            return Err(ImportError::damaged("more strings claimed than can be there"));
        }
    }
    Ok(())
}

fn compound(bytes: &[u8]) -> Result<Container, ImportError> {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if has("EncryptedPackage") || password_record(bytes) {
        Err(ImportError::Encrypted)
    } else if has("Workbook") || has("Book") {
        Ok(Container::Xls)
    } else if bytes.len() < 1536 {
        Err(ImportError::damaged("a compound file cut short"))
    } else {
        Err(ImportError::NotAList)
    }
}

/// Whether a `FilePass` record follows the workbook's beginning. calamine reports only one of its two kinds.
fn password_record(bytes: &[u8]) -> bool {
    const BEGIN: [u8; 8] = [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00];
    let Some(mut at) = bytes.windows(BEGIN.len()).position(|window| window == BEGIN) else { return false };
    // The record stands among the first few; behind them the stream may go on in another sector.
    for _ in 0..8 {
        let Some(&[kind, 0, low, high]) = bytes.get(at..at + 4) else { return false };
        if kind == 0x2F {
            return true;
        }
        at += 4 + usize::from(u16::from_le_bytes([low, high]));
    }
    false
}

/// Text from bytes: byte order mark, strict UTF-8, the zero bytes of UTF-16, Windows-1252; `None` if it is no text.
fn decode(bytes: &[u8]) -> Option<String> {
    let text = if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned()
    } else if let Some(encoding) = utf16_by_zeros(bytes) {
        encoding.decode_without_bom_handling(bytes).0.into_owned()
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        text.to_owned()
    } else {
        encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
    };
    let odd = |c: &char| (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{1a}')) || *c == '\u{fffd}';
    let sample = text.chars().take(16 * 1024);
    let (total, strange) = sample.fold((0usize, 0usize), |(n, s), c| (n + 1, s + usize::from(odd(&c))));
    // Some old systems leave a stray control character; a picture is full of them.
    (strange * 50 <= total).then_some(text)
}

fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), sample.len() / 2);
    if half < 2 {
        None
    } else if odd * 10 > half * 7 && even * 10 < half {
        Some(encoding_rs::UTF_16LE)
    } else if even * 10 > half * 7 && odd * 10 < half {
        Some(encoding_rs::UTF_16BE)
    } else {
        None
    }
}

/// Tells the kinds of text apart.
fn written(text: String) -> Result<Container, ImportError> {
    let mut head: String = text.trim_start().chars().take(4096).collect();
    head.make_ascii_lowercase();
    if head.starts_with("<?xml") && head.contains("urn:schemas-microsoft-com:office:spreadsheet") {
        return Ok(Container::SpreadsheetMl(text));
    }
    if head.starts_with('<') {
        let page = ["<html", "<!doctype html", "<table", "<meta", "<head", "<body", "<style", "<div", "<center", "<tr"];
        return if page.iter().any(|tag| head.contains(tag)) {
            Ok(Container::Html(text))
        } else {
            Err(ImportError::NotAList)
        };
    }
    Ok(Container::Delimited(text))
}
