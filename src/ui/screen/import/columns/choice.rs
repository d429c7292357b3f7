//! What a person has said so far of the rows in front of them.

use crate::domain::Field;
use crate::domain::mapping::Doubt;
use crate::import::ReadOptions;
use crate::workflow::check::Checked;
use crate::workflow::columns::{Preview, PreviewSheet, Titles};
use std::sync::Arc;

/// Something to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    /// Which row the titles stand in.
    Header,
    /// Which column a field has; of a name, which one its part has, from 0.
    Of(Field, usize),
}

/// Fields without which no row becomes a card.
const NEEDED: [Field; 3] = [Field::Kpj, Field::Nik, Field::Name];
/// Fields that have a slot; the company's own are filled in elsewhere.
const SHOWN: [Field; 6] = [Field::Kpj, Field::Nik, Field::Name, Field::BirthDate, Field::Sex, Field::MembershipDate];

/// The sheet, its header row and the columns.
#[derive(Debug)]
pub(super) struct Choice {
    preview: Arc<Preview>,
    pub(super) sheet: usize,
    /// The place of the header row; `None`: the list has no titles.
    pub(super) header: Option<usize>,
    titles: Titles,
    columns: Vec<(Field, Vec<usize>)>,
    /// Fields of which the person spoke: another header row changes the others only.
    said: Vec<Field>,
    pub(super) slot: Slot,
    /// Whether the reader can begin with it.
    pub(super) enough: bool,
}

impl Choice {
    /// Begins with what was read from the list, else with what looks likely.
    pub(super) fn new(preview: Arc<Preview>, read: Option<&Checked>) -> Self {
        let mut choice = Self {
            sheet: preview.likely_sheet(),
            preview,
            header: None,
            titles: Titles::default(),
            columns: Vec::new(),
            said: Vec::new(),
            slot: Slot::Header,
            enough: false,
        };
        let Some((checked, sheet, header)) = read.and_then(|checked| choice.find(checked)) else {
            choice.turn_to(choice.sheet);
            return choice;
        };
        (choice.sheet, choice.header) = (sheet, header);
        choice.titles = choice.rows().titles(choice.header);
        choice.columns = checked.places();
        let differs = |field: &Field| of(&choice.columns, *field) != of(&choice.titles.columns, *field);
        choice.said = Field::ALL.into_iter().filter(differs).collect();
        choice.slot = first_doubted(&checked.told.doubts);
        choice.look();
        choice
    }

    /// Sheet and header row of a list that was read; `None` where they are not among what is shown.
    fn find<'a>(&self, checked: &'a Checked) -> Option<(&'a Checked, usize, Option<usize>)> {
        let list = &checked.list;
        let sheet = self.sheets().iter().position(|sheet| sheet.name() == list.sheet.as_deref())?;
        let header = self.sheets()[sheet].place_of(list.header_row);
        (header.is_some() || list.header_row == 0).then_some((checked, sheet, header))
    }

    pub(super) fn sheets(&self) -> &[PreviewSheet] {
        self.preview.sheets()
    }

    /// The rows of the chosen sheet.
    pub(super) fn rows(&self) -> &PreviewSheet {
        &self.preview.sheets()[self.sheet]
    }

    /// Turns to another sheet.
    pub(super) fn turn_to(&mut self, sheet: usize) {
        if sheet < self.sheets().len() {
            self.sheet = sheet;
            self.said.clear();
            self.slot = Slot::Header;
            self.set_header(self.rows().guessed_header());
        }
    }

    /// Takes the row at a place for the header.
    pub(super) fn set_header(&mut self, place: Option<usize>) {
        self.header = place.filter(|place| *place < self.rows().len());
        self.titles = self.rows().titles(self.header);
        self.columns.retain(|(field, _)| self.said.contains(field));
        let taken: Vec<usize> = self.columns.iter().flat_map(|(_, columns)| columns.clone()).collect();
        for (field, columns) in &self.titles.columns {
            if !self.said.contains(field) && !columns.iter().any(|column| taken.contains(column)) {
                self.columns.push((*field, columns.clone()));
            }
        }
        self.look();
    }

    /// Gives a slot a column, or none.
    pub(super) fn set_column(&mut self, slot: Slot, column: Option<usize>) {
        let Slot::Of(field, part) = slot else { return };
        let mut columns = of(&self.columns, field);
        match column {
            Some(column) if columns.get(part) == Some(&column) => return,
            Some(column) => {
                // a column holds one thing
                for other in Field::ALL.into_iter().filter(|other| *other != field) {
                    let mut others = of(&self.columns, other);
                    if others.contains(&column) {
                        others.retain(|of| *of != column);
                        self.say(other, others);
                    }
                }
                if part < columns.len() {
                    columns[part] = column;
                } else {
                    columns.push(column);
                }
                let at = part.min(columns.len() - 1);
                let mut place = 0;
                columns.retain(|other| {
                    place += 1;
                    *other != column || place - 1 == at
                });
            }
            None if part < columns.len() => drop(columns.remove(part)),
            None => return,
        }
        self.say(field, columns);
        self.look();
    }

    fn say(&mut self, field: Field, columns: Vec<usize>) {
        self.columns.retain(|(other, _)| *other != field);
        if !columns.is_empty() {
            self.columns.push((field, columns));
        }
        if !self.said.contains(&field) {
            self.said.push(field);
        }
    }

    fn look(&mut self) {
        self.enough = self.rows().is_enough(self.header, &self.columns);
    }

    /// Goes to what is still missing, where something is.
    pub(super) fn go_on(&mut self) {
        if let Some(field) = self.missing().first() {
            self.slot = Slot::Of(*field, 0);
        }
    }

    /// What has no column, and no row becomes a card without.
    pub(super) fn missing(&self) -> Vec<Field> {
        NEEDED.into_iter().filter(|field| of(&self.columns, *field).is_empty()).collect()
    }

    /// Everything there is to say.
    pub(super) fn slots(&self) -> Vec<Slot> {
        let of_field = |field: Field| (0..if field == Field::Name { 2 } else { 1 }).map(move |part| (field, part));
        let fields = SHOWN.into_iter().flat_map(of_field).map(|(field, part)| Slot::Of(field, part));
        // at the end, so that no other slot moves
        let third = (of(&self.columns, Field::Name).len() > 1).then_some(Slot::Of(Field::Name, 2));
        std::iter::once(Slot::Header).chain(fields).chain(third).collect()
    }

    /// The column of a slot.
    pub(super) fn column_of(&self, slot: Slot) -> Option<usize> {
        match slot {
            Slot::Header => None,
            Slot::Of(field, part) => of(&self.columns, field).get(part).copied(),
        }
    }

    /// What a column was chosen for.
    pub(super) fn fields_of(&self, column: usize) -> impl Iterator<Item = Field> {
        self.columns.iter().filter(move |(_, columns)| columns.contains(&column)).map(|(field, _)| *field)
    }

    /// Whether the row at a place belongs to the header.
    pub(super) fn is_header(&self, place: usize) -> bool {
        self.header.is_some_and(|header| (header..header + self.titles.depth).contains(&place))
    }

    /// Whether the row at a place stands below the header.
    pub(super) fn is_below(&self, place: usize) -> bool {
        self.header.is_none_or(|header| place >= header + self.titles.depth)
    }

    /// Whether the row that was taken for the header looks like a person.
    pub(super) fn loses_a_person(&self) -> bool {
        self.titles.hold_people
    }

    /// The title of a column in the header row.
    pub(super) fn title(&self, column: usize) -> String {
        let rows = self.header.into_iter().flat_map(|header| (header..header + self.titles.depth).rev());
        rows.map(|place| self.rows().cell(place, column)).find(|title| !title.is_empty()).unwrap_or_default()
    }

    pub(super) fn options(&self) -> ReadOptions {
        self.rows().options(self.header, &self.columns)
    }
}

fn of(columns: &[(Field, Vec<usize>)], field: Field) -> Vec<usize> {
    columns.iter().find(|(other, _)| *other == field).map(|(_, columns)| columns.clone()).unwrap_or_default()
}

fn first_doubted(doubts: &[Doubt]) -> Slot {
    let field = doubts.first().map(|doubt| match doubt {
        Doubt::Missing(field) | Doubt::Several(field, _) => *field,
    });
    field.map_or(Slot::Header, |field| Slot::Of(field, 0))
}
