//! The rows of a list as the review shows them.

use crate::domain::{CheckedList, CheckedRow, Code, Field, Problem, RowStatus, Severity, date};
use crate::ui::icon::Icon;
use crate::ui::theme::{Tone, column};
use crate::ui::widget::{Cell, Column, Width};
use crate::workflow::check::Checked;
use crate::workflow::repair::suggestions;
use crate::{i18n, tr};
use std::collections::HashMap;
use std::sync::Arc;

/// The rows of one status, or all, in the file's order.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) checked: Arc<Checked>,
    pub(super) filter: Option<RowStatus>,
    shown: Vec<usize>,
    /// What stood in repaired cells before.
    repaired: HashMap<(u32, Field), String>,
    /// For how many rows with a problem something is offered.
    offers: HashMap<Code, usize>,
    /// Another one for each filter, so that the grid begins at its top.
    pub(super) revision: u64,
    /// The chosen row, by the number that the spreadsheet shows.
    pub(super) chosen: Option<u32>,
}

pub(super) fn status_icon(status: RowStatus) -> Icon {
    match status {
        RowStatus::Ready => Icon::CircleCheck,
        RowStatus::Warning => Icon::Warning,
        RowStatus::Rejected => Icon::CircleX,
    }
}

pub(super) fn status_tone(status: RowStatus) -> Tone {
    match status {
        RowStatus::Ready => Tone::Good,
        RowStatus::Warning => Tone::Warn,
        RowStatus::Rejected => Tone::Bad,
    }
}

/// The tone of a problem.
pub(crate) fn severity_tone(severity: Severity) -> Tone {
    match severity {
        Severity::Warning => Tone::Warn,
        Severity::Error => Tone::Bad,
    }
}

/// The picture of a problem.
pub(crate) fn severity_icon(severity: Severity) -> Icon {
    match severity {
        Severity::Warning => Icon::Warning,
        Severity::Error => Icon::CircleX,
    }
}

impl Table {
    pub(super) fn new(checked: Arc<Checked>) -> Self {
        let list = &checked.list;
        let shown = (0..list.rows.len()).collect();
        // the first row with something to read: nobody has to look for it
        let chosen = list.rows.iter().find(|row| row.status() != RowStatus::Ready).map(|row| row.number);
        let (repaired, offers) = (repaired(list), offers(list));
        Self { checked, filter: None, shown, repaired, offers, revision: 0, chosen }
    }

    pub(super) fn list(&self) -> &CheckedList {
        &self.checked.list
    }

    /// The same list judged anew: filter, place and chosen row stay.
    pub(super) fn replace(&mut self, checked: Arc<Checked>) {
        self.repaired = repaired(&checked.list);
        self.offers = offers(&checked.list);
        self.checked = checked;
        self.filter_rows();
    }

    pub(super) fn show(&mut self, filter: Option<RowStatus>) {
        self.filter = filter;
        self.revision += 1;
        self.filter_rows();
        if self.chosen_at().is_none() {
            self.chosen = self.row(0).map(|row| row.number);
        }
    }

    fn filter_rows(&mut self) {
        let rows = self.checked.list.rows.iter().enumerate();
        let filter = self.filter;
        self.shown =
            rows.filter(|(_, row)| filter.is_none_or(|status| row.status() == status)).map(|(at, _)| at).collect();
    }

    pub(super) fn len(&self) -> usize {
        self.shown.len()
    }

    pub(super) fn row(&self, at: usize) -> Option<&CheckedRow> {
        self.shown.get(at).and_then(|index| self.list().rows.get(*index))
    }

    /// Where the chosen row stands among those shown. Numbers rise with the file's order.
    pub(super) fn chosen_at(&self) -> Option<usize> {
        let number = self.chosen?;
        self.shown.binary_search_by_key(&number, |index| self.list().rows[*index].number).ok()
    }

    pub(super) fn chosen_row(&self) -> Option<&CheckedRow> {
        self.chosen_at().and_then(|at| self.row(at))
    }

    /// For how many rows with this problem something is offered.
    pub(super) fn offers(&self, code: Code) -> usize {
        self.offers.get(&code).copied().unwrap_or_default()
    }

    /// What stood in a cell before it was repaired.
    pub(super) fn before(&self, row: u32, field: Field) -> Option<&str> {
        self.repaired.get(&(row, field)).map(String::as_str)
    }

    /// Chooses the next row with a problem, beginning again at the top; says whether there is one.
    pub(super) fn choose_next_problem(&mut self) -> bool {
        let from = self.chosen.unwrap_or_default();
        let rows = self.shown.iter().filter_map(|index| self.list().rows.get(*index));
        let numbers = rows.filter(|row| !row.problems.is_empty()).map(|row| row.number);
        let next = numbers.clone().find(|number| *number > from).or_else(|| numbers.clone().next());
        if next.is_some() {
            self.reveal(next);
        }
        next.is_some()
    }

    /// Chooses a row and brings it into sight.
    pub(super) fn reveal(&mut self, number: Option<u32>) {
        self.chosen = number;
        self.revision += 1;
    }

    pub(super) fn choose(&mut self, number: Option<u32>) {
        self.chosen = number;
    }

    pub(super) fn columns() -> Vec<Column> {
        vec![
            Column::new(tr!("ui-col-row"), Width::Fixed(column::ROW)).right(),
            Column::new("", Width::Fixed(column::ICON)),
            Column::new(tr!("ui-col-kpj"), Width::Fixed(column::KPJ)),
            Column::new(tr!("ui-col-name"), Width::Fill { portion: 2.0, minimum: column::TEXT }),
            Column::new(tr!("ui-col-nik"), Width::Fixed(column::NIK)),
            Column::new(tr!("ui-col-birth"), Width::Fixed(column::DATE)),
            Column::new(tr!("ui-col-problem"), Width::Fill { portion: 3.0, minimum: column::TEXT }),
        ]
    }

    pub(super) fn cell(&self, at: usize, column: usize) -> Cell<'_> {
        let Some(row) = self.row(at) else { return Cell::text("") };
        let status = row.status();
        let value = |field, text: Option<&str>| {
            let cell = Cell::text(text.unwrap_or("—").to_owned());
            if self.before(row.number, field).is_some() { cell.tone(Tone::Accent).strong() } else { cell }
        };
        match column {
            0 => Cell::text(row.number.to_string()).tone(Tone::Muted),
            1 => Cell::text("").icon(status_icon(status)).tone(status_tone(status)),
            2 => value(Field::Kpj, row.kpj.as_str()),
            3 => value(Field::Name, row.name.as_deref()),
            4 => value(Field::Nik, row.nik.as_str()),
            5 => value(Field::BirthDate, row.birth_date.map(date::short).as_deref()),
            _ => {
                let repaired = Field::ALL.iter().any(|field| self.before(row.number, *field).is_some());
                let words = [repaired.then(|| tr!("ui-repaired")), Some(sentence(row)).filter(|said| !said.is_empty())];
                Cell::text(words.into_iter().flatten().collect::<Vec<_>>().join(" · ")).tone(status_tone(status))
            }
        }
    }
}

fn repaired(list: &CheckedList) -> HashMap<(u32, Field), String> {
    list.edits.iter().map(|edit| ((edit.row, edit.field), edit.old.clone())).collect()
}

fn offers(list: &CheckedList) -> HashMap<Code, usize> {
    Code::ALL.into_iter().map(|code| (code, suggestions(list, code).len())).filter(|(_, count)| *count > 0).collect()
}

/// The gravest problem in words, and how many more there are.
fn sentence(row: &CheckedRow) -> String {
    let worst = row.problems.iter().map(Problem::severity).max();
    let first = row.problems.iter().find(|problem| Some(problem.severity()) == worst).map(i18n::problem);
    match (first, row.problems.len()) {
        (None, _) if row.status() == RowStatus::Rejected => tr!("ui-row-held"),
        (None, _) => String::new(),
        (Some(first), 1) => first,
        (Some(first), count) => format!("(+{}) {first}", count - 1),
    }
}
