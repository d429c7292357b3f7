//! What can be said of a company: what it is called and where it is found, and which company it is.

use super::Message as Parent;
use crate::domain::Npp;
use crate::domain::company::{CompanyField, CompanyFile, CompanyLine, Merger};
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Failure};
use crate::ui::office::Context;
use crate::ui::office::companies as office;
use crate::ui::theme::{Tone, space, style};
use crate::ui::widget::{action, body, caption, field, figure, heading, hint, input, note, quiet_action, reachable};
use crate::workflow::companies::is_email;
use crate::{i18n, tr};
use iced::widget::{Column, Space, button, column, row, scrollable};
use iced::{Element, Fill, Task};
use std::sync::Arc;

pub(super) const FIRST: &str = "company-first";
const REASON: &str = "company-reason";
const FIELDS: [&str; 5] = [FIRST, "company-ro", "company-email", "company-address", "company-division"];
/// Companies that are offered at once.
const OFFERED: usize = 5;

/// Which deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Edit,
    Merge,
    Part,
}

/// A deed that was begun, as far as it is filled in.
pub(super) struct Deed {
    npp: Npp,
    what: What,
    pub(super) busy: bool,
}

enum What {
    Edit {
        /// By the order of [`CompanyField::ALL`].
        values: [String; 5],
    },
    Merge {
        search: String,
        found: Arc<[CompanyLine]>,
        merger: Option<Box<Merger>>,
        failure: Option<Failure>,
        reason: String,
    },
    Part {
        reason: String,
    },
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Typed(CompanyField, String),
    SearchTyped(String),
    Found(String, Result<Arc<[CompanyLine]>, Failure>),
    Into(Npp),
    Weighed(Result<Box<Merger>, Failure>),
    ReasonTyped(String),
    Do,
}

impl Deed {
    pub(super) fn new(kind: Kind, file: &CompanyFile) -> Self {
        let line = &file.line;
        let what = match kind {
            Kind::Edit => What::Edit {
                values: CompanyField::ALL.map(|field| {
                    let value = match field {
                        CompanyField::Name => Some(&line.name),
                        CompanyField::Ro => line.ro.as_ref(),
                        CompanyField::Email => line.email.as_ref(),
                        CompanyField::Address => file.address.as_ref(),
                        CompanyField::Division => file.division.as_ref(),
                    };
                    value.cloned().unwrap_or_default()
                }),
            },
            Kind::Merge => What::Merge {
                search: String::new(),
                found: Arc::new([]),
                merger: None,
                failure: None,
                reason: String::new(),
            },
            Kind::Part => What::Part { reason: String::new() },
        };
        Self { npp: line.npp, what, busy: false }
    }

    /// Reads which companies there are to choose from, where one is to be chosen.
    pub(super) fn seek(&self, context: &Context) -> Task<Parent> {
        let What::Merge { search, .. } = &self.what else { return Task::none() };
        let (folder, npp, text) = (context.folder.clone(), self.npp, search.clone());
        let wanted = text.clone();
        let task = job::quick(move || office::candidates(&folder, npp, &wanted));
        task.map(move |found| Parent::Deed(Message::Found(text.clone(), found)))
    }

    /// Whether everything is filled in.
    fn is_ready(&self) -> bool {
        !self.busy
            && match &self.what {
                What::Edit { values } => {
                    CompanyField::ALL.into_iter().zip(values).all(|(of, value)| wrong(of, value).is_none())
                }
                What::Merge { merger, reason, .. } => merger.is_some() && !reason.trim().is_empty(),
                What::Part { reason } => !reason.trim().is_empty(),
            }
    }

    pub(super) fn update(&mut self, message: Message, context: &Context) -> Task<Parent> {
        let (folder, npp) = (context.folder.clone(), self.npp);
        let deed = |message| Parent::Deed(message);
        if matches!(message, Message::Do) {
            return if self.is_ready() { self.run(context) } else { Task::none() };
        }
        match (message, &mut self.what) {
            (Message::Typed(field, text), What::Edit { values }) => {
                if let Some(value) =
                    CompanyField::ALL.iter().position(|one| *one == field).and_then(|at| values.get_mut(at))
                {
                    *value = text;
                }
            }
            (Message::SearchTyped(text), What::Merge { search, merger, failure, .. }) => {
                *search = text;
                *merger = None;
                *failure = None;
                return self.seek(context);
            }
            (Message::Found(text, Ok(lines)), What::Merge { search, found, .. }) if text == *search => *found = lines,
            (Message::Into(into), What::Merge { .. }) => {
                let task = job::quick(move || office::merger(&folder, npp, into).map(Box::new));
                return task.map(move |merger| deed(Message::Weighed(merger)));
            }
            (Message::Weighed(Ok(weighed)), What::Merge { merger, failure, .. }) => {
                *merger = Some(weighed);
                *failure = None;
                return iced::widget::operation::focus(REASON);
            }
            (Message::Found(_, Err(error)) | Message::Weighed(Err(error)), What::Merge { failure, .. }) => {
                *failure = Some(error);
            }
            (Message::ReasonTyped(text), What::Merge { reason, .. } | What::Part { reason }) => *reason = text,
            _ => {}
        }
        Task::none()
    }

    fn run(&mut self, context: &Context) -> Task<Parent> {
        self.busy = true;
        let (folder, npp) = (context.folder.clone(), self.npp);
        match &self.what {
            What::Edit { values } => {
                let fields: Vec<_> = CompanyField::ALL.into_iter().zip(values.clone()).collect();
                job::quick(move || {
                    let file = office::set(&folder, npp, &fields)?;
                    Ok::<_, crate::workflow::Error>((npp, tr!("ui-company-saved", name = file.line.name)))
                })
            }
            What::Merge { merger, reason, .. } => {
                let into = merger.as_ref().map_or(npp, |merger| merger.into.0);
                let reason = reason.clone();
                job::quick(move || {
                    let file = office::merge(&folder, npp, into, &reason)?;
                    let sentence = tr!("ui-company-merged", npp = npp.to_string(), name = file.line.name);
                    Ok::<_, crate::workflow::Error>((into, sentence))
                })
            }
            What::Part { reason } => {
                let reason = reason.clone();
                job::quick(move || {
                    office::part(&folder, npp, &reason)?;
                    Ok::<_, crate::workflow::Error>((npp, tr!("ui-company-parted", npp = npp.to_string())))
                })
            }
        }
        .map(Parent::Done)
    }

    pub(super) fn view<'a>(&'a self, file: &'a CompanyFile) -> Element<'a, Parent> {
        let line = &file.line;
        let head = column![heading(line.name.as_str()), caption(tr!("ui-company-npp", npp = line.npp.to_string()))]
            .spacing(space::HAIR);
        let content: Element<'_, Message> = match &self.what {
            What::Edit { values } => edit(values),
            What::Merge { search, found, merger, failure, reason } => {
                let (lines, about) = match (merger, failure) {
                    (Some(merger), _) => (None, Some(weighed(merger, reason))),
                    (None, Some(failure)) => (None, Some(crate::ui::screen::explained(failure, Tone::Warn))),
                    (None, None) => (Some(offers(found, line.npp, search)), None),
                };
                let typed = input(FIRST, &tr!("ui-companies-search"), search, false, Message::SearchTyped);
                column![field(tr!("ui-company-merge-into"), typed, None, Fill)]
                    .push(lines)
                    .push(about)
                    .spacing(space::M)
                    .into()
            }
            What::Part { reason } => {
                let lead = note(Tone::Info, Icon::Info, tr!("ui-company-part-lead"));
                column![lead, why(FIRST, reason)].spacing(space::M).into()
            }
        };
        let (icon, word) = match &self.what {
            What::Edit { .. } => (Icon::Save, tr!("ui-save")),
            What::Merge { .. } => (Icon::Merge, tr!("ui-company-merge-do")),
            What::Part { .. } => (Icon::Undo, tr!("ui-company-part-do")),
        };
        let ready = self.is_ready().then_some(Parent::Deed(Message::Do));
        let buttons = row![
            Space::new().width(Fill),
            hint(quiet_action(Icon::X, tr!("ui-close"), Some(Parent::DeedClosed)), tr!("ui-close"), Some(Wish::Cancel)),
            hint(action(icon, word.clone(), style::primary, ready), word, Some(Wish::Issue)),
        ]
        .spacing(space::S);
        let content = column![head, content.map(Parent::Deed), buttons].spacing(space::L).padding(space::L);
        scrollable(content).style(style::scroll).height(Fill).into()
    }
}

/// What is wrong with a value.
fn wrong(of: CompanyField, value: &str) -> Option<String> {
    match (of, value.trim()) {
        (CompanyField::Name, "") => Some(tr!("ui-company-nameless")),
        (CompanyField::Email, address) if !address.is_empty() && !is_email(address) => Some(tr!("ui-not-an-address")),
        _ => None,
    }
}

fn edit(values: &[String; 5]) -> Element<'_, Message> {
    let fields = CompanyField::ALL.into_iter().zip(FIELDS).zip(values).map(|((of, id), value)| {
        let wrong = wrong(of, value);
        let example = if of == CompanyField::Division { tr!("ui-company-divisions-example") } else { String::new() };
        let typed =
            input(id, &example, value, wrong.is_some(), move |text| Message::Typed(of, text)).on_submit(Message::Do);
        field(i18n::company_field(of.as_str()), typed, wrong, Fill).into()
    });
    column![Column::with_children(fields).spacing(space::M), caption(tr!("ui-company-edit-lead"))]
        .spacing(space::M)
        .into()
}

fn why<'a>(id: &'static str, reason: &str) -> Element<'a, Message> {
    let typed =
        input(id, &tr!("ui-company-reason-example"), reason, false, Message::ReasonTyped).on_submit(Message::Do);
    field(tr!("ui-company-reason"), typed, None, Fill).into()
}

/// Companies to choose the other one from.
fn offers<'a>(found: &'a [CompanyLine], own: Npp, search: &str) -> Element<'a, Message> {
    let unasked = search.trim().is_empty();
    let mut others = found.iter().filter(|line| line.npp != own).peekable();
    if others.peek().is_none() {
        return caption(if unasked { tr!("ui-company-merge-lead") } else { tr!("company-none") }).into();
    }
    let lead = unasked.then(|| caption(tr!("ui-company-alike")));
    let offer = |line: &'a CompanyLine| {
        let label = column![body(line.name.as_str()), caption(tr!("ui-company-npp", npp = line.npp.to_string()))];
        let message = Message::Into(line.npp);
        let content =
            button(label).width(Fill).padding([space::XS, space::S]).style(style::quiet).on_press(message.clone());
        reachable(content, Some(message))
    };
    column![].push(lead).extend(others.take(OFFERED).map(offer)).spacing(space::XS).into()
}

/// What would move.
fn weighed<'a>(merger: &'a Merger, reason: &str) -> Element<'a, Message> {
    let about = tr!(
        "company-merger",
        entries = figure(merger.entries),
        cards = figure(merger.cards),
        from = merger.from.0.to_string(),
        into = merger.into.0.to_string(),
        name = merger.into.1.as_str()
    );
    let followers = merger
        .followers
        .iter()
        .map(|(npp, name)| caption(tr!("company-merger-follows", npp = npp.to_string(), name = name.as_str())).into());
    column![note(Tone::Info, Icon::Merge, about), Column::with_children(followers).spacing(space::XS)]
        .push(caption(tr!("ui-company-merge-kept")))
        .push(why(REASON, reason))
        .spacing(space::M)
        .into()
}
