/**
 * A personnummer in SQL, by the rules of definitions.md "Person": persons are too many to be asked about one by one.
 *
 * Ten or twelve digits, perhaps with one sign before the last four, are read here: nearly all there are. What is written
 * otherwise is looked up in `isu_person`, where core has said what it means. Only digits are cut out of texts and only
 * whole numbers are reckoned with, so that the same text is right in all engines.
 */
import type { Dialect } from './dialect.ts';

/** What a person's cell is, as numbers. */
export const PERSON = { full: 1, short: 2, centenarian: 3, unidentified: 4, opaque: 5 } as const;

/** What a cell's reading is for the row that it stands in. */
export const PERSON_COLUMNS = [
  'person_kind',
  'wrong_check',
  'digits',
  'ten',
  'birth_year',
  'month_no',
  'day_of_month',
];

const TWELVE = ['999999999999', '99999999-9999', '99999999+9999'];
const TEN = ['9999999999', '999999-9999', '999999+9999'];

/**
 * @param from a query with `person_cell`
 * @param found a table of `cell`, `kind`, `digits`, `wrong_check`: what core has said of cells of other forms
 * @returns the same rows with `person_kind`, `digits` (ten or twelve), `month_day`, `birth_year`, `wrong_check`, `has_form`
 */
export function personReading(dialect: Dialect, from: string, found: string): string {
  const { integer } = dialect.type;
  const among = (values: readonly string[]) => values.map((value) => dialect.text(value)).join(', ');
  const t = (value: string) => dialect.text(value);
  const cut = (start: number, length: number) =>
    `CAST(SUBSTRING(digits, ${String(start)}, ${String(length)}) AS ${integer})`;
  const ten = (at: number) => `SUBSTRING(ten, ${String(at)}, 1)`;
  const twice = (at: number) =>
    `CAST(SUBSTRING(${t('0246813579')}, CAST(${ten(at)} AS ${integer}) + 1, 1) AS ${integer})`;
  const once = (at: number) => `CAST(${ten(at)} AS ${integer})`;
  const luhn = [1, 3, 5, 7, 9].map(twice).concat([2, 4, 6, 8, 10].map(once)).join(' + ');
  return `
SELECT parts.*,
  CASE WHEN is_odd = 1 THEN COALESCE(found_kind, ${String(PERSON.opaque)})
    WHEN last_four = 0 THEN ${String(PERSON.unidentified)}
    WHEN is_birth = 0 THEN ${String(PERSON.opaque)}
    WHEN is_twelve = 1 THEN ${String(PERSON.full)}
    WHEN has_plus = 1 THEN ${String(PERSON.centenarian)}
    ELSE ${String(PERSON.short)} END AS person_kind,
  CASE WHEN is_odd = 1 THEN COALESCE(found_wrong, 0)
    WHEN (${luhn}) % 10 = 0 THEN 0 ELSE 1 END AS wrong_check
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
        CASE WHEN is_twelve = 1 THEN ${cut(1, 4)} ELSE 2000 + ${cut(1, 2)} END AS birth_year,
        CASE WHEN is_twelve = 1 THEN ${cut(5, 2)} ELSE ${cut(3, 2)} END AS month_no,
        CASE WHEN is_twelve = 1 THEN ${cut(7, 2)} ELSE ${cut(5, 2)} END AS written_day,
        CASE WHEN is_twelve = 1 THEN ${cut(9, 4)} ELSE ${cut(7, 4)} END AS last_four,
        CASE WHEN is_twelve = 1 THEN SUBSTRING(digits, 3, 10) ELSE digits END AS ten
      FROM (
        SELECT shapes.*, found_kind, found_wrong,
          CASE WHEN shape IN (${among(TWELVE)}) OR found_kind = ${String(PERSON.full)} THEN 1 ELSE 0 END AS is_twelve,
          CASE WHEN shape = ${t('999999+9999')} THEN 1 ELSE 0 END AS has_plus,
          CASE WHEN shape IN (${among([...TWELVE, ...TEN])}) THEN 0 ELSE 1 END AS is_odd,
          CASE WHEN shape IN (${among([...TWELVE, ...TEN])})
            THEN REPLACE(REPLACE(person_cell, ${t('-')}, ${t('')}), ${t('+')}, ${t('')})
            ELSE found_digits END AS digits
        FROM (
          SELECT given.*, ${shapeOf(dialect, 'person_cell')} AS shape FROM (${from}) AS given
        ) AS shapes LEFT JOIN (
          SELECT cell AS found_cell, kind AS found_kind, digits AS found_digits, wrong_check AS found_wrong FROM ${found}
        ) AS found ON found_cell = person_cell
      ) AS texts
    ) AS numbers
  ) AS days
) AS parts`;
}

/** Every digit as 9. */
function shapeOf(dialect: Dialect, expression: string): string {
  return `TRANSLATE(${expression}, ${dialect.text('0123456789')}, ${dialect.text('9999999999')})`;
}

/**
 * The distinct cells that are written otherwise and may still be a personnummer or nobody: those that begin with a
 * digit (or with the sign that Excel puts before text) and those without any digit.
 */
export function otherPersonCells(dialect: Dialect, rows: string): string {
  const shape = shapeOf(dialect, 'person_cell');
  const t = (value: string) => dialect.text(value);
  return `
SELECT person_cell, COUNT(*) AS row_count
FROM (SELECT person_cell, ${shape} AS shape FROM ${rows} WHERE person_cell IS NOT NULL) AS shapes
WHERE shape NOT IN (${[...TWELVE, ...TEN].map(t).join(', ')})
  AND (SUBSTRING(shape, 1, 1) = ${t('9')} OR SUBSTRING(shape, 1, 1) = ${t("'")} OR shape NOT LIKE ${t('%9%')})
GROUP BY person_cell`;
}

/**
 * Key, birth and sex of rows that have been through `personReading`, joined with the day of the row (`ymd`): without
 * `+` the latest century in which the person is not born after that day, with `+` the latest in which the person turns
 * at least 100 that year. Where the column does not hold personnummer every key is its own text.
 */
export function personKey(dialect: Dialect, from: string, arePersonnummer: boolean): string {
  const { integer, whole } = dialect.type;
  if (!arePersonnummer)
    return `
SELECT given.*, person_cell AS person, 0 AS is_number, ${nothing(integer)} AS birth, 0 AS own_sex FROM (${from}) AS given`;
  const kinds = [PERSON.full, PERSON.short, PERSON.centenarian].join(', ');
  const hundred = `CAST((latest - latest % 1000000) / 1000000 AS ${integer})`;
  const two = `CASE WHEN century < 10 THEN ${dialect.joined(dialect.text('0'), dialect.asText('century'))} ELSE ${dialect.asText('century')} END`;
  return `
SELECT keyed.*,
  CASE WHEN is_number = 0 THEN person_cell
    WHEN person_kind = ${String(PERSON.full)} THEN digits
    ELSE ${dialect.joined(two, 'digits')} END AS person,
  CASE WHEN is_number = 0 THEN ${nothing(integer)}
    WHEN person_kind = ${String(PERSON.full)} THEN birth_year * 10000 + month_no * 100 + day_of_month
    ELSE century * 1000000 + birth_in_century END AS birth,
  CASE WHEN is_number = 0 THEN 0 WHEN CAST(SUBSTRING(ten, 9, 1) AS ${integer}) % 2 = 1 THEN 1 ELSE 2 END AS own_sex
FROM (
  SELECT dated.*,
    CASE WHEN ${hundred} * 1000000 + birth_in_century > latest
      THEN CASE WHEN ${hundred} > 0 THEN ${hundred} - 1 ELSE 0 END ELSE ${hundred} END AS century
  FROM (
    SELECT given.*,
      CASE WHEN person_kind IN (${kinds}) THEN 1 ELSE 0 END AS is_number,
      (birth_year % 100) * 10000 + month_no * 100 + day_of_month AS birth_in_century,
      CASE WHEN person_kind = ${String(PERSON.centenarian)}
        THEN CASE WHEN ymd < 1000000 THEN 0 ELSE CAST((ymd - ymd % 10000) / 10000 - 100 AS ${whole}) * 10000 + 1231 END
        ELSE CAST(ymd AS ${whole}) END AS latest
    FROM (${from}) AS given
  ) AS dated
) AS keyed`;
}

function nothing(type: string): string {
  return `CAST(NULL AS ${type})`;
}
