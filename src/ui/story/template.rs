//! A template is changed by hand, and cards are made with it.

use super::*;
use crate::ui::screen::template;
use crate::workflow::template as templates;

/// High enough for all settings.
const WHOLE: iced::Size = iced::Size::new(1180.0, 3200.0);

impl Window {
    fn edit(&mut self, message: template::Message) {
        self.send(Message::Template(message));
    }
}

#[test]
fn a_field_is_moved_and_the_template_saved_as_the_offices_own() {
    let mut window = Window::open();
    window.size = WHOLE;
    window.press("6", Modifiers::COMMAND);
    window.click("Kartu dan lembar");
    window.click("Ubah templat");
    window.expect(&["Nomor KPJ", "6 × 27,6", "Kisi 0,5 mm"]);

    // the number of the card, caught at its middle and dragged: half millimetres, and never over the edge
    window.edit(template::Message::Pressed((20.0, 25.0)));
    window.expect(&["Hapus bidang ini"]);
    window.edit(template::Message::Dragged((22.3, 26.1)));
    window.edit(template::Message::Dragged((22.9, 26.1)));
    window.expect(&["9 × 28,5"]);
    window.edit(template::Message::Dragged((80.0, 26.1)));
    window.edit(template::Message::Released);
    window.expect(&["9 × 28,5"]);
    // the whole way is one step back
    window.press("z", Modifiers::COMMAND);
    window.expect(&["6 × 27,6"]);
    window.press("y", Modifiers::COMMAND);
    window.expect(&["9 × 28,5"]);

    // by keys: half a millimetre, with Shift a whole one, without the grid a tenth
    window.edit(template::Message::Nudged(0.0, -1.0, false));
    window.edit(template::Message::Nudged(-1.0, 0.0, true));
    window.expect(&["8 × 28"]);
    window.click("Kisi 0,5 mm");
    window.edit(template::Message::Nudged(1.0, 0.0, false));
    window.expect(&["8,1 × 28"]);

    // by the form; what is wrong is said with its line and cannot be saved
    window.fill("field-width", "5");
    window.expect(&["kpj terpanjang tidak muat utuh"]);
    window.press("s", Modifiers::COMMAND);
    assert_eq!(templates::list(&window.path("data")).unwrap().len(), 2);
    window.fill("field-width", "70");
    window.click("Tengah");
    assert!(window.shows("melewati tepi kartu"), "the middle of 70 mm cannot be at 8.1 mm");
    window.fill("field-x", "42,8");
    window.press("s", Modifiers::COMMAND);
    window.expect(&["Templat warna salinan disimpan."]);
    let saved = templates::load(&window.path("data"), "warna salinan").unwrap();
    let kpj = saved.front.fields.iter().find(|field| field.content == templates::Content::Kpj).unwrap();
    assert_eq!((kpj.x, kpj.width, kpj.align), (42.8, 70.0, templates::Align::Centre));
    assert!(saved.text.starts_with("# Kartu penuh warna"), "comments stay");

    // the settings look at it now
    window.press(Named::Escape, Modifiers::empty());
    window.expect(&["warna salinan", "Belum disimpan"]);
    window.press("s", Modifiers::COMMAND);
    assert_eq!(window.archive().settings().unwrap().template, "warna salinan");
}

#[test]
fn fields_come_and_go_and_leaving_asks_first() {
    let mut window = Window::open();
    window.size = WHOLE;
    window.press("6", Modifiers::COMMAND);
    window.click("Kartu dan lembar");
    window.click("preprinted");
    window.click("Ubah templat");
    window.click("Tambah bidang");
    window.click("Jenis kelamin");
    window.expect(&["12,8 × 34"]);
    window.edit(template::Message::Remove);
    assert!(!window.shows("12,8 × 34"));
    window.edit(template::Message::ChooseNext(true));
    window.expect(&["Hapus bidang ini"]);
    window.fill("field-x", "x");
    window.fill("field-x", "7");
    window.press(Named::Escape, Modifiers::empty());
    window.expect(&["Templat belum disimpan."]);
    window.press(Named::Escape, Modifiers::empty());
    assert!(!window.shows("Tambah bidang"));

    // one of the program's own names is never given away
    window.click("Ubah templat");
    window.fill("template-name", "warna");
    window.press("s", Modifiers::COMMAND);
    window.expect(&["tidak dapat dinamai warna"]);
}

#[test]
fn labels_and_codes_are_moved_like_fields_and_every_step_can_be_taken_back() {
    let mut window = Window::open();
    window.size = WHOLE;
    window.press("6", Modifiers::COMMAND);
    window.click("Kartu dan lembar");
    window.click("Ubah templat");

    // the label of the card's number, by the mouse and by keys
    window.edit(template::Message::Pressed((8.0, 20.0)));
    window.expect(&["Hapus label ini"]);
    window.edit(template::Message::Dragged((11.0, 19.5)));
    window.edit(template::Message::Released);
    window.edit(template::Message::Nudged(-1.0, 0.0, false));
    window.fill("field-text", "Nomor");
    window.expect(&["Label: Nomor"]);

    // a code comes, lies under the number's wide room, and is caught all the same
    window.click("Tambah bidang");
    window.click("Kode QR");
    window.edit(template::Message::Pressed((40.0, 24.0)));
    window.edit(template::Message::Dragged((65.0, 34.0)));
    window.edit(template::Message::Released);
    window.expect(&["Kode QR", "59,5 × 28,5"]);
    window.press("s", Modifiers::COMMAND);
    let saved = templates::load(&window.path("data"), "warna salinan").unwrap().front;
    let label = saved.fields.iter().find_map(|field| field.label.as_ref()).unwrap();
    assert_eq!((label.text.as_str(), label.shift, label.rise), ("Nomor", 2.5, 7.5));
    assert_eq!(saved.symbols.iter().map(|symbol| symbol.at).collect::<Vec<_>>(), [(59.5, 28.5)]);

    window.fill("field-size", "9");
    window.expect(&["size harus antara 10"]);
    window.edit(template::Message::Remove);
    assert!(!window.shows("Kode QR"));
    for _ in 0..20 {
        window.press("z", Modifiers::COMMAND);
    }
    window.expect(&["Label: No. KPJ"]);
    assert!(!window.shows("Kode QR"));

    // a field without a label gets one
    window.click("Nama kantor");
    window.click("Label");
    window.expect(&["Label: Nama kantor"]);
    window.click("Label");
    assert!(!window.shows("Label: Nama kantor"));
}
