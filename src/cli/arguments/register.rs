//! What is said of the register, of people and of companies.

use super::value::{day, kpj, npp, one_of};
use crate::domain::company::CompanyField;
use crate::domain::summary::SummaryBy;
use crate::domain::{Kpj, Npp, ReceiptStatus};
use crate::workflow::register::{Filter, Sort, SortBy};
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(in crate::cli) struct Find {
    #[arg(value_name = "TEXT")]
    pub(in crate::cli) text: String,
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=10_000))]
    pub(in crate::cli) limit: usize,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Card {
    #[arg(id = "one-kpj", value_name = "KPJ", value_parser = kpj)]
    pub(in crate::cli) kpj: Kpj,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Company {
    List(CompanyList),
    Show(CompanyShow),
    Alike(CompanyShow),
    Set(CompanySet),
    Merge(CompanyMerge),
    Part(CompanyPart),
}

#[derive(Debug, Args)]
pub(in crate::cli) struct CompanyList {
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) search: Option<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct CompanyShow {
    #[arg(value_name = "NPP", value_parser = npp)]
    pub(in crate::cli) npp: Npp,
}

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("said").required(true).multiple(true))]
pub(in crate::cli) struct CompanySet {
    #[arg(value_name = "NPP", value_parser = npp)]
    pub(in crate::cli) npp: Npp,
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
    pub(in crate::cli) fn fields(&self) -> Vec<(CompanyField, String)> {
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
pub(in crate::cli) struct CompanyMerge {
    #[arg(value_name = "FROM", value_parser = npp)]
    pub(in crate::cli) from: Npp,
    #[arg(value_name = "INTO", value_parser = npp)]
    pub(in crate::cli) into: Npp,
    #[arg(long, value_name = "TEXT", required_unless_present = "dry_run")]
    pub(in crate::cli) reason: Option<String>,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct CompanyPart {
    #[arg(value_name = "NPP", value_parser = npp)]
    pub(in crate::cli) npp: Npp,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) reason: String,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Register {
    List(Listed),
    Summary(Summary),
    Export(Export),
    Import(Import),
    Imports,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Listed {
    #[command(flatten)]
    pub(in crate::cli) filter: List,
    #[command(flatten)]
    pub(in crate::cli) order: Order,
    #[arg(long, value_name = "N")]
    pub(in crate::cli) limit: Option<usize>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Order {
    #[arg(long, value_name = "COLUMN", value_parser = one_of(SortBy::ALL, SortBy::as_str))]
    sort: Option<SortBy>,
    #[arg(long, conflicts_with = "descending")]
    ascending: bool,
    #[arg(long)]
    descending: bool,
}

impl Order {
    /// What was said of the order, and of what was not said the usual one.
    pub(in crate::cli) fn sort(&self, usual: Sort) -> Sort {
        let said = self.ascending || self.descending;
        Sort { by: self.sort.unwrap_or(usual.by), descending: if said { self.descending } else { usual.descending } }
    }
}

#[derive(Debug, Args)]
pub(in crate::cli) struct List {
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    to: Option<NaiveDate>,
    #[arg(long, value_name = "NPP", value_parser = npp)]
    npp: Option<Npp>,
    #[arg(long, value_name = "TEXT")]
    company: Option<String>,
    #[arg(long, value_name = "NAME")]
    ro: Option<String>,
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
    #[arg(long, value_name = "STATUS", value_parser = one_of(ReceiptStatus::ALL, ReceiptStatus::as_str))]
    status: Option<ReceiptStatus>,
}

impl List {
    pub(in crate::cli) fn filter(self) -> Filter {
        let Self { from, to, npp, company, ro, search, status } = self;
        Filter { from, to, npp, company, ro, status, search }
    }
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Summary {
    #[arg(long, value_name = "BY", default_value = SummaryBy::default().as_str(), value_parser = one_of(SummaryBy::ALL, SummaryBy::as_str))]
    pub(in crate::cli) by: SummaryBy,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(in crate::cli) from: Option<NaiveDate>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(in crate::cli) to: Option<NaiveDate>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Export {
    #[arg(value_name = "OUT")]
    pub(in crate::cli) out: PathBuf,
    #[arg(long)]
    pub(in crate::cli) full: bool,
    #[command(flatten)]
    pub(in crate::cli) order: Order,
    #[command(flatten)]
    pub(in crate::cli) filter: List,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Import {
    #[arg(value_name = "OLD", required_unless_present = "undo", conflicts_with = "undo")]
    pub(in crate::cli) file: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) sheet: Vec<String>,
    #[arg(long)]
    pub(in crate::cli) take_suggestions: bool,
    #[arg(long)]
    pub(in crate::cli) skip_rejected: bool,
    #[arg(long)]
    pub(in crate::cli) dry_run: bool,
    #[arg(long, value_name = "N", requires = "reason")]
    pub(in crate::cli) undo: Option<u32>,
    #[arg(long, value_name = "TEXT", requires = "undo")]
    pub(in crate::cli) reason: Option<String>,
}
