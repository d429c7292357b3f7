//! Every part of the design system in one place, as the screens use it: for whoever changes one or adds another.
//! `cetak-kpj --gallery` opens it. Names are those of the code; words are borrowed from the screens.

use super::hotkey::{self, Wish};
use super::icon::Icon;
use super::job::Report;
use super::theme::{self, BOLD, Roles, Tone, column as columns, measure, roles, space, style};
use super::widget::{
    Cell, Column as GridColumn, Grid, Width, action, badge, body, caption, chip, complaint, field, figure, heading,
    hero, hint, input, line, muted, note, panel, progress, quiet_action, segments, select, small_action, tick, title,
    toast,
};
use crate::domain::ReceiptStatus;
use crate::domain::office::Appearance;
use crate::progress::Stage;
use crate::tr;
use iced::theme::Mode;
use iced::widget::{Column, Row, Space, button, column, container, operation, row, scrollable, text};
use iced::{Color, Element, Fill, Task, Theme};
use std::time::Duration;

/// Names beside what they name.
macro_rules! named {
    ($($from:ident)::+: $($name:ident)*) => {{
        use $($from)::+ as from;
        [$((stringify!($name), from::$name)),*]
    }};
}

/// The same of the fields of something.
macro_rules! fields {
    ($of:ident: $($name:ident)*) => { [$((stringify!($name), $of.$name)),*] };
}

const TONES: [(&str, Tone); 8] = named!(super::theme::Tone: Plain Muted Faint Accent Good Warn Bad Info);

#[derive(Debug, Clone)]
pub(crate) enum Message {
    AppearanceChosen(Appearance),
    Typed(String),
    Ticked(bool),
    Segment(usize),
    Selected(usize),
    RowChosen(usize),
    Wish(Wish),
    Pressed,
}

pub(crate) struct Gallery {
    appearance: Appearance,
    typed: String,
    ticked: bool,
    segment: usize,
    selected: usize,
    row: Option<usize>,
}

impl Gallery {
    pub(crate) fn new() -> Self {
        Self {
            appearance: Appearance::Light,
            typed: String::new(),
            ticked: true,
            segment: 0,
            selected: 0,
            row: Some(1),
        }
    }

    pub(crate) fn theme(&self) -> Theme {
        theme::choose(self.appearance, Mode::None)
    }

    pub(crate) fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::AppearanceChosen(appearance) => self.appearance = appearance,
            Message::Typed(typed) => self.typed = typed,
            Message::Ticked(ticked) => self.ticked = ticked,
            Message::Segment(at) => self.segment = at,
            Message::Selected(at) => self.selected = at,
            Message::RowChosen(at) => self.row = Some(at),
            Message::Wish(Wish::Next) => return operation::focus_next(),
            Message::Wish(Wish::Previous) => return operation::focus_previous(),
            Message::Wish(_) | Message::Pressed => {}
        }
        Task::none()
    }

    pub(crate) fn view(&self) -> Element<'_, Message> {
        let theme = self.theme();
        let faces = [
            (Appearance::Light, Some(Icon::Sun), tr!("setting-appearance-light")),
            (Appearance::Dark, Some(Icon::Moon), tr!("setting-appearance-dark")),
        ];
        let header = row![
            title(stringify!(Gallery)),
            Space::new().width(Fill),
            segments(faces, self.appearance, Message::AppearanceChosen),
        ]
        .align_y(iced::Center);
        let parts = column![
            panel(stringify!(Roles), swatches(roles(&theme))),
            panel(stringify!(Tone), tones()),
            panel(stringify!(text), texts()),
            panel(stringify!(space), distances()),
            panel(stringify!(button), buttons()),
            panel(stringify!(field), self.fields()),
            panel(stringify!(choices), self.choices()),
            panel(stringify!(note), notes()),
            panel(stringify!(progress), jobs()),
            panel(
                stringify!(hero),
                hero(Tone::Accent, Icon::Inbox, tr!("ui-register-empty"), tr!("ui-register-empty-lead"))
            ),
            panel(stringify!(Grid), self.grids()),
            panel(stringify!(toast), toasts()),
            panel(stringify!(surfaces), surfaces()),
        ]
        .spacing(space::L);
        let all =
            scrollable(container(parts).padding(iced::padding::right(space::L))).height(Fill).style(style::scroll);
        let content = column![header, all].spacing(space::L);
        let window = container(content).padding([space::L, space::XL]).width(Fill).height(Fill);
        hotkey::listener(window, Message::Wish)
    }

    fn fields(&self) -> Element<'_, Message> {
        let one = |wrong| input("gallery-field", &tr!("ui-date-example"), &self.typed, wrong, Message::Typed);
        let off: iced::widget::TextInput<'_, Message> =
            iced::widget::text_input("", &self.typed).padding([space::S, space::M]).style(style::field(false));
        row![
            field(stringify!(input), one(false), None, Fill),
            field(stringify!(wrong), one(true).id("gallery-wrong"), Some(tr!("ui-date-wrong")), Fill),
            field(stringify!(disabled), off, None, Fill),
        ]
        .spacing(space::M)
        .into()
    }

    fn choices(&self) -> Element<'_, Message> {
        let words = |status: ReceiptStatus| super::screen::register::status(status).2;
        let kinds = ReceiptStatus::ALL.map(words);
        let list = select(kinds.clone().into(), self.selected, |_| true, false, None, Message::Selected);
        let strong = select(kinds.clone().into(), self.selected, |_| true, true, None, Message::Selected);
        let some = kinds.into_iter().enumerate().map(|(at, word)| (at, None, word));
        column![
            shown(
                stringify!(tick),
                row![
                    tick(tr!("ui-work-small-first"), self.ticked, Message::Ticked),
                    tick(tr!("ui-work-small-first"), !self.ticked, |ticked| Message::Ticked(!ticked)),
                ]
                .spacing(space::L)
            ),
            shown(stringify!(segments), segments(some, self.segment, Message::Segment)),
            shown(
                stringify!(select),
                row![container(list).width(measure::FIELD_MEDIUM), container(strong).width(measure::FIELD_MEDIUM),]
                    .spacing(space::M)
            ),
        ]
        .spacing(space::M)
        .into()
    }

    fn grids(&self) -> Element<'_, Message> {
        let titles = || {
            vec![
                GridColumn::new(tr!("ui-col-number"), Width::Fixed(columns::NUMBER)).tone(Tone::Accent),
                GridColumn::new(tr!("ui-col-company"), Width::Fixed(columns::TEXT)),
                GridColumn::new(tr!("ui-col-cards"), Width::Fixed(columns::COUNT)).right(),
                GridColumn::new(tr!("ui-col-status"), Width::Fill { portion: 1.0, minimum: columns::STATUS }),
            ]
        };
        let cell = |at: usize, column: usize| {
            let status = ReceiptStatus::ALL[at % ReceiptStatus::ALL.len()];
            let (icon, tone, word) = super::screen::register::status(status);
            match column {
                0 => Cell::text(format!("{:04}/2026", at + 1)).struck(status == ReceiptStatus::Void),
                1 => Cell::text(tr!("ui-register-empty-lead")),
                2 => Cell::text(figure(at * 1_234)).strong(),
                _ => Cell::text(word).icon(icon).tone(tone).ground(tone),
            }
        };
        let many = Grid::new("gallery-rows", titles(), 1_000, cell, Message::RowChosen).chosen(self.row);
        let none = Grid::new("gallery-none", titles(), 0, cell, Message::RowChosen).empty(tr!("ui-register-none"));
        row![many, none].spacing(space::M).height(measure::GRID_HEADER + 6.0 * measure::GRID_ROW).into()
    }
}

/// A part with its name before it.
fn shown<'a>(name: &'a str, part: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    row![container(caption(name)).width(measure::FIELD_SHORT), part.into()].align_y(iced::Center).into()
}

fn swatches<'a>(of: &Roles) -> Element<'a, Message> {
    let all = fields!(of: canvas surface sunken hover chosen line line_strong text muted faint accent accent_hover
        accent_soft on_accent veil focus good good_soft warn warn_soft bad bad_soft info info_soft rail rail_text
        rail_muted rail_hover rail_chosen);
    let swatch = |(name, colour): (&'static str, Color)| {
        let patch = container(Space::new()).width(Fill).height(space::XXL).style(style::swatch(colour));
        column![patch, caption(name)].spacing(space::XS).width(measure::FIELD_DAY).into()
    };
    Row::with_children(all.map(swatch)).spacing(space::M).wrap().vertical_spacing(space::M).into()
}

fn tones<'a>() -> Element<'a, Message> {
    let one = |(name, tone)| badge(tone, Icon::Info, name).into();
    Row::with_children(TONES.map(one)).spacing(space::M).wrap().into()
}

fn texts<'a>() -> Element<'a, Message> {
    let sizes = named!(super::theme::text: CAPTION BODY LEAD TITLE FIGURE ICON ICON_LARGE ICON_HERO);
    let one =
        |(name, points): (&'static str, f32)| shown(name, text(figure(1_234_567_890_u64)).size(points).font(BOLD));
    column![
        shown(stringify!(title), title(tr!("ui-register"))),
        shown(stringify!(heading), heading(tr!("ui-register"))),
        shown(stringify!(body), body(tr!("ui-register-empty-lead"))),
        shown(stringify!(muted), muted(tr!("ui-register-empty-lead"))),
        shown(stringify!(caption), caption(tr!("ui-register-empty-lead"))),
        shown(stringify!(line), container(line(tr!("ui-register-empty-lead"))).width(measure::FIELD_MEDIUM)),
        shown(stringify!(complaint), complaint(tr!("ui-date-wrong"))),
    ]
    .extend(sizes.map(one))
    .spacing(space::S)
    .into()
}

fn distances<'a>() -> Element<'a, Message> {
    let one = |(name, width): (&'static str, f32)| {
        shown(name, container(Space::new()).width(width).height(space::L).style(style::bar_of(Tone::Accent)))
    };
    Column::with_children(named!(super::theme::space: HAIR XS S M L XL XXL).map(one)).spacing(space::XS).into()
}

/// Each kind on and off; the mouse and Tab bring its other states.
fn buttons<'a>() -> Element<'a, Message> {
    let pair = |one: fn(Option<Message>) -> Element<'a, Message>| {
        row![one(Some(Message::Pressed)), one(None)].spacing(space::M).align_y(iced::Center)
    };
    let segment = |chosen| button(body(tr!("ui-work-all"))).style(style::segment(chosen)).on_press(Message::Pressed);
    let chip = |(_, tone)| chip(tone, None, figure(12_u64), tone == Tone::Warn, Some(Message::Pressed));
    column![
        shown(stringify!(primary), pair(|press| action(Icon::Save, tr!("ui-save"), style::primary, press))),
        shown(stringify!(secondary), pair(|press| action(Icon::Save, tr!("ui-save"), style::secondary, press))),
        shown(stringify!(quiet_action), pair(|press| quiet_action(Icon::X, tr!("ui-close"), press))),
        shown(
            stringify!(small_action),
            pair(|press| {
                hint(small_action(Icon::Folder, style::secondary, press), tr!("ui-open-folder"), Some(Wish::Open))
            })
        ),
        shown(stringify!(segment), row![segment(true), segment(false)].spacing(space::M)),
        shown(stringify!(chip), Row::with_children(TONES.map(chip)).spacing(space::M)),
    ]
    .spacing(space::M)
    .into()
}

fn notes<'a>() -> Element<'a, Message> {
    let one = |(_, tone)| note(tone, Icon::Info, tr!("ui-register-empty-lead")).into();
    Column::with_children(TONES.map(one)).spacing(space::S).into()
}

fn jobs<'a>() -> Element<'a, Message> {
    let report = |done, total, left| Report { stage: Stage::Cards, done, total, left };
    column![
        progress(tr!("ui-register-reading"), None),
        progress(tr!("ui-register-reading"), Some(report(1_234, 0, None))),
        progress(tr!("ui-register-reading"), Some(report(1_234, 5_000, Some(Duration::from_secs(42))))),
    ]
    .spacing(space::M)
    .into()
}

fn toasts<'a>() -> Element<'a, Message> {
    let one =
        |tone, offer: Option<Element<'a, Message>>| toast(tone, tr!("ui-register-empty-lead"), offer, Message::Pressed);
    let open = quiet_action(Icon::Folder, tr!("ui-open-folder"), Some(Message::Pressed));
    row![one(Tone::Good, Some(open)), one(Tone::Warn, None), one(Tone::Info, None)].spacing(space::M).wrap().into()
}

/// How a ground wears the roles.
type Surface = fn(&Theme) -> container::Style;

fn surfaces<'a>() -> Element<'a, Message> {
    let all: [(&'static str, Surface); 6] = named!(super::theme::style: sheet bar desk paper floating tooltip);
    let one = |(name, style): (&'static str, Surface)| {
        column![caption(name), container(Space::new()).width(Fill).height(space::XXL).style(style)]
            .spacing(space::XS)
            .into()
    };
    let zones = [false, true]
        .map(|over| container(Space::new()).width(Fill).height(space::XXL).style(style::drop_zone(over)).into());
    let zones = column![caption(stringify!(drop_zone)), Row::with_children(zones).spacing(space::S)].spacing(space::XS);
    Row::with_children(all.map(one)).push(zones).spacing(space::M).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use iced_test::Simulator;

    #[test]
    fn the_gallery_shows_every_part_in_both_themes() {
        let mut gallery = Gallery::new();
        for appearance in [Appearance::Light, Appearance::Dark] {
            let _ = gallery.update(Message::AppearanceChosen(appearance));
            let mut window = Simulator::with_size(crate::ui::settings(), (1180.0, 700.0), gallery.view());
            window.snapshot(&gallery.theme()).expect("it is drawn");
            for part in ["Roles", "accent_soft", "segments", "quiet_action", "Grid", "drop_zone"] {
                assert!(window.find(part).is_ok(), "{part}");
            }
        }
    }
}
