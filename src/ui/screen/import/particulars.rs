//! Of whom the list is, and when: filled in from the file, corrected by hand.

use crate::domain::{Npp, date};
use crate::tr;
use crate::ui::icon::Icon;
use crate::ui::office::{Known, Reading};
use crate::ui::theme::{measure, space};
use crate::ui::widget::{caption, field, input, quiet_action};
use crate::workflow::companies::is_email;
use crate::workflow::issue;
use chrono::NaiveDate;
use iced::widget::{Column, column, row};
use iced::{Element, Fill, FillPortion};

/// The company's number.
pub(super) const NPP: &str = "review-npp";

#[derive(Debug, Clone, Default)]
pub(super) struct Particulars {
    pub(super) npp: String,
    pub(super) company: String,
    ro: String,
    email: String,
    entered: String,
    posted: String,
    date: String,
    /// Whether the seldom used fields are shown.
    more: bool,
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Npp,
    Company,
    Ro,
    Email,
    Entered,
    Posted,
    Date,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Typed(Part, String),
    MoreToggled,
}

/// Why the form cannot be used as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lack {
    NppMissing,
    NppWrong,
    CompanyMissing,
    DateWrong,
}

/// Reads a date as offices type it.
fn parse_date(text: &str) -> Option<NaiveDate> {
    let text = text.trim().replace(['/', '.', ' '], "-");
    // chrono's %Y takes a year of any length, and 26 would become the year 26
    let date = NaiveDate::parse_from_str(&text, "%d-%m-%Y").ok()?;
    let years = NaiveDate::from_ymd_opt(2000, 1, 1)?..NaiveDate::from_ymd_opt(2100, 1, 1)?;
    years.contains(&date).then_some(date)
}

fn optional(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

impl Particulars {
    pub(super) fn new(reading: &Reading, today: NaiveDate) -> Self {
        let (company, said) = (&reading.checked.list.company, &reading.said);
        let mut form = Self {
            npp: said.npp.or(company.npp).map(|npp| npp.to_string()).unwrap_or_default(),
            company: said.company.as_ref().or(company.name.as_ref()).cloned().unwrap_or_default(),
            ro: said.ro.clone().unwrap_or_default(),
            email: said.email.clone().unwrap_or_default(),
            date: date::short(today),
            entered: said.entered.map(date::short).unwrap_or_default(),
            posted: said.posted.map(date::short).unwrap_or_default(),
            ..Self::default()
        };
        form.complete(reading.known.as_ref());
        form
    }

    /// Fills empty fields with what earlier batches say.
    pub(super) fn complete(&mut self, known: Option<&Known>) {
        let Some(known) = known else { return };
        for (field, value) in [
            (&mut self.company, Some(&known.name)),
            (&mut self.ro, known.ro.as_ref()),
            (&mut self.email, known.email.as_ref()),
        ] {
            if field.trim().is_empty()
                && let Some(value) = value
            {
                field.clone_from(value);
            }
        }
    }

    /// What was typed before a list was read again stays.
    pub(super) fn take_over(&mut self, earlier: &Self) {
        for part in [Part::Npp, Part::Company, Part::Ro, Part::Email, Part::Entered, Part::Posted, Part::Date] {
            let typed = earlier.clone().part(part).clone();
            if !typed.trim().is_empty() {
                *self.part(part) = typed;
            }
        }
        self.more = earlier.more;
    }

    pub(super) fn npp(&self) -> Option<Npp> {
        Npp::parse(&self.npp).ok()
    }

    fn part(&mut self, part: Part) -> &mut String {
        match part {
            Part::Npp => &mut self.npp,
            Part::Company => &mut self.company,
            Part::Ro => &mut self.ro,
            Part::Email => &mut self.email,
            Part::Entered => &mut self.entered,
            Part::Posted => &mut self.posted,
            Part::Date => &mut self.date,
        }
    }

    pub(super) fn update(&mut self, message: Message) {
        match message {
            Message::Typed(part, text) => *self.part(part) = text,
            Message::MoreToggled => self.more = !self.more,
        }
    }

    /// What is still missing, the first thing first.
    pub(super) fn lack(&self) -> Option<Lack> {
        let optional_date_wrong = |text: &str| !text.trim().is_empty() && parse_date(text).is_none();
        if self.npp.trim().is_empty() {
            Some(Lack::NppMissing)
        } else if self.npp().is_none() {
            Some(Lack::NppWrong)
        } else if self.company.trim().is_empty() {
            Some(Lack::CompanyMissing)
        } else if parse_date(&self.date).is_none()
            || optional_date_wrong(&self.entered)
            || optional_date_wrong(&self.posted)
        {
            Some(Lack::DateWrong)
        } else {
            None
        }
    }

    /// As the office's work takes them, as far as it can be used.
    pub(super) fn typed(&self, today: NaiveDate) -> issue::Particulars {
        issue::Particulars {
            npp: self.npp(),
            company: optional(&self.company),
            ro: optional(&self.ro),
            email: optional(&self.email),
            entered: parse_date(&self.entered),
            posted: parse_date(&self.posted),
            date: parse_date(&self.date).unwrap_or(today),
        }
    }

    /// The same; `None` while something is missing.
    pub(super) fn finished(&self) -> Option<issue::Particulars> {
        if self.lack().is_some() {
            return None;
        }
        let date = parse_date(&self.date)?;
        Some(self.typed(date))
    }

    pub(super) fn view(&self) -> Element<'_, Message> {
        let typed = |part| move |text| Message::Typed(part, text);
        let day = tr!("ui-date-example");
        let date_field = |id, value: &str, part, required: bool| {
            let wrong = parse_date(value).is_none() && (required || !value.trim().is_empty());
            (input(id, &day, value, wrong, typed(part)), wrong.then(|| tr!("ui-date-wrong")))
        };
        let npp_wrong = !self.npp.trim().is_empty() && self.npp().is_none();
        let (receipt_date, date_complaint) = date_field("review-date", &self.date, Part::Date, true);
        let first = row![
            field(
                tr!("ui-col-npp"),
                input(NPP, &tr!("ui-npp-example"), &self.npp, npp_wrong, typed(Part::Npp)),
                npp_wrong.then(|| tr!("ui-npp-wrong")),
                measure::FIELD_SHORT
            ),
            field(
                tr!("ui-col-company"),
                input("review-company", &tr!("ui-company-example"), &self.company, false, typed(Part::Company)),
                None,
                FillPortion(5)
            ),
            field(
                tr!("ui-ro"),
                input("review-ro", &tr!("ui-ro-example"), &self.ro, false, typed(Part::Ro)),
                None,
                FillPortion(3)
            ),
            field(tr!("ui-receipt-date"), receipt_date, date_complaint, measure::FIELD_SHORT),
        ]
        .spacing(space::M);
        let fields: Column<'_, Message> = column![first].push(self.more.then(|| {
            let (entered, entered_complaint) = date_field("review-entered", &self.entered, Part::Entered, false);
            let (posted, posted_complaint) = date_field("review-posted", &self.posted, Part::Posted, false);
            let typed_email = self.email.trim();
            let email_complaint = (!typed_email.is_empty() && !is_email(typed_email)).then(|| tr!("ui-not-an-address"));
            let example = tr!("ui-email-example");
            let email = input("review-email", &example, &self.email, email_complaint.is_some(), typed(Part::Email));
            row![
                field(tr!("ui-email"), email, email_complaint, Fill),
                field(tr!("ui-entered"), entered, entered_complaint, measure::FIELD_MEDIUM),
                field(tr!("ui-posted"), posted, posted_complaint, measure::FIELD_MEDIUM),
            ]
            .spacing(space::M)
        }));
        let (icon, word) =
            if self.more { (Icon::ChevronUp, tr!("ui-less")) } else { (Icon::ChevronDown, tr!("ui-more")) };
        row![
            fields.spacing(space::M).width(Fill),
            column![caption(" "), quiet_action(icon, word, Some(Message::MoreToggled))].spacing(space::XS),
        ]
        .spacing(space::M)
        .into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_offices_type_them() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 5);
        for (text, expected) in [
            ("05-11-2026", day),
            (" 5/11/2026 ", day),
            ("5.11.2026", day),
            ("31-02-2026", None),
            ("05-11-26", None),
            ("2026-11-05", None),
            ("", None),
        ] {
            assert_eq!(parse_date(text), expected, "{text:?}");
        }
    }

    #[test]
    fn the_first_thing_that_is_missing_is_named() {
        let mut form = Particulars { date: "20-11-2026".into(), ..Particulars::default() };
        for (part, text, expected) in [
            (Part::Ro, "", Some(Lack::NppMissing)),
            (Part::Npp, "2410178", Some(Lack::NppWrong)),
            (Part::Npp, "24101780", Some(Lack::CompanyMissing)),
            (Part::Company, "PT CONTOH", None),
            (Part::Posted, "32-01-2026", Some(Lack::DateWrong)),
            (Part::Posted, "", None),
            (Part::Date, "", Some(Lack::DateWrong)),
        ] {
            form.update(Message::Typed(part, text.into()));
            assert_eq!(form.lack(), expected, "{part:?} {text:?}");
            assert_eq!(form.finished().is_some(), expected.is_none());
        }
    }

    #[test]
    fn what_is_known_fills_only_what_is_empty() {
        let mut form = Particulars { company: "PT BARU".into(), ..Particulars::default() };
        form.complete(Some(&Known { name: "PT LAMA".into(), ro: Some("Sari".into()), email: None }));
        assert_eq!((form.company.as_str(), form.ro.as_str(), form.email.as_str()), ("PT BARU", "Sari", ""));
    }
}
