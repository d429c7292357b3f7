//! Who did what, when: needed to answer for personal data (DOMAIN.md, section 8). Holds no KPJ and no NIK itself.
//!
//! The entries are a chain: each one's hash covers the entry and the hash before it, and the head (how many entries,
//! which hash) stands in a table of its own and in every backup. So an entry that was changed, removed, moved or put
//! in between shows, with its number. There is no secret in it: whoever can write the file *and* computes the whole
//! chain anew leaves a trail without a fault. That shows only against a head kept elsewhere: an earlier backup, or
//! the head that `verify` prints.

use super::hash::hex;
use super::{Document, DocumentKind, Store, StoreError};
use chrono::{SecondsFormat, Utc};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, TransactionBehavior};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Stands before the first entry, and tells this chain from any other SHA-256.
const GENESIS: &[u8] = b"Cetak KPJ audit trail 1";

/// The end of the trail: what a person or a backup keeps to recognise it later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditHead {
    /// How many entries there are; their numbers run from 1 to this.
    pub entries: u64,
    /// Hash of the last entry, 64 lower-case hex digits.
    pub hash: String,
}

/// What is wrong with the trail, by number of the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuditFault {
    /// This entry does not follow from the one before it: it was changed, moved or put in between.
    Changed(u64),
    /// These entries, first to last, are not there any more.
    Missing(u64, u64),
    /// This entry stands outside the trail.
    Added(i64),
    /// The head is missing, or is not that of the last entry.
    Head,
}

/// Writes one entry inside the act that it is about, which is an immediate transaction.
pub(super) fn record(connection: &Connection, act: &str, subject: &str, detail: &str) -> Result<(), StoreError> {
    record_change(connection, act, subject, detail, None, None)
}

/// As [`record`], with what stood before and what stands now.
pub(super) fn record_change(
    connection: &Connection,
    act: &str,
    subject: &str,
    detail: &str,
    old: Option<&str>,
    new: Option<&str>,
) -> Result<(), StoreError> {
    let at = Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true);
    append(connection, &Entry { at: &at, actor: &actor(), act, subject, detail, old, new })
}

/// The hashes of a receipt's cards and of itself, one a line, as the entry of its issue keeps them: the trail vouches
/// for the documents.
pub(super) fn seal(documents: &[Document]) -> String {
    let both = documents.iter().filter(|document| document.kind != DocumentKind::Card).take(2);
    both.map(|document| format!("{} {}", document.kind.as_str(), document.sha256)).collect::<Vec<_>>().join("\n")
}

/// Everything of an entry that its hash covers, beside its number.
struct Entry<'a> {
    at: &'a str,
    actor: &'a str,
    act: &'a str,
    subject: &'a str,
    detail: &'a str,
    old: Option<&'a str>,
    new: Option<&'a str>,
}

impl<'a> Entry<'a> {
    fn read(row: &'a Row<'_>) -> Result<Self, rusqlite::Error> {
        let text = |column| -> Result<&str, rusqlite::Error> { Ok(row.get_ref(column)?.as_str()?) };
        let maybe = |column| -> Result<Option<&str>, rusqlite::Error> { Ok(row.get_ref(column)?.as_str_or_null()?) };
        Ok(Self {
            at: text("at")?,
            actor: text("actor")?,
            act: text("act")?,
            subject: text("subject")?,
            detail: text("detail")?,
            old: maybe("old")?,
            new: maybe("new")?,
        })
    }

    /// SHA-256 over the hash before, the number and every column; each text is led by its length, so that no two
    /// different entries give the same bytes.
    fn hash(&self, number: u64, before: &str) -> String {
        let mut hash = Sha256::new();
        let mut text = |text: Option<&str>| match text {
            None => hash.update([0]),
            Some(text) => {
                hash.update([1]);
                hash.update((text.len() as u64).to_le_bytes());
                hash.update(text);
            }
        };
        text(Some(before));
        text(Some(&number.to_string()));
        for column in [self.at, self.actor, self.act, self.subject, self.detail] {
            text(Some(column));
        }
        text(self.old);
        text(self.new);
        hex(hash)
    }
}

fn genesis() -> String {
    hex(Sha256::new_with_prefix(GENESIS))
}

fn append(connection: &Connection, entry: &Entry<'_>) -> Result<(), StoreError> {
    let before = head(connection)?.ok_or(StoreError::Damaged("the head of the audit trail"))?;
    let number = before.entries + 1;
    let hash = entry.hash(number, &before.hash);
    connection
        .prepare_cached(
            "INSERT INTO audit (id, at, actor, act, subject, detail, old, new, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute((
            number,
            entry.at,
            entry.actor,
            entry.act,
            entry.subject,
            entry.detail,
            entry.old,
            entry.new,
            &hash,
        ))?;
    connection.prepare_cached("UPDATE audit_head SET entries = ?1, hash = ?2")?.execute((number, &hash))?;
    Ok(())
}

fn head(connection: &Connection) -> Result<Option<AuditHead>, StoreError> {
    let read = |row: &Row<'_>| Ok(AuditHead { entries: row.get(0)?, hash: row.get(1)? });
    Ok(connection.prepare_cached("SELECT entries, hash FROM audit_head")?.query_row([], read).optional()?)
}

/// The part of a migration that SQL cannot do: begins the chain with the entries that were written before there was
/// one.
pub(super) fn chain_earlier(connection: &Connection) -> Result<(), StoreError> {
    connection.execute("INSERT INTO audit_head (one, entries, hash) VALUES (1, 0, ?1)", [genesis()])?;
    let mut earlier = connection
        .prepare("SELECT at, actor, act, subject, detail, NULL AS old, NULL AS new FROM audit_unchained ORDER BY id")?;
    let mut rows = earlier.query([])?;
    while let Some(row) = rows.next()? {
        append(connection, &Entry::read(row)?)?;
    }
    drop(rows);
    drop(earlier);
    Ok(connection.execute_batch("DROP TABLE audit_unchained")?)
}

/// The user of the computer, as the system names them.
pub(super) fn actor() -> String {
    ["USERNAME", "USER", "LOGNAME"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|user| !user.is_empty()))
        .unwrap_or_else(|| "?".into())
}

impl Store {
    /// Records something that changed no data but showed it: an export.
    ///
    /// # Errors
    /// [`StoreError`] when the entry could not be written.
    pub fn record(&self, act: &str, subject: &str, detail: &str) -> Result<(), StoreError> {
        // Its own act and never inside another: whoever holds one has the store to themselves.
        let transaction = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?;
        record(&transaction, act, subject, detail)?;
        Ok(transaction.commit()?)
    }

    /// Where the trail ends.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read; [`StoreError::Damaged`] when there is no head.
    pub fn audit_head(&self) -> Result<AuditHead, StoreError> {
        head(&self.connection)?.ok_or(StoreError::Damaged("the head of the audit trail"))
    }

    /// Walks the whole trail; what is wrong with it, in the order of its numbers.
    ///
    /// After a fault the walk goes on from the hash that stands there, so that one changed entry is one fault.
    ///
    /// # Errors
    /// [`StoreError`] when the trail cannot be read.
    pub fn audit_faults(&self) -> Result<Vec<AuditFault>, StoreError> {
        let head = head(&self.connection)?;
        let mut faults = Vec::new();
        let (mut expected, mut before) = (1u64, Some(genesis()));
        let mut statement = self
            .connection
            .prepare("SELECT id, at, actor, act, subject, detail, old, new, hash FROM audit ORDER BY id")?;
        let mut rows = statement.query([])?;
        let last = head.as_ref().map_or(u64::MAX, |head| head.entries);
        while let Some(row) = rows.next()? {
            let id: i64 = row.get("id")?;
            let number = match u64::try_from(id) {
                Ok(number) if number >= expected && number <= last => number,
                _ => {
                    faults.push(AuditFault::Added(id));
                    continue;
                }
            };
            if number > expected {
                faults.push(AuditFault::Missing(expected, number - 1));
                // What stood before is gone: whether this entry follows from it nobody can tell.
                before = None;
            }
            let hash: String = row.get("hash")?;
            if before.is_some_and(|before| Entry::read(row).is_ok_and(|entry| entry.hash(number, &before) != hash)) {
                faults.push(AuditFault::Changed(number));
            }
            before = Some(hash);
            expected = number + 1;
        }
        match head {
            None => faults.push(AuditFault::Head),
            Some(head) if expected <= head.entries => faults.push(AuditFault::Missing(expected, head.entries)),
            Some(head) if before.is_some_and(|last| last != head.hash) => faults.push(AuditFault::Head),
            Some(_) => {}
        }
        Ok(faults)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use AuditFault::{Added, Changed, Head, Missing};

    /// A trail of six entries, the third with old and new values.
    fn trail(folder: &tempfile::TempDir) -> Store {
        let store = Store::open(&folder.path().join("office.sqlite")).unwrap();
        for n in 1..=6 {
            let act = Transaction::new_unchecked(&store.connection, TransactionBehavior::Immediate).unwrap();
            let (old, new) = if n == 3 { (Some("before"), Some("after")) } else { (None, None) };
            record_change(&act, "act", &n.to_string(), "detail", old, new).unwrap();
            act.commit().unwrap();
        }
        store
    }

    #[test]
    fn whatever_is_done_to_the_trail_shows_with_its_number() {
        for (damage, expected) in [
            ("", vec![]),
            ("UPDATE audit SET detail = 'other' WHERE id = 2", vec![Changed(2)]),
            ("UPDATE audit SET old = NULL WHERE id = 3", vec![Changed(3)]),
            ("UPDATE audit SET detail = 'detailbefore', old = '' WHERE id = 3", vec![Changed(3)]),
            ("UPDATE audit SET at = '2020-01-01T00:00:00Z' WHERE id = 6", vec![Changed(6)]),
            ("UPDATE audit SET hash = (SELECT hash FROM audit WHERE id = 1) WHERE id = 6", vec![Changed(6), Head]),
            ("DELETE FROM audit WHERE id = 1", vec![Missing(1, 1)]),
            ("DELETE FROM audit WHERE id IN (3, 4)", vec![Missing(3, 4)]),
            ("DELETE FROM audit WHERE id > 4", vec![Missing(5, 6)]),
            ("DELETE FROM audit", vec![Missing(1, 6)]),
            (
                "UPDATE audit SET id = 100 WHERE id = 3; UPDATE audit SET id = 3 WHERE id = 4;
                 UPDATE audit SET id = 4 WHERE id = 100",
                vec![Changed(3), Changed(4), Changed(5)],
            ),
            ("DELETE FROM audit WHERE id = 3; UPDATE audit SET id = 3 WHERE id = 4; UPDATE audit SET id = 4 WHERE id = 5;
             UPDATE audit SET id = 5 WHERE id = 6", vec![Changed(3), Changed(4), Changed(5), Missing(6, 6)]),
            (
                "INSERT INTO audit SELECT 7, at, actor, act, subject, detail, old, new, hash FROM audit WHERE id = 6",
                vec![Added(7)],
            ),
            ("DELETE FROM audit WHERE id > 4; UPDATE audit_head SET entries = 4", vec![Head]),
            ("DELETE FROM audit_head", vec![Head]),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let store = trail(&folder);
            let unguarded = "DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted;
                             PRAGMA ignore_check_constraints = 1;";
            store.connection.execute_batch(&format!("{unguarded}{damage}")).unwrap_or_else(|e| panic!("{damage}: {e}"));
            assert_eq!(store.audit_faults().unwrap(), expected, "{damage}");
        }
    }

    #[test]
    fn the_program_itself_can_only_add_to_the_trail() {
        let folder = tempfile::tempdir().unwrap();
        let store = trail(&folder);
        for change in ["UPDATE audit SET detail = 'other'", "DELETE FROM audit WHERE id = 6"] {
            assert!(store.connection.execute_batch(change).is_err(), "{change}");
        }
        assert_eq!(store.audit_head().unwrap().entries, 6);
    }
}
