//! The editor of templates: the card as it will look, its fields moved where they belong, and the text behind it.

mod form;
mod stage;
mod wrong;

use crate::domain::Settings as Office;
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Failure};
use crate::ui::office::{self, Context, OpenedTemplate};
use crate::ui::theme::{SANS, Tone, measure, space, style, text as size};
use crate::ui::widget::{Card, action, badge, caption, complaint, field, hint, input, quiet_action, tick, title};
use crate::workflow::template::edit::{self, Change, Place};
use crate::workflow::template::{self, Fault, Template, TemplateFile};
use iced::widget::canvas::{self, Cache};
use iced::widget::{Column, Space, column, container, row, scrollable, stack, text_editor};
use iced::{Element, Fill, Task};
use stage::{Room, Stage};

/// The grid that fields keep to, mm, and the step without it.
const GRID: f64 = 0.5;
const FINE: f64 = 0.1;
/// How far beside its room a field can still be caught, mm.
const CATCH: f64 = 0.8;
/// A step with Shift, mm.
const FAR: f64 = 1.0;

/// A template being edited.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub(crate) struct Editor {
    /// The name it is saved under, as typed.
    name: String,
    /// The office's template that is edited; `None` for one of the program's own, which is never overwritten.
    opened: Option<String>,
    source: text_editor::Content,
    text: String,
    saved: String,
    files: Vec<TemplateFile>,
    office: Office,
    /// The last good reading of the text, and its drawing.
    template: Template,
    card: Option<Card>,
    faults: Vec<Fault>,
    marks: Cache,
    back: bool,
    chosen: Option<usize>,
    grid: bool,
    long: bool,
    adding: bool,
    past: Vec<String>,
    future: Vec<String>,
    drag: Option<Drag>,
    typed: form::Typed,
    saving: bool,
    warned: bool,
    failure: Option<Failure>,
}

/// A field on its way.
#[derive(Debug, Clone, Copy)]
struct Drag {
    from: (f64, f64),
    /// Where the field was.
    at: (f64, f64),
    moved: bool,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Pressed((f64, f64)),
    Dragged((f64, f64)),
    Released,
    /// Steps across and down; with Shift far.
    Nudged(f64, f64, bool),
    ChooseNext(bool),
    Chosen(usize),
    SideToggled(bool),
    GridToggled(bool),
    LongToggled(bool),
    Typed(form::Key, String),
    Set(form::Key, Option<String>),
    AddToggled,
    Add(&'static str),
    Remove,
    TextEdited(text_editor::Action),
    NameTyped(String),
    Undo,
    Redo,
    Save,
    Saved(Result<String, Failure>),
    Leave,
}

pub(crate) enum Action {
    None,
    Run(Task<Message>),
    Tell(Tone, String),
    /// Saved under this name.
    Saved(String),
    Leave,
}

/// The field at a place, the uppermost where several are.
fn hit(rooms: &[Room], x: f64, y: f64) -> Option<usize> {
    // a little more than the room: what is small can be caught, too
    let holds = |(left, top, width, height): &Room| {
        (left - CATCH..=left + width + CATCH).contains(&x) && (top - CATCH..=top + height + CATCH).contains(&y)
    };
    rooms.iter().rposition(holds)
}

impl Editor {
    pub(crate) fn new(opened: OpenedTemplate, office: Office) -> Self {
        let OpenedTemplate { template, shipped } = opened;
        let name =
            if shipped { format!("{} {}", template.name, tr!("ui-template-copy")) } else { template.name.clone() };
        let mut editor = Self {
            name,
            opened: (!shipped).then(|| template.name.clone()),
            source: text_editor::Content::with_text(&template.text),
            text: template.text.clone(),
            saved: template.text.clone(),
            files: template.files.clone(),
            office,
            card: None,
            faults: Vec::new(),
            marks: Cache::new(),
            back: false,
            chosen: None,
            grid: true,
            long: false,
            adding: false,
            past: Vec::new(),
            future: Vec::new(),
            drag: None,
            typed: form::Typed::default(),
            saving: false,
            warned: false,
            failure: None,
            template,
        };
        editor.draw();
        editor
    }

    pub(crate) fn title(&self) -> String {
        tr!("ui-template-editing", name = self.name.as_str())
    }

    pub(crate) fn is_dirty(&self) -> bool {
        self.text != self.saved
    }

    fn fields(&self) -> &[template::Field] {
        let side = if self.back { self.template.back.as_ref() } else { Some(&self.template.front) };
        side.map_or(&[], |side| &side.fields)
    }

    fn rooms(&self) -> Vec<Room> {
        self.fields().iter().map(template::Field::room).collect()
    }

    fn place(&self) -> Option<Place> {
        Some(Place { back: self.back, index: self.chosen? })
    }

    fn choose(&mut self, chosen: Option<usize>) {
        self.chosen = chosen.filter(|at| *at < self.fields().len());
        self.typed = self.chosen.and_then(|at| self.fields().get(at)).map(form::Typed::of).unwrap_or_default();
        self.marks.clear();
    }

    /// Draws the last good reading.
    fn draw(&mut self) {
        self.back &= self.template.back.is_some();
        let drawing = template::drawing(&self.template, self.back, &self.office, self.long);
        self.card = drawing.ok().flatten().map(Card::new);
        self.marks.clear();
    }

    /// Reads the text; what is wrong with it is shown, and the card stays as it was last good.
    fn read(&mut self) {
        match Template::parse(&self.name, &self.text, &self.files) {
            Ok(template) => {
                self.faults.clear();
                self.template = template;
                self.draw();
            }
            Err(wrong) => self.faults = wrong.faults,
        }
    }

    /// Takes another text, which can be taken back.
    fn take(&mut self, text: String) {
        if text != self.text {
            self.past.push(std::mem::replace(&mut self.text, text));
            self.future.clear();
            self.show();
        }
    }

    /// Shows the text as it is now everywhere.
    fn show(&mut self) {
        self.warned = false;
        self.source = text_editor::Content::with_text(&self.text);
        self.read();
        self.choose(self.chosen);
    }

    /// Puts the chosen field somewhere, unless that is off the card; `again`: as part of the same move. Gives whether
    /// it moved.
    fn put(&mut self, (x, y): (f64, f64), again: bool) -> bool {
        let Some(place) = self.place() else { return false };
        let changes = [("x", Change::Number(x)), ("y", Change::Number(y))];
        let Some(text) = edit::change(&self.text, place, &changes) else { return false };
        if text == self.text || Template::parse(&self.name, &text, &self.files).is_err() {
            return false;
        }
        if again {
            self.text = text;
            self.show();
        } else {
            self.take(text);
        }
        true
    }

    fn snapped(&self, mm: f64) -> f64 {
        let step = if self.grid { GRID } else { FINE };
        (mm / step).round() * step
    }

    fn set(&mut self, key: form::Key, value: Option<String>) {
        let (Some(place), Some(change)) = (self.place(), key.change(value)) else { return };
        if let Some(text) = edit::change(&self.text, place, &[(key.as_str(), change)]) {
            self.take(text);
        }
    }

    pub(crate) fn wish(&mut self, wish: Wish, context: &Context) -> Action {
        match wish {
            Wish::Save => self.update(Message::Save, context),
            Wish::Undo => self.update(Message::Undo, context),
            Wish::Redo => self.update(Message::Redo, context),
            Wish::Cancel => self.update(Message::Leave, context),
            _ => Action::None,
        }
    }

    /// The mouse and the arrow keys.
    fn by_hand(&mut self, message: &Message) -> Action {
        match *message {
            Message::Pressed((x, y)) => {
                self.choose(hit(&self.rooms(), x, y));
                self.drag = self.chosen.and_then(|at| self.fields().get(at)).map(|field| Drag {
                    from: (x, y),
                    at: (field.x, field.y),
                    moved: false,
                });
                return Action::Run(iced::widget::operation::focus(stage::ID));
            }
            Message::Dragged((x, y)) => {
                if let Some(Drag { from, at, moved }) = self.drag {
                    let to = (self.snapped(at.0 + x - from.0), self.snapped(at.1 + y - from.1));
                    let put = self.put(to, moved);
                    self.drag = Some(Drag { from, at, moved: moved || put });
                }
            }
            Message::Released => self.drag = None,
            Message::Nudged(across, down, far) => {
                if let Some(field) = self.chosen.and_then(|at| self.fields().get(at)) {
                    let step = match (far, self.grid) {
                        (true, _) => FAR,
                        (false, true) => GRID,
                        (false, false) => FINE,
                    };
                    let to = (field.x + across * step, field.y + down * step);
                    self.put(to, false);
                }
            }
            Message::ChooseNext(next) => {
                let count = self.fields().len();
                if count > 0 {
                    let step = if next { 1 } else { count - 1 };
                    let at = self.chosen.map_or(if next { 0 } else { count - 1 }, |at| (at + step) % count);
                    self.choose(Some(at));
                }
            }
            Message::Chosen(at) => {
                self.choose(Some(at));
                return Action::Run(iced::widget::operation::focus(stage::ID));
            }
            _ => {}
        }
        Action::None
    }

    /// The form beside the card.
    fn by_form(&mut self, message: Message) {
        match message {
            Message::Typed(key, typed) => {
                self.set(key, Some(typed.clone()));
                // what was typed stays as it was typed, right or wrong
                self.typed.set(key, typed);
            }
            Message::Set(key, value) => self.set(key, value),
            Message::AddToggled => self.adding = !self.adding,
            Message::Add(kind) => {
                self.adding = false;
                if let Some((text, place)) = edit::add(&self.text, self.back, kind) {
                    self.take(text);
                    self.choose(Some(place.index));
                }
            }
            Message::Remove => {
                if let Some(text) = self.place().and_then(|place| edit::remove(&self.text, place)) {
                    self.chosen = None;
                    self.take(text);
                }
            }
            _ => {}
        }
    }

    fn by_text(&mut self, action: text_editor::Action) {
        let edits = action.is_edit();
        self.source.perform(action);
        if edits {
            let text = self.source.text();
            self.past.push(std::mem::replace(&mut self.text, text));
            self.future.clear();
            self.warned = false;
            self.read();
            self.choose(self.chosen);
        }
    }

    pub(crate) fn update(&mut self, message: Message, context: &Context) -> Action {
        match message {
            message @ (Message::Pressed(_)
            | Message::Dragged(_)
            | Message::Released
            | Message::Nudged(..)
            | Message::ChooseNext(_)
            | Message::Chosen(_)) => return self.by_hand(&message),
            message @ (Message::Typed(..)
            | Message::Set(..)
            | Message::AddToggled
            | Message::Add(_)
            | Message::Remove) => {
                self.by_form(message);
            }
            Message::TextEdited(action) => self.by_text(action),
            Message::SideToggled(back) => {
                self.back = back;
                self.choose(None);
                self.draw();
            }
            Message::GridToggled(grid) => {
                self.grid = grid;
                self.marks.clear();
            }
            Message::LongToggled(long) => {
                self.long = long;
                self.draw();
            }
            Message::NameTyped(name) => self.name = name,
            Message::Undo => {
                if let Some(text) = self.past.pop() {
                    self.future.push(std::mem::replace(&mut self.text, text));
                    self.show();
                }
            }
            Message::Redo => {
                if let Some(text) = self.future.pop() {
                    self.past.push(std::mem::replace(&mut self.text, text));
                    self.show();
                }
            }
            Message::Save if self.can_save() => {
                self.saving = true;
                let (folder, opened) = (context.folder.clone(), self.opened.clone());
                let template = Template { name: self.name.trim().to_owned(), ..self.template.clone() };
                let saved = job::quick(move || office::save_template(&folder, opened.as_deref(), &template));
                return Action::Run(saved.map(Message::Saved));
            }
            Message::Save => {}
            Message::Saved(Ok(name)) => {
                self.saving = false;
                self.failure = None;
                self.saved.clone_from(&self.template.text);
                self.opened = Some(name.clone());
                return Action::Saved(name);
            }
            Message::Saved(Err(failure)) => {
                self.saving = false;
                self.failure = Some(failure);
            }
            Message::Leave if self.is_dirty() && !self.warned => {
                self.warned = true;
                return Action::Tell(Tone::Warn, tr!("ui-template-leave"));
            }
            Message::Leave => return Action::Leave,
        }
        Action::None
    }

    fn can_save(&self) -> bool {
        !self.saving && self.faults.is_empty() && !self.name.trim().is_empty()
    }

    pub(crate) fn view(&self) -> Element<'_, Message> {
        let failure = self.failure.as_ref().map(|failure| super::explained(failure, Tone::Bad));
        let parts = row![self.left(), self.right()].spacing(space::L).height(Fill);
        column![self.header()].push(failure).push(parts).spacing(space::M).into()
    }

    fn header(&self) -> Element<'_, Message> {
        let name = input("template-name", &tr!("ui-template-name"), &self.name, self.name.trim().is_empty(), |name| {
            Message::NameTyped(name)
        });
        let undo = (!self.past.is_empty()).then_some(Message::Undo);
        let redo = (!self.future.is_empty()).then_some(Message::Redo);
        let save = action(Icon::Save, tr!("ui-save"), style::primary, self.can_save().then_some(Message::Save));
        let state = self.is_dirty().then(|| badge(Tone::Warn, Icon::Info, tr!("ui-settings-unsaved")));
        row![
            hint(
                quiet_action(Icon::ArrowLeft, tr!("ui-template-back"), Some(Message::Leave)),
                tr!("ui-template-back-hint"),
                Some(Wish::Cancel)
            ),
            title(tr!("ui-template-edit")),
            Space::new().width(Fill),
        ]
        .push(state)
        .push(hint(quiet_action(Icon::Undo, tr!("ui-undo"), undo), tr!("ui-undo-hint"), Some(Wish::Undo)))
        .push(hint(quiet_action(Icon::Check, tr!("ui-redo"), redo), tr!("ui-redo-hint"), Some(Wish::Redo)))
        .push(name.width(measure::FIELD_MEDIUM))
        .push(hint(save, tr!("ui-template-save-hint"), Some(Wish::Save)))
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
            .push(text)
            .push(Column::with_children(faults).spacing(space::HAIR))
            .spacing(space::S)
            .width(measure::CARD_EDITED)
            .into()
    }

    fn right(&self) -> Element<'_, Message> {
        let content = column![
            caption(tr!("ui-template-keys")),
            form::list(self.fields(), self.chosen),
            form::adding(self.adding),
        ]
        .push(self.chosen.and_then(|at| self.fields().get(at)).map(|field| form::view(field, &self.typed)))
        .spacing(space::M)
        .padding(iced::padding::right(space::L));
        scrollable(content).width(Fill).height(Fill).style(style::scroll).into()
    }
}

/// A named control over the whole width of the form.
fn named<'a>(name: String, control: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    field(name, control, None, Fill).into()
}
