//! The step that stands, and the lists that wait behind it.

use super::{Import, Message, Step, choose, done};
use crate::progress::Stage;
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::{Handle, Report};
use crate::ui::theme::{Tone, space, style};
use crate::ui::widget::{action, hero, hint, progress};
use iced::widget::{center, column, container};
use iced::{Element, Fill};

impl Import {
    pub(crate) fn view(&self) -> Element<'_, Message> {
        let strip = matches!(self.step, Step::Done(_) | Step::Failed(_) | Step::Review(_));
        let strip = strip.then(|| self.queue.strip()).flatten();
        column![].push(strip).push(self.step()).spacing(space::M).into()
    }

    fn step(&self) -> Element<'_, Message> {
        match &self.step {
            Step::Choose { path, no_dialog } => choose::view(path, *no_dialog, self.hovered, self.watched.as_deref()),
            Step::Reading { report, handle } => self.working(self.queue.name(), *report, handle),
            Step::Queue => self.queue.view(),
            Step::Failed(failure) => choose::failed(self.queue.name(), failure),
            Step::Columns(columns) => columns.view().map(Message::Columns),
            Step::Review(review) => review.view(self.hovered, !self.queue.is_several()).map(Message::Review),
            Step::Issuing { review, report, handle } => self.working(review.company_name(), *report, handle),
            Step::Done(issued) => done::view(issued, !self.queue.is_several()),
        }
    }

    /// The step while a job runs.
    fn working(&self, subject: String, report: Option<Report>, handle: &Handle) -> Element<'_, Message> {
        let stage = report.map(|report| report.stage);
        let word = match stage {
            _ if handle.is_cancelled() => tr!("ui-cancelling"),
            None | Some(Stage::Reading) => tr!("ui-stage-reading"),
            Some(Stage::Checking) => tr!("ui-stage-checking"),
            Some(Stage::Cards) => tr!("ui-stage-cards"),
            Some(Stage::Receipt) => tr!("ui-stage-receipt"),
            Some(Stage::Saving) => tr!("ui-stage-saving"),
            Some(stage) => crate::i18n::stage(stage),
        };
        let too_late = stage == Some(Stage::Saving) || handle.is_cancelled();
        let cancel = action(Icon::X, tr!("ui-cancel"), style::secondary, (!too_late).then_some(Message::Cancel));
        let icon = if self.is_issuing() { Icon::Stamp } else { Icon::Spreadsheet };
        let content = column![
            hero(Tone::Accent, icon, self.title(), subject),
            progress(word, report),
            hint(cancel, tr!("ui-cancel-hint"), Some(Wish::Cancel)),
        ]
        .spacing(space::XL)
        .align_x(iced::Center);
        container(center(content)).width(Fill).height(Fill).style(style::sheet).into()
    }
}
