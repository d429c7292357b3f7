//! `kpj email`: the documents of a receipt go to the company.

use super::output::{Failure, Output};
use super::progress::Bar;
use super::{Ending, arguments};
use crate::domain::ReceiptNumber;
use crate::tr;
use crate::workflow::{Archive, Error, email};
use chrono::Local;
use serde_json::json;

pub(super) fn run(arguments: &arguments::Email, archive: &mut Archive, output: Output) -> Result<Ending, Failure> {
    match &arguments.receipt {
        Some(number) => send(number, arguments, archive, output),
        None => test(arguments.to.as_deref(), archive, output),
    }
}

/// A letter that only shows whether the settings work.
fn test(to: Option<&str>, archive: &Archive, output: Output) -> Result<Ending, Failure> {
    let bar = Bar::new();
    let sent = email::send_test(&archive.settings()?.mail, to, None, &bar);
    drop(bar);
    let to = sent?;
    output
        .result(&json!({"receipt": null, "to": to, "sent": true, "draft": null}), &tr!("email-sent", to = to.as_str()));
    Ok(Ending::Done)
}

fn send(
    number: &ReceiptNumber,
    arguments: &arguments::Email,
    archive: &mut Archive,
    output: Output,
) -> Result<Ending, Failure> {
    let to = arguments.to.as_deref();
    if let Some(out) = &arguments.draft {
        let to = email::draft(archive, number, to, out)?;
        let file = out.display().to_string();
        let text = tr!("email-drafted", file = file.as_str());
        output.result(&json!({"receipt": number.0, "to": to, "sent": false, "draft": file}), &text);
        return Ok(Ending::Done);
    }
    let bar = Bar::new();
    let sent = email::send(archive, number, to, None, Local::now().date_naive(), &bar);
    drop(bar);
    match sent {
        Ok(sent) => {
            let text = tr!("email-sent", to = sent.to.as_str());
            let status = sent.entry.status.as_str();
            let json = json!({"receipt": number.0, "to": sent.to, "sent": true, "draft": null, "status": status});
            output.result(&json, &text);
            Ok(Ending::Done)
        }
        Err(error) if matches!(&error, Error::Mail(error) if error.may_have_arrived()) => {
            Err(Failure::from(error).although_written())
        }
        Err(error) => Err(error.into()),
    }
}
