-- People who sign in, what they may do, and the record of what was done.

-- The application works as this role only; migrations run as the owner of the database.
DO $$
BEGIN
  CREATE ROLE binh_yen_app NOLOGIN;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
GRANT binh_yen_app TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO binh_yen_app;

CREATE TABLE person (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  username text NOT NULL UNIQUE,
  display_username text,
  email text NOT NULL UNIQUE,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE person IS 'Someone with an account. The sign-in library writes it.';
COMMENT ON COLUMN person.username IS 'What the person types to sign in, lower case.';
COMMENT ON COLUMN person.email IS 'Required by the sign-in library; people without mail get one under .invalid.';
COMMENT ON COLUMN person.demo IS 'Came with the demo; may be entered by one click on loopback.';

CREATE TABLE sign_in_session (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  token text NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  ip_address text CHECK (ip_address IS NULL OR ip_address = ''),
  user_agent text CHECK (user_agent IS NULL OR user_agent = ''),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sign_in_session_person ON sign_in_session (person_id);
COMMENT ON COLUMN sign_in_session.ip_address IS 'Always empty: where people sign in from is not kept.';

CREATE TABLE sign_in_account (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (provider_id, account_id)
);
CREATE INDEX sign_in_account_person ON sign_in_account (person_id);

CREATE TABLE sign_in_verification (
  id uuid PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sign_in_verification_identifier ON sign_in_verification (identifier);

CREATE TABLE setup_link (
  token_hash text PRIMARY KEY,
  made_at timestamptz NOT NULL DEFAULT now(),
  used_at timestamptz
);
COMMENT ON TABLE setup_link IS 'One-time links that make the first administrator; only the hash is kept.';

CREATE TABLE role_holding (
  holding_id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person (id),
  role text NOT NULL CHECK (
    role IN ('administrator', 'provincial_officer', 'commune_police', 'core_member', 'viewer')
  ),
  site_id uuid,
  valid_from date NOT NULL,
  valid_to date,
  -- One day earlier: given by mistake and taken back the same day, it never held.
  CHECK (valid_to IS NULL OR valid_to >= valid_from - 1),
  CHECK ((role IN ('administrator', 'provincial_officer')) = (site_id IS NULL))
);
CREATE INDEX role_holding_person ON role_holding (person_id);
COMMENT ON TABLE role_holding IS 'Which role a person holds, from when until when, and at which site; provincial roles hold for all sites.';

CREATE TABLE audit (
  audit_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  site_id uuid,
  person_id uuid,
  command text NOT NULL,
  record text NOT NULL,
  before jsonb,
  after jsonb,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX audit_site ON audit (site_id, audit_id);
COMMENT ON TABLE audit IS 'Append-only: the application may read and add, never change or remove.';
COMMENT ON COLUMN audit.record IS 'What was acted on: a word of the glossary and its id, such as ''step 4''.';

GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_session, sign_in_account, sign_in_verification
  TO binh_yen_app;
GRANT SELECT, INSERT, UPDATE ON person TO binh_yen_app;
GRANT SELECT, INSERT ON setup_link, role_holding TO binh_yen_app;
GRANT UPDATE (used_at) ON setup_link TO binh_yen_app;
GRANT UPDATE (valid_to) ON role_holding TO binh_yen_app;
GRANT SELECT, INSERT ON audit TO binh_yen_app;
