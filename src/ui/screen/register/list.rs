//! How the list asks the register: first for the rows at its top, then for all, then for those that come near.

use super::filters::{self, Filters};
use super::rows::Place;
use super::{Action, Message, Register};
use crate::domain::{Kpj, Npp, ReceiptNumber};
use crate::ui::job;
use crate::ui::office::{self, Context, Question};
use crate::workflow::register::{Sort, SortBy};
use iced::Task;
use std::time::Duration;

/// A pause in typing; what is typed before it ends is asked for together.
const PAUSE: Duration = Duration::from_millis(if cfg!(test) { 0 } else { 160 });

/// The columns that the list is sorted by, as they stand.
pub(super) const COLUMNS: [SortBy; 7] =
    [SortBy::Date, SortBy::Number, SortBy::Npp, SortBy::Company, SortBy::Cards, SortBy::Status, SortBy::Ro];

impl Register {
    /// What the filters and the order ask for; `None` while something in them cannot be read.
    pub(super) fn question(&self) -> Option<Question> {
        Some(Question { filter: self.filters.filter()?, sort: self.sort })
    }

    /// Asks for all rows. Those that are shown stay until the answer comes; an older question is not answered any more.
    pub(super) fn ask(&mut self, context: &Context) -> Task<Message> {
        let Some(question) = self.question() else { return Task::none() };
        self.asked = super::rows::number();
        self.asking = Some(question.clone());
        let asked = self.asked;
        // a search is answered as a whole: its first rows are found no sooner
        let begins = question.filter.search.is_none() && !self.rows.answer_to(&question);
        let first = if begins {
            let (folder, question) = (context.folder.clone(), question.clone());
            job::quick(move || office::first_rows(&folder, &question)).map(move |rows| Message::Begun(asked, rows))
        } else {
            Task::none()
        };
        let (folder, keep) = (context.folder.clone(), self.rows.keep(&question));
        let (reading, all) = job::silent(move |progress| office::listing(&folder, &question, &keep, progress));
        self.reading = Some(reading);
        Task::batch([first, all.map(move |listing| Message::Listed(asked, listing))])
    }

    /// Asks anew with other filters.
    fn ask_with(&mut self, filters: Filters, context: &Context) -> Action {
        self.filters = filters;
        Action::Run(self.ask(context))
    }

    /// Shows one receipt, chosen as soon as it is found.
    pub(crate) fn show(&mut self, number: &ReceiptNumber, context: &Context) -> Action {
        self.sought = Some(number.clone());
        // nothing of the one before stays in sight
        (self.dossier, self.batch, self.deed) = (None, None, None);
        self.rows.choose(None);
        self.ask_with(Filters::of_search(&number.to_string()), context)
    }

    /// Shows the rows of one company.
    pub(crate) fn show_company(&mut self, npp: Npp, context: &Context) -> Action {
        self.ask_with(Filters::of_company(npp), context)
    }

    /// Sorts by a column; by the same one the other way round.
    fn sort_by(&mut self, by: SortBy, context: &Context) -> Action {
        let descending = if self.sort.by == by {
            !self.sort.descending
        } else {
            // names from A on, the newest and the most first
            matches!(by, SortBy::Date | SortBy::Number | SortBy::Cards)
        };
        self.sort = Sort { by, descending };
        Action::Run(self.ask(context))
    }

    /// Sorts by a column so many places farther.
    pub(super) fn sort_beside(&mut self, step: usize, context: &Context) -> Action {
        let at = COLUMNS.iter().position(|by| *by == self.sort.by).unwrap_or_default();
        self.sort_by(COLUMNS[(at + step) % COLUMNS.len()], context)
    }

    pub(super) fn sort_other_way(&mut self, context: &Context) -> Action {
        self.sort_by(self.sort.by, context)
    }

    pub(super) fn update_list(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::Refresh => return Action::Run(self.ask(context)),
            Message::Filter(message) => {
                let typing = message.is_typing();
                self.filters.update(message, (context.today)());
                if !typing {
                    return Action::Run(self.ask(context));
                }
                self.typed += 1;
                return Action::Run(job::later(PAUSE, Message::TypingPaused(self.typed)));
            }
            Message::TypingPaused(typed) if typed == self.typed => return Action::Run(self.ask(context)),
            Message::SortedBy(by) => return self.sort_by(by, context),
            Message::Begun(asked, Ok(rows)) if asked == self.asked && self.listed < asked => {
                if let Some(question) = self.asking.clone() {
                    self.rows.begin(question, &rows);
                }
            }
            Message::Listed(asked, Ok(listing)) if asked == self.asked => {
                let Some(question) = self.asking.clone() else { return Action::None };
                self.failure = None;
                self.listed = asked;
                self.reading = None;
                self.rows.listed(question, &listing);
                self.officers.clone_from(&listing.officers);
                if let Some(number) = self.sought.take() {
                    self.rows.choose(self.rows.place_of(&number));
                }
                // a KPJ leads to its receipt
                if self.rows.chosen().is_none() && Kpj::parse(&self.filters.search).is_ok() {
                    self.rows.choose(self.rows.place(0));
                }
                return Action::Run(self.read_dossier(context));
            }
            Message::Listed(asked, Err(failure)) if asked == self.asked => self.failure = Some(failure),
            Message::Seen(seen) => {
                let wanted = self.rows.want(&seen);
                let (edition, count, folder) = (self.rows.edition(), wanted.len(), context.folder.clone());
                return Action::Run(
                    job::quick(move || office::rows(&folder, &wanted))
                        .map(move |rows| Message::Read(edition, count, rows)),
                );
            }
            Message::Read(edition, count, Ok(rows)) => {
                let unread = self.rows.chosen_entry().is_none();
                if self.rows.add(edition, count, &rows) {
                    return Action::Run(self.ask(context));
                }
                if unread && self.rows.chosen_entry().is_some() {
                    return Action::Run(self.read_dossier(context));
                }
            }
            Message::Read(edition, _, Err(failure)) if edition == self.rows.edition() => {
                self.rows.fail();
                self.failure = Some(failure);
            }
            Message::EntryChosen(place) => return Action::Run(self.choose(place, context)),
            // what comes late answers a question that nobody asks any more
            _ => {}
        }
        Action::None
    }

    pub(super) fn choose(&mut self, place: Option<Place>, context: &Context) -> Task<Message> {
        if self.rows.choose(place) {
            (self.dossier, self.batch) = (None, None);
            self.deed = self.deed.take().filter(super::deed::Deed::is_of_no_receipt);
        }
        self.read_dossier(context)
    }

    /// Shows everything again, if anything was filtered.
    pub(super) fn clear(&mut self, context: &Context) -> Action {
        if !self.filters.is_set() {
            return Action::None;
        }
        self.update_list(Message::Filter(filters::Message::Cleared), context)
    }
}
