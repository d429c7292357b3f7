//! `kpj guide`: the first ten minutes, in the system's viewer or as a file.

use super::output::{self, Failure, Output};
use super::{Ending, arguments};
use crate::tr;
use crate::workflow::guide;
use serde_json::json;
use std::path::Path;

pub(super) fn run(arguments: &arguments::Guide, folder: &Path, output: Output) -> Result<Ending, Failure> {
    if let Some(out) = &arguments.out {
        guide::write(out)?;
        let file = output::path(out);
        output.result(&json!({"file": file, "opened": false}), &tr!("guide-written", file = file.as_str()));
        return Ok(Ending::Done);
    }
    let file = guide::put(folder)?;
    let opened = open::that_detached(&file).is_ok();
    let file = output::path(&file);
    let json = json!({"file": file, "opened": opened});
    if opened {
        output.result(&json, &tr!("guide-written", file = file));
        Ok(Ending::Done)
    } else {
        output.result(&json, &tr!("guide-not-shown", file = file));
        Ok(Ending::NeedsAPerson)
    }
}
