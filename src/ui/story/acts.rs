//! What becomes of a receipt, as people do it in the register.

use super::*;
use crate::domain::{Kpj, ReceiptNumber};
use crate::workflow::dossier::{cards, dossier};

/// A window whose register has one receipt of so many cards, chosen.
fn chosen(rows: u32) -> Window {
    let mut window = Window::open();
    window.issue(rows);
    window.press("3", Modifiers::COMMAND);
    window.click("0001/2026");
    window.expect(&["Riwayat", "24101780_2026-11-20_TandaTerima.pdf"]);
    window
}

pub(super) fn kpjs(window: &Window) -> Vec<Kpj> {
    let number = ReceiptNumber("0001/2026".into());
    cards(&window.archive(), &number).unwrap().into_iter().map(|card| card.worker.kpj).collect()
}

#[test]
fn a_batch_is_marked_printed_and_handed_over_without_the_mouse() {
    let mut window = chosen(3);
    window.press(Named::F2, Modifiers::empty());
    window.expect(&["ditandai tercetak", "Dicetak"]);
    window.press(Named::F3, Modifiers::empty());
    window.press(Named::Enter, Modifiers::COMMAND);
    assert!(window.shows("Diterima oleh"), "without a name nothing is recorded");
    window.fill("register-deed-first", "Budi Santoso");
    window.fill("register-deed-second", "31-02-2026");
    window.expect(&["hh-bb-tttt"]);
    window.fill("register-deed-second", "21-11-2026");
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["ditandai sudah diserahkan", "Budi Santoso · 21-11-2026"]);
    assert!(!window.shows("Diterima oleh"), "the form is closed");
    let life = dossier(&window.archive(), &ReceiptNumber("0001/2026".into())).unwrap().life;
    assert_eq!((life.steps.len(), life.entry.handed_over_to.as_deref()), (3, Some("Budi Santoso")));
}

#[test]
fn cards_are_chosen_by_number_or_click_and_printed_again() {
    let mut window = chosen(5);
    let kpjs = kpjs(&window);
    window.press(Named::F4, Modifiers::empty());
    window.expect(&[kpjs[0].as_str(), "0 dari 5 kartu dipilih"]);
    window.fill("picker-kpj", "24999999990");
    window.expect(&["Kartu itu tidak ada dalam daftar ini"]);
    window.fill("picker-kpj", kpjs[4].as_str());
    // Enter on a field adds what was typed in it; without a note nothing is printed
    window.act(|window| {
        window.click(id("picker-kpj")).unwrap();
        window.tap_key(Key::Named(Named::Enter));
    });
    window.click(kpjs[1].as_str());
    window.expect(&["2 dari 5 kartu dipilih"]);
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["2 dari 5 kartu dipilih"]);
    window.click("rusak");
    window.fill("register-deed-first", "basah kena hujan");
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["2 kartu dicetak ulang, salinan ke-1", "rusak (basah kena hujan)", "1 tanda terima · 5 kartu"]);
    let life = dossier(&window.archive(), &ReceiptNumber("0001/2026".into())).unwrap().life;
    assert_eq!(life.copies[0].reprint.as_ref().unwrap().cards, [kpjs[1], kpjs[4]]);

    // Cards that the printer spoilt are chosen in the same way, and wait.
    window.click("Gagal cetak…");
    window.click(kpjs[2].as_str());
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["1 kartu menunggu dicetak lagi", "Perlu dicetak lagi: 1"]);
    window.press(Named::F2, Modifiers::empty());
    window.expect(&["Gagal cetak…"]);
}

#[test]
fn a_cancelled_receipt_is_marked_and_its_paper_says_so() {
    let mut window = chosen(3);
    window.press(Named::F10, Modifiers::empty());
    window.fill("register-deed-first", "daftar keliru");
    window.fill("register-deed-second", "batalkan");
    window.press(Named::Enter, Modifiers::COMMAND);
    assert!(!window.shows("dibatalkan."), "only the word itself confirms");
    window.fill("register-deed-second", "batal");
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["Tanda terima 0001/2026 dibatalkan.", "BATAL", "daftar keliru", "1 tanda terima · 0 kartu"]);
    window.click("Tanda terima PDF");
    let opened = window.opened();
    assert!(opened[0].ends_with("24101780_2026-11-20_TandaTerima_BATAL.pdf") && opened[0].is_file());
    // nothing can be done to it any more
    for key in [Named::F2, Named::F3, Named::F4, Named::F10] {
        window.press(key, Modifiers::empty());
        window.expect(&["tidak bisa diapa-apakan lagi"]);
    }
    assert!(!window.shows("Ketik BATAL"));
    let life = dossier(&window.archive(), &ReceiptNumber("0001/2026".into())).unwrap().life;
    assert_eq!(life.steps.len(), 2);
    // and its numbers are free
    let list = window.path("bersih.xlsx");
    window.press("2", Modifiers::COMMAND);
    window.read(list);
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["0002/2026"]);
}

#[test]
fn a_kpj_leads_to_its_receipt_and_a_code_says_whose_it_is() {
    let mut window = chosen(3);
    window.press(Named::Escape, Modifiers::empty());
    assert!(!window.shows("Riwayat"));
    let kpj = kpjs(&window)[1];
    window.fill("register-search", kpj.as_str());
    window.expect(&["1 tanda terima · 3 kartu", "Riwayat"]);

    window.press("d", Modifiers::COMMAND);
    let copy = window.opened().pop().unwrap();
    let text = std::process::Command::new("pdftotext").args(["-layout"]).arg(&copy).arg("-").output().unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    assert!(text.contains("SALINAN ke-1"), "{text}");
    let code = text.split_whitespace().find(|word| word.len() == 14 && word.matches('-').count() == 2).unwrap();
    window.press("e", Modifiers::COMMAND);
    for (typed, answer) in
        [(code.to_lowercase().as_str(), "Kode ini asli"), ("0000-0000-0000", "bukan dari kantor ini")]
    {
        window.fill("register-deed-first", typed);
        window.press(Named::Enter, Modifiers::COMMAND);
        window.expect(&[answer]);
    }
}

#[test]
fn spoilt_cards_are_printed_again_in_one_act_and_their_story_is_told() {
    let mut window = chosen(5);
    let kpjs = kpjs(&window);
    window.press("1", Modifiers::COMMAND);
    window.press(Named::F4, Modifiers::empty());
    assert!(!window.shows("Kartu gagal: cetak ulang"), "no card waits");
    let number = ReceiptNumber("0001/2026".into());
    let failed = crate::domain::Mark::Printed { failed: vec![kpjs[1], kpjs[3]] };
    crate::workflow::mark::mark(&mut window.archive(), &number, &failed, chrono::NaiveDate::default()).unwrap();
    window.press("1", Modifiers::COMMAND);
    window.expect(&["2 kartu gagal menunggu dicetak lagi."]);
    window.press(Named::F4, Modifiers::empty());
    window.expect(&["Kartu gagal: cetak ulang", "0001/2026 · PT CONTOH MAJU", "2 dari 2 kartu dipilih"]);
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["2 dari 2 kartu dipilih"]);
    window.fill("again-note", "pita printer habis");
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["2 kartu dari 1 tanda terima dicetak ulang.", "salinan ke-1: 2 kartu dicetak ulang, rusak"]);
    // its documents are printed from here, and one comes back
    window.click("Cetak…");
    window.expect(&["0001/2026 · salinan ke-1 tanda terima · PT CONTOH MAJU", "zebra di loket"]);
    window.press(Named::Escape, Modifiers::empty());
    window.expect(&["Siap dicetak"]);
    window.press(Named::Escape, Modifiers::empty());
    assert!(!window.shows("kartu gagal menunggu"));
    let life = dossier(&window.archive(), &number).unwrap().life;
    assert!(life.to_print.is_empty());
    assert_eq!(life.copies[0].reprint.as_ref().unwrap().cards, [kpjs[1], kpjs[3]]);

    window.press("4", Modifiers::COMMAND);
    window.fill("people-search", &kpjs[1].as_str()[..10]);
    window.click("Cari");
    window.click(kpjs[1].as_str());
    window.expect(&[&format!("Riwayat kartu {}", kpjs[1]), "gagal dicetak, beres", "rusak (pita printer habis)"]);
}
