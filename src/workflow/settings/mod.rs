//! What the office decides for itself: changed by name, looked up in the trail, taken along to the next PC.

pub mod transfer;

use super::{Archive, Error, logo, places_on, template};
use crate::domain::office;
use crate::domain::setting::{self, Change, Kind, Wanted};
use crate::domain::{Paper, Settings};
use std::path::Path;

pub use crate::store::ChangeRecord;

/// Changes settings by name, all of them or none; gives back what is another one now. The text of the logo is the path
/// of a picture, which is copied into the data folder.
///
/// # Errors
/// [`Error::Settings`] with everything that cannot be taken, [`Error::Logo`], and as [`check`].
pub fn change(archive: &mut Archive, wanted: &[Wanted]) -> Result<Vec<Change>, Error> {
    let mut wanted = wanted.to_vec();
    let current = archive.settings()?.logo.unwrap_or_default();
    for (setting, text) in &mut wanted {
        let file = text.trim();
        if setting.kind == Kind::Logo && !file.is_empty() && file != current {
            *text = logo::keep(archive, Path::new(file))?;
        }
    }
    put(archive, &wanted)
}

/// As [`change`], with a logo that is in the data folder already.
fn put(archive: &mut Archive, wanted: &[Wanted]) -> Result<Vec<Change>, Error> {
    archive.change_settings(|settings| with(settings, wanted))
}

fn with(settings: &Settings, wanted: &[Wanted]) -> Result<Settings, Error> {
    setting::with(settings, wanted.iter().map(|(setting, text)| (*setting, text.as_str()))).map_err(Error::Settings)
}

/// Whether these settings can stand in the place of the old ones, in this data folder. What is not touched is not
/// looked at: a folder on a disk that is away today is no reason to refuse another setting.
///
/// # Errors
/// [`Error::Pattern`] for a number pattern that would repeat numbers, [`Error::NoRoomOnSheet`], [`Error::FolderMissing`],
/// and for a template as [`template::load`].
pub fn check(data: &Path, old: &Settings, new: &Settings) -> Result<(), Error> {
    office::number(&new.number_pattern, 1, 2000)?;
    if [Paper::A4, Paper::F4].iter().any(|paper| places_on(*paper, &new.sheet) == 0) {
        return Err(Error::NoRoomOnSheet);
    }
    let folders = [(&old.documents_folder, &new.documents_folder), (&old.backup_folder, &new.backup_folder)];
    let changed = folders.into_iter().filter(|(old, new)| old != new).filter_map(|(_, new)| new.as_ref());
    if let Some(missing) = changed.into_iter().find(|folder| !folder.is_dir()) {
        return Err(Error::FolderMissing(missing.clone()));
    }
    if new.template != old.template {
        template::load(data, &new.template)?;
    }
    Ok(())
}

/// The latest changes, newest first: who changed what, from what.
///
/// # Errors
/// [`Error::Store`] when the trail cannot be read.
pub fn history(archive: &Archive, most: usize) -> Result<Vec<ChangeRecord>, Error> {
    Ok(archive.store.setting_history(most)?)
}
