//! The old register's rows, and what would become of each.

use super::Message as Parent;
use crate::domain::date;
use crate::domain::old_register::{Fate, OldCode, OldRow};
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Failure};
use crate::ui::office::Context;
use crate::ui::office::take_over::{self as office, Judged};
use crate::ui::screen::explained;
use crate::ui::theme::{BOLD, Tone, column, space, style};
use crate::ui::widget::{
    Cell, Column, Grid, Width, action, body, caption, chip, figure, hint, muted, quiet_action, tick, title,
};
use crate::workflow::take_over::Choices;
use crate::{i18n, tr};
use iced::widget::{Column as Stack, Row, column as stacked, container, row};
use iced::{Element, Fill, Task};
use std::sync::Arc;

const ROWS: &str = "take-over-rows";
/// Names of sheets that are told; a register by months has twelve a year.
const SHEETS: usize = 4;

pub(super) struct Review {
    pub(super) judged: Judged,
    show: Option<Fate>,
    /// The rows that are shown, by their place.
    rows: Vec<usize>,
    /// Which choice of rows this is.
    revision: u64,
    chosen: Option<usize>,
    judging: bool,
    failure: Option<Failure>,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Show(Option<Fate>),
    Chosen(usize),
    SuggestionsToggled(bool),
    SkipToggled(bool),
    Judged(Result<Judged, Failure>),
}

impl Review {
    pub(super) fn new(judged: Judged) -> Self {
        let mut review =
            Self { judged, show: None, rows: Vec::new(), revision: 0, chosen: None, judging: false, failure: None };
        review.filter();
        review
    }

    pub(super) fn failed(&mut self, failure: Failure) {
        self.failure = Some(failure);
    }

    /// Whether rows may be taken over as things stand.
    pub(super) fn is_ready(&self) -> bool {
        !self.judging && !self.judged.outcome.refused && self.judged.outcome.counts.new > 0
    }

    fn filter(&mut self) {
        let chosen = self.chosen.and_then(|at| self.rows.get(at)).copied();
        let fates = self.judged.fates.iter().enumerate();
        self.rows =
            fates.filter(|(_, fate)| self.show.is_none_or(|show| show == **fate)).map(|(place, _)| place).collect();
        self.chosen = chosen.and_then(|place| self.rows.binary_search(&place).ok());
        self.revision += 1;
    }

    /// Goes to the next row with a problem, from the last one to the first.
    pub(super) fn next_problem(&mut self) {
        let rows = &self.judged.old.rows;
        let has_problem = |at: &usize| {
            self.rows.get(*at).and_then(|place| rows.get(*place)).is_some_and(|row| !row.problems.is_empty())
        };
        let from = self.chosen.map_or(0, |at| at + 1);
        self.chosen = (from..self.rows.len()).find(has_problem).or_else(|| (0..from).find(has_problem)).or(self.chosen);
        // brings it into sight
        self.revision += 1;
    }

    pub(super) fn update(&mut self, message: Message, context: &Context) -> Task<Message> {
        let choices = self.judged.choices;
        match message {
            Message::Show(show) => {
                self.show = show;
                self.filter();
            }
            Message::Chosen(at) => self.chosen = Some(at),
            Message::SuggestionsToggled(take_suggestions) => {
                return self.judge(Choices { take_suggestions, ..choices }, context);
            }
            Message::SkipToggled(skip_rejected) => return self.judge(Choices { skip_rejected, ..choices }, context),
            Message::Judged(result) => {
                self.judging = false;
                match result {
                    Ok(judged) => {
                        self.judged = judged;
                        self.failure = None;
                        self.filter();
                    }
                    Err(failure) => self.failure = Some(failure),
                }
            }
        }
        Task::none()
    }

    fn judge(&mut self, choices: Choices, context: &Context) -> Task<Message> {
        self.judging = true;
        let (folder, old) = (context.folder.clone(), Arc::clone(&self.judged.old));
        job::quick(move || office::judge(&folder, old, choices)).map(Message::Judged)
    }

    fn row(&self, at: usize) -> Option<(&OldRow, Fate)> {
        let place = *self.rows.get(at)?;
        Some((self.judged.old.rows.get(place)?, *self.judged.fates.get(place)?))
    }

    pub(super) fn view<'a>(&'a self, name: &'a str) -> Element<'a, Parent> {
        let another = hint(
            quiet_action(Icon::FileUp, tr!("ui-choose-other"), Some(Parent::Restart)),
            tr!("ui-back-hint"),
            Some(Wish::Cancel),
        );
        let header = row![stacked![title(name), muted(self.about())].spacing(space::XS).width(Fill), another]
            .spacing(space::S)
            .align_y(iced::Center);
        let failure = self.failure.as_ref().map(|failure| explained(failure, Tone::Bad));
        let grid = Grid::new(
            ROWS,
            columns(),
            self.rows.len(),
            |at, column| self.cell(at, column),
            |at| Parent::Review(Message::Chosen(at)),
        )
        .revision(self.revision)
        .chosen(self.chosen)
        .empty(tr!("ui-register-none"));
        stacked![header]
            .push(failure)
            .push(self.chips().map(Parent::Review))
            .push(container(grid).height(Fill))
            .push(self.problems())
            .push(self.end())
            .spacing(space::M)
            .into()
    }

    /// Which sheets were read, and of which days.
    fn about(&self) -> String {
        let old = &self.judged.old;
        let mut parts = Vec::new();
        let mut names: Vec<String> = old
            .sheets
            .iter()
            .take(SHEETS)
            .filter_map(|sheet| {
                let name = sheet.name.as_deref()?;
                Some(tr!("ui-old-sheet", sheet = name, rows = figure(sheet.rows)))
            })
            .collect();
        if old.sheets.len() > SHEETS {
            names.push(tr!("ui-old-sheets-more", count = figure(old.sheets.len() - SHEETS)));
        }
        parts.extend((!names.is_empty()).then(|| names.join(", ")));
        parts.extend(old.days().map(|(first, last)| format!("{} – {}", date::short(first), date::short(last))));
        parts.extend((!old.skipped.is_empty()).then(|| tr!("old-skipped", sheets = old.skipped.join(", "))));
        parts.extend((old.void > 0).then(|| tr!("old-void", void = figure(old.void))));
        parts.join(" · ")
    }

    fn chips(&self) -> Element<'_, Message> {
        let counts = self.judged.outcome.counts;
        let one = |show: Option<Fate>, word: String, count: usize| {
            let (icon, tone) = show.map_or((None, Tone::Plain), |fate| {
                let (icon, tone) = face(fate);
                (Some(icon), tone)
            });
            chip(tone, icon, word, self.show == show, (count > 0 || show.is_none()).then_some(Message::Show(show)))
        };
        let new = counts.new - counts.repeated;
        let repeated = (counts.repeated > 0).then(|| {
            let word = tr!("ui-old-chip-repeated", count = figure(counts.repeated));
            hint(one(Some(Fate::Repeated), word, counts.repeated), tr!("ui-old-repeated-hint"), None)
        });
        Row::with_children([
            one(None, tr!("ui-chip-all", count = figure(counts.rows)), counts.rows),
            one(Some(Fate::New), tr!("ui-old-chip-new", count = figure(new)), new),
        ])
        .push(repeated)
        .push(one(Some(Fate::Known), tr!("ui-old-chip-known", count = figure(counts.known)), counts.known))
        .push(one(Some(Fate::Rejected), tr!("ui-old-chip-rejected", count = figure(counts.rejected)), counts.rejected))
        .spacing(space::S)
        .into()
    }

    fn cell(&self, at: usize, column: usize) -> Cell<'_> {
        let Some((row, fate)) = self.row(at) else { return Cell::text("") };
        let tone = if fate == Fate::Known { Tone::Muted } else { Tone::Plain };
        let entry = row.entry.as_ref();
        // what stands in the file, where it is wrong
        let wrong = |codes: &[OldCode]| row.problems.iter().find(|problem| codes.contains(&problem.code));
        let value = |codes: &[OldCode], read: Option<String>| match wrong(codes) {
            Some(problem) => Cell::text(problem.value.as_str()).ground(face(fate).1),
            None => Cell::text(read.unwrap_or_default()).tone(tone),
        };
        match column {
            0 => Cell::text(self.judged.old.sheet_of(row).unwrap_or("—")).tone(Tone::Muted),
            1 => Cell::text(figure(row.number)).tone(Tone::Muted),
            2 => value(
                &[OldCode::DateMissing, OldCode::DateFormat, OldCode::DateRange, OldCode::DateSwapped],
                entry.map(|entry| date::short(entry.date)),
            ),
            3 => value(
                &[OldCode::NppMissing, OldCode::NppFormat, OldCode::NppLostZero],
                entry.map(|entry| entry.npp.to_string()),
            ),
            4 => value(&[OldCode::CompanyMissing], entry.map(|entry| entry.company.clone())),
            5 => value(&[OldCode::CardsMissing, OldCode::CardsFormat], entry.map(|entry| figure(entry.cards))),
            _ => {
                let (icon, tone) = face(fate);
                let word = match (fate, row.problems.first()) {
                    (Fate::Rejected, Some(problem)) => i18n::old_problem(problem),
                    (Fate::New | Fate::Repeated, Some(_)) => tr!("ui-old-suggested"),
                    (Fate::Repeated, None) => tr!("ui-old-repeated"),
                    (Fate::Known, _) => tr!("ui-old-known"),
                    _ => tr!("ui-old-new"),
                };
                Cell::text(word).icon(icon).tone(tone)
            }
        }
    }

    /// Everything that is wrong with the chosen row.
    fn problems(&self) -> Option<Element<'_, Parent>> {
        let (row, fate) = self.chosen.and_then(|at| self.row(at))?;
        let lines = row.problems.iter().map(|problem| {
            let offer = problem.suggestion.as_deref().map(|value| tr!("old-suggestion", value = value));
            let line = row![face(fate).0.toned(face(fate).1), body(i18n::old_problem(problem)).width(Fill)]
                .push(offer.map(|offer| body(offer).font(BOLD)))
                .spacing(space::S)
                .align_y(iced::Center);
            line.into()
        });
        let lines = (!row.problems.is_empty()).then(|| Stack::with_children(lines).spacing(space::XS))?;
        Some(container(lines).padding([space::S, space::L]).width(Fill).style(style::sheet).into())
    }

    fn end(&self) -> Element<'_, Parent> {
        let outcome = &self.judged.outcome;
        let Choices { take_suggestions, skip_rejected } = self.judged.choices;
        let repairable = self.judged.old.repairable();
        let ticks = row![]
            .push((repairable > 0).then(|| {
                tick(
                    tr!("ui-old-suggestions", count = figure(repairable)),
                    take_suggestions,
                    Message::SuggestionsToggled,
                )
            }))
            .push((outcome.counts.rejected > 0 || skip_rejected).then(|| {
                tick(tr!("ui-skip", count = figure(outcome.counts.rejected)), skip_rejected, Message::SkipToggled)
            }))
            .spacing(space::L);
        let ready = self.is_ready().then_some(Parent::TakeOver);
        let about = if outcome.refused {
            caption(tr!("ui-old-refused"))
        } else if outcome.counts.new == 0 {
            caption(tr!("old-nothing-new"))
        } else {
            caption(tr!("old-cards", cards = figure(outcome.cards))).style(style::ink(Tone::Good))
        };
        let word = tr!("ui-old-take", count = figure(outcome.counts.new));
        let take =
            hint(action(Icon::Download, word, style::primary, ready), tr!("ui-old-take-hint"), Some(Wish::Issue));
        let content =
            row![stacked![Element::from(ticks).map(Parent::Review), about].spacing(space::XS).width(Fill), take]
                .spacing(space::S)
                .align_y(iced::Center);
        container(content).padding([space::M, space::L]).width(Fill).style(style::bar).into()
    }
}

fn columns() -> Vec<Column> {
    vec![
        Column::new(tr!("ui-old-col-sheet"), Width::Fill { portion: 0.5, minimum: column::CELL_MIN }),
        Column::new(tr!("ui-col-row"), Width::Fixed(column::ROW)).right(),
        Column::new(tr!("ui-col-date"), Width::Fixed(column::DATE)),
        Column::new(tr!("ui-col-npp"), Width::Fixed(column::NPP)),
        Column::new(tr!("ui-col-company"), Width::Fill { portion: 1.0, minimum: column::TEXT }),
        Column::new(tr!("ui-col-cards"), Width::Fixed(column::ROW)).right(),
        Column::new(tr!("ui-old-col-fate"), Width::Fill { portion: 1.6, minimum: column::STATUS }),
    ]
}

fn face(fate: Fate) -> (Icon, Tone) {
    match fate {
        Fate::New => (Icon::CircleCheck, Tone::Good),
        Fate::Repeated => (Icon::Check, Tone::Good),
        Fate::Known => (Icon::Book, Tone::Muted),
        Fate::Rejected => (Icon::CircleX, Tone::Bad),
    }
}
