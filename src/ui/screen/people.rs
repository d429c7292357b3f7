//! Who holds which cards: one field for KPJ, NIK or name, over every card ever issued.

use super::card_story::card_story;
use super::register::status;
use crate::domain::ReceiptStatus;
use crate::domain::life::CardEvent;
use crate::domain::person::{Found, HeldCard, Person, PersonQuery};
use crate::domain::{Kpj, ReceiptNumber, date};
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Failure};
use crate::ui::office::{self, Context};
use crate::ui::theme::{BOLD, Tone, column, measure, space, style};
use crate::ui::widget::{Cell, Column, Grid, Width, action, body, caption, figure, hero, hint, input, muted, title};
use crate::workflow::issue::Files;
use crate::{i18n, tr};
use iced::widget::{center, column as stacked, container, row};
use iced::{Element, Fill, Task};
use std::path::PathBuf;
use std::sync::Arc;

const SEARCH: &str = "people-search";
const ROWS: &str = "people-rows";

pub(crate) struct People {
    text: String,
    /// What was found, and for which text. Nothing is looked for before Enter: each search that shows people is on record.
    found: Option<Arc<Found>>,
    /// Person and card of each row.
    rows: Vec<(usize, usize)>,
    asked: u64,
    chosen: Option<usize>,
    /// What happened to the chosen card; empty until it was read.
    history: Vec<CardEvent>,
    failure: Option<Failure>,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Typed(String),
    Search,
    Found(u64, Result<Arc<Found>, Failure>),
    Chosen(usize),
    HistoryRead(Kpj, Result<Vec<CardEvent>, Failure>),
    OpenReceipt,
    Opening(Result<Files, Failure>),
    ShowInRegister,
}

pub(crate) enum Action {
    None,
    Run(Task<Message>),
    Open(PathBuf),
    /// The receipt of a card, in the register.
    Show(ReceiptNumber),
}

impl People {
    pub(crate) fn new() -> Self {
        Self {
            text: String::new(),
            found: None,
            rows: Vec::new(),
            asked: 0,
            chosen: None,
            history: Vec::new(),
            failure: None,
        }
    }

    pub(crate) fn title() -> String {
        tr!("ui-people")
    }

    /// Puts the cursor into the field.
    pub(crate) fn focus<T: Send + 'static>() -> Task<T> {
        Task::batch([iced::widget::operation::focus(SEARCH), iced::widget::operation::select_all(SEARCH)])
    }

    pub(crate) fn wish(&mut self, wish: Wish) {
        if wish == Wish::Cancel {
            // What was shown is personal: one key takes it off the screen.
            let asked = self.asked + 1;
            *self = Self { asked, ..Self::new() };
        }
    }

    fn card(&self, at: usize) -> Option<(&Person, &HeldCard)> {
        let (person, card) = *self.rows.get(at)?;
        let person = self.found.as_ref()?.people.get(person)?;
        Some((person, person.cards.get(card)?))
    }

    pub(crate) fn update(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::Typed(text) => self.text = text,
            Message::Search => {
                self.asked += 1;
                let (asked, folder, text) = (self.asked, context.folder.clone(), self.text.clone());
                let task = job::quick(move || office::people(&folder, &text));
                return Action::Run(task.map(move |found| Message::Found(asked, found)));
            }
            Message::Found(asked, result) if asked == self.asked => {
                self.chosen = None;
                self.history.clear();
                self.rows.clear();
                match result {
                    Ok(found) => {
                        let cards =
                            |(at, person): (usize, &Person)| (0..person.cards.len()).map(move |card| (at, card));
                        self.rows = found.people.iter().enumerate().flat_map(cards).collect();
                        self.found = Some(found);
                        self.failure = None;
                    }
                    Err(failure) => {
                        self.found = None;
                        self.failure = Some(failure);
                    }
                }
            }
            Message::Found(..) => {}
            Message::Chosen(at) => {
                self.chosen = Some(at);
                self.history.clear();
                let Some(kpj) = self.card(at).map(|(_, card)| card.kpj) else { return Action::None };
                let folder = context.folder.clone();
                let read = job::quick(move || office::card_history(&folder, &kpj));
                return Action::Run(read.map(move |history| Message::HistoryRead(kpj, history)));
            }
            Message::HistoryRead(kpj, result) => {
                if self.chosen.and_then(|at| self.card(at)).is_some_and(|(_, card)| card.kpj == kpj) {
                    match result {
                        Ok(history) => self.history = history,
                        Err(failure) => self.failure = Some(failure),
                    }
                }
            }
            Message::OpenReceipt => {
                if let Some((_, card)) = self.chosen.and_then(|at| self.card(at)) {
                    let (folder, number) = (context.folder.clone(), card.receipt.clone());
                    return Action::Run(job::quick(move || office::documents(&folder, &number)).map(Message::Opening));
                }
            }
            Message::Opening(Ok(files)) => return Action::Open(files.receipt),
            Message::Opening(Err(failure)) => self.failure = Some(failure),
            Message::ShowInRegister => {
                if let Some((_, card)) = self.chosen.and_then(|at| self.card(at)) {
                    return Action::Show(card.receipt.clone());
                }
            }
        }
        Action::None
    }

    pub(crate) fn view(&self) -> Element<'_, Message> {
        let failure = self.failure.as_ref().map(|failure| super::explained(failure, Tone::Bad));
        let content: Element<'_, Message> = match &self.found {
            None => {
                let words = hero(Tone::Accent, Icon::Search, tr!("ui-people-begin"), tr!("ui-people-begin-lead"));
                container(center(words)).width(Fill).height(Fill).style(style::sheet).into()
            }
            Some(found) => stacked![container(self.grid()).height(Fill)]
                .push(self.story())
                .push(self.end(found))
                .spacing(space::M)
                .into(),
        };
        stacked![self.header()].push(failure).push(content).spacing(space::L).into()
    }

    fn header(&self) -> Element<'_, Message> {
        let wrong = !self.text.trim().is_empty() && PersonQuery::parse(&self.text).is_none();
        let field = input(SEARCH, &tr!("ui-people-search"), &self.text, wrong, Message::Typed)
            .on_submit(Message::Search)
            .width(measure::FIELD_SEARCH);
        let search = action(Icon::Search, tr!("ui-people-go"), style::primary, (!wrong).then_some(Message::Search));
        row![
            stacked![title(Self::title()), muted(tr!("ui-people-lead"))].spacing(space::XS).width(Fill),
            hint(field, tr!("ui-people-search"), Some(Wish::FindPerson)),
            search,
        ]
        .spacing(space::S)
        .align_y(iced::Center)
        .into()
    }

    fn grid(&self) -> Element<'_, Message> {
        let columns = vec![
            Column::new(tr!("field-name"), Width::Fill { portion: 1.0, minimum: column::TEXT }),
            Column::new(tr!("field-nik"), Width::Fixed(column::NIK)),
            Column::new(tr!("field-kpj"), Width::Fixed(column::KPJ)),
            Column::new(tr!("ui-col-date"), Width::Fixed(column::DATE)),
            Column::new(tr!("ui-col-company"), Width::Fill { portion: 1.0, minimum: column::TEXT }),
            Column::new(tr!("ui-col-status"), Width::Fixed(column::STATUS)),
        ];
        Grid::new(ROWS, columns, self.rows.len(), |row, column| self.cell(row, column), Message::Chosen)
            .revision(self.asked)
            .chosen(self.chosen)
            .empty(tr!("ui-people-none"))
            .on_open(|_| Message::OpenReceipt)
            .into()
    }

    fn cell(&self, at: usize, column: usize) -> Cell<'_> {
        let Some((person, card)) = self.card(at) else { return Cell::text("") };
        // Name and number stand at the first of a person's cards.
        let first = self.rows.get(at).is_some_and(|(_, card)| *card == 0);
        let tone = if card.status == ReceiptStatus::Void { Tone::Faint } else { Tone::Plain };
        match column {
            0 if first => Cell::text(person.name.as_str()).strong(),
            1 if first => {
                let number = person.nik.map(|nik| nik.to_string()).or_else(|| person.passport.clone());
                Cell::text(number.unwrap_or_default())
            }
            0 | 1 => Cell::text(""),
            2 => Cell::text(card.kpj.to_string()).tone(tone),
            3 => Cell::text(date::short(card.date)).tone(tone),
            4 => Cell::text(card.company.as_str()).tone(tone),
            _ => {
                let (icon, tone, word) = status(card.status);
                Cell::text(word).icon(icon).tone(tone)
            }
        }
    }

    /// Everything that happened to the chosen card.
    fn story(&self) -> Option<Element<'_, Message>> {
        let (_, card) = self.card(self.chosen?)?;
        Some(card_story(&card.kpj, &self.history))
    }

    fn end(&self, found: &Found) -> Element<'_, Message> {
        let people = tr!("ui-people-total", people = figure(found.people.len()), cards = figure(self.rows.len()));
        let about = match self.chosen.and_then(|at| self.card(at)) {
            Some((person, card)) => {
                let born = person.birth_date.map_or_else(|| "—".to_owned(), i18n::day);
                let copies = figure(card.copies);
                tr!("ui-people-chosen", number = card.receipt.to_string(), born = born, copies = copies)
            }
            None if found.more => tr!("ui-people-more"),
            None => tr!("ui-people-choose"),
        };
        let total = stacked![body(people).font(BOLD), caption(about)].spacing(space::HAIR).width(Fill);
        let chosen = |message: Message| self.chosen.is_some().then_some(message);
        let content = row![
            total,
            action(Icon::Receipt, tr!("ui-open-receipt"), style::secondary, chosen(Message::OpenReceipt)),
            action(Icon::Book, tr!("ui-people-show"), style::secondary, chosen(Message::ShowInRegister)),
        ]
        .spacing(space::S)
        .align_y(iced::Center);
        container(content).padding([space::M, space::L]).width(Fill).style(style::bar).into()
    }
}
