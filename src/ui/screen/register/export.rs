//! The line that asks where to export to.

use super::{Action, Message, Register};
use crate::domain::date;
use crate::tr;
use crate::ui::desktop::Answer;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job;
use crate::ui::office::{self, Context};
use crate::ui::screen::asked::Asked;
use crate::ui::theme::{Tone, space, style};
use crate::ui::widget::{action, caption, figure, hint, input, quiet_action, tick};
use iced::widget::{Space, column as stacked, container, row};
use iced::{Element, Fill, Task};

const PATH: &str = "register-export-path";

#[derive(Debug)]
pub(super) struct Export {
    asked: Asked<()>,
    full: bool,
    busy: bool,
    no_dialog: bool,
}

/// What became of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Written {
    Rows(usize),
    /// A file of that name exists; nothing was written.
    Exists,
}

/// What an export is called unless the user says otherwise.
fn export_name(context: &Context) -> String {
    tr!("ui-export-name", date = date::short((context.today)()))
}

impl Register {
    /// Whether there is something to export, and nothing is being asked about it yet.
    pub(super) fn can_export(&self) -> bool {
        self.rows.count() > 0 && self.export.is_none()
    }

    pub(super) fn update_export(&mut self, message: Message, context: &Context) -> Action {
        if let Message::ExportOpened = message {
            let path = context.proposal(&export_name(context)).display().to_string();
            self.deed = None;
            self.export = Some(Export { asked: Asked::new((), path), full: false, busy: false, no_dialog: false });
            return Action::Run(iced::widget::operation::focus(PATH));
        }
        let Some(export) = &mut self.export else { return Action::None };
        match message {
            Message::ExportClosed => self.export = None,
            Message::ExportPathTyped(path) => export.asked.typed(path),
            Message::ExportFullToggled(full) => export.full = full,
            Message::ChooseExport => {
                return Action::Run(Task::perform(
                    context.desktop.save(&export_name(context)),
                    Message::ExportAnswered,
                ));
            }
            Message::ExportAnswered(answer) => {
                export.no_dialog = answer == Answer::Unavailable;
                if let Answer::Chosen(path) = answer {
                    // the dialog has asked already
                    export.asked = Asked::again((), path);
                    return self.update_export(Message::Export, context);
                }
            }
            Message::Export => {
                let (Some((out, replace)), false) = (export.asked.given(), export.busy) else { return Action::None };
                let (Some(question), full) = (self.asking.clone(), export.full) else { return Action::None };
                export.busy = true;
                let folder = context.folder.clone();
                let target = out.clone();
                let task = job::quick(move || {
                    if !replace && target.exists() {
                        return Ok(Written::Exists);
                    }
                    office::export(&folder, &question, full, &target).map(Written::Rows)
                });
                return Action::Run(task.map(move |result| Message::Exported(out.clone(), result)));
            }
            Message::Exported(out, result) => {
                export.busy = false;
                match result {
                    Ok(Written::Rows(rows)) => {
                        self.export = None;
                        let file = out.display().to_string();
                        return Action::Tell(Tone::Good, tr!("ui-exported", count = figure(rows), file = file));
                    }
                    Ok(Written::Exists) => export.asked = Asked::again((), out),
                    Err(failure) => self.failure = Some(failure),
                }
            }
            _ => {}
        }
        Action::None
    }
}

pub(super) fn export_line(export: &Export) -> Element<'_, Message> {
    let given = export.asked.given();
    let exists = given.as_ref().is_some_and(|(_, replace)| *replace);
    let path = input(PATH, "", export.asked.path(), given.is_none(), Message::ExportPathTyped);
    let word = if exists { tr!("ui-export-replace") } else { tr!("ui-export-save") };
    let ready = (!export.busy && given.is_some()).then_some(Message::Export);
    let save = action(Icon::Save, word, style::primary, ready);
    let choose = action(Icon::Folder, tr!("ui-choose"), style::secondary, Some(Message::ChooseExport));
    let close = quiet_action(Icon::X, tr!("ui-close"), Some(Message::ExportClosed));
    let about = match (exists, export.no_dialog) {
        (true, _) => tr!("ui-export-exists"),
        (false, true) => tr!("ui-no-dialog"),
        (false, false) => tr!("ui-export-note"),
    };
    let lines = stacked![
        row![path.on_submit(Message::Export), choose, save, hint(close, tr!("ui-close"), Some(Wish::Cancel))]
            .spacing(space::S),
        row![
            tick(tr!("ui-export-full"), export.full, Message::ExportFullToggled),
            Space::new().width(Fill),
            caption(about)
        ]
        .spacing(space::L)
        .align_y(iced::Center),
    ]
    .spacing(space::S);
    container(lines).padding([space::M, space::L]).style(style::sheet).into()
}
