//! `kpj print`: issued documents go to a printer.

use super::output::{self, Failure, Output};
use super::{Ending, arguments, calibration};
use crate::domain::{Part, ReceiptNumber};
use crate::workflow::print::{JobState, PrintError, Printable, Printed, Printer, Spooler, Wanted, What, system};
use crate::workflow::{Archive, Error, print};
use crate::{i18n, tr};
use serde_json::{Value, json};

pub(super) fn run(arguments: &arguments::Print, archive: &mut Archive, output: Output) -> Result<Ending, Failure> {
    let system = system();
    let Some(number) = &arguments.receipt else { return printers(system.as_ref(), output) };
    let mut sent: Vec<(Printed, JobState)> = Vec::new();
    for part in arguments.what.parts() {
        match print::print(archive, system.as_ref(), &wanted(arguments, number, *part)) {
            Ok(printed) => {
                let state = system.state(&printed.job).unwrap_or(JobState::Waiting);
                sent.push((printed, state));
            }
            Err(error @ Error::Print(PrintError::BrokenOff(_))) => return Err(Failure::from(error).although_written()),
            // the cards are on their way: this is no failure in which nothing happened
            Err(error) if !sent.is_empty() => return Err(Failure::from(error).although_written()),
            Err(error) => return Err(error.into()),
        }
    }
    let failed = sent.iter().any(|(_, state)| matches!(state, JobState::Failed(_) | JobState::Cancelled));
    let jobs: Vec<Value> = sent.iter().map(|(printed, state)| job(printed, state)).collect();
    output.result(&json!({"receipt": number.0, "jobs": jobs}), &text(&sent));
    Ok(if failed { Ending::NeedsAPerson } else { Ending::Done })
}

fn wanted(arguments: &arguments::Print, number: &ReceiptNumber, part: Part) -> Wanted {
    let how = &arguments.how;
    Wanted {
        document: Printable { number: number.clone(), part, copy: arguments.copy },
        what: if arguments.spoilt && part == Part::Cards {
            What::Spoilt { start_at: arguments.start_at.map_or(1, usize::from) }
        } else {
            What::Pages(arguments.pages.clone().unwrap_or_default())
        },
        printer: how.printer.clone(),
        copies: how.copies,
        paper: how.paper.clone(),
        both_sides: how.both_sides,
        corrected: !how.uncorrected,
    }
}

fn job(printed: &Printed, state: &JobState) -> Value {
    json!({
        "what": printed.part.as_str(),
        "printer": printed.job.printer,
        "job": printed.job.number,
        "state": state.as_str(),
        "pages": printed.pages,
        "width_mm": rounded(printed.size.width),
        "height_mm": rounded(printed.size.height),
        "paper": printed.paper.as_ref().map(|paper| paper.name.as_str()),
        "cut_off": printed.is_cut_off(),
        "calibration": printed.correction.map(|correction| calibration::described(&printed.job.printer, correction)),
    })
}

/// Hundredths of a millimetre are enough for a reader.
fn rounded(millimetres: f32) -> f64 {
    (f64::from(millimetres) * 100.0).round() / 100.0
}

fn text(sent: &[(Printed, JobState)]) -> String {
    let lines = sent.iter().map(|(printed, state)| {
        let pages = printed.pages.to_string();
        let printer = printed.job.printer.as_str();
        let line = match printed.part {
            Part::Cards => tr!("print-cards-sent", pages = pages, printer = printer),
            Part::Receipt => tr!("print-receipt-sent", pages = pages, printer = printer),
        };
        let corrected =
            printed.correction.map(|correction| tr!("print-corrected", words = i18n::correction(correction)));
        let paper = printed.paper.is_none().then(|| tr!("print-paper-unknown"));
        let small = printed.is_cut_off().then(|| tr!("print-paper-small"));
        let sentences = [Some(line), corrected, Some(i18n::job_state(state.as_str(), state.reason())), paper, small];
        sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn printers(system: &dyn Spooler, output: Output) -> Result<Ending, Failure> {
    let printers = system.printers().map_err(Error::from)?;
    let json = json!({"printers": printers.iter().map(printer).collect::<Vec<_>>()});
    let rows: Vec<Vec<String>> = printers
        .iter()
        .map(|printer| {
            let mut words = Vec::new();
            words.extend(printer.is_default.then(|| tr!("print-default")));
            words.extend((!printer.is_ready).then(|| tr!("print-not-ready")));
            vec![printer.name.clone(), printer.description.clone(), words.join(", ")]
        })
        .collect();
    let text = if rows.is_empty() { tr!("print-no-printers") } else { output::table(&rows, &[]) };
    output.result(&json, &text);
    Ok(Ending::Done)
}

fn printer(printer: &Printer) -> Value {
    json!({
        "name": printer.name,
        "description": printer.description,
        "default": printer.is_default,
        "ready": printer.is_ready,
        "both_sides": printer.both_sides,
        "papers": printer.papers.iter().map(|paper| paper.name.as_str()).collect::<Vec<_>>(),
    })
}
