-- How records end: functions of the owner, each with one narrow thing it does, and its tombstone.

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
CREATE FUNCTION close_account(
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
  UPDATE mail SET former_address = NULL, given_up_at = now(), problem = 'erased'
  WHERE person_id = of_person AND former_address IS NOT NULL;
  UPDATE role_holding SET valid_to = greatest(valid_from, today) - 1
  WHERE person_id = of_person AND (valid_to IS NULL OR valid_to >= today);
  UPDATE person SET username = 'thoi-' || code, display_username = NULL,
    email = 'thoi-' || code || '@binh-yen.invalid', email_verified = false, image = NULL,
    demo = false, closed_on = coalesce(closed_on, today), updated_at = now()
  WHERE id = of_person;
  INSERT INTO tombstone (run_id, request_id, rule, table_name, records, record_hash)
  VALUES (of_run, of_request, of_rule, 'person', 1, hash_of_record('person', of_person::text));
END
$$;
COMMENT ON FUNCTION close_account IS 'Takes every way in and every address; the name stays with the records.';
REVOKE EXECUTE ON FUNCTION close_account FROM PUBLIC;

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
  PERFORM close_account(of_person, today, NULL, of_request, 'privacy.erase');
  UPDATE person SET name = 'người đã được xóa tên', username = 'xoa' || substr(username, 5),
    email = 'xoa' || substr(email, 5), erased_on = today
  WHERE id = of_person;
  RETURN true;
END
$$;
COMMENT ON FUNCTION erase_account IS 'Ends an account whose holder asked for it and takes its name; false where that was done already.';

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
           SELECT id FROM person WHERE ended_on(%s, $2) <= $1
           LIMIT 10000 FOR UPDATE) AS ending', target.ended
      ) INTO gone USING last_day, zone;
      PERFORM close_account(id::uuid, today, of_run, NULL, of_rule) FROM unnest(gone) AS id;
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

-- A name is found as whole words, in its own case: "An" is not in "Công an" nor in "Anh". What is a
-- letter is said here: what \m, \M and [:alpha:] take for one depends on the locale of the database.
CREATE FUNCTION name_pattern(wanted text) RETURNS text
  LANGUAGE sql IMMUTABLE
  RETURN format(
    '(?<![%1$s])%2$s(?![%1$s])',
    '0-9A-Za-z_\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0300-\u036F\u1E00-\u1EFF',
    regexp_replace(wanted, '([][\\.^$*+?(){}|])', '\\\1', 'g')
  );

-- Of a value the keys are ours: names stand in its texts alone.
CREATE FUNCTION texts_in(value text) RETURNS text LANGUAGE sql IMMUTABLE RETURN value;
CREATE FUNCTION texts_in(value jsonb) RETURNS text LANGUAGE sql IMMUTABLE RETURN (
  SELECT string_agg(text #>> '{}', E'\n')
  FROM jsonb_path_query(value, 'strict $.** ? (@.type() == "string")') AS text
);
CREATE FUNCTION texts_in(value text[]) RETURNS text
  LANGUAGE sql STABLE RETURN array_to_string(value, E'\n');

CREATE FUNCTION without_name(value text, wanted text) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp
  RETURN regexp_replace(value, name_pattern(wanted), 'người đã được xóa tên', 'g');
CREATE FUNCTION without_name(value text[], wanted text) RETURNS text[]
  LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp
  RETURN (
    SELECT coalesce(array_agg(without_name(item, wanted) ORDER BY place), '{}')
    FROM unnest(value) WITH ORDINALITY AS items (item, place)
  );
CREATE FUNCTION without_name(value jsonb, wanted text) RETURNS jsonb
  LANGUAGE plpgsql IMMUTABLE SET search_path = public, pg_temp
AS $$
BEGIN
  RETURN CASE jsonb_typeof(value)
    WHEN 'string' THEN to_jsonb(without_name(value #>> '{}', wanted))
    WHEN 'array' THEN (
      SELECT coalesce(jsonb_agg(without_name(item, wanted) ORDER BY place), '[]')
      FROM jsonb_array_elements(value) WITH ORDINALITY AS items (item, place)
    )
    WHEN 'object' THEN (
      SELECT coalesce(jsonb_object_agg(key, without_name(item, wanted)), '{}')
      FROM jsonb_each(value) AS items (key, item)
    )
    ELSE value
  END;
END
$$;

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
      'SELECT %L::text, %L::text, (%s)::text, substr(t, greatest(regexp_instr(t, $1) - 60, 1), $2 + 120),
         %L::text
       FROM (SELECT *, texts_in(%I) AS t FROM %I) AS place WHERE t ~ $1 LIMIT 200',
      place.table_name, place.column_name, place.record, place.at_erase, place.column_name,
      place.table_name
    ) USING name_pattern(wanted), length(wanted);
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
  changed bigint;
BEGIN
  SELECT * INTO place FROM name_place p
  WHERE p.table_name = of_table AND p.column_name = of_column AND p.at_erase <> 'stays';
  IF NOT FOUND OR NOT keeps_personal_data() OR length(wanted) < 2 OR NOT EXISTS (
    SELECT FROM privacy_request r WHERE r.request_id = of_request AND r.kind = 'erase'
  ) THEN
    RAISE EXCEPTION 'not a name that may be taken out' USING ERRCODE = 'insufficient_privilege';
  END IF;
  EXECUTE format(
    CASE place.at_erase
      WHEN 'erased' THEN 'DELETE FROM %1$I'
      ELSE 'UPDATE %1$I SET %2$I = without_name(%2$I, $1)'
    END || ' WHERE (%3$s)::text = $2 AND texts_in(%2$I) ~ name_pattern($1)',
    of_table, of_column, place.record
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
