-- The lathund and what its tables count, for SQL Server and Microsoft Fabric.
-- NOT RUN: held against a parser of the dialect, and never run in the engine itself. Try it on made-up rows first.

SELECT * INTO #isu_row FROM (
SELECT row_no, NULLIF(CAST(TRIM(CONCAT(NCHAR(9), NCHAR(10), NCHAR(11), NCHAR(12), NCHAR(13), NCHAR(32), NCHAR(160), NCHAR(5760), NCHAR(8192), NCHAR(8193), NCHAR(8194), NCHAR(8195), NCHAR(8196), NCHAR(8197), NCHAR(8198), NCHAR(8199), NCHAR(8200), NCHAR(8201), NCHAR(8202), NCHAR(8232), NCHAR(8233), NCHAR(8239), NCHAR(8287), NCHAR(12288), NCHAR(65279)) FROM cell_0) AS VARCHAR(8000)) COLLATE Latin1_General_100_BIN2_UTF8, N'') AS person_cell, cell_2 AS date_cell, NULLIF(CAST(TRIM(CONCAT(NCHAR(9), NCHAR(10), NCHAR(11), NCHAR(12), NCHAR(13), NCHAR(32), NCHAR(160), NCHAR(5760), NCHAR(8192), NCHAR(8193), NCHAR(8194), NCHAR(8195), NCHAR(8196), NCHAR(8197), NCHAR(8198), NCHAR(8199), NCHAR(8200), NCHAR(8201), NCHAR(8202), NCHAR(8232), NCHAR(8233), NCHAR(8239), NCHAR(8287), NCHAR(12288), NCHAR(65279)) FROM cell_1) AS VARCHAR(8000)) COLLATE Latin1_General_100_BIN2_UTF8, N'') AS number_cell, cell_4 AS type_cell, cell_3 AS reason_cell, cell_5 AS referrer_cell, cell_6 AS organisation_cell, cell_7 AS investigation_cell, cell_8 AS sex_cell, cell_9 AS age_cell
FROM (SELECT n AS row_no, CAST(c0 AS VARCHAR(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS cell_0, CAST(c1 AS VARCHAR(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS cell_1, CAST(c2 AS VARCHAR(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS cell_2, CAST(c3 AS VARCHAR(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS cell_3, CAST(c4 AS VARCHAR(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS cell_4, CAST(c5 AS VARCHAR(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS cell_5, CAST(c6 AS VARCHAR(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS cell_6, CAST(c7 AS VARCHAR(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS cell_7, CAST(c8 AS VARCHAR(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS cell_8, CAST(c9 AS VARCHAR(8000)) COLLATE Latin1_General_100_BIN2_UTF8 AS cell_9 FROM register_rows) AS given
WHERE row_no >= 2
) AS made;

SELECT * INTO #isu_person_cell FROM (
SELECT person_cell, row_count, TRANSLATE(person_cell, N'0123456789', N'9999999999') AS shape, CAST(ROW_NUMBER() OVER (ORDER BY (SELECT NULL)) + 1 AS BIGINT) AS cell_no
FROM (SELECT person_cell, COUNT_BIG(*) AS row_count FROM #isu_row GROUP BY person_cell HAVING COUNT(person_cell) > 0) AS cells
) AS made;

SELECT person_cell, row_count FROM #isu_person_cell
WHERE shape NOT IN (N'999999999999', N'99999999-9999', N'99999999+9999', N'9999999999', N'999999-9999', N'999999+9999')
  AND (SUBSTRING(shape, 1, 1) = N'9' OR SUBSTRING(shape, 1, 1) = N'''' OR shape NOT LIKE N'%9%');

CREATE TABLE #isu_person (cell VARCHAR(8000) COLLATE Latin1_General_100_BIN2_UTF8, kind SMALLINT, digits BIGINT);

INSERT INTO #isu_person VALUES (N'''196408233234', 1, 196408233234),
(N'19640823', 4, NULL);

SELECT * INTO #isu_person_read FROM (
SELECT person_cell, row_count, is_odd, CAST(person_kind AS SMALLINT) AS person_kind,
  CAST(CASE WHEN person_kind IN (1, 2, 3) THEN digits ELSE 0 - cell_no END AS BIGINT) AS digits,
  CAST(CASE WHEN person_kind IN (1, 2, 3) THEN birth_date ELSE 0 END AS INT) AS birth_date,
  CAST(CASE WHEN person_kind IN (1, 2, 3) THEN CASE WHEN (digits / 10) % 2 = 1 THEN 1 ELSE 2 END ELSE 0 END AS SMALLINT) AS own_sex,
  CAST(CASE WHEN person_kind IN (1, 2, 3) AND (ten_digits % 10 + (ten_digits / 100) % 10 + (ten_digits / 10000) % 10 + (ten_digits / 1000000) % 10 + (ten_digits / 100000000) % 10 + 2 * ((ten_digits / 10) % 10) - CASE WHEN (ten_digits / 10) % 10 > 4 THEN 9 ELSE 0 END + 2 * ((ten_digits / 1000) % 10) - CASE WHEN (ten_digits / 1000) % 10 > 4 THEN 9 ELSE 0 END + 2 * ((ten_digits / 100000) % 10) - CASE WHEN (ten_digits / 100000) % 10 > 4 THEN 9 ELSE 0 END + 2 * ((ten_digits / 10000000) % 10) - CASE WHEN (ten_digits / 10000000) % 10 > 4 THEN 9 ELSE 0 END + 2 * ((ten_digits / 1000000000) % 10) - CASE WHEN (ten_digits / 1000000000) % 10 > 4 THEN 9 ELSE 0 END) % 10 <> 0 THEN 1 ELSE 0 END AS SMALLINT) AS wrong_check
FROM (
  SELECT dates.*, digits % CAST(10000000000 AS BIGINT) AS ten_digits, CASE WHEN is_twelve = 1 THEN birth_year ELSE birth_year - 2000 END * 10000 + month_no * 100 + day_no AS birth_date,
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
        CASE WHEN shape IN (N'999999999999', N'99999999-9999', N'99999999+9999', N'9999999999', N'999999-9999', N'999999+9999') THEN 0 ELSE 1 END AS is_odd,
        CASE WHEN shape IN (N'999999999999', N'99999999-9999', N'99999999+9999') OR found_kind = 1 THEN 1 ELSE 0 END AS is_twelve,
        CASE WHEN shape = N'999999+9999' OR found_kind = 3 THEN 1 ELSE 0 END AS has_plus,
        CASE WHEN shape IN (N'999999999999', N'99999999-9999', N'99999999+9999', N'9999999999', N'999999-9999', N'999999+9999') THEN CAST(REPLACE(REPLACE(person_cell, N'-', N''), N'+', N'') AS BIGINT) ELSE found_digits END AS digits
      FROM #isu_person_cell AS cells LEFT JOIN (
        SELECT cell AS found_cell, kind AS found_kind, digits AS found_digits FROM #isu_person
      ) AS found ON found_cell = person_cell
    ) AS numbers
  ) AS dates
) AS parts
) AS made;

SELECT COALESCE(SUM(CAST(row_count AS BIGINT)), 0) AS filled, COALESCE(SUM(CAST(CASE WHEN is_odd = 0 AND NOT person_kind = 5 THEN row_count ELSE 0 END AS BIGINT)), 0) AS plain, COALESCE(SUM(CAST(CASE WHEN person_kind = 5 THEN row_count ELSE 0 END AS BIGINT)), 0) AS opaque_rows FROM #isu_person_read;

DROP TABLE #isu_person_cell;

SELECT date_cell, COUNT_BIG(*) AS row_count FROM #isu_row WHERE date_cell IS NOT NULL GROUP BY date_cell;

CREATE TABLE #isu_date (cell VARCHAR(8000) COLLATE Latin1_General_100_BIN2_UTF8, kind SMALLINT, day_no INT, ymd INT);

INSERT INTO #isu_date VALUES (N'2017-01-05', 2, 17171, 20170105),
(N'2017-03-05', 2, 17230, 20170305),
(N'2018-03-05', 2, 17595, 20180305),
(N'2018-03-06', 2, 17596, 20180306),
(N'5/3 2017', 2, 17230, 20170305);

SELECT age_cell, COUNT_BIG(*) AS row_count FROM #isu_row WHERE age_cell IS NOT NULL GROUP BY age_cell;

CREATE TABLE #isu_age (cell VARCHAR(8000) COLLATE Latin1_General_100_BIN2_UTF8, age INT);

INSERT INTO #isu_age VALUES (N'53', 53);

SELECT type_cell, COUNT_BIG(*) AS row_count FROM #isu_row WHERE type_cell IS NOT NULL GROUP BY type_cell;

CREATE TABLE #isu_type (cell VARCHAR(8000) COLLATE Latin1_General_100_BIN2_UTF8, place INT, code SMALLINT, is_allowed SMALLINT);

INSERT INTO #isu_type VALUES (N'Anmälan', 1, 2, 1),
(N'Ansökan', 2, 1, 1);

SELECT reason_cell, COUNT_BIG(*) AS row_count FROM #isu_row WHERE reason_cell IS NOT NULL GROUP BY reason_cell;

CREATE TABLE #isu_reason (cell VARCHAR(8000) COLLATE Latin1_General_100_BIN2_UTF8, place INT, code SMALLINT, is_allowed SMALLINT);

INSERT INTO #isu_reason VALUES (N'LOB', 2, 3, 1),
(N'Missbruk/beroende', 1, 0, 1),
(N'Spelberoende', 3, 0, 1);

SELECT referrer_cell, COUNT_BIG(*) AS row_count FROM #isu_row WHERE referrer_cell IS NOT NULL GROUP BY referrer_cell;

CREATE TABLE #isu_referrer (cell VARCHAR(8000) COLLATE Latin1_General_100_BIN2_UTF8, place INT, code SMALLINT, is_allowed SMALLINT);

INSERT INTO #isu_referrer VALUES (N'Den enskilde', 2, 0, 1),
(N'O''Briens', 3, 0, 1),
(N'Polisen', 1, 0, 1);

SELECT organisation_cell, COUNT_BIG(*) AS row_count FROM #isu_row WHERE organisation_cell IS NOT NULL GROUP BY organisation_cell;

CREATE TABLE #isu_organisation (cell VARCHAR(8000) COLLATE Latin1_General_100_BIN2_UTF8, place INT, code SMALLINT, is_allowed SMALLINT);

INSERT INTO #isu_organisation VALUES (N'Barn', 2, 0, 0),
(N'Vuxen', 1, 0, 1);

SELECT investigation_cell, COUNT_BIG(*) AS row_count FROM #isu_row WHERE investigation_cell IS NOT NULL GROUP BY investigation_cell;

CREATE TABLE #isu_investigation (cell VARCHAR(8000) COLLATE Latin1_General_100_BIN2_UTF8, place INT, code SMALLINT, is_allowed SMALLINT);

INSERT INTO #isu_investigation VALUES (N'Ja', 1, 1, 1),
(N'Nej', 2, 2, 1);

SELECT sex_cell, COUNT_BIG(*) AS row_count FROM #isu_row WHERE sex_cell IS NOT NULL GROUP BY sex_cell;

CREATE TABLE #isu_sex (cell VARCHAR(8000) COLLATE Latin1_General_100_BIN2_UTF8, place INT, code SMALLINT, is_allowed SMALLINT);

INSERT INTO #isu_sex VALUES (N'Kvinna', 1, 2, 1),
(N'Man', 2, 1, 1);

SELECT * INTO #isu_reading FROM (
SELECT row_no, person_no, day_no, ymd, CAST(age AS SMALLINT) AS age,
  CAST(type_code * 18 + CASE WHEN given_sex > 0 THEN given_sex ELSE own_sex END * 6 + investigation_code * 2 + CASE WHEN age IS NULL THEN 0 ELSE 1 END AS SMALLINT) AS kind,
  referrer_place, reason_place, organisation_place,
  CAST(wrong_check + CASE WHEN given_sex > 0 AND own_sex > 0 AND given_sex <> own_sex THEN 2 ELSE 0 END + odd_person AS SMALLINT) AS remark,
  CAST(CASE WHEN person_kind IS NULL THEN 1
    WHEN person_kind = 4 THEN 2
    WHEN date_kind IS NULL OR date_kind = 0 THEN 3
    WHEN date_kind = 1 THEN 4
    WHEN day_no < 17167 OR day_no > 19173 THEN 6
    WHEN age < 18 THEN 7
    WHEN NOT (COALESCE(organisation_allowed, 0) = 1) THEN 8
    ELSE 0 END AS SMALLINT) AS fate
FROM (
SELECT row_no, person_no, person_kind, date_kind, COALESCE(day_no, 0) AS day_no, COALESCE(ymd, 0) AS ymd,
  COALESCE(given_age, (ymd - birth + 100000000) / 10000 - 10000) AS age, own_sex, wrong_check, CASE WHEN person_kind = 5 THEN 4 ELSE 0 END AS odd_person,
  COALESCE(sex_code, 0) AS given_sex, CASE WHEN COALESCE(reason_code, 0) = 3 THEN 3 ELSE COALESCE(type_code, 0) END AS type_code, COALESCE(investigation_code, 0) AS investigation_code,
  CAST(COALESCE(referrer_found, 0) AS INT) AS referrer_place, CAST(COALESCE(reason_found, 0) AS INT) AS reason_place, CAST(COALESCE(organisation_found, 0) AS INT) AS organisation_place, organisation_allowed
FROM (
SELECT dated.*,
  CASE WHEN person_kind IN (2, 3) THEN digits + century * CAST(10000000000 AS BIGINT) ELSE digits END AS person_no,
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
FROM #isu_row AS given
LEFT JOIN (SELECT cell AS date_value, kind AS date_kind, day_no, ymd FROM #isu_date) AS of_date ON date_value = date_cell
LEFT JOIN (SELECT cell AS type_value, place AS type_found, code AS type_code, is_allowed AS type_allowed FROM #isu_type) AS of_type ON type_value = type_cell
LEFT JOIN (SELECT cell AS reason_value, place AS reason_found, code AS reason_code, is_allowed AS reason_allowed FROM #isu_reason) AS of_reason ON reason_value = reason_cell
LEFT JOIN (SELECT cell AS referrer_value, place AS referrer_found, code AS referrer_code, is_allowed AS referrer_allowed FROM #isu_referrer) AS of_referrer ON referrer_value = referrer_cell
LEFT JOIN (SELECT cell AS organisation_value, place AS organisation_found, code AS organisation_code, is_allowed AS organisation_allowed FROM #isu_organisation) AS of_organisation ON organisation_value = organisation_cell
LEFT JOIN (SELECT cell AS investigation_value, place AS investigation_found, code AS investigation_code, is_allowed AS investigation_allowed FROM #isu_investigation) AS of_investigation ON investigation_value = investigation_cell
LEFT JOIN (SELECT cell AS sex_value, place AS sex_found, code AS sex_code, is_allowed AS sex_allowed FROM #isu_sex) AS of_sex ON sex_value = sex_cell
LEFT JOIN (SELECT cell AS age_value, age AS given_age FROM #isu_age) AS of_age ON age_value = age_cell
LEFT JOIN (SELECT person_cell AS read_cell, person_kind, digits, birth_date, own_sex, wrong_check FROM #isu_person_read) AS of_person ON read_cell = person_cell
WHERE person_cell IS NOT NULL OR date_kind IS NOT NULL OR type_found IS NOT NULL OR reason_found IS NOT NULL OR referrer_found IS NOT NULL OR organisation_found IS NOT NULL OR investigation_found IS NOT NULL OR sex_found IS NOT NULL OR number_cell IS NOT NULL OR NULLIF(CAST(TRIM(CONCAT(NCHAR(9), NCHAR(10), NCHAR(11), NCHAR(12), NCHAR(13), NCHAR(32), NCHAR(160), NCHAR(5760), NCHAR(8192), NCHAR(8193), NCHAR(8194), NCHAR(8195), NCHAR(8196), NCHAR(8197), NCHAR(8198), NCHAR(8199), NCHAR(8200), NCHAR(8201), NCHAR(8202), NCHAR(8232), NCHAR(8233), NCHAR(8239), NCHAR(8287), NCHAR(12288), NCHAR(65279)) FROM age_cell) AS VARCHAR(8000)) COLLATE Latin1_General_100_BIN2_UTF8, N'') IS NOT NULL) AS given
  ) AS late
) AS dated) AS persons
) AS said
) AS made;

DROP TABLE #isu_person_read;

SELECT * INTO #isu_number FROM (
SELECT number_cell AS number_digest FROM #isu_row GROUP BY number_cell HAVING COUNT(number_cell) > 1
) AS made;

SELECT * INTO #isu_numbered FROM (
SELECT row_no AS numbered_row, number_cell FROM #isu_row AS given JOIN #isu_number AS numbers ON number_digest = number_cell
) AS made;

SELECT * INTO #isu_repeated FROM (
SELECT row_no, fate, number_cell, ROW_NUMBER() OVER (PARTITION BY number_cell, person_no ORDER BY day_no, row_no) AS place
FROM #isu_reading AS reading JOIN #isu_numbered AS numbered ON numbered_row = row_no
WHERE (fate = 0 OR fate > 4)
) AS made;

DROP TABLE #isu_number;

DROP TABLE #isu_numbered;

SELECT * INTO #isu_excluded FROM (
SELECT row_no AS excluded_row, CASE WHEN duplicate_row IS NOT NULL THEN 5 ELSE fate END AS reason_no FROM #isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM #isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate > 0 OR duplicate_row IS NOT NULL
) AS made;

SELECT excluded_row, reason_no FROM #isu_excluded ORDER BY excluded_row;

SELECT row_no, warning FROM (
SELECT row_no, 0 AS warning FROM (SELECT reading.* FROM #isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM #isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used WHERE remark % 2 = 1
UNION ALL
SELECT row_no, 1 AS warning FROM (SELECT reading.* FROM #isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM #isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used WHERE ymd < 19900000 OR day_no > 19357
UNION ALL
SELECT row_no, 4 AS warning FROM (SELECT reading.* FROM #isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM #isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used WHERE remark % 4 > 1
UNION ALL
SELECT row_no, 2 AS warning FROM #isu_repeated AS stays JOIN (
  SELECT number_cell AS shared_number FROM #isu_repeated WHERE place = 1 GROUP BY number_cell HAVING COUNT_BIG(*) > 1
) AS shared ON shared_number = number_cell
WHERE place = 1 AND fate = 0
) AS warned ORDER BY row_no, warning;

SELECT COUNT_BIG(*) AS read_rows, COALESCE(SUM(CAST(CASE WHEN fate = 0 AND duplicate_row IS NULL THEN 1 ELSE 0 END AS BIGINT)), 0) AS used, COALESCE(SUM(CAST(CASE WHEN fate = 0 AND duplicate_row IS NULL AND kind < 18 THEN 1 ELSE 0 END AS BIGINT)), 0) AS missing_0, COALESCE(SUM(CAST(CASE WHEN fate = 0 AND duplicate_row IS NULL AND (kind % 6) / 2 = 0 THEN 1 ELSE 0 END AS BIGINT)), 0) AS missing_1, COALESCE(SUM(CAST(CASE WHEN fate = 0 AND duplicate_row IS NULL AND referrer_place = 0 THEN 1 ELSE 0 END AS BIGINT)), 0) AS missing_2, COALESCE(SUM(CAST(CASE WHEN fate = 0 AND duplicate_row IS NULL AND reason_place = 0 THEN 1 ELSE 0 END AS BIGINT)), 0) AS missing_3 FROM #isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM #isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no;

SELECT row_no FROM (SELECT reading.* FROM #isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM #isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used WHERE (kind % 6) / 2 = 0 ORDER BY row_no OFFSET 0 ROWS FETCH FIRST 20 ROWS ONLY;

DROP TABLE #isu_excluded;

DROP TABLE #isu_row;

CREATE TABLE #isu_kind (kind_no SMALLINT, bits INT);

INSERT INTO #isu_kind VALUES (0, 82961),
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

SELECT * INTO #isu_lathund FROM (
SELECT person_no, actualisations, first_day, last_day, is_active,
  ((last_ymd / 10000) - (first_ymd / 10000)) * 12 + ((last_ymd % 10000) / 100) - ((first_ymd % 10000) / 100) - CASE WHEN last_ymd % 100 < first_ymd % 100 THEN 1 ELSE 0 END AS span,
  CAST(CASE WHEN actualisations >= 12 THEN 4 WHEN actualisations >= 7 THEN 3 WHEN actualisations >= 3 THEN 2 WHEN actualisations >= 2 THEN 1 WHEN actualisations >= 1 THEN 0 ELSE 0 END AS SMALLINT) AS group_no
FROM (
  SELECT person_no, COUNT_BIG(*) AS actualisations, MIN(day_no) AS first_day, MAX(day_no) AS last_day,
    MIN(ymd) AS first_ymd, MAX(ymd) AS last_ymd, MAX(CASE WHEN ymd >= 20170000 AND ymd < 20180000 THEN 1 ELSE 0 END) AS is_active
  FROM (SELECT reading.* FROM #isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM #isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used GROUP BY person_no
) AS of_person
) AS made;

SELECT * INTO #isu_of_person FROM (
SELECT MAX(group_no) AS group_no, MAX(actualisations) AS actualisations, MAX(first_day) AS first_day,
  SUM(CAST(CASE WHEN day_no = first_day THEN 1 ELSE 0 END AS BIGINT)) AS on_first_day,
  MIN(CASE WHEN day_no = first_day THEN NULL ELSE day_no END) AS later_day,
  MIN(CASE WHEN day_no = first_day AND age IS NOT NULL THEN CAST(row_no AS BIGINT) * 16777216 + age + 32768 END) % 16777216 - 32768 AS first_age,
  MIN(CASE WHEN day_no = first_day THEN CAST(row_no AS BIGINT) * 16777216 + referrer_place END) % 16777216 AS return_key,
  MIN(CASE WHEN day_no = first_day THEN row_no END) AS first_row,
  (MAX(bits & 1) + MAX(bits & 2) + MAX(bits & 4) + MAX(bits & 8) + MAX(bits & 16) + MAX(bits & 32) + MAX(bits & 64) + MAX(bits & 128) + MAX(bits & 256) + MAX(bits & 512) + MAX(bits & 1024) + MAX(bits & 2048) + MAX(bits & 4096) + MAX(bits & 8192) + MAX(bits & 16384) + MAX(bits & 32768) + MAX(bits & 65536) + MAX(bits & 131072) + MAX(bits & 262144) + MAX(bits & 524288) + MAX(bits & 1048576) + MAX(bits & 2097152) + MAX(bits & 4194304) + MAX(bits & 8388608) + MAX(bits & 16777216)) AS bits
FROM (SELECT reading.* FROM #isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM #isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used JOIN (SELECT person_no AS known_person, actualisations, first_day, group_no FROM #isu_lathund) AS lathund ON known_person = person_no JOIN #isu_kind AS kinds ON kind_no = kind
GROUP BY person_no
) AS made;

SELECT actualisations, is_active, COUNT_BIG(*) AS persons FROM #isu_lathund GROUP BY actualisations, is_active ORDER BY actualisations, is_active;

SELECT MIN(first_day) AS first_day, MAX(last_day) AS last_day FROM #isu_lathund;

SELECT group_no, kind, age, COUNT_BIG(*) AS n FROM (SELECT reading.* FROM #isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM #isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used JOIN (SELECT person_no AS known_person, actualisations, first_day, group_no FROM #isu_lathund) AS lathund ON known_person = person_no GROUP BY group_no, kind, age ORDER BY group_no, kind, age;

SELECT group_no, referrer_place, SUM(CAST(n AS BIGINT)) AS n, COUNT_BIG(*) AS persons FROM (
  SELECT person_no, group_no, referrer_place, COUNT_BIG(*) AS n FROM (SELECT reading.* FROM #isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM #isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used JOIN (SELECT person_no AS known_person, actualisations, first_day, group_no FROM #isu_lathund) AS lathund ON known_person = person_no WHERE (kind / 18) IN (2, 3) GROUP BY person_no, group_no, referrer_place
) AS of_person GROUP BY group_no, referrer_place ORDER BY group_no, referrer_place;

SELECT row_no FROM (SELECT reading.* FROM #isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM #isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used WHERE remark >= 4 ORDER BY row_no;

SELECT group_no, bits, COUNT_BIG(*) AS persons FROM #isu_of_person GROUP BY group_no, bits ORDER BY group_no, bits;

SELECT group_no, COUNT_BIG(*) AS n, COUNT(DISTINCT person_no) AS persons FROM (SELECT reading.* FROM #isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM #isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used JOIN (SELECT person_no AS known_person, actualisations, first_day, group_no FROM #isu_lathund) AS lathund ON known_person = person_no WHERE (kind / 18) IN (2, 3) AND referrer_place IN (1) GROUP BY group_no ORDER BY group_no;

SELECT yr, SUM(CAST(n AS BIGINT)) AS n, COUNT_BIG(*) AS persons, SUM(CAST(known AS BIGINT)) AS known, SUM(CAST(CASE WHEN known > 0 THEN 1 ELSE 0 END AS BIGINT)) AS known_persons, COALESCE(SUM(CAST(ages AS BIGINT)), 0) AS ages FROM (
  SELECT person_no, ymd / 10000 AS yr, COUNT_BIG(*) AS n, COUNT(age) AS known, SUM(CAST(age AS BIGINT)) AS ages FROM (SELECT reading.* FROM #isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM #isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used GROUP BY person_no, ymd / 10000
) AS of_person GROUP BY yr ORDER BY yr;

SELECT first_age, COUNT_BIG(*) AS persons FROM #isu_of_person GROUP BY first_age ORDER BY first_age;

SELECT span, COUNT_BIG(*) AS persons FROM #isu_lathund GROUP BY span ORDER BY span;

SELECT return_key, days, returned, COUNT_BIG(*) AS persons FROM (
  SELECT return_key, CASE WHEN actualisations > 1 THEN 1 ELSE 0 END AS returned,
    CASE WHEN actualisations = 1 THEN 19173 - first_day WHEN on_first_day > 1 THEN 0 ELSE later_day - first_day END AS days
  FROM #isu_of_person
) AS of_person GROUP BY return_key, days, returned ORDER BY return_key, days, returned;

SELECT * INTO #isu_first FROM (
SELECT days, returned, ((kind % 18) / 6) AS sex_no, (kind / 18) AS type_no, ((kind % 6) / 2) AS investigation_no, referrer_place AS referrer_no, organisation_place AS organisation_no, reason_place AS reason_no, CASE WHEN age >= 65 THEN 5 WHEN age >= 45 THEN 4 WHEN age >= 30 THEN 3 WHEN age >= 18 THEN 2 WHEN age >= 0 THEN 1 ELSE 0 END AS age_no
FROM (SELECT first_row, CASE WHEN actualisations > 1 THEN 1 ELSE 0 END AS returned,
    CASE WHEN actualisations = 1 THEN 19173 - first_day WHEN on_first_day > 1 THEN 0 ELSE later_day - first_day END AS days FROM #isu_of_person) AS persons JOIN (SELECT reading.* FROM #isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM #isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used ON row_no = first_row
) AS made;

SELECT sex_no, days, returned, COUNT_BIG(*) AS persons FROM #isu_first GROUP BY sex_no, days, returned ORDER BY sex_no, days, returned;

SELECT age_no, days, returned, COUNT_BIG(*) AS persons FROM #isu_first GROUP BY age_no, days, returned ORDER BY age_no, days, returned;

SELECT type_no, days, returned, COUNT_BIG(*) AS persons FROM #isu_first GROUP BY type_no, days, returned ORDER BY type_no, days, returned;

SELECT investigation_no, days, returned, COUNT_BIG(*) AS persons FROM #isu_first GROUP BY investigation_no, days, returned ORDER BY investigation_no, days, returned;

SELECT referrer_no, days, returned, COUNT_BIG(*) AS persons FROM #isu_first GROUP BY referrer_no, days, returned ORDER BY referrer_no, days, returned;

SELECT group_no, organisation_place, COUNT_BIG(*) AS n FROM (SELECT reading.* FROM #isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM #isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used JOIN (SELECT person_no AS known_person, actualisations, first_day, group_no FROM #isu_lathund) AS lathund ON known_person = person_no WHERE organisation_place > 0 GROUP BY group_no, organisation_place ORDER BY group_no, organisation_place;

SELECT organisation_no, days, returned, COUNT_BIG(*) AS persons FROM #isu_first GROUP BY organisation_no, days, returned ORDER BY organisation_no, days, returned;

SELECT group_no, reason_place, COUNT_BIG(*) AS n FROM (SELECT reading.* FROM #isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM #isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = row_no WHERE fate = 0 AND duplicate_row IS NULL) AS used JOIN (SELECT person_no AS known_person, actualisations, first_day, group_no FROM #isu_lathund) AS lathund ON known_person = person_no WHERE reason_place > 0 GROUP BY group_no, reason_place ORDER BY group_no, reason_place;

SELECT reason_no, days, returned, COUNT_BIG(*) AS persons FROM #isu_first GROUP BY reason_no, days, returned ORDER BY reason_no, days, returned;

DROP TABLE #isu_first;

DROP TABLE #isu_of_person;

DROP TABLE #isu_lathund;

DROP TABLE #isu_kind;

DROP TABLE #isu_repeated;

DROP TABLE #isu_reading;

DROP TABLE #isu_sex;

DROP TABLE #isu_investigation;

DROP TABLE #isu_organisation;

DROP TABLE #isu_referrer;

DROP TABLE #isu_reason;

DROP TABLE #isu_type;

DROP TABLE #isu_age;

DROP TABLE #isu_date;

DROP TABLE #isu_person;
