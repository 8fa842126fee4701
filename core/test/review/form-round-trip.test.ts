/** Any form that the checks let through is the same after it has been a sheet or JSON. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  examineFormSheet,
  formJson,
  formSheetRows,
  readForm,
  readFormSheet,
  standardForm,
} from 'isu-core/review';
import type { Code, Form, Item, ItemKind, Text } from '../../src/review/form.ts';

/** Words as people write them, with what sheets and JSON could stumble over. */
const WORDS = [
  'Ja',
  'Nej',
  'ålder',
  'Övrigt',
  '=SUM(A1)',
  '"citat"',
  '1,5',
  '2017–2022',
  'a;b',
  'x\ny',
  '«så»',
  '-',
  '007',
];
const phrase = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
  .map((words) => words.join(' '));
const text: fc.Arbitrary<Text> = fc.record({ sv: phrase, en: phrase });
const optionalText = fc.oneof(fc.constant<Text>({ sv: '', en: '' }), text);
const name = (prefix: string) => (at: number) => `${prefix}${String(at + 1)}`;

/** The first words of each answer tell the answers of an item apart. */
function codesOf(numbers: readonly string[], drawn: readonly DrawnCode[]): readonly Code[] {
  return drawn.map(({ label, isMissing, amount, register }, at) => ({
    code: numbers[at]!,
    label: { sv: `svar ${String(at)} ${label.sv}`, en: `answer ${String(at)} ${label.en}` },
    ...(isMissing && at > 0 && { missing: true as const }),
    ...(amount && !(isMissing && at > 0) && { amount }),
    ...(register.length > 0 && { register }),
  }));
}

const drawnCode = fc.record({
  label: text,
  isMissing: fc.boolean(),
  amount: fc.constantFrom(undefined, 'count' as const, 'money' as const, 'year' as const, 'text' as const),
  register: fc.array(fc.constantFrom('Polisen', 'Anhörig', '*', 'Hälso- och sjukvård'), { maxLength: 2 }),
});
type DrawnCode = typeof drawnCode extends fc.Arbitrary<infer T> ? T : never;

const drawnItem = fc.record({
  kind: fc.constantFrom<ItemKind>('one', 'several', 'count', 'years', 'money', 'text'),
  question: text,
  guidance: optionalText,
  mended: fc.option(text, { nil: undefined }),
  codes: fc.array(drawnCode, { minLength: 1, maxLength: 4 }),
  codeStyle: fc.constantFrom('number', 'letter', 'zero'),
  numberStyle: fc.constantFrom('', 'a', '.1'),
  section: fc.nat({ max: 2 }),
  dependsOn: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
  isOptional: fc.boolean(),
});
type DrawnItem = typeof drawnItem extends fc.Arbitrary<infer T> ? T : never;

const CODE_STYLES: Readonly<Record<DrawnItem['codeStyle'], (at: number) => string>> = {
  number: (at) => String(at + 1),
  letter: (at) => 'abcdef'[at]!,
  zero: (at) => `0${String(at)}`,
};

function itemsOf(drawn: readonly DrawnItem[], sections: number): readonly Item[] {
  const items: Item[] = [];
  for (const [at, one] of drawn.entries()) {
    const isChoice = one.kind === 'one' || one.kind === 'several';
    const on = one.dependsOn === undefined ? undefined : items[one.dependsOn];
    items.push({
      id: name('fråga-')(at),
      number: `${String(at + 1)}${one.numberStyle}`,
      section: name('avsnitt')(one.section % sections),
      kind: one.kind,
      question: one.question,
      guidance: one.guidance,
      codes: isChoice
        ? codesOf(
            one.codes.map((_, i) => CODE_STYLES[one.codeStyle](i)),
            one.codes,
          )
        : [],
      ...(on && on.codes.length > 0 && { asked: { item: on.id, codes: on.codes.map(({ code }) => code) } }),
      ...(one.isOptional && { optional: true as const }),
      ...(one.mended && { mended: one.mended }),
    });
  }
  return items;
}

const form: fc.Arbitrary<Form> = fc
  .record({
    version: fc.constantFrom('1', '1.0', '2026-1', 'egen 3'),
    title: text,
    years: fc.uniqueArray(fc.integer({ min: 1990, max: 2030 }), { minLength: 1, maxLength: 6 }),
    sections: fc.array(text, { minLength: 1, maxLength: 3 }),
    items: fc.array(drawnItem, { minLength: 1, maxLength: 8 }),
  })
  .map(({ version, title, years, sections, items }) => ({
    id: 'eget-formulär',
    version,
    title,
    years: [...years].sort((a, b) => a - b),
    sections: sections.map((one, at) => ({ id: name('avsnitt')(at), title: one })),
    items: itemsOf(items, sections.length),
  }));

describe('a form is the same wherever it has been', () => {
  it('form → sheet → form, in both languages', () => {
    fc.assert(
      fc.property(form, fc.constantFrom('sv' as const, 'en' as const), (one, language) => {
        expect(readFormSheet(formSheetRows(one, language))).toEqual({ ok: true, value: one });
      }),
      { numRuns: 100 },
    );
  });

  it('form → JSON → form', () => {
    fc.assert(
      fc.property(form, (one) => {
        const again = readForm(JSON.parse(formJson(one)));
        expect(again).toEqual({ ok: true, value: one });
        expect(again.ok && formJson(again.value)).toBe(formJson(one));
      }),
      { numRuns: 100 },
    );
  });

  it('whatever JSON is given, the answer is a form or problems, never an exception', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), form.chain(spoiled)), (json) => {
        const read = readForm(json);
        if (!read.ok) expect(read.problem.sv).toMatch(/^Formuläret, .+: .+\.$/su);
      }),
      { numRuns: 200 },
    );
  });

  it('whatever cells are given, the same', () => {
    const cell = fc.oneof(phrase, fc.integer(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(form, fc.array(fc.tuple(fc.nat(), fc.nat(), cell), { maxLength: 6 }), (one, changes) => {
        const rows: (string | number | boolean | null)[][] = formSheetRows(one, 'sv').map((row) => [...row]);
        for (const [row, column, value] of changes) {
          const cells = rows[row % rows.length]!;
          cells[column % 19] = value;
        }
        const read = readFormSheet(rows);
        if (!read.ok) expect(read.problem.sv).toMatch(/^Formuläret, .+: .+\.$/su);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a stray word in a cell that is no text', () => {
  const standard = formSheetRows(standardForm([2017, 2018, 2019, 2020, 2021, 2022]), 'sv');
  const header = standard.findIndex((row) => row[0] === 'Nr');
  const columns = [
    'Nr',
    'Kortnamn',
    'Avsnitt',
    'Slag',
    'Kod',
    'Ingen uppgift',
    'Fylls i bredvid',
    'Frågas om',
  ];
  const facts = ['Frivillig', 'Fylls från registret'];

  it('is told, wherever it stands in the standard form', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: header + 1, max: standard.length - 1 }),
        fc.constantFrom(...columns, ...facts),
        (at, name) => {
          const rows = standard.map((row) => [...row]);
          rows[at]![standard[header]!.indexOf(name)] = 'qqq §';
          const { form: read, problems } = examineFormSheet(rows);
          expect(read).toBeNull();
          expect(problems.map(({ sv }) => sv).join('\n')).toMatch(
            new RegExp(`^Formuläret, rad ${String(at + 1)}[,:]`, 'm'),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** A form's JSON with one of its values, somewhere in it, put to something else. */
function spoiled(one: Form): fc.Arbitrary<unknown> {
  return fc.tuple(fc.nat(), fc.jsonValue({ maxDepth: 1 })).map(([which, value]) => {
    const json = JSON.parse(formJson(one)) as unknown;
    const places: (() => void)[] = [];
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const key of Object.keys(node)) {
        places.push(() => ((node as Record<string, unknown>)[key] = value));
        walk((node as Record<string, unknown>)[key]);
      }
    };
    walk(json);
    places[which % places.length]!();
    return json;
  });
}
