/** The calendar years that a review covers, as people write them: `2017–2022`, or `2017, 2021, 2022`. */
import type { Form, Item, Text } from './form.ts';
import { fail, succeed, type Outcome } from '../problem.ts';
import { inLine } from '../register/spelling.ts';

const EARLIEST = 1900;
const LATEST = 2100;
/** As many as a form holds. */
export const MOST_YEARS = 30;

/** Years in a row as first–last, others one by one. */
export function writeYears(years: readonly number[]): string {
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) return '';
  const isUnbroken = years.every((year, at) => year === first + at);
  return years.length > 1 && isUnbroken ? `${String(first)}–${String(last)}` : years.join(', ');
}

/** What a question says of the time it asks about: from the first year to the last. */
export function periodOf(years: readonly number[]): string {
  return years.length > 1 ? `${String(years[0])}–${String(years.at(-1))}` : years.join();
}

/** Calendar years as people write them: `2017–2022`, `2017, 2019 och 2021`. */
export function readYears(text: string): Outcome<readonly number[]> {
  const joined = text.replace(/\s*[-–—]\s*|\s+(?:till|to)\s+/g, '–').replace(/\s(?:och|and)\s/g, ' ');
  const years: number[] = [];
  for (const part of joined.split(/[,;\s]+/)) {
    if (part === '') continue;
    const found = /^(\d{4})(?:–(\d{4}))?$/.exec(part);
    if (!found) return notYears(text);
    const first = Number(found[1]);
    const last = Number(found[2] ?? first);
    if (first < EARLIEST || first > LATEST || last < EARLIEST || last > LATEST) return notYears(text);
    if (last < first) return falling(text);
    for (let year = first; year <= last; year += 1) years.push(year);
  }
  if (years.length === 0) return notYears(text);
  if (years.some((year, at) => at > 0 && year <= years[at - 1]!)) return falling(text);
  if (years.length > MOST_YEARS)
    return fail(
      'form-years',
      `${String(years.length)} år är fler än en granskning rymmer. Ta med högst ${String(MOST_YEARS)}.`,
      `${String(years.length)} years are more than a review holds. Include at most ${String(MOST_YEARS)}.`,
    );
  return succeed(years);
}

/**
 * The same form for other years: the period in its questions and guidance, and the years to choose among.
 *
 * @param years rising
 */
export function withYears(form: Form, years: readonly number[]): Form {
  const from = new RegExp(`\\b${periodOf(form.years).replace('–', '\\s*[–-]\\s*')}\\b`, 'g');
  const to = periodOf(years);
  const inText = ({ sv, en }: Text): Text => ({ sv: sv.replace(from, to), en: en.replace(from, to) });
  const ofItem = (item: Item): Item => ({
    ...item,
    question: inText(item.question),
    guidance: inText(item.guidance),
    ...(item.fact === 'active-years' && {
      codes: [
        ...years.map(String).map((year) => ({ code: year, label: { sv: year, en: year } })),
        ...item.codes.filter(({ missing }) => missing),
      ],
    }),
  });
  return { ...form, years, items: form.items.map(ofItem) };
}

function notYears(text: string) {
  return fail(
    'form-years',
    `«${inLine(text)}» är inte årtal. Skriv dem så här: 2017–2022, eller 2017, 2021, 2022 (${String(EARLIEST)}–${String(LATEST)}).`,
    `"${inLine(text)}" are not calendar years. Write them like this: 2017–2022, or 2017, 2021, 2022 (${String(EARLIEST)}–${String(LATEST)}).`,
  );
}

function falling(text: string) {
  return fail(
    'form-years',
    `Åren «${inLine(text)}» stiger inte, eller något står två gånger. Skriv dem stigande: 2017–2022.`,
    `The years "${inLine(text)}" do not rise, or one stands twice. Write them rising: 2017–2022.`,
  );
}
