-- Help: what is asked of a commune's helpers in confidence, the files kept with consent, and what may be counted.

CREATE TABLE help_request (
  help_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  find_hash bytea NOT NULL UNIQUE CHECK (octet_length(find_hash) = 32),
  ring_id uuid NOT NULL REFERENCES key_ring (ring_id),
  answer_recipient text NOT NULL CHECK (
    answer_recipient ~ '^age1[a-z0-9]+$' AND length(answer_recipient) BETWEEN 50 AND 4000
  ),
  received_on date NOT NULL,
  last_letter_on date NOT NULL,
  unread_since date,
  taken_by uuid REFERENCES person (id),
  taken_on date,
  closed_on date,
  ending text CHECK (ending IN ('helped', 'led_on', 'not_reached', 'not_wanted')),
  counted boolean NOT NULL DEFAULT false,
  CHECK ((taken_by IS NULL) = (taken_on IS NULL)),
  CHECK ((closed_on IS NULL) = (ending IS NULL))
);
CREATE INDEX help_request_ring ON help_request (ring_id, received_on);
CREATE INDEX help_request_taken_by ON help_request (taken_by) WHERE taken_by IS NOT NULL;
CREATE INDEX help_request_last_letter ON help_request (last_letter_on);
COMMENT ON TABLE help_request IS 'That somebody asked for help, of which helpers, and whether one has taken it over: days only. What they wrote is in sealed letters; nothing is left of it after its term.';
COMMENT ON COLUMN help_request.find_hash IS 'SHA-256 of the half of the sender''s code that finds the request again; the half that opens its answers never leaves their device.';
COMMENT ON COLUMN help_request.answer_recipient IS 'What is answered is sealed to this; only the code makes the key to it.';
COMMENT ON COLUMN help_request.unread_since IS 'The first day on which something lay here that nobody has opened; null once somebody has.';
COMMENT ON COLUMN help_request.counted IS 'It is one of help_count already, however often it ends.';
COMMENT ON COLUMN help_request.ending IS 'How it ended, in one word and nothing about the person.';

CREATE TABLE help_letter (
  help_id uuid NOT NULL REFERENCES help_request (help_id) ON DELETE CASCADE,
  letter_id uuid NOT NULL DEFAULT gen_random_uuid(),
  command_id uuid NOT NULL UNIQUE,
  position integer NOT NULL CHECK (position > 0),
  direction text NOT NULL CHECK (direction IN ('in', 'out')),
  ring_id uuid NOT NULL,
  epoch integer NOT NULL,
  sealed bytea NOT NULL CHECK (octet_length(sealed) BETWEEN 100 AND 300000),
  sealed_copy bytea CHECK (octet_length(sealed_copy) BETWEEN 100 AND 300000),
  written_by uuid REFERENCES person (id),
  day date NOT NULL,
  PRIMARY KEY (help_id, letter_id),
  FOREIGN KEY (ring_id, epoch) REFERENCES ring_epoch (ring_id, epoch),
  CHECK ((direction = 'out') = (sealed_copy IS NOT NULL)),
  CHECK ((direction = 'in') = (written_by IS NULL))
);
ALTER TABLE help_letter ALTER COLUMN sealed SET STORAGE EXTERNAL, ALTER COLUMN sealed_copy SET STORAGE EXTERNAL;
COMMENT ON TABLE help_letter IS 'What goes to and fro in one request, sealed by the device that wrote it: in to the ring, out to the sender''s code.';
COMMENT ON COLUMN help_letter.command_id IS 'Made on the device that sent it: the same letter twice is one letter.';
COMMENT ON COLUMN help_letter.position IS 'Its place in the conversation: the hour is not kept.';
COMMENT ON COLUMN help_letter.sealed_copy IS 'Of an answer: the same, sealed to the ring, so that colleagues can read what was said.';

CREATE TABLE support_file (
  file_id uuid PRIMARY KEY,
  command_id uuid NOT NULL UNIQUE,
  helper_id uuid NOT NULL REFERENCES person (id),
  key_id uuid NOT NULL REFERENCES device_key (key_id) ON DELETE CASCADE,
  version integer NOT NULL CHECK (version > 0),
  sealed bytea NOT NULL CHECK (octet_length(sealed) BETWEEN 100 AND 600000),
  find_hash bytea UNIQUE CHECK (octet_length(find_hash) = 32),
  own_recipient text CHECK (
    own_recipient ~ '^age1[a-z0-9]+$' AND length(own_recipient) BETWEEN 50 AND 4000
  ),
  sealed_copy bytea CHECK (octet_length(sealed_copy) BETWEEN 100 AND 600000),
  begun_on date NOT NULL,
  ends_on date NOT NULL,
  remind_on date,
  CHECK (ends_on >= begun_on),
  CHECK (remind_on <= ends_on),
  CHECK (num_nulls(find_hash, own_recipient, sealed_copy) IN (0, 3))
);
CREATE INDEX support_file_helper ON support_file (helper_id);
CREATE INDEX support_file_key ON support_file (key_id);
CREATE INDEX support_file_ends_on ON support_file (ends_on);
ALTER TABLE support_file ALTER COLUMN sealed SET STORAGE EXTERNAL, ALTER COLUMN sealed_copy SET STORAGE EXTERNAL;
COMMENT ON TABLE support_file IS 'A file that somebody agreed to, sealed to one helper''s own key: the server knows whose helper keeps one, until when, and the day of the next reminder. No name, no row for anybody else.';
COMMENT ON COLUMN support_file.sealed IS 'Consent, plan, visits, referrals and what reminders say: one document, sealed anew at every change.';
COMMENT ON COLUMN support_file.find_hash IS 'Of the person''s own code, where they wished to have one: with it they read their copy and withdraw.';
COMMENT ON COLUMN support_file.sealed_copy IS 'The same document, sealed to the person''s code.';
COMMENT ON COLUMN support_file.ends_on IS 'The last day the person agreed to; the night after it the row is erased.';
COMMENT ON COLUMN support_file.remind_on IS 'The next day on which its helper wants to look at it; why is inside.';

CREATE TABLE support_change (
  command_id uuid PRIMARY KEY,
  file_id uuid NOT NULL REFERENCES support_file (file_id) ON DELETE CASCADE
);
CREATE INDEX support_change_file ON support_change (file_id);
COMMENT ON TABLE support_change IS 'Commands that changed a file: the same change sent twice is one change.';

CREATE TABLE help_work (
  work_id uuid PRIMARY KEY,
  command_id uuid NOT NULL UNIQUE,
  helper_id uuid NOT NULL REFERENCES person (id),
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  kind text NOT NULL CHECK (
    kind IN ('talk', 'visit', 'going_along', 'family', 'learning', 'other')
  ),
  times integer NOT NULL CHECK (times BETWEEN 1 AND 500),
  minutes integer NOT NULL CHECK (minutes BETWEEN 0 AND 50000),
  recorded_on date NOT NULL
);
CREATE INDEX help_work_helper ON help_work (helper_id, month);
COMMENT ON TABLE help_work IS 'How often and how long a helper was at work in a month, by their own word: nobody who was helped is named, and no day.';

CREATE TABLE help_count (
  ring_id uuid NOT NULL REFERENCES key_ring (ring_id),
  half_year date NOT NULL CHECK (extract(day FROM half_year) = 1 AND extract(month FROM half_year) IN (1, 7)),
  given integer NOT NULL CHECK (given >= 0),
  PRIMARY KEY (ring_id, half_year)
);
COMMENT ON TABLE help_count IS 'How many requests ended with help given, by half-year; nothing leads from here to any of them. Told by help_given alone, and never below the floor.';

CREATE TABLE help_contact (
  unit_id uuid PRIMARY KEY REFERENCES unit (unit_id),
  phone text NOT NULL CHECK (phone ~ '^[0-9+][0-9 .]{2,24}$'),
  source text NOT NULL CHECK (length(source) BETWEEN 3 AND 200),
  checked_on date,
  set_by uuid NOT NULL REFERENCES person (id),
  set_on date NOT NULL
);
COMMENT ON TABLE help_contact IS 'The telephone of a commune''s health station or helpers, for everybody; by which paper, and on which day somebody called it to see that it is answered.';

-- As with tips: seen by whoever can open something of the ring, and by nobody else however far they
-- reach. A ring of help has no police in it: see fits_ring.
CREATE FUNCTION help_rings() RETURNS SETOF uuid
  LANGUAGE sql STABLE SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT DISTINCT held.ring_id FROM held_epochs() held
  JOIN key_ring ring ON ring.ring_id = held.ring_id AND ring.purpose = 'help';
END;
COMMENT ON FUNCTION help_rings IS 'The rings whose requests whoever asks may see: those they hold a key to, while their role lasts.';
CREATE FUNCTION is_helper(of_person uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT EXISTS (
    SELECT FROM role_holding WHERE person_id = of_person AND role = 'helper'
      AND valid_from <= current_date + 1 AND (valid_to IS NULL OR valid_to >= current_date - 1)
  ) AND NOT EXISTS (
    SELECT FROM role_holding WHERE person_id = of_person AND role IN ('administrator', 'commune_police', 'provincial_police')
      AND valid_from <= current_date + 1 AND (valid_to IS NULL OR valid_to >= current_date - 1)
  );
END;
COMMENT ON FUNCTION is_helper IS 'Whether somebody helps now, and neither polices nor administers beside it.';
CREATE FUNCTION helps() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN acting_for() IS NULL AND is_helper(reach_person());
COMMENT ON FUNCTION helps IS 'Whether whoever asks helps now, in their own name: somebody who stands in for them does not.';
REVOKE ALL ON FUNCTION help_rings, is_helper, helps FROM PUBLIC;
GRANT EXECUTE ON FUNCTION help_rings, helps TO binh_yen_app;

-- Whoever polices never opens what was asked for as help, even with a helper's role of their own.
CREATE OR REPLACE FUNCTION fits_ring(of_person uuid, of_purpose text, of_unit uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  WITH held AS (
    SELECT role, unit_id, site_id FROM role_holding
    WHERE person_id = of_person AND valid_from <= current_date + 1
      AND (valid_to IS NULL OR valid_to >= current_date - 1)
  )
  SELECT NOT EXISTS (
    SELECT FROM held
    WHERE role = 'administrator'
      OR (of_purpose = 'help' AND role IN ('commune_police', 'provincial_police'))
  ) AND EXISTS (
    SELECT FROM held
    WHERE CASE role
      WHEN 'helper' THEN of_purpose = 'help' AND unit_id = of_unit
      WHEN 'provincial_police' THEN of_purpose = 'tip' AND EXISTS (
        SELECT FROM unit WHERE unit.unit_id = of_unit AND level = 'tinh')
      WHEN 'commune_police' THEN of_purpose = 'tip' AND (unit_id = of_unit OR EXISTS (
        SELECT FROM site_place placed
        WHERE placed.site_id = held.site_id AND placed.commune_id = of_unit
          AND placed.valid_from <= current_date + 1
          AND (placed.valid_to IS NULL OR placed.valid_to >= current_date - 1)))
      ELSE false
    END
  );
END;

ALTER TABLE help_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY share ON help_request TO binh_yen_app USING (ring_id IN (SELECT help_rings()));
-- Once somebody has taken it over, it is theirs to work on, while they are in the ring.
CREATE POLICY own ON help_request AS RESTRICTIVE FOR UPDATE TO binh_yen_app
  USING (
    taken_by IS NULL OR taken_by = (SELECT reach_person()) OR NOT EXISTS (
      SELECT FROM ring_share share
      WHERE share.ring_id = help_request.ring_id AND share.person_id = help_request.taken_by)
  )
  WITH CHECK (taken_by IS NULL OR taken_by = (SELECT reach_person()));
ALTER TABLE help_letter ENABLE ROW LEVEL SECURITY;
CREATE POLICY share ON help_letter TO binh_yen_app USING (
  EXISTS (SELECT FROM help_request asked WHERE asked.help_id = help_letter.help_id)
);
-- Nobody writes in another's name, nor what a sender is to have said.
CREATE POLICY own ON help_letter AS RESTRICTIVE FOR INSERT TO binh_yen_app WITH CHECK (
  written_by = (SELECT reach_person())
);
ALTER TABLE support_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON support_file TO binh_yen_app USING (
  helper_id = (SELECT reach_person()) AND (SELECT helps())
);
ALTER TABLE support_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON support_change TO binh_yen_app USING (
  EXISTS (SELECT FROM support_file file WHERE file.file_id = support_change.file_id)
);
ALTER TABLE help_work ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON help_work TO binh_yen_app USING (
  helper_id = (SELECT reach_person()) AND (SELECT helps())
);

ALTER TABLE help_contact ENABLE ROW LEVEL SECURITY;
CREATE POLICY duty ON help_contact TO binh_yen_app USING (opens_ring('help', unit_id));
CREATE FUNCTION help_contact_of(of_unit uuid)
  RETURNS TABLE (phone text, source text, checked_on date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT phone, source, checked_on FROM help_contact WHERE unit_id = of_unit;
END;
COMMENT ON FUNCTION help_contact_of IS 'For public pages: the number to call, and how far it was checked.';
REVOKE ALL ON FUNCTION help_contact_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION help_contact_of TO binh_yen_app;
GRANT SELECT, INSERT ON help_contact TO binh_yen_app;
GRANT UPDATE (phone, source, checked_on, set_by, set_on) ON help_contact TO binh_yen_app;

GRANT SELECT ON help_letter, support_change, help_work TO binh_yen_app;
GRANT SELECT (
  help_id, find_hash, ring_id, answer_recipient, received_on, last_letter_on, unread_since, taken_by,
  taken_on, closed_on, ending
) ON help_request TO binh_yen_app;
GRANT SELECT (
  file_id, command_id, helper_id, key_id, version, sealed, own_recipient, begun_on, ends_on, remind_on
) ON support_file TO binh_yen_app;
GRANT INSERT ON help_letter, support_file, support_change, help_work TO binh_yen_app;
GRANT UPDATE (unread_since, taken_by, taken_on, closed_on, ending) ON help_request TO binh_yen_app;
GRANT UPDATE (version, key_id, sealed, sealed_copy, ends_on, remind_on) ON support_file
  TO binh_yen_app;
GRANT DELETE ON support_file, help_work TO binh_yen_app;

-- What was done stands in the record as everything does; who may not know of it does not see it there.
CREATE POLICY help ON audit AS RESTRICTIVE FOR SELECT TO binh_yen_app USING (
  (record NOT LIKE 'help %' AND record NOT LIKE 'support %') OR (SELECT reach_person()) IS NULL
  OR person_id = (SELECT reach_person())
);
