-- By which days a site works: its plan's, those moved to the day it was made, or none at all.

ALTER TABLE site
  ADD COLUMN calendar text NOT NULL DEFAULT 'plan'
    CHECK (calendar IN ('plan', 'shift', 'record')),
  ADD COLUMN plan_from date,
  ADD COLUMN plan_to date;
COMMENT ON COLUMN site.calendar IS 'plan: the plan''s own days; shift: those, counted from the day the site was made; record: closed from the start, nothing is ever due.';
COMMENT ON COLUMN site.plan_from IS 'The plan''s own first day, where the site''s calendar was moved; plan_to likewise.';

ALTER TABLE step
  ADD COLUMN plan_from date,
  ADD COLUMN plan_due date;
COMMENT ON COLUMN step.plan_due IS 'The plan''s own day, where the site''s calendar is not the plan''s; plan_from likewise.';

-- Checks and reviews that come back: the next ones are made ahead, for as long as the site works.
CREATE TABLE rhythm (
  site_id uuid NOT NULL REFERENCES site (site_id),
  rhythm_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('check', 'review')),
  review_kind text CHECK (review_kind IN ('interim', 'final')),
  every_months integer NOT NULL CHECK (every_months > 0),
  starts_on date NOT NULL,
  role text NOT NULL CHECK (role IN ('provincial_officer', 'commune_police', 'core_member')),
  due_text text NOT NULL,
  line_from integer NOT NULL,
  line_to integer NOT NULL,
  made_until date NOT NULL,
  PRIMARY KEY (site_id, rhythm_id),
  CHECK ((kind = 'review') = (review_kind IS NOT NULL))
);
CREATE INDEX rhythm_made_until ON rhythm (made_until);
COMMENT ON COLUMN rhythm.starts_on IS 'Its months are counted from this day.';
COMMENT ON COLUMN rhythm.made_until IS 'All its duties until this day are made.';
GRANT SELECT, INSERT, UPDATE (made_until) ON rhythm TO binh_yen_app;
ALTER TABLE rhythm ENABLE ROW LEVEL SECURITY;
CREATE POLICY reach ON rhythm TO binh_yen_app USING (
  (SELECT reach_everywhere()) OR site_id = ANY ((SELECT reach_sites())::uuid[])
);

ALTER TABLE duty
  ADD COLUMN plan_due date,
  ADD COLUMN rhythm_id uuid,
  ADD COLUMN occurrence integer CHECK (occurrence > 0),
  ADD CHECK ((rhythm_id IS NULL) = (occurrence IS NULL)),
  ADD FOREIGN KEY (site_id, rhythm_id) REFERENCES rhythm (site_id, rhythm_id),
  ADD UNIQUE (site_id, rhythm_id, occurrence);
COMMENT ON COLUMN duty.plan_due IS 'The plan''s own day, where the site''s calendar is not the plan''s.';
COMMENT ON COLUMN duty.occurrence IS 'The how manieth of its rhythm, counted from 1: each is made once.';

-- The sites there are get the rhythms their plans speak of, and their duties become parts of them.
INSERT INTO rhythm
SELECT site.site_id, gen_random_uuid(), found.kind, found.review_kind, found.every_months,
  site.planned_from,
  coalesce(
    (SELECT role FROM duty d WHERE d.site_id = site.site_id AND d.kind = found.kind LIMIT 1),
    'commune_police'
  ),
  found.due_text, found.line_from, found.line_to,
  coalesce(
    (SELECT max(due) FROM duty d
     WHERE d.site_id = site.site_id AND d.kind = found.kind
       AND d.line_from = found.line_from AND d.line_to = found.line_to),
    site.planned_from
  )
FROM site
JOIN plan_reading USING (plan_id)
CROSS JOIN LATERAL (
  SELECT 'check' AS kind, NULL AS review_kind, (one ->> 'everyMonths')::integer AS every_months,
    one ->> 'text' AS due_text,
    (one -> 'lines' ->> 0)::integer AS line_from, (one -> 'lines' ->> 1)::integer AS line_to
  FROM jsonb_array_elements(plan -> 'checks') AS one
  UNION ALL
  SELECT 'review', one ->> 'kind', (one ->> 'everyMonths')::integer,
    coalesce(one ->> 'dueText', one ->> 'text'),
    (one -> 'lines' ->> 0)::integer, (one -> 'lines' ->> 1)::integer
  FROM jsonb_array_elements(plan -> 'reviews') AS one
  WHERE one ->> 'due' IS NULL
) AS found
WHERE found.every_months > 0;

UPDATE duty SET rhythm_id = part.rhythm_id, occurrence = part.occurrence
FROM (
  SELECT DISTINCT ON (d.site_id, d.duty_id) d.site_id, d.duty_id, r.rhythm_id, n AS occurrence
  FROM duty d
  JOIN rhythm r ON r.site_id = d.site_id AND r.kind = d.kind
    AND r.line_from = d.line_from AND r.line_to = d.line_to
  CROSS JOIN generate_series(1, 24) AS n
  WHERE d.due = CASE r.kind
    WHEN 'review' THEN (r.starts_on + make_interval(months => n * r.every_months))::date - 1
    ELSE (date_trunc('month', r.starts_on + make_interval(months => n * r.every_months - 1))
      + interval '1 month')::date - 1
  END
  ORDER BY d.site_id, d.duty_id, r.every_months DESC, r.rhythm_id
) AS part
WHERE duty.site_id = part.site_id AND duty.duty_id = part.duty_id
  AND NOT EXISTS (
    SELECT FROM duty other
    WHERE other.site_id = part.site_id AND other.rhythm_id = part.rhythm_id
      AND other.occurrence = part.occurrence
  );
