//! The days on which the office is closed, as a list to add to and to take from.

use crate::domain::Settings as Office;
use crate::domain::working_days::Holiday;
use crate::ui::icon::Icon;
use crate::ui::theme::{Tone, measure, space};
use crate::ui::widget::{action, body, caption, complaint, heading, hint, input, note, quiet_action};
use crate::{i18n, tr};
use chrono::{Datelike, NaiveDate};
use iced::widget::{Column, column, row};
use iced::{Element, Fill};

pub(super) const DAY: &str = "holiday-day";
const NAME: &str = "holiday-name";

#[derive(Default)]
pub(super) struct Holidays {
    day: String,
    name: String,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    DayTyped(String),
    NameTyped(String),
    Add,
    Remove(NaiveDate),
    Given,
}

fn day(text: &str) -> Option<NaiveDate> {
    let forms = ["%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d"];
    let day = forms.iter().find_map(|form| NaiveDate::parse_from_str(text.trim(), form).ok())?;
    (2000..=2999).contains(&day.year()).then_some(day)
}

impl Holidays {
    fn new_one(&self) -> Option<Holiday> {
        let name = self.name.trim();
        Some(Holiday { day: day(&self.day)?, name: name.to_owned() }).filter(|_| !name.is_empty())
    }

    /// Changes the list in place.
    pub(super) fn update(&mut self, message: Message, holidays: &mut Vec<Holiday>) {
        match message {
            Message::DayTyped(text) => self.day = text,
            Message::NameTyped(text) => self.name = text,
            Message::Add => {
                if let Some(holiday) = self.new_one() {
                    holidays.push(holiday);
                    holidays.sort();
                    holidays.dedup();
                    *self = Self::default();
                }
            }
            Message::Remove(day) => holidays.retain(|holiday| holiday.day != day),
            Message::Given => *holidays = Office::default().holidays,
        }
    }

    pub(super) fn view<'a>(&'a self, holidays: &[Holiday], today: Option<NaiveDate>) -> Element<'a, Message> {
        let wrong = !self.day.trim().is_empty() && day(&self.day).is_none();
        let can = self.new_one().map(|_| Message::Add);
        let line = row![
            input(DAY, &tr!("ui-holiday-day"), &self.day, wrong, Message::DayTyped)
                .on_submit_maybe(can.clone())
                .width(measure::FIELD_SHORT),
            input(NAME, &tr!("ui-holiday-name"), &self.name, false, Message::NameTyped).on_submit_maybe(can.clone()),
        ]
        .spacing(space::S);
        let add = action(Icon::Check, tr!("ui-holiday-add"), crate::ui::theme::style::secondary, can);
        let mut list = Column::new().spacing(space::HAIR);
        let mut year = None;
        // the coming years first: those before are only history
        let mut sorted: Vec<&Holiday> = holidays.iter().collect();
        sorted.sort_by_key(|holiday| (std::cmp::Reverse(holiday.day.year()), holiday.day));
        for holiday in sorted {
            if year != Some(holiday.day.year()) {
                year = Some(holiday.day.year());
                list = list.push(heading(holiday.day.year().to_string()));
            }
            let remove = quiet_action(Icon::X, "", Some(Message::Remove(holiday.day)));
            let remove = hint(remove, tr!("ui-holiday-remove"), None);
            let words = column![body(i18n::day(holiday.day)), caption(holiday.name.clone())].spacing(space::HAIR);
            list = list.push(row![words.width(Fill), remove].align_y(iced::Center));
        }
        let unknown = today.map(|today| today.year()).filter(|year| holidays.iter().all(|one| one.day.year() != *year));
        let unknown =
            unknown.map(|year| note(Tone::Warn, Icon::Warning, tr!("ui-holiday-unknown", year = year.to_string())));
        let given = Office::default().holidays;
        let given = (holidays != given.as_slice())
            .then(|| quiet_action(Icon::Undo, tr!("ui-holiday-given"), Some(Message::Given)));
        column![line, add]
            .push(wrong.then(|| complaint(tr!("ui-holiday-day-wrong"))))
            .push(unknown)
            .push(list)
            .push(given)
            .spacing(space::S)
            .into()
    }
}
