-- Work that is done later, settings with their history, and the mail that was asked for.

-- The worker touches the queue's own schema (made by the queue's library) and nothing of ours.
DO $$
BEGIN
  CREATE ROLE binh_yen_worker NOLOGIN;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
GRANT binh_yen_worker TO CURRENT_USER;

-- The library's schema comes after the migrations: the bodies below look for it when they run.
CREATE FUNCTION enqueue_job(
  task text, payload jsonb, key text DEFAULT NULL, run_at timestamptz DEFAULT NULL,
  tries integer DEFAULT NULL
) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF task !~ '^[a-z][a-z ]{2,40}$' OR length(payload::text) > 2000 OR length(key) > 200 THEN
    RAISE EXCEPTION 'no such job';
  END IF;
  PERFORM graphile_worker.add_job(
    identifier => task,
    payload => json_build_object('id', gen_random_uuid(), 'data', payload),
    run_at => run_at,
    max_attempts => tries,
    job_key => key
  );
END
$$;
COMMENT ON FUNCTION enqueue_job IS 'Asks for work in the transaction of its cause. The application may ask; it cannot read what was asked.';

CREATE FUNCTION queue_state() RETURNS TABLE (
  task text, waiting bigint, failing bigint, given_up bigint, next_at timestamptz
)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN QUERY
    SELECT j.task_identifier::text,
      count(*) FILTER (WHERE j.attempts = 0),
      count(*) FILTER (WHERE j.attempts BETWEEN 1 AND j.max_attempts - 1),
      count(*) FILTER (WHERE j.attempts >= j.max_attempts AND j.locked_at IS NULL),
      min(j.run_at) FILTER (WHERE j.attempts < j.max_attempts)
    FROM graphile_worker.jobs j
    GROUP BY 1
    ORDER BY 1;
END
$$;
COMMENT ON FUNCTION queue_state IS 'How much of what is waiting, was tried in vain, or was given up: counts, never what a job carries.';

CREATE FUNCTION retry_jobs(task text) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  changed bigint;
BEGIN
  SELECT count(*) INTO changed
  FROM graphile_worker.reschedule_jobs(
    ARRAY(
      SELECT j.id FROM graphile_worker.jobs j
      WHERE j.task_identifier = task AND j.attempts > 0 AND j.locked_at IS NULL
    ),
    run_at => now(), attempts => 0
  );
  RETURN changed;
END
$$;

REVOKE EXECUTE ON FUNCTION enqueue_job, queue_state, retry_jobs FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue_job, queue_state, retry_jobs TO binh_yen_app;

CREATE TABLE finished_job (
  job_id text PRIMARY KEY,
  finished_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX finished_job_at ON finished_job (finished_at);
COMMENT ON TABLE finished_job IS 'Written in the transaction of a job''s effect, so that a job given twice works once; forgotten after a month.';

CREATE TABLE setting_value (
  value_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  command_id uuid NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 60),
  value jsonb NOT NULL CHECK (length(value::text) <= 4000),
  reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
  set_by uuid REFERENCES person (id),
  set_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (command_id, key)
);
CREATE INDEX setting_value_latest ON setting_value (key, value_id);
COMMENT ON TABLE setting_value IS 'Every value a setting ever had; the latest counts. Nothing is changed or removed.';
COMMENT ON COLUMN setting_value.value IS 'Secrets (a mail password) are sealed with a key of the installation''s own, which is not in the database.';

CREATE TABLE mail (
  mail_id uuid PRIMARY KEY,
  person_id uuid REFERENCES person (id),
  invitation_id uuid REFERENCES invitation (invitation_id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('invitation', 'reminder', 'security notice')),
  asked_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  given_up_at timestamptz,
  problem text CHECK (length(problem) <= 60),
  former_address text CHECK (length(former_address) BETWEEN 3 AND 320),
  CHECK (sent_at IS NULL OR given_up_at IS NULL),
  CHECK (former_address IS NULL OR (sent_at IS NULL AND given_up_at IS NULL)),
  CHECK ((person_id IS NULL) = (kind = 'invitation')),
  CHECK ((invitation_id IS NULL) = (kind <> 'invitation'))
);
CREATE INDEX mail_person ON mail (person_id, asked_at);
CREATE INDEX mail_invitation ON mail (invitation_id);
CREATE INDEX mail_asked ON mail (asked_at);
COMMENT ON TABLE mail IS 'That a mail was asked for and whether it went out; never its text.';
COMMENT ON COLUMN mail.former_address IS 'The address a person has just left, told for the last time; taken out as soon as the mail is sent or given up. All other mails go to the address of the person.';
COMMENT ON COLUMN mail.invitation_id IS 'Whom an invitation goes to has no account yet: the address stands with the invitation, and the mail ends with it.';
COMMENT ON COLUMN mail.problem IS 'Why the last try failed, one of our own words: what servers answer quotes addresses.';

CREATE TABLE mail_choice (
  person_id uuid PRIMARY KEY REFERENCES person (id),
  language text CHECK (language IN ('vi', 'en')),
  reminders boolean NOT NULL DEFAULT true,
  changed_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE mail_choice IS 'What a person wants of our mail; without a row: reminders, in the language of the installation.';

GRANT SELECT, INSERT ON setting_value, mail, mail_choice, finished_job TO binh_yen_app;
GRANT UPDATE (sent_at, given_up_at, problem, former_address) ON mail TO binh_yen_app;
GRANT UPDATE (language, reminders, changed_at) ON mail_choice TO binh_yen_app;
GRANT DELETE ON finished_job TO binh_yen_app;
-- Signing in tells people by mail when their account's safety changes.
GRANT EXECUTE ON FUNCTION enqueue_job TO binh_yen_sign_in;
GRANT INSERT ON mail TO binh_yen_sign_in;
