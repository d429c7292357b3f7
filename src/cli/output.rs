//! What the commands say: one JSON document on stdout, or text; talk and errors on stderr.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "the command line speaks here and nowhere else")]

use crate::domain::{CheckedRow, Counts, Field, Problem, RegisterEntry};
use crate::workflow::check::SecondList;
use crate::{i18n, tr};
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Where words go.
#[derive(Debug, Clone, Copy)]
pub(super) struct Output {
    pub(super) json: bool,
}

/// Why a command could not be done: code, what happened, what to do next.
#[derive(Debug)]
pub(super) struct Failure {
    exit: u8,
    code: String,
    message: String,
    hint: String,
}

impl Failure {
    pub(super) fn new(code: &str, i18n::Explanation { message, hint }: i18n::Explanation) -> Self {
        Self { exit: 2, code: code.to_owned(), message, hint }
    }

    /// The same, where something was written all the same: exit code 1, not the 2 that promises the contrary.
    pub(super) fn although_written(self) -> Self {
        Self { exit: 1, ..self }
    }

    /// Arguments that could not be understood.
    pub(super) fn usage(error: &clap::Error) -> Self {
        let text = error.render().to_string();
        let (message, hint) = text.split_once("\n\n").unwrap_or((&text, ""));
        Self {
            exit: 2,
            code: "usage".into(),
            message: message.trim_start_matches("error: ").trim().to_owned(),
            hint: hint.trim().to_owned(),
        }
    }
}

impl Output {
    /// The result of a command: JSON when asked for, else the text.
    pub(super) fn result(self, json: &Value, text: &str) {
        if self.json {
            println!("{json:#}");
        } else {
            println!("{}", text.trim_end());
        }
    }

    /// Says why, and gives the exit code.
    pub(super) fn failure(self, failure: &Failure) -> ExitCode {
        let Failure { exit, code, message, hint } = failure;
        if self.json {
            println!("{:#}", json!({"error": {"code": code, "message": message, "hint": hint}}));
        } else {
            eprintln!("kpj: {message} [{code}]");
            if !hint.is_empty() {
                eprintln!("{hint}");
            }
        }
        ExitCode::from(*exit)
    }
}

pub(super) fn counts(counts: Counts) -> Value {
    json!({
        "rows": counts.rows,
        "ready": counts.ready,
        "warning": counts.warning,
        "rejected": counts.rejected,
    })
}

pub(super) fn problem(problem: &Problem) -> Value {
    let mut json = Map::new();
    json.insert("code".into(), problem.code.as_str().into());
    json.insert("severity".into(), problem.severity().as_str().into());
    if let Some(field) = problem.field {
        json.insert("field".into(), field.as_str().into());
    }
    json.insert("value".into(), problem.value.clone().into());
    if let Some(kind) = problem.kind {
        json.insert("kind".into(), kind.as_str().into());
    }
    json.insert("message".into(), i18n::problem(problem).into());
    json.insert("suggestion".into(), problem.suggestion.clone().into());
    json.into()
}

pub(super) fn row(row: &CheckedRow) -> Value {
    json!({
        "row": row.number,
        "status": row.status().as_str(),
        "kpj": row.kpj.as_str(),
        "nik": row.nik.as_str(),
        "name": row.name,
        "birth_date": row.birth_date.map(|date| date.to_string()),
        "sex": row.sex.map(crate::domain::Sex::letter),
        "problems": row.problems.iter().map(problem).collect::<Vec<_>>(),
    })
}

/// A file or folder, as scripts and people read it.
pub(super) fn path(path: &Path) -> String {
    path.display().to_string()
}

pub(super) fn paths(paths: &[PathBuf]) -> Vec<String> {
    paths.iter().map(|file| path(file)).collect()
}

/// A receipt, as issuing gives it.
pub(super) fn receipt(entry: &RegisterEntry) -> Value {
    json!({
        "number": entry.number.as_ref().map(ToString::to_string),
        "date": entry.date.to_string(),
        "npp": entry.npp.as_str(),
        "company": entry.company,
        "cards": entry.cards,
        "status": entry.status.as_str(),
    })
}

/// A row of the register: its receipt, and what became of it.
pub(super) fn entry(entry: &RegisterEntry) -> Value {
    let mut json = receipt(entry);
    json["ro"] = entry.ro.clone().into();
    json["handed_over_to"] = entry.handed_over_to.clone().into();
    json["handed_over_on"] = entry.handed_over_on.map(|date| date.to_string()).into();
    json
}

/// Problems as text, one line each, under the row they belong to.
pub(super) fn problem_lines(problems: &[Problem], rows: &[CheckedRow]) -> String {
    let mut text = String::new();
    for problem in problems {
        text.push_str(&format!("! {} [{}]\n", i18n::problem(problem), problem.code.as_str()));
    }
    for row in rows.iter().filter(|row| !row.problems.is_empty()) {
        let name = row.name.as_deref().unwrap_or("—");
        text.push_str(&format!("{:>6}  {}  {name}\n", row.number, i18n::row_status(row.status())));
        for problem in &row.problems {
            let field = problem.field.map_or(String::new(), i18n::field);
            text.push_str(&format!("        {field}: {} [{}]\n", i18n::problem(problem), problem.code.as_str()));
        }
    }
    text
}

/// A receipt that was issued from the same file before.
pub(super) fn seen(entry: &RegisterEntry) -> Value {
    json!({
        "number": entry.number.as_ref().map(ToString::to_string),
        "date": entry.date.to_string(),
        "cards": entry.cards,
        "status": entry.status.as_str(),
    })
}

/// The same in words.
pub(super) fn seen_line(entry: &RegisterEntry) -> String {
    tr!(
        "cli-seen-receipt",
        number = entry.number.as_ref().map(ToString::to_string).unwrap_or_default(),
        date = entry.date.to_string(),
        cards = entry.cards.to_string(),
        status = i18n::status(entry.status)
    )
}

/// What a second list gave, as the contract's `kpj_from`.
pub(super) fn second_list(second: &SecondList) -> Value {
    let SecondList { file, completion } = second;
    json!({
        "file": file,
        "completed": completion.completed,
        "missing": completion.missing,
        "ambiguous": completion.ambiguous,
        "unused": completion.unused,
    })
}

/// The same as lines of a [`table`].
pub(super) fn second_list_lines(second: &SecondList) -> Vec<Vec<String>> {
    let SecondList { file, completion } = second;
    let mut lines =
        vec![tr!("cli-kpj-from-completed", file = file.as_str(), completed = completion.completed.to_string())];
    if !completion.missing.is_empty() {
        lines.push(tr!("cli-kpj-from-missing", rows = rows(&completion.missing)));
    }
    if !completion.ambiguous.is_empty() {
        lines.push(tr!("cli-kpj-from-ambiguous", rows = rows(&completion.ambiguous)));
    }
    if !completion.unused.is_empty() {
        lines.push(tr!("cli-kpj-from-unused", rows = rows(&completion.unused)));
    }
    let titles = std::iter::once(tr!("cli-kpj-from")).chain(std::iter::repeat(String::new()));
    titles.zip(lines).map(|(title, line)| vec![title, line]).collect()
}

/// Row numbers for people, neighbours put together: `2-5, 9`.
pub(super) fn rows(numbers: &[u32]) -> String {
    let mut spans: Vec<(u32, u32)> = Vec::new();
    for &number in numbers {
        match spans.last_mut() {
            Some((_, last)) if number == last.saturating_add(1) => *last = number,
            _ => spans.push((number, number)),
        }
    }
    let span = |(first, last): (u32, u32)| if first == last { first.to_string() } else { format!("{first}-{last}") };
    spans.into_iter().map(span).collect::<Vec<_>>().join(", ")
}

/// Columns side by side, as wide as their widest cell; columns named in `right` are flush right.
pub(super) fn table(rows: &[Vec<String>], right: &[usize]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let widths: Vec<usize> = (0..columns)
        .map(|at| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max().unwrap_or_default())
        .collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (at, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let pad = " ".repeat(width - cell.chars().count());
            let (before, after) = if right.contains(&at) { (pad.as_str(), "") } else { ("", pad.as_str()) };
            line.push_str(&format!("{before}{cell}{after}  "));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// The recognised columns as an object.
pub(super) fn columns(columns: &[(Field, String)]) -> Value {
    columns
        .iter()
        .map(|(field, title)| (field.as_str().to_owned(), Value::from(title.clone())))
        .collect::<Map<_, _>>()
        .into()
}
