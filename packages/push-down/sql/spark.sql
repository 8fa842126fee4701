-- The lathund and what its tables count, for Spark.
-- NOT RUN: held against a parser of the dialect, and never run in the engine itself. Try it on made-up rows first.

DROP TABLE IF EXISTS isu_row;

DROP TABLE IF EXISTS isu_date;

DROP TABLE IF EXISTS isu_type;

DROP TABLE IF EXISTS isu_reason;

DROP TABLE IF EXISTS isu_referrer;

DROP TABLE IF EXISTS isu_organisation;

DROP TABLE IF EXISTS isu_investigation;

DROP TABLE IF EXISTS isu_sex;

DROP TABLE IF EXISTS isu_age;

DROP TABLE IF EXISTS isu_person;

DROP TABLE IF EXISTS isu_person_cell;

DROP TABLE IF EXISTS isu_reading;

DROP TABLE IF EXISTS isu_repeated;

DROP TABLE IF EXISTS isu_fate;

DROP TABLE IF EXISTS isu_used;

DROP TABLE IF EXISTS isu_lathund;

DROP TABLE IF EXISTS isu_kind;

DROP TABLE IF EXISTS isu_counted;

DROP TABLE IF EXISTS isu_of_person;

DROP TABLE IF EXISTS isu_first;

CREATE TABLE isu_row USING parquet AS
SELECT row_no, cell_0 AS person_cell, cell_2 AS date_cell, cell_1 AS number_cell, cell_4 AS type_cell, cell_3 AS reason_cell, cell_5 AS referrer_cell, cell_6 AS organisation_cell, cell_7 AS investigation_cell, cell_8 AS sex_cell, cell_9 AS age_cell
FROM (SELECT n AS row_no, NULLIF(TRIM(BOTH '\u0009\u000a\u000b\u000c\u000d\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff' FROM CAST(c0 AS STRING)), '') AS cell_0, NULLIF(TRIM(BOTH '\u0009\u000a\u000b\u000c\u000d\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff' FROM CAST(c1 AS STRING)), '') AS cell_1, NULLIF(TRIM(BOTH '\u0009\u000a\u000b\u000c\u000d\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff' FROM CAST(c2 AS STRING)), '') AS cell_2, NULLIF(TRIM(BOTH '\u0009\u000a\u000b\u000c\u000d\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff' FROM CAST(c3 AS STRING)), '') AS cell_3, NULLIF(TRIM(BOTH '\u0009\u000a\u000b\u000c\u000d\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff' FROM CAST(c4 AS STRING)), '') AS cell_4, NULLIF(TRIM(BOTH '\u0009\u000a\u000b\u000c\u000d\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff' FROM CAST(c5 AS STRING)), '') AS cell_5, NULLIF(TRIM(BOTH '\u0009\u000a\u000b\u000c\u000d\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff' FROM CAST(c6 AS STRING)), '') AS cell_6, NULLIF(TRIM(BOTH '\u0009\u000a\u000b\u000c\u000d\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff' FROM CAST(c7 AS STRING)), '') AS cell_7, NULLIF(TRIM(BOTH '\u0009\u000a\u000b\u000c\u000d\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff' FROM CAST(c8 AS STRING)), '') AS cell_8, NULLIF(TRIM(BOTH '\u0009\u000a\u000b\u000c\u000d\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff' FROM CAST(c9 AS STRING)), '') AS cell_9 FROM register_rows) AS given
WHERE (cell_0 IS NOT NULL OR cell_1 IS NOT NULL OR cell_2 IS NOT NULL OR cell_3 IS NOT NULL OR cell_4 IS NOT NULL OR cell_5 IS NOT NULL OR cell_6 IS NOT NULL OR cell_7 IS NOT NULL OR cell_8 IS NOT NULL OR cell_9 IS NOT NULL) AND row_no >= 2;

SELECT person_cell, COUNT(*) AS row_count
FROM (SELECT person_cell, TRANSLATE(person_cell, '0123456789', '9999999999') AS shape FROM isu_row WHERE person_cell IS NOT NULL) AS shapes
WHERE shape NOT IN ('999999999999', '99999999-9999', '99999999+9999', '9999999999', '999999-9999', '999999+9999')
  AND (SUBSTRING(shape, 1, 1) = '9' OR SUBSTRING(shape, 1, 1) = '\u0027' OR shape NOT LIKE '%9%')
GROUP BY person_cell;

CREATE TABLE isu_person (cell STRING, kind INT, digits STRING, wrong_check INT) USING parquet;

INSERT INTO isu_person VALUES ('\u0027196408233234', 1, '196408233234', 0),
('19640823', 4, NULL, 0);

CREATE TABLE isu_person_cell USING parquet AS
SELECT person_cell, row_count, is_odd, person_kind, wrong_check, digits, ten, birth_year, month_no, day_of_month FROM (
SELECT parts.*,
  CASE WHEN is_odd = 1 THEN COALESCE(found_kind, 5)
    WHEN last_four = 0 THEN 4
    WHEN is_birth = 0 THEN 5
    WHEN is_twelve = 1 THEN 1
    WHEN has_plus = 1 THEN 3
    ELSE 2 END AS person_kind,
  CASE WHEN is_odd = 1 THEN COALESCE(found_wrong, 0)
    WHEN (CAST(SUBSTRING('0246813579', CAST(SUBSTRING(ten, 1, 1) AS INT) + 1, 1) AS INT) + CAST(SUBSTRING('0246813579', CAST(SUBSTRING(ten, 3, 1) AS INT) + 1, 1) AS INT) + CAST(SUBSTRING('0246813579', CAST(SUBSTRING(ten, 5, 1) AS INT) + 1, 1) AS INT) + CAST(SUBSTRING('0246813579', CAST(SUBSTRING(ten, 7, 1) AS INT) + 1, 1) AS INT) + CAST(SUBSTRING('0246813579', CAST(SUBSTRING(ten, 9, 1) AS INT) + 1, 1) AS INT) + CAST(SUBSTRING(ten, 2, 1) AS INT) + CAST(SUBSTRING(ten, 4, 1) AS INT) + CAST(SUBSTRING(ten, 6, 1) AS INT) + CAST(SUBSTRING(ten, 8, 1) AS INT) + CAST(SUBSTRING(ten, 10, 1) AS INT)) % 10 = 0 THEN 0 ELSE 1 END AS wrong_check
FROM (
  SELECT days.*,
    CASE WHEN month_no < 1 OR month_no > 12 OR day_of_month < 1 THEN 0
      WHEN is_twelve = 1 AND (birth_year < 1800 OR birth_year > 2099) THEN 0
      WHEN day_of_month > CASE
        WHEN month_no = 2 THEN CASE WHEN (birth_year % 4 = 0 AND birth_year % 100 <> 0) OR birth_year % 400 = 0 THEN 29 ELSE 28 END
        WHEN month_no IN (4, 6, 9, 11) THEN 30 ELSE 31 END THEN 0
      ELSE 1 END AS is_birth
  FROM (
    SELECT numbers.*, CASE WHEN written_day > 60 THEN written_day - 60 ELSE written_day END AS day_of_month
    FROM (
      SELECT texts.*,
        CASE WHEN is_twelve = 1 THEN CAST(SUBSTRING(digits, 1, 4) AS INT) ELSE 2000 + CAST(SUBSTRING(digits, 1, 2) AS INT) END AS birth_year,
        CASE WHEN is_twelve = 1 THEN CAST(SUBSTRING(digits, 5, 2) AS INT) ELSE CAST(SUBSTRING(digits, 3, 2) AS INT) END AS month_no,
        CASE WHEN is_twelve = 1 THEN CAST(SUBSTRING(digits, 7, 2) AS INT) ELSE CAST(SUBSTRING(digits, 5, 2) AS INT) END AS written_day,
        CASE WHEN is_twelve = 1 THEN CAST(SUBSTRING(digits, 9, 4) AS INT) ELSE CAST(SUBSTRING(digits, 7, 4) AS INT) END AS last_four,
        CASE WHEN is_twelve = 1 THEN SUBSTRING(digits, 3, 10) ELSE digits END AS ten
      FROM (
        SELECT shapes.*, found_kind, found_wrong,
          CASE WHEN shape IN ('999999999999', '99999999-9999', '99999999+9999') OR found_kind = 1 THEN 1 ELSE 0 END AS is_twelve,
          CASE WHEN shape = '999999+9999' THEN 1 ELSE 0 END AS has_plus,
          CASE WHEN shape IN ('999999999999', '99999999-9999', '99999999+9999', '9999999999', '999999-9999', '999999+9999') THEN 0 ELSE 1 END AS is_odd,
          CASE WHEN shape IN ('999999999999', '99999999-9999', '99999999+9999', '9999999999', '999999-9999', '999999+9999')
            THEN REPLACE(REPLACE(person_cell, '-', ''), '+', '')
            ELSE found_digits END AS digits
        FROM (
          SELECT given.*, TRANSLATE(person_cell, '0123456789', '9999999999') AS shape FROM (SELECT person_cell, COUNT(*) AS row_count FROM isu_row WHERE person_cell IS NOT NULL GROUP BY person_cell) AS given
        ) AS shapes LEFT JOIN (
          SELECT cell AS found_cell, kind AS found_kind, digits AS found_digits, wrong_check AS found_wrong FROM isu_person
        ) AS found ON found_cell = person_cell
      ) AS texts
    ) AS numbers
  ) AS days
) AS parts) AS read_cells;

SELECT COALESCE(SUM(row_count), 0) AS filled, COALESCE(SUM(CASE WHEN is_odd = 0 AND person_kind <> 5 THEN row_count ELSE 0 END), 0) AS plain,
  COALESCE(SUM(CASE WHEN person_kind = 5 THEN row_count ELSE 0 END), 0) AS opaque_rows
FROM isu_person_cell;

SELECT date_cell, COUNT(*) AS row_count FROM isu_row WHERE date_cell IS NOT NULL GROUP BY date_cell;

CREATE TABLE isu_date (cell STRING, kind INT, day_no INT, ymd INT) USING parquet;

INSERT INTO isu_date VALUES ('2017-01-05', 2, 17171, 20170105),
('2017-03-05', 2, 17230, 20170305),
('2018-03-05', 2, 17595, 20180305),
('2018-03-06', 2, 17596, 20180306),
('5/3 2017', 2, 17230, 20170305);

SELECT age_cell, COUNT(*) AS row_count FROM isu_row WHERE age_cell IS NOT NULL GROUP BY age_cell;

CREATE TABLE isu_age (cell STRING, age INT) USING parquet;

INSERT INTO isu_age VALUES ('53', 53);

SELECT type_cell, COUNT(*) AS row_count FROM isu_row WHERE type_cell IS NOT NULL GROUP BY type_cell;

CREATE TABLE isu_type (cell STRING, place INT, code INT, is_allowed INT) USING parquet;

INSERT INTO isu_type VALUES ('Anmälan', 1, 2, 1),
('Ansökan', 2, 1, 1);

SELECT reason_cell, COUNT(*) AS row_count FROM isu_row WHERE reason_cell IS NOT NULL GROUP BY reason_cell;

CREATE TABLE isu_reason (cell STRING, place INT, code INT, is_allowed INT) USING parquet;

INSERT INTO isu_reason VALUES ('LOB', 2, 3, 1),
('Missbruk/beroende', 1, 0, 1),
('Spelberoende', 3, 0, 1);

SELECT referrer_cell, COUNT(*) AS row_count FROM isu_row WHERE referrer_cell IS NOT NULL GROUP BY referrer_cell;

CREATE TABLE isu_referrer (cell STRING, place INT, code INT, is_allowed INT) USING parquet;

INSERT INTO isu_referrer VALUES ('Den enskilde', 2, 0, 1),
('O\u0027Briens', 3, 0, 1),
('Polisen', 1, 0, 1);

SELECT organisation_cell, COUNT(*) AS row_count FROM isu_row WHERE organisation_cell IS NOT NULL GROUP BY organisation_cell;

CREATE TABLE isu_organisation (cell STRING, place INT, code INT, is_allowed INT) USING parquet;

INSERT INTO isu_organisation VALUES ('Barn', 2, 0, 0),
('Vuxen', 1, 0, 1);

SELECT investigation_cell, COUNT(*) AS row_count FROM isu_row WHERE investigation_cell IS NOT NULL GROUP BY investigation_cell;

CREATE TABLE isu_investigation (cell STRING, place INT, code INT, is_allowed INT) USING parquet;

INSERT INTO isu_investigation VALUES ('Ja', 1, 1, 1),
('Nej', 2, 2, 1);

SELECT sex_cell, COUNT(*) AS row_count FROM isu_row WHERE sex_cell IS NOT NULL GROUP BY sex_cell;

CREATE TABLE isu_sex (cell STRING, place INT, code INT, is_allowed INT) USING parquet;

INSERT INTO isu_sex VALUES ('Kvinna', 1, 2, 1),
('Man', 2, 1, 1);

CREATE TABLE isu_reading USING parquet AS
SELECT row_no, person, is_number, COALESCE(day_no, 0) AS day_no, COALESCE(ymd, 0) AS ymd,
  COALESCE(given_age, CASE WHEN birth IS NULL OR ymd IS NULL THEN NULL ELSE CAST(FLOOR((ymd - birth) / 10000.0) AS INT) END) AS age,
  own_sex, COALESCE(sex_code, 0) AS given_sex,
  CASE WHEN COALESCE(reason_code, 0) = 3 THEN 3 ELSE COALESCE(type_code, 0) END AS type_code,
  COALESCE(investigation_code, 0) AS investigation_code,
  COALESCE(referrer_found, 0) AS referrer_place, COALESCE(reason_found, 0) AS reason_place, COALESCE(organisation_found, 0) AS organisation_place,
  CASE WHEN is_number = 1 OR 1 = 0 THEN 0 ELSE 1 END AS is_odd_person,
  CASE WHEN is_number = 1 THEN wrong_check ELSE 0 END AS wrong_check,
  CASE WHEN COALESCE(organisation_allowed, 0) = 1 THEN 1 ELSE 0 END AS is_allowed,
  CASE WHEN person_cell IS NULL THEN 1
    WHEN person_kind = 4 THEN 2
    WHEN date_kind IS NULL OR date_kind = 0 THEN 3
    WHEN date_kind = 1 THEN 4 ELSE 0 END AS fate, number_cell
FROM (
SELECT keyed.*,
  CASE WHEN is_number = 0 THEN person_cell
    WHEN person_kind = 1 THEN digits
    ELSE CONCAT(CASE WHEN century < 10 THEN CONCAT('0', CAST(century AS STRING)) ELSE CAST(century AS STRING) END, digits) END AS person,
  CASE WHEN is_number = 0 THEN CAST(NULL AS INT)
    WHEN person_kind = 1 THEN birth_year * 10000 + month_no * 100 + day_of_month
    ELSE century * 1000000 + birth_in_century END AS birth,
  CASE WHEN is_number = 0 THEN 0 WHEN CAST(SUBSTRING(ten, 9, 1) AS INT) % 2 = 1 THEN 1 ELSE 2 END AS own_sex
FROM (
  SELECT dated.*,
    CASE WHEN CAST((latest - latest % 1000000) / 1000000 AS INT) * 1000000 + birth_in_century > latest
      THEN CASE WHEN CAST((latest - latest % 1000000) / 1000000 AS INT) > 0 THEN CAST((latest - latest % 1000000) / 1000000 AS INT) - 1 ELSE 0 END ELSE CAST((latest - latest % 1000000) / 1000000 AS INT) END AS century
  FROM (
    SELECT given.*,
      CASE WHEN person_kind IN (1, 2, 3) THEN 1 ELSE 0 END AS is_number,
      (birth_year % 100) * 10000 + month_no * 100 + day_of_month AS birth_in_century,
      CASE WHEN person_kind = 3
        THEN CASE WHEN ymd < 1000000 THEN 0 ELSE CAST((ymd - ymd % 10000) / 10000 - 100 AS BIGINT) * 10000 + 1231 END
        ELSE CAST(ymd AS BIGINT) END AS latest
    FROM (SELECT given.*, person_kind, wrong_check, digits, ten, birth_year, month_no, day_of_month FROM (SELECT given.*, date_kind, day_no, ymd, type_found, type_code, type_allowed, reason_found, reason_code, reason_allowed, referrer_found, referrer_code, referrer_allowed, organisation_found, organisation_code, organisation_allowed, investigation_found, investigation_code, investigation_allowed, sex_found, sex_code, sex_allowed, given_age
FROM isu_row AS given
LEFT JOIN (SELECT cell AS date_value, kind AS date_kind, day_no, ymd FROM isu_date) AS of_date ON date_value = date_cell
LEFT JOIN (SELECT cell AS type_value, place AS type_found, code AS type_code, is_allowed AS type_allowed FROM isu_type) AS of_type ON type_value = type_cell
LEFT JOIN (SELECT cell AS reason_value, place AS reason_found, code AS reason_code, is_allowed AS reason_allowed FROM isu_reason) AS of_reason ON reason_value = reason_cell
LEFT JOIN (SELECT cell AS referrer_value, place AS referrer_found, code AS referrer_code, is_allowed AS referrer_allowed FROM isu_referrer) AS of_referrer ON referrer_value = referrer_cell
LEFT JOIN (SELECT cell AS organisation_value, place AS organisation_found, code AS organisation_code, is_allowed AS organisation_allowed FROM isu_organisation) AS of_organisation ON organisation_value = organisation_cell
LEFT JOIN (SELECT cell AS investigation_value, place AS investigation_found, code AS investigation_code, is_allowed AS investigation_allowed FROM isu_investigation) AS of_investigation ON investigation_value = investigation_cell
LEFT JOIN (SELECT cell AS sex_value, place AS sex_found, code AS sex_code, is_allowed AS sex_allowed FROM isu_sex) AS of_sex ON sex_value = sex_cell
LEFT JOIN (SELECT cell AS age_value, age AS given_age FROM isu_age) AS of_age ON age_value = age_cell) AS given
LEFT JOIN (SELECT person_cell AS read_cell, person_kind, wrong_check, digits, ten, birth_year, month_no, day_of_month FROM isu_person_cell) AS of_person ON read_cell = person_cell) AS given
  ) AS dated
) AS keyed) AS said;

CREATE TABLE isu_repeated USING parquet AS
SELECT row_no, rows_of_number.number_cell, ROW_NUMBER() OVER (PARTITION BY rows_of_number.number_cell, person ORDER BY day_no, row_no) AS place
FROM isu_reading AS rows_of_number JOIN (
  SELECT number_cell AS repeated_number FROM isu_reading
  WHERE fate = 0 AND number_cell IS NOT NULL GROUP BY number_cell HAVING COUNT(*) > 1
) AS repeated ON repeated_number = rows_of_number.number_cell
WHERE fate = 0;

CREATE TABLE isu_fate USING parquet AS
SELECT row_no, person, is_number, day_no, ymd, age, own_sex, given_sex, type_code, investigation_code, referrer_place, reason_place, organisation_place, is_odd_person, wrong_check, fate, CASE WHEN fate > 0 THEN fate WHEN duplicate_row IS NOT NULL THEN 5 WHEN day_no < 17167 OR day_no > 19173 THEN 6 WHEN age < 18 THEN 7 WHEN is_allowed = 0 THEN 8 ELSE 0 END AS reason_no FROM isu_reading AS reading LEFT JOIN (SELECT row_no AS duplicate_row FROM isu_repeated WHERE place > 1) AS duplicates ON duplicate_row = reading.row_no;

CREATE TABLE isu_kind (kind_no INT, bits INT) USING parquet;

INSERT INTO isu_kind VALUES (0, 82961),
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

CREATE TABLE isu_used USING parquet AS
SELECT row_no, person, is_number, day_no, ymd, CAST((ymd - ymd % 10000) / 10000 AS INT) AS yr, age, sex_code, type_code,
  investigation_code, referrer_place, reason_place, organisation_place, is_odd_person,
  type_code * 18 + sex_code * 6 + investigation_code * 2 + CASE WHEN age IS NULL THEN 0 ELSE 1 END AS kind
FROM (
  SELECT fates.*, CASE WHEN given_sex > 0 THEN given_sex ELSE own_sex END AS sex_code
  FROM isu_fate AS fates WHERE reason_no = 0
) AS used_rows;

CREATE TABLE isu_lathund USING parquet AS
SELECT person, is_number, actualisations, first_day, last_day, is_active,
  CAST(((last_ymd - last_ymd % 10000) / 10000 - (first_ymd - first_ymd % 10000) / 10000) * 12 + (last_ymd % 10000 - last_ymd % 100) / 100 - (first_ymd % 10000 - first_ymd % 100) / 100 AS INT) - CASE WHEN last_ymd % 100 < first_ymd % 100 THEN 1 ELSE 0 END AS span,
  CASE WHEN actualisations >= 12 THEN 4 WHEN actualisations >= 7 THEN 3 WHEN actualisations >= 3 THEN 2 WHEN actualisations >= 2 THEN 1 WHEN actualisations >= 1 THEN 0 ELSE 0 END AS group_no
FROM (
  SELECT person, MAX(is_number) AS is_number, COUNT(*) AS actualisations, MIN(day_no) AS first_day, MAX(day_no) AS last_day,
    MIN(ymd) AS first_ymd, MAX(ymd) AS last_ymd, MAX(CASE WHEN yr = 2017 THEN 1 ELSE 0 END) AS is_active
  FROM isu_used GROUP BY person
) AS of_person;

CREATE TABLE isu_counted USING parquet AS
SELECT rows_of_person.person, group_no, kind, type_code, yr, age, referrer_place, COUNT(*) AS n
FROM isu_used AS rows_of_person JOIN isu_lathund AS lathund ON lathund.person = rows_of_person.person
GROUP BY rows_of_person.person, group_no, kind, type_code, yr, age, referrer_place;

CREATE TABLE isu_of_person USING parquet AS
SELECT rows_of_person.person, MAX(actualisations) AS actualisations, MAX(first_day) AS first_day,
  SUM(CASE WHEN rows_of_person.day_no = first_day THEN 1 ELSE 0 END) AS on_first_day,
  MIN(CASE WHEN rows_of_person.day_no = first_day THEN NULL ELSE rows_of_person.day_no END) AS later_day,
  MIN(CASE WHEN rows_of_person.day_no = first_day AND age IS NOT NULL THEN CAST(row_no AS BIGINT) * 16777216 + age + 32768 END) % 16777216 - 32768 AS first_age,
  MIN(CASE WHEN rows_of_person.day_no = first_day THEN CAST(row_no AS BIGINT) * 16777216 + referrer_place END) % 16777216 AS return_key
FROM isu_used AS rows_of_person JOIN isu_lathund AS lathund ON lathund.person = rows_of_person.person
GROUP BY rows_of_person.person;

SELECT row_no, reason_no FROM isu_fate WHERE reason_no > 0 ORDER BY row_no;

SELECT row_no, warning FROM (
SELECT row_no, 0 AS warning FROM isu_fate WHERE reason_no = 0 AND wrong_check = 1
UNION ALL
SELECT row_no, 1 AS warning FROM isu_fate WHERE reason_no = 0 AND (ymd < 19900000 OR day_no > 19357)
UNION ALL
SELECT row_no, 4 AS warning FROM isu_fate WHERE reason_no = 0 AND given_sex > 0 AND own_sex > 0 AND given_sex <> own_sex
UNION ALL
SELECT stays.row_no, 2 AS warning FROM isu_repeated AS stays JOIN (
  SELECT number_cell AS shared_number FROM isu_repeated WHERE place = 1 GROUP BY number_cell HAVING COUNT(*) > 1
) AS shared ON shared_number = stays.number_cell JOIN isu_fate AS fates ON fates.row_no = stays.row_no
WHERE stays.place = 1 AND fates.reason_no = 0
) AS warned ORDER BY row_no, warning;

SELECT COUNT(*) AS read_rows FROM isu_row;

SELECT COUNT(*) AS used FROM isu_used;

SELECT COUNT(*) AS row_count FROM isu_used WHERE type_code = 0;

SELECT COUNT(*) AS row_count FROM isu_used WHERE investigation_code = 0;

SELECT row_no FROM isu_used WHERE investigation_code = 0 ORDER BY row_no LIMIT 20;

SELECT COUNT(*) AS row_count FROM isu_used WHERE referrer_place = 0;

SELECT COUNT(*) AS row_count FROM isu_used WHERE reason_place = 0;

SELECT actualisations, is_active, COUNT(*) AS persons FROM isu_lathund GROUP BY actualisations, is_active ORDER BY actualisations, is_active;

SELECT MIN(first_day) AS first_day, MAX(last_day) AS last_day FROM isu_lathund;

SELECT group_no, kind, age, SUM(n) AS n FROM isu_counted GROUP BY group_no, kind, age ORDER BY group_no, kind, age;

SELECT row_no FROM isu_used WHERE is_odd_person = 1 ORDER BY row_no;

SELECT group_no, bits, COUNT(*) AS persons FROM (
  SELECT person, group_no, bit_or(bits) AS bits
  FROM isu_counted AS counted JOIN isu_kind AS of_kind ON of_kind.kind_no = counted.kind GROUP BY person, group_no
) AS of_person GROUP BY group_no, bits ORDER BY group_no, bits;

SELECT group_no, referrer_place, SUM(n) AS n, COUNT(*) AS persons FROM (SELECT person, group_no, referrer_place, SUM(n) AS n FROM isu_counted WHERE type_code IN (2, 3) GROUP BY person, group_no, referrer_place) AS of_person GROUP BY group_no, referrer_place ORDER BY group_no, referrer_place;

SELECT group_no, SUM(n) AS n, COUNT(DISTINCT person) AS persons FROM (SELECT person, group_no, referrer_place, SUM(n) AS n FROM isu_counted WHERE type_code IN (2, 3) GROUP BY person, group_no, referrer_place) AS of_person WHERE referrer_place IN (
  SELECT referrer_place FROM (SELECT person, group_no, referrer_place, SUM(n) AS n FROM isu_counted WHERE type_code IN (2, 3) GROUP BY person, group_no, referrer_place) AS of_referrer WHERE referrer_place > 0 GROUP BY referrer_place HAVING COUNT(*) < 5
) GROUP BY group_no ORDER BY group_no;

SELECT yr, SUM(n) AS n, COUNT(*) AS persons, SUM(known) AS known, SUM(CASE WHEN known > 0 THEN 1 ELSE 0 END) AS known_persons, SUM(ages) AS ages FROM (
  SELECT person, yr, SUM(n) AS n, SUM(CASE WHEN age IS NULL THEN 0 ELSE n END) AS known, SUM(COALESCE(age, 0) * n) AS ages FROM isu_counted GROUP BY person, yr
) AS of_person GROUP BY yr ORDER BY yr;

SELECT first_age, COUNT(*) AS persons FROM isu_of_person GROUP BY first_age ORDER BY first_age;

SELECT span, COUNT(*) AS persons FROM isu_lathund GROUP BY span ORDER BY span;

SELECT return_key, days, returned, COUNT(*) AS persons FROM (
  SELECT return_key, CASE WHEN actualisations > 1 THEN 1 ELSE 0 END AS returned,
    CASE WHEN actualisations = 1 THEN 19173 - first_day WHEN on_first_day > 1 THEN 0 ELSE later_day - first_day END AS days
  FROM isu_of_person
) AS of_person GROUP BY return_key, days, returned ORDER BY return_key, days, returned;

DROP TABLE IF EXISTS isu_row;

DROP TABLE IF EXISTS isu_date;

DROP TABLE IF EXISTS isu_type;

DROP TABLE IF EXISTS isu_reason;

DROP TABLE IF EXISTS isu_referrer;

DROP TABLE IF EXISTS isu_organisation;

DROP TABLE IF EXISTS isu_investigation;

DROP TABLE IF EXISTS isu_sex;

DROP TABLE IF EXISTS isu_age;

DROP TABLE IF EXISTS isu_person;

DROP TABLE IF EXISTS isu_person_cell;

DROP TABLE IF EXISTS isu_reading;

DROP TABLE IF EXISTS isu_repeated;

DROP TABLE IF EXISTS isu_fate;

DROP TABLE IF EXISTS isu_used;

DROP TABLE IF EXISTS isu_lathund;

DROP TABLE IF EXISTS isu_kind;

DROP TABLE IF EXISTS isu_counted;

DROP TABLE IF EXISTS isu_of_person;

DROP TABLE IF EXISTS isu_first;
