-- Who sees keys and rings, and who may change them: the second wall of PostgreSQL.

-- One's own key; and of those in one's rings, its public half.
ALTER TABLE device_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON device_key TO binh_yen_app USING (person_id = (SELECT reach_person()));
CREATE POLICY ring ON device_key FOR SELECT TO binh_yen_app USING (
  EXISTS (SELECT FROM ring_share share WHERE share.key_id = device_key.key_id)
);
ALTER TABLE key_lock ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON key_lock TO binh_yen_app USING (
  EXISTS (
    SELECT FROM device_key own
    WHERE own.key_id = key_lock.key_id AND own.person_id = (SELECT reach_person())
  )
);

-- Rings and their public halves are for everybody: the doors seal to them. Only those on duty make
-- one, and after the first epoch only those who can open the one before.
ALTER TABLE key_ring ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody ON key_ring FOR SELECT TO binh_yen_app USING (true);
CREATE FUNCTION opens_ring(of_purpose text, of_unit uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN acting_for() IS NULL AND fits_ring(reach_person(), of_purpose, of_unit);
COMMENT ON FUNCTION opens_ring IS 'Whether whoever asks is on duty at the unit for the purpose.';
REVOKE ALL ON FUNCTION opens_ring FROM PUBLIC;
GRANT EXECUTE ON FUNCTION opens_ring TO binh_yen_app;
CREATE POLICY make ON key_ring FOR INSERT TO binh_yen_app WITH CHECK (
  made_by = (SELECT reach_person()) AND opens_ring(purpose, unit_id)
);
ALTER TABLE ring_epoch ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody ON ring_epoch FOR SELECT TO binh_yen_app USING (true);
CREATE POLICY make ON ring_epoch FOR INSERT TO binh_yen_app WITH CHECK (
  made_by = (SELECT reach_person()) AND keeps_ring(ring_id)
  AND (epoch = 1 OR ring_id IN (SELECT held.ring_id FROM held_epochs() held))
);
CREATE POLICY finish ON ring_epoch FOR UPDATE TO binh_yen_app USING (
  ring_id IN (SELECT held.ring_id FROM held_epochs() held)
);

-- Seen by those who hold one of the same ring; given to colleagues on duty by whoever can open it.
ALTER TABLE ring_share ENABLE ROW LEVEL SECURITY;
CREATE POLICY ring ON ring_share FOR SELECT TO binh_yen_app USING (
  ring_id IN (SELECT held.ring_id FROM held_epochs() held)
);
CREATE POLICY give ON ring_share FOR INSERT TO binh_yen_app WITH CHECK (
  given_by = (SELECT reach_person()) AND fits_this_ring(person_id, ring_id)
  AND (
    (ring_id, epoch) IN (SELECT held.ring_id, held.epoch FROM held_epochs() held)
    OR EXISTS (
      SELECT FROM ring_epoch made
      WHERE made.ring_id = ring_share.ring_id AND made.epoch = ring_share.epoch
        AND made.made_by = (SELECT reach_person()) AND made.ended_on IS NULL
    )
  )
);
CREATE POLICY take_away ON ring_share FOR DELETE TO binh_yen_app USING (
  ring_id IN (SELECT held.ring_id FROM held_epochs() held)
);
-- That there is a recovery, and who holds its parts, is known to those on duty.
ALTER TABLE recovery_set ENABLE ROW LEVEL SECURITY;
CREATE POLICY duty ON recovery_set FOR SELECT TO binh_yen_app USING (keeps_ring(ring_id));
CREATE POLICY make ON recovery_set FOR INSERT TO binh_yen_app WITH CHECK (
  made_by = (SELECT reach_person()) AND keeps_ring(ring_id)
  AND (set_number = 1 OR ring_id IN (SELECT held.ring_id FROM held_epochs() held))
);
CREATE POLICY finish ON recovery_set FOR UPDATE TO binh_yen_app USING (
  ring_id IN (SELECT held.ring_id FROM held_epochs() held)
);
ALTER TABLE recovery_share ENABLE ROW LEVEL SECURITY;
CREATE POLICY duty ON recovery_share FOR SELECT TO binh_yen_app USING (keeps_ring(ring_id));
CREATE POLICY make ON recovery_share FOR INSERT TO binh_yen_app WITH CHECK (
  EXISTS (
    SELECT FROM recovery_set made
    WHERE made.ring_id = recovery_share.ring_id AND made.set_number = recovery_share.set_number
      AND made.made_by = (SELECT reach_person()) AND made.ended_on IS NULL
  )
  AND (person_id IS NULL OR fits_this_ring(person_id, ring_id))
);
ALTER TABLE ring_recovery ENABLE ROW LEVEL SECURITY;
CREATE POLICY duty ON ring_recovery FOR SELECT TO binh_yen_app USING (keeps_ring(ring_id));
CREATE POLICY make ON ring_recovery FOR INSERT TO binh_yen_app WITH CHECK (
  (ring_id, epoch) IN (SELECT held.ring_id, held.epoch FROM held_epochs() held)
  OR EXISTS (
    SELECT FROM ring_epoch made
    WHERE made.ring_id = ring_recovery.ring_id AND made.epoch = ring_recovery.epoch
      AND made.made_by = (SELECT reach_person()) AND made.ended_on IS NULL
  )
);
-- Once sealed to a new recovery key, it is sealed to the old one no more.
CREATE POLICY take_away ON ring_recovery FOR DELETE TO binh_yen_app USING (
  (ring_id, epoch) IN (SELECT held.ring_id, held.epoch FROM held_epochs() held)
);
ALTER TABLE recovery_call ENABLE ROW LEVEL SECURITY;
CREATE POLICY duty ON recovery_call FOR SELECT TO binh_yen_app USING (keeps_ring(ring_id));
CREATE POLICY call ON recovery_call FOR INSERT TO binh_yen_app WITH CHECK (
  person_id = (SELECT reach_person()) AND keeps_ring(ring_id)
);
CREATE POLICY finish ON recovery_call FOR UPDATE TO binh_yen_app USING (
  person_id = (SELECT reach_person())
);
ALTER TABLE recovery_gift ENABLE ROW LEVEL SECURITY;
CREATE POLICY duty ON recovery_gift FOR SELECT TO binh_yen_app USING (
  EXISTS (SELECT FROM recovery_call called WHERE called.call_id = recovery_gift.call_id)
);
CREATE POLICY give ON recovery_gift FOR INSERT TO binh_yen_app WITH CHECK (
  given_by = (SELECT reach_person())
  AND EXISTS (
    SELECT FROM recovery_call called
    JOIN recovery_share part
      ON part.ring_id = called.ring_id AND part.set_number = called.set_number
    WHERE called.call_id = recovery_gift.call_id AND called.ended_on IS NULL
      AND part.number = recovery_gift.number AND part.person_id = (SELECT reach_person())
  )
);

-- Whoever answers what is held of a person sees that there is a key and a share, and opens none.
DO $$
DECLARE
  told text;
BEGIN
  FOREACH told IN ARRAY ARRAY[
    'device_key', 'ring_share', 'recovery_set', 'recovery_share', 'recovery_call', 'recovery_gift'
  ] LOOP
    EXECUTE format(
      'CREATE POLICY keeper ON %I FOR SELECT TO binh_yen_app
         USING ((SELECT keeps_personal_data()))', told);
  END LOOP;
END
$$;

INSERT INTO account_part (table_name, person_column) VALUES
  ('device_key', 'person_id'),
  ('ring_share', 'person_id'),
  ('recovery_share', 'person_id'),
  ('recovery_call', 'person_id');
INSERT INTO name_place (table_name, column_name, record, at_erase) VALUES
  ('recovery_call', 'reason', 'call_id', 'erased');
