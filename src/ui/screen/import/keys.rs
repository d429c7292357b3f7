//! What can be asked for in each step, and the keys that ask for it.

use super::review::Review;
use super::{Action, Import, Message, Step, columns, queue};
use crate::ui::hotkey::Wish;
use crate::ui::job::Failure;
use crate::ui::office::Context;

impl Import {
    /// What can be asked for here and now.
    pub(crate) fn offers(&self) -> Vec<Wish> {
        let mut offers = match self.step {
            Step::Review(_) => {
                vec![
                    Wish::Issue,
                    Wish::Preview,
                    Wish::NextProblem,
                    Wish::Explain,
                    Wish::UseSuggestion,
                    Wish::Undo,
                    Wish::Columns,
                ]
            }
            Step::Done(_) => vec![Wish::Print, Wish::Email, Wish::Preview],
            Step::Queue => {
                let print = (!self.queue.issued().is_empty()).then_some(Wish::Print);
                let receipt = self.queue.receipt().map(|_| [Wish::Email, Wish::Preview]);
                [Wish::Issue].into_iter().chain(print).chain(receipt.into_iter().flatten()).collect()
            }
            Step::Choose { .. } | Step::Reading { .. } | Step::Failed(_) | Step::Columns(_) | Step::Issuing { .. } => {
                Vec::new()
            }
        };
        if self.queue.is_several() && !self.is_busy() {
            offers.extend(self.queue.next().map(|_| Wish::NextFile));
            offers.extend((!matches!(self.step, Step::Queue)).then_some(Wish::Queue));
        }
        offers
    }

    /// A key of the window's table.
    pub(crate) fn wish(&mut self, wish: Wish, context: &Context) -> Action {
        let message = match (wish, &self.step) {
            (Wish::Open, _) if !self.is_busy() => Message::Choose,
            (Wish::Cancel, Step::Reading { .. } | Step::Issuing { .. }) => Message::Cancel,
            (Wish::Cancel, Step::Failed(_)) => Message::Restart,
            (Wish::Cancel, Step::Queue) => Message::Queue(queue::Message::Stop),
            (Wish::Issue, Step::Queue) => Message::Queue(queue::Message::IssueReady),
            (Wish::Cancel, Step::Columns(_)) => Message::Columns(columns::Message::Back),
            (Wish::Issue, Step::Columns(_)) => Message::Columns(columns::Message::Read),
            (Wish::Columns, Step::Failed(Failure::Unmapped { .. })) => Message::ShowColumns,
            (Wish::Preview, Step::Done(_) | Step::Queue) => Message::Preview,
            (Wish::Print, Step::Queue) if self.queue.receipt().is_none() => Message::PrintAll,
            (Wish::Print, Step::Done(_) | Step::Queue) => Message::Print,
            (Wish::Email, Step::Done(_) | Step::Queue) => Message::Email,
            (Wish::Paste, _) => Message::Paste,
            (Wish::NextFile, _) => Message::NextFile,
            (Wish::Queue, _) => Message::BackToQueue,
            (wish, Step::Review(_)) => match Review::wish(wish) {
                Some(message) => Message::Review(message),
                None => return Action::None,
            },
            _ => return Action::None,
        };
        self.update(message, context)
    }
}
