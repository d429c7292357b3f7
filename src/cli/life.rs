//! What became of a receipt, as `mark` and `void` say it.

use super::output;
use crate::domain::date;
use crate::domain::life::{Copy, LetterRecord, Step};
use crate::workflow::dossier::{Dossier, Scan};
use crate::{i18n, tr};
use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};

/// The register entry, with `history`, `to_print`, `copies` and `letters`.
pub(super) fn json(dossier: &Dossier) -> Value {
    let life = &dossier.life;
    let mut json = output::entry(&life.entry);
    json["history"] = life.steps.iter().map(step).collect();
    json["to_print"] = life.to_print.iter().map(|kpj| Value::from(kpj.as_str())).collect();
    json["scans"] = dossier.scans.iter().map(scan).collect();
    json["copies"] = life.copies.iter().map(copy).collect();
    json["letters"] = dossier.letters.iter().map(letter).collect();
    json
}

fn step(step: &Step) -> Value {
    json!({
        "at": moment(step.at),
        "actor": step.actor,
        "status": step.status.as_str(),
        "to": step.to,
        "on": step.on.map(|day| day.to_string()),
        "reason": step.reason,
    })
}

fn copy(copy: &Copy) -> Value {
    let reprint = copy.reprint.as_ref();
    json!({
        "copy": copy.number,
        "at": moment(copy.at),
        "actor": copy.actor,
        "reason": reprint.map(|reprint| reprint.reason.as_str()),
        "note": reprint.map(|reprint| reprint.note.as_str()),
        "cards": reprint.map_or(0, |reprint| reprint.cards.len()),
    })
}

fn scan(scan: &Scan) -> Value {
    json!({"at": moment(scan.at), "actor": scan.actor, "file": scan.file, "sha256": scan.sha256})
}

fn letter(letter: &LetterRecord) -> Value {
    json!({"at": moment(letter.at), "actor": letter.actor, "to": letter.to, "state": letter.state.as_str()})
}

pub(super) fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

pub(super) fn text(dossier: &Dossier) -> String {
    let life = &dossier.life;
    let entry = &life.entry;
    let number = entry.number.as_ref().map(ToString::to_string).unwrap_or_default();
    let mut rows = vec![
        vec![tr!("cli-receipt-number"), number],
        vec![tr!("cli-company"), format!("{}  {}", entry.npp, entry.company)],
        vec![tr!("register-cards-short"), entry.cards.to_string()],
        vec![tr!("register-status"), i18n::status(entry.status)],
    ];
    let mut titled = |title: String, lines: Vec<String>| {
        let titles = std::iter::once(title).chain(std::iter::repeat(String::new()));
        rows.extend(titles.zip(lines).map(|(title, line)| vec![title, line]));
    };
    titled(tr!("life-history"), life.steps.iter().map(step_line).collect());
    titled(tr!("life-copies"), life.copies.iter().map(copy_line).collect());
    titled(tr!("life-scans"), dossier.scans.iter().map(scan_line).collect());
    let letter = |letter: &LetterRecord| {
        format!("{}  {}  {}  {}", date::moment(letter.at), letter.actor, letter.to, i18n::letter_state(letter.state))
    };
    titled(tr!("life-letters"), dossier.letters.iter().map(letter).collect());
    titled(tr!("life-to-print"), life.to_print.iter().map(ToString::to_string).collect());
    output::table(&rows, &[])
}

fn step_line(step: &Step) -> String {
    let mut line = format!("{}  {}  {}", date::moment(step.at), step.actor, i18n::status(step.status));
    let on = step.on.map(date::short).unwrap_or_default();
    for part in [step.to.as_deref().unwrap_or_default(), &on, step.reason.as_deref().unwrap_or_default()] {
        if !part.is_empty() {
            line.push_str(&format!("  {part}"));
        }
    }
    line
}

fn scan_line(scan: &Scan) -> String {
    format!("{}  {}  {}", date::moment(scan.at), scan.actor, scan.file.display())
}

fn copy_line(copy: &Copy) -> String {
    format!("{}  {}  {}", date::moment(copy.at), copy.actor, i18n::copy(copy))
}
