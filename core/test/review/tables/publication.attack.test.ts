/**
 * A reader's attack on published tables of a review. The reader has the JSON and a solver, and shares nothing with the
 * protection: every person is one of all the ways in which the form can be answered, how many are of each way is
 * unknown, and every figure that is shown is an equation between them.
 */
import { beforeAll, expect, it } from 'vitest';
import loadHighs, { type Highs } from 'highs';
import type { Code, Form, Item, Text } from '../../../src/review/form.ts';
import { analyseReviews, type ReviewSettings } from '../../../src/review/review-analysis.ts';
import { reviewJson } from '../../../src/review/review-json.ts';
import type { Answers, ReviewSet } from '../../../src/review/reviews.ts';
import { shownReview } from '../../../src/review/review-protection.ts';
import { fieldsOf } from '../../../src/review/fields.ts';
import { standardForm } from '../../../src/review/standard-form.ts';
import { between, draws } from '../../protection/random-tables.ts';
import { randomReviews } from './random-reviews.ts';

const t = (text: string): Text => ({ sv: text, en: text });
const code = (own: string): Code => ({ code: own, label: t(own) });
const item = (id: string, kind: Item['kind'], codes: readonly Code[] = []): Item => ({
  id,
  number: id,
  section: 's',
  kind,
  question: t(id),
  guidance: t(''),
  codes,
});
const UNTOLD: Code = { code: '9', label: t('9'), missing: true };

/** Of every kind that can be crossed; two of the ids are known, so that the report's tables are made as well. */
const FORM: Form = {
  id: 'f',
  version: '1',
  title: t('f'),
  years: [2020],
  sections: [{ id: 's', title: t('s') }],
  items: [
    item('sex', 'one', [code('1'), code('2'), UNTOLD]),
    item('diagnoses', 'several', [code('1'), code('2'), UNTOLD]),
    item('cost-outpatient', 'money'),
    { ...item('follow', 'one', [code('1'), code('2')]), asked: { item: 'sex', codes: ['1'] } },
  ],
};
const CROSS = [
  { rows: 'diagnoses', columns: 'sex' },
  { rows: 'sex', columns: 'cost-outpatient' },
  { rows: 'diagnoses', columns: 'cost-outpatient' },
];

/** One way to answer the form; the cost is none, or any at all. */
interface Way {
  readonly sex: '1' | '2' | 'missing' | 'empty';
  readonly diagnoses: '00' | '01' | '10' | '11' | 'missing' | 'empty';
  readonly cost: 'none' | 'some' | 'empty';
  /** Asked of those of the first sex. */
  readonly follow: '1' | '2' | 'empty' | 'not-asked';
}
const WAYS: readonly Way[] = (['1', '2', 'missing', 'empty'] as const).flatMap((sex) =>
  (['00', '01', '10', '11', 'missing', 'empty'] as const).flatMap((diagnoses) =>
    (['none', 'some', 'empty'] as const).flatMap((cost) =>
      (sex === '1' ? (['1', '2', 'empty'] as const) : (['not-asked'] as const)).map((follow) => {
        return { sex, diagnoses, cost, follow };
      }),
    ),
  ),
);

type Test = (way: Way) => boolean;
const hasSex = ({ sex }: Way) => sex === '1' || sex === '2';
const told = ({ diagnoses }: Way) => diagnoses.length === 2;
const has = (at: number) => (way: Way) => told(way) && way.diagnoses[at] === '1';
const lacks = (at: number) => (way: Way) => told(way) && way.diagnoses[at] === '0';
const any = (way: Way) => has(0)(way) || has(1)(way);
const priced = ({ cost }: Way) => cost !== 'empty';
const buys = ({ cost }: Way) => cost === 'some';
const followed = ({ follow }: Way) => follow === '1' || follow === '2';
const both = (a: Test, b: Test) => (way: Way) => a(way) && b(way);

const SEXES: Readonly<Record<string, Test>> = {
  '1': ({ sex }) => sex === '1',
  '2': ({ sex }) => sex === '2',
};
const DIAGNOSES: Readonly<Record<string, Test>> = { '1': has(0), '2': has(1) };

/** What no reader may come to know to be small: each group that the tables tell of, and those that it leaves out. */
const GROUPS: readonly Test[] = [
  ...Object.values(SEXES),
  ...[has(0), has(1), lacks(0), lacks(1), any, both(told, (way) => !any(way))],
  ...[both(any, lacks(0)), both(any, lacks(1)), buys, ({ cost }: Way) => cost === 'none'],
  ...(['1', '2', 'empty', 'not-asked'] as const).map(
    (state) =>
      ({ follow }: Way) =>
        follow === state,
  ),
  ...[hasSex, told, priced].map((test) => (way: Way) => !test(way)),
  ...Object.values(SEXES).flatMap((sex) =>
    [has(0), has(1), lacks(0), lacks(1)].map((diagnosis) => both(sex, diagnosis)),
  ),
  ...Object.values(SEXES).flatMap((sex) => [both(sex, buys), both(sex, (way) => !told(way))]),
  ...[both(has(0), buys), both(has(1), buys), both(hasSex, (way) => !told(way))],
];

interface Equation {
  readonly persons?: Test;
  readonly kronor?: Test;
  readonly times?: number;
  readonly value: number;
}

interface Cell {
  readonly suppressed?: true;
  readonly value?: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly kind?: string;
}
interface Table {
  readonly id: string;
  readonly rows: readonly { readonly key: string; readonly cells: Readonly<Record<string, Cell>> }[];
}
interface Published {
  readonly tables: readonly Table[];
  readonly cross: readonly { readonly table: Table }[];
}

/** What a cell counts: in words of the form, not of the protection. */
function meaning(
  table: string,
  row: string,
  column: string,
): { part: Test; whole?: Test; sum?: true } | null {
  const base = row.startsWith('sex') ? hasSex : row.startsWith('diagnoses') ? told : priced;
  if (table === 'review-cross-1') {
    const [key = ''] = column.split(' ');
    const sex = SEXES[key] ?? hasSex;
    return { part: row === 'base' ? both(told, sex) : both(DIAGNOSES[row]!, sex), whole: both(told, sex) };
  }
  if (table === 'review-cross-2' || table === 'review-cross-3') {
    const rows = table === 'review-cross-2' ? SEXES : DIAGNOSES;
    const of = both(rows[row] ?? (table === 'review-cross-2' ? hasSex : told), priced);
    return column === 'base' ? { part: of } : { part: of, whole: of, sum: true };
  }
  if (table === 'review-diagnoses' && row === 'total') return null;
  const [itemId = '', answer = ''] = row.split('=');
  if (table === 'review-diagnoses')
    return column === 'base' ? { part: any } : { part: DIAGNOSES[answer]!, whole: any };
  if (table === 'review-purchases') {
    if (column === 'persons') return { part: buys };
    if (column === 'percent') return null;
    return { part: buys, whole: buys, sum: true };
  }
  if (row.startsWith('follow')) {
    const [, state = ''] = row.split(/[= ]/);
    return { part: column === 'base' ? followed : ({ follow }) => follow === state, whole: followed };
  }
  if (row.endsWith(' missing')) return { part: (way) => way[itemId.split(' ')[0] as 'sex'] === 'missing' };
  if (row.endsWith(' empty')) return { part: (way) => !base(way) && !isMissing(way, row) };
  if (row === 'cost-outpatient answered')
    return column === 'persons' ? { part: priced } : { part: priced, whole: priced, sum: true };
  const part = itemId === 'sex' ? SEXES[answer]! : answer === 'any' ? any : DIAGNOSES[answer]!;
  return column === 'base' ? { part: base } : { part, whole: base };
}

function isMissing(way: Way, row: string): boolean {
  return row.startsWith('sex') ? way.sex === 'missing' : way.diagnoses === 'missing';
}

function equationsOf({ tables, cross }: Published, persons: number): Equation[] {
  const known: Equation[] = [{ persons: () => true, value: persons }];
  for (const { id, rows } of [...tables, ...cross.map(({ table }) => table)])
    for (const { key, cells } of rows)
      for (const [column, cell] of Object.entries(cells)) {
        const means = cell.suppressed ? null : meaning(id, key, column);
        if (!means || cell.value === null) continue;
        if (means.sum && cell.kind === 'count') known.push({ kronor: means.part, value: cell.value! });
        if (means.sum && cell.kind === 'mean')
          known.push(
            { kronor: means.part, value: cell.numerator! },
            { persons: means.whole!, value: cell.denominator! },
          );
        if (!means.sum && cell.kind === 'count') known.push({ persons: means.part, value: cell.value! });
        if (!means.sum && cell.kind === 'percent')
          known.push(
            { persons: means.part, value: cell.numerator! },
            { persons: means.whole!, value: cell.denominator! },
          );
      }
  return known;
}

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

/** Whether the reader must think it possible that a group has so many persons. */
function canBe(known: readonly Equation[], group: Test, atLeast: number, persons: number): boolean {
  const terms = (test: Test, letter: string) =>
    WAYS.flatMap((way, at) =>
      test(way) && (letter === 'x' || buys(way)) ? [`+ ${letter}${String(at)}`] : [],
    ).join(' ');
  const model = [
    'Maximize',
    ' 0 x0',
    'Subject To',
    ` ${terms(group, 'x')} >= ${String(atLeast)}`,
    ...known.map(({ persons: who, kronor, value }) => {
      const left = who ? terms(who, 'x') : terms(kronor!, 'y');
      return left === '' ? '' : ` ${left} = ${String(value)}`;
    }),
    // Whoever has bought has bought for a krona at least; nobody else has.
    ...WAYS.flatMap((way, at) => (buys(way) ? [` y${String(at)} - x${String(at)} >= 0`] : [])),
    ...WAYS.flatMap((way, at) => (buys(way) ? [` y${String(at)} - 1000000 x${String(at)} <= 0`] : [])),
    'Bounds',
    ...WAYS.map((_, at) => ` 0 <= x${String(at)} <= ${String(persons)}`),
    'General',
    ` ${WAYS.map((_, at) => `x${String(at)}`).join(' ')}`,
    'End',
  ];
  const solution = highs.solve([...new Set(model)].filter((line) => line !== '').join('\n'), {
    output_flag: false,
  });
  if (solution.Status !== 'Optimal' && solution.Status !== 'Infeasible')
    throw new Error(`HiGHS: ${solution.Status}`);
  return solution.Status === 'Optimal';
}

function wayOf(answers: Answers): Way {
  const sex = answers['sex'];
  const mark = (own: string) => answers[`diagnoses:${own}`];
  const isTold = mark('1') !== undefined || mark('2') !== undefined;
  const cost = answers['cost-outpatient'];
  return {
    sex: sex === undefined ? 'empty' : sex === '9' ? 'missing' : (sex as '1' | '2'),
    diagnoses: isTold
      ? (`${mark('1') === true ? '1' : '0'}${mark('2') === true ? '1' : '0'}` as Way['diagnoses'])
      : mark('9') === true
        ? 'missing'
        : 'empty',
    cost: cost === undefined ? 'empty' : cost === 0 ? 'none' : 'some',
    follow: sex === '1' ? ((answers['follow'] ?? 'empty') as Way['follow']) : 'not-asked',
  };
}

function published(persons: number, seed: number, threshold: number) {
  const set = randomReviews(FORM, persons, seed);
  const protection = { mode: 'publication', threshold } as const;
  return { json: jsonOf(set, { cross: CROSS, protection }), ways: waysOf(set) };
}

function jsonOf(set: ReviewSet, settings: ReviewSettings): Published {
  const analysis = analyseReviews(set, settings);
  if (!analysis.ok) throw new Error(analysis.problem.en);
  return JSON.parse(reviewJson(analysis.value, 'en', { name: 'f' })) as Published;
}

function waysOf({ reviews }: ReviewSet): Way[] {
  return reviews.map(({ answers }) => wayOf(answers));
}

/** How many groups are small, and of how many of them the reader knows it. */
function attack(json: Published, ways: readonly Way[], threshold: number) {
  const known = equationsOf(json, ways.length);
  const small = GROUPS.filter((group) => {
    const size = ways.filter(group).length;
    return size > 0 && size < threshold;
  });
  const found = small.filter((group) => !canBe(known, group, threshold, ways.length));
  return { small: small.length, known: found.length };
}

it('gives no reader with a solver a group of persons that he knows to be small', () => {
  let small = 0;
  for (let seed = 1; seed <= 3; seed++) {
    const threshold = [3, 5][seed % 2]!;
    const { json, ways } = published([20, 28, 60][seed % 3]!, seed, threshold);
    const found = attack(json, ways, threshold);
    expect(found.known, `seed ${String(seed)}`).toBe(0);
    small += found.small;
  }
  expect(small).toBeGreaterThan(15);
});

it('is an attack that works: with the small cells alone hidden, the reader knows most of them to be small', () => {
  const set = randomReviews(FORM, 28, 2);
  const hidden = JSON.stringify(jsonOf(set, { cross: CROSS }), (_, value: unknown) =>
    isSmallCell(value as Cell | null) ? { suppressed: true } : value,
  );
  const { small, known } = attack(JSON.parse(hidden) as Published, waysOf(set), 5);
  expect(known).toBeGreaterThan(small / 2);
});

function isSmallCell(cell: Cell | null): boolean {
  const persons = cell?.kind === 'percent' ? cell.numerator : cell?.kind === 'count' ? cell.value : 0;
  return typeof persons === 'number' && persons > 0 && persons < 5;
}

it('whatever stands in the cells, the tables are made, and no small group can be known or bounded', () => {
  const form = standardForm([2021, 2022]);
  const fields = fieldsOf(form);
  const odd = [true, false, '1', '2', 0, 1, 2.5, -1, 'ord', 99_999];
  for (let seed = 1; seed <= 2; seed++) {
    const draw = draws(seed);
    const set = randomReviews(form, between(draw, 10, 30), seed);
    const reviews = set.reviews.map((review) => {
      const answers = { ...review.answers };
      for (let times = 0; times < 15; times++)
        answers[fields[between(draw, 0, fields.length - 1)]!.key] = odd[between(draw, 0, odd.length - 1)]!;
      return { ...review, answers };
    });
    const protection = { mode: 'publication', threshold: 5 } as const;
    const cross = [{ rows: 'housing', columns: 'sip' }];
    const analysis = analyseReviews({ ...set, reviews }, { cross, protection });
    if (!analysis.ok) throw new Error(analysis.problem.en);
    const { audit } = shownReview(analysis.value);
    expect(audit!.primaries).toBeGreaterThan(100);
    expect(audit).toMatchObject({ determined: 0, boundedBelowThreshold: 0 });
  }
});
