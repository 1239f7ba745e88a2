-- Tips: what came in by web, box and telephone, sealed to those on duty, and what became of it day by day.

-- The doors come in through a login of their own: it may hand in and ask by a code, and list nothing.
DO $$
BEGIN
  CREATE ROLE binh_yen_intake NOLOGIN;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
GRANT binh_yen_intake TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO binh_yen_intake;

CREATE TABLE tip (
  tip_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  find_hash bytea NOT NULL UNIQUE CHECK (octet_length(find_hash) = 32),
  ring_id uuid NOT NULL,
  epoch integer NOT NULL,
  answer_recipient text NOT NULL CHECK (
    answer_recipient ~ '^age1[a-z0-9]+$' AND length(answer_recipient) BETWEEN 50 AND 4000
  ),
  door text NOT NULL CHECK (door IN ('web', 'box', 'hotline')),
  received_on date NOT NULL,
  has_identity boolean NOT NULL DEFAULT false,
  state text NOT NULL DEFAULT 'received' CHECK (
    state IN (
      'received', 'acknowledged', 'classified', 'forwarded', 'confirmed', 'resolved', 'told', 'closed'
    )
  ),
  state_on date NOT NULL,
  class text CHECK (class IN ('a', 'b', 'not_crime', 'denunciation')),
  register_number text CHECK (length(register_number) BETWEEN 1 AND 40),
  unread_since date,
  last_letter_on date NOT NULL,
  handed_over_on date,
  body_ended_on date,
  passed_to uuid REFERENCES key_ring (ring_id),
  merged_into uuid REFERENCES tip (tip_id) ON DELETE SET NULL,
  FOREIGN KEY (ring_id, epoch) REFERENCES ring_epoch (ring_id, epoch),
  CHECK (merged_into <> tip_id),
  CHECK (passed_to <> ring_id),
  CHECK (state IN ('received', 'acknowledged') OR register_number IS NOT NULL OR state = 'closed'),
  CHECK (state NOT IN ('classified', 'forwarded', 'confirmed') OR class IS NOT NULL)
);
CREATE INDEX tip_ring ON tip (ring_id, received_on);
CREATE INDEX tip_passed_to ON tip (passed_to) WHERE passed_to IS NOT NULL;
CREATE INDEX tip_merged_into ON tip (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX tip_unread ON tip (unread_since) WHERE unread_since IS NOT NULL;
CREATE INDEX tip_handed_over ON tip (handed_over_on) WHERE handed_over_on IS NOT NULL;
COMMENT ON TABLE tip IS 'That something was told, to whom, and how far it has come: days only, never an hour, an address or an account. What it says is in sealed letters.';
COMMENT ON COLUMN tip.tip_id IS 'Random: neither it nor anything else here tells in which order tips came.';
COMMENT ON COLUMN tip.find_hash IS 'SHA-256 of the half of the sender''s code that finds the tip again; the half that opens its answers never leaves their device.';
COMMENT ON COLUMN tip.answer_recipient IS 'What is answered is sealed to this; only the code makes the key to it.';
COMMENT ON COLUMN tip.unread_since IS 'The first day on which something lay here that nobody has opened; null once somebody has.';
COMMENT ON COLUMN tip.handed_over_on IS 'The day since which its content is needed here no longer: the hand-over was confirmed, or it was closed.';
COMMENT ON COLUMN tip.body_ended_on IS 'The day its letters were erased; what became of it is still told by the code.';
COMMENT ON COLUMN tip.passed_to IS 'The ring above, to which the first one has sealed it anew: its turn to work on it.';

CREATE TABLE tip_letter (
  tip_id uuid NOT NULL REFERENCES tip (tip_id) ON DELETE CASCADE,
  letter_id uuid NOT NULL DEFAULT gen_random_uuid(),
  command_id uuid NOT NULL UNIQUE,
  position integer NOT NULL CHECK (position > 0),
  direction text NOT NULL CHECK (direction IN ('in', 'out')),
  ring_id uuid NOT NULL,
  epoch integer NOT NULL,
  sealed bytea NOT NULL CHECK (octet_length(sealed) BETWEEN 100 AND 300000),
  sealed_copy bytea CHECK (octet_length(sealed_copy) BETWEEN 100 AND 300000),
  copy_of uuid,
  written_by uuid REFERENCES person (id),
  day date NOT NULL,
  PRIMARY KEY (tip_id, letter_id),
  FOREIGN KEY (ring_id, epoch) REFERENCES ring_epoch (ring_id, epoch),
  FOREIGN KEY (tip_id, copy_of) REFERENCES tip_letter (tip_id, letter_id) ON DELETE CASCADE,
  CHECK ((direction = 'out') = (sealed_copy IS NOT NULL)),
  -- What came in has no author; what an officer wrote, or sealed anew for another ring, has one.
  CHECK ((direction = 'in' AND copy_of IS NULL) = (written_by IS NULL))
);
CREATE INDEX tip_letter_copy_of ON tip_letter (tip_id, copy_of) WHERE copy_of IS NOT NULL;
ALTER TABLE tip_letter ALTER COLUMN sealed SET STORAGE EXTERNAL, ALTER COLUMN sealed_copy SET STORAGE EXTERNAL;
COMMENT ON TABLE tip_letter IS 'What goes to and fro in one tip, sealed by the device that wrote it: in to the ring, out to the sender''s code.';
COMMENT ON COLUMN tip_letter.command_id IS 'Made on the device that sent it: the same letter twice is one letter.';
COMMENT ON COLUMN tip_letter.position IS 'Its place in the conversation: the hour is not kept.';
COMMENT ON COLUMN tip_letter.ring_id IS 'To which ring the letter, or of an answer its copy, is sealed.';
COMMENT ON COLUMN tip_letter.sealed_copy IS 'Of an answer: the same, sealed to the ring, so that colleagues can read what was said.';
COMMENT ON COLUMN tip_letter.copy_of IS 'The letter this one repeats for another ring; the first stays as it came.';

CREATE TABLE tip_piece (
  find_hash bytea NOT NULL CHECK (octet_length(find_hash) = 32),
  upload_id uuid NOT NULL,
  number integer NOT NULL CHECK (number BETWEEN 0 AND 999),
  ring_id uuid NOT NULL,
  epoch integer NOT NULL,
  sealed bytea NOT NULL CHECK (octet_length(sealed) BETWEEN 100 AND 400000),
  day date NOT NULL,
  PRIMARY KEY (find_hash, upload_id, number),
  FOREIGN KEY (ring_id, epoch) REFERENCES ring_epoch (ring_id, epoch)
);
CREATE INDEX tip_piece_day ON tip_piece (day);
ALTER TABLE tip_piece ALTER COLUMN sealed SET STORAGE EXTERNAL;
COMMENT ON TABLE tip_piece IS 'Files in sealed pieces. They may come before their letter, which alone says what they are; those whose letter never comes are erased.';

CREATE TABLE tip_identity (
  tip_id uuid NOT NULL,
  letter_id uuid NOT NULL,
  ring_id uuid NOT NULL,
  epoch integer NOT NULL,
  sealed bytea NOT NULL CHECK (octet_length(sealed) BETWEEN 100 AND 100000),
  PRIMARY KEY (tip_id, letter_id),
  FOREIGN KEY (tip_id, letter_id) REFERENCES tip_letter (tip_id, letter_id) ON DELETE CASCADE,
  FOREIGN KEY (ring_id, epoch) REFERENCES ring_epoch (ring_id, epoch)
);
ALTER TABLE tip_identity ALTER COLUMN sealed SET STORAGE EXTERNAL;
COMMENT ON TABLE tip_identity IS 'Who the sender is, where they chose to say so with a letter: sealed apart, and handed out only to whoever asked with a reason and got a colleague''s consent.';

CREATE TABLE tip_identity_request (
  request_id uuid PRIMARY KEY,
  command_id uuid NOT NULL UNIQUE,
  tip_id uuid NOT NULL REFERENCES tip (tip_id) ON DELETE CASCADE,
  epoch integer NOT NULL,
  sealed_reason bytea NOT NULL CHECK (octet_length(sealed_reason) BETWEEN 100 AND 100000),
  asked_by uuid NOT NULL REFERENCES person (id),
  asked_on date NOT NULL,
  answer text CHECK (answer IN ('consented', 'declined')),
  answered_by uuid REFERENCES person (id),
  answered_on date,
  answer_command_id uuid UNIQUE,
  CHECK (answered_by <> asked_by),
  CHECK (num_nulls(answer, answered_by, answered_on, answer_command_id) IN (0, 4))
);
CREATE INDEX tip_identity_request_tip ON tip_identity_request (tip_id);
COMMENT ON TABLE tip_identity_request IS 'One person asks to see who the sender is, another one agrees or not; the database itself takes no answer from whoever asked.';

CREATE TABLE tip_note (
  tip_id uuid NOT NULL REFERENCES tip (tip_id) ON DELETE CASCADE,
  note_id uuid NOT NULL,
  command_id uuid NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('note', 'redaction')),
  letter_id uuid,
  ring_id uuid NOT NULL,
  epoch integer NOT NULL,
  sealed bytea NOT NULL CHECK (octet_length(sealed) BETWEEN 100 AND 300000),
  written_by uuid NOT NULL REFERENCES person (id),
  day date NOT NULL,
  PRIMARY KEY (tip_id, note_id),
  FOREIGN KEY (ring_id, epoch) REFERENCES ring_epoch (ring_id, epoch),
  FOREIGN KEY (tip_id, letter_id) REFERENCES tip_letter (tip_id, letter_id) ON DELETE CASCADE,
  CHECK ((kind = 'redaction') = (letter_id IS NOT NULL))
);
CREATE INDEX tip_note_letter ON tip_note (tip_id, letter_id) WHERE letter_id IS NOT NULL;
ALTER TABLE tip_note ALTER COLUMN sealed SET STORAGE EXTERNAL;
COMMENT ON TABLE tip_note IS 'What those on duty write for each other, sealed to their ring; a redaction is a layer over a letter, which stays as it came.';

CREATE TABLE tip_event (
  tip_id uuid NOT NULL REFERENCES tip (tip_id) ON DELETE CASCADE,
  event_id uuid NOT NULL,
  command_id uuid NOT NULL UNIQUE,
  position integer NOT NULL CHECK (position > 0),
  kind text NOT NULL CHECK (
    kind IN (
      'opened', 'acknowledged', 'classified', 'reported', 'forwarded', 'confirmed', 'resolved',
      'told', 'closed', 'passed', 'merged'
    )
  ),
  day date NOT NULL,
  class text CHECK (class IN ('a', 'b', 'not_crime', 'denunciation')),
  reference text CHECK (length(reference) BETWEEN 1 AND 40),
  recorded_by uuid NOT NULL REFERENCES person (id),
  recorded_on date NOT NULL,
  PRIMARY KEY (tip_id, event_id),
  UNIQUE (tip_id, position),
  CHECK (day <= recorded_on),
  CHECK ((kind = 'classified') = (class IS NOT NULL))
);
COMMENT ON TABLE tip_event IS 'What those on duty did with a tip, on which day; where it stands is a fold over these.';
COMMENT ON COLUMN tip_event.reference IS 'The number in a register: of the receipt, or of the body it was handed to.';

CREATE TABLE tip_tombstone (
  find_hash bytea PRIMARY KEY CHECK (octet_length(find_hash) = 32),
  ring_id uuid NOT NULL REFERENCES key_ring (ring_id),
  received_in date NOT NULL CHECK (extract(day FROM received_in) = 1),
  door text NOT NULL,
  class text,
  state text NOT NULL,
  merged boolean NOT NULL DEFAULT false,
  ended_on date NOT NULL
);
COMMENT ON COLUMN tip_tombstone.merged IS 'It lay under another tip about the same thing, which is counted for both.';
CREATE INDEX tip_tombstone_ring ON tip_tombstone (ring_id, received_in);
COMMENT ON TABLE tip_tombstone IS 'That there was a tip, in which month and what became of it: for the unit''s own statistics, and so that its code still gets a true answer. Nothing leads from here to what it said.';

-- Seen by whoever can open something of the ring, and by nobody else however far they reach: jobs,
-- administrators and superiors get no row and no count.
CREATE FUNCTION tip_rings() RETURNS SETOF uuid
  LANGUAGE sql STABLE SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT DISTINCT held.ring_id FROM held_epochs() held
  JOIN key_ring ring ON ring.ring_id = held.ring_id AND ring.purpose = 'tip';
END;
COMMENT ON FUNCTION tip_rings IS 'The rings whose tips whoever asks may see: those they hold a key to, while their role lasts.';
REVOKE ALL ON FUNCTION tip_rings FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tip_rings TO binh_yen_app;

ALTER TABLE tip ENABLE ROW LEVEL SECURITY;
CREATE POLICY share ON tip TO binh_yen_app USING (
  ring_id IN (SELECT tip_rings()) OR passed_to IN (SELECT tip_rings())
);
ALTER TABLE tip_tombstone ENABLE ROW LEVEL SECURITY;
CREATE POLICY share ON tip_tombstone TO binh_yen_app USING (ring_id IN (SELECT tip_rings()));
DO $$
DECLARE
  of_tip text;
BEGIN
  FOREACH of_tip IN ARRAY ARRAY[
    'tip_letter', 'tip_note', 'tip_event', 'tip_identity_request'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', of_tip);
    -- The policy of the tip itself decides.
    EXECUTE format(
      'CREATE POLICY share ON %I TO binh_yen_app USING (
         EXISTS (SELECT FROM tip WHERE tip.tip_id = %I.tip_id))', of_tip, of_tip
    );
  END LOOP;
END
$$;
-- Nobody writes in another's name, nor what a sender is to have said.
CREATE POLICY own ON tip_letter AS RESTRICTIVE FOR INSERT TO binh_yen_app WITH CHECK (
  written_by = (SELECT reach_person())
);
CREATE POLICY own ON tip_note AS RESTRICTIVE FOR INSERT TO binh_yen_app WITH CHECK (
  written_by = (SELECT reach_person())
);
CREATE POLICY own ON tip_event AS RESTRICTIVE FOR INSERT TO binh_yen_app WITH CHECK (
  recorded_by = (SELECT reach_person())
);
CREATE POLICY own ON tip_identity_request AS RESTRICTIVE FOR INSERT TO binh_yen_app WITH CHECK (
  asked_by = (SELECT reach_person()) AND answer IS NULL AND EXISTS (
    SELECT FROM tip WHERE tip.tip_id = tip_identity_request.tip_id
      AND coalesce(tip.passed_to, tip.ring_id) IN (SELECT tip_rings()))
);
CREATE POLICY other ON tip_identity_request AS RESTRICTIVE FOR UPDATE TO binh_yen_app
  USING (
    answer IS NULL AND asked_by <> (SELECT reach_person()) AND EXISTS (
      SELECT FROM tip WHERE tip.tip_id = tip_identity_request.tip_id
        AND coalesce(tip.passed_to, tip.ring_id) IN (SELECT tip_rings()))
  )
  WITH CHECK (answered_by = (SELECT reach_person()));
