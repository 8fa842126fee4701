/** What each actualisation is (type, referrer, decision): a shuffled pack of cards for each frequency group. */
import {
  ACTUALISATIONS,
  APPLICATIONS,
  INVESTIGATIONS_OPENED,
  LOB,
  REPORTS_BY_REFERRER,
} from './printed-figures.ts';
import { shuffle, type Random } from './random.ts';
import { wholeParts } from './whole-parts.ts';

export interface Card {
  readonly type: string;
  readonly referrer: string;
  readonly decision: string;
}

export interface Pack {
  readonly cards: readonly Card[];
  /** Which card each actualisation of the group gets, in the order that they come in. */
  readonly order: Uint8Array;
}

interface Kind {
  readonly type: string;
  readonly referrer: string;
  readonly count: number;
  /** How the odds that an investigation is opened compare with a report's. The print does not say; a guess. */
  readonly odds: number;
}

/** The pack of a group with so many actualisations, in the printed proportions; exactly the printed figures at its own size. */
export function packOf(group: number, actualisations: number, random: Random): Pack {
  const kinds = kindsOf(group, actualisations);
  const share = INVESTIGATIONS_OPENED[group]! / ACTUALISATIONS[group]!;
  const opened = openedByKind(kinds, Math.round(actualisations * share));
  const cards: Card[] = [];
  const order = new Uint8Array(actualisations);
  let filled = 0;
  const add = (kind: Kind, decision: string, count: number) => {
    order.fill(cards.length, filled, filled + count);
    filled += count;
    cards.push({ type: kind.type, referrer: kind.referrer, decision });
  };
  kinds.forEach((kind, i) => {
    add(kind, 'Inleda utredning', opened[i]!);
    add(kind, 'Inte inleda utredning', kind.count - opened[i]!);
  });
  return { cards, order: shuffle(order, random) };
}

/** Applications, LOB (all from the police, as the act says) and the other reports by referrer. */
function kindsOf(group: number, actualisations: number): readonly Kind[] {
  const referrers = Object.keys(REPORTS_BY_REFERRER);
  const reports = referrers.map((referrer) => {
    const count = REPORTS_BY_REFERRER[referrer]![group]!;
    return referrer === 'Polisen' ? count - LOB[group]! : count;
  });
  const [applications, lob, ...others] = wholeParts(actualisations, [
    APPLICATIONS[group]!,
    LOB[group]!,
    ...reports,
  ]);
  return [
    { type: 'Ansökan', referrer: 'Den enskilde', count: applications!, odds: 2.5 },
    { type: 'Anmälan LOB', referrer: 'Polisen', count: lob!, odds: 0.4 },
    ...referrers.map((referrer, i) => ({ type: 'Anmälan', referrer, count: others[i]!, odds: 1 })),
  ];
}

/** Investigations opened by kind, with the odds of each kind and the given sum. */
function openedByKind(kinds: readonly Kind[], opened: number): number[] {
  const expected = (base: number) =>
    kinds.map(({ count, odds }) => (count * odds * base) / (1 + odds * base));
  const sum = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0);
  let low = 0;
  let high = 1000;
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2;
    if (sum(expected(middle)) < opened) low = middle;
    else high = middle;
  }
  return wholeParts(opened, expected(high));
}
