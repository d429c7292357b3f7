//! What reading and judging a list of 100,000 rows costs, as ratios to calamine's bare read of the same file, and to
//! openpyxl's where Python has it. Everything is measured in one run.
//!
//! `cargo bench --bench read`
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench reports and stops")]

use calamine::Reader;
use cetak_kpj::document;
use cetak_kpj::domain::list::History;
use cetak_kpj::import::apart::Apart;
use cetak_kpj::import::{self, CheckContext, ReadOptions, Table};
use cetak_kpj::progress::Silent;
use cetak_kpj::workflow::sample::{self, Sample, SampleKind};
use chrono::NaiveDate;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const RUNS: usize = 5;
const ROWS: u32 = 100_000;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("list.xlsx");
    sample::write(Sample { rows: ROWS, kind: SampleKind::Hr, dirty: false, seed: 1 }, &list).unwrap();
    let apart = Apart::new(env!("CARGO_BIN_EXE_kpj").into());
    let options = ReadOptions::default();

    let mut times: [Vec<Duration>; 4] = Default::default();
    for _ in 0..RUNS {
        times[0].push(timed(|| bare(&list)));
        times[1].push(timed(|| judge(&import::read(&list, &options, &Silent).unwrap())));
        times[2].push(timed(|| judge(&apart.read(&list, &options, &Silent).unwrap())));
    }
    if let Some(took) = openpyxl(&list) {
        times[3].push(took);
    }
    println!("{ROWS} rows, medians of {RUNS} runs (openpyxl: one)\n");
    let median = |times: &[Duration]| {
        let mut times = times.to_vec();
        times.sort();
        times.get(times.len() / 2).map(Duration::as_secs_f64)
    };
    let base = median(&times[0]).unwrap();
    let names =
        ["bare read by calamine", "read and judged", "the same in a process of its own", "bare read by openpyxl"];
    println!("{:<36} {:>10} {:>10}", "", "seconds", "ratio");
    for (name, times) in names.into_iter().zip(&times) {
        match median(times) {
            Some(took) => println!("{name:<36} {took:>10.3} {:>10.2}", took / base),
            None => println!("{name:<36} {:>10}", "not here"),
        }
    }
}

fn timed(work: impl FnOnce()) -> Duration {
    let begin = Instant::now();
    work();
    begin.elapsed()
}

fn bare(list: &Path) {
    let mut workbook = calamine::open_workbook_auto(list).unwrap();
    assert!(workbook.worksheet_range_at(0).unwrap().unwrap().height() > ROWS as usize);
}

fn judge(table: &Table) {
    let history = History::default();
    let on = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    let context = CheckContext { on, check_kpj_digit: true, covers: &document::covers, history: &history };
    assert_eq!(import::check(table, &context, &Silent).unwrap().counts().ready, ROWS as usize);
}

fn openpyxl(list: &Path) -> Option<Duration> {
    let script = "import sys, openpyxl\n\
                  rows = openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets[0].iter_rows(values_only=True)\n\
                  assert sum(1 for _ in rows) > 100000";
    let begin = Instant::now();
    let done = Command::new("python3").args(["-c", script]).arg(list).status().ok()?;
    done.success().then(|| begin.elapsed())
}
