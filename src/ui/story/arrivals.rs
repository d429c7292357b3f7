//! Lists that arrive while one works, and what is told while one looks elsewhere.

use super::*;
use crate::ui::watch::News;

#[test]
fn a_list_that_arrives_is_offered_once_and_read_when_wanted() {
    let mut window = Window::open();
    let file = window.list("dari perusahaan.xlsx", 7, false);
    let picture = window.path("faktur.xlsx");
    std::fs::write(&picture, "no list").unwrap();
    window.send(Message::Focused(false));
    for arrived in [&file, &picture, &file] {
        window.send(Message::Watched(News::Arrived(arrived.clone())));
    }
    let told = window.desk.told.lock().unwrap().clone();
    assert_eq!(told, ["Cetak KPJ: Daftar baru dari PT CONTOH MAJU: 7 baris."]);
    window.send(Message::Focused(true));

    window.press("k", Modifiers::COMMAND);
    window.expect(&["Periksa daftar baru: dari perusahaan.xlsx"]);
    window.press(Named::Escape, Modifiers::empty());
    window.click("Periksa");
    window.expect(&["Periksa daftar", "Semua 7"]);
    assert!(!window.shows("Daftar baru dari"));

    // a list that waits already is no news
    window.send(Message::Watched(News::Arrived(file)));
    assert!(!window.shows("Daftar baru dari"));
}

#[test]
fn the_end_of_long_work_is_told_to_who_looks_elsewhere() {
    let mut window = Window::open();
    let file = window.list("bersih.xlsx", 3, false);
    window.send(Message::Focused(false));
    window.read(file);
    window.press(Named::Enter, Modifiers::COMMAND);
    let told = window.desk.told.lock().unwrap().clone();
    assert_eq!(told, ["Periksa daftar – Cetak KPJ: PT CONTOH MAJU", "Kartu diterbitkan – Cetak KPJ: PT CONTOH MAJU"]);
}

#[test]
fn the_watched_folder_is_chosen_where_lists_are_chosen_and_kept() {
    let mut window = Window::open();
    let folder = window.path("unduhan");
    std::fs::create_dir(&folder).unwrap();
    window.send(Message::Import(crate::ui::screen::import::Message::Watch(Some(folder.clone()))));
    window.expect(&[&format!("Tawarkan daftar baru dari {}", folder.display())]);
    assert_eq!(window.archive().settings().unwrap().watch_folder, Some(folder));
    window.send(Message::Watched(News::Unwatchable));
    window.expect(&["Folder yang dipantau tidak ditemukan."]);
}
