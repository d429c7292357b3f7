//! The register as people read it.

use super::*;

#[test]
fn the_register_is_searched_opened_and_exported() {
    let mut window = Window::open();
    window.press("3", Modifiers::COMMAND);
    window.expect(&["Register masih kosong"]);
    window.issue(12);
    window.press("3", Modifiers::COMMAND);
    window.expect(&["0001/2026", "20-11-2026", "1 tanda terima · 12 kartu", "Diterbitkan"]);

    // documents of the chosen entry only
    window.click("Buka kartu (PDF)");
    assert!(window.opened().is_empty());
    window.click("0001/2026");
    window.click("Buka kartu (PDF)");
    window.click("Buka tanda terima (PDF)");
    assert!(window.opened().len() == 2 && window.opened().iter().all(|path| path.is_file()));

    window.fill("register-search", "tidak ada");
    window.expect(&["Tidak ada yang cocok", "0 tanda terima · 0 kartu"]);
    window.fill("register-search", "0001");
    window.expect(&["1 tanda terima · 12 kartu"]);

    let out = window.path("register.csv");
    window.click("Ekspor…");
    window.fill("register-export-path", &out.display().to_string());
    window.click("Ekspor");
    window.expect(&["1 baris diekspor ke"]);
    let text = std::fs::read_to_string(&out).unwrap();
    assert!(text.contains("24101780") && text.contains("12"), "{text}");

    // what exists is replaced only on a second word
    std::fs::write(&out, "milik orang lain").unwrap();
    window.click("Ekspor…");
    window.fill("register-export-path", &out.display().to_string());
    window.click("Ekspor");
    window.expect(&["Berkas itu sudah ada"]);
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "milik orang lain");
    window.click("Ganti berkas");
    assert_eq!(std::fs::read_to_string(&out).unwrap(), text);
}

#[test]
fn documents_that_were_moved_away_are_missed_in_words() {
    let mut window = Window::open();
    window.issue(2);
    window.press("3", Modifiers::COMMAND);
    window.click("0001/2026");
    std::fs::remove_dir_all(window.path("data").join("documents")).unwrap();
    window.click("Buka kartu (PDF)");
    assert!(window.opened().is_empty());
    window.expect(&["Berkas tidak ditemukan"]);
}

#[test]
fn a_hotkey_is_heard_inside_a_field_and_types_nothing() {
    let mut window = Window::open();
    window.issue(2);
    window.press("3", Modifiers::COMMAND);
    window.act(|window| {
        window.click(id("register-search")).unwrap();
        window.simulate([press("6", Modifiers::COMMAND)]);
    });
    window.expect(&["Nama kantor"]);
    window.press("3", Modifiers::COMMAND);
    window.expect(&["1 tanda terima · 2 kartu"]);
}
