-- Requests about personal data, breaches of it, days off, and how records end: with tombstones.

-- Jobs act for nobody and reach everything; a person must look after personal data. The exact day of
-- the installation's zone is the application's; this second wall is a day wider on either side.
CREATE FUNCTION keeps_personal_data() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN reach_everywhere() AND (reach_person() IS NULL OR EXISTS (
    SELECT FROM role_holding
    WHERE person_id = coalesce(acting_for(), reach_person())
      AND role = 'data_protection_officer'
      AND valid_from <= current_date + 1
      AND (valid_to IS NULL OR valid_to >= current_date - 1)
  ));
COMMENT ON FUNCTION keeps_personal_data IS 'Whether the transaction may see what only the data protection officer sees.';

CREATE TABLE holiday (
  holiday_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  command_id uuid UNIQUE,
  kind text NOT NULL CHECK (kind IN ('off', 'worked')),
  repeats text NOT NULL CHECK (repeats IN ('once', 'yearly', 'weekly')),
  first_day date NOT NULL,
  last_day date,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
  mark text NOT NULL CHECK (mark IN ('verified', 'secondary', 'memory', 'own')),
  recorded_by uuid REFERENCES person (id),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  withdrawn_at timestamptz,
  CHECK (last_day IS NULL OR last_day >= first_day),
  CHECK (repeats <> 'once' OR last_day IS NOT NULL),
  CHECK (kind = 'off' OR repeats = 'once')
);
COMMENT ON TABLE holiday IS 'Days on which offices are closed, and days worked in their place (''worked'', which wins).';
COMMENT ON COLUMN holiday.repeats IS 'once: every day from first_day to last_day; yearly, weekly: the date or weekday of first_day, until last_day or without end.';
COMMENT ON COLUMN holiday.recorded_by IS 'Null where it came with the catalogue.';

-- Lunar days (Tết, Giỗ Tổ), the second day of 2/9 and exchanged days are said anew every year: an
-- administrator enters them.
INSERT INTO holiday (kind, repeats, first_day, last_day, name, source, mark) VALUES
  ('off', 'weekly', '1999-10-02', NULL, 'Thứ Bảy', 'Quyết định 188/1999/QĐ-TTg', 'memory'),
  ('off', 'weekly', '1999-10-03', NULL, 'Chủ nhật', 'Quyết định 188/1999/QĐ-TTg', 'memory'),
  ('off', 'yearly', '2021-01-01', NULL, 'Tết Dương lịch', 'Bộ luật Lao động 45/2019/QH14, Điều 112', 'memory'),
  ('off', 'yearly', '2021-04-30', NULL, 'Ngày Chiến thắng', 'Bộ luật Lao động 45/2019/QH14, Điều 112', 'memory'),
  ('off', 'yearly', '2021-05-01', NULL, 'Ngày Quốc tế lao động', 'Bộ luật Lao động 45/2019/QH14, Điều 112', 'memory'),
  ('off', 'yearly', '2021-09-02', NULL, 'Quốc khánh', 'Bộ luật Lao động 45/2019/QH14, Điều 112', 'memory');

CREATE TABLE privacy_request (
  request_id uuid PRIMARY KEY,
  command_id uuid NOT NULL UNIQUE,
  kind text NOT NULL CHECK (
    kind IN ('view', 'correct', 'export', 'restrict', 'object', 'withdraw', 'erase')
  ),
  person_id uuid REFERENCES person (id),
  name text CHECK (length(name) BETWEEN 1 AND 120),
  answer_to text CHECK (length(answer_to) BETWEEN 1 AND 300),
  came text NOT NULL CHECK (came IN ('account', 'in_person', 'letter')),
  identity text NOT NULL CHECK (identity IN ('signed_in', 'paper_shown', 'known', 'authority')),
  words text NOT NULL DEFAULT '' CHECK (length(words) <= 2000),
  received_on date NOT NULL,
  recorded_by uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((person_id IS NULL) = (name IS NOT NULL)),
  CHECK ((came = 'account') = (identity = 'signed_in'))
);
CREATE INDEX privacy_request_person ON privacy_request (person_id);
COMMENT ON TABLE privacy_request IS 'Somebody asks about what is held of them; where it stands is a fold over privacy_request_event.';
COMMENT ON COLUMN privacy_request.name IS 'Of somebody without an account, as they gave it; replaced once an erasure was told to them.';
COMMENT ON COLUMN privacy_request.identity IS 'How it was checked that it is them; no number or copy of a paper is kept.';

CREATE TABLE privacy_request_event (
  request_id uuid NOT NULL REFERENCES privacy_request (request_id) ON DELETE CASCADE,
  event_id uuid NOT NULL,
  command_id uuid NOT NULL UNIQUE,
  kind text NOT NULL CHECK (
    kind IN ('acknowledged', 'started', 'corrected', 'exported', 'erased', 'done', 'refused', 'told')
  ),
  day date NOT NULL,
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  detail jsonb,
  recorded_by uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (request_id, event_id)
);
COMMENT ON COLUMN privacy_request_event.detail IS 'Of a correction what stood before and stands now; of an erasure how much of what went and what stays.';

CREATE TABLE breach (
  breach_id uuid PRIMARY KEY,
  command_id uuid NOT NULL UNIQUE,
  found_at timestamptz NOT NULL,
  recorded_by uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE breach IS 'Personal data came where it should not, or was lost. Seen by the data protection officer alone.';
COMMENT ON COLUMN breach.found_at IS 'The clock for telling the authority runs from here.';

CREATE TABLE breach_event (
  breach_id uuid NOT NULL REFERENCES breach (breach_id) ON DELETE CASCADE,
  event_id uuid NOT NULL,
  command_id uuid NOT NULL UNIQUE,
  kind text NOT NULL CHECK (
    kind IN ('assessed', 'measure', 'told', 'follow_up', 'closed', 'reopened')
  ),
  at timestamptz NOT NULL,
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 4000),
  told text CHECK (told IN ('authority', 'people', 'superior')),
  assessment jsonb,
  recorded_by uuid NOT NULL REFERENCES person (id),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (breach_id, event_id),
  CHECK ((kind = 'told') = (told IS NOT NULL)),
  CHECK ((kind = 'assessed') = (assessment IS NOT NULL))
);
COMMENT ON COLUMN breach_event.assessment IS 'What happened, which columns are touched, how many people; the latest counts.';

-- How records end. What may go is written here and nowhere else: the application asks by a rule's
-- key, and can neither name another table nor hurry a term.
CREATE TABLE retention_target (
  rule text NOT NULL,
  table_name text NOT NULL,
  record text NOT NULL,
  ended text NOT NULL,
  singly boolean NOT NULL DEFAULT false,
  position integer NOT NULL DEFAULT 1,
  PRIMARY KEY (rule, table_name)
);
COMMENT ON TABLE retention_target IS 'Which rows end by which rule: the expression that names a row, and the one that says when it ended (null: not yet).';
COMMENT ON COLUMN retention_target.position IS 'What points at another table goes before it.';
COMMENT ON COLUMN retention_target.singly IS 'Each row leaves a tombstone of its own, with a hash of its id.';

CREATE TABLE account_part (
  table_name text NOT NULL,
  person_column text NOT NULL,
  PRIMARY KEY (table_name, person_column)
);
COMMENT ON TABLE account_part IS 'Tables whose rows only let a person sign in or be written to: they go with the account.';

CREATE TABLE name_place (
  table_name text NOT NULL,
  column_name text NOT NULL,
  record text NOT NULL,
  at_erase text NOT NULL CHECK (at_erase IN ('replaced', 'erased', 'stays')),
  PRIMARY KEY (table_name, column_name)
);
COMMENT ON TABLE name_place IS 'Where somebody''s name may stand: what is looked through for it, and what becomes of it there when they ask to be erased.';
COMMENT ON COLUMN name_place.at_erase IS 'replaced: the name gives way to other words; erased: the whole row goes; stays: kept, and the person is told why.';

CREATE TABLE retention_run (
  run_id uuid PRIMARY KEY,
  command_id uuid NOT NULL UNIQUE,
  day date NOT NULL,
  started_by uuid REFERENCES person (id),
  ran_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN retention_run.started_by IS 'Null where the clock started it.';

CREATE TABLE tombstone (
  tombstone_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  run_id uuid REFERENCES retention_run (run_id),
  request_id uuid,
  rule text NOT NULL,
  table_name text NOT NULL,
  records integer NOT NULL CHECK (records > 0),
  record_hash text,
  laid_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((run_id IS NULL) <> (request_id IS NULL)),
  CHECK (record_hash IS NULL OR records = 1)
);
CREATE INDEX tombstone_laid ON tombstone (laid_at);
COMMENT ON TABLE tombstone IS 'That something was erased: of which table, by which rule, when; never what it said. Written by the functions below alone.';
COMMENT ON COLUMN tombstone.request_id IS 'No foreign key: the request itself ends too.';
COMMENT ON COLUMN tombstone.record_hash IS 'SHA-256 of table and id: whoever knows the id can tell that it was erased, nobody can read it back.';

ALTER TABLE person ADD COLUMN erased_on date;
COMMENT ON COLUMN person.erased_on IS 'The day the name was taken out; the row stays so that records keep their author, without a name.';

CREATE FUNCTION hash_of_record(of_table text, record text) RETURNS text
  LANGUAGE sql IMMUTABLE
  RETURN encode(sha256(convert_to(of_table || ' ' || record, 'UTF8')), 'hex');
CREATE FUNCTION ended_on(ended timestamptz, zone text) RETURNS date
  LANGUAGE sql STABLE
  RETURN (ended AT TIME ZONE zone)::date;
CREATE FUNCTION ended_on(ended date, zone text) RETURNS date
  LANGUAGE sql IMMUTABLE
  RETURN ended;

CREATE FUNCTION term_ended_by(of_rule text, today date) RETURNS date
  LANGUAGE plpgsql STABLE SET search_path = public, pg_temp
AS $$
DECLARE
  term interval;
BEGIN
  SELECT CASE value ->> 'type'
    WHEN 'days' THEN make_interval(days => (value ->> 'count')::integer)
    WHEN 'months' THEN make_interval(months => (value ->> 'count')::integer)
  END INTO STRICT term
  FROM legal_rule
  WHERE key = of_rule AND withdrawn_at IS NULL
    AND valid_from <= today AND (valid_to IS NULL OR valid_to >= today);
  IF term IS NULL THEN
    RAISE EXCEPTION 'no term in days or months: %', of_rule;
  END IF;
  -- Months are not all as long: the last day of which the term is over lies within three of this.
  RETURN (
    SELECT max(day)::date
    FROM generate_series((today - term)::date - 3, (today - term)::date + 3, interval '1 day') AS day
    WHERE (day + term)::date <= today
  );
END
$$;
COMMENT ON FUNCTION term_ended_by IS 'The last day on which a record may have ended for its term to be over today.';

-- Not for the application: the two ways to it are below.
CREATE FUNCTION empty_account(
  of_person uuid, today date, of_run uuid, of_request uuid, of_rule text
) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  part account_part;
  gone bigint;
  code text := left(hash_of_record('person', of_person::text), 16);
BEGIN
  FOR part IN SELECT * FROM account_part LOOP
    EXECUTE format('DELETE FROM %I WHERE %I = $1', part.table_name, part.person_column)
      USING of_person;
    GET DIAGNOSTICS gone = ROW_COUNT;
    IF gone > 0 THEN
      INSERT INTO tombstone (run_id, request_id, rule, table_name, records)
      VALUES (of_run, of_request, of_rule, part.table_name, gone);
    END IF;
  END LOOP;
  UPDATE role_holding SET valid_to = greatest(valid_from, today) - 1
  WHERE person_id = of_person AND (valid_to IS NULL OR valid_to >= today);
  UPDATE person SET name = 'người đã được xóa tên', username = 'xoa-' || code,
    display_username = NULL, email = 'xoa-' || code || '@binh-yen.invalid',
    email_verified = false, image = NULL, demo = false, erased_on = today, updated_at = now()
  WHERE id = of_person;
  INSERT INTO tombstone (run_id, request_id, rule, table_name, records, record_hash)
  VALUES (of_run, of_request, of_rule, 'person', 1, hash_of_record('person', of_person::text));
END
$$;
REVOKE EXECUTE ON FUNCTION empty_account FROM PUBLIC;

CREATE FUNCTION erase_account(of_person uuid, of_request uuid, today date) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  IF NOT keeps_personal_data() OR NOT EXISTS (
    SELECT FROM privacy_request
    WHERE request_id = of_request AND person_id = of_person AND kind = 'erase'
  ) THEN
    RAISE EXCEPTION 'nobody asked for this' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM FROM person WHERE id = of_person AND erased_on IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM empty_account(of_person, today, NULL, of_request, 'privacy.erase');
  RETURN true;
END
$$;
COMMENT ON FUNCTION erase_account IS 'Ends an account whose holder asked for it; false where it was empty already.';

CREATE FUNCTION retention_due(of_rule text, today date, zone text)
  RETURNS TABLE (table_name text, records bigint, oldest date)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  target retention_target;
BEGIN
  FOR target IN SELECT * FROM retention_target t WHERE t.rule = of_rule ORDER BY t.position LOOP
    RETURN QUERY EXECUTE format(
      'SELECT %L::text, count(*), min(ended_on(%s, $2)) FROM %I WHERE ended_on(%s, $2) <= $1',
      target.table_name, target.ended, target.table_name, target.ended
    ) USING term_ended_by(of_rule, today), zone;
  END LOOP;
END
$$;
COMMENT ON FUNCTION retention_due IS 'How many rows would go today, and when the oldest of them ended: nothing of what they say.';

CREATE FUNCTION retire(of_run uuid, of_rule text, today date, zone text) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  target retention_target;
  last_day date := term_ended_by(of_rule, today);
  gone text[];
  total bigint := 0;
BEGIN
  -- Zones lie at most a day apart: whoever says a later day would end records early.
  IF today > current_date + 1 OR NOT reach_everywhere() THEN
    RAISE EXCEPTION 'not yet' USING ERRCODE = 'insufficient_privilege';
  END IF;
  FOR target IN SELECT * FROM retention_target t WHERE t.rule = of_rule ORDER BY t.position LOOP
    IF target.table_name = 'person' THEN
      EXECUTE format(
        'SELECT coalesce(array_agg(id::text), ''{}'') FROM (
           SELECT id FROM person WHERE erased_on IS NULL AND ended_on(%s, $2) <= $1
           LIMIT 10000 FOR UPDATE) AS ending', target.ended
      ) INTO gone USING last_day, zone;
      PERFORM empty_account(id::uuid, today, of_run, NULL, of_rule) FROM unnest(gone) AS id;
    ELSE
      EXECUTE format(
        'WITH gone AS (DELETE FROM %I WHERE ended_on(%s, $2) <= $1 RETURNING (%s)::text AS record)
         SELECT coalesce(array_agg(record), ''{}'') FROM gone',
        target.table_name, target.ended, target.record
      ) INTO gone USING last_day, zone;
      INSERT INTO tombstone (run_id, rule, table_name, records, record_hash)
      SELECT of_run, of_rule, target.table_name, 1, hash_of_record(target.table_name, record)
      FROM unnest(gone) AS record WHERE target.singly
      UNION ALL
      SELECT of_run, of_rule, target.table_name, cardinality(gone), NULL
      WHERE NOT target.singly AND cardinality(gone) > 0;
    END IF;
    total := total + cardinality(gone);
  END LOOP;
  RETURN total;
END
$$;
COMMENT ON FUNCTION retire IS 'Erases what ended so long ago that its term is over, and lays the tombstones: one cannot happen without the other.';

CREATE FUNCTION find_mentions(wanted text)
  RETURNS TABLE (
    table_name text, column_name text, record text, excerpt text, at_erase text
  )
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  place name_place;
BEGIN
  IF NOT keeps_personal_data() THEN
    RAISE EXCEPTION 'not allowed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  FOR place IN SELECT * FROM name_place p ORDER BY p.table_name, p.column_name LOOP
    RETURN QUERY EXECUTE format(
      'SELECT %L::text, %L::text, (%s)::text, substr(t, greatest(position(lower($1) IN lower(t)) - 60, 1),
         length($1) + 120), %L::text
       FROM (SELECT *, %I::text AS t FROM %I) AS place
       WHERE position(lower($1) IN lower(t)) > 0 LIMIT 200',
      place.table_name, place.column_name, place.record, place.at_erase, place.column_name,
      place.table_name
    ) USING wanted;
  END LOOP;
END
$$;
COMMENT ON FUNCTION find_mentions IS 'Where a name stands in free text, with the words around it; at most 200 of a column.';

CREATE FUNCTION take_name_out(
  of_request uuid, of_table text, of_column text, of_record text, wanted text
) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  place name_place;
  kind text;
  changed bigint;
BEGIN
  SELECT * INTO place FROM name_place p
  WHERE p.table_name = of_table AND p.column_name = of_column AND p.at_erase <> 'stays';
  IF NOT FOUND OR NOT keeps_personal_data() OR length(wanted) < 2 OR NOT EXISTS (
    SELECT FROM privacy_request r WHERE r.request_id = of_request AND r.kind = 'erase'
  ) THEN
    RAISE EXCEPTION 'not a name that may be taken out' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT format_type(a.atttypid, NULL) INTO STRICT kind FROM pg_attribute a
  WHERE a.attrelid = format('public.%I', of_table)::regclass AND a.attname = of_column;
  -- '***=' makes the rest of a pattern plain text.
  EXECUTE format(
    CASE place.at_erase
      WHEN 'erased' THEN 'DELETE FROM %1$I'
      ELSE 'UPDATE %1$I SET %2$I =
        regexp_replace(%2$I::text, ''***='' || $1, ''người đã được xóa tên'', ''gi'')::%3$s'
    END || ' WHERE (%4$s)::text = $2 AND position(lower($1) IN lower(%2$I::text)) > 0',
    of_table, of_column, kind, place.record
  ) USING wanted, of_record;
  GET DIAGNOSTICS changed = ROW_COUNT;
  IF changed > 0 THEN
    INSERT INTO tombstone (request_id, rule, table_name, records, record_hash)
    VALUES (of_request, 'privacy.erase', of_table, 1, hash_of_record(of_table, of_record));
  END IF;
  RETURN changed > 0;
END
$$;
COMMENT ON FUNCTION take_name_out IS 'Takes one name out of one text, for a request to erase; what else the text says stays.';

REVOKE EXECUTE ON FUNCTION erase_account, retention_due, retire, find_mentions, take_name_out
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_account, retention_due, retire, find_mentions, take_name_out
  TO binh_yen_app;

GRANT SELECT, INSERT ON holiday, privacy_request, privacy_request_event, breach, breach_event,
  retention_run TO binh_yen_app;
GRANT UPDATE (withdrawn_at) ON holiday TO binh_yen_app;
GRANT UPDATE (name, answer_to, words) ON privacy_request TO binh_yen_app;
GRANT SELECT ON tombstone, retention_target, account_part, name_place TO binh_yen_app;

ALTER TABLE privacy_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_or_keeper ON privacy_request FOR SELECT TO binh_yen_app USING (
  person_id = (SELECT reach_person()) OR (SELECT keeps_personal_data())
);
CREATE POLICY ask ON privacy_request FOR INSERT TO binh_yen_app WITH CHECK (
  (person_id = (SELECT reach_person()) AND came = 'account') OR (SELECT keeps_personal_data())
);
CREATE POLICY keeper ON privacy_request FOR UPDATE TO binh_yen_app
  USING ((SELECT keeps_personal_data()));
ALTER TABLE privacy_request_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_or_keeper ON privacy_request_event FOR SELECT TO binh_yen_app USING (
  EXISTS (SELECT FROM privacy_request r WHERE r.request_id = privacy_request_event.request_id)
);
CREATE POLICY keeper ON privacy_request_event TO binh_yen_app
  USING ((SELECT keeps_personal_data()));

ALTER TABLE breach ENABLE ROW LEVEL SECURITY;
CREATE POLICY keeper ON breach TO binh_yen_app USING ((SELECT keeps_personal_data()));
ALTER TABLE breach_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY keeper ON breach_event TO binh_yen_app USING ((SELECT keeps_personal_data()));

-- In the record too: that there was a breach is nobody else's to see or to count.
CREATE POLICY breaches_hidden ON audit AS RESTRICTIVE FOR SELECT TO binh_yen_app USING (
  record NOT LIKE 'breach %' OR (SELECT keeps_personal_data())
);

ALTER TABLE tombstone ENABLE ROW LEVEL SECURITY;
CREATE POLICY reach ON tombstone TO binh_yen_app USING ((SELECT reach_everywhere()));
ALTER TABLE retention_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY reach ON retention_run TO binh_yen_app USING ((SELECT reach_everywhere()));

-- What a person may read of their own account; what it is made of (hashes, secrets) stays closed.
GRANT SELECT (id, person_id, provider_id, created_at, updated_at) ON sign_in_account TO binh_yen_app;
GRANT SELECT (shared, strong, device_name, used_hour, proved_at) ON sign_in_session TO binh_yen_app;
GRANT SELECT (made_at, confirmed_at) ON second_factor TO binh_yen_app;
GRANT SELECT (person_id, used_at) ON recovery_code TO binh_yen_app;
GRANT SELECT (passkey_id, person_id, transports, name, made_at, used_on) ON passkey TO binh_yen_app;
GRANT SELECT ON provider_link TO binh_yen_app;

INSERT INTO account_part (table_name, person_column) VALUES
  ('sign_in_session', 'person_id'),
  ('sign_in_account', 'person_id'),
  ('sign_in_challenge', 'person_id'),
  ('second_factor', 'person_id'),
  ('recovery_code', 'person_id'),
  ('passkey', 'person_id'),
  ('provider_link', 'person_id'),
  ('mail_choice', 'person_id'),
  ('invitation', 'person_id'),
  ('invitation', 'accepted_by'),
  ('stand_in', 'absent_id');

INSERT INTO retention_target (rule, table_name, record, ended, singly, position) VALUES
  ('retention.session', 'sign_in_session', 'id', 'expires_at', false, 1),
  ('retention.challenge', 'sign_in_challenge', 'token_hash', 'expires_at', false, 1),
  ('retention.challenge', 'sign_in_verification', 'id', 'expires_at', false, 2),
  ('retention.setup_link', 'setup_link', 'token_hash', 'used_at', false, 1),
  -- A day without a time ends when it is over: the next one begins nowhere earlier.
  ('retention.invitation', 'invitation', 'invitation_id',
    'coalesce(accepted_at, revoked_at, (valid_until + 1)::timestamptz)', true, 1),
  ('retention.mail', 'mail', 'mail_id', 'coalesce(sent_at, given_up_at)', false, 1),
  ('retention.stand_in', 'stand_in', 'stand_in_id', 'valid_to', true, 1),
  -- A corrected entry ended with its correction.
  ('retention.roster', 'member_entry', 'site_id || '' '' || entry_id',
    'coalesce((SELECT min(later.recorded_at) FROM member_entry later WHERE later.site_id = member_entry.site_id AND later.member_id = member_entry.member_id AND later.recorded_at > member_entry.recorded_at), (valid_to + 1)::timestamptz)',
    true, 1),
  ('retention.roster', 'household_entry', 'site_id || '' '' || entry_id',
    'coalesce((SELECT min(later.recorded_at) FROM household_entry later WHERE later.site_id = household_entry.site_id AND later.household_id = household_entry.household_id AND later.recorded_at > household_entry.recorded_at), (valid_to + 1)::timestamptz)',
    true, 2),
  ('retention.glass', 'glass_seen', 'site_id || '' '' || opening_id || '' '' || seen_by',
    '(SELECT coalesce(o.ended_at, o.ends_at) FROM glass_opening o WHERE o.site_id = glass_seen.site_id AND o.opening_id = glass_seen.opening_id)',
    false, 1),
  ('retention.glass', 'glass_opening', 'site_id || '' '' || opening_id',
    'coalesce(ended_at, ends_at)', true, 2),
  ('retention.request', 'privacy_request', 'request_id',
    '(SELECT max(e.day) FROM privacy_request_event e WHERE e.request_id = privacy_request.request_id AND e.kind = ''told'')',
    true, 1),
  ('privacy.breach.keep', 'breach', 'breach_id',
    '(SELECT CASE last.kind WHEN ''closed'' THEN last.at END FROM breach_event last WHERE last.breach_id = breach.breach_id AND last.kind IN (''closed'', ''reopened'') ORDER BY last.recorded_at DESC LIMIT 1)',
    true, 1),
  ('retention.account', 'person', 'id',
    'CASE WHEN erased_on IS NULL THEN coalesce((SELECT max(coalesce(h.valid_to, ''infinity'')) FROM role_holding h WHERE h.person_id = person.id), created_at::date) END',
    true, 1);

INSERT INTO name_place (table_name, column_name, record, at_erase) VALUES
  ('activity', 'note', 'site_id || '' '' || activity_id', 'replaced'),
  ('activity', 'place', 'site_id || '' '' || activity_id', 'replaced'),
  ('audit', 'after', 'audit_id', 'stays'),
  ('audit', 'before', 'audit_id', 'stays'),
  ('breach_event', 'assessment', 'breach_id || '' '' || event_id', 'stays'),
  ('breach_event', 'note', 'breach_id || '' '' || event_id', 'stays'),
  ('duty', 'due_text', 'site_id || '' '' || duty_id', 'replaced'),
  ('duty', 'lead', 'site_id || '' '' || duty_id', 'replaced'),
  ('duty', 'support', 'site_id || '' '' || duty_id', 'replaced'),
  ('duty', 'text', 'site_id || '' '' || duty_id', 'replaced'),
  ('duty_event', 'note', 'site_id || '' '' || event_id', 'replaced'),
  ('glass_opening', 'reason', 'site_id || '' '' || opening_id', 'stays'),
  ('glass_seen', 'remark', 'site_id || '' '' || opening_id || '' '' || seen_by', 'stays'),
  ('household_entry', 'representative', 'site_id || '' '' || entry_id', 'replaced'),
  ('indicator_entry', 'note', 'site_id || '' '' || entry_id', 'replaced'),
  ('invitation', 'name', 'invitation_id', 'erased'),
  ('issued_paper', 'draft', 'site_id || '' '' || paper_id', 'stays'),
  ('issued_paper', 'paper', 'site_id || '' '' || paper_id', 'stays'),
  ('legal_rule', 'note', 'rule_id', 'replaced'),
  ('legal_rule', 'reason', 'rule_id', 'replaced'),
  ('legal_rule_confirmation', 'text_read', 'rule_id', 'replaced'),
  ('member_entry', 'name', 'site_id || '' '' || entry_id', 'erased'),
  ('plan_reading', 'as_read', 'plan_id', 'stays'),
  ('plan_reading', 'file_name', 'plan_id', 'replaced'),
  ('plan_reading', 'plan', 'plan_id', 'stays'),
  ('plan_reading', 'text', 'plan_id', 'stays'),
  ('privacy_request', 'name', 'request_id', 'replaced'),
  ('privacy_request', 'words', 'request_id', 'replaced'),
  ('privacy_request_event', 'detail', 'request_id || '' '' || event_id', 'replaced'),
  ('privacy_request_event', 'note', 'request_id || '' '' || event_id', 'replaced'),
  ('resource', 'text', 'site_id || '' '' || resource_id', 'replaced'),
  ('review', 'draft', 'site_id || '' '' || review_id', 'replaced'),
  ('setting_value', 'reason', 'value_id', 'replaced'),
  ('setting_value', 'value', 'value_id', 'replaced'),
  ('site_recipient', 'name', 'site_id || '' '' || recipient_id', 'replaced'),
  ('site_recipient', 'purpose', 'site_id || '' '' || recipient_id', 'replaced'),
  ('stand_in', 'reason', 'stand_in_id', 'erased'),
  ('step', 'due_text', 'site_id || '' '' || number', 'replaced'),
  ('step', 'text', 'site_id || '' '' || number', 'replaced'),
  ('step_event', 'file_name', 'site_id || '' '' || event_id', 'replaced'),
  ('step_event', 'note', 'site_id || '' '' || event_id', 'replaced'),
  ('unit_import', 'file_name', 'import_id', 'replaced');

ALTER TABLE legal_rule DROP CONSTRAINT IF EXISTS legal_rule_kind_check;
ALTER TABLE legal_rule ADD CONSTRAINT legal_rule_kind_check CHECK (
  kind IN ('deadline', 'threshold', 'authority', 'form', 'window', 'territory', 'retention')
);
SELECT add_legal_rule(key, 'retention', jsonb_build_object('type', clock, 'count', count), 'own',
  'Quy định của Bình Yên', '2026-01-01', NULL, note)
FROM (VALUES
  ('retention.session', 'days', 30, 'Tính từ khi phiên hết hạn.'),
  ('retention.challenge', 'days', 1, 'Tính từ khi hết hạn.'),
  ('retention.invitation', 'days', 30, 'Tính từ khi được dùng hoặc hết hạn.'),
  ('retention.setup_link', 'days', 30, 'Tính từ khi được dùng.'),
  ('retention.account', 'months', 24, 'Tính từ ngày vai trò cuối cùng kết thúc; khi hết hạn thì tên được thay, tài khoản bị xóa.'),
  ('retention.mail', 'months', 6, 'Tính từ khi gửi xong hoặc thôi gửi.'),
  ('retention.stand_in', 'months', 24, 'Tính từ ngày làm thay cuối cùng.'),
  ('retention.roster', 'months', 12, 'Tính từ ngày dòng danh sách kết thúc hoặc rút đồng ý.'),
  ('retention.glass', 'months', 60, 'Tính từ khi việc mở khẩn kết thúc.'),
  ('retention.request', 'months', 24, 'Tính từ ngày đã trả lời.')
) AS rule (key, clock, count, note);

-- By what right personal data is held.
SELECT add_legal_rule(key, 'form', jsonb_build_object('type', 'text', 'text', said), mark, source,
  date(holds_from), NULL, note)
FROM (VALUES
  ('privacy.basis.task', 'Hoạt động của cơ quan nhà nước theo luật chuyên ngành', 'secondary', 'Luật 91/2025/QH15, Điều 19', '2026-01-01', 'Phải kiểm tra định kỳ việc xử lý.'),
  ('privacy.basis.consent', 'Sự đồng ý tự nguyện, cho từng mục đích, rút được bất cứ lúc nào', 'secondary', 'Luật 91/2025/QH15, Điều 9; Nghị định 356/2025/NĐ-CP, Điều 6', '2026-01-01', ''),
  ('privacy.basis.archive', 'Nghĩa vụ lưu trữ tài liệu hình thành trong công việc', 'memory', 'Luật Lưu trữ 33/2024/QH15', '2025-07-01', 'Thời hạn lưu từng loại tài liệu chưa đối chiếu.'),
  ('privacy.basis.security', 'Nghĩa vụ bảo vệ dữ liệu và ghi lại việc truy cập', 'secondary', 'Luật 91/2025/QH15; Luật An ninh mạng 116/2025/QH15', '2026-07-01', 'Điều khoản cụ thể chưa đối chiếu.')
) AS rule (key, said, mark, source, holds_from, note);
