//! Restore: brings back what a backup holds, and puts what is there now aside.
//!
//! Everything is unpacked, compared and made durable first. Then one small file says that the restore is to happen;
//! from that instant a stop anywhere is finished at the next start, before it nothing has changed. The database is
//! replaced inside SQLite in one transaction, so that programs which have it open see the new one; folders are moved.

use super::backup::listener;
use super::{Archive, Error, act};
use crate::progress::{Progress, Stage};
use crate::store::backup::{Manifest, Package, PackageError, Tally, Work};
use crate::store::{Documents, Store, StoreError};
use chrono::Utc;
use std::path::{Path, PathBuf};

mod arrange;

pub(super) use arrange::resume;

/// What a backup holds and what is here now, side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The backup.
    pub backup: Manifest,
    /// The data folder; `None` where there is no database, or none that can be read.
    pub present: Option<Tally>,
    /// Whether something here would be lost from sight: the backup does not go on from it.
    pub loses: bool,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The backup is in place.
    Restored {
        /// What it was compared with.
        comparison: Comparison,
        /// Where everything from before stands, as a data folder of its own; `None` where there was nothing.
        aside: Option<PathBuf>,
    },
    /// Nothing was changed: what is here is newer, or cannot be compared.
    Refused(Comparison),
}

/// Looks into a backup and compares it with the data folder; changes nothing.
///
/// # Errors
/// [`Error::Backup`], [`Error::Store`].
pub fn compare(folder: &Path, file: &Path) -> Result<Comparison, Error> {
    let mut package = Package::open(file).map_err(|source| Error::Backup { file: file.to_owned(), source })?;
    let present = present(folder)?;
    comparison(folder, &mut package, present.as_ref())
}

/// Brings back the backup in `file`. What is here is replaced only where the backup goes on from it, or where `force`
/// says so; it is kept aside in any case.
///
/// # Errors
/// [`Error::Backup`] for a file that is no whole backup, [`Error::Store`], [`Error::Remote`], [`Error::Cancelled`];
/// nothing was changed then. [`StoreError::RestoreUnfinished`] when the last steps wait for the next start.
pub fn restore(folder: &Path, file: &Path, force: bool, progress: &dyn Progress) -> Result<Outcome, Error> {
    super::refuse_remote(folder)?;
    let of_backup = |source| match source {
        PackageError::Cancelled(cancelled) => Error::Cancelled(cancelled),
        source => Error::Backup { file: file.to_owned(), source },
    };
    let mut package = Package::open(file).map_err(of_backup)?;
    // What is wrong with it shows before anything is made.
    package.check(&listener(progress, Stage::Checking)).map_err(of_backup)?;

    let documents = Documents::open(folder.join("documents"))?;
    let lock = act::wait_for_lock(&documents, Stage::Unpacking, progress)?;
    resume(folder, &lock)?;
    let present = present(folder)?;
    let comparison = comparison(folder, &mut package, present.as_ref())?;
    if comparison.loses && !force {
        return Ok(Outcome::Refused(comparison));
    }
    let stamp = Utc::now().format("%Y%m%d-%H%M%S").to_string();
    let work = Work::begin(folder, &format!("restore-{stamp}-{}", std::process::id()), &lock)?;
    drop(lock); // unpacking takes its time, others need not wait

    let unpacked = work.folder().join(arrange::NEW);
    package.unpack(&unpacked, &listener(progress, Stage::Unpacking)).map_err(of_backup)?;
    let database = unpacked.join(Archive::DATABASE);
    let restored = of_this_backup(&database, &package).map_err(|source| match source {
        StoreError::Newer { .. } => Error::Store(source),
        _ => Error::Backup { file: file.to_owned(), source: PackageError::Damaged("its database") },
    })?;
    let detail = format!("{} receipts, made {}", package.manifest().tally.receipts, package.manifest().made);
    let old = comparison.present.as_ref().map(|tally| format!("{} entries, {}", tally.audit.entries, tally.audit.hash));
    restored.record_restore(&detail, old.as_deref())?;
    drop(restored);
    package.sync(&unpacked, &listener(progress, Stage::Unpacking)).map_err(of_backup)?;

    let lock = act::wait_for_lock(&documents, Stage::Saving, progress)?;
    resume(folder, &lock)?;
    let now = self::present(folder)?;
    if !force && self::comparison(folder, &mut package, now.as_ref())?.loses {
        return Ok(Outcome::Refused(comparison)); // somebody worked meanwhile
    }
    progress.report(Stage::Saving, 0, 0)?;
    let aside = folder.join(format!("before-restore-{stamp}"));
    let aside = arrange::arrange(folder, work, &aside, now.as_ref(), &lock)?;
    tracing::info!(receipts = package.manifest().tally.receipts, "restored");
    Ok(Outcome::Restored { comparison, aside })
}

/// The database of the data folder; `None` where there is none, or none that can be read.
fn present(folder: &Path) -> Result<Option<Store>, Error> {
    let database = folder.join(Archive::DATABASE);
    if database.exists() { readable(Store::open(&database)) } else { Ok(None) }
}

/// A database that is damaged is what backups are for; one of a newer program is not ours to replace.
fn readable(store: Result<Store, StoreError>) -> Result<Option<Store>, Error> {
    match store {
        Ok(store) => Ok(store.tally().is_ok().then_some(store)),
        Err(StoreError::Foreign | StoreError::Damaged(_) | StoreError::Sql(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn comparison(folder: &Path, package: &mut Package, present: Option<&Store>) -> Result<Comparison, Error> {
    let backup = package.manifest().clone();
    let there_is_one = folder.join(Archive::DATABASE).exists();
    let Some(store) = present else {
        return Ok(Comparison { backup, present: None, loses: there_is_one });
    };
    let tally = store.tally()?;
    let loses = match store.last_act()? {
        _ if tally.register == 0 && tally.receipts == 0 => false,
        None => false,
        // Both trails are chains: where they agree in one entry, they agree in all before it.
        Some(last) if last.entries > backup.tally.audit.entries => true,
        Some(_) if store.audit_hash(backup.tally.audit.entries)?.as_ref() == Some(&backup.tally.audit.hash) => false,
        Some(last) => {
            let there = package.audit_hash(folder, last.entries);
            let there = there.map_err(|source| Error::Backup { file: package.path().to_owned(), source })?;
            there != Some(last.hash)
        }
    };
    Ok(Comparison { backup, present: Some(tally), loses })
}

/// Opens the unpacked database, if it is the one that the manifest tells of and its documents are in the backup.
fn of_this_backup(database: &Path, package: &Package) -> Result<Store, StoreError> {
    let store = Store::open_foreign(database)?;
    let tally = store.tally()?;
    if tally != package.manifest().tally {
        return Err(StoreError::Damaged("its tally"));
    }
    Ok(store)
}
