//! Cards to be ticked: by a click, by Enter, or by typing a KPJ or the number that a card has in the list.

use crate::domain::cards::{BadCards, CardSelection};
use crate::domain::life::SpoiltCard;
use crate::domain::{IssuedCard, Kpj, ReceiptNumber};
use crate::tr;
use crate::ui::icon::Icon;
use crate::ui::theme::{Tone, column, measure, space};
use crate::ui::widget::{Cell, Column, Grid, Width, caption, figure, input, quiet_action};
use iced::widget::{Space, column as stacked, row};
use iced::{Element, Fill};
use std::collections::BTreeSet;

pub(crate) const KPJ: &str = "picker-kpj";
const ROWS: &str = "picker-cards";

#[derive(Debug, Clone, Default)]
pub(crate) struct Picker {
    cards: Vec<Offer>,
    /// Their numbers.
    kpjs: Vec<Kpj>,
    ticked: BTreeSet<usize>,
    cursor: Option<usize>,
    typed: String,
    /// What is typed was to be added and names a card that is not here.
    refused: bool,
}

/// A card to tick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Offer {
    pub(crate) kpj: Kpj,
    pub(crate) name: String,
    /// Its receipt and company, in lists over several receipts.
    pub(crate) from: Option<(ReceiptNumber, String)>,
}

impl From<&IssuedCard> for Offer {
    fn from(card: &IssuedCard) -> Self {
        Self { kpj: card.worker.kpj, name: card.worker.name.clone(), from: None }
    }
}

impl From<SpoiltCard> for Offer {
    fn from(card: SpoiltCard) -> Self {
        Self { kpj: card.kpj, name: card.name, from: Some((card.receipt, card.company)) }
    }
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Moved(usize),
    Toggled(usize),
    AllToggled,
    Typed(String),
    Add,
}

impl Picker {
    pub(crate) fn show(&mut self, cards: Vec<Offer>) {
        self.kpjs = cards.iter().map(|card| card.kpj).collect();
        self.ticked.retain(|at| *at < cards.len());
        self.cards = cards;
    }

    pub(crate) fn tick_all(&mut self) {
        self.ticked = (0..self.cards.len()).collect();
    }

    /// The cards that are ticked, in the order of the list.
    pub(crate) fn ticked(&self) -> Vec<Kpj> {
        self.ticked.iter().filter_map(|at| self.kpjs.get(*at)).copied().collect()
    }

    pub(crate) fn update(&mut self, message: Message) {
        match message {
            Message::Moved(at) => self.cursor = Some(at),
            Message::Toggled(at) => {
                if !self.ticked.remove(&at) {
                    self.ticked.insert(at);
                }
            }
            Message::AllToggled if self.ticked.len() == self.cards.len() => {
                self.ticked.clear();
            }
            Message::AllToggled => self.tick_all(),
            Message::Typed(text) => {
                self.typed = text;
                self.refused = false;
            }
            Message::Add => match self.named() {
                Ok(found) => {
                    self.typed.clear();
                    self.cursor = found.last().copied().or(self.cursor);
                    self.ticked.extend(found);
                }
                // what is not here stays in the field, to be seen
                Err(_) => self.refused = true,
            },
        }
    }

    /// The cards that are typed.
    fn named(&self) -> Result<Vec<usize>, BadCards> {
        self.typed.parse::<CardSelection>()?.of(&self.kpjs)
    }

    /// A number that is too high for the list may be the beginning of a KPJ.
    fn wrong(&self) -> bool {
        self.refused || matches!(self.named(), Err(BadCards::Unreadable | BadCards::NotHere(_)))
    }

    pub(crate) fn view<'a, M: Clone + 'a>(&'a self, wrap: fn(Message) -> M) -> Element<'a, M> {
        let mut columns = vec![
            Column::new("", Width::Fixed(column::ICON)),
            Column::new(tr!("ui-pick-place"), Width::Fixed(column::ROW)).right(),
            Column::new(tr!("ui-col-kpj"), Width::Fixed(column::KPJ)),
            Column::new(tr!("ui-col-name"), Width::Fill { portion: 1.0, minimum: column::TEXT }),
        ];
        if self.cards.iter().any(|card| card.from.is_some()) {
            columns.push(Column::new(tr!("ui-pick-from"), Width::Fill { portion: 1.0, minimum: column::TEXT }));
        }
        let cell = move |at: usize, column: usize| {
            let Some(card) = self.cards.get(at) else { return Cell::text("") };
            let ticked = self.ticked.contains(&at);
            match column {
                0 if ticked => Cell::text("").icon(Icon::CircleCheck).tone(Tone::Accent),
                0 => Cell::text(""),
                1 => Cell::text(figure(at + 1)),
                2 => Cell::text(card.kpj.to_string()),
                3 if ticked => Cell::text(card.name.as_str()).strong(),
                3 => Cell::text(card.name.as_str()),
                _ => Cell::text(
                    card.from.as_ref().map_or_else(String::new, |(number, company)| format!("{number} · {company}")),
                ),
            }
        };
        let grid = Grid::new(ROWS, columns, self.cards.len(), cell, move |at| wrap(Message::Moved(at)))
            .chosen(self.cursor)
            .empty(tr!("ui-register-reading"))
            .on_click(move |at| wrap(Message::Toggled(at)))
            .on_open(move |at| wrap(Message::Toggled(at)));
        let typed = input(KPJ, &tr!("ui-pick-kpj"), &self.typed, self.wrong(), move |text| wrap(Message::Typed(text)))
            .on_submit(wrap(Message::Add))
            .width(measure::FIELD_SEARCH);
        let about = if self.wrong() {
            tr!("ui-pick-not-here")
        } else {
            tr!("ui-picked", count = figure(self.ticked.len()), all = figure(self.cards.len()))
        };
        let all = quiet_action(Icon::Check, tr!("ui-pick-all"), Some(wrap(Message::AllToggled)));
        stacked![
            row![typed, all, Space::new().width(Fill), caption(about)].spacing(space::S).align_y(iced::Center),
            grid
        ]
        .spacing(space::S)
        .into()
    }
}
