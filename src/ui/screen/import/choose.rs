//! The beginning: which list? And the end of a list that could not be read.

use super::{Message, columns};
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::Failure;
use crate::ui::screen::asked::typed_path;
use crate::ui::screen::words;
use crate::ui::theme::{BOLD, Tone, measure, space, style};
use crate::ui::widget::{action, body, caption, hero, hint, input, muted, note, quiet_action, tick, title};
use iced::widget::{center, column, container, row};
use iced::{Element, Fill};
use std::path::Path;

/// The field for a path.
pub(super) const PATH: &str = "import-path";

/// The last part of a path, for people.
pub(super) fn file_name(file: &Path) -> String {
    file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned()
}

pub(super) fn view<'a>(path: &'a str, no_dialog: bool, hovered: bool, watched: Option<&Path>) -> Element<'a, Message> {
    let choose = action(Icon::Folder, tr!("ui-choose-file"), style::primary, Some(Message::Choose));
    let paste = action(Icon::Spreadsheet, tr!("ui-paste"), style::secondary, Some(Message::Paste));
    let zone = column![
        hero(Tone::Accent, Icon::FileUp, tr!("ui-drop"), tr!("ui-drop-lead")),
        row![
            hint(choose, tr!("ui-choose-file-hint"), Some(Wish::Open)),
            hint(paste, tr!("ui-paste-hint"), Some(Wish::Paste))
        ]
        .spacing(space::S),
    ]
    .spacing(space::XL)
    .align_x(iced::Center);
    let zone = container(center(zone)).width(Fill).height(Fill).style(style::drop_zone(hovered));

    let field = input(PATH, &tr!("ui-path-example"), path, false, Message::PathTyped).on_submit(Message::ReadTyped);
    let ready = typed_path(path).map(|_| Message::ReadTyped);
    let typed = column![
        caption(tr!("ui-path-lists")),
        row![field, action(Icon::FileText, tr!("ui-open"), style::secondary, ready)].spacing(space::S),
    ]
    .spacing(space::XS);
    let practise = row![
        Icon::Practice.toned(Tone::Muted),
        muted(tr!("ui-practise-lead")),
        quiet_action(Icon::Spreadsheet, tr!("ui-practise"), Some(Message::Practise)),
    ]
    .spacing(space::S)
    .align_y(iced::Center);
    let downloads = directories::UserDirs::new().and_then(|dirs| dirs.download_dir().map(Path::to_owned));
    let watch = watched.map(Path::to_owned).or(downloads).map(|folder| {
        let label = tr!("arrival-watch", folder = folder.display().to_string());
        tick(label, watched.is_some(), move |on| Message::Watch(on.then(|| folder.clone())))
    });
    column![column![title(tr!("ui-import")), muted(tr!("ui-import-lead"))].spacing(space::XS), zone, typed,]
        .push(no_dialog.then(|| note(Tone::Warn, Icon::Info, tr!("ui-no-dialog"))))
        .push(watch)
        .push(practise)
        .spacing(space::L)
        .into()
}

pub(super) fn failed<'a>(name: String, failure: &Failure) -> Element<'a, Message> {
    let (message, next) = words(failure);
    let part = |name: String, sentence: String| {
        row![body(name).font(BOLD).width(measure::FIELD_SHORT), body(sentence).width(Fill)].spacing(space::M)
    };
    let explanation =
        column![part(tr!("ui-failed-what"), message), part(tr!("ui-failed-kept"), tr!("ui-failed-kept-nothing")),]
            .push((!next.is_empty()).then(|| part(tr!("ui-failed-next"), next)))
            .spacing(space::M);
    // a table that a person can show is no misfortune
    let show = columns::unmapped(failure);
    let calm = show.is_some();
    let (tone, icon, word) = if calm {
        (Tone::Info, Icon::Search, tr!("ui-columns-not-found"))
    } else {
        (Tone::Bad, Icon::CircleX, tr!("ui-failed"))
    };
    let another = if calm { style::secondary } else { style::primary };
    let content = column![
        hero(tone, icon, word, name),
        container(explanation).padding(space::L).width(measure::READABLE).style(style::note(tone)),
        row![
            hint(
                action(Icon::ArrowLeft, tr!("ui-back"), style::secondary, Some(Message::Restart)),
                tr!("ui-back-hint"),
                Some(Wish::Cancel)
            ),
            action(Icon::Undo, tr!("ui-retry"), style::secondary, Some(Message::Retry)),
            hint(
                action(Icon::Folder, tr!("ui-choose-other"), another, Some(Message::Choose)),
                tr!("ui-choose-file-hint"),
                Some(Wish::Open)
            ),
        ]
        .push(show)
        .spacing(space::S),
    ]
    .spacing(space::XL)
    .align_x(iced::Center);
    container(center(content)).width(Fill).height(Fill).style(style::sheet).into()
}
