//! Practice (Latihan): the same work on synthetic lists, in a folder of its own inside the office's data folder. Every card and
//! receipt says LATIHAN, numbers are its own, and when it is left nothing of it remains.

use super::sample::{self, Sample, SampleKind};
use super::{Archive, Error, template};
use crate::domain::Settings;
use crate::domain::mail::MailSettings;
use crate::domain::office::DEFAULT_TEMPLATE;
use crate::store::StoreError;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Rows of a list to learn with: enough that it does not fit the screen, with mistakes to find.
const ROWS: u32 = 40;
const NUMBERS: &str = "LATIHAN-{seq:04}/{year}";

/// Where the practice of this office is kept.
#[must_use]
pub fn folder(office: &Path) -> PathBuf {
    office.join("latihan")
}

/// Begins practice with the settings of the office, or goes on with it. Gives its folder.
///
/// # Errors
/// [`Error::Store`] when the folder cannot be made or the office's settings cannot be read.
pub fn begin(office: &Path) -> Result<PathBuf, Error> {
    let folder = folder(office);
    let mut archive = Archive::open(&folder)?;
    if archive.store.is_for_practice()? {
        return Ok(folder);
    }
    archive.store.keep_for_practice()?;
    let settings = match Archive::open_existing(office)? {
        Some(office) => office.settings()?,
        None => Settings::default(),
    };
    // the office's own templates lie in its data folder
    let template = template::load(&folder, &settings.template).map_or(DEFAULT_TEMPLATE.into(), |found| found.name);
    archive.save_settings(&Settings {
        template,
        number_pattern: NUMBERS.into(),
        logo: None,
        // copies and backups of practice have no place in the office's folders
        documents_folder: None,
        backup_folder: None,
        daily_backups: 0,
        // what is made in practice goes to no company
        mail: MailSettings { server: String::new(), ..settings.mail },
        ..settings
    })?;
    Ok(folder)
}

/// Writes another list to learn with into the folder of practice and gives its place.
///
/// # Errors
/// [`Error::Export`] when the list cannot be written.
pub fn list(folder: &Path) -> Result<PathBuf, Error> {
    // each list is another one, so that practice can go on
    let mut number = 1;
    let named = |number: u64| folder.join(format!("Daftar contoh {number}.xlsx"));
    while named(number).exists() {
        number += 1;
    }
    sample::write(Sample { rows: ROWS, kind: SampleKind::Hr, dirty: true, seed: number }, &named(number))?;
    Ok(named(number))
}

/// Ends practice: its folder goes, with everything in it. A folder of that name that is not for practice stays.
///
/// # Errors
/// [`Error::Store`] when something of it cannot be removed (a document is open in another program); the next end removes it.
pub fn end(office: &Path) -> Result<(), Error> {
    let folder = folder(office);
    let ours = match Archive::open_existing(&folder)? {
        Some(archive) => archive.store.is_for_practice()?,
        None => false,
    };
    if !ours {
        return Ok(());
    }
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(StoreError::at(&folder)(error).into()),
        _ => Ok(()),
    }
}
