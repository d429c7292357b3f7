//! `kpj check`: reads and judges; writes nothing but the workbook that was asked for.

use super::output::{self, Failure, Output};
use super::progress::Bar;
use super::{Ending, arguments};
use crate::domain::Severity;
use crate::domain::mapping::{Doubt, MappingOrigin};
use crate::progress::Silent;
use crate::workflow::Archive;
use crate::workflow::check::{Checked, Request, examine};
use crate::workflow::rejects::{self, Rejects};
use crate::{i18n, tr};
use chrono::Local;
use serde_json::{Value, json};
use std::path::Path;

pub(super) fn run(arguments: &arguments::Check, folder: &Path, output: Output) -> Result<Ending, Failure> {
    let archive = Archive::open_existing(folder)?;
    let today = Local::now().date_naive();
    let bar = (!output.json).then(Bar::new);
    let progress = bar.as_ref().map_or(&Silent as &dyn crate::progress::Progress, |bar| bar);
    let arguments::Check { file, read, rejects } = arguments;
    let request = Request { file, options: &read.options(), kpj_from: read.kpj_from.as_deref(), on: today };
    let checked = examine(archive.as_ref(), request, progress)?;
    drop(bar);
    let back = match rejects {
        None => None,
        Some(out) => Some((out.display().to_string(), rejects::write(archive.as_ref(), &checked, out)?)),
    };
    let (mut json, mut text) = (json(&checked), text(&checked));
    if let Some((out, Rejects { rows, left_out })) = back {
        text.push_str(&tr!("cli-rejects-written", rows = rows.to_string(), file = out.as_str()));
        if !left_out.is_empty() {
            text.push_str(&tr!("cli-rejects-left-out", rows = output::rows(&left_out)));
        }
        json["rejects"] = json!({"file": out, "rows": rows, "left_out": left_out});
    }
    output.result(&json, &text);
    Ok(ending(&checked))
}

/// Says of a list that was kept what is said of one that was just read.
pub(super) fn show(checked: &Checked, output: Output) -> Ending {
    output.result(&json(checked), &text(checked));
    ending(checked)
}

fn ending(checked: &Checked) -> Ending {
    let list = &checked.list;
    let clean = !list.has(Severity::Error) && !list.has(Severity::Warning);
    if clean { Ending::Done } else { Ending::NeedsAPerson }
}

fn json(checked: &Checked) -> Value {
    let list = &checked.list;
    let mut json = json!({
        "file": list.file,
        "sheet": list.sheet,
        "header_row": list.header_row,
        "mapping": checked.told.mapping.as_str(),
        "company": {"npp": list.company.npp.map(|npp| npp.to_string()), "name": list.company.name},
        "columns": output::columns(&list.columns),
        "counts": output::counts(list.counts()),
        "doubts": checked.told.doubts.iter().map(doubt).collect::<Vec<_>>(),
        "seen": checked.seen.iter().map(output::seen).collect::<Vec<_>>(),
        "problems": list.problems.iter().map(output::problem).collect::<Vec<_>>(),
        "rows": list.rows.iter().map(output::row).collect::<Vec<_>>(),
    });
    if let Some(second) = &checked.kpj_from {
        json["kpj_from"] = output::second_list(second);
    }
    json
}

/// The columns to choose from; none where none was found.
fn doubt(doubt: &Doubt) -> Value {
    match doubt {
        Doubt::Missing(field) => json!({"field": field.as_str(), "columns": []}),
        Doubt::Several(field, titles) => json!({"field": field.as_str(), "columns": titles}),
    }
}

fn text(checked: &Checked) -> String {
    let list = &checked.list;
    let npp = list.company.npp.map_or_else(|| "—".to_owned(), |npp| npp.to_string());
    let columns = list.columns.iter().map(|(field, title)| format!("{} = \"{title}\"", i18n::field(*field)));
    let mut columns = columns.collect::<Vec<_>>().join(", ");
    if checked.told.mapping == MappingOrigin::Remembered {
        columns.push_str(&format!("  ({})", tr!("cli-mapping-remembered")));
    }
    let place = match (&list.sheet, list.header_row) {
        (Some(sheet), 0) => tr!("cli-place-untitled", sheet = sheet.as_str()),
        (None, 0) => tr!("cli-place-line-untitled"),
        (Some(sheet), row) => tr!("cli-place-sheet", sheet = sheet.as_str(), row = row.to_string()),
        (None, row) => tr!("cli-place-line", row = row.to_string()),
    };
    let mut head = vec![
        vec![tr!("cli-file"), list.file.clone()],
        vec![tr!("cli-place"), place],
        vec![tr!("cli-company"), format!("{npp}  {}", list.company.name.as_deref().unwrap_or("—"))],
        vec![tr!("cli-columns"), columns],
        vec![tr!("cli-rows"), i18n::counts(list.counts())],
    ];
    head.extend(checked.told.doubts.iter().map(|doubt| vec![tr!("cli-doubt"), i18n::doubt(doubt)]));
    head.extend(checked.seen.iter().map(|entry| vec![tr!("cli-seen"), output::seen_line(entry)]));
    head.extend(checked.kpj_from.iter().flat_map(output::second_list_lines));
    let head = output::table(&head, &[]);
    let problems = output::problem_lines(&list.problems, &list.rows);
    if problems.is_empty() { head } else { format!("{head}\n{problems}") }
}
