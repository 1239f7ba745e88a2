-- The other two doors: tip boxes with their keys, openings and code slips; the hotline with its roster and missed calls.

CREATE TABLE box (
  box_id uuid PRIMARY KEY,
  command_id uuid NOT NULL UNIQUE,
  unit_id uuid NOT NULL REFERENCES unit (unit_id),
  seal_number text NOT NULL CHECK (length(seal_number) BETWEEN 1 AND 40),
  every_days integer NOT NULL CHECK (every_days BETWEEN 1 AND 92),
  used_from date NOT NULL,
  used_until date,
  last_opened_on date,
  made_by uuid NOT NULL REFERENCES person (id),
  made_on date NOT NULL,
  CHECK (used_until >= used_from)
);
CREATE INDEX box_unit ON box (unit_id);
COMMENT ON TABLE box IS 'A tip box: whose it is, under which seal, how often it is to be opened.';
COMMENT ON COLUMN box.unit_id IS 'The unit whose people on duty its letters are sealed to.';
COMMENT ON COLUMN box.seal_number IS 'Of the seal that hangs on it now, as its last closing recorded it.';
COMMENT ON COLUMN box.last_opened_on IS 'The day of the last opening that was closed: what the next one is due by; nothing of what was inside.';

CREATE TABLE box_place (
  box_id uuid NOT NULL REFERENCES box (box_id),
  place_id uuid NOT NULL,
  command_id uuid NOT NULL UNIQUE,
  place text NOT NULL CHECK (length(place) BETWEEN 3 AND 200),
  hangs_from date NOT NULL,
  PRIMARY KEY (box_id, place_id)
);
COMMENT ON TABLE box_place IS 'Where a box hangs, and hung before it was moved: in words, for everybody.';

CREATE TABLE box_key (
  box_id uuid NOT NULL REFERENCES box (box_id),
  key_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  valid_from date NOT NULL,
  valid_to date,
  PRIMARY KEY (box_id, key_id),
  CHECK (valid_to >= valid_from)
);
CREATE UNIQUE INDEX box_key_current ON box_key (box_id, person_id) WHERE valid_to IS NULL;
CREATE INDEX box_key_person ON box_key (person_id);
COMMENT ON TABLE box_key IS 'Who holds one of the two keys of a box, from a day until a day.';

CREATE TABLE box_opening (
  opening_id uuid PRIMARY KEY,
  command_id uuid NOT NULL UNIQUE,
  box_id uuid NOT NULL REFERENCES box (box_id),
  opened_on date NOT NULL,
  first_id uuid NOT NULL REFERENCES person (id),
  second_id uuid NOT NULL REFERENCES person (id),
  replacement_reason text CHECK (length(replacement_reason) BETWEEN 5 AND 300),
  seal_expected text NOT NULL CHECK (length(seal_expected) BETWEEN 1 AND 40),
  seal_found text NOT NULL CHECK (length(seal_found) BETWEEN 1 AND 40),
  seal_state text NOT NULL CHECK (seal_state IN ('whole', 'broken', 'other', 'missing')),
  letters integer CHECK (letters BETWEEN 0 AND 500),
  set_aside integer CHECK (set_aside BETWEEN 0 AND 500),
  set_aside_reason text CHECK (length(set_aside_reason) BETWEEN 5 AND 300),
  difference_reason text CHECK (length(difference_reason) BETWEEN 5 AND 300),
  new_seal text CHECK (length(new_seal) BETWEEN 1 AND 40),
  handed_to text CHECK (length(handed_to) BETWEEN 2 AND 120),
  closed_on date,
  close_command_id uuid UNIQUE,
  CHECK (first_id <> second_id),
  CHECK (num_nulls(set_aside, new_seal, closed_on, close_command_id) IN (0, 4)),
  CHECK (closed_on IS NULL OR letters IS NOT NULL)
);
CREATE UNIQUE INDEX box_opening_current ON box_opening (box_id) WHERE closed_on IS NULL;
CREATE INDEX box_opening_first ON box_opening (first_id);
CREATE INDEX box_opening_second ON box_opening (second_id);
COMMENT ON TABLE box_opening IS 'One opening of a box by two people, who check the seal, count, seal every letter at once and close; not a word of any letter.';
COMMENT ON COLUMN box_opening.letters IS 'As counted by both when the box was open; shown to them, and to those on duty whose box it is.';
COMMENT ON COLUMN box_opening.set_aside IS 'Papers that are no letter: advertisements, empty sheets.';
COMMENT ON COLUMN box_opening.difference_reason IS 'Why the count is not what was entered and set aside.';

CREATE TABLE box_presence (
  opening_id uuid PRIMARY KEY REFERENCES box_opening (opening_id),
  command_id uuid NOT NULL UNIQUE,
  person_id uuid NOT NULL REFERENCES person (id),
  confirmed_on date NOT NULL
);
CREATE INDEX box_presence_person ON box_presence (person_id);
COMMENT ON TABLE box_presence IS 'The second person says with their own sign-in that they are there: until then nothing goes on.';

CREATE TABLE box_letter (
  opening_id uuid NOT NULL REFERENCES box_opening (opening_id),
  number integer NOT NULL CHECK (number BETWEEN 1 AND 500),
  PRIMARY KEY (opening_id, number)
);
COMMENT ON TABLE box_letter IS 'That a counted letter was sealed and handed in; which tip it is, only its sealed content tells.';

CREATE TABLE code_slip (
  slip_number text PRIMARY KEY CHECK (slip_number ~ '^[0-9A-Z]{8}$'),
  unit_id uuid NOT NULL REFERENCES unit (unit_id),
  find_hash bytea NOT NULL UNIQUE CHECK (octet_length(find_hash) = 32),
  answer_recipient text NOT NULL CHECK (
    answer_recipient ~ '^age1[a-z0-9]+$' AND length(answer_recipient) BETWEEN 50 AND 4000
  ),
  sheet_id uuid NOT NULL,
  made_by uuid NOT NULL REFERENCES person (id),
  made_on date NOT NULL
);
CREATE INDEX code_slip_unit ON code_slip (unit_id);
CREATE INDEX code_slip_sheet ON code_slip (sheet_id);
COMMENT ON TABLE code_slip IS 'Slips given out blank: the number on the coupon, and to what a letter that carries it is bound. The code itself was made and printed on a device and is nowhere here.';

CREATE TABLE hotline (
  unit_id uuid PRIMARY KEY REFERENCES unit (unit_id),
  phone text NOT NULL CHECK (phone ~ '^[0-9+][0-9 .]{2,24}$'),
  source text NOT NULL CHECK (length(source) BETWEEN 3 AND 200),
  checked_on date,
  set_by uuid NOT NULL REFERENCES person (id),
  set_on date NOT NULL
);
COMMENT ON TABLE hotline IS 'The number people call, for everybody; by which paper, and on which day somebody called it to see that it is answered.';

CREATE TABLE hotline_shift (
  shift_id uuid PRIMARY KEY,
  command_id uuid NOT NULL,
  unit_id uuid NOT NULL REFERENCES unit (unit_id),
  person_id uuid NOT NULL REFERENCES person (id),
  day date NOT NULL,
  from_hour integer NOT NULL CHECK (from_hour BETWEEN 0 AND 23),
  hours integer NOT NULL CHECK (hours BETWEEN 1 AND 24),
  taken_on date,
  removed_on date,
  UNIQUE (command_id, day)
);
CREATE INDEX hotline_shift_unit ON hotline_shift (unit_id, day);
CREATE INDEX hotline_shift_person ON hotline_shift (person_id);
COMMENT ON TABLE hotline_shift IS 'Who answers the hotline when, by the clock of the installation.';
COMMENT ON COLUMN hotline_shift.taken_on IS 'The day on which the person said that the telephone is with them now.';

CREATE TABLE missed_call (
  call_id uuid PRIMARY KEY,
  command_id uuid NOT NULL UNIQUE,
  unit_id uuid NOT NULL REFERENCES unit (unit_id),
  day date NOT NULL,
  part text NOT NULL CHECK (part IN ('night', 'morning', 'afternoon', 'evening')),
  ring_id uuid,
  epoch integer,
  sealed bytea CHECK (octet_length(sealed) BETWEEN 100 AND 20000),
  answered_on date,
  FOREIGN KEY (ring_id, epoch) REFERENCES ring_epoch (ring_id, epoch),
  CHECK (num_nulls(ring_id, epoch, sealed) IN (0, 3))
);
CREATE INDEX missed_call_unit ON missed_call (unit_id, day);
COMMENT ON TABLE missed_call IS 'That somebody called and nobody answered: a day and a part of it. A number to call back stands in it only sealed.';
COMMENT ON COLUMN missed_call.sealed IS 'The number to call back, sealed to those on duty; erased once somebody called back.';
