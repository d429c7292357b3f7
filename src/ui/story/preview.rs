//! Documents looked at before they are issued and afterwards.

use super::*;

impl Window {
    /// The number of the page that is shown, as its field says.
    fn page(&mut self) -> String {
        self.act(|window| {
            let field = window.find(|candidate: Candidate<'_>| match candidate {
                Candidate::TextInput { state, visible_bounds: Some(_), .. } => Some(state.text().to_owned()),
                _ => None,
            });
            field.unwrap()
        })
    }
}

#[test]
fn what_would_be_issued_is_looked_at_page_by_page_and_nothing_is_recorded() {
    let mut window = Window::open();
    let file = window.list("bersih.xlsx", 12, false);
    window.read(file);
    window.press(Named::F6, Modifiers::empty());
    window.expect(&["DRAF: belum diterbitkan", "PT CONTOH MAJU", "dari 12"]);
    assert_eq!(window.page(), "1");
    let first = window.drawn(&window.app.theme());
    window.press(Named::PageDown, Modifiers::empty());
    assert_eq!(window.page(), "2");
    let second = window.drawn(&window.app.theme());
    assert!(first != second, "another card is drawn");
    window.press(Named::End, Modifiers::empty());
    window.press(Named::PageDown, Modifiers::empty());
    assert_eq!(window.page(), "12");
    window.fill("preview-page", "7");
    window.act(|window| {
        window.click(id("preview-page")).unwrap();
        window.simulate([press(Named::Enter, Modifiers::empty())]);
    });
    window.press(Named::Home, Modifiers::empty());
    assert_eq!(window.page(), "1");

    // as large as on paper, step by step, and back
    window.press("+", Modifiers::COMMAND);
    window.expect(&["300%"]);
    for _ in 0..9 {
        window.press("-", Modifiers::COMMAND);
    }
    window.expect(&["25%"]);
    window.press("0", Modifiers::COMMAND);
    window.press(Named::Tab, Modifiers::COMMAND);
    window.expect(&["dari 1"]);
    let receipt = window.drawn(&window.app.theme());
    assert!(receipt != first);
    window.press(Named::Escape, Modifiers::empty());
    window.expect(&["Periksa daftar"]);
    assert_eq!(window.entries(), 0);
}

#[test]
fn issued_documents_are_looked_at_from_the_register_and_a_changed_file_is_refused() {
    let mut window = Window::open();
    window.issue(3);
    window.click("Pratinjau");
    window.expect(&["0001/2026 · PT CONTOH MAJU", "dari 3"]);
    assert!(!window.shows("DRAF"));
    window.press("3", Modifiers::COMMAND);
    window.click("0001/2026");
    window.press(Named::F6, Modifiers::empty());
    window.expect(&["Satu halaman", "dari 3"]);
    window.press(Named::Escape, Modifiers::empty());

    let files = office_register::list(&window.archive(), &office_register::Filter::default()).unwrap();
    let number = files[0].number.clone().unwrap();
    let cards = office_register::documents(&window.archive(), &number).unwrap().cards;
    let mut bytes = std::fs::read(&cards).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&cards, bytes).unwrap();
    window.press(Named::F6, Modifiers::empty());
    window.expect(&["Dokumen ini berubah sesudah diterbitkan", "Jangan dipakai"]);
    std::fs::remove_file(&cards).unwrap();
    window.press(Named::Escape, Modifiers::empty());
    window.press(Named::F6, Modifiers::empty());
    window.expect(&["Dokumen yang sudah terbit tidak ada di tempatnya"]);
}
