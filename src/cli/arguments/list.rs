//! What is said of lists: how to read, judge, keep and issue them.

use super::value::{day, mapping, npp, one_of};
use crate::domain::{Field, Npp, Paper};
use crate::import::ReadOptions;
use crate::workflow::issue::{Choices, Particulars};
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// How to read the list, where detection must be overruled.
#[derive(Debug, Args)]
pub(in crate::cli) struct Read {
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    #[arg(long, value_name = "N")]
    header_row: Option<u32>,
    #[arg(long, value_name = "FIELD=COLUMN", value_parser = mapping)]
    map: Vec<(Field, String)>,
    #[arg(long, value_name = "FILE2")]
    pub(in crate::cli) kpj_from: Option<PathBuf>,
}

impl Read {
    pub(in crate::cli) fn options(&self) -> ReadOptions {
        ReadOptions {
            sheet: self.sheet.clone(),
            header_row: self.header_row,
            columns: self.map.clone(),
            ..ReadOptions::default()
        }
    }
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Check {
    #[arg(value_name = "FILE")]
    pub(in crate::cli) file: PathBuf,
    #[command(flatten)]
    pub(in crate::cli) read: Read,
    #[arg(long, value_name = "OUT")]
    pub(in crate::cli) rejects: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ForgetMapping {
    #[arg(value_name = "FILE")]
    pub(in crate::cli) file: PathBuf,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Issue {
    #[arg(value_name = "FILE")]
    pub(in crate::cli) file: PathBuf,
    #[command(flatten)]
    pub(in crate::cli) details: Details,
    #[command(flatten)]
    pub(in crate::cli) order: Order,
    #[command(flatten)]
    pub(in crate::cli) read: Read,
}

/// What is known of the company and its list; what is not said here is found in the file or in earlier batches.
#[derive(Debug, Args)]
pub(in crate::cli) struct Details {
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
    pub(in crate::cli) fn particulars(self, known: Option<Particulars>, date: NaiveDate) -> Particulars {
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
pub(in crate::cli) struct Order {
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(in crate::cli) date: Option<NaiveDate>,
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
    pub(in crate::cli) fn choices(self) -> Choices {
        let Self { date: _, paper, template, start_at, per_worker, out, accept_warnings, skip_rejected, dry_run } =
            self;
        let start_at = start_at.map(usize::from);
        Choices { paper, template, start_at, per_worker, out, accept_warnings, skip_rejected, dry_run }
    }
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Work {
    #[arg(long)]
    pub(in crate::cli) small_first: bool,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Pending {
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
