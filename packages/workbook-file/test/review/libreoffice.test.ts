/**
 * The review's workbook in LibreOffice, which works out every formula anew: what stands in the file as a formula's value
 * is what a program that did not write it makes of the formula.
 */
import {
  drawnSheets,
  readReviewSheets,
  reviewSheets,
  type ReadSheet,
  type ReviewSet,
  type ReviewSheet,
} from 'isu-core/review';
import { readXlsx } from 'isu-workbook-file/workbook';
import { readSheets, writeReviewWorkbook } from 'isu-workbook-file/review';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasLibreOffice, recalculated } from './libreoffice.ts';
import { reviewsBy } from './made-up-reviews.ts';

const ABOUT = { title: 'Aktgranskning', product: 'ISU Lathund', marking: null, language: 'sv' } as const;
const LAYOUTS = ['rows', 'forms'] as const;

/** The answers of one set in the sheets of another, whose formulas still have the values from before. */
function typedInto(before: readonly ReviewSheet[], after: readonly ReviewSheet[]): ReviewSheet[] {
  return before.map((sheet, at) => ({
    ...sheet,
    rows: sheet.rows.map((row, r) =>
      row.map((cell, c) =>
        cell.formula === undefined ? { ...cell, value: after[at]!.rows[r]![c]!.value } : cell,
      ),
    ),
  }));
}

function valuesOf(bytes: Uint8Array): readonly ReadSheet[] {
  const read = readSheets(bytes);
  if (!read.ok) throw new Error(read.problem.en);
  return read.value;
}

/** LibreOffice keeps fifteen digits, and nothing of a formula that gives empty text. */
function kept(value: string | number | boolean | null | undefined) {
  return typeof value === 'number' ? Number(value.toPrecision(12)) : (value ?? '');
}

/** Every cell with a formula, as `Svar!C6`, and its value. */
function formulaValues(sheets: readonly ReviewSheet[], read: readonly ReadSheet[]) {
  return sheets.flatMap(({ name, rows }, at) =>
    rows.flatMap((row, r) =>
      row.flatMap(({ formula }, c) => {
        const value = read[at]!.rows[r]?.[c];
        return formula === undefined ? [] : [[name, r, c, kept(value)] as const];
      }),
    ),
  );
}

describe.skipIf(!hasLibreOffice)('in LibreOffice', () => {
  const filled = reviewsBy(['AB', 'CD']);
  const empty: ReviewSet = {
    ...filled,
    reviews: filled.reviews.map((review) => ({ ...review, answers: {} })),
  };
  const drawn = (set: ReviewSet, layout: 'rows' | 'forms', language: 'sv' | 'en') =>
    reviewSheets(set, { language, layout, who: [{ code: 'RZQA-J7QD-23CJ-2Q4D', person: '19600101-9812' }] });
  const workbooks = LAYOUTS.map((layout) => {
    const language = layout === 'rows' ? 'sv' : 'en';
    return { layout, before: drawn(empty, layout, language), after: drawn(filled, layout, language) };
  });
  let saved: Uint8Array[] = [];
  beforeAll(() => {
    saved = recalculated(
      workbooks.map(({ before, after }) => writeReviewWorkbook(typedInto(before, after), ABOUT)),
    );
  }, 60_000);

  it.each(LAYOUTS)('works out progress, states and differences of typed answers as we do: %s', (layout) => {
    const at = LAYOUTS.indexOf(layout);
    const { after } = workbooks[at]!;
    const ours = formulaValues(after, drawnSheets(after));
    expect(ours.length).toBeGreaterThan(500);
    expect(formulaValues(after, valuesOf(saved[at]!))).toEqual(ours);
  });

  it.each(LAYOUTS)('keeps every answer: %s', (layout) => {
    const read = readReviewSheets(valuesOf(saved[LAYOUTS.indexOf(layout)]!));
    expect(read.ok && read.value.problems).toEqual([]);
    expect(read.ok && read.value.set).toEqual(filled);
  });

  it('keeps lists, checks, conditions, protection and what is hidden', () => {
    const [rows] = saved.map((bytes) => readXlsx(bytes)!);
    const byName = new Map(rows!.sheets.map((sheet) => [sheet.name, sheet]));
    const answers = byName.get('Svar')!;
    const lists = answers.validations
      .filter(({ type }) => type === 'list')
      .map(({ formulas }) => formulas[0]);
    expect(lists).toContain('Koder!$B$5:$B$6');
    expect(lists).toContain('"Ja,Nej"');
    expect(answers.validations.some(({ type, formulas }) => type === 'whole' && formulas[1] === '130')).toBe(
      true,
    );
    expect(answers.conditionalFormats.length).toBeGreaterThan(10);
    expect(answers.protection).not.toBeNull();
    expect(byName.get('Vem är vem')!.protection).not.toBeNull();
    expect(byName.get('Koder')!.visibility).toBe('hidden');
  });
});
