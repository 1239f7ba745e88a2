-- A closing's own row stands under its value.

-- 1: number, day and heads are under the value; 2: everything the row says as well. What was closed
-- before stays what it was; from now on whoever closes says which form it is.
ALTER TABLE audit_closing
  ADD COLUMN form smallint NOT NULL DEFAULT 1 CHECK (form IN (1, 2));
ALTER TABLE audit_closing ALTER COLUMN form DROP DEFAULT;
COMMENT ON COLUMN audit_closing.form IS 'What stands under the value. 1: number, day and heads; 2: everything the row says, and the heads.';

-- When a closing was made is PostgreSQL's to write.
REVOKE INSERT ON audit_closing FROM binh_yen_app;
GRANT INSERT (form, number, command_id, day, made_by, chains, rows, value) ON audit_closing
  TO binh_yen_app;
