-- How people come in, whose role passes on, who stands in for whom; the rosters of a site.

-- The name as it is searched: without marks, đ as d, lower case. Whoever writes the name, it follows.
ALTER TABLE person ADD COLUMN folded_name text NOT NULL GENERATED ALWAYS AS (
  lower(translate(regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dD'))
) STORED;
COMMENT ON COLUMN person.folded_name IS 'As fold() in text.ts writes it; narrows a search down before its own rule decides.';

ALTER TABLE role_holding
  ADD COLUMN command_id uuid UNIQUE,
  ADD COLUMN ended_command_id uuid;
CREATE INDEX role_holding_ended_command ON role_holding (ended_command_id);
COMMENT ON COLUMN role_holding.command_id IS 'What gave it; null where it came with the demo or before commands had ids here.';
GRANT UPDATE (ended_command_id) ON role_holding TO binh_yen_app;

CREATE TABLE invitation (
  invitation_id uuid PRIMARY KEY,
  command_id uuid NOT NULL UNIQUE,
  code_hash text NOT NULL UNIQUE,
  person_id uuid REFERENCES person (id),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  role text,
  site_id uuid REFERENCES site (site_id),
  unit_id uuid REFERENCES unit (unit_id),
  holds_from date,
  email text CHECK (length(email) BETWEEN 3 AND 200),
  valid_until date NOT NULL,
  invited_by uuid NOT NULL REFERENCES person (id),
  invited_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz,
  accepted_at timestamptz,
  accepted_by uuid REFERENCES person (id),
  accepted_command_id uuid UNIQUE,
  CHECK ((person_id IS NULL) = (role IS NOT NULL)),
  CHECK ((role IS NULL) = (holds_from IS NULL)),
  CHECK (role IS NOT NULL OR (site_id IS NULL AND unit_id IS NULL)),
  CHECK ((accepted_at IS NULL) = (accepted_by IS NULL)),
  CHECK (accepted_at IS NULL OR revoked_at IS NULL)
);
CREATE INDEX invitation_open ON invitation (invited_at)
  WHERE accepted_at IS NULL AND revoked_at IS NULL;
COMMENT ON TABLE invitation IS 'A printed sheet that lets one person in, once, until a day; only a hash of its code is kept.';
COMMENT ON COLUMN invitation.person_id IS 'A new way in for somebody who has an account already; null for somebody new.';
COMMENT ON COLUMN invitation.holds_from IS 'The first day of the role; it never begins before the sheet was used.';

ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
CREATE POLICY reach ON invitation TO binh_yen_app USING (
  (SELECT reach_everywhere())
  OR site_id = ANY ((SELECT reach_sites())::uuid[])
  OR invited_by = (SELECT reach_person())
);

-- The application may write a password only for whoever holds an open sheet of their own account.
CREATE FUNCTION renew_password(sheet uuid, new_hash text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  owner_id uuid;
BEGIN
  SELECT person_id INTO owner_id FROM invitation
  WHERE invitation_id = sheet AND person_id IS NOT NULL
    AND accepted_at IS NULL AND revoked_at IS NULL;
  IF owner_id IS NULL THEN RETURN false; END IF;
  DELETE FROM sign_in_account WHERE person_id = owner_id AND provider_id = 'credential';
  INSERT INTO sign_in_account (id, person_id, account_id, provider_id, password)
  VALUES (gen_random_uuid(), owner_id, owner_id, 'credential', new_hash);
  UPDATE invitation SET revoked_at = now()
  WHERE person_id = owner_id AND invitation_id <> sheet
    AND accepted_at IS NULL AND revoked_at IS NULL;
  RETURN true;
END
$$;
REVOKE ALL ON FUNCTION renew_password FROM PUBLIC;
GRANT EXECUTE ON FUNCTION renew_password TO binh_yen_app;

-- Whoever prints a new way in cannot see the sheets others printed for the same person.
CREATE FUNCTION void_renewals(whose uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  UPDATE invitation SET revoked_at = now()
  WHERE person_id = whose AND accepted_at IS NULL AND revoked_at IS NULL;
END;
REVOKE ALL ON FUNCTION void_renewals FROM PUBLIC;
GRANT EXECUTE ON FUNCTION void_renewals TO binh_yen_app;

-- Whoever looks after one site may let its people in again, not somebody with a role beyond it.
CREATE FUNCTION holds_only_within_reach(whose uuid, on_day date, roles text[]) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN reach_everywhere() OR NOT EXISTS (
    SELECT FROM role_holding
    WHERE person_id = whose AND (valid_to IS NULL OR valid_to >= on_day)
      AND NOT coalesce(role = ANY (roles) AND site_id = ANY (reach_sites()), false)
  );
REVOKE ALL ON FUNCTION holds_only_within_reach FROM PUBLIC;
GRANT EXECUTE ON FUNCTION holds_only_within_reach TO binh_yen_app;

CREATE TABLE role_hand_over (
  hand_over_id uuid PRIMARY KEY,
  command_id uuid NOT NULL UNIQUE,
  from_person uuid NOT NULL REFERENCES person (id),
  to_person uuid NOT NULL REFERENCES person (id),
  from_holding uuid NOT NULL UNIQUE REFERENCES role_holding (holding_id),
  to_holding uuid NOT NULL REFERENCES role_holding (holding_id),
  role text NOT NULL,
  site_id uuid REFERENCES site (site_id),
  unit_id uuid REFERENCES unit (unit_id),
  on_day date NOT NULL,
  moved jsonb NOT NULL,
  recorded_by uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  CHECK (from_person <> to_person)
);
COMMENT ON TABLE role_hand_over IS 'A role that passed from one person to another: the first day of the second, and what went along.';
COMMENT ON COLUMN role_hand_over.moved IS 'Exactly what was handed over, as it stood when it was recorded: [{siteId, kind: duty|step, …}].';

ALTER TABLE role_hand_over ENABLE ROW LEVEL SECURITY;
CREATE POLICY reach ON role_hand_over TO binh_yen_app USING (
  (SELECT reach_everywhere())
  OR site_id = ANY ((SELECT reach_sites())::uuid[])
  OR from_person = (SELECT reach_person())
  OR to_person = (SELECT reach_person())
);

CREATE TABLE duty_holder (
  site_id uuid NOT NULL,
  holder_id uuid NOT NULL,
  command_id uuid NOT NULL,
  duty_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  valid_from date NOT NULL,
  valid_to date,
  hand_over_id uuid REFERENCES role_hand_over (hand_over_id),
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (site_id, holder_id),
  UNIQUE (site_id, command_id, duty_id),
  FOREIGN KEY (site_id, duty_id) REFERENCES duty (site_id, duty_id),
  -- One day earlier: taken on and given back the same day, it was never held.
  CHECK (valid_to IS NULL OR valid_to >= valid_from - 1)
);
CREATE INDEX duty_holder_duty ON duty_holder (site_id, duty_id, valid_from);
CREATE INDEX duty_holder_person ON duty_holder (person_id, site_id);
COMMENT ON TABLE duty_holder IS 'Which person has taken on a duty of their role, from when until when.';

CREATE TABLE stand_in (
  stand_in_id uuid PRIMARY KEY,
  command_id uuid NOT NULL UNIQUE,
  absent_id uuid NOT NULL REFERENCES person (id),
  person_id uuid NOT NULL REFERENCES person (id),
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  named_by uuid NOT NULL REFERENCES person (id),
  named_at timestamptz NOT NULL DEFAULT now(),
  CHECK (absent_id <> person_id),
  -- One day earlier: taken back before it began.
  CHECK (valid_to >= valid_from - 1)
);
CREATE INDEX stand_in_absent ON stand_in (absent_id);
CREATE INDEX stand_in_person ON stand_in (person_id, valid_to);
COMMENT ON TABLE stand_in IS 'Who does whose work while that one is away; it ends by itself.';

ALTER TABLE stand_in ENABLE ROW LEVEL SECURITY;
CREATE POLICY reach ON stand_in TO binh_yen_app USING (
  (SELECT reach_everywhere())
  OR absent_id = (SELECT reach_person())
  OR person_id = (SELECT reach_person())
) WITH CHECK (
  -- Nobody makes themselves another's stand-in.
  (SELECT reach_everywhere())
  OR (absent_id = (SELECT reach_person()) AND named_by = (SELECT reach_person()))
);

CREATE TABLE member_entry (
  site_id uuid NOT NULL REFERENCES site (site_id),
  entry_id uuid NOT NULL,
  member_id uuid NOT NULL,
  command_id uuid NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  part text NOT NULL CHECK (length(part) BETWEEN 1 AND 80),
  organisation text NOT NULL CHECK (length(organisation) <= 120),
  phone text CHECK (phone ~ '^[0-9+ .]{8,20}$'),
  core boolean NOT NULL,
  consented_on date NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  recorded_by uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (site_id, entry_id),
  UNIQUE (site_id, command_id),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX member_entry_member ON member_entry (site_id, member_id, recorded_at);
COMMENT ON TABLE member_entry IS 'Who works for the model at a site, with their consent; a correction is a new entry, and the latest counts.';
COMMENT ON COLUMN member_entry.phone IS 'Only where the person agrees that it is kept.';

CREATE TABLE household_entry (
  site_id uuid NOT NULL REFERENCES site (site_id),
  entry_id uuid NOT NULL,
  household_id uuid NOT NULL,
  command_id uuid NOT NULL,
  number text NOT NULL CHECK (length(number) BETWEEN 1 AND 20),
  representative text NOT NULL CHECK (length(representative) BETWEEN 1 AND 120),
  group_name text NOT NULL CHECK (length(group_name) <= 80),
  place text NOT NULL CHECK (length(place) <= 200),
  valid_from date NOT NULL,
  valid_to date,
  recorded_by uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (site_id, entry_id),
  UNIQUE (site_id, command_id),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX household_entry_household ON household_entry (site_id, household_id, recorded_at);
COMMENT ON TABLE household_entry IS 'The households of a site, for assemblies and commitments; never more of them than this. The latest entry counts.';

DO $$
DECLARE
  of_site text;
BEGIN
  FOREACH of_site IN ARRAY ARRAY['duty_holder', 'member_entry', 'household_entry'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', of_site);
    EXECUTE format(
      'CREATE POLICY reach ON %I TO binh_yen_app USING (
         (SELECT reach_everywhere()) OR site_id = ANY ((SELECT reach_sites())::uuid[]))',
      of_site
    );
  END LOOP;
END
$$;

GRANT SELECT, INSERT ON invitation, role_hand_over, duty_holder, stand_in, member_entry,
  household_entry TO binh_yen_app;
GRANT UPDATE (code_hash, valid_until, revoked_at, accepted_at, accepted_by, accepted_command_id)
  ON invitation TO binh_yen_app;
GRANT UPDATE (valid_to) ON duty_holder, stand_in TO binh_yen_app;
