//! Which rows are asked for: a search, days, status, officer, company.

use super::Message as Screen;
use crate::domain::{Npp, ReceiptStatus, date};
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::theme::{measure, space};
use crate::ui::widget::{hint, input, muted, quiet_action, select};
use crate::workflow::register::Filter;
use chrono::{Datelike, Months, NaiveDate};
use iced::widget::{container, row};
use iced::{Element, Fill};

pub(super) const SEARCH: &str = "register-search";
const FROM: &str = "register-from";
const TO: &str = "register-to";

/// Days that are asked for often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Period {
    All,
    ThisMonth,
    LastMonth,
    ThisYear,
    LastYear,
    /// As typed.
    Own,
}

impl Period {
    const ALL: [Self; 6] = [Self::All, Self::ThisMonth, Self::LastMonth, Self::ThisYear, Self::LastYear, Self::Own];

    /// Its first and last day; `None` where there is none.
    fn days(self, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let month = today.with_day(1)?;
        let year = month.with_month(1)?;
        let (first, months) = match self {
            Self::All | Self::Own => return None,
            Self::ThisMonth => (month, 1),
            Self::LastMonth => (month.checked_sub_months(Months::new(1))?, 1),
            Self::ThisYear => (year, 12),
            Self::LastYear => (year.checked_sub_months(Months::new(12))?, 12),
        };
        Some((first, first.checked_add_months(Months::new(months))?.pred_opt()?))
    }

    fn words(self) -> String {
        match self {
            Self::All => tr!("ui-period-all"),
            Self::ThisMonth => tr!("ui-period-this-month"),
            Self::LastMonth => tr!("ui-period-last-month"),
            Self::ThisYear => tr!("ui-period-this-year"),
            Self::LastYear => tr!("ui-period-last-year"),
            Self::Own => tr!("ui-period-own"),
        }
    }
}

/// As far as it is filled in.
#[derive(Debug, Clone)]
pub(super) struct Filters {
    pub(super) search: String,
    period: Period,
    from: String,
    to: String,
    status: Option<ReceiptStatus>,
    /// Empty: rows without an officer.
    officer: Option<String>,
    company: Option<Npp>,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    SearchTyped(String),
    FromTyped(String),
    ToTyped(String),
    PeriodChosen(Period),
    StatusChosen(Option<ReceiptStatus>),
    OfficerChosen(Option<String>),
    CompanyChosen(Option<Npp>),
    Cleared,
}

impl Message {
    /// Whether more of the same kind may follow at once.
    pub(super) fn is_typing(&self) -> bool {
        matches!(self, Self::SearchTyped(_) | Self::FromTyped(_) | Self::ToTyped(_))
    }
}

/// A day that was typed: none, one, or what is no day.
fn typed(text: &str) -> Result<Option<NaiveDate>, ()> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    NaiveDate::parse_from_str(text, "%d-%m-%Y").ok().filter(|day| day.year() >= 1000).map(Some).ok_or(())
}

impl Filters {
    pub(super) fn new() -> Self {
        Self {
            search: String::new(),
            period: Period::All,
            from: String::new(),
            to: String::new(),
            status: None,
            officer: None,
            company: None,
        }
    }

    pub(super) fn of_search(search: &str) -> Self {
        Self { search: search.to_owned(), ..Self::new() }
    }

    pub(super) fn of_company(company: Npp) -> Self {
        Self { company: Some(company), ..Self::new() }
    }

    /// What is asked of the register; `None` while a day cannot be read.
    pub(super) fn filter(&self) -> Option<Filter> {
        let search = self.search.trim();
        Some(Filter {
            from: typed(&self.from).ok()?,
            to: typed(&self.to).ok()?,
            npp: self.company,
            company: None,
            ro: self.officer.clone(),
            status: self.status,
            search: (!search.is_empty()).then(|| search.to_owned()),
        })
    }

    pub(super) fn is_of_company(&self, npp: Npp) -> bool {
        self.company == Some(npp)
    }

    pub(super) fn is_set(&self) -> bool {
        self.filter().is_none_or(|filter| !filter.is_all())
    }

    pub(super) fn update(&mut self, message: Message, today: NaiveDate) {
        match message {
            Message::SearchTyped(text) => self.search = text,
            Message::FromTyped(text) => {
                self.from = text;
                self.period = Period::Own;
            }
            Message::ToTyped(text) => {
                self.to = text;
                self.period = Period::Own;
            }
            Message::PeriodChosen(period) => {
                if period != Period::Own {
                    let days = period.days(today);
                    self.from = days.map(|(first, _)| date::short(first)).unwrap_or_default();
                    self.to = days.map(|(_, last)| date::short(last)).unwrap_or_default();
                }
                self.period = period;
            }
            Message::StatusChosen(status) => self.status = status,
            Message::OfficerChosen(officer) => self.officer = officer,
            Message::CompanyChosen(company) => self.company = company,
            Message::Cleared => *self = Self::new(),
        }
    }

    pub(super) fn search_field(&self) -> Element<'_, Screen> {
        let field = input(SEARCH, &tr!("ui-register-search"), &self.search, false, said(Message::SearchTyped))
            .width(Fill)
            .icon(iced::widget::text_input::Icon {
                font: crate::ui::icon::FONT,
                code_point: Icon::Search.glyph(),
                size: Some(crate::ui::theme::text::ICON.into()),
                spacing: space::S,
                side: iced::widget::text_input::Side::Left,
            });
        hint(field, tr!("ui-register-search-hint"), Some(Wish::Search))
    }

    /// The line of choices; `officers` are those that the register names.
    pub(super) fn bar<'a>(&'a self, officers: &'a [String]) -> Element<'a, Screen> {
        let period = choice(Period::ALL.map(|period| (period, period.words())), &self.period, Message::PeriodChosen);
        let every = std::iter::once((None, tr!("ui-status-all")));
        let statuses = every.chain(ReceiptStatus::ALL.map(|status| (Some(status), super::status(status).2)));
        let status = choice(statuses, &self.status, Message::StatusChosen);
        let every = [(None, tr!("ui-officer-all")), (Some(String::new()), tr!("ui-officer-none"))];
        // an officer whose rows are gone meanwhile is still what is asked for
        let gone = self.officer.iter().filter(|name| !name.is_empty() && !officers.contains(name));
        let named = officers.iter().chain(gone).map(|name| (Some(name.clone()), short(name)));
        let officer = choice(every.into_iter().chain(named), &self.officer, Message::OfficerChosen);
        let company = self.company.map(|npp| {
            let word = tr!("ui-filter-company", npp = npp.to_string());
            quiet_action(Icon::X, word, Some(Screen::Filter(Message::CompanyChosen(None))))
        });
        let clear = self.is_set().then(|| {
            let word = quiet_action(Icon::Undo, tr!("ui-filter-clear"), Some(Screen::Filter(Message::Cleared)));
            hint(word, tr!("ui-filter-clear-hint"), Some(Wish::Cancel))
        });
        row![
            container(period).width(measure::CHOICE),
            day(FROM, &self.from, Message::FromTyped),
            muted("–"),
            day(TO, &self.to, Message::ToTyped),
            container(status).width(measure::CHOICE),
            container(officer).width(measure::CHOICE),
        ]
        .push(company)
        .push(clear)
        .spacing(space::S)
        .align_y(iced::Center)
        .wrap()
        .into()
    }
}

/// A field for a day.
fn day<'a>(id: &'static str, text: &str, message: fn(String) -> Message) -> Element<'a, Screen> {
    input(id, &tr!("ui-date-example"), text, typed(text).is_err(), said(message)).width(measure::FIELD_DAY).into()
}

fn said(message: fn(String) -> Message) -> impl Fn(String) -> Screen {
    move |text| Screen::Filter(message(text))
}

/// A list to choose one of these values from.
fn choice<'a, T: Clone + PartialEq + 'a>(
    values: impl IntoIterator<Item = (T, String)>,
    chosen: &T,
    message: fn(T) -> Message,
) -> Element<'a, Screen> {
    let (values, labels): (Vec<T>, Vec<String>) = values.into_iter().unzip();
    let place = values.iter().position(|value| value == chosen).unwrap_or_default();
    let chosen = chosen.clone();
    select(
        labels,
        place,
        |_| true,
        place > 0,
        None,
        move |at| Screen::Filter(message(values.get(at).unwrap_or(&chosen).clone())),
    )
}

/// A name that fits its list.
fn short(name: &str) -> String {
    const LONGEST: usize = 16;
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    format!("{}…", name.chars().take(LONGEST - 1).collect::<String>().trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_begin_and_end_where_months_and_years_do() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (today, period, expected) in [
            ("2024-03-31", Period::ThisMonth, Some(("2024-03-01", "2024-03-31"))),
            ("2024-03-31", Period::LastMonth, Some(("2024-02-01", "2024-02-29"))),
            ("2026-01-15", Period::LastMonth, Some(("2025-12-01", "2025-12-31"))),
            ("2026-11-20", Period::ThisYear, Some(("2026-01-01", "2026-12-31"))),
            ("2024-02-29", Period::LastYear, Some(("2023-01-01", "2023-12-31"))),
            ("2026-11-20", Period::All, None),
        ] {
            let expected = expected.map(|(first, last)| (day(first), day(last)));
            assert_eq!(period.days(day(today)), expected, "{today} {period:?}");
        }
    }

    #[test]
    fn nothing_is_asked_for_while_a_day_cannot_be_read() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        let mut filters = Filters::new();
        for (text, expected) in
            [("", Some(None)), ("1-2-20", None), ("31-11-2026", None), ("1-2-2026", Some(Some("2026-02-01")))]
        {
            filters.update(Message::FromTyped(text.into()), today);
            let from = filters.filter().map(|filter| filter.from);
            assert_eq!(from, expected.map(|day| day.map(|day| day.parse().unwrap())), "{text}");
        }
        filters.update(Message::Cleared, today);
        assert!(!filters.is_set());
    }
}
