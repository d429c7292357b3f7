//! The way into the step, and out of it.

use super::super::{Action, Import, Message, Step, review};
use super::{Back, Columns, Outcome, Review};
use crate::ui::office::Context;

impl Import {
    /// Lets the user show where the table of the list is; the way back stays open.
    pub(in super::super) fn show_columns(&mut self) -> Action {
        let (source, name, back) = match std::mem::take(&mut self.step) {
            Step::Review(review) if !review.is_working() => {
                let name = review.table.list().file.clone();
                (review.source.clone(), name, Back::Review(review))
            }
            Step::Failed(failure) => {
                let Some(source) = self.queue.current() else {
                    self.step = Step::Failed(failure);
                    return Action::None;
                };
                (source.clone(), self.queue.name(), Back::Failed(failure))
            }
            step => {
                self.step = step;
                return Action::None;
            }
        };
        let (columns, task) = Columns::new(source, name, back);
        self.step = Step::Columns(Box::new(columns));
        Action::Run(task.map(Message::Columns))
    }

    pub(in super::super) fn choose_columns(&mut self, message: super::Message, context: &Context) -> Action {
        let Step::Columns(columns) = &mut self.step else { return Action::None };
        match columns.update(message, context) {
            Outcome::None => Action::None,
            Outcome::Run(task) => Action::Run(task.map(Message::Columns)),
            Outcome::Tell(tone, sentence) => Action::Tell(tone, sentence),
            Outcome::Back(Back::Failed(before), failure) => {
                self.step = Step::Failed(failure.unwrap_or(before));
                Action::None
            }
            Outcome::Back(Back::Review(mut review), failure) => {
                if let Some(failure) = failure {
                    review.failed(failure);
                }
                self.step = Step::Review(review);
                Action::Run(iced::widget::operation::focus(review::ROWS))
            }
            Outcome::Read(reading, back) => {
                self.queue.reconsider();
                let mut review = Review::new(&reading, (context.today)());
                if let Back::Review(earlier) = &back {
                    review.take_over(earlier);
                }
                self.begin_review(review)
            }
        }
    }
}
