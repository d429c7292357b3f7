//! Whole stories in the real window, told with keys and the mouse, looked at, and read back by `kpj` and a PDF reader.
//!
//! References are made anew with `CETAK_KPJ_PICTURES=new cargo test --test real_window` (see `tests/picture/mod.rs`).
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod office;
mod screen;

use office::{Office, files_below, pdf_text};
use screen::{Place, Screen, wait_for};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The field for the folder of documents, at the first start.
const FOLDER_FIELD: Place = (408, 499, 455, 36);
/// Where screens say today's date, below their title.
const TODAY: Place = (220, 48, 400, 20);
/// The date of a receipt that is not issued yet; lower where a line stands above, of practice or of a queue.
const DATE_FIELD: Place = (900, 113, 132, 36);
const LOWER_DATE_FIELD: Place = (900, 167, 132, 36);
/// The number, which holds the year, and the date of what was issued in practice.
const PRACTICE_NUMBER: Place = (380, 295, 600, 45);
const PRACTICE_DATE: Place = (380, 445, 600, 40);
/// The number again, above its documents.
const PRACTICE_PREVIEW: Place = (220, 86, 400, 26);
/// The day and the hour in the story of a receipt.
const WHEN: Place = (220, 475, 460, 28);

/// The same in larger letters.
const WHEN_LARGER: Place = (238, 456, 450, 36);

// where the mouse goes
const REPAIR_FIELD: (u16, u16) = (336, 541);
const RECEIPT_DATE: (u16, u16) = (966, 131);
const FIND: (u16, u16) = (75, 535);
const SPEAK: (u16, u16) = (75, 611);
const SETTINGS: (u16, u16) = (85, 333);
const APPEARANCE: (u16, u16) = (300, 413);
const DARK: (u16, u16) = (952, 160);
const SAVE: (u16, u16) = (1112, 41);

/// An office that has answered the questions of the first start.
fn settled() -> Office {
    let office = Office::new();
    for (name, value) in [("branch", "Kantor Cabang Contoh"), ("officer", "Petugas Contoh")] {
        office.ok(&["settings", "set", name, value]);
    }
    office
}

/// Waits until the register has so many receipts, and gives them.
#[track_caller]
fn register(office: &Office, receipts: usize) -> Vec<Value> {
    wait_for("the register", || {
        let list = office.ok(&["register", "list"]);
        let entries = list["entries"].as_array().unwrap();
        (entries.len() == receipts).then(|| entries.clone())
    })
}

#[test]
fn a_new_office_answers_repairs_a_list_and_finds_it_in_the_register() {
    let (screen, office) = (Screen::new(), Office::new());
    let mut window = screen.open(&office, &[]);
    window.shows("first-start", &[FOLDER_FIELD]);
    window.write("Kantor Cabang Contoh");
    window.press(&["Tab"]);
    window.write("Petugas Contoh");
    window.press(&["Tab"]);
    let copies = office.path("salinan");
    window.write_over(&copies);
    window.press(&["ctrl+Return"]);
    window.shows("first-work", &[TODAY]);
    window.close();

    // as Explorer opens a list
    let list = office.sample("daftar.xlsx", &["--rows", "12", "--dirty", "--seed", "1"]);
    let mut window = screen.open(&office, &[&list]);
    window.shows("review", &[DATE_FIELD]);
    window.click(REPAIR_FIELD);
    window.write_over("5199905506030006");
    window.press(&["Return"]);
    window.click(RECEIPT_DATE);
    window.write_over("20-11-2026");
    window.let_go();
    window.shows("repaired", &[]);
    window.press(&["ctrl+Return"]);
    window.shows("issued", &[]);
    window.press(&["ctrl+3"]);
    window.shows("register", &[]);
    // the list has the keyboard already
    window.press(&["Down"]);
    window.shows("registered", &[WHEN]);
    window.close();

    let entries = register(&office, 1);
    assert_eq!((&entries[0]["number"], &entries[0]["date"]), (&"0001/2026".into(), &"2026-11-20".into()));
    let copies_there = files_below(&copies);
    assert_eq!(copies_there.len(), 2, "{copies_there:?}");
    let cards = copies_there.iter().find(|name| name.ends_with("_KPJ.pdf")).unwrap();
    let text = pdf_text(&format!("{copies}/{cards}"));
    assert!(text.contains("5199905506030006") && text.matches('\u{c}').count() == 12, "{text}");
    let proof = office.ok(&["verify"]);
    assert_eq!(proof["differences"].as_array().map(Vec::len), Some(0), "{proof:#}");
}

#[test]
fn practice_is_all_keys_says_latihan_and_leaves_nothing() {
    let (screen, office) = (Screen::new(), Office::new());
    let mut window = screen.open(&office, &[]);
    window.shows("first-start", &[FOLDER_FIELD]);
    window.press(&["Escape"]);
    window.press(&["ctrl+k"]);
    window.write("contoh");
    window.shows("palette-practice", &[TODAY]);
    window.press(&["Return"]);
    window.shows("practice", &[LOWER_DATE_FIELD]);
    // to the field of the next problem, past its explanation, to what becomes of rows with problems
    window.press(&["F7", "Tab", "Tab", "space", "Tab", "space"]);
    window.shows("practice-accepted", &[LOWER_DATE_FIELD]);
    window.press(&["ctrl+Return"]);
    window.shows("practice-issued", &[PRACTICE_NUMBER, PRACTICE_DATE]);
    window.press(&["F6"]);
    window.shows("practice-card", &[PRACTICE_PREVIEW]);

    let documents = office.path("data/latihan/documents");
    let papers: Vec<_> = files_below(&documents)
        .into_iter()
        .filter(|name| Path::new(name).extension() == Some("pdf".as_ref()))
        .collect();
    assert_eq!(papers.len(), 2, "{papers:?}");
    for paper in papers {
        let text = pdf_text(&format!("{documents}/{paper}"));
        let pages: Vec<_> = text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
        assert!(!pages.is_empty() && pages.iter().all(|page| page.contains("LATIHAN")), "{paper}: {text}");
    }
    window.close();
    assert!(register(&office, 0).is_empty());
    let mut window = screen.open(&office, &[]);
    window.shows("first-start", &[FOLDER_FIELD]);
    wait_for("the end of practice", || (!fs::exists(office.path("data/latihan")).unwrap()).then_some(()));
}

#[test]
fn the_window_speaks_english_and_is_dark_when_the_mouse_says_so() {
    let (screen, office) = (Screen::new(), settled());
    let mut window = screen.open(&office, &[]);
    window.shows("work", &[TODAY]);
    // a list without rows has a sentence of its own, which is drawn anew
    window.press(&["ctrl+3"]);
    window.shows("register-empty", &[]);
    window.click(SPEAK);
    window.let_go();
    window.shows("english-register", &[]);
    window.click(SETTINGS);
    window.click(APPEARANCE);
    window.let_go();
    window.shows("english-settings", &[]);
    window.click(DARK);
    window.click(SAVE);
    window.let_go();
    window.shows("dark-settings", &[]);
    window.click(FIND);
    window.write("import");
    window.shows("dark-palette", &[]);
    window.press(&["Return"]);
    window.let_go();
    window.shows("dark-import", &[]);
    window.close();
    for (name, value) in [("language", "en"), ("appearance", "dark")] {
        let setting = office.ok(&["settings", "get", name]);
        assert_eq!(setting["value"], value, "{setting:#}");
    }
}

#[test]
fn larger_letters_on_a_small_screen_leave_room_for_all_and_no_traces() {
    let (screen, office) = (Screen::new(), settled());
    office.ok(&["issue", &office.sample("daftar.xlsx", &["--rows", "9"]), "--date", "2026-11-20"]);
    let mut window = screen.open_at("1.25", &office, &[]);
    // without a desktop that does it, the window is made as large as the screen by hand
    window.fill_screen();
    window.press(&["ctrl+6", "ctrl+k", "Escape", "ctrl+5", "ctrl+3", "Down"]);
    window.shows("larger-letters", &[WHEN_LARGER]);
    window.close();
}

#[test]
fn a_list_that_arrives_in_the_watched_folder_is_offered_and_issued() {
    let (screen, office) = (Screen::new(), settled());
    let folder = office.path("unduhan");
    fs::create_dir(&folder).unwrap();
    office.ok(&["settings", "set", "watch-folder", &folder]);
    let mut window = screen.open(&office, &[]);
    window.shows("work", &[TODAY]);
    let list = office.sample("dari PT.xlsx", &["--rows", "7", "--seed", "3"]);
    // as a browser does it
    fs::copy(list, format!("{folder}/dari PT.xlsx.part")).unwrap();
    fs::rename(format!("{folder}/dari PT.xlsx.part"), format!("{folder}/dari PT.xlsx")).unwrap();
    window.shows("arrived", &[TODAY]);
    window.press(&["ctrl+k"]);
    window.write("daftar baru");
    window.press(&["Return"]);
    window.shows("arrived-review", &[DATE_FIELD]);
    window.press(&["ctrl+Return"]);
    let entries = register(&office, 1);
    assert_eq!((&entries[0]["cards"], &entries[0]["status"]), (&7.into(), &"issued".into()), "{entries:#?}");
    window.close();
}

#[test]
fn lists_in_a_folder_are_issued_together_and_one_is_opened_with_the_keyboard() {
    let (screen, office) = (Screen::new(), settled());
    let folder = office.path("daftar");
    fs::create_dir(&folder).unwrap();
    for (name, more) in
        [("1.xlsx", ["--seed", "1"].as_slice()), ("2.xlsx", &["--seed", "2", "--dirty"]), ("3.xlsx", &["--seed", "3"])]
    {
        office.sample(&format!("daftar/{name}"), &[&["--rows", "12"], more].concat());
    }
    let mut window = screen.open(&office, &[&folder]);
    window.shows("queue", &[]);
    window.press(&["ctrl+Return"]);
    window.shows("queue-issued", &[]);
    // the list of lists has the keyboard
    window.press(&["Down", "Down", "Return"]);
    window.shows("queue-open", &[LOWER_DATE_FIELD]);
    window.press(&["ctrl+b"]);
    window.shows("queue-issued-again", &[]);
    window.close();
    let entries = register(&office, 2);
    assert!(entries.iter().all(|entry| entry["cards"] == 12), "{entries:#?}");
}
