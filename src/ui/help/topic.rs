//! What is said of each screen, and which keys it hears.

use crate::i18n::{self, ScreenWords};
use crate::tr;
use crate::ui::hotkey::Wish;
use crate::ui::palette::wish_words;

/// Something that can be explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Topic {
    Work,
    /// Choosing a list, and what became of one.
    Import,
    /// Several lists beside each other.
    Queue,
    Review,
    Columns,
    Register,
    /// The old Excel register comes over.
    TakeOver,
    People,
    Companies,
    Settings,
    Template,
    Preview,
    Print,
    /// Several receipts in one act.
    PrintAll,
    Email,
    /// Spoilt cards of all receipts.
    Again,
    Welcome,
}

impl Topic {
    #[cfg(test)]
    pub(crate) const ALL: [Self; 17] = [
        Self::Work,
        Self::Import,
        Self::Queue,
        Self::Review,
        Self::Columns,
        Self::Register,
        Self::TakeOver,
        Self::People,
        Self::Companies,
        Self::Settings,
        Self::Template,
        Self::Preview,
        Self::Print,
        Self::PrintAll,
        Self::Email,
        Self::Again,
        Self::Welcome,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Import => "import",
            Self::Queue => "queue",
            Self::Review => "review",
            Self::Columns => "columns",
            Self::Register => "register",
            Self::TakeOver => "take-over",
            Self::People => "people",
            Self::Companies => "companies",
            Self::Settings => "settings",
            Self::Template => "template",
            Self::Preview => "preview",
            Self::Print => "print",
            Self::PrintAll => "print-all",
            Self::Email => "email",
            Self::Again => "again",
            Self::Welcome => "welcome",
        }
    }

    pub(super) fn name(self) -> String {
        match self {
            Self::Work => tr!("ui-work"),
            Self::Import => tr!("ui-import"),
            Self::Queue => tr!("ui-queue"),
            Self::Review => tr!("ui-review"),
            Self::Columns => tr!("ui-columns"),
            Self::Register => tr!("ui-register"),
            Self::TakeOver => tr!("ui-old"),
            Self::People => tr!("ui-people"),
            Self::Companies => tr!("ui-companies"),
            Self::Settings => tr!("ui-settings"),
            Self::Template => tr!("ui-template"),
            Self::Preview => tr!("ui-preview"),
            Self::Print => tr!("ui-print"),
            Self::PrintAll => tr!("ui-print-all"),
            Self::Email => tr!("ui-send-mail"),
            Self::Again => tr!("ui-again"),
            Self::Welcome => tr!("welcome"),
        }
    }

    pub(super) fn words(self) -> ScreenWords {
        i18n::about_screen(self.key())
    }

    /// The keys of the screen as the table writes them, each with what it does.
    pub(super) fn keys(self) -> Vec<(String, String)> {
        let moving = || keys(&[Wish::Up, Wish::Down, Wish::First, Wish::Last], tr!("help-moving"));
        match self {
            Self::Work => vec![
                moving(),
                keys(&[Wish::Issue], tr!("ui-work-open-hint")),
                keys(&[Wish::Queue], tr!("ui-work-queue-hint")),
                keys(&[Wish::Print], tr!("ui-print-all-open-hint")),
                keys(&[Wish::Reprint], tr!("ui-again-lead")),
            ],
            Self::Queue => vec![
                moving(),
                keys(&[Wish::Issue], tr!("ui-queue-issue-hint")),
                keys(&[Wish::NextFile], tr!("ui-queue-hint")),
                keys(&[Wish::Queue], tr!("ui-queue-back-hint")),
                keys(&[Wish::Open], tr!("ui-queue-add")),
                keys(&[Wish::Cancel], tr!("ui-queue-stop-hint")),
            ],
            Self::Import => vec![
                keys(&[Wish::Open], tr!("ui-choose-file-hint")),
                keys(&[Wish::Paste], tr!("ui-paste-hint")),
                keys(&[Wish::Print], tr!("ui-print-hint")),
                keys(&[Wish::Email], tr!("ui-send-mail-hint")),
            ],
            Self::Review => vec![
                keys(&[Wish::NextProblem], tr!("ui-next-problem-hint")),
                keys(&[Wish::Explain], tr!("explain-hint")),
                keys(&[Wish::UseSuggestion], tr!("ui-use-hint")),
                keys(&[Wish::Undo], tr!("ui-undo-hint")),
                keys(&[Wish::Columns], tr!("ui-columns-hint")),
                keys(&[Wish::Preview], tr!("ui-preview-hint")),
                keys(&[Wish::Issue], tr!("ui-issue-hint")),
            ],
            Self::Columns => vec![
                keys(&[Wish::Up, Wish::Down, Wish::Left, Wish::Right], tr!("help-moving")),
                keys(&[Wish::Issue], tr!("ui-columns-read-hint")),
                keys(&[Wish::Cancel], tr!("ui-columns-back-hint")),
            ],
            // so many that only their short names have room
            Self::Register => [
                Wish::Search,
                Wish::OtherWay,
                Wish::OtherPart,
                Wish::MarkPrinted,
                Wish::HandOver,
                Wish::Scan,
                Wish::Reprint,
                Wish::Void,
                Wish::Copy,
                Wish::Export,
                Wish::Code,
                Wish::Preview,
                Wish::Print,
                Wish::Email,
                Wish::TakeOver,
            ]
            .into_iter()
            .filter_map(|wish| Some(keys(&[wish], wish_words(wish)?.1)))
            .collect(),
            Self::People => vec![moving(), keys(&[Wish::Cancel], tr!("help-clear"))],
            Self::TakeOver => vec![
                keys(&[Wish::Open], tr!("ui-choose-file-hint")),
                keys(&[Wish::NextProblem], tr!("ui-next-problem-hint")),
                keys(&[Wish::Issue], tr!("ui-old-take-hint")),
                keys(&[Wish::Void], tr!("ui-old-undo-hint")),
            ],
            Self::Companies => vec![
                keys(&[Wish::Search], tr!("ui-companies-search")),
                keys(&[Wish::Edit], tr!("ui-company-edit-hint")),
                keys(&[Wish::Merge], tr!("ui-company-merge-hint")),
            ],
            Self::Settings => vec![
                keys(&[Wish::Search], tr!("ui-settings-search-hint")),
                keys(&[Wish::PageUp, Wish::PageDown], tr!("help-section")),
                keys(&[Wish::Save], tr!("ui-settings-save-hint")),
            ],
            Self::Template => vec![
                keys(&[Wish::Up, Wish::Down, Wish::Left, Wish::Right], tr!("help-move-field")),
                keys(&[Wish::PageUp, Wish::PageDown], tr!("help-choose-field")),
                keys(&[Wish::Undo], tr!("ui-undo-hint")),
                keys(&[Wish::Redo], tr!("ui-redo-hint")),
                keys(&[Wish::Save], tr!("ui-template-save-hint")),
                keys(&[Wish::Cancel], tr!("ui-template-back-hint")),
            ],
            Self::Preview | Self::Print | Self::PrintAll | Self::Email | Self::Again | Self::Welcome => {
                self.keys_in_front()
            }
        }
    }

    /// The same of what stands in front of a screen for a while.
    fn keys_in_front(self) -> Vec<(String, String)> {
        match self {
            Self::Preview => vec![
                keys(&[Wish::PageUp, Wish::PageDown], tr!("help-turn")),
                keys(&[Wish::Up, Wish::Down, Wish::Left, Wish::Right], tr!("help-sheet")),
                keys(&[Wish::Nearer, Wish::Farther], tr!("help-zoom")),
                keys(&[Wish::WholePage, Wish::PageWidth], tr!("help-fit")),
                keys(&[Wish::OtherPart], tr!("ui-preview-part-hint")),
                keys(&[Wish::Cancel], tr!("ui-preview-back-hint")),
            ],
            Self::Print => vec![
                keys(&[Wish::OtherPart], tr!("ui-preview-part-hint")),
                keys(&[Wish::Print], tr!("ui-print-start-hint")),
                keys(&[Wish::MarkPrinted], tr!("ui-print-mark-hint")),
                keys(&[Wish::Cancel], tr!("ui-preview-back-hint")),
            ],
            Self::PrintAll => vec![
                keys(&[Wish::Up, Wish::Down, Wish::First, Wish::Last], tr!("help-moving")),
                keys(&[Wish::OtherPart], tr!("ui-preview-part-hint")),
                keys(&[Wish::Print], tr!("ui-print-start-hint")),
                keys(&[Wish::MarkPrinted], tr!("ui-print-all-mark-hint")),
                keys(&[Wish::Cancel], tr!("ui-preview-back-hint")),
            ],
            Self::Email => vec![
                keys(&[Wish::Issue], tr!("ui-send-mail-now-hint")),
                keys(&[Wish::Cancel], tr!("ui-preview-back-hint")),
            ],
            Self::Again => {
                vec![keys(&[Wish::Issue], tr!("ui-reprint-hint")), keys(&[Wish::Cancel], tr!("ui-preview-back-hint"))]
            }
            Self::Welcome => {
                vec![keys(&[Wish::Issue], tr!("welcome-begin-hint")), keys(&[Wish::Cancel], tr!("welcome-later-hint"))]
            }
            _ => Vec::new(),
        }
    }
}

fn keys(wishes: &[Wish], words: String) -> (String, String) {
    (wishes.iter().map(|wish| wish.label()).collect::<Vec<_>>().join("  "), words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::hotkey;

    #[test]
    fn every_key_of_the_table_is_told_somewhere() {
        let told: Vec<String> = Topic::ALL.into_iter().flat_map(Topic::keys).map(|(keys, _)| keys).collect();
        let told: Vec<&str> = told.iter().flat_map(|keys| keys.split("  ")).collect();
        // shown in the rail, below every help, or known from every program
        let common = [
            Wish::Palette,
            Wish::Help,
            Wish::GoWork,
            Wish::GoImport,
            Wish::GoRegister,
            Wish::FindPerson,
            Wish::GoCompanies,
            Wish::GoSettings,
            Wish::Next,
            Wish::Previous,
        ];
        for wish in hotkey::wishes().filter(|wish| !common.contains(wish)) {
            assert!(told.contains(&wish.label()), "{wish:?}");
        }
    }

    #[test]
    fn every_screen_is_explained_and_every_key_of_it_is_in_the_table() {
        for topic in Topic::ALL {
            assert!(i18n::is_screen_explained(topic.key()), "{}", topic.key());
            for (keys, words) in topic.keys() {
                assert!(!keys.split("  ").any(str::is_empty), "{}: {words}", topic.key());
            }
        }
    }
}
