//! `kpj work`: what is still to do, the oldest first.

use super::output::{self, Failure, Output};
use super::{Ending, arguments};
use crate::domain::work::{PendingId, Subject, WorkItem};
use crate::workflow::{Archive, work};
use crate::{i18n, tr};
use chrono::Local;
use serde_json::{Value, json};

pub(super) fn run(arguments: &arguments::Work, archive: &Archive, output: Output) -> Result<Ending, Failure> {
    let items = work::to_do(archive, Local::now().date_naive(), arguments.small_first)?;
    let json = json!({"work": items.iter().map(item_json).collect::<Vec<_>>()});
    let mut rows = vec![vec![
        tr!("work-days"),
        tr!("work-urgency"),
        tr!("work-step"),
        tr!("register-npp"),
        tr!("register-company"),
        tr!("register-cards-short"),
        tr!("work-about"),
    ]];
    rows.extend(items.iter().map(|WorkItem { work, working_days, urgency }| {
        vec![
            working_days.to_string(),
            i18n::urgency(*urgency),
            i18n::step(work.step),
            work.npp.map_or_else(|| "—".to_owned(), |npp| npp.to_string()),
            work.company.clone(),
            work.cards.to_string(),
            match &work.subject {
                Subject::Pending(PendingId(id)) => tr!("work-list", id = id.to_string()),
                Subject::Receipt(number) => number.to_string(),
            },
        ]
    }));
    let text = if items.is_empty() { tr!("work-none") } else { output::table(&rows, &[0, 5]) };
    output.result(&json, &text);
    Ok(Ending::Done)
}

fn item_json(WorkItem { work, working_days, urgency }: &WorkItem) -> Value {
    let (list, receipt) = match &work.subject {
        Subject::Pending(PendingId(id)) => (Some(*id), None),
        Subject::Receipt(number) => (None, Some(number.to_string())),
    };
    json!({
        "step": work.step.as_str(),
        "list": list,
        "receipt": receipt,
        "npp": work.npp.map(|npp| npp.to_string()),
        "company": work.company,
        "cards": work.cards,
        "since": work.since.to_string(),
        "counted_from": work.counted_from.as_str(),
        "working_days": working_days,
        "urgency": urgency.as_str(),
    })
}
