/** A register of the sample's shape at any size, for trying the product on many rows. */
import { actualisationsPerPerson } from './actualisations-per-person.ts';
import { BirthDays } from './birth-days.ts';
import { drawBirthYear } from './births.ts';
import { datesOf, type Course } from './dates.ts';
import { ACTUALISATIONS, CONCERNING_WOMEN, GROUPS, MEAN_AGE, PERSONS, SELECTED } from './printed-figures.ts';
import { randomFrom, type Random } from './random.ts';
import { HEADER, type SampleRegister, type SampleRow } from './row.ts';
import { rowsOf, type Person } from './rows.ts';
import { wholeParts } from './whole-parts.ts';
import { womenNearly } from './women.ts';

/**
 * A register with exactly `rows` rows: persons, groups, sexes, types, referrers and decisions in the sample's
 * proportions, as near as whole numbers come. The rows are made while they are read, and can be read once.
 *
 * The test series sets a limit to how many persons there can be of an age. Up to about 200 000 rows ages are as in
 * the sample; above that persons are born earlier and earlier, those with fewest actualisations first. Above about
 * 1 200 000 rows the series is used up and further persons have a running code, `P0000001`, whose age and sex are
 * unknown.
 *
 * @param options.rows At least 1.
 * @param options.seed A whole number, of which the lowest 32 bits count; 1 unless given.
 */
export function largeRegister(options: {
  readonly rows: number;
  readonly seed?: number;
}): SampleRegister<Generator<SampleRow, void, undefined>> {
  const random = randomFrom(options.seed ?? 1);
  const birthDays = new BirthDays();
  const persons: Person[] = [];
  const sizes = sizesOf(options.rows);
  for (let group = GROUPS.length - 1; group >= 0; group--) {
    for (const { number, ...rest } of personsOf(group, sizes[group]!, birthDays, random)) {
      persons.push({ ...rest, number: number ?? runningCode(persons.length) });
    }
  }
  return { header: HEADER, rows: rowsOf(persons, random) };
}

interface Size {
  readonly persons: number;
  readonly actualisations: number;
}

/** Persons and rows by group; rows too few for one person of a group go to the group below. */
function sizesOf(rows: number): readonly Size[] {
  const shares = wholeParts(rows, ACTUALISATIONS);
  const sizes: Size[] = [];
  let fromAbove = 0;
  for (let group = GROUPS.length - 1; group >= 0; group--) {
    const { fewest, most } = GROUPS[group]!;
    const available = shares[group]! + fromAbove;
    const wanted = Math.max(1, Math.round((available * PERSONS[group]!) / ACTUALISATIONS[group]!));
    const persons = Math.min(wanted, Math.floor(available / fewest));
    const actualisations = Math.min(available, persons * most);
    fromAbove = available - actualisations;
    sizes.unshift({ persons, actualisations });
  }
  return sizes;
}

function personsOf(group: number, { persons, actualisations }: Size, birthDays: BirthDays, random: Random) {
  const counts = actualisationsPerPerson(persons, actualisations, GROUPS[group]!, random);
  const women = womenNearly(counts, CONCERNING_WOMEN[group]! / ACTUALISATIONS[group]!);
  return counts.map((count, i) => {
    const days = datesOf(count, courseOf(group, random), random);
    const birthYear = drawBirthYear(MEAN_AGE[group]!, days[0]!, random);
    return { number: birthDays.take(birthYear, women[i]!), group, days };
  });
}

/** The highest group's courses in the sample's proportions: 28 of 86 steady, the others newcomers or gone. */
function courseOf(group: number, random: Random): Course {
  if (group < GROUPS.length - 1) return 'episode';
  if (random.below(PERSONS[group]!) < SELECTED.men + SELECTED.women) return 'steady';
  return random.below(2) === 0 ? 'newcomer' : 'left';
}

function runningCode(place: number): string {
  return `P${String(place + 1).padStart(7, '0')}`;
}
