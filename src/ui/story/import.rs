//! Lists on their way to cards.

use super::*;
use crate::ui::app::Screen;
use crate::ui::hotkey::Wish;
use crate::ui::job::{self, Failure};
use crate::ui::screen::import;
use std::process::Command;

fn import(message: import::Message) -> Message {
    Message::Import(message)
}

#[test]
fn a_list_becomes_cards_a_receipt_and_a_row_of_the_register() {
    let mut window = Window::open();
    window.expect(&["Letakkan daftar di sini", "Coba daftar contoh"]);
    let file = window.list("daftar.xlsx", 60, true);
    window.read(file);
    window.expect(&["Periksa daftar", "daftar.xlsx", "Semua 60", "Nomor KPJ"]);
    let (ready, warning, rejected) = counts(&mut window);
    assert!(warning > 0 && rejected > 0 && ready + warning + rejected == 60);

    // nothing is issued before a person has said yes to each kind of problem
    let issue = format!("Terbitkan {} kartu", ready + warning);
    window.click(&issue);
    window.expect(&[&format!("perbaiki {rejected} baris")]);
    window.click(&format!("Lewati {rejected} baris yang ditolak"));
    window.expect(&["centang \"Terima\""]);
    window.press(Named::Enter, Modifiers::COMMAND);
    assert_eq!(window.entries(), 0);
    window.click(&format!("Terima {warning} baris dengan peringatan"));
    window.expect(&["Siap diterbitkan."]);
    window.click(&issue);
    window.expect(&["0001/2026", &format!("{} lembar", ready + warning), "20 November 2026"]);

    window.click("Kartu PDF");
    window.click("Tanda terima PDF");
    window.click("Buka folder");
    let opened = window.opened();
    assert!(opened.len() == 3 && opened.iter().all(|path| path.exists()), "{opened:?}");
    assert_eq!(opened[0].parent(), Some(opened[2].as_path()));
    window.click("Impor daftar lain");
    window.expect(&["Letakkan daftar di sini"]);
    assert_eq!(window.entries(), 1);
}

/// Ready, warning, rejected, as the chips say.
fn counts(window: &mut Window) -> (usize, usize, usize) {
    let texts = window.texts();
    let of = |word: &str| {
        let chip = texts.iter().find_map(|text| text.strip_prefix(word)).unwrap_or_else(|| panic!("{word}: {texts:?}"));
        chip.trim().parse().unwrap()
    };
    (of("Siap "), of("Peringatan "), of("Ditolak "))
}

#[test]
fn the_chips_filter_and_a_row_tells_all_its_problems() {
    let mut window = Window::open();
    let file = window.list("daftar.xlsx", 60, true);
    window.read(file);
    // the first row with a problem is open at once
    window.expect(&["Baris "]);
    window.press(Named::Escape, Modifiers::empty());
    window.expect(&["Pilih sebuah baris"]);
    let (ready, _, rejected) = counts(&mut window);
    window.click(&format!("Ditolak {rejected}"));
    assert!(window.texts().iter().filter(|text| text.len() == 11 && text.starts_with("24")).count() <= rejected);
    window.click(&format!("Siap {ready}"));
    let kpj = window.texts().into_iter().find(|text| text.len() == 11 && text.starts_with("24")).unwrap();
    window.click(&kpj);
    window.expect(&["Tidak ada masalah. Kartu dapat diterbitkan.", &format!("KPJ {kpj}")]);
}

#[test]
fn what_is_missing_is_asked_for_by_name() {
    let mut window = Window::open();
    let file = window.list("daftar.xlsx", 5, false);
    window.read(file);
    for (field, text, says) in [
        ("review-npp", "", "Isi NPP perusahaan."),
        ("review-npp", "2410", "NPP harus 8 angka."),
        ("review-npp", "AB101780", "centang \"Terima\" peringatan"),
        ("review-npp", "24101780", "Siap diterbitkan."),
        ("review-company", " ", "Isi nama perusahaan."),
        ("review-company", "PT LAIN", "Siap diterbitkan."),
        ("review-date", "31-02-2026", "Perbaiki tanggalnya."),
    ] {
        window.fill(field, text);
        window.expect(&[says]);
    }
    window.press(Named::Enter, Modifiers::COMMAND);
    assert_eq!(window.entries(), 0);
    window.fill("review-date", "5/1/2027");
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["0001/2027", "PT LAIN", "5 Januari 2027"]);
}

#[test]
fn a_file_that_is_no_list_is_explained_and_nothing_is_lost() {
    let mut window = Window::open();
    let file = window.path("surat.xlsx");
    std::fs::write(&file, b"%PDF-1.7").unwrap();
    window.fill("import-path", &format!("\"{}\"", file.display()));
    window.click("Buka");
    window.expect(&["Daftar tidak dapat dibaca", "Yang terjadi", "Yang aman", "Berikutnya", "surat.xlsx"]);
    // the file is corrected meanwhile
    std::fs::copy(window.list("baik.xlsx", 3, false), &file).unwrap();
    window.click("Coba lagi");
    window.expect(&["Semua 3"]);
}

#[test]
fn a_problem_of_the_whole_file_stands_above_its_rows_and_forbids_cards() {
    let mut window = Window::open();
    let file = window.path("pegawai.csv");
    let rows = "Nama;NIK;No KPJ\nSITI;10023;24000000018\nBUDI;10024;24123456782\nAGUS;10025;26999999993\n";
    std::fs::write(&file, rows).unwrap();
    window.read(file);
    window.expect(&["nomor induk karyawan", "Ditolak 3", "Tertahan oleh masalah berkas", "harus diperbaiki dulu"]);
    assert!(!window.shows("Terima peringatan") && !window.shows("Kartu dapat diterbitkan"));
    // a warning of the file alone can be accepted
    let file = window.path("tanpa-tanggal.csv");
    std::fs::write(&file, "Nama;NIK;No KPJ\nSITI;3522012501990001;24000000018\n").unwrap();
    window.read(file);
    window.fill("review-npp", "24101780");
    window.fill("review-company", "PT CONTOH");
    window.expect(&["tidak mempunyai kolom tanggal lahir", "centang \"Terima\""]);
    window.click("Terima peringatan tentang berkas ini");
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["0001/2026", "1 lembar"]);
}

#[test]
fn every_way_to_begin_leads_to_the_same_review() {
    let mut window = Window::open();
    let file = window.list("daftar.xlsx", 4, false);
    window.send(Message::Go(Screen::Register));
    window.send(Message::FileDropped(file));
    window.expect(&["Semua 4"]);
    window.click("Pilih berkas lain…");
    // no dialog on this desktop: the field is the way
    window.click("Pilih berkas…");
    window.expect(&["Jendela pilihan berkas tidak tersedia"]);
}

#[test]
fn a_cancel_is_answered_and_leaves_nothing_behind() {
    let mut window = Window::open();
    let file = window.list("daftar.xlsx", 400, false);
    let reading = window.app.update(Message::FileDropped(file.clone()));
    window.expect(&["Membaca daftar", "Batalkan"]);
    window.press(Named::Escape, Modifiers::empty());
    window.expect(&["Membatalkan…"]);
    window.run(reading);
    window.expect(&["Pembacaan dibatalkan. Tidak ada yang ditulis.", "Letakkan daftar di sini"]);

    window.read(file);
    let issuing = window.app.update(Message::Wish(Wish::Issue));
    window.expect(&["Menerbitkan kartu"]);
    window.send(Message::CloseRequested(iced::window::Id::unique()));
    window.expect(&["Penerbitan sedang berjalan"]);
    window.press(Named::Escape, Modifiers::empty());
    window.run(issuing);
    window.expect(&["Penerbitan dibatalkan. Tidak ada yang diterbitkan.", "Semua 400", "Siap diterbitkan."]);
    assert_eq!(window.entries(), 0);
}

#[test]
fn a_failure_of_the_program_keeps_the_review_and_can_be_tried_again() {
    let mut window = Window::open();
    let file = window.list("daftar.xlsx", 4, false);
    window.read(file);
    drop(window.app.update(Message::Wish(Wish::Issue)));
    window.send(import(import::Message::Issued(job::Event::Finished(Err(Failure::Panicked)))));
    window.expect(&["Terjadi kesalahan di dalam program.", "Semua 4"]);
    window.press(Named::Enter, Modifiers::COMMAND);
    assert!(!window.shows("Terjadi kesalahan"));
}

#[test]
fn practice_never_reaches_the_office() {
    let mut window = Window::open();
    window.click("Coba daftar contoh");
    window.expect(&["Latihan dengan data contoh.", "Semua 40", "Periksa daftar"]);
    let (_, _, rejected) = counts(&mut window);
    window.click(&format!("Lewati {rejected} baris yang ditolak"));
    let accept = window.texts().into_iter().find(|text| text.starts_with("Terima ") && text.contains("peringatan"));
    window.click(&accept.unwrap());
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["Sudah tercatat di register"]);
    window.expect(&["LATIHAN-0001/2026"]);
    window.click("Kartu PDF");
    window.click("Tanda terima PDF");
    for document in window.opened() {
        let read = Command::new("pdftotext").arg(&document).arg("-").output().unwrap();
        let text = String::from_utf8(read.stdout).unwrap();
        for page in text.split('\u{c}').filter(|page| !page.is_empty()) {
            assert!(page.contains("LATIHAN"), "{}: {page}", document.display());
        }
    }
    window.press("3", Modifiers::COMMAND);
    window.expect(&["1 tanda terima"]);
    window.click("Kembali ke data kantor");
    assert!(!window.path("data/latihan").exists(), "practice left something behind");
    window.press("3", Modifiers::COMMAND);
    window.expect(&["Register masih kosong"]);
    assert_eq!(window.entries(), 0);
    assert!(!window.shows("Latihan"));
}

#[test]
fn started_for_practice_the_window_shows_a_list_at_once() {
    let mut window = Window::begin(true);
    window.expect(&["Latihan dengan data contoh.", "Semua 40"]);
}
