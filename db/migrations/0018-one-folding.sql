-- One folding for every search: what the application folds and what PostgreSQL folds is the same.

-- Ð (U+00D0) and Ɖ (U+0189) look like Đ and are typed for it; all of them are a d.
CREATE FUNCTION fold(written text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(translate(
    regexp_replace(normalize(written, NFD), '[\u0300-\u036f]', '', 'g'), 'đĐðÐɖƉ', 'dDdDdD'
  ) COLLATE "und-x-icu");
COMMENT ON FUNCTION fold IS 'The form in which two spellings of one word are equal; fold() in text.ts is the same.';
GRANT EXECUTE ON FUNCTION fold TO PUBLIC;

ALTER TABLE person DROP COLUMN folded_name;
ALTER TABLE person
  ADD COLUMN folded_name text NOT NULL GENERATED ALWAYS AS (fold(name)) STORED;
COMMENT ON COLUMN person.folded_name IS 'Narrows a search down before its own rule decides.';
GRANT SELECT (folded_name) ON person TO binh_yen_app;

-- What was folded before Ð was known.
UPDATE unit SET folded_name = fold(folded_name), words = fold(words)
WHERE folded_name <> fold(folded_name) OR words <> fold(words);
INSERT INTO unit_word
SELECT DISTINCT fold(word) FROM unit_word WHERE word <> fold(word)
ON CONFLICT DO NOTHING;
UPDATE body SET words = fold(words) WHERE words <> fold(words);
UPDATE programme SET folded_name = fold(folded_name)
WHERE folded_name <> fold(folded_name)
  AND NOT EXISTS (
    SELECT FROM programme other
    WHERE other.programme_id <> programme.programme_id
      AND fold(other.folded_name) = fold(programme.folded_name)
  );

CREATE OR REPLACE FUNCTION find_sites_beyond(folded text, wanted uuid)
  RETURNS TABLE (site_id uuid, hamlet text, commune text, province text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
BEGIN ATOMIC
  SELECT found.site_id, found.hamlet, found.commune, found.province
  FROM (SELECT site.*, fold(site.hamlet || ' ' || site.commune) AS place FROM site) found
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
