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

/// With what Microsoft's compound files begin: an xls, an encrypted xlsx, a Word document ...
pub(super) const COMPOUND: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

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
    if bytes.starts_with(&COMPOUND) {
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
    if has("encrypted-package") {
        // LibreOffice since 24.2 wraps the whole document.
        return Err(ImportError::Encrypted);
    }
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
    } else if bytes.len() < 1536 || directory(bytes).is_none() {
        Err(ImportError::damaged("a compound file cut short"))
    } else {
        Err(ImportError::NotAList)
    }
}

/// What a compound file holds, by name; it often stands near the end, and is the first to be lost.
fn directory(bytes: &[u8]) -> Option<&[u8]> {
    let shift = u16::from_le_bytes(bytes.get(30..32)?.try_into().ok()?);
    let sector = u32::from_le_bytes(bytes.get(48..52)?.try_into().ok()?);
    let place = (u64::from(sector) + 1).checked_shl(u32::from(shift))?;
    bytes.get(usize::try_from(place).ok()?..).filter(|directory| directory.len() >= 128)
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, data) in members {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(data).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn code(bytes: &[u8]) -> &'static str {
        identify(bytes).map_or_else(|error| error.code(), |_| "read")
    }

    #[test]
    fn an_archive_is_measured_before_anything_is_unpacked() {
        let small = archive(&[("xl/workbook.xml", b"<workbook/>")]);
        assert_eq!(identify(&small).unwrap(), Container::Xlsx);
        let mut bomb = small;
        let directory = bomb.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap();
        bomb[directory + 24..directory + 28].copy_from_slice(&0x2000_0000u32.to_le_bytes());
        assert_eq!(code(&bomb), "file-too-large");
        let names: Vec<String> = (0..=limits::ARCHIVE_MEMBERS).map(|n| n.to_string()).collect();
        let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
        assert_eq!(code(&archive(&many)), "file-too-large");
        let lie = br#"<sst count="3" uniqueCount="10000000000000"><si><t>a</t></si></sst>"#;
        let workbook: (&str, &[u8]) = ("xl/workbook.xml", b"<workbook/>");
        assert_eq!(code(&archive(&[workbook, ("xl/sharedStrings.xml", lie)])), "file-damaged");
        let true_count = br#"<sst count="300" uniqueCount="1"><si><t>a</t></si></sst>"#;
        assert_eq!(code(&archive(&[workbook, ("xl/sharedStrings.xml", true_count)])), "read");
    }

    #[test]
    fn a_text_is_decoded_by_mark_then_strictly_then_by_zeros() {
        for (bytes, expected) in [
            (&b"NAMA;RENE\xCC\x81"[..], "NAMA;RENE\u{301}"),
            (b"\xEF\xBB\xBFNAMA;A", "NAMA;A"),
            (b"NAMA;REN\xC9", "NAMA;REN\u{c9}"),
            (b"\xFF\xFEN\0A\0;\0\xC9\0", "NA;\u{c9}"),
            (b"N\0A\0M\0A\0;\0A\0", "NAMA;A"),
            (b"\0N\0A\0M\0A\0;\0A", "NAMA;A"),
        ] {
            assert_eq!(identify(bytes).unwrap(), Container::Delimited(expected.to_owned()));
        }
    }

    #[test]
    fn what_holds_no_table_is_refused_whatever_its_name_says() {
        for (bytes, expected) in [
            (&b""[..], "file-empty"),
            (b" \r\n", "file-empty"),
            (&[0u8; 64], "file-damaged"),
            (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0", "file-not-a-list"),
            (b"{\\rtf1 NAMA;NIK}", "file-not-a-list"),
            (b"<?xml version=\"1.0\"?><svg/>", "file-not-a-list"),
            (b"<?xml version=\"1.0\"?><!DOCTYPE html><html>", "read"),
            (b"PK\x03\x04", "file-damaged"),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "file-damaged"),
        ] {
            assert_eq!(code(bytes), expected, "{:?}", String::from_utf8_lossy(bytes));
        }
    }
}
