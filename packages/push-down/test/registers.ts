/** Registers at random, with all that a register can hold of awkward. */
import fc from 'fast-check';
import type { Rows } from './both.ts';

const two = (n: number) => String(n).padStart(2, '0');

const birth = fc
  .tuple(
    fc.integer({ min: 1915, max: 2008 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, day]) => ({ year, month, day }));

/** Few persons, so that they come back, each in several notations. */
const person = fc
  .tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 11 }))
  .map(([who, how]) => {
    const year = 1925 + ((who * 37) % 84);
    const [month, day] = [1 + ((who * 5) % 12), 1 + ((who * 11) % 28)];
    const last = `${String(2 + (who % 7))}${two((who * 13) % 100)}${String((who * 3) % 10)}`;
    const yymmdd = two(year % 100) + two(month) + two(day);
    const eight = String(year) + two(month) + two(day);
    const samordning = String(year) + two(month) + String(day + 60);
    return [
      eight + last,
      eight + last,
      `${eight}-${last}`,
      yymmdd + last,
      `${yymmdd}-${last}`,
      `${yymmdd}+${last}`,
      ` ${eight}-${last}\u00a0`,
      `${samordning}-${last}`,
      `'${eight}${last}`,
      `${eight} - ${last}`,
      `${eight}–${last}`,
      String(Number(yymmdd + last)),
    ][how]!;
  });

const oddPerson = fc.oneof(
  birth.map(({ year, month, day }) => `${String(year)}${two(month)}${two(day)}-0000`),
  birth.map(({ year, month, day }) => `${String(year)}${two(month)}${two(day)}-TF12`),
  birth.map(({ year, month, day }) => `${String(year)}${two(month)}${two(day)}`),
  fc.constantFrom(
    '19811218-9876',
    '811218-9876',
    '811218+9876',
    '000229-1234',
    '010229-1234',
    '17991231-1234',
    '21000101-1234',
    '19811318-9876',
    '19810230-9876',
    '19810260-9876',
    '19810261-9876',
    '198112189876-',
    '8112189876 ',
    'Okänd',
    'okand',
    'OK?ND',
    'NULL',
    '-',
    '…',
    'Kalle',
    'kalle',
    'K-1234',
    'å-1',
    'Å-1',
    '1,97001011234E+11',
    '1,97E+11',
    '123456',
    '12345',
    '000000000000',
    "O'Brien",
    'a\\b',
    '٣٤٥٦٧٨٩٠١٢',
  ),
  fc.string({ maxLength: 6 }).map((text) => text.replaceAll('\0', '')),
);

const opaque = fc.integer({ min: 0, max: 12 }).map((n) => `k${String(n * 7919)}`);

const day = fc
  .tuple(
    fc.integer({ min: 2016, max: 2023 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .chain(([year, month, dayOfMonth]) =>
    fc.constantFrom(
      `${String(year)}-${two(month)}-${two(dayOfMonth)}`,
      `${String(year)}-${two(month)}-${two(dayOfMonth)}`,
      `${String(year)}-${two(month)}-${two(dayOfMonth)}`,
      `${String(year)}${two(month)}${two(dayOfMonth)}`,
      `${String(dayOfMonth)}/${String(month)} ${String(year)}`,
      `${String(year)}-${two(month)}-${two(dayOfMonth)} 08:15`,
    ),
  );
const date = fc.oneof(
  { weight: 14, arbitrary: day },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '2019-02-30',
      '0000-00-00',
      '9999-12-31',
      'igår',
      '1952-03-01',
      '2060-01-01',
      '17-01-05',
      '0050-06-01',
    ),
  },
);

const cell = (value: fc.Arbitrary<string>, empty = 1) =>
  fc.oneof({ weight: 8, arbitrary: value }, { weight: empty, arbitrary: fc.constantFrom(null, '', ' ') });

const COLUMNS = {
  Aktualiseringsnummer: cell(fc.integer({ min: 1, max: 60 }).map(String)),
  Aktualiseringstyp: cell(
    fc.constantFrom('Ansökan', 'ANSOKAN', 'Anmälan', 'anmälan ', 'LOB', 'Begäran', 'Tips', '?'),
  ),
  Aktualiseringsorsak: cell(fc.constantFrom('Missbruk/beroende', 'missbruk/beroende', 'Spelberoende', 'LOB')),
  'Aktualiserande part': cell(
    fc.constantFrom('Polisen', 'polis', 'Anhörig', 'Skolan', 'skolan', 'Frivården', '…'),
  ),
  Organisation: cell(fc.constantFrom('Vuxen', 'Barn', 'barn')),
  'Beslut att inleda utredning': cell(fc.constantFrom('Ja', 'Nej', 'Avvaktar', 'pågår')),
  Kön: cell(fc.constantFrom('Man', 'Kvinna', 'Okänt', 'Ä')),
  Ålder: cell(fc.constantFrom('18', '33 år', '64', '0', 'x'), 6),
  Anteckning: cell(fc.constantFrom('a', 'b'), 3),
} as const;
type ColumnName = keyof typeof COLUMNS;

/** With a header row, and perhaps a title above it and empty rows. */
export const register: fc.Arbitrary<Rows> = fc
  .record({
    columns: fc.subarray(Object.keys(COLUMNS) as ColumnName[]),
    whose: fc.constantFrom('personnummer', 'personnummer', 'mixed', 'opaque'),
    title: fc.boolean(),
  })
  .chain(({ columns, whose, title }) => {
    const odd = { weight: whose === 'mixed' ? 6 : 1, arbitrary: oddPerson };
    const persons =
      whose === 'opaque'
        ? fc.oneof({ weight: 8, arbitrary: opaque }, odd)
        : fc.oneof({ weight: 8, arbitrary: person }, odd);
    const row = fc.tuple(cell(persons), cell(date), ...columns.map((column) => COLUMNS[column]));
    const empty = fc.constant([null, ' ']);
    return fc
      .array(fc.oneof({ weight: 12, arbitrary: row }, { weight: 1, arbitrary: empty }), {
        maxLength: 60,
        minLength: 1,
      })
      .map((rows) => [
        ...(title ? [['Uttag ur registret']] : []),
        ['Personnummer', 'Aktualiseringsdatum', ...columns],
        ...rows,
      ]);
  });

/** Settings for any register: limits only of what it has are added by the test. */
export const settings = fc.record(
  {
    period: fc.constantFrom(
      { from: '2017-01-01', to: '2022-06-30' },
      { from: '2018-05-05' },
      { to: '2021-12-31' },
    ),
    lowestAge: fc.constantFrom(18, 40),
    groups: fc.constantFrom([1, 2, 3, 7, 12], [1], [1, 2], [1, 4]),
    months: fc.constantFrom('completed', 'boundaries', 'average'),
    profileBase: fc.constantFrom('actualisations', 'persons'),
    comparison: fc.boolean(),
    intervals: fc.boolean(),
    returnBy: fc.constantFrom('group', 'type', 'reason', 'referrer', 'organisation', 'investigation', 'sex'),
    selection: fc.constantFrom(
      { atLeast: 2 },
      { activeYears: [2018, 2020] },
      { mostFrequent: 3 },
      { sample: { size: 4, seed: 7 } },
      { atLeast: 2, activeYears: [2019], mostFrequent: 4, sample: { size: 2, seed: 3 } },
    ),
  },
  { requiredKeys: [] },
);
