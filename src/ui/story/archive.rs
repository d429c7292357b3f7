//! The archive is proved, backed up and brought back.

use super::*;
use crate::domain::{ReceiptNumber, Settings};
use std::fs;

/// High enough for all settings.
const WHOLE: iced::Size = iced::Size::new(1024.0, 4400.0);

/// A window on the settings of an office that has issued one batch.
fn office() -> Window {
    let mut window = Window::open();
    window.issue(3);
    window.size = WHOLE;
    window.press("6", Modifiers::COMMAND);
    window.click("Arsip dan cadangan");
    window
}

#[test]
fn the_archive_is_proved_and_what_does_not_agree_is_told() {
    let mut window = office();
    window.click("Periksa arsip");
    window.expect(&["Arsip utuh: 1 tanda terima, 3 kartu."]);
    let number = ReceiptNumber("0001/2026".into());
    let files = office_register::documents(&window.archive(), &number).unwrap();
    fs::write(&files.receipt, "something else").unwrap();
    window.click("Periksa arsip");
    window.expect(&["1 ketidaksesuaian", "0001/2026", "bukan lagi yang diterbitkan", "Pulihkan cadangan terakhir"]);
}

#[test]
fn a_backup_is_made_and_brought_back_after_a_comparison() {
    let mut window = office();
    let file = window.path("cadangan.zip");
    // without dialogs a path is asked for
    window.click("Cadangkan…");
    window.fill("archive-path", file.to_str().unwrap());
    window.click("Cadangkan");
    window.expect(&["Cadangan ditulis dan dibaca ulang"]);
    assert!(file.exists());

    let mut archive = window.archive();
    archive.save_settings(&Settings { branch: "Sesudah".into(), ..archive.settings().unwrap() }).unwrap();
    drop(archive);
    *window.desk.answer.lock().unwrap() = Some(Answer::Chosen(file.clone()));
    window.click("Pulihkan…");
    window.expect(&["Nomor terakhir", "Di sini ada pekerjaan yang tidak ada di cadangan."]);
    window.press(Named::Escape, Modifiers::empty());
    assert!(!window.shows("Nomor terakhir"));
    assert_eq!(window.archive().settings().unwrap().branch, "Sesudah");

    *window.desk.answer.lock().unwrap() = Some(Answer::Chosen(file));
    window.click("Pulihkan…");
    window.click("Pulihkan sekarang");
    window.expect(&["Cadangan telah dikembalikan.", "before-restore-"]);
    assert_eq!(window.archive().settings().unwrap().branch, "");
}

#[test]
fn a_backup_is_made_once_a_day_when_the_window_opens() {
    let mut window = office();
    let backups = window.path("data/backups");
    assert!(!backups.exists(), "there was nothing to save when this window opened");
    let names = |window: &Window| {
        let mut names: Vec<String> = fs::read_dir(window.path("data/backups"))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    window.start_again();
    assert_eq!(names(&window), ["cetak-kpj-2026-11-20.zip"]);
    // those of other days and other files beside it: nothing was done since, so none is made
    for name in ["cetak-kpj-2026-11-18.zip", "cetak-kpj-2026-11-19.zip", "liburan.zip"] {
        fs::write(backups.join(name), "older").unwrap();
    }
    fs::rename(backups.join("cetak-kpj-2026-11-20.zip"), backups.join("cetak-kpj-2026-11-19.zip")).unwrap();
    window.start_again();
    assert_eq!(names(&window).len(), 3, "nothing was done since the last one");
    let mut archive = window.archive();
    archive.save_settings(&Settings { daily_backups: 2, ..archive.settings().unwrap() }).unwrap();
    drop(archive);
    window.start_again();
    assert_eq!(names(&window), ["cetak-kpj-2026-11-19.zip", "cetak-kpj-2026-11-20.zip", "liburan.zip"]);
}
