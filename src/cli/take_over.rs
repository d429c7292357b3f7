//! `kpj register import`: the old Excel register comes over, or goes back.

use super::output::{self, Failure, Output};
use super::progress::Bar;
use super::{Ending, arguments, in_office};
use crate::domain::old_register::{OldRegister, OldRow};
use crate::workflow::take_over::{self, Choices, Outcome, TakeOver, TakeOverId};
use crate::workflow::{Archive, Error};
use crate::{i18n, tr};
use chrono::Local;
use serde_json::{Value, json};
use std::path::Path;

pub(super) fn run(arguments: arguments::Import, folder: &Path, output: Output) -> Result<Ending, Failure> {
    let arguments::Import { file, sheet, take_suggestions, skip_rejected, dry_run, undo, reason } = arguments;
    if let (Some(id), Some(reason)) = (undo, reason) {
        return in_office(folder, |office| take_back(office, TakeOverId::of(id), &reason, output));
    }
    let Some(file) = file else { return Ok(Ending::Done) };
    let choices = Choices { take_suggestions, skip_rejected };
    let read = |archive: Option<&Archive>| -> Result<OldRegister, Error> {
        let bar = Bar::new();
        take_over::read(archive, &file, &sheet, Local::now().date_naive(), &bar)
    };
    if dry_run {
        // Makes no data folder either.
        let archive = Archive::open_existing(folder)?;
        let old = read(archive.as_ref())?;
        let outcome = take_over::preview(archive.as_ref(), &old, choices)?;
        return Ok(say(&old, &outcome, true, output));
    }
    in_office(folder, |office| {
        let old = read(Some(office))?;
        let outcome = take_over::take_over(office, &old, choices, &Bar::new())?;
        Ok(say(&old, &outcome, false, output))
    })
}

fn say(old: &OldRegister, outcome: &Outcome, dry_run: bool, output: Output) -> Ending {
    let Outcome { counts, cards, taken, refused } = outcome;
    let said = if *refused {
        tr!("old-refused", rejected = counts.rejected.to_string())
    } else if dry_run {
        tr!("old-dry-run")
    } else if let Some(id) = taken {
        tr!("old-taken", rows = counts.new.to_string(), id = id.to_string())
    } else {
        tr!("old-nothing-new")
    };
    let json = json!({
        "file": old.file,
        "sheets": old.sheets.iter().map(|sheet| {
            json!({"sheet": sheet.name, "header_row": sheet.header_row, "rows": sheet.rows})
        }).collect::<Vec<_>>(),
        "skipped_sheets": old.skipped,
        "counts": {
            "rows": counts.rows,
            "new": counts.new,
            "repeated": counts.repeated,
            "known": counts.known,
            "rejected": counts.rejected,
            "void": counts.void,
        },
        "cards": cards,
        "import": taken.map(TakeOverId::number),
        "dry_run": dry_run,
        "problems": old.rows.iter().flat_map(|row| problems(old, row)).collect::<Vec<_>>(),
        "message": said,
    });
    output.result(&json, &text(old, outcome, &said));
    if *refused { Ending::NeedsAPerson } else { Ending::Done }
}

fn problems(old: &OldRegister, row: &OldRow) -> Vec<Value> {
    let one = |problem| {
        let message = i18n::old_problem(problem);
        json!({
            "sheet": old.sheet_of(row),
            "row": row.number,
            "code": problem.code.as_str(),
            "message": message,
            "suggestion": problem.suggestion,
        })
    };
    row.problems.iter().map(one).collect()
}

fn text(old: &OldRegister, outcome: &Outcome, said: &str) -> String {
    let counts = outcome.counts;
    let mut head = vec![vec![tr!("cli-file"), old.file.clone()]];
    head.extend(old.sheets.iter().map(|sheet| {
        let about = tr!("old-sheet", rows = sheet.rows.to_string(), row = sheet.header_row.to_string());
        vec![tr!("cli-place"), format!("{}  {about}", sheet.name.as_deref().unwrap_or("—"))]
    }));
    let counted = tr!(
        "old-counts",
        rows = counts.rows.to_string(),
        new = counts.new.to_string(),
        known = counts.known.to_string(),
        rejected = counts.rejected.to_string()
    );
    head.push(vec![tr!("cli-rows"), counted]);
    head.push(vec![String::new(), tr!("old-cards", cards = outcome.cards.to_string())]);
    if counts.repeated > 0 {
        head.push(vec![String::new(), tr!("old-repeated", count = counts.repeated.to_string())]);
    }
    if counts.void > 0 {
        head.push(vec![String::new(), tr!("old-void", void = counts.void.to_string())]);
    }
    if !old.skipped.is_empty() {
        head.push(vec![String::new(), tr!("old-skipped", sheets = old.skipped.join(", "))]);
    }
    let mut lines = String::new();
    for row in old.rows.iter().filter(|row| !row.problems.is_empty()) {
        for problem in &row.problems {
            let offer = problem.suggestion.as_deref().map(|value| format!(" {}", tr!("old-suggestion", value = value)));
            lines.push_str(&format!(
                "{:>6}  {}  {}{} [{}]\n",
                row.number,
                old.sheet_of(row).unwrap_or("—"),
                i18n::old_problem(problem),
                offer.unwrap_or_default(),
                problem.code.as_str()
            ));
        }
    }
    format!("{}\n{lines}{said}", output::table(&head, &[]))
}

fn take_back(archive: &mut Archive, id: TakeOverId, reason: &str, output: Output) -> Result<Ending, Failure> {
    let rows = take_over::undo(archive, id, reason)?;
    let number = id.to_string();
    let json = json!({"undone": {"id": id.number(), "rows": rows}});
    output.result(&json, &tr!("old-undone", id = number.as_str(), rows = rows.to_string()));
    Ok(Ending::Done)
}

pub(super) fn list(archive: &Archive, output: Output) -> Result<Ending, Failure> {
    let all = take_over::list(archive)?;
    let one = |take_over: &TakeOver| {
        let TakeOver { id, at, file, rows, cards, undone } = take_over;
        json!({
            "id": id.number(),
            "at": at.to_rfc3339(),
            "file": file,
            "rows": rows,
            "cards": cards,
            "undone_at": undone.as_ref().map(|(at, _)| at.to_rfc3339()),
            "reason": undone.as_ref().map(|(_, reason)| reason.clone()),
        })
    };
    let mut lines = vec![vec![
        tr!("old-col-id"),
        tr!("register-date"),
        tr!("old-col-rows"),
        tr!("register-cards-short"),
        tr!("old-col-file"),
        tr!("old-col-undone"),
    ]];
    lines.extend(all.iter().map(|take_over| {
        let undone = take_over.undone.as_ref().map(|(_, reason)| reason.clone());
        let day = take_over.at.with_timezone(&Local).date_naive().to_string();
        let TakeOver { id, rows, cards, file, .. } = take_over;
        vec![id.to_string(), day, rows.to_string(), cards.to_string(), file.clone(), undone.unwrap_or_default()]
    }));
    let text = if all.is_empty() { tr!("old-none") } else { output::table(&lines, &[0, 2, 3]) };
    output.result(&json!({"imports": all.iter().map(one).collect::<Vec<_>>()}), &text);
    Ok(Ending::Done)
}
