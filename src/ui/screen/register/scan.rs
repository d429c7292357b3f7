//! The scan of a signed receipt: chosen or dropped with the hand-over or after it, and shown beside the documents.

use super::Message;
use super::deed;
use crate::domain::date;
use crate::tr;
use crate::ui::icon::Icon;
use crate::ui::screen::asked::typed_path;
use crate::ui::theme::{Tone, space, style};
use crate::ui::widget::{action, caption, field, hint, input, quiet_action};
use crate::workflow::dossier::Scan;
use iced::widget::{Row, row};
use iced::{Element, Fill, Shrink};

pub(super) const PATH: &str = "register-scan-path";

/// Where a file is said, before the buttons of the form; it may also be dropped on the window.
pub(super) fn choose<'a>(path: &str, no_dialog: bool, buttons: Row<'a, Message>) -> Element<'a, Message> {
    let typed = input(PATH, &tr!("ui-scan-example"), path, false, |text| Message::Deed(deed::Message::ScanTyped(text)))
        .on_submit(Message::Deed(deed::Message::Do));
    let dialog = Message::Deed(deed::Message::ChooseScan);
    let choose = action(Icon::Paperclip, tr!("ui-scan-choose"), style::secondary, Some(dialog));
    let hint = hint(choose, tr!("ui-scan-note"), None);
    let line = row![typed, hint, buttons.width(Shrink)].spacing(space::S).align_y(iced::Center);
    field(tr!("ui-scan"), line, None, Fill).push(no_dialog.then(|| caption(tr!("ui-no-dialog")))).into()
}

/// A scan in the list of files.
pub(super) fn line(scan: &Scan) -> Element<'_, Message> {
    let name = scan.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let about = format!("{name} · {} · {}", date::moment(scan.at), scan.actor);
    row![
        Icon::Paperclip.toned(Tone::Accent),
        caption(about).width(Fill),
        quiet_action(Icon::FileText, tr!("ui-open"), Some(Message::OpenScan(scan.file.clone())))
    ]
    .spacing(space::S)
    .align_y(iced::Center)
    .into()
}

/// The file that was said, if any.
pub(super) fn file(path: &str) -> Option<std::path::PathBuf> {
    typed_path(path)
}
