//! What the office decides, and the window obeys.

use super::*;

/// High enough for all settings.
const WHOLE: iced::Size = iced::Size::new(1024.0, 1600.0);

#[test]
fn settings_are_kept_when_saved_and_only_then() {
    let mut window = Window::open();
    window.size = WHOLE;
    window.press("3", Modifiers::COMMAND);
    window.expect(&["Pengaturan", "Contoh: 0007/2026"]);
    assert!(!window.shows("Belum disimpan"));
    window.fill("settings-branch", "Kantor Cabang Bojonegoro");
    window.fill("settings-place", "Bojonegoro");
    window.expect(&["Belum disimpan"]);
    assert_eq!(window.archive().settings().unwrap().branch, "");

    // closing asks first, and only once
    window.send(Message::CloseRequested(iced::window::Id::unique()));
    window.expect(&["Pengaturan belum disimpan."]);

    window.press("s", Modifiers::COMMAND);
    window.expect(&["Pengaturan disimpan."]);
    assert!(!window.shows("Belum disimpan"));
    let saved = window.archive().settings().unwrap();
    assert_eq!((saved.branch.as_str(), saved.place.as_str()), ("Kantor Cabang Bojonegoro", "Bojonegoro"));

    window.fill("settings-branch", "Lain");
    window.click("Urungkan");
    assert!(!window.shows("Belum disimpan"));
}

#[test]
fn what_would_spoil_documents_cannot_be_saved() {
    let mut window = Window::open();
    window.size = WHOLE;
    window.press("3", Modifiers::COMMAND);
    window.fill("settings-pattern", "TT-{seq}");
    window.expect(&["supaya tidak ada nomor yang sama"]);
    window.press("s", Modifiers::COMMAND);
    window.fill("settings-pattern", "TT-{seq}/{year}");
    window.expect(&["Contoh: TT-7/2026"]);
    window.fill("settings-folder", "salinan");
    window.expect(&["Tulis alamat lengkap folder."]);
    window.press("s", Modifiers::COMMAND);
    let missing = window.path("tidak-ada").display().to_string();
    window.fill("settings-folder", &missing);
    window.press("s", Modifiers::COMMAND);
    window.expect(&["tidak ada. Pengaturan belum disimpan."]);
    assert_eq!(window.archive().settings().unwrap(), crate::domain::Settings::default());

    let there = window.path("").display().to_string();
    window.fill("settings-folder", &there);
    window.press("s", Modifiers::COMMAND);
    assert_eq!(window.archive().settings().unwrap().number_pattern, "TT-{seq}/{year}");
}

#[test]
fn a_data_folder_that_cannot_be_used_is_said_and_tried_again() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("data");
    std::fs::write(&folder, "not a folder").unwrap();
    let desk = Arc::new(Desk::default());
    let (app, task) =
        App::new(Start { folder: folder.clone(), practice: false, file: None, desktop: desk.clone(), today });
    let mut window = Window { app, desk, home, size: measure::WINDOW_MIN.into() };
    window.run(task);
    window.expect(&["Coba lagi"]);
    std::fs::remove_file(&folder).unwrap();
    window.click("Coba lagi");
    assert!(!window.shows("Coba lagi"));
}
