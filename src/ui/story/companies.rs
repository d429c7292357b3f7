//! Companies are looked up, corrected, put together and parted again.

use super::*;
use crate::domain::Npp;
use crate::workflow::companies;

/// An office that has issued one batch, and whose old register spells the company another way.
fn office() -> Window {
    let mut window = Window::open();
    window.issue(3);
    let old = window.path("old.csv");
    let rows = "Tanggal;NPP;Nama Perusahaan;Jumlah KPJ\n05-01-2024;24101708;PT. CONTOH MAJU;7\n";
    std::fs::write(&old, rows).unwrap();
    window.press("t", Modifiers::COMMAND);
    window.send(Message::FileDropped(old));
    window.click("Ambil alih 1 baris");
    window.press("5", Modifiers::COMMAND);
    window
}

fn company(window: &Window, npp: &str) -> crate::domain::company::CompanyFile {
    companies::show(&window.archive(), &Npp::parse(npp).unwrap()).unwrap()
}

#[test]
fn a_company_is_found_and_corrected_and_what_it_was_stays_in_sight() {
    let mut window = office();
    window.expect(&["2 perusahaan", "24101780", "24101708"]);
    window.fill("companies-search", "1780");
    window.expect(&["1 perusahaan"]);
    window.click("24101780");
    window.expect(&["1 tanda terima · 3 kartu", "0001/2026"]);
    window.press("r", Modifiers::COMMAND);
    window.fill("company-first", "");
    window.expect(&["Perusahaan selalu bernama."]);
    window.press("s", Modifiers::COMMAND);
    window.fill("company-first", "PT Contoh Maju Tbk");
    window.fill("company-email", "hrd.contoh");
    window.expect(&["Bukan alamat e-mail."]);
    window.press("s", Modifiers::COMMAND);
    assert_eq!(company(&window, "24101780").line.name, "PT CONTOH MAJU", "nothing is kept while something is wrong");
    window.fill("company-email", "hrd@contoh.test, direktur@contoh.test");
    window.fill("company-address", "Jl. Mawar 1");
    window.fill("company-division", "002; 001");
    window.press("s", Modifiers::COMMAND);
    window.expect(&["PT Contoh Maju Tbk", "Jl. Mawar 1", "002, 001", "Nama: PT CONTOH MAJU → PT Contoh Maju Tbk"]);
    assert_eq!(company(&window, "24101780").divisions(), ["002", "001"]);
    window.click("0001/2026");
    window.expect(&["Periksa kode", "PT CONTOH MAJU"]);
}

#[test]
fn two_spellings_become_one_company_after_a_look_and_are_parted_again() {
    let mut window = office();
    window.click("24101708");
    // the other spelling is offered by itself
    window.press("g", Modifiers::COMMAND);
    window.expect(&["Mungkin perusahaan yang sama:", "NPP 24101780"]);
    window.fill("company-first", "tidak ada");
    window.expect(&["Belum ada perusahaan yang cocok"]);
    window.fill("company-first", "24101780");
    window.click("NPP 24101780");
    window.expect(&["1 baris dengan 7 kartu dari NPP 24101708 akan terhitung pada PT CONTOH MAJU"]);
    window.press(Named::Enter, Modifiers::COMMAND);
    assert_eq!(company(&window, "24101780").line.cards, 3, "without a reason nothing happens");
    window.fill("company-reason", "NPP salah ketik");
    window.press(Named::Enter, Modifiers::COMMAND);
    // the company that it became is shown
    window.expect(&["2 tanda terima · 10 kartu", "digabung ke 24101780", "Nomor lain"]);
    window.click("24101708");
    window.press("g", Modifiers::COMMAND);
    window.fill("company-first", "dua perusahaan");
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["Digabung ke: 24101780 → —"]);
    assert_eq!((company(&window, "24101780").line.cards, company(&window, "24101708").line.cards), (3, 7));
}

#[test]
fn the_palette_leads_to_a_company() {
    let mut window = office();
    window.press("1", Modifiers::COMMAND);
    window.press("k", Modifiers::COMMAND);
    window.fill("palette-text", "24101708");
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["PT. CONTOH MAJU", "Register lama"]);
}
