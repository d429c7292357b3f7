//! Everything in one file and back, whatever happens in between.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod office;

use office::{Office, files_below};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Instant;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

fn issue(office: &Office, seed: u32, rows: u32) -> Value {
    let list = office.sample("list.xlsx", &["--rows", &rows.to_string(), "--seed", &seed.to_string()]);
    office.ok(&["issue", &list, "--date", "2026-11-20", "--per-worker"])["receipt"]["number"].clone()
}

/// What an office has: its register and the bytes of its documents and templates. Proves it on the way.
fn state(office: &Office) -> (Value, BTreeMap<String, Vec<u8>>) {
    let register = office.ok(&["register", "list"]);
    let proof = office.ok(&["verify"]);
    assert_eq!(proof["ok"], true);
    let names = files_below(&office.path("data")).into_iter();
    let names =
        names.filter(|name| ["documents/", "logo/", "templates/"].iter().any(|folder| name.starts_with(folder)));
    let names = names.filter(|name| !name.starts_with("documents/.staging/"));
    let files = names.map(|name| (name.clone(), fs::read(office.path(&format!("data/{name}"))).unwrap())).collect();
    let left = files_below(&office.path("data/.work"));
    assert_eq!(left, [""; 0], "no work is left behind");
    (register, files)
}

#[test]
fn a_backup_brings_everything_back_also_elsewhere() {
    let office = Office::new();
    fs::create_dir_all(office.path("data/templates")).unwrap();
    fs::write(office.path("data/templates/kami.toml"), "name = 'kami'").unwrap();
    fs::create_dir_all(office.path("data/logo")).unwrap();
    fs::write(office.path("data/logo/kami.png"), "a picture").unwrap();
    issue(&office, 1, 5);
    issue(&office, 2, 3);
    let before = state(&office);
    let file = office.path("cadangan.zip");
    let made = office.ok(&["backup", &file]);
    assert_eq!((&made["receipts"], &made["cards"], &made["last_number"]), (&json!(2), &json!(8), &json!("0002/2026")));
    assert_eq!(made["bytes"], fs::metadata(&file).unwrap().len());
    let (code, said) = office.json(&["backup", &file]);
    assert_eq!((code, &said["error"]["code"]), (2, &json!("out-exists")));
    office.ok(&["backup", &file, "--force"]);
    assert!(!files_below(&office.path("")).iter().any(|name| name.contains(".part")));

    // Any other program can read it and compare it with its own list of hashes.
    let out = office.path("unpacked");
    fs::create_dir(&out).unwrap();
    let script = format!("cd '{out}' && python3 -m zipfile -e '{file}' . && sha256sum --quiet -c SHA256SUMS");
    assert!(Command::new("sh").args(["-c", &script]).status().unwrap().success());

    // To another computer.
    let other = Office::new();
    let restored = other.ok(&["restore", &file]);
    assert_eq!((&restored["restored"], &restored["kept_in"]), (&json!(true), &Value::Null));
    assert_eq!(state(&other), before);
    assert_eq!(issue(&other, 3, 2), "0003/2026");

    // A backup of what is here still: nothing is lost, so nobody is asked.
    office.ok(&["restore", &file]);
    assert_eq!(state(&office), before);
    office.ok(&["restore", &file]);
    assert_eq!(state(&office), before);
}

#[test]
fn newer_data_is_replaced_only_by_force_and_kept_aside() {
    let office = Office::new();
    issue(&office, 1, 4);
    let old = state(&office);
    let file = office.path("old.zip");
    office.ok(&["backup", &file]);
    issue(&office, 2, 3);
    let new = state(&office);
    let newer = office.path("new.zip");
    office.ok(&["backup", &newer]);

    let (code, said) = office.json(&["restore", &file]);
    assert_eq!((code, &said["restored"], &said["before"]["receipts"]), (1, &json!(false), &json!(2)));
    assert_eq!(state(&office), new);
    let (code, said) = office.json(&["restore", &file, "--force"]);
    assert_eq!(code, 0, "{said:#}");
    assert_eq!(state(&office), old);

    // What was here before is a data folder of its own.
    let aside = said["kept_in"].as_str().unwrap();
    let register = Command::new(env!("CARGO_BIN_EXE_kpj"))
        .args(["--data-dir", aside, "--json", "verify"])
        .output()
        .map(|output| serde_json::from_slice::<Value>(&output.stdout).unwrap())
        .unwrap();
    assert_eq!((&register["ok"], &register["receipts"]), (&json!(true), &json!(2)), "{register:#}");

    // The newer backup goes on from the older one: forward again without force, but not sideways.
    office.ok(&["restore", &newer]);
    assert_eq!(state(&office), new);
    office.ok(&["restore", &file, "--force"]);
    issue(&office, 9, 2);
    assert_eq!(office.json(&["restore", &newer]).0, 1);

    // Settings count too.
    office.ok(&["restore", &newer, "--force"]);
    let number = office.ok(&["register", "list"])["entries"][0]["number"].as_str().unwrap().to_owned();
    office.ok(&["mark", &number, "printed"]);
    assert_eq!(office.json(&["restore", &newer]).0, 1);
}

#[test]
fn a_database_past_opening_is_what_a_backup_is_for() {
    for damage in ["not a database at all, and long enough to be one ".repeat(400).into_bytes(), Vec::new()] {
        let office = Office::new();
        issue(&office, 1, 4);
        let before = state(&office);
        let file = office.path("b.zip");
        office.ok(&["backup", &file]);
        let database = office.path("data/cetak-kpj.sqlite");
        for name in ["-wal", "-shm", ""] {
            let _ = fs::remove_file(format!("{database}{name}"));
        }
        if damage.is_empty() {
            // the whole folder is gone
            fs::remove_dir_all(office.path("data")).unwrap();
            assert_eq!(office.ok(&["restore", &file])["kept_in"], Value::Null);
        } else {
            fs::write(&database, &damage).unwrap();
            assert_eq!(office.json(&["restore", &file]).0, 1);
            let said = office.ok(&["restore", &file, "--force"]);
            let aside = said["kept_in"].as_str().unwrap();
            assert_eq!(fs::read(format!("{aside}/cetak-kpj.sqlite")).unwrap(), damage);
        }
        assert_eq!(state(&office), before);
    }
}

#[test]
fn a_backup_is_whole_while_others_work() {
    let office = Office::new();
    issue(&office, 1, 3);
    let lists: Vec<String> = (10..16)
        .map(|seed| office.sample(&format!("{seed}.xlsx"), &["--rows", "6", "--seed", &seed.to_string()]))
        .collect();
    thread::scope(|scope| {
        scope.spawn(|| {
            for list in &lists {
                office.ok(&["issue", list, "--per-worker"]);
            }
        });
        for round in 0..5 {
            let file = office.path(&format!("{round}.zip"));
            office.ok(&["backup", &file]);
            let other = Office::new();
            other.ok(&["restore", &file]);
            state(&other);
        }
    });
}

#[test]
fn a_kill_at_any_moment_leaves_the_old_or_the_new() {
    let office = Office::new();
    issue(&office, 1, 4);
    let old = state(&office);
    let file = office.path("old.zip");
    office.ok(&["backup", &file]);
    issue(&office, 2, 4);
    let new = state(&office);
    let newer = office.path("new.zip");
    let begin = Instant::now();
    office.ok(&["backup", &newer]);
    let whole = begin.elapsed();

    for step in 0..5u32 {
        let copy = office.path("next.zip");
        let mut program = office.kpj(&["backup", &copy]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        thread::sleep(whole * step / 4);
        program.kill().unwrap();
        program.wait().unwrap();
        // The name is only ever given to a whole one.
        if Path::new(&copy).exists() {
            Office::new().ok(&["restore", &copy]);
            fs::remove_file(&copy).unwrap();
        }
        assert_eq!(state(&office), new, "{step}");
    }
    let begin = Instant::now();
    office.ok(&["restore", &file, "--force"]);
    let whole = begin.elapsed();
    let mut is_new = false;
    let mut both = [0, 0];
    for step in 0..14u32 {
        let (from, before, after) = if is_new { (&file, &new, &old) } else { (&newer, &old, &new) };
        let mut program =
            office.kpj(&["restore", from, "--force"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // close together where the steps are that change something
        thread::sleep(whole * (step % 7 + 3) / 10);
        program.kill().unwrap();
        program.wait().unwrap();
        let now = state(&office);
        assert!(now == *before || now == *after, "{step}");
        both[usize::from(now == *after)] += 1;
        is_new = if now == *after { !is_new } else { is_new };
        for aside in fs::read_dir(office.path("data")).unwrap().map(|entry| entry.unwrap().path()) {
            if aside.to_str().unwrap().contains("before-restore") {
                fs::remove_dir_all(aside).unwrap();
            }
        }
    }
    assert!(both[0] > 0, "kills met the beginning and the end: {both:?}");
}

/// A limit on the size of files stands for a full disk.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_what_was_there() {
    let office = Office::new();
    issue(&office, 1, 5);
    let old = office.path("old.zip");
    office.ok(&["backup", &old]);
    let bytes = fs::read(&old).unwrap();
    issue(&office, 2, 60);
    let before = state(&office);
    let newer = office.path("newer.zip");
    office.ok(&["backup", &newer]);
    let elsewhere = Office::new();
    issue(&elsewhere, 7, 3);
    let there = state(&elsewhere);
    let limited = |command: &Command, blocks: u32| {
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
        let mut limited = Command::new("sh");
        limited.args(["-c", &script, "sh"]).arg(command.get_program()).args(command.get_args());
        limited.output().unwrap()
    };
    for blocks in [0, 1, 8, 40, 80, 120, 160, 200, 240] {
        let output = limited(&office.kpj(&["--json", "backup", &old, "--force"]), blocks);
        assert_eq!(output.status.code(), Some(2), "{blocks}: {}", String::from_utf8_lossy(&output.stdout));
        assert!(fs::read(&old).unwrap() == bytes, "{blocks}: the older backup stays");
        let output = limited(&elsewhere.kpj(&["--json", "restore", &newer, "--force"]), blocks);
        assert_eq!(output.status.code(), Some(2), "{blocks}: {}", String::from_utf8_lossy(&output.stdout));
        assert_eq!(state(&elsewhere), there, "{blocks}");
    }
    assert_eq!(state(&office), before);
}

/// The files of a backup, in order.
fn unzip(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|index| {
            let mut file = zip.by_index(index).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn zipped(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The list of hashes and the manifest made to fit the other files, as somebody who knows how would.
fn fitted(mut files: Vec<(String, Vec<u8>)>) -> Vec<u8> {
    use sha2::{Digest, Sha256};
    let hash =
        |bytes: &[u8]| Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    let manifest = files.pop().unwrap().1;
    files.pop();
    let sums: String =
        files.iter().map(|(name, bytes)| format!("{}  {name}\n", hash(bytes))).collect::<Vec<_>>().concat();
    let mut manifest: Value = serde_json::from_slice(&manifest).unwrap();
    manifest["files"] = files.len().into();
    manifest["bytes"] = files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>().into();
    manifest["sums"] = hash(sums.as_bytes()).into();
    files.push(("SHA256SUMS".into(), sums.into_bytes()));
    files.push(("manifest.json".into(), manifest.to_string().into_bytes()));
    zipped(&files)
}

#[test]
fn a_damaged_or_hostile_backup_changes_nothing() {
    let office = Office::new();
    issue(&office, 1, 3);
    let file = office.path("b.zip");
    office.ok(&["backup", &file]);
    let sound = fs::read(&file).unwrap();
    let files = unzip(&sound);
    assert_eq!(files[0].0, "cetak-kpj.sqlite");
    let with = |name: &str, bytes: &[u8]| {
        let mut more = files.clone();
        more.insert(1, (name.to_owned(), bytes.to_vec()));
        fitted(more)
    };
    let mut hostile: Vec<(String, Vec<u8>)> = Vec::new();
    for part in 0..20 {
        hostile.push((format!("cut at {part}/20"), sound[..sound.len() * part / 20].to_vec()));
    }
    for step in 0..60 {
        let mut bytes = sound.clone();
        let place = sound.len() * step / 60 + step;
        bytes[place] ^= 1 << (step % 8);
        hostile.push((format!("bit at {place}"), bytes));
    }
    for name in [
        "../stolen",
        "documents/../../stolen",
        "/tmp/cetak-kpj-stolen",
        "documents\\..\\..\\stolen",
        "C:\\stolen",
        "documents/.staging/lock",
        "logs/x",
        "cetak-kpj.sqlite-wal",
        "documents/nul",
        "documents/a:b",
    ] {
        hostile.push((name.into(), with(name, b"x")));
    }
    hostile.push(("a bomb".into(), with("documents/24101780/bomb.pdf", &vec![0; 64 << 20])));
    let mut unlisted = files.clone();
    unlisted.push(("documents/unlisted.pdf".into(), b"x".to_vec()));
    hostile.push(("a file that is not listed".into(), zipped(&unlisted)));
    hostile.push(("a file that is missing".into(), zipped(&files[..files.len() - 3])));
    let mut other = files.clone();
    other[0].1 = b"no database".to_vec();
    hostile.push(("no database".into(), fitted(other)));
    hostile.push(("another zip".into(), zipped(&[("x".into(), b"x".to_vec())])));
    hostile.push(("not a zip".into(), b"a list of workers".to_vec()));

    let target = Office::new();
    issue(&target, 5, 2);
    let before = state(&target);
    let mut sound_ones = 0;
    for (name, bytes) in hostile {
        let path = target.path("hostile.zip");
        fs::write(&path, bytes).unwrap();
        let (code, said) = target.json(&["restore", &path, "--force"]);
        if code == 0 {
            // a bit that means nothing, such as a date in the directory
            assert!(name.starts_with("bit"), "{name}: {said:#}");
            sound_ones += 1;
            assert_eq!(target.ok(&["register", "list"])["total_cards"], 3, "{name}");
            fs::remove_dir_all(target.path("data")).unwrap();
            issue(&target, 5, 2);
            continue;
        }
        let codes = ["not-a-backup", "backup-damaged", "backup-unreadable"];
        assert!(code == 2 && codes.contains(&said["error"]["code"].as_str().unwrap()), "{name}: {said:#}");
    }
    assert!(sound_ones < 5, "{sound_ones}");
    assert_eq!(state(&target), before);
    assert!(!Path::new("/tmp/cetak-kpj-stolen").exists());
    assert!(!files_below(&target.path("")).iter().any(|name| name.contains("stolen")));

    // A backup of a newer program.
    let mut newer = files.clone();
    let manifest = newer.pop().unwrap().1;
    newer.push((
        "manifest.json".into(),
        String::from_utf8(manifest).unwrap().replace("\"format\": 1", "\"format\": 2").into_bytes(),
    ));
    fs::write(target.path("newer.zip"), zipped(&newer)).unwrap();
    let said = target.json(&["restore", &target.path("newer.zip"), "--force"]);
    assert_eq!((said.0, &said.1["error"]["code"]), (2, &json!("database-newer")));
    assert_eq!(target.json(&["restore", &target.path("nowhere.zip")]).1["error"]["code"], "file-not-found");
}
