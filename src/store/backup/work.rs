//! A folder of its own for work on the whole data folder; what is left of it after a stop is found at the next start.

use crate::store::{Lock, StoreError};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

/// Held by one piece of work, given back by the system even when the program is killed; removed when dropped.
#[derive(Debug)]
pub struct Work {
    folder: PathBuf,
    held: Option<File>,
    keep: bool,
}

impl Work {
    /// In the data folder.
    const ROOM: &str = ".work";

    /// Opens a folder named `name` for work in the data folder.
    ///
    /// # Errors
    /// [`StoreError::File`] when it exists already or cannot be made.
    pub fn begin(data: &Path, name: &str, _: &Lock) -> Result<Self, StoreError> {
        let folder = data.join(Self::ROOM).join(name);
        fs::create_dir_all(data.join(Self::ROOM)).map_err(StoreError::at(&folder))?;
        fs::create_dir(&folder).map_err(StoreError::at(&folder))?;
        let mut work = Self::take(folder)?.ok_or(StoreError::Locked)?;
        work.keep = false;
        Ok(work)
    }

    /// Work that nobody does any more.
    ///
    /// # Errors
    /// [`StoreError::File`] when the folder cannot be read.
    pub fn abandoned(data: &Path, _: &Lock) -> Result<Vec<Self>, StoreError> {
        let room = data.join(Self::ROOM);
        let Ok(entries) = fs::read_dir(&room) else { return Ok(Vec::new()) };
        let mut abandoned = Vec::new();
        for entry in entries {
            let folder = entry.map_err(StoreError::at(&room))?.path();
            abandoned.extend(Self::take(folder)?);
        }
        Ok(abandoned)
    }

    /// Whether some work is under way or was left behind.
    #[must_use]
    pub fn is_any(data: &Path) -> bool {
        data.join(Self::ROOM).exists()
    }

    fn take(folder: PathBuf) -> Result<Option<Self>, StoreError> {
        let path = folder.join("lock");
        let held = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
        let held = held.map_err(StoreError::at(&path))?;
        match held.try_lock() {
            Ok(()) => Ok(Some(Self { folder, held: Some(held), keep: true })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(StoreError::at(path)(error)),
        }
    }

    /// The folder; `lock` in it is taken.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Removes it when dropped.
    pub fn discard(mut self) {
        self.keep = false;
    }

    /// Leaves it for the next start.
    pub fn leave(mut self) {
        self.keep = true;
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        if !self.keep {
            // first the lock, which holds its file on Windows; what cannot be removed is removed at the next start
            self.held = None;
            let _ = fs::remove_dir_all(&self.folder);
            if let Some(room) = self.folder.parent() {
                let _ = fs::remove_dir(room); // only when it is empty
            }
        }
    }
}
