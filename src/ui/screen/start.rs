//! Where on a used sheet cards begin.

use crate::tr;
use crate::ui::theme::measure;
use crate::ui::widget::{field, figure, hint, input};
use iced::Element;

/// A place as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Start {
    pub(crate) typed: String,
    /// How many cards a sheet holds; with one there is nothing to choose.
    pub(crate) places: usize,
}

impl Default for Start {
    fn default() -> Self {
        Self { typed: "1".into(), places: 1 }
    }
}

impl Start {
    /// From 1; `None` where the sheet has no such place.
    pub(crate) fn place(&self) -> Option<usize> {
        if self.places <= 1 {
            return Some(1);
        }
        self.typed.trim().parse().ok().filter(|place| (1..=self.places).contains(place))
    }

    /// The field, where there is something to choose.
    pub(crate) fn field<'a, M: Clone + 'a>(
        &'a self,
        id: &'static str,
        typed: impl Fn(String) -> M + 'a,
    ) -> Option<Element<'a, M>> {
        let control = || input(id, "1", &self.typed, self.place().is_none(), typed);
        let explanation = || tr!("ui-sheet-start-hint", places = figure(self.places));
        (self.places > 1)
            .then(|| hint(field(tr!("ui-sheet-start"), control(), None, measure::FIELD_SHORT), explanation(), None))
    }
}
