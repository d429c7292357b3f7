//! What a backup says of itself.

use crate::store::AuditHead;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an office has, in a few figures: enough to tell which of two is newer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Receipts, void ones too.
    pub receipts: u64,
    /// Cards stored for them.
    pub cards: u64,
    /// Rows of the register, those taken over too.
    pub register: u64,
    /// The receipt number given last.
    pub last_number: Option<String>,
    /// Where the audit trail ends.
    pub audit: AuditHead,
}

/// The document `manifest.json` of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// How the file is laid out: [`Manifest::FORMAT`].
    pub format: u32,
    /// Edition of the program that made it.
    pub program: String,
    /// When, UTC in RFC 3339.
    pub made: String,
    /// What the database in it holds.
    pub tally: Tally,
    /// How many files it has beside this one and the list of hashes.
    pub files: u64,
    /// Their length together, in bytes.
    pub bytes: u64,
    /// SHA-256 of the list of hashes.
    pub sums: String,
}

impl Manifest {
    /// The layout that this program writes and reads.
    pub const FORMAT: u32 = 1;
}

/// Folders of the data folder that go into a backup with everything in them. Logs, older backups and what a restore
/// put aside stay out.
pub const FOLDERS: [&str; 3] = ["documents", "logo", "templates"];

/// Name of the database in a backup.
pub(super) const DATABASE: &str = "cetak-kpj.sqlite";

/// `SHA256SUMS`, as `sha256sum -c` reads it: hash, two spaces, path.
pub(super) fn write_sums(sums: &BTreeMap<String, String>) -> String {
    let mut text = String::with_capacity(sums.len() * 128);
    for (path, hash) in sums {
        for part in [hash, "  ", path, "\n"] {
            text.push_str(part);
        }
    }
    text
}

/// Reads it back; `None` for anything that is not exactly such a list of safe paths with the database among them.
pub(super) fn read_sums(text: &str) -> Option<BTreeMap<String, String>> {
    let mut sums = BTreeMap::new();
    for line in text.lines() {
        let (hash, path) = line.split_once("  ")?;
        let is_hash = hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        if !is_hash || !is_safe(path) || sums.insert(path.to_owned(), hash.to_owned()).is_some() {
            return None;
        }
    }
    sums.contains_key(DATABASE).then_some(sums)
}

/// Whether a path stays below the folders of a backup on every system: no way up, no drive, no device, no second
/// spelling of another path.
pub(super) fn is_safe(path: &str) -> bool {
    if path == DATABASE {
        return true;
    }
    let Some((folder, rest)) = path.split_once('/') else { return false };
    FOLDERS.contains(&folder)
        && path.len() <= 1024
        && rest.split('/').count() <= 16
        && rest.split('/').all(is_safe_name)
        && !rest.starts_with('.')
}

fn is_safe_name(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let device = matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$")
        || (["COM", "LPT"].iter().any(|port| stem.starts_with(port)) && stem.chars().count() == 4);
    !name.is_empty()
        && !device
        && !name.ends_with(['.', ' '])
        && !name.contains(['\\', ':', '<', '>', '"', '|', '?', '*'])
        && !name.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_below_the_folders_of_a_backup_are_safe() {
        for path in ["cetak-kpj.sqlite", "documents/24101780/a (2).pdf", "documents/A/B_KPJ/1.pdf", "templates/x.toml"]
        {
            assert!(is_safe(path), "{path}");
        }
        for path in [
            "",
            "/",
            "x",
            "documents",
            "documents/",
            "logs/x",
            "/documents/x",
            "../documents/x",
            "documents/../x",
            "documents/x/../../../y",
            "documents//x",
            "documents/./x",
            "documents/.staging/lock",
            "documents\\x",
            "documents/a\\..\\b",
            "documents/C:x",
            "C:/documents/x",
            "documents/nul",
            "documents/Com1.pdf",
            "documents/x.",
            "documents/x ",
            "documents/a\nb",
            "documents/x\0",
            "Cetak-kpj.sqlite",
            "templates/a?b",
        ] {
            assert!(!is_safe(path), "{path:?}");
        }
    }
}
