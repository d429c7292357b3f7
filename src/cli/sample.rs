//! `kpj sample`: a synthetic list to learn and to measure with.

use super::output::{Failure, Output};
use super::{Ending, arguments};
use crate::tr;
use crate::workflow::sample::{self, Sample};
use serde_json::json;

pub(super) fn run(arguments: &arguments::Sample, output: Output) -> Result<Ending, Failure> {
    let &arguments::Sample { rows, kind, dirty, seed, .. } = arguments;
    sample::write(Sample { rows, kind, dirty, seed }, &arguments.out)?;
    let file = arguments.out.display().to_string();
    let text = tr!("cli-sample-written", rows = rows.to_string(), file = file.as_str());
    output.result(&json!({"file": file, "rows": rows}), &text);
    Ok(Ending::Done)
}
