//! What a register of 1,000,000 rows and 3,000,000 cards costs, as ratios to one of 1,000 rows and 3,000 cards in the same run;
//! and an export of 100,000 rows against openpyxl and XlsxWriter, where Python has them.
//!
//! `cargo bench --bench register`, or with a number of rows behind `--`.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench reports and stops")]

use cetak_kpj::domain::summary::SummaryBy;
use cetak_kpj::domain::{Npp, ReceiptStatus, RegisterEntry};
use cetak_kpj::export;
use cetak_kpj::progress::Silent;
use cetak_kpj::workflow::register::{self, EntryId, Filter, Sort, SortBy};
use cetak_kpj::workflow::{Archive, find};
use rusqlite::Connection;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const RUNS: usize = 5;
const SMALL: u32 = 1_000;
/// Rows that the window asks for at once.
const PAGE: usize = 160;

fn main() {
    let rows = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(1_000_000);
    let folder = tempfile::tempdir().unwrap();
    let folders = ["small", "large"].map(|name| folder.path().join(name));
    let sizes = [SMALL, rows].map(|rows| fill(&folders[usize::from(rows != SMALL)], rows));
    println!("{rows} rows, {} cards, {:.0} MB; medians of {RUNS} runs\n", rows * 3, sizes[1]);
    println!("{:<48} {:>10} {:>10} {:>8}", "milliseconds", SMALL, rows, "ratio");
    report("open to the first page", |at| {
        let archive = Archive::open(&folders[at]).unwrap();
        let ids = register::first(&archive, &Filter::default(), Sort::NEWEST_FIRST, PAGE).unwrap();
        register::rows(&archive, &ids).unwrap();
    });
    report("open to every row counted and in its place", |at| {
        shown(&Archive::open(&folders[at]).unwrap(), &Filter::default(), Sort::NEWEST_FIRST);
    });
    let archives = folders.each_ref().map(|folder| Archive::open(folder).unwrap());
    let indexes = archives.each_ref().map(|archive| shown(archive, &Filter::default(), Sort::NEWEST_FIRST));
    report("scroll: twenty pages anywhere, each opened anew", |at| {
        let ids = &indexes[at];
        for place in 0..20 {
            let from = place * 7_919 * 7_907 % (ids.len() - PAGE);
            register::rows(&Archive::open(&folders[at]).unwrap(), &ids[from..from + PAGE]).unwrap();
        }
    });
    for by in SortBy::ALL {
        let sort = Sort { by, descending: true };
        report(&format!("order by {}: first page", by.as_str()), |at| {
            let ids = register::first(&archives[at], &Filter::default(), sort, PAGE).unwrap();
            register::rows(&archives[at], &ids).unwrap();
        });
        report(&format!("order by {}: all", by.as_str()), |at| {
            shown(&archives[at], &Filter::default(), sort);
        });
    }
    let text = |text: &str| Some(text.to_owned());
    let searching = |typed: &str| Filter { search: text(typed), ..Filter::default() };
    let day = |text: &str| text.parse().ok();
    let days = |from: &str, to: &str| Filter { from: day(from), to: day(to), ..Filter::default() };
    for (name, filter) in [
        ("keystroke: a letter that every row has", searching("m")),
        ("keystroke: the form of the company", searching("pt")),
        ("keystroke: a word", searching("contoh 77")),
        ("keystroke: an NPP", searching("10000007")),
        ("keystroke: a number", searching("000123/")),
        ("keystroke: what is not there", searching("zzz")),
        ("filter: one company", Filter { npp: Npp::parse("10000007").ok(), ..Filter::default() }),
        ("filter: part of a company's name", Filter { company: text("contoh 7"), ..Filter::default() }),
        ("filter: one month", days("2020-03-01", "2020-03-31")),
        ("filter: one year", days("2020-01-01", "2020-12-31")),
        ("filter: one officer", Filter { ro: text("RO 07"), ..Filter::default() }),
        ("filter: void ones", Filter { status: Some(ReceiptStatus::Void), ..Filter::default() }),
        (
            "filter: an officer's void ones of a year",
            Filter { ro: text("RO 05"), status: Some(ReceiptStatus::Void), ..days("2020-01-01", "2020-12-31") },
        ),
    ] {
        report(name, |at| {
            shown(&archives[at], &filter, Sort::NEWEST_FIRST);
        });
    }
    let month = days("2020-03-01", "2020-03-31");
    report("sums of one month", |at| {
        register::totals(&archives[at], &month).unwrap();
    });
    report("officers to choose from", |at| {
        register::officers(&archives[at]).unwrap();
    });
    for by in SummaryBy::ALL {
        report(&format!("sums by {}", by.as_str()), |at| {
            register::summary(&archives[at], by, None, None).unwrap();
        });
    }
    for (name, text) in [
        ("a person by KPJ", "00000000123"),
        ("people by the beginning of a KPJ", "0000"),
        ("a person by NIK", "3522011205000001"),
        ("people by one letter", "s"),
        ("people by a frequent name", "siti"),
        ("people by three frequent parts", "muhammad hidayat lestari"),
        ("people by a rare part", "qwx"),
    ] {
        report(name, |at| {
            find::find(&archives[at], text, 50).unwrap();
        });
    }
    exports(folder.path());
}

/// What the register's screen asks for: every row in its place, the sums, and the first page.
fn shown(archive: &Archive, filter: &Filter, sort: Sort) -> Vec<EntryId> {
    let index = register::index(archive, filter, sort, &Silent).unwrap();
    register::rows(archive, &index.ids[..index.ids.len().min(PAGE)]).unwrap();
    index.ids
}

/// The same work over the small register and over the large one, turn and turn about.
fn report(name: &str, work: impl Fn(usize)) {
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..RUNS {
        for (at, times) in times.iter_mut().enumerate() {
            times.push(timed(|| work(at)));
        }
    }
    let [small, large] = times.map(|times| median(times) * 1_000.0);
    println!("{name:<48} {small:>10.2} {large:>10.2} {:>8.1}", large / small);
}

fn timed(work: impl FnOnce()) -> Duration {
    let begin = Instant::now();
    work();
    begin.elapsed()
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64()
}

/// A register of ten years: a fifth of the rows with a receipt and fifteen cards each. Returns its size in MB.
fn fill(folder: &Path, rows: u32) -> f64 {
    drop(Archive::open(folder).unwrap());
    let path = folder.join("cetak-kpj.sqlite");
    let mut database = Connection::open(&path).unwrap();
    database.pragma_update(None, "synchronous", "OFF").unwrap();
    let act = database.transaction().unwrap();
    let companies = (rows / 50).max(50);
    let counting =
        |to: u32| format!("WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {})", to - 1);
    let words = "CASE i % 3 WHEN 0 THEN 'PT ' WHEN 1 THEN 'CV ' ELSE 'UD ' END || 'CONTOH ' || i || ' MAJU'";
    act.execute_batch(&format!(
        "INSERT INTO company (npp, name, ro) {0} SELECT printf('%08d', 10000000 + i), {words}, printf('RO %02d', i % 20) FROM n;
         INSERT INTO batch (act, company_id, file_name, file_hash, rows_in_file, rows_ready, rows_warning, rows_rejected)
             {1} SELECT i, 1 + i % {companies}, 'list.xlsx', '', 15, 15, 0, 0 FROM n;
         INSERT INTO receipt (batch_id, year, sequence, number, status)
             {1} SELECT i + 1, 2016 + i % 10, i + 1, printf('%06d/%d', i, 2016 + i % 10),
                 CASE WHEN i % 50 = 0 THEN 'void' WHEN i % 3 = 0 THEN 'printed' ELSE 'handed-over' END FROM n;
         INSERT INTO register (receipt_id, day, company_id, company_name, ro, cards)
             {2} SELECT CASE WHEN i % 5 = 0 THEN i / 5 + 1 END, date('2016-01-01', (i * 37 % 3650) || ' days'),
                 1 + (i / 5) % {companies}, (SELECT name FROM company WHERE id = 1 + (i / 5) % {companies}), printf('RO %02d', i % 20), 15
             FROM n;
         INSERT INTO card (receipt_id, position, list_row, kpj, nik, name, birth_date, sex, active)
             {3} SELECT i / 15 + 1, i % 15, i % 15, printf('%011d', i), 
                 printf('352201%02d%02d%02d%04d', 1 + person % 28, 1 + person / 28 % 12, person / 336 % 100, 1 + person / 33600),
                 CASE i % 7 WHEN 0 THEN 'SITI ' WHEN 1 THEN 'MUHAMMAD ' WHEN 2 THEN 'SRI ' WHEN 3 THEN 'MA''RUF ' ELSE '' END
                 || CASE i % 11 WHEN 0 THEN 'HIDAYAT ' WHEN 1 THEN 'LESTARI ' WHEN 2 THEN 'SUTRISNO ' ELSE 'NUR ' END
                 || char(65 + i % 26, 65 + i / 26 % 5 * 5, 75 + i / 130 % 11, 65 + i / 1430 % 26) || 'NO', '1990-01-01', 'L',
                 i / 15 % 50 <> 0
             FROM (SELECT i, i % {4} AS person FROM n);
         INSERT INTO card_name (rowid, name) SELECT card_id, words FROM card_words;",
        counting(companies),
        counting(rows / 5),
        counting(rows),
        counting(rows * 3),
        // every other person has two cards
        rows * 2,
    ))
    .unwrap();
    act.commit().unwrap();
    database.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    #[expect(clippy::cast_precision_loss, reason = "megabytes for people")]
    let size = std::fs::metadata(&path).unwrap().len() as f64 / 1e6;
    size
}

fn exports(folder: &Path) {
    let entry = |n: u32| RegisterEntry {
        number: None,
        date: chrono::NaiveDate::from_ymd_opt(2020, 1 + n % 12, 1 + n % 28).unwrap(),
        npp: Npp::parse(&format!("{}", 10_000_000 + n % 2_000)).unwrap(),
        company: format!("PT CONTOH {} MAJU", n % 2_000),
        cards: 1 + n % 40,
        status: ReceiptStatus::HandedOver,
        ro: None,
        handed_over_to: None,
        handed_over_on: None,
    };
    let entries: Vec<_> = (0..100_000).map(entry).collect();
    let own = |name: &str| {
        let out = folder.join(name);
        median((0..RUNS).map(|_| timed(|| export::register::write(&entries, false, &out).unwrap())).collect())
    };
    println!("\n{:<48} {:>10} {:>8}", "export of 100,000 rows, four columns", "seconds", "ratio");
    let base = own("register.xlsx");
    println!("{:<48} {base:>10.2} {:>8.2}", "xlsx, with total, recap and chart", 1.0);
    let csv = own("register.csv");
    println!("{:<48} {csv:>10.2} {:>8.2}", "CSV", csv / base);
    for library in ["openpyxl", "XlsxWriter"] {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/export_register.py");
        let output = Command::new("python3").args([script, library]).arg(folder.join("peer.xlsx")).output();
        let text = output.ok().filter(|output| output.status.success()).map(|output| output.stdout);
        match text.and_then(|text| String::from_utf8_lossy(&text).trim().parse::<f64>().ok()) {
            Some(took) => println!("{:<48} {took:>10.2} {:>8.2}", format!("xlsx by {library}, rows only"), took / base),
            None => println!("{library:<44} {:>10}", "not here"),
        }
    }
}
