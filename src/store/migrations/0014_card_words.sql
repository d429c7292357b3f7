-- A trigger that fills a full-text table makes SQLite flush that table after every row. Issuing fills it once a receipt, from
-- here: names in the form in which card_name holds them.
DROP TRIGGER card_name_insert;
CREATE VIEW card_words (card_id, receipt_id, words) AS SELECT id, receipt_id, '  ' || replace(
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        name, '''', ''), '‘', ''), '’', ''), '`', ''), '.', ' '), ',', ' '), '-', ' '), '/', ' '), '(', ' '), ')', ' '),
    ' ', '  ') FROM card;
