//! Whatever stops the program, at whatever moment: numbers stay gapless, and every register row has its files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod office;

use office::Office;
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs;
use std::process::Stdio;
use std::thread;
use std::time::Instant;

/// Looks at database and folder from outside and returns the number of receipts.
fn reconcile(office: &Office) -> u32 {
    // Any start repairs.
    office.ok(&["register", "list"]);
    let database = Connection::open(office.path("data/cetak-kpj.sqlite")).unwrap();
    let query = |sql: &str| -> Vec<(u32, u32, u32)> {
        let mut statement = database.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    };
    // sequence, count in the register, cards stored
    let receipts = query(
        "SELECT sequence, register.cards, (SELECT count(*) FROM card WHERE card.receipt_id = receipt.id)
         FROM receipt LEFT JOIN register ON register.receipt_id = receipt.id ORDER BY sequence",
    );
    for (expected, (sequence, in_register, stored)) in (1..).zip(&receipts) {
        assert_eq!((*sequence, in_register), (expected, stored));
    }
    let mut statement = database.prepare("SELECT path, sha256 FROM document ORDER BY path").unwrap();
    let documents: Vec<(String, String)> =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().collect::<Result<_, _>>().unwrap();
    for (path, hash) in &documents {
        let bytes = fs::read(office.path(&format!("data/documents/{path}"))).expect("an issued file");
        assert_eq!(
            Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat(),
            *hash,
            "{path}"
        );
    }
    let recorded: Vec<String> = documents.into_iter().map(|(path, _)| path).collect();
    assert_eq!(office.documents(), recorded, "no file without a row, no row without a file");
    let staged = office::files_below(&office.path("data/documents/.staging"));
    assert_eq!(staged, ["lock"], "nothing is left aside");
    u32::try_from(receipts.len()).unwrap()
}

#[test]
fn several_programs_issue_at_the_same_moment() {
    let office = Office::new();
    let lists: Vec<String> = (0..8)
        .map(|seed| office.sample(&format!("{seed}.xlsx"), &["--rows", "6", "--seed", &seed.to_string()]))
        .collect();
    let numbers: BTreeSet<String> = thread::scope(|scope| {
        let programs: Vec<_> = lists
            .iter()
            .map(|list| {
                scope.spawn(|| office.ok(&["issue", list, "--date", "2026-11-20"])["receipt"]["number"].to_string())
            })
            .collect();
        programs.into_iter().map(|program| program.join().unwrap()).collect()
    });
    assert_eq!(numbers, (1..=8).map(|n| format!("\"{n:04}/2026\"")).collect());
    assert_eq!(reconcile(&office), 8);

    // The same list from two programs at once is issued once.
    let list = office.sample("twice.xlsx", &["--rows", "6", "--seed", "99"]);
    let codes: BTreeSet<i32> = thread::scope(|scope| {
        let programs: Vec<_> = (0..2).map(|_| scope.spawn(|| office.json(&["issue", &list]).0)).collect();
        programs.into_iter().map(|program| program.join().unwrap()).collect()
    });
    assert_eq!(codes, BTreeSet::from([0, 1]));
    assert_eq!(reconcile(&office), 9);
}

#[test]
fn a_kill_at_any_moment_leaves_a_whole_batch_or_none() {
    let office = Office::new();
    let first = office.sample("first.xlsx", &["--rows", "40", "--seed", "500"]);
    let begin = Instant::now();
    office.ok(&["issue", &first, "--per-worker"]);
    let whole = begin.elapsed();
    let mut finished = reconcile(&office);
    for step in 0..24u32 {
        let list = office.sample("next.xlsx", &["--rows", "40", "--seed", &step.to_string()]);
        let mut program =
            office.kpj(&["issue", &list, "--per-worker"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        thread::sleep(whole * step / 20);
        program.kill().unwrap();
        program.wait().unwrap();
        let now = reconcile(&office);
        assert!(now == finished || now == finished + 1);
        // Whatever happened, calling again brings it to its end exactly once.
        let (code, _) = office.json(&["issue", &list, "--per-worker"]);
        assert_eq!(code, i32::from(now != finished));
        finished += 1;
        assert_eq!(reconcile(&office), finished);
    }
}

#[test]
fn a_kill_at_any_moment_leaves_all_of_a_reprint_or_none_of_it() {
    let office = Office::new();
    // two receipts, so that one call makes two copies
    let mut kpjs: Vec<String> = Vec::new();
    for seed in ["1", "2"] {
        let list = office.sample("list.xlsx", &["--rows", "30", "--seed", seed]);
        let rows = office.json(&["check", &list]).1["rows"].clone();
        kpjs.extend(rows.as_array().unwrap().iter().map(|row| row["kpj"].as_str().unwrap().to_owned()));
        office.ok(&["issue", &list]);
    }
    let mut arguments = vec!["reprint"];
    arguments.extend(kpjs.iter().map(String::as_str));
    arguments.extend(["--reason", "damaged", "--note", "basah"]);
    // how many copies each receipt has; numbers are gapless and each has its cards and both its files
    let copies = || {
        reconcile(&office);
        let database = Connection::open(office.path("data/cetak-kpj.sqlite")).unwrap();
        let mut statement = database
            .prepare(
                "SELECT receipt_id, count(*), max(number),
                        sum((SELECT count(*) FROM copy_card WHERE copy_id = copy.id)),
                        sum((SELECT count(*) FROM document WHERE copy_id = copy.id))
                 FROM copy GROUP BY receipt_id",
            )
            .unwrap();
        let rows: Vec<[u32; 4]> = statement
            .query_map([], |row| Ok([row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?]))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        for [count, last, cards, files] in &rows {
            assert_eq!((last, *cards, *files), (count, count * 30, count * 2));
        }
        let counts: BTreeSet<u32> = rows.iter().map(|row| row[0]).collect();
        assert!(counts.len() <= 1, "all receipts of a call or none: {counts:?}");
        counts.first().copied().unwrap_or_default()
    };
    let begin = Instant::now();
    office.ok(&arguments);
    let whole = begin.elapsed();
    let mut made = copies();
    assert_eq!(made, 1);
    for step in 0..16u32 {
        let mut program = office.kpj(&arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        thread::sleep(whole * step / 14);
        program.kill().unwrap();
        program.wait().unwrap();
        let now = copies();
        assert!(now == made || now == made + 1);
        made = now;
    }
    assert_eq!(office.ok(&["register", "list"])["total_cards"], 60);
}

/// A limit on the size of files stands for a full disk: writing fails at whatever byte the limit says.
#[cfg(unix)]
#[test]
fn a_disk_that_is_full_at_any_moment_leaves_a_whole_batch_or_none() {
    let office = Office::new();
    let first = office.sample("first.xlsx", &["--rows", "5", "--seed", "500"]);
    office.ok(&["issue", &first]);
    let mut finished = reconcile(&office);
    let mut refused = 0;
    for (seed, blocks) in (0u32..).zip([0, 1, 8, 40, 80, 120, 160, 200, 240, 280, 320, 400, 480, 640, 800, 2000]) {
        let list = office.sample("next.xlsx", &["--rows", "300", "--seed", &seed.to_string()]);
        let limited = office.kpj(&["--json", "issue", &list]);
        let output = std::process::Command::new("sh")
            .args(["-c", &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\""), "sh"])
            .arg(limited.get_program())
            .args(limited.get_args())
            .output()
            .unwrap();
        let code = output.status.code().unwrap();
        let now = reconcile(&office);
        match code {
            // 1: recorded, but the files could not be moved; the next start did it.
            0 | 1 => finished += 1,
            2 => refused += 1,
            _ => panic!("{blocks} blocks: {code}"),
        }
        assert_eq!(now, finished, "{blocks} blocks: {}", String::from_utf8_lossy(&output.stdout));
    }
    assert!(refused > 3 && finished > 2, "the limits meet every stage: {refused} refused, {finished} issued");
}

/// A folder on another disk stands for a place that files cannot be moved to.
#[cfg(target_os = "linux")]
#[test]
fn files_that_cannot_be_moved_are_told_as_issued_and_moved_at_a_later_start() {
    let office = Office::new();
    let list = office.sample("list.xlsx", &["--rows", "5"]);
    let elsewhere = tempfile::tempdir_in("/dev/shm").unwrap();
    let place = office.path("data/documents/24101780");
    fs::create_dir_all(office.path("data/documents")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), &place).unwrap();
    let (code, said) = office.json(&["issue", &list]);
    assert_eq!((code, said["error"]["code"].as_str()), (1, Some("files-not-in-place")));
    assert!(said["error"]["message"].as_str().unwrap().contains("0001/2026"));
    fs::remove_file(&place).unwrap();
    assert_eq!(reconcile(&office), 1);
}
