-- Keys made on people's own devices, and the rings of those on duty to whom letters are sealed.

-- Two roles of the sealed channel: the duty desk of the province, and whoever helps in a commune.
ALTER TABLE role_holding DROP CONSTRAINT role_holding_role_check;
ALTER TABLE role_holding DROP CONSTRAINT role_holding_scope_check;
ALTER TABLE role_holding ADD CONSTRAINT role_holding_role_check CHECK (
  role IN (
    'administrator', 'provincial_officer', 'data_protection_officer', 'provincial_police',
    'commune_police', 'helper', 'core_member', 'viewer'
  )
);
ALTER TABLE role_holding ADD CONSTRAINT role_holding_scope_check CHECK (
  CASE
    WHEN role IN (
      'administrator', 'provincial_officer', 'data_protection_officer', 'provincial_police'
    )
      THEN site_id IS NULL AND unit_id IS NULL
    WHEN role = 'core_member' THEN site_id IS NOT NULL AND unit_id IS NULL
    WHEN role = 'helper' THEN site_id IS NULL AND unit_id IS NOT NULL
    ELSE (site_id IS NULL) <> (unit_id IS NULL)
  END
);
CREATE INDEX role_holding_duty_desk ON role_holding (person_id) WHERE role = 'provincial_police';

CREATE TABLE device_key (
  key_id uuid PRIMARY KEY,
  command_id uuid NOT NULL UNIQUE,
  person_id uuid NOT NULL REFERENCES person (id),
  recipient text NOT NULL UNIQUE CHECK (
    recipient ~ '^age1[a-z0-9]+$' AND length(recipient) BETWEEN 50 AND 2500
  ),
  made_on date NOT NULL,
  ended_on date,
  CHECK (ended_on IS NULL OR ended_on >= made_on)
);
CREATE INDEX device_key_person ON device_key (person_id);
CREATE UNIQUE INDEX device_key_current ON device_key (person_id) WHERE ended_on IS NULL;
COMMENT ON TABLE device_key IS 'A person''s own key, made on their device: here stands its public half only.';
COMMENT ON COLUMN device_key.recipient IS 'What is sealed to the person is sealed to this (age, post-quantum hybrid).';

CREATE TABLE key_lock (
  key_id uuid NOT NULL REFERENCES device_key (key_id) ON DELETE CASCADE,
  lock_id uuid NOT NULL,
  command_id uuid NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('passphrase', 'passkey')),
  sealed_identity bytea NOT NULL CHECK (octet_length(sealed_identity) BETWEEN 100 AND 20000),
  made_on date NOT NULL,
  PRIMARY KEY (key_id, lock_id)
);
CREATE UNIQUE INDEX key_lock_passphrase ON key_lock (key_id) WHERE kind = 'passphrase';
COMMENT ON TABLE key_lock IS 'The private half of a key, sealed on the device by a passphrase or by what a passkey gives; each row is one way to open it. Read by its owner alone.';

CREATE TABLE key_ring (
  ring_id uuid PRIMARY KEY,
  command_id uuid NOT NULL UNIQUE,
  purpose text NOT NULL CHECK (purpose IN ('tip', 'help')),
  unit_id uuid NOT NULL REFERENCES unit (unit_id),
  made_by uuid NOT NULL REFERENCES person (id),
  made_on date NOT NULL,
  UNIQUE (purpose, unit_id)
);
CREATE INDEX key_ring_unit ON key_ring (unit_id);
COMMENT ON TABLE key_ring IS 'The people on duty at one receiving unit for one purpose; what comes in for them is sealed to the current epoch of their ring.';
COMMENT ON COLUMN key_ring.unit_id IS 'One version of a unit: what a merger makes opens a ring of its own, and the old one still opens what was sealed to it.';

CREATE TABLE ring_epoch (
  ring_id uuid NOT NULL REFERENCES key_ring (ring_id),
  epoch integer NOT NULL CHECK (epoch > 0),
  command_id uuid NOT NULL UNIQUE,
  recipient text NOT NULL UNIQUE CHECK (
    recipient ~ '^age1[a-z0-9]+$' AND length(recipient) BETWEEN 50 AND 2500
  ),
  proof bytea NOT NULL CHECK (octet_length(proof) = 32),
  made_by uuid NOT NULL REFERENCES person (id),
  made_on date NOT NULL,
  ended_on date,
  PRIMARY KEY (ring_id, epoch),
  CHECK (ended_on IS NULL OR ended_on >= made_on)
);
CREATE UNIQUE INDEX ring_epoch_current ON ring_epoch (ring_id) WHERE ended_on IS NULL;
COMMENT ON TABLE ring_epoch IS 'A key pair of the ring, made on a device of one of its people: a new one as soon as somebody leaves. Public, but for the proof.';
COMMENT ON COLUMN ring_epoch.proof IS 'SHA-256 of something only a holder of the private half can work out: whoever says to have recovered it shows that.';

CREATE TABLE ring_share (
  ring_id uuid NOT NULL,
  epoch integer NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  key_id uuid NOT NULL REFERENCES device_key (key_id) ON DELETE CASCADE,
  command_id uuid NOT NULL,
  sealed_identity bytea NOT NULL CHECK (octet_length(sealed_identity) BETWEEN 100 AND 20000),
  given_by uuid NOT NULL REFERENCES person (id),
  given_on date NOT NULL,
  PRIMARY KEY (ring_id, epoch, person_id),
  UNIQUE (command_id, epoch, person_id),
  FOREIGN KEY (ring_id, epoch) REFERENCES ring_epoch (ring_id, epoch)
);
CREATE INDEX ring_share_person ON ring_share (person_id);
CREATE INDEX ring_share_key ON ring_share (key_id);
COMMENT ON TABLE ring_share IS 'The private half of an epoch, sealed on a colleague''s device to one person''s own key. Removed when the person leaves the ring.';

CREATE TABLE recovery_set (
  ring_id uuid NOT NULL REFERENCES key_ring (ring_id),
  set_number integer NOT NULL CHECK (set_number > 0),
  command_id uuid NOT NULL UNIQUE,
  recipient text NOT NULL UNIQUE CHECK (
    recipient ~ '^age1[a-z0-9]+$' AND length(recipient) BETWEEN 50 AND 2500
  ),
  shares_needed integer NOT NULL CHECK (shares_needed BETWEEN 2 AND 9),
  shares_made integer NOT NULL CHECK (shares_made BETWEEN 2 AND 15),
  made_by uuid NOT NULL REFERENCES person (id),
  made_on date NOT NULL,
  ended_on date,
  PRIMARY KEY (ring_id, set_number),
  CHECK (shares_made >= shares_needed),
  CHECK (ended_on IS NULL OR ended_on >= made_on)
);
CREATE UNIQUE INDEX recovery_set_current ON recovery_set (ring_id) WHERE ended_on IS NULL;
COMMENT ON TABLE recovery_set IS 'A key that opens every epoch of the ring, divided among keyholders on the device that made it: several of them together, never one alone.';

CREATE TABLE recovery_share (
  ring_id uuid NOT NULL,
  set_number integer NOT NULL,
  number integer NOT NULL CHECK (number BETWEEN 1 AND 15),
  printed boolean NOT NULL,
  person_id uuid REFERENCES person (id),
  key_id uuid REFERENCES device_key (key_id) ON DELETE CASCADE,
  sealed_share bytea CHECK (octet_length(sealed_share) BETWEEN 100 AND 20000),
  PRIMARY KEY (ring_id, set_number, number),
  FOREIGN KEY (ring_id, set_number) REFERENCES recovery_set (ring_id, set_number),
  CHECK (printed = (person_id IS NULL)),
  CHECK (printed = (key_id IS NULL)),
  CHECK (printed = (sealed_share IS NULL))
);
CREATE INDEX recovery_share_person ON recovery_share (person_id);
CREATE INDEX recovery_share_key ON recovery_share (key_id);
COMMENT ON TABLE recovery_share IS 'One part of a recovery key: on paper, of which the server has nothing, or sealed to a keyholder''s own key.';

CREATE TABLE ring_recovery (
  ring_id uuid NOT NULL,
  epoch integer NOT NULL,
  set_number integer NOT NULL,
  sealed_identity bytea NOT NULL CHECK (octet_length(sealed_identity) BETWEEN 100 AND 20000),
  PRIMARY KEY (ring_id, epoch, set_number),
  FOREIGN KEY (ring_id, epoch) REFERENCES ring_epoch (ring_id, epoch),
  FOREIGN KEY (ring_id, set_number) REFERENCES recovery_set (ring_id, set_number)
);
COMMENT ON TABLE ring_recovery IS 'The private half of an epoch, sealed to the recovery key: a new epoch needs no new ceremony.';

CREATE TABLE recovery_call (
  call_id uuid PRIMARY KEY,
  command_id uuid NOT NULL UNIQUE,
  ring_id uuid NOT NULL,
  set_number integer NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  key_id uuid NOT NULL REFERENCES device_key (key_id) ON DELETE CASCADE,
  reason text NOT NULL CHECK (length(reason) BETWEEN 10 AND 500),
  called_on date NOT NULL,
  ended_on date,
  FOREIGN KEY (ring_id, set_number) REFERENCES recovery_set (ring_id, set_number)
);
CREATE INDEX recovery_call_ring ON recovery_call (ring_id, set_number);
CREATE INDEX recovery_call_person ON recovery_call (person_id);
CREATE INDEX recovery_call_key ON recovery_call (key_id);
COMMENT ON TABLE recovery_call IS 'Somebody of the unit asks the keyholders for their parts, to open the ring with a key of their own.';

CREATE TABLE recovery_gift (
  call_id uuid NOT NULL REFERENCES recovery_call (call_id) ON DELETE CASCADE,
  number integer NOT NULL CHECK (number BETWEEN 1 AND 15),
  command_id uuid NOT NULL UNIQUE,
  given_by uuid NOT NULL REFERENCES person (id),
  given_on date NOT NULL,
  sealed_share bytea NOT NULL CHECK (octet_length(sealed_share) BETWEEN 100 AND 20000),
  PRIMARY KEY (call_id, number)
);
COMMENT ON TABLE recovery_gift IS 'A keyholder''s part, opened on the keyholder''s device and sealed there to the key of whoever called.';

-- Who may be in a ring at all. The exact day of the installation's zone is the application's; this
-- second wall is a day wider on either side. Administrators never, whatever else they are.
CREATE FUNCTION fits_ring(of_person uuid, of_purpose text, of_unit uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  WITH held AS (
    SELECT role, unit_id, site_id FROM role_holding
    WHERE person_id = of_person AND valid_from <= current_date + 1
      AND (valid_to IS NULL OR valid_to >= current_date - 1)
  )
  SELECT NOT EXISTS (SELECT FROM held WHERE role = 'administrator') AND EXISTS (
    SELECT FROM held
    WHERE CASE role
      WHEN 'helper' THEN of_purpose = 'help' AND unit_id = of_unit
      WHEN 'provincial_police' THEN of_purpose = 'tip' AND EXISTS (
        SELECT FROM unit WHERE unit.unit_id = of_unit AND level = 'tinh')
      WHEN 'commune_police' THEN of_purpose = 'tip' AND (unit_id = of_unit OR EXISTS (
        SELECT FROM site_place placed
        WHERE placed.site_id = held.site_id AND placed.commune_id = of_unit
          AND placed.valid_from <= current_date + 1
          AND (placed.valid_to IS NULL OR placed.valid_to >= current_date - 1)))
      ELSE false
    END
  );
END;
COMMENT ON FUNCTION fits_ring IS 'Whether the person''s own roles make them one of the people on duty at the unit for the purpose.';

-- Whoever stands in for somebody does their work, but nobody's key passes on with it.
CREATE FUNCTION keeps_ring(of_ring uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT coalesce(acting_for() IS NULL AND (
    SELECT fits_ring(reach_person(), purpose, unit_id) FROM key_ring WHERE ring_id = of_ring
  ), false);
END;
COMMENT ON FUNCTION keeps_ring IS 'Whether whoever asks is one of the people on duty whose ring it is; nothing of holding a key to it.';

CREATE FUNCTION fits_this_ring(of_person uuid, of_ring uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT coalesce(keeps_ring(of_ring) AND (
    SELECT fits_ring(of_person, purpose, unit_id) FROM key_ring WHERE ring_id = of_ring
  ), false);
END;
COMMENT ON FUNCTION fits_this_ring IS 'Whether a colleague may be admitted; answered to the people of the ring alone.';

CREATE FUNCTION held_epochs() RETURNS TABLE (ring_id uuid, epoch integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT share.ring_id, share.epoch FROM ring_share share
  JOIN device_key own ON own.key_id = share.key_id AND own.ended_on IS NULL
  WHERE share.person_id = reach_person() AND keeps_ring(share.ring_id);
END;
COMMENT ON FUNCTION held_epochs IS 'The epochs whoever asks can open, while their role lasts: what policies of sealed rows go by.';

CREATE FUNCTION people_for_ring(of_purpose text, of_unit uuid)
  RETURNS TABLE (person_id uuid, name text, key_id uuid, recipient text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT person.id, person.name, own.key_id, own.recipient
  FROM person
  LEFT JOIN device_key own ON own.person_id = person.id AND own.ended_on IS NULL
  WHERE acting_for() IS NULL AND fits_ring(reach_person(), of_purpose, of_unit)
    AND person.id IN (
      SELECT held.person_id FROM role_holding held
      WHERE held.role = 'provincial_police' OR held.unit_id = of_unit OR held.site_id IN (
        SELECT placed.site_id FROM site_place placed WHERE placed.commune_id = of_unit)
    )
    AND fits_ring(person.id, of_purpose, of_unit);
END;
COMMENT ON FUNCTION people_for_ring IS 'Who may be in the ring, with the public half of their key where they have made one; told to those who may be in it themselves.';

CREATE FUNCTION take_recovered(
  of_ring uuid, of_epoch integer, shown bytea, own_key uuid, sealed bytea, command uuid, today date
) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  IF NOT keeps_ring(of_ring)
    OR NOT EXISTS (
      SELECT FROM device_key
      WHERE key_id = own_key AND person_id = reach_person() AND ended_on IS NULL)
    OR NOT EXISTS (
      SELECT FROM ring_epoch
      WHERE ring_id = of_ring AND epoch = of_epoch AND proof = sha256(shown))
  THEN
    RETURN false;
  END IF;
  INSERT INTO ring_share
    (ring_id, epoch, person_id, key_id, command_id, sealed_identity, given_by, given_on)
  VALUES
    (of_ring, of_epoch, reach_person(), own_key, command, sealed, reach_person(), today)
  ON CONFLICT (ring_id, epoch, person_id) DO UPDATE
    SET key_id = own_key, command_id = command, sealed_identity = sealed, given_on = today;
  RETURN true;
END
$$;
COMMENT ON FUNCTION take_recovered IS 'Gives an epoch to whoever is on duty and shows that they hold its private half already; false for anybody else.';

REVOKE ALL ON FUNCTION fits_ring, keeps_ring, fits_this_ring, held_epochs, people_for_ring,
  take_recovered FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keeps_ring, fits_this_ring, held_epochs, people_for_ring,
  take_recovered TO binh_yen_app;

GRANT SELECT, INSERT ON device_key, key_lock, key_ring, ring_share, recovery_set, recovery_share,
  ring_recovery, recovery_call, recovery_gift TO binh_yen_app;
GRANT SELECT (ring_id, epoch, command_id, recipient, made_by, made_on, ended_on), INSERT
  ON ring_epoch TO binh_yen_app;
GRANT UPDATE (ended_on) ON device_key, ring_epoch, recovery_set, recovery_call TO binh_yen_app;
GRANT DELETE ON key_lock, ring_share, ring_recovery TO binh_yen_app;
