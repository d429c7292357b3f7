-- Names in pieces of three letters, to find people by any part of them. Each word has two blanks before it, so that one or
-- two letters find the words that begin with them. It only points at cards: names themselves stand in the card alone.
CREATE VIRTUAL TABLE card_name USING fts5 (
    name, content = '', detail = none, columnsize = 0, tokenize = 'trigram remove_diacritics 1'
);
CREATE TRIGGER card_name_insert AFTER INSERT ON card BEGIN
    INSERT INTO card_name (rowid, name) VALUES (new.id, '  ' || replace(
        replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
            new.name, '''', ''), '‘', ''), '’', ''), '`', ''), '.', ' '), ',', ' '), '-', ' '), '/', ' '), '(', ' '), ')', ' '),
        ' ', '  '));
END;
INSERT INTO card_name (rowid, name) SELECT id, '  ' || replace(
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        name, '''', ''), '‘', ''), '’', ''), '`', ''), '.', ' '), ',', ' '), '-', ' '), '/', ' '), '(', ' '), ')', ' '),
    ' ', '  ') FROM card;
CREATE INDEX card_passport ON card (passport) WHERE passport IS NOT NULL;
