//! How the window looks: colours, distances and text sizes by their role. Screens name roles, never numbers.

pub(crate) mod style;

use crate::domain::office::Appearance;
use iced::theme::{Mode, Palette};
use iced::{Color, Font, Theme, color};
use std::sync::LazyLock;

/// The program's own family, so that an installed font never takes its place; its figures are tabular.
pub(crate) const SANS: Font = Font::with_name("Cetak Sans");
/// The same, bold.
pub(crate) const BOLD: Font = Font { weight: iced::font::Weight::Bold, ..SANS };

/// Distances between things, and around them.
pub(crate) mod space {
    pub(crate) const HAIR: f32 = 2.0;
    pub(crate) const XS: f32 = 4.0;
    pub(crate) const S: f32 = 8.0;
    pub(crate) const M: f32 = 12.0;
    pub(crate) const L: f32 = 16.0;
    pub(crate) const XL: f32 = 24.0;
    pub(crate) const XXL: f32 = 40.0;
}

/// Text sizes.
pub(crate) mod text {
    pub(crate) const CAPTION: f32 = 12.0;
    pub(crate) const BODY: f32 = 14.0;
    pub(crate) const LEAD: f32 = 16.0;
    pub(crate) const TITLE: f32 = 22.0;
    pub(crate) const FIGURE: f32 = 32.0;
    /// Icons in a line of text.
    pub(crate) const ICON: f32 = 16.0;
    /// Icons beside a few lines of text.
    pub(crate) const ICON_LARGE: f32 = 24.0;
    /// The icon of an empty screen.
    pub(crate) const ICON_HERO: f32 = 44.0;
}

/// Sizes of parts that must agree with each other.
pub(crate) mod measure {
    pub(crate) const WINDOW: (f32, f32) = (1180.0, 700.0);
    /// As small as the window can be.
    pub(crate) const WINDOW_MIN: (f32, f32) = (640.0, 400.0);
    /// What every screen has room in; a smaller window shows everything smaller.
    pub(crate) const LAID_OUT: (f32, f32) = (1024.0, 640.0);
    /// What the screens are pictured in.
    #[cfg(test)]
    pub(crate) const PICTURED: (f32, f32) = (1024.0, 700.0);
    pub(crate) const RAIL: f32 = 196.0;
    pub(crate) const RADIUS_S: f32 = 4.0;
    pub(crate) const RADIUS: f32 = 6.0;
    pub(crate) const RADIUS_L: f32 = 10.0;
    pub(crate) const LINE: f32 = 1.0;
    pub(crate) const LINE_FOCUS: f32 = 2.0;
    /// Divisible by four: f32 positions stay exact.
    pub(crate) const GRID_ROW: f32 = 32.0;
    pub(crate) const GRID_HEADER: f32 = 32.0;
    pub(crate) const GRID_BAR: f32 = 12.0;
    pub(crate) const GRID_THUMB_MIN: f32 = 28.0;
    /// Widest line of text that is still comfortable to read.
    pub(crate) const READABLE: f32 = 560.0;
    /// A form's column.
    pub(crate) const FORM: f32 = 860.0;
    /// The parts of the settings, beside one of them.
    pub(crate) const SECTIONS: f32 = 168.0;
    pub(crate) const LABEL: f32 = 204.0;
    pub(crate) const TOAST: f32 = 380.0;
    pub(crate) const PALETTE: f32 = 620.0;
    /// What is explained, before it has to be scrolled.
    pub(crate) const HELP: f32 = 560.0;
    /// Keys beside what they do.
    pub(crate) const KEYS: f32 = 148.0;
    /// The same where keys stand in two columns.
    pub(crate) const KEYS_ABREAST: f32 = 60.0;
    pub(crate) const DETAILS: f32 = 84.0;
    /// What became of a receipt.
    pub(crate) const DOSSIER: f32 = 84.0;
    /// What happened to one card.
    pub(crate) const STORY: f32 = 112.0;
    /// What is known of one company, beside the list of all.
    pub(crate) const PANE: f32 = 392.0;
    /// The list of earlier take-overs: its titles and three rows.
    pub(crate) const BOOK: f32 = GRID_HEADER + 3.0 * GRID_ROW;
    /// The details of a row where something can be repaired.
    pub(crate) const REPAIR: f32 = 136.0;
    pub(crate) const PROGRESS: f32 = 8.0;
    /// A number of millimetres.
    pub(crate) const FIELD_NARROW: f32 = 84.0;
    /// A card in the settings: as wide as one on a sheet of paper.
    pub(crate) const CARD_SHOWN: f32 = 380.0;
    pub(crate) const FIELD_PAGE: f32 = 64.0;
    /// A card in the editor.
    pub(crate) const CARD_EDITED: f32 = 470.0;
    pub(crate) const FIELD_SHORT: f32 = 132.0;
    pub(crate) const FIELD_DAY: f32 = 112.0;
    /// A list to choose one of a few words from.
    pub(crate) const CHOICE: f32 = 136.0;
    pub(crate) const FIELD_MEDIUM: f32 = 200.0;
    pub(crate) const FIELD_SEARCH: f32 = 300.0;
    pub(crate) const EDITOR: f32 = 84.0;
    /// A choice takes half of what a notch of the wheel moves: never is one cut by the edge of its list, where the
    /// renderer draws text in full.
    pub(crate) const CHOICE_LINE: f32 = 18.0;
    pub(crate) const CHOICE_AROUND: f32 = 6.0;
    /// A list that opens to choose from: nine choices.
    pub(crate) const MENU: f32 = 9.0 * (CHOICE_LINE + 2.0 * CHOICE_AROUND);
    /// What stays in sight beside a column that is brought there.
    pub(crate) const COLUMN_BESIDE: f32 = 160.0;
    /// The charts beside the work that is to do.
    pub(crate) const CHARTS: f32 = 236.0;
    /// The longest bar of a chart, upright and lying.
    pub(crate) const BARS: f32 = 84.0;
    pub(crate) const CHART_LINE: f32 = CHARTS - 2.0 * super::space::L;
    /// A line of small print below them.
    pub(crate) const LABELS: f32 = 22.0;
}

/// Widths of columns, by what stands in them.
pub(crate) mod column {
    pub(crate) const ROW: f32 = 60.0;
    pub(crate) const ICON: f32 = 32.0;
    pub(crate) const KPJ: f32 = 112.0;
    pub(crate) const NIK: f32 = 148.0;
    pub(crate) const DATE: f32 = 98.0;
    pub(crate) const NPP: f32 = 92.0;
    pub(crate) const NUMBER: f32 = 140.0;
    pub(crate) const COUNT: f32 = 76.0;
    pub(crate) const STATUS: f32 = 140.0;
    pub(crate) const STEP: f32 = 166.0;
    pub(crate) const AGE: f32 = 124.0;
    /// The least that text of any length may have.
    pub(crate) const TEXT: f32 = 124.0;
    /// Columns of unknown contents: for each character, at least, and at most.
    pub(crate) const CHARACTER: f32 = 9.0;
    pub(crate) const CELL_MIN: f32 = 72.0;
    pub(crate) const CELL_MAX: f32 = 216.0;
}

/// Colours by role.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Roles {
    /// Behind everything.
    pub(crate) canvas: Color,
    /// Cards, tables, inputs.
    pub(crate) surface: Color,
    /// Headers of tables, things that are off.
    pub(crate) sunken: Color,
    /// Under the mouse.
    pub(crate) hover: Color,
    /// The chosen row.
    pub(crate) chosen: Color,
    pub(crate) line: Color,
    pub(crate) line_strong: Color,
    pub(crate) text: Color,
    pub(crate) muted: Color,
    /// Placeholders and what is switched off.
    pub(crate) faint: Color,
    pub(crate) accent: Color,
    pub(crate) accent_hover: Color,
    pub(crate) accent_soft: Color,
    pub(crate) on_accent: Color,
    /// Over the screen behind something.
    pub(crate) veil: Color,
    /// Around what the keyboard would press.
    pub(crate) focus: Color,
    pub(crate) good: Color,
    pub(crate) good_soft: Color,
    pub(crate) warn: Color,
    pub(crate) warn_soft: Color,
    pub(crate) bad: Color,
    pub(crate) bad_soft: Color,
    pub(crate) info: Color,
    pub(crate) info_soft: Color,
    /// The navigation at the side.
    pub(crate) rail: Color,
    pub(crate) rail_text: Color,
    pub(crate) rail_muted: Color,
    pub(crate) rail_hover: Color,
    pub(crate) rail_chosen: Color,
}

static LIGHT: Roles = Roles {
    canvas: color!(0xF2_F5_F4),
    surface: color!(0xFF_FF_FF),
    sunken: color!(0xEA_EF_ED),
    hover: color!(0xF3_F7_F6),
    chosen: color!(0xD8_ED_E8),
    line: color!(0xD8_E0_DD),
    line_strong: color!(0xA9_B7_B2),
    text: color!(0x16_21_1E),
    muted: color!(0x4F_5F_5A),
    faint: color!(0x6E_7D_78),
    accent: color!(0x0B_6E_5F),
    accent_hover: color!(0x09_5A_4E),
    accent_soft: color!(0xDD_F0_EC),
    on_accent: color!(0xFF_FF_FF),
    veil: color!(0x0F_33_2E, 0.45),
    focus: color!(0x1D_5A_9E),
    good: color!(0x1B_70_38),
    good_soft: color!(0xE0_F2_E5),
    warn: color!(0x85_54_00),
    warn_soft: color!(0xFD_F1_D6),
    bad: color!(0xB0_26_1E),
    bad_soft: color!(0xFB_E6_E4),
    info: color!(0x1D_5A_9E),
    info_soft: color!(0xE3_EE_F9),
    rail: color!(0x0F_33_2E),
    rail_text: color!(0xF1_F7_F5),
    rail_muted: color!(0xA5_C2_BB),
    rail_hover: color!(0x17_42_3B),
    rail_chosen: color!(0x21_5A_50),
};

static DARK: Roles = Roles {
    canvas: color!(0x11_16_15),
    surface: color!(0x1A_21_1F),
    sunken: color!(0x22_2B_28),
    hover: color!(0x20_29_27),
    chosen: color!(0x1C_40_39),
    line: color!(0x2E_39_36),
    line_strong: color!(0x50_60_5B),
    text: color!(0xE7_EE_EB),
    muted: color!(0xA9_B8_B3),
    faint: color!(0x84_94_8E),
    accent: color!(0x4F_C3_AD),
    accent_hover: color!(0x71_D5_C1),
    accent_soft: color!(0x16_36_2F),
    on_accent: color!(0x05_21_1C),
    veil: color!(0x00_00_00, 0.6),
    focus: color!(0x83_B9_F2),
    good: color!(0x72_CE_8B),
    good_soft: color!(0x17_30_20),
    warn: color!(0xEB_BA_58),
    warn_soft: color!(0x37_2B_12),
    bad: color!(0xF3_8C_83),
    bad_soft: color!(0x3E_1E_1C),
    info: color!(0x83_B9_F2),
    info_soft: color!(0x19_2D_43),
    rail: color!(0x0B_1F_1C),
    rail_text: color!(0xE7_F1_EE),
    rail_muted: color!(0x93_AD_A6),
    rail_hover: color!(0x12_2E_29),
    rail_chosen: color!(0x1A_46_3E),
};

static LIGHT_THEME: LazyLock<Theme> = LazyLock::new(|| theme("Cetak terang", &LIGHT, false));
static DARK_THEME: LazyLock<Theme> = LazyLock::new(|| theme("Cetak gelap", &DARK, true));

fn theme(name: &'static str, roles: &Roles, dark: bool) -> Theme {
    let palette = Palette {
        background: roles.canvas,
        text: roles.text,
        primary: roles.accent,
        success: roles.good,
        warning: roles.warn,
        danger: roles.bad,
    };
    Theme::custom_with_fn(name, palette, |palette| {
        let generated = iced::theme::palette::Extended::generate(palette);
        iced::theme::palette::Extended { is_dark: dark, ..generated }
    })
}

/// The theme for the office's wish; `system` is what the desktop says.
pub(crate) fn choose(appearance: Appearance, system: Mode) -> Theme {
    let dark = match appearance {
        Appearance::Light => false,
        Appearance::Dark => true,
        Appearance::System => system == Mode::Dark,
    };
    if dark { DARK_THEME.clone() } else { LIGHT_THEME.clone() }
}

/// The colours of a theme.
pub(crate) fn roles(theme: &Theme) -> &'static Roles {
    if theme.extended_palette().is_dark { &DARK } else { &LIGHT }
}

/// The colours on a picture of paper, which is light in every theme.
pub(crate) fn roles_on_paper() -> &'static Roles {
    &LIGHT
}

/// What a piece of the window says with its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) enum Tone {
    #[default]
    Plain,
    Muted,
    Faint,
    Accent,
    Good,
    Warn,
    Bad,
    Info,
}

impl Tone {
    /// The colour for text and icons.
    pub(crate) fn ink(self, roles: &Roles) -> Color {
        match self {
            Self::Plain => roles.text,
            Self::Muted => roles.muted,
            Self::Faint => roles.faint,
            Self::Accent => roles.accent,
            Self::Good => roles.good,
            Self::Warn => roles.warn,
            Self::Bad => roles.bad,
            Self::Info => roles.info,
        }
    }

    /// The colour behind such text.
    pub(crate) fn ground(self, roles: &Roles) -> Color {
        match self {
            Self::Plain | Self::Muted | Self::Faint => roles.sunken,
            Self::Accent => roles.accent_soft,
            Self::Good => roles.good_soft,
            Self::Warn => roles.warn_soft,
            Self::Bad => roles.bad_soft,
            Self::Info => roles.info_soft,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_of_text_and_ground_can_be_read() {
        for (name, r) in [("light", &LIGHT), ("dark", &DARK)] {
            let tones =
                [Tone::Plain, Tone::Muted, Tone::Accent, Tone::Good, Tone::Warn, Tone::Bad, Tone::Info].into_iter();
            let mut pairs: Vec<_> = tones
                .flat_map(|tone| [tone.ground(r), r.surface, r.canvas, r.chosen].map(|ground| (tone.ink(r), ground)))
                .collect();
            pairs.extend([
                (r.on_accent, r.accent),
                (r.on_accent, r.accent_hover),
                (r.rail_text, r.rail_chosen),
                (r.rail_muted, r.rail),
                (r.text, r.hover),
            ]);
            for (ink, ground) in pairs {
                let contrast = ink.relative_contrast(ground);
                assert!(contrast >= 4.5, "{name}: {ink:?} on {ground:?}: {contrast}");
            }
            assert!(r.faint.relative_contrast(r.surface) >= 4.0, "{name}: placeholders");
        }
    }

    #[test]
    fn the_office_overrules_the_system() {
        for (appearance, system, dark) in [
            (Appearance::System, Mode::Dark, true),
            (Appearance::System, Mode::None, false),
            (Appearance::Light, Mode::Dark, false),
            (Appearance::Dark, Mode::Light, true),
        ] {
            assert_eq!(choose(appearance, system).extended_palette().is_dark, dark);
        }
    }
}
