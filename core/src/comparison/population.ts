/** Inhabitants by part, from a sheet with a name and a number in each row, whatever else stands in it. */
import { fail, succeed, type Outcome } from '../problem.ts';
import type { CellValue, Sheet } from '../register/sheet.ts';
import { foldBare, inLine, nearest } from '../register/spelling.ts';

/** @returns for each name its number, in the same order; the problem names the first that has none */
export function populationOf(sheet: Sheet, names: readonly string[]): Outcome<readonly number[]> {
  const found = new Map<string, number>();
  const known: string[] = [];
  for (let row = 0; row < sheet.rowCount; row++) {
    const cells = sheet.columns.map(({ codes, value }) => value(codes[row] ?? 0));
    const at = cells.findIndex((cell) => cell !== null);
    if (at < 0) continue;
    const name = String(cells[at]);
    const inhabitants = cells.slice(at + 1).map(wholeNumber);
    const number = inhabitants.find((n) => n !== null);
    if (number === undefined || number === null) continue;
    if (found.has(foldBare(name))) return twice(name);
    found.set(foldBare(name), number);
    known.push(name);
  }
  const numbers: number[] = [];
  for (const name of names) {
    const number = found.get(foldBare(name));
    if (number === undefined) return withoutPopulation(name, known);
    numbers.push(number);
  }
  return succeed(numbers);
}

/**
 * Inhabitants by part, as somebody has filled them in.
 *
 * @param texts for each name what stands in its field; empty is not said
 */
export function inhabitantsOf(
  names: readonly string[],
  texts: readonly string[],
): Outcome<readonly (number | null)[]> {
  const numbers: (number | null)[] = [];
  for (const [at, name] of names.entries()) {
    const text = texts[at]?.trim() ?? '';
    const number = wholeNumber(text);
    if (text !== '' && number === null) return notInhabitants(name, text);
    numbers.push(number);
  }
  return succeed(numbers);
}

/** Spaces between thousands are passed over. */
function wholeNumber(cell: CellValue): number | null {
  const number =
    typeof cell === 'string' && /^\d[\d\s]*$/.test(cell) ? Number(cell.replace(/\s/g, '')) : cell;
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null;
}

function notInhabitants(name: string, text: string) {
  return fail(
    'wrong-population',
    `Antalet invånare för «${inLine(name)}» går inte att läsa: «${inLine(text)}». Skriv ett heltal, till exempel 25 000, eller lämna fältet tomt.`,
    `The number of inhabitants of "${inLine(name)}" cannot be read: "${inLine(text)}". Write a whole number, such as 25 000, or leave the field empty.`,
  );
}

function twice(name: string) {
  return fail(
    'population-twice',
    `Befolkningsfilen har «${inLine(name)}» på två rader. Ta bort den ena.`,
    `The population file has "${inLine(name)}" in two rows. Take one away.`,
  );
}

function withoutPopulation(name: string, known: readonly string[]) {
  const guess = nearest(name, known);
  return fail(
    'no-population',
    `Befolkningsfilen har inget antal invånare för «${inLine(name)}». ${guess === undefined ? 'Den ska ha en rad per del, med namn och antal' : `Närmast är «${inLine(guess)}»`}.`,
    `The population file has no number of inhabitants for "${inLine(name)}". ${guess === undefined ? 'It needs a row for each part, with name and number' : `The nearest is "${inLine(guess)}"`}.`,
  );
}
