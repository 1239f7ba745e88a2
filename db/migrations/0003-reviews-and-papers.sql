-- Reviews drafted from the records, and papers that were issued and never change again.

CREATE TABLE review (
  site_id uuid NOT NULL REFERENCES site (site_id),
  review_id uuid NOT NULL,
  command_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('interim', 'final')),
  period_from date NOT NULL,
  period_to date NOT NULL,
  draft jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_by uuid NOT NULL REFERENCES person (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  edited_by uuid REFERENCES person (id),
  edited_at timestamptz,
  PRIMARY KEY (site_id, review_id),
  UNIQUE (site_id, command_id),
  CHECK (period_to >= period_from)
);
COMMENT ON COLUMN review.draft IS 'Chapters of sentences and figures, each with the records it came from.';
COMMENT ON COLUMN review.version IS 'Grows with every edit: two people editing at once do not overwrite each other.';

CREATE TABLE number_series (
  agency text NOT NULL,
  year integer NOT NULL,
  last_number integer NOT NULL CHECK (last_number > 0),
  PRIMARY KEY (agency, year)
);
COMMENT ON TABLE number_series IS 'One series a year and issuing body, from 01 on 1 January (Nghị định 30/2020/NĐ-CP, Điều 15).';

CREATE TABLE issued_paper (
  site_id uuid NOT NULL REFERENCES site (site_id),
  paper_id uuid NOT NULL,
  command_id uuid NOT NULL,
  review_id uuid NOT NULL,
  agency text NOT NULL,
  year integer NOT NULL,
  number integer NOT NULL,
  symbol text NOT NULL,
  issued_on date NOT NULL,
  paper jsonb NOT NULL,
  draft jsonb NOT NULL,
  issued_by uuid NOT NULL REFERENCES person (id),
  issued_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (site_id, paper_id),
  UNIQUE (site_id, command_id),
  UNIQUE (site_id, review_id),
  UNIQUE (site_id, agency, year, number),
  FOREIGN KEY (site_id, review_id) REFERENCES review (site_id, review_id)
);
COMMENT ON TABLE issued_paper IS 'Text and figures as issued; the application cannot change them.';

GRANT SELECT, INSERT ON review, number_series, issued_paper TO binh_yen_app;
GRANT UPDATE (draft, version, edited_by, edited_at) ON review TO binh_yen_app;
GRANT UPDATE (last_number) ON number_series TO binh_yen_app;
