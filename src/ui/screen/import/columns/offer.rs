//! Where the window itself offers to look at the columns.

use super::super::Message as Import;
use super::super::review::Message as Review;
use crate::domain::Field;
use crate::domain::mapping::Doubt;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::Failure;
use crate::ui::theme::{Tone, space, style};
use crate::ui::widget::{action, body, hint, quiet_action};
use crate::workflow::check::Checked;
use crate::{i18n, tr};
use iced::widget::{container, row};
use iced::{Element, Fill};

/// What the titles of a list leave open, with the way to say it.
pub(in super::super) fn doubts(checked: &Checked) -> Option<Element<'_, Review>> {
    // numbers from another file need no column
    let settled = |doubt: &&Doubt| **doubt == Doubt::Missing(Field::Kpj) && checked.kpj_from.is_some();
    let sentences: Vec<_> = checked.told.doubts.iter().filter(|doubt| !settled(doubt)).map(i18n::doubt).collect();
    if sentences.is_empty() {
        return None;
    }
    let show = quiet_action(Icon::Search, tr!("ui-columns-show"), Some(Review::ShowColumns));
    let line = row![
        Icon::Info.toned(Tone::Info),
        body(sentences.join(" ")).width(Fill),
        hint(show, tr!("ui-columns-hint"), Some(Wish::Columns)),
    ]
    .spacing(space::S)
    .align_y(iced::Center);
    Some(container(line).padding([space::HAIR, space::M]).width(Fill).style(style::note(Tone::Info)).into())
}

/// The next step for a file whose table was not found.
pub(in super::super) fn unmapped<'a>(failure: &Failure) -> Option<Element<'a, Import>> {
    matches!(failure, Failure::Unmapped { .. }).then(|| {
        let show = action(Icon::Search, tr!("ui-columns-show"), style::primary, Some(Import::ShowColumns));
        hint(show, tr!("ui-columns-hint"), Some(Wish::Columns))
    })
}
