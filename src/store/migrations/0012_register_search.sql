-- Every name that rows of the register have for a company, so that a search looks at thousands of names, not at a million rows.
CREATE TABLE spelling (
    company_id INTEGER NOT NULL REFERENCES company (id),
    name TEXT NOT NULL,
    PRIMARY KEY (company_id, name)
) STRICT, WITHOUT ROWID;
INSERT INTO spelling (company_id, name) SELECT DISTINCT company_id, company_name FROM register;
CREATE TRIGGER register_spelling AFTER INSERT ON register BEGIN
    INSERT OR IGNORE INTO spelling (company_id, name) VALUES (new.company_id, new.company_name);
END;

DROP INDEX register_company;
CREATE INDEX register_company ON register (company_id, company_name, day, state, cards) WHERE withdrawn = 0;
