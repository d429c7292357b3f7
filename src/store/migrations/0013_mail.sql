-- Letters that left the office, or tried to. One that is still 'sending' was cut off by a stop: it may have arrived.
CREATE TABLE mail (
    id INTEGER PRIMARY KEY,
    receipt_id INTEGER NOT NULL REFERENCES receipt (id),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    recipient TEXT NOT NULL CHECK (recipient <> ''),
    state TEXT NOT NULL CHECK (state IN ('sending', 'sent', 'failed', 'unsure')),
    ended_at TEXT,
    CHECK ((state = 'sending') = (ended_at IS NULL))
) STRICT;
CREATE INDEX mail_receipt ON mail (receipt_id);
