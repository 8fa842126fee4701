/** For publication: levels of few persons taken together, since their names alone could tell who the persons are. */
import type { CategoryTally } from './tally.ts';
import type { Category, Level } from './variables.ts';

export function withoutRareLevels(variable: Category, together: CategoryTally, threshold: number): Category {
  const { levels, answers } = variable;
  if (!canBeRare(variable)) return variable;
  const rest = restOf(variable);
  const isKept = levels.map(
    (level, at) => level.key !== rest.key && together.levels[at]!.persons >= threshold,
  );
  if (!isKept.includes(false)) return variable;
  const kept = levels.filter((_, at) => isKept[at]);
  const place = levels.map((level, at) => (isKept[at] ? kept.indexOf(level) : kept.length));
  return {
    ...variable,
    levels: [...kept, rest],
    answers: answers.map((all) => [...new Set(all.map((level) => place[level]!))]),
  };
}

/** Frequency groups, sex, types and investigations have names that tell nothing. */
export function canBeRare({ key, byScope }: Category): boolean {
  return !byScope && (key === 'referrer' || key.startsWith('column:'));
}

/** What the levels taken together are called. */
export function restOf({ key }: Category): Level {
  return { key: key === 'referrer' ? 'referrer-other' : `${key}=other`, label: null };
}
