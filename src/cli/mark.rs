//! `kpj mark`: what became of a batch.

use super::arguments::MarkAs;
use super::output::{Failure, Output};
use super::progress::Bar;
use super::{Ending, arguments, life};
use crate::domain::Mark;
use crate::workflow::dossier::dossier;
use crate::workflow::{Archive, mark, scan};
use chrono::Local;

pub(super) fn run(arguments: arguments::Mark, archive: &mut Archive, output: Output) -> Result<Ending, Failure> {
    let (number, today) = (&arguments.receipt, Local::now().date_naive());
    let dossier = match arguments.status {
        None => dossier(archive, number)?,
        Some(MarkAs::Printed { failed }) => mark::printed(archive, number, &failed.into_iter().collect(), today)?,
        Some(MarkAs::Emailed { recipient: to, on }) => mark::mark(archive, number, &Mark::Emailed { to, on }, today)?,
        Some(MarkAs::HandedOver { recipient: to, on, scan }) => {
            let handed = Mark::HandedOver { to, on };
            match scan {
                None => mark::mark(archive, number, &handed, today)?,
                Some(file) => scan::attach(archive, number, &file, Some((&handed, today)), &Bar::new())?,
            }
        }
    };
    output.result(&life::json(&dossier), &life::text(&dossier));
    Ok(Ending::Done)
}
