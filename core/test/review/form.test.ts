/** The standard form against the printed one (Bilaga 2, read by hand into a fixture), and the light form against it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  analyseReviews,
  examineForm,
  FORMS,
  lightForm,
  readYears,
  standardForm,
  withYears,
  writeYears,
  type Form,
  type Item,
} from 'isu-core/review';

interface PrintedItem {
  readonly number: string;
  /** The numbers of the items that it is asked as. */
  readonly parts: readonly string[];
  readonly codes?: readonly string[];
  readonly missing?: string;
  /** Codes that something is filled in beside. */
  readonly beside?: readonly string[];
  readonly asked?: Readonly<Record<string, readonly string[]>>;
}

const path = new URL('fixtures/bilaga-2.json', import.meta.url);
const printed = (JSON.parse(readFileSync(path, 'utf8')) as { items: readonly PrintedItem[] }).items;
const YEARS = [2017, 2018, 2019, 2020, 2021, 2022];
const form = standardForm(YEARS);
const light = lightForm([2020, 2021, 2022]);
const numbered = (number: string, of: Form = form): Item => of.items.find((one) => one.number === number)!;
const printedNumber = ({ number }: Item) => number.replace(/[a-z]$/, '');

describe('the standard form has what is printed', () => {
  it('the 36 items, in their order', () => {
    expect(printed.map(({ number }) => number)).toEqual(
      Array.from({ length: 36 }, (_, at) => String(at + 1)),
    );
    expect(form.items.map(({ number }) => number)).toEqual(printed.flatMap(({ parts }) => parts));
  });

  it.each(printed)(
    'item $number: its codes, «Ingen uppgift», what is beside, what it depends on',
    (print) => {
      for (const part of print.parts) {
        const item = numbered(part);
        const codes = item.codes.map(({ code }) => code);
        expect(codes.slice(0, print.codes?.length ?? 0)).toEqual(print.codes ?? []);
        if (print.missing !== undefined)
          expect(item.codes.filter(({ missing }) => missing).map(({ code }) => code)).toEqual([
            print.missing,
          ]);
        const beside = item.codes.filter(({ amount }) => amount).map(({ code }) => code);
        expect(beside).toEqual(print.beside ?? []);
        const [on] = Object.entries(print.asked ?? {});
        expect(item.asked).toEqual(on && { item: numbered(on[0]).id, codes: on[1] });
      }
    },
  );

  it('an answer or a condition that the print lacks is noted as mended', () => {
    for (const print of printed)
      for (const part of print.parts) {
        const item = numbered(part);
        if (item.codes.length > (print.codes?.length ?? 0)) expect(item.mended, part).toBeDefined();
      }
    for (const number of ['3', '22', '34', '35', '36']) expect(numbered(number).mended, number).toBeDefined();
  });

  it('24 years has an answer, and item 22 depends on 21', () => {
    expect(
      numbered('3')
        .codes.map(({ label }) => label.sv)
        .slice(0, 2),
    ).toEqual(['24 år eller yngre', '25–34 år']);
    expect(numbered('22').asked).toEqual({ item: 'sip-followed-up', codes: ['1'] });
  });
});

describe.each([
  ['standard', form],
  ['light', light],
])('the %s form', (_, one) => {
  it('passes its own checks, without a note', () => {
    expect(examineForm(JSON.parse(JSON.stringify(one)))).toEqual({ form: one, problems: [], notes: [] });
  });

  it('has guidance for every item, in both languages, that fits Excel’s input message', () => {
    for (const { id, guidance } of one.items)
      for (const words of [guidance.sv, guidance.en]) {
        expect(words, id).toMatch(/\S.*\.$/);
        expect(words.length, id).toBeLessThanOrEqual(255);
      }
  });

  it('speaks in its guidance of no item that it lacks', () => {
    const numbers = new Set(one.items.map(({ number }) => number));
    let found = 0;
    for (const { id, question, guidance } of one.items)
      for (const words of [question, guidance].flatMap(({ sv, en }) => [sv, en])) {
        const spoken = [...words.matchAll(/(?:fråga|frågorna|items?) ((?:\d+[a-z]?(?:, | och | and )?)+)/gi)];
        found += spoken.length;
        for (const number of spoken.flatMap(([, list]) => list!.match(/\d+[a-z]?/g)!))
          expect(numbers, `${id}: ${words}`).toContain(number);
      }
    expect(found).toBeGreaterThan(0);
  });

  it('keeps the items of a section together', () => {
    const sections = one.items.map(({ section }) => section).filter((id, at, all) => id !== all[at - 1]);
    expect(sections).toEqual(one.sections.map(({ id }) => id));
  });

  it('depends on no item that it lacks', () => {
    const ids = new Set(one.items.map(({ id }) => id));
    for (const { asked } of one.items) if (asked) expect(ids).toContain(asked.item);
  });

  it('has «Ingen uppgift» for every choice but those that the register fills in', () => {
    const without = one.items.filter(
      ({ kind, codes, fact }) =>
        (kind === 'one' || kind === 'several') && !codes.some(({ missing }) => missing) && !fact,
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});

describe('the light form', () => {
  it('asks half of the 36', () => {
    expect(new Set(light.items.map(printedNumber)).size).toBe(18);
  });

  it('has the items of the standard form as they are there', () => {
    const whole = standardForm([2020, 2021, 2022]);
    for (const item of light.items) expect(item).toEqual(whole.items.find(({ id }) => id === item.id));
  });

  it('gives every row of the report’s tables but child welfare', () => {
    const rows = (one: Form): readonly string[] => {
      const tables = analyseReviews({
        form: one,
        reviews: [{ person: 'A', reader: '', answers: {} }],
        register: new Map(),
      });
      if (!tables.ok) throw new Error(tables.problem.en);
      return tables.value.tables
        .filter(({ id }) => id !== 'review-items')
        .flatMap((table) => table.rows.map(({ key }) => `${table.id} ${key}`));
    };
    const lacking = rows(standardForm([2020, 2021, 2022])).filter((row) => !rows(light).includes(row));
    expect(lacking).toEqual(['review-contact section child-welfare', 'review-contact child-welfare=1']);
  });

  it('is one of the forms there are', () => {
    expect(FORMS.light([2021, 2022])).toEqual(lightForm([2021, 2022]));
    expect(FORMS.standard(YEARS)).toEqual(form);
  });
});

describe('years', () => {
  it.each([
    ['2017–2022', YEARS],
    ['2017-2022', YEARS],
    ['2017 – 2022', YEARS],
    ['2017 till 2022', YEARS],
    ['2017 to 2022', YEARS],
    ['2017, 2021, 2022', [2017, 2021, 2022]],
    ['2017 2021 och 2022', [2017, 2021, 2022]],
    ['2017–2018; 2021', [2017, 2018, 2021]],
    ['2022', [2022]],
  ])('%s', (text, years) => {
    expect(readYears(text)).toEqual({ ok: true, value: years });
  });

  it.each(['', ' , ', '17–22', '2017–', '20172022', '2017/2022', '1066', '2017–9999', 'i fjol'])(
    '«%s» is refused with an example',
    (text) => {
      const read = readYears(text);
      expect(read.ok).toBe(false);
      if (!read.ok) expect(read.problem.sv).toContain('2017–2022, eller 2017, 2021, 2022');
    },
  );

  it.each(['2022–2017', '2018, 2017', '2017, 2017', '2017–2019, 2018'])('«%s» does not rise', (text) => {
    const read = readYears(text);
    expect(!read.ok && read.problem.sv).toBe(
      `Åren «${text}» stiger inte, eller något står två gånger. Skriv dem stigande: 2017–2022.`,
    );
  });

  it('are written as they are read', () => {
    for (const years of [YEARS, [2022], [2017, 2021, 2022], [2020, 2021]])
      expect(readYears(writeYears(years))).toEqual({ ok: true, value: years });
    expect(writeYears(YEARS)).toBe('2017–2022');
    expect(writeYears([2017, 2021, 2022])).toBe('2017, 2021, 2022');
  });

  it('the same form for other years has their period and years to choose among', () => {
    expect(withYears(form, [2020, 2021])).toEqual(standardForm([2020, 2021]));
    expect(withYears(light, YEARS)).toEqual(lightForm(YEARS));
    const hyphens = {
      ...form,
      items: [{ ...form.items[0]!, question: { sv: 'Vad hände 2017 - 2022?', en: 'x' } }],
    };
    expect(withYears(hyphens, [2020, 2021]).items[0]!.question.sv).toBe('Vad hände 2020–2021?');
    const one = withYears(form, [2023]);
    expect(one).toEqual(standardForm([2023]));
    expect(one.items.find(({ id }) => id === 'actualisations')!.question.sv).toBe(
      'Antal aktualiseringar 2023',
    );
  });
});
