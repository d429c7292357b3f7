//! The settings as scripts use them, and the file that sets the next PC up.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod office;

use office::Office;
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

fn get(office: &Office, name: &str) -> String {
    office.ok(&["settings", "get", name])["text"].as_str().unwrap().to_owned()
}

fn error(office: &Office, arguments: &[&str]) -> String {
    let (code, json) = office.json(arguments);
    assert_eq!(code, 2, "{arguments:?}: {json:#}");
    json["error"]["code"].as_str().unwrap().to_owned()
}

#[test]
fn a_setting_is_changed_by_its_name_and_the_trail_keeps_who_old_and_new() {
    let office = Office::new();
    let all = office.ok(&["settings", "list"]);
    assert!(all["settings"].as_array().unwrap().len() > 30);
    let found = office.ok(&["settings", "list", "hari", "kerja"]);
    assert_eq!(found["settings"][0]["name"], "service-days");
    assert_eq!(found["settings"][0]["value"], 5);

    let changed = office.ok(&["settings", "set", "service-days", "7"]);
    assert_eq!(changed, json!({"changed": [{"name": "service-days", "old": "5", "new": "7"}]}));
    assert_eq!(office.ok(&["settings", "set", "service-days", "7"]), json!({"changed": []}));
    office.ok(&["settings", "set", "calibrations", "-0,5 0 1 1 Zebra 1"]);
    assert_eq!(office.ok(&["calibration", "list"])["printers"][0]["offset_x"], -0.5);

    // several lines come from a file
    let mut command = office.kpj(&["settings", "set", "holidays", "-"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    child.stdin.take().unwrap().write_all("2027-03-10 Idul Fitri\n2027-03-09 Cuti bersama\n".as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(get(&office, "holidays"), "2027-03-09 Cuti bersama\n2027-03-10 Idul Fitri");

    let history = office.ok(&["settings", "history"]);
    let names: Vec<_> = history["changes"].as_array().unwrap().iter().map(|change| change["name"].clone()).collect();
    assert_eq!(names, ["holidays", "calibrations", "service-days"]);
    let first = &history["changes"][2];
    assert_eq!((&first["old"], &first["new"]), (&json!("5"), &json!("7")));
    assert_ne!(first["actor"], "");
    assert_eq!(office.ok(&["verify"])["ok"], true, "the trail is whole");
}

#[test]
fn what_would_spoil_the_office_is_refused_and_nothing_is_written() {
    let office = Office::new();
    for (name, value, code) in [
        ("service-days", "banyak", "setting-invalid"),
        ("number-pattern", "{seq}", "setting-invalid"),
        ("sheet.left", "99", "sheet-no-room"),
        ("template", "tidak-ada", "template-not-found"),
        ("documents-folder", &office.path("tidak-ada"), "folder-missing"),
        ("logo", &office.path("tidak-ada.png"), "logo-unusable"),
        ("password", "rahasia", "setting-unknown"),
    ] {
        // one of the margins alone would still leave room
        if name == "sheet.left" {
            office.ok(&["settings", "set", "sheet.right", "50"]);
        }
        assert_eq!(error(&office, &["settings", "set", name, value]), code, "{name}");
    }
    let changed = office.ok(&["settings", "history"]);
    assert_eq!(changed["changes"].as_array().unwrap().len(), 1, "the margin: {changed:#}");
}

/// An office with a template, a logo and a corrected printer of its own.
fn equipped() -> Office {
    let office = Office::new();
    office.ok(&["settings", "set", "branch", "Kantor Cabang Contoh"]);
    office.ok(&["settings", "set", "kop", "Jl. Contoh No. 1\nTelp. (0353) 000"]);
    office.ok(&["calibration", "set", "--printer", "Zebra 1", "--offset-x", "0.4"]);
    let shipped = office.ok(&["template", "show", "preprinted"])["text"].as_str().unwrap().to_owned();
    let file = office.path("kantor.toml");
    fs::write(&file, shipped).unwrap();
    office.ok(&["template", "import", &file]);
    office.ok(&["template", "use", "kantor"]);
    let picture = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pictures/halves.jpg");
    office.ok(&["settings", "set", "logo", picture]);
    fs::create_dir(office.path("salinan")).unwrap();
    office.ok(&["settings", "set", "documents-folder", &office.path("salinan")]);
    office
}

/// Runs a few lines of Python over a file of settings and gives what it prints.
fn python(script: &str, file: &str) -> String {
    let output = Command::new("/usr/bin/python3").args(["-c", script, file]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_next_pc_is_set_up_from_one_file() {
    let first = equipped();
    let file = first.path("pengaturan.zip");
    let exported = first.ok(&["settings", "export", &file]);
    assert_eq!((&exported["templates"], &exported["logo"]), (&json!(["kantor"]), &json!(true)));
    assert_eq!(error(&first, &["settings", "export", &file]), "out-exists");
    let said = python("import sys, zipfile; print(sorted(zipfile.ZipFile(sys.argv[1]).namelist()))", &file);
    assert!(said.contains("settings.json") && said.contains("templates/kantor.toml") && said.contains("logo/"));

    // the first one's folder for copies is not on the next PC
    let folder = first.path("salinan");
    fs::remove_dir(&folder).unwrap();
    let next = Office::new();
    let dry = next.ok(&["settings", "import", &file, "--dry-run"]);
    assert_eq!((&dry["written"], &dry["templates"][0]["state"]), (&json!(false), &json!("new")));
    assert_eq!(get(&next, "branch"), "");
    let plan = next.ok(&["settings", "import", &file]);
    assert_eq!(plan["changed"], dry["changed"]);
    assert_eq!(plan["left_out"], json!([{"name": "documents-folder", "value": folder}]));

    let texts = |office: &Office| {
        let all = office.ok(&["settings", "list"])["settings"].as_array().unwrap().clone();
        let taken = all.into_iter().filter(|setting| setting["name"] != "documents-folder");
        taken.map(|setting| (setting["name"].clone(), setting["text"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(texts(&next), texts(&first));
    // it works there: template and logo are with it
    let list = next.sample("list.xlsx", &["--rows", "2"]);
    let issued = next.ok(&["issue", &list, "--npp", "24101780", "--company", "PT Contoh", "--date", "2026-11-20"]);
    let images =
        Command::new("pdfimages").args(["-list", issued["files"]["receipt"].as_str().unwrap()]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&images.stdout).lines().count(), 3, "two lines of titles and the logo");
    // once more changes nothing
    let again = next.ok(&["settings", "import", &file]);
    assert_eq!((&again["changed"], &again["templates"][0]["state"]), (&json!([]), &json!("same")));
    assert_eq!(next.ok(&["verify"])["ok"], true);
}

/// Writes the file anew with its settings, or a file in it, changed by Python.
fn changed(office: &Office, file: &str, name: &str, change: &str) -> String {
    let out = office.path(name);
    let script = format!(
        "import json, sys, zipfile
old = zipfile.ZipFile(sys.argv[1])
files = {{n: old.read(n) for n in old.namelist()}}
d = json.loads(files['settings.json'])
s = d['settings']
{change}
files['settings.json'] = json.dumps(d)
with zipfile.ZipFile({out:?}, 'w') as new:
    for n, b in files.items(): new.writestr(n, b)"
    );
    python(&script, file);
    out
}

#[test]
fn a_file_with_nonsense_in_it_changes_nothing_at_all() {
    let first = equipped();
    let file = first.path("pengaturan.zip");
    first.ok(&["settings", "export", &file]);
    let next = Office::new();
    next.ok(&["settings", "get", "branch"]);
    for (at, (change, code)) in [
        ("s['service-days'] = 'x'", "setting-invalid"),
        ("s['sheet.left'] = '100.0'; s['sheet.right'] = '100.0'", "sheet-no-room"),
        ("s['branch2'] = 'x'", "setting-unknown"),
        ("s['template'] = 'lain'", "template-not-found"),
        ("files['templates/kantor.toml'] = b'format = 99'", "template-invalid"),
        ("files['templates/CON.toml'] = files['templates/kantor.toml']", "template-name"),
        ("files = {n: b for n, b in files.items() if not n.startswith('logo/')}", "settings-unusable"),
        ("files.update({n: b'no picture' for n in files if n.startswith('logo/')})", "logo-unusable"),
        ("d['version'] = 2", "settings-newer"),
        ("d['format'] = 'lain'", "settings-unusable"),
    ]
    .into_iter()
    .enumerate()
    {
        let bad = changed(&first, &file, &format!("{at}.zip"), change);
        assert_eq!(error(&next, &["settings", "import", &bad]), code, "{change}");
    }
    let cut = next.path("cut.zip");
    let bytes = fs::read(&file).unwrap();
    fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    assert_eq!(error(&next, &["settings", "import", &cut]), "settings-unusable");
    assert_eq!(error(&next, &["settings", "import", &next.path("none.zip")]), "file-unreadable");
    assert_eq!(next.ok(&["settings", "history"])["changes"], json!([]));
    let left: Vec<_> = office::files_below(&next.path("data"));
    assert!(!left.iter().any(|name| name.contains("templates/") || name.contains("logo/")), "{left:?}");
}

#[test]
fn a_stop_while_a_file_is_taken_over_is_made_good_by_the_next_start() {
    let first = equipped();
    let file = first.path("pengaturan.zip");
    first.ok(&["settings", "export", &file]);
    let next = Office::new();
    next.ok(&["settings", "get", "branch"]);
    // as a stop right after it was copied in leaves it
    let under_way = next.path("data/.settings-import.zip");
    fs::copy(&file, &under_way).unwrap();
    assert_eq!(get(&next, "branch"), "Kantor Cabang Contoh");
    assert_eq!(get(&next, "template"), "kantor");
    assert!(!fs::exists(&under_way).unwrap());
    let recorded: Value = next.ok(&["settings", "history"]);
    assert!(recorded["changes"].as_array().unwrap().iter().any(|change| change["name"] == "branch"));
    // and what is no file of settings any more does not keep the office from working
    fs::write(&under_way, "rusak").unwrap();
    assert_eq!(get(&next, "branch"), "Kantor Cabang Contoh");
    assert!(!fs::exists(&under_way).unwrap());
}
