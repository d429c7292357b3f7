//! Marks lines of a text that are wrong.

use crate::ui::theme::{BOLD, roles};
use iced::advanced::text::Highlighter;
use iced::advanced::text::highlighter::Format;
use iced::{Font, Theme};
use std::ops::Range;

/// The numbers of the wrong lines, from 1.
pub(super) struct WrongLines {
    wrong: Vec<usize>,
    at: usize,
}

/// A wrong line.
pub(super) struct Wrong;

impl Highlighter for WrongLines {
    type Settings = Vec<usize>;
    type Highlight = Wrong;
    type Iterator<'a> = std::option::IntoIter<(Range<usize>, Wrong)>;

    fn new(wrong: &Vec<usize>) -> Self {
        Self { wrong: wrong.clone(), at: 0 }
    }

    fn update(&mut self, wrong: &Vec<usize>) {
        self.wrong.clone_from(wrong);
        self.at = 0;
    }

    fn change_line(&mut self, line: usize) {
        self.at = self.at.min(line);
    }

    fn highlight_line(&mut self, line: &str) -> Self::Iterator<'_> {
        self.at += 1;
        self.wrong.contains(&self.at).then_some((0..line.len(), Wrong)).into_iter()
    }

    fn current_line(&self) -> usize {
        self.at
    }
}

pub(super) fn format(_: &Wrong, theme: &Theme) -> Format<Font> {
    Format { color: Some(roles(theme).bad), font: Some(BOLD) }
}
