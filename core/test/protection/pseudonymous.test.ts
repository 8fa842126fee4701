/** Codes in place of persons change no figure, and tell nothing of the order of birth. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analyse.ts';
import { resultJson } from '../../src/document/json.ts';
import { withPseudonyms } from '../../src/protection/pseudonymous.ts';
import { pseudonyms } from '../../src/protection/pseudonym.ts';
import { sheetOf } from '../../src/register/sheet.ts';
import { readSettings } from '../../src/settings.ts';

const key = Uint8Array.from({ length: 32 }, (_, i) => i);

/** Births of Skatteverket's test series. */
const rows = [
  ['Personnummer', 'Aktualiseringsnummer', 'Aktualiseringsdatum', 'Aktualiseringstyp'],
  ['18900118-9811', 1, '2020-01-01', 'Ansökan'],
  ['19811218-9876', 2, '2020-02-01', 'Anmälan'],
  ['19811218-9876', 3, '2021-02-01', 'Anmälan LOB'],
  ['19811218-9876', 3, '2021-03-01', 'Anmälan LOB'],
  ['20170101-2393', 4, '2020-03-01', 'Anmälan'],
  ['19811218-TF12', 5, '2020-03-01', 'Anmälan'],
];

interface Result {
  readonly persons: readonly { readonly person: string; readonly actualisations: number }[];
  readonly tables: unknown;
  readonly rows: { readonly excluded: readonly { readonly value: string }[] };
  readonly selection: { readonly persons: readonly string[] };
}

async function results() {
  const settings = readSettings({ selection: { atLeast: 2 } }, '2026-11-22');
  if (!settings.ok) throw new Error(settings.problem.en);
  const analysed = analyse(sheetOf(rows), settings.value, { name: 'x', sha256: null, sheet: null });
  if (!analysed.ok) throw new Error(analysed.problem.en);
  const text = (analysis: typeof analysed.value) => [...resultJson(analysis, 'sv')].join('');
  const coded = text(await withPseudonyms(analysed.value, key));
  return {
    plain: JSON.parse(text(analysed.value)) as Result,
    coded: JSON.parse(coded) as Result,
    text: coded,
  };
}

describe('an analysis with pseudonyms', () => {
  it('has each person’s figures under the person’s code, sorted by code', async () => {
    const { plain, coded } = await results();
    const codes = await pseudonyms(
      plain.persons.map(({ person }) => person),
      key,
    );
    const expected = plain.persons
      .map((person, at) => ({ ...person, person: codes[at]! }))
      .sort((a, b) => (a.person < b.person ? -1 : 1));
    expect(coded.persons).toEqual(expected);
  });

  it('has the same tables', async () => {
    const { plain, coded } = await results();
    expect(coded.tables).toEqual(plain.tables);
  });

  it('selects the same persons by their codes', async () => {
    const { coded } = await results();
    expect(coded.selection.persons).toEqual(await pseudonyms(['198112189876'], key));
  });

  it('holds no personnummer anywhere, not in the excluded rows either', async () => {
    const { text } = await results();
    for (const digits of ['18900118', '19811218', '20170101', '9876']) expect(text).not.toContain(digits);
  });
});
