//! A list as text, to be kept until it is issued: the rows that the door let in, what a second list completed and what
//! the user repaired. The company's file may be moved or thrown away meanwhile.

use super::edit::Repair;
use super::table::Table;
use crate::domain::{Field, Kpj};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The form of the text; a list kept in another form cannot be read.
const EDITION: u32 = 1;

/// A list that was kept by an edition of the program that wrote it in another form, or that was damaged.
#[derive(Debug, thiserror::Error)]
#[error("the kept list cannot be read")]
pub struct Unreadable;

#[derive(Debug, Serialize, Deserialize)]
struct Kept<'a> {
    edition: u32,
    table: Cow<'a, Table>,
    completed: Vec<(usize, String)>,
    edits: Vec<(usize, Field, Cow<'a, Repair>)>,
}

impl Table {
    /// The list as text that [`Table::from_kept`] reads. Holds people's data: for the database, for nothing else.
    #[must_use]
    pub fn to_kept(&self) -> String {
        let kept = Kept {
            edition: EDITION,
            table: Cow::Borrowed(self),
            completed: self.completed.iter().map(|(place, kpj)| (*place, kpj.to_string())).collect(),
            edits: self.edits.iter().map(|((place, field), edit)| (*place, *field, Cow::Borrowed(edit))).collect(),
        };
        // Numbers, texts and dates: nothing that JSON cannot say.
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// Reads a kept list.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub fn from_kept(text: &str) -> Result<Self, Unreadable> {
        let Kept { edition, table, completed, edits } = serde_json::from_str(text).map_err(|_| Unreadable)?;
        let mut table = table.into_owned();
        let rows = table.rows.len();
        if edition != EDITION {
            return Err(Unreadable);
        }
        for (place, kpj) in completed {
            table.completed.insert(place, Kpj::parse(&kpj).map_err(|_| Unreadable)?);
        }
        table.edits = edits.into_iter().map(|(place, field, edit)| ((place, field), edit.into_owned())).collect();
        let last = table.completed.keys().chain(table.edits.keys().map(|(place, _)| place)).max();
        if rows == 0 || last.is_some_and(|place| *place >= rows) { Err(Unreadable) } else { Ok(table) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::{ReadOptions, read_text};
    use super::*;
    use crate::progress::Silent;

    #[test]
    fn a_list_comes_back_as_it_was_kept() {
        let text = "No. KPJ\tNIK\tNama\tTgl Lahir\n\
                    24123456782\t3522012501990001\tSITI AMINAH\t25-01-1999\n\
                    \t3522016501990001\tBUDI \"BUDI\"\t01/02/1999\n";
        let mut table = read_text(text, "daftar", &ReadOptions::default(), &Silent).unwrap();
        table.completed.insert(1, Kpj::parse("24000000018").unwrap());
        assert!(table.edit(2, Field::BirthDate, "25-01-1999") && table.edit(3, Field::Name, "BUDI"));
        assert_eq!(Table::from_kept(&table.to_kept()).unwrap(), table);

        // sixteen digits in a numeric cell keep their last one
        let mut numeric = table.clone();
        numeric.rows[0].cells[1] = super::super::sheet::Cell::number(3_522_012_501_990_001.0);
        assert_eq!(Table::from_kept(&numeric.to_kept()).unwrap(), numeric);

        for damaged in ["", "{}", &table.to_kept().replace("\"edition\":1", "\"edition\":2")] {
            assert!(Table::from_kept(damaged).is_err());
        }
        table.completed.insert(7, Kpj::parse("24000000018").unwrap());
        assert!(Table::from_kept(&table.to_kept()).is_err());
    }
}
