-- The second wall: whoever works with the database sees the rows of the sites set for the transaction.

-- Where a role holds: at one site, in one commune, or everywhere (both null).
ALTER TABLE role_holding ADD COLUMN unit_id uuid REFERENCES unit (unit_id);
CREATE INDEX role_holding_unit ON role_holding (unit_id);
CREATE INDEX role_holding_site ON role_holding (site_id);
ALTER TABLE role_holding DROP CONSTRAINT role_holding_role_check;
ALTER TABLE role_holding DROP CONSTRAINT role_holding_check1;
ALTER TABLE role_holding ADD CONSTRAINT role_holding_role_check CHECK (
  role IN (
    'administrator', 'provincial_officer', 'data_protection_officer', 'commune_police',
    'core_member', 'viewer'
  )
);
ALTER TABLE role_holding ADD CONSTRAINT role_holding_scope_check CHECK (
  CASE
    WHEN role IN ('administrator', 'provincial_officer', 'data_protection_officer')
      THEN site_id IS NULL AND unit_id IS NULL
    WHEN role = 'core_member' THEN site_id IS NOT NULL AND unit_id IS NULL
    ELSE (site_id IS NULL) <> (unit_id IS NULL)
  END
);
COMMENT ON COLUMN role_holding.unit_id IS 'The commune whose sites it holds for; a holding at a commune that ended keeps the sites that stood there on its last day.';

CREATE FUNCTION reach_everywhere() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN current_setting('binh_yen.sites', true) = 'all';
CREATE FUNCTION reach_sites() RETURNS uuid[]
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN string_to_array(nullif(current_setting('binh_yen.sites', true), 'all'), ',')::uuid[];
CREATE FUNCTION reach_person() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('binh_yen.person', true), '')::uuid;
CREATE FUNCTION acting_for() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('binh_yen.acting_for', true), '')::uuid;
CREATE FUNCTION device_at() RETURNS timestamptz
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('binh_yen.device_at', true), '')::timestamptz;
COMMENT ON FUNCTION reach_everywhere IS 'Whether the transaction may touch every site. Nothing set: no.';
COMMENT ON FUNCTION reach_sites IS 'The sites the transaction may touch. Nothing set: none.';

-- The same sentence for every table of a site; the sub-selects are worked out once a query.
DO $$
DECLARE
  of_site text;
BEGIN
  FOREACH of_site IN ARRAY ARRAY[
    'site', 'baseline_figure', 'step', 'step_event', 'duty', 'duty_event', 'resource',
    'site_recipient', 'activity', 'activity_photo', 'indicator', 'indicator_entry', 'review',
    'issued_paper', 'open_duty', 'open_step', 'site_place'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', of_site);
    EXECUTE format(
      'CREATE POLICY reach ON %I TO binh_yen_app USING (
         (SELECT reach_everywhere()) OR site_id = ANY ((SELECT reach_sites())::uuid[]))',
      of_site
    );
  END LOOP;
END
$$;

-- A plan nobody has confirmed yet is seen by whoever read it in, and by those who see everything.
ALTER TABLE plan_reading ENABLE ROW LEVEL SECURITY;
CREATE POLICY reach ON plan_reading TO binh_yen_app USING (
  (SELECT reach_everywhere())
  OR site_id = ANY ((SELECT reach_sites())::uuid[])
  OR (site_id IS NULL AND read_by = (SELECT reach_person()))
);

-- Everybody sees their own roles, and those of the sites they reach; nobody gives or ends their own.
ALTER TABLE role_holding ENABLE ROW LEVEL SECURITY;
CREATE POLICY reach ON role_holding TO binh_yen_app USING (
  (SELECT reach_everywhere()) OR site_id = ANY ((SELECT reach_sites())::uuid[])
);
CREATE POLICY own ON role_holding FOR SELECT TO binh_yen_app
  USING (person_id = (SELECT reach_person()));

-- What belongs to no site (accounts, settings) is read by those who see everything, or was one's own act.
ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
CREATE POLICY reach ON audit FOR SELECT TO binh_yen_app USING (
  (SELECT reach_everywhere())
  OR site_id = ANY ((SELECT reach_sites())::uuid[])
  OR (site_id IS NULL AND person_id = (SELECT reach_person()))
);
CREATE POLICY append ON audit FOR INSERT TO binh_yen_app WITH CHECK (
  site_id IS NULL
  OR (SELECT reach_everywhere())
  OR site_id = ANY ((SELECT reach_sites())::uuid[])
);

-- Passwords, sessions and codes are the sign-in library's alone; it has a login of its own.
DO $$
BEGIN
  CREATE ROLE binh_yen_sign_in NOLOGIN;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
GRANT binh_yen_sign_in TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO binh_yen_sign_in;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_session, sign_in_account, sign_in_verification
  TO binh_yen_sign_in;
GRANT SELECT ON person TO binh_yen_sign_in;
REVOKE ALL ON sign_in_session, sign_in_account, sign_in_verification FROM binh_yen_app;
GRANT INSERT ON sign_in_account TO binh_yen_app;
-- A second password would be a second way in.
CREATE UNIQUE INDEX sign_in_account_credential ON sign_in_account (person_id)
  WHERE provider_id = 'credential';
REVOKE UPDATE ON person FROM binh_yen_app;
GRANT UPDATE (name, email, updated_at) ON person TO binh_yen_app;
GRANT SELECT (id, person_id, expires_at, created_at, updated_at), DELETE ON sign_in_session
  TO binh_yen_app;

-- The same paper read twice is said to be there already, even where the first reading is out of reach.
CREATE FUNCTION find_same_paper(wanted_hash text, wanted_identity text) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN (
    SELECT plan_id FROM plan_reading
    WHERE text_hash = wanted_hash OR identity = wanted_identity
    LIMIT 1
  );
REVOKE ALL ON FUNCTION find_same_paper FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_same_paper TO binh_yen_app;
