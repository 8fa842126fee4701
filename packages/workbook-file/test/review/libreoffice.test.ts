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
import { oddReviews, reviewsBy } from './made-up-reviews.ts';

const ABOUT = { title: 'Aktgranskning', product: 'ISU Lathund', marking: null, language: 'sv' } as const;

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

interface Trial {
  readonly name: string;
  readonly set: ReviewSet;
  readonly layout: 'rows' | 'forms';
  readonly language: 'sv' | 'en';
}

const TRIALS: readonly Trial[] = [
  { name: 'the standard form in rows', set: reviewsBy(['AB', 'CD']), layout: 'rows', language: 'sv' },
  { name: 'the standard form, a sheet a person', set: reviewsBy(['AB']), layout: 'forms', language: 'en' },
  { name: 'an odd form in rows', set: oddReviews(), layout: 'rows', language: 'sv' },
  { name: 'an odd form, a sheet a person', set: oddReviews(), layout: 'forms', language: 'sv' },
];

function drawn({ set, layout, language }: Trial): ReviewSheet[] {
  return reviewSheets(set, {
    layout,
    language,
    who: [{ code: 'RZQA-J7QD-23CJ-2Q4D', person: '19600101-9812' }],
  });
}

/** The workbook as it was made before anybody had read a file. */
function drawnEmpty(trial: Trial): ReviewSheet[] {
  const reviews = trial.set.reviews.map((review) => ({ ...review, answers: {} }));
  return drawn({ ...trial, set: { ...trial.set, reviews } });
}

describe.skipIf(!hasLibreOffice)('in LibreOffice', () => {
  let saved: Uint8Array[] = [];
  beforeAll(() => {
    const typed = TRIALS.map((trial) => typedInto(drawnEmpty(trial), drawn(trial)));
    saved = recalculated(typed.map((sheets) => writeReviewWorkbook(sheets, ABOUT)));
  }, 60_000);

  describe.each(TRIALS.map((trial, at) => ({ ...trial, at })))('$name', ({ at, ...trial }) => {
    it('works out progress, states and differences of typed answers as we do', () => {
      const sheets = drawn(trial);
      const ours = formulaValues(sheets, drawnSheets(sheets));
      expect(ours).not.toEqual(formulaValues(sheets, drawnSheets(drawnEmpty(trial))));
      expect(formulaValues(sheets, valuesOf(saved[at]!))).toEqual(ours);
    });

    it('keeps every answer', () => {
      const read = readReviewSheets(valuesOf(saved[at]!));
      expect(read.ok && read.value.problems).toEqual([]);
      expect(read.ok && read.value.set).toEqual(trial.set);
    });
  });

  it('keeps lists, checks, conditions, protection and what is hidden', () => {
    const { sheets } = readXlsx(saved[0]!)!;
    const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
    const answers = byName.get('Svar')!;
    const lists = answers.validations
      .filter(({ type }) => type === 'list')
      .map(({ formulas }) => formulas[0]);
    expect(lists).toContain('Koder!$B$5:$B$6');
    expect(lists).toContain('"Ja,Nej"');
    expect(answers.validations.some(({ type, formulas }) => type === 'whole' && formulas[1] === '2100')).toBe(
      true,
    );
    const checks = answers.validations
      .filter(({ type }) => type === 'custom')
      .map(({ formulas }) => formulas[0]);
    expect(checks).toContain('IF(ISNUMBER(G6),AND(G6=INT(G6),G6>=0,G6<=130),G6="Ingen uppgift")');
    expect(answers.conditionalFormats.length).toBeGreaterThan(10);
    expect(answers.protection).not.toBeNull();
    expect(byName.get('Vem är vem')!.protection).not.toBeNull();
    expect(byName.get('Koder')!.visibility).toBe('hidden');
  });
});
