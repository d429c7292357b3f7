//! The command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    cetak_kpj::import::apart::begin().unwrap_or_else(|| cetak_kpj::cli::run(std::env::args_os()))
}
