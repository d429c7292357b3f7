//! What issuing costs: 10,000 clean rows split into read, check, render and store, as parts of the whole; and how
//! memory grows with the rows. Everything is measured in one run, so the ratios hold where the times do not.
//!
//! `cargo bench --bench issue`
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::cast_precision_loss, reason = "a bench reports and stops")]

use calamine::Reader;
use cetak_kpj::document::{self, CardsDocument, template::shipped};
use cetak_kpj::domain::list::History;
use cetak_kpj::domain::{
    CheckedList, CheckedRow, Edition, IssuedCard, Npp, Paper, Receipt, ReceiptNumber, Settings, Worker,
};
use cetak_kpj::import::{self, CheckContext, ReadOptions};
use cetak_kpj::progress::Silent;
use cetak_kpj::workflow::issue::{Choices, Outcome, Particulars, issue};
use cetak_kpj::workflow::sample::{self, Sample, SampleKind};
use cetak_kpj::workflow::{Archive, check};
use chrono::NaiveDate;
use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

const RUNS: usize = 5;
const ROWS: u32 = 10_000;

fn main() {
    let mut arguments = std::env::args().skip(1);
    match (arguments.next().as_deref(), arguments.next()) {
        (Some("peak"), Some(list)) => return peak(Path::new(&list)),
        _ => println!("kpj issue, {ROWS} clean rows, median of {RUNS} runs\n"),
    }
    let folder = tempfile::tempdir().unwrap();
    let list = write_list(folder.path(), ROWS);

    let mut parts: Vec<(&str, Vec<Duration>)> = Vec::new();
    let mut note = |name: &'static str, took: Duration| match parts.iter_mut().find(|(known, _)| *known == name) {
        Some((_, times)) => times.push(took),
        None => parts.push((name, vec![took])),
    };
    for run in 0..RUNS {
        let (took, _) = timed(|| bare_read(&list));
        note("bare read of the file by calamine", took);
        let (took, table) = timed(|| import::read(&list, &ReadOptions::default(), &Silent).unwrap());
        note("read", took);
        let (took, checked) = timed(|| judge(&table));
        note("check", took);
        let (took, ()) = timed(|| render(&checked, folder.path()));
        note("render", took);

        let mut archive = Archive::open(&folder.path().join(run.to_string())).unwrap();
        let (took, ()) = timed(|| {
            let list = check::check(Some(&archive), &list, &ReadOptions::default(), today(), &Silent).unwrap();
            let issued = issue(&mut archive, &list, &Particulars::on(today()), &Choices::default(), &Silent).unwrap();
            assert!(matches!(issued, Outcome::Issued(_)));
        });
        note("whole issue", took);
    }
    let median = |name: &str| {
        let mut times = parts.iter().find(|(known, _)| *known == name).unwrap().1.clone();
        times.sort();
        times[RUNS / 2]
    };
    let whole = median("whole issue");
    let store = whole.saturating_sub(median("read") + median("check") + median("render"));
    println!("{:<36} {:>10} {:>10}", "part", "seconds", "of whole");
    for (name, took) in ["bare read of the file by calamine", "read", "check", "render"]
        .map(|name| (name, median(name)))
        .into_iter()
        .chain([("store (the rest)", store), ("whole issue", whole)])
    {
        println!("{name:<36} {:>10.3} {:>9.0}%", took.as_secs_f64(), 100.0 * took.as_secs_f64() / whole.as_secs_f64());
    }
    println!(
        "\nread / bare read: {:.2}",
        median("read").as_secs_f64() / median("bare read of the file by calamine").as_secs_f64()
    );
    memory(folder.path());
}

/// Peak memory of whole issues of growing size, each in a process of its own.
fn memory(folder: &Path) {
    println!("\n{:<36} {:>10} {:>10}", "rows", "peak MiB", "KiB a row");
    let mut least = None;
    for rows in [100, 10_000, 20_000, 40_000] {
        let list = write_list(folder, rows);
        let output = Command::new(std::env::current_exe().unwrap()).arg("peak").arg(list).output().unwrap();
        let Ok(peak) = String::from_utf8(output.stdout).unwrap().trim().parse::<f64>() else {
            println!("not known on this system");
            return;
        };
        let base: f64 = *least.get_or_insert(peak);
        println!("{rows:<36} {:>10.1} {:>10.2}", peak / 1024.0, (peak - base) / f64::from(rows));
    }
}

/// Issues the list and prints the process's peak memory in KiB.
fn peak(list: &Path) {
    let folder = tempfile::tempdir().unwrap();
    let mut archive = Archive::open(folder.path()).unwrap();
    let list = check::check(Some(&archive), list, &ReadOptions::default(), today(), &Silent).unwrap();
    issue(&mut archive, &list, &Particulars::on(today()), &Choices::default(), &Silent).unwrap();
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    println!("{}", peak.trim().trim_end_matches(" kB"));
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let begin = Instant::now();
    let result = work();
    (begin.elapsed(), result)
}

fn write_list(folder: &Path, rows: u32) -> PathBuf {
    let path = folder.join(format!("{rows}.xlsx"));
    sample::write(Sample { rows, kind: SampleKind::Hr, dirty: false, seed: 1 }, &path).unwrap();
    path
}

fn bare_read(list: &Path) -> usize {
    let mut workbook = calamine::open_workbook_auto(list).unwrap();
    workbook.worksheet_range_at(0).unwrap().unwrap().height()
}

fn judge(table: &import::Table) -> CheckedList {
    let history = History::default();
    let context = CheckContext { on: today(), check_kpj_digit: true, covers: &document::covers, history: &history };
    import::check(table, &context, &Silent).unwrap()
}

fn render(list: &CheckedList, folder: &Path) {
    let settings = Settings::default();
    let npp = Npp::parse("24101780").unwrap();
    let company = "PT CONTOH MAJU";
    let workers: Vec<Worker> = list.rows.iter().filter_map(CheckedRow::worker).collect();
    let workers: Vec<&Worker> = workers.iter().collect();
    let file = |name: &str| BufWriter::new(File::create(folder.join(name)).unwrap());
    let template = shipped("warna").unwrap().unwrap();
    let cards = CardsDocument {
        workers: &workers,
        company,
        npp: &npp,
        date: today(),
        paper: Paper::Card,
        start_at: 1,
        template: &template,
        settings: &settings,
    };
    document::write_cards(&cards, &mut file("cards.pdf"), &Silent).unwrap();
    let receipt = Receipt {
        number: ReceiptNumber("0001/2026".into()),
        date: today(),
        npp,
        company: company.into(),
        ro: None,
        cards: workers.into_iter().zip(1..).map(|(worker, row)| IssuedCard { worker: worker.clone(), row }).collect(),
        edition: Edition::Original,
        seal: None,
    };
    document::write_receipt(&receipt, &settings, None, &mut file("receipt.pdf"), &Silent).unwrap();
}
