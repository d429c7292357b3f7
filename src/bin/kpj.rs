//! The command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    cetak_kpj::cli::run(std::env::args_os())
}
