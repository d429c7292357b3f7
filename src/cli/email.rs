//! `kpj email`: the documents of a receipt go to the company.

use super::output::{Failure, Output};
use super::{Ending, arguments};
use crate::tr;
use crate::workflow::{Archive, Error, email};
use chrono::Local;
use serde_json::json;

pub(super) fn run(arguments: &arguments::Email, archive: &mut Archive, output: Output) -> Result<Ending, Failure> {
    let (number, to) = (&arguments.receipt, arguments.to.as_deref());
    if let Some(out) = &arguments.draft {
        let to = email::draft(archive, number, to, out)?;
        let file = out.display().to_string();
        let text = tr!("email-drafted", file = file.as_str());
        output.result(&json!({"receipt": number.0, "to": to, "sent": false, "draft": file}), &text);
        return Ok(Ending::Done);
    }
    // an argument would stand in the list of processes
    let password = std::env::var("CETAK_KPJ_SMTP_PASSWORD").ok();
    match email::send(archive, number, to, password.as_deref(), Local::now().date_naive()) {
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
