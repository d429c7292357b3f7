//! The cards of a receipt, to be ticked: by a click, by Enter, or by typing a KPJ.

use super::deed::kpjs;
use crate::domain::{IssuedCard, Kpj};
use crate::tr;
use crate::ui::icon::Icon;
use crate::ui::theme::{Tone, column, space};
use crate::ui::widget::{Cell, Column, Grid, Width, caption, figure, input, quiet_action};
use iced::widget::{Space, column as stacked, row};
use iced::{Element, Fill};
use std::collections::BTreeSet;
use std::sync::Arc;

pub(super) const KPJ: &str = "register-card-kpj";
const ROWS: &str = "register-cards";

#[derive(Debug, Clone, Default)]
pub(crate) struct Picker {
    /// Empty until they were read.
    cards: Option<Arc<[IssuedCard]>>,
    ticked: BTreeSet<usize>,
    cursor: Option<usize>,
    typed: String,
    edition: u64,
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
    pub(super) fn show(&mut self, cards: Arc<[IssuedCard]>) {
        self.cards = Some(cards);
        self.edition += 1;
    }

    fn cards(&self) -> &[IssuedCard] {
        self.cards.as_deref().unwrap_or_default()
    }

    /// The cards that are ticked, in the order of the receipt.
    pub(super) fn ticked(&self) -> Vec<Kpj> {
        self.ticked.iter().filter_map(|at| self.cards().get(*at)).map(|card| card.worker.kpj).collect()
    }

    pub(super) fn update(&mut self, message: Message) {
        match message {
            Message::Moved(at) => self.cursor = Some(at),
            Message::Toggled(at) => {
                if !self.ticked.remove(&at) {
                    self.ticked.insert(at);
                }
                self.edition += 1;
            }
            Message::AllToggled => {
                let all = self.cards().len();
                self.ticked = if self.ticked.len() == all { BTreeSet::new() } else { (0..all).collect() };
                self.edition += 1;
            }
            Message::Typed(text) => self.typed = text,
            Message::Add => {
                let wanted = kpjs(&self.typed);
                let found: Vec<usize> = wanted
                    .iter()
                    .filter_map(|kpj| self.cards().iter().position(|card| card.worker.kpj == *kpj))
                    .collect();
                // what is not on this receipt stays in the field, to be seen
                if !wanted.is_empty() && found.len() == wanted.len() {
                    self.typed.clear();
                }
                self.cursor = found.last().copied().or(self.cursor);
                self.ticked.extend(found);
                self.edition += 1;
            }
        }
    }

    fn wrong(&self) -> bool {
        !self.typed.trim().is_empty()
            && kpjs(&self.typed).iter().any(|kpj| self.cards().iter().all(|card| card.worker.kpj != *kpj))
    }

    pub(super) fn view<'a, M: Clone + 'a>(&'a self, wrap: fn(Message) -> M) -> Element<'a, M> {
        let columns = vec![
            Column::new("", Width::Fixed(column::ICON)),
            Column::new(tr!("ui-col-kpj"), Width::Fixed(column::KPJ)),
            Column::new(tr!("ui-col-name"), Width::Fill { portion: 1.0, minimum: column::TEXT }),
        ];
        let cell = move |at: usize, column: usize| {
            let Some(card) = self.cards().get(at) else { return Cell::text("") };
            let ticked = self.ticked.contains(&at);
            match column {
                0 if ticked => Cell::text("").icon(Icon::CircleCheck).tone(Tone::Accent),
                0 => Cell::text(""),
                1 => Cell::text(card.worker.kpj.to_string()),
                _ if ticked => Cell::text(card.worker.name.as_str()).strong(),
                _ => Cell::text(card.worker.name.as_str()),
            }
        };
        let grid = Grid::new(ROWS, columns, self.cards().len(), cell, move |at| wrap(Message::Moved(at)))
            .edition(self.edition)
            .chosen(self.cursor)
            .empty(tr!("ui-register-reading"))
            .on_click(move |at| wrap(Message::Toggled(at)))
            .on_open(move |at| wrap(Message::Toggled(at)));
        let typed = input(KPJ, &tr!("ui-pick-kpj"), &self.typed, self.wrong(), move |text| wrap(Message::Typed(text)))
            .on_submit(wrap(Message::Add))
            .width(crate::ui::theme::measure::FIELD_SEARCH);
        let about = if self.wrong() {
            tr!("ui-pick-not-here")
        } else {
            tr!("ui-picked", count = figure(self.ticked.len()), all = figure(self.cards().len()))
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
