//! `kpj pending`: lists that wait to be issued.

use super::output::{self, Failure, Output};
use super::progress::Bar;
use super::{Ending, arguments, check, issue};
use crate::domain::work::PendingId;
use crate::workflow::Archive;
use crate::workflow::check::{Request, complete, examine};
use crate::workflow::pending::{self, PendingList};
use crate::{i18n, tr};
use chrono::Local;
use serde_json::{Value, json};

pub(super) fn run(arguments: arguments::Pending, archive: &mut Archive, output: Output) -> Result<Ending, Failure> {
    let today = Local::now().date_naive();
    let bar = Bar::new();
    match arguments {
        arguments::Pending::Add { file, details, read } => {
            let request =
                Request { file: &file, options: &read.options(), kpj_from: read.kpj_from.as_deref(), on: today };
            let checked = examine(Some(archive), request, &bar)?;
            let id = pending::keep(archive, &checked, &details.particulars(None, today))?;
            bar.finish();
            say(archive, Some(id), output)
        }
        arguments::Pending::List => {
            bar.finish();
            say(archive, None, output)
        }
        arguments::Pending::Show { id } => {
            let (checked, _) = pending::resume(archive, PendingId(id), today, &bar)?;
            bar.finish();
            Ok(check::show(&checked, output))
        }
        arguments::Pending::Issue { id, details, order, kpj_from } => {
            let on = order.date.unwrap_or(today);
            let (mut checked, known) = pending::resume(archive, PendingId(id), on, &bar)?;
            if let Some(second) = kpj_from {
                checked = complete(Some(archive), &checked, &second, on, &bar)?;
            }
            let particulars = details.particulars(Some(known), on);
            issue::checked_list(archive, &checked, &particulars, &order.choices(), &bar, output)
        }
        arguments::Pending::Withdraw { id, reason } => {
            pending::withdraw(archive, PendingId(id), &reason)?;
            bar.finish();
            output.result(&json!({"withdrawn": id}), &tr!("pending-withdrawn", id = id.to_string()));
            Ok(Ending::Done)
        }
    }
}

/// Says which lists wait: all, or the one just kept.
fn say(archive: &Archive, only: Option<PendingId>, output: Output) -> Result<Ending, Failure> {
    let lists = pending::list(archive)?;
    let lists: Vec<_> = lists.into_iter().filter(|(id, _)| only.is_none_or(|only| only == *id)).collect();
    let json = json!({"pending": lists.iter().map(|(id, list)| pending_json(*id, list)).collect::<Vec<_>>()});
    let mut rows = vec![vec![
        tr!("pending-id"),
        tr!("work-since"),
        tr!("register-npp"),
        tr!("register-company"),
        tr!("cli-rows"),
        tr!("work-step"),
    ]];
    rows.extend(lists.iter().map(|(id, list)| {
        vec![
            id.0.to_string(),
            list.since().0.to_string(),
            list.npp.map_or_else(|| "—".to_owned(), |npp| npp.to_string()),
            list.company.clone().unwrap_or_else(|| list.file_name.clone()),
            list.counts.rows.to_string(),
            i18n::step(list.step()),
        ]
    }));
    let text = if lists.is_empty() { tr!("pending-none") } else { output::table(&rows, &[0, 4]) };
    output.result(&json, &text);
    Ok(Ending::Done)
}

fn pending_json(PendingId(id): PendingId, list: &PendingList) -> Value {
    let (since, counted_from) = list.since();
    json!({
        "id": id,
        "file": list.file_name,
        "npp": list.npp.map(|npp| npp.to_string()),
        "company": list.company,
        "ro": list.ro,
        "received": list.received.to_string(),
        "since": since.to_string(),
        "counted_from": counted_from.as_str(),
        "step": list.step().as_str(),
        "counts": output::counts(list.counts),
        "without_kpj": list.without_kpj,
    })
}
