-- The door of help: what comes in, what is answered by a code, what is counted, and how it ends.

-- The door. Rows of one call stand or fall together and are answered one by one, in their order: as
-- receive_letters of tips, and to rings of help alone.
CREATE FUNCTION receive_help_letters(
  today date, commands uuid[], hashes bytea[], rings uuid[], epochs integer[], recipients text[],
  letters bytea[]
) RETURNS TABLE (place bigint, outcome text, day date)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  made uuid[];
BEGIN
  WITH fresh AS (
    -- In one order always, so that two calls never wait for each other in a circle.
    INSERT INTO help_request (
      find_hash, ring_id, answer_recipient, received_on, last_letter_on, unread_since
    )
    SELECT DISTINCT ON (hash) hash, ring, asked.recipient, today, today, today
    FROM unnest(commands, hashes, rings, epochs, recipients)
      WITH ORDINALITY AS asked (command, hash, ring, epoch, recipient, place)
    JOIN ring_epoch known ON known.ring_id = ring AND known.epoch = asked.epoch
    JOIN key_ring helping ON helping.ring_id = ring AND helping.purpose = 'help'
    WHERE asked.recipient IS NOT NULL
      AND NOT EXISTS (SELECT FROM help_letter sent WHERE sent.command_id = command)
    ORDER BY hash, asked.place
    ON CONFLICT (find_hash) DO NOTHING
    RETURNING help_id
  )
  SELECT coalesce(array_agg(help_id), '{}') INTO made FROM fresh;

  PERFORM FROM help_request WHERE find_hash = ANY (hashes) AND help_id <> ALL (made)
  ORDER BY find_hash FOR UPDATE;

  WITH fresh AS (
    INSERT INTO help_letter (help_id, command_id, position, direction, ring_id, epoch, sealed, day)
    SELECT of.help_id, command,
      coalesce((SELECT max(sent.position) FROM help_letter sent WHERE sent.help_id = of.help_id), 0)
        + row_number() OVER (PARTITION BY of.help_id ORDER BY asked.place),
      'in', ring, asked.epoch, letter, today
    FROM unnest(commands, hashes, rings, epochs, letters)
      WITH ORDINALITY AS asked (command, hash, ring, epoch, letter, place)
    JOIN help_request of ON of.find_hash = hash AND of.ring_id = ring
    JOIN ring_epoch known ON known.ring_id = ring AND known.epoch = asked.epoch
    WHERE NOT EXISTS (SELECT FROM help_letter sent WHERE sent.command_id = command)
    ORDER BY hash, asked.place
    ON CONFLICT (command_id) DO NOTHING
    RETURNING help_id
  )
  UPDATE help_request
  SET last_letter_on = today, unread_since = coalesce(unread_since, today), closed_on = NULL,
    ending = NULL
  WHERE help_id IN (SELECT help_id FROM fresh) AND help_id <> ALL (made);

  -- Its command was another letter's, which came in between.
  DELETE FROM help_request WHERE help_id = ANY (made)
    AND NOT EXISTS (SELECT FROM help_letter sent WHERE sent.help_id = help_request.help_id);

  RETURN QUERY
  SELECT asked.place,
    CASE
      WHEN sent.help_id = of.help_id THEN 'received'
      WHEN sent.help_id IS NOT NULL THEN 'command-used'
      WHEN of.help_id IS NULL AND recipient IS NULL THEN 'unknown'
      WHEN of.help_id IS NOT NULL AND ring IS DISTINCT FROM of.ring_id THEN 'other-ring'
      ELSE 'unknown-ring'
    END,
    sent.day
  FROM unnest(commands, hashes, rings, recipients)
    WITH ORDINALITY AS asked (command, hash, ring, recipient, place)
  LEFT JOIN help_request of ON of.find_hash = hash
  LEFT JOIN help_letter sent ON sent.command_id = command
  ORDER BY asked.place;
END
$$;
COMMENT ON FUNCTION receive_help_letters IS 'Takes in what is asked for and what is added to it, each exactly once, for rings of help and no other; what is added opens a closed request again.';

CREATE FUNCTION help_answers_to(hash bytea) RETURNS TABLE (
  ring_id uuid, received_on date, is_read boolean, is_taken boolean, is_closed boolean,
  answers jsonb, file_ends_on date, file_key uuid, file_id uuid, file_sealed text
)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT asked.ring_id, asked.received_on, asked.unread_since IS NULL, asked.taken_by IS NOT NULL,
    asked.closed_on IS NOT NULL,
    (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'letterId', l.letter_id, 'ringId', l.ring_id, 'day', l.day,
        'sealed', encode(l.sealed, 'base64')) ORDER BY l.position, l.letter_id), '[]')
      FROM help_letter l WHERE l.help_id = asked.help_id AND l.direction = 'out'),
    file.ends_on, file.key_id, file.file_id, encode(file.sealed_copy, 'base64')
  FROM (SELECT hash AS find_hash) code
  LEFT JOIN help_request asked ON asked.find_hash = code.find_hash
  LEFT JOIN support_file file ON file.find_hash = code.find_hash
  WHERE asked.help_id IS NOT NULL OR file.file_id IS NOT NULL;
END;
COMMENT ON FUNCTION help_answers_to IS 'What the holder of a code is told: how far it has come, the answers, and their copy of a file; all of it only the code opens.';

CREATE FUNCTION withdraw_support(hash bytea) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  DELETE FROM support_file WHERE find_hash = hash;
  RETURN FOUND;
END
$$;
COMMENT ON FUNCTION withdraw_support IS 'The person''s own word, by their code: the file is erased at once.';
REVOKE ALL ON FUNCTION receive_help_letters, help_answers_to, withdraw_support FROM PUBLIC;
GRANT EXECUTE ON FUNCTION receive_help_letters, help_answers_to, withdraw_support
  TO binh_yen_intake;

-- Counts. One more is written where a request ends with help given; what is told are half-years that
-- are over, of one commune, and never fewer than the floor: there is no sum and no part to subtract.
CREATE FUNCTION count_help(of_help uuid, today date) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  WITH ended AS (
    UPDATE help_request SET counted = true
    WHERE help_id = of_help AND ending = 'helped' AND NOT counted
      AND ring_id IN (SELECT help_rings())
    RETURNING ring_id
  )
  INSERT INTO help_count (ring_id, half_year, given)
  SELECT ring_id, make_date(extract(year FROM today)::integer,
    CASE WHEN extract(month FROM today) < 7 THEN 1 ELSE 7 END, 1), 1
  FROM ended
  ON CONFLICT (ring_id, half_year) DO UPDATE SET given = help_count.given + 1;
END
$$;
COMMENT ON FUNCTION count_help IS 'Called where a request ends with help given, by whoever may end it.';

CREATE FUNCTION help_given(of_unit uuid, today date)
  RETURNS TABLE (half_year date, given integer, floor integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT counted.half_year, CASE WHEN counted.given >= least_shown.n THEN counted.given END,
    least_shown.n
  FROM help_count counted
  JOIN key_ring ring ON ring.ring_id = counted.ring_id AND ring.unit_id = of_unit
  CROSS JOIN LATERAL (
    SELECT (value ->> 'number')::integer AS n FROM legal_rule
    WHERE key = 'figures.floor' AND withdrawn_at IS NULL AND valid_from <= today
      AND (valid_to IS NULL OR valid_to >= today)
  ) least_shown
  WHERE counted.half_year + interval '6 months' <= least(today, current_date + 1)
  ORDER BY counted.half_year DESC;
END;
COMMENT ON FUNCTION help_given IS 'Half-years that are over; null where fewer were helped than may be shown.';
REVOKE ALL ON FUNCTION count_help, help_given FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_help, help_given TO binh_yen_app;

-- To whom a mail goes that says only that something waits: helpers alone, and to none how much.
CREATE FUNCTION helper_has_due(of_person uuid, today date) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT reach_everywhere() AND reach_person() IS NULL AND is_helper(of_person) AND (
    EXISTS (
      SELECT FROM support_file WHERE helper_id = of_person AND remind_on <= today
    ) OR EXISTS (
      SELECT FROM help_request asked JOIN ring_share share ON share.ring_id = asked.ring_id
      JOIN key_ring ring ON ring.ring_id = asked.ring_id
      WHERE share.person_id = of_person AND asked.unread_since IS NOT NULL
        AND fits_ring(of_person, 'help', ring.unit_id)
        AND (asked.taken_by IS NULL OR asked.taken_by = of_person)
    )
  );
END;
COMMENT ON FUNCTION helper_has_due IS 'A job''s alone: yes or no of one person, for a mail without content.';

-- How help ends. Not by retention_target: its counts are shown to those who may not know of any of it.
CREATE FUNCTION end_help(today date) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  -- Zones lie at most a day apart: whoever says a later day would end things early.
  IF today > current_date + 1 OR NOT reach_everywhere() OR reach_person() IS NOT NULL THEN
    RAISE EXCEPTION 'not yet' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- The person agreed to one helper and to a last day: neither outlives the other.
  DELETE FROM support_file WHERE ends_on < today OR NOT is_helper(helper_id);
  DELETE FROM help_request
  WHERE (closed_on <= term_ended_by('help.keep.closed', today)
      AND last_letter_on <= term_ended_by('help.keep.closed', today))
    OR last_letter_on <= term_ended_by('help.keep.open', today);
  DELETE FROM help_work WHERE month <= term_ended_by('help.keep.work', today);
END
$$;
COMMENT ON FUNCTION end_help IS 'Erases files whose last day is over and requests past their term, by the dated rules help.keep.*; leaves no trace and tells nobody how many.';
REVOKE ALL ON FUNCTION helper_has_due, end_help FROM PUBLIC;
GRANT EXECUTE ON FUNCTION helper_has_due, end_help TO binh_yen_app;

INSERT INTO account_part (table_name, person_column) VALUES
  ('support_file', 'helper_id'),
  ('help_work', 'helper_id');

SELECT add_legal_rule(key, kind, jsonb_build_object('type', 'days', 'count', count), 'own',
  'Quy định của Bình Yên', '2026-01-01', NULL, note)
FROM (VALUES
  ('help.keep.closed', 'retention', 30, 'Tính từ khi khép lại hoặc từ tin nhắn cuối cùng nếu muộn hơn.'),
  ('help.keep.open', 'retention', 180, 'Không ai viết thêm gì thì xóa, dù chưa khép lại.'),
  ('help.keep.warning', 'retention', 7, 'Báo trước khi xóa.'),
  ('help.keep.work', 'retention', 730, 'Ghi chép công việc của người giúp đỡ, không có tên người được giúp.'),
  ('help.support.longest', 'retention', 365, 'Mỗi lần đồng ý không quá thời gian này; muốn lâu hơn thì hỏi lại.')
) AS rule (key, kind, count, note);

SELECT add_legal_rule(key, 'form', jsonb_build_object('type', 'text', 'text', said), mark, source,
  date(holds_from), NULL, note)
FROM (VALUES
  ('help.number.emergency', '115', 'secondary', 'Số cấp cứu y tế', '2020-01-01', ''),
  ('help.number.police', '113', 'secondary', 'Số công an', '2020-01-01', ''),
  ('help.number.child', '111', 'memory', 'Tổng đài quốc gia bảo vệ trẻ em', '2020-01-01', ''),
  ('help.number.drugs', '0769 04 04 04', 'secondary', 'Đường dây nóng của Cục C04, Bộ Công an; sáu tờ báo đưa tin', '2025-10-10', 'Gọi, nhắn tin, Zalo, cả ngày đêm. Người nhận là công an.'),
  ('help.law.stigma', 'Cấm kỳ thị người sử dụng ma túy, người cai nghiện, người sau cai nghiện.', 'secondary', 'Luật 120/2025/QH15, Điều 5 khoản 11', '2026-07-01', ''),
  ('help.law.ways', 'Cai nghiện tự nguyện tại gia đình, cộng đồng hoặc cơ sở; cai nghiện bắt buộc tại cơ sở công lập.', 'secondary', 'Luật 120/2025/QH15', '2026-07-01', ''),
  ('help.law.secret', 'Phải giữ bí mật cá nhân của người cai nghiện, người sau cai nghiện.', 'verified', 'Nghị định 116/2021/NĐ-CP, Điều 4 khoản 2', '2022-01-01', 'Chưa tìm thấy nghị định thay thế theo Luật 120/2025/QH15.'),
  ('help.law.use', 'Sử dụng trái phép khi đang cai nghiện, điều trị thay thế, được quản lý: có thể bị xử lý hình sự.', 'memory', 'Bộ luật Hình sự, Điều 256a', '2025-07-01', 'Chi tiết chưa đối chiếu văn bản gốc.'),
  ('help.law.tell', 'Luật có thể buộc một người khai báo điều họ biết; không ai hứa thay luật được.', 'memory', 'Bộ luật Hình sự, Bộ luật Tố tụng hình sự', '2018-01-01', 'Phạm vi đối với người làm y tế chưa đối chiếu văn bản gốc.')
) AS rule (key, said, mark, source, holds_from, note);
