//! What is still to do, as an office begins its day with it.

use super::*;

#[test]
fn a_list_that_is_left_waits_is_gone_on_with_and_can_be_taken_back() {
    let mut window = Window::open();
    window.press("1", Modifiers::COMMAND);
    window.expect(&["Semua pekerjaan selesai"]);

    let list = window.list("daftar.xlsx", 4, false);
    window.read(list.clone());
    window.fill("review-npp", "24101780");
    window.click("Pilih berkas lain…");
    window.expect(&["Daftar disimpan di Pekerjaan"]);
    std::fs::remove_file(&list).unwrap();
    window.press("1", Modifiers::COMMAND);
    window.expect(&["0 hari kerja", "Belum diterbitkan", "Kartu per bulan"]);
    window.click("0 hari kerja");
    window.expect(&["dihitung sejak daftar diimpor, 20 November 2026"]);
    window.click("Lanjutkan");
    window.expect(&["Siap 4"]);
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["Sudah tercatat di register"]);

    // now it waits for the printer, and leads to its receipt
    window.press("1", Modifiers::COMMAND);
    window.expect(&["Belum dicetak", "4", "tanpa RO"]);
    window.click("0 hari kerja");
    window.click("Buka di Register");
    window.expect(&["0001/2026", "Berkas dan salinan"]);

    let other = window.path("tanpa nomor.csv");
    std::fs::write(&other, "Nama;NIK\nSITI AMINAH;3522016501990001\n").unwrap();
    window.read(other);
    window.press("1", Modifiers::COMMAND);
    window.click("Menunggu nomor KPJ 1");
    window.click("0 hari kerja");
    window.click("Tarik daftar…");
    window.fill("work-reason", "salah perusahaan");
    window.click("Tarik");
    window.expect(&["Menunggu nomor KPJ 0"]);
    let waiting = crate::workflow::pending::list(&window.archive()).unwrap();
    assert!(waiting.is_empty(), "{waiting:?}");
}
