//! The step between reading and issuing: what was read, what is wrong with it, and what shall be done.

use super::exchange::{self, Purpose};
use super::obstacle::Obstacle;
use super::particulars::{self, Particulars};
use super::repair::{self, Repairs};
use super::table::{Table, severity_icon, severity_tone, status_icon, status_tone};
use super::{Action, columns};
use crate::domain::mapping::MappingOrigin;
use crate::domain::{Counts, Field, Npp, Paper, RowStatus, Settings, Severity, SheetSettings};
use crate::tr;
use crate::ui::desktop::Answer;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Failure, Handle};
use crate::ui::office::{self, Context, Known, Reading, Source};
use crate::ui::screen::asked::Asked;
use crate::ui::screen::{explained, settings::papers};
use crate::ui::theme::{Tone, measure, space, style};
use crate::ui::widget::{
    Grid, action, caption, chip, field, figure, hint, input, note, question, quiet_action, segments, tick, title,
};
use crate::workflow::check::Checked;
use crate::workflow::issue::{Choices, Particulars as Given, Reason};
use crate::workflow::pending;
use crate::workflow::places_on;
use crate::workflow::rejects::Rejects;
use crate::{i18n, ui::widget::badge};
use chrono::NaiveDate;
use iced::widget::{Column, Row, Space, column, container, row};
use iced::{Element, Fill, Task};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The rows.
pub(super) const ROWS: &str = "review-rows";

pub(super) struct Review {
    pub(super) source: Source,
    pub(super) table: Table,
    pub(super) counts: Counts,
    pub(super) particulars: Particulars,
    pub(super) paper: Paper,
    pub(super) standard_paper: Paper,
    /// How many cards a sheet holds, and at which of its places the first one lies, as typed.
    pub(super) sheet: SheetSettings,
    pub(super) start: String,
    pub(super) accept: bool,
    pub(super) skip: bool,
    /// Why the last work came to nothing.
    pub(super) trouble: Option<Failure>,
    /// A path is asked for.
    pub(super) asked: Option<Asked<Purpose>>,
    /// Work on the list, during which nothing else begins.
    pub(super) work: Option<Work>,
    pub(super) repairs: Repairs,
}

/// Work on the list.
#[derive(Debug)]
pub(super) struct Work {
    handle: Handle,
    begun: Instant,
    /// It takes long enough to be spoken of.
    slow: bool,
}

impl Work {
    pub(super) fn new(handle: Handle) -> Self {
        Self { handle, begun: Instant::now(), slow: false }
    }
}

/// After this long, work is spoken of.
const SLOW: Duration = Duration::from_millis(300);

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Particulars(particulars::Message),
    CompanyFound(Npp, Option<Known>),
    Show(Option<RowStatus>),
    RowChosen(u32),
    /// Esc: stops the work, else closes what is open.
    Cancel,
    Repair(repair::Message),
    /// A file is wanted.
    Ask(Purpose),
    Answered(Purpose, Answer),
    PathTyped(String),
    PathGiven,
    SentBack(PathBuf, Result<Option<Rejects>, Failure>),
    Completed(job::Event<Arc<Checked>>),
    PaperChosen(Paper),
    StartTyped(String),
    AcceptToggled(bool),
    SkipToggled(bool),
    Preview,
    Issue,
    Restart,
    /// The user wants to say which column is what.
    ShowColumns,
    /// What was said of lists with these titles shall count no more.
    Forget,
    Forgotten(Result<bool, Failure>),
}

/// A task of this step as the screen's.
pub(super) fn run(task: Task<Message>) -> Action {
    Action::Run(task.map(super::Message::Review))
}

impl Review {
    pub(super) fn new(reading: &Reading, today: NaiveDate) -> Self {
        Self {
            source: reading.source.clone(),
            counts: reading.checked.list.counts(),
            table: Table::new(Arc::clone(&reading.checked)),
            particulars: Particulars::new(reading, today),
            paper: reading.settings.paper,
            standard_paper: reading.settings.paper,
            sheet: reading.settings.sheet,
            start: "1".into(),
            accept: false,
            skip: false,
            trouble: None,
            asked: None,
            work: None,
            repairs: Repairs::default(),
        }
    }

    pub(super) fn settings_saved(&mut self, office: &Settings) {
        self.sheet = office.sheet;
        // a paper that was chosen for this list alone stays
        if self.paper == std::mem::replace(&mut self.standard_paper, office.paper) {
            self.paper = office.paper;
        }
    }

    /// Keeps what was typed and chosen while the list had other columns.
    pub(super) fn take_over(&mut self, earlier: &Self) {
        self.particulars.take_over(&earlier.particulars);
        self.paper = earlier.paper;
    }

    /// Whether work on the list is under way.
    pub(super) fn is_working(&self) -> bool {
        self.work.is_some()
    }

    /// Where the cursor belongs: in what is missing, else in the rows.
    pub(super) fn first_field(&self) -> &'static str {
        if self.particulars.lack().is_some() && !self.is_unusable() { particulars::NPP } else { ROWS }
    }

    pub(super) fn checked(&self) -> Arc<Checked> {
        Arc::clone(&self.table.checked)
    }

    /// The same list, judged anew.
    pub(super) fn replace(&mut self, checked: Arc<Checked>) {
        self.counts = checked.list.counts();
        self.table.replace(checked);
    }

    /// Takes what the work on the list says; gives its end.
    pub(super) fn heard<T>(&mut self, event: job::Event<T>) -> Option<Result<T, Failure>> {
        match event {
            job::Event::Progress(_) => {
                if let Some(work) = &mut self.work {
                    work.slow = work.begun.elapsed() > SLOW;
                }
                None
            }
            job::Event::Finished(result) => {
                self.work = None;
                Some(result)
            }
        }
    }

    /// A key of the window's table, where it is for this step.
    pub(super) fn wish(wish: Wish) -> Option<Message> {
        Some(match wish {
            Wish::Issue => Message::Issue,
            Wish::Preview => Message::Preview,
            Wish::Cancel => Message::Cancel,
            Wish::NextProblem => Message::Repair(repair::Message::Next),
            Wish::Explain => Message::Repair(repair::Message::ExplainFirst),
            Wish::UseSuggestion => Message::Repair(repair::Message::UseFirst),
            Wish::Undo => Message::Repair(repair::Message::Undo),
            Wish::Columns => Message::ShowColumns,
            _ => return None,
        })
    }

    pub(super) fn company_name(&self) -> String {
        self.particulars.company.clone()
    }

    /// Forgets why the last try came to nothing.
    pub(super) fn begin_again(&mut self) {
        self.trouble = None;
    }

    pub(super) fn failed(&mut self, failure: Failure) {
        self.trouble = Some(failure);
    }

    pub(super) fn refused(&mut self, reason: Reason) {
        let (message, hint) = match reason {
            Reason::Problems => (tr!("ui-refused-problems"), tr!("ui-refused-problems-hint")),
            Reason::NothingLeft => (tr!("ui-refused-nothing"), tr!("ui-refused-nothing-hint")),
            Reason::IssuedMeanwhile => (tr!("ui-refused-meanwhile"), tr!("ui-refused-meanwhile-hint")),
        };
        self.trouble = Some(Failure::Explained { message, hint });
    }

    /// Whether something asks to be accepted: a row with warnings, or a warning about the whole file.
    fn has_warnings(&self) -> bool {
        self.counts.warning > 0
            || self.table.list().problems.iter().any(|problem| problem.severity() == Severity::Warning)
            || self.particulars.npp().is_some_and(|npp| npp.has_letters())
    }

    fn places(&self) -> usize {
        places_on(self.paper, &self.sheet)
    }

    /// The place of the first card; `None` where the sheet has no such place.
    fn start(&self) -> Option<usize> {
        if self.paper == Paper::Card {
            return Some(1);
        }
        self.start.trim().parse().ok().filter(|place| (1..=self.places()).contains(place))
    }

    fn is_unusable(&self) -> bool {
        self.table.list().problems.iter().any(|problem| problem.severity() == Severity::Error)
    }

    fn cards(&self) -> usize {
        self.counts.ready + self.counts.warning
    }

    /// Why nothing can be issued yet; `None` when it can.
    fn obstacle(&self) -> Option<Obstacle> {
        if self.work.as_ref().is_some_and(|work| work.slow) {
            Some(Obstacle::Working)
        } else if self.table.chosen_row().is_some_and(|row| self.repairs.is_unfinished(row)) {
            Some(Obstacle::Typed)
        } else {
            self.objection(self.accept, self.skip)
        }
    }

    /// What the list itself has against it; `accept`: its warnings are accepted, `skip`: its rejected rows are left out.
    pub(super) fn objection(&self, accept: bool, skip: bool) -> Option<Obstacle> {
        if self.is_unusable() {
            Some(Obstacle::File)
        } else if self.cards() == 0 {
            Some(Obstacle::NoRows)
        } else if let Some(lack) = self.particulars.lack() {
            Some(Obstacle::Particulars(lack))
        } else if self.start().is_none() {
            Some(Obstacle::Start(self.places()))
        } else if self.counts.rejected > 0 && !skip {
            Some(Obstacle::Rejected(self.counts.rejected))
        } else {
            (self.has_warnings() && !accept).then_some(Obstacle::Warnings)
        }
    }

    /// What a person should see before it is issued, though nothing stands in the way.
    pub(super) fn caution(&self) -> Option<Obstacle> {
        let checked = &self.table.checked;
        let seen = (!checked.seen.is_empty()).then_some(Obstacle::Seen);
        seen.or_else(|| checked.is_doubtful().then_some(Obstacle::Doubts))
    }

    /// Whether every row of it was issued before.
    pub(super) fn was_issued(&self) -> bool {
        self.counts.rows > 0 && !pending::waits(&self.table.checked)
    }

    /// What the office's work needs to issue; `None` while something stands in the way.
    pub(super) fn order(&self) -> Option<(Given, Choices)> {
        if self.work.is_some() || self.obstacle().is_some() { None } else { self.said() }
    }

    /// The same, to look at what would be issued: nothing has to be accepted for that.
    pub(super) fn draft(&self) -> Option<(Given, Choices)> {
        if self.work.is_some() || self.is_unusable() || self.cards() == 0 { None } else { self.said() }
    }

    /// What the user said of the company, as far as it can be used.
    pub(super) fn typed(&self, today: NaiveDate) -> Given {
        self.particulars.typed(today)
    }

    fn said(&self) -> Option<(Given, Choices)> {
        if self.particulars.lack().is_some() {
            return None;
        }
        let choices = Choices {
            paper: Some(self.paper),
            start_at: self.start(),
            accept_warnings: self.accept,
            skip_rejected: self.skip,
            ..Choices::default()
        };
        Some((self.particulars.finished()?, choices))
    }

    pub(super) fn update(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::Particulars(message) => {
                let before = self.particulars.npp();
                self.particulars.update(message);
                if let Some(npp) = self.particulars.npp().filter(|npp| Some(*npp) != before) {
                    let folder = context.folder.clone();
                    let found = job::quick(move || office::company(&folder, npp));
                    return run(found.map(move |found| Message::CompanyFound(npp, found.unwrap_or_default())));
                }
            }
            Message::CompanyFound(npp, known) => {
                if self.particulars.npp() == Some(npp) {
                    self.particulars.complete(known.as_ref());
                }
            }
            Message::Show(filter) => {
                self.repairs.forget();
                self.table.show(filter);
            }
            Message::RowChosen(number) => {
                self.repairs.forget();
                self.table.choose(Some(number));
            }
            Message::Repair(message) => return self.repair(message, context),
            Message::Cancel => self.cancel(),
            Message::PaperChosen(paper) => self.paper = paper,
            Message::StartTyped(text) => self.start = text,
            Message::AcceptToggled(accept) => self.accept = accept,
            Message::SkipToggled(skip) => self.skip = skip,
            // the screen above answers these
            Message::Preview | Message::Issue | Message::Restart | Message::ShowColumns | Message::Forgotten(Ok(_)) => {
            }
            Message::Forgotten(Err(failure)) => self.trouble = Some(failure),
            Message::Forget => {
                let (folder, checked) = (context.folder.clone(), self.checked());
                return run(job::quick(move || office::forget(&folder, &checked)).map(Message::Forgotten));
            }
            message => return self.exchange(message, context),
        }
        Action::None
    }

    fn cancel(&mut self) {
        if let Some(work) = &self.work {
            work.handle.cancel();
        } else if self.asked.take().is_none() && !self.repairs.forget() {
            self.table.choose(None);
        }
    }

    /// `alone`: no other list waits beside it.
    pub(super) fn view(&self, hovered: bool, alone: bool) -> Element<'_, Message> {
        let particulars = container(self.particulars.view().map(Message::Particulars))
            .padding([space::M, space::L])
            .style(style::drop_zone(hovered));
        // a path that is asked for stands in the form's place, so that the rows keep theirs
        let above = self.asked.as_ref().map_or_else(|| particulars.into(), exchange::asked);
        let grid = Grid::new(
            ROWS,
            Table::columns(),
            self.table.len(),
            |row, column| self.table.cell(row, column),
            |row| self.table.row(row).map_or(Message::Cancel, |row| Message::RowChosen(row.number)),
        )
        .on_open(|_| Message::Repair(repair::Message::Begin))
        .revision(self.table.revision)
        .chosen(self.table.chosen_at())
        .empty(tr!("ui-no-rows-here"));
        column![self.header(alone)]
            .push(self.notes())
            .push(above)
            .push(self.chips())
            .push(grid)
            .push(repair::view(&self.table, &self.repairs, self.work.is_some()).map(Message::Repair))
            .push(self.end())
            .spacing(space::M)
            .into()
    }

    fn header(&self, alone: bool) -> Element<'_, Message> {
        let list = self.table.list();
        // the four that a card is made of; the others are only counted
        let (main, others) = list.columns.split_at(list.columns.len().min(4));
        let told = |(field, title): &(Field, String)| match i18n::field(*field) {
            same if same.eq_ignore_ascii_case(title) => same,
            field => format!("{field} = {title}"),
        };
        let mut columns: Vec<_> = main.iter().map(told).collect();
        columns.extend((!others.is_empty()).then(|| tr!("ui-recognised-more", count = others.len())));
        let place = match (&list.sheet, list.header_row) {
            (_, 0) => tr!("ui-columns-untitled"),
            (Some(sheet), row) => tr!("ui-recognised-sheet", sheet = sheet.as_str(), row = row),
            (None, row) => tr!("ui-recognised", row = row),
        };
        let another = alone.then(|| {
            let another = quiet_action(Icon::FileUp, tr!("ui-choose-other"), Some(Message::Restart));
            hint(another, tr!("ui-choose-file-hint"), Some(Wish::Open))
        });
        let origin = match self.table.checked.told.mapping {
            MappingOrigin::Detected => None,
            MappingOrigin::Given => Some(tr!("ui-mapping-given")),
            MappingOrigin::Remembered => Some(tr!("ui-mapping-remembered")),
        };
        let origin = origin.map(|word| badge(Tone::Info, Icon::Info, word));
        let forget = (self.table.checked.told.mapping == MappingOrigin::Remembered).then(|| {
            let forget = self.work.is_none().then_some(Message::Forget);
            hint(quiet_action(Icon::Undo, tr!("ui-mapping-forget"), forget), tr!("ui-mapping-forget-hint"), None)
        });
        let shown = self.work.is_none() && !matches!(self.source, Source::Kept(_));
        let show = shown.then_some(Message::ShowColumns);
        let columns_wanted = quiet_action(Icon::Search, tr!("ui-columns-change"), show);
        let names = row![title(tr!("ui-review")), badge(Tone::Plain, Icon::Spreadsheet, list.file.as_str())]
            .spacing(space::M)
            .align_y(iced::Center);
        let first =
            row![names.width(Fill), hint(columns_wanted, tr!("ui-columns-hint"), Some(Wish::Columns)),].push(another);
        let second = row![caption(format!("{place} · {}", columns.join(" · "))).width(Fill)].push(origin).push(forget);
        column![first.spacing(space::S).align_y(iced::Center), second.spacing(space::S).align_y(iced::Center)]
            .spacing(space::XS)
            .into()
    }

    fn notes(&self) -> Option<Element<'_, Message>> {
        let file = self.table.list().problems.iter().map(|problem| {
            let tone = severity_tone(problem.severity());
            let sentence = note(tone, severity_icon(problem.severity()), i18n::problem(problem));
            let ask = question(Message::Repair(repair::Message::Explain(problem.code)));
            row![sentence, ask].spacing(space::XS).align_y(iced::Center).into()
        });
        let trouble = self.trouble.as_ref().map(|failure| explained(failure, Tone::Bad));
        let work =
            self.work.as_ref().filter(|work| work.slow).map(|work| exchange::working(work.handle.is_cancelled()));
        let doubts = columns::doubts(&self.table.checked);
        let notes: Vec<Element<'_, Message>> = trouble
            .into_iter()
            .chain(exchange::notes(&self.table.checked))
            .chain(file)
            .chain(doubts)
            .chain(work)
            .collect();
        (!notes.is_empty()).then(|| Column::with_children(notes).spacing(space::XS).into())
    }

    fn chips(&self) -> Element<'_, Message> {
        let counts = self.counts;
        let one = |filter: Option<RowStatus>, word: String, count: usize| {
            let (tone, icon) = filter.map_or((Tone::Plain, None), |it| (status_tone(it), Some(status_icon(it))));
            let show = (count > 0 || filter.is_none()).then_some(Message::Show(filter));
            chip(tone, icon, word, self.table.filter == filter, show)
        };
        let wish = |purpose| self.work.is_none().then_some(Message::Ask(purpose));
        let send_back = (self.counts.warning + self.counts.rejected > 0).then(|| {
            let button = quiet_action(Icon::Spreadsheet, tr!("ui-send-back"), wish(Purpose::SendBack));
            hint(button, tr!("ui-send-back-hint"), None)
        });
        Row::with_children([
            one(None, tr!("ui-chip-all", count = figure(counts.rows)), counts.rows),
            one(Some(RowStatus::Ready), tr!("ui-chip-ready", count = figure(counts.ready)), counts.ready),
            one(Some(RowStatus::Warning), tr!("ui-chip-warning", count = figure(counts.warning)), counts.warning),
            one(Some(RowStatus::Rejected), tr!("ui-chip-rejected", count = figure(counts.rejected)), counts.rejected),
        ])
        .push(Space::new().width(Fill))
        .push(send_back)
        .spacing(space::S)
        .align_y(iced::Center)
        .into()
    }

    /// The choices, and the button that ends the step.
    fn end(&self) -> Element<'_, Message> {
        let accept = (self.has_warnings() && !self.is_unusable()).then(|| {
            let label = match self.counts.warning {
                0 => tr!("ui-accept-file"),
                count => tr!("ui-accept", count = figure(count)),
            };
            tick(label, self.accept, Message::AcceptToggled)
        });
        let skip = (self.counts.rejected > 0 && !self.is_unusable())
            .then(|| tick(tr!("ui-skip", count = figure(self.counts.rejected)), self.skip, Message::SkipToggled));
        let obstacle = self.obstacle();
        let ready = obstacle.is_none().then_some(Message::Issue);
        let state = match obstacle {
            Some(obstacle) => caption(obstacle.words()),
            None => caption(tr!("ui-issue-ready")).style(style::ink(Tone::Good)),
        };
        let issue = action(Icon::Stamp, tr!("ui-issue", count = figure(self.cards())), style::primary, ready);
        let look = self.draft().map(|_| Message::Preview);
        let look = action(Icon::FileText, tr!("ui-preview"), style::secondary, look);
        let paper = column![caption(tr!("ui-paper")), segments(papers(), self.paper, Message::PaperChosen)];
        let start = (self.paper != Paper::Card).then(|| {
            let control = input("start-at", "1", &self.start, self.start().is_none(), Message::StartTyped);
            let places = figure(self.places());
            hint(
                field(tr!("ui-sheet-start"), control, None, measure::FIELD_NARROW),
                tr!("ui-sheet-start-hint", places = places),
                None,
            )
        });
        let content = row![
            column![].push(skip).push(accept).spacing(space::S).width(Fill),
            paper.spacing(space::XS),
            hint(look, tr!("ui-preview-hint"), Some(Wish::Preview)),
        ]
        .push(start)
        .push(
            column![hint(issue, tr!("ui-issue-hint"), Some(Wish::Issue)), state]
                .spacing(space::XS)
                .align_x(iced::Right)
                .max_width(measure::FIELD_MEDIUM),
        )
        .spacing(space::M)
        .align_y(iced::Center);
        container(content).padding([space::M, space::L]).width(Fill).style(style::bar).into()
    }
}
