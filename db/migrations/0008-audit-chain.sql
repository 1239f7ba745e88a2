-- The record nobody can rewrite: who acted for whom, who looked, and each row bound to the one before it.

ALTER TABLE audit
  ADD COLUMN kind text NOT NULL DEFAULT 'change' CHECK (kind IN ('change', 'view')),
  ADD COLUMN acting_for uuid,
  ADD COLUMN concerns uuid,
  ADD COLUMN device_at timestamptz;
ALTER TABLE audit
  ALTER COLUMN acting_for SET DEFAULT acting_for(),
  ALTER COLUMN device_at SET DEFAULT device_at(),
  -- What stands at the head of a cell in an exported table never begins like a formula. Rows of
  -- before are not judged: they can no longer be changed.
  ADD CONSTRAINT audit_command_shape CHECK (command ~ '^[a-z][a-z -]{1,60}$') NOT VALID,
  ADD CONSTRAINT audit_record_shape
    CHECK (record ~ '^[a-z]' AND length(record) <= 200) NOT VALID,
  ADD CONSTRAINT audit_before_shape CHECK (jsonb_typeof(before) = 'object') NOT VALID,
  ADD CONSTRAINT audit_after_shape CHECK (jsonb_typeof(after) = 'object') NOT VALID;
COMMENT ON COLUMN audit.kind IS 'change: a command was carried out; view: somebody looked.';
COMMENT ON COLUMN audit.acting_for IS 'Whose work the person did while that one was away.';
COMMENT ON COLUMN audit.concerns IS 'The person with an account whom it is about; they may see it.';
COMMENT ON COLUMN audit.device_at IS 'What the clock of the person''s device said; at is the server''s.';

CREATE INDEX audit_person ON audit (person_id, audit_id);
CREATE INDEX audit_record ON audit (record, site_id, audit_id);
CREATE INDEX audit_concerns ON audit (concerns, audit_id) WHERE concerns IS NOT NULL;
CREATE INDEX audit_acting_for ON audit (acting_for, audit_id) WHERE acting_for IS NOT NULL;
CREATE INDEX audit_at ON audit USING brin (at) WITH (pages_per_range = 32, autosummarize = on);

-- Everybody sees their own doings, what was done in their name, and what concerns them.
DROP POLICY reach ON audit;
CREATE POLICY reach ON audit FOR SELECT TO binh_yen_app USING (
  (SELECT reach_everywhere())
  OR site_id = ANY ((SELECT reach_sites())::uuid[])
  OR person_id = (SELECT reach_person())
  OR acting_for = (SELECT reach_person())
  OR concerns = (SELECT reach_person())
);
-- Nobody writes in another's name.
DROP POLICY append ON audit;
CREATE POLICY append ON audit FOR INSERT TO binh_yen_app WITH CHECK (
  (
    site_id IS NULL
    OR (SELECT reach_everywhere())
    OR site_id = ANY ((SELECT reach_sites())::uuid[])
  )
  AND ((SELECT reach_person()) IS NULL OR person_id = (SELECT reach_person()))
);

-- Number, times and whose work it was are PostgreSQL's to write: no past can be invented.
REVOKE INSERT ON audit FROM binh_yen_app;
GRANT INSERT (site_id, person_id, kind, command, record, concerns, before, after) ON audit
  TO binh_yen_app, binh_yen_sign_in;

CREATE TABLE audit_pending (
  audit_id bigint PRIMARY KEY
);
COMMENT ON TABLE audit_pending IS 'Rows of audit written by their commands and not yet linked; each leaves it with its link.';
INSERT INTO audit_pending SELECT audit_id FROM audit;

CREATE TABLE audit_link (
  chain uuid NOT NULL,
  position bigint NOT NULL CHECK (position > 0),
  audit_id bigint NOT NULL UNIQUE,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (chain, position)
);
COMMENT ON TABLE audit_link IS 'One chain for each site, and one (all zeros) for what belongs to none.';
COMMENT ON COLUMN audit_link.hash IS 'SHA-256 over the hash at the position before and the text of the audit row; docs/decisions/0008-audit-chain.md.';

CREATE TABLE audit_closing (
  number integer PRIMARY KEY CHECK (number > 0),
  command_id uuid NOT NULL UNIQUE,
  day date NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  made_by uuid REFERENCES person (id),
  chains bigint NOT NULL,
  rows bigint NOT NULL,
  value bytea NOT NULL CHECK (length(value) = 32)
);
CREATE INDEX audit_closing_day ON audit_closing (day, number);
COMMENT ON TABLE audit_closing IS 'One value for all chains as they stood: printed, countersigned and kept on paper.';
COMMENT ON COLUMN audit_closing.value IS 'SHA-256 over the value of the closing before and the heads of all chains that grew since.';

CREATE TABLE audit_closing_head (
  chain uuid NOT NULL,
  number integer NOT NULL REFERENCES audit_closing (number),
  position bigint NOT NULL,
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (chain, number)
);
COMMENT ON TABLE audit_closing_head IS 'Where a chain ended at a closing; one that has not grown since the closing before has no row.';

ALTER TABLE audit_link ENABLE ROW LEVEL SECURITY;
CREATE POLICY reach ON audit_link TO binh_yen_app USING (
  (SELECT reach_everywhere())
  OR chain = ANY ((SELECT reach_sites())::uuid[])
  OR EXISTS (SELECT FROM audit WHERE audit.audit_id = audit_link.audit_id)
);
ALTER TABLE audit_closing_head ENABLE ROW LEVEL SECURITY;
CREATE POLICY reach ON audit_closing_head TO binh_yen_app USING (
  (SELECT reach_everywhere()) OR chain = ANY ((SELECT reach_sites())::uuid[])
);

CREATE FUNCTION append_audit(
  new_site uuid, new_person uuid, new_kind text, new_command text, new_record text,
  new_concerns uuid, new_before jsonb, new_after jsonb
) RETURNS void
  LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO audit (site_id, person_id, kind, command, record, concerns, before, after)
  VALUES (
    new_site, coalesce(new_person, reach_person()), new_kind, new_command, new_record,
    new_concerns, new_before, new_after
  );
  INSERT INTO audit_pending VALUES (currval('audit_audit_id_seq'));
END
$$;
COMMENT ON FUNCTION append_audit IS 'The row and its waiting for a link, with the caller''s own rights. Planned once a connection: as a statement of its own it took four times as long.';
REVOKE EXECUTE ON FUNCTION append_audit FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_audit TO binh_yen_app, binh_yen_sign_in;
GRANT SELECT ON SEQUENCE audit_audit_id_seq TO binh_yen_app, binh_yen_sign_in;
GRANT INSERT ON audit_pending TO binh_yen_sign_in;

GRANT SELECT, INSERT, DELETE ON audit_pending TO binh_yen_app;
GRANT SELECT, INSERT ON audit_link, audit_closing, audit_closing_head TO binh_yen_app;
