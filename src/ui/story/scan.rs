//! A signed receipt comes back and is attached as a scan.

use super::*;
use crate::domain::ReceiptNumber;
use crate::workflow::dossier::dossier;

const PHOTO: &[u8] = b"\xFF\xD8\xFF\xE0 a photo";

fn chosen() -> Window {
    let mut window = Window::open();
    window.issue(2);
    window.press("3", Modifiers::COMMAND);
    window.click("0001/2026");
    window
}

fn scans(window: &Window) -> Vec<PathBuf> {
    let dossier = dossier(&window.archive(), &ReceiptNumber("0001/2026".into())).unwrap();
    dossier.scans.into_iter().map(|scan| scan.file).collect()
}

#[test]
fn a_dropped_photo_goes_with_the_hand_over_and_another_one_follows_it() {
    let mut window = chosen();
    let photo = window.path("IMG_0001.jpg");
    std::fs::write(&photo, PHOTO).unwrap();
    window.press(Named::F3, Modifiers::empty());
    window.fill("register-deed-first", "Budi");
    window.send(Message::FileDropped(photo.clone()));
    window.expect(&["Diterima oleh", "Pindaian tanda terima yang ditandatangani"]);
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["ditandai sudah diserahkan", "_TandaTerima_Pindai1.jpg"]);
    assert_eq!(std::fs::read(&scans(&window)[0]).unwrap(), PHOTO);

    // after the hand-over, from the dialog; what is no scan is told and nothing is lost
    let page = window.path("page.pdf");
    std::fs::write(&page, "a letter").unwrap();
    *window.desk.answer.lock().unwrap() = Some(Answer::Chosen(page.clone()));
    window.press(Named::F5, Modifiers::empty());
    window.click("Pilih…");
    window.click("Lampirkan");
    window.expect(&["bukan pindaian yang dikenali", "JPEG, PNG, atau PDF"]);
    std::fs::write(&page, "%PDF-1.4").unwrap();
    window.press(Named::Enter, Modifiers::COMMAND);
    window.expect(&["Pindaian tanda terima 0001/2026 disimpan"]);
    assert_eq!(scans(&window).len(), 2);

    // dropped where nobody asks for a scan, a file is a list to import
    window.send(Message::FileDropped(photo));
    window.expect(&["bukan daftar"]);
}
