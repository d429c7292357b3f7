//! `kpj register`: the register as text, JSON or a file.

use super::output::{self, Failure, Output};
use super::{Ending, arguments};
use crate::domain::RegisterEntry;
use crate::domain::summary::{SummaryOf, SummaryRow};
use crate::workflow::Archive;
use crate::workflow::register::{self, Sort, Totals};
use crate::{i18n, tr};
use serde_json::{Value, json};

pub(super) fn list(arguments: arguments::Listed, archive: &Archive, output: Output) -> Result<Ending, Failure> {
    let arguments::Listed { filter, order, limit } = arguments;
    let (filter, sort) = (filter.filter(), order.sort(Sort::NEWEST_FIRST));
    let entries = register::entries(archive, &filter, sort, limit.unwrap_or(usize::MAX))?;
    let totals = register::totals(archive, &filter)?;
    let json = json!({
        "entries": entries.iter().map(output::entry).collect::<Vec<_>>(),
        "total_entries": totals.entries,
        "total_cards": totals.cards,
    });
    output.result(&json, &text(&entries, totals));
    Ok(Ending::Done)
}

fn text(entries: &[RegisterEntry], totals: Totals) -> String {
    if entries.is_empty() {
        return tr!("register-empty");
    }
    let mut rows = vec![vec![
        tr!("register-date"),
        tr!("register-number"),
        tr!("register-npp"),
        tr!("register-company"),
        tr!("register-cards-short"),
        tr!("register-status"),
    ]];
    rows.extend(entries.iter().map(|entry| {
        vec![
            entry.date.to_string(),
            entry.number.as_ref().map_or_else(|| "—".to_owned(), ToString::to_string),
            entry.npp.to_string(),
            entry.company.clone(),
            entry.cards.to_string(),
            i18n::status(entry.status),
        ]
    }));
    let count = totals.entries.to_string();
    output::table(&rows, &[4]) + &tr!("register-total", entries = count, cards = totals.cards.to_string())
}

pub(super) fn summary(arguments: &arguments::Summary, archive: &Archive, output: Output) -> Result<Ending, Failure> {
    let rows = register::summary(archive, arguments.by, arguments.from, arguments.to)?;
    let entries: u64 = rows.iter().map(|row| row.entries).sum();
    let cards: u64 = rows.iter().map(|row| row.cards).sum();
    let json = json!({
        "by": arguments.by.as_str(),
        "rows": rows.iter().map(sum).collect::<Vec<_>>(),
        "total_entries": entries,
        "total_cards": cards,
    });
    let mut lines = vec![vec![String::new(), String::new(), tr!("recap-entries"), tr!("register-cards-short")]];
    lines.extend(rows.iter().map(|row| {
        let (key, name) = match &row.of {
            SummaryOf::Month(month) => (month.clone(), String::new()),
            SummaryOf::Company(npp, name) => (npp.to_string(), name.clone()),
            SummaryOf::Ro(ro) => (ro.clone().unwrap_or_else(|| "—".to_owned()), String::new()),
        };
        vec![key, name, row.entries.to_string(), row.cards.to_string()]
    }));
    lines.push(vec![tr!("register-sum"), String::new(), entries.to_string(), cards.to_string()]);
    let text = if rows.is_empty() { tr!("register-empty") } else { output::table(&lines, &[2, 3]) };
    output.result(&json, &text);
    Ok(Ending::Done)
}

fn sum(row: &SummaryRow) -> Value {
    let mut json = match &row.of {
        SummaryOf::Month(month) => json!({"month": month}),
        SummaryOf::Company(npp, name) => json!({"npp": npp.as_str(), "company": name}),
        SummaryOf::Ro(ro) => json!({"ro": ro}),
    };
    json["entries"] = row.entries.into();
    json["cards"] = row.cards.into();
    json
}

pub(super) fn export(arguments: arguments::Export, archive: &mut Archive, output: Output) -> Result<Ending, Failure> {
    let sort = arguments.order.sort(Sort::OLDEST_FIRST);
    let rows = register::export(archive, &arguments.filter.filter(), sort, arguments.full, &arguments.out)?;
    let file = arguments.out.display().to_string();
    let text = tr!("register-exported", rows = rows.to_string(), file = file.as_str());
    output.result(&json!({"file": file, "rows": rows}), &text);
    Ok(Ending::Done)
}
