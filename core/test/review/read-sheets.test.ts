/** A review read back from a workbook that people have worked in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerPlace, drawnSheets, readReviewSheets } from '../../src/review/read-sheets.ts';
import { formSheet } from '../../src/review/review-sheets-lists.ts';
import { reviewSheets } from '../../src/review/review-sheets.ts';
import { FORM, someAnswers } from './fields-at-random.ts';
import { FIRST, problemsOf, SET, WHO, Workbook } from './made-up-sheets.ts';

const LAYOUTS = ['rows', 'forms'] as const;
const EVERYTHING = LAYOUTS.flatMap((layout) =>
  (['sv', 'en'] as const).map((language) => ({ layout, language })),
);

describe('a review in a workbook', () => {
  it.each(EVERYTHING)('is read back as it was: $layout, $language', ({ layout, language }) => {
    const { set, problems, who, ...read } = new Workbook({ layout, language }).read();
    expect(set).toEqual(SET);
    expect(problems).toEqual([]);
    expect(who).toEqual(WHO);
    expect([read.layout, read.language]).toEqual([layout, language]);
  });

  it('keeps any answers that the form can have, in both layouts and languages', () => {
    fc.assert(
      fc.property(
        fc.array(someAnswers, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...EVERYTHING),
        someAnswers,
        (given, { layout, language }, told) => {
          const reviews = given.map((answers, at) => ({ person: `P${String(at)}`, reader: '', answers }));
          const set = { form: FORM, reviews, register: new Map([['P0', told]]) };
          const read = readReviewSheets(drawnSheets(reviewSheets(set, { layout, language, who: null })));
          expect(read.ok && read.value.problems).toEqual([]);
          expect(read.ok && read.value.set.reviews).toEqual(reviews);
          expect(read.ok && (read.value.set.register.get('P0') ?? {})).toEqual(told);
        },
      ),
      { numRuns: 8 },
    );
  });

  it.each(LAYOUTS)('tells where each answer stands, so that it can be written there: %s', (layout) => {
    const workbook = new Workbook({ layout });
    const place = answerPlace(workbook.read().places, 'RZQA-J7QD', 'AN', 'sip-plan-followed')!;
    const { rows } = workbook.sheet(place.sheet);
    const [, letters, number] = /^([A-Z]+)(\d+)$/.exec(place.address)!;
    const column = [...letters!].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    rows[Number(number) - 1]![column] = 'Ja, till viss del';
    expect(workbook.read().set.reviews[2]!.answers['sip-plan-followed']).toBe('2');
    expect(answerPlace(workbook.read().places, 'RZQA-J7QD', 'XX', 'sex')).toBeNull();
  });

  it('may have its sheets renamed and moved, its columns moved and its rows sorted', () => {
    const workbook = new Workbook();
    workbook.sheets.reverse();
    for (const [at, sheet] of workbook.sheets.entries()) sheet.name = `Blad${String(at)}`;
    const answers = workbook.sheets.find(({ rows }) => rows[0]![0] === 'isu-review:answers')!;
    for (const row of answers.rows) row.reverse();
    const last = answers.rows.splice(FIRST + 2, 1);
    answers.rows.splice(FIRST, 0, ...last);
    const { set, problems } = workbook.read();
    expect(problems).toEqual([]);
    expect(set.reviews).toEqual([SET.reviews[2], SET.reviews[0], SET.reviews[1]]);
  });

  it('takes words of either language, codes from paper, and numbers with spaces', () => {
    const workbook = new Workbook();
    const row = workbook.sheet('Svar').rows[FIRST]!;
    row[workbook.column('sex')] = 'Woman';
    row[workbook.column('children')] = 2;
    row[workbook.column('sip:1')] = 'x';
    row[workbook.column('cost-residential')] = ' 11 359 980 ';
    const { set, problems } = workbook.read();
    expect(problems).toEqual([]);
    expect(set.reviews[0]!.answers).toMatchObject({
      sex: '2',
      children: '2',
      'sip:1': true,
      'cost-residential': 11_359_980,
    });
  });

  it('takes a person who is added by hand on an empty row', () => {
    const workbook = new Workbook();
    const { rows } = workbook.sheet('Svar');
    rows[FIRST + 4]![0] = 'Ny 1';
    rows[FIRST + 4]![workbook.column('sex')] = 'Man';
    rows.push(['Ny 2', 'AN']);
    const { set, problems } = workbook.read();
    expect(problems).toEqual([]);
    expect(set.reviews.slice(3)).toEqual([
      { person: 'Ny 1', reader: '', answers: { sex: '1' } },
      { person: 'Ny 2', reader: 'AN', answers: {} },
    ]);
  });

  it('takes rows that somebody has put above the first', () => {
    const workbook = new Workbook();
    workbook.sheet('Svar').rows.unshift(['Min egen anteckning'], []);
    expect(workbook.read().set).toEqual(SET);
  });

  it('knows who is who also where persons have numbers of another kind', () => {
    const who = [{ code: 'K7QF-2M9X', person: 'Ärende A' }];
    expect(new Workbook({ who }).read().who).toEqual(who);
  });

  it('does without the sheet of who is who, and without what the register told', () => {
    const workbook = new Workbook();
    workbook.remove('Vem är vem');
    workbook.remove('Ur registret');
    workbook.remove('Börja här');
    const { set, who, problems } = workbook.read();
    expect([who, problems, set.register.size]).toEqual([null, [], 0]);
    expect(set.reviews).toEqual(SET.reviews);
  });
});

describe('what cannot be read is told with its place, and the rest is kept', () => {
  it('a word that is no answer', () => {
    const workbook = new Workbook();
    workbook.sheet('Svar').rows[FIRST + 1]![workbook.column('sex')] = 'Karl';
    const read = workbook.read();
    expect(problemsOf(read)).toEqual(['Svar!F7 review-not-a-code']);
    expect(read.problems[0]!.problem.sv).toBe(
      'Fråga 1: «Karl» är inget av svaren. Välj «Man» eller «Kvinna».',
    );
    const { sex, ...rest } = SET.reviews[1]!.answers;
    expect(sex).toBe('1');
    expect(read.set.reviews[1]!.answers).toEqual(rest);
  });

  it('a formula that has lost what it leant on', () => {
    const workbook = new Workbook();
    workbook.sheet('Svar').rows[FIRST]![workbook.column('other-interventions-1')] = '#REF!';
    expect(problemsOf(workbook.read())[0]).toMatch(/^Svar![A-Z]+6 review-error-value$/);
  });

  it('answers without a person', () => {
    const workbook = new Workbook();
    workbook.sheet('Svar').rows[FIRST + 2]![0] = null;
    const read = workbook.read();
    expect(problemsOf(read)).toEqual(['Svar!A8 review-row-without-person', 'Svar!A1 review-person-gone']);
    expect(read.problems[1]!.problem.sv).toContain('RZQA-J7QD');
    expect(read.set.reviews).toEqual(SET.reviews.slice(0, 2));
  });

  it('an emptied row', () => {
    const workbook = new Workbook();
    workbook.sheet('Svar').rows[FIRST + 2] = [];
    expect(problemsOf(workbook.read())).toEqual(['Svar!A1 review-person-gone']);
  });

  it('the same person and reader twice: the first is used', () => {
    const workbook = new Workbook();
    workbook.sheet('Svar').rows[FIRST + 1]![1] = 'AN';
    const read = workbook.read();
    expect(problemsOf(read)).toEqual(['Svar!A7 review-person-twice']);
    expect(read.problems[0]!.problem.sv).toContain('läsaren AN finns redan i bladet ”Svar”, A6');
    expect(read.set.reviews).toEqual([SET.reviews[0], SET.reviews[2]]);
  });

  it('a personal identity number instead of a code: its answers are not taken', () => {
    const workbook = new Workbook();
    workbook.sheet('Svar').rows[FIRST + 2]![0] = '19850615-9809';
    const read = workbook.read();
    expect(problemsOf(read)[0]).toBe('Svar!A8 review-identity-number');
    expect(JSON.stringify(read.set.reviews)).not.toContain('19850615');
    expect(JSON.stringify(read.problems)).not.toContain('19850615');
  });

  it('a column that was deleted', () => {
    const workbook = new Workbook();
    const [sip, sex] = [workbook.column('sip:2'), workbook.column('sex')];
    for (const row of workbook.sheet('Svar').rows) {
      row.splice(sip, 1);
      row.splice(sex, 1);
    }
    const read = workbook.read();
    expect(read.problems.map(({ problem }) => [problem.code, /Fråga|fråga (\d+)/.test(problem.sv)])).toEqual([
      ['review-field-missing', true],
      ['review-field-missing', true],
    ]);
    expect(read.problems[0]!.problem.sv).toContain('Fråga 1 finns i formuläret men inte här');
    expect(read.problems[1]!.problem.sv).toContain('Något av svaren på fråga 20');
  });

  it('a column that was copied', () => {
    const workbook = new Workbook();
    const sex = workbook.column('sex');
    for (const row of workbook.sheet('Svar').rows) row.push(row[sex] ?? null);
    const [problem] = workbook.read().problems;
    expect(problem!.problem.code).toBe('review-field-twice');
    expect(problem!.problem.sv).toContain('F1');
  });

  it('answers to a question that somebody has taken out of the form', () => {
    const workbook = new Workbook();
    const form = workbook.sheet('Formulär');
    form.rows = form.rows.filter((row) => !row.includes('children'));
    const read = workbook.read();
    expect(read.problems.map(({ problem }) => problem.code)).toEqual([
      'review-unknown-field',
      'review-unknown-field',
    ]);
    expect(read.set.reviews[0]!.answers).not.toHaveProperty('children');
  });

  it('a second sheet of answers', () => {
    const workbook = new Workbook();
    workbook.sheets.push({ ...workbook.sheet('Svar'), name: 'Svar (2)' });
    const read = workbook.read();
    expect(problemsOf(read)).toEqual(['Svar (2)!A1 review-sheet-twice']);
    expect(read.set).toEqual(SET);
  });
});

describe('where each person has a sheet', () => {
  it('a copied sheet is the same person twice until the reader is another', () => {
    const workbook = new Workbook({ layout: 'forms' });
    const copy = structuredClone(workbook.sheet('K7QF-2M9X AN'));
    workbook.sheets.push({ ...copy, name: 'K7QF-2M9X AN (2)' });
    expect(problemsOf(workbook.read())).toEqual(['K7QF-2M9X AN (2)!E3 review-person-twice']);
    workbook.sheets.at(-1)!.rows[3]![4] = 'CL';
    const read = workbook.read();
    expect(read.problems).toEqual([]);
    expect(read.set.reviews[3]).toEqual({ ...SET.reviews[0], reader: 'CL' });
  });

  it('a deleted sheet is missed', () => {
    const workbook = new Workbook({ layout: 'forms' });
    workbook.remove('RZQA-J7QD AN');
    const read = workbook.read();
    expect(problemsOf(read)).toEqual(['Svar!A8 review-sheet-gone']);
    expect(read.set.reviews).toEqual(SET.reviews.slice(0, 2));
  });

  it('one of two readers’ sheets is missed too', () => {
    const workbook = new Workbook({ layout: 'forms' });
    workbook.remove('K7QF-2M9X BK');
    expect(problemsOf(workbook.read())).toEqual(['Svar!A7 review-sheet-gone']);
  });

  it('an answer that cannot be read is told on its own sheet', () => {
    const workbook = new Workbook({ layout: 'forms' });
    const { rows } = workbook.sheet('RZQA-J7QD AN');
    const row = rows.findIndex((cells) => cells[0] === 'age-first');
    rows[row]![4] = 'trettio';
    expect(problemsOf(workbook.read())).toEqual([
      `RZQA-J7QD AN!E${String(row + 1)} review-not-a-whole-number`,
    ]);
  });
});

describe('a workbook that is no review', () => {
  it('has no sheet with a mark', () => {
    expect(readReviewSheets([{ name: 'Blad1', rows: [['Personnummer', 'Datum']] }])).toMatchObject({
      ok: false,
      problem: { code: 'not-a-review' },
    });
  });

  it('has lost its form', () => {
    const workbook = new Workbook();
    workbook.remove('Formulär');
    expect(workbook.refused().code).toBe('review-form-missing');
  });

  it('has a form and nothing to answer in', () => {
    const workbook = new Workbook();
    workbook.sheets = drawnSheets([formSheet(SET.form, 'sv')]).map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => [...row]),
    }));
    expect(workbook.refused().code).toBe('review-answers-missing');
  });

  it('has a form that cannot be used: the sheet is named', () => {
    const workbook = new Workbook();
    const { rows } = workbook.sheet('Formulär');
    const kind = rows.findIndex((row) => row.includes('sex'));
    rows[kind] = rows[kind]!.map((value) => (value === 'sex' ? 'age-first' : value));
    expect(workbook.refused().sv).toMatch(/^Bladet ”Formulär”: /);
  });
});
