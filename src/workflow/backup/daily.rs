//! The backup of the day: made at the start of the window without being asked, the oldest of many removed.

use super::{Made, backup};
use crate::progress::Progress;
use crate::store::backup::Package;
use crate::workflow::{Archive, Error};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Folder of daily backups in the data folder, where the settings name no other.
const FOLDER: &str = "backups";

/// Makes today's backup, unless there is one, the settings say no, or nothing was done since the last one. Older ones
/// beyond the number in the settings are removed, but only after a backup without a fault.
///
/// # Errors
/// As [`backup`]; [`Error::OutNotWritable`] where the folder in the settings is not there.
pub fn daily(archive: &Archive, today: NaiveDate, progress: &dyn Progress) -> Result<Option<Made>, Error> {
    let settings = archive.settings()?;
    let tally = archive.store.tally()?;
    if settings.daily_backups == 0 || tally.register == 0 && tally.receipts == 0 {
        return Ok(None);
    }
    let folder = if let Some(folder) = settings.backup_folder {
        if !folder.is_dir() {
            return Err(Error::OutNotWritable { path: folder, source: io::ErrorKind::NotFound.into() });
        }
        folder
    } else {
        let folder = archive.folder().join(FOLDER);
        fs::create_dir_all(&folder).map_err(|source| Error::OutNotWritable { path: folder.clone(), source })?;
        folder
    };
    let before = existing(&folder);
    let out = folder.join(format!("cetak-kpj-{today}.zip"));
    if before.contains(&out) {
        return Ok(None);
    }
    if let (Some(newest), Some(last)) = (before.last(), archive.store.last_act()?) {
        let known = Package::open(newest).map(|package| package.manifest().tally.audit.clone());
        let goes_on =
            |known: u64, hash: &String| Ok::<_, Error>(archive.store.audit_hash(known)?.as_ref() == Some(hash));
        if let Ok(known) = known
            && last.entries <= known.entries
            && goes_on(known.entries, &known.hash)?
        {
            return Ok(None);
        }
    }
    let made = match backup(archive, &out, false, progress) {
        // another window makes it at this moment, or just has
        Err(Error::OutNotWritable { source, .. }) if source.kind() == io::ErrorKind::ResourceBusy => return Ok(None),
        Err(Error::OutExists(_)) => return Ok(None),
        made => made?,
    };
    if made.unsound == 0 {
        let all = existing(&folder);
        let keep = usize::try_from(settings.daily_backups).unwrap_or(usize::MAX);
        for oldest in all.iter().take(all.len().saturating_sub(keep)) {
            if fs::remove_file(oldest).is_err() {
                tracing::warn!("an old backup could not be removed");
            }
        }
    }
    Ok(Some(made))
}

/// The daily backups in a folder, the oldest first; nobody else's files.
fn existing(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let is_daily = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str());
        let day = name.and_then(|name| name.strip_prefix("cetak-kpj-")?.strip_suffix(".zip"));
        day.is_some_and(|day| day.parse::<NaiveDate>().is_ok_and(|date| date.to_string() == day))
    };
    let mut found: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_daily).collect();
    found.sort();
    found
}
