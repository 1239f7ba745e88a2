-- Sites of one programme in one hamlet look alike: they are told apart by the number of their plan.

CREATE INDEX site_by_programme ON site (programme_id, lower(hamlet));
CREATE INDEX site_place_unit ON site_place (unit_id);

-- Null where no other site that may be seen looks the same.
CREATE FUNCTION site_told_by(asked uuid) RETURNS text
  LANGUAGE sql STABLE
  RETURN (
    SELECT coalesce(
      plan_reading.plan -> 'paper' ->> 'number',
      to_char(site.planned_from, 'DD/MM/YYYY')
    )
    FROM site
    JOIN plan_reading ON plan_reading.plan_id = site.plan_id
    WHERE site.site_id = asked
      AND EXISTS (
        SELECT FROM site AS other
        WHERE other.programme_id = site.programme_id
          AND lower(other.hamlet) = lower(site.hamlet)
          AND other.site_id <> site.site_id
          AND (
            (lower(other.commune) = lower(site.commune)
              AND lower(other.province) = lower(site.province))
            OR EXISTS (
              SELECT FROM site_place AS its
              JOIN site_place AS own ON own.unit_id = its.unit_id
              WHERE its.site_id = other.site_id AND own.site_id = site.site_id
            )
          )
      )
  );
COMMENT ON FUNCTION site_told_by IS 'The number of the site''s plan, else the day it begins, where another site of the programme stands in the same hamlet.';
