/** The reader's desk: answers on their way to the cells, over a review that stands in no workbook. */
import { succeed, type Outcome } from 'isu-core';
import { readersOf, standardForm, type ReviewSet } from 'isu-core/review';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReviewBook } from '../../../src/office/review-book.ts';
import { nextToRead, personsOf } from '../../../src/pane/review/model/persons.ts';
import { ReviewDesk } from '../../../src/pane/review/model/review-desk.ts';
import { BookInMemory, reviewSet } from './book-in-memory.ts';

const form = standardForm([2021, 2022]);
const FILLED = { sex: '2', 'age-first': 23, actualisations: 17 };

async function deskOver(set: ReviewSet) {
  const book = new BookInMemory(set);
  const desk = await opened(() => Promise.resolve(succeed(book)));
  return { book, desk };
}

async function opened(openBook: () => Promise<Outcome<ReviewBook | null>>, faults: unknown[] = []) {
  const desk = new ReviewDesk({
    openBook,
    faultWords: { sv: 'fel', en: 'fault' },
    onFault: (fault) => faults.push(fault),
  });
  await desk.open();
  return desk;
}

const two = () => deskOver(reviewSet(form, ['AAA', 'BBB'], [''], FILLED));
const rested = () => new Promise((done) => setTimeout(done));

describe('a workbook', () => {
  it('without a review is said to have none', async () => {
    const desk = await opened(() => Promise.resolve(succeed(null)));
    expect(desk.state).toMatchObject({ opened: 'none', set: null });
  });

  it('whose review cannot be read says why', async () => {
    const problem = { code: 'x', sv: 'trasig', en: 'broken' };
    const desk = await opened(() => Promise.resolve({ ok: false, problem }));
    expect(desk.state).toMatchObject({ opened: 'refused', problem });
  });

  it('is let go when the pane has turned to something else before it was read', async () => {
    const book = new BookInMemory(reviewSet(form, ['AAA']));
    let give: (book: Outcome<ReviewBook>) => void = () => {};
    const desk = new ReviewDesk({
      openBook: () => new Promise((done) => (give = done)),
      faultWords: { sv: 'fel', en: 'fault' },
      onFault: () => {},
    });
    const opening = desk.open();
    desk.close();
    give(succeed(book));
    await opening;
    expect(book.isClosed).toBe(true);
    expect(desk.state.set).toBeNull();
  });

  it('in which the program fails is told in words, and the fault reported', async () => {
    const faults: unknown[] = [];
    const desk = await opened(() => Promise.reject(new Error('oops')), faults);
    expect(desk.state.problem).toMatchObject({ code: 'fault', sv: 'fel' });
    expect(faults).toHaveLength(1);
  });
});

describe('a person', () => {
  it('is opened at the first question without an answer', async () => {
    const { desk } = await two();
    desk.openPerson('AAA');
    expect(desk.item()!.number).toBe('2b');
    desk.openPerson('BBB');
    expect(desk.item()!.number).toBe('1');
  });

  it('is followed by the next who is not done, and after the last by nobody', async () => {
    const { desk } = await two();
    const { set } = desk.state;
    expect(personsOf(set!, '').map(({ person, answered }) => [person, answered])).toEqual([
      ['AAA', 3],
      ['BBB', 0],
    ]);
    expect(nextToRead(set!, '', 'AAA')).toBe('BBB');
    expect(nextToRead(set!, '', 'BBB')).toBe('AAA');
    const none = { ...set!, form: { ...form, items: [] } };
    expect(nextToRead(none, '', 'AAA')).toBeNull();
  });

  it('is coded by each reader alone', async () => {
    const { desk, book } = await deskOver(reviewSet(form, ['AAA'], ['AN', 'BK']));
    expect(readersOf(desk.state.set!)).toEqual(['AN', 'BK']);
    desk.chooseReader('BK');
    desk.openPerson('AAA');
    desk.answer({ sex: '1' });
    await rested();
    expect(book.set.reviews.map(({ reader, answers }) => [reader, answers['sex']])).toEqual([
      ['AN', undefined],
      ['BK', '1'],
    ]);
  });
});

describe('an answer', () => {
  it('is shown at once and written at once', async () => {
    const { desk, book } = await two();
    desk.openPerson('BBB');
    desk.answer({ sex: '1' });
    expect(desk.openReview()!.review.answers['sex']).toBe('1');
    await rested();
    expect(book.written).toEqual([{ person: 'BBB', reader: '', changes: { sex: '1' } }]);
    expect(desk.state.saving).toBe('saved');
  });

  it('that changes nothing is not written', async () => {
    const { desk, book } = await two();
    desk.openPerson('AAA');
    desk.answer({ sex: '2', 'age-latest': null });
    await rested();
    expect(book.written).toEqual([]);
  });

  it('given while another is being written goes in one request with all that follow', async () => {
    const { desk, book } = await two();
    desk.openPerson('BBB');
    book.hold();
    desk.answer({ 'age-first': 1 });
    desk.answer({ 'age-first': 19 });
    desk.answer({ 'age-latest': 40 });
    expect(desk.state.saving).toBe('saving');
    book.letGo!();
    await rested();
    book.letGo!();
    await rested();
    expect(book.written.map(({ changes }) => changes)).toEqual([
      { 'age-first': 1 },
      { 'age-first': 19, 'age-latest': 40 },
    ]);
    expect(desk.state.saving).toBe('saved');
  });

  it('that cannot be written is told, kept while one walks on, and written when it can be', async () => {
    const { desk, book } = await two();
    desk.openPerson('BBB');
    book.isLocked = true;
    desk.answer({ sex: '1' });
    await rested();
    expect(desk.state).toMatchObject({ saving: 'failed', problem: { code: 'locked' } });
    desk.next();
    desk.openPerson('AAA');
    expect(desk.state.saving).toBe('failed');
    desk.openPerson('BBB');
    expect(desk.openReview()!.review.answers['sex']).toBe('1');
    book.isLocked = false;
    await desk.retry();
    expect(book.set.reviews[1]!.answers).toEqual({ sex: '1' });
    expect(desk.state).toMatchObject({ saving: 'saved', problem: null });
  });

  it('is kept while the pane shows something else, and written when the review is opened again', async () => {
    const { desk, book } = await two();
    desk.openPerson('BBB');
    book.isLocked = true;
    desk.answer({ sex: '1' });
    await rested();
    desk.close();
    expect(book.isClosed).toBe(true);
    book.isLocked = false;
    await desk.open();
    await rested();
    expect(book.set.reviews[1]!.answers).toEqual({ sex: '1' });
  });

  it('changed by hand in the sheet is shown, and it is said', async () => {
    const { desk, book } = await two();
    desk.openPerson('BBB');
    book.byHand('BBB', '', { 'age-first': 30 });
    expect(desk.state.isChangedByHand).toBe(false);
    book.byHand('BBB', '', { sex: '2' });
    expect(desk.openReview()!.review.answers).toEqual({ sex: '2', 'age-first': 30 });
    expect(desk.state.isChangedByHand).toBe(true);
    desk.next();
    expect(desk.state.isChangedByHand).toBe(false);
  });

  it('of a person whose row has gone from the sheet sends the reader back to the persons', async () => {
    const { desk, book } = await two();
    desk.openPerson('BBB');
    book.set = { ...book.set, reviews: book.set.reviews.slice(0, 1) };
    book.byHand('AAA', '', {});
    expect(desk.state).toMatchObject({ part: 'persons', person: null });
  });

  it('comes to its cell in the end, however often the writing fails', async () => {
    const steps = fc.array(
      fc.record({ age: fc.nat(99), isLocked: fc.boolean(), walks: fc.boolean(), waits: fc.boolean() }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { desk, book } = await two();
        for (const [at, { age, isLocked, walks, waits }] of all.entries()) {
          desk.openPerson(at % 2 === 0 ? 'AAA' : 'BBB');
          book.isLocked = isLocked;
          desk.answer({ 'age-latest': age });
          if (walks) desk.next();
          if (waits) await rested();
        }
        await rested();
        book.isLocked = false;
        await desk.retry();
        expect(book.set.reviews).toEqual(desk.state.set!.reviews);
        expect(book.set.reviews[0]!.answers['age-latest']).toBe(all.at(all.length % 2 === 0 ? -2 : -1)!.age);
      }),
      { numRuns: 40 },
    );
  });
});

it('shows the cell of the answer in its sheet', async () => {
  const { desk, book } = await two();
  desk.openPerson('AAA');
  await desk.showCell();
  expect(book.shown).toEqual(['AAA  age-latest']);
});

it('walks to the end, and back', async () => {
  const { desk } = await two();
  desk.openPerson('BBB');
  for (let at = 0; at < 60 && desk.state.part === 'question'; at++) desk.next();
  expect(desk.state.part).toBe('end');
  expect(desk.item()!.number).toBe('33');
  desk.openPerson('BBB');
  expect(desk.back()).toBe(false);
});
