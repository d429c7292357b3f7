//! How each kind of widget wears the roles.

use super::{Tone, measure, roles};
use iced::border::{self, Border};
use iced::overlay::menu;
use iced::widget::{button, checkbox, container, pick_list, progress_bar, rule, scrollable, text_editor, text_input};
use iced::{Background, Color, Theme};

fn line(color: Color, radius: f32) -> Border {
    Border { color, width: measure::LINE, radius: radius.into() }
}

/// A sheet on the canvas.
pub(crate) fn sheet(theme: &Theme) -> container::Style {
    let r = roles(theme);
    container::Style::default().background(r.surface).color(r.text).border(line(r.line, measure::RADIUS_L))
}

/// Around lines on a card that must be seen on its dark parts, too.
pub(crate) const HALO: Color = Color { a: 0.5, ..Color::WHITE };

/// A page of a document: white in every theme, as paper is.
pub(crate) fn paper(theme: &Theme) -> container::Style {
    let r = roles(theme);
    container::Style::default().background(Color::WHITE).border(line(r.line_strong, 0.0))
}

/// The ground that a page lies on.
pub(crate) fn desk(theme: &Theme) -> container::Style {
    let r = roles(theme);
    container::Style::default().background(r.sunken).border(line(r.line, measure::RADIUS_L))
}

/// The bar with the buttons that end a screen.
pub(crate) fn bar(theme: &Theme) -> container::Style {
    let r = roles(theme);
    container::Style::default().background(r.surface).color(r.text).border(line(r.line, measure::RADIUS_L))
}

/// The place that takes a dropped file; `over` while one hovers.
pub(crate) fn drop_zone(over: bool) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let r = roles(theme);
        let (ground, edge) = if over { (r.accent_soft, r.accent) } else { (r.surface, r.line_strong) };
        container::Style::default().background(ground).border(Border {
            color: edge,
            width: if over { measure::LINE_FOCUS } else { measure::LINE },
            radius: measure::RADIUS_L.into(),
        })
    }
}

/// The navigation at the side.
pub(crate) fn rail(theme: &Theme) -> container::Style {
    let r = roles(theme);
    container::Style::default().background(r.rail).color(r.rail_text)
}

/// A note in the colour of what it says.
pub(crate) fn note(tone: Tone) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let r = roles(theme);
        container::Style::default()
            .background(tone.ground(r))
            .color(r.text)
            .border(line(tone.ink(r).scale_alpha(0.35), measure::RADIUS))
    }
}

/// A short word in a coloured pill.
pub(crate) fn badge(tone: Tone) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let r = roles(theme);
        container::Style::default()
            .background(tone.ground(r))
            .color(tone.ink(r))
            .border(border::rounded(measure::RADIUS_S))
    }
}

/// A colour shown for itself.
pub(crate) fn swatch(colour: Color) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        container::Style::default().background(colour).border(line(roles(theme).line_strong, measure::RADIUS_S))
    }
}

/// A bar of a chart.
pub(crate) fn bar_of(tone: Tone) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let colour = tone.ink(roles(theme));
        container::Style::default().background(colour).border(border::rounded(measure::LINE))
    }
}

/// A round ground for a large icon.
pub(crate) fn medallion(tone: Tone) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let r = roles(theme);
        container::Style::default().background(tone.ground(r)).color(tone.ink(r)).border(border::rounded(measure::RAIL))
    }
}

/// The bubble of a tooltip.
pub(crate) fn tooltip(theme: &Theme) -> container::Style {
    let r = roles(theme);
    container::Style::default().background(r.rail).color(r.rail_text).border(line(r.rail_muted, measure::RADIUS_S))
}

/// A message that comes and goes. It has no shadow: the software renderer draws shadows slowly, and leaves their
/// edges behind.
pub(crate) fn toast(tone: Tone) -> impl Fn(&Theme) -> container::Style {
    move |theme| {
        let r = roles(theme);
        container::Style::default().background(r.surface).color(r.text).border(line(tone.ink(r), measure::RADIUS))
    }
}

/// What lies over everything else.
pub(crate) fn floating(theme: &Theme) -> container::Style {
    let r = roles(theme);
    container::Style::default().background(r.surface).color(r.text).border(line(r.line_strong, measure::RADIUS_L))
}

/// Between what lies over everything and the screen behind it.
pub(crate) fn veil(theme: &Theme) -> container::Style {
    container::Style::default().background(roles(theme).veil)
}

/// Text in a tone.
pub(crate) fn ink(tone: Tone) -> impl Fn(&Theme) -> iced::widget::text::Style {
    move |theme| iced::widget::text::Style { color: Some(tone.ink(roles(theme))) }
}

/// Quiet text on the rail.
pub(crate) fn rail_ink(theme: &Theme) -> iced::widget::text::Style {
    iced::widget::text::Style { color: Some(roles(theme).rail_muted) }
}

fn filled(ground: Color, ink: Color, edge: Option<Color>) -> button::Style {
    button::Style {
        background: Some(Background::Color(ground)),
        text_color: ink,
        border: edge.map_or_else(|| border::rounded(measure::RADIUS), |edge| line(edge, measure::RADIUS)),
        ..button::Style::default()
    }
}

/// The one thing to do next.
pub(crate) fn primary(theme: &Theme, status: button::Status) -> button::Style {
    let r = roles(theme);
    match status {
        button::Status::Active => filled(r.accent, r.on_accent, None),
        button::Status::Hovered | button::Status::Pressed => filled(r.accent_hover, r.on_accent, None),
        button::Status::Disabled => filled(r.sunken, r.faint, Some(r.line)),
    }
}

/// Any other thing to do.
pub(crate) fn secondary(theme: &Theme, status: button::Status) -> button::Style {
    let r = roles(theme);
    match status {
        button::Status::Active => filled(r.surface, r.text, Some(r.line_strong)),
        button::Status::Hovered => filled(r.hover, r.text, Some(r.accent)),
        button::Status::Pressed => filled(r.chosen, r.text, Some(r.accent)),
        button::Status::Disabled => filled(r.sunken, r.faint, Some(r.line)),
    }
}

/// A thing to do that stays in the background.
pub(crate) fn quiet(theme: &Theme, status: button::Status) -> button::Style {
    let r = roles(theme);
    match status {
        button::Status::Active => filled(Color::TRANSPARENT, r.accent, None),
        button::Status::Hovered | button::Status::Pressed => filled(r.accent_soft, r.accent, None),
        button::Status::Disabled => filled(Color::TRANSPARENT, r.faint, None),
    }
}

/// One of several choices of which one is taken.
pub(crate) fn segment(chosen: bool) -> impl Fn(&Theme, button::Status) -> button::Style {
    move |theme, status| {
        let r = roles(theme);
        match (chosen, status) {
            (true, _) => filled(r.accent_soft, r.accent, Some(r.accent)),
            (false, button::Status::Hovered | button::Status::Pressed) => filled(r.hover, r.text, Some(r.line_strong)),
            (false, _) => filled(r.surface, r.muted, Some(r.line)),
        }
    }
}

/// A count that filters the table.
pub(crate) fn chip(tone: Tone, chosen: bool) -> impl Fn(&Theme, button::Status) -> button::Style {
    move |theme, status| {
        let r = roles(theme);
        let ink = tone.ink(r);
        match (chosen, status) {
            (true, _) => filled(tone.ground(r), ink, Some(ink)),
            (false, button::Status::Hovered | button::Status::Pressed) => {
                filled(tone.ground(r), ink, Some(r.line_strong))
            }
            (false, button::Status::Disabled) => filled(r.surface, r.faint, Some(r.line)),
            (false, button::Status::Active) => filled(r.surface, ink, Some(r.line)),
        }
    }
}

/// A screen's name in the rail.
pub(crate) fn rail_item(chosen: bool) -> impl Fn(&Theme, button::Status) -> button::Style {
    move |theme, status| {
        let r = roles(theme);
        match (chosen, status) {
            (true, _) => filled(r.rail_chosen, r.rail_text, None),
            (false, button::Status::Hovered | button::Status::Pressed) => filled(r.rail_hover, r.rail_text, None),
            (false, _) => filled(r.rail, r.rail_muted, None),
        }
    }
}

/// A line of a list to choose from.
pub(crate) fn choice(chosen: bool) -> impl Fn(&Theme, button::Status) -> button::Style {
    move |theme, status| {
        let r = roles(theme);
        match (chosen, status) {
            (true, _) => filled(r.chosen, r.text, None),
            (false, button::Status::Hovered | button::Status::Pressed) => filled(r.hover, r.text, None),
            (false, _) => filled(r.surface, r.text, None),
        }
    }
}

/// A field; `wrong` when what stands in it cannot be used.
pub(crate) fn field(wrong: bool) -> impl Fn(&Theme, text_input::Status) -> text_input::Style {
    move |theme, status| {
        let r = roles(theme);
        let edge = match status {
            text_input::Status::Focused { .. } => Some(r.accent),
            text_input::Status::Hovered => Some(r.faint),
            _ => None,
        };
        text_input::Style {
            background: Background::Color(if status == text_input::Status::Disabled { r.sunken } else { r.surface }),
            border: Border {
                color: if wrong { r.bad } else { edge.unwrap_or(r.line_strong) },
                width: if matches!(status, text_input::Status::Focused { .. }) {
                    measure::LINE_FOCUS
                } else {
                    measure::LINE
                },
                radius: measure::RADIUS.into(),
            },
            icon: r.faint,
            placeholder: r.faint,
            value: if status == text_input::Status::Disabled { r.muted } else { r.text },
            selection: r.accent.scale_alpha(0.3),
        }
    }
}

/// A field of several lines.
pub(crate) fn editor(theme: &Theme, status: text_editor::Status) -> text_editor::Style {
    let status = match status {
        text_editor::Status::Active => text_input::Status::Active,
        text_editor::Status::Hovered => text_input::Status::Hovered,
        text_editor::Status::Focused { is_hovered } => text_input::Status::Focused { is_hovered },
        text_editor::Status::Disabled => text_input::Status::Disabled,
    };
    let like = field(false)(theme, status);
    text_editor::Style {
        background: like.background,
        border: like.border,
        placeholder: like.placeholder,
        value: like.value,
        selection: like.selection,
    }
}

/// A list to choose one thing from; `strong` where other things refer to it.
pub(crate) fn select(strong: bool) -> impl Fn(&Theme, pick_list::Status) -> pick_list::Style {
    move |theme, status| {
        let r = roles(theme);
        let edge = match (strong, status) {
            (true, _) | (false, pick_list::Status::Opened { .. }) => r.accent,
            (false, pick_list::Status::Hovered) => r.faint,
            (false, pick_list::Status::Active) => r.line_strong,
        };
        pick_list::Style {
            text_color: r.text,
            placeholder_color: r.faint,
            handle_color: r.muted,
            background: Background::Color(if strong { r.accent_soft } else { r.surface }),
            border: Border {
                color: edge,
                width: if strong { measure::LINE_FOCUS } else { measure::LINE },
                radius: measure::RADIUS.into(),
            },
        }
    }
}

/// What such a list opens. Without a shadow, as a toast.
pub(crate) fn menu(theme: &Theme) -> menu::Style {
    let r = roles(theme);
    menu::Style {
        background: Background::Color(r.surface),
        border: line(r.line_strong, measure::RADIUS),
        text_color: r.text,
        selected_text_color: r.text,
        selected_background: Background::Color(r.chosen),
        shadow: iced::Shadow::default(),
    }
}

/// A word to press that looks like any other.
pub(crate) fn bare(_: &Theme, _: button::Status) -> button::Style {
    button::Style::default()
}

/// A box to tick.
pub(crate) fn tick(theme: &Theme, status: checkbox::Status) -> checkbox::Style {
    let r = roles(theme);
    let (checked, hovered, off) = match status {
        checkbox::Status::Active { is_checked } => (is_checked, false, false),
        checkbox::Status::Hovered { is_checked } => (is_checked, true, false),
        checkbox::Status::Disabled { is_checked } => (is_checked, false, true),
    };
    let ground = match (checked, off) {
        (_, true) => r.sunken,
        (true, false) => r.accent,
        (false, false) => r.surface,
    };
    checkbox::Style {
        background: Background::Color(ground),
        icon_color: if off { r.faint } else { r.on_accent },
        border: line(if checked || hovered { r.accent } else { r.line_strong }, measure::RADIUS_S),
        text_color: Some(if off { r.faint } else { r.text }),
    }
}

/// How far a job is.
pub(crate) fn progress(theme: &Theme) -> progress_bar::Style {
    let r = roles(theme);
    progress_bar::Style {
        background: Background::Color(r.sunken),
        bar: Background::Color(r.accent),
        border: border::rounded(measure::RADIUS_S),
    }
}

/// A thin line between things.
pub(crate) fn hairline(theme: &Theme) -> rule::Style {
    rule::Style { color: roles(theme).line, radius: 0.0.into(), fill_mode: rule::FillMode::Full, snap: true }
}

/// A place that scrolls.
pub(crate) fn scroll(theme: &Theme, status: scrollable::Status) -> scrollable::Style {
    let r = roles(theme);
    let active = match status {
        scrollable::Status::Hovered { is_vertical_scrollbar_hovered, .. } => is_vertical_scrollbar_hovered,
        scrollable::Status::Dragged { .. } => true,
        scrollable::Status::Active { .. } => false,
    };
    let rail = scrollable::Rail {
        background: None,
        border: Border::default(),
        scroller: scrollable::Scroller {
            background: Background::Color(if active { r.faint } else { r.line_strong }),
            border: border::rounded(measure::RADIUS_S),
        },
    };
    scrollable::Style {
        container: container::Style::default(),
        vertical_rail: rail,
        horizontal_rail: rail,
        gap: None,
        ..scrollable::default(theme, status)
    }
}
