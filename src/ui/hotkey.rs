//! The keys of the window, in one table, and the widget that hears them before any field does.

use super::widget::{Addition, around};
use iced::advanced::Shell;
use iced::keyboard::key::{Key, Named, Physical};
use iced::keyboard::{self, Modifiers};
use iced::{Element, Event};

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Wish {
    /// Find anything: an act, a company, a receipt, a person.
    Palette,
    /// Explain the screen.
    Help,
    /// Explain the problem where the cursor is.
    Explain,
    GoWork,
    GoImport,
    GoRegister,
    GoSettings,
    FindPerson,
    GoCompanies,
    TakeOver,
    Edit,
    Merge,
    Open,
    Issue,
    Save,
    Search,
    /// The same order the other way round.
    OtherWay,
    Cancel,
    Next,
    Previous,
    NextProblem,
    UseSuggestion,
    Undo,
    Redo,
    NextFile,
    /// From one of several lists back to all.
    Queue,
    Columns,
    Paste,
    MarkPrinted,
    HandOver,
    Scan,
    Reprint,
    Void,
    Copy,
    Code,
    /// The register as a file.
    Export,
    Preview,
    Print,
    Email,
    PageUp,
    PageDown,
    First,
    Last,
    Up,
    Down,
    Left,
    Right,
    Nearer,
    Farther,
    WholePage,
    PageWidth,
    OtherPart,
}

/// A combination of keys.
#[derive(Debug, Clone, Copy)]
struct Combination {
    wish: Wish,
    command: bool,
    shift: bool,
    /// Whether a field that has a use for the key comes first.
    late: bool,
    key: Pressed,
    /// As tooltips write it.
    label: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pressed {
    Letter(char),
    Named(Named),
}

const fn command(wish: Wish, letter: char, label: &'static str) -> Combination {
    Combination { wish, command: true, shift: false, late: false, key: Pressed::Letter(letter), label }
}

const fn plain(wish: Wish, key: Named, shift: bool, label: &'static str) -> Combination {
    Combination { wish, command: false, shift, late: false, key: Pressed::Named(key), label }
}

/// A key that fields and lists come first with.
const fn late(wish: Wish, key: Named, label: &'static str) -> Combination {
    Combination { late: true, ..plain(wish, key, false, label) }
}

const TABLE: &[Combination] = &[
    command(Wish::Palette, 'k', "Ctrl+K"),
    plain(Wish::Help, Named::F1, false, "F1"),
    plain(Wish::Explain, Named::F1, true, "Shift+F1"),
    // the places of the rail, in its order
    command(Wish::GoWork, '1', "Ctrl+1"),
    command(Wish::GoImport, '2', "Ctrl+2"),
    command(Wish::GoRegister, '3', "Ctrl+3"),
    command(Wish::FindPerson, '4', "Ctrl+4"),
    command(Wish::GoCompanies, '5', "Ctrl+5"),
    command(Wish::GoSettings, '6', "Ctrl+6"),
    command(Wish::TakeOver, 't', "Ctrl+T"),
    command(Wish::Edit, 'r', "Ctrl+R"),
    command(Wish::Merge, 'g', "Ctrl+G"),
    command(Wish::Open, 'o', "Ctrl+O"),
    Combination {
        wish: Wish::Issue,
        command: true,
        shift: false,
        late: false,
        key: Pressed::Named(Named::Enter),
        label: "Ctrl+Enter",
    },
    command(Wish::Save, 's', "Ctrl+S"),
    command(Wish::Search, 'f', "Ctrl+F"),
    command(Wish::OtherWay, 'u', "Ctrl+U"),
    plain(Wish::Cancel, Named::Escape, false, "Esc"),
    plain(Wish::Next, Named::Tab, false, "Tab"),
    plain(Wish::Previous, Named::Tab, true, "Shift+Tab"),
    plain(Wish::NextProblem, Named::F7, false, "F7"),
    plain(Wish::UseSuggestion, Named::F8, false, "F8"),
    command(Wish::Undo, 'z', "Ctrl+Z"),
    plain(Wish::MarkPrinted, Named::F2, false, "F2"),
    plain(Wish::HandOver, Named::F3, false, "F3"),
    plain(Wish::Scan, Named::F5, false, "F5"),
    plain(Wish::Reprint, Named::F4, false, "F4"),
    plain(Wish::Void, Named::F10, false, "F10"),
    command(Wish::Copy, 'd', "Ctrl+D"),
    command(Wish::Code, 'e', "Ctrl+E"),
    // where spreadsheets save under another name
    plain(Wish::Export, Named::F12, false, "F12"),
    command(Wish::Redo, 'y', "Ctrl+Y"),
    plain(Wish::NextFile, Named::F9, false, "F9"),
    command(Wish::Queue, 'b', "Ctrl+B"),
    command(Wish::Columns, 'l', "Ctrl+L"),
    Combination { late: true, ..command(Wish::Paste, 'v', "Ctrl+V") },
    command(Wish::Print, 'p', "Ctrl+P"),
    command(Wish::Email, 'm', "Ctrl+M"),
    plain(Wish::Preview, Named::F6, false, "F6"),
    late(Wish::PageUp, Named::PageUp, "Page Up"),
    late(Wish::PageDown, Named::PageDown, "Page Down"),
    late(Wish::First, Named::Home, "Home"),
    late(Wish::Last, Named::End, "End"),
    late(Wish::Up, Named::ArrowUp, "↑"),
    late(Wish::Down, Named::ArrowDown, "↓"),
    late(Wish::Left, Named::ArrowLeft, "←"),
    late(Wish::Right, Named::ArrowRight, "→"),
    command(Wish::Nearer, '+', "Ctrl++"),
    // the same key where it needs Shift, with and without it
    command(Wish::Nearer, '=', "Ctrl+="),
    Combination { shift: true, ..command(Wish::Nearer, '+', "Ctrl+Shift++") },
    Combination { shift: true, ..command(Wish::Nearer, '=', "Ctrl+Shift+=") },
    command(Wish::Farther, '-', "Ctrl+-"),
    command(Wish::WholePage, '0', "Ctrl+0"),
    command(Wish::PageWidth, '9', "Ctrl+9"),
    Combination { key: Pressed::Named(Named::Tab), ..command(Wish::OtherPart, ' ', "Ctrl+Tab") },
];

impl Wish {
    /// The key, as tooltips write it.
    pub(crate) fn label(self) -> &'static str {
        TABLE.iter().find(|combination| combination.wish == self).map_or("", |combination| combination.label)
    }
}

/// Every wish that has a key.
#[cfg(test)]
pub(super) fn wishes() -> impl Iterator<Item = Wish> {
    TABLE.iter().map(|combination| combination.wish)
}

/// The wish behind a key press, if the table has one.
fn wish(key: &Key, physical: Physical, modifiers: Modifiers) -> Option<Combination> {
    let pressed = match key {
        Key::Named(named) => Pressed::Named(*named),
        _ => Pressed::Letter(key.to_latin(physical)?.to_ascii_lowercase()),
    };
    if modifiers.alt() {
        return None;
    }
    TABLE.iter().find(|c| c.key == pressed && c.command == modifiers.command() && c.shift == modifiers.shift()).copied()
}

/// Listens around the whole window: a key of the table becomes a message and reaches no field, but for those that fields
/// come first with.
pub(crate) fn listener<'a, Message: 'a>(
    content: impl Into<Element<'a, Message>>,
    on_wish: impl Fn(Wish) -> Message + 'a,
) -> Element<'a, Message> {
    around(content, Listener { on_wish })
}

struct Listener<F> {
    on_wish: F,
}

impl<F> Listener<F> {
    fn hear<Message>(&self, event: &Event, late: bool, shell: &mut Shell<'_, Message>)
    where
        F: Fn(Wish) -> Message,
    {
        if let Event::Keyboard(keyboard::Event::KeyPressed { key, physical_key, modifiers, .. }) = event
            && let Some(combination) = wish(key, *physical_key, *modifiers)
            && combination.late == late
            && !shell.is_event_captured()
        {
            shell.publish((self.on_wish)(combination.wish));
            shell.capture_event();
        }
    }
}

impl<Message, F: Fn(Wish) -> Message> Addition<Message> for Listener<F> {
    type State = ();

    fn before(&self, (): &mut (), event: &Event, shell: &mut Shell<'_, Message>) {
        self.hear(event, false, shell);
    }

    fn after(&self, (): &mut (), event: &Event, shell: &mut Shell<'_, Message>) {
        self.hear(event, true, shell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_two_wishes_share_a_key() {
        let labels: HashSet<_> = TABLE.iter().map(|c| c.label).collect();
        assert_eq!(labels.len(), TABLE.len());
    }

    #[test]
    fn a_key_with_its_modifiers_is_a_wish_and_other_keys_are_typing() {
        let unknown = Physical::Unidentified(keyboard::key::NativeCode::Unidentified);
        let letter = |c: &str| Key::Character(c.into());
        for (key, modifiers, expected) in [
            (letter("3"), Modifiers::COMMAND, Some(Wish::GoRegister)),
            (letter("2"), Modifiers::empty(), None),
            (letter("O"), Modifiers::COMMAND, Some(Wish::Open)),
            (letter("o"), Modifiers::COMMAND | Modifiers::ALT, None),
            (Key::Named(Named::Enter), Modifiers::COMMAND, Some(Wish::Issue)),
            (Key::Named(Named::Enter), Modifiers::empty(), None),
            (Key::Named(Named::Tab), Modifiers::SHIFT, Some(Wish::Previous)),
            (Key::Named(Named::Escape), Modifiers::empty(), Some(Wish::Cancel)),
        ] {
            assert_eq!(wish(&key, unknown, modifiers).map(|found| found.wish), expected, "{key:?}");
        }
    }
}
