//! Lists that come by the clipboard, and several at once.

use super::*;

const CELLS: &str = "NIK\tKPJ\tNama\tTgl Lahir\n3522012501990001\t24000000018\tSITI AMINAH\t25-01-1999\n";

fn copy(text: &str) {
    CLIPBOARD.set(Some(text.to_owned()));
}

fn drop_file(window: &mut Window, file: &Path) {
    window.send(Message::FileDropped(file.to_owned()));
}

#[test]
fn cells_copied_in_a_spreadsheet_become_cards() {
    let mut window = Window::open();
    window.press("v", Modifiers::COMMAND);
    window.expect(&["Tidak ada sel yang disalin"]);
    copy("hanya kata\n");
    window.click("Tempel dari Excel");
    window.expect(&["Tabelnya belum ditemukan", "Tempelan"]);
    copy(CELLS);
    window.press("v", Modifiers::COMMAND);
    window.expect(&["Tempelan", "SITI AMINAH"]);
    window.fill("review-npp", "24101780");
    // a field that has the cursor takes what is pasted for itself
    window.act(|window| {
        let _ = window.click(id("review-company"));
        window.simulate([press("v", Modifiers::COMMAND)]);
    });
    assert!(!window.shows("antrean"));
    window.fill("review-company", "PT CONTOH");
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["0001/2026", "1 lembar"]);
}

#[test]
fn several_lists_are_worked_through_one_after_the_other() {
    let mut window = Window::open();
    let (one, three) = (window.list("satu.xlsx", 3, false), window.list("tiga.xlsx", 4, true));
    let two = window.path("dua.xlsx");
    std::fs::write(&two, b"%PDF-1.7").unwrap();
    *window.desk.files.lock().unwrap() = vec![one, two, three.clone()];
    window.press("o", Modifiers::COMMAND);
    window.expect(&["Berkas 1 dari 3", "satu.xlsx", "dua.xlsx", "tiga.xlsx", "Semua 3"]);
    // one more is added and disturbs nothing
    let four = window.path("empat.csv");
    std::fs::write(&four, CELLS.replace('\t', ";")).unwrap();
    drop_file(&mut window, &four);
    window.expect(&["Berkas 1 dari 4", "Semua 3"]);
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["0001/2026", "Berkas 1 dari 4"]);
    window.click("Berikutnya");
    window.expect(&["Daftar tidak dapat dibaca", "dua.xlsx", "Berkas 2 dari 4"]);
    window.click("Lewati berkas ini");
    window.expect(&["Semua 4", "Berkas 3 dari 4"]);
    window.press(Named::F9, Modifiers::empty());
    // each list is a company of its own
    window.expect(&["Semua 1", "Berkas 4 dari 4", "Isi NPP perusahaan."]);
    assert!(!window.shows("Lewati berkas ini"));
    window.press(Named::F9, Modifiers::empty());
    window.expect(&["Berkas 4 dari 4"]);
    assert_eq!(window.entries(), 1);
    // chosen anew, the queue is gone
    window.read(three);
    window.expect(&["Semua 4"]);
    assert!(!window.shows("Berkas 4"));
}

#[test]
fn files_dropped_together_wait_for_their_turn() {
    let mut window = Window::open();
    let (one, two) = (window.list("satu.xlsx", 4000, false), window.list("dua.xlsx", 4, false));
    let reading = window.app.update(Message::FileDropped(one));
    drop_file(&mut window, &two);
    // stopping one does not lose the other
    window.press(Named::Escape, Modifiers::empty());
    window.run(reading);
    window.expect(&["Pekerjaan dibatalkan.", "Berkas 1 dari 2", "dua.xlsx"]);
    window.click("Coba lagi");
    window.expect(&["Semua 4.000"]);
    window.click("Lewati berkas ini");
    window.expect(&["Semua 4", "Berkas 2 dari 2"]);
}
