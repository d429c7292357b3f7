//! The scan of a signed receipt: chosen or dropped with the hand-over or after it, and shown beside the documents.

use super::Message;
use super::deed;
use crate::domain::date;
use crate::tr;
use crate::ui::icon::Icon;
use crate::ui::screen::import::typed_path;
use crate::ui::theme::{Tone, space, style};
use crate::ui::widget::{action, caption, field, input, quiet_action};
use crate::workflow::dossier::Scan;
use iced::widget::{column, row};
use iced::{Element, Fill};

pub(super) const PATH: &str = "register-scan-path";

/// Where a file is said; it may also be dropped on the window.
pub(super) fn choose<'a>(path: &str, no_dialog: bool) -> Element<'a, Message> {
    let typed = input(PATH, &tr!("ui-scan-example"), path, false, |text| Message::Deed(deed::Message::ScanTyped(text)))
        .on_submit(Message::Deed(deed::Message::Do));
    let dialog = Message::Deed(deed::Message::ChooseScan);
    let choose = action(Icon::Paperclip, tr!("ui-scan-choose"), style::secondary, Some(dialog));
    let about = if no_dialog { tr!("ui-no-dialog") } else { tr!("ui-scan-note") };
    column![field(tr!("ui-scan"), row![typed, choose].spacing(space::S), None, Fill), caption(about)]
        .spacing(space::XS)
        .into()
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
