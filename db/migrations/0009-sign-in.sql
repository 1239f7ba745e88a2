-- Signing in: two factors, passkeys, sessions people can see and end, another provider's sign-in.

ALTER TABLE sign_in_session
  ADD COLUMN shared boolean NOT NULL DEFAULT false,
  ADD COLUMN strong boolean NOT NULL DEFAULT false,
  ADD COLUMN device_name text CHECK (length(device_name) BETWEEN 1 AND 60),
  ADD COLUMN used_hour timestamptz NOT NULL DEFAULT date_trunc('hour', now()),
  ADD COLUMN proved_at timestamptz NOT NULL DEFAULT now();
-- Sessions that are open already were proved when they began, and used when they were last moved on.
UPDATE sign_in_session SET proved_at = created_at, used_hour = date_trunc('hour', updated_at);
CREATE INDEX sign_in_session_expires ON sign_in_session (expires_at);
COMMENT ON COLUMN sign_in_session.shared IS 'Begun on a computer others use too: it ends with the browser, and soon where it is not used.';
COMMENT ON COLUMN sign_in_session.strong IS 'Whether two factors were shown: password and code, or a passkey that verified its user.';
COMMENT ON COLUMN sign_in_session.device_name IS 'Only what the person called it.';
COMMENT ON COLUMN sign_in_session.used_hour IS 'Last used, to the hour: enough to see a session one has forgotten.';
COMMENT ON COLUMN sign_in_session.proved_at IS 'When the person last showed in this session who they are.';

CREATE TABLE second_factor (
  person_id uuid PRIMARY KEY REFERENCES person (id),
  secret text NOT NULL,
  last_step bigint NOT NULL DEFAULT 0,
  made_at timestamptz NOT NULL DEFAULT now(),
  confirmed_at timestamptz
);
COMMENT ON TABLE second_factor IS 'The secret shared with a person''s authenticator (TOTP, RFC 6238).';
COMMENT ON COLUMN second_factor.secret IS 'Encrypted with a key that is not in the database.';
COMMENT ON COLUMN second_factor.last_step IS 'The 30 seconds whose code was accepted last: no code counts twice.';
COMMENT ON COLUMN second_factor.confirmed_at IS 'Null until a first code has shown that the authenticator works; nothing asks for it before.';

CREATE TABLE recovery_code (
  person_id uuid NOT NULL REFERENCES person (id),
  code_hash text NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (person_id, code_hash)
);
COMMENT ON TABLE recovery_code IS 'Instead of a code, once each; only keyed hashes are kept.';

CREATE TABLE passkey (
  passkey_id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id),
  credential_id text NOT NULL UNIQUE,
  public_key text NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL DEFAULT '{}',
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  made_at timestamptz NOT NULL DEFAULT now(),
  used_on date
);
CREATE INDEX passkey_person ON passkey (person_id);
COMMENT ON COLUMN passkey.public_key IS 'COSE, base64url. The private half never leaves the person''s device.';
COMMENT ON COLUMN passkey.counter IS 'What the authenticator counted last; one that falls back was copied.';

CREATE TABLE sign_in_challenge (
  token_hash text PRIMARY KEY,
  purpose text NOT NULL CHECK (
    purpose IN ('second factor', 'passkey sign-in', 'new passkey', 'provider')
  ),
  person_id uuid REFERENCES person (id),
  content jsonb NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX sign_in_challenge_expires ON sign_in_challenge (expires_at);
COMMENT ON TABLE sign_in_challenge IS 'A sign-in that has begun and waits for its second half: minutes, then gone; used once.';

CREATE TABLE provider_link (
  person_id uuid PRIMARY KEY REFERENCES person (id),
  issuer text NOT NULL,
  subject text,
  expected_name text,
  made_at timestamptz NOT NULL DEFAULT now(),
  tied_at timestamptz,
  UNIQUE (issuer, subject),
  UNIQUE (issuer, expected_name),
  CHECK (subject IS NOT NULL OR expected_name IS NOT NULL)
);
COMMENT ON TABLE provider_link IS 'Who a person is at the province''s identity provider.';
COMMENT ON COLUMN provider_link.subject IS 'The provider''s own unchanging name for the person (OpenID Connect ''sub''); null until first used.';
COMMENT ON COLUMN provider_link.expected_name IS 'The provider''s user name an administrator has written down: whoever comes with it first is tied.';

CREATE TABLE role_rule (
  rule_id uuid PRIMARY KEY,
  command_id uuid NOT NULL UNIQUE,
  role text NOT NULL,
  needs_second_factor boolean NOT NULL,
  since date NOT NULL,
  grace_until date NOT NULL,
  made_by uuid NOT NULL REFERENCES person (id),
  made_at timestamptz NOT NULL DEFAULT now(),
  CHECK (grace_until >= since)
);
CREATE INDEX role_rule_role ON role_rule (role, made_at);
COMMENT ON TABLE role_rule IS 'What is asked of whoever holds a role; the latest row of a role counts, nothing is changed.';
COMMENT ON COLUMN role_rule.grace_until IS 'The last day on which the role may still be used without.';

CREATE TABLE account_command (
  command_id uuid PRIMARY KEY
);
COMMENT ON TABLE account_command IS 'What administrators did for people who could not come in any more: sent twice, done once. What it was stands on the record.';

GRANT SELECT, INSERT ON account_command TO binh_yen_sign_in;
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor, recovery_code, passkey, sign_in_challenge,
  provider_link TO binh_yen_sign_in;
GRANT SELECT, INSERT ON role_rule TO binh_yen_app;
GRANT SELECT ON role_rule TO binh_yen_sign_in;
-- Which factors a person has, never what they are made of.
GRANT SELECT (person_id, confirmed_at) ON second_factor TO binh_yen_app;
GRANT SELECT (passkey_id, person_id) ON passkey TO binh_yen_app;

-- Signing in asks what a person's roles require, and leaves its own rows on the record.
GRANT SELECT (person_id, role, valid_from, valid_to) ON role_holding TO binh_yen_sign_in;
CREATE POLICY sign_in ON role_holding FOR SELECT TO binh_yen_sign_in USING (true);
-- Which columns it may write of the record: 0008.
CREATE POLICY append_sign_in ON audit FOR INSERT TO binh_yen_sign_in WITH CHECK (site_id IS NULL);
