//! `kpj people`: the people of a receipt.

use super::output::{self, Failure, Output};
use super::{Ending, arguments};
use crate::domain::IssuedCard;
use crate::workflow::{Archive, dossier};
use serde_json::{Value, json};

pub(super) fn run(arguments: &arguments::People, archive: &Archive, output: Output) -> Result<Ending, Failure> {
    let cards = dossier::people(archive, &arguments.receipt)?;
    let json =
        json!({"receipt": arguments.receipt.to_string(), "people": cards.iter().map(person).collect::<Vec<_>>()});
    let line = |(at, card): (usize, &IssuedCard)| {
        let worker = &card.worker;
        let born = worker.birth_date.map(|day| day.to_string()).unwrap_or_default();
        let (kpj, identity) = (worker.kpj.to_string(), worker.identity.as_str().to_owned());
        vec![(at + 1).to_string(), kpj, worker.name.clone(), identity, born]
    };
    output.result(&json, &output::table(&cards.iter().enumerate().map(line).collect::<Vec<_>>(), &[0]));
    Ok(Ending::Done)
}

fn person(card: &IssuedCard) -> Value {
    let worker = &card.worker;
    let nik = worker.identity.nik();
    let mut json = json!({
        "kpj": worker.kpj.as_str(),
        "nik": nik.map(ToString::to_string),
        "name": worker.name,
        "birth_date": worker.birth_date.map(|day| day.to_string()),
    });
    if nik.is_none() {
        json["passport"] = worker.identity.as_str().into();
    }
    json
}
