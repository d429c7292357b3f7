//! `kpj issue`: check, cards, receipt and register row, all or nothing.

use super::output::{self, Failure, Output};
use super::progress::Bar;
use super::{Ending, arguments};
use crate::domain::Counts;
use crate::workflow::Archive;
use crate::workflow::check::{Checked, Request, examine};
use crate::workflow::issue::{self, Choices, Issued, Outcome, Particulars, Plan, Reason, Refusal};
use crate::{i18n, tr};
use chrono::Local;
use serde_json::{Value, json};
use std::path::Path;

pub(super) fn run(arguments: arguments::Issue, archive: &mut Archive, output: Output) -> Result<Ending, Failure> {
    let arguments::Issue { file, details, order, read } = arguments;
    let on = order.date.unwrap_or_else(|| Local::now().date_naive());
    let bar = Bar::new();
    let request = Request { file: &file, options: &read.options(), kpj_from: read.kpj_from.as_deref(), on };
    let checked = examine(Some(archive), request, &bar)?;
    checked_list(archive, &checked, &details.particulars(None, on), &order.choices(), &bar, output)
}

/// Issues a list that was checked, and says what became of it.
pub(super) fn checked_list(
    archive: &mut Archive,
    checked: &Checked,
    particulars: &Particulars,
    choices: &Choices,
    bar: &Bar,
    output: Output,
) -> Result<Ending, Failure> {
    let outcome = issue::issue(archive, &checked.list, particulars, choices, bar)?;
    bar.finish();
    let (mut json, mut text, ending) = match &outcome {
        Outcome::Issued(issued) => {
            let ending = if issued.failed_copies.is_empty() { Ending::Done } else { Ending::NeedsAPerson };
            (issued_json(issued), issued_text(issued), ending)
        }
        Outcome::Ready(plan) => (plan_json(plan), plan_text(plan), Ending::Done),
        Outcome::Refused(refusal) => (refusal_json(refusal), refusal_text(refusal), Ending::NeedsAPerson),
    };
    if let Some(second) = &checked.kpj_from {
        json["kpj_from"] = output::second_list(second);
        text = output::table(&output::second_list_lines(second), &[]) + &text;
    }
    output.result(&json, &text);
    Ok(ending)
}

fn issued_json(issued: &Issued) -> Value {
    let Issued { entry, files, .. } = issued;
    let paths = |paths: &[std::path::PathBuf]| paths.iter().map(|path| shown(path)).collect::<Vec<_>>();
    let mut json = json!({
        "receipt": output::receipt(entry),
        "counts": output::counts(issued.counts),
        "files": {"cards": shown(&files.cards), "receipt": shown(&files.receipt)},
        "copies": paths(&issued.copies),
        "failed_copies": paths(&issued.failed_copies),
    });
    if !files.per_worker.is_empty() {
        json["files"]["per_worker"] = paths(&files.per_worker).into();
    }
    json
}

fn issued_text(issued: &Issued) -> String {
    let Issued { entry, files, .. } = issued;
    let number = entry.number.as_ref().map(ToString::to_string).unwrap_or_default();
    let mut rows = vec![
        vec![tr!("cli-receipt-number"), number],
        vec![tr!("cli-company"), format!("{}  {}", entry.npp, entry.company)],
        vec![tr!("cli-cards"), cards(u64::from(entry.cards), issued.counts)],
        vec![tr!("cli-file-cards"), shown(&files.cards)],
        vec![tr!("cli-file-receipt"), shown(&files.receipt)],
    ];
    rows.extend(issued.copies.iter().map(|copy| vec![tr!("cli-copy"), shown(copy)]));
    rows.extend(issued.failed_copies.iter().map(|copy| vec![tr!("cli-failed-copy"), shown(copy)]));
    output::table(&rows, &[])
}

fn cards(issued: u64, counts: Counts) -> String {
    format!("{issued}  ({})", i18n::counts(counts))
}

fn plan_json(plan: &Plan) -> Value {
    json!({
        "receipt": {
            "number": null,
            "date": plan.date.to_string(),
            "npp": plan.company.npp.as_str(),
            "company": plan.company.name,
            "cards": plan.cards,
            "status": null,
        },
        "counts": output::counts(plan.counts),
        "files": null,
        "dry_run": true,
    })
}

fn plan_text(plan: &Plan) -> String {
    tr!(
        "cli-would-issue",
        cards = plan.cards.to_string(),
        company = plan.company.name.as_str(),
        npp = plan.company.npp.as_str()
    )
}

fn refusal_json(refusal: &Refusal) -> Value {
    json!({
        "receipt": null,
        "counts": output::counts(refusal.counts),
        "files": null,
        "problems": refusal.problems.iter().map(output::problem).collect::<Vec<_>>(),
        "rows": refusal.rows.iter().map(output::row).collect::<Vec<_>>(),
        "message": reason(refusal),
    })
}

fn refusal_text(refusal: &Refusal) -> String {
    format!("{}{}", output::problem_lines(&refusal.problems, &refusal.rows), reason(refusal))
}

fn reason(refusal: &Refusal) -> String {
    match refusal.reason {
        Reason::Problems => tr!("issue-refused-problems", counts = i18n::counts(refusal.counts)),
        Reason::NothingLeft => tr!("issue-refused-nothing-left", counts = i18n::counts(refusal.counts)),
        Reason::IssuedMeanwhile => tr!("issue-refused-meanwhile"),
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
