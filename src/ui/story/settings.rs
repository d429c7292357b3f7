//! What the office decides, and the window obeys.

use super::*;

/// High enough for all settings.
const WHOLE: iced::Size = iced::Size::new(1180.0, 4400.0);

#[test]
fn settings_are_kept_when_saved_and_only_then() {
    let mut window = Window::open();
    window.size = WHOLE;
    window.press("6", Modifiers::COMMAND);
    window.expect(&["Pengaturan", "Contoh: 0007/2026"]);
    assert!(!window.shows("Belum disimpan"));
    window.fill("settings-branch", "Kantor Cabang Bojonegoro");
    window.fill("settings-place", "Bojonegoro");
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

    window.fill("settings-branch", "Lain");
    window.click("Urungkan");
    assert!(!window.shows("Belum disimpan"));
}

#[test]
fn what_would_spoil_documents_cannot_be_saved() {
    let mut window = Window::open();
    window.size = WHOLE;
    window.press("6", Modifiers::COMMAND);
    window.fill("settings-pattern", "TT-{seq}");
    window.expect(&["supaya tidak ada nomor yang sama"]);
    window.press("s", Modifiers::COMMAND);
    window.fill("settings-pattern", "TT-{seq}/{year}");
    window.expect(&["Contoh: TT-7/2026"]);
    window.fill("settings-folder", "salinan");
    window.expect(&["Tulis alamat lengkap folder."]);
    window.press("s", Modifiers::COMMAND);
    let missing = window.path("tidak-ada").display().to_string();
    window.fill("settings-folder", &missing);
    window.press("s", Modifiers::COMMAND);
    window.expect(&["tidak ada. Pengaturan belum disimpan."]);
    assert_eq!(window.archive().settings().unwrap(), crate::domain::Settings::default());

    let there = window.path("").display().to_string();
    window.fill("settings-folder", &there);
    window.press("s", Modifiers::COMMAND);
    assert_eq!(window.archive().settings().unwrap().number_pattern, "TT-{seq}/{year}");
}

#[test]
fn a_data_folder_that_cannot_be_used_is_said_and_tried_again() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("data");
    std::fs::write(&folder, "not a folder").unwrap();
    let desk = Arc::new(Desk::default());
    let printing = Arc::new(print::Printers::default());
    let (app, task) = App::new(Start {
        folder: folder.clone(),
        practice: false,
        file: None,
        language: None,
        desktop: desk.clone(),
        printing: printing.clone(),
        today,
    });
    let mut window = Window { app, desk, printing, home, size: measure::WINDOW_MIN.into() };
    window.run(task);
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
    window.expect(&["warna", "preprinted", "A4 memuat 10 kartu, F4 memuat 10."]);
    window.click("preprinted");
    window.fill("sheet-gap-y", "8,5");
    window.expect(&["A4 memuat 8 kartu, F4 memuat 10."]);
    window.fill("sheet-top", "x");
    window.expect(&["masih menyisakan tempat"]);
    window.press("s", Modifiers::COMMAND);
    assert_eq!(window.archive().settings().unwrap().template, "warna", "nothing wrong is saved");
    window.fill("sheet-top", "9");
    window.click("Potong dan tumpuk");

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
    window.size = measure::WINDOW_MIN.into();
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
    assert!(!window.shows("Belum disimpan"), "nothing was typed yet");
    window.fill("settings-mail-server", "smtp.contoh.test");
    window.fill("settings-mail-sender", "Kantor <kantor@contoh.test>");
    window.fill("settings-mail-subject", "KPJ {nomor}");
    window.click("TLS");
    window.fill("settings-mail-port", "banyak");
    window.press("s", Modifiers::COMMAND);
    assert_eq!(window.archive().settings().unwrap().mail.server, "");
    window.fill("settings-mail-port", "2525");
    window.press("s", Modifiers::COMMAND);
    let mail = window.archive().settings().unwrap().mail;
    assert_eq!((mail.server.as_str(), mail.port(), mail.subject.as_str()), ("smtp.contoh.test", 2525, "KPJ {nomor}"));
    assert_eq!(mail.security, crate::domain::mail::Security::Tls);
    assert!(mail.has_server() && mail.body.contains("{perusahaan}"), "the words that were not touched stay");
}
