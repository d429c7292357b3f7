//! What is said of templates and printers.

use super::value::{decimal, measured, one_of};
use crate::domain::Paper;
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Template {
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
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Calibration {
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
pub(in crate::cli) struct SetCalibration {
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) printer: String,
    #[arg(long, value_name = "MM", default_value_t = 0.0, value_parser = decimal, allow_negative_numbers = true)]
    pub(in crate::cli) offset_x: f64,
    #[arg(long, value_name = "MM", default_value_t = 0.0, value_parser = decimal, allow_negative_numbers = true)]
    pub(in crate::cli) offset_y: f64,
    #[arg(long, value_name = "FACTOR", default_value_t = 1.0, value_parser = decimal)]
    pub(in crate::cli) scale_x: f64,
    #[arg(long, value_name = "FACTOR", default_value_t = 1.0, value_parser = decimal)]
    pub(in crate::cli) scale_y: f64,
    #[arg(long, value_name = "A,B,C,D", value_parser = measured, conflicts_with_all = ["offset_x", "offset_y", "scale_x", "scale_y"])]
    pub(in crate::cli) measured: Option<[f64; 4]>,
    #[arg(id = "page-paper", long = "paper", value_name = "PAPER", default_value = "a4", value_parser = one_of(Paper::ALL, Paper::as_str))]
    pub(in crate::cli) paper: Paper,
}
