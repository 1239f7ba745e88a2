-- Breaking the glass: in a named case, for some hours, a person looks at one site beyond their reach.

CREATE TABLE glass_case (
  case_key text NOT NULL CHECK (case_key ~ '^[a-z_]{2,40}$'),
  valid_from date NOT NULL,
  valid_to date,
  position integer NOT NULL,
  name_vi text NOT NULL,
  name_en text NOT NULL,
  when_vi text NOT NULL,
  when_en text NOT NULL,
  longest_hours integer NOT NULL CHECK (longest_hours BETWEEN 1 AND 72),
  PRIMARY KEY (case_key, valid_from),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
COMMENT ON TABLE glass_case IS 'The cases in which it may be done, each from a day until a day; a changed one is a new row.';
COMMENT ON COLUMN glass_case.when_vi IS 'When the case is given, in a sentence the person reads before choosing it.';

INSERT INTO glass_case
  (case_key, valid_from, position, name_vi, name_en, when_vi, when_en, longest_hours)
VALUES
  ('stand_in', '2020-01-01', 1, 'Đứng thay cán bộ vắng đột xuất', 'Standing in for an officer suddenly away',
   'Người phụ trách điểm vắng không báo trước được và việc ở điểm không chờ được.',
   'Whoever is in charge of the site is away without notice and its work cannot wait.', 24),
  ('feedback', '2020-01-01', 2, 'Kiểm tra theo phản ánh, kiến nghị', 'Checking after feedback',
   'Có phản ánh về việc làm ở điểm và cần đối chiếu với hồ sơ.',
   'Somebody gave feedback on the work at the site and the records are needed to check it.', 8),
  ('danger', '2020-01-01', 3, 'Sự cố đe dọa an toàn', 'An incident that threatens safety',
   'Sự cố đang xảy ra ở điểm hoặc lan từ nơi giáp ranh, đe dọa tính mạng, sức khỏe hoặc tài sản.',
   'Something is happening at the site, or spreads from next door, that threatens life, health or property.', 4),
  ('boundary', '2020-01-01', 4, 'Đối chiếu khi chia, nhập địa bàn', 'Comparing records when places are divided or merged',
   'Hai nơi cần đối chiếu hồ sơ trước hoặc sau ngày địa giới thay đổi.',
   'Two places have to compare their records before or after their boundary changes.', 24);

CREATE TABLE glass_opening (
  site_id uuid NOT NULL REFERENCES site (site_id),
  opening_id uuid NOT NULL,
  command_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id),
  case_key text NOT NULL,
  case_from date NOT NULL,
  hamlet text NOT NULL,
  commune text NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 20 AND 1000),
  opened_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_by uuid REFERENCES person (id),
  PRIMARY KEY (site_id, opening_id),
  UNIQUE (person_id, command_id),
  FOREIGN KEY (case_key, case_from) REFERENCES glass_case (case_key, valid_from),
  -- However the cases change, nothing stands open for longer than three days.
  CHECK (ends_at > opened_at AND ends_at <= opened_at + interval '72 hours'),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
  CHECK (ended_at >= opened_at)
);
CREATE INDEX glass_opening_person ON glass_opening (person_id, ends_at);
CREATE INDEX glass_opening_latest ON glass_opening (opened_at);
COMMENT ON TABLE glass_opening IS 'Who broke the glass of which site, in which case, why and for how long; never changed but for its early end.';
COMMENT ON COLUMN glass_opening.hamlet IS 'What the place was called then: afterwards the site itself is out of reach again.';

CREATE TABLE glass_seen (
  site_id uuid NOT NULL,
  opening_id uuid NOT NULL,
  command_id uuid NOT NULL,
  seen_by uuid NOT NULL REFERENCES person (id),
  seen_at timestamptz NOT NULL DEFAULT now(),
  remark text NOT NULL DEFAULT '' CHECK (length(remark) <= 1000),
  PRIMARY KEY (site_id, opening_id, seen_by),
  UNIQUE (site_id, command_id),
  FOREIGN KEY (site_id, opening_id) REFERENCES glass_opening (site_id, opening_id)
);
COMMENT ON TABLE glass_seen IS 'That a superior has looked at it, and what they say to it.';

GRANT SELECT ON glass_case TO binh_yen_app;
GRANT SELECT, INSERT ON glass_opening, glass_seen TO binh_yen_app;
GRANT UPDATE (ended_at, ended_by) ON glass_opening TO binh_yen_app;

-- Seen by the people of the site, by those who see everything, and by whoever did it.
ALTER TABLE glass_opening ENABLE ROW LEVEL SECURITY;
CREATE POLICY reach ON glass_opening FOR SELECT TO binh_yen_app USING (
  (SELECT reach_everywhere())
  OR site_id = ANY ((SELECT reach_sites())::uuid[])
  OR person_id = (SELECT reach_person())
);
-- Made for a site out of reach, which is its whole purpose; but only in one's own name.
CREATE POLICY break ON glass_opening FOR INSERT TO binh_yen_app WITH CHECK (
  (SELECT reach_everywhere()) OR person_id = (SELECT reach_person())
);
CREATE POLICY finish ON glass_opening FOR UPDATE TO binh_yen_app USING (
  (SELECT reach_everywhere()) OR person_id = (SELECT reach_person())
);
ALTER TABLE glass_seen ENABLE ROW LEVEL SECURITY;
CREATE POLICY reach ON glass_seen TO binh_yen_app USING (
  (SELECT reach_everywhere())
  OR site_id = ANY ((SELECT reach_sites())::uuid[])
);
-- Whoever did it reads what is said to it.
CREATE POLICY own ON glass_seen FOR SELECT TO binh_yen_app USING (
  opening_id IN (SELECT opening_id FROM glass_opening WHERE person_id = (SELECT reach_person()))
);

CREATE FUNCTION glass_site() RETURNS uuid
  LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
DECLARE
  asked text := current_setting('binh_yen.glass', true);
BEGIN
  IF asked IS NULL OR asked = '' THEN
    RETURN NULL;
  END IF;
  RETURN (
    SELECT site_id FROM glass_opening
    WHERE opening_id = asked::uuid AND person_id = reach_person()
      AND ended_at IS NULL AND opened_at <= clock_timestamp() AND ends_at > clock_timestamp()
  );
END
$$;
COMMENT ON FUNCTION glass_site IS 'The site behind the glass the request looks through, while that stands open for this very person. Nothing asked, or over: none.';

-- To look, never to touch; and only what tells of the work. Rosters, plans, the audit and
-- whatever comes later stay shut unless their own migration says otherwise.
DO $$
DECLARE
  shown text;
BEGIN
  FOREACH shown IN ARRAY ARRAY[
    'site', 'baseline_figure', 'step', 'step_event', 'duty', 'duty_event', 'resource',
    'site_recipient', 'activity', 'activity_photo', 'indicator', 'indicator_entry', 'review',
    'issued_paper', 'open_duty', 'open_step', 'site_place'
  ] LOOP
    EXECUTE format(
      'CREATE POLICY glass ON %I FOR SELECT TO binh_yen_app
         USING (site_id = (SELECT glass_site()))', shown);
  END LOOP;
END
$$;

-- Opening, looking and ending stand in the record of that very site, in one's own name.
CREATE POLICY glass ON audit FOR INSERT TO binh_yen_app WITH CHECK (
  person_id = (SELECT reach_person())
  AND site_id IN (
    SELECT site_id FROM glass_opening
    WHERE person_id = (SELECT reach_person()) AND ends_at > clock_timestamp()
  )
);

-- Names of places are no secret; all else of a site out of reach is.
CREATE FUNCTION find_sites_beyond(folded text, wanted uuid)
  RETURNS TABLE (site_id uuid, hamlet text, commune text, province text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT found.site_id, found.hamlet, found.commune, found.province
  FROM (
    SELECT site.*, replace(regexp_replace(
      normalize(lower(site.hamlet || ' ' || site.commune), NFD), '[\u0300-\u036f]', '', 'g'
    ), 'đ', 'd') AS place
    FROM site
  ) found
  WHERE (found.site_id = wanted OR wanted IS NULL AND length(folded) >= 2)
    AND NOT EXISTS (
      SELECT FROM unnest(string_to_array(folded, ' ')) word WHERE position(word IN place) = 0
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

CREATE FUNCTION people_of_opened_site(of_site uuid, on_day date) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT DISTINCT held.person_id
  FROM role_holding held
  LEFT JOIN unit ON unit.unit_id = held.unit_id
  WHERE held.valid_from <= on_day AND (held.valid_to IS NULL OR held.valid_to >= on_day)
    AND held.person_id <> reach_person()
    AND (held.site_id = of_site OR EXISTS (
      SELECT FROM site_place placed
      WHERE placed.site_id = of_site AND placed.commune_id = held.unit_id
        AND placed.valid_from <= on_day
        AND (placed.valid_to IS NULL OR placed.valid_to >= on_day
          OR placed.valid_to = unit.valid_to)
    ))
    AND EXISTS (
      SELECT FROM glass_opening
      WHERE site_id = of_site AND person_id = reach_person()
        AND ended_at IS NULL AND ends_at > clock_timestamp()
    );
END;
COMMENT ON FUNCTION people_of_opened_site IS 'Whom to tell that the site was opened: those with a role at it or in its commune; asked by whoever has just opened it.';
REVOKE ALL ON FUNCTION people_of_opened_site FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_of_opened_site TO binh_yen_app;

-- How far a transaction reaches is said by statements of its own (SET LOCAL); no expression inside a
-- query may change it. Where the owner may not revoke this, PostgreSQL warns and goes on.
REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO CURRENT_USER;
