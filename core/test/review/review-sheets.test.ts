/** The sheets of a review, before any program draws them. */
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../src/review/fields.ts';
import { progressOf } from '../../src/review/progress.ts';
import { reviewSheets } from '../../src/review/review-sheets.ts';
import type { ReviewSheet } from '../../src/review/sheets.ts';
import { FIRST, SET, WHO } from './made-up-sheets.ts';

const LAYOUTS = ['rows', 'forms'] as const;

function drawn(layout: 'rows' | 'forms', language: 'sv' | 'en' = 'sv', who: typeof WHO | null = WHO) {
  return reviewSheets(SET, { layout, language, who });
}

function sheetOf(sheets: readonly ReviewSheet[], id: string): ReviewSheet {
  return sheets.find((sheet) => sheet.id === id)!;
}

describe('the sheets of a review', () => {
  it('are the same every time', () => {
    expect(drawn('rows')).toEqual(drawn('rows'));
  });

  it('have a tab each, in the language that is asked for', () => {
    expect(drawn('rows').map(({ name }) => name)).toEqual([
      'Börja här',
      'Svar',
      'Formulär',
      'Koder',
      'Ur registret',
      'Vem är vem',
    ]);
    expect(drawn('forms', 'en').map(({ name }) => name)).toEqual([
      'Start here',
      'Answers',
      'K7QF-2M9X AN',
      'K7QF-2M9X BK',
      'RZQA-J7QD AN',
      'Form',
      'Codes',
      'From the register',
      'Who is who',
    ]);
  });

  it.each(LAYOUTS)('name nobody but in the secret sheet: %s', (layout) => {
    const naming = drawn(layout).filter((sheet) => JSON.stringify(sheet).includes('19600101'));
    expect(naming.map(({ id, tab, isProtected }) => [id, tab, isProtected])).toEqual([
      ['who', 'secret', true],
    ]);
    expect(JSON.stringify(drawn(layout, 'sv', null))).not.toContain('isu-review:who');
  });

  it.each(LAYOUTS)('say on the first one how many of all each person has answered: %s', (layout) => {
    const { rows } = sheetOf(drawn(layout), 'start');
    const persons = rows.filter(([first]) => SET.reviews.some(({ person }) => person === first?.value));
    const progress = SET.reviews.map(({ answers }) => progressOf(SET.form, answers));
    expect(persons.map((row) => [row[2]!.value, row[3]!.value])).toEqual(
      progress.map(({ answered, asked }) => [answered, asked]),
    );
    // One age of the first review was changed; the others are as they were filled in.
    expect(persons.map((row) => row[5]!.value)).toEqual([1, 0, 0]);
  });

  it('fill in from the register, and show it', () => {
    const answers = sheetOf(drawn('rows'), 'answers');
    const column = (key: string) => answers.rows[0]!.findIndex(({ value }) => value === key);
    const at = (row: number, key: string) => answers.rows[row]![column(key)]!;
    expect(at(FIRST, 'sex')).toMatchObject({ value: 'Man', look: 'filled' });
    expect(at(FIRST, 'referrers:6')).toMatchObject({ value: 'Ja', look: 'filled' });
    expect(at(FIRST, 'referrers:6#')).toMatchObject({ value: 4, look: 'filled' });
    expect(at(FIRST, 'children')).toMatchObject({ value: 'Ja', look: 'input' });
    expect(at(FIRST + 3, 'sex')).toMatchObject({ value: null, look: 'input' });
  });

  it('offer the words of the codes in every cell of a choice, and nothing else', () => {
    const sheets = drawn('rows');
    const answers = sheetOf(sheets, 'answers');
    const codes = sheetOf(sheets, 'codes');
    const key = answers.rows[0]!.findIndex(({ value }) => value === 'birth-country');
    const letters = (column: number): string =>
      (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
    const rule = answers.validations.find(({ range }) => range.startsWith(`${letters(key)}6:`))!.rule;
    const source = rule.kind === 'list' && typeof rule.source === 'string' ? rule.source : '';
    const [, column, first, last] = /^'Koder'!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(source)!;
    const at = codes.rows[0]!.findIndex((_, each) => letters(each) === column);
    const words = codes.rows.slice(Number(first) - 1, Number(last)).map((row) => row[at]!.value);
    const item = SET.form.items.find(({ id }) => id === 'birth-country')!;
    expect(words).toEqual(item.codes.map(({ label }) => label.sv));
    expect(codes.isHidden).toBe(true);
  });

  it.each(LAYOUTS)('check every field, once: %s', (layout) => {
    const id = layout === 'rows' ? 'answers' : 'person:RZQA-J7QD:AN';
    const { validations, rows } = sheetOf(drawn(layout), id);
    const cells = validations
      .flatMap(({ range }) => cellsOf(range))
      .filter(({ row }) => row === FIRST || layout === 'forms');
    expect(new Set(cells.map(({ row, column }) => `${String(row)} ${String(column)}`)).size).toBe(
      cells.length,
    );
    expect(cells.length).toBe(fieldsOf(SET.form).length);
    for (const { row, column } of cells) expect(rows[row]![column]!.look).toMatch(/input|filled/);
  });

  it.each(LAYOUTS)('keep within what Excel holds: %s', (layout) => {
    for (const { name, rows, columns, validations, conditions, merges } of drawn(layout)) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\]/);
      for (const row of rows) {
        expect(row.length).toBeLessThanOrEqual(columns.length + 1);
        for (const { formula = '' } of row) expect(formula.length).toBeLessThan(8192);
      }
      for (const { rule } of validations) {
        expect(rule.title.length).toBeLessThanOrEqual(32);
        expect(rule.message.length).toBeLessThanOrEqual(255);
        expect((rule.prompt ?? '').length).toBeLessThanOrEqual(255);
      }
      // Excel refuses a condition that looks at another sheet.
      for (const { formula } of conditions) expect(formula).not.toContain('!');
      expect(new Set(merges).size).toBe(merges.length);
    }
  });

  it('lock everything but what is to be filled in', () => {
    const locks = drawn('rows').map(({ id, isProtected }) => [id, isProtected]);
    expect(locks.filter(([, isProtected]) => !isProtected)).toEqual([['form', false]]);
  });

  it('work for codes that no tab can be called', () => {
    const persons = ["L'HÔP [1]", 'l/hôp :1', 'History', 'A'.repeat(40), 'A'.repeat(41)];
    const reviews = persons.map((person) => ({ person, reader: '', answers: {} }));
    const names = reviewSheets({ ...SET, reviews }, { layout: 'forms', language: 'sv', who: null })
      .filter(({ id }) => id.startsWith('person:'))
      .map(({ name }) => name);
    expect(names).toEqual(["L'HÔP 1", 'l hôp 1', 'Person History', 'A'.repeat(31), `${'A'.repeat(27)} (2)`]);
  });
});

function cellsOf(range: string): { readonly row: number; readonly column: number }[] {
  const [from, to] = range.split(':').map((corner) => {
    const [, letters, number] = /^([A-Z]+)(\d+)$/.exec(corner)!;
    const column = [...letters!].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return { row: Number(number) - 1, column };
  });
  const cells = [];
  for (let row = from!.row; row <= to!.row; row++)
    for (let column = from!.column; column <= to!.column; column++) cells.push({ row, column });
  return cells;
}
