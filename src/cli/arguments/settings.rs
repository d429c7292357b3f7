//! What is said of settings.

use clap::Subcommand;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Settings {
    List {
        #[arg(value_name = "TEXT")]
        search: Vec<String>,
    },
    Get {
        #[arg(value_name = "NAME")]
        setting: String,
    },
    Set {
        #[arg(value_name = "NAME")]
        setting: String,
        #[arg(value_name = "VALUE", allow_hyphen_values = true)]
        value: String,
    },
    History {
        #[arg(long, value_name = "N", default_value_t = 50)]
        most: usize,
    },
    Password {
        #[arg(long)]
        forget: bool,
    },
    Export {
        #[arg(id = "settings-file", value_name = "FILE")]
        file: PathBuf,
        #[arg(long)]
        force: bool,
    },
    Import {
        #[arg(id = "settings-file", value_name = "FILE")]
        file: PathBuf,
        #[arg(id = "settings-dry-run", long = "dry-run")]
        dry_run: bool,
    },
}
