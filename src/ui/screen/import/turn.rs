//! Which list it is the turn of: one alone, or one of several.

use super::queue::{self, Found, Queue};
use super::{Action, Import, Message, Step};
use crate::domain::work::PendingId;
use crate::import::ReadOptions;
use crate::tr;
use crate::ui::job;
use crate::ui::office::{self, Context, Source};
use crate::ui::theme::Tone;
use iced::Task;
use iced::widget::operation::focus;
use std::path::PathBuf;

impl Import {
    /// Reads these files, and those of folders among them, unless other work is under way.
    pub(crate) fn read(&mut self, files: Vec<PathBuf>, context: &Context) -> Action {
        if files.iter().any(|file| file.is_dir()) {
            return Action::Run(job::quick(move || office::spreadsheets(files)).map(Message::Found));
        }
        if files.is_empty() {
            return Action::Tell(Tone::Warn, tr!("ui-folder-empty"));
        }
        self.begin(files.into_iter().map(Source::File).collect(), context)
    }

    /// Goes on with a list that waits, or with all that wait, unless other work is under way.
    pub(crate) fn resume(&mut self, ids: &[PendingId], context: &Context) -> Action {
        if ids.len() > 1 && !self.is_busy() {
            // those that were read before are among them
            self.queue = Queue::default();
        }
        self.begin(ids.iter().copied().map(Source::Kept).collect(), context)
    }

    fn begin(&mut self, sources: Vec<Source>, context: &Context) -> Action {
        if self.is_busy() {
            return Action::Tell(Tone::Warn, tr!("ui-one-at-a-time"));
        }
        let keep = self.keep_typed(context);
        self.put_back();
        let task = match <[Source; 1]>::try_from(sources) {
            Ok([source]) if !self.queue.is_under_way() => {
                self.queue = Queue::single(source.clone());
                self.read_source(source, context)
            }
            Ok([source]) => {
                let at = self.queue.add(source);
                self.open_list(at, context)
            }
            Err(sources) => {
                if !self.queue.is_under_way() {
                    self.queue = Queue::default();
                }
                for source in sources {
                    self.queue.add(source);
                }
                self.show_queue(context)
            }
        };
        Action::Run(Task::batch([keep, task]))
    }

    /// One more list: it is worked on at once where nothing is begun, else it waits among several.
    pub(super) fn add(&mut self, source: Source, context: &Context) -> Action {
        let alone = !self.queue.is_several();
        let begun = match self.step {
            Step::Choose { .. } | Step::Failed(_) | Step::Done(_) => false,
            // practice has no queue: its list lies in a folder of its own; the same file once more holds other rows
            Step::Review(_) | Step::Columns(_) => self.queue.current().is_some_and(|current| *current != source),
            Step::Queue | Step::Reading { .. } | Step::Issuing { .. } => true,
        };
        if alone && !begun {
            return self.begin(vec![source], context);
        }
        if self.queue.is_empty() {
            return Action::Tell(Tone::Warn, tr!("ui-one-at-a-time"));
        }
        self.queue.add(source);
        if alone && self.queue.is_several() && matches!(self.step, Step::Reading { .. }) {
            self.put_back();
            return Action::Run(self.show_queue(context));
        }
        Action::Run(self.queue.go_on(context).map(Message::Queue))
    }

    /// What was typed of the company is kept with the list that is left.
    pub(super) fn keep_typed(&self, context: &Context) -> Task<Message> {
        let Step::Review(review) = &self.step else { return Task::none() };
        let (folder, checked) = (context.folder.clone(), review.checked());
        let typed = review.typed((context.today)());
        job::quick(move || office::keep(&folder, &checked, &typed)).map(Message::Kept)
    }

    /// The list that was worked on goes back to the others.
    fn put_back(&mut self) {
        let found = match &self.step {
            Step::Review(review) => Some(Ok(Found::reviewed(review))),
            Step::Done(issued) => Some(Ok(Found::issued(issued))),
            Step::Failed(failure) => Some(Err(failure.clone())),
            Step::Choose { .. } | Step::Reading { .. } | Step::Queue | Step::Columns(_) | Step::Issuing { .. } => None,
        };
        self.queue.put_back(found);
    }

    pub(super) fn read_source(&mut self, source: Source, context: &Context) -> Task<Message> {
        let (folder, today) = (context.folder.clone(), (context.today)());
        let (handle, task) = job::start(move |progress| {
            office::read(&folder, source, &ReadOptions::default(), today, progress).map(Box::new)
        });
        self.reading(handle, task)
    }

    /// Works on one of the lists by itself.
    fn open_list(&mut self, at: usize, context: &Context) -> Task<Message> {
        self.queue.take(at).map_or_else(Task::none, |source| self.read_source(source, context))
    }

    /// Shows the lists beside each other, and reads those that nobody has read yet.
    pub(super) fn show_queue(&mut self, context: &Context) -> Task<Message> {
        self.step = Step::Queue;
        Task::batch([self.queue.go_on(context).map(Message::Queue), focus(queue::ROWS)])
    }

    /// From the list that is open back to the others.
    pub(super) fn back_to_queue(&mut self, context: &Context) -> Action {
        if self.is_busy() || !self.queue.is_several() || matches!(self.step, Step::Queue) {
            return Action::None;
        }
        let keep = self.keep_typed(context);
        self.put_back();
        Action::Run(Task::batch([keep, self.show_queue(context)]))
    }

    pub(super) fn next_file(&mut self, context: &Context) -> Action {
        let Some(next) = self.queue.next().filter(|_| !self.is_busy()) else { return Action::None };
        // what was typed of the list that is left is kept beside the reading of the next
        let keep = self.keep_typed(context);
        self.put_back();
        Action::Run(Task::batch([keep, self.open_list(next, context)]))
    }

    /// Away from the list that is open: to the others, or to the choice of another one.
    pub(super) fn leave(&mut self, context: &Context) -> Action {
        if self.is_busy() {
            return Action::None;
        }
        if self.queue.is_several() && !matches!(self.step, Step::Queue) {
            return self.back_to_queue(context);
        }
        let keep = self.keep_typed(context);
        self.begin_again();
        Action::Run(keep)
    }

    pub(super) fn heard_of_queue(&mut self, message: queue::Message, context: &Context) -> Action {
        match self.queue.update(message, context) {
            queue::Said::None => Action::None,
            queue::Said::Run(task) => Action::Run(task.map(Message::Queue)),
            queue::Said::Open(at) => Action::Run(self.open_list(at, context)),
            queue::Said::Look => self.update(Message::Preview, context),
            queue::Said::Ended(task, sentence) => Action::Ended(task.map(Message::Queue), sentence),
        }
    }

    /// Where the cursor belongs when one comes here.
    pub(crate) fn focus(&self) -> Task<Message> {
        if matches!(self.step, Step::Queue) { focus(queue::ROWS) } else { Task::none() }
    }
}
