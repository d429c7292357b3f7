-- What a person said of lists with certain titles: where the list stands and which column is what. Of the titles
-- a hash is kept and those of the chosen columns, of what stands below them nothing.
CREATE TABLE mapping (
    header_set TEXT PRIMARY KEY CHECK (length(header_set) = 64),
    header_order TEXT NOT NULL CHECK (length(header_order) = 64),
    -- 1: a column is known by its letter, so the titles must stand in the same order
    by_place INTEGER NOT NULL CHECK (by_place IN (0, 1)),
    sheet TEXT,
    header_row INTEGER CHECK (header_row > 0),
    -- a JSON object: field to title or letter
    columns TEXT NOT NULL
) STRICT;
