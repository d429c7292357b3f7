//! The pictures of the window: glyphs of the bundled icon font (a subset of Lucide).

use super::theme::{Tone, style, text};
use iced::widget::Text;
use iced::{Font, Theme};

/// The subset's bytes, for the renderer.
pub(crate) const FONT_BYTES: &[u8] = include_bytes!("../../assets/icons/CetakIcons.ttf");
/// Its family.
pub(crate) const FONT: Font = Font::with_name("Cetak Icons");

/// A picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Icon {
    ArrowLeft,
    Ban,
    Book,
    Building,
    Check,
    ChevronDown,
    ChevronUp,
    CircleCheck,
    CircleX,
    Download,
    FileText,
    FileUp,
    Folder,
    Handed,
    Help,
    IdCard,
    Inbox,
    Info,
    Issued,
    Languages,
    Mail,
    Merge,
    Monitor,
    Moon,
    Paperclip,
    Practice,
    Printer,
    Receipt,
    Redo,
    Save,
    Search,
    Settings,
    Spreadsheet,
    Stamp,
    Sun,
    Undo,
    UserSearch,
    Warning,
    X,
}

impl Icon {
    /// Its place in the font.
    pub(crate) fn glyph(self) -> char {
        match self {
            Self::ArrowLeft => '\u{e048}',
            Self::Ban => '\u{e051}',
            Self::Book => '\u{e54a}',
            Self::Building => '\u{e290}',
            Self::Check => '\u{e06c}',
            Self::ChevronDown => '\u{e06d}',
            Self::ChevronUp => '\u{e070}',
            Self::CircleCheck => '\u{e226}',
            Self::CircleX => '\u{e084}',
            Self::Download => '\u{e0b2}',
            Self::FileText => '\u{e0cc}',
            Self::FileUp => '\u{e32a}',
            Self::Folder => '\u{e247}',
            Self::Handed => '\u{e266}',
            Self::Help => '\u{e082}',
            Self::IdCard => '\u{e617}',
            Self::Inbox => '\u{e0f7}',
            Self::Info => '\u{e0f9}',
            Self::Issued => '\u{e0c1}',
            Self::Languages => '\u{e0fe}',
            Self::Mail => '\u{e10f}',
            Self::Merge => '\u{e43f}',
            Self::Monitor => '\u{e11d}',
            Self::Moon => '\u{e11e}',
            Self::Paperclip => '\u{e12d}',
            Self::Practice => '\u{e234}',
            Self::Printer => '\u{e141}',
            Self::Receipt => '\u{e5ac}',
            Self::Redo => '\u{e2a0}',
            Self::Save => '\u{e14d}',
            Self::Search => '\u{e151}',
            Self::Settings => '\u{e154}',
            Self::Spreadsheet => '\u{e326}',
            Self::Stamp => '\u{e3bb}',
            Self::Sun => '\u{e178}',
            Self::Undo => '\u{e2a1}',
            Self::UserSearch => '\u{e579}',
            Self::Warning => '\u{e193}',
            Self::X => '\u{e1b2}',
        }
    }

    /// As a widget, in the colour around it.
    pub(crate) fn view<'a>(self) -> Text<'a, Theme> {
        iced::widget::text(self.glyph()).font(FONT).size(text::ICON).line_height(1.0)
    }

    /// As a widget in a tone.
    pub(crate) fn toned<'a>(self, tone: Tone) -> Text<'a, Theme> {
        self.view().style(style::ink(tone))
    }
}
