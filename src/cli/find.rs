//! `kpj find`: who holds which cards.

use super::output::{self, Failure, Output};
use super::{Ending, arguments};
use crate::domain::person::{Found, HeldCard, Person};
use crate::workflow::{Archive, find};
use crate::{i18n, tr};
use serde_json::{Value, json};

pub(super) fn run(arguments: &arguments::Find, archive: &Archive, output: Output) -> Result<Ending, Failure> {
    let found = find::find(archive, &arguments.text, arguments.limit)?;
    let people: Vec<Value> = found.people.iter().map(person).collect();
    output.result(&json!({"people": people, "more": found.more}), &text(&found));
    Ok(Ending::Done)
}

fn person(person: &Person) -> Value {
    let mut json = json!({
        "nik": person.nik.map(|nik| nik.to_string()),
        "name": person.name,
        "birth_date": person.birth_date.map(|day| day.to_string()),
        "cards": person.cards.iter().map(card).collect::<Vec<_>>(),
    });
    if let Some(number) = &person.passport {
        json["passport"] = number.as_str().into();
    }
    json
}

fn card(card: &HeldCard) -> Value {
    json!({
        "kpj": card.kpj.as_str(),
        "receipt": card.receipt.to_string(),
        "date": card.date.to_string(),
        "npp": card.npp.as_str(),
        "company": card.company,
        "status": card.status.as_str(),
        "copies": card.copies,
    })
}

fn text(found: &Found) -> String {
    if found.people.is_empty() {
        return tr!("find-nobody");
    }
    let mut text = String::new();
    for person in &found.people {
        let number = person.nik.map(|nik| nik.to_string()).or_else(|| person.passport.clone());
        let born = person.birth_date.map_or_else(String::new, |day| format!("  {day}"));
        text.push_str(&format!("{}  {}{born}\n", person.name, number.unwrap_or_default()));
        let cards = person.cards.iter().map(|card| {
            let copies =
                if card.copies > 0 { tr!("find-copies", copies = card.copies.to_string()) } else { String::new() };
            vec![
                String::new(),
                card.kpj.to_string(),
                card.date.to_string(),
                card.receipt.to_string(),
                card.npp.to_string(),
                card.company.clone(),
                i18n::status(card.status),
                copies,
            ]
        });
        text.push_str(&output::table(&cards.collect::<Vec<_>>(), &[]));
    }
    if found.more {
        text.push_str(&tr!("find-more", limit = found.people.len().to_string()));
    }
    text
}
