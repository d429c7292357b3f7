//! `kpj card`: everything that happened to one card; `kpj spoilt`: the cards that wait to be printed again.

use super::life::moment;
use super::output::{self, Failure, Output};
use super::{Ending, arguments};
use crate::domain::date;
use crate::domain::life::{CardEvent, CardEventKind, SpoiltCard};
use crate::workflow::{Archive, dossier};
use crate::{i18n, tr};
use serde_json::{Value, json};

pub(super) fn run(arguments: &arguments::Card, archive: &Archive, output: Output) -> Result<Ending, Failure> {
    let events = dossier::of_card(archive, &arguments.kpj)?;
    let json = json!({"kpj": arguments.kpj.as_str(), "history": events.iter().map(event).collect::<Vec<_>>()});
    let line = |event: &CardEvent| {
        let (at, receipt) = (date::moment(event.at), event.receipt.to_string());
        vec![at, receipt, i18n::card_event(&event.kind), event.actor.clone()]
    };
    output.result(&json, &output::table(&events.iter().map(line).collect::<Vec<_>>(), &[]));
    Ok(Ending::Done)
}

fn event(event: &CardEvent) -> Value {
    let mut json = json!({
        "at": moment(event.at),
        "actor": event.actor,
        "receipt": event.receipt.to_string(),
        "event": event.kind.as_str(),
    });
    match &event.kind {
        CardEventKind::Status { status: _, to, on, reason } => {
            json["to"] = to.as_deref().into();
            json["on"] = on.map(|day| day.to_string()).into();
            json["reason"] = reason.as_deref().into();
        }
        CardEventKind::Spoilt { settled } => json["settled"] = settled.map(moment).into(),
        CardEventKind::Reprinted { copy, reason, note } => {
            json["copy"] = (*copy).into();
            json["reason"] = reason.as_str().into();
            json["note"] = note.as_str().into();
        }
    }
    json
}

pub(super) fn spoilt(archive: &Archive, output: Output) -> Result<Ending, Failure> {
    let cards = dossier::spoilt(archive)?;
    let json = json!({"spoilt": cards.iter().map(spoilt_json).collect::<Vec<_>>()});
    let line = |card: &SpoiltCard| {
        vec![
            card.kpj.to_string(),
            card.name.clone(),
            card.receipt.to_string(),
            card.company.clone(),
            date::moment(card.since),
        ]
    };
    let rows: Vec<_> = cards.iter().map(line).collect();
    let text = if rows.is_empty() { tr!("spoilt-none") } else { output::table(&rows, &[]) };
    output.result(&json, &text);
    Ok(Ending::Done)
}

fn spoilt_json(card: &SpoiltCard) -> Value {
    json!({
        "kpj": card.kpj.as_str(),
        "name": card.name,
        "receipt": card.receipt.to_string(),
        "npp": card.npp.as_str(),
        "company": card.company,
        "since": moment(card.since),
        "actor": card.actor,
    })
}
