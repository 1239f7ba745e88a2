-- The rosters know who stands on them since when, so that the indicators count them instead of being told.

ALTER TABLE household_entry
  ADD COLUMN committed_on date,
  ADD CONSTRAINT household_entry_committed_check
    CHECK (committed_on IS NULL OR valid_to IS NULL OR committed_on <= valid_to);
COMMENT ON COLUMN household_entry.committed_on IS 'The day the household signed the commitment; null while it has not.';

-- Days only, no name: whoever may see a site sees how many, within the reach of the database.
CREATE VIEW roster_standing WITH (security_invoker = true) AS
  SELECT site_id, 'core_members' AS key, valid_from, valid_to
  FROM (
    SELECT DISTINCT ON (site_id, member_id) site_id, core, valid_from, valid_to
    FROM member_entry ORDER BY site_id, member_id, recorded_at DESC
  ) member
  WHERE core
  UNION ALL
  SELECT site_id, 'households_committed', committed_on, valid_to
  FROM (
    SELECT DISTINCT ON (site_id, household_id) site_id, committed_on, valid_to
    FROM household_entry ORDER BY site_id, household_id, recorded_at DESC
  ) household
  WHERE committed_on IS NOT NULL;
COMMENT ON VIEW roster_standing IS 'From when until when somebody counts for an indicator which the rosters know, by its key.';
GRANT SELECT ON roster_standing TO binh_yen_app;

-- Which roles somebody holds or will hold at a site, also by its commune: no person, no days.
CREATE FUNCTION roles_held_at(site uuid, on_day date) RETURNS text[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  RETURN ARRAY(
    SELECT DISTINCT role FROM role_holding
    WHERE (reach_everywhere() OR site = ANY (reach_sites()))
      AND (valid_to IS NULL OR valid_to >= on_day)
      AND (site_id = site OR unit_id IN (
        SELECT commune_id FROM site_place
        WHERE site_place.site_id = site AND valid_from <= on_day
          AND (valid_to IS NULL OR valid_to >= on_day)
      ))
  );
REVOKE ALL ON FUNCTION roles_held_at FROM PUBLIC;
GRANT EXECUTE ON FUNCTION roles_held_at TO binh_yen_app;
