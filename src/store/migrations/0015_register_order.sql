-- The register in the order of any column, and its sums, out of an index each.

-- Year and sequence of the receipt's number as one, written by the database itself: numbers as text do not sort. Rows of the old
-- register have none.
ALTER TABLE register ADD COLUMN numbered INTEGER;
UPDATE register SET numbered = (SELECT year * 1000000000 + sequence FROM receipt WHERE id = receipt_id)
WHERE receipt_id IS NOT NULL;
DROP TRIGGER register_state_insert;
CREATE TRIGGER register_receipt_insert AFTER INSERT ON register WHEN new.receipt_id IS NOT NULL BEGIN
    UPDATE register
    SET (state, numbered) = (SELECT status, year * 1000000000 + sequence FROM receipt WHERE id = new.receipt_id)
    WHERE id = new.id;
END;

-- Rows of one day stand as they were entered, so the id comes before what only sums and filters ask for.
DROP INDEX register_day;
DROP INDEX register_state;
CREATE INDEX register_day ON register (day, id, state, cards) WHERE withdrawn = 0;
CREATE INDEX register_state ON register (state, day, id, cards) WHERE withdrawn = 0;
CREATE INDEX register_number ON register (numbered, day) WHERE withdrawn = 0;
CREATE INDEX register_ro ON register (ro COLLATE NOCASE, day, id, state, cards) WHERE withdrawn = 0;
