//! `kpj receipt`: a receipt once more, as it was issued, as a copy, or with the mark BATAL.

use super::output::{self, Failure, Output};
use super::progress::Bar;
use super::{Ending, arguments};
use crate::tr;
use crate::workflow::Archive;
use crate::workflow::receipt::{Wanted, give};
use chrono::Local;
use serde_json::json;

pub(super) fn run(arguments: &arguments::Receipt, archive: &mut Archive, output: Output) -> Result<Ending, Failure> {
    let wanted = match (arguments.copy, arguments.original) {
        (true, _) => Wanted::Copy,
        (false, true) => Wanted::Original,
        (false, false) => Wanted::Standing,
    };
    let bar = Bar::new();
    let given = give(archive, &arguments.number, wanted, arguments.out.as_deref(), Local::now().date_naive(), &bar)?;
    drop(bar);
    let json = json!({
        "receipt": arguments.number.to_string(),
        "copy": given.copy,
        "file": output::path(&given.file),
        "out": given.out.as_deref().map(output::path),
        "failed_out": given.failed_out.as_deref().map(output::path),
    });
    let mut rows = vec![vec![tr!("cli-file-receipt"), output::path(&given.file)]];
    rows.extend(given.copy.map(|copy| vec![tr!("life-copies"), tr!("life-copy", number = copy.to_string())]));
    rows.extend(given.out.iter().map(|out| vec![tr!("cli-copy"), output::path(out)]));
    rows.extend(given.failed_out.iter().map(|out| vec![tr!("cli-failed-copy"), output::path(out)]));
    output.result(&json, &output::table(&rows, &[]));
    Ok(if given.failed_out.is_none() { Ending::Done } else { Ending::NeedsAPerson })
}
