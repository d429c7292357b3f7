-- Companies by more than their name, and what was changed of them.
ALTER TABLE company ADD COLUMN address TEXT;
ALTER TABLE company ADD COLUMN division TEXT;
-- Another spelling, or a mistyped number, of this company: its rows stay as they are and count there.
ALTER TABLE company ADD COLUMN merged_into INTEGER REFERENCES company (id) CHECK (merged_into <> id);
CREATE INDEX company_merged ON company (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE company_change (
    id INTEGER PRIMARY KEY,
    company_id INTEGER NOT NULL REFERENCES company (id),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    field TEXT NOT NULL CHECK (field IN ('name', 'ro', 'email', 'address', 'division', 'merged')),
    old TEXT,
    new TEXT,
    reason TEXT
) STRICT;
CREATE INDEX company_change_company ON company_change (company_id);
