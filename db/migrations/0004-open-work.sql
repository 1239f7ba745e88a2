-- What is still to be done, kept beside the events so that a province's list of the day never scans them.

CREATE TABLE open_duty (
  site_id uuid NOT NULL,
  duty_id uuid NOT NULL,
  role text NOT NULL,
  expected date,
  PRIMARY KEY (site_id, duty_id),
  FOREIGN KEY (site_id, duty_id) REFERENCES duty (site_id, duty_id)
);
CREATE INDEX open_duty_expected ON open_duty (role, expected, site_id, duty_id);
COMMENT ON TABLE open_duty IS 'The duties that are not done; written in the transaction of the event that changes it.';
COMMENT ON COLUMN open_duty.expected IS 'The day of the latest delay, else the duty''s own; null where it is kept up.';

CREATE TABLE open_step (
  site_id uuid NOT NULL,
  number integer NOT NULL,
  expected date,
  PRIMARY KEY (site_id, number),
  FOREIGN KEY (site_id, number) REFERENCES step (site_id, number)
);
CREATE INDEX open_step_expected ON open_step (expected, site_id, number);
COMMENT ON TABLE open_step IS 'The steps that are not closed, without those kept up all the time; written as open_duty is.';

INSERT INTO open_duty
SELECT site_id, duty_id, role, coalesce(
  (SELECT day FROM duty_event e
   WHERE e.site_id = d.site_id AND e.duty_id = d.duty_id AND e.kind = 'delayed'
   ORDER BY recorded_at DESC, event_id DESC LIMIT 1), due)
FROM duty d
WHERE (SELECT kind FROM duty_event e
       WHERE e.site_id = d.site_id AND e.duty_id = d.duty_id AND e.kind IN ('done', 'reopened')
       ORDER BY recorded_at DESC, event_id DESC LIMIT 1) IS DISTINCT FROM 'done';

INSERT INTO open_step
SELECT site_id, number, coalesce(
  (SELECT day FROM step_event e
   WHERE e.site_id = s.site_id AND e.number = s.number AND e.kind = 'delayed'
   ORDER BY recorded_at DESC, event_id DESC LIMIT 1), due)
FROM step s
WHERE NOT ongoing
  AND (SELECT kind FROM step_event e
       WHERE e.site_id = s.site_id AND e.number = s.number AND e.kind IN ('closed', 'reopened')
       ORDER BY recorded_at DESC, event_id DESC LIMIT 1) IS DISTINCT FROM 'closed';

-- The indexes of the scans these tables replace.
DROP INDEX duty_role_due;
DROP INDEX step_due;

GRANT SELECT, INSERT, DELETE ON open_duty, open_step TO binh_yen_app;
