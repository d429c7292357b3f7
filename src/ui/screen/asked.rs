//! A path asked for in the window, on a desktop without dialogs or where a file is in the way.

use crate::tr;
use crate::ui::icon::Icon;
use crate::ui::theme::{Tone, space, style};
use crate::ui::widget::{action, caption, input};
use iced::widget::{Column, column, row};
use iced::{Element, Fill};
use std::path::PathBuf;

/// A typed or pasted path, without the quotes that a file manager puts around it.
pub(crate) fn typed_path(text: &str) -> Option<PathBuf> {
    let text = text.trim().trim_matches('"').trim();
    (!text.is_empty()).then(|| PathBuf::from(text))
}

/// The path that is asked for, and for what.
#[derive(Debug)]
pub(crate) struct Asked<Purpose> {
    pub(crate) purpose: Purpose,
    path: String,
    /// This file is there already; giving it once more replaces it.
    exists: Option<PathBuf>,
}

impl<Purpose: Copy> Asked<Purpose> {
    pub(crate) fn new(purpose: Purpose, path: String) -> Self {
        Self { purpose, path, exists: None }
    }

    /// `file` is there already.
    pub(crate) fn again(purpose: Purpose, file: PathBuf) -> Self {
        Self { purpose, path: file.display().to_string(), exists: Some(file) }
    }

    pub(crate) fn typed(&mut self, path: String) {
        self.path = path;
    }

    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The file, once a whole path is typed.
    fn file(&self) -> Option<PathBuf> {
        typed_path(&self.path).filter(|path| path.is_absolute())
    }

    /// The file, and whether it may be replaced.
    pub(crate) fn given(&self) -> Option<(PathBuf, bool)> {
        let file = self.file()?;
        let replace = self.exists.as_ref() == Some(&file);
        Some((file, replace))
    }

    /// The field `id` with its buttons: `word` gives the file, `close` gives up.
    pub(crate) fn view<'a, Message: Clone + 'a>(
        &'a self,
        id: &'static str,
        example: &str,
        word: String,
        messages: (impl Fn(String) -> Message + 'a, Message),
        close: Element<'a, Message>,
    ) -> Column<'a, Message> {
        let (on_type, give) = messages;
        let given = self.given();
        let exists = given.as_ref().is_some_and(|(_, replace)| *replace);
        let word = if exists { tr!("ui-export-replace") } else { word };
        let give = given.map(|_| give);
        let field = input(id, example, &self.path, false, on_type).on_submit_maybe(give.clone()).width(Fill);
        let line =
            row![field, action(Icon::Check, word, style::primary, give), close].spacing(space::S).align_y(iced::Center);
        let exists = exists.then(|| caption(tr!("ui-export-exists")).style(style::ink(Tone::Warn)));
        column![line].push(exists).spacing(space::XS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_path_loses_its_quotes() {
        for (text, expected) in [
            ("  ", None),
            ("\"\"", None),
            (r#" "C:\Daftar TK\a.xlsx" "#, Some(r"C:\Daftar TK\a.xlsx")),
            ("/tmp/a b.csv", Some("/tmp/a b.csv")),
        ] {
            assert_eq!(typed_path(text), expected.map(PathBuf::from));
        }
    }
}
