//! What goes back to the company, and what comes from elsewhere.

use super::*;

#[test]
fn a_file_that_was_issued_before_says_so() {
    let mut window = Window::open();
    window.issue(5);
    let file = window.path("bersih.xlsx");
    window.read(file);
    window.expect(&["sudah pernah diterbitkan: tanda terima 0001/2026, 20-11-2026, 5 kartu", "Ditolak 5"]);
    let other = window.list("lain.xlsx", 4, false);
    window.read(other);
    assert!(!window.shows("sudah pernah diterbitkan"));
}

#[test]
fn rows_with_problems_go_back_to_the_company_and_come_again() {
    let mut window = Window::open();
    let clean = window.list("bersih.xlsx", 3, false);
    window.read(clean);
    assert!(!window.shows("Kembalikan ke perusahaan…"));
    let file = window.list("daftar.xlsx", 60, true);
    window.read(file);
    let bad = window.path("kembali.xlsx");
    // the dialog has asked about the file that is there
    std::fs::write(&bad, "old").unwrap();
    *window.desk.answer.lock().unwrap() = Some(Answer::Chosen(bad.clone()));
    window.click("Kembalikan ke perusahaan…");
    window.expect(&["ditulis ke kembali.xlsx", "Periksa daftar"]);
    window.click("Buka folder");
    assert_eq!(window.opened(), [window.home.path()]);

    // without a dialog a path is typed, and the window asks about the file that is there
    window.click("Kembalikan ke perusahaan…");
    window.expect(&["Simpan berkas untuk perusahaan sebagai"]);
    window.fill("review-path", &bad.display().to_string());
    std::fs::write(&bad, "old").unwrap();
    window.click("Simpan");
    window.expect(&["Berkas itu sudah ada"]);
    assert_eq!(std::fs::read(&bad).unwrap(), b"old");
    window.click("Ganti berkas");
    assert!(!window.shows("Berkas itu sudah ada"));
    window.read(bad);
    window.expect(&["Semua ", "kembali.xlsx"]);

    // the company's own list is never overwritten
    let proof = window.path("kembali.xlsx");
    let before = std::fs::read(&proof).unwrap();
    *window.desk.answer.lock().unwrap() = Some(Answer::Chosen(proof.clone()));
    window.click("Kembalikan ke perusahaan…");
    assert_eq!(std::fs::read(&proof).unwrap(), before);
    window.expect(&["Semua "]);
}

#[test]
fn missing_kpj_numbers_come_from_another_file() {
    let mut window = Window::open();
    let file = window.path("baru.xlsx");
    sample::write(Sample { rows: 6, kind: SampleKind::Sipp, dirty: false, seed: 1 }, &file).unwrap();
    window.read(file);
    window.expect(&["Ditolak 6"]);
    window.fill("review-npp", "24101780");
    // a file that is no list leaves the review as it was
    let wrong = window.path("surat.xlsx");
    std::fs::write(&wrong, b"%PDF-1.7").unwrap();
    *window.desk.answer.lock().unwrap() = Some(Answer::Chosen(wrong));
    window.click("Lengkapi nomor KPJ dari berkas lain…");
    window.expect(&["surat.xlsx", "Ditolak 6"]);
    let wages = window.list("upah.xlsx", 8, false);
    window.click("Lengkapi nomor KPJ dari berkas lain…");
    window.fill("review-path", &wages.display().to_string());
    window.click("Buka");
    window.expect(&["Nomor KPJ dari upah.xlsx: 6 dilengkapi, 0 masih kosong, 2 baris tidak terpakai.", "Siap 6"]);
    // what was typed is still there, and nothing is left to complete
    window.expect(&["Isi nama perusahaan."]);
    assert!(!window.shows("Lengkapi nomor KPJ dari berkas lain…") && !window.shows("surat.xlsx"));
}
