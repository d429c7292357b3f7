//! `kpj template`: what cards look like.

use super::output::{self, Failure, Output};
use super::{Ending, arguments};
use crate::tr;
use crate::workflow::Archive;
use crate::workflow::template::{self, Fault, Listed, Template};
use crate::workflow::{Error, template::TemplateFaults};
use serde_json::{Value, json};
use std::path::Path;

pub(super) fn run(arguments: arguments::Template, archive: &mut Archive, output: Output) -> Result<Ending, Failure> {
    match arguments {
        arguments::Template::List => list(archive, output),
        arguments::Template::Check { template_file } => check(&template_file, output),
        arguments::Template::Show { template_name } => show(archive, &template_name, output),
        arguments::Template::Use { template_name } => {
            template::choose(archive, &template_name)?;
            let text = tr!("template-chosen", name = template_name.as_str());
            output.result(&json!({"template": template_name}), &text);
            Ok(Ending::Done)
        }
        arguments::Template::Import { template_file, new_name } => {
            let template = template::import(archive, &template_file, new_name.as_deref())?;
            let text = tr!("template-imported", name = template.name.as_str());
            output.result(&described(&template), &text);
            Ok(Ending::Done)
        }
    }
}

fn list(archive: &Archive, output: Output) -> Result<Ending, Failure> {
    let chosen = archive.settings()?.template;
    let templates = template::list(archive.folder())?;
    let json = templates.iter().map(|Listed { name, shipped, template }| {
        json!({
            "name": name,
            "title": template.as_ref().ok().map(|template| &template.title),
            "shipped": shipped,
            "chosen": *name == chosen,
            "faults": template.as_ref().err().map_or_else(Vec::new, listed),
        })
    });
    let json = json!({"templates": json.collect::<Vec<_>>()});
    let lines = templates.iter().map(|Listed { name, template, .. }| {
        let about = match template {
            Ok(template) => template.title.clone(),
            Err(faults) => faults.faults.first().map(template::in_words).unwrap_or_default(),
        };
        let mark = if *name == chosen { "*" } else { "" };
        vec![mark.to_owned(), name.clone(), about]
    });
    output.result(&json, &output::table(&lines.collect::<Vec<_>>(), &[]));
    Ok(Ending::Done)
}

fn check(file: &Path, output: Output) -> Result<Ending, Failure> {
    let shown = file.display().to_string();
    match template::read(file) {
        Ok(template) => {
            let mut json = described(&template);
            json["faults"] = json!([]);
            output.result(&json, &tr!("template-good", file = shown));
            Ok(Ending::Done)
        }
        Err(Error::Template(faults)) => {
            let lines: Vec<String> = faults.faults.iter().map(template::in_words).collect();
            let text = format!("{}\n{}", tr!("template-bad", file = shown), lines.join("\n"));
            output.result(&json!({"name": faults.name, "faults": listed(&faults)}), &text);
            Ok(Ending::NeedsAPerson)
        }
        Err(error) => Err(error.into()),
    }
}

fn show(archive: &Archive, name: &str, output: Output) -> Result<Ending, Failure> {
    let template = template::load(archive.folder(), name)?;
    let mut json = described(&template);
    json["text"] = template.text.as_str().into();
    output.result(&json, &template.text);
    Ok(Ending::Done)
}

fn described(template: &Template) -> Value {
    json!({
        "name": template.name,
        "title": template.title,
        "preprinted": template.preprinted,
        "back": template.back.is_some(),
        "files": template.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(),
        "sha256": template.sha256(),
    })
}

fn listed(faults: &TemplateFaults) -> Vec<Value> {
    let fault = |fault: &Fault| {
        json!({
            "line": fault.line,
            "code": fault.wrong.code(),
            "subject": fault.wrong.subject(),
            "message": template::in_words(fault),
        })
    };
    faults.faults.iter().map(fault).collect()
}
