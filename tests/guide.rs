//! The guide as `kpj` gives it: one page that needs nothing else, opened in the system's viewer.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod office;

use base64::Engine;
use office::Office;
use std::fs;

#[test]
fn the_guide_is_one_page_with_its_pictures_inside() {
    let office = Office::new();
    let out = office.path("panduan.html");
    assert_eq!(office.ok(&["guide", "--out", &out])["file"], out);
    let page = fs::read_to_string(&out).unwrap();
    assert!(page.len() < 600 * 1024, "{} bytes are too many for a guide", page.len());
    assert!(!page.contains("http://") && !page.contains("https://") && !page.contains("url("), "it needs no network");
    let pictures: Vec<&str> = page.split("src=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert!((6..=10).contains(&pictures.len()), "{} pictures", pictures.len());
    for picture in pictures {
        let encoded = picture.strip_prefix("data:image/png;base64,").unwrap_or_else(|| panic!("not inside: {picture}"));
        let bytes = base64::engine::general_purpose::STANDARD.decode(encoded).unwrap();
        let info = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap().info().size();
        assert_eq!(info, (1180, 700));
    }
    for place in page.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(page.contains(&format!("id=\"{place}\"")), "nothing is at {place}");
    }
    assert!(!std::path::Path::new(&office.path("data")).exists());
}

#[cfg(target_os = "linux")]
#[test]
fn the_guide_opens_in_the_viewer_or_says_where_it_lies() {
    use std::os::unix::fs::PermissionsExt;
    let office = Office::new();
    let (programs, seen) = (office.path("programs"), office.path("seen"));
    fs::create_dir(&programs).unwrap();
    let run = || office.kpj(&["guide", "--lang", "en"]).env("PATH", &programs).output().unwrap();
    let page = office.path("data/panduan.html");

    let nobody = run();
    assert_eq!(nobody.status.code(), Some(1));
    assert!(String::from_utf8(nobody.stdout).unwrap().contains(&page) && fs::exists(&page).unwrap());

    let viewer = format!("{programs}/xdg-open");
    fs::write(&viewer, format!("#!/bin/sh\necho \"$1\" > '{seen}.part'; /bin/mv '{seen}.part' '{seen}'\n")).unwrap();
    fs::set_permissions(&viewer, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(run().status.code(), Some(0));
    // the viewer runs on its own
    for _ in 0..200 {
        if fs::exists(&seen).unwrap() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(25));
    }
    assert_eq!(fs::read_to_string(&seen).unwrap().trim(), page);
}
