//! The lists beside each other, and the strip that leads from one that is open to the others.

use super::run::{Purpose, Run};
use super::{Class, Found, List, Message, Queue, ROWS, State};
use crate::progress::Stage;
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::{Failure, Report};
use crate::ui::screen::import::Message as Parent;
use crate::ui::screen::import::obstacle::Obstacle;
use crate::ui::screen::{explained, words};
use crate::ui::theme::{BOLD, Tone, column, space, style};
use crate::ui::widget::{
    Cell, Column, Grid, Width, action, badge, body, caption, chip, figure, hint, muted, progress, quiet_action, title,
};
use iced::widget::{Row, Space, column as stacked, container, row};
use iced::{Element, Fill};

fn face(state: &State) -> (Tone, Icon) {
    match state {
        State::Waiting => (Tone::Muted, Icon::Spreadsheet),
        State::Ready => (Tone::Good, Icon::CircleCheck),
        State::Asks(_) => (Tone::Warn, Icon::Warning),
        State::Failed(_) => (Tone::Bad, Icon::CircleX),
        State::Issued(_) => (Tone::Plain, Icon::Stamp),
    }
}

fn word(state: &State) -> String {
    match state {
        State::Waiting => tr!("ui-queue-waiting"),
        State::Ready => tr!("ui-queue-ready"),
        State::Asks(_) => tr!("ui-queue-asks"),
        State::Failed(_) => tr!("ui-queue-failed"),
        State::Issued(None) => tr!("ui-queue-issued-before"),
        State::Issued(Some(number)) => number.to_string(),
    }
}

/// What a person should know of it, in a few words.
fn remark(found: &Found) -> String {
    match &found.state {
        State::Waiting | State::Ready | State::Issued(_) => String::new(),
        State::Failed(failure) => what_next(failure),
        State::Asks(Obstacle::Rejected(_) | Obstacle::NoRows)
            if found.without_kpj > 0 && found.without_kpj == found.counts.rejected =>
        {
            tr!("ui-queue-without-kpj", count = figure(found.without_kpj))
        }
        State::Asks(Obstacle::Rejected(_) | Obstacle::Warnings) if found.counts.rejected + found.counts.warning > 0 => {
            let rejected = tr!("ui-chip-rejected", count = figure(found.counts.rejected));
            let warning = tr!("ui-chip-warning", count = figure(found.counts.warning));
            let parts = [(found.counts.rejected, rejected), (found.counts.warning, warning)];
            parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect::<Vec<_>>().join(" · ")
        }
        State::Asks(obstacle) => obstacle.words(),
    }
}

/// What is to be done about a list that cannot be read; which one it is stands beside it.
fn what_next(failure: &Failure) -> String {
    let (message, next) = words(failure);
    if next.is_empty() { message } else { next }
}

fn cell(list: Option<&List>, column: usize) -> Cell<'_> {
    let Some(list) = list else { return Cell::text("") };
    let found = &list.found;
    let (tone, icon) = face(&found.state);
    match column {
        0 => Cell::text(word(&found.state)).icon(icon).tone(tone),
        1 if found.company.is_empty() => Cell::text(list.called()).tone(Tone::Muted),
        1 => Cell::text(list.called()),
        2 => Cell::text(found.npp.as_str()),
        3 if found.counts.rows == 0 => Cell::text(""),
        3 => Cell::text(figure(found.cards())),
        _ => Cell::text(remark(found)).tone(Tone::Muted),
    }
}

impl Queue {
    pub(in super::super) fn view(&self) -> Element<'_, Parent> {
        let shown: Vec<&List> = self.shown().map(|(_, list)| list).collect();
        let count = shown.len();
        let columns = vec![
            Column::new(tr!("ui-queue-state"), Width::Fixed(column::STEP)),
            Column::new(tr!("ui-col-company"), Width::Fill { portion: 1.0, minimum: column::TEXT }),
            Column::new(tr!("ui-col-npp"), Width::Fixed(column::NPP)),
            Column::new(tr!("ui-col-cards"), Width::Fixed(column::COUNT)).right(),
            Column::new(tr!("ui-col-problem"), Width::Fill { portion: 1.0, minimum: column::TEXT }),
        ];
        let grid: Element<'_, Message> =
            Grid::new(ROWS, columns, count, move |row, column| cell(shown.get(row).copied(), column), Message::Chosen)
                .revision(self.show.map_or(0, |class| 1 + class as u64))
                .chosen(self.shown().position(|(at, _)| Some(at) == self.chosen))
                .empty(tr!("ui-queue-none-here"))
                .on_open(Message::Open)
                .into();
        stacked![self.header()]
            .push(self.trouble.as_ref().map(|failure| explained(failure, Tone::Bad)))
            .push(self.chips().map(Parent::Queue))
            .push(grid.map(Parent::Queue))
            .push(self.end())
            .spacing(space::M)
            .into()
    }

    fn header(&self) -> Element<'_, Parent> {
        let add = quiet_action(Icon::FileUp, tr!("ui-queue-add"), Some(Parent::Choose));
        let close = (!self.is_issuing()).then_some(Parent::Restart);
        row![
            stacked![title(tr!("ui-queue")), muted(tr!("ui-queue-lead"))].spacing(space::XS).width(Fill),
            hint(add, tr!("ui-choose-file-hint"), Some(Wish::Open)),
            hint(quiet_action(Icon::X, tr!("ui-queue-close"), close), tr!("ui-queue-close-hint"), None),
        ]
        .spacing(space::S)
        .align_y(iced::Center)
        .into()
    }

    fn chips(&self) -> Element<'_, Message> {
        let one = |class: Class, tone, icon, word: fn(String) -> String| {
            let count = self.count(class);
            let show = (count > 0).then_some(Message::Show(Some(class)));
            chip(tone, Some(icon), word(figure(count)), self.show == Some(class), show)
        };
        let all = tr!("ui-chip-all", count = figure(self.lists.len()));
        Row::with_children([
            chip(Tone::Plain, None, all, self.show.is_none(), Some(Message::Show(None))),
            one(Class::Ready, Tone::Good, Icon::CircleCheck, |count| tr!("ui-chip-ready", count = count)),
            one(Class::Asks, Tone::Warn, Icon::Warning, |count| tr!("ui-queue-chip-asks", count = count)),
            one(Class::Failed, Tone::Bad, Icon::CircleX, |count| tr!("ui-queue-chip-failed", count = count)),
            one(Class::Issued, Tone::Plain, Icon::Stamp, |count| tr!("ui-queue-chip-issued", count = count)),
        ])
        .spacing(space::S)
        .into()
    }

    /// What can be done with the chosen list and with all that are ready; while work is under way, how far it is.
    fn end(&self) -> Element<'_, Parent> {
        let content = match &self.run {
            Some(run) => self.working(run),
            None => self.choices(),
        };
        container(content).padding([space::M, space::L]).width(Fill).style(style::bar).into()
    }

    fn working(&self, run: &Run) -> Element<'_, Parent> {
        let total = run.done + self.rest(run.purpose, run.at).count();
        let name = self.lists.get(run.at).map_or("", List::called);
        let stopping = run.handle.is_cancelled();
        let (stage, word) = match run.purpose {
            _ if stopping => (Stage::Saving, tr!("ui-cancelling")),
            Purpose::Read => (Stage::Reading, tr!("ui-queue-reading", name = name)),
            Purpose::Issue => (Stage::Saving, tr!("ui-queue-issuing", name = name)),
        };
        let stop = (!stopping).then_some(Parent::Queue(Message::Stop));
        let stop = action(Icon::X, tr!("ui-queue-stop"), style::secondary, stop);
        let report = Report { stage, done: run.done, total, left: run.left };
        row![
            progress(word, Some(report)),
            Space::new().width(Fill),
            hint(stop, tr!("ui-queue-stop-hint"), Some(Wish::Cancel)),
        ]
        .spacing(space::L)
        .align_y(iced::Center)
        .into()
    }

    fn choices(&self) -> Element<'_, Parent> {
        let about = match self.chosen.and_then(|at| self.lists.get(at)) {
            None => tr!("ui-queue-choose"),
            Some(list) if list.found.company.is_empty() => remark(&list.found),
            Some(list) => list.name.clone(),
        };
        let unread = self
            .rest(Purpose::Read, 0)
            .next()
            .map(|_| action(Icon::Undo, tr!("ui-queue-go-on"), style::secondary, Some(Parent::Queue(Message::GoOn))));
        row![caption(about).width(Fill)]
            .push(unread)
            .extend(self.choices_of_chosen())
            .push(self.choice_of_all())
            .spacing(space::S)
            .align_y(iced::Center)
            .into()
    }

    fn choices_of_chosen(&self) -> Vec<Element<'_, Parent>> {
        if self.receipt().is_none() {
            let open = self.chosen.filter(|at| self.waits(*at)).map(|_| Parent::Queue(Message::OpenChosen));
            return vec![action(Icon::Spreadsheet, tr!("ui-open"), style::secondary, open)];
        }
        let mail = action(Icon::Mail, tr!("ui-send-mail-open"), style::secondary, Some(Parent::Email));
        let print = action(Icon::Printer, tr!("ui-print-open-panel"), style::secondary, Some(Parent::Print));
        vec![
            hint(mail, tr!("ui-send-mail-hint"), Some(Wish::Email)),
            hint(print, tr!("ui-print-hint"), Some(Wish::Print)),
        ]
    }

    /// What is next for all of them: to be issued, and then to be printed.
    fn choice_of_all(&self) -> Element<'_, Parent> {
        let (ready, issued) = (self.count(Class::Ready), self.issued().len());
        if ready > 0 {
            let cards: usize = self.rest(Purpose::Issue, 0).map(|(_, list)| list.found.cards()).sum();
            let word = tr!("ui-queue-issue", count = figure(ready), cards = figure(cards));
            let issue = action(Icon::Stamp, word, style::primary, Some(Parent::Queue(Message::IssueReady)));
            return hint(issue, tr!("ui-queue-issue-hint"), Some(Wish::Issue));
        }
        if issued > 1 {
            let word = tr!("ui-print-all-open", count = figure(issued));
            let print = action(Icon::Printer, word, style::primary, Some(Parent::PrintAll));
            return hint(print, tr!("ui-queue-print-hint"), self.receipt().is_none().then_some(Wish::Print));
        }
        let none = action(Icon::Stamp, tr!("ui-queue-issue-none"), style::primary, None);
        hint(none, tr!("ui-queue-issue-none-hint"), Some(Wish::Issue))
    }

    /// The way from the list that is open to the others.
    pub(in super::super) fn strip(&self) -> Option<Element<'_, Parent>> {
        let at = self.open.filter(|_| self.is_several())?;
        let list = self.lists.get(at)?;
        let count = tr!("ui-queue-at", at = figure(at + 1), count = figure(self.lists.len()));
        let back = action(Icon::ArrowLeft, tr!("ui-queue-back"), style::secondary, Some(Parent::BackToQueue));
        let next =
            action(Icon::ChevronDown, tr!("ui-queue-next"), style::secondary, self.next().map(|_| Parent::NextFile));
        let name = container(badge(Tone::Plain, Icon::Spreadsheet, list.name.as_str())).width(Fill);
        let line = row![
            hint(back, tr!("ui-queue-back-hint"), Some(Wish::Queue)),
            body(count).font(BOLD),
            name,
            hint(next, tr!("ui-queue-hint"), Some(Wish::NextFile)),
        ]
        .spacing(space::M)
        .align_y(iced::Center);
        Some(container(line).padding([space::XS, space::L]).width(Fill).style(style::sheet).into())
    }
}
