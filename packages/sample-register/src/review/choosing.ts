/** Who of the persons a figure falls on, and how a sum is shared between them: by leaning, with chance. */
import type { Random } from '../random.ts';
import { wholeParts } from '../whole-parts.ts';
import type { SelectedPerson } from './selected-person.ts';

export type Leaning = (person: SelectedPerson) => number;

export class Choosing {
  private readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  /** So many of the persons; those whom it is likelier for more often than others. */
  some(
    persons: Iterable<SelectedPerson>,
    number: number,
    leaning: Leaning = () => 0,
  ): ReadonlySet<SelectedPerson> {
    const all = [...persons];
    if (number > all.length) throw new RangeError(`${String(number)} of ${String(all.length)} persons.`);
    const leanings = all.map(leaning);
    const least = Math.min(...leanings);
    const range = Math.max(...leanings) - least || 1;
    const ranked = all
      .map((person, at) => ({
        person,
        rank: (leanings[at]! - least) / range + 0.6 * this.random.fraction(),
      }))
      .sort((a, b) => b.rank - a.rank);
    return new Set(ranked.slice(0, number).map(({ person }) => person));
  }

  /** A whole number for each person, at least `least` and together `total`; about as the weights, with chance. */
  shares(
    persons: Iterable<SelectedPerson>,
    total: number,
    least = 1,
    weight: Leaning = () => 1,
  ): ReadonlyMap<SelectedPerson, number> {
    const all = [...persons];
    const parts = wholeParts(
      total - least * all.length,
      all.map((person) => weight(person) * (0.15 + this.random.fraction())),
    );
    return new Map(all.map((person, at) => [person, least + parts[at]!]));
  }

  between(from: number, to: number): number {
    return this.random.between(from, to);
  }

  one<Thing>(things: readonly Thing[]): Thing {
    return things[this.random.below(things.length)]!;
  }
}

export function without(
  persons: Iterable<SelectedPerson>,
  ...left: readonly ReadonlySet<SelectedPerson>[]
): readonly SelectedPerson[] {
  return [...persons].filter((person) => !left.some((some) => some.has(person)));
}
