-- Leaving the demo behind: one function of the owner takes it out whole, and tombstones say what went.

CREATE FUNCTION lay_demo_stone(of_command uuid, of_table text, gone bigint) RETURNS void
  LANGUAGE sql SET search_path = public, pg_temp
AS $$
  INSERT INTO tombstone (request_id, rule, table_name, records)
  SELECT of_command, 'demo.removed', of_table, gone WHERE gone > 0;
$$;

-- What points at another table comes before it. A table that joins the sites later is among them by
-- its foreign key; a plan is pointed at and points back, so it is left to the function below.
CREATE FUNCTION tables_of_sites() RETURNS SETOF regclass
  LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  WITH RECURSIVE below (of_table, depth) AS (
    SELECT 'site'::regclass::oid, 0
    UNION
    SELECT link.conrelid, below.depth + 1
    FROM below JOIN pg_constraint link ON link.confrelid = below.of_table AND link.contype = 'f'
    WHERE link.conrelid NOT IN (link.confrelid, 'plan_reading'::regclass) AND EXISTS (
      SELECT FROM pg_attribute
      WHERE attrelid = link.conrelid AND attname = 'site_id' AND NOT attisdropped
    )
  )
  SELECT of_table::regclass FROM below GROUP BY of_table ORDER BY max(depth) DESC;
$$;

CREATE FUNCTION remove_demo_sites(of_command uuid) RETURNS void
  LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  sites uuid[] := ARRAY(SELECT site_id FROM site WHERE demo);
  plans uuid[] := ARRAY(SELECT plan_id FROM site WHERE demo);
  part regclass;
  gone bigint;
BEGIN
  UPDATE plan_reading SET site_id = NULL WHERE plan_id = ANY (plans);
  FOR part IN SELECT tables_of_sites() LOOP
    EXECUTE format('DELETE FROM %s WHERE site_id = ANY ($1)', part) USING sites;
    GET DIAGNOSTICS gone = ROW_COUNT;
    PERFORM lay_demo_stone(of_command, part::text, gone);
  END LOOP;
  DELETE FROM plan_reading WHERE plan_id = ANY (plans);
  GET DIAGNOSTICS gone = ROW_COUNT;
  PERFORM lay_demo_stone(of_command, 'plan_reading', gone);
END
$$;

-- Whether anything but the demo itself points at a unit or a body of it, or is tied to one by a change.
CREATE FUNCTION is_demo_built_on() RETURNS boolean
  LANGUAGE plpgsql STABLE SET search_path = public, pg_temp
AS $$
DECLARE
  link record;
  found_one boolean;
BEGIN
  FOR link IN
    SELECT c.conrelid::regclass AS of_table, a.attname AS of_column, c.confrelid::regclass AS target,
      b.attname AS target_key,
      CASE
        WHEN c.conrelid IN ('unit'::regclass, 'body'::regclass) THEN 'NOT t.demo'
        WHEN c.conrelid IN ('unit_change_part'::regclass, 'body_change_part'::regclass) THEN format(
          'EXISTS (SELECT FROM %s o WHERE o.%I IN (t.from_id, t.to_id) AND NOT o.demo)',
          c.confrelid::regclass, b.attname)
        ELSE 'true'
      END AS not_its_own
    FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = c.confkey[1]
    WHERE c.contype = 'f' AND c.confrelid IN ('unit'::regclass, 'body'::regclass)
  LOOP
    EXECUTE format(
      'SELECT EXISTS (SELECT FROM %s t WHERE t.%I IN (SELECT %I FROM %s WHERE demo) AND %s)',
      link.of_table, link.of_column, link.target_key, link.target, link.not_its_own
    ) INTO found_one;
    IF found_one THEN
      RETURN true;
    END IF;
  END LOOP;
  RETURN false;
END
$$;

CREATE FUNCTION remove_demo_places(of_command uuid) RETURNS void
  LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  kind text;
  changes uuid[];
  gone bigint;
BEGIN
  IF is_demo_built_on() THEN
    UPDATE body SET demo = false WHERE demo;
    UPDATE unit SET demo = false WHERE demo;
    RETURN;
  END IF;
  FOREACH kind IN ARRAY ARRAY['body', 'unit'] LOOP
    EXECUTE format(
      'WITH gone AS (
         DELETE FROM %1$s_change_part
         WHERE from_id IN (SELECT %1$s_id FROM %1$s WHERE demo)
           OR to_id IN (SELECT %1$s_id FROM %1$s WHERE demo)
         RETURNING change_id)
       SELECT array_agg(DISTINCT change_id) FROM gone', kind) INTO changes;
    EXECUTE format('DELETE FROM %1$s_change WHERE change_id = ANY ($1) AND NOT EXISTS (
      SELECT FROM %1$s_change_part part WHERE part.change_id = %1$s_change.change_id)', kind)
      USING changes;
    EXECUTE format('DELETE FROM %s WHERE demo', kind);
    GET DIAGNOSTICS gone = ROW_COUNT;
    PERFORM lay_demo_stone(of_command, kind, gone);
  END LOOP;
END
$$;

CREATE FUNCTION may_remove_demo() RETURNS boolean
  LANGUAGE sql STABLE SET search_path = public, pg_temp
AS $$
  SELECT reach_everywhere()
    AND NOT EXISTS (SELECT FROM person WHERE demo AND id IN (reach_person(), acting_for()))
    AND EXISTS (
      SELECT FROM role_holding
      WHERE person_id = coalesce(acting_for(), reach_person()) AND role = 'administrator'
        AND valid_from <= current_date + 1
        AND (valid_to IS NULL OR valid_to >= current_date - 1)
    );
$$;
COMMENT ON FUNCTION may_remove_demo IS 'An administrator who did not come with the demo: else nobody would be left who may come in.';

CREATE FUNCTION remove_demo(of_command uuid, today date) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  IF NOT may_remove_demo() THEN
    RAISE EXCEPTION 'not allowed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM remove_demo_sites(of_command);
  PERFORM remove_demo_places(of_command);
  -- What they began to give away: nobody comes in any more by the word of somebody made up.
  UPDATE invitation SET revoked_at = now()
  WHERE accepted_at IS NULL AND revoked_at IS NULL
    AND invited_by IN (SELECT id FROM person WHERE demo);
  PERFORM close_account(id, today, NULL, of_command, 'demo.removed')
  FROM unnest(ARRAY(SELECT id FROM person WHERE demo)) AS id;
END
$$;
COMMENT ON FUNCTION remove_demo IS 'Takes out the demo: its sites with everything of them, its places where nothing else is built on them; its people lose every way in and every role, and their names stay where they acted.';

REVOKE EXECUTE ON FUNCTION lay_demo_stone, tables_of_sites, remove_demo_sites, is_demo_built_on,
  remove_demo_places, may_remove_demo, remove_demo FROM PUBLIC;
GRANT EXECUTE ON FUNCTION remove_demo TO binh_yen_app;
