//! `kpj verify`: proves the archive.

use super::Ending;
use super::output::{self, Failure, Output};
use super::progress::Bar;
use crate::tr;
use crate::workflow::Archive;
use crate::workflow::verify::{Proof, verify};
use serde_json::{Value, json};

pub(super) fn run(archive: &Archive, output: Output) -> Result<Ending, Failure> {
    let bar = Bar::new();
    let proof = verify(archive, &bar)?;
    drop(bar);
    output.result(&json(&proof), &text(&proof));
    Ok(if proof.is_ok() { Ending::Done } else { Ending::NeedsAPerson })
}

fn json(proof: &Proof) -> Value {
    let differences = proof.differences.iter().map(|difference| {
        json!({
            "receipt": difference.receipt.as_ref().map(ToString::to_string),
            "code": difference.code.as_str(),
            "message": difference.message(),
        })
    });
    json!({
        "ok": proof.is_ok(),
        "receipts": proof.receipts,
        "cards": proof.cards,
        "differences": differences.collect::<Vec<_>>(),
        "audit": proof.audit.as_ref().map(|head| json!({"entries": head.entries, "hash": head.hash})),
    })
}

fn text(proof: &Proof) -> String {
    let rows: Vec<Vec<String>> = proof
        .differences
        .iter()
        .map(|difference| {
            let receipt = difference.receipt.as_ref().map_or_else(|| "—".to_owned(), ToString::to_string);
            vec![receipt, format!("{} [{}]", difference.message(), difference.code.as_str())]
        })
        .collect();
    let (receipts, cards) = (proof.receipts.to_string(), proof.cards.to_string());
    let sum = if proof.is_ok() {
        tr!("verify-sound", receipts = receipts, cards = cards)
    } else {
        tr!("verify-differences", differences = rows.len().to_string(), receipts = receipts, cards = cards)
    };
    let mut text = output::table(&rows, &[]) + &sum + "\n";
    if let Some(head) = &proof.audit {
        text.push_str(&tr!("verify-trail", entries = head.entries.to_string(), hash = head.hash.as_str()));
    }
    text
}
