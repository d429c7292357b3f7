//! Printers that print a little off, and their test page.

use super::Message as Outer;
use super::control::entry;
use crate::domain::{Calibration, Measured, Paper};
use crate::ui::icon::Icon;
use crate::ui::job::{self, Failure};
use crate::ui::office::{self, Context};
use crate::ui::theme::{space, style};
use crate::ui::widget::{action, body, caption, complaint, field, input, quiet_action, segments};
use crate::workflow::calibration;
use crate::{i18n, tr};
use iced::widget::{Column, Row, column, row};
use iced::{Element, Fill, Task};
use std::collections::BTreeMap;
use std::path::PathBuf;

pub(super) struct Printers {
    name: String,
    paper: Paper,
    /// What was measured as typed, mm: A, B, C, D of the test page.
    measured: [String; 4],
    trouble: Option<Failure>,
}

#[derive(Debug, Clone)]
pub(crate) enum Message {
    NameTyped(String),
    PaperChosen(Paper),
    MeasuredTyped(usize, String),
    /// A test page is wanted: with the correction, or without.
    Page(bool),
    PageWritten(Result<PathBuf, Failure>),
    /// What was measured becomes the printer's correction.
    Correct,
    Forget(String),
}

const IDS: [&str; 4] = ["measured-a", "measured-b", "measured-c", "measured-d"];

fn millimetres(text: &str) -> Option<f64> {
    text.trim().replace(',', ".").parse().ok().filter(|mm: &f64| (0.0..=400.0).contains(mm))
}

impl Printers {
    pub(super) fn new() -> Self {
        Self { name: String::new(), paper: Paper::A4, measured: std::array::from_fn(|_| String::new()), trouble: None }
    }

    /// The correction that follows from what was typed, where all of it is there.
    fn correction(&self) -> Option<Result<Calibration, Failure>> {
        let [a, b, c, d] = [0, 1, 2, 3].map(|at| self.measured.get(at).and_then(|text| millimetres(text)));
        let found = Measured { left: a?, top: b?, across: c?, down: d? };
        Some(calibration::measured(self.paper, found).map_err(Failure::from))
    }

    /// A file that the desktop shall show comes back beside the task.
    pub(super) fn update(
        &mut self,
        message: Message,
        calibrations: &mut BTreeMap<String, Calibration>,
        context: &Context,
    ) -> (Task<Outer>, Option<PathBuf>) {
        match message {
            Message::NameTyped(name) => self.name = name,
            Message::PaperChosen(paper) => self.paper = paper,
            Message::MeasuredTyped(at, text) => {
                if let Some(measured) = self.measured.get_mut(at) {
                    *measured = text;
                }
            }
            Message::Page(corrected) => {
                let name = self.name.trim().to_owned();
                let used = calibrations.get(&name).copied().filter(|_| corrected).unwrap_or_default();
                let (paper, folder, today) = (self.paper, context.folder.clone(), (context.today)());
                let task = job::quick(move || office::test_page(&folder, paper, &name, used, today));
                return (task.map(|page| Outer::Printers(Message::PageWritten(page))), None);
            }
            Message::PageWritten(Ok(path)) => {
                self.trouble = None;
                return (Task::none(), Some(path));
            }
            Message::PageWritten(Err(failure)) => self.trouble = Some(failure),
            Message::Correct => match self.correction() {
                Some(Ok(correction)) => {
                    self.trouble = None;
                    self.measured = std::array::from_fn(|_| String::new());
                    calibrations.insert(self.name.trim().to_owned(), correction);
                    calibrations.retain(|_, correction| !correction.is_none());
                }
                Some(Err(failure)) => self.trouble = Some(failure),
                None => {}
            },
            Message::Forget(name) => {
                calibrations.remove(&name);
            }
        }
        (Task::none(), None)
    }

    pub(super) fn view<'a>(&'a self, calibrations: &'a BTreeMap<String, Calibration>) -> Element<'a, Message> {
        let known = calibrations.iter().map(|(name, calibration)| {
            let words = tr!("calibration-list", printer = name.as_str(), words = i18n::correction(*calibration));
            let choose = quiet_action(Icon::Printer, tr!("ui-printer-choose"), Some(Message::NameTyped(name.clone())));
            let forget = quiet_action(Icon::X, tr!("ui-printer-forget"), Some(Message::Forget(name.clone())));
            column![body(words), row![choose, forget].spacing(space::S)].spacing(space::XS).into()
        });
        let known = if calibrations.is_empty() {
            column![caption(tr!("calibration-none"))]
        } else {
            Column::with_children(known).spacing(space::XS)
        };
        let named = !self.name.trim().is_empty();
        let papers = super::papers();
        let name = input("printer-name", &tr!("ui-printer-example"), &self.name, false, Message::NameTyped);
        let page =
            action(Icon::FileText, tr!("ui-printer-page"), style::secondary, named.then_some(Message::Page(false)));
        let corrected = calibrations
            .contains_key(self.name.trim())
            .then(|| quiet_action(Icon::Check, tr!("ui-printer-page-corrected"), Some(Message::Page(true))));
        let wanted = calibration::test_page_measures(self.paper);
        let wanted = [wanted.left, wanted.top, wanted.across, wanted.down];
        let fields = IDS.iter().enumerate().zip(&self.measured).zip(wanted).map(|(((at, id), typed), wanted)| {
            let wrong = !typed.trim().is_empty() && millimetres(typed).is_none();
            let example = format!("{wanted:.1}").replace('.', &tr!("ui-decimal"));
            let control = input(id, &example, typed, wrong, move |text| Message::MeasuredTyped(at, text));
            field(["A", "B", "C", "D"].get(at).copied().unwrap_or_default(), control, None, Fill).into()
        });
        let can = named && self.correction().is_some();
        let correct = action(Icon::Check, tr!("ui-printer-correct"), style::secondary, can.then_some(Message::Correct));
        let trouble = self.trouble.as_ref().map(|failure| complaint(super::super::words(failure).0));
        column![
            entry(tr!("ui-printers-known"), tr!("ui-printers-known-note"), known),
            entry(
                tr!("ui-printer-test"),
                tr!("ui-printer-test-note"),
                column![
                    name,
                    segments(papers, self.paper, Message::PaperChosen),
                    row![page].push(corrected).spacing(space::S)
                ]
                .spacing(space::S)
            ),
            entry(
                tr!("ui-printer-measured"),
                tr!("ui-printer-measured-note"),
                column![Row::with_children(fields).spacing(space::S), correct].push(trouble).spacing(space::S)
            ),
        ]
        .spacing(space::L)
        .into()
    }
}
