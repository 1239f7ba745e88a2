-- Requests about personal data, breaches of it, and the days off their terms pass over.

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

GRANT SELECT, INSERT ON holiday, privacy_request, privacy_request_event, breach, breach_event
  TO binh_yen_app;
GRANT UPDATE (withdrawn_at) ON holiday TO binh_yen_app;
GRANT UPDATE (name, answer_to, words) ON privacy_request TO binh_yen_app;

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

-- What a person may read of their own account; what it is made of (hashes, secrets) stays closed.
GRANT SELECT (id, person_id, provider_id, created_at, updated_at) ON sign_in_account TO binh_yen_app;
GRANT SELECT (shared, strong, device_name, used_hour, proved_at) ON sign_in_session TO binh_yen_app;
GRANT SELECT (made_at, confirmed_at) ON second_factor TO binh_yen_app;
GRANT SELECT (person_id, used_at) ON recovery_code TO binh_yen_app;
GRANT SELECT (passkey_id, person_id, transports, name, made_at, used_on) ON passkey TO binh_yen_app;
GRANT SELECT ON provider_link TO binh_yen_app;

-- By what right personal data is held.
SELECT add_legal_rule(key, 'form', jsonb_build_object('type', 'text', 'text', said), mark, source,
  date(holds_from), NULL, note)
FROM (VALUES
  ('privacy.basis.task', 'Hoạt động của cơ quan nhà nước theo luật chuyên ngành', 'secondary', 'Luật 91/2025/QH15, Điều 19', '2026-01-01', 'Phải kiểm tra định kỳ việc xử lý.'),
  ('privacy.basis.consent', 'Sự đồng ý tự nguyện, cho từng mục đích, rút được bất cứ lúc nào', 'secondary', 'Luật 91/2025/QH15, Điều 9; Nghị định 356/2025/NĐ-CP, Điều 6', '2026-01-01', ''),
  ('privacy.basis.archive', 'Nghĩa vụ lưu trữ tài liệu hình thành trong công việc', 'memory', 'Luật Lưu trữ 33/2024/QH15', '2025-07-01', 'Thời hạn lưu từng loại tài liệu chưa đối chiếu.'),
  ('privacy.basis.security', 'Nghĩa vụ bảo vệ dữ liệu và ghi lại việc truy cập', 'secondary', 'Luật 91/2025/QH15; Luật An ninh mạng 116/2025/QH15', '2026-07-01', 'Điều khoản cụ thể chưa đối chiếu.')
) AS rule (key, said, mark, source, holds_from, note);
