//! Everything about the chosen row, and its repair in place. Nothing is changed that the user did not ask for.

use super::Action;
use super::exchange::Purpose;
use super::review::{self, Review, Work, run};
use super::table::{Table, severity_icon, severity_tone, status_icon, status_tone};
use crate::domain::{CheckedRow, Code, Field, Problem, RowStatus, Severity, date};
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Failure};
use crate::ui::office::{self, Context};
use crate::ui::theme::{BOLD, Tone, measure, space, style};
use crate::ui::widget::{badge, body, caption, field as named, hint, input, muted, question, quiet_action};
use crate::workflow::check::Checked;
use crate::workflow::repair::{Change, suggestions};
use crate::{i18n, tr};
use chrono::NaiveDate;
use iced::widget::{Column, Row, column, container, row, scrollable};
use iced::{Element, Fill};
use std::sync::Arc;

/// So many repairs can be taken back,
const STEPS: usize = 50;
/// but no more rows are kept for it than these.
const ROWS_KEPT: usize = 400_000;

/// What is typed but not applied, and the way back.
#[derive(Debug, Default)]
pub(super) struct Repairs {
    /// For the chosen row.
    typed: Vec<(Field, String)>,
    /// The list as it was before each repair, and the row that was chosen.
    earlier: Vec<(Arc<Checked>, Option<u32>)>,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    /// The cursor goes to the row's first problem.
    Begin,
    Typed(Field, String),
    /// What is typed in a field, then on to the next problem.
    Apply(Field),
    /// What is offered for a problem of the chosen row.
    Use(Code),
    /// The first offer of the chosen row.
    UseFirst,
    /// What is offered, in every row with this problem.
    UseAll(Code),
    /// What a problem means.
    Explain(Code),
    /// The same of the first problem of the chosen row, else of the file.
    ExplainFirst,
    /// Missing numbers come from another file.
    Complete,
    Next,
    Undo,
    Repaired(Vec<Field>, job::Event<Arc<Checked>>),
}

/// The input of a field; `None`: the field cannot be repaired.
fn input_id(field: Field) -> Option<&'static str> {
    match field {
        Field::Kpj => Some("repair-kpj"),
        Field::Nik => Some("repair-nik"),
        Field::Name => Some("repair-name"),
        Field::BirthDate => Some("repair-birth-date"),
        Field::Sex => Some("repair-sex"),
        Field::MembershipDate | Field::IdentityKind | Field::Npp | Field::Company => None,
    }
}

/// What stands in a field now, as people write it.
fn current(row: &CheckedRow, field: Field) -> String {
    let read = match field {
        Field::Kpj => row.kpj.as_str().map(str::to_owned),
        Field::Nik => row.nik.as_str().map(str::to_owned),
        Field::Name => row.name.clone(),
        Field::BirthDate => row.birth_date.map(date::short),
        Field::Sex => row.sex.map(|sex| sex.letter().to_owned()),
        Field::MembershipDate | Field::IdentityKind | Field::Npp | Field::Company => None,
    };
    let written = || row.problems.iter().find(|problem| problem.field == Some(field)).map(|p| p.value.clone());
    read.or_else(written).unwrap_or_default()
}

/// An offered value as people write it.
fn readable(problem: &Problem) -> Option<String> {
    let offer = problem.suggestion.as_ref()?;
    let day = (problem.field == Some(Field::BirthDate)).then(|| offer.parse::<NaiveDate>().ok()).flatten();
    Some(day.map_or_else(|| offer.clone(), date::short))
}

/// The fields of a row that a repair may be about: those with a problem, the NIK where it contradicts another field, and
/// those that were repaired.
fn fields(table: &Table, row: &CheckedRow) -> Vec<Field> {
    let mut fields: Vec<Field> = row.problems.iter().filter_map(|problem| problem.field).collect();
    if row.problems.iter().any(|problem| matches!(problem.code, Code::NikBirthDate | Code::NikSex)) {
        fields.push(Field::Nik);
    }
    fields.extend(Field::ALL.into_iter().filter(|field| table.before(row.number, *field).is_some()));
    let mut seen = Vec::new();
    fields.retain(|field| {
        input_id(*field).is_some() && !seen.contains(field) && {
            seen.push(*field);
            true
        }
    });
    fields
}

impl Repairs {
    /// Forgets what is typed; says whether there was something.
    pub(super) fn forget(&mut self) -> bool {
        !std::mem::take(&mut self.typed).is_empty()
    }

    fn shown(&self, row: &CheckedRow, field: Field) -> String {
        let typed = self.typed.iter().find(|(of, _)| *of == field).map(|(_, text)| text.clone());
        typed.unwrap_or_else(|| current(row, field))
    }

    /// Whether something was typed and not applied.
    pub(super) fn is_unfinished(&self, row: &CheckedRow) -> bool {
        self.typed.iter().any(|(field, text)| text.trim() != current(row, *field))
    }

    fn keep(&mut self, checked: Arc<Checked>, chosen: Option<u32>) {
        let steps = (ROWS_KEPT / checked.list.rows.len().max(1)).clamp(1, STEPS);
        self.earlier.push((checked, chosen));
        let surplus = self.earlier.len().saturating_sub(steps);
        self.earlier.drain(..surplus);
    }
}

impl Review {
    pub(super) fn repair(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::Begin => self.focus_field(None),
            Message::Typed(field, text) => {
                self.repairs.typed.retain(|(of, _)| *of != field);
                self.repairs.typed.push((field, text));
                Action::None
            }
            Message::Apply(field) => {
                let Some(row) = self.table.chosen_row() else { return Action::None };
                let value = self.repairs.shown(row, field).trim().to_owned();
                if value == current(row, field) {
                    return self.go_on(Some(field));
                }
                let change = Change { row: row.number, field, value };
                self.change(vec![change], context)
            }
            Message::Use(code) => self.use_offer(context, |problem| problem.code == code),
            Message::UseFirst => self.use_offer(context, |_| true),
            Message::UseAll(code) => self.change(suggestions(self.table.list(), code), context),
            Message::Explain(code) => Action::Explain(code),
            Message::ExplainFirst => {
                let of_row = self.table.chosen_row().and_then(|row| row.problems.first());
                let problem = of_row.or_else(|| self.table.list().problems.first());
                problem.map_or(Action::None, |problem| Action::Explain(problem.code))
            }
            Message::Complete => self.exchange(review::Message::Ask(Purpose::Complete), context),
            Message::Next => {
                self.repairs.forget();
                self.next_row()
            }
            Message::Undo => {
                if self.work.is_none()
                    && let Some((checked, chosen)) = self.repairs.earlier.pop()
                {
                    self.repairs.forget();
                    self.replace(checked);
                    self.table.reveal(chosen);
                }
                Action::None
            }
            Message::Repaired(fields, event) => match self.heard(event) {
                None => Action::None,
                Some(Ok(checked)) => {
                    self.repairs.typed.retain(|(of, _)| !fields.contains(of));
                    self.advance(checked);
                    self.after_repair(&fields)
                }
                Some(Err(Failure::Cancelled)) => Action::Tell(Tone::Info, tr!("ui-reading-cancelled")),
                Some(Err(failure)) => {
                    self.failed(failure);
                    Action::None
                }
            },
        }
    }

    /// The list judged anew, with a way back to what it was.
    pub(super) fn advance(&mut self, checked: Arc<Checked>) {
        let before = self.checked();
        self.repairs.keep(before, self.table.chosen);
        self.replace(checked);
    }

    fn use_offer(&mut self, context: &Context, which: impl Fn(&Problem) -> bool) -> Action {
        let Some(row) = self.table.chosen_row() else { return Action::None };
        let offer = |problem: &Problem| {
            let value = problem.suggestion.clone()?;
            which(problem).then_some(Change { row: row.number, field: problem.field?, value })
        };
        match row.problems.iter().find_map(offer) {
            Some(change) => self.change(vec![change], context),
            None => Action::None,
        }
    }

    fn change(&mut self, changes: Vec<Change>, context: &Context) -> Action {
        if self.work.is_some() || changes.is_empty() {
            return Action::None;
        }
        self.begin_again();
        let (folder, checked, today) = (context.folder.clone(), self.checked(), (context.today)());
        let mut fields: Vec<Field> = changes.iter().map(|change| change.field).collect();
        fields.dedup();
        let (handle, task) = job::start(move |progress| office::repair(&folder, &checked, &changes, today, progress));
        self.work = Some(Work::new(handle));
        run(task.map(move |event| review::Message::Repair(Message::Repaired(fields.clone(), event))))
    }

    /// Stays where the same field is still wrong, else goes on.
    fn after_repair(&mut self, repaired: &[Field]) -> Action {
        let row = self.table.chosen_row();
        let wrong: Vec<Field> = row.into_iter().flat_map(|row| &row.problems).filter_map(|p| p.field).collect();
        match wrong.iter().find(|field| repaired.contains(field)).or(wrong.first()) {
            Some(field) => self.focus_field(Some(*field)),
            None => self.next_row(),
        }
    }

    /// To the next field of the row, else to the next row.
    fn go_on(&mut self, after: Option<Field>) -> Action {
        self.repairs.forget();
        let next = self.table.chosen_row().and_then(|row| {
            let fields = fields(&self.table, row);
            let at = fields.iter().position(|field| Some(*field) == after)?;
            fields.get(at + 1).copied()
        });
        match next {
            Some(field) => self.focus_field(Some(field)),
            None => self.next_row(),
        }
    }

    fn next_row(&mut self) -> Action {
        if self.table.choose_next_problem() {
            self.focus_field(None)
        } else {
            Action::Tell(Tone::Good, tr!("ui-no-problem-left"))
        }
    }

    fn focus_field(&self, field: Option<Field>) -> Action {
        let first = || self.table.chosen_row().and_then(|row| fields(&self.table, row).into_iter().next());
        match field.or_else(first).and_then(input_id) {
            Some(id) => Action::Run(iced::widget::operation::focus(id)),
            None => Action::None,
        }
    }
}

pub(super) fn view<'a>(table: &'a Table, repairs: &'a Repairs, busy: bool) -> Element<'a, Message> {
    let content: Element<'_, Message> = match table.chosen_row() {
        None => row![Icon::Info.toned(Tone::Muted), muted(tr!("ui-details-none")).width(Fill)]
            .push(steps(repairs, busy, false))
            .spacing(space::S)
            .into(),
        Some(row) => details(table, repairs, row, busy),
    };
    let repairable = table.list().rows.iter().any(|row| !row.problems.is_empty()) || !repairs.earlier.is_empty();
    container(scrollable(container(content).width(Fill)).spacing(space::S).style(style::scroll))
        .padding([space::S, space::L])
        .width(Fill)
        .height(if repairable { measure::REPAIR } else { measure::DETAILS })
        .style(style::sheet)
        .into()
}

/// Back, and on to the next problem.
fn steps<'a>(repairs: &Repairs, busy: bool, next: bool) -> Row<'a, Message> {
    let undo = (!repairs.earlier.is_empty()).then(|| {
        let button = quiet_action(Icon::Undo, tr!("ui-undo"), (!busy).then_some(Message::Undo));
        hint(button, tr!("ui-undo-hint"), Some(Wish::Undo))
    });
    let next = next.then(|| {
        let button = quiet_action(Icon::ChevronDown, tr!("ui-next-problem"), Some(Message::Next));
        hint(button, tr!("ui-next-problem-hint"), Some(Wish::NextProblem))
    });
    Row::new().push(undo).push(next).spacing(space::XS)
}

fn details<'a>(table: &'a Table, repairs: &'a Repairs, row: &'a CheckedRow, busy: bool) -> Element<'a, Message> {
    let status = row.status();
    let name = row.name.clone().unwrap_or_else(|| tr!("ui-no-name"));
    let mut facts = vec![tr!("ui-row-number", row = row.number)];
    if row.problems.is_empty() {
        facts.extend(row.kpj.as_str().map(|kpj| format!("KPJ {kpj}")));
        facts.extend(row.nik.as_str().map(|nik| format!("NIK {nik}")));
        facts.extend(row.birth_date.map(date::short));
    }
    let head = row![
        status_icon(status).toned(status_tone(status)),
        body(name).font(BOLD),
        muted(facts.join(" · ")).width(Fill),
        steps(repairs, busy, true),
    ]
    .spacing(space::S)
    .align_y(iced::Center);
    let fine = match (row.problems.is_empty(), status) {
        (true, RowStatus::Ready) => Some(muted(tr!("ui-details-fine"))),
        (true, _) => Some(muted(tr!("ui-row-held"))),
        (false, _) => None,
    };
    let parts = fields(table, row).into_iter().map(|field| part(table, repairs, row, field));
    let others = row.problems.iter().filter(|problem| problem.field.and_then(input_id).is_none()).map(sentence);
    column![head].push(fine).extend(parts).extend(others).spacing(space::XS).into()
}

fn sentence<'a>(problem: &Problem) -> Element<'a, Message> {
    let tone = severity_tone(problem.severity());
    let field = problem.field.map(|field| badge(tone, severity_icon(problem.severity()), i18n::field(field)));
    let words = body(i18n::problem(problem)).width(Fill);
    row![].push(field).push(words).push(question(Message::Explain(problem.code))).spacing(space::S).into()
}

/// A field to repair: what stands there, what is wrong with it, and what is offered.
fn part<'a>(table: &'a Table, repairs: &Repairs, row: &'a CheckedRow, field: Field) -> Element<'a, Message> {
    let problems: Vec<&Problem> = row.problems.iter().filter(|problem| problem.field == Some(field)).collect();
    let value = repairs.shown(row, field);
    let control = input(
        input_id(field).unwrap_or_default(),
        &if field == Field::BirthDate { tr!("ui-date-example") } else { String::new() },
        &value,
        problems.iter().any(|problem| problem.severity() == Severity::Error),
        move |text| Message::Typed(field, text),
    )
    .on_submit(Message::Apply(field));
    let width = if field == Field::Name { measure::FIELD_SEARCH } else { measure::FIELD_MEDIUM };
    let control = named(i18n::field(field), hint(control, tr!("ui-apply-hint"), None), None, width);

    let sentences = problems.iter().map(|problem| {
        let tone = severity_tone(problem.severity());
        let icon = severity_icon(problem.severity()).toned(tone);
        let ask = question(Message::Explain(problem.code));
        row![icon, body(i18n::problem(problem)).width(Fill), ask].spacing(space::S).into()
    });
    let before = table.before(row.number, field).map(|before| match before {
        "" => caption(tr!("ui-before-empty")),
        before => caption(tr!("ui-before", value = before)),
    });
    let either = (problems.is_empty() && before.is_none()).then(|| muted(tr!("ui-or-nik")));
    let offers = problems.iter().filter_map(|problem| offer(table, problem));
    let lacks_kpj = problems.iter().any(|problem| problem.code == Code::KpjMissing);
    let complete = lacks_kpj.then(|| {
        let button = quiet_action(Icon::IdCard, tr!("ui-complete-offer"), Some(Message::Complete));
        hint(button, tr!("ui-complete-hint"), None)
    });
    let words = Column::with_children(sentences).push(either).push(before).extend(offers).push(complete);
    row![control, words.spacing(space::XS).width(Fill)].spacing(space::L).into()
}

/// The button with what is offered for a problem, and the one for all rows with it.
fn offer<'a>(table: &Table, problem: &Problem) -> Option<Element<'a, Message>> {
    let offered = readable(problem)?;
    let one = quiet_action(Icon::Check, tr!("ui-use", suggestion = offered), Some(Message::Use(problem.code)));
    let all = table.offers(problem.code);
    let all = (all > 1).then(|| {
        let word = tr!("ui-use-all", count = all);
        hint(quiet_action(Icon::CircleCheck, word, Some(Message::UseAll(problem.code))), tr!("ui-use-all-hint"), None)
    });
    let line = row![hint(one, tr!("ui-use-hint"), Some(Wish::UseSuggestion))].push(all).spacing(space::XS);
    Some(line.into())
}
