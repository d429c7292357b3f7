//! Lists that come by the clipboard, and several at once.

use super::*;
use crate::domain::sample::people;
use crate::ui::hotkey::Wish;
use crate::ui::screen::import;
use crate::workflow::pending;

const CELLS: &str = "NIK\tKPJ\tNama\tTgl Lahir\n3522012501990001\t24000000018\tSITI AMINAH\t25-01-1999\n";

fn copy(text: &str) {
    CLIPBOARD.set(Some(text.to_owned()));
}

fn drop_file(window: &mut Window, file: &Path) {
    window.send(Message::FileDropped(file.to_owned()));
}

/// Lists of several companies, one of them without a name, one with a warning, and a photo.
pub(super) fn of_companies(window: &Window) -> Vec<PathBuf> {
    let companies = [
        ("PT MEKAR JAYA ABADI", "24101780", 3),
        ("CV SUMBER REJEKI", "23004417", 2),
        ("PT KARYA LOGAM NUSANTARA SEJAHTERA", "22110093", 4),
        ("", "", 1),
        ("KOPERASI MAJU BERSAMA", "21005512", 2),
    ];
    let mut files: Vec<PathBuf> = (0_u32..)
        .zip(companies)
        .map(|(at, (company, npp, workers))| {
            let mut rows = format!("Nama Perusahaan;{company}\nNPP;{npp}\n\nNIK;KPJ;Nama;Tgl Lahir\n");
            for (worker, person) in people(at.into(), workers, false).enumerate() {
                // in one of the lists someone was born on another day than the NIK says
                let born = if (at, worker) == (2, 1) { "17-08-1945" } else { &person.birth_date };
                rows += &format!("{};{};{};{born}\n", person.nik, person.kpj, person.name);
            }
            let file = window.path(&format!("daftar {}.csv", at + 1));
            std::fs::write(&file, rows).unwrap();
            file
        })
        .collect();
    let photo = window.path("foto daftar.jpg");
    std::fs::write(&photo, b"\xff\xd8\xff\xe0").unwrap();
    files.push(photo);
    files
}

#[test]
fn cells_copied_in_a_spreadsheet_become_cards() {
    let mut window = Window::open();
    window.press("v", Modifiers::COMMAND);
    window.expect(&["Tidak ada sel yang disalin"]);
    copy("hanya kata\n");
    window.click("Tempel dari Excel");
    window.expect(&["Tabelnya belum ditemukan", "Tempelan"]);
    copy(CELLS);
    window.press("v", Modifiers::COMMAND);
    window.expect(&["Tempelan", "SITI AMINAH"]);
    window.fill("review-npp", "24101780");
    // a field that has the cursor takes what is pasted for itself
    window.act(|window| {
        let _ = window.click(id("review-company"));
        window.simulate([press("v", Modifiers::COMMAND)]);
    });
    assert!(!window.shows("antrean"));
    window.fill("review-company", "PT CONTOH");
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["0001/2026", "1 lembar"]);
}

#[test]
fn lists_that_nothing_speaks_against_are_issued_together_and_a_person_opens_the_others() {
    let mut window = Window::open();
    let (one, three) = (window.list_of("satu.xlsx", 3, 1), window.list("tiga.xlsx", 40, true));
    let two = window.path("dua.xlsx");
    std::fs::write(&two, b"%PDF-1.7").unwrap();
    // the same list under another name
    let again = window.path("satu lagi.xlsx");
    std::fs::copy(&one, &again).unwrap();
    *window.desk.files.lock().unwrap() = vec![one, two, three, again];
    window.send(Message::Focused(false));
    window.press("o", Modifiers::COMMAND);
    window.expect(&["Antrean daftar", "Semua 4", "Siap 2", "Perlu dilihat 1", "Tidak terbaca 1", "Terbit 0"]);
    window.expect(&["Ditolak 4 · Peringatan 1"]);
    assert_eq!(window.desk.told.lock().unwrap().len(), 1);
    // one more is added and read
    let four = window.path("empat.csv");
    std::fs::write(&four, CELLS.replace('\t', ";")).unwrap();
    drop_file(&mut window, &four);
    window.expect(&["Semua 5", "Perlu dilihat 2", "Terbitkan 2 daftar (6 kartu)"]);
    window.press(Named::Enter, Modifiers::COMMAND);
    // the second of the two holds what the first has issued
    window.expect(&["Siap 0", "Terbit 2", "0001/2026", "Sudah pernah terbit"]);
    assert_eq!(window.entries(), 1);
    assert!(window.desk.told.lock().unwrap().last().unwrap().contains("1 daftar sudah terbit: 3 kartu."));
    // what a person is wanted for comes one after the other
    window.press(Named::F9, Modifiers::empty());
    window.expect(&["Daftar 2 dari 5", "Daftar tidak dapat dibaca"]);
    window.press(Named::F9, Modifiers::empty());
    window.expect(&["Daftar 3 dari 5", "Semua 40"]);
    window.press(Named::F9, Modifiers::empty());
    window.expect(&["Daftar 5 dari 5", "Isi NPP perusahaan."]);
    window.fill("review-npp", "24101780");
    window.fill("review-company", "PT CONTOH");
    // back among the others it is ready, and what was typed is not lost
    window.press("b", Modifiers::COMMAND);
    window.expect(&["PT CONTOH", "Siap 1", "Terbitkan 1 daftar (1 kartu)"]);
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["0002/2026", "Siap 0"]);
    assert_eq!(window.entries(), 2);
    // closed, the list that is left waits in the work
    window.click("Tutup antrean");
    window.expect(&["Letakkan daftar di sini"]);
    window.press("1", Modifiers::COMMAND);
    assert_eq!(pending::list(&window.archive()).unwrap().len(), 1);
}

#[test]
fn a_list_that_is_open_alone_goes_back_to_the_others_with_its_receipt() {
    let mut window = Window::open();
    // a folder with all that came
    let folder = window.path("daftar");
    std::fs::create_dir_all(folder.join("lama")).unwrap();
    drop_file(&mut window, &folder);
    window.expect(&["Tidak ada berkas Excel"]);
    std::fs::write(folder.join("catatan.txt"), "bukan daftar").unwrap();
    window.list_of("daftar/satu.xlsx", 3, 1);
    window.list_of("daftar/dua.xlsx", 2, 2);
    drop_file(&mut window, &folder);
    window.click("PT CONTOH MAJU");
    window.expect(&["dua.xlsx"]);
    window.click("Buka");
    window.expect(&["Daftar 1 dari 2", "Semua 2"]);
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["0001/2026", "Daftar 1 dari 2"]);
    window.click("Antrean");
    window.expect(&["0001/2026", "Siap 1", "Terbit 1"]);
    // its documents are reached from here
    window.click("0001/2026");
    window.act(|window| {
        let _ = window.click("0001/2026");
        window.tap_key(Key::Named(Named::Enter));
    });
    window.expect(&["0001/2026 · PT CONTOH MAJU"]);
    window.press(Named::Escape, Modifiers::empty());
    window.press("p", Modifiers::COMMAND);
    window.expect(&["Cetak"]);
    window.press(Named::Escape, Modifiers::empty());
    window.expect(&["Antrean daftar"]);
    // a list whose numbers the central system has still to give says so
    let unnumbered = window.path("tanpa nomor.csv");
    std::fs::write(&unnumbered, "Nama;NIK\nSITI AMINAH;3522016501990001\n").unwrap();
    drop_file(&mut window, &unnumbered);
    window.expect(&["Perlu dilihat 1", "Menunggu nomor KPJ: 1"]);
    // all that wait are opened together from the work
    window.press("1", Modifiers::COMMAND);
    assert!(!window.shows("daftar sebagai antrean"));
    let three = window.list_of("tiga.xlsx", 2, 3);
    window.press("2", Modifiers::COMMAND);
    drop_file(&mut window, &three);
    window.press("1", Modifiers::COMMAND);
    window.click("Buka 3 daftar");
    window.expect(&["Semua 3", "Terbitkan 2 daftar (5 kartu)"]);
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["0002/2026", "0003/2026", "Terbit 2"]);
}

#[test]
fn work_on_several_lists_stops_where_it_is_told_to() {
    let mut window = Window::open();
    let (one, two) = (window.list_of("satu.xlsx", 4000, 1), window.list_of("dua.xlsx", 4, 2));
    // dropped together: the first is being read alone when the second comes
    let reading = window.app.update(Message::FileDropped(one));
    let together = window.app.update(Message::FileDropped(two));
    window.press(Named::Escape, Modifiers::empty());
    window.run(reading);
    window.run(together);
    window.expect(&["Antrean daftar", "Semua 2", "Siap 0"]);
    window.click("Baca sisanya");
    window.expect(&["Siap 2"]);
    // nothing else begins while lists are issued, and the window stays
    let issuing = window.app.update(Message::Wish(Wish::Issue));
    window.click("PT CONTOH MAJU");
    window.press(Named::F9, Modifiers::empty());
    window.expect(&["Menerbitkan", "0 dari 2"]);
    let third = window.list_of("tiga.xlsx", 2, 3);
    drop_file(&mut window, &third);
    window.send(Message::CloseRequested(iced::window::Id::unique()));
    window.expect(&["Semua 3", "0 dari 2", "Penerbitan sedang berjalan"]);
    window.send(Message::Import(import::Message::Practise));
    window.expect(&["Antrean daftar"]);
    window.press(Named::Escape, Modifiers::empty());
    window.run(issuing);
    window.expect(&["Siap 2", "Terbit 0", "Belum dibaca"]);
    assert_eq!(window.entries(), 0);
}
