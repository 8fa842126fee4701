-- The lathund and its six tables in SQL, from definitions.md. Shares nothing with the product but the definitions.
--
-- In:  raw (person, date, type, reason, referrer, decision, sex, age), all text, null where the cell is empty;
--      lower_limit (lowest) of the frequency groups; has_column (role); setting (this_year, base).
-- Out: person (…), cell (table_id, row_key, column_key, numerator, denominator); a count has no denominator.

CREATE TABLE frequency_group AS
SELECT lowest,
       coalesce(next - 1, 1000000000) AS highest,
       CASE WHEN next IS NULL THEN lowest || '+'
            WHEN next = lowest + 1 THEN lowest || ''
            ELSE lowest || '-' || (next - 1) END AS key
FROM (SELECT lowest, lead(lowest) OVER (ORDER BY lowest) AS next FROM lower_limit);

CREATE TABLE has_role AS
SELECT 'type' IN (SELECT role FROM has_column) AS type,
       'type' IN (SELECT role FROM has_column) OR EXISTS (SELECT * FROM raw WHERE reason = 'LOB') AS lob,
       'referrer' IN (SELECT role FROM has_column) AND 'type' IN (SELECT role FROM has_column) AS referrer,
       'investigation' IN (SELECT role FROM has_column) AS investigation;

CREATE TABLE actualisation AS
SELECT person, date, year(date) AS year, referrer, kind, decision, coalesce(given_sex, own_sex) AS sex,
       coalesce(given_age,
                year(date) - year(birth)
                  - CASE WHEN (month(date), day(date)) < (month(birth), day(birth)) THEN 1 ELSE 0 END) AS age
FROM (
  SELECT raw.person, CAST(raw.date AS DATE) AS date, raw.referrer,
         CASE WHEN NOT has_role.lob THEN NULL
              WHEN raw.reason = 'LOB' OR raw.type = 'LOB' THEN 'lob'
              WHEN NOT has_role.type THEN CASE WHEN raw.reason IS NULL THEN NULL ELSE 'other' END
              WHEN raw.type = 'Ansökan' THEN 'application'
              WHEN raw.type = 'Anmälan' THEN 'report'
              WHEN raw.type IS NULL THEN NULL
              ELSE 'other' END AS kind,
         CASE raw.decision WHEN 'Ja' THEN 'yes' WHEN 'Nej' THEN 'no' END AS decision,
         CASE raw.sex WHEN 'Man' THEN 'man' WHEN 'Kvinna' THEN 'woman' END AS given_sex,
         CAST(raw.age AS INTEGER) AS given_age,
         CASE WHEN is_personnummer
              THEN CASE WHEN CAST(substr(raw.person, 11, 1) AS INTEGER) % 2 = 1 THEN 'man' ELSE 'woman' END
              END AS own_sex,
         CASE WHEN is_personnummer
              THEN make_date(CAST(substr(raw.person, 1, 4) AS INTEGER), CAST(substr(raw.person, 5, 2) AS INTEGER),
                             CAST(substr(raw.person, 7, 2) AS INTEGER)) END AS birth
  FROM (SELECT *, regexp_full_match(person, '[0-9]{12}') AS is_personnummer FROM raw) raw, has_role
);

CREATE TABLE person AS
SELECT person, actualisations, first, last, frequency_group.key AS "group",
       boundaries - CASE WHEN day(last) < day(first) THEN 1 ELSE 0 END AS completed,
       boundaries,
       -- days / 30,4375 to one decimal, in whole numbers: 30,4375 = 487/16
       ((2 * days * 160 + 487) // (2 * 487)) / 10 AS average
FROM (
  SELECT *, (year(last) - year(first)) * 12 + month(last) - month(first) AS boundaries,
         date_diff('day', first, last) AS days
  FROM (SELECT person, count(*) AS actualisations, min(date) AS first, max(date) AS last
        FROM actualisation GROUP BY person)
) JOIN frequency_group ON actualisations BETWEEN lowest AND highest;

-- Where: each group, empty or not, and all.
CREATE TABLE scope AS SELECT key FROM frequency_group UNION ALL SELECT 'total';

CREATE TABLE scoped AS
SELECT actualisation.*, scope.key AS scope
FROM actualisation JOIN person USING (person) JOIN scope ON scope.key IN (person."group", 'total');

-- What is true of each actualisation.
CREATE TABLE holds AS
SELECT scope, person, age, unnest(list_filter([
         'actualisation',
         CASE WHEN sex IS NULL THEN 'sex-unknown' ELSE 'sex-known' END,
         sex,
         CASE WHEN kind IS NULL THEN 'type-unknown' ELSE 'type-known' END,
         CASE WHEN kind = 'application' THEN 'application' END,
         CASE WHEN kind IN ('report', 'lob') THEN 'report' END,
         CASE WHEN kind = 'lob' THEN 'lob' END,
         CASE WHEN decision IS NULL THEN 'investigation-unknown' ELSE 'investigation-known' END,
         CASE WHEN decision = 'yes' THEN 'investigation' END,
         CASE WHEN age IS NULL THEN 'age-unknown' END,
         CASE WHEN kind IN ('report', 'lob') THEN coalesce('referrer:' || referrer, 'referrer-missing') END
       ], measure -> measure IS NOT NULL)) AS measure
FROM scoped;

CREATE TABLE counted AS
SELECT scope.key AS scope, asked.measure,
       coalesce(n, 0) AS n, coalesce(persons, 0) AS persons, coalesce(ages, 0) AS ages, coalesce(with_age, 0) AS with_age
FROM scope CROSS JOIN (
  SELECT DISTINCT measure FROM holds
  UNION SELECT unnest(['actualisation', 'sex-known', 'man', 'woman', 'type-known', 'application', 'report', 'lob',
                       'investigation-known', 'investigation'])
) AS asked LEFT JOIN (
  SELECT scope, measure, count(*) AS n, count(DISTINCT person) AS persons, sum(age) AS ages, count(age) AS with_age
  FROM holds GROUP BY scope, measure
) AS found ON found.scope = scope.key AND found.measure = asked.measure;

CREATE TABLE people AS
SELECT scope.key AS scope, count(DISTINCT person.person) AS n
FROM scope LEFT JOIN person ON scope.key IN (person."group", 'total') GROUP BY scope.key;

-- Shares: of which a part is told in which table.
CREATE TABLE share AS
SELECT * FROM (VALUES
  ('percent-women', 'women', 'woman', 'sex-known', true),
  (NULL, 'men', 'man', 'sex-known', true),
  ('percent-applications', 'applications', 'application', 'type-known', (SELECT type FROM has_role)),
  (NULL, 'reports', 'report', 'type-known', (SELECT type FROM has_role)),
  ('percent-lob', 'lob', 'lob', 'type-known', (SELECT lob FROM has_role)),
  ('percent-investigation', NULL, 'investigation', 'investigation-known', (SELECT investigation FROM has_role))
) AS told (profile_key, summary_key, part, whole, is_told)
UNION ALL
SELECT DISTINCT measure, measure, measure, 'report', (SELECT referrer FROM has_role)
FROM holds WHERE measure LIKE 'referrer%'
UNION ALL
SELECT DISTINCT measure, measure, measure, 'actualisation',
       CASE measure WHEN 'type-unknown' THEN (SELECT type FROM has_role)
                    WHEN 'investigation-unknown' THEN (SELECT investigation FROM has_role)
                    ELSE true END
FROM holds WHERE measure LIKE '%-unknown';

-- Every calendar year from the first to the last; years before 1990 or to come only where they occur.
CREATE TABLE shown_year AS
SELECT DISTINCT year FROM (
  SELECT year FROM actualisation
  UNION ALL
  SELECT unnest(generate_series(min(year), max(year))) FROM actualisation, setting
  WHERE year BETWEEN 1990 AND this_year
);

CREATE TABLE per_year AS
SELECT shown_year.year, count(person) AS actualisations, count(DISTINCT person) AS persons,
       coalesce(sum(age), 0) AS ages, count(age) AS with_age
FROM shown_year LEFT JOIN actualisation USING (year) GROUP BY shown_year.year;

CREATE TABLE cell AS
-- Tabell 1 and 2
SELECT 'persons-by-group' AS table_id, scope AS row_key, 'persons' AS column_key, n AS numerator, NULL AS denominator FROM people
UNION ALL SELECT 'persons-by-group', scope, 'percent', n, (SELECT n FROM people WHERE scope = 'total') FROM people
UNION ALL SELECT 'actualisations-by-group', scope, 'persons', n, NULL FROM people
UNION ALL SELECT 'actualisations-by-group', scope, 'actualisations', n, NULL FROM counted WHERE measure = 'actualisation'
UNION ALL SELECT 'actualisations-by-group', scope, 'percent', n, (SELECT count(*) FROM actualisation)
          FROM counted WHERE measure = 'actualisation'
-- Tabell 3
UNION ALL SELECT 'group-profile', 'mean-actualisations', scope, counted.n, people.n
          FROM counted JOIN people USING (scope) WHERE measure = 'actualisation'
UNION ALL SELECT 'group-profile', 'mean-age', scope, ages, with_age FROM counted WHERE measure = 'actualisation'
UNION ALL SELECT 'group-profile', profile_key, part.scope,
                 CASE base WHEN 'persons' THEN part.persons ELSE part.n END,
                 CASE base WHEN 'persons' THEN whole.persons ELSE whole.n END
          FROM setting, share JOIN counted part ON part.measure = share.part
          JOIN counted whole ON whole.measure = share.whole AND whole.scope = part.scope
          WHERE is_told AND profile_key IS NOT NULL
UNION ALL SELECT 'group-profile', 'investigations', scope, n, NULL FROM counted, has_role
          WHERE measure = 'investigation' AND has_role.investigation
UNION ALL SELECT 'group-profile', 'percent-of-investigations', scope, n,
                 (SELECT n FROM counted WHERE measure = 'investigation' AND scope = 'total')
          FROM counted, has_role WHERE measure = 'investigation' AND has_role.investigation
-- Bilaga 4 tabell 1
UNION ALL SELECT 'per-year', year || '', 'actualisations', actualisations, NULL FROM per_year
UNION ALL SELECT 'per-year', year || '', 'persons', persons, NULL FROM per_year
UNION ALL SELECT 'per-year', 'mean', 'actualisations', coalesce(sum(actualisations), 0), count(*) FROM per_year
UNION ALL SELECT 'per-year', 'mean', 'persons', coalesce(sum(persons), 0), count(*) FROM per_year
-- Bilaga 4 tabell 2
UNION ALL SELECT 'sex-and-age', summary_key, 'actualisations', part.n, NULL
          FROM share JOIN counted part ON part.measure = share.part
          WHERE part.scope = 'total' AND is_told AND summary_key IN ('men', 'women', 'applications', 'reports', 'sex-unknown')
UNION ALL SELECT 'sex-and-age', summary_key, 'percent', part.n, whole.n
          FROM share JOIN counted part ON part.measure = share.part
          JOIN counted whole ON whole.measure = share.whole AND whole.scope = part.scope
          WHERE part.scope = 'total' AND is_told AND summary_key IN ('men', 'women', 'applications', 'reports')
UNION ALL SELECT 'sex-and-age', summary_key, 'mean-age', part.ages, part.with_age
          FROM share JOIN counted part ON part.measure = share.part
          WHERE part.scope = 'total' AND is_told AND summary_key IN ('men', 'women', 'applications', 'reports', 'sex-unknown')
UNION ALL SELECT 'sex-and-age', 'total', 'actualisations', n, NULL FROM counted WHERE measure = 'actualisation' AND scope = 'total'
UNION ALL SELECT 'sex-and-age', 'total', 'mean-age', ages, with_age FROM counted WHERE measure = 'actualisation' AND scope = 'total'
-- Bilaga 4 tabell 3
UNION ALL SELECT 'summary', 'actualisations', 'number', count(*), NULL FROM actualisation
UNION ALL SELECT 'summary', 'persons', 'number', count(*), NULL FROM person
UNION ALL SELECT 'summary', 'actualisations-per-person', 'mean', (SELECT count(*) FROM actualisation), (SELECT count(*) FROM person)
UNION ALL SELECT 'summary', 'investigations', 'number', n, NULL FROM counted, has_role
          WHERE measure = 'investigation' AND scope = 'total' AND has_role.investigation
UNION ALL SELECT 'summary', 'investigations-per-person', 'mean', n, (SELECT count(*) FROM person) FROM counted, has_role
          WHERE measure = 'investigation' AND scope = 'total' AND has_role.investigation
UNION ALL SELECT 'summary', summary_key, 'number', part.n, NULL
          FROM share JOIN counted part ON part.measure = share.part
          WHERE part.scope = 'total' AND is_told AND summary_key IS NOT NULL
UNION ALL SELECT 'summary', summary_key, 'percent', part.n, whole.n
          FROM share JOIN counted part ON part.measure = share.part
          JOIN counted whole ON whole.measure = share.whole AND whole.scope = part.scope
          WHERE part.scope = 'total' AND is_told AND summary_key IS NOT NULL
UNION ALL SELECT 'summary', 'mean-age', 'mean', ages, with_age FROM counted WHERE measure = 'actualisation' AND scope = 'total'
UNION ALL SELECT * FROM (SELECT 'summary', 'mean-age-lowest-year', 'mean', ages, with_age FROM per_year
                         WHERE with_age > 0 ORDER BY ages / with_age, year LIMIT 1)
UNION ALL SELECT * FROM (SELECT 'summary', 'mean-age-highest-year', 'mean', ages, with_age FROM per_year
                         WHERE with_age > 0 ORDER BY ages / with_age DESC, year DESC LIMIT 1);
