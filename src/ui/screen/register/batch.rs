//! The people of the chosen receipt, in the place of the list: each with everything that happened to the card.

use super::Message as Parent;
use crate::domain::life::CardEvent;
use crate::domain::person::PersonQuery;
use crate::domain::{IssuedCard, Kpj, ReceiptNumber, date};
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Failure};
use crate::ui::office::{self, Context};
use crate::ui::screen::card_story::card_story;
use crate::ui::theme::{BOLD, column, measure, space};
use crate::ui::widget::{Cell, Column, Grid, Width, body, figure, hint, input, quiet_action};
use iced::widget::{Space, column as stacked, row};
use iced::{Element, Fill, Task};
use std::sync::Arc;

pub(super) const SEARCH: &str = "register-people-search";
const ROWS: &str = "register-people";

pub(super) struct Batch {
    pub(super) number: ReceiptNumber,
    /// `None` until they were read.
    people: Option<Arc<[IssuedCard]>>,
    text: String,
    /// Those whom the text means, by their place on the receipt.
    shown: Vec<usize>,
    /// Other rows with each text.
    revision: u64,
    chosen: Option<Kpj>,
    /// What happened to the chosen card; empty until it was read.
    history: Vec<CardEvent>,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Read(ReceiptNumber, Result<Arc<[IssuedCard]>, Failure>),
    Typed(String),
    Chosen(usize),
    HistoryRead(Kpj, Result<Vec<CardEvent>, Failure>),
}

impl Batch {
    pub(super) fn open(number: ReceiptNumber, context: &Context) -> (Self, Task<Parent>) {
        let (folder, of) = (context.folder.clone(), number.clone());
        let read = job::quick({
            let number = number.clone();
            move || office::people_of(&folder, &number)
        });
        let batch = Self {
            number,
            people: None,
            text: String::new(),
            shown: Vec::new(),
            revision: super::rows::number(),
            chosen: None,
            history: Vec::new(),
        };
        let read = read.map(move |people| Parent::Batch(Message::Read(of.clone(), people)));
        (batch, Task::batch([read, iced::widget::operation::focus(SEARCH)]))
    }

    fn card(&self, at: usize) -> Option<&IssuedCard> {
        self.people.as_ref()?.get(*self.shown.get(at)?)
    }

    fn kpj(&self, at: usize) -> Option<Kpj> {
        Some(self.card(at)?.worker.kpj)
    }

    /// Finds out whom the text means; a text that can mean nobody hides nobody.
    fn sift(&mut self) {
        let query = PersonQuery::parse(&self.text);
        let people = self.people.iter().flat_map(|people| people.iter()).enumerate();
        let meant = people.filter(|(_, card)| query.as_ref().is_none_or(|query| query.means(&card.worker)));
        self.shown = meant.map(|(at, _)| at).collect();
        self.revision = super::rows::number();
        let shown = |kpj: &Kpj| (0..self.shown.len()).any(|at| self.kpj(at).as_ref() == Some(kpj));
        self.chosen = self.chosen.filter(shown);
    }

    pub(super) fn update(&mut self, message: Message, context: &Context) -> Result<Task<Parent>, Failure> {
        match message {
            Message::Read(number, people) if number == self.number => {
                self.people = Some(people?);
                self.sift();
            }
            Message::HistoryRead(kpj, history) if self.chosen == Some(kpj) => self.history = history?,
            // of another receipt, or of another card
            Message::Read(..) | Message::HistoryRead(..) => {}
            Message::Typed(text) => {
                self.text = text;
                self.sift();
            }
            Message::Chosen(at) => {
                let Some(kpj) = self.kpj(at) else { return Ok(Task::none()) };
                self.chosen = Some(kpj);
                self.history.clear();
                let folder = context.folder.clone();
                let read = job::quick(move || office::card_history(&folder, &kpj));
                return Ok(read.map(move |history| Parent::Batch(Message::HistoryRead(kpj, history))));
            }
        }
        Ok(Task::none())
    }

    pub(super) fn view(&self) -> Element<'_, Parent> {
        let all = self.people.as_ref().map_or(0, |people| people.len());
        let total = tr!("ui-batch-people", shown = figure(self.shown.len()), all = figure(all));
        let search =
            input(SEARCH, &tr!("ui-people-search"), &self.text, false, Message::Typed).width(measure::FIELD_SEARCH);
        let back = quiet_action(Icon::ArrowLeft, tr!("ui-batch-back"), Some(Parent::BatchClosed));
        let head = row![
            hint(back, tr!("ui-batch-back-hint"), Some(Wish::Cancel)),
            body(total).font(BOLD),
            Space::new().width(Fill),
            hint(Element::from(search).map(Parent::Batch), tr!("ui-people-search"), Some(Wish::Search)),
        ]
        .spacing(space::M)
        .align_y(iced::Center);
        stacked![head, self.grid().map(Parent::Batch)].spacing(space::S).into()
    }

    /// Everything that happened to the chosen card.
    pub(super) fn story(&self) -> Option<Element<'_, Parent>> {
        Some(card_story(self.chosen.as_ref()?, &self.history))
    }

    fn grid(&self) -> Element<'_, Message> {
        let columns = vec![
            Column::new(tr!("ui-pick-place"), Width::Fixed(column::ROW)).right(),
            Column::new(tr!("field-name"), Width::Fill { portion: 1.0, minimum: column::TEXT }),
            Column::new(tr!("field-kpj"), Width::Fixed(column::KPJ)),
            Column::new(tr!("field-nik"), Width::Fixed(column::NIK)),
            Column::new(tr!("ui-col-birth"), Width::Fixed(column::DATE)),
        ];
        let chosen = self.chosen.and_then(|kpj| (0..self.shown.len()).find(|at| self.kpj(*at) == Some(kpj)));
        Grid::new(ROWS, columns, self.shown.len(), |row, column| self.cell(row, column), Message::Chosen)
            .revision(self.revision)
            .chosen(chosen)
            .empty(if self.people.is_none() { tr!("ui-register-reading") } else { tr!("ui-people-none") })
            .into()
    }

    fn cell(&self, at: usize, column: usize) -> Cell<'_> {
        let Some(card) = self.card(at) else { return Cell::text("") };
        let worker = &card.worker;
        match column {
            0 => Cell::text(figure(self.shown[at] + 1)),
            1 => Cell::text(worker.name.as_str()).strong(),
            2 => Cell::text(worker.kpj.to_string()),
            3 => Cell::text(worker.identity.as_str()),
            _ => Cell::text(worker.birth_date.map_or_else(|| "—".to_owned(), date::short)),
        }
    }
}
