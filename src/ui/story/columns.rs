//! Columns that a person shows.

use super::*;
use crate::ui::screen::import;

const TITLES: &str = "Daftar orang;;;\nKode A;Orang;Lahir;Kode B\n";

fn write(window: &Window, name: &str, text: &str) -> PathBuf {
    let file = window.path(name);
    std::fs::write(&file, text).unwrap();
    file
}

#[test]
fn a_table_that_was_not_found_is_shown_by_hand_remembered_and_forgotten() {
    let mut window = Window::open();
    let people = "3522012501990001;BUDI SANTOSO;25-01-1999;24123456782\n3522016501990001;SITI;25-01-1999;24000000018\n";
    let file = write(&window, "aneh.csv", &format!("{TITLES}{people}"));
    window.read(file);
    window.expect(&["Tabelnya belum ditemukan", "Berkas Anda tidak diubah"]);
    window.click("Tunjukkan kolom…");
    window.expect(&["Pilih kolom", "aneh.csv", "Klik baris yang berisi judul kolom", "BUDI SANTOSO", "Daftar orang"]);
    window.expect(&["Pilih paling sedikit dua kolom"]);
    window.click("Kode A");
    // the window asks for what is missing, one after the other
    for (field, cell) in
        [("Nomor KPJ", "24123456782"), ("NIK", "3522012501990001"), ("Nama", "BUDI SANTOSO"), ("Nama", "BUDI SANTOSO")]
    {
        window.expect(&[&format!("Klik kolom yang berisi: {field}")]);
        window.click(cell);
    }
    window.click("Tanggal lahir");
    window.click("25-01-1999");
    window.expect(&["Bandingkan kolom berwarna", "A · NIK", "C · Tanggal lahir", "D · Nomor KPJ"]);
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["Periksa daftar", "Siap 2", "Kolom Anda pilih sendiri", "Judul kolom di baris 2"]);
    window.fill("review-npp", "24101780");
    window.fill("review-company", "PT CONTOH MAJU");
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["0001/2026", "Sudah tercatat di register"]);

    // the same titles again, in another order
    let other = "Orang;Kode A;Kode B;Lahir\nYOHANES;9371010101900001;24000000109;01-01-1990\n";
    let other = write(&window, "lagi.csv", other);
    window.read(other.clone());
    window.expect(&["Kolom diingat dari berkas sebelumnya", "Siap 1"]);
    window.click("Lupakan");
    window.expect(&["Tabelnya belum ditemukan", "lagi.csv"]);
    window.press(Named::Escape, Modifiers::empty());
    window.read(other);
    window.expect(&["Tabelnya belum ditemukan"]);
    assert_eq!(window.entries(), 1);
}

#[test]
fn columns_that_were_doubted_are_changed_and_what_was_typed_stays() {
    let mut window = Window::open();
    let rows = "3522012501990001;PT X;BUDI;2412345678;25-01-1999\n3522016501990001;PT X;SITI;24000000018;25-01-1999\n";
    let text = format!("NIK;Nama Peserta;NAMA;KPJ;Tgl Lahir\n{rows}");
    let file = write(&window, "dua_nama.csv", &text);
    window.read(file);
    let doubt = "Beberapa kolom cocok untuk Nama: Nama Peserta, NAMA.";
    window.expect(&[doubt, "Siap 1", "Ditolak 1"]);
    window.fill("review-npp", "24101780");
    window.fill("review-company", "PT LAIN");
    window.fill("repair-kpj", "24123456782");
    window.act(|window| {
        let _ = window.click(id("repair-kpj"));
        window.tap_key(Key::Named(Named::Enter));
    });
    window.press("l", Modifiers::COMMAND);
    window.expect(&["Klik kolom yang berisi: Nama", "B · Nama"]);
    window.click("BUDI");
    window.expect(&["C · Nama"]);
    // back, and nothing has changed
    window.press(Named::Escape, Modifiers::empty());
    window.expect(&[doubt, "Siap 2"]);
    window.click("Tunjukkan kolom…");
    window.click("BUDI");
    window.click("Baca ulang");
    window.expect(&["Kolom Anda pilih sendiri", "BUDI", "Siap 2", "Diperbaiki"]);
    assert!(!window.shows("Beberapa kolom cocok"));
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["Sudah tercatat di register", "PT LAIN"]);
}

#[test]
fn cells_pasted_without_titles_lose_nobody() {
    let mut window = Window::open();
    let text = "3522012501990001\tBUDI\t24123456782\n3522016501990001\tSITI\t24000000018\n";
    CLIPBOARD.set(Some(text.into()));
    window.click("Tempel dari Excel");
    window.press("l", Modifiers::COMMAND);
    window.expect(&["Pilih kolom", "BUDI"]);
    // a row of people is no row of titles
    window.click("SITI");
    window.expect(&["tampaknya berisi orang"]);
    window.send(Message::Import(import::Message::Columns(import::columns::Message::Header(None))));
    assert!(!window.shows("tampaknya berisi orang"));
    for (field, cell) in [("NIK", "3522012501990001"), ("Nama", "BUDI"), ("Nomor KPJ", "24123456782")] {
        window.click(field);
        window.click(cell);
    }
    window.click("Baca ulang");
    window.expect(&["Tanpa judul kolom", "Semua 2", "SITI"]);
}

#[test]
fn several_lists_without_known_titles_are_shown_once_and_a_doubt_is_never_issued_unseen() {
    let mut window = Window::open();
    let rows = [
        "3522012501990001;BUDI SANTOSO;25-01-1999;24123456782\n3522016501990001;SITI;25-01-1999;24000000018\n",
        "9371010101900001;YOHANES;01-01-1990;24000000109\n",
    ];
    let mut files: Vec<_> = ["satu.csv", "dua.csv"]
        .into_iter()
        .zip(rows)
        .map(|(name, rows)| {
            let head = "Nama Perusahaan;PT CONTOH;;\nNPP;24101780;;\n";
            write(&window, name, &format!("{head}{TITLES}{rows}"))
        })
        .collect();
    let doubted = "Nama Perusahaan;PT LAIN\nNPP;24101781\n\nNIK;Nama Peserta;NAMA;KPJ;Tgl Lahir\n\
                   5171011204950001;I KETUT;KETUT;24000000208;12-04-1995\n";
    files.push(write(&window, "dua nama.csv", doubted));
    *window.desk.files.lock().unwrap() = files;
    window.press("o", Modifiers::COMMAND);
    window.expect(&["Tidak terbaca 2", "Perlu dilihat 1", "Periksa kolomnya: beberapa cocok."]);
    window.click("satu.csv");
    window.click("Buka");
    window.click("Tunjukkan kolom…");
    window.click("Kode A");
    for cell in ["24123456782", "3522012501990001", "BUDI SANTOSO", "BUDI SANTOSO"] {
        window.click(cell);
    }
    window.click("Tanggal lahir");
    window.click("25-01-1999");
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["Daftar 1 dari 3", "Kolom Anda pilih sendiri"]);
    // the other one with the same titles is read by what was said
    window.press("b", Modifiers::COMMAND);
    window.expect(&["Tidak terbaca 0", "Siap 2"]);
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["Periksa kolomnya: beberapa cocok."]);
    let entries = office_register::list(&window.archive(), &office_register::Filter::default()).unwrap();
    let npps: Vec<_> = entries.iter().map(|entry| entry.npp.to_string()).collect();
    assert_eq!(npps, ["24101780", "24101780"]);
}
