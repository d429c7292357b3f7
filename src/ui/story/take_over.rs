//! The old Excel register comes over, and goes back.

use super::*;

pub(super) fn old(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/registers").join(name)
}

#[test]
fn an_old_register_is_looked_at_taken_over_known_again_and_taken_back() {
    let mut window = Window::open();
    window.press("3", Modifiers::COMMAND);
    window.click("Ambil alih register lama…");
    window.send(Message::FileDropped(old("polos.xlsx")));
    window.expect(&["polos.xlsx", "Semua 4", "Baru 3", "Sama 1", "Sudah ada 0", "Bermasalah 0"]);
    assert_eq!(window.entries(), 0, "nothing is written before the act");
    window.click("Sama 1");
    window.expect(&["Baru; isinya sama dengan baris di atasnya"]);
    window.click("Ambil alih 4 baris");
    window.expect(&["Diambil alih: 4 baris, nomor pengambilalihan 1.", "Yang sudah diambil alih"]);
    assert_eq!(window.entries(), 4);

    // saved again by another program, and two rows longer
    window.press(Named::Escape, Modifiers::empty());
    *window.desk.answer.lock().unwrap() = Some(Answer::Chosen(old("disimpan ulang.xls")));
    window.press("o", Modifiers::COMMAND);
    window.expect(&["Sudah ada 4", "Ambil alih 2 baris"]);
    window.press(Named::Escape, Modifiers::empty());

    window.click("polos.xlsx");
    window.press(Named::F10, Modifiers::empty());
    window.fill("take-over-reason", "salah berkas");
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["Pengambilalihan nomor 1 dibatalkan: 4 baris", "salah berkas"]);
    assert_eq!(window.entries(), 0);
    window.click("polos.xlsx");
    window.press(Named::F10, Modifiers::empty());
    assert!(!window.shows("Mengapa?"), "it goes back once");
}

#[test]
fn rows_with_problems_are_told_one_by_one_and_stand_in_the_way_until_the_user_says_what_becomes_of_them() {
    let mut window = Window::open();
    window.press("t", Modifiers::COMMAND);
    window.fill("take-over-path", old("berdandan.xlsx").to_str().unwrap());
    window.click("Buka");
    window.expect(&["Semua 21", "Bermasalah 12", "Baris bermasalah menghalangi", "1 baris bertanda BATAL"]);
    window.press(Named::Enter, Modifiers::COMMAND);
    assert_eq!(window.entries(), 0);
    window.click("Bermasalah 12");
    window.press(Named::F7, Modifiers::empty());
    window.expect(&["NPP"]);
    let with_suggestions = window.texts().iter().find(|text| text.starts_with("Pakai usulan")).cloned().unwrap();
    window.click(&with_suggestions);
    assert!(!window.shows("Bermasalah 12"));
    let skip = window.texts().iter().find(|text| text.starts_with("Lewati")).cloned().unwrap();
    window.click(&skip);
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["nomor pengambilalihan 1"]);
    assert!(window.entries() > 9);
}

#[test]
fn a_file_without_a_register_says_so_and_is_given_up_for_another() {
    let mut window = Window::open();
    let file = window.list("daftar.xlsx", 3, false);
    window.press("t", Modifiers::COMMAND);
    window.send(Message::FileDropped(file));
    window.expect(&["Tidak ada register yang dikenali", "Letakkan register lama di sini"]);
    window.press("3", Modifiers::COMMAND);
    window.expect(&["Register masih kosong"]);
}
