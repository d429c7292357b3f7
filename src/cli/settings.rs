//! `kpj settings`: what the office decides for itself, by name.

use super::output::{self, Failure, Output};
use super::{Ending, arguments};
use crate::domain::Settings;
use crate::domain::setting::{self, Change, Setting};
use crate::workflow::settings::{self, transfer};
use crate::workflow::{Archive, Error, email};
use crate::{i18n, tr};
use chrono::Local;
use console::Term;
use serde_json::{Value, json};
use std::io::{IsTerminal, Read};
use std::path::Path;

pub(super) fn run(arguments: arguments::Settings, archive: &mut Archive, output: Output) -> Result<Ending, Failure> {
    match arguments {
        arguments::Settings::List { search } => list(archive, &search.join(" "), output),
        arguments::Settings::Get { setting } => {
            let (setting, settings) = (find(&setting)?, archive.settings()?);
            output.result(&described(setting, &settings), &setting.text(&settings));
            Ok(Ending::Done)
        }
        arguments::Settings::Set { setting, value } => set(archive, &setting, value, output),
        arguments::Settings::History { most } => history(archive, most, output),
        arguments::Settings::Password { forget } => password(archive, forget, output),
        arguments::Settings::Export { file, force } => export(archive, &file, force, output),
        arguments::Settings::Import { file, dry_run } => import(archive, &file, dry_run, output),
    }
}

fn find(name: &str) -> Result<&'static Setting, Error> {
    Setting::find(name).ok_or_else(|| Error::NoSuchSetting(name.to_owned()))
}

fn list(archive: &Archive, search: &str, output: Output) -> Result<Ending, Failure> {
    let settings = archive.settings()?;
    let found: Vec<_> = setting::ALL.iter().filter(|setting| i18n::setting_is_about(setting, search)).collect();
    let json: Vec<Value> = found.iter().map(|setting| described(setting, &settings)).collect();
    let lines = found.iter().map(|setting| {
        let (title, note) = i18n::setting(setting);
        vec![setting.name.to_owned(), in_a_line(&setting.text(&settings)), format!("{title}. {note}")]
    });
    output.result(&json!({"settings": json}), &output::table(&lines.collect::<Vec<_>>(), &[]));
    Ok(Ending::Done)
}

fn described(setting: &Setting, settings: &Settings) -> Value {
    let (title, note) = i18n::setting(setting);
    json!({
        "name": setting.name,
        "section": setting.section.as_str(),
        "value": setting.json(settings),
        "text": setting.text(settings),
        "default": setting.text(&Settings::default()),
        "title": title,
        "note": note,
    })
}

/// The longest value in a list of values.
const SHOWN: usize = 40;

/// A value as one short line.
fn in_a_line(text: &str) -> String {
    let line = text.trim_end().replace('\n', " | ");
    if line.is_empty() {
        tr!("settings-empty")
    } else if line.chars().count() > SHOWN {
        line.chars().take(SHOWN - 1).chain(['…']).collect()
    } else {
        line
    }
}

fn set(archive: &mut Archive, name: &str, value: String, output: Output) -> Result<Ending, Failure> {
    let setting = find(name)?;
    let value = if value == "-" { from_input()? } else { value };
    let changed = settings::change(archive, &[(setting, value)])?;
    output.result(&json!({"changed": changes(&changed)}), &change_lines(&changed));
    Ok(Ending::Done)
}

fn from_input() -> Result<String, Error> {
    let mut text = String::new();
    let read = std::io::stdin().take(1 << 20).read_to_string(&mut text);
    read.map_err(|source| Error::Unreadable { path: "-".into(), source })?;
    Ok(text)
}

fn changes(changes: &[Change]) -> Vec<Value> {
    changes.iter().map(|Change { setting, old, new }| json!({"name": setting.name, "old": old, "new": new})).collect()
}

fn change_lines(changes: &[Change]) -> String {
    if changes.is_empty() {
        return tr!("settings-unchanged");
    }
    let line = |Change { setting, old, new }: &Change| {
        tr!("settings-changed", name = setting.name, old = in_a_line(old), new = in_a_line(new))
    };
    changes.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn history(archive: &Archive, most: usize, output: Output) -> Result<Ending, Failure> {
    let records = settings::history(archive, most)?;
    let json = records.iter().map(|record| {
        json!({
            "at": record.at.to_rfc3339(),
            "actor": record.actor,
            "name": record.name,
            "old": record.old,
            "new": record.new,
        })
    });
    let lines = records.iter().map(|record| {
        tr!(
            "settings-history-line",
            at = record.at.with_timezone(&Local).format("%d-%m-%Y %H:%M").to_string(),
            actor = record.actor.as_str(),
            name = record.name.as_str(),
            old = in_a_line(&record.old),
            new = in_a_line(&record.new)
        )
    });
    let text = if records.is_empty() { tr!("settings-history-none") } else { lines.collect::<Vec<_>>().join("\n") };
    output.result(&json!({"changes": json.collect::<Vec<_>>()}), &text);
    Ok(Ending::Done)
}

/// Gives the password of the mail server to the system, from the first line of standard input; or lets it forget it.
fn password(archive: &Archive, forget: bool, output: Output) -> Result<Ending, Failure> {
    let text = if forget {
        email::password::forget(archive)?;
        tr!("settings-password-forgotten")
    } else {
        let terminal = Term::stderr();
        let typed = if std::io::stdin().is_terminal() && terminal.is_term() {
            let _ = terminal.write_str(&tr!("settings-password-ask"));
            terminal.read_secure_line().map_err(|source| Error::Unreadable { path: "-".into(), source })?
        } else {
            from_input()?.lines().next().unwrap_or_default().to_owned()
        };
        email::password::keep(archive, &typed)?;
        tr!("settings-password-kept")
    };
    output.result(&json!({"password": email::password::known(&archive.settings()?.mail).as_str()}), &text);
    Ok(Ending::Done)
}

fn export(archive: &Archive, file: &Path, force: bool, output: Output) -> Result<Ending, Failure> {
    let made = transfer::export(archive, file, force)?;
    let json = json!({
        "file": output::path(file),
        "settings": made.settings,
        "templates": made.templates,
        "left_out": made.left_out,
        "logo": made.logo,
    });
    let mut lines = vec![tr!("settings-exported", settings = made.settings, file = output::path(file))];
    if !made.templates.is_empty() {
        lines.push(tr!("settings-exported-templates", names = made.templates.join(", ")));
    }
    lines.push(if made.logo { tr!("settings-exported-logo") } else { tr!("settings-exported-no-logo") });
    if made.left_out.is_empty() {
        output.result(&json, &lines.join("\n"));
        return Ok(Ending::Done);
    }
    lines.push(tr!("settings-exported-left-out", names = made.left_out.join(", ")));
    output.result(&json, &lines.join("\n"));
    Ok(Ending::NeedsAPerson)
}

fn import(archive: &mut Archive, file: &Path, dry_run: bool, output: Output) -> Result<Ending, Failure> {
    let plan = if dry_run { transfer::plan(archive, file)? } else { transfer::import(archive, file)? };
    let templates = plan.templates.iter().map(|(name, arrival)| json!({"name": name, "state": arrival.as_str()}));
    let json = json!({
        "file": output::path(file),
        "written": !dry_run,
        "changed": changes(&plan.changes),
        "left_out": plan.left_out.iter().map(|(setting, text)| json!({"name": setting.name, "value": text})).collect::<Vec<_>>(),
        "templates": templates.collect::<Vec<_>>(),
    });
    let mut lines = vec![change_lines(&plan.changes)];
    lines.extend(plan.templates.iter().map(|(name, arrival)| i18n::arrival(arrival.as_str(), name)));
    lines.extend(
        plan.left_out
            .iter()
            .map(|(setting, folder)| tr!("settings-import-left-out", folder = folder.as_str(), name = setting.name)),
    );
    lines.push(if dry_run { tr!("settings-import-dry") } else { tr!("settings-imported") });
    output.result(&json, &lines.join("\n"));
    Ok(Ending::Done)
}
