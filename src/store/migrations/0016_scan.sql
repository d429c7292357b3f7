-- A scan or photo of the receipt as it was signed. It comes after the issue, one act for each; none takes the place of another.
CREATE TABLE scan (
    id INTEGER PRIMARY KEY,
    act TEXT NOT NULL UNIQUE,
    receipt_id INTEGER NOT NULL REFERENCES receipt (id),
    at TEXT NOT NULL,
    actor TEXT NOT NULL
) STRICT;
CREATE INDEX scan_receipt ON scan (receipt_id);

-- The same table, with one kind more.
CREATE TABLE document_with_scans (
    id INTEGER PRIMARY KEY,
    receipt_id INTEGER NOT NULL REFERENCES receipt (id),
    kind TEXT NOT NULL CHECK (kind IN ('cards', 'receipt', 'card', 'scan')),
    path TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    bytes INTEGER NOT NULL,
    copy_id INTEGER REFERENCES copy (id),
    scan_id INTEGER UNIQUE REFERENCES scan (id),
    CHECK ((kind = 'scan') = (scan_id IS NOT NULL))
) STRICT;
INSERT INTO document_with_scans (id, receipt_id, kind, path, sha256, bytes, copy_id)
SELECT id, receipt_id, kind, path, sha256, bytes, copy_id FROM document;
DROP TABLE document;
ALTER TABLE document_with_scans RENAME TO document;
CREATE INDEX document_receipt ON document (receipt_id);
