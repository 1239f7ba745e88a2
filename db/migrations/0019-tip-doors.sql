-- The doors of tips: what comes in, what is answered by a code, and how tips end.
ALTER TABLE tip_piece ENABLE ROW LEVEL SECURITY;
CREATE POLICY share ON tip_piece TO binh_yen_app USING (
  EXISTS (SELECT FROM tip WHERE tip.find_hash = tip_piece.find_hash)
);
ALTER TABLE tip_identity ENABLE ROW LEVEL SECURITY;
CREATE POLICY consent ON tip_identity FOR SELECT TO binh_yen_app USING (
  EXISTS (
    SELECT FROM tip_identity_request request
    WHERE request.tip_id = tip_identity.tip_id AND request.answer = 'consented'
      AND request.asked_by = (SELECT reach_person())
  )
);
-- What is sealed anew for the ring above: files beside those that came, and the name, by whoever was
-- allowed to see it, with the letter they sealed anew themselves.
CREATE POLICY anew ON tip_piece AS RESTRICTIVE FOR INSERT TO binh_yen_app WITH CHECK (
  EXISTS (
    SELECT FROM tip WHERE tip.find_hash = tip_piece.find_hash AND tip.ring_id <> tip_piece.ring_id
      AND tip.passed_to IS NULL)
);
CREATE POLICY anew ON tip_identity FOR INSERT TO binh_yen_app WITH CHECK (
  EXISTS (
    SELECT FROM tip_identity_request request
    WHERE request.tip_id = tip_identity.tip_id AND request.answer = 'consented'
      AND request.asked_by = (SELECT reach_person())
  ) AND EXISTS (
    SELECT FROM tip_letter anew
    WHERE anew.tip_id = tip_identity.tip_id AND anew.letter_id = tip_identity.letter_id
      AND anew.copy_of IS NOT NULL AND anew.ring_id = tip_identity.ring_id
      AND anew.written_by = (SELECT reach_person())
  )
);

GRANT SELECT ON tip, tip_letter, tip_piece, tip_identity, tip_identity_request, tip_note, tip_event
  TO binh_yen_app;
GRANT SELECT (ring_id, received_in, door, class, state, merged, ended_on) ON tip_tombstone TO binh_yen_app;
GRANT INSERT ON tip_letter, tip_piece, tip_identity, tip_identity_request, tip_note, tip_event
  TO binh_yen_app;
GRANT UPDATE (
  state, state_on, class, register_number, unread_since, last_letter_on, handed_over_on, passed_to,
  merged_into
) ON tip TO binh_yen_app;
GRANT UPDATE (answer, answered_by, answered_on, answer_command_id) ON tip_identity_request
  TO binh_yen_app;

-- What was done with a tip stands in the record as everything does; who may not know of the tip
-- does not see it there either. The chains are linked and verified by nobody in person.
CREATE POLICY tips ON audit AS RESTRICTIVE FOR SELECT TO binh_yen_app USING (
  record NOT LIKE 'tip %' OR (SELECT reach_person()) IS NULL
  OR person_id = (SELECT reach_person())
);
CREATE FUNCTION acts_on_tip(of_tip uuid)
  RETURNS TABLE (person_id uuid, name text, kind text, command text, at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT audit.person_id, person.name, audit.kind, audit.command, audit.at
  FROM audit JOIN person ON person.id = audit.person_id
  WHERE audit.record = 'tip ' || of_tip AND audit.site_id IS NULL AND EXISTS (
    SELECT FROM tip WHERE tip.tip_id = of_tip
      AND (tip.ring_id IN (SELECT tip_rings()) OR tip.passed_to IN (SELECT tip_rings()))
  )
  ORDER BY audit.audit_id;
END;
COMMENT ON FUNCTION acts_on_tip IS 'Who did what with a tip and who looked at it, for those who may see it: of the record of all others it tells nothing.';
REVOKE ALL ON FUNCTION acts_on_tip FROM PUBLIC;
GRANT EXECUTE ON FUNCTION acts_on_tip TO binh_yen_app;

-- The doors. Rows of one call stand or fall together and are answered one by one, in their order:
-- 'received' (now, or by the same command before), 'ended' (erased by its term), 'unknown' (no tip
-- of that code), 'unknown-ring' (nobody could open it), 'other-ring' (the code belongs to a tip of
-- another unit), 'command-used' (by another letter).
CREATE FUNCTION receive_letters(
  today date, doors text[], commands uuid[], hashes bytea[], rings uuid[], epochs integer[],
  recipients text[], letters bytea[], identities bytea[]
) RETURNS TABLE (place bigint, outcome text, day date)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  made uuid[];
BEGIN
  WITH fresh AS (
    -- In one order always, so that two calls never wait for each other in a circle.
    INSERT INTO tip (
      find_hash, ring_id, epoch, answer_recipient, door, received_on, state_on, unread_since,
      last_letter_on
    )
    SELECT DISTINCT ON (hash)
      hash, ring, asked.epoch, asked.recipient, asked.door, today, today, today, today
    FROM unnest(doors, commands, hashes, rings, epochs, recipients)
      WITH ORDINALITY AS asked (door, command, hash, ring, epoch, recipient, place)
    JOIN ring_epoch known ON known.ring_id = ring AND known.epoch = asked.epoch
    JOIN key_ring on_duty ON on_duty.ring_id = ring AND on_duty.purpose = 'tip'
    WHERE asked.recipient IS NOT NULL
      AND NOT EXISTS (SELECT FROM tip_tombstone gone WHERE gone.find_hash = hash)
      AND NOT EXISTS (SELECT FROM tip_letter sent WHERE sent.command_id = command)
    ORDER BY hash, asked.place
    ON CONFLICT (find_hash) DO NOTHING
    RETURNING tip_id
  )
  SELECT coalesce(array_agg(tip_id), '{}') INTO made FROM fresh;

  PERFORM FROM tip WHERE find_hash = ANY (hashes) AND tip_id <> ALL (made)
  ORDER BY find_hash FOR UPDATE;

  WITH fresh AS (
    INSERT INTO tip_letter (tip_id, command_id, position, direction, ring_id, epoch, sealed, day)
    SELECT of.tip_id, command,
      coalesce((SELECT max(sent.position) FROM tip_letter sent WHERE sent.tip_id = of.tip_id), 0)
        + row_number() OVER (PARTITION BY of.tip_id ORDER BY asked.place),
      'in', ring, asked.epoch, letter, today
    FROM unnest(commands, hashes, rings, epochs, letters)
      WITH ORDINALITY AS asked (command, hash, ring, epoch, letter, place)
    JOIN tip of ON of.find_hash = hash AND ring IN (of.ring_id, of.passed_to)
    JOIN ring_epoch known ON known.ring_id = ring AND known.epoch = asked.epoch
    WHERE NOT EXISTS (SELECT FROM tip_letter sent WHERE sent.command_id = command)
    ORDER BY hash, asked.place
    ON CONFLICT (command_id) DO NOTHING
    RETURNING tip_id
  )
  UPDATE tip SET last_letter_on = today, unread_since = coalesce(unread_since, today)
  WHERE tip_id IN (SELECT tip_id FROM fresh) AND tip_id <> ALL (made);

  -- Its command was another letter's, which came in between.
  DELETE FROM tip WHERE tip_id = ANY (made)
    AND NOT EXISTS (SELECT FROM tip_letter sent WHERE sent.tip_id = tip.tip_id);

  WITH fresh AS (
    INSERT INTO tip_identity (tip_id, letter_id, ring_id, epoch, sealed)
    SELECT sent.tip_id, sent.letter_id, ring, asked.epoch, identity
    FROM unnest(commands, hashes, rings, epochs, identities)
      WITH ORDINALITY AS asked (command, hash, ring, epoch, identity, place)
    JOIN tip of ON of.find_hash = hash
    JOIN tip_letter sent ON sent.command_id = command AND sent.tip_id = of.tip_id
      AND sent.ring_id = ring AND sent.epoch = asked.epoch
    WHERE identity IS NOT NULL
    ORDER BY asked.place
    ON CONFLICT DO NOTHING
    RETURNING tip_id
  )
  UPDATE tip SET has_identity = true WHERE NOT has_identity AND tip_id IN (SELECT tip_id FROM fresh);

  RETURN QUERY
  SELECT asked.place,
    CASE
      WHEN sent.tip_id = of.tip_id THEN 'received'
      WHEN sent.tip_id IS NOT NULL THEN 'command-used'
      WHEN gone.find_hash IS NOT NULL THEN 'ended'
      WHEN of.tip_id IS NULL AND recipient IS NULL THEN 'unknown'
      WHEN of.tip_id IS NOT NULL AND ring IS DISTINCT FROM of.ring_id
        AND ring IS DISTINCT FROM of.passed_to THEN 'other-ring'
      ELSE 'unknown-ring'
    END,
    coalesce(sent.day, gone.ended_on)
  FROM unnest(commands, hashes, rings, recipients)
    WITH ORDINALITY AS asked (command, hash, ring, recipient, place)
  LEFT JOIN tip of ON of.find_hash = hash
  LEFT JOIN tip_letter sent ON sent.command_id = command
  LEFT JOIN tip_tombstone gone ON gone.find_hash = hash
  ORDER BY asked.place;
END
$$;
COMMENT ON FUNCTION receive_letters IS 'Takes in tips and what is added to them, each exactly once; a letter with a recipient for answers may begin a tip, one without only adds.';

CREATE FUNCTION receive_piece(
  today date, hash bytea, ring uuid, of_epoch integer, upload uuid, piece integer, content bytea,
  most bigint
) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  IF EXISTS (SELECT FROM tip_piece p
    WHERE p.find_hash = hash AND p.upload_id = upload AND p.number = piece) THEN
    RETURN 'received';
  END IF;
  IF EXISTS (SELECT FROM tip_tombstone gone WHERE gone.find_hash = hash) THEN
    RETURN 'ended';
  END IF;
  IF NOT EXISTS (SELECT FROM ring_epoch JOIN key_ring USING (ring_id)
    WHERE ring_id = ring AND epoch = of_epoch AND purpose = 'tip') THEN
    RETURN 'unknown-ring';
  END IF;
  -- One code's pieces one after another: the sum is right however many come at once.
  PERFORM pg_advisory_xact_lock(17, get_byte(hash, 0) << 8 | get_byte(hash, 1));
  IF octet_length(content) + (
    SELECT coalesce(sum(octet_length(p.sealed)), 0) FROM tip_piece p WHERE p.find_hash = hash
  ) > most THEN
    RETURN 'too-large';
  END IF;
  INSERT INTO tip_piece (find_hash, upload_id, number, ring_id, epoch, sealed, day)
  VALUES (hash, upload, piece, ring, of_epoch, content, today)
  ON CONFLICT DO NOTHING;
  RETURN 'received';
END
$$;
COMMENT ON FUNCTION receive_piece IS 'Takes in one piece of a file, once; no more than so many bytes for one code.';

CREATE FUNCTION received_pieces(hash bytea, upload uuid) RETURNS SETOF integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT number FROM tip_piece WHERE find_hash = hash AND upload_id = upload ORDER BY number;
END;
COMMENT ON FUNCTION received_pieces IS 'Which pieces are there already, so that sending goes on where it broke off.';

CREATE FUNCTION answers_to(hash bytea) RETURNS TABLE (
  ring_id uuid, received_on date, state text, state_on date, body_ended_on date, ended_on date,
  letters_in bigint, answers jsonb
)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT coalesce(tip.passed_to, tip.ring_id), tip.received_on, tip.state, tip.state_on,
    tip.body_ended_on, NULL::date,
    (SELECT count(*) FROM tip_letter l
      WHERE l.tip_id = tip.tip_id AND l.direction = 'in' AND l.copy_of IS NULL),
    (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'letterId', l.letter_id, 'ringId', l.ring_id, 'day', l.day,
        'sealed', encode(l.sealed, 'base64')) ORDER BY l.position, l.letter_id), '[]')
      FROM tip_letter l WHERE l.tip_id = tip.tip_id AND l.direction = 'out')
  FROM tip WHERE tip.find_hash = hash
  UNION ALL
  SELECT gone.ring_id, NULL, gone.state, NULL, gone.ended_on, gone.ended_on, 0, '[]'
  FROM tip_tombstone gone WHERE gone.find_hash = hash;
END;
COMMENT ON FUNCTION answers_to IS 'What the sender of a code is told: how far it has come, and the answers, which only the code opens.';

REVOKE ALL ON FUNCTION receive_letters, receive_piece, received_pieces, answers_to FROM PUBLIC;
GRANT EXECUTE ON FUNCTION receive_letters, receive_piece, received_pieces, answers_to
  TO binh_yen_intake;

-- Which units have something that nobody has opened since before a day: for the reminder above them.
CREATE FUNCTION rings_unread_since(before date) RETURNS TABLE (ring_id uuid, unit_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT ring.ring_id, ring.unit_id FROM key_ring ring
  WHERE reach_everywhere() AND reach_person() IS NULL AND EXISTS (
    SELECT FROM tip WHERE coalesce(tip.passed_to, tip.ring_id) = ring.ring_id
      AND tip.unread_since <= before
  );
END;
COMMENT ON FUNCTION rings_unread_since IS 'A job''s alone: yes or no of each unit, neither how many nor since when.';

-- How tips end. Not by retention_target: its counts are shown to those who may not know of any tip.
CREATE FUNCTION end_tips(today date) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  over date[];
BEGIN
  -- Zones lie at most a day apart: whoever says a later day would end tips early.
  IF today > current_date + 1 OR NOT reach_everywhere() OR reach_person() IS NOT NULL THEN
    RAISE EXCEPTION 'not yet' USING ERRCODE = 'insufficient_privilege';
  END IF;
  over := ARRAY[
    term_ended_by('tip.keep.body', today), term_ended_by('tip.keep.case', today),
    term_ended_by('tip.keep.piece', today), term_ended_by('tip.keep.call', today)
  ];
  UPDATE missed_call SET ring_id = NULL, epoch = NULL, sealed = NULL
  WHERE day <= over[4] AND sealed IS NOT NULL;
  WITH due AS (
    UPDATE tip SET body_ended_on = today, has_identity = false, unread_since = NULL
    WHERE handed_over_on <= over[1] AND last_letter_on <= over[1]
      AND (body_ended_on IS NULL OR last_letter_on >= body_ended_on)
    RETURNING tip_id, find_hash
  ), notes AS (
    DELETE FROM tip_note USING due WHERE tip_note.tip_id = due.tip_id
  ), requests AS (
    DELETE FROM tip_identity_request USING due WHERE tip_identity_request.tip_id = due.tip_id
  ), identities AS (
    DELETE FROM tip_identity USING due WHERE tip_identity.tip_id = due.tip_id
  ), pieces AS (
    DELETE FROM tip_piece USING due WHERE tip_piece.find_hash = due.find_hash
  )
  DELETE FROM tip_letter USING due WHERE tip_letter.tip_id = due.tip_id;
  WITH gone AS (
    DELETE FROM tip
    WHERE state IN ('told', 'closed') AND state_on <= over[2] AND last_letter_on <= over[2]
      AND body_ended_on IS NOT NULL
      -- Not before those that lie under it: they would count for themselves.
      AND NOT EXISTS (
        SELECT FROM tip under WHERE under.merged_into = tip.tip_id
          AND (under.last_letter_on > over[2] OR under.body_ended_on IS NULL))
    RETURNING *
  )
  INSERT INTO tip_tombstone
    (find_hash, ring_id, received_in, door, class, state, merged, ended_on)
  SELECT find_hash, ring_id, date_trunc('month', received_on)::date, door, class, state,
    merged_into IS NOT NULL, today
  FROM gone;
  DELETE FROM tip_piece WHERE day <= over[3]
    AND NOT EXISTS (SELECT FROM tip WHERE tip.find_hash = tip_piece.find_hash);
END
$$;
COMMENT ON FUNCTION end_tips IS 'Erases letters after their hand-over, cases after their end, pieces without a letter and numbers of missed calls, by the dated rules tip.keep.*; tells nobody how many.';
REVOKE ALL ON FUNCTION rings_unread_since, end_tips FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rings_unread_since, end_tips TO binh_yen_app;

SELECT add_legal_rule(key, kind, jsonb_build_object('type', 'days', 'count', count), 'own',
  'Quy định của Bình Yên', '2026-01-01', NULL, note)
FROM (VALUES
  ('tip.open', 'deadline', 1, 'Quá thời hạn này mà chưa ai mở thì nhắc cả đơn vị và trực ban Công an tỉnh.'),
  ('tip.keep.body', 'retention', 30, 'Tính từ khi nơi nhận xác nhận bàn giao, hoặc từ tin nhắn cuối cùng nếu muộn hơn; sổ của Công an là nơi lưu.'),
  ('tip.keep.warning', 'retention', 7, 'Báo trước khi nội dung bị xóa.'),
  ('tip.keep.case', 'retention', 365, 'Tính từ khi báo kết quả hoặc khép lại; sau đó chỉ còn dấu thống kê theo tháng.'),
  ('tip.keep.piece', 'retention', 3, 'Mảnh tệp không có tin nào đi kèm.'),
  ('tip.keep.call', 'retention', 7, 'Số máy của cuộc gọi nhỡ, dù chưa ai gọi lại được.')
) AS rule (key, kind, count, note);
