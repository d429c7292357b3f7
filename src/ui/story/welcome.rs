//! The first start of a new office.

use super::*;
use crate::ui::screen::welcome;

#[test]
fn three_answers_make_an_office_ready_and_are_not_asked_again() {
    let mut window = Window::first();
    window.expect(&["Selamat datang di Cetak KPJ"]);
    window.fill("welcome-branch", "Kantor Cabang Contoh");
    window.fill("welcome-officer", "Petugas Contoh");
    let copies = window.path("salinan");
    window.fill("welcome-folder", &copies.display().to_string());
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["Kantor Cabang Contoh siap bekerja.", "Semua pekerjaan selesai"]);
    let settings = window.archive().settings().unwrap();
    assert_eq!((settings.branch.as_str(), settings.officer.as_str()), ("Kantor Cabang Contoh", "Petugas Contoh"));
    assert_eq!(settings.documents_folder.as_deref(), Some(copies.as_path()));
    assert!(copies.is_dir() && !welcome::Welcome::is_wanted(&settings));
}

#[test]
fn who_does_not_answer_can_look_around_or_practise() {
    let mut window = Window::first();
    window.press(Named::Escape, Modifiers::empty());
    window.expect(&["Semua pekerjaan selesai"]);

    let mut window = Window::first();
    window.click("Latihan dulu");
    window.expect(&["Latihan dengan data contoh.", "Semua 40"]);
}
