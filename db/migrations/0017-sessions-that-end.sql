-- A session has an absolute end: those that are open already get theirs.

UPDATE sign_in_session
SET expires_at = least(
  expires_at,
  created_at + CASE WHEN shared THEN interval '12 hours' ELSE interval '90 days' END
);

-- Roles that reach beyond one site need a second factor by default: signing in asks where one holds.
GRANT SELECT (site_id) ON role_holding TO binh_yen_sign_in;
