//! The rules of the house that a search can see.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::HashSet;
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

/// The code of the program itself: without its tests and comments.
fn own_code(path: &str, text: &str) -> Vec<String> {
    if path.contains("/story/") || path.ends_with("/tests.rs") || path.ends_with("gallery.rs") {
        return Vec::new();
    }
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    let spoken = code.lines().filter(|line| !line.trim_start().starts_with("//") && !line.contains("tracing::"));
    spoken.filter(|line| !line.contains("#[") && !line.contains("reason = ")).map(str::to_owned).collect()
}

/// What stands between quotation marks in a line.
fn literals(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').skip(1).step_by(2)
}

#[test]
fn no_view_speaks_but_through_the_words_of_both_languages() {
    // names, and what is said alike everywhere
    let said_alike = [
        "Cetak KPJ",
        "Cetak Sans",
        "Cetak Icons",
        "Cetak terang",
        "Cetak gelap",
        "English",
        "Bahasa Indonesia",
        "Excel",
        "Excel, ODS, CSV",
        "JPEG, PNG, PDF",
    ];
    for (path, text) in sources() {
        // keys are called in every language as they are written on them
        if !path.starts_with("src/ui/") || path.ends_with("hotkey.rs") {
            continue;
        }
        for line in own_code(&path, &text) {
            for literal in literals(&line) {
                // without what is filled in
                let said: String =
                    literal.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect();
                let phrase = said.trim().contains(' ') || said.starts_with(|first: char| first.is_ascii_uppercase());
                let word = |word: &str| word.chars().count() > 2 && word.chars().any(char::is_lowercase);
                let words = phrase && said.split(|c: char| !c.is_alphabetic()).any(word);
                assert!(!words || said_alike.contains(&literal), "{path}: {literal:?} is said in one language only");
            }
        }
    }
}

#[test]
fn every_message_is_said_somewhere() {
    // these are put together of a beginning and of what they are about, and tested where that is done
    let put_together = [
        "cli-",
        "difference-",
        "error-",
        "explain-",
        "help-",
        "hint-",
        "old-problem-",
        "problem-",
        "setting-",
        "settings-import-template-",
        "template-fault-",
    ];
    let code = sources();
    let said: HashSet<_> = code.iter().flat_map(|(_, text)| text.lines().flat_map(literals)).collect();
    let messages = fs::read_to_string("assets/i18n/id/cetak_kpj.ftl").unwrap();
    let names = messages.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
    for name in names.filter_map(|line| line.split_once(" =").map(|(name, _)| name)) {
        assert!(
            said.contains(name) || put_together.iter().any(|begin| name.starts_with(begin)),
            "{name} is never said"
        );
    }
}
