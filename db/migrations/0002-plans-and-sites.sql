-- Plans read in, and the sites that are built from them. Everything of a site leads with site_id.

CREATE TABLE plan_reading (
  plan_id uuid PRIMARY KEY,
  command_id uuid NOT NULL UNIQUE,
  text_hash text NOT NULL UNIQUE,
  identity text UNIQUE,
  file_name text NOT NULL,
  file_ref text NOT NULL,
  text jsonb NOT NULL,
  as_read jsonb NOT NULL,
  plan jsonb NOT NULL,
  site_id uuid UNIQUE,
  read_by uuid NOT NULL REFERENCES person (id),
  read_at timestamptz NOT NULL DEFAULT now(),
  corrected_at timestamptz
);
COMMENT ON TABLE plan_reading IS 'A paper read in; plan holds the reading with a person''s corrections, as_read what the reader found.';
COMMENT ON COLUMN plan_reading.text_hash IS 'SHA-256 of the folded letters and digits: the same paper in another file is the same paper.';
COMMENT ON COLUMN plan_reading.identity IS 'Agency, number and date, folded; null where the paper has no number or date.';
COMMENT ON COLUMN plan_reading.site_id IS 'The site made from it; null until confirmed.';

CREATE TABLE programme (
  programme_id uuid PRIMARY KEY,
  name text NOT NULL,
  folded_name text NOT NULL UNIQUE
);

CREATE TABLE site (
  site_id uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programme (programme_id),
  plan_id uuid NOT NULL UNIQUE REFERENCES plan_reading (plan_id),
  hamlet text NOT NULL,
  commune text NOT NULL,
  district text,
  province text NOT NULL,
  planned_from date NOT NULL,
  planned_to date,
  baseline_on date NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  created_by uuid NOT NULL REFERENCES person (id),
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX site_place ON site (province, commune, hamlet, site_id);
COMMENT ON COLUMN site.baseline_on IS 'The day the baseline figures were frozen.';
COMMENT ON COLUMN site.district IS 'Null since 1/7/2025, when the district level ended.';

ALTER TABLE plan_reading
  ADD FOREIGN KEY (site_id) REFERENCES site (site_id);
ALTER TABLE role_holding
  ADD FOREIGN KEY (site_id) REFERENCES site (site_id);

CREATE TABLE baseline_figure (
  site_id uuid NOT NULL REFERENCES site (site_id),
  figure_id uuid NOT NULL,
  position integer NOT NULL,
  measure text NOT NULL,
  of text,
  value numeric NOT NULL,
  unit text,
  qualifier text NOT NULL CHECK (qualifier IN ('exact', 'over', 'under', 'about')),
  year integer,
  line_from integer NOT NULL,
  line_to integer NOT NULL,
  PRIMARY KEY (site_id, figure_id)
);
COMMENT ON TABLE baseline_figure IS 'The facts of the area on the day the site was made; frozen: the application cannot change them.';

CREATE TABLE step (
  site_id uuid NOT NULL REFERENCES site (site_id),
  number integer NOT NULL CHECK (number > 0),
  kind text NOT NULL CHECK (
    kind IN ('survey', 'core_meeting', 'prepare', 'assembly', 'launch', 'operate', 'other')
  ),
  text text NOT NULL,
  planned_from date,
  due date,
  due_text text,
  ongoing boolean NOT NULL,
  line_from integer NOT NULL,
  line_to integer NOT NULL,
  PRIMARY KEY (site_id, number)
);

CREATE INDEX step_due ON step (due) WHERE NOT ongoing;

CREATE TABLE step_event (
  site_id uuid NOT NULL,
  event_id uuid NOT NULL,
  command_id uuid NOT NULL,
  number integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('started', 'evidenced', 'delayed', 'closed', 'reopened')),
  requirement text,
  day date NOT NULL,
  note text NOT NULL DEFAULT '',
  file_ref text,
  file_name text,
  recorded_by uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (site_id, event_id),
  UNIQUE (site_id, command_id),
  FOREIGN KEY (site_id, number) REFERENCES step (site_id, number),
  CHECK ((kind = 'evidenced') = (requirement IS NOT NULL))
);
CREATE INDEX step_event_step ON step_event (site_id, number, recorded_at);
COMMENT ON TABLE step_event IS 'What happened to a step; its state is a fold over these, so nothing here is ever changed.';

CREATE TABLE duty (
  site_id uuid NOT NULL REFERENCES site (site_id),
  duty_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('duty', 'check', 'review')),
  text text NOT NULL,
  lead text[] NOT NULL DEFAULT '{}',
  support text[] NOT NULL DEFAULT '{}',
  role text NOT NULL CHECK (role IN ('provincial_officer', 'commune_police', 'core_member')),
  due date,
  due_text text,
  line_from integer NOT NULL,
  line_to integer NOT NULL,
  PRIMARY KEY (site_id, duty_id)
);
CREATE INDEX duty_due ON duty (site_id, role, due);
CREATE INDEX duty_role_due ON duty (role, due);
COMMENT ON COLUMN duty.role IS 'Whose list of the day it stands in.';
COMMENT ON COLUMN duty.due IS 'Null where the paper gives no day: it is kept up all the time.';

CREATE TABLE duty_event (
  site_id uuid NOT NULL,
  event_id uuid NOT NULL,
  command_id uuid NOT NULL,
  duty_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('done', 'delayed', 'reopened')),
  day date NOT NULL,
  note text NOT NULL DEFAULT '',
  recorded_by uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (site_id, event_id),
  UNIQUE (site_id, command_id),
  FOREIGN KEY (site_id, duty_id) REFERENCES duty (site_id, duty_id)
);
CREATE INDEX duty_event_duty ON duty_event (site_id, duty_id, recorded_at);

CREATE TABLE resource (
  site_id uuid NOT NULL REFERENCES site (site_id),
  resource_id uuid NOT NULL,
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('means', 'funding')),
  text text NOT NULL,
  PRIMARY KEY (site_id, resource_id)
);

CREATE TABLE site_recipient (
  site_id uuid NOT NULL REFERENCES site (site_id),
  recipient_id uuid NOT NULL,
  position integer NOT NULL,
  name text NOT NULL,
  purpose text,
  PRIMARY KEY (site_id, recipient_id)
);

CREATE TABLE activity (
  site_id uuid NOT NULL REFERENCES site (site_id),
  activity_id uuid NOT NULL,
  command_id uuid NOT NULL,
  kind text NOT NULL CHECK (
    kind IN ('talk', 'meeting', 'patrol', 'visit', 'commitment', 'mediation', 'campaign', 'other')
  ),
  day date NOT NULL,
  place text NOT NULL,
  participants integer CHECK (participants BETWEEN 0 AND 100000),
  note text NOT NULL DEFAULT '',
  replaces uuid,
  recorded_by uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (site_id, activity_id),
  UNIQUE (site_id, command_id),
  UNIQUE (site_id, replaces),
  FOREIGN KEY (site_id, replaces) REFERENCES activity (site_id, activity_id)
);
CREATE INDEX activity_day ON activity (site_id, day);
COMMENT ON COLUMN activity.replaces IS 'The entry this one corrects; that one stays, and no longer counts.';

CREATE TABLE activity_photo (
  site_id uuid NOT NULL,
  activity_id uuid NOT NULL,
  position integer NOT NULL,
  file_ref text NOT NULL,
  media_type text NOT NULL,
  PRIMARY KEY (site_id, activity_id, position),
  FOREIGN KEY (site_id, activity_id) REFERENCES activity (site_id, activity_id)
);

CREATE TABLE indicator (
  site_id uuid NOT NULL REFERENCES site (site_id),
  indicator_id uuid NOT NULL,
  position integer NOT NULL,
  key text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('counted', 'flow', 'level')),
  name text NOT NULL,
  unit text NOT NULL,
  baseline numeric,
  baseline_year integer,
  target numeric,
  PRIMARY KEY (site_id, indicator_id),
  UNIQUE (site_id, key)
);
COMMENT ON COLUMN indicator.kind IS 'counted from activities; flow is entered and adds up; level is entered and stands at the month''s end.';
COMMENT ON COLUMN indicator.baseline_year IS 'The year the baseline adds up over; null where it is the state at the start.';
COMMENT ON COLUMN indicator.key IS 'Names counted indicators (''talks'', ''attendees'', ''patrols'', …), whose months come from activities; others are entered.';

CREATE TABLE indicator_entry (
  site_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  command_id uuid NOT NULL,
  indicator_id uuid NOT NULL,
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  value numeric NOT NULL CHECK (value >= 0),
  note text NOT NULL DEFAULT '',
  recorded_by uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (site_id, entry_id),
  UNIQUE (site_id, command_id),
  FOREIGN KEY (site_id, indicator_id) REFERENCES indicator (site_id, indicator_id)
);
CREATE INDEX indicator_entry_month ON indicator_entry (site_id, indicator_id, month, recorded_at);
COMMENT ON TABLE indicator_entry IS 'A month''s value; a correction is a new entry, and the latest counts.';

GRANT SELECT, INSERT ON plan_reading, programme, site, baseline_figure, step, step_event, duty,
  duty_event, resource, site_recipient, activity, activity_photo, indicator, indicator_entry
  TO binh_yen_app;
GRANT UPDATE (plan, identity, site_id, corrected_at) ON plan_reading TO binh_yen_app;
