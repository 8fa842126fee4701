/** From Urval to a review in the workbook, and from its answers to its tables, over the real edge. */
import { formJson } from 'isu-core/review';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openReviewBook } from '../../src/office/review-book.ts';
import type { Pane } from '../../src/pane/model/pane.ts';
import type { ReviewFields } from '../../src/pane/model/review-work.ts';
import { openRows, sampleRows, valueOf, type OpenExcel } from '../office/excel.ts';
import { shortForm } from '../office/review-sheets.ts';
import { openPane } from './opened-pane.ts';

const SHORT = { name: 'eget.json', json: formJson(shortForm()) };
const FIELDS: ReviewFields = { form: SHORT, persons: 'selection', layout: 'rows', readers: '', years: null };
const TABLES = { reader: null, cross: null, publication: false, threshold: null };
const RULE = { atLeast: '12', activeYears: '2017, 2021, 2022' };
const REVIEW = ['Börja här', 'Svar', 'Formulär', 'Koder', 'Ur registret', 'Vem är vem'];
const RESULT = ['Översikt', 'Personer', 'Tabeller', 'Radredovisning', 'Protokoll'];

let faults: readonly unknown[] = [];
afterEach(() => {
  expect(faults).toEqual([]);
});

async function opened(): Promise<{ excel: OpenExcel; pane: Pane }> {
  const excel = await openRows(sampleRows());
  const each = openPane(excel);
  faults = each.faults;
  await each.pane.open();
  return { excel, pane: each.pane };
}

const namesIn = ({ host }: OpenExcel) => host.workbook.sheets.map(({ name }) => name);
const book = async () => valueOf(await openReviewBook())!;
const textsIn = ({ host }: OpenExcel) =>
  host.workbook.sheets.map(({ name, cells }) => {
    const texts: unknown[] = [];
    const area = { row: 0, column: 0, rowCount: 500, columnCount: 200 };
    cells.eachFilled(area, (_, __, value) => texts.push(value));
    return { name, texts: JSON.stringify(texts) };
  });

describe('a review of the selection', () => {
  let excel: OpenExcel;
  let pane: Pane;
  beforeAll(async () => {
    ({ excel, pane } = await opened());
    pane.fill(RULE);
    await pane.review.make({ ...FIELDS, readers: 'AB, CD' });
  });

  it('has a form for each person and reader, filled from the register', async () => {
    expect(pane.state).toMatchObject({
      problem: null,
      said: { kind: 'review-made', persons: 28, ties: 0, kept: 0, sheets: REVIEW },
    });
    const { set } = await book();
    expect(set.reviews).toHaveLength(56);
    const ofOne = set.reviews.filter(({ reader }) => reader === 'AB');
    // Report, Tabell 4: 22 men; its 28 persons have 672 actualisations over six years, the register's 28 as many.
    expect(ofOne.filter(({ answers }) => answers['sex'] === '1')).toHaveLength(22);
  });

  it('names persons by their codes alone, but on the sheet that tells who is who', () => {
    const person = /\d{8}-\d{4}/;
    const telling = textsIn(excel).filter(({ texts }) => person.test(texts));
    expect(telling.map(({ name }) => name)).toEqual(['Aktualiseringar', 'Vem är vem']);
    const { customXmlParts, names } = excel.host.workbook;
    expect(
      JSON.stringify([customXmlParts.map(({ xml }) => xml), names.map(({ formula }) => formula)]),
    ).not.toMatch(/\d{8}-?\d{4}/);
  });

  it('has its tables counted on the answers as they stand, and written beside the lathund’s result', async () => {
    await pane.write();
    const answers = await book();
    const [first] = answers.set.reviews;
    valueOf(await answers.write(first!.person, first!.reader, { 'birth-country': '1', 'housing:1': true }));
    answers.close();
    await pane.review.tabulate({ ...TABLES, cross: { rows: 'sex', columns: 'age-bands' } });
    expect(pane.state.problem).toBeNull();
    expect(pane.state.reviewed).toMatchObject({ readers: ['AB', 'CD'], reader: 'AB', unread: [] });
    await pane.review.writeTables();
    expect(pane.state.problem).toBeNull();
    const tables = namesIn(excel).filter((name) => name.startsWith('Granskning'));
    expect(tables).toContain('Granskning korstabeller');
    expect(tables).toContain('Granskning samstämmighet');
    await pane.write();
    expect(namesIn(excel).toSorted()).toEqual(
      ['Aktualiseringar', ...REVIEW, ...RESULT, ...tables].toSorted(),
    );
  });

  it('for publication has no person, and no table of them', async () => {
    await pane.review.tabulate({ ...TABLES, publication: true });
    const { document } = pane.state.reviewed!.document;
    expect(document.sheets.map(({ id }) => id)).not.toContain('review-differences');
    expect(JSON.stringify(document)).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  });

  it('with answers is not made anew before the user has said what becomes of them', async () => {
    const before = JSON.stringify((await book()).set.reviews);
    await pane.review.make(FIELDS);
    expect(pane.state.reviewAsked).toMatchObject({ answers: 2, sheets: REVIEW });
    expect(JSON.stringify((await book()).set.reviews)).toBe(before);
    pane.review.leave();
    expect(pane.state.reviewAsked).toBeNull();
  });

  it('carries its answers over to the new one, whatever the codes are now', async () => {
    const whole = await book();
    await pane.review.make({ ...FIELDS, form: 'workbook', layout: 'forms', readers: 'AB' });
    await pane.review.makeAgain('kept');
    expect(pane.state).toMatchObject({ reviewAsked: null, said: { kind: 'review-made', kept: 2 } });
    const { set, problems } = await book();
    expect(problems).toEqual([]);
    expect(set.form).toEqual(whole.set.form);
    const answered = set.reviews.filter(({ answers }) => answers['birth-country'] !== undefined);
    expect(answered).toMatchObject([{ reader: 'AB', answers: { 'birth-country': '1', 'housing:1': true } }]);
    expect(set.reviews.map(({ person }) => person)).not.toContain(whole.set.reviews[0]!.person);
  });

  it('starts afresh where the user says so', async () => {
    await pane.review.make(FIELDS);
    await pane.review.makeAgain('away');
    const { set } = await book();
    expect(set.reviews.filter(({ answers }) => answers['birth-country'] !== undefined)).toEqual([]);
    expect(namesIn(excel).filter((name) => REVIEW.includes(name))).toEqual(REVIEW);
  });
});

describe('the light form', () => {
  it('is made with one click, of the five who return and are investigated most', async () => {
    const { pane } = await opened();
    await pane.review.make({ ...FIELDS, form: 'light', persons: 'most-returning' });
    const { said } = pane.state;
    expect(said).toMatchObject({ kind: 'review-made' });
    const { set } = await book();
    expect(set.form).toMatchObject({ id: 'bilaga-2-light', years: [2020, 2021, 2022] });
    expect(set.reviews).toHaveLength(said?.kind === 'review-made' ? 5 + said.ties : 0);
  });
});

describe('no review is made', () => {
  it.each([
    { of: 'nobody selected by any rule', form: {}, fields: {}, code: 'no-selection' },
    { of: 'a rule that nobody meets', form: { atLeast: '900' }, fields: {}, code: 'nobody-selected' },
    { of: 'three readers', form: RULE, fields: { readers: 'A, B, C' }, code: 'too-many-readers' },
    { of: 'two of the same', form: RULE, fields: { readers: 'AB; ab' }, code: 'reader-twice' },
    { of: 'years that fall', form: RULE, fields: { years: '2022-2017' }, code: 'form-years' },
    { of: 'publication', form: { ...RULE, publication: true }, fields: {}, code: 'selection-hidden' },
    {
      of: 'a broken form',
      form: RULE,
      fields: { form: { name: 'trasigt.json', json: '{"id": 1}' } },
      code: null,
    },
  ])('of $of, and it is said why', async ({ form, fields, code }) => {
    const { excel, pane } = await shared();
    pane.fill({ atLeast: null, activeYears: null, publication: false, ...form });
    await pane.review.make({ ...FIELDS, ...fields });
    const { problem } = pane.state;
    if (code === null) expect(problem!.sv).toContain('trasigt.json');
    else expect(problem!.code).toBe(code);
    expect(namesIn(excel)).toEqual(['Aktualiseringar']);
  });
});

/** One workbook for all that leave it as it was. */
let unchanged: ReturnType<typeof opened> | null = null;
function shared(): ReturnType<typeof opened> {
  unchanged ??= opened();
  return unchanged;
}
