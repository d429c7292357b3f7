//! A person is looked for, and led back to the receipt.

use super::*;

#[test]
fn a_person_is_found_by_part_of_the_name_and_leads_to_the_receipt() {
    let mut window = Window::open();
    window.issue(3);
    window.press("4", Modifiers::COMMAND);
    window.expect(&["Siapa yang dicari?"]);
    window.fill("people-search", "24");
    window.click("Cari");
    window.expect(&["3 orang · 3 kartu", "PT CONTOH MAJU", "Diterbitkan"]);
    let archive = Archive::open(&window.path("data")).unwrap();
    let person = crate::workflow::find::find(&archive, "24", 1).unwrap().people.remove(0);
    let name: String = person.name.chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect();
    window.fill("people-search", &format!("{name} {}", &person.name[..2]));
    window.click("Cari");
    window.expect(&[&person.name, person.cards[0].kpj.as_str()]);
    window.click(person.cards[0].kpj.as_str());
    window.expect(&["Tanda terima 0001/2026"]);
    window.click("Tanda terima PDF");
    assert_eq!(window.opened().len(), 1);
    window.click("Lihat di register");
    window.expect(&["1 tanda terima · 3 kartu", "Riwayat", "Berkas dan salinan"]);
    // what was shown is personal: one key takes it off the screen
    window.press("4", Modifiers::COMMAND);
    window.expect(&[&person.name]);
    window.press(Named::Escape, Modifiers::empty());
    window.expect(&["Siapa yang dicari?"]);
}

#[test]
fn nobody_is_said_in_words() {
    let mut window = Window::open();
    window.press("4", Modifiers::COMMAND);
    window.fill("people-search", "budi");
    window.click("Cari");
    window.expect(&["Tidak ada yang ditemukan", "0 orang · 0 kartu"]);
}
