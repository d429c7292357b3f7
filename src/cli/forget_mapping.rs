//! `kpj forget-mapping`: what was said of the columns of lists with these titles counts no more.

use super::output::{Failure, Output};
use super::{Ending, arguments};
use crate::progress::Silent;
use crate::tr;
use crate::workflow::{Archive, columns};
use serde_json::json;
use std::path::Path;

pub(super) fn run(arguments: &arguments::ForgetMapping, folder: &Path, output: Output) -> Result<Ending, Failure> {
    let forgotten = match Archive::open_existing(folder)? {
        None => false,
        Some(archive) => columns::forget(&archive, &arguments.file, &Silent)?,
    };
    let file = arguments.file.display().to_string();
    let text = if forgotten {
        tr!("cli-mapping-forgotten", file = file.as_str())
    } else {
        tr!("cli-mapping-unknown", file = file.as_str())
    };
    output.result(&json!({"file": file, "forgotten": forgotten}), &text);
    Ok(Ending::Done)
}
