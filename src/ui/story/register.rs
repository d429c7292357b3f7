//! The register as people read it.

use super::*;
use crate::workflow::register::{Sort, SortBy};
use crate::workflow::take_over;

/// A register of so many rows of an old workbook, oldest and newest first by turns.
pub(super) fn long_register(rows: u32) -> Window {
    let mut window = Window::open();
    let line = |n: u32| {
        let ro = ["Rina", "Dewi", ""][n as usize % 3];
        format!(
            "{:02}-{:02}-{};{:08};PT Contoh {n:04};{};{ro}\n",
            1 + n % 28,
            1 + n % 12,
            2023 + n % 3,
            n % 50,
            1 + n % 9
        )
    };
    let file = window.path("lama.csv");
    let lines: String = (0..rows).map(line).collect();
    std::fs::write(&file, format!("Tanggal;NPP;Nama Perusahaan;Jumlah KPJ;RO\n{lines}")).unwrap();
    let mut archive = window.archive();
    let old = take_over::read(Some(&archive), &file, &[], today(), &crate::progress::Silent).unwrap();
    take_over::take_over(&mut archive, &old, take_over::Choices::default(), &crate::progress::Silent).unwrap();
    window.press("3", Modifiers::COMMAND);
    window
}

#[test]
fn a_long_register_is_read_where_one_looks_and_shows_no_wrong_row() {
    let mut window = long_register(2_000);
    let filter = office_register::Filter::default();
    window.expect(&["2.000 tanda terima", "↓"]);
    for (key, by) in [(None, SortBy::Date), (Some("Nama perusahaan"), SortBy::Company)] {
        if let Some(title) = key {
            window.click(title);
        }
        let sort = Sort { by, descending: by == SortBy::Date };
        let plain = office_register::entries(&window.archive(), &filter, sort, usize::MAX).unwrap();
        window.expect(&[&plain[0].company, &plain[1].company]);
        // the far end is not known yet; one frame later it is
        window.click(&plain[0].company);
        window.act(|window| {
            window.click(plain[0].company.as_str()).unwrap();
            window.tap_key(Key::Named(Named::End));
        });
        let texts = window.texts();
        assert!(texts.iter().any(|text| text == "…") && !texts.contains(&plain[0].company), "{texts:#?}");
        window.frame();
        window.expect(&[&plain[1_999].company, &plain[1_990].company]);
        assert!(!window.texts().iter().any(|text| text == "…"));
        window.press(Named::Escape, Modifiers::empty());
    }
}

#[test]
fn the_register_is_filtered_sorted_and_exported_as_it_is_shown() {
    let mut window = long_register(300);
    let total = |window: &mut Window| {
        let texts = window.texts();
        texts.iter().find(|text| text.contains("tanda terima ·")).unwrap().clone()
    };
    let expect = |window: &mut Window, filter: &office_register::Filter| {
        let totals = office_register::totals(&window.archive(), filter).unwrap();
        let expected = format!("{} tanda terima · {} kartu", totals.entries, totals.cards);
        assert!(total(window).replace('.', "") == expected, "{} is not {expected}: {filter:?}", total(window));
        totals.entries
    };
    let mut filter = office_register::Filter::default();
    assert_eq!(expect(&mut window, &filter), 300);
    window.fill("register-from", "01-01-2025");
    window.fill("register-to", "31-12-2025");
    (filter.from, filter.to) =
        (chrono::NaiveDate::from_ymd_opt(2025, 1, 1), chrono::NaiveDate::from_ymd_opt(2025, 12, 31));
    assert_eq!(expect(&mut window, &filter), 100);
    // what is no day changes nothing
    window.fill("register-to", "31-13-2025");
    assert_eq!(expect(&mut window, &filter), 100);
    window.fill("register-to", "31-12-2025");
    window.fill("register-search", "contoh 00");
    filter.search = Some("contoh 00".into());
    assert_eq!(expect(&mut window, &filter), 33);
    // sorted by the keyboard: from the date two columns back is the status, then the cards, the other way round
    window.press(Named::ArrowLeft, Modifiers::empty());
    window.expect(&["RO ↑"]);
    for _ in 0..2 {
        window.press(Named::ArrowLeft, Modifiers::empty());
    }
    window.expect(&["Kartu ↓"]);
    window.press("u", Modifiers::COMMAND);
    window.expect(&["Kartu ↑"]);
    let sort = Sort { by: SortBy::Cards, descending: false };
    let plain = office_register::entries(&window.archive(), &filter, sort, usize::MAX).unwrap();
    let out = window.path("register.csv");
    window.click("Ekspor…");
    window.fill("register-export-path", &out.display().to_string());
    window.click("Ekspor");
    window.expect(&["33 baris diekspor ke"]);
    let text = std::fs::read_to_string(&out).unwrap();
    let companies: Vec<_> = text.lines().skip(1).filter_map(|line| line.split(';').nth(2)).collect();
    assert_eq!(companies, plain.iter().map(|entry| entry.company.as_str()).collect::<Vec<_>>());
    // one company, by the row that stands on top
    window.click(&plain[0].company);
    window.click("Hanya perusahaan ini");
    filter.npp = Some(plain[0].npp);
    expect(&mut window, &filter);
    // Esc lets the row go, then the filters
    window.press(Named::Escape, Modifiers::empty());
    window.press(Named::Escape, Modifiers::empty());
    assert_eq!(expect(&mut window, &office_register::Filter::default()), 300);
}

#[test]
fn the_register_is_searched_opened_and_exported() {
    let mut window = Window::open();
    window.press("3", Modifiers::COMMAND);
    window.expect(&["Register masih kosong"]);
    window.issue(12);
    window.press("3", Modifiers::COMMAND);
    window.expect(&["0001/2026", "20-11-2026", "1 tanda terima · 12 kartu", "Diterbitkan"]);

    // documents of the chosen entry only
    window.click("Kartu PDF");
    assert!(window.opened().is_empty());
    window.click("0001/2026");
    window.click("Kartu PDF");
    window.click("Tanda terima PDF");
    assert!(window.opened().len() == 2 && window.opened().iter().all(|path| path.is_file()));

    window.fill("register-search", "tidak ada");
    window.expect(&["Tidak ada yang cocok", "0 tanda terima · 0 kartu"]);
    window.fill("register-search", "0001");
    window.expect(&["1 tanda terima · 12 kartu"]);

    let out = window.path("register.csv");
    window.click("Ekspor…");
    window.fill("register-export-path", &out.display().to_string());
    window.click("Ekspor");
    window.expect(&["1 baris diekspor ke"]);
    let text = std::fs::read_to_string(&out).unwrap();
    assert!(text.contains("24101780") && text.contains("12"), "{text}");

    // what exists is replaced only on a second word
    std::fs::write(&out, "milik orang lain").unwrap();
    window.click("Ekspor…");
    window.fill("register-export-path", &out.display().to_string());
    window.click("Ekspor");
    window.expect(&["Berkas itu sudah ada"]);
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "milik orang lain");
    window.click("Ganti berkas");
    assert_eq!(std::fs::read_to_string(&out).unwrap(), text);
}

#[test]
fn documents_that_were_moved_away_are_missed_in_words() {
    let mut window = Window::open();
    window.issue(2);
    window.press("3", Modifiers::COMMAND);
    window.click("0001/2026");
    std::fs::remove_dir_all(window.path("data").join("documents")).unwrap();
    window.click("Kartu PDF");
    assert!(window.opened().is_empty());
    window.expect(&["Berkas tidak ditemukan"]);
}

#[test]
fn a_hotkey_is_heard_inside_a_field_and_types_nothing() {
    let mut window = Window::open();
    window.issue(2);
    window.press("3", Modifiers::COMMAND);
    window.act(|window| {
        window.click(id("register-search")).unwrap();
        window.simulate([press("6", Modifiers::COMMAND)]);
    });
    window.expect(&["Nama kantor"]);
    window.press("3", Modifiers::COMMAND);
    window.expect(&["1 tanda terima · 2 kartu"]);
}
