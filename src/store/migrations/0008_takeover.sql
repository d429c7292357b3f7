-- The old Excel register, taken over: which file, when, and which rows came with it.
CREATE TABLE takeover (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    rows INTEGER NOT NULL CHECK (rows > 0),
    cards INTEGER NOT NULL CHECK (cards > 0),
    -- taken back as a whole: its rows stay, and count no more
    undone_at TEXT,
    undone_reason TEXT,
    CHECK ((undone_at IS NULL) = (undone_reason IS NULL))
) STRICT;

ALTER TABLE register ADD COLUMN takeover_id INTEGER REFERENCES takeover (id);
-- where the row stood, for a person who looks it up; a text file has no sheet
ALTER TABLE register ADD COLUMN source_sheet TEXT;
ALTER TABLE register ADD COLUMN source_row INTEGER;
ALTER TABLE register ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1));
CREATE INDEX register_takeover ON register (takeover_id) WHERE takeover_id IS NOT NULL;
