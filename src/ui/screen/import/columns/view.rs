//! How the step looks: what is said above, the rows themselves below.

use super::choice::{Choice, Slot};
use super::{Columns, Message, ROWS, SIDEWAYS, Stage};
use crate::domain::Field;
use crate::import::column::letters;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::screen::explained;
use crate::ui::theme::{BOLD, Tone, column as width, measure, space, style};
use crate::ui::widget::{
    Cell, Column, Grid, Width, action, badge, body, caption, hint, muted, note, quiet_action, select, title,
};
use crate::workflow::columns::PreviewSheet;
use crate::{i18n, tr};
use iced::widget::scrollable::{Direction, Scrollbar};
use iced::widget::{Row, Space, button, center, column, container, responsive, row, scrollable};
use iced::{Element, Fill};

/// Slots beside each other.
const ABREAST: usize = 4;
/// Characters of a label in a list to choose from.
const LABEL: usize = 16;

impl Columns {
    pub(in super::super) fn view(&self) -> Element<'_, Message> {
        let Stage::Choosing { choice, revision, reading } = &self.stage else {
            let content = column![
                Icon::Spreadsheet.toned(Tone::Muted),
                muted(tr!("ui-stage-reading")),
                hint(quiet_action(Icon::ArrowLeft, tr!("ui-back"), Some(Message::Back)), "", Some(Wish::Cancel)),
            ];
            let content = content.spacing(space::M).align_x(iced::Center);
            return container(center(content)).width(Fill).height(Fill).style(style::sheet).into();
        };
        let trouble = self.trouble.as_ref().map(|failure| explained(failure, Tone::Bad));
        let person =
            choice.loses_a_person().then(|| Element::from(note(Tone::Warn, Icon::Warning, tr!("ui-columns-person"))));
        column![self.header(choice), slots(choice)]
            .push(trouble)
            .push(person)
            .push(lead(choice))
            .push(rows(choice, *revision))
            .push(end(choice, reading.is_some()))
            .spacing(space::M)
            .into()
    }

    fn header(&self, choice: &Choice) -> Element<'_, Message> {
        let sheets = choice.sheets();
        let name = |sheet: &PreviewSheet| shortened(sheet.name().unwrap_or_default(), LABEL * 2);
        let sheet = (sheets.len() > 1).then(|| {
            let list = select(sheets.iter().map(name).collect(), choice.sheet, |_| true, false, None, Message::Sheet);
            row![caption(tr!("ui-columns-sheet")), container(list).width(measure::FIELD_MEDIUM)]
                .spacing(space::S)
                .align_y(iced::Center)
        });
        let names = row![title(tr!("ui-columns")), badge(Tone::Plain, Icon::Spreadsheet, self.name.as_str())]
            .spacing(space::M)
            .align_y(iced::Center);
        row![column![names, muted(tr!("ui-columns-lead"))].spacing(space::XS).width(Fill)]
            .push(sheet)
            .spacing(space::M)
            .into()
    }
}

/// The name of a slot.
fn name_of(slot: Slot) -> String {
    match slot {
        Slot::Header => tr!("ui-columns-header"),
        Slot::Of(Field::Name, 1) => tr!("ui-columns-name-more"),
        Slot::Of(Field::Name, 2..) => tr!("ui-columns-name-last"),
        Slot::Of(field, _) => i18n::field(field),
    }
}

fn slots(choice: &Choice) -> Element<'_, Message> {
    let slots: Vec<Slot> = choice.slots();
    let lines = slots.chunks(ABREAST).map(|some| {
        let line = Row::with_children(some.iter().map(|slot| part(choice, *slot))).spacing(space::M);
        // the last line's slots are no wider than those above
        line.extend((some.len()..ABREAST).map(|_| Space::new().width(Fill).into())).into()
    });
    container(column(lines).spacing(space::S)).padding([space::M, space::L]).width(Fill).style(style::sheet).into()
}

fn part(choice: &Choice, slot: Slot) -> Element<'_, Message> {
    let active = choice.slot == slot;
    let lacks = matches!(slot, Slot::Of(field, 0) if choice.missing().contains(&field));
    let tone = match (active, lacks) {
        (true, _) => Tone::Accent,
        (false, true) => Tone::Warn,
        (false, false) => Tone::Muted,
    };
    let name = caption(name_of(slot)).style(style::ink(tone));
    let name = if active { name.font(BOLD) } else { name };
    let name = button(name).padding(0).style(style::bare).on_press(Message::Take(slot));
    let list = match slot {
        Slot::Header => {
            let rows = choice.rows();
            let row = |place| {
                let number = rows.number(place).unwrap_or_default();
                shortened(&tr!("ui-columns-row", row = number), LABEL)
            };
            let labels = std::iter::once(tr!("ui-columns-untitled")).chain((0..rows.len()).map(row)).collect();
            let chosen = choice.header.map_or(0, |place| place + 1);
            select(labels, chosen, |_| true, active, Some(Message::Take(slot)), |at| Message::Header(at.checked_sub(1)))
        }
        Slot::Of(..) => {
            let label = |column| shortened(&titled(choice, column), LABEL);
            let none = if lacks { tr!("ui-columns-missing") } else { tr!("ui-columns-none") };
            let labels = std::iter::once(none).chain((0..choice.rows().width()).map(label)).collect();
            let chosen = choice.column_of(slot).map_or(0, |column| column + 1);
            // on its way to another column, an arrow key takes none from other fields
            let free = |at: usize| at.checked_sub(1).is_none_or(|column| choice.fields_of(column).next().is_none());
            select(labels, chosen, free, active, Some(Message::Take(slot)), move |at| {
                Message::Column(slot, at.checked_sub(1))
            })
        }
    };
    column![name, list].spacing(space::XS).width(Fill).into()
}

/// A column as people call it: its letter, and its title.
fn titled(choice: &Choice, column: usize) -> String {
    match choice.title(column) {
        title if title.is_empty() => letters(column),
        title => format!("{} · {title}", letters(column)),
    }
}

fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most - 1).collect();
    format!("{}…", kept.trim_end())
}

/// What to do now.
fn lead(choice: &Choice) -> Element<'_, Message> {
    let sentence = match choice.slot {
        Slot::Header => tr!("ui-columns-click-row"),
        slot @ Slot::Of(..) => tr!("ui-columns-click-column", field = name_of(slot)),
    };
    row![Icon::Info.toned(Tone::Accent), body(sentence).font(BOLD).width(Fill)].spacing(space::S).into()
}

/// The width of each column, by what stands in it.
pub(super) fn widths(choice: &Choice) -> Vec<f32> {
    let rows = choice.rows();
    let longest = |column: usize| (0..rows.len()).map(|place| rows.cell(place, column).chars().count()).max();
    let wide = |column| u16::try_from(longest(column).unwrap_or_default()).unwrap_or(u16::MAX);
    let wanted = |column| f32::from(wide(column)) * width::CHARACTER + 2.0 * space::S;
    (0..rows.width()).map(|column| wanted(column).clamp(width::CELL_MIN, width::CELL_MAX)).collect()
}

fn rows(choice: &Choice, revision: u64) -> Element<'_, Message> {
    let widths = widths(choice);
    let total = widths.iter().sum::<f32>() + width::ROW + measure::GRID_BAR;
    responsive(move |size| {
        let fits = total <= size.width;
        let of_width = |column: usize| match widths.get(column) {
            Some(width) if fits => Width::Fill { portion: *width, minimum: *width },
            Some(width) => Width::Fixed(*width),
            None => Width::Fixed(width::CELL_MIN),
        };
        let head = |column: usize| {
            let fields: Vec<_> = choice.fields_of(column).map(i18n::field).collect();
            let tone = if fields.is_empty() { Tone::Muted } else { Tone::Accent };
            let letters = letters(column);
            let title = if fields.is_empty() { letters } else { format!("{letters} · {}", fields.join(", ")) };
            Column::new(title, of_width(column)).tone(tone)
        };
        let number = Column::new(tr!("ui-col-row"), Width::Fixed(width::ROW)).right();
        let columns = std::iter::once(number).chain((0..widths.len()).map(head)).collect();
        let grid = Grid::new(
            ROWS,
            columns,
            choice.rows().len(),
            |row, column| cell(choice, row, column),
            |row| Message::Header(Some(row)),
        )
        .on_cell(|row, column| match column.checked_sub(1) {
            Some(column) => Message::Clicked(row, column),
            None => Message::Header(Some(row)),
        })
        .on_title(|column| column.checked_sub(1).map(Message::Title))
        .revision(revision)
        .chosen(choice.header);
        if fits {
            return grid.into();
        }
        scrollable(container(grid).width(total).height(Fill))
            .id(SIDEWAYS)
            .direction(Direction::Horizontal(Scrollbar::default()))
            .spacing(space::XS)
            .style(style::scroll)
            .width(Fill)
            .height(Fill)
            .into()
    })
    .into()
}

fn cell(choice: &Choice, place: usize, column: usize) -> Cell<'_> {
    let Some(column) = column.checked_sub(1) else {
        let number = choice.rows().number(place).map(|number| number.to_string()).unwrap_or_default();
        return Cell::text(number).tone(Tone::Muted);
    };
    let cell = Cell::text(choice.rows().cell(place, column));
    if choice.is_header(place) {
        return cell.strong();
    }
    if !choice.is_below(place) {
        return cell.tone(Tone::Faint);
    }
    let now = choice.column_of(choice.slot) == Some(column);
    match choice.fields_of(column).next() {
        Some(_) if now => cell.ground(Tone::Info),
        Some(_) => cell.ground(Tone::Accent),
        None => cell.tone(Tone::Muted),
    }
}

/// What is missing, and the button that ends the step.
fn end(choice: &Choice, reading: bool) -> Element<'_, Message> {
    let missing: Vec<_> = choice.missing().into_iter().map(i18n::field).collect();
    let (tone, icon, state) = match (reading, choice.enough, missing.is_empty()) {
        (true, ..) => (Tone::Info, Icon::Info, tr!("ui-stage-reading")),
        (_, false, _) => (Tone::Warn, Icon::Warning, tr!("ui-columns-too-few")),
        (_, true, false) => (Tone::Warn, Icon::Warning, tr!("ui-columns-lacks", fields = missing.join(", "))),
        (_, true, true) => (Tone::Good, Icon::CircleCheck, tr!("ui-columns-ready")),
    };
    let remembered =
        (!reading && choice.header.is_some() && !choice.loses_a_person()).then(|| caption(tr!("ui-columns-remembers")));
    let (word, leave) =
        if reading { (tr!("ui-cancel"), tr!("ui-cancel-hint")) } else { (tr!("ui-back"), tr!("ui-columns-back-hint")) };
    let back = action(Icon::ArrowLeft, word, style::secondary, Some(Message::Back));
    let ready = (choice.enough && !reading).then_some(Message::Read);
    let again = action(Icon::Check, tr!("ui-columns-read"), style::primary, ready);
    let content = row![
        icon.toned(tone),
        column![body(state)].push(remembered).spacing(space::HAIR).width(Fill),
        hint(back, leave, Some(Wish::Cancel)),
        hint(again, tr!("ui-columns-read-hint"), Some(Wish::Issue)),
    ]
    .spacing(space::M)
    .align_y(iced::Center);
    container(content).padding([space::M, space::L]).width(Fill).style(style::bar).into()
}
