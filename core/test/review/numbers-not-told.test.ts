/** «Ingen uppgift» of a number: the file was read and does not tell. Every expected value is counted by hand. */
import { describe, expect, it } from 'vitest';
import { agreementOf } from '../../src/review/agreement.ts';
import { fieldsOf } from '../../src/review/fields.ts';
import { itemState } from '../../src/review/item-state.ts';
import { progressOf } from '../../src/review/progress.ts';
import { readValue, showValue } from '../../src/review/read-value.ts';
import { analyseReviews } from '../../src/review/review-analysis.ts';
import { MISSING, type FieldValue, type ReviewSet } from '../../src/review/reviews.ts';
import { readReviewSet, reviewSetJson } from '../../src/review/set-json.ts';
import { standardForm } from '../../src/review/standard-form.ts';

const form = standardForm([2021, 2022]);
const field = (key: string) => fieldsOf(form).find((own) => own.key === key)!;
const lvm = form.items.find(({ id }) => id === 'lvm-investigations')!;

const setOf = (readers: Readonly<Record<string, readonly (FieldValue | null)[]>>): ReviewSet => ({
  form,
  register: new Map(),
  reviews: Object.entries(readers).flatMap(([reader, values]) =>
    values.map((value, at) => ({
      person: `P${String(at)}`,
      reader,
      answers: value === null ? {} : { 'lvm-investigations': value, 'cost-residential': value },
    })),
  ),
});

describe('a number that the file does not tell', () => {
  it.each(['Ingen uppgift', 'ingen uppgift', ' No information ', 'missing'])('is written «%s»', (words) => {
    expect(readValue(field('lvm-investigations'), words)).toEqual({ ok: true, value: MISSING });
  });

  it('is shown in the words of the language, and can be read back', () => {
    for (const language of ['sv', 'en'] as const) {
      const shown = showValue(field('cost-residential'), MISSING, language);
      expect(shown).toBe(language === 'sv' ? 'Ingen uppgift' : 'No information');
      expect(readValue(field('cost-residential'), shown)).toEqual({ ok: true, value: MISSING });
    }
  });

  it('is nothing for a number beside an answer, which is left empty', () => {
    expect(readValue(field('interventions:1#'), 'Ingen uppgift').ok).toBe(false);
    const beside = readValue(field('interventions:1#'), 'tre');
    expect(beside.ok ? '' : beside.problem.sv).not.toContain('Ingen uppgift');
    const own = readValue(field('lvm-investigations'), 'tre');
    expect(own.ok ? '' : own.problem.sv).toContain('eller «Ingen uppgift»');
    expect(own.ok ? '' : own.problem.en).toContain('or “No information”');
  });

  it('is missing: read, not forgotten', () => {
    expect(itemState(form, lvm, { 'lvm-investigations': MISSING })).toBe('missing');
    expect(itemState(form, lvm, { 'lvm-investigations': 0 })).toBe('answered');
    expect(itemState(form, lvm, {})).toBe('empty');
    expect(progressOf(form, { 'lvm-investigations': MISSING }).answered).toBe(1);
  });

  it('is no number in any table: 2, 0, 4 and one not told are three persons, two with any, mean 2 of all', () => {
    const analysis = analyseReviews(setOf({ AB: [2, 0, 4, MISSING] }), {});
    if (!analysis.ok) throw new Error(analysis.problem.en);
    const rows = analysis.value.tables.find(({ id }) => id === 'review-contact')!.rows;
    const { cells } = rows.find(({ key }) => key === 'lvm-investigations')!;
    const value = (column: string) => (cells[column] as { value: number }).value;
    expect(value('base')).toBe(3);
    expect(value('persons')).toBe(2);
    expect(value('sum')).toBe(6);
    expect(value('mean-all')).toBe(2);
    expect(value('mean-any')).toBe(3);
  });

  it('is a category of its own between two readers, without distance: 2 of 4 equal, mean distance 1', () => {
    const set = setOf({ AB: [2, MISSING, MISSING, 5], CD: [2, MISSING, 3, 3] });
    const found = agreementOf(set, 'AB', 'CD').find(({ item }) => item.id === 'lvm-investigations')!;
    expect(found.agreement.persons).toBe(4);
    expect(found.agreement.equal).toBe(2);
    expect(found.agreement.meanDifference).toBe(1);
    // By chance: 2 is 1·1, missing 2·1, 3 is 0·2, 5 is 1·0, of 16. Kappa = (2/4 − 3/16) / (1 − 3/16) = 5/13.
    expect(found.agreement.kappa!.kappa).toBeCloseTo(5 / 13, 12);
  });

  it('is kept in JSON, and refused where the words have no meaning', () => {
    const set = setOf({ AB: [MISSING] });
    const json = reviewSetJson(set);
    expect(readReviewSet(JSON.parse(json))).toEqual({ ok: true, value: set });
    const wrong = JSON.parse(
      json
        .replace(`"lvm-investigations": "${MISSING}"`, `"lvm-investigations": "unknown"`)
        .replace(`"lvm-investigations":"${MISSING}"`, `"lvm-investigations":"unknown"`),
    ) as unknown;
    const read = readReviewSet(wrong);
    expect(read.ok ? '' : read.problem.sv).toContain('eller "missing" där akten inget säger');
  });
});
