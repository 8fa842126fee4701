-- The lathund and what its tables count, for PostgreSQL.
-- The tests of the product run this dialect.

CREATE TEMPORARY TABLE isu_row AS
SELECT row_no, NULLIF(btrim(cell_0, chr(9)||chr(10)||chr(11)||chr(12)||chr(13)||chr(32)||chr(160)||chr(5760)||chr(8192)||chr(8193)||chr(8194)||chr(8195)||chr(8196)||chr(8197)||chr(8198)||chr(8199)||chr(8200)||chr(8201)||chr(8202)||chr(8232)||chr(8233)||chr(8239)||chr(8287)||chr(12288)||chr(65279)), '') AS person_cell, cell_2 AS date_cell, NULLIF(btrim(cell_1, chr(9)||chr(10)||chr(11)||chr(12)||chr(13)||chr(32)||chr(160)||chr(5760)||chr(8192)||chr(8193)||chr(8194)||chr(8195)||chr(8196)||chr(8197)||chr(8198)||chr(8199)||chr(8200)||chr(8201)||chr(8202)||chr(8232)||chr(8233)||chr(8239)||chr(8287)||chr(12288)||chr(65279)), '') AS number_cell, cell_4 AS type_cell, cell_3 AS reason_cell, cell_5 AS referrer_cell, cell_6 AS organisation_cell, cell_7 AS investigation_cell, cell_8 AS sex_cell, cell_9 AS age_cell
FROM (SELECT n AS row_no, (CAST(c0 AS text) COLLATE "C") AS cell_0, (CAST(c1 AS text) COLLATE "C") AS cell_1, (CAST(c2 AS text) COLLATE "C") AS cell_2, (CAST(c3 AS text) COLLATE "C") AS cell_3, (CAST(c4 AS text) COLLATE "C") AS cell_4, (CAST(c5 AS text) COLLATE "C") AS cell_5, (CAST(c6 AS text) COLLATE "C") AS cell_6, (CAST(c7 AS text) COLLATE "C") AS cell_7, (CAST(c8 AS text) COLLATE "C") AS cell_8, (CAST(c9 AS text) COLLATE "C") AS cell_9 FROM register_rows) AS given
WHERE row_no >= 2;
ANALYZE pg_temp.isu_row;

CREATE TEMPORARY TABLE isu_person_cell AS
SELECT person_cell, row_count, TRANSLATE(person_cell, '0123456789', '9999999999') AS shape, CAST(ROW_NUMBER() OVER () + 1 AS bigint) AS cell_no
FROM (SELECT person_cell, COUNT(*) AS row_count FROM pg_temp.isu_row GROUP BY person_cell HAVING COUNT(person_cell) > 0) AS cells;
ANALYZE pg_temp.isu_person_cell;

SELECT person_cell, row_count FROM pg_temp.isu_person_cell
WHERE shape NOT IN ('999999999999', '99999999-9999', '99999999+9999', '9999999999', '999999-9999', '999999+9999')
  AND (SUBSTRING(shape, 1, 1) = '9' OR SUBSTRING(shape, 1, 1) = '''' OR shape NOT LIKE '%9%');

CREATE TEMPORARY TABLE isu_person (cell text COLLATE "C", kind smallint, digits bigint);

INSERT INTO pg_temp.isu_person VALUES ('''196408233234', 1, 196408233234),
('19640823', 4, NULL);

CREATE TEMPORARY TABLE isu_person_read AS
SELECT person_cell, row_count, is_odd, CAST(person_kind AS smallint) AS person_kind,
  CAST(CASE WHEN person_kind IN (1, 2, 3) THEN digits ELSE 0 - cell_no END AS bigint) AS digits,
  CAST(CASE WHEN person_kind IN (1, 2, 3) THEN birth_date ELSE 0 END AS integer) AS birth_date,
  CAST(CASE WHEN person_kind IN (1, 2, 3) THEN CASE WHEN (digits / 10) % 2 = 1 THEN 1 ELSE 2 END ELSE 0 END AS smallint) AS own_sex,
  CAST(CASE WHEN person_kind IN (1, 2, 3) AND (ten_digits % 10 + (ten_digits / 100) % 10 + (ten_digits / 10000) % 10 + (ten_digits / 1000000) % 10 + (ten_digits / 100000000) % 10 + 2 * ((ten_digits / 10) % 10) - CASE WHEN (ten_digits / 10) % 10 > 4 THEN 9 ELSE 0 END + 2 * ((ten_digits / 1000) % 10) - CASE WHEN (ten_digits / 1000) % 10 > 4 THEN 9 ELSE 0 END + 2 * ((ten_digits / 100000) % 10) - CASE WHEN (ten_digits / 100000) % 10 > 4 THEN 9 ELSE 0 END + 2 * ((ten_digits / 10000000) % 10) - CASE WHEN (ten_digits / 10000000) % 10 > 4 THEN 9 ELSE 0 END + 2 * ((ten_digits / 1000000000) % 10) - CASE WHEN (ten_digits / 1000000000) % 10 > 4 THEN 9 ELSE 0 END) % 10 <> 0 THEN 1 ELSE 0 END AS smallint) AS wrong_check
FROM (
  SELECT dates.*, digits % CAST(10000000000 AS bigint) AS ten_digits, CASE WHEN is_twelve = 1 THEN birth_year ELSE birth_year - 2000 END * 10000 + month_no * 100 + day_no AS birth_date,
    CASE WHEN found_kind IN (4) OR (digits IS NOT NULL AND digits % 10000 = 0) THEN 4
      WHEN digits IS NULL OR month_no < 1 OR month_no > 12 OR day_no < 1 THEN 5
      WHEN is_twelve = 1 AND (birth_year < 1800 OR birth_year > 2099) THEN 5
      WHEN day_no > CASE WHEN month_no = 2 THEN CASE WHEN (birth_year % 4 = 0 AND birth_year % 100 <> 0) OR birth_year % 400 = 0 THEN 29 ELSE 28 END
        WHEN month_no IN (4, 6, 9, 11) THEN 30 ELSE 31 END THEN 5
      WHEN is_twelve = 1 THEN 1
      WHEN has_plus = 1 THEN 3
      ELSE 2 END AS person_kind
  FROM (
    SELECT numbers.*,
      CASE WHEN is_twelve = 1 THEN digits / 100000000 ELSE 2000 + digits / 100000000 END AS birth_year,
      (digits / 1000000) % 100 AS month_no,
      (digits / 10000) % 100 - CASE WHEN (digits / 10000) % 100 > 60 THEN 60 ELSE 0 END AS day_no
    FROM (
      SELECT person_cell, row_count, cell_no, found_kind,
        CASE WHEN shape IN ('999999999999', '99999999-9999', '99999999+9999', '9999999999', '999999-9999', '999999+9999') THEN 0 ELSE 1 END AS is_odd,
        CASE WHEN shape IN ('999999999999', '99999999-9999', '99999999+9999') OR found_kind = 1 THEN 1 ELSE 0 END AS is_twelve,
        CASE WHEN shape = '999999+9999' OR found_kind = 3 THEN 1 ELSE 0 END AS has_plus,
        CASE WHEN shape IN ('999999999999', '99999999-9999', '99999999+9999', '9999999999', '999999-9999', '999999+9999') THEN CAST(REPLACE(REPLACE(person_cell, '-', ''), '+', '') AS bigint) ELSE found_digits END AS digits
      FROM pg_temp.isu_person_cell AS cells LEFT JOIN (
        SELECT cell AS found_cell, kind AS found_kind, digits AS found_digits FROM pg_temp.isu_person
      ) AS found ON found_cell = person_cell
    ) AS numbers
  ) AS dates
) AS parts;
ANALYZE pg_temp.isu_person_read;

SELECT COALESCE(SUM(row_count), 0) AS filled, COALESCE(SUM(CASE WHEN is_odd = 0 AND NOT person_kind = 5 THEN row_count ELSE 0 END), 0) AS plain, COALESCE(SUM(CASE WHEN person_kind = 5 THEN row_count ELSE 0 END), 0) AS opaque_rows FROM pg_temp.isu_person_read;

DROP TABLE pg_temp.isu_person_cell;

SELECT date_cell, COUNT(*) AS row_count FROM pg_temp.isu_row WHERE date_cell IS NOT NULL GROUP BY date_cell;

CREATE TEMPORARY TABLE isu_date (cell text COLLATE "C", kind smallint, day_no integer, ymd integer);

INSERT INTO pg_temp.isu_date VALUES ('2017-01-05', 2, 17171, 20170105),
('2017-03-05', 2, 17230, 20170305),
('2018-03-05', 2, 17595, 20180305),
('2018-03-06', 2, 17596, 20180306),
('5/3 2017', 2, 17230, 20170305);

SELECT age_cell, COUNT(*) AS row_count FROM pg_temp.isu_row WHERE age_cell IS NOT NULL GROUP BY age_cell;

CREATE TEMPORARY TABLE isu_age (cell text COLLATE "C", age integer);

INSERT INTO pg_temp.isu_age VALUES ('53', 53);

SELECT type_cell, COUNT(*) AS row_count FROM pg_temp.isu_row WHERE type_cell IS NOT NULL GROUP BY type_cell;

CREATE TEMPORARY TABLE isu_type (cell text COLLATE "C", place integer, code smallint, is_allowed smallint);

INSERT INTO pg_temp.isu_type VALUES ('Anmälan', 1, 2, 1),
('Ansökan', 2, 1, 1);

SELECT reason_cell, COUNT(*) AS row_count FROM pg_temp.isu_row WHERE reason_cell IS NOT NULL GROUP BY reason_cell;

CREATE TEMPORARY TABLE isu_reason (cell text COLLATE "C", place integer, code smallint, is_allowed smallint);

INSERT INTO pg_temp.isu_reason VALUES ('LOB', 2, 3, 1),
('Missbruk/beroende', 1, 0, 1),
('Spelberoende', 3, 0, 1);

SELECT referrer_cell, COUNT(*) AS row_count FROM pg_temp.isu_row WHERE referrer_cell IS NOT NULL GROUP BY referrer_cell;

CREATE TEMPORARY TABLE isu_referrer (cell text COLLATE "C", place integer, code smallint, is_allowed smallint);

INSERT INTO pg_temp.isu_referrer VALUES ('Den enskilde', 2, 0, 1),
('O''Briens', 3, 0, 1),
('Polisen', 1, 0, 1);

SELECT organisation_cell, COUNT(*) AS row_count FROM pg_temp.isu_row WHERE organisation_cell IS NOT NULL GROUP BY organisation_cell;

CREATE TEMPORARY TABLE isu_organisation (cell text COLLATE "C", place integer, code smallint, is_allowed smallint);

INSERT INTO pg_temp.isu_organisation VALUES ('Barn', 2, 0, 0),
('Vuxen', 1, 0, 1);

SELECT investigation_cell, COUNT(*) AS row_count FROM pg_temp.isu_row WHERE investigation_cell IS NOT NULL GROUP BY investigation_cell;

CREATE TEMPORARY TABLE isu_investigation (cell text COLLATE "C", place integer, code smallint, is_allowed smallint);

INSERT INTO pg_temp.isu_investigation VALUES ('Ja', 1, 1, 1),
('Nej', 2, 2, 1);

SELECT sex_cell, COUNT(*) AS row_count FROM pg_temp.isu_row WHERE sex_cell IS NOT NULL GROUP BY sex_cell;

CREATE TEMPORARY TABLE isu_sex (cell text COLLATE "C", place integer, code smallint, is_allowed smallint);

INSERT INTO pg_temp.isu_sex VALUES ('Kvinna', 1, 2, 1),
('Man', 2, 1, 1);

CREATE TEMPORARY TABLE isu_reading AS
SELECT row_no, person_no, day_no, ymd, CAST(age AS smallint) AS age,
  CAST(type_code * 18 + CASE WHEN given_sex > 0 THEN given_sex ELSE own_sex END * 6 + investigation_code * 2 + CASE WHEN age IS NULL THEN 0 ELSE 1 END AS smallint) AS kind,
  referrer_place, reason_place, organisation_place,
  CAST(wrong_check + CASE WHEN given_sex > 0 AND own_sex > 0 AND given_sex <> own_sex THEN 2 ELSE 0 END + odd_person AS smallint) AS remark,
  CAST(CASE WHEN person_kind IS NULL THEN 1
    WHEN person_kind = 4 THEN 2
    WHEN date_kind IS NULL OR date_kind = 0 THEN 3
    WHEN date_kind = 1 THEN 4
    WHEN day_no < 17167 OR day_no > 19173 THEN 6
    WHEN age < 18 THEN 7
    WHEN NOT (COALESCE(organisation_allowed, 0) = 1) THEN 8
    ELSE 0 END AS smallint) AS fate
FROM (
SELECT row_no, person_no, person_kind, date_kind, COALESCE(day_no, 0) AS day_no, COALESCE(ymd, 0) AS ymd,
  COALESCE(given_age, (ymd - birth + 100000000) / 10000 - 10000) AS age, own_sex, wrong_check, CASE WHEN person_kind = 5 THEN 4 ELSE 0 END AS odd_person,
  COALESCE(sex_code, 0) AS given_sex, CASE WHEN COALESCE(reason_code, 0) = 3 THEN 3 ELSE COALESCE(type_code, 0) END AS type_code, COALESCE(investigation_code, 0) AS investigation_code,
  CAST(COALESCE(referrer_found, 0) AS integer) AS referrer_place, CAST(COALESCE(reason_found, 0) AS integer) AS reason_place, CAST(COALESCE(organisation_found, 0) AS integer) AS organisation_place, organisation_allowed
FROM (
SELECT dated.*,
  CASE WHEN person_kind IN (2, 3) THEN digits + century * CAST(10000000000 AS bigint) ELSE digits END AS person_no,
  CASE WHEN person_kind IN (2, 3) THEN birth_date + century * 1000000
    WHEN person_kind = 1 THEN birth_date END AS birth
FROM (
  SELECT late.*,
    CASE WHEN (latest / 1000000) * 1000000 + birth_date <= latest THEN latest / 1000000
      WHEN latest >= 1000000 THEN latest / 1000000 - 1 ELSE 0 END AS century
  FROM (
    SELECT given.*,
      CASE WHEN person_kind <> 3 THEN ymd
        WHEN ymd < 1000000 THEN 0 ELSE ymd - ymd % 10000 - 1000000 + 1231 END AS latest
    FROM (SELECT row_no, person_cell, date_kind, day_no, ymd, type_found, type_code, type_allowed, reason_found, reason_code, reason_allowed, referrer_found, referrer_code, referrer_allowed, organisation_found, organisation_code, organisation_allowed, investigation_found, investigation_code, investigation_allowed, sex_found, sex_code, sex_allowed, given_age,
  person_kind, digits, birth_date, own_sex, wrong_check
FROM pg_temp.isu_row AS given
LEFT JOIN (SELECT cell AS date_value, kind AS date_kind, day_no, ymd FROM pg_temp.isu_date) AS of_date ON date_value = date_cell
LEFT JOIN (SELECT cell AS type_value, place AS type_found, code AS type_code, is_allowed AS type_allowed FROM pg_temp.isu_type) AS of_type ON type_value = type_cell
LEFT JOIN (SELECT cell AS reason_value, place AS reason_found, code AS reason_code, is_allowed AS reason_allowed FROM pg_temp.isu_reason) AS of_reason ON reason_value = reason_cell
LEFT JOIN (SELECT cell AS referrer_value, place AS referrer_found, code AS referrer_code, is_allowed AS referrer_allowed FROM pg_temp.isu_referrer) AS of_referrer ON referrer_value = referrer_cell
LEFT JOIN (SELECT cell AS organisation_value, place AS organisation_found, code AS organisation_code, is_allowed AS organisation_allowed FROM pg_temp.isu_organisation) AS of_organisation ON organisation_value = organisation_cell
LEFT JOIN (SELECT cell AS investigation_value, place AS investigation_found, code AS investigation_code, is_allowed AS investigation_allowed FROM pg_temp.isu_investigation) AS of_investigation ON investigation_value = investigation_cell
LEFT JOIN (SELECT cell AS sex_value, place AS sex_found, code AS sex_code, is_allowed AS sex_allowed FROM pg_temp.isu_sex) AS of_sex ON sex_value = sex_cell
LEFT JOIN (SELECT cell AS age_value, age AS given_age FROM pg_temp.isu_age) AS of_age ON age_value = age_cell
LEFT JOIN (SELECT person_cell AS read_cell, person_kind, digits, birth_date, own_sex, wrong_check FROM pg_temp.isu_person_read) AS of_person ON read_cell = person_cell
WHERE person_cell IS NOT NULL OR date_kind IS NOT NULL OR type_found IS NOT NULL OR reason_found IS NOT NULL OR referrer_found IS NOT NULL OR organisation_found IS NOT NULL OR investigation_found IS NOT NULL OR sex_found IS NOT NULL OR number_cell IS NOT NULL OR NULLIF(btrim(age_cell, chr(9)||chr(10)||chr(11)||chr(12)||chr(13)||chr(32)||chr(160)||chr(5760)||chr(8192)||chr(8193)||chr(8194)||chr(8195)||chr(8196)||chr(8197)||chr(8198)||chr(8199)||chr(8200)||chr(8201)||chr(8202)||chr(8232)||chr(8233)||chr(8239)||chr(8287)||chr(12288)||chr(65279)), '') IS NOT NULL) AS given
  ) AS late
) AS dated) AS persons
) AS said;
ANALYZE pg_temp.isu_reading;

DROP TABLE pg_temp.isu_person_read;

CREATE TEMPORARY TABLE isu_number AS
SELECT number_cell AS number_digest FROM pg_temp.isu_row GROUP BY number_cell HAVING COUNT(number_cell) > 1;
ANALYZE pg_temp.isu_number;

CREATE TEMPORARY TABLE isu_numbered AS
SELECT row_no AS numbered_row, number_cell FROM pg_temp.isu_row AS given JOIN pg_temp.isu_number AS numbers ON number_digest = number_cell;
ANALYZE pg_temp.isu_numbered;

CREATE TEMPORARY TABLE isu_repeated AS
SELECT row_no, fate, number_cell, ROW_NUMBER() OVER (PARTITION BY number_cell, person_no ORDER BY day_no, row_no) AS place
FROM pg_temp.isu_reading AS reading JOIN pg_temp.isu_numbered AS numbered ON numbered_row = row_no
WHERE (fate = 0 OR fate > 4);
ANALYZE pg_temp.isu_repeated;

DROP TABLE pg_temp.isu_number;

DROP TABLE pg_temp.isu_numbered;

CREATE TEMPORARY TABLE isu_excluded AS
SELECT row_no AS excluded_row, CASE WHEN duplicate_row IS NOT NULL THEN 5 ELSE fate END AS reason_no FROM pg_temp.isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM pg_temp.isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate > 0 OR duplicate_row IS NOT NULL;
ANALYZE pg_temp.isu_excluded;

SELECT excluded_row, reason_no FROM pg_temp.isu_excluded ORDER BY excluded_row;

SELECT row_no, warning FROM (
SELECT row_no, 0 AS warning FROM (SELECT reading.* FROM pg_temp.isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM pg_temp.isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used WHERE remark % 2 = 1
UNION ALL
SELECT row_no, 1 AS warning FROM (SELECT reading.* FROM pg_temp.isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM pg_temp.isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used WHERE ymd < 19900000 OR day_no > 19357
UNION ALL
SELECT row_no, 4 AS warning FROM (SELECT reading.* FROM pg_temp.isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM pg_temp.isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used WHERE remark % 4 > 1
UNION ALL
SELECT row_no, 2 AS warning FROM pg_temp.isu_repeated AS stays JOIN (
  SELECT number_cell AS shared_number FROM pg_temp.isu_repeated WHERE place = 1 GROUP BY number_cell HAVING COUNT(*) > 1
) AS shared ON shared_number = number_cell
WHERE place = 1 AND fate = 0
) AS warned ORDER BY row_no, warning;

SELECT COUNT(*) AS read_rows, COALESCE(SUM(CASE WHEN fate = 0 AND duplicate_row IS NULL THEN 1 ELSE 0 END), 0) AS used, COALESCE(SUM(CASE WHEN fate = 0 AND duplicate_row IS NULL AND kind < 18 THEN 1 ELSE 0 END), 0) AS missing_0, COALESCE(SUM(CASE WHEN fate = 0 AND duplicate_row IS NULL AND (kind % 6) / 2 = 0 THEN 1 ELSE 0 END), 0) AS missing_1, COALESCE(SUM(CASE WHEN fate = 0 AND duplicate_row IS NULL AND referrer_place = 0 THEN 1 ELSE 0 END), 0) AS missing_2, COALESCE(SUM(CASE WHEN fate = 0 AND duplicate_row IS NULL AND reason_place = 0 THEN 1 ELSE 0 END), 0) AS missing_3 FROM pg_temp.isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM pg_temp.isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no;

SELECT row_no FROM (SELECT reading.* FROM pg_temp.isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM pg_temp.isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used WHERE (kind % 6) / 2 = 0 ORDER BY row_no LIMIT 20;

DROP TABLE pg_temp.isu_excluded;

DROP TABLE pg_temp.isu_row;

CREATE TEMPORARY TABLE isu_kind (kind_no smallint, bits integer);

INSERT INTO pg_temp.isu_kind VALUES (0, 82961),
(1, 17875985),
(2, 72721),
(3, 17865745),
(4, 76817),
(5, 17869841),
(6, 82951),
(7, 17089543),
(8, 72711),
(9, 17079303),
(10, 76807),
(11, 17083399),
(12, 82955),
(13, 17351691),
(14, 72715),
(15, 17341451),
(16, 76811),
(17, 17345547),
(18, 82033),
(19, 3194993),
(20, 71793),
(21, 3184753),
(22, 75889),
(23, 3188849),
(24, 82023),
(25, 2408551),
(26, 71783),
(27, 2398311),
(28, 75879),
(29, 2402407),
(30, 82027),
(31, 2670699),
(32, 71787),
(33, 2660459),
(34, 75883),
(35, 2664555),
(36, 82097),
(37, 5292209),
(38, 71857),
(39, 5281969),
(40, 75953),
(41, 5286065),
(42, 82087),
(43, 4505767),
(44, 71847),
(45, 4495527),
(46, 75943),
(47, 4499623),
(48, 82091),
(49, 4767915),
(50, 71851),
(51, 4757675),
(52, 75947),
(53, 4761771),
(54, 82353),
(55, 5292465),
(56, 72113),
(57, 5282225),
(58, 76209),
(59, 5286321),
(60, 82343),
(61, 4506023),
(62, 72103),
(63, 4495783),
(64, 76199),
(65, 4499879),
(66, 82347),
(67, 4768171),
(68, 72107),
(69, 4757931),
(70, 76203),
(71, 4762027),
(72, 82481),
(73, 9486897),
(74, 72241),
(75, 9476657),
(76, 76337),
(77, 9480753),
(78, 82471),
(79, 8700455),
(80, 72231),
(81, 8690215),
(82, 76327),
(83, 8694311),
(84, 82475),
(85, 8962603),
(86, 72235),
(87, 8952363),
(88, 76331),
(89, 8956459);

CREATE TEMPORARY TABLE isu_lathund AS
SELECT person_no, actualisations, first_day, last_day, is_active,
  ((last_ymd / 10000) - (first_ymd / 10000)) * 12 + ((last_ymd % 10000) / 100) - ((first_ymd % 10000) / 100) - CASE WHEN last_ymd % 100 < first_ymd % 100 THEN 1 ELSE 0 END AS span,
  CAST(CASE WHEN actualisations >= 12 THEN 4 WHEN actualisations >= 7 THEN 3 WHEN actualisations >= 3 THEN 2 WHEN actualisations >= 2 THEN 1 WHEN actualisations >= 1 THEN 0 ELSE 0 END AS smallint) AS group_no
FROM (
  SELECT person_no, COUNT(*) AS actualisations, MIN(day_no) AS first_day, MAX(day_no) AS last_day,
    MIN(ymd) AS first_ymd, MAX(ymd) AS last_ymd, MAX(CASE WHEN ymd >= 20170000 AND ymd < 20180000 THEN 1 ELSE 0 END) AS is_active
  FROM (SELECT reading.* FROM pg_temp.isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM pg_temp.isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used GROUP BY person_no
) AS of_person;
ANALYZE pg_temp.isu_lathund;

CREATE TEMPORARY TABLE isu_of_person AS
SELECT MAX(group_no) AS group_no, MAX(actualisations) AS actualisations, MAX(first_day) AS first_day,
  SUM(CASE WHEN day_no = first_day THEN 1 ELSE 0 END) AS on_first_day,
  MIN(CASE WHEN day_no = first_day THEN NULL ELSE day_no END) AS later_day,
  MIN(CASE WHEN day_no = first_day AND age IS NOT NULL THEN CAST(row_no AS bigint) * 16777216 + age + 32768 END) % 16777216 - 32768 AS first_age,
  MIN(CASE WHEN day_no = first_day THEN CAST(row_no AS bigint) * 16777216 + referrer_place END) % 16777216 AS return_key,
  MIN(CASE WHEN day_no = first_day THEN row_no END) AS first_row,
  bit_or(bits) AS bits
FROM (SELECT reading.* FROM pg_temp.isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM pg_temp.isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used JOIN (SELECT person_no AS known_person, actualisations, first_day, group_no FROM pg_temp.isu_lathund) AS lathund ON known_person = person_no JOIN pg_temp.isu_kind AS kinds ON kind_no = kind
GROUP BY person_no;
ANALYZE pg_temp.isu_of_person;

SELECT actualisations, is_active, COUNT(*) AS persons FROM pg_temp.isu_lathund GROUP BY actualisations, is_active ORDER BY actualisations, is_active;

SELECT MIN(first_day) AS first_day, MAX(last_day) AS last_day FROM pg_temp.isu_lathund;

SELECT group_no, kind, age, COUNT(*) AS n FROM (SELECT reading.* FROM pg_temp.isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM pg_temp.isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used JOIN (SELECT person_no AS known_person, actualisations, first_day, group_no FROM pg_temp.isu_lathund) AS lathund ON known_person = person_no GROUP BY group_no, kind, age ORDER BY group_no, kind, age;

SELECT group_no, referrer_place, SUM(n) AS n, COUNT(*) AS persons FROM (
  SELECT person_no, group_no, referrer_place, COUNT(*) AS n FROM (SELECT reading.* FROM pg_temp.isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM pg_temp.isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used JOIN (SELECT person_no AS known_person, actualisations, first_day, group_no FROM pg_temp.isu_lathund) AS lathund ON known_person = person_no WHERE (kind / 18) IN (2, 3) GROUP BY person_no, group_no, referrer_place
) AS of_person GROUP BY group_no, referrer_place ORDER BY group_no, referrer_place;

SELECT row_no FROM (SELECT reading.* FROM pg_temp.isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM pg_temp.isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used WHERE remark >= 4 ORDER BY row_no;

SELECT group_no, bits, COUNT(*) AS persons FROM pg_temp.isu_of_person GROUP BY group_no, bits ORDER BY group_no, bits;

SELECT group_no, COUNT(*) AS n, COUNT(DISTINCT person_no) AS persons FROM (SELECT reading.* FROM pg_temp.isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM pg_temp.isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used JOIN (SELECT person_no AS known_person, actualisations, first_day, group_no FROM pg_temp.isu_lathund) AS lathund ON known_person = person_no WHERE (kind / 18) IN (2, 3) AND referrer_place IN (1) GROUP BY group_no ORDER BY group_no;

SELECT yr, SUM(n) AS n, COUNT(*) AS persons, SUM(known) AS known, SUM(CASE WHEN known > 0 THEN 1 ELSE 0 END) AS known_persons, COALESCE(SUM(ages), 0) AS ages FROM (
  SELECT person_no, ymd / 10000 AS yr, COUNT(*) AS n, COUNT(age) AS known, SUM(age) AS ages FROM (SELECT reading.* FROM pg_temp.isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM pg_temp.isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used GROUP BY person_no, ymd / 10000
) AS of_person GROUP BY yr ORDER BY yr;

SELECT first_age, COUNT(*) AS persons FROM pg_temp.isu_of_person GROUP BY first_age ORDER BY first_age;

SELECT span, COUNT(*) AS persons FROM pg_temp.isu_lathund GROUP BY span ORDER BY span;

SELECT return_key, days, returned, COUNT(*) AS persons FROM (
  SELECT return_key, CASE WHEN actualisations > 1 THEN 1 ELSE 0 END AS returned,
    CASE WHEN actualisations = 1 THEN 19173 - first_day WHEN on_first_day > 1 THEN 0 ELSE later_day - first_day END AS days
  FROM pg_temp.isu_of_person
) AS of_person GROUP BY return_key, days, returned ORDER BY return_key, days, returned;

CREATE TEMPORARY TABLE isu_first AS
SELECT days, returned, ((kind % 18) / 6) AS sex_no, (kind / 18) AS type_no, ((kind % 6) / 2) AS investigation_no, referrer_place AS referrer_no, organisation_place AS organisation_no, reason_place AS reason_no, CASE WHEN age >= 65 THEN 5 WHEN age >= 45 THEN 4 WHEN age >= 30 THEN 3 WHEN age >= 18 THEN 2 WHEN age >= 0 THEN 1 ELSE 0 END AS age_no
FROM (SELECT first_row, CASE WHEN actualisations > 1 THEN 1 ELSE 0 END AS returned,
    CASE WHEN actualisations = 1 THEN 19173 - first_day WHEN on_first_day > 1 THEN 0 ELSE later_day - first_day END AS days FROM pg_temp.isu_of_person) AS persons JOIN (SELECT reading.* FROM pg_temp.isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM pg_temp.isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used ON row_no = first_row;
ANALYZE pg_temp.isu_first;

SELECT sex_no, days, returned, COUNT(*) AS persons FROM pg_temp.isu_first GROUP BY sex_no, days, returned ORDER BY sex_no, days, returned;

SELECT age_no, days, returned, COUNT(*) AS persons FROM pg_temp.isu_first GROUP BY age_no, days, returned ORDER BY age_no, days, returned;

SELECT type_no, days, returned, COUNT(*) AS persons FROM pg_temp.isu_first GROUP BY type_no, days, returned ORDER BY type_no, days, returned;

SELECT investigation_no, days, returned, COUNT(*) AS persons FROM pg_temp.isu_first GROUP BY investigation_no, days, returned ORDER BY investigation_no, days, returned;

SELECT referrer_no, days, returned, COUNT(*) AS persons FROM pg_temp.isu_first GROUP BY referrer_no, days, returned ORDER BY referrer_no, days, returned;

SELECT group_no, organisation_place, COUNT(*) AS n FROM (SELECT reading.* FROM pg_temp.isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM pg_temp.isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used JOIN (SELECT person_no AS known_person, actualisations, first_day, group_no FROM pg_temp.isu_lathund) AS lathund ON known_person = person_no WHERE organisation_place > 0 GROUP BY group_no, organisation_place ORDER BY group_no, organisation_place;

SELECT organisation_no, days, returned, COUNT(*) AS persons FROM pg_temp.isu_first GROUP BY organisation_no, days, returned ORDER BY organisation_no, days, returned;

SELECT group_no, reason_place, COUNT(*) AS n FROM (SELECT reading.* FROM pg_temp.isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM pg_temp.isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used JOIN (SELECT person_no AS known_person, actualisations, first_day, group_no FROM pg_temp.isu_lathund) AS lathund ON known_person = person_no WHERE reason_place > 0 GROUP BY group_no, reason_place ORDER BY group_no, reason_place;

SELECT reason_no, days, returned, COUNT(*) AS persons FROM pg_temp.isu_first GROUP BY reason_no, days, returned ORDER BY reason_no, days, returned;

DROP TABLE pg_temp.isu_first;

DROP TABLE pg_temp.isu_of_person;

DROP TABLE pg_temp.isu_lathund;

DROP TABLE pg_temp.isu_kind;

DROP TABLE pg_temp.isu_repeated;

DROP TABLE pg_temp.isu_reading;

DROP TABLE pg_temp.isu_sex;

DROP TABLE pg_temp.isu_investigation;

DROP TABLE pg_temp.isu_organisation;

DROP TABLE pg_temp.isu_referrer;

DROP TABLE pg_temp.isu_reason;

DROP TABLE pg_temp.isu_type;

DROP TABLE pg_temp.isu_age;

DROP TABLE pg_temp.isu_date;

DROP TABLE pg_temp.isu_person;
