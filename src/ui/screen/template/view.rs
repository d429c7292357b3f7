//! The editor on the screen: the card and its text at the left, its parts at the right.

use super::stage::{self, Stage};
use super::{Editor, GRID, Message, form, wrong};
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::theme::{SANS, Tone, measure, space, style, text as size};
use crate::ui::widget::{action, badge, caption, complaint, hint, input, quiet_action, tick, title};
use crate::workflow::template;
use iced::widget::{Column, Space, canvas, column, container, row, scrollable, stack, text_editor};
use iced::{Element, Fill, Length};

impl Editor {
    pub(crate) fn view(&self) -> Element<'_, Message> {
        let failure = self.failure.as_ref().map(|failure| super::super::explained(failure, Tone::Bad));
        let parts = row![self.left(), self.right()].spacing(space::L).height(Fill);
        column![self.header()].push(failure).push(parts).spacing(space::M).into()
    }

    fn header(&self) -> Element<'_, Message> {
        let undo = (!self.past.is_empty()).then_some(Message::Undo);
        let redo = (!self.future.is_empty()).then_some(Message::Redo);
        let save = action(Icon::Save, tr!("ui-save"), style::primary, self.can_save().then_some(Message::Save));
        row![
            hint(
                quiet_action(Icon::ArrowLeft, tr!("ui-template-back"), Some(Message::Leave)),
                tr!("ui-template-back-hint"),
                Some(Wish::Cancel)
            ),
            title(tr!("ui-template-edit")),
            Space::new().width(Fill),
            hint(quiet_action(Icon::Undo, tr!("ui-undo"), undo), tr!("ui-undo-hint"), Some(Wish::Undo)),
            hint(quiet_action(Icon::Redo, tr!("ui-redo"), redo), tr!("ui-redo-hint"), Some(Wish::Redo)),
            hint(save, tr!("ui-template-save-hint"), Some(Wish::Save)),
        ]
        .spacing(space::S)
        .align_y(iced::Center)
        .into()
    }

    fn left(&self) -> Element<'_, Message> {
        let card = self.card.as_ref().map(|card| {
            let stage = Stage {
                rooms: self.rooms(),
                chosen: self.chosen,
                grid: self.grid.then_some(GRID * 10.0),
                marks: &self.marks,
            };
            let height = measure::CARD_EDITED * 53.98 / 85.60;
            let canvas = |height| canvas::Canvas::new(card).width(measure::CARD_EDITED).height(height);
            // a layer of its own: within one, pictures would be drawn over the lines
            let over = canvas::Canvas::new(stage).width(measure::CARD_EDITED).height(height);
            container(stage::steered(stack![canvas(height), over])).style(style::sheet)
        });
        let has_back = self.template.back.is_some();
        let options = row![
            tick(tr!("ui-template-grid"), self.grid, Message::GridToggled),
            tick(tr!("ui-template-long-short"), self.long, Message::LongToggled),
        ]
        .push(has_back.then(|| tick(tr!("ui-template-back-side"), self.back, Message::SideToggled)))
        .spacing(space::L);
        let wrong: Vec<usize> = self.faults.iter().map(|fault| fault.line).collect();
        let text = text_editor(&self.source)
            .id("template-text")
            .on_action(Message::TextEdited)
            .font(SANS)
            .size(size::CAPTION)
            .padding(space::S)
            .height(Fill)
            .style(style::editor)
            .highlight_with::<wrong::WrongLines>(wrong, wrong::format);
        let faults = self.faults.iter().take(3).map(|fault| complaint(template::in_words(fault)));
        column![]
            .push(card)
            .push(options)
            .push(caption(tr!("ui-template-keys")))
            .push(text)
            .push(Column::with_children(faults).spacing(space::HAIR))
            .spacing(space::S)
            .width(measure::CARD_EDITED)
            .into()
    }

    fn right(&self) -> Element<'_, Message> {
        let name = input("template-name", &tr!("ui-template-name"), &self.name, self.name.trim().is_empty(), |name| {
            Message::NameTyped(name)
        });
        let unsaved = self.is_dirty().then(|| badge(Tone::Warn, Icon::Info, tr!("ui-settings-unsaved")));
        let form = self.chosen.map(|part| scrolled(form::view(self.side(), part, &self.typed), 3));
        column![
            row![name.width(Fill)].push(unsaved).spacing(space::S).align_y(iced::Center),
            form::adding(self.adding),
            scrolled(form::list(self.side(), self.chosen), 2),
        ]
        .push(form)
        .spacing(space::S)
        .into()
    }
}

/// A part of the column that scrolls by itself: what is chosen in the list above stays in sight while its form changes.
fn scrolled<'a>(content: impl Into<Element<'a, Message>>, portion: u16) -> Element<'a, Message> {
    scrollable(container(content).padding(iced::padding::right(space::L)))
        .width(Fill)
        .height(Length::FillPortion(portion))
        .style(style::scroll)
        .into()
}
