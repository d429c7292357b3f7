//! The last steps of a restore. Each may be repeated, and what was done is written down before the next begins, so that
//! they are finished after a stop at any instant.

use crate::store::backup::{FOLDERS, Work};
use crate::store::{Lock, Store, StoreError};
use crate::workflow::Archive;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// What was unpacked, in the folder of the work.
pub(super) const NEW: &str = "new";
/// What was here before.
const OLD: &str = "old";
const PLAN: &str = "plan.json";
/// What acts have left aside, in the archive of documents.
const STAGING: &str = ".staging";

/// What is to happen; while this file exists, the restore does.
#[derive(Debug, Serialize, Deserialize)]
struct Plan {
    /// Name of the folder for what was here before.
    aside: PathBuf,
    /// Whether the database here cannot be read: then its files are moved, not copied.
    ruined: bool,
    /// Whether something was here at all.
    keep: bool,
    /// What comes next.
    step: Step,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Step {
    /// The new database takes the place of the old one.
    Database,
    /// The old folders go out.
    Out,
    /// The new ones come in.
    In,
    /// What was here before gets its name.
    Aside,
}

/// Does it. `present` is the database here, where it can be read. Returns the folder with what was here before.
///
/// # Errors
/// [`StoreError`], nothing was changed; [`StoreError::RestoreUnfinished`], the next start goes on.
pub(super) fn arrange(
    folder: &Path,
    work: Work,
    aside: &Path,
    present: Option<&Store>,
    _: &Lock,
) -> Result<Option<PathBuf>, StoreError> {
    let old = work.folder().join(OLD);
    fs::create_dir(&old).map_err(StoreError::at(&old))?;
    let mut keep = false;
    if let Some(store) = present {
        store.copy_to::<StoreError>(&old.join(Archive::DATABASE), &|| Ok(()))?;
        keep = store.audit_head()?.entries > 0;
    }
    let ruined = present.is_none() && folder.join(Archive::DATABASE).exists();
    let aside = free(aside);
    let mut plan = Plan { aside: aside.clone(), ruined, keep: keep || ruined, step: Step::Database };
    save(&work, &plan)?;
    match replace_database(folder, &work, &plan) {
        Err(error) if !ruined => {
            // Nothing has happened yet: it does not happen at all.
            let path = work.folder().join(PLAN);
            fs::remove_file(&path).map_err(StoreError::at(&path))?;
            return Err(error);
        }
        Err(error) => {
            work.leave();
            return Err(unfinished(error));
        }
        Ok(()) => {}
    }
    match finish(folder, &work, &mut plan) {
        Ok(()) => {
            work.discard();
            Ok(aside.exists().then_some(aside))
        }
        Err(error) => {
            work.leave();
            Err(unfinished(error))
        }
    }
}

/// Finishes a restore that a stop has left in the middle, and removes what else was left of work on the data folder. To
/// be called by whoever takes the lock, before anything else.
///
/// # Errors
/// [`StoreError::RestoreUnfinished`] while the disk or another program still stands in the way.
pub fn resume(folder: &Path, lock: &Lock) -> Result<(), StoreError> {
    for work in Work::abandoned(folder, lock)? {
        let path = work.folder().join(PLAN);
        if !path.exists() {
            work.discard();
            continue;
        }
        let Ok(Ok(mut plan)) = fs::read(&path).map(|text| serde_json::from_slice::<Plan>(&text)) else {
            return Err(unfinished(StoreError::Damaged("the plan of a restore")));
        };
        let done = if plan.step == Step::Database { replace_database(folder, &work, &plan) } else { Ok(()) };
        if let Err(error) = done.and_then(|()| finish(folder, &work, &mut plan)) {
            return Err(unfinished(error));
        }
        work.discard();
        tracing::info!("a restore was finished");
    }
    Ok(())
}

fn unfinished(error: StoreError) -> StoreError {
    StoreError::RestoreUnfinished(Box::new(error))
}

fn replace_database(folder: &Path, work: &Work, plan: &Plan) -> Result<(), StoreError> {
    let (live, new) = (folder.join(Archive::DATABASE), work.folder().join(NEW).join(Archive::DATABASE));
    let new = Store::open(&new)?;
    if plan.ruined {
        let old = work.folder().join(OLD);
        if !old.join(Archive::DATABASE).exists() {
            // the file itself last: its place says that the others have gone
            for suffix in ["-wal", "-shm", ""] {
                let name = format!("{}{suffix}", Archive::DATABASE);
                if folder.join(&name).exists() {
                    move_to(&folder.join(&name), &old.join(&name))?;
                }
            }
        }
    }
    new.replace(&live)
}

fn finish(folder: &Path, work: &Work, plan: &mut Plan) -> Result<(), StoreError> {
    let (new, old) = (work.folder().join(NEW), work.folder().join(OLD));
    loop {
        plan.step = match plan.step {
            Step::Database => Step::Out,
            Step::Out => {
                for name in FOLDERS {
                    move_all(&folder.join(name), &old.join(name), &|child| child != STAGING)?;
                }
                let (from, to) = (folder.join("documents").join(STAGING), old.join("documents").join(STAGING));
                move_all(&from, &to, &|child| child != "lock")?;
                Step::In
            }
            Step::In => {
                for name in FOLDERS {
                    move_all(&new.join(name), &folder.join(name), &|_| true)?;
                }
                Step::Aside
            }
            Step::Aside => {
                let keep = plan.keep || FOLDERS.iter().any(|name| old.join(name).exists());
                if keep && old.exists() {
                    move_to(&old, &plan.aside)?;
                    sync(folder);
                }
                let path = work.folder().join(PLAN);
                return fs::remove_file(&path).map_err(StoreError::at(&path));
            }
        };
        save(work, plan)?;
    }
}

/// Moves what `which` names from one folder to another, where there is a folder.
fn move_all(from: &Path, to: &Path, which: &dyn Fn(&str) -> bool) -> Result<(), StoreError> {
    let Ok(entries) = fs::read_dir(from) else { return Ok(()) };
    let mut moved = false;
    for entry in entries {
        let name = entry.map_err(StoreError::at(from))?.file_name();
        if name.to_str().is_none_or(which) {
            fs::create_dir_all(to).map_err(StoreError::at(to))?;
            move_to(&from.join(&name), &to.join(&name))?;
            moved = true;
        }
    }
    if moved {
        sync(from);
        sync(to);
        to.parent().map(sync);
    }
    Ok(())
}

fn move_to(from: &Path, to: &Path) -> Result<(), StoreError> {
    if to.exists() {
        return Err(StoreError::at(to)(io::ErrorKind::AlreadyExists.into()));
    }
    fs::rename(from, to).map_err(StoreError::at(from))
}

/// A rename is durable once its folder is; where the system has no such call it needs none.
fn sync(folder: &Path) {
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

fn save(work: &Work, plan: &Plan) -> Result<(), StoreError> {
    let path = work.folder().join(PLAN);
    let write = || {
        let mut file = tempfile::NamedTempFile::new_in(work.folder())?;
        file.write_all(&serde_json::to_vec(plan)?)?;
        file.as_file().sync_all()?;
        file.persist(&path)?;
        Ok(())
    };
    write().map_err(StoreError::at(&path))?;
    sync(work.folder());
    Ok(())
}

/// A folder that does not exist yet.
fn free(folder: &Path) -> PathBuf {
    let (mut free, mut count) = (folder.to_owned(), 1);
    while free.exists() {
        count += 1;
        free = PathBuf::from(format!("{}-{count}", folder.display()));
    }
    free
}
