//! What can be said on the command line. The words of the help are in the language files.

use crate::domain::company::CompanyField;
use crate::domain::pages::PageSelection;
use crate::domain::summary::SummaryBy;
use crate::domain::{self, Field, Kpj, Npp, Paper, Part, ReceiptNumber, ReceiptStatus, ReprintReason, Seal};
use crate::i18n::{LOADER, Language};
use crate::import::ReadOptions;
use crate::tr;
use crate::workflow::issue::{Choices, Particulars};
use crate::workflow::register::{Filter, SortBy};
use crate::workflow::sample::SampleKind;
use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

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
    ForgetMapping(ForgetMapping),
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
    #[command(subcommand)]
    Company(Company),
    #[command(subcommand)]
    Register(Register),
    Sample(Sample),
    #[command(subcommand)]
    Template(Template),
    #[command(subcommand)]
    Calibration(Calibration),
    Verify(Verify),
    Backup(Backup),
    Restore(Restore),
}

/// How to read the list, where detection must be overruled.
#[derive(Debug, Args)]
pub(super) struct Read {
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    #[arg(long, value_name = "N")]
    header_row: Option<u32>,
    #[arg(long, value_name = "FIELD=COLUMN", value_parser = mapping)]
    map: Vec<(Field, String)>,
    #[arg(long, value_name = "FILE2")]
    pub(super) kpj_from: Option<PathBuf>,
}

impl Read {
    pub(super) fn options(&self) -> ReadOptions {
        ReadOptions {
            sheet: self.sheet.clone(),
            header_row: self.header_row,
            columns: self.map.clone(),
            ..ReadOptions::default()
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct Check {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[command(flatten)]
    pub(super) read: Read,
    #[arg(long, value_name = "OUT")]
    pub(super) rejects: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct ForgetMapping {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct Issue {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[command(flatten)]
    pub(super) details: Details,
    #[command(flatten)]
    pub(super) order: Order,
    #[command(flatten)]
    pub(super) read: Read,
}

/// What is known of the company and its list; what is not said here is found in the file or in earlier batches.
#[derive(Debug, Args)]
pub(super) struct Details {
    #[arg(long, value_name = "NPP", value_parser = npp)]
    npp: Option<Npp>,
    #[arg(long, value_name = "NAME")]
    company: Option<String>,
    #[arg(long, value_name = "NAME")]
    ro: Option<String>,
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    entered: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    posted: Option<NaiveDate>,
}

impl Details {
    /// The particulars of a batch of this day; what `known` says counts where nothing is said here.
    pub(super) fn particulars(self, known: Option<Particulars>, date: NaiveDate) -> Particulars {
        let Self { npp, company, ro, email, entered, posted } = self;
        let known = known.unwrap_or_else(|| Particulars::on(date));
        Particulars {
            npp: npp.or(known.npp),
            company: company.or(known.company),
            ro: ro.or(known.ro),
            email: email.or(known.email),
            entered: entered.or(known.entered),
            posted: posted.or(known.posted),
            date,
        }
    }
}

/// How to issue.
#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the contract")]
pub(super) struct Order {
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) date: Option<NaiveDate>,
    #[arg(long, value_name = "PAPER", value_parser = one_of(Paper::ALL, Paper::as_str))]
    paper: Option<Paper>,
    #[arg(long, value_name = "NAME")]
    template: Option<String>,
    #[arg(long, value_name = "K", value_parser = clap::value_parser!(u16).range(1..))]
    start_at: Option<u16>,
    #[arg(long)]
    per_worker: bool,
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[arg(long)]
    accept_warnings: bool,
    #[arg(long)]
    skip_rejected: bool,
    #[arg(long)]
    dry_run: bool,
}

impl Order {
    pub(super) fn choices(self) -> Choices {
        let Self { date: _, paper, template, start_at, per_worker, out, accept_warnings, skip_rejected, dry_run } =
            self;
        let start_at = start_at.map(usize::from);
        Choices { paper, template, start_at, per_worker, out, accept_warnings, skip_rejected, dry_run }
    }
}

#[derive(Debug, Args)]
pub(super) struct Work {
    #[arg(long)]
    pub(super) small_first: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Pending {
    Add {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[command(flatten)]
        details: Details,
        #[command(flatten)]
        read: Read,
    },
    List,
    Show {
        #[arg(value_name = "ID")]
        id: i64,
    },
    Issue {
        #[arg(value_name = "ID")]
        id: i64,
        #[command(flatten)]
        details: Details,
        #[command(flatten)]
        order: Order,
        #[arg(long, value_name = "FILE2")]
        kpj_from: Option<PathBuf>,
    },
    Withdraw {
        #[arg(value_name = "ID")]
        id: i64,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
}

#[derive(Debug, Args)]
pub(super) struct Reprint {
    #[arg(value_name = "KPJ", required = true, num_args = 1.., value_parser = kpj)]
    pub(super) kpj: Vec<Kpj>,
    #[arg(long = "reason", value_name = "REASON", value_parser = one_of(ReprintReason::ALL, ReprintReason::as_str))]
    pub(super) why: ReprintReason,
    #[arg(long, value_name = "TEXT")]
    pub(super) note: String,
    #[arg(long, value_name = "PAPER", value_parser = one_of(Paper::ALL, Paper::as_str))]
    pub(super) paper: Option<Paper>,
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Receipt {
    #[arg(id = "receipt", value_name = "RECEIPT", value_parser = receipt)]
    pub(super) number: ReceiptNumber,
    #[arg(long)]
    pub(super) copy: bool,
    #[arg(long, conflicts_with = "copy")]
    pub(super) original: bool,
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Mark {
    #[arg(value_name = "RECEIPT", value_parser = receipt)]
    pub(super) receipt: ReceiptNumber,
    /// None: only show what became of the receipt.
    #[command(subcommand)]
    status: Option<MarkAs>,
}

#[derive(Debug, Subcommand)]
enum MarkAs {
    Printed {
        #[arg(long, value_name = "KPJ", num_args = 1.., value_parser = kpj)]
        failed: Vec<Kpj>,
    },
    Emailed {
        #[arg(long = "to", value_name = "NAME")]
        recipient: Option<String>,
        #[arg(long = "date", value_name = "DATE", value_parser = day)]
        on: Option<NaiveDate>,
    },
    HandedOver {
        #[arg(long = "to", value_name = "NAME")]
        recipient: Option<String>,
        #[arg(long = "date", value_name = "DATE", value_parser = day)]
        on: Option<NaiveDate>,
    },
}

impl Mark {
    pub(super) fn mark(self) -> Option<domain::Mark> {
        self.status.map(|status| match status {
            MarkAs::Printed { failed } => domain::Mark::Printed { failed },
            MarkAs::Emailed { recipient, on } => domain::Mark::Emailed { to: recipient, on },
            MarkAs::HandedOver { recipient, on } => domain::Mark::HandedOver { to: recipient, on },
        })
    }
}

#[derive(Debug, Args)]
pub(super) struct Print {
    #[arg(value_name = "RECEIPT", value_parser = receipt, required_unless_present = "list_printers")]
    pub(super) receipt: Option<ReceiptNumber>,
    #[arg(long, conflicts_with = "receipt")]
    list_printers: bool,
    #[arg(long, value_name = "WHAT", default_value = What::Both.as_str(), value_parser = one_of(What::ALL, What::as_str))]
    pub(super) what: What,
    #[arg(long, value_name = "NAME")]
    pub(super) printer: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=999))]
    pub(super) copies: u16,
    #[arg(long, value_name = "PAGES", conflicts_with = "spoilt", value_parser = pages)]
    pub(super) pages: Option<PageSelection>,
    #[arg(long)]
    pub(super) spoilt: bool,
    #[arg(long)]
    pub(super) both_sides: bool,
}

#[derive(Debug, Args)]
pub(super) struct Email {
    #[arg(value_name = "RECEIPT", value_parser = receipt)]
    pub(super) receipt: ReceiptNumber,
    #[arg(long = "to", id = "address", value_name = "ADDRESS")]
    pub(super) to: Option<String>,
    #[arg(long, value_name = "OUT")]
    pub(super) draft: Option<PathBuf>,
}

/// Which documents of a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    One(Part),
    Both,
}

impl What {
    const ALL: [Self; 3] = [Self::One(Part::Cards), Self::One(Part::Receipt), Self::Both];

    fn as_str(self) -> &'static str {
        match self {
            Self::One(part) => part.as_str(),
            Self::Both => "both",
        }
    }

    pub(super) fn parts(&self) -> &[Part] {
        match self {
            Self::One(part) => std::slice::from_ref(part),
            Self::Both => &Part::ALL,
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct Void {
    #[arg(value_name = "RECEIPT", value_parser = receipt)]
    pub(super) receipt: ReceiptNumber,
    #[arg(long, value_name = "TEXT")]
    pub(super) reason: String,
}

#[derive(Debug, Args)]
pub(super) struct Find {
    #[arg(value_name = "TEXT")]
    pub(super) text: String,
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=10_000))]
    pub(super) limit: usize,
}

#[derive(Debug, Subcommand)]
pub(super) enum Company {
    List(CompanyList),
    Show(CompanyShow),
    Set(CompanySet),
    Merge(CompanyMerge),
    Part(CompanyPart),
}

#[derive(Debug, Args)]
pub(super) struct CompanyList {
    #[arg(long, value_name = "TEXT")]
    pub(super) search: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct CompanyShow {
    #[arg(value_name = "NPP", value_parser = npp)]
    pub(super) npp: Npp,
}

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("said").required(true).multiple(true))]
pub(super) struct CompanySet {
    #[arg(value_name = "NPP", value_parser = npp)]
    pub(super) npp: Npp,
    #[arg(long, value_name = "NAME", group = "said")]
    name: Option<String>,
    #[arg(long, value_name = "NAME", group = "said")]
    ro: Option<String>,
    #[arg(long, value_name = "ADDRESS", group = "said")]
    email: Option<String>,
    #[arg(long, value_name = "TEXT", group = "said")]
    address: Option<String>,
    #[arg(long, value_name = "CODE", group = "said")]
    division: Option<String>,
}

impl CompanySet {
    pub(super) fn fields(&self) -> Vec<(CompanyField, String)> {
        let said = |field: CompanyField| match field {
            CompanyField::Name => &self.name,
            CompanyField::Ro => &self.ro,
            CompanyField::Email => &self.email,
            CompanyField::Address => &self.address,
            CompanyField::Division => &self.division,
        };
        CompanyField::ALL.into_iter().filter_map(|field| Some((field, said(field).clone()?))).collect()
    }
}

#[derive(Debug, Args)]
pub(super) struct CompanyMerge {
    #[arg(value_name = "FROM", value_parser = npp)]
    pub(super) from: Npp,
    #[arg(value_name = "INTO", value_parser = npp)]
    pub(super) into: Npp,
    #[arg(long, value_name = "TEXT")]
    pub(super) reason: String,
}

#[derive(Debug, Args)]
pub(super) struct CompanyPart {
    #[arg(value_name = "NPP", value_parser = npp)]
    pub(super) npp: Npp,
    #[arg(long, value_name = "TEXT")]
    pub(super) reason: String,
}

#[derive(Debug, Subcommand)]
pub(super) enum Register {
    List(Listed),
    Summary(Summary),
    Export(Export),
    Import(Import),
    Imports,
}

#[derive(Debug, Args)]
pub(super) struct Listed {
    #[command(flatten)]
    pub(super) filter: List,
    #[arg(long, value_name = "COLUMN", default_value = SortBy::default().as_str(), value_parser = one_of(SortBy::ALL, SortBy::as_str))]
    pub(super) sort: SortBy,
    #[arg(long)]
    pub(super) ascending: bool,
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
}

#[derive(Debug, Args)]
pub(super) struct List {
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    to: Option<NaiveDate>,
    #[arg(long, value_name = "NPP", value_parser = npp)]
    npp: Option<Npp>,
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
    #[arg(long, value_name = "STATUS", value_parser = one_of(ReceiptStatus::ALL, ReceiptStatus::as_str))]
    status: Option<ReceiptStatus>,
}

impl List {
    pub(super) fn filter(self) -> Filter {
        let Self { from, to, npp, search, status } = self;
        Filter { from, to, npp, search, status }
    }
}

#[derive(Debug, Args)]
pub(super) struct Summary {
    #[arg(long, value_name = "BY", default_value = SummaryBy::default().as_str(), value_parser = one_of(SummaryBy::ALL, SummaryBy::as_str))]
    pub(super) by: SummaryBy,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) from: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) to: Option<NaiveDate>,
}

#[derive(Debug, Args)]
pub(super) struct Export {
    #[arg(value_name = "OUT")]
    pub(super) out: PathBuf,
    #[arg(long)]
    pub(super) full: bool,
    #[command(flatten)]
    pub(super) filter: List,
}

#[derive(Debug, Args)]
pub(super) struct Import {
    #[arg(value_name = "OLD", required_unless_present = "undo", conflicts_with = "undo")]
    pub(super) file: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub(super) sheet: Vec<String>,
    #[arg(long)]
    pub(super) take_suggestions: bool,
    #[arg(long)]
    pub(super) skip_rejected: bool,
    #[arg(long)]
    pub(super) dry_run: bool,
    #[arg(long, value_name = "N", requires = "reason")]
    pub(super) undo: Option<u32>,
    #[arg(long, value_name = "TEXT", requires = "undo")]
    pub(super) reason: Option<String>,
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

#[derive(Debug, Subcommand)]
pub(super) enum Template {
    List,
    Check {
        #[arg(value_name = "FILE")]
        template_file: PathBuf,
    },
    Show {
        #[arg(value_name = "NAME")]
        template_name: String,
    },
    Use {
        #[arg(value_name = "NAME")]
        template_name: String,
    },
    Import {
        #[arg(value_name = "FILE")]
        template_file: PathBuf,
        #[arg(long = "name", value_name = "NAME")]
        new_name: Option<String>,
    },
}
#[derive(Debug, Args)]
pub(super) struct Verify {
    #[arg(long, value_name = "CODE", value_parser = seal)]
    pub(super) code: Option<Seal>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Calibration {
    List,
    Set(SetCalibration),
    Page {
        #[arg(value_name = "OUT")]
        out: PathBuf,
        #[arg(long, value_name = "NAME")]
        printer: String,
        #[arg(id = "page-paper", long = "paper", value_name = "PAPER", default_value = "a4", value_parser = one_of(Paper::ALL, Paper::as_str))]
        paper: Paper,
        #[arg(long)]
        corrected: bool,
    },
    Apply {
        #[arg(value_name = "PDF")]
        pdf: PathBuf,
        #[arg(value_name = "OUT")]
        out: PathBuf,
        #[arg(long, value_name = "NAME")]
        printer: String,
    },
}

#[derive(Debug, Args)]
pub(super) struct SetCalibration {
    #[arg(long, value_name = "NAME")]
    pub(super) printer: String,
    #[arg(long, value_name = "MM", default_value_t = 0.0, value_parser = decimal, allow_negative_numbers = true)]
    pub(super) offset_x: f64,
    #[arg(long, value_name = "MM", default_value_t = 0.0, value_parser = decimal, allow_negative_numbers = true)]
    pub(super) offset_y: f64,
    #[arg(long, value_name = "FACTOR", default_value_t = 1.0, value_parser = decimal)]
    pub(super) scale_x: f64,
    #[arg(long, value_name = "FACTOR", default_value_t = 1.0, value_parser = decimal)]
    pub(super) scale_y: f64,
    #[arg(long, value_name = "A,B,C,D", value_parser = measured, conflicts_with_all = ["offset_x", "offset_y", "scale_x", "scale_y"])]
    pub(super) measured: Option<[f64; 4]>,
    #[arg(id = "page-paper", long = "paper", value_name = "PAPER", default_value = "a4", value_parser = one_of(Paper::ALL, Paper::as_str))]
    pub(super) paper: Paper,
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

/// Takes one of a few keys.
fn one_of<T, const N: usize>(all: [T; N], key: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.map(key))
        .try_map(move |chosen| all.into_iter().find(|value| key(*value) == chosen).ok_or("unknown"))
}

fn receipt(text: &str) -> Result<ReceiptNumber, String> {
    let text = text.trim();
    if text.is_empty() { Err(tr!("cli-bad-receipt")) } else { Ok(ReceiptNumber(text.to_owned())) }
}

fn kpj(text: &str) -> Result<Kpj, String> {
    Kpj::parse(text).map_err(|_| tr!("cli-bad-kpj"))
}

/// `0.3` and `0,3`.
fn decimal(text: &str) -> Result<f64, String> {
    text.trim().replace(',', ".").parse().map_err(|_| tr!("cli-bad-millimetres"))
}

fn measured(text: &str) -> Result<[f64; 4], String> {
    let numbers: Option<Vec<f64>> = text.split(',').map(|number| number.trim().parse().ok()).collect();
    numbers.and_then(|numbers| numbers.try_into().ok()).ok_or_else(|| tr!("cli-bad-measured"))
}

fn seal(text: &str) -> Result<Seal, String> {
    Seal::parse(text).map_err(|_| tr!("cli-bad-code"))
}

fn pages(text: &str) -> Result<PageSelection, String> {
    text.parse().map_err(|_| tr!("cli-bad-pages"))
}

fn npp(text: &str) -> Result<Npp, String> {
    Npp::parse(text).map_err(|_| tr!("cli-bad-npp"))
}

/// Both the contract's form and the one people write: `2026-11-20`, `20-11-2026`.
fn day(text: &str) -> Result<NaiveDate, String> {
    ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]
        .into_iter()
        .find_map(|form| NaiveDate::parse_from_str(text, form).ok())
        .filter(|date| (1900..=2999).contains(&chrono::Datelike::year(date)))
        .ok_or_else(|| tr!("cli-bad-date"))
}

fn mapping(text: &str) -> Result<(Field, String), String> {
    let (key, column) = text.split_once('=').ok_or_else(|| tr!("cli-bad-map"))?;
    let field = Field::from_key(key.trim()).ok_or_else(|| tr!("cli-bad-map"))?;
    Ok((field, column.trim().to_owned()))
}

/// Gives every command and argument its help in the language of the user.
pub(super) fn localised(command: clap::Command) -> clap::Command {
    localised_below("", command)
}

fn localised_below(parent: &str, command: clap::Command) -> clap::Command {
    let name = command.get_name().to_owned();
    command
        .about(LOADER.get(&about_id(parent, &name)))
        .mut_args(|argument| {
            let help = LOADER.get(&help_id(parent, &name, argument.get_id().as_str()));
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
    if LOADER.has(&own) { own } else { general }
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
            assert!(LOADER.has(&id), "{id}");
            for argument in command.get_arguments() {
                let id = help_id(parent, name, argument.get_id().as_str());
                assert!(LOADER.has(&id), "{id}");
            }
            command.get_subcommands().for_each(|below| look(name, below));
        }
        Arguments::command().debug_assert();
        look("", &Arguments::command());
    }
}
