//! `kpj mark`: what became of a batch.

use super::output::{Failure, Output};
use super::{Ending, arguments, life};
use crate::workflow::dossier::dossier;
use crate::workflow::{Archive, mark};
use chrono::Local;

pub(super) fn run(arguments: arguments::Mark, archive: &mut Archive, output: Output) -> Result<Ending, Failure> {
    let number = arguments.receipt.clone();
    let dossier = match arguments.mark() {
        None => dossier(archive, &number)?,
        Some(mark) => mark::mark(archive, &number, &mark, Local::now().date_naive())?,
    };
    output.result(&life::json(&dossier), &life::text(&dossier));
    Ok(Ending::Done)
}
