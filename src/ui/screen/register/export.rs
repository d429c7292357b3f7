//! The line that asks where to export to.

use super::{Action, Message, Register};
use crate::domain::date;
use crate::tr;
use crate::ui::desktop::Answer;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job;
use crate::ui::office::{self, Context};
use crate::ui::theme::{Tone, space, style};
use crate::ui::widget::{action, caption, figure, hint, input, quiet_action, tick};
use iced::widget::{Space, column as stacked, container, row};
use iced::{Element, Fill, Task};
use std::path::{Path, PathBuf};

const PATH: &str = "register-export-path";

#[derive(Debug, Clone, Default)]
pub(super) struct Export {
    path: String,
    full: bool,
    busy: bool,
    /// A file that exists and would be replaced: asked once.
    replace: Option<PathBuf>,
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
    pub(super) fn update_export(&mut self, message: Message, context: &Context) -> Action {
        if let Message::ExportOpened = message {
            let path = context.proposal(&export_name(context)).display().to_string();
            self.deed = None;
            self.export = Some(Export { path, ..Export::default() });
            return Action::Run(iced::widget::operation::focus(PATH));
        }
        let Some(export) = &mut self.export else { return Action::None };
        match message {
            Message::ExportClosed => self.export = None,
            Message::ExportPathTyped(path) => {
                export.path = path;
                export.replace = None;
            }
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
                    export.path = path.display().to_string();
                    // the dialog has asked already
                    export.replace = Some(path);
                    return self.update_export(Message::Export, context);
                }
            }
            Message::Export => {
                let out = PathBuf::from(export.path.trim());
                if export.busy || !out.is_absolute() {
                    return Action::None;
                }
                let (Some(question), full) = (self.asking.clone(), export.full) else { return Action::None };
                export.busy = true;
                let folder = context.folder.clone();
                let replace = export.replace.as_ref() == Some(&out);
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
                    Ok(Written::Exists) => export.replace = Some(out),
                    Err(failure) => self.failure = Some(failure),
                }
            }
            _ => {}
        }
        Action::None
    }
}

pub(super) fn export_line(export: &Export) -> Element<'_, Message> {
    let wrong = !Path::new(export.path.trim()).is_absolute();
    let path = input(PATH, "", &export.path, wrong, Message::ExportPathTyped).on_submit(Message::Export);
    let word = if export.replace.is_some() { tr!("ui-export-replace") } else { tr!("ui-export-save") };
    let save = action(Icon::Save, word, style::primary, (!export.busy && !wrong).then_some(Message::Export));
    let choose = action(Icon::Folder, tr!("ui-choose"), style::secondary, Some(Message::ChooseExport));
    let close = quiet_action(Icon::X, tr!("ui-close"), Some(Message::ExportClosed));
    let about = match (&export.replace, export.no_dialog) {
        (Some(_), _) => tr!("ui-export-exists"),
        (None, true) => tr!("ui-no-dialog"),
        (None, false) => tr!("ui-export-note"),
    };
    let lines = stacked![
        row![path, choose, save, hint(close, tr!("ui-close"), Some(Wish::Cancel))].spacing(space::S),
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
