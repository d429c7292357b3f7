//! `kpj logo`: the picture on the letterhead of receipts.

use super::output::{self, Failure, Output};
use super::{Ending, arguments};
use crate::tr;
use crate::workflow::{Archive, logo};
use serde_json::json;

pub(super) fn run(arguments: &arguments::Logo, archive: &mut Archive, output: Output) -> Result<Ending, Failure> {
    let file = arguments.file.as_deref().filter(|_| !arguments.remove);
    let settings = logo::choose(archive, file)?;
    let file = file.map(output::path);
    let text = file.as_deref().map_or_else(|| tr!("logo-removed"), |file| tr!("logo-taken", file = file));
    output.result(&json!({"file": file, "logo": settings.logo}), &text);
    Ok(Ending::Done)
}
