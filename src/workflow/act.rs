//! What all acts that make documents share: one at a time in a data folder, files aside first, a commit, then their
//! place (see [`issue`](super::issue) for why in this order).

use super::copies::Copies;
use super::{Archive, Error, recover};
use crate::document::{DocumentError, Written};
use crate::domain::Settings;
use crate::progress::{Progress, Stage};
use crate::store::{Document, Documents, Lock, Staging, Store, StoreError};
use chrono::Utc;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long one program waits for another one's act.
const WAIT: Duration = Duration::from_mins(2);

/// Waits until no other program makes documents in this data folder, and repairs what a stop has left.
pub(super) fn begin(archive: &Archive, progress: &dyn Progress) -> Result<Lock, Error> {
    let lock = wait_for_lock(&archive.documents, Stage::Cards, progress)?;
    recover::recover(&archive.store, &archive.documents, &lock)?;
    Ok(lock)
}

/// Waits until no other program is at work in this data folder; says so as `stage`.
pub(super) fn wait_for_lock(documents: &Documents, stage: Stage, progress: &dyn Progress) -> Result<Lock, Error> {
    let since = Instant::now();
    loop {
        if let Some(lock) = documents.try_lock()? {
            return Ok(lock);
        }
        if since.elapsed() > WAIT {
            return Err(StoreError::Locked.into());
        }
        progress.report(stage, 0, 0)?;
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A name for an act, unique because the lock is held: one process, one moment.
pub(super) fn name(_: &Lock) -> String {
    format!("{}-{}", Utc::now().timestamp_micros(), std::process::id())
}

/// Runs a writer of PDFs over a buffered file; the SHA-256 of what it wrote.
pub(super) fn write_pdf(
    file: &mut File,
    write: impl FnOnce(&mut dyn Write) -> Result<Written, Error>,
) -> Result<String, Error> {
    let mut output = BufWriter::new(file);
    let written = write(&mut output)?;
    output.flush().map_err(DocumentError::from)?;
    Ok(written.sha256)
}

/// Copies for the folder of this call and the folder of the settings, under the names of the archive.
pub(super) fn stage_copies(
    staging: &Staging,
    files: &[Document],
    out: Option<&Path>,
    settings: &Settings,
) -> Result<Copies, Error> {
    let mut folders: Vec<&Path> = [out, settings.documents_folder.as_deref()].into_iter().flatten().collect();
    folders.dedup();
    let files: Vec<(PathBuf, String)> = files
        .iter()
        .map(|file| {
            // NPP/NAME: the copy needs no folder for the company, its name begins with the NPP.
            let name = file.path.split_once('/').map_or(file.path.as_str(), |(_, name)| name);
            (staging.staged(file), name.to_owned())
        })
        .collect();
    Copies::stage(&folders, &files)
}

/// Goes on after a commit, or ends the act. A disk that fails during the commit leaves open which way it went; the
/// database knows, or the next start will.
pub(super) fn after_commit<E: Into<Error>>(
    committed: Result<(), E>,
    store: &Store,
    act: &str,
    staging: Staging,
) -> Result<Staging, Error> {
    let Err(error) = committed else { return Ok(staging) };
    match store.documents_of_act(act) {
        Ok(Some(_)) => Ok(staging),
        Ok(None) => Err(error.into()),
        Err(_) => {
            staging.leave();
            Err(error.into())
        }
    }
}
