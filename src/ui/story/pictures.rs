//! What each screen looks like in its states, as small as the window can be.

use super::picture::{self, Picture};
use super::*;
use crate::domain::office::Appearance;
use crate::domain::setting::Setting;
use crate::domain::{Mark, ReceiptNumber};
use crate::ui::hotkey::Wish;
use crate::ui::theme;
use iced::{Rectangle, Theme};

impl Window {
    /// The window as it would be drawn; what is another thing each time is covered.
    pub(super) fn drawn(&mut self, theme: &Theme) -> Picture {
        let file = self.path("drawn.png");
        let home = self.home.path().display().to_string();
        let passing = |text: &str| text.contains(&home) || text.contains(env!("CARGO_PKG_VERSION")) || holds_time(text);
        let mut covers: Vec<Rectangle> = Vec::new();
        self.act(|window| {
            let _ = window.find(|candidate: Candidate<'_>| -> Option<()> {
                let (passes, bounds) = match &candidate {
                    Candidate::Text { content, visible_bounds, .. } => (passing(content), visible_bounds),
                    Candidate::TextInput { state, visible_bounds, .. } => (passing(state.text()), visible_bounds),
                    _ => return None,
                };
                covers.extend(bounds.filter(|_| passes));
                None
            });
            window.snapshot(theme).unwrap().matches_image(&file).unwrap();
        });
        // iced writes the name of what drew it into the name of the file
        let file = self.path("drawn-tiny-skia.png");
        let mut picture = Picture::halved(&file);
        std::fs::remove_file(file).unwrap();
        for cover in covers.into_iter().filter_map(Rectangle::snap) {
            let [x, y, width, height] = [cover.x, cover.y, cover.width, cover.height].map(|side| side as usize);
            picture.cover((x, y, width, height));
        }
        picture
    }

    #[track_caller]
    fn looks(&mut self, name: &str) {
        self.frame();
        self.walk(name);
        self.has_room(name);
        let picture = self.drawn(&self.app.theme());
        picture::compare(&format!("screens/{name}"), &picture);
    }

    /// Light and dark.
    #[track_caller]
    fn looks_in_both(&mut self, name: &str) {
        self.looks(name);
        let picture = self.drawn(&theme::choose(Appearance::Dark, iced::theme::Mode::None));
        picture::compare(&format!("screens/{name}-dark"), &picture);
    }

    fn key(&mut self, key: Named) {
        self.press(key, Modifiers::empty());
    }
}

/// Whether a text says a time of the day.
fn holds_time(text: &str) -> bool {
    let form = |five: &[u8]| {
        five.iter().enumerate().all(|(n, byte)| if n == 2 { *byte == b':' } else { byte.is_ascii_digit() })
    };
    text.as_bytes().windows(5).any(form)
}

#[test]
fn the_first_start_practice_and_the_palette() {
    let mut window = Window::first();
    window.looks("welcome");
    window.click("Latihan dulu");
    window.looks("practice");
    let mut window = Window::open();
    window.issue(3);
    window.press("k", Modifiers::COMMAND);
    window.looks("palette");
    window.fill("palette-text", "contoh");
    window.looks_in_both("palette-found");
}

#[test]
fn work_without_anything_to_do_and_with_some_of_each_kind() {
    let mut window = Window::open();
    window.press("1", Modifiers::COMMAND);
    window.looks("work-empty");
    window.issue(12);
    let list = window.list("daftar.xlsx", 4, false);
    window.read(list);
    let unnumbered = window.path("tanpa nomor.csv");
    std::fs::write(&unnumbered, "Nama;NIK\nSITI AMINAH;3522016501990001\n").unwrap();
    window.read(unnumbered);
    let other = window.list_of("lain.xlsx", 8, 2);
    window.read(other);
    window.press("1", Modifiers::COMMAND);
    // what was told of the lists that were left
    (0..9).for_each(|toast| window.send(Message::CloseToast(toast)));
    window.looks_in_both("work");
    window.click("0 hari kerja");
    window.looks("work-chosen");
    window.click("Tarik daftar…");
    window.looks("work-withdraw");
}

#[test]
fn a_list_from_the_choice_to_the_cards() {
    let mut window = Window::open();
    window.looks("import-choose");
    let list = window.list("daftar.xlsx", 60, true);
    window.read(list);
    window.looks_in_both("import-review");
    window.key(Named::Escape);
    window.looks("import-review-none-chosen");
    window.press("l", Modifiers::COMMAND);
    window.looks("import-columns");
    let letter = window.path("surat.csv");
    std::fs::write(&letter, "Dengan hormat;\nbersama ini kami kirim;\n").unwrap();
    let mut window = Window::open();
    window.read(letter);
    // the sentence names the file with its folder, and is no text that can be found
    window.frame();
    let mut failed = window.drawn(&window.app.theme());
    failed.cover((480, 345, 400, 50));
    picture::compare("screens/import-failed", &failed);
    window.issue(3);
    window.looks_in_both("import-done");
}

#[test]
fn several_lists_beside_each_other() {
    let mut window = Window::open();
    let files = super::queue::of_companies(&window);
    *window.desk.files.lock().unwrap() = files;
    window.press("o", Modifiers::COMMAND);
    window.click("KOPERASI MAJU BERSAMA");
    window.looks_in_both("queue");
    let issuing = window.app.update(Message::Wish(Wish::Issue));
    window.looks("queue-issuing");
    window.run(issuing);
    window.looks("queue-issued");
    // past the one that cannot be read
    window.key(Named::F9);
    window.key(Named::F9);
    window.looks("queue-open");
    window.press("b", Modifiers::COMMAND);
    window.click("Cetak 3 sekaligus…");
    window.looks_in_both("print-all");
    window.key(Named::Escape);
    window.click("0003/2026");
    window.click("Cetak…");
    super::print::print_on(&mut window, "zebra");
    window.click("Cetak 3 sekaligus…");
    window.press("p", Modifiers::COMMAND);
    window.looks("print-all-asks");
}

#[test]
fn the_register_its_details_and_its_forms() {
    let mut window = Window::open();
    window.press("3", Modifiers::COMMAND);
    window.looks("register-empty");
    window.issue(12);
    window.press("3", Modifiers::COMMAND);
    window.click("0001/2026");
    window.looks_in_both("register");
    window.press(Named::Tab, Modifiers::COMMAND);
    window.looks("register-people");
    window.key(Named::Escape);
    for (key, name) in [(Named::F3, "hand-over"), (Named::F4, "reprint"), (Named::F10, "void")] {
        window.key(key);
        window.looks(&format!("register-{name}"));
        window.key(Named::Escape);
    }
    window.click("Ekspor…");
    window.looks("register-export");
    let mut window = super::register::long_register(300);
    window.looks("register-long");
}

#[test]
fn people_and_companies() {
    let mut window = Window::open();
    window.press("4", Modifiers::COMMAND);
    window.looks("people-empty");
    window.press("5", Modifiers::COMMAND);
    window.looks("companies-empty");
    window.issue(3);
    window.press("4", Modifiers::COMMAND);
    window.fill("people-search", "24");
    window.click("Cari");
    window.looks("people");
    let kpj = super::acts::kpjs(&window)[0];
    window.click(kpj.as_str());
    window.looks("people-card");
    window.press("5", Modifiers::COMMAND);
    window.click("24101780");
    window.looks_in_both("companies");
    window.press("r", Modifiers::COMMAND);
    window.looks("companies-correct");
    window.key(Named::Escape);
    window.press("g", Modifiers::COMMAND);
    window.looks("companies-merge");
}

#[test]
fn an_old_register_before_and_after_it_is_taken_over() {
    let mut window = Window::open();
    window.press("t", Modifiers::COMMAND);
    window.looks("take-over-choose");
    window.send(Message::FileDropped(super::take_over::old("berdandan.xlsx")));
    window.looks("take-over-review");
    window.key(Named::Escape);
    window.send(Message::FileDropped(super::take_over::old("polos.xlsx")));
    window.click("Ambil alih 4 baris");
    window.looks("take-over-done");
}

#[test]
fn each_part_of_the_settings_and_the_editor_of_templates() {
    let mut window = Window::open();
    window.press("6", Modifiers::COMMAND);
    window.looks_in_both("settings-office");
    for (part, name) in [
        ("Dokumen", "documents"),
        ("Kartu dan lembar", "cards"),
        ("Printer", "printers"),
        ("E-mail", "mail"),
        ("Aturan kerja", "rules"),
        ("Arsip dan cadangan", "archive"),
        ("Tampilan", "look"),
    ] {
        window.click(part);
        window.looks(&format!("settings-{name}"));
    }
    window.fill("settings-search", "hari kerja");
    window.looks("settings-found");
    window.key(Named::Escape);
    window.click("Kartu dan lembar");
    window.size.height = 3200.0;
    window.click("Ubah templat");
    window.size.height = measure::PICTURED.1;
    window.looks("template");
}

#[test]
fn documents_are_looked_at_printed_and_sent() {
    let mut window = Window::open();
    let list = window.list("bersih.xlsx", 12, false);
    window.read(list);
    window.key(Named::F6);
    window.looks_in_both("preview-card");
    window.press(Named::Tab, Modifiers::COMMAND);
    window.looks("preview-receipt");
    window.key(Named::Escape);
    window.press(Named::Enter, Modifiers::COMMAND);
    window.press("p", Modifiers::COMMAND);
    window.looks("print");
    window.click("zebra");
    window.press("p", Modifiers::COMMAND);
    window.looks("print-asks");
    window.click("Ada yang gagal…");
    window.looks("print-spoilt");
    window.key(Named::Escape);
    window.key(Named::Escape);
    let server = [("mail.server", "smtp.contoh.test"), ("mail.sender", "kantor@contoh.test")];
    let server = server.map(|(name, text)| (Setting::find(name).unwrap(), text.to_owned()));
    crate::workflow::settings::change(&mut window.archive(), &server).unwrap();
    window.press("m", Modifiers::COMMAND);
    window.looks("email");
}

#[test]
fn spoilt_cards_wait_for_their_second_print() {
    let mut window = Window::open();
    window.issue(5);
    let kpjs = super::acts::kpjs(&window);
    let failed = Mark::Printed { failed: vec![kpjs[1], kpjs[3]] };
    crate::workflow::mark::mark(&mut window.archive(), &ReceiptNumber("0001/2026".into()), &failed, today()).unwrap();
    window.press("1", Modifiers::COMMAND);
    window.looks("work-spoilt");
    window.key(Named::F4);
    window.looks("again");
}
