//! What explains the screens, and the problems of a list.

use super::*;

#[test]
fn every_screen_explains_itself_and_gives_way_to_esc() {
    let mut window = Window::open();
    let places = ["Pekerjaan", "Impor", "Register", "Cari orang", "Pengaturan"];
    for (key, place) in ["1", "2", "3", "4", "6"].into_iter().zip(places) {
        window.press(key, Modifiers::COMMAND);
        let before = window.texts();
        window.press(Named::F1, Modifiers::empty());
        window.expect(&[place, "Tombol", "Ctrl+K menemukan apa saja", "Mengerti"]);
        // what lies behind is out of reach, and no key goes there
        assert!(
            before.contains(&"Temukan…".into()) && !window.shows("Temukan…"),
            "{place}: the way of Tab leads behind the help"
        );
        window.press("k", Modifiers::COMMAND);
        window.press(Named::Escape, Modifiers::empty());
        assert_eq!(window.texts(), before, "{place}");
    }
    // the mark in the rail does the same, and a click closes
    window.click("Bantuan");
    window.expect(&["Di sini kantor mengatur kop"]);
    window.click("Mengerti");
    assert!(!window.shows("Di sini kantor mengatur kop"));
}

#[test]
fn the_keys_that_help_tells_of_are_those_of_the_table() {
    let mut window = Window::open();
    let list = window.list("daftar.xlsx", 24, true);
    window.read(list);
    window.press(Named::F1, Modifiers::empty());
    window.expect(&["Periksa daftar", "F7", "Pilih baris berikutnya yang bermasalah", "Shift+F1", "Ctrl+Enter"]);
}

#[test]
fn a_problem_is_explained_with_an_example_by_key_and_by_its_question_mark() {
    let mut window = Window::open();
    let list = window.list("daftar.xlsx", 120, true);
    window.read(list);
    window.press(Named::F7, Modifiers::empty());
    window.press(Named::F1, Modifiers::SHIFT);
    window.expect(&["Mengapa harus benar", "Salah", "Benar", "Yang dilakukan"]);
    let by_key = window.texts();
    window.press(Named::Escape, Modifiers::empty());
    assert!(!window.shows("Mengapa harus benar"));
    // the last one, in the rail, is that of the screen
    let mark = crate::ui::icon::Icon::Help.glyph().to_string();
    let at = window.act(|window| {
        let mut found = Vec::new();
        let _ = window.find(|candidate: Candidate<'_>| -> Option<()> {
            if let Candidate::Text { content, visible_bounds: Some(bounds), .. } = candidate
                && content == mark
            {
                found.push(bounds.center());
            }
            None
        });
        let at = found[0];
        window.point_at(at);
        window.simulate(iced_test::simulator::click());
        at
    });
    assert!(at.x > 196.0, "the mark is beside the problem");
    assert_eq!(window.texts(), by_key);
}
