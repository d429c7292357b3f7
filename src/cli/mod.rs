//! The command line: the same work as in the window, for scripts and scheduled tasks.
//!
//! What is written to stdout, the JSON keys and the exit codes are a promise (CONTRACT.md).

mod arguments;
mod backup;
mod calibration;
mod card;
mod check;
mod company;
mod email;
mod explain;
mod find;
mod forget_mapping;
mod guide;
mod issue;
mod life;
mod logo;
mod mark;
mod output;
mod pending;
mod people;
mod print;
mod progress;
mod receipt;
mod register;
mod reprint;
mod sample;
mod settings;
mod take_over;
mod template;
mod verify;
mod verify_code;
mod void;
mod work;

use crate::i18n::{self, Language};
use crate::log;
use crate::workflow::{self, Archive};
use arguments::{Arguments, Command, Register};
use clap::{CommandFactory, FromArgMatches};
use output::{Failure, Output};
use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

/// How a command ended when it could be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// Exit code 0.
    Done,
    /// Exit code 1: something needs a person.
    NeedsAPerson,
}

/// Runs `kpj` with these arguments (the first is the program's name) and returns the contract's exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let output = Output { json: arguments.iter().any(|argument| argument == "--json") };
    // Help and usage errors speak the user's language too, so it is needed before anything is parsed.
    i18n::select(language(&arguments));
    let parsed = arguments::localised(Arguments::command())
        .try_get_matches_from(arguments)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) if !error.use_stderr() => {
            let _ = error.print();
            return ExitCode::SUCCESS;
        }
        Err(error) => return output.failure(&Failure::usage(&error)),
    };
    match command(arguments, output) {
        Ok(Ending::Done) => ExitCode::SUCCESS,
        Ok(Ending::NeedsAPerson) => ExitCode::from(1),
        Err(failure) => output.failure(&failure),
    }
}

fn language(arguments: &[OsString]) -> Language {
    let mut words = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(word) = words.next() {
        let value = if word == "--lang" { words.next() } else { word.strip_prefix("--lang=") };
        match value {
            Some("en") => return Language::En,
            Some(_) => return Language::Id,
            None => {}
        }
    }
    Language::Id
}

fn command(arguments: Arguments, output: Output) -> Result<Ending, Failure> {
    let folder = arguments.data_dir.or_else(Archive::default_folder);
    let folder = || folder.clone().ok_or_else(|| Failure::new("no-data-folder", i18n::error("no-data-folder", "")));
    match arguments.command {
        // These write nothing of the office's but what is remembered of columns, not even a log.
        Command::Check(arguments) => check::run(&arguments, &folder()?, output),
        Command::ForgetMapping(arguments) => forget_mapping::run(&arguments, &folder()?, output),
        Command::Explain(arguments) => explain::run(&arguments, output),
        Command::Guide(arguments) => guide::run(&arguments, &folder()?, output),
        Command::Sample(arguments) => sample::run(&arguments, output),
        Command::Issue(arguments) => in_office(&folder()?, |office| issue::run(arguments, office, output)),
        Command::Reprint(arguments) => in_office(&folder()?, |office| reprint::run(arguments, office, output)),
        Command::Receipt(arguments) => in_office(&folder()?, |office| receipt::run(&arguments, office, output)),
        Command::Logo(arguments) => in_office(&folder()?, |office| logo::run(&arguments, office, output)),
        Command::Mark(arguments) => in_office(&folder()?, |office| mark::run(arguments, office, output)),
        Command::Email(arguments) => in_office(&folder()?, |office| email::run(&arguments, office, output)),
        Command::Print(arguments) => in_office(&folder()?, |office| print::run(&arguments, office, output)),
        Command::Void(arguments) => in_office(&folder()?, |office| void::run(&arguments, office, output)),
        Command::Calibration(arguments) => in_office(&folder()?, |office| calibration::run(arguments, office, output)),
        Command::Settings(arguments) => in_office(&folder()?, |office| settings::run(arguments, office, output)),
        Command::Template(arguments) => in_office(&folder()?, |office| template::run(arguments, office, output)),
        Command::Work(arguments) => in_office(&folder()?, |office| work::run(&arguments, office, output)),
        Command::Pending(arguments) => in_office(&folder()?, |office| pending::run(arguments, office, output)),
        Command::Company(command) => in_office(&folder()?, |office| company::run(command, office, output)),
        Command::Card(arguments) => in_office(&folder()?, |office| card::run(&arguments, office, output)),
        Command::People(arguments) => in_office(&folder()?, |office| people::run(&arguments, office, output)),
        Command::Spoilt => in_office(&folder()?, |office| card::spoilt(office, output)),
        Command::Find(arguments) => in_office(&folder()?, |office| find::run(&arguments, office, output)),
        Command::Register(Register::List(arguments)) => {
            in_office(&folder()?, |office| register::list(arguments, office, output))
        }
        Command::Register(Register::Summary(arguments)) => {
            in_office(&folder()?, |office| register::summary(&arguments, office, output))
        }
        Command::Register(Register::Import(arguments)) => take_over::run(arguments, &folder()?, output),
        Command::Register(Register::Imports) => in_office(&folder()?, |office| take_over::list(office, output)),
        Command::Register(Register::Export(arguments)) => {
            in_office(&folder()?, |office| register::export(arguments, office, output))
        }
        Command::Backup(arguments) => in_office(&folder()?, |office| backup::make(&arguments, office, output)),
        // Opens no archive: what is there may be past opening.
        Command::Restore(arguments) => backup::restore(&arguments, &folder()?, output),
        Command::Verify(arguments) => in_office(&folder()?, |office| match arguments.code {
            Some(code) => verify_code::run(&code, office, output),
            None => verify::run(office, output),
        }),
    }
}

/// Opens the data folder and keeps its log while the work is done.
fn in_office(folder: &Path, work: impl FnOnce(&mut Archive) -> Result<Ending, Failure>) -> Result<Ending, Failure> {
    log::keep(folder);
    work(&mut Archive::open(folder)?)
}

impl From<workflow::Error> for Failure {
    fn from(error: workflow::Error) -> Self {
        tracing::error!(code = error.code(), "could not be done");
        let failure = Self::new(error.code(), error.explain());
        if let workflow::Error::Unfinished { .. } = error { failure.although_written() } else { failure }
    }
}
