-- A list that was read and is kept until it is issued or taken back. The row stays; the people in it leave with their list.
CREATE TABLE pending (
    id INTEGER PRIMARY KEY,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL CHECK (length(file_hash) = 64),
    npp TEXT,
    company TEXT,
    ro TEXT,
    email TEXT,
    entered TEXT,
    posted TEXT,
    received TEXT NOT NULL,
    rows_in_file INTEGER NOT NULL,
    rows_ready INTEGER NOT NULL,
    rows_warning INTEGER NOT NULL,
    rows_rejected INTEGER NOT NULL,
    rows_without_kpj INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'issued', 'withdrawn')),
    receipt_id INTEGER REFERENCES receipt (id),
    -- the rows that were let in, as JSON
    content TEXT,
    CHECK (rows_in_file = rows_ready + rows_warning + rows_rejected),
    CHECK ((state = 'open') = (content IS NOT NULL)),
    CHECK ((state = 'issued') = (receipt_id IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX pending_open ON pending (file_hash) WHERE state = 'open';
-- the receipts that somebody has still something to do with are few among many
CREATE INDEX receipt_open ON receipt (status) WHERE status IN ('issued', 'printed');
