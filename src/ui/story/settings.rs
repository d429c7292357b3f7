//! What the office decides, and the window obeys.

use super::*;

/// High enough for a part of the settings.
const WHOLE: iced::Size = iced::Size::new(1180.0, 4400.0);

#[test]
fn settings_are_kept_when_saved_and_only_then() {
    let mut window = Window::open();
    window.size = WHOLE;
    window.press("6", Modifiers::COMMAND);
    window.expect(&["Pengaturan", "Nama kantor"]);
    assert!(!window.shows("Belum disimpan"));
    window.fill("branch", "Kantor Cabang Bojonegoro");
    window.fill("place", "Bojonegoro");
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

    window.fill("branch", "Lain");
    window.click("Urungkan");
    assert!(!window.shows("Belum disimpan"));
}

#[test]
fn what_would_spoil_documents_cannot_be_saved() {
    let mut window = Window::open();
    window.size = WHOLE;
    window.press("6", Modifiers::COMMAND);
    window.click("Dokumen");
    window.expect(&["Contoh: 0007/2026"]);
    window.fill("number-pattern", "TT-{seq}");
    window.expect(&["supaya tidak ada nomor yang sama"]);
    window.press("s", Modifiers::COMMAND);
    window.fill("number-pattern", "TT-{seq}/{year}");
    window.expect(&["Contoh: TT-7/2026"]);
    window.fill("documents-folder", "salinan");
    window.expect(&["Tulis alamat lengkap folder."]);
    window.press("s", Modifiers::COMMAND);
    let missing = window.path("tidak-ada").display().to_string();
    window.fill("documents-folder", &missing);
    window.press("s", Modifiers::COMMAND);
    window.expect(&["tidak ada. Pengaturan belum disimpan."]);
    assert_eq!(window.archive().settings().unwrap(), crate::domain::Settings::default());

    let there = window.path("").display().to_string();
    window.fill("documents-folder", &there);
    window.press("s", Modifiers::COMMAND);
    assert_eq!(window.archive().settings().unwrap().number_pattern, "TT-{seq}/{year}");
}

#[test]
fn a_data_folder_that_cannot_be_used_is_said_and_tried_again() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("data");
    std::fs::write(&folder, "not a folder").unwrap();
    let mut window = Window::start_in(home, false);
    window.expect(&["Coba lagi"]);
    std::fs::remove_file(&folder).unwrap();
    window.click("Coba lagi");
    assert!(!window.shows("Coba lagi"));
}

#[test]
fn looks_sheets_and_printers_are_chosen_and_obeyed() {
    let mut window = Window::open();
    window.size = WHOLE;
    window.press("6", Modifiers::COMMAND);
    window.click("Kartu dan lembar");
    window.expect(&["warna", "preprinted", "A4 memuat 10 kartu, F4 memuat 10."]);
    window.click("preprinted");
    window.fill("sheet.gap-y", "8,5");
    window.expect(&["A4 memuat 8 kartu, F4 memuat 10."]);
    window.fill("sheet.top", "x");
    window.expect(&["masih menyisakan tempat"]);
    window.press("s", Modifiers::COMMAND);
    assert_eq!(window.archive().settings().unwrap().template, "warna", "nothing wrong is saved");
    window.fill("sheet.top", "9");
    window.click("Potong dan tumpuk");

    window.click("Printer");
    // a printer that prints half a millimetre too far to the right
    window.fill("printer-name", "Zebra 1");
    window.click("Buat halaman uji");
    let opened = window.opened().pop().unwrap();
    assert!(std::fs::read(opened).unwrap().starts_with(b"%PDF"));
    for (id, mm) in [("measured-a", "20,5"), ("measured-b", "20"), ("measured-c", "150"), ("measured-d", "200")] {
        window.fill(id, mm);
    }
    window.click("Jadikan koreksi");
    window.expect(&["Zebra 1: geser -0,5 / 0,0 mm"]);

    window.press("s", Modifiers::COMMAND);
    let settings = window.archive().settings().unwrap();
    assert_eq!((settings.template.as_str(), settings.sheet.gap_y), ("preprinted", 85));
    assert_eq!(settings.sheet.order, crate::domain::SheetOrder::Stack);
    assert_eq!(settings.calibrations["Zebra 1"].offset(), (-0.5, 0.0));

    // the next list begins on a sheet that is partly used
    let list = window.list("daftar.xlsx", 3, false);
    window.size = measure::PICTURED.into();
    window.read(list);
    window.click("A4");
    window.fill("start-at", "9");
    window.expect(&["1 sampai 8"]);
    window.fill("start-at", "8");
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["0001/2026"]);
    let number = crate::domain::ReceiptNumber("0001/2026".into());
    let (template, changed) = crate::workflow::template::of_receipt(&window.archive(), &number).unwrap().unwrap();
    assert_eq!((template.name.as_str(), changed), ("preprinted", false));
}

#[test]
fn the_mail_server_and_the_words_of_the_letter_are_kept_and_a_port_that_is_none_is_not() {
    let mut window = Window::open();
    window.size = WHOLE;
    window.press("6", Modifiers::COMMAND);
    window.click("E-mail");
    assert!(!window.shows("Belum disimpan"), "nothing was typed yet");
    window.fill("mail.server", "smtp.contoh.test");
    window.fill("mail.sender", "Kantor <kantor@contoh.test>");
    window.fill("mail.subject", "KPJ {nomor}");
    window.click("TLS");
    window.fill("mail.port", "banyak");
    window.press("s", Modifiers::COMMAND);
    assert_eq!(window.archive().settings().unwrap().mail.server, "");
    window.fill("mail.port", "2525");
    window.press("s", Modifiers::COMMAND);
    let mail = window.archive().settings().unwrap().mail;
    assert_eq!((mail.server.as_str(), mail.port(), mail.subject.as_str()), ("smtp.contoh.test", 2525, "KPJ {nomor}"));
    assert_eq!(mail.security, crate::domain::mail::Security::Tls);
    assert!(mail.has_server() && mail.body.contains("{perusahaan}"), "the words that were not touched stay");
}

#[test]
fn a_setting_is_found_by_a_word_and_the_holidays_are_a_list_to_change() {
    let mut window = Window::open();
    window.size = WHOLE;
    window.press("6", Modifiers::COMMAND);
    window.press("f", Modifiers::COMMAND);
    window.fill("settings-search", "hari kerja");
    window.expect(&["Batas waktu layanan"]);
    assert!(!window.shows("Nama kantor") && !window.shows("Pekerjaan kecil"));
    window.fill("settings-search", "pelangi");
    window.expect(&["Tidak ada pengaturan dengan kata itu."]);
    window.press(Named::Escape, Modifiers::empty());
    window.expect(&["Nama kantor"]);

    window.click("Aturan kerja");
    window.expect(&["17 Februari 2026", "Tahun Baru Imlek 2577"]);
    window.fill("holiday-day", "31-02-2027");
    window.expect(&["Tulis tanggal, misalnya"]);
    window.fill("holiday-day", "10-03-2027");
    window.fill("holiday-name", "Idul Fitri 1448 H");
    window.click("Tambah");
    window.expect(&["10 Maret 2027", "Kembalikan daftar bawaan"]);
    window.fill("service-days", "0");
    window.expect(&["Tulis angka 1–60."]);
    window.press("s", Modifiers::COMMAND);
    assert_eq!(window.archive().settings().unwrap().holidays.len(), 19, "nothing wrong is saved");
    window.fill("service-days", "3");
    // what another program changes meanwhile stays
    let small = crate::domain::setting::Setting::find("small-batch").unwrap();
    crate::workflow::settings::change(&mut window.archive(), &[(small, "9".into())]).unwrap();
    window.press("s", Modifiers::COMMAND);
    let saved = window.archive().settings().unwrap();
    assert_eq!((saved.holidays.len(), saved.service_days, saved.small_batch), (20, 3, 9));
    window.click("Arsip dan cadangan");
    window.expect(&["Riwayat perubahan", "Batas waktu layanan", "5 → 3"]);
}

#[test]
fn the_settings_go_to_the_next_pc_in_a_file_that_is_looked_at_first() {
    let mut window = Window::open();
    window.size = WHOLE;
    let file = window.path("pengaturan.zip");
    let set = |window: &Window, name: &str, value: &str| {
        let setting = crate::domain::setting::Setting::find(name).unwrap();
        crate::workflow::settings::change(&mut window.archive(), &[(setting, value.into())]).unwrap();
    };
    set(&window, "branch", "Kantor Lama");
    window.press("6", Modifiers::COMMAND);
    window.click("Arsip dan cadangan");
    window.click("Simpan ke berkas…");
    window.fill("settings-path", file.to_str().unwrap());
    window.click("Tulis berkas");
    window.expect(&[
        &format!("{} pengaturan ditulis", crate::domain::setting::ALL.len()),
        "Kata sandi tidak pernah ikut.",
    ]);

    set(&window, "branch", "Kantor Baru");
    *window.desk.answer.lock().unwrap() = Some(Answer::Chosen(file));
    window.click("Ambil dari berkas…");
    window.expect(&["Yang akan berubah di sini:", "Kantor Baru → Kantor Lama"]);
    assert_eq!(window.archive().settings().unwrap().branch, "Kantor Baru");
    window.click("Terapkan");
    window.expect(&["Pengaturan diambil alih."]);
    assert_eq!(window.archive().settings().unwrap().branch, "Kantor Lama");
    window.click("Kantor");
    assert!(!window.shows("Belum disimpan"));

    let broken = window.path("rusak.zip");
    std::fs::write(&broken, "no settings").unwrap();
    *window.desk.answer.lock().unwrap() = Some(Answer::Chosen(broken));
    window.click("Arsip dan cadangan");
    window.click("Ambil dari berkas…");
    window.expect(&["bukan berkas pengaturan program ini"]);
}
