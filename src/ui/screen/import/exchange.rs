//! Files beside the list itself: the workbook that goes back to the company, and a second list with KPJ numbers.

use super::Action;
use super::review::{Message, Review, Work, run};
use crate::domain::{ReceiptStatus, RegisterEntry, date};
use crate::tr;
use crate::ui::desktop::Answer;
use crate::ui::hotkey::Wish;
use crate::ui::icon::Icon;
use crate::ui::job::{self, Failure};
use crate::ui::office::{self, Context};
use crate::ui::screen::asked::Asked;
use crate::ui::theme::{Tone, space, style};
use crate::ui::widget::{body, caption, figure, hint, note, quiet_action};
use crate::workflow::check::{Checked, SecondList};
use crate::workflow::rejects::Rejects;
use iced::widget::{column, container, row};
use iced::{Element, Fill, Task};
use std::path::{Path, PathBuf};

/// The field for a path.
pub(super) const PATH: &str = "review-path";

/// What a file is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Rows with problems go back to the company.
    SendBack,
    /// A second list completes missing KPJ numbers.
    Complete,
}

/// A path is asked for in the place of the form.
pub(super) fn asked(asked: &Asked<Purpose>) -> Element<'_, Message> {
    let (name, word) = match asked.purpose {
        Purpose::SendBack => (tr!("ui-send-back-where"), tr!("ui-save")),
        Purpose::Complete => (tr!("ui-complete"), tr!("ui-open")),
    };
    let close = hint(quiet_action(Icon::X, tr!("ui-close"), Some(Message::Cancel)), "", Some(Wish::Cancel));
    let line = asked.view(PATH, &tr!("ui-path-example"), word, (Message::PathTyped, Message::PathGiven), close);
    let content = column![caption(name), line].spacing(space::XS);
    container(content).padding([space::S, space::L]).width(Fill).style(style::sheet).into()
}

impl Review {
    /// Files that come or go beside the list.
    pub(super) fn exchange(&mut self, message: Message, context: &Context) -> Action {
        match message {
            Message::Ask(purpose) => {
                let desktop = &context.desktop;
                let dialog = match purpose {
                    Purpose::SendBack => desktop.save(&send_back_name(&self.table.list().file)),
                    Purpose::Complete => desktop.pick_list(),
                };
                return run(Task::perform(dialog, move |answer| Message::Answered(purpose, answer)));
            }
            // the dialog has asked already whether a file may be replaced
            Message::Answered(purpose, Answer::Chosen(file)) => return self.begin(purpose, file, true, context),
            Message::Answered(purpose, Answer::Unavailable) => {
                let path = match purpose {
                    Purpose::SendBack => context.proposal(&send_back_name(&self.table.list().file)),
                    Purpose::Complete => PathBuf::new(),
                };
                self.asked = Some(Asked::new(purpose, path.display().to_string()));
                return Action::Run(iced::widget::operation::focus(PATH));
            }
            Message::PathTyped(path) => {
                if let Some(asked) = &mut self.asked {
                    asked.typed(path);
                }
            }
            Message::PathGiven => {
                if let Some(asked) = &self.asked
                    && let Some((file, replace)) = asked.given()
                {
                    return self.begin(asked.purpose, file, replace, context);
                }
            }
            Message::SentBack(out, result) => match result {
                Ok(Some(rejects)) => {
                    self.asked = None;
                    let sentence = sent_back(&rejects, &out);
                    return Action::Wrote(out, sentence);
                }
                Ok(None) if self.asked.is_some() => self.asked = Some(Asked::again(Purpose::SendBack, out)),
                Ok(None) => {}
                Err(failure) => self.trouble = Some(failure),
            },
            Message::Completed(event) => {
                let Some(result) = self.heard(event) else { return Action::None };
                match result {
                    Ok(checked) => {
                        self.asked = None;
                        self.advance(checked);
                    }
                    Err(Failure::Cancelled) => return Action::Tell(Tone::Info, tr!("ui-reading-cancelled")),
                    Err(failure) => self.trouble = Some(failure),
                }
            }
            _ => {}
        }
        Action::None
    }

    fn begin(&mut self, purpose: Purpose, file: PathBuf, replace: bool, context: &Context) -> Action {
        if self.work.is_some() {
            return Action::Tell(Tone::Warn, tr!("ui-one-at-a-time"));
        }
        self.trouble = None;
        let (folder, checked, today) = (context.folder.clone(), self.checked(), (context.today)());
        match purpose {
            Purpose::SendBack => {
                let out = file.clone();
                let written = job::quick(move || office::send_back(&folder, &checked, &out, replace));
                run(written.map(move |result| Message::SentBack(file.clone(), result)))
            }
            Purpose::Complete => {
                let (handle, task) =
                    job::start(move |progress| office::complete(&folder, &checked, &file, today, progress));
                self.work = Some(Work::new(handle));
                run(task.map(Message::Completed))
            }
        }
    }
}

/// What the workbook that goes back is called unless the user says otherwise.
pub(super) fn send_back_name(list: &str) -> String {
    let stem = Path::new(list).file_stem().unwrap_or_default().to_string_lossy();
    tr!("ui-send-back-name", list = stem.as_ref())
}

/// What became of the workbook, in a sentence.
pub(super) fn sent_back(rejects: &Rejects, out: &Path) -> String {
    let file = super::choose::file_name(out);
    let wrote = tr!("ui-sent-back", count = figure(rejects.rows), file = file);
    match rejects.left_out.len() {
        0 => wrote,
        count => format!("{wrote} {}", tr!("ui-sent-back-left-out", count = count)),
    }
}

/// What the second list gave.
fn completed(second: &SecondList) -> Element<'_, Message> {
    let found = &second.completion;
    let tone = if found.missing.is_empty() { Tone::Good } else { Tone::Warn };
    let icon = if found.missing.is_empty() { Icon::CircleCheck } else { Icon::Info };
    let mut sentence = tr!(
        "ui-completed",
        file = second.file.as_str(),
        completed = figure(found.completed),
        missing = figure(found.missing.len()),
        unused = figure(found.unused.len())
    );
    if !found.ambiguous.is_empty() {
        sentence.push(' ');
        sentence.push_str(&tr!("ui-completed-ambiguous", count = figure(found.ambiguous.len())));
    }
    note(tone, icon, sentence).into()
}

/// The very same file was issued before.
fn seen(entries: &[RegisterEntry]) -> Option<Element<'_, Message>> {
    let valid = entries.iter().rev().find(|entry| entry.status != ReceiptStatus::Void);
    let entry = valid.or(entries.last())?;
    let number = entry.number.as_ref().map(ToString::to_string).unwrap_or_default();
    let (day, cards) = (date::short(entry.date), figure(entry.cards));
    let (tone, sentence) = match valid {
        Some(_) => (Tone::Warn, tr!("ui-seen", number = number, date = day, cards = cards)),
        None => (Tone::Info, tr!("ui-seen-void", number = number, date = day, cards = cards)),
    };
    Some(note(tone, Icon::Book, sentence).into())
}

/// What is to be said of the list as a whole, beyond its problems.
pub(super) fn notes(checked: &Checked) -> impl Iterator<Item = Element<'_, Message>> {
    seen(&checked.seen).into_iter().chain(checked.kpj_from.as_ref().map(completed))
}

/// A job of this step, with a way to stop it.
pub(super) fn working<'a>(cancelling: bool) -> Element<'a, Message> {
    let word = if cancelling { tr!("ui-cancelling") } else { tr!("ui-working") };
    let cancel = quiet_action(Icon::X, tr!("ui-cancel"), (!cancelling).then_some(Message::Cancel));
    let line = row![Icon::Info.toned(Tone::Info), body(word).width(Fill), hint(cancel, "", Some(Wish::Cancel))]
        .spacing(space::S)
        .align_y(iced::Center);
    container(line).padding([space::HAIR, space::M]).width(Fill).style(style::note(Tone::Info)).into()
}
