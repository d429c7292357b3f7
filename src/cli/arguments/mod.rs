//! What can be said on the command line. The words of the help are in the language files.

mod card;
mod list;
mod receipt;
mod register;
mod settings;
mod value;

pub(super) use card::{Calibration, Template};
pub(super) use list::{Check, ForgetMapping, Issue, Pending, Work};
pub(super) use receipt::{Email, Logo, Mark, MarkAs, People, Print, Receipt, Reprint, Verify, Void};
pub(super) use register::{Card, Company, Export, Find, Import, Listed, Register, Summary};
pub(super) use settings::Settings;

use crate::domain::Code;
use crate::i18n::{Language, words};
use crate::workflow::sample::SampleKind;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
use value::one_of;

#[derive(Debug, Parser)]
#[command(name = "kpj", version)]
pub(super) struct Arguments {
    #[arg(long, global = true, value_name = "DIR", env = "CETAK_KPJ_DATA", hide_env_values = true)]
    pub(super) data_dir: Option<PathBuf>,
    #[arg(long, global = true)]
    pub(super) json: bool,
    #[arg(long, global = true, value_name = "LANG", default_value = "id", value_parser = one_of(Language::ALL, Language::as_str))]
    pub(super) lang: Language,
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Check(Check),
    Email(Email),
    Explain(Explain),
    ForgetMapping(ForgetMapping),
    Guide(Guide),
    Issue(Issue),
    Reprint(Reprint),
    Receipt(Receipt),
    Mark(Mark),
    Print(Print),
    Void(Void),
    Work(Work),
    #[command(subcommand)]
    Pending(Pending),
    Find(Find),
    Card(Card),
    People(People),
    Spoilt,
    #[command(subcommand)]
    Company(Company),
    #[command(subcommand)]
    Register(Register),
    Sample(Sample),
    #[command(subcommand)]
    Template(Template),
    #[command(subcommand)]
    Calibration(Calibration),
    #[command(subcommand)]
    Settings(Settings),
    Verify(Verify),
    Logo(Logo),
    Backup(Backup),
    Restore(Restore),
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    #[arg(value_name = "CODE", value_parser = one_of(Code::ALL, Code::as_str))]
    pub(super) code: Option<Code>,
}

#[derive(Debug, Args)]
pub(super) struct Guide {
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Sample {
    #[arg(value_name = "OUT")]
    pub(super) out: PathBuf,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(super) rows: u32,
    #[arg(long, value_name = "KIND", default_value = SampleKind::default().as_str(), value_parser = one_of(SampleKind::ALL, SampleKind::as_str))]
    pub(super) kind: SampleKind,
    #[arg(long)]
    pub(super) dirty: bool,
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(super) seed: u64,
}

#[derive(Debug, Args)]
pub(super) struct Backup {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Debug, Args)]
pub(super) struct Restore {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) force: bool,
}

/// Gives every command and argument its help in the language of the user.
pub(super) fn localised(command: clap::Command) -> clap::Command {
    localised_below("", command)
}

fn localised_below(parent: &str, command: clap::Command) -> clap::Command {
    let name = command.get_name().to_owned();
    command
        .about(words().get(&about_id(parent, &name)))
        .mut_args(|argument| {
            let help = words().get(&help_id(parent, &name, argument.get_id().as_str()));
            argument.help(help)
        })
        .mut_subcommands(|below| localised_below(&name, below))
}

/// The words of a command: its own below this parent, else those of its name.
fn about_id(parent: &str, name: &str) -> String {
    first_of(format!("cli-{parent}-{name}"), format!("cli-{name}"))
}

/// The words of an argument: its own in this command, else those of its name.
fn help_id(parent: &str, command: &str, argument: &str) -> String {
    let argument = argument.replace('_', "-");
    first_of(format!("cli-arg-{parent}-{command}-{argument}"), format!("cli-arg-{argument}"))
}

fn first_of(own: String, general: String) -> String {
    if words().has(&own) { own } else { general }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn every_command_and_argument_has_its_help() {
        fn look(parent: &str, command: &clap::Command) {
            let name = command.get_name();
            let id = about_id(parent, name);
            assert!(words().has(&id), "{id}");
            for argument in command.get_arguments() {
                let id = help_id(parent, name, argument.get_id().as_str());
                assert!(words().has(&id), "{id}");
            }
            command.get_subcommands().for_each(|below| look(name, below));
        }
        Arguments::command().debug_assert();
        look("", &Arguments::command());
    }
}
