//! A receipt of the register in its parts: its people with their cards' stories, and its copies.

use super::*;
use crate::domain::ReceiptNumber;
use crate::domain::life::ReprintReason;
use crate::ui::icon::Icon;
use crate::ui::screen::register::{Message as RegisterMessage, Use};
use crate::workflow::receipt::{Wanted, give};
use crate::workflow::{dossier, reprint};

#[test]
fn the_people_of_a_receipt_are_seen_sought_and_each_has_a_history_all_by_keys() {
    let mut window = Window::open();
    window.issue(5);
    window.press("3", Modifiers::COMMAND);
    let number = ReceiptNumber("0001/2026".into());
    let cards = dossier::cards(&window.archive(), &number).unwrap();
    window.click("0001/2026");
    window.act(|window| {
        window.click("0001/2026").unwrap();
        window.tap_key(Key::Named(Named::Enter));
    });
    window.expect(&["5 dari 5 orang", &cards[0].worker.name, cards[4].worker.kpj.as_str(), "Berkas dan salinan"]);
    window.fill("register-people-search", cards[2].worker.kpj.as_str());
    window.expect(&["1 dari 5 orang", &cards[2].worker.name]);
    assert!(!window.shows(&cards[0].worker.name));
    window.click(&cards[2].worker.name);
    window.expect(&[&format!("Riwayat kartu {}", cards[2].worker.kpj), "0001/2026 · "]);
    window.fill("register-people-search", "siapa ini");
    window.expect(&["0 dari 5 orang", "Tidak ada yang ditemukan"]);
    assert!(!window.shows("Riwayat kartu"), "no story without its person");
    window.press(Named::Escape, Modifiers::empty());
    window.expect(&["PT CONTOH MAJU", "Diterbitkan"]);
    assert!(!window.shows("dari 5 orang"), "one key takes personal data off the screen");
    window.press(Named::Tab, Modifiers::COMMAND);
    window.expect(&["5 dari 5 orang"]);
    window.press(Named::Tab, Modifiers::COMMAND);
    assert!(!window.shows("dari 5 orang"));
}

#[test]
fn each_copy_of_a_receipt_is_looked_at_printed_and_opened_later() {
    let mut window = Window::open();
    window.issue(3);
    let number = ReceiptNumber("0001/2026".into());
    let mut archive = window.archive();
    give(&mut archive, &number, Wanted::Copy, None, today(), &crate::progress::Silent).unwrap();
    let kpjs = vec![dossier::cards(&archive, &number).unwrap()[1].worker.kpj];
    let request = reprint::Request {
        kpjs,
        reason: ReprintReason::Lost,
        note: "hilang".into(),
        paper: None,
        start_at: 1,
        out: None,
    };
    reprint::reprint(&mut archive, &request, today(), &crate::progress::Silent).unwrap();
    drop(archive);
    window.press("3", Modifiers::COMMAND);
    window.click("0001/2026");
    let of = |copy, what| Message::Register(RegisterMessage::OfCopy(copy, what));
    // the newest stands first; it has cards
    window.click(&Icon::FileText.glyph().to_string());
    window.expect(&["0001/2026 · salinan ke-2", "dari 1", "Kartu"]);
    window.press(Named::Tab, Modifiers::COMMAND);
    window.press(Named::Escape, Modifiers::empty());
    window.send(of(2, Use::Print));
    window.expect(&["0001/2026 · salinan ke-2"]);
    window.click("zebra");
    window.press("p", Modifiers::COMMAND);
    window.expect(&["1 halaman dikirim ke zebra"]);
    assert!(!window.shows("Sudah keluar dengan benar?"), "of copies nobody is asked");
    window.press(Named::Escape, Modifiers::empty());
    window.click(&Icon::Monitor.glyph().to_string());
    let opened = window.opened().pop().unwrap();
    let text = std::process::Command::new("pdftotext").arg(&opened).arg("-").output().unwrap();
    assert!(String::from_utf8(text.stdout).unwrap().contains("SALINAN ke-2"));

    // a copy of the receipt alone has no cards to look at or to print
    window.send(of(1, Use::Look));
    window.expect(&["0001/2026 · salinan ke-1", "dari 1"]);
    assert!(!window.shows("Kartu"));
    window.press(Named::Escape, Modifiers::empty());
    window.send(of(1, Use::Print));
    window.expect(&["Printer mengenal kertas 210,0 × 297,0 mm"]);
    assert!(!window.shows("Kartu"));
}
