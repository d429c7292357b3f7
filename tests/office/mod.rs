//! An office of its own for each test: a data folder, lists, and `kpj` beside them.
#![allow(
    dead_code,
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "each test file uses its own part"
)]

use serde_json::Value;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

pub struct Office {
    folder: TempDir,
}

impl Office {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    pub fn kpj(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kpj"));
        command.args(["--data-dir", &self.path("data")]).args(arguments);
        command
    }

    /// Exit code, stdout, stderr.
    pub fn text(&self, arguments: &[&str]) -> (i32, String, String) {
        let output = self.kpj(arguments).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    }

    /// Exit code and the one JSON document on stdout.
    pub fn json(&self, arguments: &[&str]) -> (i32, Value) {
        let (code, out, err) = self.text(&[&["--json"], arguments].concat());
        assert_eq!(err, "", "{arguments:?} has nothing to say beside its JSON");
        (code, serde_json::from_str(&out).unwrap_or_else(|error| panic!("{arguments:?}: {error}\n{out}\n{err}")))
    }

    /// The JSON of a command that must succeed.
    pub fn ok(&self, arguments: &[&str]) -> Value {
        let (code, json) = self.json(arguments);
        assert_eq!(code, 0, "{arguments:?}: {json:#}");
        json
    }

    /// Writes a sample list and returns its path.
    pub fn sample(&self, name: &str, arguments: &[&str]) -> String {
        let path = self.path(name);
        self.ok(&[&["sample", &path], arguments].concat());
        path
    }

    /// The issued documents, relative to their archive, sorted.
    pub fn documents(&self) -> Vec<String> {
        files_below(&self.path("data/documents")).into_iter().filter(|name| !name.starts_with(".staging")).collect()
    }
}

/// Every file below a folder, relative to it, sorted; empty where there is no folder.
pub fn files_below(folder: &str) -> Vec<String> {
    fn collect(folder: &Path, base: &Path, names: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, base, names);
            } else {
                names.push(path.strip_prefix(base).unwrap().to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    let mut names = Vec::new();
    collect(Path::new(folder), Path::new(folder), &mut names);
    names.sort();
    names
}

/// The text of a PDF as another program reads it.
pub fn pdf_text(path: &str) -> String {
    let output = Command::new("pdftotext").args(["-layout", path, "-"]).output().expect("pdftotext (poppler-utils)");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
