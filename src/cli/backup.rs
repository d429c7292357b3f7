//! `kpj backup` and `kpj restore`: everything in one file, and back.

use super::output::{self, Failure, Output};
use super::progress::Bar;
use super::{Ending, arguments};
use crate::log;
use crate::tr;
use crate::workflow::Archive;
use crate::workflow::backup::{Made, Tally, backup};
use crate::workflow::restore::{self, Comparison, Outcome};
use serde_json::{Value, json};
use std::path::Path;

pub(super) fn make(arguments: &arguments::Backup, archive: &Archive, output: Output) -> Result<Ending, Failure> {
    let bar = Bar::new();
    let made = backup(archive, &arguments.file, arguments.force, &bar)?;
    drop(bar);
    let Made { manifest, bytes, unsound, .. } = &made;
    let file = made.file.display().to_string();
    let mut json = json!({"file": file, "bytes": bytes, "files": manifest.files, "unsound_documents": unsound});
    merge(&mut json, tally(&manifest.tally));
    let rows = vec![
        vec![tr!("backup-file"), file],
        vec![tr!("backup-holds"), words(&manifest.tally)],
        vec![tr!("backup-size"), tr!("backup-size-of", files = manifest.files.to_string(), bytes = bytes.to_string())],
    ];
    let mut text = output::table(&rows, &[]);
    if *unsound > 0 {
        text.push_str(&tr!("backup-unsound", documents = unsound.to_string()));
    }
    output.result(&json, &text);
    Ok(if *unsound > 0 { Ending::NeedsAPerson } else { Ending::Done })
}

pub(super) fn restore(arguments: &arguments::Restore, folder: &Path, output: Output) -> Result<Ending, Failure> {
    let bar = Bar::new();
    let outcome = restore::restore(folder, &arguments.file, arguments.force, &bar)?;
    drop(bar);
    // only now: a folder with nothing in it is kept from having something
    log::keep(folder);
    let (comparison, aside) = match &outcome {
        Outcome::Restored { comparison, aside } => (comparison, aside.as_ref()),
        Outcome::Refused(comparison) => (comparison, None),
    };
    let done = matches!(outcome, Outcome::Restored { .. });
    let aside = aside.map(|aside| aside.display().to_string());
    let json = json!({
        "restored": done,
        "backup": held(comparison),
        "before": comparison.present.as_ref().map(tally),
        "kept_in": aside,
    });
    let mut rows = compared(comparison);
    rows.extend(aside.map(|aside| vec![tr!("restore-kept-in"), aside]));
    let verdict = if done { tr!("restore-done") } else { tr!("restore-refused") };
    output.result(&json, &(output::table(&rows, &[]) + &verdict));
    Ok(if done { Ending::Done } else { Ending::NeedsAPerson })
}

fn compared(comparison: &Comparison) -> Vec<Vec<String>> {
    let Comparison { backup, present, .. } = comparison;
    let present = present.as_ref().map_or_else(|| tr!("restore-unreadable"), words);
    vec![
        vec![tr!("restore-backup", made = backup.made.as_str()), words(&backup.tally)],
        vec![tr!("restore-present"), present],
    ]
}

fn held(comparison: &Comparison) -> Value {
    let mut json = json!({"made": comparison.backup.made, "program": comparison.backup.program});
    merge(&mut json, tally(&comparison.backup.tally));
    json
}

fn tally(tally: &Tally) -> Value {
    json!({
        "receipts": tally.receipts,
        "cards": tally.cards,
        "register": tally.register,
        "last_number": tally.last_number,
        "audit": {"entries": tally.audit.entries, "hash": tally.audit.hash},
    })
}

fn merge(into: &mut Value, more: Value) {
    if let (Some(into), Value::Object(more)) = (into.as_object_mut(), more) {
        into.extend(more);
    }
}

/// `12 receipts (last 0012/2026), 340 cards, 14 rows of the register, 56 entries in the audit trail`.
fn words(tally: &Tally) -> String {
    tr!(
        "backup-tally",
        receipts = tally.receipts.to_string(),
        last = tally.last_number.as_deref().unwrap_or("—"),
        cards = tally.cards.to_string(),
        register = tally.register.to_string(),
        entries = tally.audit.entries.to_string()
    )
}
