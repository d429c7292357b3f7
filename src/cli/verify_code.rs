//! `kpj verify --code`: whose receipt is this, and does the database still say what was printed?

use super::Ending;
use super::output::{self, Failure, Output};
use crate::domain::Seal;
use crate::workflow::{Archive, seal};
use crate::{i18n, tr};
use serde_json::json;

pub(super) fn run(code: &Seal, archive: &Archive, output: Output) -> Result<Ending, Failure> {
    let verdict = seal::verify(archive, code)?;
    let json = json!({
        "ok": verdict.holds,
        "code": code.to_string(),
        "receipt": verdict.entry.as_ref().map(output::entry),
    });
    let text = match &verdict.entry {
        None => tr!("verify-code-unknown", code = code.to_string()),
        Some(entry) => {
            let number = entry.number.as_ref().map(ToString::to_string).unwrap_or_default();
            let rows = vec![
                vec![tr!("cli-receipt-number"), number],
                vec![tr!("register-date"), entry.date.to_string()],
                vec![tr!("cli-company"), format!("{}  {}", entry.npp, entry.company)],
                vec![tr!("register-cards-short"), entry.cards.to_string()],
                vec![tr!("register-status"), i18n::status(entry.status)],
            ];
            let word = if verdict.holds { tr!("verify-code-holds") } else { tr!("verify-code-altered") };
            output::table(&rows, &[]) + &word
        }
    };
    output.result(&json, &text);
    Ok(if verdict.holds { Ending::Done } else { Ending::NeedsAPerson })
}
