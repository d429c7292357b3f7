//! The rows that the list shows: which there are is known of all of them, what stands in one only while it is near.

use crate::domain::{ReceiptNumber, RegisterEntry};
use crate::ui::office::{Listing, Question};
use crate::workflow::register::{EntryId, Totals};
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Rows read at once beside those in sight, before and behind.
const BESIDE: usize = 60;
/// More rows are read as soon as fewer than so many are known beside those in sight.
const NEAR: usize = 20;
/// So many rows are kept; then those that are far away make room.
const KEPT: usize = 1_000;

/// A number that nothing else in this window has: what another data folder still answers is never taken for this one's.
pub(super) fn number() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.fetch_add(1, Ordering::Relaxed) + 1
}

/// A row: where it stands, and which it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) at: usize,
    pub(crate) id: EntryId,
}

#[derive(Debug, Default)]
pub(super) struct Rows {
    /// What they answer; `None` before the first answer.
    question: Option<Question>,
    ids: Arc<[EntryId]>,
    /// `None`: so far only the first rows are known.
    totals: Option<Totals>,
    known: HashMap<EntryId, RegisterEntry>,
    chosen: Option<Place>,
    /// Other data with each question, another edition whenever something became known.
    revision: u64,
    edition: u64,
    /// What is near, from the moment that it was asked for.
    near: Range<usize>,
    /// Rows are on their way.
    awaited: bool,
    /// Reading rows failed: no more is tried until everything is read anew.
    broken: bool,
}

impl Rows {
    /// How many rows there are, as far as is known.
    pub(super) fn count(&self) -> usize {
        self.ids.len()
    }

    pub(super) fn totals(&self) -> Option<Totals> {
        self.totals
    }

    pub(super) fn revision(&self) -> u64 {
        self.revision
    }

    pub(super) fn edition(&self) -> u64 {
        self.edition
    }

    /// Whether they answer this question, as far as they go.
    pub(super) fn answer_to(&self, question: &Question) -> bool {
        self.question.as_ref() == Some(question)
    }

    pub(super) fn is_unread(&self) -> bool {
        self.question.is_none()
    }

    /// Whether nothing was ever entered.
    pub(super) fn is_empty_register(&self) -> bool {
        let all = self.question.as_ref().is_some_and(|question| question.filter.is_all());
        all && self.totals.is_some() && self.ids.is_empty()
    }

    pub(super) fn place(&self, at: usize) -> Option<Place> {
        self.ids.get(at).map(|id| Place { at, id: *id })
    }

    /// What stands in a row; `None` while it is not known.
    pub(super) fn entry(&self, at: usize) -> Option<&RegisterEntry> {
        self.known.get(self.ids.get(at)?)
    }

    /// Where this receipt stands, among the rows that are known.
    pub(super) fn place_of(&self, number: &ReceiptNumber) -> Option<Place> {
        let mut known = self.known.iter();
        let (id, _) = known.find(|(_, entry)| entry.number.as_ref() == Some(number))?;
        self.find(Place { at: 0, id: *id })
    }

    /// Where a row stands now.
    fn find(&self, place: Place) -> Option<Place> {
        let stays = self.place(place.at).filter(|now| now.id == place.id);
        stays.or_else(|| self.place(self.ids.iter().position(|id| *id == place.id)?))
    }

    pub(super) fn chosen(&self) -> Option<usize> {
        self.find(self.chosen?).map(|place| place.at)
    }

    pub(super) fn chosen_entry(&self) -> Option<&RegisterEntry> {
        self.known.get(&self.chosen?.id)
    }

    /// Gives whether it was another one.
    pub(super) fn choose(&mut self, place: Option<Place>) -> bool {
        let before = std::mem::replace(&mut self.chosen, place);
        before.map(|place| place.id) != place.map(|place| place.id)
    }

    fn beside(&self, seen: &Range<usize>, many: usize) -> Range<usize> {
        let end = seen.end.saturating_add(many).min(self.ids.len());
        seen.start.saturating_sub(many).min(end)..end
    }

    fn unknown(&self, range: Range<usize>) -> impl Iterator<Item = EntryId> {
        self.ids[range].iter().filter(|id| !self.known.contains_key(id)).copied()
    }

    /// Whether rows near those in sight are unknown, and nobody reads them yet.
    pub(super) fn lack(&self, seen: &Range<usize>) -> bool {
        !self.awaited && !self.broken && self.unknown(self.beside(seen, NEAR)).next().is_some()
    }

    /// The rows to read for those in sight; from now on they are awaited.
    pub(super) fn want(&mut self, seen: &Range<usize>) -> Vec<EntryId> {
        self.awaited = true;
        self.near = self.beside(seen, BESIDE);
        self.unknown(self.near.clone()).collect()
    }

    /// The rows that are to be read again together with everything, so that what is seen stays seen.
    pub(super) fn keep(&self, question: &Question) -> Vec<EntryId> {
        let chosen = self.chosen.map(|place| place.id);
        let all = self.answer_to(question);
        self.known.keys().filter(|id| all || chosen == Some(**id)).copied().collect()
    }

    fn answer(&mut self, question: Question, ids: Arc<[EntryId]>) {
        if !self.answer_to(&question) {
            // in another order one begins at the top
            let reordered = self.question.as_ref().is_some_and(|before| before.sort != question.sort);
            self.chosen = self.chosen.filter(|_| !reordered);
            self.question = Some(question);
            self.revision = number();
            self.near = 0..0;
        }
        self.ids = ids;
        self.edition = number();
        self.awaited = false;
        self.broken = false;
    }

    /// The first rows of a question, before all of them are known.
    pub(super) fn begin(&mut self, question: Question, rows: &[(EntryId, RegisterEntry)]) {
        self.answer(question, rows.iter().map(|(id, _)| *id).collect());
        self.totals = None;
        self.make_room();
        self.known.extend(rows.iter().cloned());
    }

    /// All rows of a question.
    pub(super) fn listed(&mut self, question: Question, listing: &Listing) {
        self.answer(question, Arc::clone(&listing.ids));
        self.totals = Some(listing.totals);
        self.known = listing.rows.iter().cloned().collect();
        self.chosen = self.chosen.and_then(|place| self.find(place));
    }

    /// Rows that were read while `edition` was shown; gives whether some are not there any more, so that all must be read anew.
    pub(super) fn add(&mut self, edition: u64, asked: usize, rows: &[(EntryId, RegisterEntry)]) -> bool {
        if edition != self.edition {
            return false;
        }
        self.awaited = false;
        if self.known.len() + rows.len() > KEPT {
            self.make_room();
        }
        self.known.extend(rows.iter().cloned());
        self.edition = number();
        // a backup may have been restored meanwhile
        self.broken = rows.len() < asked;
        self.broken
    }

    pub(super) fn fail(&mut self) {
        self.awaited = false;
        self.broken = true;
    }

    /// Forgets what is neither near nor chosen.
    fn make_room(&mut self) {
        let mut near: HashSet<EntryId> = self.ids[self.beside(&self.near, 0)].iter().copied().collect();
        near.extend(self.chosen.map(|place| place.id));
        self.known.retain(|id, _| near.contains(id));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::office;
    use crate::workflow::register::{Filter, Sort, SortBy};
    use crate::workflow::{Archive, take_over};
    use std::path::Path;

    /// The answer to a question over a register of so many rows, as the window gets it.
    fn listing(folder: &Path, question: &Question, keep: &[EntryId]) -> Arc<Listing> {
        office::listing(folder, question, keep, &crate::progress::Silent).unwrap()
    }

    #[test]
    fn every_row_that_is_shown_is_the_one_that_stands_there() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path();
        let lines =
            (1..=3_000).map(|n| format!("{:02}-01-2024;{:08};PT Contoh {n};{}\n", 1 + n % 28, n % 50, 1 + n % 9));
        let file = folder.join("lama.csv");
        std::fs::write(&file, format!("Tanggal;NPP;Nama Perusahaan;Jumlah KPJ\n{}", lines.collect::<String>()))
            .unwrap();
        let mut archive = Archive::open(folder).unwrap();
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        let old = take_over::read(Some(&archive), &file, &[], today, &crate::progress::Silent).unwrap();
        take_over::take_over(&mut archive, &old, take_over::Choices::default(), &crate::progress::Silent).unwrap();
        let question = Question { filter: Filter::default(), sort: Sort { by: SortBy::Cards, descending: true } };
        let expected =
            crate::workflow::register::entries(&archive, &question.filter, question.sort, usize::MAX).unwrap();
        assert_eq!(expected.len(), 3_000);

        let mut rows = Rows::default();
        assert!(rows.is_unread() && !rows.lack(&(0..20)));
        rows.begin(question.clone(), &office::first_rows(folder, &question).unwrap());
        assert!(rows.totals().is_none() && rows.entry(5) == expected.get(5) && !rows.lack(&(0..20)));
        let revision = rows.revision();
        rows.listed(question.clone(), &listing(folder, &question, &rows.keep(&question)));
        assert_eq!((rows.count(), rows.revision()), (3_000, revision), "the same question: the list stays where it is");
        rows.choose(rows.place(0));
        for start in [0, 30, 60, 90, 2_980, 1_500, 1_520, 700, 2_000, 100, 2_500, 400, 1_000, 0] {
            let seen = start..start + 20;
            if rows.lack(&seen) {
                let wanted = rows.want(&seen);
                assert!(!rows.lack(&seen), "what is awaited is not asked for twice");
                let read = office::rows(folder, &wanted).unwrap();
                assert!(!rows.add(rows.edition(), wanted.len(), &read));
            }
            for at in seen {
                assert_eq!(rows.entry(at), expected.get(at), "{at}");
            }
            assert!(rows.known.len() <= KEPT + 1 && rows.chosen_entry() == expected.first());
        }
        // what was on its way while everything was read anew is late
        let wanted = rows.want(&(1_200..1_220));
        let edition = rows.edition();
        rows.listed(question.clone(), &listing(folder, &question, &rows.keep(&question)));
        assert!(!rows.add(edition, wanted.len(), &[]) && rows.lack(&(1_200..1_220)));
        assert_eq!((rows.entry(0), rows.chosen()), (expected.first(), Some(0)));
        // an answer that lacks rows asks for everything anew, and for no rows before that
        let wanted = rows.want(&(1_200..1_220));
        assert!(rows.add(rows.edition(), wanted.len(), &[]) && !rows.lack(&(1_200..1_220)));
    }
}
