//! Opens the database and brings it to today's shape.

use super::{StoreError, audit};
use rusqlite::{Connection, ErrorCode, TransactionBehavior};
use std::{io, path::Path, thread, time::Duration};

/// `PRAGMA application_id`: "KPJ1".
const APPLICATION: i64 = 0x4B50_4A31;

/// Each migration brings the database one version further.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_first.sql"),
    include_str!("migrations/0002_mapping.sql"),
    include_str!("migrations/0003_edit.sql"),
    include_str!("migrations/0004_audit_chain.sql"),
    include_str!("migrations/0005_life.sql"),
    include_str!("migrations/0006_template.sql"),
    include_str!("migrations/0007_pending.sql"),
    include_str!("migrations/0008_takeover.sql"),
    include_str!("migrations/0009_person.sql"),
    include_str!("migrations/0010_register_state.sql"),
    include_str!("migrations/0011_company.sql"),
    include_str!("migrations/0012_register_search.sql"),
    include_str!("migrations/0013_mail.sql"),
    include_str!("migrations/0014_card_words.sql"),
    include_str!("migrations/0015_register_order.sql"),
    include_str!("migrations/0016_scan.sql"),
];

/// The migration whose other half is not SQL.
const AUDIT_CHAIN: i64 = 4;

/// How long one program waits for another one's act.
const BUSY: Duration = Duration::from_mins(1);

/// Opens (or makes) the database and migrates it.
pub(super) fn open(path: &Path) -> Result<Connection, StoreError> {
    open_with(path, MIGRATIONS)
}

fn open_with(path: &Path, migrations: &[&str]) -> Result<Connection, StoreError> {
    let mut connection = Connection::open(path)?;
    connection.busy_timeout(BUSY)?;
    use_wal(&connection)?;
    // FULL: an acknowledged act survives a power cut; NORMAL was measured to lose some.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // People who leave the database leave its free pages too.
    connection.pragma_update(None, "secure_delete", true)?;
    migrate(&mut connection, path, migrations)?;
    Ok(connection)
}

/// Turning WAL on does not wait for other connections by itself, so two first starts at once would collide.
fn use_wal(connection: &Connection) -> Result<(), StoreError> {
    let mut attempts = 0;
    loop {
        match connection.pragma_update(None, "journal_mode", "WAL") {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && attempts < 200 => {
                attempts += 1;
                thread::sleep(Duration::from_millis(25));
            }
            other => return Ok(other?),
        }
    }
}

fn pragma(connection: &Connection, name: &str) -> Result<i64, StoreError> {
    Ok(connection.pragma_query_value(None, name, |row| row.get(0))?)
}

fn migrate(connection: &mut Connection, path: &Path, migrations: &[&str]) -> Result<(), StoreError> {
    let known = i64::try_from(migrations.len()).unwrap_or(i64::MAX);
    let found = pragma(connection, "user_version")?;
    if found > 0 && pragma(connection, "application_id")? != APPLICATION {
        return Err(StoreError::Foreign);
    }
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    if found == known {
        return Ok(());
    }
    if found > 0 {
        copy_before_upgrade(connection, path, found)?;
    }
    // All steps are one act: no other program ever sees, and takes for an old edition, a database half way.
    let act = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another program may have migrated while this one waited for the lock.
    let found = pragma(&act, "user_version")?;
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    if found == 0 && act.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))? > 0 {
        return Err(StoreError::Foreign);
    }
    for (version, sql) in (1i64..).zip(migrations).filter(|(version, _)| *version > found) {
        act.execute_batch(sql)?;
        if version == AUDIT_CHAIN {
            audit::chain_earlier(&act)?;
        }
    }
    if act.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get::<_, i64>(0))? > 0 {
        return Err(StoreError::Damaged("a reference between tables"));
    }
    act.pragma_update(None, "application_id", APPLICATION)?;
    act.pragma_update(None, "user_version", known)?;
    Ok(act.commit()?)
}

/// Keeps `NAME.before-N` beside the database, so that an upgrade can be taken back.
fn copy_before_upgrade(connection: &Connection, path: &Path, version: i64) -> Result<(), StoreError> {
    let copy = path.with_extension(format!("before-{}.sqlite", version + 1));
    if copy.exists() {
        return Ok(()); // an earlier attempt got this far; its copy is the older and better one
    }
    // Each program makes a copy of its own: several may be starting.
    let part = tempfile::Builder::new()
        .prefix(".cetak-kpj-")
        .suffix(".part")
        .tempfile_in(path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")))
        .map_err(StoreError::at(copy.clone()))?;
    connection.execute("VACUUM INTO ?1", [part.path().to_string_lossy()])?; // an empty file is as good as none
    if pragma(&Connection::open(part.path())?, "user_version")? != version {
        return Ok(()); // another program has upgraded meanwhile, and has kept its copy before
    }
    match part.persist_noclobber(&copy) {
        Err(error) if error.error.kind() != io::ErrorKind::AlreadyExists => Err(StoreError::at(copy)(error.error)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(connection: &Connection) -> i64 {
        pragma(connection, "user_version").unwrap()
    }

    #[test]
    fn an_upgrade_keeps_the_data_and_a_copy_from_before() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("office.sqlite");
        open(&path).unwrap().execute("INSERT INTO setting VALUES ('office', 'x')", []).unwrap();
        let known = i64::try_from(MIGRATIONS.len()).unwrap();
        let next = "ALTER TABLE setting ADD COLUMN note TEXT; CREATE TABLE more (id INTEGER) STRICT;";
        let connection = open_with(&path, &[MIGRATIONS, &[next]].concat()).unwrap();
        assert_eq!(version(&connection), known + 1);
        assert_eq!(connection.query_row("SELECT value FROM setting", [], |r| r.get::<_, String>(0)).unwrap(), "x");
        let copy = Connection::open(folder.path().join(format!("office.before-{}.sqlite", known + 1))).unwrap();
        assert_eq!(copy.query_row("SELECT value FROM setting", [], |r| r.get::<_, String>(0)).unwrap(), "x");
        assert!(
            matches!(open(&path), Err(StoreError::Newer { found, known: of }) if (found, of) == (known + 1, known))
        );
    }

    #[test]
    fn every_earlier_edition_is_brought_to_today() {
        for edition in 1..MIGRATIONS.len() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("office.sqlite");
            let old = open_with(&path, &MIGRATIONS[..edition]).unwrap();
            old.execute("INSERT INTO setting VALUES ('office', 'x')", []).unwrap();
            drop(old);
            let connection = open(&path).unwrap();
            assert_eq!(usize::try_from(version(&connection)).unwrap(), MIGRATIONS.len());
            assert_eq!(connection.query_row("SELECT value FROM setting", [], |r| r.get::<_, String>(0)).unwrap(), "x");
        }
    }

    #[test]
    fn entries_from_before_the_chain_become_its_beginning() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("office.sqlite");
        let old = open_with(&path, &MIGRATIONS[..3]).unwrap();
        for n in 1..=3 {
            let entry = ("2026-11-20T08:00:00Z", "siti", "issued", format!("000{n}/2026"), "2 cards");
            old.execute("INSERT INTO audit (at, actor, act, subject, detail) VALUES (?1, ?2, ?3, ?4, ?5)", entry)
                .unwrap();
        }
        drop(old);
        let store = crate::store::Store::open(&path).unwrap();
        store.record("register-exported", "register", "3 rows").unwrap();
        assert_eq!(store.audit_faults().unwrap(), []);
        let subjects = "SELECT group_concat(id || ' ' || act || ' ' || subject, ', ') FROM audit";
        assert_eq!(
            store.connection.query_row(subjects, [], |row| row.get::<_, String>(0)).unwrap(),
            "1 issued 0001/2026, 2 issued 0002/2026, 3 issued 0003/2026, 4 register-exported register"
        );
    }

    #[test]
    fn a_failing_migration_leaves_the_old_version() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("office.sqlite");
        drop(open(&path).unwrap());
        let broken = "CREATE TABLE more (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1);";
        assert!(matches!(open_with(&path, &[MIGRATIONS, &[broken]].concat()), Err(StoreError::Sql(_))));
        let connection = open(&path).unwrap();
        assert_eq!(usize::try_from(version(&connection)).unwrap(), MIGRATIONS.len());
        let more = "SELECT count(*) FROM sqlite_schema WHERE name = 'more'";
        assert_eq!(connection.query_row(more, [], |r| r.get::<_, i64>(0)).unwrap(), 0);
    }

    #[test]
    fn the_database_of_another_program_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("other.sqlite");
        Connection::open(&path).unwrap().execute_batch("CREATE TABLE theirs (id INTEGER)").unwrap();
        assert!(matches!(open(&path), Err(StoreError::Foreign)));
        let text = folder.path().join("text.sqlite");
        std::fs::write(&text, "this is no database, but it is long enough to be looked at ".repeat(20)).unwrap();
        assert!(matches!(open(&text), Err(StoreError::Foreign)));
    }

    /// Several programs open the database at the same moment; each must find it in today's shape.
    fn start_many(path: &Path) {
        thread::scope(|scope| {
            for start in (0..8).map(|_| scope.spawn(|| open(path).map(|c| version(&c)))).collect::<Vec<_>>() {
                assert_eq!(usize::try_from(start.join().unwrap().unwrap()).unwrap(), MIGRATIONS.len());
            }
        });
    }

    #[test]
    fn many_programs_may_start_for_the_first_time_at_once() {
        for _ in 0..10 {
            let folder = tempfile::tempdir().unwrap();
            start_many(&folder.path().join("office.sqlite"));
            let copies = std::fs::read_dir(folder.path()).unwrap().filter_map(Result::ok);
            let copies = copies.filter(|file| file.file_name().to_string_lossy().contains("before"));
            assert_eq!(copies.count(), 0, "a first start upgrades nothing");
        }
    }

    #[test]
    fn many_programs_may_upgrade_at_once_and_one_copy_of_before_stays() {
        for _ in 0..10 {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("office.sqlite");
            drop(open_with(&path, &MIGRATIONS[..1]).unwrap());
            start_many(&path);
            let copy = folder.path().join("office.before-2.sqlite");
            assert_eq!(version(&Connection::open(copy).unwrap()), 1);
            let left = std::fs::read_dir(folder.path()).unwrap().filter_map(Result::ok);
            assert!(left.into_iter().all(|file| !file.file_name().to_string_lossy().ends_with(".part")));
        }
    }
}
