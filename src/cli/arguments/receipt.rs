//! What is said of receipts and their documents after the issue.

use super::value::{cards, day, kpj, one_of, pages, receipt, seal};
use crate::domain::cards::CardSelection;
use crate::domain::pages::PageSelection;
use crate::domain::{Kpj, Paper, Part, ReceiptNumber, ReprintReason, Seal};
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(in crate::cli) struct Reprint {
    #[arg(value_name = "KPJ", required_unless_present = "all-spoilt", num_args = 1.., value_parser = kpj)]
    pub(in crate::cli) kpj: Vec<Kpj>,
    #[arg(id = "all-spoilt", long = "spoilt", conflicts_with = "kpj")]
    pub(in crate::cli) spoilt: bool,
    #[arg(long = "reason", value_name = "REASON", value_parser = one_of(ReprintReason::ALL, ReprintReason::as_str))]
    pub(in crate::cli) why: ReprintReason,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) note: String,
    #[arg(long, value_name = "PAPER", value_parser = one_of(Paper::ALL, Paper::as_str))]
    pub(in crate::cli) paper: Option<Paper>,
    #[arg(long, value_name = "K", value_parser = clap::value_parser!(u16).range(1..))]
    pub(in crate::cli) start_at: Option<u16>,
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Receipt {
    #[arg(id = "receipt", value_name = "RECEIPT", value_parser = receipt)]
    pub(in crate::cli) number: ReceiptNumber,
    #[arg(long)]
    pub(in crate::cli) copy: bool,
    #[arg(long, conflicts_with = "copy")]
    pub(in crate::cli) original: bool,
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Mark {
    #[arg(value_name = "RECEIPT", value_parser = receipt)]
    pub(in crate::cli) receipt: ReceiptNumber,
    /// None: only show what became of the receipt.
    #[command(subcommand)]
    pub(in crate::cli) status: Option<MarkAs>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Print {
    #[arg(value_name = "RECEIPT", value_parser = receipt, required_unless_present = "list_printers")]
    pub(in crate::cli) receipt: Option<ReceiptNumber>,
    #[arg(long, conflicts_with = "receipt")]
    list_printers: bool,
    #[arg(long, value_name = "WHAT", default_value = What::Both.as_str(), value_parser = one_of(What::ALL, What::as_str))]
    pub(in crate::cli) what: What,
    #[arg(long, value_name = "PAGES", conflicts_with = "spoilt", value_parser = pages)]
    pub(in crate::cli) pages: Option<PageSelection>,
    #[arg(long)]
    pub(in crate::cli) spoilt: bool,
    #[arg(long, value_name = "K", requires = "spoilt", value_parser = clap::value_parser!(u16).range(1..))]
    pub(in crate::cli) start_at: Option<u16>,
    #[arg(id = "nth-copy", long = "copy", value_name = "N", conflicts_with = "spoilt", value_parser = clap::value_parser!(u32).range(1..))]
    pub(in crate::cli) copy: Option<u32>,
    #[command(flatten)]
    pub(in crate::cli) how: How,
}

/// With which printer, and how it is told to print.
#[derive(Debug, Args)]
pub(in crate::cli) struct How {
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) printer: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=999))]
    pub(in crate::cli) copies: u16,
    #[arg(id = "media", long = "paper", value_name = "NAME")]
    pub(in crate::cli) paper: Option<String>,
    #[arg(long)]
    pub(in crate::cli) both_sides: bool,
    #[arg(long)]
    pub(in crate::cli) uncorrected: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Email {
    #[arg(value_name = "RECEIPT", value_parser = receipt, required_unless_present = "test")]
    pub(in crate::cli) receipt: Option<ReceiptNumber>,
    #[arg(long = "to", id = "address", value_name = "ADDRESS")]
    pub(in crate::cli) to: Option<String>,
    #[arg(long, value_name = "OUT")]
    pub(in crate::cli) draft: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["receipt", "draft"])]
    test: bool,
}

/// Which documents of a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum What {
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

    pub(in crate::cli) fn parts(&self) -> &[Part] {
        match self {
            Self::One(part) => std::slice::from_ref(part),
            Self::Both => &Part::ALL,
        }
    }
}

#[derive(Debug, Args)]
pub(in crate::cli) struct People {
    #[arg(value_name = "RECEIPT", value_parser = receipt)]
    pub(in crate::cli) receipt: ReceiptNumber,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Void {
    #[arg(value_name = "RECEIPT", value_parser = receipt)]
    pub(in crate::cli) receipt: ReceiptNumber,
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) reason: String,
}

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum MarkAs {
    Printed {
        #[arg(long, value_name = "CARDS", num_args = 1.., value_parser = cards)]
        failed: Vec<CardSelection>,
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
        #[arg(long, value_name = "FILE")]
        scan: Option<PathBuf>,
    },
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Verify {
    #[arg(long, value_name = "CODE", value_parser = seal)]
    pub(in crate::cli) code: Option<Seal>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct Logo {
    #[arg(id = "picture", value_name = "FILE", required_unless_present = "remove")]
    pub(in crate::cli) file: Option<PathBuf>,
    #[arg(long, conflicts_with = "picture")]
    pub(in crate::cli) remove: bool,
}
