//! Cards and receipt go to the company.

use super::*;
use crate::domain::ReceiptNumber;
use crate::domain::life::LetterState;
use crate::domain::setting::Setting;
use crate::workflow::{dossier, settings};

fn set(window: &Window, wanted: &[(&str, &str)]) {
    let wanted: Vec<_> = wanted.iter().map(|(name, text)| (Setting::find(name).unwrap(), (*text).to_owned())).collect();
    settings::change(&mut window.archive(), &wanted).unwrap();
}

#[test]
fn without_a_server_the_letter_opens_as_a_draft_and_the_address_can_be_kept() {
    let mut window = Window::open();
    window.issue(3);
    window.press("m", Modifiers::COMMAND);
    window.expect(&["Kirim e-mail", "Server e-mail belum diatur.", "_KPJ.pdf", "_TandaTerima.pdf"]);
    window.fill("email-to", "hrd@contoh.test");
    window.expect(&["Jadikan alamat perusahaan"]);
    window.press(Named::Enter, Modifiers::COMMAND);
    let draft = window.opened().pop().unwrap();
    let text = std::fs::read_to_string(draft).unwrap();
    assert!(text.contains("To: hrd@contoh.test") && text.contains("X-Unsent: 1"));
    window.expect(&["Draf dibuka di program e-mail."]);
    window.press(Named::Escape, Modifiers::empty());

    // from the register too, and the address is known now
    window.press("3", Modifiers::COMMAND);
    window.click("0001/2026");
    window.click("E-mail");
    window.expect(&["Kirim e-mail"]);
    assert!(!window.shows("Jadikan alamat perusahaan"));
    window.click("Atur server");
    window.expect(&["Server keluar (SMTP)"]);
}

#[test]
fn a_letter_that_was_not_sent_says_why_and_stays_in_the_receipts_story() {
    let mut window = Window::open();
    window.issue(3);
    window.size = iced::Size::new(1180.0, 1200.0);
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let port = nobody.to_string();
    set(&window, &[("mail.server", "127.0.0.1"), ("mail.port", &port), ("mail.sender", "kantor@contoh.test")]);
    window.press("m", Modifiers::COMMAND);
    window.fill("email-to", "hrd@contoh.test");
    window.click("Kirim");
    window.expect(&["Server e-mail tidak terjangkau", "E-mail sebelumnya", "tidak terkirim"]);
    let number = ReceiptNumber("0001/2026".into());
    let letters = dossier::dossier(&window.archive(), &number).unwrap().letters;
    assert_eq!(letters.iter().map(|letter| letter.state).collect::<Vec<_>>(), [LetterState::Failed]);
    window.press(Named::Escape, Modifiers::empty());
    window.press("3", Modifiers::COMMAND);
    window.click("0001/2026");
    window.expect(&["tidak terkirim"]);
    window.press("m", Modifiers::COMMAND);
    window.fill("email-to", "hrd@contoh.test");
    window.click("Kirim");
    window.press(Named::Escape, Modifiers::empty());
    assert_eq!(window.texts().iter().filter(|text| *text == "tidak terkirim").count(), 2, "at once, too");
}
