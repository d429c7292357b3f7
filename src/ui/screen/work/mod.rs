//! The page that the day begins with: what is still to do, the oldest first, and what was done.

mod chart;

use crate::domain::ReceiptNumber;
use crate::domain::work::{PendingId, Since, Step, Subject, Urgency, WorkItem};
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Failure};
use crate::ui::office::{self, Context};
use crate::ui::screen::print_all::Line;
use crate::ui::theme::{BOLD, Tone, column, measure, space, style, text as size};
use crate::ui::widget::{
    Cell, Column, Grid, Width, action, body, caption, chip, figure, hero, hint, input, muted, note, quiet_action, tick,
    title,
};
use crate::workflow::work::Desk;
use crate::{i18n, tr};
use chrono::NaiveDate;
use iced::widget::{Row, Space, center, column as stacked, container, row, text};
use iced::{Element, Fill, Task};
use std::sync::Arc;

pub(crate) const ROWS: &str = "work-rows";
const REASON: &str = "work-reason";

pub(crate) struct Work {
    today: Option<NaiveDate>,
    desk: Option<Arc<Desk>>,
    step: Option<Step>,
    small_first: bool,
    chosen: Option<Subject>,
    /// A list is to be taken back, for this reason.
    withdraw: Option<String>,
    /// Each answer that is asked for has a number; older ones are late and ignored.
    asked: u64,
    failure: Option<Failure>,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Refresh,
    Told(u64, Result<Arc<Desk>, Failure>),
    Show(Option<Step>),
    SmallFirst(bool),
    Chosen(usize),
    Open,
    OpenAt(usize),
    Withdraw,
    ReasonTyped(String),
    WithdrawalGivenUp,
    ConfirmWithdrawal,
    Withdrawn(Result<(), Failure>),
    Import,
    /// All lists that wait, beside each other.
    Queue,
    /// All receipts that wait for the printer.
    PrintAll,
    Again,
}

pub(crate) enum Action {
    None,
    Run(Task<Message>),
    /// There is something to look at now.
    Ready,
    /// Go on with these lists that wait.
    Resume(Vec<PendingId>),
    /// Show this receipt in the register.
    Receipt(ReceiptNumber),
    GoImport,
    /// The cards of all receipts that wait to be printed again.
    Again,
    /// Print the documents of these receipts.
    PrintAll(Vec<Line>),
}

impl Work {
    pub(crate) fn new() -> Self {
        Self {
            today: None,
            desk: None,
            step: None,
            small_first: false,
            chosen: None,
            withdraw: None,
            asked: 0,
            failure: None,
        }
    }

    pub(crate) fn title() -> String {
        tr!("ui-work")
    }

    fn items(&self) -> impl Iterator<Item = &WorkItem> {
        let all = self.desk.iter().flat_map(|desk| &desk.items);
        all.filter(|item| self.step.is_none_or(|step| item.work.step == step))
    }

    fn subject_at(&self, at: usize) -> Option<Subject> {
        self.items().nth(at).map(|item| item.work.subject.clone())
    }

    fn chosen_item(&self) -> Option<&WorkItem> {
        let subject = self.chosen.as_ref()?;
        self.items().find(|item| item.work.subject == *subject)
    }

    fn chosen_list(&self) -> Option<PendingId> {
        match self.chosen_item()?.work.subject {
            Subject::Pending(id) => Some(id),
            Subject::Receipt(_) => None,
        }
    }

    /// All lists that wait, whatever is shown.
    fn lists(&self) -> Vec<PendingId> {
        let items = self.desk.iter().flat_map(|desk| &desk.items);
        let pending = items.filter_map(|item| match item.work.subject {
            Subject::Pending(id) => Some(id),
            Subject::Receipt(_) => None,
        });
        pending.collect()
    }

    /// All receipts that wait for the printer, whatever is shown.
    fn to_print(&self) -> Vec<Line> {
        let items = self.desk.iter().flat_map(|desk| &desk.items).filter(|item| item.work.step == Step::ToPrint);
        let lines = items.filter_map(|item| match &item.work.subject {
            Subject::Receipt(number) => {
                let cards = usize::try_from(item.work.cards).unwrap_or(usize::MAX);
                Some(Line { number: number.clone(), company: item.work.company.clone(), cards })
            }
            Subject::Pending(_) => None,
        });
        lines.collect()
    }

    fn print_all(&self) -> Action {
        let lines = self.to_print();
        if lines.is_empty() { Action::None } else { Action::PrintAll(lines) }
    }

    fn queue(&self) -> Action {
        let lists = self.lists();
        if lists.len() > 1 { Action::Resume(lists) } else { Action::None }
    }

    /// What can be asked for here and now.
    pub(crate) fn offers(&self) -> Vec<Wish> {
        let spoilt = (self.spoilt() > 0).then_some(Wish::Reprint);
        let several = (self.lists().len() > 1).then_some(Wish::Queue);
        let print = (!self.to_print().is_empty()).then_some(Wish::Print);
        spoilt.into_iter().chain(several).chain(print).collect()
    }

    fn spoilt(&self) -> usize {
        self.desk.as_ref().map_or(0, |desk| desk.spoilt)
    }

    fn again(&self) -> Action {
        if self.spoilt() > 0 { Action::Again } else { Action::None }
    }

    /// A key of the window's table.
    pub(crate) fn wish(&mut self, wish: Wish, context: &Context) -> Action {
        match wish {
            Wish::Cancel => {
                if self.withdraw.take().is_none() {
                    self.chosen = None;
                }
                Action::None
            }
            Wish::Issue => self.update(Message::Open, context),
            Wish::Reprint => self.again(),
            Wish::Queue => self.queue(),
            Wish::Print => self.print_all(),
            _ => Action::None,
        }
    }

    pub(crate) fn update(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::Refresh => return Action::Run(self.refresh(context)),
            Message::Told(asked, result) if asked == self.asked => match result {
                Ok(desk) => {
                    self.failure = None;
                    let first = self.desk.replace(desk).is_none();
                    if self.chosen_item().is_none() {
                        (self.chosen, self.withdraw) = (None, None);
                    }
                    if first {
                        return Action::Ready;
                    }
                }
                Err(failure) => self.failure = Some(failure),
            },
            Message::Told(..) => {}
            Message::Show(step) => self.step = step,
            Message::SmallFirst(small_first) => {
                self.small_first = small_first;
                return Action::Run(self.refresh(context));
            }
            Message::Chosen(at) => {
                self.withdraw = None;
                self.chosen = self.subject_at(at);
            }
            Message::OpenAt(at) => {
                self.chosen = self.subject_at(at);
                return self.open();
            }
            Message::Open => return self.open(),
            Message::Withdraw => {
                if self.chosen_list().is_some() {
                    self.withdraw = Some(String::new());
                    return Action::Run(iced::widget::operation::focus(REASON));
                }
            }
            Message::ReasonTyped(reason) => self.withdraw = Some(reason),
            Message::WithdrawalGivenUp => self.withdraw = None,
            Message::ConfirmWithdrawal => {
                let (Some(id), Some(reason)) = (self.chosen_list(), self.withdraw.take()) else { return Action::None };
                let folder = context.folder.clone();
                return Action::Run(job::quick(move || office::withdraw(&folder, id, &reason)).map(Message::Withdrawn));
            }
            Message::Withdrawn(result) => match result {
                Ok(()) => {
                    self.chosen = None;
                    let refresh = self.refresh(context);
                    return Action::Run(refresh);
                }
                Err(failure) => self.failure = Some(failure),
            },
            Message::Import => return Action::GoImport,
            Message::Queue => return self.queue(),
            Message::PrintAll => return self.print_all(),
            Message::Again => return self.again(),
        }
        Action::None
    }

    fn refresh(&mut self, context: &Context) -> Task<Message> {
        self.asked += 1;
        let today = (context.today)();
        self.today = Some(today);
        let (asked, folder, small_first) = (self.asked, context.folder.clone(), self.small_first);
        job::quick(move || office::desk(&folder, today, small_first)).map(move |result| Message::Told(asked, result))
    }

    fn open(&self) -> Action {
        match self.chosen_item().map(|item| &item.work.subject) {
            Some(Subject::Pending(id)) => Action::Resume(vec![*id]),
            Some(Subject::Receipt(number)) => Action::Receipt(number.clone()),
            None => Action::None,
        }
    }

    pub(crate) fn view(&self) -> Element<'_, Message> {
        let failure = self.failure.as_ref().map(|failure| super::explained(failure, Tone::Bad));
        let content: Option<Element<'_, Message>> = self.desk.as_ref().map(|desk| {
            if desk.items.is_empty() && desk.figures.month.entries == 0 {
                return nothing();
            }
            let left = stacked![self.grid(), self.end()].spacing(space::M).width(Fill);
            let right = stacked![chart::months(&desk.figures.months), chart::officers(&desk.figures.officers)]
                .spacing(space::M)
                .width(measure::CHARTS);
            stacked![figures(desk), self.chips(desk)]
                .push(self.spoilt_line())
                .push(row![left, right].spacing(space::M).height(Fill))
                .spacing(space::M)
                .into()
        });
        stacked![self.header()].push(failure).push(self.unknown_year()).push(content).spacing(space::L).into()
    }

    fn header(&self) -> Element<'_, Message> {
        let lead = self.today.map_or_else(String::new, |day| tr!("ui-work-lead", date = i18n::day(day)));
        let import = action(Icon::FileUp, tr!("ui-work-import"), style::primary, Some(Message::Import));
        let lists = self.lists().len();
        let queue = (lists > 1).then(|| {
            let open = quiet_action(Icon::Inbox, tr!("ui-work-queue", count = figure(lists)), Some(Message::Queue));
            hint(open, tr!("ui-work-queue-hint"), Some(Wish::Queue))
        });
        row![
            stacked![title(Self::title()), muted(lead)].spacing(space::XS),
            Space::new().width(Fill),
            tick(tr!("ui-work-small-first"), self.small_first, Message::SmallFirst),
        ]
        .push(queue)
        .push(hint(import, tr!("ui-import-lead"), Some(Wish::GoImport)))
        .spacing(space::L)
        .align_y(iced::Center)
        .into()
    }

    /// Working days are counted wrong in a year whose holidays nobody has entered.
    fn unknown_year(&self) -> Option<Element<'_, Message>> {
        let year = self.desk.as_ref()?.unknown_year?;
        Some(note(Tone::Warn, Icon::Info, tr!("ui-work-holidays", year = year.to_string())).into())
    }

    fn chips(&self, desk: &Desk) -> Element<'_, Message> {
        let one = |step: Option<Step>, word: String| {
            let count = desk.items.iter().filter(|item| step.is_none_or(|step| item.work.step == step)).count();
            let show = (count > 0 || step.is_none()).then_some(Message::Show(step));
            chip(Tone::Plain, None, format!("{word} {}", figure(count)), self.step == step, show)
        };
        let steps = Step::ALL.map(|step| one(Some(step), capital(&i18n::step(step))));
        Row::new().push(one(None, tr!("ui-work-all"))).extend(steps).spacing(space::S).wrap().into()
    }

    /// Cards that wait to be printed again are quickly done, whatever their receipts wait for.
    fn spoilt_line(&self) -> Option<Element<'_, Message>> {
        let spoilt = Some(self.spoilt()).filter(|spoilt| *spoilt > 0)?;
        let again = action(Icon::Printer, tr!("ui-work-again"), style::secondary, Some(Message::Again));
        let told = note(Tone::Warn, Icon::Warning, tr!("ui-work-spoilt", count = figure(spoilt)));
        let line = row![told, hint(again, tr!("ui-again"), Some(Wish::Reprint))];
        Some(line.spacing(space::S).align_y(iced::Center).into())
    }

    fn grid(&self) -> Element<'_, Message> {
        let columns = vec![
            Column::new(tr!("ui-work-age"), Width::Fixed(column::AGE)),
            Column::new(tr!("ui-col-company"), Width::Fill { portion: 1.0, minimum: column::TEXT }),
            Column::new(tr!("ui-col-cards"), Width::Fixed(column::COUNT)).right(),
            Column::new(tr!("work-step"), Width::Fixed(column::STEP)),
        ];
        let items: Vec<&WorkItem> = self.items().collect();
        let chosen = self.chosen.as_ref().and_then(|it| items.iter().position(|item| item.work.subject == *it));
        let count = items.len();
        Grid::new(ROWS, columns, count, move |row, column| cell(items.get(row).copied(), column), Message::Chosen)
            .revision(self.asked)
            .chosen(chosen)
            .empty(tr!("ui-work-none-here"))
            .on_open(Message::OpenAt)
            .into()
    }

    /// What can be done with the chosen piece of work.
    fn end(&self) -> Element<'_, Message> {
        if let Some(reason) = &self.withdraw {
            let ready = (!reason.trim().is_empty()).then_some(Message::ConfirmWithdrawal);
            let field = input(REASON, &tr!("ui-work-reason"), reason, false, Message::ReasonTyped)
                .on_submit_maybe(ready.clone());
            let line = row![
                field,
                action(Icon::X, tr!("ui-work-keep"), style::secondary, Some(Message::WithdrawalGivenUp)),
                action(Icon::Ban, tr!("ui-work-withdraw-now"), style::primary, ready),
            ]
            .spacing(space::S)
            .align_y(iced::Center);
            let content = stacked![caption(tr!("ui-work-withdraw-lead")), line].spacing(space::XS);
            return container(content).padding([space::M, space::L]).width(Fill).style(style::bar).into();
        }
        let item = self.chosen_item();
        let about = match item {
            None => tr!("ui-work-choose"),
            Some(item) => counted_from(item),
        };
        let (word, icon) = match item.map(|item| &item.work.subject) {
            Some(Subject::Receipt(_)) => (tr!("ui-work-open-receipt"), Icon::Book),
            _ => (tr!("ui-work-resume"), Icon::Spreadsheet),
        };
        let withdraw = self
            .chosen_list()
            .map(|_| action(Icon::Ban, tr!("ui-work-withdraw"), style::secondary, Some(Message::Withdraw)));
        let open = action(icon, word, style::primary, item.map(|_| Message::Open));
        let to_print = self.to_print().len();
        let print = (to_print > 1 && withdraw.is_none()).then(|| {
            let word = tr!("ui-print-all-open", count = figure(to_print));
            let print = action(Icon::Printer, word, style::secondary, Some(Message::PrintAll));
            hint(print, tr!("ui-print-all-open-hint"), Some(Wish::Print))
        });
        let content = row![caption(about).width(Fill)]
            .push(withdraw)
            .push(print)
            .push(hint(open, tr!("ui-work-open-hint"), Some(Wish::Issue)))
            .spacing(space::S)
            .align_y(iced::Center);
        container(content).padding([space::M, space::L]).width(Fill).style(style::bar).into()
    }
}

fn nothing<'a>() -> Element<'a, Message> {
    let begin = action(Icon::FileUp, tr!("ui-register-begin"), style::primary, Some(Message::Import));
    let words = hero(Tone::Good, Icon::CircleCheck, tr!("ui-work-empty"), tr!("ui-work-empty-lead"));
    let content = stacked![words, hint(begin, tr!("ui-import-lead"), Some(Wish::GoImport))]
        .spacing(space::XL)
        .align_x(iced::Center);
    container(center(content)).width(Fill).height(Fill).style(style::sheet).into()
}

fn figures(desk: &Desk) -> Element<'_, Message> {
    let late = desk.items.iter().filter(|item| item.urgency == Urgency::Late).count();
    let soon = desk.items.iter().filter(|item| item.urgency == Urgency::Soon).count();
    let one = |tone: Tone, count: u64, word: String, more: String| {
        let number = text(figure(count)).size(size::FIGURE).font(BOLD).style(style::ink(tone));
        let words = stacked![body(word), caption(more)].spacing(space::HAIR);
        container(row![number, words].spacing(space::M).align_y(iced::Center))
            .padding([space::S, space::M])
            .width(Fill)
            .style(style::sheet)
    };
    let receipts = |entries| tr!("ui-work-receipts", count = figure(entries));
    let toned = |count, tone| if count > 0 { tone } else { Tone::Plain };
    let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    row![
        one(
            toned(late, Tone::Bad),
            count(late),
            tr!("ui-work-late"),
            tr!("ui-work-late-more", days = desk.service_days)
        ),
        one(toned(soon, Tone::Warn), count(soon), tr!("ui-work-soon"), tr!("ui-work-soon-more")),
        one(Tone::Plain, desk.figures.today.cards, tr!("ui-work-today"), receipts(desk.figures.today.entries)),
        one(Tone::Plain, desk.figures.month.cards, tr!("ui-work-month"), receipts(desk.figures.month.entries)),
    ]
    .spacing(space::M)
    .into()
}

fn cell(item: Option<&WorkItem>, column: usize) -> Cell<'_> {
    let Some(WorkItem { work, working_days, urgency }) = item else { return Cell::text("") };
    match column {
        0 => {
            let (icon, tone) = match urgency {
                Urgency::OnTime => (Icon::CircleCheck, Tone::Good),
                Urgency::Soon => (Icon::Info, Tone::Warn),
                Urgency::Late => (Icon::Warning, Tone::Bad),
            };
            Cell::text(tr!("ui-work-days", count = figure(*working_days))).icon(icon).tone(tone)
        }
        1 => Cell::text(work.company.as_str()),
        2 => Cell::text(figure(work.cards)),
        _ => Cell::text(capital(&i18n::step(work.step))),
    }
}

fn counted_from(item: &WorkItem) -> String {
    let day = i18n::day(item.work.since);
    let since = match item.work.counted_from {
        Since::Posted => tr!("ui-work-since-posted", date = day),
        Since::Entered => tr!("ui-work-since-entered", date = day),
        Since::Received => tr!("ui-work-since-received", date = day),
        Since::Issued => tr!("ui-work-since-issued", date = day),
    };
    let npp = item.work.npp.map(|npp| format!("NPP {npp}"));
    npp.into_iter().chain([since]).collect::<Vec<_>>().join(" · ")
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
