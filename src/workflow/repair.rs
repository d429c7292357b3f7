//! Repair: the user changes cells of a checked list, and the list is judged anew. The file stays as it is; what was changed
//! is recorded with the batch when it is issued.

use super::check::{Checked, complete, judge};
use super::{Archive, Error};
use crate::domain::list::Edit;
use crate::domain::{CheckedList, Code, Field};
use crate::progress::Progress;
use chrono::NaiveDate;

/// What the user wants in the place of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Row number as the spreadsheet shows it.
    pub row: u32,
    /// Which column: KPJ, NIK, name, birth date or sex.
    pub field: Field,
    /// What the user types; a date with its day before its month, or in ISO form.
    pub value: String,
}

/// The list with `changes` made, judged as of the day `on`. `checked` stays as it is: it is the way back. A change of a
/// cell that cannot be repaired is passed over.
///
/// # Errors
/// [`Error::Store`] when the register cannot be read, [`Error::Cancelled`].
pub fn repair(
    archive: Option<&Archive>,
    checked: &Checked,
    changes: &[Change],
    on: NaiveDate,
    progress: &dyn Progress,
) -> Result<Checked, Error> {
    let mut table = checked.table.clone();
    for Change { row, field, value } in changes {
        table.edit(*row, *field, value);
    }
    Ok(Checked {
        told: checked.told.clone(),
        kpj_from: checked.kpj_from.clone(),
        file: checked.file.clone(),
        seconds: checked.seconds.clone(),
        ..judge(archive, table, on, progress)?
    })
}

/// A list that was read once more, completed and repaired as it was `before`, judged as of the day `on`.
///
/// # Errors
/// As [`repair`], and [`Error::Import`] where a second list can no longer be read.
pub fn as_before(
    archive: Option<&Archive>,
    mut read: Checked,
    before: &Checked,
    on: NaiveDate,
    progress: &dyn Progress,
) -> Result<Checked, Error> {
    for second in before.seconds.iter().skip(read.seconds.len()) {
        read = complete(archive, &read, second, on, progress)?;
    }
    let again = |edit: &Edit| Change { row: edit.row, field: edit.field, value: edit.new.clone() };
    let changes: Vec<_> = before.list.edits.iter().map(again).collect();
    if changes.is_empty() { Ok(read) } else { repair(archive, &read, &changes, on, progress) }
}

/// What the program offers for every row with the problem `code`: a change for each row that has an offer.
#[must_use]
pub fn suggestions(list: &CheckedList, code: Code) -> Vec<Change> {
    let of_row = |row: &crate::domain::CheckedRow| {
        let problem = row.problems.iter().find(|problem| problem.code == code)?;
        Some(Change { row: row.number, field: problem.field?, value: problem.suggestion.clone()? })
    };
    list.rows.iter().filter_map(of_row).collect()
}
