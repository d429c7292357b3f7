-- The register by itself, a million rows of it: sums and pages without a look at any other table.

-- The status of the receipt, written by the database itself; rows of the old register were handed over long ago.
ALTER TABLE register ADD COLUMN state TEXT NOT NULL DEFAULT 'handed-over'
    CHECK (state IN ('issued', 'printed', 'emailed', 'handed-over', 'void'));
UPDATE register SET state = (SELECT status FROM receipt WHERE id = receipt_id) WHERE receipt_id IS NOT NULL;
CREATE TRIGGER register_state_insert AFTER INSERT ON register WHEN new.receipt_id IS NOT NULL BEGIN
    UPDATE register SET state = (SELECT status FROM receipt WHERE id = new.receipt_id) WHERE id = new.id;
END;
CREATE TRIGGER register_state_receipt AFTER UPDATE OF status ON receipt BEGIN
    UPDATE register SET state = new.status WHERE receipt_id = new.id;
END;

-- One index for each order in which the register is read; withdrawn rows are in none.
DROP INDEX register_day;
DROP INDEX register_company;
CREATE INDEX register_day ON register (day, state, cards) WHERE withdrawn = 0;
CREATE INDEX register_company ON register (company_id, day, state, cards) WHERE withdrawn = 0;
CREATE INDEX register_name ON register (company_name COLLATE NOCASE, day) WHERE withdrawn = 0;
CREATE INDEX register_cards ON register (cards, day) WHERE withdrawn = 0;
CREATE INDEX register_state ON register (state, day) WHERE withdrawn = 0;
