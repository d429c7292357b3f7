//! `kpj reprint`: cards once more, with a receipt that says so.

use super::output::{self, Failure, Output};
use super::progress::Bar;
use super::{Ending, arguments};
use crate::domain::Kpj;
use crate::workflow::reprint::{Reprinted, Request, reprint};
use crate::workflow::{Archive, dossier};
use crate::{i18n, tr};
use chrono::Local;
use serde_json::json;

pub(super) fn run(arguments: arguments::Reprint, archive: &mut Archive, output: Output) -> Result<Ending, Failure> {
    let kpjs = if arguments.spoilt {
        dossier::spoilt(archive)?.into_iter().map(|card| card.kpj).collect()
    } else {
        arguments.kpj
    };
    let request = Request {
        kpjs,
        reason: arguments.why,
        note: arguments.note,
        paper: arguments.paper,
        start_at: arguments.start_at.map_or(1, usize::from),
        out: arguments.out,
    };
    let bar = Bar::new();
    let done = reprint(archive, &request, Local::now().date_naive(), &bar)?;
    drop(bar);
    let reprints: Vec<_> = done
        .reprints
        .iter()
        .map(|reprint| {
            json!({
                "receipt": reprint.receipt.to_string(),
                "copy": reprint.copy,
                "reason": request.reason.as_str(),
                "cards": reprint.cards.len(),
                "kpjs": reprint.cards.iter().map(Kpj::as_str).collect::<Vec<_>>(),
                "files": {
                    "cards": output::path(&reprint.files.cards),
                    "receipt": output::path(&reprint.files.receipt),
                },
            })
        })
        .collect();
    let json = json!({
        "reprints": reprints,
        "copies": output::paths(&done.copies),
        "failed_copies": output::paths(&done.failed_copies),
    });
    output.result(&json, &text(&done, &request));
    Ok(if done.failed_copies.is_empty() { Ending::Done } else { Ending::NeedsAPerson })
}

fn text(done: &Reprinted, request: &Request) -> String {
    let mut rows = Vec::new();
    for reprint in &done.reprints {
        let reprinted = (reprint.cards.len(), request.reason, request.note.trim());
        let what = i18n::copied(reprint.copy, Some(reprinted));
        rows.push(vec![tr!("cli-receipt-number"), format!("{}, {what}", reprint.receipt)]);
        rows.push(vec![tr!("cli-file-cards"), output::path(&reprint.files.cards)]);
        rows.push(vec![tr!("cli-file-receipt"), output::path(&reprint.files.receipt)]);
    }
    rows.extend(done.copies.iter().map(|copy| vec![tr!("cli-copy"), output::path(copy)]));
    rows.extend(done.failed_copies.iter().map(|copy| vec![tr!("cli-failed-copy"), output::path(copy)]));
    output::table(&rows, &[])
}
