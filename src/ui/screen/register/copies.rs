//! The copies (SALINAN) of the chosen receipt: each is looked at, printed and opened again.

use super::{Action, Message, Register};
use crate::domain::life::Copy;
use crate::domain::{Part, date};
use crate::ui::icon::Icon;
use crate::ui::job;
use crate::ui::office::{self, Context};
use crate::ui::screen::preview::Subject;
use crate::ui::theme::{Tone, space};
use crate::ui::widget::{caption, sign};
use crate::workflow::print::Printable;
use crate::{i18n, tr};
use iced::widget::row;
use iced::{Element, Fill};

/// What is done with a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    Look,
    Print,
    /// The receipt, in the system's viewer.
    Open,
}

impl Register {
    pub(super) fn use_copy(&self, copy: u32, what: Use, context: &Context) -> Action {
        let Some(entry) = self.chosen_entry() else { return Action::None };
        let Some(number) = entry.number.clone() else { return Action::None };
        let life = self.dossier.as_ref().map(|dossier| &dossier.life);
        let Some(known) = life.and_then(|life| life.copies.iter().find(|one| one.number == copy)) else {
            return Action::None;
        };
        match what {
            Use::Look => {
                let name = format!("{number} · {} · {}", i18n::copied(copy, None), entry.company);
                Action::Preview(name, Subject::Issued(number, Some(copy)))
            }
            Use::Print => {
                let part = if known.reprint.is_some() { Part::Cards } else { Part::Receipt };
                Action::Print(Printable { number, part, copy: Some(copy) }, entry.company.clone())
            }
            Use::Open => {
                let document = Printable { number, part: Part::Receipt, copy: Some(copy) };
                let folder = context.folder.clone();
                Action::Run(job::quick(move || office::print_file(&folder, &document)).map(Message::CopyFound))
            }
        }
    }
}

/// A copy in the list of files.
pub(super) fn line(copy: &Copy) -> Element<'_, Message> {
    let about = format!("{} · {} · {}", i18n::copy(copy), date::moment(copy.at), copy.actor);
    let offer = |icon, word: String, what| sign(icon, word, Message::OfCopy(copy.number, what));
    row![
        Icon::Receipt.toned(Tone::Accent),
        caption(about).width(Fill),
        offer(Icon::FileText, tr!("ui-preview"), Use::Look),
        offer(Icon::Printer, tr!("ui-print-open-panel"), Use::Print),
        offer(Icon::Monitor, tr!("ui-open"), Use::Open),
    ]
    .spacing(space::XS)
    .align_y(iced::Center)
    .into()
}
