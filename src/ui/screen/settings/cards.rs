//! What cards look like and how they lie on sheets.

use super::{Message as Outer, entry};
use crate::domain::{Paper, Settings as Office, SheetOrder, SheetSettings};
use crate::tr;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Failure};
use crate::ui::office::{self, Context, Looks};
use crate::ui::theme::{Tone, measure, space, style};
use crate::ui::widget::{Card, action, body, caption, complaint, field, input, panel, reachable, segments, tick};
use crate::workflow::places_on;
use iced::widget::{Column, Row, button, canvas, column, container, row};
use iced::{Element, Fill, Task};

/// The card's window on the settings screen.
pub(super) struct Cards {
    looks: Vec<Looks>,
    front: Option<Card>,
    back: Option<Card>,
    /// Whether the card shown has as long a name as there is.
    long: bool,
    /// Margins and gaps as typed, mm, in the order of [`Length::ALL`].
    typed: [String; 6],
    trouble: Option<Failure>,
}

/// A length of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Length {
    Left,
    Right,
    Top,
    Bottom,
    GapX,
    GapY,
}

impl Length {
    const ALL: [Self; 6] = [Self::Left, Self::Right, Self::Top, Self::Bottom, Self::GapX, Self::GapY];

    fn of(self, sheet: &mut SheetSettings) -> &mut u16 {
        match self {
            Self::Left => &mut sheet.left,
            Self::Right => &mut sheet.right,
            Self::Top => &mut sheet.top,
            Self::Bottom => &mut sheet.bottom,
            Self::GapX => &mut sheet.gap_x,
            Self::GapY => &mut sheet.gap_y,
        }
    }

    fn id(self) -> &'static str {
        match self {
            Self::Left => "sheet-left",
            Self::Right => "sheet-right",
            Self::Top => "sheet-top",
            Self::Bottom => "sheet-bottom",
            Self::GapX => "sheet-gap-x",
            Self::GapY => "sheet-gap-y",
        }
    }

    fn name(self) -> String {
        match self {
            Self::Left => tr!("ui-sheet-left"),
            Self::Right => tr!("ui-sheet-right"),
            Self::Top => tr!("ui-sheet-top"),
            Self::Bottom => tr!("ui-sheet-bottom"),
            Self::GapX => tr!("ui-sheet-gap-x"),
            Self::GapY => tr!("ui-sheet-gap-y"),
        }
    }
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Looked(Result<Vec<Looks>, Failure>),
    TemplateChosen(String),
    LongToggled(bool),
    Drawn(Result<office::Drawn, Failure>),
    LengthTyped(Length, String),
    OrderChosen(SheetOrder),
    MarksToggled(bool),
    ProgrammesTyped(String),
    /// The editor is wanted.
    Edit,
}

/// Tenths of a millimetre from what was typed.
fn tenths(text: &str) -> Option<u16> {
    let mm: f64 = text.trim().replace(',', ".").parse().ok()?;
    let limit = f64::from(SheetSettings::WIDEST);
    let tenths = (mm * 10.0).round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the limit")]
    (0.0..=limit).contains(&tenths).then_some(tenths as u16)
}

fn shown(tenths: u16) -> String {
    format!("{:.1}", f64::from(tenths) / 10.0).replace('.', ",")
}

impl Cards {
    pub(super) fn new() -> Self {
        let typed = std::array::from_fn(|_| String::new());
        Self { looks: Vec::new(), front: None, back: None, long: false, typed, trouble: None }
    }

    /// Looks the templates up again, and draws the one of the draft.
    pub(super) fn refresh(&self, office: &Office, context: &Context) -> Task<Outer> {
        let folder = context.folder.clone();
        let looks = job::quick(move || office::looks(&folder)).map(|looks| Outer::Cards(Message::Looked(looks)));
        Task::batch([looks, self.draw(office, context)])
    }

    /// Takes over what the settings say, and looks up the templates.
    pub(super) fn load(&mut self, office: &Office, context: &Context) -> Task<Outer> {
        let mut sheet = office.sheet;
        self.typed = Length::ALL.map(|length| shown(*length.of(&mut sheet)));
        self.refresh(office, context)
    }

    /// Draws the card of the draft anew.
    fn draw(&self, office: &Office, context: &Context) -> Task<Outer> {
        let (folder, office, long) = (context.folder.clone(), office.clone(), self.long);
        job::quick(move || office::draw_card(&folder, &office, long)).map(|drawn| Outer::Cards(Message::Drawn(drawn)))
    }

    /// The sheet as typed; `None` while a length is no length, or no card fits.
    pub(super) fn sheet(&self, office: &Office) -> Option<SheetSettings> {
        let mut sheet = office.sheet;
        for (length, typed) in Length::ALL.into_iter().zip(&self.typed) {
            *length.of(&mut sheet) = tenths(typed)?;
        }
        [Paper::A4, Paper::F4].iter().all(|paper| places_on(*paper, &sheet) > 0).then_some(sheet)
    }

    pub(super) fn update(&mut self, message: Message, draft: &mut Office, context: &Context) -> Task<Outer> {
        match message {
            Message::Looked(Ok(looks)) => self.looks = looks,
            Message::Looked(Err(failure)) | Message::Drawn(Err(failure)) => {
                self.front = None;
                self.back = None;
                self.trouble = Some(failure);
            }
            Message::Drawn(Ok((front, back))) => {
                self.trouble = None;
                self.front = Some(Card::new(front));
                self.back = back.map(Card::new);
            }
            Message::TemplateChosen(name) => {
                draft.template = name;
                return self.draw(draft, context);
            }
            Message::LongToggled(long) => {
                self.long = long;
                return self.draw(draft, context);
            }
            Message::LengthTyped(length, text) => {
                if let Some((_, typed)) = Length::ALL.into_iter().zip(&mut self.typed).find(|(one, _)| *one == length) {
                    *typed = text;
                }
            }
            Message::OrderChosen(order) => draft.sheet.order = order,
            Message::MarksToggled(marks) => draft.sheet.crop_marks = marks,
            Message::ProgrammesTyped(text) => {
                draft.programmes = text;
                return self.draw(draft, context);
            }
            // the screen above answers this
            Message::Edit => {}
        }
        Task::none()
    }

    pub(super) fn view<'a>(&'a self, draft: &'a Office) -> Element<'a, Message> {
        column![self.looks(draft), self.sheets(draft)].spacing(space::L).into()
    }

    fn looks<'a>(&'a self, draft: &'a Office) -> Element<'a, Message> {
        let choices = self.looks.iter().map(|looks| {
            let words = column![body(looks.name.as_str()), caption(looks.about.as_str())].spacing(space::HAIR);
            let choose = Message::TemplateChosen(looks.name.clone());
            let choice = button(words)
                .width(Fill)
                .padding([space::S, space::M])
                .style(style::segment(looks.name == draft.template))
                .on_press(choose.clone());
            reachable(choice, Some(choose))
        });
        let edit = action(Icon::IdCard, tr!("ui-template-edit"), style::secondary, Some(Message::Edit));
        let list = Column::with_children(choices).push(edit).spacing(space::S).width(Fill);
        let card = |card: &'a Card| {
            let height = measure::CARD_SHOWN * 53.98 / 85.60;
            container(canvas(card).width(measure::CARD_SHOWN).height(height)).style(style::sheet)
        };
        let cards = column![]
            .push(self.front.as_ref().map(card))
            .push(self.back.as_ref().map(card))
            .push(self.trouble.as_ref().map(|failure| super::super::explained(failure, Tone::Bad)))
            .push(tick(tr!("ui-template-long"), self.long, Message::LongToggled))
            .spacing(space::S)
            .width(measure::CARD_SHOWN);
        let programmes = input(
            "settings-programmes",
            &tr!("ui-settings-programmes-example"),
            &draft.programmes,
            false,
            Message::ProgrammesTyped,
        );
        panel(
            tr!("ui-template"),
            column![
                row![list, cards].spacing(space::XL),
                entry(tr!("ui-settings-programmes"), tr!("ui-settings-programmes-note"), programmes),
            ]
            .spacing(space::L),
        )
        .into()
    }

    fn sheets<'a>(&'a self, draft: &'a Office) -> Element<'a, Message> {
        let lengths = Length::ALL.into_iter().zip(&self.typed).map(|(length, typed)| {
            let wrong = tenths(typed).is_none();
            let control = input(length.id(), "", typed, wrong, move |text| Message::LengthTyped(length, text));
            field(length.name(), control, None, measure::FIELD_NARROW).into()
        });
        let held = match self.sheet(draft) {
            Some(sheet) => {
                let places = |paper| places_on(paper, &sheet).to_string();
                caption(tr!("ui-sheet-holds", four = places(Paper::A4), folio = places(Paper::F4))).into()
            }
            None => complaint(tr!("ui-sheet-wrong")),
        };
        let orders = [
            (SheetOrder::Rows, None, tr!("ui-sheet-order-rows")),
            (SheetOrder::Stack, None, tr!("ui-sheet-order-stack")),
        ];
        panel(
            tr!("ui-sheet"),
            column![
                entry(
                    tr!("ui-sheet-lengths"),
                    tr!("ui-sheet-lengths-note"),
                    column![Row::with_children(lengths).spacing(space::S).wrap(), held].spacing(space::S)
                ),
                entry(
                    tr!("ui-sheet-order"),
                    tr!("ui-sheet-order-note"),
                    segments(orders, draft.sheet.order, Message::OrderChosen)
                ),
                entry(
                    tr!("ui-sheet-marks"),
                    tr!("ui-sheet-marks-note"),
                    tick(tr!("ui-sheet-marks-tick"), draft.sheet.crop_marks, Message::MarksToggled)
                ),
            ]
            .spacing(space::L),
        )
        .into()
    }
}
