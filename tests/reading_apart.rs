//! Lists read in a process of their own: the same answers, and an answer whatever that process does.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "what tests share may fail as tests do")]

use cetak_kpj::domain::Field;
use cetak_kpj::import::apart::Apart;
use cetak_kpj::import::{ImportError, ReadOptions, preview, read};
use cetak_kpj::progress::{Cancelled, Progress, Silent, Stage};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tempfile::TempDir;

fn kpj() -> Apart {
    Apart::new(env!("CARGO_BIN_EXE_kpj").into())
}

fn lists() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/lists");
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn a_process_of_its_own_gives_the_same_table_or_the_same_error() {
    let options = [
        ReadOptions::default(),
        ReadOptions { header_row: Some(5), ..ReadOptions::default() },
        ReadOptions { sheet: Some("SHEET1".into()), ..ReadOptions::default() },
        ReadOptions { columns: vec![(Field::Nik, "NIK".into()), (Field::Sex, "Z".into())], ..ReadOptions::default() },
    ];
    let nowhere = [PathBuf::from("nowhere.xlsx"), PathBuf::from("/"), PathBuf::from("")];
    let mut seen = 0;
    for file in lists().iter().chain(&nowhere) {
        for options in &options {
            match (read(file, options, &Silent), kpj().read(file, options, &Silent)) {
                (Ok(here), Ok(apart)) => {
                    assert_eq!(here, apart, "{}", file.display());
                    seen += 1;
                }
                (here, apart) => {
                    let told = |result: Result<_, ImportError>| format!("{:?}", result.map(|_| ()).unwrap_err());
                    assert_eq!(told(here), told(apart), "{}", file.display());
                }
            }
        }
    }
    assert!(seen > 50, "{seen}");
}

/// What a person is shown to choose columns from, of every container: all of it through the other process.
#[test]
fn the_first_rows_of_every_container_are_shown_as_they_stand_there() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/lists");
    let mut seen = 0;
    for file in lists() {
        match (preview(&file, &Silent), kpj().preview(&file, &Silent)) {
            (Ok(here), Ok(apart)) => {
                assert!(here == apart, "{}", file.display());
                seen += 1;
            }
            (here, apart) => assert_eq!(here.unwrap_err().code(), apart.unwrap_err().code(), "{}", file.display()),
        }
    }
    assert!(seen > 25, "{seen}");
    let first = ("NAMA_LENGKAP", "3599014101800001", "01-01-1980");
    for (name, sheets, sheet, header, (title, nik, born)) in [
        ("template_tk_24101780.xlsx", 3, Some("data_tk_baru"), Some(0), first),
        ("template_tk_24101780.ods", 3, Some("data_tk_baru"), Some(0), first),
        ("template_tk_24101780.xls", 3, Some("data_tk_baru"), Some(0), first),
        ("html.xls", 1, None, Some(1), first),
        ("spreadsheetml.xls", 1, Some("Upah"), Some(0), first),
        ("wage_semicolon.csv", 1, None, Some(0), first),
        ("wage_pipe_utf16be.csv", 1, None, Some(0), first),
        ("hidden_beside.xlsx", 1, Some("Rincian"), Some(0), ("nama_tk", "3599014101800001", "29221")),
        ("no_header.csv", 1, None, None, ("dua", "satu", "empat")),
    ] {
        let preview = kpj().preview(&folder.join(name), &Silent).unwrap();
        let shown = &preview.sheets()[preview.likely_sheet()];
        assert_eq!((preview.sheets().len(), shown.name(), shown.likely_header()), (sheets, sheet, header), "{name}");
        let cells = |row| (0..shown.width()).map(|column| shown.cell(row, column)).collect::<Vec<_>>();
        let all: Vec<String> = (0..shown.len()).flat_map(cells).collect();
        for text in [title, nik, born] {
            assert!(all.iter().any(|cell| cell == text), "{name}: {text}");
        }
    }
}

/// A program that does not what a reader does: a shell script that leaves its process id beside it.
fn script(folder: &TempDir, body: &str) -> Apart {
    let path = folder.path().join("reader");
    let text = format!("#!/bin/sh\necho $$ > '{}/pid'\n{body}\n", folder.path().display());
    // Not written by this process: another test's process, just born, would hold the open file and keep it from running.
    let write = "printf %s \"$1\" > \"$2\" && chmod +x \"$2\"";
    assert!(Command::new("sh").args(["-c", write, "sh", &text]).arg(&path).status().unwrap().success());
    Apart::new(path)
}

/// Neither runs nor waits to be collected.
fn is_gone(folder: &TempDir) -> bool {
    let pid = fs::read_to_string(folder.path().join("pid")).unwrap();
    !Path::new("/proc").join(pid.trim()).exists()
}

#[test]
fn a_process_that_answers_nothing_or_nonsense_is_a_damaged_file() {
    let second = Duration::from_secs(1);
    for (body, code) in [
        ("exit 0", "file-damaged"),
        ("kill -SEGV $$", "file-damaged"),
        ("exec sleep 1000", "file-damaged"),
        ("exec cat /dev/zero", "file-damaged"),
        ("exec tr '\\0' '\\377' < /dev/zero", "file-damaged"),
        ("printf '\\001\\000\\000\\000\\003'; exec sleep 1000", "file-damaged"),
        ("printf '\\001\\000'; exit 1", "file-damaged"),
        ("printf '\\003\\000\\000\\000\\000\\001\\002'; exec sleep 1000", "file-damaged"),
        // Talk without end.
        ("while true; do printf '\\003\\000\\000\\000\\000\\001\\002'; done", "file-damaged"),
        ("echo 'memory allocation of 805306368 bytes failed' >&2; kill -ABRT $$", "file-too-large"),
        ("echo 'memory allocation of 8589934592 bytes failed' >&2; kill -ABRT $$", "file-damaged"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let reader = script(&folder, body).with_patience(second, 2 * second);
        let begin = Instant::now();
        let error = reader.read(Path::new("a.xlsx"), &ReadOptions::default(), &Silent).unwrap_err();
        assert_eq!(error.code(), code, "{body}: {error:?}");
        assert!(begin.elapsed() < 10 * second, "{body}");
        assert!(is_gone(&folder), "{body}");
    }
    let nobody = Apart::new("/no/such/program".into());
    let error = nobody.read(Path::new("a.xlsx"), &ReadOptions::default(), &Silent).unwrap_err();
    assert_eq!(error.code(), "file-unreadable");
}

#[test]
fn a_cancel_ends_the_process_at_once() {
    struct Third(AtomicUsize);
    impl Progress for Third {
        fn report(&self, _: Stage, _: usize, _: usize) -> Result<(), Cancelled> {
            if self.0.fetch_add(1, Ordering::Relaxed) < 10 { Ok(()) } else { Err(Cancelled) }
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let reader = script(&folder, "exec sleep 1000");
    let begin = Instant::now();
    let stopped = reader.read(Path::new("a.xlsx"), &ReadOptions::default(), &Third(AtomicUsize::new(0)));
    assert!(matches!(stopped, Err(ImportError::Cancelled(Cancelled))));
    assert!(begin.elapsed() < Duration::from_secs(5));
    assert!(is_gone(&folder));
}

/// Neither a half-written request nor nobody at the other end keeps a reading process alive.
#[test]
fn a_reading_process_ends_with_whoever_asked() {
    for said in [&b""[..], b"\x40\0\0\0abc", b"\xff\xff\xff\xff", b"\x01\0\0\0\0"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kpj"));
        command.arg("--read-list").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = command.spawn().unwrap();
        let mut stdin = process.stdin.take().unwrap();
        stdin.write_all(said).unwrap();
        drop(stdin);
        let output = process.wait_with_output().unwrap();
        assert!(!output.status.success() && output.stdout.is_empty() && output.stderr.is_empty(), "{said:?}");
    }
}
