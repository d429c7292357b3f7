//! Backup: everything of the office in one file, while others work on.
//!
//! Under the lock no act is between its commit and its files. The copy of the database and the list of files are taken
//! there, and the lock is given back: issued documents never change, so they can be packed at leisure.

use super::{Archive, Error, act, recover};
use crate::progress::{Cancelled, Progress, Stage};
mod daily;

use crate::store::backup::{Listing, Package, PackageError, Packed, Work, pack};
pub use crate::store::backup::{Manifest, Tally};
use crate::store::{Store, StoreError};
pub use daily::daily;

use chrono::Utc;
use std::cell::Cell;
use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use tempfile::TempPath;

/// A backup that was written and read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Where it stands.
    pub file: PathBuf,
    /// Its length in bytes.
    pub bytes: u64,
    /// What it says of itself.
    pub manifest: Manifest,
    /// Issued documents that are gone or changed: [`super::verify`] names them. They were so before.
    pub unsound: u64,
}

/// Writes a backup of everything to `out`. An existing file is replaced only where `replace` says so, and only once the
/// new one is whole.
///
/// # Errors
/// [`Error::OutExists`], [`Error::OutNotWritable`], [`Error::Store`], [`Error::Cancelled`]; a file that stood at `out` is
/// untouched then.
pub fn backup(archive: &Archive, out: &Path, replace: bool, progress: &dyn Progress) -> Result<Made, Error> {
    if !replace && out.exists() {
        return Err(Error::OutExists(out.to_owned()));
    }
    let (mut part, part_path) = part(out)?;
    let (packed, _work) = {
        let lock = act::wait_for_lock(&archive.documents, Stage::Packing, progress)?;
        recover::recover(&archive.store, &archive.documents, &lock)?;
        // Before the copy, so that it stands in it: whoever has the file can be asked.
        archive.store.record("backup", "archive", "")?;
        let name = format!("backup-{}-{}", Utc::now().timestamp_micros(), std::process::id());
        let work = Work::begin(archive.folder(), &name, &lock)?;
        let database = work.folder().join(Archive::DATABASE);
        archive.store.copy_to::<Error>(&database, &|| progress.report(Stage::Packing, 0, 0))?;
        let names = Listing::of(archive.folder()).map_err(|error| of_package(out, error))?;
        drop(lock);
        let copy = Store::open(&database)?;
        let (tally, recorded) = (copy.tally()?, copy.recorded()?);
        drop(copy);
        let listen = listener(progress, Stage::Packing);
        let packed = pack(&mut part, &database, (archive.folder(), &names), (tally, &recorded), &listen);
        (packed.map_err(|error| of_package(out, error))?, work)
    };
    let Packed { manifest, unsound } = packed;
    part.sync_all().map_err(not_writable(out))?;
    let bytes = part.metadata().map_err(not_writable(out))?.len();
    let listen = listener(progress, Stage::Unpacking);
    let read_back = Package::open(&part_path).and_then(|mut package| package.check(&listen).map(|()| package));
    if read_back.map_err(|error| of_package(out, error))?.manifest() != &manifest {
        return Err(not_writable(out)(io::ErrorKind::InvalidData.into()));
    }
    progress.report(Stage::Saving, 0, 0)?;
    drop(part); // with its lock, or Windows could not rename it
    let named = if replace { part_path.persist(out) } else { part_path.persist_noclobber(out) };
    named.map_err(|error| match error.error.kind() {
        io::ErrorKind::AlreadyExists => Error::OutExists(out.to_owned()),
        _ => not_writable(out)(error.error),
    })?;
    sync_parent(out);
    tracing::info!(receipts = manifest.tally.receipts, files = manifest.files, unsound, "backup made");
    Ok(Made { file: out.to_owned(), bytes, manifest, unsound })
}

/// `OUT.part`, held by this program alone; one that an earlier stop has left is written anew.
fn part(out: &Path) -> Result<(File, TempPath), Error> {
    let mut name = out.file_name().ok_or_else(|| not_writable(out)(io::ErrorKind::InvalidInput.into()))?.to_owned();
    name.push(".part");
    let path = out.with_file_name(name);
    let file = File::options().create(true).truncate(false).write(true).read(true).open(&path);
    let file = file.map_err(not_writable(out))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(not_writable(out)(io::ErrorKind::ResourceBusy.into())),
        Err(TryLockError::Error(error)) => return Err(not_writable(out)(error)),
    }
    file.set_len(0).map_err(not_writable(out))?;
    let path = TempPath::try_from_path(&path).map_err(not_writable(out))?;
    Ok((file, path))
}

/// A rename is durable once its folder is; where the system has no such call it needs none.
fn sync_parent(path: &Path) {
    if let Some(folder) = path.parent() {
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

fn not_writable(path: &Path) -> impl Fn(io::Error) -> Error + '_ {
    |source| Error::OutNotWritable { path: path.to_owned(), source }
}

/// While a backup is written, every file error but one of the office's own files is about the output.
fn of_package(out: &Path, error: PackageError) -> Error {
    match error {
        PackageError::Cancelled(cancelled) => cancelled.into(),
        PackageError::File { path, source } if path.as_os_str().is_empty() => not_writable(out)(source),
        PackageError::File { path, source } => StoreError::File { path, source }.into(),
        // what was written cannot be read back
        _ => not_writable(out)(io::ErrorKind::InvalidData.into()),
    }
}

/// A listener that may also be asked, with nothing to tell, whether to go on.
pub(super) fn listener(progress: &dyn Progress, stage: Stage) -> impl Fn(usize, usize) -> Result<(), Cancelled> + '_ {
    let last = Cell::new((0, 0));
    move |done, total| {
        if total > 0 {
            last.set((done, total));
        }
        let (done, total) = last.get();
        progress.report(stage, done, total)
    }
}
