//! `kpj explain`: what the problem codes mean, with an example of each.

use super::output::{self, Failure, Output};
use super::{Ending, arguments};
use crate::domain::Code;
use crate::{i18n, tr};
use serde_json::{Value, json};

#[expect(clippy::unnecessary_wraps, reason = "a command like the others")]
pub(super) fn run(arguments: &arguments::Explain, output: Output) -> Result<Ending, Failure> {
    if let Some(code) = arguments.code {
        output.result(&one(code), &text(code));
    } else {
        let line = |code: Code| vec![code.as_str().to_owned(), i18n::explained(code).meaning];
        let rows: Vec<_> = Code::ALL.map(line).into();
        let text = output::table(&rows, &[]) + "\n" + &tr!("explain-more");
        output.result(&json!({"codes": Code::ALL.map(one)}), &text);
    }
    Ok(Ending::Done)
}

fn one(code: Code) -> Value {
    let (words, example) = (i18n::explained(code), code.example());
    let beside = example.beside.map(|beside| {
        let (field, value) = beside.cell();
        json!({"place": beside.as_str(), "field": field.as_str(), "value": value})
    });
    json!({
        "code": code.as_str(),
        "severity": code.severity().as_str(),
        "meaning": words.meaning,
        "reason": words.reason,
        "example": {
            "field": example.field.as_str(),
            "wrong": example.wrong,
            "right": example.right,
            "beside": beside,
        },
        "what_to_do": words.to_do,
    })
}

fn text(code: Code) -> String {
    let words = i18n::explained(code);
    let (wrong, right, why, to_do) =
        (tr!("explain-wrong"), tr!("explain-right"), tr!("explain-why"), tr!("explain-do"));
    let beside = words.beside.map(|beside| format!("  {beside}\n")).unwrap_or_default();
    let example = format!("{}:\n{beside}  {wrong}: {}\n  {right}: {}", words.example, words.wrong, words.right);
    format!(
        "{}: {} {}\n\n{why}: {}\n\n{example}\n\n{to_do}: {}",
        code.as_str(),
        words.meaning,
        words.weight,
        words.reason,
        words.to_do
    )
}
