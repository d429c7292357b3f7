//! Several lists, worked through one after the other; each is a company of its own.

use super::Message;
use super::choose::file_name;
use crate::domain::work::PendingId;
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::office::Source;
use crate::ui::theme::{BOLD, Tone, space, style};
use crate::ui::widget::{action, badge, body, figure, hint, muted};
use iced::widget::{Row, container};
use iced::{Element, Fill};

/// So many names are shown.
const SHOWN: usize = 3;

/// What became of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    Waiting,
    Issued,
    Skipped,
}

/// The lists, and whose turn it is.
#[derive(Debug, Default)]
pub(super) struct Queue {
    lists: Vec<(Source, Turn)>,
    at: usize,
}

fn name(source: &Source) -> String {
    match source {
        Source::File(file) => file_name(file),
        Source::Pasted(_) => tr!("ui-pasted"),
        Source::Kept(PendingId(id)) => tr!("work-list", id = id.to_string()),
    }
}

impl Queue {
    pub(super) fn new(sources: Vec<Source>) -> Self {
        Self { lists: sources.into_iter().map(|source| (source, Turn::Waiting)).collect(), at: 0 }
    }

    pub(super) fn add(&mut self, source: Source) {
        self.lists.push((source, Turn::Waiting));
    }

    pub(super) fn len(&self) -> usize {
        self.lists.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }

    pub(super) fn has_next(&self) -> bool {
        self.at + 1 < self.lists.len()
    }

    pub(super) fn current(&self) -> Option<&Source> {
        self.lists.get(self.at).map(|(source, _)| source)
    }

    /// What the list whose turn it is is called.
    pub(super) fn name(&self) -> String {
        self.current().map_or_else(|| tr!("ui-sample-list"), name)
    }

    /// Gives the turn to the next list, if there is one.
    pub(super) fn go_on(&mut self, issued: bool) -> bool {
        let next = self.has_next();
        if next {
            if let Some((_, turn)) = self.lists.get_mut(self.at) {
                *turn = if issued { Turn::Issued } else { Turn::Skipped };
            }
            self.at += 1;
        }
        next
    }

    /// A strip with the names, where there are several; `issued`: the list whose turn it is is done.
    pub(super) fn view(&self, issued: bool) -> Option<Element<'_, Message>> {
        if self.len() < 2 {
            return None;
        }
        let first = self.at.saturating_sub(1).min(self.len().saturating_sub(SHOWN));
        let names = self.lists.iter().enumerate().skip(first).take(SHOWN).map(|(at, (source, turn))| {
            let (tone, icon) = match turn {
                Turn::Issued => (Tone::Good, Icon::Check),
                Turn::Skipped => (Tone::Muted, Icon::Ban),
                Turn::Waiting if at == self.at && issued => (Tone::Good, Icon::Check),
                Turn::Waiting if at == self.at => (Tone::Accent, Icon::Spreadsheet),
                Turn::Waiting => (Tone::Plain, Icon::Spreadsheet),
            };
            badge(tone, icon, shortened(&name(source))).into()
        });
        let rest = self.len().saturating_sub(first + SHOWN);
        let count = body(tr!("ui-queue", at = figure(self.at + 1), count = figure(self.len()))).font(BOLD);
        let names = Row::with_children(names)
            .push((rest > 0).then(|| muted(tr!("ui-queue-more", count = rest))))
            .spacing(space::S)
            .align_y(iced::Center);
        let go_on = self.has_next().then(|| {
            let (word, style): (_, fn(&_, _) -> _) =
                if issued { (tr!("ui-queue-next"), style::primary) } else { (tr!("ui-queue-skip"), style::secondary) };
            hint(
                action(Icon::ChevronDown, word, style, Some(Message::NextFile)),
                tr!("ui-queue-hint"),
                Some(Wish::NextFile),
            )
        });
        let line = Row::new()
            .push(count)
            .push(container(names).width(Fill).clip(true))
            .push(go_on)
            .spacing(space::M)
            .align_y(iced::Center);
        Some(container(line).padding([space::XS, space::L]).width(Fill).style(style::sheet).into())
    }
}

/// A name that leaves room for its neighbours; its end tells lists apart as well as its beginning.
fn shortened(name: &str) -> String {
    const LONGEST: usize = 15;
    let letters: Vec<char> = name.chars().collect();
    if letters.len() <= LONGEST {
        return name.to_owned();
    }
    let (head, tail) = (&letters[..LONGEST / 2], &letters[letters.len() - LONGEST / 2 + 1..]);
    format!("{}…{}", head.iter().collect::<String>(), tail.iter().collect::<String>())
}
