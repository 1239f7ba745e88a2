-- A second site of a programme in one hamlet is found before it is made, and told apart wherever it is named.

ALTER TABLE site ADD COLUMN folded_place text NOT NULL
  GENERATED ALWAYS AS (fold(hamlet || ', ' || commune || ', ' || province)) STORED;
COMMENT ON COLUMN site.folded_place IS 'By which sites are found that stand where a new one is to stand; folded in a column, for a policy keeps fold() away from an index.';
DROP INDEX site_by_programme;
CREATE INDEX site_standing ON site (programme_id, folded_place);

-- Two sites of one unit bear its one name, however their plans spell it.
CREATE OR REPLACE FUNCTION site_told_by(asked uuid) RETURNS text
  LANGUAGE sql STABLE
  RETURN (
    SELECT coalesce(
      plan_reading.plan -> 'paper' ->> 'number',
      to_char(site.planned_from, 'DD/MM/YYYY')
    )
    FROM site
    JOIN plan_reading ON plan_reading.plan_id = site.plan_id
    WHERE site.site_id = asked
      AND (
        EXISTS (
          SELECT FROM site AS other
          WHERE other.programme_id = site.programme_id
            AND other.folded_place = site.folded_place
            AND other.site_id <> site.site_id
        )
        OR EXISTS (
          SELECT FROM site_place AS own
          JOIN unit ON unit.unit_id = own.unit_id AND unit.level = 'thon'
          JOIN site_place AS its ON its.unit_id = own.unit_id
          JOIN site AS other ON other.site_id = its.site_id
          WHERE own.site_id = site.site_id
            AND other.programme_id = site.programme_id
            AND other.site_id <> site.site_id
        )
      )
  );

-- Out of reach they look alike all the more.
DROP FUNCTION find_sites_beyond(text, uuid);
CREATE FUNCTION find_sites_beyond(folded text, wanted uuid)
  RETURNS TABLE (site_id uuid, hamlet text, commune text, province text, told_by text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT found.site_id, found.hamlet, found.commune, found.province, site_told_by(found.site_id)
  FROM site found
  WHERE (found.site_id = wanted OR wanted IS NULL AND length(folded) >= 2)
    AND NOT EXISTS (
      SELECT FROM unnest(string_to_array(folded, ' ')) word
      WHERE position(word IN fold(found.hamlet || ' ' || found.commune)) = 0
    )
    AND reach_person() IS NOT NULL
    AND NOT coalesce(reach_everywhere(), false)
    AND (found.site_id = ANY (reach_sites())) IS NOT TRUE
  ORDER BY found.commune, found.hamlet, found.site_id
  LIMIT 20;
END;
COMMENT ON FUNCTION find_sites_beyond IS 'Sites out of the person''s reach, by the folded words of their place or by id, to break the glass of one.';
REVOKE ALL ON FUNCTION find_sites_beyond FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_sites_beyond TO binh_yen_app;

ALTER TABLE glass_opening ADD COLUMN told_by text;
COMMENT ON COLUMN glass_opening.told_by IS 'By what it was told apart then from a site that looks alike; null where there was none.';
