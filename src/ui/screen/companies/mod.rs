//! Companies: what is known of each, what it was before, and which are one.

mod deed;
mod pane;

use crate::domain::company::CompanyLine;
use crate::domain::{Npp, ReceiptNumber};
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Failure};
use crate::ui::office::Context;
use crate::ui::office::companies::{self as office, Opened};
use crate::ui::theme::{BOLD, Tone, column, measure, space, style};
use crate::ui::widget::{Cell, Column, Grid, Width, body, figure, hero, hint, input, muted, title};
use deed::Deed;
use iced::widget::{center, column as stacked, container, row};
use iced::{Element, Fill, Task};
use std::sync::Arc;

const SEARCH: &str = "companies-search";
pub(crate) const ROWS: &str = "companies-rows";

pub(crate) struct Companies {
    lines: Arc<[CompanyLine]>,
    search: String,
    /// Each list that is asked for has a number; older answers are late and ignored.
    asked: u64,
    /// The number of the list that is shown; 0 before the first.
    shown: u64,
    chosen: Option<Npp>,
    /// The chosen company; `None` until it was read.
    opened: Option<Box<Opened>>,
    /// What is about to be said of it.
    deed: Option<Deed>,
    failure: Option<Failure>,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Listed(u64, Result<Arc<[CompanyLine]>, Failure>),
    SearchTyped(String),
    Chosen(usize),
    Opened(Result<Box<Opened>, Failure>),
    /// Shows the company with this number.
    Show(Npp),
    DeedOpened(deed::Kind),
    DeedClosed,
    Deed(deed::Message),
    /// Recorded: the company that is shown from now on, and a sentence for the user.
    Done(Result<(Npp, String), Failure>),
    Receipt(ReceiptNumber),
    AllRows,
}

pub(crate) enum Action {
    None,
    Run(Task<Message>),
    /// This receipt, in the register.
    Receipt(ReceiptNumber),
    /// All rows of this company, in the register.
    Rows(Npp),
    Tell(Task<Message>, String),
}

impl Companies {
    pub(crate) fn new() -> Self {
        Self {
            lines: Arc::new([]),
            search: String::new(),
            asked: 0,
            shown: 0,
            chosen: None,
            opened: None,
            deed: None,
            failure: None,
        }
    }

    pub(crate) fn title() -> String {
        tr!("ui-companies")
    }

    /// Reads what is shown anew.
    pub(crate) fn refresh(&mut self, context: &Context) -> Task<Message> {
        self.asked += 1;
        let (asked, folder, search) = (self.asked, context.folder.clone(), self.search.clone());
        let list = job::quick(move || office::list(&folder, &search)).map(move |lines| Message::Listed(asked, lines));
        Task::batch([list, self.open(context)])
    }

    fn open(&self, context: &Context) -> Task<Message> {
        let Some(npp) = self.chosen else { return Task::none() };
        let folder = context.folder.clone();
        job::quick(move || office::open(&folder, npp)).map(Message::Opened)
    }

    fn choose(&mut self, npp: Npp, context: &Context) -> Task<Message> {
        if self.chosen != Some(npp) {
            self.opened = None;
            self.deed = None;
        }
        self.chosen = Some(npp);
        self.open(context)
    }

    /// What can be asked for here and now.
    pub(crate) fn offers(&self) -> Vec<Wish> {
        let chosen = self.opened.is_some().then_some([Wish::Edit, Wish::Merge]);
        chosen.into_iter().flatten().collect()
    }

    pub(crate) fn wish(&mut self, wish: Wish, context: &Context) -> Action {
        match wish {
            Wish::Search => Action::Run(Task::batch([
                iced::widget::operation::focus(SEARCH),
                iced::widget::operation::select_all(SEARCH),
            ])),
            Wish::Edit => self.update(Message::DeedOpened(deed::Kind::Edit), context),
            Wish::Merge => {
                let merged = self.opened.as_ref().is_some_and(|opened| opened.file.line.merged_into.is_some());
                let kind = if merged { deed::Kind::Part } else { deed::Kind::Merge };
                self.update(Message::DeedOpened(kind), context)
            }
            Wish::Save | Wish::Issue => self.update(Message::Deed(deed::Message::Do), context),
            Wish::Cancel => {
                if self.deed.take().is_none() {
                    self.chosen = None;
                    self.opened = None;
                }
                self.failure = None;
                Action::None
            }
            _ => Action::None,
        }
    }

    pub(crate) fn update(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::SearchTyped(search) => {
                self.search = search;
                return Action::Run(self.refresh(context));
            }
            Message::Listed(asked, result) if asked == self.asked => {
                self.shown = asked;
                match result {
                    Ok(lines) => self.lines = lines,
                    Err(failure) => self.failure = Some(failure),
                }
            }
            Message::Listed(..) => {}
            Message::Chosen(at) => {
                if let Some(line) = self.lines.get(at) {
                    let npp = line.npp;
                    return Action::Run(self.choose(npp, context));
                }
            }
            Message::Show(npp) => return Action::Run(self.choose(npp, context)),
            Message::Opened(Ok(opened)) => {
                if self.chosen == Some(opened.file.line.npp) {
                    self.opened = Some(opened);
                }
            }
            Message::Opened(Err(failure)) => self.failure = Some(failure),
            Message::DeedOpened(kind) => {
                if let Some(opened) = &self.opened {
                    self.failure = None;
                    let deed = Deed::new(kind, &opened.file);
                    let read = deed.seek(context);
                    self.deed = Some(deed);
                    return Action::Run(Task::batch([read, iced::widget::operation::focus(deed::FIRST)]));
                }
            }
            Message::DeedClosed => self.deed = None,
            Message::Deed(message) => {
                if let Some(deed) = &mut self.deed {
                    return Action::Run(deed.update(message, context));
                }
            }
            Message::Done(Ok((npp, sentence))) => {
                self.deed = None;
                self.failure = None;
                self.chosen = Some(npp);
                return Action::Tell(self.refresh(context), sentence);
            }
            Message::Done(Err(failure)) => {
                if let Some(deed) = &mut self.deed {
                    deed.busy = false;
                }
                self.failure = Some(failure);
            }
            Message::Receipt(number) => return Action::Receipt(number),
            Message::AllRows => {
                if let Some(npp) = self.chosen {
                    return Action::Rows(npp);
                }
            }
        }
        Action::None
    }

    pub(crate) fn view(&self) -> Element<'_, Message> {
        let failure = self.failure.as_ref().map(|failure| super::explained(failure, Tone::Bad));
        let content: Element<'_, Message> =
            if self.shown > 0 && self.lines.is_empty() && self.search.trim().is_empty() && self.failure.is_none() {
                let words =
                    hero(Tone::Accent, Icon::Building, tr!("ui-companies-empty"), tr!("ui-companies-empty-lead"));
                container(center(words)).width(Fill).height(Fill).style(style::sheet).into()
            } else {
                row![container(self.grid()).width(Fill)]
                    .push(self.opened.as_ref().map(|opened| {
                        let content = match &self.deed {
                            Some(deed) => deed.view(&opened.file),
                            None => pane::view(opened),
                        };
                        container(content).width(measure::PANE).height(Fill).style(style::sheet)
                    }))
                    .spacing(space::M)
                    .height(Fill)
                    .into()
            };
        stacked![self.header()].push(failure).push(content).spacing(space::L).into()
    }

    fn header(&self) -> Element<'_, Message> {
        let search = input(SEARCH, &tr!("ui-companies-search"), &self.search, false, Message::SearchTyped)
            .width(measure::FIELD_SEARCH);
        let total = body(tr!("ui-companies-total", count = figure(self.lines.len()))).font(BOLD);
        row![
            stacked![title(Self::title()), muted(tr!("ui-companies-lead"))].spacing(space::XS).width(Fill),
            total,
            hint(search, tr!("ui-companies-search"), Some(Wish::Search)),
        ]
        .spacing(space::M)
        .align_y(iced::Center)
        .into()
    }

    fn grid(&self) -> Element<'_, Message> {
        let mut columns = vec![
            Column::new(tr!("ui-col-npp"), Width::Fixed(column::NPP)),
            Column::new(tr!("ui-col-company"), Width::Fill { portion: 1.0, minimum: column::TEXT }),
            Column::new(tr!("ui-col-cards"), Width::Fixed(column::COUNT)).right(),
        ];
        // beside the chosen one there is room for what it is found by, and no more
        if self.opened.is_none() {
            columns.push(Column::new(tr!("ui-ro"), Width::Fill { portion: 0.5, minimum: column::ROW }));
            columns.push(Column::new(tr!("ui-companies-last"), Width::Fixed(column::DATE)));
        }
        let chosen = self.chosen.and_then(|npp| self.lines.iter().position(|line| line.npp == npp));
        Grid::new(ROWS, columns, self.lines.len(), |row, column| self.cell(row, column), Message::Chosen)
            .revision(self.shown)
            .chosen(chosen)
            .empty(if self.shown == 0 { tr!("ui-register-reading") } else { tr!("ui-register-none") })
            .on_open(|_| Message::DeedOpened(deed::Kind::Edit))
            .into()
    }

    fn cell(&self, at: usize, column: usize) -> Cell<'_> {
        let Some(line) = self.lines.get(at) else { return Cell::text("") };
        let tone = if line.merged_into.is_some() { Tone::Faint } else { Tone::Plain };
        match column {
            0 => Cell::text(line.npp.to_string()).tone(tone),
            1 => match line.merged_into {
                None => Cell::text(line.name.as_str()),
                Some(npp) => {
                    let merged = tr!("company-merged-into", npp = npp.to_string());
                    Cell::text(format!("{} ({merged})", line.name)).tone(tone)
                }
            },
            2 => Cell::text(figure(line.cards)).tone(tone),
            3 => Cell::text(line.ro.as_deref().unwrap_or("—")).tone(tone),
            _ => Cell::text(line.last.map_or_else(|| "—".to_owned(), crate::domain::date::short)).tone(tone),
        }
    }
}
