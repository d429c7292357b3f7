//! The editor of templates: the card as it will look, its fields moved where they belong, and the text behind it.

mod form;
mod hand;
mod key;
mod stage;
mod view;
mod wrong;

use crate::domain::Settings as Office;
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::job::{self, Failure};
use crate::ui::office::{self, Context, OpenedTemplate};
use crate::ui::theme::Tone;
use crate::ui::widget::{Card, field};
use crate::workflow::template::edit::{self, Place};
use crate::workflow::template::{self, Fault, Part, Room, Side, Template, TemplateFile};
use hand::Drag;
use iced::widget::canvas::Cache;
use iced::widget::text_editor;
use iced::{Element, Fill, Task};
use key::{Key, Typed};

/// The grid that parts keep to, mm, and the step without it.
const GRID: f64 = 0.5;
const FINE: f64 = 0.1;
/// How far beside its room a part can still be caught, mm.
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
    chosen: Option<Part>,
    grid: bool,
    long: bool,
    adding: bool,
    past: Vec<String>,
    future: Vec<String>,
    drag: Option<Drag>,
    typed: Typed,
    saving: bool,
    warned: bool,
    failure: Option<Failure>,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Pressed((f64, f64)),
    Dragged((f64, f64)),
    Released,
    /// Steps across and down; with Shift far.
    Nudged(f64, f64, bool),
    ChooseNext(bool),
    Chosen(Part),
    SideToggled(bool),
    GridToggled(bool),
    LongToggled(bool),
    Typed(Key, String),
    Set(Key, Option<String>),
    AddToggled,
    Add(&'static str),
    /// Whether the chosen field shall have a label.
    LabelToggled(bool),
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
            typed: Typed::default(),
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

    /// The side that is shown.
    fn side(&self) -> &Side {
        self.template.back.as_ref().filter(|_| self.back).unwrap_or(&self.template.front)
    }

    fn rooms(&self) -> Vec<(Part, Room)> {
        let side = self.side();
        side.parts().filter_map(|part| Some((part, side.room(part)?))).collect()
    }

    fn place(&self) -> Option<Place> {
        Some(Place { back: self.back, part: self.chosen? })
    }

    fn choose(&mut self, chosen: Option<Part>) {
        self.chosen = chosen.filter(|chosen| self.side().parts().any(|part| part == *chosen));
        self.typed = self.chosen.map(|part| Typed::of(self.side(), part)).unwrap_or_default();
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

    fn set(&mut self, key: Key, value: Option<String>) {
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
                    self.choose(Some(place.part));
                }
            }
            Message::LabelToggled(on) => {
                let Some(Part::Field(at)) = self.chosen else { return };
                let words = self.side().fields.get(at).map(|field| form::kind(field.content.key())).unwrap_or_default();
                let text = if on {
                    edit::label(&self.text, self.back, at, &words)
                } else {
                    edit::remove(&self.text, Place { back: self.back, part: Part::Label(at) })
                };
                if let Some(text) = text {
                    self.take(text);
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
            | Message::LabelToggled(_)
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
}

/// A named control over the whole width of the form.
fn named<'a>(name: String, control: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    field(name, control, None, Fill).into()
}
