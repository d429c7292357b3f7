//! `kpj company`: what is known of companies, and which are one.

use super::Ending;
use super::arguments::Company;
use super::output::{self, Failure, Output};
use crate::domain::Npp;
use crate::domain::company::{CompanyFile, CompanyLine, Merger};
use crate::workflow::{Archive, companies};
use crate::{i18n, tr};
use chrono::Local;
use serde_json::{Value, json};

pub(super) fn run(command: Company, archive: &mut Archive, output: Output) -> Result<Ending, Failure> {
    let file = match command {
        Company::List(arguments) => {
            return Ok(listed(&companies::list(archive, arguments.search.as_deref().unwrap_or_default())?, output));
        }
        Company::Alike(arguments) => return Ok(listed(&companies::alike(archive, &arguments.npp)?, output)),
        Company::Show(arguments) => companies::show(archive, &arguments.npp)?,
        Company::Set(arguments) => companies::set(archive, &arguments.npp, &arguments.fields())?,
        Company::Merge(arguments) if arguments.dry_run => {
            let merger = companies::preview_merge(archive, &arguments.from, &arguments.into)?;
            output.result(&json!({"merger": merger_json(&merger)}), &merger_text(&merger));
            return Ok(Ending::Done);
        }
        Company::Merge(arguments) => {
            let reason = arguments.reason.unwrap_or_default();
            companies::merge(archive, &arguments.from, &arguments.into, &reason)?
        }
        Company::Part(arguments) => companies::part(archive, &arguments.npp, &arguments.reason)?,
    };
    output.result(&json!({"company": whole(&file)}), &text(&file));
    Ok(Ending::Done)
}

fn listed(lines: &[CompanyLine], output: Output) -> Ending {
    output.result(&json!({"companies": lines.iter().map(line).collect::<Vec<_>>()}), &list_text(lines));
    Ending::Done
}

fn line(line: &CompanyLine) -> Value {
    json!({
        "npp": line.npp.as_str(),
        "name": line.name,
        "ro": line.ro,
        "email": line.email,
        "merged_into": line.merged_into.map(|npp| npp.to_string()),
        "entries": line.entries,
        "cards": line.cards,
        "last": line.last.map(|day| day.to_string()),
    })
}

fn whole(file: &CompanyFile) -> Value {
    let mut json = line(&file.line);
    json["address"] = file.address.clone().into();
    json["division"] = file.division.clone().into();
    json["divisions"] = file.divisions().into();
    json["aliases"] = file.aliases.iter().map(|(npp, name)| json!({"npp": npp.as_str(), "name": name})).collect();
    json["names"] = file
        .names
        .iter()
        .map(|name| {
            json!({
                "npp": name.npp.as_str(),
                "name": name.name,
                "first": name.first.to_string(),
                "last": name.last.to_string(),
                "entries": name.entries,
            })
        })
        .collect();
    json["changes"] = file
        .changes
        .iter()
        .map(|change| {
            json!({
                "at": change.at.to_rfc3339(),
                "actor": change.actor,
                "field": change.field,
                "old": change.old,
                "new": change.new,
                "reason": change.reason,
            })
        })
        .collect();
    json
}

fn merger_json(merger: &Merger) -> Value {
    let named = |(npp, name): &(Npp, String)| json!({"npp": npp.as_str(), "name": name});
    json!({
        "from": named(&merger.from),
        "into": named(&merger.into),
        "entries": merger.entries,
        "cards": merger.cards,
        "followers": merger.followers.iter().map(named).collect::<Vec<_>>(),
    })
}

fn merger_text(merger: &Merger) -> String {
    let (npp, name) = &merger.into;
    let mut lines = vec![tr!(
        "company-merger",
        entries = merger.entries.to_string(),
        cards = merger.cards.to_string(),
        from = merger.from.0.to_string(),
        into = npp.to_string(),
        name = name.as_str()
    )];
    lines.extend(
        merger
            .followers
            .iter()
            .map(|(npp, name)| tr!("company-merger-follows", npp = npp.to_string(), name = name.as_str())),
    );
    lines.push(tr!("old-dry-run"));
    lines.join("\n")
}

fn list_text(lines: &[CompanyLine]) -> String {
    if lines.is_empty() {
        return tr!("company-none");
    }
    let mut rows = vec![vec![
        tr!("register-npp"),
        tr!("register-company"),
        tr!("register-ro"),
        tr!("recap-entries"),
        tr!("register-cards-short"),
        tr!("company-last"),
    ]];
    rows.extend(lines.iter().map(|line| {
        let merged = line.merged_into.map(|npp| tr!("company-merged-into", npp = npp.to_string()));
        vec![
            line.npp.to_string(),
            line.name.clone(),
            line.ro.clone().unwrap_or_default(),
            line.entries.to_string(),
            line.cards.to_string(),
            merged.or_else(|| line.last.map(|day| day.to_string())).unwrap_or_default(),
        ]
    }));
    output::table(&rows, &[3, 4])
}

fn text(file: &CompanyFile) -> String {
    let line = &file.line;
    let plain = |text: &Option<String>| text.clone().unwrap_or_else(|| "—".to_owned());
    let mut rows = vec![
        vec![tr!("register-npp"), line.npp.to_string()],
        vec![tr!("register-company"), line.name.clone()],
        vec![tr!("register-ro"), plain(&line.ro)],
        vec![tr!("company-email"), plain(&line.email)],
        vec![tr!("company-address"), plain(&file.address)],
        vec![tr!("company-division"), plain(&file.division)],
        vec![
            tr!("register-sheet"),
            tr!("register-total", entries = line.entries.to_string(), cards = line.cards.to_string()),
        ],
    ];
    if let Some(npp) = line.merged_into {
        rows.push(vec![String::new(), tr!("company-merged-into", npp = npp.to_string())]);
    }
    rows.extend(file.aliases.iter().map(|(npp, name)| vec![tr!("company-alias"), format!("{npp}  {name}")]));
    rows.extend(
        file.names
            .iter()
            .map(|name| vec![tr!("company-name-in-use"), format!("{} – {}  {}", name.first, name.last, name.name)]),
    );
    rows.extend(file.changes.iter().map(|change| {
        let day = change.at.with_timezone(&Local).date_naive();
        let reason = change.reason.as_deref().map_or_else(String::new, |reason| format!("  ({reason})"));
        let about = format!(
            "{day}  {}: {} → {}{reason}",
            i18n::company_field(&change.field),
            plain(&change.old),
            plain(&change.new)
        );
        vec![tr!("company-change"), about]
    }));
    output::table(&rows, &[])
}
