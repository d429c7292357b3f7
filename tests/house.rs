//! The rules of the house that a search can see.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

fn sources() -> Vec<(String, String)> {
    fn collect(folder: &Path, found: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push((path.to_str().unwrap().replace('\\', "/"), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut found = Vec::new();
    collect(Path::new("src"), &mut found);
    found
}

#[test]
fn each_library_and_each_neighbour_stays_in_its_room() {
    // What may be named where; everywhere else it must not.
    let rooms: [(&str, &[&str]); 17] = [
        ("iced", &["src/ui/"]),
        ("rusqlite", &["src/store/"]),
        ("calamine", &["src/import/"]),
        ("printpdf", &["src/document/"]),
        ("hayro", &["src/document/"]),
        ("ipp", &["src/print/"]),
        ("winprint", &["src/print/"]),
        ("lettre", &["src/mail/"]),
        ("keyring_core", &["src/mail/"]),
        ("crate::mail", &["src/workflow/", "src/mail/"]),
        ("crate::print", &["src/workflow/", "src/print/"]),
        ("rust_xlsxwriter", &["src/export/", "src/import/rejects.rs"]),
        ("crate::store", &["src/workflow/", "src/store/"]),
        ("crate::document", &["src/workflow/", "src/document/"]),
        ("crate::workflow", &["src/workflow/", "src/cli/", "src/ui/"]),
        ("crate::cli", &["src/cli/"]),
        ("crate::ui", &["src/ui/"]),
    ];
    for (path, text) in sources() {
        for (name, allowed) in rooms {
            let used = text.contains(&format!("{name}::"));
            assert!(!used || allowed.iter().any(|room| path.starts_with(room)), "{name} in {path}");
        }
    }
}

#[test]
fn the_domain_knows_none_of_its_neighbours() {
    for (path, text) in sources() {
        if path.starts_with("src/domain/") {
            let neighbours = text.lines().filter(|line| line.contains("crate::") && !line.contains("crate::domain"));
            assert_eq!(neighbours.collect::<Vec<_>>(), [""; 0], "{path}");
        }
    }
}

#[test]
fn no_file_grows_past_what_one_can_read() {
    for (path, text) in sources() {
        assert!(text.lines().count() <= 560, "{path} wants to be two");
    }
}
