-- What the user repaired in the rows that were issued: what the company's file said, what stands on the card.
CREATE TABLE edit (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL REFERENCES batch (id),
    list_row INTEGER NOT NULL,
    field TEXT NOT NULL,
    old TEXT NOT NULL,
    new TEXT NOT NULL,
    UNIQUE (batch_id, list_row, field)
) STRICT;
