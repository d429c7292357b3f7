//! Repairs that the user makes: they lie over the cells of the file, which stay as they were read.

use super::date::{self, Order};
use super::row::{Dated, Day, Reading};
use super::sheet::Cell;
use super::table::Table;
use crate::domain::list::Edit;
use crate::domain::{Field, date::short};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A repaired cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Repair {
    /// What the file says, as people read it.
    old: String,
    /// What the user says.
    cell: Cell,
}

impl Table {
    /// Puts `value` in the place of a cell, as if the company had typed it into a text cell; in a date the day stands
    /// before the month, whatever the column's custom. `row` is the number that the spreadsheet shows.
    ///
    /// Returns whether there is such a cell: only KPJ, NIK, name, birth date and sex of a row with a person can be
    /// repaired, and a birth date only in a list that has them.
    pub fn edit(&mut self, row: u32, field: Field, value: &str) -> bool {
        let Ok(place) = self.rows.binary_search_by_key(&row, |row| row.number) else { return false };
        let Some(shown) = self.shown(place, field) else { return false };
        let cell = match (field, date::parse(value)) {
            (Field::BirthDate, Some(written)) => {
                written.read(Order::DayFirst, |_| None).map_or_else(|| Cell::text(value), Cell::Date)
            }
            _ => Cell::text(value),
        };
        let old = self.edits.remove(&(place, field)).map_or(shown, |earlier| earlier.old);
        self.edits.insert((place, field), Repair { old, cell });
        true
    }

    /// The repairs, by row: what the file says and what the user says.
    #[must_use]
    pub fn edits(&self) -> Vec<Edit> {
        let edit = |(&(place, field), repair): (&(usize, Field), &Repair)| {
            let new = self.shown(place, field)?;
            Some(Edit { row: self.rows[place].number, field, old: repair.old.clone(), new })
        };
        self.edits.iter().filter_map(edit).collect()
    }

    /// What the user put in the place of a cell.
    pub(super) fn edited(&self, place: usize, field: Field) -> Option<&Cell> {
        self.edits.get(&(place, field)).map(|repair| &repair.cell)
    }

    /// What stands at a field now, as people read it; `None` for a field that cannot be repaired.
    fn shown(&self, place: usize, field: Field) -> Option<String> {
        let reading = self.reading(place);
        match field {
            Field::Kpj => {
                Some(self.completed(place).map_or_else(|| reading.kpj.shown().into_owned(), |kpj| kpj.to_string()))
            }
            Field::Nik => Some(reading.nik.shown().into_owned()),
            Field::Name => Some(reading.name.shown().into_owned()),
            Field::Sex => Some(reading.sex.shown().into_owned()),
            Field::BirthDate if self.columns.birth_date.is_some() => Some(match reading.birth_date.day() {
                Day::Empty | Day::FormulaWithoutValue => String::new(),
                Day::Date(date) => short(date),
                Day::Written(_, text) | Day::Unreadable(text) => text.into_owned(),
            }),
            _ => None,
        }
    }
}

impl<'a> Reading<'a> {
    /// The reading with a repaired cell in place of the file's.
    pub(super) fn repaired(mut self, field: Field, Repair { cell, .. }: &'a Repair) -> Self {
        match field {
            Field::Kpj => self.kpj = cell,
            Field::Nik => self.nik = cell,
            Field::Name => self.name = Cow::Borrowed(cell),
            Field::Sex => self.sex = cell,
            Field::BirthDate => self.birth_date = Dated { cell, epoch_1904: false },
            Field::MembershipDate | Field::IdentityKind | Field::Npp | Field::Company => {}
        }
        self
    }
}
