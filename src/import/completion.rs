//! KPJ numbers from a second list: templates for new workers have no column for them, wage files do (DOMAIN.md,
//! section 2).

use super::check::is_missing;
use super::table::Table;
use crate::domain::{Kpj, Nik};
use std::collections::{HashMap, HashSet};

/// What a second list gave, and what did not match on either side. Rows are numbers that the user sees.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Completion {
    /// How many rows got a number.
    pub completed: usize,
    /// Rows of the list that still have no number.
    pub missing: Vec<u32>,
    /// Those of them whose NIK stands in the second list with more than one number.
    pub ambiguous: Vec<u32>,
    /// Rows of the second list that nobody needed.
    pub unused: Vec<u32>,
}

impl Table {
    /// Completes missing KPJ numbers from a second list, joined on NIK (`--kpj-from`). A NIK that stands there with
    /// two numbers completes nothing, and a number that is there already, even a wrong one, is never replaced.
    pub fn complete_kpj(&mut self, other: &Self) -> Completion {
        let mut known: HashMap<Nik, Option<Kpj>> = HashMap::new();
        let offers: Vec<Option<Nik>> = (0..other.rows.len())
            .map(|place| {
                let (nik, kpj) = (other.nik(place)?, other.kpj(place)?);
                known.entry(nik).and_modify(|one| *one = one.filter(|one| *one == kpj)).or_insert(Some(kpj));
                Some(nik)
            })
            .collect();
        let mut completion = Completion::default();
        let mut wanted = HashSet::new();
        for place in 0..self.rows.len() {
            if !is_missing(self.reading(place).kpj) || self.completed.contains_key(&place) {
                continue;
            }
            let offer = self.nik(place).and_then(|nik| Some((nik, *known.get(&nik)?)));
            wanted.extend(offer.map(|(nik, _)| nik));
            if let Some((_, Some(kpj))) = offer {
                self.completed.insert(place, kpj);
                completion.completed += 1;
                continue;
            }
            let row = self.rows[place].number;
            completion.missing.push(row);
            if offer.is_some() {
                completion.ambiguous.push(row);
            }
        }
        let unused = |nik: &Option<Nik>| nik.is_none_or(|nik| !wanted.contains(&nik));
        let rows = other.rows.iter().zip(&offers).filter(|(_, nik)| unused(nik));
        completion.unused = rows.map(|(row, _)| row.number).collect();
        completion
    }
}
