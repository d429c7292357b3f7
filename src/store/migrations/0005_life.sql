-- What becomes of a receipt and its cards after they were issued. Rows are only added, never changed or removed.

-- Every status that a receipt has had; receipt.status is the newest of them.
CREATE TABLE step (
    id INTEGER PRIMARY KEY,
    receipt_id INTEGER NOT NULL REFERENCES receipt (id),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('issued', 'printed', 'emailed', 'handed-over', 'void')),
    -- to whom it was sent or handed over, and on which day, as a person said
    recipient TEXT,
    day TEXT,
    reason TEXT,
    CHECK (status <> 'void' OR reason <> '')
) STRICT;
CREATE INDEX step_receipt ON step (receipt_id);
INSERT INTO step (receipt_id, at, actor, status)
SELECT receipt.id, audit.at, audit.actor, 'issued'
FROM receipt JOIN audit ON audit.act = 'issued' AND audit.subject = receipt.number
ORDER BY receipt.id;

-- A card that came out of the printer spoilt: it waits to be printed again until it is settled.
CREATE TABLE misprint (
    id INTEGER PRIMARY KEY,
    card_id INTEGER NOT NULL REFERENCES card (id),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    settled_at TEXT,
    settled_by TEXT
) STRICT;
CREATE UNIQUE INDEX misprint_waiting ON misprint (card_id) WHERE settled_at IS NULL;

-- A SALINAN: cards printed again with a receipt for them, or the receipt alone (then without reason and note).
CREATE TABLE copy (
    id INTEGER PRIMARY KEY,
    -- one act may copy several receipts
    act TEXT NOT NULL,
    receipt_id INTEGER NOT NULL REFERENCES receipt (id),
    -- the n of SALINAN ke-n; NULL: the receipt with the mark BATAL, made once
    number INTEGER CHECK (number > 0),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT CHECK (reason IN ('lost', 'damaged', 'wrong-data', 'other')),
    note TEXT CHECK (note <> ''),
    CHECK ((reason IS NULL) = (note IS NULL)),
    UNIQUE (receipt_id, number)
) STRICT;
CREATE INDEX copy_act ON copy (act);
CREATE UNIQUE INDEX copy_void ON copy (receipt_id) WHERE number IS NULL;

CREATE TABLE copy_card (
    copy_id INTEGER NOT NULL REFERENCES copy (id),
    card_id INTEGER NOT NULL REFERENCES card (id),
    PRIMARY KEY (copy_id, card_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_card_card ON copy_card (card_id);

-- NULL: a document of the issue itself.
ALTER TABLE document ADD COLUMN copy_id INTEGER REFERENCES copy (id);

-- The code by which a receipt on paper is known to be this office's; receipts from before it was printed have none.
ALTER TABLE receipt ADD COLUMN code TEXT;
CREATE INDEX receipt_code ON receipt (code) WHERE code IS NOT NULL;

-- Also finds the cards of void receipts.
CREATE INDEX card_kpj ON card (kpj);
