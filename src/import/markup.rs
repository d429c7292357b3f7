//! Tables in markup that web systems save as `.xls`: HTML pages and "XML Spreadsheet 2003".
//!
//! Both are read by one forgiving scanner: such pages are written by string concatenation, and no strict reader takes
//! them as Excel does.

use super::error::ImportError;
use super::sheet::{Cell, Grid, NumberFormat, Sheet, limits};
use super::workbook::{iso_date, means_eleven_digits};
use crate::progress::{Progress, Stage};
use std::collections::HashMap;

/// A tag may not be longer than this; behind it, a `<` was only a character.
const LONGEST_TAG: usize = 4 * 1024;

/// A part of a marked-up text.
#[derive(Debug, PartialEq)]
pub(super) enum Piece<'a> {
    /// A tag's local name in lower case, and its attributes as they stand there.
    Open(String, &'a str),
    /// A closing tag, or the end of one that closes itself.
    Close(String),
    /// Text with its entities.
    Text(&'a str),
    /// Text without entities (CDATA).
    Verbatim(&'a str),
}

/// Cuts a text into tags and what stands between them; takes whatever it is given.
pub(super) struct Scanner<'a> {
    rest: &'a str,
    closing: Option<String>,
    /// In a page, scripts and styles hold text that is not for reading; in XML a style is a tag like any other.
    page: bool,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str, page: bool) -> Self {
        Self { rest: text, closing: None, page }
    }

    fn skip_past(&mut self, mark: &str) -> &'a str {
        let (before, after) = self.rest.split_once(mark).unwrap_or((self.rest, ""));
        self.rest = after;
        before
    }

    /// The end of the tag that `rest` begins with: the first `>` outside quotes.
    fn tag_end(&self) -> Option<usize> {
        let window = &self.rest.as_bytes()[..self.rest.len().min(LONGEST_TAG)];
        let mut quote = None;
        for (at, byte) in window.iter().enumerate() {
            match (quote, byte) {
                (None, b'"' | b'\'') => quote = Some(*byte),
                (Some(open), byte) if open == *byte => quote = None,
                (None, b'>') => return Some(at),
                _ => {}
            }
        }
        // A lone apostrophe in a tag.
        window.iter().position(|byte| *byte == b'>')
    }

    fn tag(&mut self) -> Option<Piece<'a>> {
        let end = self.tag_end()?;
        let inside = &self.rest[1..end];
        self.rest = &self.rest[end + 1..];
        let (closes, inside) = inside.strip_prefix('/').map_or((false, inside), |inside| (true, inside));
        let name_end = inside.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(inside.len());
        let (name, attributes) = inside.split_at(name_end);
        let name = name.rsplit(':').next().unwrap_or_default().to_ascii_lowercase();
        if closes {
            return Some(Piece::Close(name));
        }
        if attributes.trim_end().ends_with('/') {
            self.closing = Some(name.clone());
        } else if self.page && matches!(name.as_str(), "script" | "style") {
            let end = format!("</{name}");
            let lower = |at: usize| self.rest.get(at..at + end.len()).is_some_and(|t| t.eq_ignore_ascii_case(&end));
            let at = self.rest.match_indices("</").map(|(at, _)| at).find(|at| lower(*at));
            self.rest = &self.rest[at.unwrap_or(self.rest.len())..];
        }
        Some(Piece::Open(name, attributes))
    }
}

impl<'a> Iterator for Scanner<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if let Some(name) = self.closing.take() {
            return Some(Piece::Close(name));
        }
        while !self.rest.is_empty() {
            if self.rest.starts_with("<!--") {
                self.skip_past("-->");
            } else if let Some(rest) = self.rest.strip_prefix("<![CDATA[") {
                self.rest = rest;
                return Some(Piece::Verbatim(self.skip_past("]]>")));
            } else if self.rest.starts_with("<!") || self.rest.starts_with("<?") {
                self.skip_past(">");
            } else if self.rest.starts_with('<')
                && self.rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/')
                && let Some(piece) = self.tag()
            {
                return Some(piece);
            } else {
                // The first character is text even if it is a lone `<`.
                let first = self.rest.chars().next().map_or(0, char::len_utf8);
                let end = self.rest[first..].find('<').map_or(self.rest.len(), |at| at + first);
                let (text, rest) = self.rest.split_at(end);
                self.rest = rest;
                return Some(Piece::Text(text));
            }
        }
        None
    }
}

/// The value of an attribute, by its local name.
fn attribute(attributes: &str, wanted: &str) -> Option<String> {
    let mut rest = attributes;
    while let Some((before, after)) = rest.split_once('=') {
        let name = before.trim_end().rsplit(|c: char| c.is_whitespace() || matches!(c, ':' | '"' | '\'')).next()?;
        let after = after.trim_start();
        let (value, behind) = match after.chars().next() {
            Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
            _ => after.split_once(char::is_whitespace).unwrap_or((after, "")),
        };
        if name.eq_ignore_ascii_case(wanted) {
            return Some(unescaped(value.trim_end_matches('/')));
        }
        rest = behind;
    }
    None
}

/// The value of an attribute, if it is a whole number.
pub(super) fn number(attributes: &str, wanted: &str) -> Option<u32> {
    attribute(attributes, wanted)?.trim().parse().ok()
}

/// Text with its entities replaced; unknown ones stay as they are.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let end = after.bytes().take(10).position(|byte| byte == b';');
        let meant = end.and_then(|end| {
            let c = match &after[..end] {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "apos" => '\'',
                "nbsp" => ' ',
                other => {
                    let code = other.strip_prefix('#')?;
                    let hex = code.strip_prefix(['x', 'X']).map(|hex| u32::from_str_radix(hex, 16));
                    char::from_u32(hex.unwrap_or_else(|| code.parse()).ok()?)?
                }
            };
            Some((c, end))
        });
        if let Some((c, end)) = meant {
            plain.push(c);
            rest = &after[end + 1..];
        } else {
            plain.push('&');
            rest = after;
        }
    }
    plain.push_str(rest);
    plain
}

/// Keeps a cell's text within bounds while it is put together.
fn append(text: &mut String, more: &str) {
    if text.len() < limits::TEXT * 2 {
        text.push_str(more);
    }
}

/// A table row that is being filled; nested tables wait on a stack.
#[derive(Default)]
struct Line {
    row: u32,
    column: u32,
    width: u32,
    /// Columns that cells of earlier rows reach down into, with how many rows are left.
    below: HashMap<u32, u32>,
    text: String,
    inside: bool,
}

impl Line {
    fn finish(&mut self, grid: &mut Grid) -> Result<(), ImportError> {
        if self.inside {
            grid.put(self.row, self.column, Cell::text(&self.text))?;
            self.text.clear();
            self.column = self.column.saturating_add(self.width);
            self.inside = false;
        }
        Ok(())
    }

    fn start_cell(&mut self, attributes: &str) {
        while let Some(left) = self.below.get_mut(&self.column).filter(|left| **left > 0) {
            *left -= 1;
            self.column += 1;
        }
        self.width = number(attributes, "colspan").unwrap_or(1).clamp(1, limits::COLUMNS);
        let rows = number(attributes, "rowspan").unwrap_or(1).clamp(1, 1_000) - 1;
        if rows > 0 && self.column < limits::COLUMNS {
            for column in self.column..self.column + self.width {
                self.below.insert(column, rows);
            }
        }
        self.inside = true;
    }
}

/// Reads a web page as Excel opens it: one sheet, every table's rows and every line of text one below the other.
///
/// # Errors
/// [`ImportError::TooLarge`], or the user's own stop.
pub(super) fn html(text: &str, progress: &dyn Progress) -> Result<Vec<Sheet>, ImportError> {
    let mut grid = Grid::default();
    let mut next_row = 0u32;
    let mut tables: Vec<Line> = Vec::new();
    let mut outside = String::new();
    let mut deepest = 0usize;
    for (count, piece) in Scanner::new(text, true).enumerate() {
        if count.is_multiple_of(16 * 1024) {
            progress.report(Stage::Reading, grid.len(), 0)?;
        }
        match piece {
            Piece::Open(name, attributes) => match (name.as_str(), tables.last_mut()) {
                ("table", _) => {
                    deepest += 1;
                    // Nobody nests tables this deep; a file that does is not worth the memory.
                    if deepest > 10_000 || tables.len() > 64 {
                        return Err(ImportError::TooLarge);
                    }
                    line_of_text(&mut grid, &mut next_row, &mut outside)?;
                    tables.push(Line::default());
                }
                ("tr", Some(line)) => {
                    line.finish(&mut grid)?;
                    line.row = next_row;
                    line.column = 0;
                    next_row = next_row.saturating_add(1);
                }
                ("td" | "th", Some(line)) => {
                    line.finish(&mut grid)?;
                    line.start_cell(attributes);
                }
                ("br" | "p" | "div", Some(line)) => append(&mut line.text, "\n"),
                ("br" | "p" | "div" | "h1" | "h2" | "h3" | "h4" | "title" | "body", None) => {
                    line_of_text(&mut grid, &mut next_row, &mut outside)?;
                }
                _ => {}
            },
            Piece::Close(name) => match (name.as_str(), tables.last_mut()) {
                ("table", Some(line)) => {
                    line.finish(&mut grid)?;
                    tables.pop();
                }
                ("td" | "th" | "tr", Some(line)) => line.finish(&mut grid)?,
                ("title", None) => outside.clear(),
                ("p" | "div" | "h1" | "h2" | "h3" | "h4", None) => {
                    line_of_text(&mut grid, &mut next_row, &mut outside)?;
                }
                _ => {}
            },
            Piece::Text(text) => {
                let text = unescaped(text);
                match tables.last_mut() {
                    Some(line) if line.inside => append(&mut line.text, &folded(&text)),
                    Some(_) => {}
                    None => append(&mut outside, &folded(&text)),
                }
            }
            Piece::Verbatim(_) => {}
        }
    }
    for mut line in tables {
        line.finish(&mut grid)?;
    }
    Ok(vec![Sheet { name: None, visible: true, epoch_1904: false, rows: grid.into_rows() }])
}

/// Blanks and line ends of the source are one blank in a page.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        let blank = c.is_ascii_whitespace();
        if !(blank && folded.ends_with(' ')) {
            folded.push(if blank { ' ' } else { c });
        }
    }
    folded
}

fn line_of_text(grid: &mut Grid, next_row: &mut u32, text: &mut String) -> Result<(), ImportError> {
    let cell = Cell::text(text);
    text.clear();
    if !cell.is_empty() {
        grid.put(*next_row, 0, cell)?;
        *next_row = next_row.saturating_add(1);
    }
    Ok(())
}

/// Where the reader of an XML spreadsheet stands.
#[derive(Default)]
struct Place {
    row: u32,
    column: u32,
    width: u32,
    format: Option<NumberFormat>,
    formula: bool,
    kind: Option<String>,
    text: String,
    comment: bool,
}

/// Reads "XML Spreadsheet 2003".
///
/// # Errors
/// [`ImportError::TooLarge`], [`ImportError::Damaged`] if no sheet ends, or the user's own stop.
pub(super) fn spreadsheet_ml(text: &str, progress: &dyn Progress) -> Result<Vec<Sheet>, ImportError> {
    let mut sheets = Vec::new();
    let mut styles: HashMap<String, NumberFormat> = HashMap::new();
    let (mut style, mut name, mut visible) = (String::new(), String::new(), true);
    let mut grid = Grid::default();
    let mut at = Place::default();
    let mut in_visible = false;
    for (count, piece) in Scanner::new(text, false).enumerate() {
        if count.is_multiple_of(16 * 1024) {
            progress.report(Stage::Reading, grid.len(), 0)?;
        }
        match piece {
            Piece::Open(tag, attributes) => match tag.as_str() {
                "style" => style = attribute(attributes, "ID").unwrap_or_default(),
                "numberformat" if attribute(attributes, "Format").is_some_and(|f| means_eleven_digits(&f)) => {
                    styles.insert(style.clone(), NumberFormat::ElevenZeros);
                }
                "worksheet" => {
                    name = attribute(attributes, "Name").unwrap_or_default();
                    (grid, at, visible) = (Grid::default(), Place::default(), true);
                }
                "row" => {
                    at.row = number(attributes, "Index").map_or(at.row, |index| index.saturating_sub(1));
                    at.column = 0;
                }
                "cell" => {
                    at.column = number(attributes, "Index").map_or(at.column, |index| index.saturating_sub(1));
                    at.width = number(attributes, "MergeAcross").unwrap_or(0).min(limits::COLUMNS) + 1;
                    at.format = attribute(attributes, "StyleID").and_then(|style| styles.get(&style).copied());
                    at.formula = attribute(attributes, "Formula").is_some();
                    at.kind = None;
                    at.text.clear();
                }
                "data" if !at.comment => {
                    at.kind = Some(attribute(attributes, "Type").unwrap_or_default().to_ascii_lowercase());
                }
                "comment" => at.comment = true,
                "visible" => in_visible = true,
                _ => {}
            },
            Piece::Close(tag) => match tag.as_str() {
                "cell" => {
                    let cell = typed(&at);
                    grid.put(at.row, at.column, cell)?;
                    at.column = at.column.saturating_add(at.width);
                    at.kind = None;
                }
                "row" => at.row = at.row.saturating_add(1),
                "comment" => at.comment = false,
                "visible" => in_visible = false,
                "worksheet" => {
                    let rows = std::mem::take(&mut grid).into_rows();
                    sheets.push(Sheet { name: Some(std::mem::take(&mut name)), visible, epoch_1904: false, rows });
                }
                _ => {}
            },
            Piece::Text(text) if in_visible => visible = text.trim() == "SheetVisible",
            Piece::Text(text) if at.kind.is_some() && !at.comment => append(&mut at.text, &unescaped(text)),
            Piece::Verbatim(text) if at.kind.is_some() && !at.comment => append(&mut at.text, text),
            Piece::Text(_) | Piece::Verbatim(_) => {}
        }
        if sheets.len() > 1_000 {
            return Err(ImportError::TooLarge);
        }
    }
    if sheets.is_empty() { Err(ImportError::damaged("no worksheet ends")) } else { Ok(sheets) }
}

fn typed(at: &Place) -> Cell {
    let text = at.text.trim();
    match at.kind.as_deref() {
        None if at.formula => Cell::FormulaWithoutValue,
        Some("number") => match text.parse::<f64>() {
            Ok(value) => Cell::Number { value, format: at.format.unwrap_or(NumberFormat::Plain) },
            Err(_) => Cell::text(text),
        },
        Some("datetime") => iso_date(text).map_or_else(|| Cell::text(text), Cell::Date),
        Some("boolean") => Cell::Bool(text == "1"),
        Some("error") => Cell::Error("#N/A"),
        _ => Cell::text(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::progress::Silent;
    use proptest::prelude::*;

    fn shown(sheet: &Sheet) -> Vec<(u32, Vec<String>)> {
        sheet
            .rows
            .iter()
            .map(|row| (row.number, row.cells.iter().map(|cell| cell.shown().into_owned()).collect()))
            .collect()
    }

    #[test]
    fn a_careless_page_is_read_as_excel_opens_it() {
        let page = "<html><head><title>x</title><style>td{mso-number-format:'<\\@'}</style></head><body>\
            <h3>PT A &amp; B</h3>NPP : 24101780<br><!-- <table><tr><td>no</td></tr></table> -->\
            <TABLE border=1><tr><th rowspan=2>No<th colspan=\"2\">Nama a > b\n  c</tr><tr><td>x<td nowrap>y</tr>\
            <tr><td>1</td><td title='>'>MA&#39;RUF<br/>S.Kom</td><td>&nbsp;a < b</td></table></body></html>";
        let sheet = &html(page, &Silent).unwrap()[0];
        let expected = [
            (1, vec!["PT A & B"]),
            (2, vec!["NPP : 24101780"]),
            (3, vec!["No", "Nama a > b c"]),
            (4, vec!["", "x", "y"]),
            (5, vec!["1", "MA'RUF\nS.Kom", "a < b"]),
        ];
        assert_eq!(shown(sheet), expected.map(|(n, row)| (n, row.into_iter().map(String::from).collect())));
    }

    #[test]
    fn an_xml_spreadsheet_keeps_types_and_places() {
        let text = "<?xml version=\"1.0\"?><Workbook xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'>\
            <Styles><Style ss:ID=\"z\"><NumberFormat ss:Format=\"00000000000\"/></Style></Styles>\
            <Worksheet ss:Name=\"A&amp;B\"><Table><Row ss:Index=\"3\"><Cell ss:Index=\"2\"><Data ss:Type=\"String\">\
            a&lt;b</Data><Comment><ss:Data>no</ss:Data></Comment></Cell><Cell ss:StyleID=\"z\"><Data ss:Type=\"Number\">\
            8012345677</Data></Cell></Row><Row><Cell ss:MergeAcross=\"1\"><Data ss:Type=\"DateTime\">\
            1999-01-25T00:00:00.000</Data></Cell><Cell ss:Formula=\"=A1\"/></Row></Table>\
            <WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>";
        let sheet = &spreadsheet_ml(text, &Silent).unwrap()[0];
        assert_eq!((sheet.name.as_deref(), sheet.visible), (Some("A&B"), false));
        assert_eq!(sheet.rows[0].number, 3);
        assert_eq!(
            sheet.rows[0].cells[1..],
            [Cell::text("a<b"), Cell::Number { value: 8_012_345_677.0, format: NumberFormat::ElevenZeros }]
        );
        let date = Cell::Date("1999-01-25".parse().unwrap());
        assert_eq!(sheet.rows[1].cells, [date, Cell::Empty, Cell::FormulaWithoutValue]);
    }

    proptest! {
        #[test]
        fn no_markup_panics(
            text in "(<(/?)(table|tr|td|row|cell|data|script|!--|[A-Z ]{0,3})( a='?[0-9]{0,3}'?)?/?>?|[&#x;é<>=\"']|\\PC){0,40}"
        ) {
            let _ = html(&text, &Silent);
            let _ = spreadsheet_ml(&text, &Silent);
        }
    }
}
