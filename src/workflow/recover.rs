//! After a kill, a power cut or a full disk: each act is either finished or gone.

use super::restore;
use crate::store::{Documents, Lock, Store, StoreError};

/// Moves the files of committed acts to their place and removes those of acts that were never committed.
///
/// A file that still cannot be moved (the disk is full, a viewer holds it) stays aside for the next time: the
/// program must open all the same.
pub(super) fn recover(store: &Store, documents: &Documents, lock: &Lock) -> Result<(), StoreError> {
    restore::resume(documents.data(), lock)?;
    for (act, staging) in documents.left_behind(lock)? {
        match store.documents_of_act(&act)? {
            None => staging.discard(),
            Some(files) => {
                if let Err(error) = documents.publish(staging, &files, lock) {
                    tracing::warn!(code = error.code(), "files of an issued batch are still not in their place");
                }
            }
        }
    }
    Ok(())
}
