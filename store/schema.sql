-- SPDX-License-Identifier: Apache-2.0
-- The store of fuhe batch, version 1. docs/store.md explains it. Points, percents and rates are whole millionths, money
-- is whole fen; texts that are not there are '', figures that are not there are NULL. What words there are for states,
-- problems, codes and the like is said by `fuhe` (docs/report-formats.md); their numbers never get in here.

-- One call of fuhe batch, and those that went on with it.
CREATE TABLE run (
    number INTEGER PRIMARY KEY,
    engine TEXT NOT NULL,     -- version
    rules TEXT NOT NULL,      -- as asked for; '' to choose by the form
    basis INTEGER NOT NULL REFERENCES basis,
    arguments BLOB NOT NULL,  -- of the command, each ended by NUL
    folder BLOB NOT NULL,     -- that it was called in
    started TEXT NOT NULL,    -- UTC
    complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
    shard INTEGER NOT NULL DEFAULT 1,  -- which share of the documents it took …
    shards INTEGER NOT NULL DEFAULT 1, -- … of how many: 1 of 1 when it took all
    named INTEGER,            -- how many documents it came by, of all shares; NULL until it is complete, like …
    taken INTEGER,            -- … how many of these belong to its share, those named twice counted twice, and …
    names BLOB                -- … SHA-256 of all their names in order, each ended by NUL
) STRICT;

-- A rule pack as it was read.
CREATE TABLE pack (
    id INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL UNIQUE, -- of its xml; of an overlay, of that of its base (and of the base of that) and its own
    name TEXT NOT NULL,       -- its id in fuhe
    version TEXT NOT NULL,
    xml BLOB NOT NULL,
    base INTEGER REFERENCES pack -- of an overlay; NULL of all others
) STRICT;

CREATE TABLE grade (
    pack INTEGER NOT NULL REFERENCES pack,
    ordinal INTEGER NOT NULL, -- from 0, best first
    id TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    PRIMARY KEY (pack, ordinal)
) STRICT, WITHOUT ROWID;

-- What a result depends on beside the document: the engine, the rule packs at hand, and how documents are read.
CREATE TABLE basis (
    id INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL UNIQUE, -- of the engine's version, the packs in order, and what stands below
    engine TEXT NOT NULL,
    asked INTEGER REFERENCES pack, -- that all forms were scored by; NULL to choose by the form
    words BLOB NOT NULL DEFAULT x'', -- the file of words that forms in documents were known by, beside those of the engine
    converts INTEGER NOT NULL DEFAULT 0 CHECK (converts IN (0, 1)), -- documents of old kinds were converted
    built_in INTEGER NOT NULL DEFAULT 0 -- how many of the packs, the first ones, came with the engine; others go before
) STRICT;

CREATE TABLE basis_pack (
    basis INTEGER NOT NULL REFERENCES basis,
    ordinal INTEGER NOT NULL, -- from 0
    pack INTEGER NOT NULL REFERENCES pack,
    PRIMARY KEY (basis, ordinal)
) STRICT, WITHOUT ROWID;

-- A document as it was read and scored once.
CREATE TABLE reading (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL,          -- as shown; of an entry of an archive, that of the archive, "/" and its own
    sha256 BLOB,                 -- of its bytes; NULL when they could not be read to their end
    basis INTEGER NOT NULL REFERENCES basis,
    first_run INTEGER NOT NULL REFERENCES run,
    last_run INTEGER NOT NULL,   -- that named it with these bytes
    ordinal INTEGER NOT NULL,    -- its place in the last run; below 1 until a run that goes on has come to it again
    done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1)),
    whole INTEGER NOT NULL DEFAULT 0 CHECK (whole IN (0, 1)), -- all its forms could be read
    around BLOB,                 -- transcript of what stands around its forms; NULL when it was not read
    findings TEXT NOT NULL DEFAULT '{}' -- of all its forms together, like those of a form
) STRICT;

CREATE INDEX reading_by_path ON reading (path);
CREATE INDEX reading_by_run ON reading (last_run, ordinal);

CREATE TABLE department (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- Headline figures of a form.
CREATE TABLE form (
    id INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL REFERENCES reading ON DELETE CASCADE,
    seq INTEGER NOT NULL,        -- its place among the forms and failures of the document, from 0
    number INTEGER NOT NULL,     -- of the form in the document, from 0
    line INTEGER NOT NULL,       -- 0 for one in a table of a document
    form_id TEXT NOT NULL,
    year TEXT NOT NULL,
    kind TEXT NOT NULL,
    project TEXT NOT NULL,
    department INTEGER NOT NULL REFERENCES department, -- of the department's cell, else of the unit's
    pack INTEGER NOT NULL REFERENCES pack,
    state TEXT NOT NULL,         -- scored, partial, unscored
    claimed_printed TEXT NOT NULL,
    claimed INTEGER,             -- points
    verified INTEGER,            -- points
    deviation INTEGER,           -- points, claimed - verified
    rate INTEGER,                -- percent
    grade_claimed TEXT NOT NULL, -- id: the one printed, else the one that the claimed total has
    grade TEXT NOT NULL,         -- id: the recommended one
    firmness TEXT NOT NULL,      -- firm, fragile, undecidable
    budget_fen INTEGER,
    errors INTEGER NOT NULL,     -- how many findings
    warnings INTEGER NOT NULL,
    notes INTEGER NOT NULL,
    codes TEXT NOT NULL,         -- of its findings, each once, in the order of docs/findings.md, a space between
    findings TEXT NOT NULL,      -- {"code/severity": count, …}
    risk INTEGER NOT NULL,
    UNIQUE (reading, seq)
) STRICT;

-- All cells of a form as printed, with their places.
CREATE TABLE transcript (
    form INTEGER PRIMARY KEY REFERENCES form ON DELETE CASCADE,
    cells BLOB NOT NULL
) STRICT;

-- What could not be read: a document, a form, an entry of a folder.
CREATE TABLE failure (
    reading INTEGER NOT NULL REFERENCES reading ON DELETE CASCADE,
    seq INTEGER NOT NULL,        -- counted together with forms
    problem TEXT NOT NULL,
    line INTEGER NOT NULL,       -- 0 when there is no place
    "column" INTEGER NOT NULL,
    subject TEXT NOT NULL,
    found TEXT NOT NULL,
    expected TEXT NOT NULL,
    PRIMARY KEY (reading, seq)
) STRICT, WITHOUT ROWID;

-- The documents of the latest run, each once. Of those that a run that goes on has still to come to (with each part of
-- a run, 2^40 is taken off their ordinals), only what nothing newer has replaced, by the rules of now.
CREATE VIEW in_force AS
SELECT * FROM reading
WHERE done = 1 AND last_run = (SELECT max(number) FROM run)
    AND basis = (SELECT basis FROM run ORDER BY number DESC LIMIT 1)
    AND (ordinal > 0 OR NOT EXISTS (
        SELECT 1 FROM reading AS newer
        WHERE newer.path = reading.path AND +newer.last_run = reading.last_run AND newer.done = 1
            AND newer.ordinal >> 40 > reading.ordinal >> 40));

-- Findings, one line for each form, code and severity; forms of all runs.
CREATE VIEW finding AS
SELECT form.id AS form, substr(key, 1, instr(key, '/') - 1) AS code, substr(key, instr(key, '/') + 1) AS severity,
       value AS count
FROM form, json_each(form.findings);

-- The reviews in force, for people: decimal figures.
CREATE VIEW review AS
SELECT reading.path AS file, form.number + 1 AS number, form.line, form.form_id AS id, form.year,
       department.name AS department, form.project, form.state, form.claimed_printed AS claimed,
       iif(verified IS NULL, '', rtrim(rtrim(printf('%s%d.%06d', iif(verified < 0, '-', ''),
           abs(verified) / 1000000, abs(verified) % 1000000), '0'), '.')) AS verified,
       iif(deviation IS NULL, '', rtrim(rtrim(printf('%s%d.%06d', iif(deviation < 0, '-', ''),
           abs(deviation) / 1000000, abs(deviation) % 1000000), '0'), '.')) AS deviation,
       iif(rate IS NULL, '', rtrim(rtrim(printf('%s%d.%06d', iif(rate < 0, '-', ''),
           abs(rate) / 1000000, abs(rate) % 1000000), '0'), '.')) AS rate,
       iif(budget_fen IS NULL, '', printf('%s%d.%02d', iif(budget_fen < 0, '-', ''),
           abs(budget_fen) / 100, abs(budget_fen) % 100)) AS budget,
       pack.name AS pack, grade_claimed, grade, firmness, errors, warnings, notes, codes, risk
FROM in_force AS reading
JOIN form ON form.reading = reading.id
JOIN department ON department.id = form.department
JOIN pack ON pack.id = form.pack
ORDER BY reading.ordinal, form.seq;
