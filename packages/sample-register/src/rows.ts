/** The rows of the register from its persons: in date order, each with the next card of its group. */
import { GROUPS } from './printed-figures.ts';
import { packOf, type Pack } from './cards.ts';
import { FIRST_DAY, LAST_DAY } from './dates.ts';
import { shuffle, type Random } from './random.ts';
import type { SampleRow } from './row.ts';

export interface Person {
  /** Personnummer as written in the register. */
  readonly number: string;
  /** Index in `GROUPS`. */
  readonly group: number;
  /** Day numbers of the person's actualisations. */
  readonly days: readonly number[];
}

export function* rowsOf(persons: readonly Person[], random: Random): Generator<SampleRow, void, undefined> {
  const packs = packsFor(persons, random);
  const dealt = packs.map(() => 0);
  let number = 100_000;
  for (const { person, day } of inDateOrder(shuffle([...persons], random))) {
    const pack = packs[person.group]!;
    const card = pack.cards[pack.order[dealt[person.group]!++]!]!;
    number++;
    yield {
      person: person.number,
      number,
      day,
      reason: 'Missbruk/beroende',
      type: card.type,
      referrer: card.referrer,
      organisation: 'Vuxenenheten',
      decision: card.decision,
    };
  }
}

function packsFor(persons: readonly Person[], random: Random): readonly Pack[] {
  const actualisations = GROUPS.map(() => 0);
  for (const person of persons) actualisations[person.group]! += person.days.length;
  return actualisations.map((count, group) => packOf(group, count, random));
}

/** Sorted by counting the rows of each day: the period has two thousand days, the register up to millions of rows. */
function* inDateOrder(
  persons: readonly Person[],
): Generator<{ readonly person: Person; readonly day: number }, void, undefined> {
  const startOfDay = new Int32Array(LAST_DAY - FIRST_DAY + 2);
  for (const { days } of persons) for (const day of days) startOfDay[day - FIRST_DAY + 1]!++;
  for (let day = 1; day < startOfDay.length; day++) startOfDay[day]! += startOfDay[day - 1]!;
  const personOfRow = new Int32Array(startOfDay[startOfDay.length - 1]!);
  const next = startOfDay.slice();
  persons.forEach(({ days }, person) => {
    for (const day of days) personOfRow[next[day - FIRST_DAY]!++] = person;
  });
  for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
    const end = startOfDay[day - FIRST_DAY + 1]!;
    for (let row = startOfDay[day - FIRST_DAY]!; row < end; row++) {
      yield { person: persons[personOfRow[row]!]!, day };
    }
  }
}
