//! `kpj void`: a receipt is cancelled.

use super::output::{Failure, Output};
use super::{Ending, arguments, life};
use crate::workflow::{Archive, void};

pub(super) fn run(arguments: &arguments::Void, archive: &mut Archive, output: Output) -> Result<Ending, Failure> {
    let dossier = void::void(archive, &arguments.receipt, &arguments.reason)?;
    output.result(&life::json(&dossier), &life::text(&dossier));
    Ok(Ending::Done)
}
