/** What may be written in a cell of the form, and what stands there. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Form } from '../../src/review/form.ts';
import { fieldsOf } from '../../src/review/fields.ts';
import { readValue, showValue } from '../../src/review/read-value.ts';
import type { FieldValue } from '../../src/review/reviews.ts';
import { fieldAndValue, fieldOf, FIELDS } from './fields-at-random.ts';

function read(key: string, value: FieldValue | null | undefined): FieldValue | undefined {
  const found = readValue(fieldOf(key), value);
  if (!found.ok) throw new Error(found.problem.sv);
  return found.value;
}

function problemOf(key: string, value: FieldValue) {
  const found = readValue(fieldOf(key), value);
  if (found.ok) throw new Error(`${String(value)} is read as ${String(found.value)}`);
  return found.problem;
}

describe('what is shown is read back', () => {
  it.each(['sv', 'en'] as const)('of every field and value, in %s', (language) => {
    fc.assert(
      fc.property(fieldAndValue, ({ field, value }) => {
        const shown = showValue(field, value, language);
        expect(readValue(field, shown)).toEqual({ ok: true, value });
      }),
      { numRuns: 1000 },
    );
  });

  it('every code of every item, and none that Excel would take for something else than words', () => {
    for (const field of FIELDS)
      for (const { code } of field.takes === 'code' ? field.item.codes : [])
        for (const language of ['sv', 'en'] as const) {
          const shown = showValue(field, code, language);
          expect(readValue(field, shown)).toEqual({ ok: true, value: code });
          expect(shown).not.toMatch(/^[=+\-@]/);
        }
  });

  it('and an empty cell is no answer', () => {
    for (const field of FIELDS)
      for (const empty of [null, undefined, '', '  ', '\u00a0'])
        expect(readValue(field, empty)).toEqual({ ok: true, value: undefined });
    expect(showValue(fieldOf('sex'), undefined, 'sv')).toBeNull();
    expect(showValue(fieldOf('sex'), null, 'sv')).toBeNull();
  });
});

describe('a code', () => {
  it('is written by its words in either language, or by its number', () => {
    for (const written of [
      'Kvinna',
      'kvinna ',
      'KVINNA',
      'Woman',
      '2',
      2,
      '2 = Kvinna',
      '2. Kvinna',
      '2 Woman',
    ])
      expect(read('sex', written)).toBe('2');
  });

  it('is known although an export has lost its åäö', () => {
    expect(read('crime', 'Atalad och domd')).toBe('1');
  });

  it('of yes and no is also what Excel makes of SANT', () => {
    expect(read('moved-in', true)).toBe('1');
    expect(read('moved-in', false)).toBe('2');
  });

  it('is its words before its number, where the words are a number', () => {
    const text = (word: string) => ({ sv: word, en: word });
    const form: Form = {
      id: 'own',
      version: '1',
      title: text('Egen'),
      years: [2022],
      sections: [{ id: 's', title: text('S') }],
      items: [
        {
          id: 'visits',
          number: '1',
          section: 's',
          kind: 'one',
          question: text('Besök'),
          guidance: text(''),
          codes: ['0', '1', '2 eller fler'].map((word, at) => ({ code: String(at + 1), label: text(word) })),
        },
      ],
    };
    const [field] = fieldsOf(form);
    expect(readValue(field!, 1)).toEqual({ ok: true, value: '2' });
    expect(readValue(field!, 0)).toEqual({ ok: true, value: '1' });
    expect(readValue(field!, '3')).toEqual({ ok: true, value: '3' });
  });

  it('is never guessed: what is none of the answers is told, and the answers with it', () => {
    const problem = problemOf('children', 'kanske');
    expect(problem.code).toBe('review-not-a-code');
    expect(problem.sv).toBe('Fråga 15: «kanske» är inget av svaren. Välj «Ja», «Nej» eller «Ingen uppgift».');
    expect(problem.en).toBe(
      'Item 15: “kanske” is none of the answers. Choose “Yes”, “No” or “No information”.',
    );
    expect(problemOf('children', 4).code).toBe('review-not-a-code');
    expect(problemOf('children', 'Ja Nej').code).toBe('review-not-a-code');
    expect(problemOf('sex', '21 Kvinna').code).toBe('review-not-a-code');
  });
});

describe('yes and no', () => {
  it.each<[FieldValue, boolean]>([
    ['Ja', true],
    ['JA', true],
    ['j', true],
    ['yes', true],
    ['x', true],
    ['X', true],
    [1, true],
    ['1', true],
    [true, true],
    ['Nej', false],
    ['n', false],
    ['No', false],
    [0, false],
    ['0', false],
    [false, false],
  ])('%s', (written, meant) => {
    expect(read('housing:7', written)).toBe(meant);
  });

  it.each<FieldValue>(['kanske', 'Ja/nej', 2, '-', 'Ingen uppgift'])('but not %s', (written) => {
    const { code, sv } = problemOf('housing:7', written);
    expect(code).toBe('review-not-yes-or-no');
    expect(sv).toContain('Fråga 16, Bostadslös');
  });
});

describe('a number', () => {
  it.each<[FieldValue, number]>([
    ['11 359 980', 11_359_980],
    ['11\u00a0359\u00a0980 kr', 11_359_980],
    ['11.359.980', 11_359_980],
    ['11,359,980', 11_359_980],
    ['160500:-', 160_500],
    ['160 500,00', 160_500],
    [160_500, 160_500],
    ['0', 0],
    [-0, 0],
  ])('of kronor: %s', (written, meant) => {
    expect(Object.is(read('cost-residential', written), meant)).toBe(true);
  });

  it('of years may say years', () => {
    expect(read('years-known', '13 år')).toBe(13);
    expect(read('interventions:1#', '2 gånger')).toBe(2);
    expect(read('deceased:1#', 2021)).toBe(2021);
  });

  it.each<[string, FieldValue]>([
    ['years-known', 'tretton'],
    ['years-known', 12.5],
    ['years-known', '12,5'],
    ['cost-residential', '1.000'], // one or a thousand
    ['cost-residential', '1,000'],
    ['cost-residential', '11 35 980'],
    ['cost-residential', '1 000 2'],
    ['actualisations', '20-25'],
    ['actualisations', true],
    ['actualisations', Number.NaN],
    ['actualisations', Number.POSITIVE_INFINITY],
  ])('but %s is not %s', (key, written) => {
    expect(problemOf(key, written).code).toBe('review-not-a-whole-number');
  });

  it.each<[string, FieldValue, string]>([
    ['years-known', 131, 'från 0 till 130'],
    ['actualisations', -1, 'från 0 till 99999'],
    ['actualisations', '−3', 'från 0 till 99999'],
    ['deceased:1#', 21, 'från 1900 till 2100'],
    ['cost-outpatient', 1e10, 'från 0 till 9999999999'],
  ])('nor can %s be %s', (key, written, words) => {
    const { code, sv } = problemOf(key, written);
    expect(code).toBe('review-number-out-of-range');
    expect(sv).toContain(words);
  });

  it('that is wrong is told with the item and an example', () => {
    expect(problemOf('interventions:4#', 'några').sv).toBe(
      'Fråga 18, HVB, externt (antal): «några» är inte ett helt antal. Skriv bara siffror, t.ex. 3.',
    );
  });
});

describe('words', () => {
  it('are kept as written but for the space around them', () => {
    expect(read('other-interventions-1', ' Boendestöd, LSS ')).toBe('Boendestöd, LSS');
    expect(read('placed-sol:1#', 1998)).toBe('1998');
  });

  it('have an end', () => {
    expect(problemOf('other-interventions-1', 'a'.repeat(2001)).sv).toContain('2001 tecken');
  });
});
