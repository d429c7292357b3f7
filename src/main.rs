//! The desktop program.
#![cfg_attr(windows, windows_subsystem = "windows")]

use cetak_kpj::i18n::{self, Language};
use cetak_kpj::ui;
use clap::Parser;
use std::{path::PathBuf, process::ExitCode};

/// Cards (KPJ), receipts and the register of new workers.
#[derive(Debug, Parser)]
#[command(name = "cetak-kpj", version)]
struct Arguments {
    /// Worker lists to read at once, or folders that hold some.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Database, settings and issued documents.
    #[arg(long, value_name = "DIR", env = "CETAK_KPJ_DATA")]
    data_dir: Option<PathBuf>,
    /// Practise with a synthetic list; nothing of it reaches the register.
    #[arg(long)]
    sample: bool,
    /// Language of the window; without it the one that the settings say.
    #[arg(long, value_name = "LANG", value_parser = ["id", "en"])]
    lang: Option<String>,
    /// The parts that screens are made of, for whoever works on them.
    #[arg(long, hide = true)]
    gallery: bool,
}

#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
fn main() -> ExitCode {
    if let Some(code) = cetak_kpj::import::apart::begin() {
        return code;
    }
    let Arguments { files, data_dir, sample, lang, gallery } = Arguments::parse();
    let language = lang.map(|lang| if lang == "en" { Language::En } else { Language::Id });
    let shown =
        if gallery { ui::show_gallery(language) } else { ui::run(ui::Options { data_dir, sample, files, language }) };
    match shown {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            i18n::select(language.unwrap_or_default());
            eprintln!("{}", error.sentence());
            ExitCode::from(2)
        }
    }
}
