-- Places that change: administrative units, each row valid from a day until a day, and what became of them.

-- Indexes and tables share their names; this one makes room for the table below.
ALTER INDEX site_place RENAME TO site_by_place;

CREATE TABLE unit (
  unit_id uuid PRIMARY KEY,
  level text NOT NULL CHECK (level IN ('tinh', 'huyen', 'xa', 'thon')),
  code text,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  folded_name text NOT NULL,
  words text NOT NULL,
  searched tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED,
  parent_id uuid REFERENCES unit (unit_id),
  valid_from date NOT NULL,
  valid_to date,
  legal_act text,
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CHECK ((level = 'tinh') = (parent_id IS NULL))
);
CREATE INDEX unit_children ON unit (parent_id, folded_name, unit_id);
CREATE UNIQUE INDEX unit_code ON unit (level, code, valid_from);
CREATE INDEX unit_searched ON unit USING gin (searched) WITH (fastupdate = off);
CREATE INDEX unit_begins ON unit (folded_name text_pattern_ops);
COMMENT ON TABLE unit IS 'One name, code and parent of a place, from the first day until the last (both included); a renamed or moved place is a new row, tied by unit_change. A row never outlives its parent''s row: when that one ends, its children go on as new rows, so a row''s full name is the same on all its days.';
COMMENT ON COLUMN unit.folded_name IS 'The name without its word of kind and without diacritics: ''phu thinh''.';
COMMENT ON COLUMN unit.words IS 'What it is found by: the folded words of its own name, its code and its parents'' names.';
COMMENT ON COLUMN unit.code IS 'The official code; it identifies nothing by itself, since codes are given again to other places. Null for hamlets.';
COMMENT ON COLUMN unit.parent_id IS 'A commune stands under a district until 30/6/2025 and under a province since: the district level is optional.';

CREATE TABLE unit_word (
  word text PRIMARY KEY
);
COMMENT ON TABLE unit_word IS 'Every word of letters in unit.words once: some two thousand, in which a mistyped word finds its neighbours.';

CREATE TABLE unit_change (
  change_id uuid PRIMARY KEY,
  command_id uuid NOT NULL,
  position integer NOT NULL DEFAULT 0,
  kind text NOT NULL CHECK (
    kind IN ('created', 'renamed', 'merged', 'split', 'moved', 'dissolved')
  ),
  effective_on date NOT NULL,
  legal_act text NOT NULL DEFAULT '',
  recorded_by uuid REFERENCES person (id),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (command_id, position)
);
COMMENT ON COLUMN unit_change.position IS 'A file of mergers is one command and many changes.';
COMMENT ON COLUMN unit_change.effective_on IS 'The first day on which it holds: the old units end the day before.';

CREATE TABLE unit_change_part (
  change_id uuid NOT NULL REFERENCES unit_change (change_id),
  part_id uuid NOT NULL,
  from_id uuid REFERENCES unit (unit_id),
  to_id uuid REFERENCES unit (unit_id),
  partial boolean NOT NULL DEFAULT false,
  PRIMARY KEY (change_id, part_id),
  CHECK (from_id IS NOT NULL OR to_id IS NOT NULL)
);
CREATE INDEX unit_change_part_from ON unit_change_part (from_id);
CREATE INDEX unit_change_part_to ON unit_change_part (to_id);
COMMENT ON TABLE unit_change_part IS 'What became of what: one row for each old unit and each new one it went into.';
COMMENT ON COLUMN unit_change_part.partial IS 'Only a part of the old unit went there.';

CREATE TABLE unit_import (
  import_id uuid PRIMARY KEY,
  command_id uuid NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('snapshot', 'mergers')),
  valid_from date NOT NULL,
  valid_to date,
  legal_act text NOT NULL,
  file_name text NOT NULL,
  file_ref text NOT NULL,
  counts jsonb NOT NULL,
  imported_by uuid NOT NULL REFERENCES person (id),
  imported_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE unit_import IS 'The files units came from: a snapshot of a day, or what new units were merged from.';

CREATE TABLE site_place (
  site_id uuid NOT NULL REFERENCES site (site_id),
  valid_from date NOT NULL,
  valid_to date,
  unit_id uuid NOT NULL REFERENCES unit (unit_id),
  commune_id uuid NOT NULL REFERENCES unit (unit_id),
  PRIMARY KEY (site_id, valid_from),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX site_place_commune ON site_place (commune_id);
COMMENT ON TABLE site_place IS 'In which unit a site stands, from when until when; a site without a row carries only the names of its plan.';
COMMENT ON COLUMN site_place.unit_id IS 'The hamlet where it is known as a unit, else the commune.';

GRANT SELECT, INSERT ON unit, unit_word, unit_change, unit_change_part, unit_import, site_place
  TO binh_yen_app;
GRANT UPDATE (valid_to) ON unit TO binh_yen_app;
-- A place known only after its unit had ended, in law, is put right; the audit keeps what it was.
GRANT UPDATE (valid_to, unit_id, commune_id) ON site_place TO binh_yen_app;
