-- The trail of who did what when becomes a chain: each entry's hash covers the entry and the hash before it (see
-- audit.rs, which moves the earlier entries over). The head says which entry is the last, so that a tail that was
-- cut off shows too.
ALTER TABLE audit RENAME TO audit_unchained;
CREATE TABLE audit (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    -- what stood before and what stands now, where an act changed something
    old TEXT,
    new TEXT,
    hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE TABLE audit_head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    entries INTEGER NOT NULL CHECK (entries >= 0),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN SELECT raise(ABORT, 'the audit trail is only ever added to'); END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN SELECT raise(ABORT, 'the audit trail is only ever added to'); END;
