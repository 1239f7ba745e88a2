-- The daily notice to everybody on duty at a desk of tips: to whom it goes, whether it went out, and units above which somebody is told.

ALTER TABLE mail DROP CONSTRAINT mail_kind_check;
ALTER TABLE mail ADD CONSTRAINT mail_kind_check CHECK (
  kind IN ('invitation', 'reminder', 'security notice', 'duty digest')
);

CREATE TABLE push_subscription (
  subscription_id uuid PRIMARY KEY,
  command_id uuid NOT NULL UNIQUE,
  person_id uuid NOT NULL REFERENCES person (id),
  endpoint text NOT NULL CHECK (endpoint ~ '^https://' AND length(endpoint) <= 1000),
  made_on date NOT NULL,
  UNIQUE (person_id, endpoint)
);
COMMENT ON TABLE push_subscription IS 'A browser on which a person on duty wants the daily notice. Ended by the person, or by the push service saying that it is gone.';
COMMENT ON COLUMN push_subscription.endpoint IS 'Where the browser''s maker takes notices for it. What is sent there is empty: the browser shows one sentence it has already.';

CREATE TABLE duty_notice (
  person_id uuid NOT NULL REFERENCES person (id),
  day date NOT NULL,
  channel text NOT NULL CHECK (channel IN ('mail', 'push', 'none')),
  mail_id uuid REFERENCES mail (mail_id) ON DELETE CASCADE,
  state text NOT NULL CHECK (state IN ('asked', 'sent', 'failed')),
  problem text CHECK (length(problem) BETWEEN 1 AND 60),
  PRIMARY KEY (person_id, day, channel),
  CHECK ((channel = 'mail') = (mail_id IS NOT NULL)),
  CHECK (channel = 'push' OR state = CASE channel WHEN 'mail' THEN 'asked' ELSE 'failed' END)
);
CREATE INDEX duty_notice_mail ON duty_notice (mail_id);
CREATE INDEX duty_notice_day ON duty_notice (day);
COMMENT ON TABLE duty_notice IS 'That the notice of a day was to go to a person, and whether it did. The same every day for everybody on duty: it knows of no tip.';
COMMENT ON COLUMN duty_notice.channel IS 'none: the person has neither an address nor a browser to send it to.';
COMMENT ON COLUMN duty_notice.state IS 'Of a mail always asked: whether it went out stands with the mail.';
COMMENT ON COLUMN duty_notice.problem IS 'Why a notice to a browser failed, one of our own words.';

CREATE TABLE duty_notice_run (day date PRIMARY KEY);
COMMENT ON TABLE duty_notice_run IS 'The days on which the notice was asked for, for everybody: a day that is missing is shown. The first is the day this table was made.';
INSERT INTO duty_notice_run VALUES (current_date);

CREATE TABLE unread_ring (
  ring_id uuid PRIMARY KEY REFERENCES key_ring (ring_id),
  day date NOT NULL
);
COMMENT ON TABLE unread_ring IS 'The units where something lies that nobody has opened in time, as of the last daily look: neither how much nor since when, and nothing once it is opened.';

-- To whom the notice goes: everybody who can open a current ring of tips, while their role lasts.
CREATE FUNCTION people_on_tip_duty() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT DISTINCT share.person_id FROM ring_share share
  JOIN ring_epoch lasting ON lasting.ring_id = share.ring_id AND lasting.epoch = share.epoch
    AND lasting.ended_on IS NULL
  JOIN device_key own ON own.key_id = share.key_id AND own.ended_on IS NULL
  JOIN key_ring ring ON ring.ring_id = share.ring_id AND ring.purpose = 'tip'
  WHERE reach_everywhere() AND reach_person() IS NULL
    AND fits_ring(share.person_id, ring.purpose, ring.unit_id);
END;
COMMENT ON FUNCTION people_on_tip_duty IS 'A job''s alone: ids of those on duty at a desk of tips.';

CREATE FUNCTION look_for_unread_rings(today date, before date) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  IF NOT reach_everywhere() OR reach_person() IS NOT NULL THEN
    RAISE EXCEPTION 'not a job' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM unread_ring;
  INSERT INTO unread_ring (ring_id, day) SELECT ring_id, today FROM rings_unread_since(before);
END
$$;
COMMENT ON FUNCTION look_for_unread_rings IS 'A job''s alone, once a day: writes down which units are called for; returns nothing.';
REVOKE ALL ON FUNCTION people_on_tip_duty, look_for_unread_rings FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_on_tip_duty, look_for_unread_rings TO binh_yen_app;

GRANT SELECT, INSERT, DELETE ON push_subscription TO binh_yen_app;
GRANT SELECT, INSERT ON duty_notice, duty_notice_run TO binh_yen_app;
GRANT UPDATE (mail_id, state, problem) ON duty_notice TO binh_yen_app;
GRANT SELECT ON unread_ring TO binh_yen_app;

ALTER TABLE push_subscription ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON push_subscription TO binh_yen_app USING (
  person_id = (SELECT reach_person())
);
CREATE POLICY job ON push_subscription FOR SELECT TO binh_yen_app USING (
  (SELECT reach_everywhere()) AND (SELECT reach_person()) IS NULL
);
CREATE POLICY job_ends ON push_subscription FOR DELETE TO binh_yen_app USING (
  (SELECT reach_everywhere()) AND (SELECT reach_person()) IS NULL
);
CREATE POLICY keeper ON push_subscription FOR SELECT TO binh_yen_app USING (
  (SELECT keeps_personal_data())
);

-- Colleagues of a ring, and those who run the house, are told that somebody was not reached.
ALTER TABLE duty_notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY told ON duty_notice FOR SELECT TO binh_yen_app USING (
  person_id = (SELECT reach_person()) OR (SELECT reach_everywhere())
  OR person_id IN (SELECT share.person_id FROM ring_share share)
);
CREATE POLICY ask ON duty_notice FOR INSERT TO binh_yen_app WITH CHECK (
  person_id = (SELECT reach_person())
  OR ((SELECT reach_everywhere()) AND (SELECT reach_person()) IS NULL)
);
CREATE POLICY mark ON duty_notice FOR UPDATE TO binh_yen_app USING (
  person_id = (SELECT reach_person())
  OR ((SELECT reach_everywhere()) AND (SELECT reach_person()) IS NULL)
);

ALTER TABLE duty_notice_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody ON duty_notice_run FOR SELECT TO binh_yen_app USING (true);
CREATE POLICY job ON duty_notice_run FOR INSERT TO binh_yen_app WITH CHECK (
  (SELECT reach_everywhere()) AND (SELECT reach_person()) IS NULL
);

-- Whose own desk it is, and the desk of the province above.
ALTER TABLE unread_ring ENABLE ROW LEVEL SECURITY;
CREATE POLICY above ON unread_ring FOR SELECT TO binh_yen_app USING (
  ring_id IN (SELECT tip_rings()) OR EXISTS (
    SELECT FROM key_ring province JOIN unit USING (unit_id)
    WHERE province.ring_id IN (SELECT tip_rings()) AND unit.level = 'tinh'
  )
);

INSERT INTO account_part (table_name, person_column) VALUES ('push_subscription', 'person_id');
INSERT INTO retention_target (rule, table_name, record, ended, singly, position) VALUES
  ('retention.mail', 'duty_notice', 'person_id || '' '' || day || '' '' || channel',
    '(day + 1)::timestamptz', false, 0);
