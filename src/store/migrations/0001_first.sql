-- The office's memory, first edition. Never edited after release: a change is a new file.
-- Days are ISO dates, moments are UTC in RFC 3339.

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE company (
    id INTEGER PRIMARY KEY,
    npp TEXT NOT NULL UNIQUE CHECK (length(npp) = 8),
    name TEXT NOT NULL CHECK (name <> ''),
    ro TEXT,
    email TEXT
) STRICT;

-- A list that came in and was issued.
CREATE TABLE batch (
    id INTEGER PRIMARY KEY,
    -- made before the work begins, so that a stop in the middle can be told from a finished act
    act TEXT NOT NULL UNIQUE,
    company_id INTEGER NOT NULL REFERENCES company (id),
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    entered TEXT,
    posted TEXT,
    rows_in_file INTEGER NOT NULL,
    rows_ready INTEGER NOT NULL,
    rows_warning INTEGER NOT NULL,
    rows_rejected INTEGER NOT NULL,
    CHECK (rows_in_file = rows_ready + rows_warning + rows_rejected)
) STRICT;
CREATE INDEX batch_file ON batch (file_hash);

CREATE TABLE receipt (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL UNIQUE REFERENCES batch (id),
    year INTEGER NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    number TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL CHECK (status IN ('issued', 'printed', 'emailed', 'handed-over', 'void')),
    handed_over_to TEXT,
    handed_over_on TEXT,
    UNIQUE (year, sequence)
) STRICT;

-- One row of the register; without a receipt when it was taken over from the old Excel register.
CREATE TABLE register (
    id INTEGER PRIMARY KEY,
    receipt_id INTEGER UNIQUE REFERENCES receipt (id),
    day TEXT NOT NULL,
    company_id INTEGER NOT NULL REFERENCES company (id),
    -- as it stood on that day, whatever the company is called later
    company_name TEXT NOT NULL,
    ro TEXT,
    cards INTEGER NOT NULL CHECK (cards > 0)
) STRICT;
CREATE INDEX register_day ON register (day, company_id, cards);
CREATE INDEX register_company ON register (company_id, day);

CREATE TABLE card (
    id INTEGER PRIMARY KEY,
    receipt_id INTEGER NOT NULL REFERENCES receipt (id),
    position INTEGER NOT NULL,
    -- row of the company's list, as the spreadsheet shows it
    list_row INTEGER NOT NULL,
    kpj TEXT NOT NULL CHECK (length(kpj) = 11),
    nik TEXT CHECK (length(nik) = 16),
    passport TEXT,
    name TEXT NOT NULL CHECK (name <> ''),
    birth_date TEXT,
    sex TEXT CHECK (sex IN ('L', 'P')),
    membership_date TEXT,
    -- 0 once its receipt is void: the number may be issued again
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    CHECK ((nik IS NULL) <> (passport IS NULL)),
    UNIQUE (receipt_id, position)
) STRICT;
CREATE UNIQUE INDEX card_kpj_active ON card (kpj) WHERE active = 1;
CREATE INDEX card_nik ON card (nik, id) WHERE nik IS NOT NULL;

-- A file that was issued. The path is relative to the archive of documents.
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    receipt_id INTEGER NOT NULL REFERENCES receipt (id),
    kind TEXT NOT NULL CHECK (kind IN ('cards', 'receipt', 'card')),
    path TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    bytes INTEGER NOT NULL
) STRICT;
CREATE INDEX document_receipt ON document (receipt_id);

-- Who did what, when. Holds no KPJ and no NIK.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
