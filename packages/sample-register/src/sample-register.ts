/** The register whose tables are those of the Söderhamn report: 3 465 actualisations of 679 made-up persons. */
import { actualisationsPerPerson } from './actualisations-per-person.ts';
import { birthsOf, birthsWithSelected, numberOf, type Client } from './births.ts';
import { datesOf, type Course } from './dates.ts';
import { ACTUALISATIONS, CONCERNING_WOMEN, GROUPS, PERSONS, SELECTED } from './printed-figures.ts';
import { randomFrom, shuffle, type Random } from './random.ts';
import { HEADER, type SampleRegister } from './row.ts';
import { rowsOf } from './rows.ts';
import { withCardsOfSelected, withDaysOfSelected } from './selected.ts';
import { womenExactly } from './women.ts';

/**
 * The sample register. Another seed gives other persons, dates and pairings, and still every printed cell.
 *
 * @param options.seed A whole number, of which the lowest 32 bits count; 1 unless given.
 */
export function sampleRegister(options: { readonly seed?: number } = {}): SampleRegister {
  const seed = options.seed ?? 1;
  const random = randomFrom(seed);
  const drawn = GROUPS.flatMap((_, group) => clientsOf(group, random));
  const firstBirths = birthsOf(drawn, random);
  // Chance of its own, so that what concerns the selected persons changes nobody else.
  const ofSelected = randomFrom(~seed);
  const clients = withDaysOfSelected(drawn, ofSelected);
  const births = birthsWithSelected(clients, firstBirths, ofSelected);
  const persons = clients.map((client, i) => ({ ...client, number: numberOf(births[i]!, client) }));
  return { header: HEADER, rows: withCardsOfSelected([...rowsOf(persons, random)], persons, ofSelected) };
}

function clientsOf(group: number, random: Random): readonly Client[] {
  const { counts, women } = countsAndWomen(group, random);
  const courses = group === GROUPS.length - 1 ? frequentCourses(women, random) : [];
  return counts.map((count, i) => ({
    group,
    isWoman: women[i]!,
    isSelected: courses[i] === 'steady',
    days: datesOf(count, courses[i] ?? 'episode', random),
  }));
}

function countsAndWomen(group: number, random: Random) {
  for (;;) {
    const counts = actualisationsPerPerson(PERSONS[group]!, ACTUALISATIONS[group]!, GROUPS[group]!, random);
    const women = womenExactly(counts, CONCERNING_WOMEN[group]!, random);
    if (women !== null && enoughWomenAndMen(group, women)) return { counts, women };
  }
}

/** The case-file review's men and women must be found in the highest group. */
function enoughWomenAndMen(group: number, women: readonly boolean[]): boolean {
  const number = women.filter(Boolean).length;
  const isHighest = group === GROUPS.length - 1;
  return !isHighest || (number >= SELECTED.women && women.length - number >= SELECTED.men);
}

/** The courses of the highest group: 22 men and 6 women steady through the years, the others come or leave. */
function frequentCourses(women: readonly boolean[], random: Random): readonly Course[] {
  const left = { men: SELECTED.men as number, women: SELECTED.women as number };
  const courses: Course[] = women.map(() => 'newcomer');
  const order = shuffle([...women.keys()], random);
  for (const [place, i] of order.entries()) {
    const sex = women[i]! ? 'women' : 'men';
    if (left[sex] > 0) {
      courses[i] = 'steady';
      left[sex]--;
    } else if (place % 2 === 0) {
      courses[i] = 'left';
    }
  }
  return courses;
}
