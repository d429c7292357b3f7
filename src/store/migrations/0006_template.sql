-- The looks of issued cards, so that a reprint years later looks the same: each edition of a template once.
CREATE TABLE template (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    text TEXT NOT NULL,
    UNIQUE (name, sha256)
) STRICT;

-- Its pictures.
CREATE TABLE template_file (
    template_id INTEGER NOT NULL REFERENCES template (id),
    name TEXT NOT NULL CHECK (name <> ''),
    bytes BLOB NOT NULL,
    PRIMARY KEY (template_id, name)
) STRICT;

-- NULL for batches from before templates: they were made with what is now `warna`.
ALTER TABLE batch ADD COLUMN template_id INTEGER REFERENCES template (id);
