//! Lists damaged at random, as cables, mail programs and bad disks do it, and worse: each is read or refused, without a
//! panic that escapes and without a hang. `KPJ_MUTANTS=100000 cargo test --test mutants` looks longer.

#![cfg(unix)]
#![expect(
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "what tests share may fail as tests do"
)]

use cetak_kpj::import::apart::Apart;
use cetak_kpj::import::{ReadOptions, read};
use cetak_kpj::progress::Silent;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::panic::catch_unwind;
use std::path::Path;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};
use zip::ZipArchive;

/// How many; by count and from fixed seeds, so that what fails once fails again.
fn mutants(otherwise: u64) -> u64 {
    std::env::var("KPJ_MUTANTS").ok().and_then(|count| count.parse().ok()).unwrap_or(otherwise)
}

/// splitmix64: a test needs no more of chance.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % end.max(1) as u64).unwrap()
    }

    fn mutate(&mut self, bytes: &mut Vec<u8>) {
        const PIECES: [&[u8]; 16] = [
            b"\0",
            b"\xff",
            b"\xff\xff\xff\xff",
            b"\x7f\xff\xff\xff",
            b"\0\0\0\x80",
            b"<",
            b">",
            b"\"",
            b"&#0;",
            b"-1",
            b"0",
            b"99999999999999999999",
            b"1e309",
            b"]]>",
            b"/>",
            b"\r\n",
        ];
        for _ in 0..=self.below(4) {
            let start = self.below(bytes.len());
            let longest = if self.below(4) == 0 { 400 } else { 8 };
            let length = self.below(longest) + 1;
            let end = (start + length).min(bytes.len());
            match self.below(7) {
                0 => drop(bytes.drain(start..end)),
                1 => {
                    let copy = bytes[start..end].to_vec();
                    let place = self.below(bytes.len());
                    bytes.splice(place..place, copy.repeat(self.below(3) + 1));
                }
                2 => {
                    let piece = PIECES[self.below(PIECES.len())];
                    bytes.splice(start..start, piece.iter().copied());
                }
                3 => {
                    let piece = PIECES[self.below(PIECES.len())];
                    let end = (start + piece.len()).min(bytes.len());
                    bytes.splice(start..end, piece.iter().copied());
                }
                4 if self.below(20) == 0 => bytes.truncate(start),
                _ => {
                    if let Some(byte) = bytes.get_mut(start) {
                        *byte ^= 1 << self.below(8);
                    }
                }
            }
        }
    }

    /// Damages the archive itself or, more often, one of its members.
    fn mutate_archive(&mut self, bytes: &[u8]) -> Vec<u8> {
        if self.below(8) == 0 {
            let mut bytes = bytes.to_vec();
            self.mutate(&mut bytes);
            return bytes;
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let hit = self.below(archive.len());
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..archive.len() {
            let mut member = archive.by_index(index).unwrap();
            let name = member.name().unwrap().into_owned();
            let mut data = Vec::new();
            member.read_to_end(&mut data).unwrap();
            if index == hit {
                self.mutate(&mut data);
            }
            writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(&data).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }
}

fn originals(names: &[&str]) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/lists");
    names.iter().map(|name| fs::read(folder.join(name)).unwrap()).collect()
}

/// Reads mutants one after the other and counts how they end.
fn breed(names: &[&str], count: u64, read: impl Fn(&Path) -> &'static str + Send + 'static) {
    let originals = originals(names);
    let folder = tempfile::tempdir().unwrap();
    let (request, requests) = channel::<std::path::PathBuf>();
    let (answer, answers) = channel();
    std::thread::spawn(move || {
        for path in requests {
            answer.send(read(&path)).unwrap();
        }
    });
    let begin = Instant::now();
    let mut endings = BTreeMap::<&str, u64>::new();
    for seed in 0..count {
        let mut chance = Chance(seed);
        let original = &originals[chance.below(originals.len())];
        let mutant = if original.starts_with(b"PK") {
            chance.mutate_archive(original)
        } else {
            let mut mutant = original.clone();
            chance.mutate(&mut mutant);
            mutant
        };
        let path = folder.path().join("mutant");
        fs::write(&path, mutant).unwrap();
        request.send(path).unwrap();
        let ending = answers.recv_timeout(Duration::from_secs(30)).unwrap_or("no end");
        assert!(!["no end", "panic"].contains(&ending), "mutant {seed} of {names:?}: {ending}");
        *endings.entry(ending).or_default() += 1;
    }
    println!("{count} mutants in {:.1} s: {endings:?}", begin.elapsed().as_secs_f64());
    assert!(endings.len() > 1, "some are read and some are not");
}

#[test]
fn no_damage_to_workbooks_and_texts_escapes_the_reader() {
    let names = [
        "hr.xlsx",
        "every_problem.xlsx",
        "merged.xlsx",
        "hidden_beside.xlsx",
        "hr.ods",
        "template_tk_24101780.ods",
        "wage_semicolon.csv",
        "wage_pipe_utf16be.csv",
        "wage_windows.csv",
        "html.xls",
        "spreadsheetml.xls",
    ];
    // calamine's panics are caught, and need not be told.
    std::panic::set_hook(Box::new(|panic| {
        if panic.location().is_some_and(|place| place.file().ends_with("mutants.rs")) {
            eprintln!("{panic}");
        }
    }));
    breed(&names, mutants(2_000), |path| {
        let read = || read(path, &ReadOptions::default(), &Silent).map_or_else(|error| error.code(), |_| "read");
        catch_unwind(read).unwrap_or("panic")
    });
}

#[test]
fn no_damage_to_an_old_workbook_escapes_the_reading_process() {
    let reader = Apart::new(env!("CARGO_BIN_EXE_kpj").into());
    breed(&["hr.xls", "template_oldest.xls", "employee_numbers.xls"], mutants(2_000) / 10, move |path| {
        reader.read(path, &ReadOptions::default(), &Silent).map_or_else(|error| error.code(), |_| "read")
    });
}
