//! What the office does: one use case a file, the only code that touches store and document together.

mod act;
pub mod arrival;
pub mod backup;
pub mod calibration;
pub mod check;
pub mod columns;
pub mod companies;
mod copies;
pub mod dossier;
pub mod email;
mod error;
pub mod find;
pub mod guide;
pub mod issue;
pub mod logo;
pub mod lookup;
pub mod mark;
pub mod pending;
pub mod practice;
mod press;
pub mod preview;
pub mod print;
pub mod receipt;
mod recover;
pub mod register;
pub mod rejects;
pub mod repair;
pub mod reprint;
pub mod restore;
pub mod sample;
pub mod scan;
pub mod seal;
pub mod settings;
pub mod take_over;
pub mod template;
pub mod verify;
pub mod void;
mod whole;
pub mod work;

pub use error::Error;

use crate::domain::setting::Change;
use crate::domain::{Paper, Settings, SheetSettings};
use crate::store::backup::Work;
use crate::store::{Documents, Store, StoreError};
use directories::ProjectDirs;
use std::path::{Component, Path, PathBuf, Prefix};

/// An opened data folder: database, settings and issued documents of one office.
///
/// Opening is cheap, and several may be open at once, in one program or in many.
#[derive(Debug)]
pub struct Archive {
    folder: PathBuf,
    store: Store,
    documents: Documents,
}

impl Archive {
    const DATABASE: &str = "cetak-kpj.sqlite";

    /// The per-user data folder of the platform; `None` where the system names no home.
    #[must_use]
    pub fn default_folder() -> Option<PathBuf> {
        ProjectDirs::from("id", "Cetak KPJ", "cetak-kpj").map(|folders| folders.data_local_dir().to_owned())
    }

    /// Opens the data folder, making it where it does not exist, and finishes or removes what a stop in the middle
    /// of an earlier act has left.
    ///
    /// # Errors
    /// [`Error::Remote`] for a folder on another computer, [`Error::Store`] when the folder or its database cannot be
    /// used.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        refuse_remote(folder)?;
        std::fs::create_dir_all(folder).map_err(StoreError::at(folder))?;
        let documents = Documents::open(folder.join("documents"))?;
        // Whoever holds the lock has repaired already, and is at work.
        let lock = documents.try_lock()?;
        if let Some(lock) = &lock {
            restore::resume(folder, lock)?; // which may bring the database
        }
        let store = Store::open(&folder.join(Self::DATABASE))?;
        if let Some(lock) = &lock {
            recover::recover(&store, &documents, lock)?;
        }
        let mut archive = Self { folder: folder.to_owned(), store, documents };
        if let Some(lock) = &lock {
            settings::transfer::resume(&mut archive, lock)?;
        }
        Ok(archive)
    }

    /// As [`Archive::open`], but a folder without a database stays as it is: for work that writes nothing.
    ///
    /// # Errors
    /// As [`Archive::open`].
    pub fn open_existing(folder: &Path) -> Result<Option<Self>, Error> {
        if folder.join(Self::DATABASE).exists() || Work::is_any(folder) {
            Self::open(folder).map(Some)
        } else {
            Ok(None)
        }
    }

    /// The data folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The office's settings.
    ///
    /// # Errors
    /// [`Error::Store`] when they cannot be read.
    pub fn settings(&self) -> Result<Settings, Error> {
        Ok(self.store.settings()?)
    }

    /// Saves the office's settings.
    ///
    /// # Errors
    /// As [`Archive::change_settings`].
    pub fn save_settings(&mut self, settings: &Settings) -> Result<(), Error> {
        self.change_settings(|_| Ok(settings.clone()))?;
        Ok(())
    }

    /// Changes the settings as they are at this moment; each that is another one now is recorded with what it was.
    ///
    /// # Errors
    /// What `change` says, and what [`settings::check`] says of its result; the old ones then stay.
    pub fn change_settings(
        &mut self,
        change: impl FnOnce(&Settings) -> Result<Settings, Error>,
    ) -> Result<Vec<Change>, Error> {
        let folder = &self.folder;
        self.store.change_settings(|old| {
            let new = change(old)?;
            settings::check(folder, old, &new)?;
            Ok(new)
        })
    }
}

/// How many cards a sheet holds with these margins and gaps; a single card is one.
#[must_use]
pub fn places_on(paper: Paper, sheet: &SheetSettings) -> usize {
    crate::document::layout::Sheet::new(paper, sheet).capacity()
}

fn refuse_remote(folder: &Path) -> Result<(), Error> {
    if is_on_another_computer(folder) { Err(Error::Remote(folder.to_owned())) } else { Ok(()) }
}

/// Windows' `\\SERVER\SHARE`, also behind a drive letter, which the canonical path spells out. File locks do not hold there,
/// and two writers were measured to ruin the database within seconds.
fn is_on_another_computer(folder: &Path) -> bool {
    let is_share = |path: &Path| {
        let Some(Component::Prefix(prefix)) = path.components().next() else { return false };
        matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
    };
    // the folder itself may not exist yet
    is_share(folder) || folder.ancestors().find_map(|folder| folder.canonicalize().ok()).is_some_and(|it| is_share(&it))
}
