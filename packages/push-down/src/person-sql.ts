/**
 * A personnummer in SQL, by the rules of definitions.md "Person": persons are too many to be asked about one by one.
 *
 * Ten or twelve digits, perhaps with one sign before the last four, are read here: nearly all there are. What is written
 * otherwise is looked up in `isu_person`, where core has said what it means. Each distinct cell is read once, and only
 * whole numbers are reckoned with, so that the same text is right in all engines.
 */
import type { Dialect } from './dialect.ts';

/** What a person's cell is, as numbers. */
export const PERSON = { full: 1, short: 2, centenarian: 3, unidentified: 4, opaque: 5 } as const;

const TWELVE = ['999999999999', '99999999-9999', '99999999+9999'];
const TEN = ['9999999999', '999999-9999', '999999+9999'];

/**
 * A query of the distinct cells, with how many rows hold each, its form (every digit as 9) and a number of its own.
 * Empty ones are told by their count, since a cell without white space around it is dear to make twice.
 */
export function personCells(dialect: Dialect, rows: string): string {
  const shape = `TRANSLATE(person_cell, ${dialect.text('0123456789')}, ${dialect.text('9999999999')})`;
  return `SELECT person_cell, row_count, ${shape} AS shape, CAST(${dialect.ownNumber} + 1 AS ${dialect.type.whole}) AS cell_no
FROM (SELECT person_cell, ${dialect.count} AS row_count FROM ${rows} GROUP BY person_cell HAVING COUNT(person_cell) > 0) AS cells`;
}

/**
 * The cells that are written otherwise and may still be a personnummer or nobody: those that begin with a digit (or with
 * the sign that Excel puts before text) and those without any digit.
 */
export function otherPersonCells(dialect: Dialect, cells: string): string {
  const t = dialect.text.bind(dialect);
  return `SELECT person_cell, row_count FROM ${cells}
WHERE shape NOT IN (${[...TWELVE, ...TEN].map(t).join(', ')})
  AND (SUBSTRING(shape, 1, 1) = ${t('9')} OR SUBSTRING(shape, 1, 1) = ${t("'")} OR shape NOT LIKE ${t('%9%')})`;
}

/** What each distinct cell says, whatever the row. */
export const PERSON_COLUMNS = ['person_kind', 'digits', 'birth_date', 'own_sex', 'wrong_check'] as const;

/**
 * A query of the distinct cells as they are read: `digits` are the twelve or ten as a number, or the negative number of
 * an opaque key; `birth_date` is year · 10000 + month · 100 + day, the year without its century where there are ten.
 *
 * @param cells a table of what `personCells` gives
 * @param found a table of `cell`, `kind`, `digits`, `wrong_check`: what core has said of cells of other forms
 */
export function personReading(dialect: Dialect, cells: string, found: string): string {
  const { small, integer, whole } = dialect.type;
  const among = (values: readonly string[]) => values.map((value) => dialect.text(value)).join(', ');
  const t = dialect.text.bind(dialect);
  const kinds = (...names: (keyof typeof PERSON)[]) => names.map((name) => PERSON[name]).join(', ');
  const bare = `REPLACE(REPLACE(person_cell, ${t('-')}, ${t('')}), ${t('+')}, ${t('')})`;
  const digit = (place: number) => {
    const above =
      place === 1 ? 'ten_digits' : `(${dialect.quotient('ten_digits', String(10 ** (place - 1)))})`;
    return `${above} % 10`;
  };
  // The tenth digit from the right is the first.
  const once = [1, 3, 5, 7, 9].map(digit);
  const twice = [2, 4, 6, 8, 10].map((place) => {
    const one = digit(place);
    return `2 * (${one}) - CASE WHEN ${one} > 4 THEN 9 ELSE 0 END`;
  });
  const isLeap = '(birth_year % 4 = 0 AND birth_year % 100 <> 0) OR birth_year % 400 = 0';
  const isNumber = `person_kind IN (${kinds('full', 'short', 'centenarian')})`;
  const signed = `CASE WHEN ${isNumber} THEN digits ELSE 0 - cell_no END`;
  return `SELECT person_cell, row_count, is_odd, CAST(person_kind AS ${small}) AS person_kind,
  CAST(${signed} AS ${whole}) AS digits,
  CAST(CASE WHEN ${isNumber} THEN birth_date ELSE 0 END AS ${integer}) AS birth_date,
  CAST(CASE WHEN ${isNumber} THEN CASE WHEN (${dialect.quotient('digits', '10')}) % 2 = 1 THEN 1 ELSE 2 END ELSE 0 END AS ${small}) AS own_sex,
  CAST(CASE WHEN ${isNumber} AND (${[...once, ...twice].join(' + ')}) % 10 <> 0 THEN 1 ELSE 0 END AS ${small}) AS wrong_check
FROM (
  SELECT dates.*, digits % CAST(10000000000 AS ${whole}) AS ten_digits, CASE WHEN is_twelve = 1 THEN birth_year ELSE birth_year - 2000 END * 10000 + month_no * 100 + day_no AS birth_date,
    CASE WHEN found_kind IN (${kinds('unidentified')}) OR (digits IS NOT NULL AND digits % 10000 = 0) THEN ${kinds('unidentified')}
      WHEN digits IS NULL OR month_no < 1 OR month_no > 12 OR day_no < 1 THEN ${kinds('opaque')}
      WHEN is_twelve = 1 AND (birth_year < 1800 OR birth_year > 2099) THEN ${kinds('opaque')}
      WHEN day_no > CASE WHEN month_no = 2 THEN CASE WHEN ${isLeap} THEN 29 ELSE 28 END
        WHEN month_no IN (4, 6, 9, 11) THEN 30 ELSE 31 END THEN ${kinds('opaque')}
      WHEN is_twelve = 1 THEN ${kinds('full')}
      WHEN has_plus = 1 THEN ${kinds('centenarian')}
      ELSE ${kinds('short')} END AS person_kind
  FROM (
    SELECT numbers.*,
      CASE WHEN is_twelve = 1 THEN ${dialect.quotient('digits', '100000000')} ELSE 2000 + ${dialect.quotient('digits', '100000000')} END AS birth_year,
      (${dialect.quotient('digits', '1000000')}) % 100 AS month_no,
      (${dialect.quotient('digits', '10000')}) % 100 - CASE WHEN (${dialect.quotient('digits', '10000')}) % 100 > 60 THEN 60 ELSE 0 END AS day_no
    FROM (
      SELECT person_cell, row_count, cell_no, found_kind,
        CASE WHEN shape IN (${among([...TWELVE, ...TEN])}) THEN 0 ELSE 1 END AS is_odd,
        CASE WHEN shape IN (${among(TWELVE)}) OR found_kind = ${kinds('full')} THEN 1 ELSE 0 END AS is_twelve,
        CASE WHEN shape = ${t('999999+9999')} OR found_kind = ${kinds('centenarian')} THEN 1 ELSE 0 END AS has_plus,
        CASE WHEN shape IN (${among([...TWELVE, ...TEN])}) THEN CAST(${bare} AS ${whole}) ELSE found_digits END AS digits
      FROM ${cells} AS cells LEFT JOIN (
        SELECT cell AS found_cell, kind AS found_kind, digits AS found_digits FROM ${found}
      ) AS found ON found_cell = person_cell
    ) AS numbers
  ) AS dates
) AS parts`;
}

/**
 * Whose a row is, of a row with the columns of `personReading` and its day (`ymd`): without `+` the latest century in
 * which the person is not born after that day, with `+` the latest in which the person turns at least 100 that year.
 * Opaque keys have negative numbers.
 *
 * @param from a query
 * @returns the same with `person_no` and `birth` (null where the number does not tell)
 */
export function personOfRow(dialect: Dialect, from: string): string {
  const hundred = dialect.quotient('latest', '1000000');
  return `
SELECT dated.*,
  CASE WHEN person_kind IN (${String(PERSON.short)}, ${String(PERSON.centenarian)}) THEN digits + century * CAST(10000000000 AS ${dialect.type.whole}) ELSE digits END AS person_no,
  CASE WHEN person_kind IN (${String(PERSON.short)}, ${String(PERSON.centenarian)}) THEN birth_date + century * 1000000
    WHEN person_kind = ${String(PERSON.full)} THEN birth_date END AS birth
FROM (
  SELECT late.*,
    CASE WHEN (${hundred}) * 1000000 + birth_date <= latest THEN ${hundred}
      WHEN latest >= 1000000 THEN ${hundred} - 1 ELSE 0 END AS century
  FROM (
    SELECT given.*,
      CASE WHEN person_kind <> ${String(PERSON.centenarian)} THEN ymd
        WHEN ymd < 1000000 THEN 0 ELSE ymd - ymd % 10000 - 1000000 + 1231 END AS latest
    FROM (${from}) AS given
  ) AS late
) AS dated`;
}
