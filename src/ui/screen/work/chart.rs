//! Bars that are looked at rather than read; each says its number beside it.

use super::Message;
use crate::ui::theme::{Tone, measure, space, style};
use crate::ui::widget::{body, caption, figure, heading, hint, line};
use crate::workflow::work::Sum;
use crate::{i18n, tr};
use chrono::{Datelike, NaiveDate};
use iced::widget::{Column, Row, Space, column, container, row};
use iced::{Element, Fill};

/// So many officers have a bar of their own.
const OFFICERS: usize = 6;

/// How long a bar is, of `whole`; what is not nothing can be seen.
#[expect(clippy::cast_precision_loss, reason = "a length on the screen")]
fn length(cards: u64, most: u64, whole: f32) -> f32 {
    if cards == 0 { 0.0 } else { (cards as f32 / most.max(1) as f32 * whole).max(space::HAIR) }
}

fn sheet(name: String, content: Element<'_, Message>) -> Element<'_, Message> {
    container(column![heading(name), content].spacing(space::M))
        .padding(space::L)
        .width(Fill)
        .style(style::sheet)
        .into()
}

/// Cards by month, this one last; the highest bar says how many it stands for, each of them when the mouse rests on it.
pub(super) fn months<'a>(months: &[(NaiveDate, Sum)]) -> Element<'a, Message> {
    let highest = months.iter().rev().max_by_key(|(_, sum)| sum.cards);
    let most = highest.map_or(0, |(_, sum)| sum.cards);
    let last = months.len().saturating_sub(1);
    let told = |month: NaiveDate, cards: u64| {
        tr!("ui-work-month-cards", month = i18n::month(month), year = month.year().to_string(), cards = figure(cards))
    };
    let bars = months.iter().enumerate().map(|(at, (month, sum))| {
        let tone = if at == last { Tone::Accent } else { Tone::Muted };
        let bar = container(Space::new())
            .width(Fill)
            .height(length(sum.cards, most, measure::BARS))
            .style(style::bar_of(tone));
        let name: String = i18n::month(*month).chars().take(1).collect();
        let column = column![Space::new().height(Fill), bar, caption(name)]
            .spacing(space::HAIR)
            .align_x(iced::Center)
            .width(Fill)
            .height(measure::BARS + measure::LABELS);
        hint(column, told(*month, sum.cards), None)
    });
    let scale = highest.filter(|(_, sum)| sum.cards > 0);
    let scale = scale.map(|(month, sum)| caption(tr!("ui-work-most", of = told(*month, sum.cards))));
    let bars = Row::with_children(bars).spacing(space::XS);
    sheet(tr!("ui-work-by-month"), column![].push(scale).push(bars).spacing(space::XS).into())
}

/// Cards of this month by relationship officer.
pub(super) fn officers<'a>(officers: &[(Option<String>, Sum)]) -> Element<'a, Message> {
    let most = officers.iter().map(|(_, sum)| sum.cards).max().unwrap_or_default();
    let one = |name: String, cards: u64| {
        let bar = container(Space::new())
            .width(length(cards, most, measure::CHART_LINE))
            .height(measure::PROGRESS)
            .style(style::bar_of(Tone::Accent));
        column![row![line(name).width(Fill), body(figure(cards))].spacing(space::S), bar].spacing(space::HAIR).into()
    };
    let mut lines: Vec<Element<'a, Message>> = officers
        .iter()
        .take(OFFICERS)
        .map(|(officer, sum)| one(officer.clone().unwrap_or_else(|| tr!("ui-work-no-ro")), sum.cards))
        .collect();
    let rest: u64 = officers.iter().skip(OFFICERS).map(|(_, sum)| sum.cards).sum();
    if rest > 0 {
        let others = officers.len().saturating_sub(OFFICERS);
        lines.push(one(tr!("ui-work-other-ro", count = others), rest));
    }
    if lines.is_empty() {
        lines.push(caption(tr!("ui-work-none-this-month")).into());
    }
    sheet(tr!("ui-work-by-ro"), Column::with_children(lines).spacing(space::S).into())
}
