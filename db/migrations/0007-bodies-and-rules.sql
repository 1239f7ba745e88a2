-- Law as dated data, the first catalogue of it, and the bodies (công an, ủy ban, mặt trận, …) of a unit.

-- Text as a range, so that an exclusion constraint can say "the same key" without an extension.
CREATE TYPE text_range AS RANGE (subtype = text, collation = "C");

CREATE TABLE legal_rule (
  rule_id uuid PRIMARY KEY,
  command_id uuid UNIQUE,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 80),
  kind text NOT NULL CHECK (
    kind IN ('deadline', 'threshold', 'authority', 'form', 'window', 'territory', 'retention')
  ),
  value jsonb NOT NULL CHECK (jsonb_typeof(value -> 'type') = 'string'),
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 500),
  mark text NOT NULL CHECK (mark IN ('verified', 'secondary', 'memory', 'own')),
  valid_from date NOT NULL,
  valid_to date,
  note text NOT NULL DEFAULT '' CHECK (length(note) <= 1000),
  replaces uuid REFERENCES legal_rule (rule_id),
  reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 1000),
  recorded_by uuid REFERENCES person (id),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  withdrawn_at timestamptz,
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT legal_rule_one_a_day EXCLUDE USING gist (
    text_range(key, key, '[]') WITH &&, daterange(valid_from, valid_to, '[]') WITH &&
  ) WHERE (withdrawn_at IS NULL)
);
COMMENT ON TABLE legal_rule IS 'A deadline, threshold, authority or form of the law, from the first day it holds until the last (both included). A replacement ends the old row and adds a new one; nothing is rewritten.';
COMMENT ON COLUMN legal_rule.mark IS 'verified: the text itself was read; secondary: from those who wrote about it; memory: from nobody; own: this project''s own rule. A confirmation makes it verified.';
COMMENT ON COLUMN legal_rule.recorded_by IS 'Null where it came with the catalogue.';
COMMENT ON COLUMN legal_rule.withdrawn_at IS 'It was replaced from its very first day, so it never held; kept to be read.';

CREATE TABLE legal_rule_confirmation (
  rule_id uuid NOT NULL REFERENCES legal_rule (rule_id),
  command_id uuid NOT NULL UNIQUE,
  text_read text NOT NULL CHECK (length(text_read) BETWEEN 1 AND 1000),
  confirmed_by uuid NOT NULL REFERENCES person (id),
  confirmed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (rule_id)
);
COMMENT ON TABLE legal_rule_confirmation IS 'An administrator compared the rule with the text of the law, and says which text.';

-- How a catalogue speaks, in this migration and later ones: a rule that follows another one ends it;
-- what stands already, and whatever an administrator confirmed or wrote, is left as it is.
CREATE FUNCTION add_legal_rule(
  of_key text, of_kind text, of_value jsonb, of_mark text, of_source text,
  holds_from date, holds_to date DEFAULT NULL, of_note text DEFAULT ''
) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM legal_rule r
    WHERE r.key = of_key AND r.withdrawn_at IS NULL
      AND daterange(r.valid_from, r.valid_to, '[]') && daterange(holds_from, holds_to, '[]')
      AND (r.valid_from >= holds_from OR r.recorded_by IS NOT NULL OR EXISTS (
        SELECT FROM legal_rule_confirmation c WHERE c.rule_id = r.rule_id))
  ) THEN
    RETURN;
  END IF;
  UPDATE legal_rule SET valid_to = holds_from - 1
  WHERE key = of_key AND withdrawn_at IS NULL
    AND valid_from < holds_from AND (valid_to IS NULL OR valid_to >= holds_from);
  INSERT INTO legal_rule (rule_id, key, kind, value, mark, source, valid_from, valid_to, note)
  VALUES (
    gen_random_uuid(), of_key, of_kind, of_value, of_mark, of_source, holds_from, holds_to, of_note
  );
END
$$;
REVOKE EXECUTE ON FUNCTION add_legal_rule FROM PUBLIC;

GRANT SELECT, INSERT ON legal_rule, legal_rule_confirmation TO binh_yen_app;
GRANT UPDATE (valid_to, withdrawn_at) ON legal_rule TO binh_yen_app;

CREATE TABLE body (
  body_id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (
    kind IN (
      'police', 'party_committee', 'people_committee', 'people_council', 'fatherland_front',
      'womens_union', 'youth_union', 'veterans', 'farmers', 'elderly', 'health_station', 'school',
      'security_team', 'party_cell', 'other'
    )
  ),
  unit_id uuid NOT NULL REFERENCES unit (unit_id),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 160),
  words text NOT NULL,
  searched tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED,
  code text CHECK (length(code) BETWEEN 1 AND 40),
  valid_from date NOT NULL,
  valid_to date,
  legal_act text NOT NULL DEFAULT '' CHECK (length(legal_act) <= 300),
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT body_one_of_its_kind EXCLUDE USING gist (
    text_range(kind || unit_id::text, kind || unit_id::text, '[]') WITH &&,
    daterange(valid_from, valid_to, '[]') WITH &&
  ) WHERE (kind NOT IN ('school', 'security_team', 'party_cell', 'other'))
);
CREATE INDEX body_unit ON body (unit_id, kind);
CREATE INDEX body_searched ON body USING gin (searched) WITH (fastupdate = off);
CREATE INDEX body_open ON body (unit_id) WHERE valid_to IS NULL;
COMMENT ON COLUMN body.words IS 'What it is found by: the folded words of its name and code, once each.';
COMMENT ON TABLE body IS 'One name of a body at one unit, from the first day until the last (both included); a renamed or merged body is a new row, tied by body_change. At a unit there is one police, one committee, … at a time.';

CREATE TABLE body_change (
  change_id uuid PRIMARY KEY,
  command_id uuid NOT NULL,
  position integer NOT NULL,
  kind text NOT NULL CHECK (
    kind IN ('created', 'renamed', 'merged', 'split', 'moved', 'dissolved')
  ),
  effective_on date NOT NULL,
  legal_act text NOT NULL DEFAULT '',
  recorded_by uuid REFERENCES person (id),
  recorded_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (command_id, position)
);
COMMENT ON COLUMN body_change.position IS 'All the bodies of a commune are founded by one command.';

CREATE TABLE body_change_part (
  change_id uuid NOT NULL REFERENCES body_change (change_id),
  part_id uuid NOT NULL,
  from_id uuid REFERENCES body (body_id),
  to_id uuid REFERENCES body (body_id),
  PRIMARY KEY (change_id, part_id),
  CHECK (from_id IS NOT NULL OR to_id IS NOT NULL)
);
CREATE INDEX body_change_part_from ON body_change_part (from_id);
CREATE INDEX body_change_part_to ON body_change_part (to_id);
COMMENT ON TABLE body_change_part IS 'What became of which body, as unit_change_part tells it of units.';

GRANT SELECT, INSERT ON body, body_change, body_change_part TO binh_yen_app;
GRANT UPDATE (valid_to) ON body TO binh_yen_app;

-- The first catalogue. Shares are [numerator, denominator, whether more than that is needed].
CREATE FUNCTION pg_temp.share(top int, bottom int, strict boolean) RETURNS jsonb LANGUAGE sql
  RETURN jsonb_build_object('type', 'share', 'numerator', top, 'denominator', bottom, 'strict', strict);
CREATE FUNCTION pg_temp.number(n int) RETURNS jsonb LANGUAGE sql
  RETURN jsonb_build_object('type', 'number', 'number', n);
CREATE FUNCTION pg_temp.words(t text) RETURNS jsonb LANGUAGE sql
  RETURN jsonb_build_object('type', 'text', 'text', t);
CREATE FUNCTION pg_temp.body(kind text, level text) RETURNS jsonb LANGUAGE sql
  RETURN jsonb_build_object('type', 'authority', 'body', kind, 'level', level);
CREATE FUNCTION pg_temp.year_days(year int, from_day text, to_day text) RETURNS jsonb LANGUAGE sql
  RETURN jsonb_build_object('type', 'window', 'from', jsonb_build_object('year', year, 'day', from_day),
    'to', jsonb_build_object('year', 0, 'day', to_day));

-- Clocks: hours 0 is 'at once'.
SELECT add_legal_rule(key, 'deadline', jsonb_build_object('type', clock, 'count', count), mark, source,
  date(holds_from), date(holds_to), note)
FROM (VALUES
  ('privacy.view', 'hours', 72, 'secondary', 'Nghị định 13/2023/NĐ-CP', '2023-07-01', '2025-12-31', ''),
  ('privacy.export', 'hours', 72, 'secondary', 'Nghị định 13/2023/NĐ-CP', '2023-07-01', '2025-12-31', ''),
  ('privacy.erase', 'hours', 72, 'secondary', 'Nghị định 13/2023/NĐ-CP', '2023-07-01', '2025-12-31', ''),
  ('privacy.breach.notify', 'hours', 72, 'verified', 'Nghị định 13/2023/NĐ-CP', '2023-07-01', '2025-12-31', 'Tính từ khi xảy ra vi phạm.'),
  ('privacy.acknowledge', 'working_days', 2, 'secondary', 'Nghị định 356/2025/NĐ-CP, Điều 5', '2026-01-01', NULL, ''),
  ('privacy.view', 'days', 10, 'secondary', 'Nghị định 356/2025/NĐ-CP, Điều 5', '2026-01-01', NULL, 'Việc nào ứng với 10, 15 hay 20 ngày: cần đối chiếu văn bản gốc.'),
  ('privacy.correct', 'days', 10, 'secondary', 'Nghị định 356/2025/NĐ-CP, Điều 5', '2026-01-01', NULL, 'Việc nào ứng với 10, 15 hay 20 ngày: cần đối chiếu văn bản gốc.'),
  ('privacy.export', 'days', 10, 'secondary', 'Nghị định 356/2025/NĐ-CP, Điều 5', '2026-01-01', NULL, 'Việc nào ứng với 10, 15 hay 20 ngày: cần đối chiếu văn bản gốc.'),
  ('privacy.restrict', 'days', 15, 'secondary', 'Nghị định 356/2025/NĐ-CP, Điều 5', '2026-01-01', NULL, '20 ngày nếu phải yêu cầu bên xử lý hoặc bên thứ ba ngừng.'),
  ('privacy.erase', 'days', 20, 'secondary', 'Nghị định 356/2025/NĐ-CP, Điều 5', '2026-01-01', NULL, 'Việc nào ứng với 10, 15 hay 20 ngày: cần đối chiếu văn bản gốc.'),
  ('privacy.breach.notify', 'hours', 72, 'secondary', 'Luật 91/2025/QH15, Điều 23', '2026-01-01', NULL, 'Tính từ khi phát hiện.'),
  ('privacy.breach.keep', 'months', 60, 'secondary', 'Nghị định 356/2025/NĐ-CP, Điều 29', '2026-01-01', NULL, 'Có nguồn chỉ áp dụng cho dữ liệu sinh trắc học và vị trí; ở đây áp dụng cho mọi vi phạm.'),
  ('privacy.impact.file', 'days', 60, 'secondary', 'Luật 91/2025/QH15, Điều 21', '2026-01-01', NULL, 'Tính từ ngày đầu tiên xử lý. Việc miễn cho cơ quan nhà nước (Điều 21 khoản 6) chưa xác minh.'),
  ('privacy.impact.renew', 'months', 6, 'secondary', 'Luật 91/2025/QH15, Điều 22; Nghị định 356/2025/NĐ-CP, Điều 20', '2026-01-01', NULL, ''),
  ('privacy.impact.change', 'days', 10, 'secondary', 'Luật 91/2025/QH15, Điều 22; Nghị định 356/2025/NĐ-CP, Điều 20', '2026-01-01', NULL, ''),
  ('tip.forward', 'hours', 0, 'verified', 'Bộ luật Tố tụng hình sự 2015, Điều 146 khoản 4', '2018-01-01', NULL, 'Việc gấp: báo bằng điện thoại trước, văn bản sau.'),
  ('tip.urgent', 'hours', 0, 'verified', 'Thông tư liên tịch 01/2017, Điều 8 khoản 5 điểm a (sửa năm 2021)', '2021-12-01', NULL, 'Phạm tội quả tang, rất nghiêm trọng, dư luận quan tâm, nghi phạm có thể trốn. Ngày bắt đầu ghi theo trí nhớ.'),
  ('tip.transfer', 'days', 7, 'verified', 'Thông tư liên tịch 01/2017, Điều 8 khoản 5 điểm b (sửa năm 2021)', '2021-12-01', NULL, 'Ngày bắt đầu ghi theo trí nhớ.'),
  ('tip.assign', 'hours', 12, 'secondary', 'Hướng dẫn 11/HD-BCA-V03 ngày 27/02/2025', '2025-03-01', NULL, ''),
  ('tip.assign.remote', 'hours', 24, 'secondary', 'Hướng dẫn 11/HD-BCA-V03 ngày 27/02/2025', '2025-03-01', NULL, ''),
  ('tip.handover', 'days', 7, 'secondary', 'Hướng dẫn 11/HD-BCA-V03 ngày 27/02/2025', '2025-03-01', NULL, ''),
  ('tip.post', 'hours', 24, 'verified', 'Thông tư liên tịch 01/2017, Điều 8 khoản 3, khoản 5 điểm c', '2018-03-01', NULL, ''),
  ('tip.classify', 'hours', 24, 'verified', 'Thông tư liên tịch 01/2017, Điều 8 khoản 1', '2018-03-01', NULL, ''),
  ('tip.wrong_body', 'hours', 24, 'verified', 'Thông tư liên tịch 01/2017, Điều 8', '2018-03-01', NULL, ''),
  ('tip.receipt', 'working_days', 3, 'verified', 'Thông tư liên tịch 01/2017, Điều 14 khoản 1; Thông tư 28/2020/TT-BCA, Điều 17 khoản 1', '2018-03-01', NULL, 'Không gửi khi người báo tin không cho biết danh tính.'),
  ('tip.decide', 'days', 20, 'verified', 'Bộ luật Tố tụng hình sự 2015, Điều 147 khoản 1', '2018-01-01', NULL, ''),
  ('tip.decide.complex', 'months', 2, 'verified', 'Bộ luật Tố tụng hình sự 2015, Điều 147 khoản 2', '2018-01-01', NULL, ''),
  ('tip.decide.extension', 'months', 2, 'verified', 'Bộ luật Tố tụng hình sự 2015, Điều 147 khoản 2', '2018-01-01', NULL, 'Viện kiểm sát gia hạn một lần.'),
  ('tip.extension.request', 'days', 5, 'verified', 'Bộ luật Tố tụng hình sự 2015, Điều 147', '2018-01-01', NULL, ''),
  ('tip.result', 'days', 3, 'verified', 'Thông tư liên tịch 01/2017, Điều 14 khoản 3', '2018-03-01', NULL, ''),
  ('tip.suspension', 'hours', 24, 'verified', 'Thông tư 28/2020/TT-BCA, Điều 17 khoản 3', '2020-05-11', NULL, 'Ngày bắt đầu ghi theo trí nhớ.'),
  ('drug.user.decision', 'working_days', 3, 'verified', 'Luật 73/2021/QH14; Nghị định 105/2021/NĐ-CP', '2022-01-01', '2026-06-30', ''),
  ('drug.user.decision', 'hours', 24, 'secondary', 'Luật 120/2025/QH15, Điều 24', '2026-07-01', NULL, ''),
  ('drug.user.management', 'months', 12, 'verified', 'Luật 73/2021/QH14, Điều 23', '2022-01-01', '2026-06-30', ''),
  ('drug.user.management', 'months', 12, 'secondary', 'Luật 120/2025/QH15, Điều 24', '2026-07-01', NULL, ''),
  ('drug.move.notify', 'working_days', 5, 'secondary', 'Luật 73/2021/QH14; Nghị định 105/2021/NĐ-CP', '2022-01-01', '2026-06-30', ''),
  ('drug.move.notify', 'hours', 24, 'secondary', 'Luật 120/2025/QH15', '2026-07-01', NULL, ''),
  ('drug.rehab.decision', 'working_days', 3, 'verified', 'Nghị định 116/2021/NĐ-CP', '2022-01-01', '2026-06-30', ''),
  ('drug.rehab.first', 'months', 24, 'secondary', 'Luật 120/2025/QH15, Điều 29', '2026-07-01', NULL, 'Việc cai bắt đầu trước ngày này theo quy định cũ (Điều 56).'),
  ('drug.rehab.again', 'months', 36, 'secondary', 'Luật 120/2025/QH15, Điều 29', '2026-07-01', NULL, ''),
  ('drug.aftercare.file', 'working_days', 3, 'verified', 'Nghị định 116/2021/NĐ-CP', '2022-01-01', '2026-06-30', ''),
  ('drug.aftercare.decision', 'working_days', 2, 'verified', 'Nghị định 116/2021/NĐ-CP', '2022-01-01', '2026-06-30', ''),
  ('drug.aftercare.voluntary', 'months', 12, 'secondary', 'Luật 120/2025/QH15, Điều 42', '2026-07-01', NULL, ''),
  ('drug.aftercare.compulsory', 'months', 24, 'secondary', 'Luật 120/2025/QH15, Điều 42', '2026-07-01', NULL, ''),
  ('assembly.notice', 'days', 2, 'verified', 'Luật 10/2022/QH15; Nghị định 59/2023/NĐ-CP', '2023-08-15', NULL, 'Trước cuộc họp, theo Mẫu 01, và niêm yết tại nhà văn hóa.'),
  ('assembly.papers', 'days', 2, 'verified', 'Luật 10/2022/QH15; Nghị định 59/2023/NĐ-CP', '2023-08-15', NULL, 'Tài liệu của nội dung khoản 1, 2, 3 Điều 15.'),
  ('assembly.initiative.valid', 'months', 3, 'verified', 'Luật 10/2022/QH15', '2023-07-01', NULL, ''),
  ('assembly.homes.plan', 'days', 2, 'verified', 'Luật 10/2022/QH15, Điều 19 khoản 1; Nghị định 59/2023/NĐ-CP', '2023-08-15', NULL, ''),
  ('assembly.homes.public', 'days', 2, 'verified', 'Luật 10/2022/QH15, Điều 19 khoản 1; Nghị định 59/2023/NĐ-CP', '2023-08-15', NULL, ''),
  ('assembly.decision.send', 'working_days', 5, 'verified', 'Luật 10/2022/QH15, Điều 20', '2023-07-01', NULL, ''),
  ('assembly.covenant.posted', 'days', 30, 'verified', 'Nghị định 61/2023/NĐ-CP', '2023-08-16', NULL, ''),
  ('assembly.covenant.file', 'working_days', 5, 'verified', 'Nghị định 61/2023/NĐ-CP', '2023-08-16', NULL, ''),
  ('assembly.covenant.recognise', 'working_days', 5, 'verified', 'Nghị định 61/2023/NĐ-CP', '2023-08-16', NULL, ''),
  ('hamlet.leader.term', 'months', 60, 'secondary', 'Nghị định 185/2026/NĐ-CP, Điều 4, Điều 7', '2026-05-26', NULL, ''),
  ('hamlet.leader.acting', 'months', 6, 'secondary', 'Nghị định 185/2026/NĐ-CP, Điều 4, Điều 7', '2026-05-26', NULL, ''),
  ('paper.number.given', 'working_days', 1, 'verified', 'Nghị định 30/2020/NĐ-CP, Điều 15, Điều 18', '2020-03-05', NULL, 'Sau khi ký, chậm nhất ngày làm việc tiếp theo.')
) AS rule (key, clock, count, mark, source, holds_from, holds_to, note);

-- Thresholds, windows of the year, authorities, forms, levels.
SELECT add_legal_rule(key, kind, value, mark, source, date(holds_from), date(holds_to), note)
FROM (VALUES
  ('figures.floor', 'threshold', pg_temp.number(10), 'own', 'Quy định của Bình Yên; căn cứ giữ bí mật cá nhân: Nghị định 116/2021/NĐ-CP, Điều 4 khoản 2', '1945-09-02', NULL, 'Luật không đặt ngưỡng. Áp dụng cho số liệu của mọi thời kỳ.'),
  ('assembly.vote.contribution', 'threshold', pg_temp.share(1, 2, true), 'memory', 'Pháp lệnh 34/2007/PL-UBTVQH11, Điều 10–12', '2007-07-01', NULL, ''),
  ('assembly.vote.covenant', 'threshold', pg_temp.share(1, 2, true), 'memory', 'Pháp lệnh 34/2007/PL-UBTVQH11, Điều 13–16', '2007-07-01', NULL, ''),
  ('assembly.vote.leader', 'threshold', pg_temp.share(1, 2, true), 'memory', 'Pháp lệnh 34/2007/PL-UBTVQH11, Điều 13–16', '2007-07-01', NULL, ''),
  ('assembly.vote.other', 'threshold', pg_temp.share(1, 2, true), 'memory', 'Pháp lệnh 34/2007/PL-UBTVQH11, Điều 10–12', '2007-07-01', NULL, ''),
  ('assembly.vote.contribution', 'threshold', pg_temp.share(2, 3, false), 'verified', 'Luật 10/2022/QH15, Điều 15 khoản 1, 2; Điều 21', '2023-07-01', NULL, 'Mẫu số là tất cả đại diện hộ trong thôn.'),
  ('assembly.vote.covenant', 'threshold', pg_temp.share(1, 2, true), 'verified', 'Luật 10/2022/QH15, Điều 15 khoản 3; Điều 21', '2023-07-01', NULL, 'Mẫu số là tất cả đại diện hộ. Có hiệu lực khi Ủy ban nhân dân xã công nhận.'),
  ('assembly.vote.leader', 'threshold', pg_temp.share(1, 2, true), 'verified', 'Luật 10/2022/QH15, Điều 15 khoản 4, 5; Điều 21', '2023-07-01', NULL, 'Mẫu số là tất cả đại diện hộ trong thôn.'),
  ('assembly.vote.other', 'threshold', pg_temp.share(1, 2, true), 'verified', 'Luật 10/2022/QH15, Điều 15 khoản 6; Điều 21', '2023-07-01', NULL, 'Mẫu số là tất cả đại diện hộ. Có hiệu lực ngay khi biểu quyết.'),
  ('assembly.covenant.present', 'threshold', pg_temp.share(1, 2, true), 'verified', 'Luật 10/2022/QH15, Điều 15 khoản 3', '2023-07-01', NULL, ''),
  ('assembly.initiative', 'threshold', pg_temp.share(1, 10, false), 'verified', 'Luật 10/2022/QH15', '2023-07-01', NULL, ''),
  ('assembly.method', 'threshold', pg_temp.share(1, 2, true), 'verified', 'Luật 10/2022/QH15', '2023-07-01', NULL, 'Mẫu số là số đại diện hộ có mặt.'),
  ('assembly.online.agreed', 'threshold', pg_temp.share(1, 2, true), 'verified', 'Nghị định 59/2023/NĐ-CP, Điều 5', '2023-08-15', NULL, 'Mẫu số là tất cả các hộ.'),
  ('assembly.clusters', 'threshold', pg_temp.number(200), 'verified', 'Luật 10/2022/QH15', '2023-07-01', NULL, 'Số hộ từ đó được họp theo cụm; hoặc dân cư ở rải rác.'),
  ('assembly.witnesses', 'threshold', pg_temp.number(2), 'verified', 'Luật 10/2022/QH15', '2023-07-01', NULL, ''),
  ('assembly.signers', 'threshold', pg_temp.number(2), 'verified', 'Luật 10/2022/QH15, Điều 20 khoản 2', '2023-07-01', NULL, 'Cùng trưởng thôn và trưởng ban công tác Mặt trận.'),
  ('assembly.tally.copies', 'form', pg_temp.number(3), 'verified', 'Nghị định 59/2023/NĐ-CP', '2023-08-15', NULL, ''),
  ('assembly.tally.least', 'threshold', pg_temp.number(3), 'verified', 'Luật 10/2022/QH15', '2023-07-01', NULL, ''),
  ('assembly.tally.most', 'threshold', pg_temp.number(5), 'verified', 'Luật 10/2022/QH15', '2023-07-01', NULL, ''),
  ('hamlet.leader.age', 'threshold', pg_temp.number(21), 'secondary', 'Nghị định 185/2026/NĐ-CP, Điều 4, Điều 7', '2026-05-26', NULL, ''),
  ('recognition.registered', 'threshold', pg_temp.share(1, 1, false), 'verified', 'Thông tư 124/2021/TT-BCA', '2022-02-10', NULL, ''),
  ('recognition.commune.registered', 'threshold', pg_temp.share(1, 1, false), 'verified', 'Thông tư 124/2021/TT-BCA', '2022-02-10', NULL, ''),
  ('recognition.commune.recognised', 'threshold', pg_temp.share(70, 100, false), 'verified', 'Thông tư 124/2021/TT-BCA', '2022-02-10', NULL, ''),
  ('recognition.commune.models', 'threshold', pg_temp.number(1), 'verified', 'Thông tư 124/2021/TT-BCA', '2022-02-10', NULL, ''),
  ('recognition.register', 'window', pg_temp.year_days(0, '01-01', '03-31'), 'verified', 'Thông tư 124/2021/TT-BCA', '2022-02-10', NULL, ''),
  ('recognition.hamlet.assessed', 'window', pg_temp.year_days(-1, '11-01', '10-31'), 'verified', 'Thông tư 124/2021/TT-BCA', '2022-02-10', NULL, ''),
  ('recognition.commune.assessed', 'window', pg_temp.year_days(-1, '11-16', '11-15'), 'verified', 'Thông tư 124/2021/TT-BCA', '2022-02-10', NULL, ''),
  ('recognition.hamlet.reviewed', 'window', pg_temp.year_days(0, '11-01', '11-14'), 'verified', 'Thông tư 124/2021/TT-BCA', '2022-02-10', NULL, 'Trước ngày 15/11.'),
  ('recognition.hamlet.classified', 'window', pg_temp.year_days(0, '11-01', '11-19'), 'secondary', 'Quyết định 510/QĐ-BCA-V05 năm 2022', '2022-01-20', NULL, 'Trước ngày 20/11.'),
  ('recognition.hamlet.authority', 'authority', pg_temp.body('people_committee', 'xa'), 'verified', 'Thông tư 124/2021/TT-BCA', '2022-02-10', NULL, 'Chủ tịch Ủy ban nhân dân xã quyết định.'),
  ('recognition.commune.authority', 'authority', pg_temp.body('people_committee', 'huyen'), 'verified', 'Thông tư 124/2021/TT-BCA, Điều 9, Điều 10', '2022-02-10', '2025-06-30', 'Cấp huyện không còn; cơ quan thay thế chưa xác minh nên từ 01/7/2025 chưa có quy định nào ở đây.'),
  ('territory.levels', 'territory', '{"type":"levels","levels":["tinh","huyen","xa"]}', 'memory', 'Luật Tổ chức chính quyền địa phương 77/2015/QH13 và các luật trước đó', '1976-07-02', NULL, 'Ngày bắt đầu ghi theo trí nhớ.'),
  ('territory.levels', 'territory', '{"type":"levels","levels":["tinh","xa"]}', 'verified', 'Nghị quyết 203/2025/QH15; danh mục đơn vị theo Quyết định 19/2025/QĐ-TTg', '2025-07-01', NULL, ''),
  ('territory.police_levels', 'territory', '{"type":"levels","levels":["tinh","huyen","xa"]}', 'memory', 'Luật Công an nhân dân 37/2018/QH14 và các luật trước đó', '1976-07-02', NULL, 'Ngày bắt đầu ghi theo trí nhớ.'),
  ('territory.police_levels', 'territory', '{"type":"levels","levels":["tinh","xa"]}', 'secondary', 'Sắp xếp Công an địa phương hai cấp (danviet.vn 28/02/2025, dhcsnd.edu.vn)', '2025-03-01', NULL, ''),
  ('hamlet.authority', 'authority', pg_temp.body('people_council', 'tinh'), 'memory', 'Thông tư 04/2012/TT-BNV', '2012-10-15', NULL, ''),
  ('hamlet.authority', 'authority', pg_temp.body('people_council', 'xa'), 'secondary', 'Nghị định 185/2026/NĐ-CP, Điều 9', '2026-05-26', NULL, ''),
  ('drug.user.authority', 'authority', pg_temp.body('people_committee', 'xa'), 'verified', 'Luật 73/2021/QH14; Nghị định 105/2021/NĐ-CP', '2022-01-01', NULL, ''),
  ('drug.user.authority', 'authority', pg_temp.body('police', 'xa'), 'secondary', 'Luật 120/2025/QH15, Điều 24', '2026-07-01', NULL, ''),
  ('drug.priority.users', 'threshold', pg_temp.share(5, 1000, false), 'secondary', 'Quyết định 28/2025/QĐ-TTg', '2025-08-24', NULL, 'Loại I khi có từ ba tiêu chí trở lên.'),
  ('drug.priority.places', 'threshold', pg_temp.number(2), 'secondary', 'Quyết định 28/2025/QĐ-TTg', '2025-08-24', NULL, ''),
  ('drug.priority.offenders', 'threshold', pg_temp.share(1, 1000, false), 'secondary', 'Quyết định 28/2025/QĐ-TTg', '2025-08-24', NULL, ''),
  ('drug.priority.plants', 'threshold', pg_temp.number(3000), 'secondary', 'Quyết định 28/2025/QĐ-TTg', '2025-08-24', NULL, 'Hoặc từ 750 m².'),
  ('step.assembly_notice', 'form', pg_temp.words('Mẫu 01'), 'verified', 'Luật 10/2022/QH15; Nghị định 59/2023/NĐ-CP, Mẫu 01', '2023-08-15', NULL, ''),
  ('step.tally_minutes', 'form', pg_temp.words('Mẫu 02, Mẫu 04'), 'verified', 'Luật 10/2022/QH15; Nghị định 59/2023/NĐ-CP, Mẫu 02, Mẫu 04', '2023-08-15', NULL, ''),
  ('step.community_decision', 'form', pg_temp.words('Mẫu 03'), 'verified', 'Luật 10/2022/QH15; Nghị định 59/2023/NĐ-CP, Mẫu 03', '2023-08-15', NULL, ''),
  ('paper.number.first', 'form', pg_temp.number(1), 'verified', 'Nghị định 30/2020/NĐ-CP, Điều 15', '2020-03-05', NULL, ''),
  ('paper.number.digits', 'form', pg_temp.number(2), 'verified', 'Nghị định 30/2020/NĐ-CP, Phụ lục I', '2020-03-05', NULL, 'Số nhỏ hơn 10 có số 0 phía trước.'),
  ('paper.number.year', 'window', pg_temp.year_days(0, '01-01', '12-31'), 'verified', 'Nghị định 30/2020/NĐ-CP, Điều 15', '2020-03-05', NULL, ''),
  ('paper.date.months', 'form', pg_temp.number(2), 'verified', 'Nghị định 30/2020/NĐ-CP, Phụ lục I', '2020-03-05', NULL, 'Ngày nhỏ hơn 10 và tháng 1, 2 có số 0 phía trước.')
) AS rule (key, kind, value, mark, source, holds_from, holds_to, note);

-- The measures of an official paper: what the form allows (no upper limit: null) and what is taken of it.
-- Of margins the narrow end is taken, so that Quốc hiệu keeps to one line beside a long agency name;
-- lines are between single (16,1 pt at 14) and one and a half (24,2 pt).
SELECT add_legal_rule('paper.' || key, 'form', jsonb_build_object('type', 'measure', 'unit', unit,
    'least', least, 'most', most, 'taken', taken), 'verified', 'Nghị định 30/2020/NĐ-CP, Phụ lục I', '2020-03-05')
FROM (VALUES
  ('page.width', 'mm', 210, 210, 210), ('page.height', 'mm', 297, 297, 297),
  ('page.top', 'mm', 20, 25, 20), ('page.bottom', 'mm', 20, 25, 20),
  ('page.left', 'mm', 30, 35, 30), ('page.right', 'mm', 15, 20, 15),
  ('size.country', 'pt', 12, 13, 12), ('size.motto', 'pt', 13, 14, 13),
  ('size.agencyAbove', 'pt', 12, 13, 12), ('size.agency', 'pt', 12, 13, 12),
  ('size.number', 'pt', 13, 13, 13), ('size.placeDate', 'pt', 13, 14, 13),
  ('size.title', 'pt', 13, 14, 14), ('size.subject', 'pt', 13, 14, 14),
  ('size.addressee', 'pt', 13, 14, 14), ('size.body', 'pt', 13, 14, 14),
  ('size.signature', 'pt', 13, 14, 14), ('size.recipientsLabel', 'pt', 12, 12, 12),
  ('size.recipients', 'pt', 11, 11, 11), ('size.pageNumber', 'pt', 13, 14, 13),
  ('spacing.firstLine', 'mm', 10, 12.7, 12.7), ('spacing.paragraph', 'pt', 6, NULL, 6),
  ('spacing.line', 'pt', 16.1, 24.2, 18), ('spacing.rule', 'part', 0.3333, 0.5, 0.42)
) AS measure (key, unit, least, most, taken);
