//! Finding anything by a few letters.

use super::*;

#[test]
fn a_few_letters_lead_to_an_act_a_receipt_a_company_or_a_person() {
    let mut window = Window::open();
    window.issue(3);

    window.press("k", Modifiers::COMMAND);
    window.fill("palette-text", "regis");
    window.expect(&["Register", "Ctrl+3"]);
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["Urutan: ← →"]);

    window.press("k", Modifiers::COMMAND);
    window.fill("palette-text", "0001");
    window.expect(&["0001/2026 · "]);
    window.click("Cari orang: 0001");
    window.expect(&["Setiap kartu yang pernah terbit"]);

    // with the arrow the next line is taken: first the company, then its receipt
    window.press("k", Modifiers::COMMAND);
    window.fill("palette-text", "24101780");
    window.expect(&["NPP 24101780 · 3 kartu", "0001/2026 · "]);
    window.press(Named::ArrowDown, Modifiers::empty());
    window.press(Named::Enter, Modifiers::COMMAND);
    // it is chosen: what became of it is in sight, and keys are about it
    window.expect(&["Urutan: ← →", "1 tanda terima · 3 kartu", "Berkas dan salinan"]);
    window.press(Named::F6, Modifiers::empty());
    window.expect(&["Satu halaman", "dari 3"]);
}

#[test]
fn other_words_settings_and_their_parts_are_found_too() {
    let mut window = Window::open();
    for (typed, expected) in [
        ("latihan", ["Coba daftar contoh", ""]),
        ("backup", ["Arsip dan cadangan", "Cadangan harian"]),
        ("hari libur", ["Hari libur", "Aturan kerja"]),
        ("setelan", ["Pengaturan", "Ctrl+6"]),
    ] {
        window.press("k", Modifiers::COMMAND);
        window.fill("palette-text", typed);
        window.expect(&expected);
        window.press(Named::Escape, Modifiers::empty());
    }
    window.press("k", Modifiers::COMMAND);
    window.fill("palette-text", "folder dipantau");
    window.press(Named::Enter, Modifiers::COMMAND);
    // the search of the settings shows it, and nothing else
    window.expect(&["Aturan kerja", "Folder yang dipantau"]);
    assert!(!window.shows("Hari libur"));
}

#[test]
fn what_lies_behind_the_palette_is_out_of_reach() {
    let mut window = Window::open();
    window.expect(&["Pilih berkas…"]);
    window.press("k", Modifiers::COMMAND);
    assert!(!window.shows("Pilih berkas…"), "the way of Tab leads behind the palette");
    // a key of the screens means nothing here, and Esc closes
    window.press("1", Modifiers::COMMAND);
    window.expect(&["↑ ↓ memilih"]);
    window.press(Named::Escape, Modifiers::empty());
    window.expect(&["Pilih berkas…"]);
}
