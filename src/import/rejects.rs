//! The rows that need the company's hand, as a workbook that goes back to it: its own columns in their order, what is
//! wrong in colour, and the reasons in a last column.
//!
//! Whatever comes back is read like any list, so nothing may be judged better than it was only because it went through
//! this workbook: a damaged NIK must not become a sound text, nor a day and a month change places unseen. Columns that
//! stayed outside (`door`) go back with their title and empty: the order is the company's, the
//! contents it has itself.

use super::date::{self, Order};
use super::row::{self, Day, Reading};
use super::sheet::{Cell, Row};
use super::table::Table;
use crate::domain::date::{long, short};
use crate::domain::{CheckedList, CheckedRow, Code, Field, Kpj, Nik, Problem, RowStatus, Severity};
use crate::export::{ExportError, write_workbook};
use crate::i18n::{self, Language};
use chrono::Datelike;
use i18n_embed_fl::fl;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use std::path::Path;

/// Title of the column with the reasons; reading knows it again and leaves it alone.
pub const REASON: &str = "Alasan";

/// The spreadsheet's own number format "Text".
const TEXT: u8 = 49;

/// A spreadsheet's cell takes this many characters, less some.
const LONGEST_TEXT: usize = 32_000;

/// Writes the rows with problems, in the words of the company's language, and returns how many they are. Rows for which
/// `settled` holds are left out. Without any such row the workbook holds the titles only.
///
/// # Errors
/// [`ExportError`]; an older file under the same name then stays as it was.
pub fn write(
    table: &Table,
    list: &CheckedList,
    settled: &dyn Fn(&CheckedRow) -> bool,
    path: &Path,
) -> Result<usize, ExportError> {
    let of_file: Vec<&Problem> = list.problems.iter().filter(|p| p.severity() == Severity::Error).collect();
    let back = |checked: &&CheckedRow| {
        (!checked.problems.is_empty() || !of_file.is_empty() && checked.status() == RowStatus::Rejected)
            && !settled(checked)
    };
    let rows: Vec<(usize, &CheckedRow)> = list.rows.iter().enumerate().filter(|(_, row)| back(row)).collect();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    Sheet { table, list, of_file: &of_file, styles: Styles::new(), columns: own_columns(table) }
        .fill(sheet, &rows)
        .map_err(|error| ExportError { path: path.to_owned(), source: error.into() })?;
    write_workbook(path, &mut workbook)?;
    Ok(rows.len())
}

/// The file's own columns; reasons of an earlier journey are no part of it.
fn own_columns(table: &Table) -> Vec<usize> {
    let widest = table.rows.iter().map(|row| row.cells.len()).chain([table.header.cells.len()]).max();
    let reason = |column: &usize| table.header.cell(*column).shown().eq_ignore_ascii_case(REASON);
    (0..widest.unwrap_or_default()).filter(|column| !reason(column) || !fields(table, *column).is_empty()).collect()
}

/// The fields that a column is read for; an identity and a KPJ may share one.
fn fields(table: &Table, column: usize) -> Vec<Field> {
    Field::ALL.into_iter().filter(|field| table.columns.of(*field).contains(&column)).collect()
}

struct Styles {
    head: Format,
    text: Format,
    error: Format,
    warning: Format,
    reason: Format,
    note: Format,
}

impl Styles {
    fn new() -> Self {
        // Text everywhere: a NIK that is typed into such a cell keeps its digits, a date its order.
        let text = Format::new().set_num_format_index(TEXT).set_align(FormatAlign::Top);
        let coloured =
            |ground, ink| text.clone().set_background_color(Color::RGB(ground)).set_font_color(Color::RGB(ink));
        Self {
            head: Format::new().set_bold().set_num_format_index(TEXT).set_border_bottom(FormatBorder::Thin),
            error: coloured(0xFF_C7_CE, 0x9C_00_06),
            warning: coloured(0xFF_EB_9C, 0x7F_49_00),
            reason: text.clone().set_text_wrap(),
            note: Format::new().set_italic(),
            text,
        }
    }
}

struct Sheet<'a> {
    table: &'a Table,
    list: &'a CheckedList,
    of_file: &'a [&'a Problem],
    styles: Styles,
    columns: Vec<usize>,
}

impl Sheet<'_> {
    fn fill(&self, sheet: &mut Worksheet, rows: &[(usize, &CheckedRow)]) -> Result<(), XlsxError> {
        let Self { table, list, styles, columns, .. } = self;
        // The sheet's own name, where a workbook takes it (a text file has none, a web page any).
        if list.sheet.as_ref().is_none_or(|name| sheet.set_name(name).is_err()) {
            sheet.set_name("Daftar")?;
        }
        // Whose list it is must come back with it: the file's name may change on the way.
        let company = &list.company;
        let npp = company.npp.map(|npp| format!("NPP : {npp}"));
        let name = company.name.as_ref().map(|name| format!("Nama Perusahaan : {name}"));
        let note = fl!(i18n::words_of(Language::Id), "rejects-note", file = list.file.as_str());
        let mut at = 0;
        for line in [npp, name].into_iter().flatten() {
            sheet.write_string(at, 0, clean(&line))?;
            at += 1;
        }
        sheet.write_string_with_format(at, 0, clean(&note), &styles.note)?;
        let head = at + 1;
        for (at, column) in (0u16..).zip(columns) {
            sheet.set_column_width(at, self.width(*column))?;
            sheet.set_column_format(at, &styles.text)?;
            sheet.write_string_with_format(head, at, clean(&table.header.cell(*column).shown()), &styles.head)?;
        }
        let last = u16::try_from(columns.len()).unwrap_or(u16::MAX);
        sheet.set_column_width(last, 70)?;
        sheet.write_string_with_format(head, last, REASON, &styles.head)?;
        sheet.set_freeze_panes(head + 1, 0)?;
        for (at, (place, checked)) in (head + 1..).zip(rows) {
            self.row(sheet, at, *place, checked)?;
            sheet.write_string_with_format(at, last, clean(&self.reason(checked)), &styles.reason)?;
        }
        Ok(())
    }

    fn row(&self, sheet: &mut Worksheet, at: u32, place: usize, checked: &CheckedRow) -> Result<(), XlsxError> {
        let reading = self.table.reading(place);
        let row = &self.table.rows[place];
        for (at_column, column) in (0u16..).zip(&self.columns) {
            let fields = self.fields_here(*column, row);
            let cell = match fields[..] {
                // A name in parts that was repaired as a whole stands in the first.
                [field] => self.table.edited(place, field).map_or(row.cell(*column), |repaired| {
                    if self.table.columns.of(field).first() == Some(column) { repaired } else { &Cell::Empty }
                }),
                _ => row.cell(*column),
            };
            let worst = checked
                .problems
                .iter()
                .chain(self.of_file.iter().copied())
                .filter(|problem| fields.iter().any(|field| concerns(problem, *field)))
                .map(Problem::severity)
                .max();
            let style = match worst {
                Some(Severity::Error) => &self.styles.error,
                Some(Severity::Warning) => &self.styles.warning,
                None => &self.styles.text,
            };
            let text = clean(&self.text(&fields, cell, &reading, checked));
            sheet.write_string_with_format(at, at_column, text, style)?;
        }
        Ok(())
    }

    /// The fields of a column in this row: `NOMOR_IDENTITAS_KPJ` holds one of two.
    fn fields_here(&self, column: usize, row: &Row) -> Vec<Field> {
        let columns = &self.table.columns;
        if columns.nik_or_kpj != Some(column) || columns.kpj == Some(column) || columns.nik == Some(column) {
            return fields(self.table, column);
        }
        let (cell, reading) = (row.cell(column), row::read(row, columns, self.table.epoch_1904));
        let held = |cell_read: &Cell| !cell.is_empty() && std::ptr::eq(cell_read, cell);
        match (held(reading.kpj), held(reading.nik)) {
            (true, _) => vec![Field::Kpj],
            (_, true) => vec![Field::Nik],
            _ => fields(self.table, column),
        }
    }

    /// What goes into a cell: what stood there, as text that says no more than the cell did.
    fn text(&self, fields: &[Field], cell: &Cell, reading: &Reading<'_>, checked: &CheckedRow) -> String {
        let has = |code: Code| checked.problems.iter().any(|problem| problem.code == code);
        let shown = match cell {
            // As text these words would be a name or a place of birth.
            Cell::Error(_) => String::new(),
            cell => cell.shown().into_owned(),
        };
        let [field] = fields else { return shown };
        match field {
            Field::Kpj => {
                let own = checked.kpj.number();
                match own.filter(|_| ![Code::KpjMissing, Code::KpjFormat, Code::KpjLostZero].into_iter().any(has)) {
                    // Also one from the second list, and one whose zero only the cell's format shows.
                    Some(kpj) => kpj.to_string(),
                    None => doubtful(shown, |text| Kpj::parse(text).is_ok()),
                }
            }
            Field::Nik if has(Code::NikDamaged) && matches!(cell, Cell::Number { .. }) => {
                // The last digit is not known; as a text it would look as if it were.
                let mut digits = shown;
                digits.pop();
                digits + "?"
            }
            Field::Nik if has(Code::NikFormat) => doubtful(shown, |text| Nik::parse(text).is_ok()),
            Field::BirthDate => self.birth_date(shown, cell, checked),
            Field::MembershipDate => match reading.membership_date.day() {
                Day::Date(date) => short(date),
                Day::Written(written, _) if matches!(cell, Cell::Number { .. }) => {
                    written.read(Order::DayFirst, |_| None).map_or(shown, short)
                }
                _ => shown,
            },
            _ => shown,
        }
    }

    /// A birth date in a form that can be read one way only, whatever the rest of the column will look like.
    fn birth_date(&self, shown: String, cell: &Cell, checked: &CheckedRow) -> String {
        let Some(date) = checked.birth_date else {
            return doubtful(shown, |text| {
                date::parse(text).is_some_and(|written| written.read(Order::DayFirst, |_| None).is_some())
            });
        };
        let disagrees = checked.problems.iter().any(|problem| problem.code == Code::NikBirthDate);
        // "Bojonegoro, 05-04-1990" keeps its place of birth.
        let (before, _) = shown.split_at(shown.find(|c: char| c.is_ascii_digit()).unwrap_or(0));
        match cell {
            // Rows that agree tell the next reading which way round the column is; this one must not need them.
            Cell::Text(_) if disagrees && date.day() <= 12 => format!("{before}{}", long(date)),
            Cell::Text(_) if self.table.order == Order::DayFirst => shown,
            Cell::Text(_) => format!("{before}{}", short(date)),
            _ if disagrees && date.day() <= 12 => long(date),
            _ => short(date),
        }
    }

    fn width(&self, column: usize) -> f64 {
        match fields(self.table, column).first() {
            Some(Field::Name | Field::Company) => 34.0,
            Some(Field::Nik) => 20.0,
            Some(Field::Sex) => 8.0,
            Some(_) => 16.0,
            None => {
                let title = self.table.header.cell(column).shown().chars().count().clamp(4, 22);
                f64::from(u8::try_from(title).unwrap_or(22)) + 2.0
            }
        }
    }

    fn reason(&self, checked: &CheckedRow) -> String {
        let sentences = self.of_file.iter().copied().chain(&checked.problems).map(i18n::problem_in_indonesian);
        let sentences = sentences.collect::<Vec<_>>().join("\n");
        fl!(i18n::words_of(Language::Id), "rejects-reason", row = checked.number.to_string(), reasons = sentences)
    }
}

fn concerns(problem: &Problem, field: Field) -> bool {
    match problem.code {
        Code::NikColumnIsEmployeeNumber => field == Field::Nik,
        _ => problem.field == Some(field),
    }
}

/// A text that was refused as a number and would pass as text gets a mark that refuses it again.
fn doubtful(text: String, passes: impl Fn(&str) -> bool) -> String {
    if passes(&text) { text + "?" } else { text }
}

/// Without what a workbook cannot hold: signs that control a printer, and more characters than a cell takes.
fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).take(LONGEST_TEXT).collect()
}
