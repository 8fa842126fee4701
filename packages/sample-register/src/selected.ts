/**
 * The register agrees with the print for the persons of the case-file review too: how often they were actualised, who
 * reported them and how many investigations were opened. All is done by exchange with the others of the highest
 * frequency group, so that the group's figures stay what they are.
 */
import { calendarDay } from 'isu-core';
import type { Client } from './births.ts';
import { GROUPS, SELECTED } from './printed-figures.ts';
import { shuffle, type Random } from './random.ts';
import type { SampleRow } from './row.ts';
import type { Person } from './rows.ts';

const HIGHEST = GROUPS.length - 1;
const { fewest, most } = GROUPS[HIGHEST]!;

/** Days pass between persons of the same sex until the selected ones have the printed number between them. */
export function withDaysOfSelected(clients: readonly Client[], random: Random): readonly Client[] {
  const now = [...clients];
  const ofSelected = () => now.reduce((sum, c) => sum + (c.isSelected ? c.days.length : 0), 0);
  for (let missing = SELECTED.actualisations - ofSelected(); missing !== 0; missing -= Math.sign(missing)) {
    const { giver, taker, day } = dayToPass(now, missing > 0, random);
    const left = now[giver]!.days.indexOf(day);
    now[giver] = { ...now[giver]!, days: now[giver]!.days.filter((_, at) => at !== left) };
    now[taker] = { ...now[taker]!, days: [...now[taker]!.days, day].sort((a, b) => a - b) };
  }
  return now;
}

/** Who gives which day to whom: one between the taker's first and last. */
function dayToPass(clients: readonly Client[], isToSelected: boolean, random: Random) {
  const frequent = [...clients.keys()].filter((i) => clients[i]!.group === HIGHEST);
  const count = (i: number) => clients[i]!.days.length;
  const isTaker = (i: number) => clients[i]!.isSelected === isToSelected;
  const givers = shuffle(
    frequent.filter((i) => !isTaker(i) && count(i) > fewest),
    random,
  );
  const takers = shuffle(
    frequent.filter((i) => isTaker(i) && count(i) < most),
    random,
  );
  for (const giver of givers)
    for (const taker of takers) {
      if (clients[giver]!.isWoman !== clients[taker]!.isWoman) continue;
      const { days } = clients[taker]!;
      const free = clients[giver]!.days.filter(
        (day) => day > days[0]! && day < days.at(-1)! && !isInYearOfRule(day),
      );
      if (free.length > 0) return { giver, taker, day: free[random.below(free.length)]! };
    }
  throw new Error('No day can pass between the selected persons and the others.');
}

/** Whoever is selected stays so, and nobody else becomes it. */
function isInYearOfRule(day: number): boolean {
  return SELECTED.activeYears.some((year) => year === calendarDay(day).year);
}

/** Cards (type, referrer and decision) change places between rows of the highest group. */
export function withCardsOfSelected(
  rows: readonly SampleRow[],
  persons: readonly (Person & { readonly isSelected: boolean })[],
  random: Random,
): readonly SampleRow[] {
  const now = [...rows];
  const places = new Map<string, number[]>();
  for (const { number, group } of persons) if (group === HIGHEST) places.set(number, []);
  now.forEach(({ person }, place) => places.get(person)?.push(place));
  const isSelected = new Set(persons.filter((person) => person.isSelected).map(({ number }) => number));
  const group: Group = {
    rows: now,
    ofSelected: [...places].filter(([person]) => isSelected.has(person)).map(([, own]) => own),
    // In chance order, so that no time of the period gives more than another.
    ofOthers: shuffle(
      [...places].filter(([person]) => !isSelected.has(person)).flatMap(([, own]) => own),
      random,
    ),
  };
  for (const [referrer, number] of Object.entries(SELECTED.personsByReferrer))
    exchangeReports(group, referrer, number);
  exchangeDecisions(group, random);
  return now;
}

interface Group {
  readonly rows: SampleRow[];
  /** Places of the rows of each selected person. */
  readonly ofSelected: readonly (readonly number[])[];
  /** Places of the rows of all others in the group. */
  readonly ofOthers: readonly number[];
}

function exchange(rows: SampleRow[], one: number, other: number): void {
  const cardOf = ({ type, referrer, decision }: SampleRow) => ({ type, referrer, decision });
  const [first, second] = [rows[one]!, rows[other]!];
  rows[one] = { ...first, ...cardOf(second) };
  rows[other] = { ...second, ...cardOf(first) };
}

/** Until exactly so many selected persons have a report by the referrer. */
function exchangeReports(group: Group, referrer: string, persons: number): void {
  const { rows } = group;
  const reported = (places: readonly number[], by = referrer) =>
    places.filter((place) => rows[place]!.referrer === by);
  const byCount = [...group.ofSelected].sort((a, b) => reported(b).length - reported(a).length);
  for (const places of byCount.slice(persons))
    // A report by someone who has reported the person anyway comes instead.
    for (const place of reported(places)) {
      const instead = group.ofOthers.find((other) => {
        const { type, referrer: by, decision } = rows[other]!;
        const isKnown = by !== referrer && type === 'Anmälan' && reported(places, by).length > 0;
        return isKnown && decision === rows[place]!.decision;
      });
      exchange(rows, place, found(instead));
    }
  for (const places of byCount.slice(0, persons)) {
    if (reported(places).length > 0) continue;
    const isSpare = (place: number) =>
      rows[place]!.type === 'Anmälan' && reported(places, rows[place]!.referrer).length > 1;
    const place = found(places.find(isSpare));
    const instead = group.ofOthers.find(
      (other) => rows[other]!.referrer === referrer && rows[other]!.decision === rows[place]!.decision,
    );
    exchange(rows, place, found(instead));
  }
}

/** Until the selected persons have the printed number of investigations; types and referrers stay. */
function exchangeDecisions({ rows, ofSelected, ofOthers }: Group, random: Random): void {
  const isOpened = (place: number) => rows[place]!.decision === 'Inleda utredning';
  const places = shuffle(ofSelected.flat(), random);
  let tooMany = places.filter(isOpened).length - SELECTED.investigationsOpened;
  for (const place of places) {
    if (tooMany === 0) return;
    if (isOpened(place) !== tooMany > 0) continue;
    const { type, referrer } = rows[place]!;
    const instead = ofOthers.find(
      (other) =>
        isOpened(other) !== isOpened(place) &&
        rows[other]!.type === type &&
        rows[other]!.referrer === referrer,
    );
    if (instead === undefined) continue;
    exchange(rows, place, instead);
    tooMany -= Math.sign(tooMany);
  }
}

function found(place: number | undefined): number {
  if (place === undefined) throw new Error('No report can be exchanged.');
  return place;
}
