-- Who sees boxes, openings and the hotline's roster, and who may change them.

-- Boxes somebody sees: of the unit they are on duty at, those they hold a key of, and, until it is
-- closed, the one they are opening in somebody's place. Nobody does it in another's name.
CREATE FUNCTION boxes_seen() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT box_id FROM box WHERE opens_ring('tip', unit_id)
  UNION
  SELECT box_id FROM box_key
  WHERE person_id = reach_person() AND acting_for() IS NULL AND valid_to IS NULL
  UNION
  SELECT box_id FROM box_opening
  WHERE reach_person() IN (first_id, second_id) AND acting_for() IS NULL;
END;
COMMENT ON FUNCTION boxes_seen IS 'The boxes whoever asks keeps, holds a key of, or opened.';

CREATE FUNCTION keeps_box(of_box uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT coalesce((SELECT opens_ring('tip', unit_id) FROM box WHERE box_id = of_box), false);
END;
COMMENT ON FUNCTION keeps_box IS 'Whether whoever asks is on duty at the unit whose box it is.';

CREATE FUNCTION both_present(of_opening uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN EXISTS (SELECT FROM box_presence WHERE opening_id = of_opening);
COMMENT ON FUNCTION both_present IS 'Whether the second person has said that they are there.';

CREATE FUNCTION box_is_open(of_box uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT of_box IN (SELECT boxes_seen()) AND EXISTS (
    SELECT FROM box_opening WHERE box_id = of_box AND closed_on IS NULL);
END;
COMMENT ON FUNCTION box_is_open IS 'Whether somebody is opening the box now, for those who might open it.';

CREATE FUNCTION people_for_box(of_unit uuid) RETURNS TABLE (person_id uuid, name text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT DISTINCT person.id, person.name
  FROM role_holding held JOIN person ON person.id = held.person_id
  WHERE held.role IN ('commune_police', 'core_member', 'provincial_police')
    AND held.valid_from <= current_date + 1
    AND (held.valid_to IS NULL OR held.valid_to >= current_date - 1)
    AND (
      held.unit_id = of_unit
      OR (held.role = 'provincial_police' AND fits_ring(held.person_id, 'tip', of_unit))
      OR held.site_id IN (
        SELECT placed.site_id FROM site_place placed WHERE placed.commune_id = of_unit
          AND (placed.valid_to IS NULL OR placed.valid_to >= current_date - 1))
    )
    AND (opens_ring('tip', of_unit)
      OR of_unit IN (SELECT unit_id FROM box WHERE box_id IN (SELECT boxes_seen())));
END;
COMMENT ON FUNCTION people_for_box IS 'Names of who may hold a key of a box of the unit, for those who keep or open one there.';

CREATE FUNCTION boxes_hung(of_unit uuid) RETURNS TABLE (box_id uuid, place text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT DISTINCT ON (box.box_id) box.box_id, hung.place
  FROM box JOIN box_place hung ON hung.box_id = box.box_id
  WHERE box.unit_id = of_unit AND box.used_from <= current_date + 1
    AND (box.used_until IS NULL OR box.used_until >= current_date)
  ORDER BY box.box_id, hung.hangs_from DESC;
END;
COMMENT ON FUNCTION boxes_hung IS 'For public pages: where the boxes of a unit hang, and nothing else of them.';

CREATE FUNCTION seals_in_question() RETURNS TABLE (unit_id uuid, place text, opened_on date, seal_state text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT box.unit_id,
    (SELECT hung.place FROM box_place hung WHERE hung.box_id = box.box_id
      AND hung.hangs_from <= opening.opened_on ORDER BY hung.hangs_from DESC LIMIT 1),
    opening.opened_on, opening.seal_state
  FROM box_opening opening JOIN box ON box.box_id = opening.box_id
  WHERE opening.seal_state <> 'whole' AND EXISTS (
    SELECT FROM unit above WHERE above.level = 'tinh' AND opens_ring('tip', above.unit_id)
  )
  ORDER BY opening.opened_on DESC;
END;
COMMENT ON FUNCTION seals_in_question IS 'For the duty desk of the province: seals found broken, missing or with another number; no count of letters.';

CREATE FUNCTION hotline_of(of_unit uuid) RETURNS TABLE (phone text, source text, checked_on date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT phone, source, checked_on FROM hotline WHERE unit_id = of_unit;
END;
COMMENT ON FUNCTION hotline_of IS 'For public pages: the number to call, and how far it was checked.';

REVOKE ALL ON FUNCTION boxes_seen, keeps_box, both_present, box_is_open, people_for_box, boxes_hung, seals_in_question,
  hotline_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION boxes_seen, keeps_box, both_present, box_is_open, people_for_box, boxes_hung, seals_in_question,
  hotline_of TO binh_yen_app;

GRANT SELECT, INSERT ON box, box_place, box_key, box_opening, box_presence, box_letter, code_slip,
  hotline, hotline_shift, missed_call TO binh_yen_app;
GRANT UPDATE (seal_number, every_days, used_until, last_opened_on) ON box TO binh_yen_app;
GRANT UPDATE (valid_to) ON box_key TO binh_yen_app;
GRANT UPDATE (
  letters, set_aside, set_aside_reason, difference_reason, new_seal, handed_to, closed_on,
  close_command_id
) ON box_opening TO binh_yen_app;
GRANT UPDATE (phone, source, checked_on, set_by, set_on) ON hotline TO binh_yen_app;
GRANT UPDATE (taken_on, removed_on) ON hotline_shift TO binh_yen_app;
GRANT UPDATE (answered_on, ring_id, epoch, sealed) ON missed_call TO binh_yen_app;

ALTER TABLE box ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON box FOR SELECT TO binh_yen_app USING (
  opens_ring('tip', unit_id) OR box_id IN (SELECT boxes_seen())
);
CREATE POLICY keep ON box FOR INSERT TO binh_yen_app WITH CHECK (
  made_by = (SELECT reach_person()) AND opens_ring('tip', unit_id)
);
CREATE POLICY work ON box FOR UPDATE TO binh_yen_app USING (box_id IN (SELECT boxes_seen()));
ALTER TABLE box_place ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON box_place FOR SELECT TO binh_yen_app USING (
  box_id IN (SELECT boxes_seen())
);
CREATE POLICY keep ON box_place FOR INSERT TO binh_yen_app WITH CHECK (keeps_box(box_id));
ALTER TABLE box_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON box_key FOR SELECT TO binh_yen_app USING (box_id IN (SELECT boxes_seen()));
CREATE POLICY keep ON box_key FOR INSERT TO binh_yen_app WITH CHECK (keeps_box(box_id));
CREATE POLICY finish ON box_key FOR UPDATE TO binh_yen_app USING (keeps_box(box_id));

-- What an opening found is for the two who opened, and for those on duty whose box it is.
ALTER TABLE box_opening ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON box_opening FOR SELECT TO binh_yen_app USING (
  keeps_box(box_id) OR (SELECT reach_person()) IN (first_id, second_id)
);
CREATE POLICY begin_it ON box_opening FOR INSERT TO binh_yen_app WITH CHECK (
  first_id = (SELECT reach_person()) AND box_id IN (SELECT boxes_seen())
);
CREATE POLICY go_on ON box_opening FOR UPDATE TO binh_yen_app USING (
  closed_on IS NULL AND (SELECT reach_person()) IN (first_id, second_id)
  AND both_present(opening_id)
) WITH CHECK ((SELECT reach_person()) IN (first_id, second_id));
ALTER TABLE box_presence ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON box_presence FOR SELECT TO binh_yen_app USING (
  EXISTS (SELECT FROM box_opening opened WHERE opened.opening_id = box_presence.opening_id)
);
CREATE POLICY second ON box_presence FOR INSERT TO binh_yen_app WITH CHECK (
  person_id = (SELECT reach_person()) AND (SELECT acting_for()) IS NULL
  AND EXISTS (
    SELECT FROM box_opening opened
    WHERE opened.opening_id = box_presence.opening_id
      AND opened.second_id = (SELECT reach_person()) AND opened.closed_on IS NULL
  )
);
ALTER TABLE box_letter ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON box_letter FOR SELECT TO binh_yen_app USING (
  EXISTS (SELECT FROM box_opening opened WHERE opened.opening_id = box_letter.opening_id)
);
CREATE POLICY enter ON box_letter FOR INSERT TO binh_yen_app WITH CHECK (
  EXISTS (
    SELECT FROM box_opening opened
    JOIN box_presence there ON there.opening_id = opened.opening_id
    WHERE opened.opening_id = box_letter.opening_id AND opened.closed_on IS NULL
      AND number <= opened.letters
      AND (SELECT reach_person()) IN (opened.first_id, opened.second_id)
  )
);
ALTER TABLE code_slip ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON code_slip FOR SELECT TO binh_yen_app USING (
  unit_id IN (SELECT box.unit_id FROM box WHERE box_id IN (SELECT boxes_seen()))
);
CREATE POLICY make ON code_slip FOR INSERT TO binh_yen_app WITH CHECK (
  made_by = (SELECT reach_person()) AND opens_ring('tip', unit_id)
);

DO $$
DECLARE
  of_hotline text;
BEGIN
  FOREACH of_hotline IN ARRAY ARRAY['hotline', 'hotline_shift', 'missed_call'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', of_hotline);
    EXECUTE format(
      'CREATE POLICY duty ON %I TO binh_yen_app USING (opens_ring(''tip'', unit_id))', of_hotline);
  END LOOP;
END
$$;

INSERT INTO name_place (table_name, column_name, record, at_erase) VALUES
  ('box_opening', 'replacement_reason', 'opening_id', 'replaced'),
  ('box_opening', 'set_aside_reason', 'opening_id', 'replaced'),
  ('box_opening', 'difference_reason', 'opening_id', 'replaced'),
  ('box_opening', 'handed_to', 'opening_id', 'replaced');
