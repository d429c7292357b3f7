//! What cards look like: the templates, and a card with the chosen one.

use super::Message as Outer;
use crate::domain::Settings as Office;
use crate::domain::setting::{self, Kind, Setting};
use crate::tr;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Failure};
use crate::ui::office::{self, Context, Looks};
use crate::ui::theme::{Tone, measure, space, style};
use crate::ui::widget::{Card, action, body, caption, reachable, tick};
use iced::widget::{Column, button, canvas, column, container, row};
use iced::{Element, Fill, Task};

/// The card's window on the settings screen.
pub(super) struct Cards {
    looks: Vec<Looks>,
    front: Option<Card>,
    back: Option<Card>,
    /// Whether the card shown has as long a name as there is.
    long: bool,
    trouble: Option<Failure>,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    Looked(Result<Vec<Looks>, Failure>),
    /// A template, for the setting that it is.
    Chosen(&'static Setting, String),
    LongToggled(bool),
    Drawn(Result<office::Drawn, Failure>),
    /// The editor is wanted.
    Edit,
}

impl Cards {
    pub(super) fn new() -> Self {
        Self { looks: Vec::new(), front: None, back: None, long: false, trouble: None }
    }

    /// Looks the templates up again, and draws the one of the draft.
    pub(super) fn refresh(&self, office: &Office, context: &Context) -> Task<Outer> {
        let folder = context.folder.clone();
        let looks = job::quick(move || office::looks(&folder)).map(|looks| Outer::Cards(Message::Looked(looks)));
        Task::batch([looks, self.draw(office, context)])
    }

    /// Draws the card of the draft anew.
    pub(super) fn draw(&self, office: &Office, context: &Context) -> Task<Outer> {
        let (folder, office, long) = (context.folder.clone(), office.clone(), self.long);
        job::quick(move || office::draw_card(&folder, &office, long)).map(|drawn| Outer::Cards(Message::Drawn(drawn)))
    }

    pub(super) fn update(&mut self, message: Message, draft: &Office, context: &Context) -> Task<Outer> {
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
            Message::LongToggled(long) => {
                self.long = long;
                return self.draw(draft, context);
            }
            // the screen above answers these
            Message::Chosen(..) | Message::Edit => {}
        }
        Task::none()
    }

    /// The templates, and the card with the one of the draft.
    pub(super) fn view<'a>(&'a self, draft: &'a Office) -> Element<'a, Message> {
        let setting = setting::ALL.iter().find(|setting| setting.kind == Kind::Template);
        let choices = self.looks.iter().map(|looks| {
            let words = column![body(looks.name.as_str()), caption(looks.about.as_str())].spacing(space::HAIR);
            let choose = setting.map(|setting| Message::Chosen(setting, looks.name.clone()));
            let choice = button(words)
                .width(Fill)
                .padding([space::S, space::M])
                .style(style::segment(looks.name == draft.template))
                .on_press_maybe(choose.clone());
            reachable(choice, choose)
        });
        let edit = action(Icon::IdCard, tr!("ui-template-edit"), style::secondary, Some(Message::Edit));
        let list = Column::with_children(choices).spacing(space::S).width(Fill);
        let card = |card: &'a Card| {
            let height = measure::CARD_SHOWN * 53.98 / 85.60;
            container(canvas(card).width(measure::CARD_SHOWN).height(height)).style(style::sheet)
        };
        let cards = column![]
            .push(self.front.as_ref().map(card))
            .push(self.back.as_ref().map(card))
            .push(self.trouble.as_ref().map(|failure| super::super::explained(failure, Tone::Bad)))
            .push(
                row![container(tick(tr!("ui-template-long"), self.long, Message::LongToggled)).width(Fill), edit]
                    .align_y(iced::Center),
            )
            .spacing(space::S)
            .width(measure::CARD_SHOWN);
        row![list, cards].spacing(space::XL).into()
    }
}
