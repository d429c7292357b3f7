//! Rows repaired in the window.

use super::*;
use iced::keyboard::key::Named;

fn plain(window: &mut Window, key: Named) {
    window.press(key, Modifiers::empty());
}

/// A list with one row of each mistake, and two whose KPJ lost its zero.
fn dirty() -> Window {
    let mut window = Window::open();
    let file = window.list("daftar.xlsx", 210, true);
    window.read(file);
    window
}

/// How many rows a chip counts.
#[track_caller]
fn count(window: &mut Window, chip: &str) -> usize {
    let texts = window.texts();
    let found = texts.iter().find_map(|text| text.strip_prefix(chip)?.trim().parse().ok());
    found.unwrap_or_else(|| panic!("{chip}: {texts:?}"))
}

#[test]
fn a_cell_is_repaired_where_it_stands_and_the_repair_can_be_taken_back() {
    let mut window = dirty();
    let (ready, rejected) = (count(&mut window, "Siap "), count(&mut window, "Ditolak "));
    // the first row with a problem: a NIK of 15 digits
    window.expect(&["NIK harus 16 angka"]);
    window.fill("repair-nik", "3299906107040006");
    // what is typed and not applied is never issued over
    window.expect(&["Tekan Enter untuk menerapkan"]);
    plain(&mut window, Named::Escape);
    window.expect(&["NIK harus 16 angka"]);
    assert!(!window.shows("Tekan Enter untuk menerapkan"));
    // a value that is still wrong stays in sight
    window.fill("repair-nik", "123");
    window.act(|window| {
        let _ = window.click(id("repair-nik"));
        window.tap_key(Key::Named(Named::Enter));
    });
    window.expect(&["di sini tertulis \"123\"", "Sebelumnya: ", "Baris 7"]);
    window.act(|window| {
        let _ = window.click(id("repair-nik"));
        window.simulate([
            Event::Keyboard(keyboard::Event::ModifiersChanged(Modifiers::COMMAND)),
            press("a", Modifiers::COMMAND),
            Event::Keyboard(keyboard::Event::ModifiersChanged(Modifiers::empty())),
        ]);
        window.typewrite("5199905506030006");
        window.tap_key(Key::Named(Named::Enter));
    });
    // it is right now, and the next problem is open
    assert_eq!((count(&mut window, "Siap "), count(&mut window, "Ditolak ")), (ready + 1, rejected - 1));
    window.expect(&["Baris 15"]);
    window.press("z", Modifiers::COMMAND);
    window.expect(&["Baris 7", "Diperbaiki · NIK harus", "Sebelumnya: "]);
    window.click("Urungkan");
    assert_eq!((count(&mut window, "Siap "), count(&mut window, "Ditolak ")), (ready, rejected));
    assert!(!window.shows("Diperbaiki") && !window.shows("Urungkan"));
}

#[test]
fn what_is_offered_is_taken_by_a_key_and_for_all_rows_alike() {
    let mut window = dirty();
    let rejected = count(&mut window, "Ditolak ");
    window.click(&format!("Ditolak {rejected}"));
    let offered = |window: &mut Window| window.shows("Pakai usulan: 0");
    // nothing is offered for the first row: the key changes nothing
    plain(&mut window, Named::F8);
    assert_eq!(count(&mut window, "Ditolak "), rejected);
    for _ in 0..rejected {
        if offered(&mut window) {
            break;
        }
        plain(&mut window, Named::F7);
    }
    window.expect(&["Pakai usulan: 0", "Terapkan ke 2 baris", "Baris 95"]);
    plain(&mut window, Named::F8);
    assert_eq!(count(&mut window, "Ditolak "), rejected - 1);
    window.press("z", Modifiers::COMMAND);
    assert_eq!(count(&mut window, "Ditolak "), rejected);
    window.expect(&["Baris 95"]);
    window.click("Terapkan ke 2 baris");
    assert_eq!(count(&mut window, "Ditolak "), rejected - 2);
    assert!(!offered(&mut window));

    // the repaired rows become cards
    window.click(&format!("Lewati {} baris yang ditolak", rejected - 2));
    let warned = count(&mut window, "Peringatan ");
    window.click(&format!("Terima {warned} baris dengan peringatan"));
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&[&format!("{} lembar", 210 - (rejected - 2))]);
}

#[test]
fn a_repair_outlives_a_second_list() {
    let mut window = Window::open();
    let file = window.path("baru.xlsx");
    sample::write(Sample { rows: 6, kind: SampleKind::Sipp, dirty: false, seed: 1 }, &file).unwrap();
    window.read(file);
    window.fill("repair-kpj", "24123456782");
    window.act(|window| {
        let _ = window.click(id("repair-kpj"));
        window.tap_key(Key::Named(Named::Enter));
    });
    window.expect(&["Siap 1", "Ditolak 5"]);
    let wages = window.list("upah.xlsx", 6, false);
    *window.desk.answer.lock().unwrap() = Some(Answer::Chosen(wages));
    window.click("Lengkapi nomor KPJ dari berkas lain…");
    window.expect(&["5 dilengkapi", "Siap 6", "24123456782"]);
    window.press("z", Modifiers::COMMAND);
    window.expect(&["Siap 1", "24123456782"]);
}
