-- Which records end when, what goes with an account, where names may stand; and the tombstones of what went.

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
  ran_at timestamptz NOT NULL DEFAULT now(),
  failed text[] NOT NULL DEFAULT '{}'
);
COMMENT ON COLUMN retention_run.started_by IS 'Null where the clock started it.';
COMMENT ON COLUMN retention_run.failed IS 'Rules that could not be carried out: nothing ended by them, everything by the others.';

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

ALTER TABLE person ADD COLUMN erased_on date, ADD COLUMN closed_on date;
COMMENT ON COLUMN person.closed_on IS 'The day the account ended: no way in, no address; the name stays with the records.';
COMMENT ON COLUMN person.erased_on IS 'The day the name was taken out; the row stays so that records keep their author, without a name.';

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
    'CASE WHEN closed_on IS NULL THEN coalesce((SELECT max(coalesce(h.valid_to, ''infinity'')) FROM role_holding h WHERE h.person_id = person.id), created_at::date) END',
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

GRANT SELECT, INSERT ON retention_run TO binh_yen_app;
GRANT UPDATE (failed) ON retention_run TO binh_yen_app;
GRANT SELECT ON tombstone, retention_target, account_part, name_place TO binh_yen_app;
ALTER TABLE tombstone ENABLE ROW LEVEL SECURITY;
CREATE POLICY reach ON tombstone TO binh_yen_app USING ((SELECT reach_everywhere()));
ALTER TABLE retention_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY reach ON retention_run TO binh_yen_app USING ((SELECT reach_everywhere()));

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
  ('retention.account', 'months', 24, 'Tính từ ngày vai trò cuối cùng kết thúc; khi hết hạn thì cách đăng nhập và địa chỉ thư bị xóa, tên vẫn đứng ở việc đã ghi.'),
  ('retention.mail', 'months', 6, 'Tính từ khi gửi xong hoặc thôi gửi.'),
  ('retention.stand_in', 'months', 24, 'Tính từ ngày làm thay cuối cùng.'),
  ('retention.roster', 'months', 12, 'Tính từ ngày dòng danh sách kết thúc hoặc rút đồng ý.'),
  ('retention.glass', 'months', 60, 'Tính từ khi lần mở hồ sơ ngoài phạm vi kết thúc.'),
  ('retention.request', 'months', 24, 'Tính từ ngày đã trả lời.')
) AS rule (key, clock, count, note);
